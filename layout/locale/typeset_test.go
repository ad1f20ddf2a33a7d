package locale

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// shown makes the spaces of a result visible: ~ no-break, ^ narrow no-break.
func shown(s string) string { return strings.NewReplacer(nbsp, "~", nnbsp, "^").Replace(s) }

// TestTypeset is the documented behaviour, language by language.
func TestTypeset(t *testing.T) {
	for _, c := range []struct{ tag, in, want string }{
		// quotation marks and apostrophes
		{"en", `the "global village"`, `the “global village”`},
		{"en", `"outer 'inner' outer"`, `“outer ‘inner’ outer”`},
		{"en", `'outer "inner" outer'`, `‘outer “inner” outer’`},
		{"en", `"outer "inner" outer"`, `“outer ‘inner’ outer”`},
		{"en", `"He said 'no'"`, `“He said ‘no’”`},
		{"en", `("Yes," he said)`, `(“Yes,” he said)`},
		{"en", `States' and China's, don't, o'clock`, `States’ and China’s, don’t, o’clock`},
		{"en", `the '90s, 'tis, 'Twas, rock 'n' roll`, `the ’90s, ’tis, ’Twas, rock ’n’ roll`},
		{"en", `the class of '23`, `the class of ’23`},
		{"en", `'20-23 February 2023' and 'lone`, `‘20–23~February 2023’ and ’lone`},
		{"en", `the 1990's`, `the 1990’s`},
		{"en", `5'10" and 45°30'15"`, `5′10″ and 45°30′15″`},
		{"en", `"Phase 2"`, `“Phase 2”`},
		{"en", `“set” and ‘set’`, `“set” and ‘set’`},
		{"en", `—"Yes"—`, `—“Yes”—`},
		{"de", `"Das ist 'gut'", sagte er`, `„Das ist ‚gut‘“, sagte er`},
		{"de-CH", `"Das ist 'gut'"`, `«Das ist ‹gut›»`},
		{"es", `"hola 'niño'"`, `«hola “niño”»`},
		{"sv", `"hej 'du'"`, `”hej ’du’”`},
		{"pl", `"tak 'nie'"`, `„tak «nie»”`},
		{"nl", `'s avonds is 't "goed"`, `’s avonds is ’t “goed”`},
		{"mt", `ta' Mejju`, `ta’ Mejju`},
		{"zh", `他说"你好"。`, `他说“你好”。`},
		{"zh-Hant", `他說"你好"。`, `他說「你好」。`},
		// dashes
		{"en", `word -- word, word - word, a – b`, `word~– word, word~– word, a~– b`},
		{"en", `word--word`, `word–word`},
		{"en", `9-10 May, 2016-2023, pp. 3-5, 2016-23`, `9–10~May, 2016–2023, pp.~3–5, 2016–23`},
		{"en", `9 - 10 May`, `9–10~May`},
		{"en", `30 June - 2 July`, `30~June~– 2~July`},
		{"en", `30 June-2 July, May-June`, `30~June–2~July, May–June`},
		{"en", `9:00-17:00, 5-10%, €5-10, 5-10km, the 1990s-2000s`, `9:00–17:00, 5–10%, €5–10, 5–10km, the 1990s–2000s`},
		{"en", `10-15-year-old`, `10–15-year-old`},
		{"en", `EU - China exchanges`, `EU–China exchanges`},
		{"en", `Project - Phase II`, `Project~– Phase~II`},
		{"en", `IOM - Beijing`, `IOM~– Beijing`},
		{"en", `cross-border COVID-19 A-1 24/72/144-hour F-16-20`, `cross-border COVID-19 A-1 24/72/144-hour F-16-20`},
		{"en", `2023-06-27, 2023-06, 50-50, 3-1, Boeing 737-800`, `2023-06-27, 2023-06, 50-50, 3-1, Boeing 737-800`},
		{"en", `+86-10-59799695, 010-59799695, 555-1234, Tel: 20-30 40`, `+86-10-59799695, 010-59799695, 555-1234, Tel: 20-30 40`},
		{"en", `ISBN 978-3-16-148410-0`, `ISBN 978-3-16-148410-0`},
		{"en", `- dialogue`, `– dialogue`},
		{"en", `----`, `----`},
		{"de", `am 9.-10. Mai, 9.5.-12.5.2023`, `am 9.–10.~Mai, 9.5.–12.5.2023`},
		{"zh", `是--的...`, `是——的……`},
		// ellipses
		{"en", `wait... and wait.... [...] .. .....`, `wait… and wait…. […] .. .....`},
		// French punctuation
		{"fr", `Il a dit: "Bonjour!" Vraiment ? Oui; non.`, `Il a dit~: «~Bonjour^!~» Vraiment^? Oui^; non.`},
		{"fr-CH", `Il a dit: "Bonjour!"`, `Il a dit^: «^Bonjour^!^»`},
		{"fr-CA", `Il a dit: "Bonjour!"`, `Il a dit~: «~Bonjour!~»`},
		{"fr", `«non» et « oui »`, `«~non~» et «~oui~»`},
		{"fr", `à 12:30, quoi?!, (!), l'"Union"`, `à 12:30, quoi^?!, (!), l’«~Union~»`},
		{"fr", `"un 'deux' trois"`, `«~un “deux” trois~»`},
		{"fr", `http://a.fr?b=1!`, `http://a.fr?b=1^!`},
		{"en", `No! Yes: why?`, `No! Yes: why?`},
		// no-break spaces
		{"en", `Mr. Mao, H.E. Mr. Xu, Ms. Maria Linder`, `Mr.~Mao, H.E.~Mr.~Xu, Ms.~Maria Linder`},
		{"en", `J. K. Smith`, `J.~K.~Smith`},
		{"en", `No. 5, p. 3, § 5. No. He`, `No.~5, p.~3, §~5. No. He`},
		{"en", `Phase II, Phase I, and I went, World War II`, `Phase~II, Phase~I, and I went, World War~II`},
		{"en", `5 % of 20 km for EUR 5 million`, `5~% of 20~km for EUR~5~million`},
		{"en", `9 May 2023, May 9, May 2023`, `9~May 2023, May~9, May 2023`},
		{"en", `10 000 km, 5 000 000, 2023 300, Phase 2 300 people`, `10^000~km, 5^000^000, 2023 300, Phase 2 300 people`},
		{"en", `10 000-20 000 people`, `10^000–20^000 people`},
		{"en", `+86 105 979 969, Tel. 105 979 969, 12 345 67`, `+86 105 979 969, Tel. 105 979 969, 12 345 67`},
		{"de", `27. Juni, z. B. 5 Mio. Euro, Nr. 5`, `27.~Juni, z.~B. 5~Mio. Euro, Nr.~5`},
		{"fr", `M. Dupont, 1er mai, n° 5, 10 h`, `M.~Dupont, 1er~mai, n°~5, 10~h`},
		{"es", `el 9 de mayo de 2023`, `el 9~de~mayo de 2023`},
		{"cs", `v Praze a k tomu 9. května`, `v~Praze a~k~tomu 9.~května`},
		{"pl", `w 2023 r. i z nim`, `w~2023~r. i~z~nim`},
		{"hu", `2023. május 9.`, `2023. május~9.`},
		{"fi", `9. toukokuuta`, `9.~toukokuuta`},
		// what is never touched
		{"en", `see https://a.org/2016-2023/x--y... "https://x.org/5-6".`, `see https://a.org/2016-2023/x--y… “https://x.org/5-6”.`},
		{"en", `write to a--b@iom.int, file_3-5.pdf`, `write to a--b@iom.int, file_3-5.pdf`},
		{"und", `"x" - 5-10`, `"x" - 5-10`},
	} {
		if got := shown(For(c.tag).TypesetString(c.in)); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.tag, c.in, got, c.want)
		}
	}
}

// TestTypesetSegments: a mark sees over the ends of segments, and what it sets
// stays in its own.
func TestTypesetSegments(t *testing.T) {
	for _, c := range []struct {
		tag      string
		in, want []string
	}{
		{"en", []string{`He said "`, `yes`, `" to China`, `'s`, ` plan`}, []string{`He said “`, `yes`, `” to China`, `’s`, ` plan`}},
		{"en", []string{`9`, `-10 `, `May`}, []string{`9`, `–10~`, `May`}},
		{"en", []string{`EU `, `-`, ` China`}, []string{`EU`, `–`, `China`}},
		{"en", []string{`.`, `.`, `.`, ``}, []string{`…`, ``, ``, ``}},
		{"fr", []string{`Le `, `mot`, `!`}, []string{`Le `, `mot`, `^!`}},
		{"fr", []string{`Le "`, ` mot `, `"`}, []string{`Le «~`, `mot`, `~»`}},
		{"en", []string{``, `https://a.org/`, `5-6`}, []string{``, `https://a.org/`, `5-6`}},
	} {
		got := slices.Clone(For(c.tag).Typeset(c.in))
		for i := range got {
			got[i] = shown(got[i])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q\n got %q\nwant %q", c.tag, c.in, got, c.want)
		}
	}
}

func TestTypesetOff(t *testing.T) {
	in := []string{`"x"...`}
	for _, l := range []*Locale{For("und"), For("und-Latn"), For(""), For("en").With(map[string]string{"typography": "off"})} {
		if got := l.Typeset(in); &got[0] != &in[0] {
			t.Errorf("%s: not the same slice: %q", l.Tag(), got)
		}
	}
}

// ink returns the letters and digits of s: what no rule may change.
func ink(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// checkInvariants sets text, cut in three, and checks what must always hold.
func checkInvariants(t *testing.T, tag, text string, cut1, cut2 int) {
	t.Helper()
	l := For(tag)
	a, b := min(cut1, cut2, len(text)), min(max(cut1, cut2), len(text))
	for a > 0 && a < len(text) && !utf8.RuneStart(text[a]) {
		a--
	}
	for b > 0 && b < len(text) && !utf8.RuneStart(text[b]) {
		b--
	}
	in := []string{text[:a], text[a:b], text[b:]}
	once := l.Typeset(in)
	if len(once) != len(in) {
		t.Fatalf("%s: %d segments of %d", tag, len(once), len(in))
	}
	for i := range in {
		if ink(once[i]) != ink(in[i]) {
			t.Fatalf("%s: letters changed: %q -> %q", tag, in, once)
		}
	}
	if whole := l.TypesetString(text); whole != strings.Join(once, "") {
		t.Fatalf("%s: segments matter: %q -> %q, %q", tag, in, once, whole)
	}
	if twice := l.Typeset(once); !slices.Equal(once, twice) {
		t.Fatalf("%s: not idempotent:\n%q\n%q\n%q", tag, in, once, twice)
	}
}

func TestTypesetInvariants(t *testing.T) {
	text := `On 9-10 May 2023 "a 'global' village": Mr. X - Phase II, 10 000 km -- l'"Union"... (5'10") 3 - 4; https://x.org/5-6!`
	for _, tag := range Languages() {
		for a := 0; a <= len(text); a += 3 {
			checkInvariants(t, tag, text, a, a+17)
		}
	}
}

func FuzzTypeset(f *testing.F) {
	f.Add("en", `"a 'b' c" 9-10 May -- Mr. X... 10 000-20 000`, 3, 9)
	f.Add("fr", `«a» "b": c! 'd' l'"e" ?! 1 - 2`, 1, 2)
	f.Add("cs", `v Praze a k "tomu" 9. - 10. května`, 5, 5)
	f.Add("zh", `他"说'你'好"...是--的`, 4, 8)
	f.Fuzz(func(t *testing.T, tag, text string, a, b int) {
		if len(text) > 300 || a < 0 || b < 0 {
			t.Skip()
		}
		checkInvariants(t, tag, strings.ToValidUTF8(text, "?"), a, b)
	})
}

func BenchmarkTypeset(b *testing.B) {
	const sentence = `On 9-10 May 2023 a "Seminar" on Migrant Integration was held in Hangzhou; over 30 representatives of China's National Immigration Administration (NIA) took part. `
	for _, tag := range []string{"en", "fr", "cs"} {
		b.Run(tag, func(b *testing.B) {
			l, in := For(tag), []string{strings.Repeat(sentence, 10)}
			b.SetBytes(int64(len(in[0])))
			b.ReportAllocs()
			for b.Loop() {
				l.Typeset(in)
			}
		})
	}
}

// TestTypesetRandom strings together what rules are about.
func TestTypesetRandom(t *testing.T) {
	pieces := strings.Split(`"|'| | | | |-|--|---|.|...|:|;|!|?|(|)|«|»|“|”|„|‘|’|–|—|`+nbsp+"|"+nnbsp+
		"|\n|word|A|v|Mr.|M.|H.E.|J.|p.|No.|II|I|Phase|May|9|10|000|2023|23|0|5%|km|€|EUR|EU|China|tis|90s|de|mayo|https://a.b/5-6|a@b.c|+86|Tel:|你好|。|/|é|1er|z.|B.", "|")
	r := rand.New(rand.NewPCG(1, 1))
	for _, tag := range Languages() {
		for range 200 {
			var b strings.Builder
			for range 1 + r.IntN(14) {
				b.WriteString(pieces[r.IntN(len(pieces))])
			}
			checkInvariants(t, tag, b.String(), r.IntN(b.Len()+1), r.IntN(b.Len()+1))
		}
	}
}
