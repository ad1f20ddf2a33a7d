package para

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout/geom"
	"masthead/layout/hyphen"
	"masthead/layout/text"
	"masthead/layout/text/square"
)

// pt is a length in whole points; characters of the square style are 10 wide.
func pt(n float64) geom.Length { return geom.Pt(n) }

func squareStyle(tb testing.TB, tracking int) *text.Style {
	tb.Helper()
	lib := text.NewLibrary(fstest.MapFS{"square.ttf": {Data: square.TTF()}})
	face, err := lib.Face("square.ttf")
	if err != nil {
		tb.Fatal(err)
	}
	return &text.Style{Faces: []*text.Face{face}, Size: pt(10), Tracking: tracking, Language: "en-GB"}
}

func british(tb testing.TB) *hyphen.Patterns { return patterns(tb, "en-GB") }

func patterns(tb testing.TB, lang string) *hyphen.Patterns {
	tb.Helper()
	p, err := hyphen.Load(os.DirFS("../../assets/hyphen"), lang)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// set breaks txt in the square style at a measure of so many characters.
func set(tb testing.TB, txt string, chars float64, p Params) []Line {
	tb.Helper()
	b := &Breaker{Shaper: text.NewShaper(), Hyphen: british(tb)}
	lines := b.Prepare([]Span{{Text: txt, Style: squareStyle(tb, 0)}}, p).Break(Uniform(pt(10 * chars)))
	check(tb, lines, txt)
	return lines
}

// texts joins the lines with bars; an added hyphen shows as "~".
func texts(lines []Line) string {
	var s []string
	for _, l := range lines {
		t := l.Text
		if n := len(l.Pieces); n > 0 && l.Pieces[n-1].Hyphen {
			t += "~"
		}
		s = append(s, t)
	}
	return strings.Join(s, "|")
}

// check holds lines against what the package promises of every paragraph.
func check(tb testing.TB, lines []Line, src string) {
	tb.Helper()
	var all, glyphs strings.Builder
	for i := range lines {
		l := &lines[i]
		all.WriteString(l.Text + l.Gap)
		checkLine(tb, l)
		for _, q := range l.Pieces {
			for _, g := range q.Run.Glyphs {
				if !q.Hyphen {
					glyphs.WriteString(g.Text)
				}
			}
		}
		glyphs.WriteString(l.Gap)
		if l.Last != (i == len(lines)-1) {
			tb.Errorf("line %d of %d: Last is %v", i, len(lines), l.Last)
		}
	}
	clean := strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2028", "").Replace(src)
	want := strings.Join(strings.FieldsFunc(clean, isCollapsible), " ")
	if got := all.String(); got != want {
		tb.Errorf("text of the lines\n got %q\nwant %q", got, want)
	}
	if got := glyphs.String(); got != want {
		tb.Errorf("text of the glyphs\n got %q\nwant %q", got, want)
	}
}

// checkLine holds one line against its measure.
func checkLine(tb testing.TB, l *Line) {
	tb.Helper()
	if len(l.Pieces) == 0 {
		return
	}
	x := l.Pieces[0].X
	for i := range l.Pieces {
		q := &l.Pieces[i]
		mark := strings.ContainsAny(l.Text, hanHalf+hanOpening) // gives way by up to half an em
		if q.X < x+min(q.Letter, 0) && !q.Space && !mark {
			tb.Errorf("%q: piece %d begins at %v, before the end of the one before at %v", l.Text, i, q.X, x)
		}
		x = q.X
		if !q.Space {
			x += q.Advance()
		}
	}
	if !l.Overfull && !l.Justified && l.Width > l.Measure {
		tb.Errorf("%q: %v in a measure of %v, not marked overfull", l.Text, l.Width, l.Measure)
	}
	if l.Justified && l.Ratio < -1.0001 {
		tb.Errorf("%q: ratio %v", l.Text, l.Ratio)
	}
}

// end is where the last glyph of a line ends.
func end(l *Line) geom.Length {
	q := &l.Pieces[len(l.Pieces)-1]
	return q.X + q.Advance()
}

func ragged() Params {
	p := Defaults(FlushLeft, "en-GB")
	p.Hyphenate, p.MinLastLine = false, 0
	return p
}

func TestRagIsShapedOverTheParagraph(t *testing.T) {
	// First fit would set "aaa bb" and leave "cc" to a line of its own.
	if got := texts(set(t, "aaa bb cc ddddd", 6, ragged())); got != "aaa|bb cc|ddddd" {
		t.Errorf("got %s", got)
	}
	if got := texts(set(t, "aa bb cc dd", 5, ragged())); got != "aa bb|cc dd" {
		t.Errorf("got %s", got)
	}
	if got := texts(set(t, "  aa \n\t bb  ", 5, ragged())); got != "aa bb" {
		t.Errorf("white space: %s", got)
	}
}

func TestRagCost(t *testing.T) {
	// 4·(slack/space)²: 3 spaces short is 36, 1 short is 4; the last is free.
	lines := set(t, "aaa bb cc ddddd", 6, ragged())
	for i, want := range []float64{36, 4, 0} {
		if lines[i].Demerits != want {
			t.Errorf("line %d costs %v, want %v", i, lines[i].Demerits, want)
		}
	}
	long := set(t, "a bbbbbbbbbbbbb cc", 13, ragged())
	if got := long[0].Demerits; got != 4*12*12+400 {
		t.Errorf("a line 12 spaces short costs %v, want %v", got, 4*12*12+400)
	}
}

func TestAlignment(t *testing.T) {
	for _, c := range []struct {
		align Align
		x     float64
	}{{FlushLeft, 0}, {Centered, 15}, {FlushRight, 30}} {
		p := ragged()
		p.Align = c.align
		l := set(t, "aaa", 6, p)[0]
		if l.Pieces[0].X != pt(c.x) || l.Width != pt(30) || l.Measure != pt(60) {
			t.Errorf("align %d: at %v, width %v of %v", c.align, l.Pieces[0].X, l.Width, l.Measure)
		}
	}
}

func TestIndents(t *testing.T) {
	p := ragged()
	p.Indent, p.Hanging = pt(20), pt(10)
	lines := set(t, "aaaa bbbbb cc", 6, p)
	if got := texts(lines); got != "aaaa|bbbbb|cc" {
		t.Fatalf("got %s", got)
	}
	for i, want := range []float64{20, 10, 10} {
		if x := lines[i].Pieces[0].X; x != pt(want) || lines[i].Indent != x || lines[i].Indent+lines[i].Measure != pt(60) {
			t.Errorf("line %d at %v, indent %v, measure %v", i, x, lines[i].Indent, lines[i].Measure)
		}
	}
}

func TestLinesBesideADropCap(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper()}
	p := b.Prepare([]Span{{Text: "aa bb cc dd ee ff gg", Style: squareStyle(t, 0)}}, ragged())
	w := Widths{First: []geom.Length{pt(20), pt(50)}, Offsets: []geom.Length{pt(60), pt(30)}, Rest: pt(80)}
	lines := p.Break(w)
	if got := texts(lines); got != "aa|bb cc|dd ee ff|gg" {
		t.Fatalf("got %s", got)
	}
	for i, want := range []float64{60, 30, 0, 0} {
		if x := lines[i].Pieces[0].X; x != pt(want) {
			t.Errorf("line %d begins at %v, want %v pt", i, x, want)
		}
	}
	if again := p.Break(w); &again[0] != &lines[0] {
		t.Error("the result was not remembered")
	}
	w.First[0] = pt(50)
	if got := texts(p.Break(w)); got != "aa bb|cc dd|ee ff gg" {
		t.Errorf("after a change of the caller's slice: %s", got)
	}
}

func TestHardBreaks(t *testing.T) {
	st := squareStyle(t, 0)
	b := &Breaker{Shaper: text.NewShaper()}
	for _, align := range []Align{FlushLeft, Justified} {
		p := Defaults(align, "en-GB")
		lines := b.Prepare([]Span{{Text: "aa bb ", Style: st, Break: true}, {Text: "cc", Style: st, Index: 7}}, p).Break(Uniform(pt(90)))
		if got := texts(lines); got != "aa bb|cc" {
			t.Errorf("got %s", got)
		}
		if lines[0].Justified || !lines[0].Hard || lines[0].Last || !lines[1].Last || lines[1].Pieces[0].Span != 7 {
			t.Errorf("lines %+v", lines)
		}
	}
}

func TestEmptyParagraph(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper()}
	for _, spans := range [][]Span{nil, {{Text: " \n ", Style: squareStyle(t, 0)}}, {{Text: "no style"}}} {
		p := b.Prepare(spans, ragged())
		if lines := p.Break(Uniform(pt(50))); len(lines) != 0 || !p.Empty() {
			t.Errorf("%v: %d lines", spans, len(lines))
		}
	}
}

func TestMissingCharacters(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper()}
	st := squareStyle(t, 0)
	p := b.Prepare([]Span{{Text: "ok", Style: st, Index: 3}, {Text: "a \u0416", Style: st, Index: 4}}, ragged())
	if got := p.Missing(); len(got) != 1 || got[0] != (Gap{'\u0416', 4}) {
		t.Errorf("missing %v", got)
	}
}

func TestWidths(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper()}
	p := b.Prepare([]Span{{Text: "aa bbbb c", Style: squareStyle(t, 0)}}, ragged())
	if p.Widest() != pt(40) || p.NaturalWidth() != pt(90) {
		t.Errorf("widest %v, natural %v", p.Widest(), p.NaturalWidth())
	}
}

func TestTrackingEndsWithTheLastLetter(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper()}
	p := ragged()
	p.Align = FlushRight
	l := b.Prepare([]Span{{Text: "aaa", Style: squareStyle(t, 100)}}, p).Break(Uniform(pt(60)))[0]
	if l.Width != pt(32) || l.Pieces[0].X != pt(28) {
		t.Errorf("width %v at %v, want 32 at 28", l.Width, l.Pieces[0].X)
	}
}

func TestSpansKeepTheirPlaces(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper()}
	st, bold := squareStyle(t, 0), squareStyle(t, 0)
	bold.Size = pt(20)
	lines := b.Prepare([]Span{
		{Text: "aa b", Style: st}, {Text: "BB", Style: bold, Index: 1}, {Text: "b cc", Style: st, Index: 2},
	}, ragged()).Break(Uniform(pt(200)))
	var got []float64
	for _, q := range lines[0].Pieces {
		got = append(got, q.X.Points(), float64(q.Span))
	}
	want := []float64{0, 0, 20, 0, 30, 0, 40, 1, 80, 2, 90, 2, 100, 2}
	if len(got) != len(want) {
		t.Fatalf("pieces %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("pieces %v, want %v", got, want)
		}
	}
	if got := texts(b.Prepare([]Span{
		{Text: "aa b", Style: st}, {Text: "BB", Style: bold, Index: 1}, {Text: "b cc", Style: st, Index: 2},
	}, ragged()).Break(Uniform(pt(85)))); got != "aa|bBBb|cc" {
		t.Errorf("a word of three styles is one: %s", got)
	}
}

func TestOverfull(t *testing.T) {
	lines := set(t, "a 一", 0.5, ragged())
	for _, l := range lines {
		if !l.Overfull {
			t.Errorf("%q in half an em is not overfull", l.Text)
		}
	}
	if got := texts(lines); got != "a|一" {
		t.Errorf("got %s", got)
	}
}
