package locale

import "testing"

// TestLanguages sets a sentence or two in every language: its quotation marks,
// a date, an abbreviation, a unit, a dash.
func TestLanguages(t *testing.T) {
	for _, c := range []struct{ tag, in, want string }{
		{
			"bg", `г-н Петров каза: "Да, 'точно' така" - на 9 май, чл. 5, 20 млн. лв.`,
			`г-н~Петров каза: „Да, ‚точно‘ така“~– на 9~май, чл.~5, 20~млн. лв.`,
		},
		{
			"cs", `Dne 9. května řekl: "V Praze a v Brně" - s. 5, 20 mil. Kč`,
			`Dne 9.~května řekl: „V~Praze a~v~Brně“~– s.~5, 20~mil. Kč`,
		},
		{
			"da", `Den 9. maj sagde hr. Hansen: "Ja, 'netop'" - s. 5-7, 20 mio. kr.`,
			`Den 9.~maj sagde hr.~Hansen: ”Ja, ’netop’”~– s.~5–7, 20~mio. kr.`,
		},
		{
			"de", `Am 9. Mai sagte Dr. Meier: "Ja, 'genau'" - S. 5-7, 20 Mio. Euro, d. h. viel`,
			`Am 9.~Mai sagte Dr.~Meier: „Ja, ‚genau‘“~– S.~5–7, 20~Mio. Euro, d.~h. viel`,
		},
		{"de-AT", `Am 9. Jänner: "Ja"`, `Am 9.~Jänner: „Ja“`},
		{"de-LI", `Am 9. Mai: "Ja, 'genau'"`, `Am 9.~Mai: «Ja, ‹genau›»`},
		{
			"el", `Στις 9 Μαΐου ο κ. Παππάς είπε: "Ναι, 'ακριβώς'" - σ. 5-7, 20 εκατ. ευρώ`,
			`Στις 9~Μαΐου ο κ.~Παππάς είπε: «Ναι, “ακριβώς”»~– σ.~5–7, 20~εκατ. ευρώ`,
		},
		{
			"en-GB", `On 9 May Mr. Hill said: "Yes, 'exactly'" - pp. 5-7, 20 million people`,
			`On 9~May Mr.~Hill said: “Yes, ‘exactly’”~– pp.~5–7, 20~million people`,
		},
		{
			"en-US", `On May 9-10 Mr. Hill said: "Yes, 'exactly'"---pp. 5-7, at 9 a.m.`,
			`On May~9–10 Mr.~Hill said: “Yes, ‘exactly’”—pp.~5–7, at 9~a.m.`,
		},
		{
			"es", `El 9 de mayo el Sr. Gil dijo: "Sí, 'claro'" - págs. 5-7, 20 millones, ¿"no"?`,
			`El 9~de~mayo el Sr.~Gil dijo: «Sí, “claro”»~– págs.~5–7, 20~millones, ¿«no»?`,
		},
		{
			"et", `9. mail ütles hr Tamm: "Jah, 'just' nii" - lk 5-7, 20 mln eurot`,
			`9.~mail ütles hr~Tamm: „Jah, ‘just’ nii”~– lk~5–7, 20~mln eurot`,
		},
		{
			"fi", `9. toukokuuta prof. Virtanen sanoi: "Kyllä, 'juuri' niin" - s. 5-7, 20 milj. euroa`,
			`9.~toukokuuta prof.~Virtanen sanoi: ”Kyllä, ’juuri’ niin”~– s.~5–7, 20~milj. euroa`,
		},
		{
			"fr", `Le 9 mai, M. Petit a dit: "Oui, 'bien' sûr!" - p. 5-7; 20 millions`,
			`Le 9~mai, M.~Petit a dit~: «~Oui, “bien” sûr^!~»~– p.~5–7^; 20~millions`,
		},
		{
			"fr-CH", `M. Petit a dit: "Oui, 'bien' sûr!"`,
			`M.~Petit a dit^: «^Oui, ‹^bien^› sûr^!^»`,
		},
		{
			"ga", `Ar 9 Bealtaine dúirt Dr Ó Sé: "Sea, 'go díreach'" - lch 5, 20 milliún`,
			`Ar 9~Bealtaine dúirt Dr~Ó Sé: “Sea, ‘go díreach’”~– lch~5, 20~milliún`,
		},
		{
			"hr", `Dana 9. svibnja g. Horvat reče: "Da, 'baš' tako" - str. 5-7, 20 mil. eura`,
			`Dana 9.~svibnja g.~Horvat reče: „Da, ‘baš’ tako”~– str.~5–7, 20~mil. eura`,
		},
		{
			"hu", `Dr. Kovács május 9-10. között mondta: "Igen, 'pont' így" - 20 millió forint`,
			`Dr.~Kovács május~9–10. között mondta: „Igen, »pont« így”~– 20~millió forint`,
		},
		{
			"it", `Il 9 maggio il Sig. Neri disse: "Sì, 'certo'" - pagg. 5-7, 20 milioni, l'"UE"`,
			`Il 9~maggio il Sig.~Neri disse: «Sì, “certo”»~– pagg.~5–7, 20~milioni, l’«UE»`,
		},
		{
			"lt", `2023 m. gegužės 9 d. prof. Jonaitis sakė: "Taip, 'būtent'" - str. 5, 20 mln. eurų`,
			`2023~m. gegužės~9~d. prof.~Jonaitis sakė: „Taip, ‚būtent‘“~– str.~5, 20~mln. eurų`,
		},
		{
			"lv", `2023. gada 9. maijā prof. Ozols teica: "Jā, 'tieši' tā" - 20 milj. eiro`,
			`2023. gada 9.~maijā prof.~Ozols teica: „Jā, ‚tieši’ tā”~– 20~milj. eiro`,
		},
		{
			"mt", `Fid-9 ta' Mejju Dr Borg qal: "Iva, 'eżatt'" - p. 5-7, 20 miljun, f'Malta`,
			`Fid-9~ta’~Mejju Dr~Borg qal: “Iva, ‘eżatt’”~– p.~5–7, 20~miljun, f’Malta`,
		},
		{
			"nb", `Den 9. mai sa dr. Berg: "Ja, 'nettopp'" - s. 5-7, 20 mill. kroner`,
			`Den 9.~mai sa dr.~Berg: «Ja, ‘nettopp’»~– s.~5–7, 20~mill. kroner`,
		},
		{
			"nl", `Op 9 mei zei dhr. De Wit 's ochtends: "Ja, 'precies'" - blz. 5-7, 20 miljoen`,
			`Op 9~mei zei dhr.~De Wit ’s ochtends: “Ja, ‘precies’”~– blz.~5–7, 20~miljoen`,
		},
		{
			"pl", `W dniu 9 maja prof. Nowak rzekł: "Tak, 'właśnie' tak" - s. 5-7, 20 mln zł`,
			`W~dniu 9~maja prof.~Nowak rzekł: „Tak, «właśnie» tak”~– s.~5–7, 20~mln zł`,
		},
		{
			"pt", `A 9 de maio o Sr. Reis disse: "Sim, 'claro'" - págs. 5-7, 20 milhões`,
			`A 9~de~maio o Sr.~Reis disse: «Sim, “claro”»~– págs.~5–7, 20~milhões`,
		},
		{"pt-BR", `Em 1º de maio: "Sim, 'claro'"`, `Em 1º~de~maio: “Sim, ‘claro’”`},
		{
			"ro", `La 9 mai dl. Popa a spus: "Da, 'exact'" - pp. 5-7, 20 milioane, într-un`,
			`La 9~mai dl.~Popa a spus: „Da, «exact»”~– pp.~5–7, 20~milioane, într-un`,
		},
		{
			"sk", `Dňa 9. mája povedal: "V Nitre a v Martine" - s. 5, 20 mil. eur`,
			`Dňa 9.~mája povedal: „V~Nitre a~v~Martine“~– s.~5, 20~mil. eur`,
		},
		{
			"sl", `Dne 9. maja je dr. Novak rekel: "V Kopru in z 'morja'" - str. 5-7, 20 mio. evrov`,
			`Dne 9.~maja je dr.~Novak rekel: „V~Kopru in z~‚morja‘“~– str.~5–7, 20~mio. evrov`,
		},
		{
			"sv", `Den 9 maj sade dr Berg: "Ja, 'just' så" - s. 5-7, 20 miljoner, EU:s`,
			`Den 9~maj sade dr~Berg: ”Ja, ’just’ så”~– s.~5–7, 20~miljoner, EU:s`,
		},
		{
			"zh", `5月9-10日，他说："'好'的..."。共20 km`,
			`5月9–10日，他说：“‘好’的……”。共20~km`,
		},
		{"zh-TW", `他說："'好'的"。`, `他說：「『好』的」。`},
		{"sr-Cyrl", `9 May "x"`, `9~May “x”`},
	} {
		l := For(c.tag)
		got := l.TypesetString(c.in)
		if shown(got) != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.tag, c.in, shown(got), c.want)
		}
		if again := l.TypesetString(got); again != got {
			t.Errorf("%s: set again: %s", c.tag, shown(again))
		}
	}
}

// TestDayForms: the names of all months are bound to a day before them, in
// the forms that Date itself uses.
func TestDayForms(t *testing.T) {
	for _, tag := range official {
		l := For(tag)
		for m := 1; m <= 12; m++ {
			date := l.DayMonth(m, 9)
			set := l.TypesetString("x " + date + " y")
			if tag == "zh" || tag == "ga" && (m == 9 || m == 10) {
				continue // no spaces; a month of two words
			}
			if shown(set) == "x "+date+" y" {
				t.Errorf("%s: %q is not bound", tag, date)
			}
		}
	}
}
