package para

import (
	"math"
	"strings"
	"testing"

	"masthead/layout/geom"
	"masthead/layout/text"
)

// plain are justified settings without letter-spacing and hanging, for exact
// arithmetic.
func plain() Params {
	p := Defaults(Justified, "en-GB")
	p.Hyphenate, p.Protrude, p.LetterSpace, p.MinLastLine = false, nil, LetterSpace{}, 0
	p.WordSpace = WordSpace{0.5, 1, 2}
	return p
}

func TestSpacesShareTheSlackExactly(t *testing.T) {
	// "aa bb cc" is 80 wide: three ways to fill 81 pt leave a rest of one third.
	b := &Breaker{Shaper: text.NewShaper()}
	p := b.Prepare([]Span{{Text: "a b c d eeeeeeeeee", Style: squareStyle(t, 0)}}, plain())
	l := &p.Break(Uniform(pt(100)))[0]
	if l.Text != "a b c d" || !l.Justified || l.Spaces != 3 {
		t.Fatalf("line %+v", l)
	}
	if end(l) != pt(100) {
		t.Errorf("ends at %v", end(l))
	}
	if l.Ratio != 1 {
		t.Errorf("ratio %v, want 1: 30 pt over three spaces of 10 that may double", l.Ratio)
	}
	third := []float64{0, 10, 30, 40, 60, 70, 90}
	for i, q := range l.Pieces {
		if q.X != pt(third[i]) {
			t.Errorf("piece %d at %v, want %v", i, q.X, third[i])
		}
	}
}

func TestShrinkingIsLimited(t *testing.T) {
	// Three spaces give 15 pt at most.
	lines := set(t, "a b c d ee ffffffff", 8.5, plain())
	for _, l := range lines {
		if l.Ratio < -1 || l.Overfull {
			t.Errorf("line %+v", l)
		}
	}
	if got := texts(set(t, "a b c ddd ee ffffff", 8.5, plain())); !strings.HasPrefix(got, "a b c ddd|") {
		t.Errorf("90 pt of text shrink into 85: got %s", got)
	}
}

func TestLettersTakeTheirShareFirst(t *testing.T) {
	p := plain()
	p.LetterSpace = LetterSpace{Min: -20, Max: 50, Share: 1}
	// 104 pt for 100: 5 letter gaps of 0.5 pt at most, the space gets the rest.
	lines := set(t, "aaaa bbbbb cccccccccc", 10.4, p)
	l := lines[0]
	if l.Text != "aaaa bbbbb" || !l.Justified {
		t.Fatalf("line %+v", l)
	}
	if got := l.Pieces[0].Letter; got != pt(0.5) {
		t.Errorf("letter-spacing %v, want 0.5pt", got)
	}
	if x := l.Pieces[2].X; x != pt(104-50-4*0.5) {
		t.Errorf("second word at %v", x)
	}
	if end(&l) != pt(104) {
		t.Errorf("ends at %v", end(&l))
	}
	p.LetterSpace.Share = 0
	if got := set(t, "aaaa bbbbb cccccccccc", 10.4, p)[0].Pieces[0].Letter; got != 0 {
		t.Errorf("letter-spacing %v with no share and space to spare", got)
	}
	// Beyond the limit of the spaces letters help even without a share.
	if got := set(t, "aaaa bbbbb cccccccccccc", 12, p)[0].Pieces[0].Letter; got != pt(0.5) {
		t.Errorf("letter-spacing %v beyond the spaces' limit, want 0.5pt", got)
	}
}

func TestHangingPunctuation(t *testing.T) {
	p := plain()
	p.Protrude = map[rune][2]float64{',': {0, 0.6}, '“': {0.5, 0}, '-': {0, 0.5}}
	lines := set(t, "“aa bbb, cccccc", 7, p)
	l := &lines[0]
	if l.Text != "“aa bbb," {
		t.Fatalf("got %s", texts(lines))
	}
	// 80 pt less 5 at the left and 6 at the right: 69 for a measure of 70.
	if l.Width != pt(69) || l.Pieces[0].X != -pt(5) || end(l) != pt(76) {
		t.Errorf("width %v from %v to %v", l.Width, l.Pieces[0].X, end(l))
	}
	p.Hyphenate, p.Tolerance = true, 10
	for _, l := range set(t, "aaaa representation of it all", 12, p) {
		if q := l.Pieces[len(l.Pieces)-1]; q.Hyphen && end(&l) != pt(125) {
			t.Errorf("the hyphen ends at %v, want half of it outside of 120", end(&l))
		}
	}
}

func TestLastLineIsNatural(t *testing.T) {
	lines := set(t, "aa bb cc dd ee", 8, plain())
	l := &lines[len(lines)-1]
	if l.Justified || l.Ratio != 0 || end(l) != l.Width {
		t.Errorf("last line %+v", l)
	}
}

func TestShortLastLineCosts(t *testing.T) {
	p := plain()
	p.WordSpace.Min, p.SpaceDemerits, p.ExtraLoose, p.Tolerance = 0.9, 100, 0, 3
	src := "aaa bbb ccc ddd e"
	if got := texts(set(t, src, 15, p)); got != "aaa bbb ccc ddd|e" {
		t.Errorf("without the rule: %s", got)
	}
	p.MinLastLine = 0.2
	if got := texts(set(t, src, 15, p)); got != "aaa bbb ccc|ddd e" {
		t.Errorf("with the rule: %s", got)
	}
}

func TestLoneWordIsNotStretched(t *testing.T) {
	p := plain()
	lines := set(t, "aaaa bbbbbbbbb cccc", 9, p)
	l := &lines[0]
	if l.Text != "aaaa" || l.Justified || end(l) != pt(40) {
		t.Errorf("line %+v", l)
	}
}

func TestLooseness(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper()}
	p := plain()
	p.WordSpace, p.Tolerance = WordSpace{0.4, 1, 2}, 3
	q := b.Prepare([]Span{{Text: strings.Repeat("aa bb cc dd ", 12), Style: squareStyle(t, 0)}}, p)
	n := len(q.Break(Uniform(pt(120))))
	for _, d := range []int{-1, 1} {
		lines := setAll(q.Measure(Uniform(pt(120)), d, nil))
		if len(lines) != n+d {
			t.Errorf("looseness %d: %d lines, natural %d", d, len(lines), n)
		}
		for i := range lines {
			checkLine(t, &lines[i])
		}
	}
	if got := len(setAll(q.Measure(Uniform(pt(120)), 30, nil))); got <= n {
		t.Errorf("looseness 30: %d lines, natural %d", got, n)
	}
}

// TestCleanLines asks of every line that ends in a hyphen that it does not; most
// can be had, in as many lines, and nothing is lost.
func TestCleanLines(t *testing.T) {
	src := strings.Split(prose(t), "\n\n")[0]
	b := &Breaker{Shaper: text.NewShaper(), Hyphen: british(t)}
	p := Defaults(Justified, "en-GB")
	p.Tolerance = 3
	q := b.Prepare([]Span{{Text: src, Style: readingStyle(t, "source-serif-4/SourceSerif4-Regular.ttf", 9.5)}}, p)
	w := Uniform(pt(135))
	best := q.Break(w)
	asked, had := 0, 0
	for k := range best {
		if !best[k].Hyphenated {
			continue
		}
		asked++
		lines := setAll(q.Measure(w, 0, []int{k + 1}))
		checkWords(t, lines, src)
		if len(lines) == len(best) && !lines[k].Hyphenated {
			had++
		}
	}
	if asked == 0 || 2*had < asked {
		t.Errorf("%d of %d lines without their hyphen", had, asked)
	}
}

// TestMeasuredLines measures lines without setting them: what is known of them then
// is what holds when they are set, to the unit.
func TestMeasuredLines(t *testing.T) {
	st := readingStyle(t, "source-serif-4/SourceSerif4-Regular.ttf", 9.5)
	b := &Breaker{Shaper: text.NewShaper(), Hyphen: british(t)}
	for _, align := range []Align{FlushLeft, Justified} {
		for _, para := range strings.Split(prose(t), "\n\n") {
			q := b.Prepare([]Span{{Text: para, Style: st}}, Defaults(align, "en-GB"))
			for _, measure := range []float64{40, 129.3, 226.77} {
				lines := q.Measure(Uniform(pt(measure)), 0, nil)
				for i := range lines {
					was := lines[i]
					lines[i].Set()
					now := &lines[i]
					if was.Pieces != nil || now.Pieces == nil {
						t.Fatal("pieces are not set when they are asked for")
					}
					// Runs are rounded one by one.
					if math.Abs(float64(was.Width-now.Width)) > 2 || math.Abs(was.Ratio-now.Ratio) > 1e-4 || was.Justified != now.Justified || was.Overfull != now.Overfull {
						t.Errorf("%q at %v: %v %v %v %v, and when set %v %v %v %v", now.Text, measure,
							was.Width, was.Ratio, was.Justified, was.Overfull, now.Width, now.Ratio, now.Justified, now.Overfull)
					}
				}
			}
		}
	}
}

func TestJustifiedLinesEndAtTheMeasure(t *testing.T) {
	src := prose(t)
	st := readingStyle(t, "source-serif-4/SourceSerif4-Regular.ttf", 9.5)
	b := &Breaker{Shaper: text.NewShaper(), Hyphen: british(t)}
	for _, para := range strings.Split(src, "\n\n") {
		p := Defaults(Justified, "en-GB")
		p.Indent = pt(9)
		q := b.Prepare([]Span{{Text: para, Style: st}}, p)
		for _, measure := range []float64{90, 129.3, 226.77, 400} {
			lines := q.Break(Uniform(pt(measure)))
			check(t, lines, para)
			for i := range lines {
				l := &lines[i]
				last := &l.Pieces[len(l.Pieces)-1]
				hang := p.hangRight([]text.Run{last.Run})
				if l.Justified && end(l) != pt(measure)+hang {
					t.Errorf("%q ends at %v, measure %v", l.Text, end(l), measure)
				}
				if !l.Justified && !l.Hard && l.Spaces > 0 {
					t.Errorf("%q is not justified", l.Text)
				}
				if min, max := letterLimits(l); min < -15 || max > 20 {
					t.Errorf("%q: letter-spacing of %d to %d thousandths", l.Text, min, max)
				}
			}
		}
	}
}

// letterLimits returns the extremes of letter-spacing in 1/1000 em.
func letterLimits(l *Line) (low, high int64) {
	for i := range l.Pieces {
		if q := &l.Pieces[i]; !q.Space {
			v := int64(q.Letter) * 1000 / int64(q.Run.Size)
			low, high = min(low, v), max(high, v)
		}
	}
	return low, high
}

func TestOriginsFollowTheLetters(t *testing.T) {
	q := Piece{Letter: pt(1)}
	w := text.NewShaper().Shape(squareStyle(t, 0), "abc")
	q.Run = w.Runs[0]
	got := q.Origins(nil)
	for i, want := range []geom.Length{0, pt(11), pt(22)} {
		if got[i] != want {
			t.Errorf("glyph %d at %v, want %v", i, got[i], want)
		}
	}
	if q.Advance() != pt(32) {
		t.Errorf("advance %v", q.Advance())
	}
}
