package para

import (
	"strings"
	"testing"

	"masthead/layout/text"
)

// opportunities shows every place where a line may end: "|" as is, "~" with an
// added hyphen.
func opportunities(tb testing.TB, spans []Span, p Params) string {
	tb.Helper()
	b := &Breaker{Shaper: text.NewShaper(), Hyphen: british(tb)}
	q := b.Prepare(spans, p)
	var out strings.Builder
	next := 1
	for i := range q.elems {
		e := &q.elems[i]
		from := 0
		for next < len(q.breaks) && int(q.breaks[next].endElem) == i && q.breaks[next].kind != breakHard {
			bp := q.breaks[next]
			out.WriteString(e.text[from:bp.endAt])
			from = int(bp.endAt)
			if bp.kind.addsHyphen() {
				out.WriteByte('~')
			} else {
				out.WriteByte('|')
			}
			next++
		}
		out.WriteString(e.text[from:])
	}
	return out.String()
}

func TestBreakOpportunities(t *testing.T) {
	p := ragged()
	for _, want := range []string{
		"one| two",
		"one\u00a0two| three",
		"20\u202fkm| far",
		"cross-|border| e-mail| EU-|China| COVID-19| 2023-06-27| +86-10-59799695",
		"24/72/144-|hour| and/|or|else",
		"pages| 3–5,| well –| then| so—|then| well…",
		"see| https://|www.|example.|org/|a-|b?|cd=|ef&|gh",
		"to| a.name|@iom.|int",
		"« oui »| dit| ?",
		"London–|Paris| A–B| May–|June| 1990–2000",
		"word\u2060| -5| (-x)| self-| made",
	} {
		want = strings.Replace(want, "and/|or|else", "and/or/else", 1)
		want = strings.Replace(want, "dit| ?", "dit ?", 1)
		src := strings.NewReplacer("|", "", "~", "").Replace(want)
		if got := opportunities(t, []Span{{Text: src, Style: squareStyle(t, 0)}}, p); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestHyphenation(t *testing.T) {
	st := squareStyle(t, 0)
	p := Defaults(FlushLeft, "en-GB")
	for _, c := range []struct {
		src, want string
		change    func(*Params)
	}{
		{"representatives end", "rep~res~ent~at~ives| end", nil},
		{"Representatives end", "Representatives| end", nil},
		{"Representatives end", "Rep~res~ent~at~ives| end", func(p *Params) { p.HyphenateCapitals = true }},
		{"in representatives", "in| representatives", nil},
		{"in representatives", "in| rep~res~ent~at~ives", func(p *Params) { p.FinalHyphen = true }},
		{"“migration,” x", "“mi~gra~tion,”| x", func(p *Params) { p.HyphenLeft = 2 }},
		{"even water x", "even| water| x", nil},
		{"mp3player42migration x", "mp3player42migration| x", nil},
		{"super\u00adcalifragilistic x", "super~califragilistic| x", nil},
		{"super\u00adb x", "super~b| x", func(p *Params) { p.Hyphenate = false }},
		{"super\u00adb x", "superb| x", func(p *Params) { p.Balanced = true }},
		{"organization’s x", "or~gan~iz~a~tion’s| x", func(p *Params) { p.HyphenLeft, p.HyphenRight = 1, 1 }},
		{"well-considered x", "well-|con~sid~ered| x", nil},
		{"well-nurtured x", "well-|nurtured| x", nil},
		{"well-nurtured x", "well-|nur~tured| x", func(p *Params) { p.Align = Justified }},
		{"considered.example x", "considered.example| x", nil},
	} {
		q := p
		if c.change != nil {
			c.change(&q)
		}
		got := opportunities(t, []Span{{Text: c.src, Style: st}}, q)
		// The patterns have their own tests: here it counts where there are any.
		if strings.Count(got, "|") != strings.Count(c.want, "|") || strings.Contains(got, "~") != strings.Contains(c.want, "~") {
			t.Errorf("%q: got %s, want about %s", c.src, got, c.want)
		}
	}
}

// TestHyphensInStyledWords: a mark in another style does not keep a word whole,
// letters do.
func TestHyphensInStyledWords(t *testing.T) {
	plain, other := squareStyle(t, 0), squareStyle(t, 0)
	p := Defaults(FlushLeft, "en-GB")
	for head, want := range map[string]bool{"(": true, "a": false, "well-": true} {
		got := opportunities(t, []Span{{Text: "see " + head, Style: plain}, {Text: "considered", Style: other}, {Text: ") x", Style: plain}}, p)
		if strings.Contains(got, "~") != want {
			t.Errorf("after %q: %s", head, got)
		}
	}
}

func TestSpansThatDoNotBreak(t *testing.T) {
	st := squareStyle(t, 0)
	p := Defaults(FlushLeft, "en-GB")
	got := opportunities(t, []Span{
		{Text: "tel. ", Style: st},
		{Text: "+86 10 5979 9695", Style: st, NoBreak: true},
		{Text: " international ", Style: st, NoHyphen: true},
		{Text: "cross-", Style: st},
		{Text: "border", Style: st},
	}, p)
	if want := "tel.| +86 10 5979 9695| international| cross-|border"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAddedHyphen(t *testing.T) {
	p := Defaults(FlushLeft, "en-GB")
	p.Zone, p.MinLastLine, p.HyphenPenalty = 0, 0, 100
	lines := set(t, "aaa migration bbbbbb cccc", 11, p)
	if got := texts(lines); got != "aaa migra~|tion bbbbbb|cccc" {
		t.Fatalf("got %s", got)
	}
	l := lines[0]
	hy := l.Pieces[len(l.Pieces)-1]
	if !l.Hyphenated || !hy.Hyphen || len(hy.Run.Glyphs) != 1 || hy.Run.Glyphs[0].Text != "\u00ad" || l.Gap != "" {
		t.Errorf("line %+v", l)
	}
	if l.Width != pt(10*float64(len(l.Text)+1)) {
		t.Errorf("width %v: the hyphen is not counted", l.Width)
	}
}

func TestExplicitCompoundBreaksWithoutAHyphenOfOurs(t *testing.T) {
	lines := set(t, "aaaa cross-border", 11, Defaults(FlushLeft, "en-GB"))
	if got := texts(lines); got != "aaaa cross-|border" {
		t.Fatalf("got %s", got)
	}
	if l := lines[0]; !l.Hyphenated || l.Pieces[len(l.Pieces)-1].Hyphen || l.Width != pt(110) {
		t.Errorf("line %+v", l)
	}
}

func TestHyphenZone(t *testing.T) {
	// Without the syllable the line is short by 40 pt.
	p := Defaults(FlushLeft, "en-GB")
	p.MinLastLine, p.HyphenPenalty, p.HyphenLeft, p.HyphenRight = 0, 0, 2, 2
	p.Zone = pt(26)
	if got := texts(set(t, "aaaaaaa migration x", 11, p)); !strings.Contains(got, "~") {
		t.Errorf("outside the zone: %s", got)
	}
	p.Zone = pt(41)
	if got := texts(set(t, "aaaaaaa migration x", 11, p)); strings.Contains(got, "~") {
		t.Errorf("inside the zone: %s", got)
	}
}

func TestNoThreeHyphensInARow(t *testing.T) {
	p := Defaults(Justified, "en-GB")
	p.HyphenPenalty, p.CompoundPenalty, p.DoubleHyphenDemerits = -2000, -2000, -2000
	run := 0
	for _, l := range set(t, strings.Repeat("international communication representatives ", 20), 22, p) {
		if !l.Hyphenated {
			run = 0
			continue
		}
		if run++; run > 2 {
			t.Fatalf("three hyphens in a row, at %q", l.Text)
		}
	}
}

func TestWordsWiderThanTheMeasure(t *testing.T) {
	p := Defaults(FlushLeft, "en-GB")
	for _, c := range []struct {
		src   string
		chars float64
		want  string
	}{
		{"a https://www.example.org/path/of", 14, "a https://www.|example.org/|path/of"},
		{"x abcdefghijklmnop@ab.com", 9, ""},
		{"Donaudampfschifffahrtsgesellschaft", 8, ""},
		{"a +86 10 5979 9695 b", 6, ""},
		{"zzzzzzzzzz", 4, "zzz~|zzz~|zzzz"},
		{"a\u00a0b\u00a0c\u00a0d", 3, ""},
		{"1234567890", 4, ""},
	} {
		lines := set(t, c.src, c.chars, p)
		for _, l := range lines {
			if l.Overfull {
				t.Errorf("%q: overfull line %q", c.src, l.Text)
			}
			if strings.ContainsAny(l.Text, "@0123456789") && strings.HasSuffix(texts([]Line{l}), "~") {
				t.Errorf("%q: a hyphen was added to an address or number: %q", c.src, l.Text)
			}
		}
		if got := texts(lines); c.want != "" && got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

func TestEndlessWord(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper(), Hyphen: british(t)}
	st := squareStyle(t, 0)
	for _, src := range []string{strings.Repeat("migration", 1500), "https://example.org/" + strings.Repeat("ab/cd?e=f&", 1000)} {
		lines := b.Prepare([]Span{{Text: src, Style: st}}, Defaults(Justified, "en-GB")).Break(Uniform(pt(300)))
		check(t, lines, src)
		for _, l := range lines {
			if l.Overfull {
				t.Fatalf("overfull: %q", l.Text)
			}
		}
	}
}
