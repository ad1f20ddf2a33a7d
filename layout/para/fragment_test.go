package para

import (
	"reflect"
	"strings"
	"testing"

	"masthead/layout/text"
)

// TestFragmentsAreWhatShapingGives cuts every word of the prose at every point
// and compares with the part shaped by itself, kerning and ligatures included.
func TestFragmentsAreWhatShapingGives(t *testing.T) {
	for _, font := range []string{"source-serif-4/SourceSerif4-Regular.ttf", "newsreader/Newsreader-Italic.ttf"} {
		st := readingStyle(t, font, 10)
		sh := text.NewShaper()
		b := &Breaker{Shaper: sh, Hyphen: british(t)}
		p := Defaults(Justified, "en-GB")
		p.FinalHyphen = true
		src := prose(t) + " office’s affluent baffling suffix efficiently waffle refined Ta-wawa"
		q := b.Prepare([]Span{{Text: src, Style: st}}, p)
		cuts := 0
		for i := range q.elems {
			e := &q.elems[i]
			for _, pt := range q.points[e.first:e.last] {
				at := int(pt.at)
				hy := pt.kind.addsHyphen()
				head, rest := q.fragment(e, cut{0, at, hy}), q.fragment(e, cut{at, len(e.text), false})
				want := e.text[:at]
				if hy {
					want += "-"
				}
				if got, w := runsWidth(head), sh.Shape(st, want).Width; got != w {
					t.Errorf("%s: %q is %v, shaped %v", font, want, got, w)
				}
				if got, w := runsWidth(rest), sh.Shape(st, e.text[at:]).Width; got != w {
					t.Errorf("%s: %q is %v, shaped %v", font, e.text[at:], got, w)
				}
				cuts++
			}
		}
		if cuts < 200 {
			t.Errorf("only %d cuts", cuts)
		}
	}
}

func TestAddedHyphenIsAPieceOfItsOwn(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper()}
	st := squareStyle(t, 0)
	q := b.Prepare([]Span{{Text: "mi\u00adgration", Style: st}}, Params{})
	runs := q.fragment(&q.elems[0], cut{0, 2, true})
	before, hyphen, ok := splitHyphen(runs)
	if !ok || len(before) != 1 || len(before[0].Glyphs) != 2 || before[0].Width != pt(20) || hyphen.Width != pt(10) {
		t.Errorf("before %v, hyphen %v, %v", before, hyphen, ok)
	}
	if w := b.Shaper.Shape(st, "migration"); w.Runs[0].Glyphs[1].Text != "i" || len(w.Runs[0].Glyphs) != 9 {
		t.Error("the shared word was changed")
	}
}

func TestCutThroughACluster(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper()}
	st := readingStyle(t, "source-serif-4/SourceSerif4-Regular.ttf", 10)
	q := b.Prepare([]Span{{Text: "office", Style: st}}, Params{})
	e := &q.elems[0]
	var joined strings.Builder
	for _, c := range []cut{{0, 2, false}, {2, 3, false}, {3, 6, false}} {
		for _, r := range q.fragment(e, c) {
			for _, g := range r.Glyphs {
				joined.WriteString(g.Text)
			}
		}
	}
	if joined.String() != "office" {
		t.Errorf("the parts read %q", joined.String())
	}
}

func TestBreakingIsDeterministic(t *testing.T) {
	st := readingStyle(t, "newsreader/Newsreader-Regular.ttf", 9.1)
	src := strings.Split(prose(t), "\n\n")
	run := func(order int) [][]string {
		b := &Breaker{Shaper: text.NewShaper(), Hyphen: british(t)}
		out := make([][]string, len(src))
		for i := range src {
			k := (i*order + i) % len(src)
			if order == 0 {
				k = len(src) - 1 - i
			}
			for _, l := range b.Prepare([]Span{{Text: src[k], Style: st}}, Defaults(Justified, "en-GB")).Break(Uniform(pt(129))) {
				out[k] = append(out[k], l.Text)
			}
		}
		return out
	}
	if !reflect.DeepEqual(run(0), run(len(src))) {
		t.Error("the lines depend on what was set before")
	}
}
