package para

import (
	"strings"
	"testing"

	"masthead/layout/geom"
	"masthead/layout/text"
)

func title() Params {
	p := Defaults(FlushLeft, "en-GB")
	p.Balanced = true
	return p
}

func TestBalancedLinesAreEven(t *testing.T) {
	for _, c := range []struct {
		src   string
		chars float64
		want  string
	}{
		{"aaaa bbbb cccc d", 14, "aaaa bbbb|cccc d"},
		{"aaaa bbbb", 14, "aaaa bbbb"},
		{"aa bb cc dd ee ff gg hh", 20, "aa bb cc dd|ee ff gg hh"},
		{"one two three four five six seven", 15, "one two three|four five|six seven"},
	} {
		if got := texts(set(t, c.src, c.chars, title())); got != c.want {
			t.Errorf("%d lines, got %s, want %s", len(strings.Split(got, "|")), got, c.want)
		}
	}
}

func TestBalancedNeverAddsALine(t *testing.T) {
	src := "Working visit of a delegation of the National Immigration Administration to Europe on border management"
	b := &Breaker{Shaper: text.NewShaper(), Hyphen: british(t)}
	p := b.Prepare([]Span{{Text: src, Style: readingStyle(t, "source-serif-4/SourceSerif4Display-Semibold.ttf", 28)}}, title())
	for w := 200.0; w < 520; w += 7 {
		lines := p.Break(Uniform(pt(w)))
		check(t, lines, src)
		fewest := countLines(p.breaks, newLineWidths(Uniform(pt(w)), &p.params), 0, false)
		if len(lines) != fewest {
			t.Errorf("%g pt: %d lines, %d would do", w, len(lines), fewest)
		}
		for _, l := range lines {
			if l.Hyphenated || l.Overfull || l.Width > l.Measure {
				t.Errorf("%g pt: line %+v", w, l)
			}
		}
	}
}

func TestBalancedKeepsLittleWordsWithTheNext(t *testing.T) {
	got := texts(set(t, "Progress report on the border", 22, title()))
	if got != "Progress report|on the border" {
		t.Errorf("got %s", got)
	}
}

func TestNoLoneShortWordInTheLastLine(t *testing.T) {
	// The narrowest measure alone would be content with "of it".
	for chars := 12.0; chars < 40; chars++ {
		lines := set(t, "International cooperation on migration and what became of it", chars, title())
		last := lines[len(lines)-1]
		if len(lines) > 1 && !strings.Contains(last.Text, " ") && last.Width < last.Measure/2 {
			t.Errorf("%g characters: %s", chars, texts(lines))
		}
	}
}

func TestBalancedUpToMaxLines(t *testing.T) {
	p := title()
	p.MaxLines, p.LastLineDemerits = 2, 0
	if got := texts(set(t, "aa bb cc dd ee ff gg hh ii", 11, p)); got != "aa bb cc dd|ee ff gg hh|ii" {
		t.Errorf("three lines are balanced all the same: %s", got)
	}
	p.MaxLines = 3
	if got := texts(set(t, "aa bb cc dd ee ff gg hh ii", 11, p)); got != "aa bb cc|dd ee ff|gg hh ii" {
		t.Errorf("got %s", got)
	}
}

func TestBalancedHeedsMinMeasure(t *testing.T) {
	// Two lines fit in 11 characters; at 0.9 of 30 both stay wide enough to
	// hold the first line as it comes.
	p := title()
	p.MinMeasure = 0.9
	lines := set(t, "aaaaaaaaaa bbbbbbbbbb cccccccccc", 30, p)
	if len(lines) != 2 {
		t.Fatalf("got %s", texts(lines))
	}
}

func TestBalancedTitleWithAWordTooWide(t *testing.T) {
	for _, chars := range []float64{1, 3, 8} {
		lines := set(t, "Donaudampfschifffahrt in 2026", chars, title())
		for _, l := range lines {
			if l.Overfull {
				t.Errorf("%g characters: overfull %q", chars, l.Text)
			}
		}
	}
}

func TestBalancedHardBreak(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper()}
	st := squareStyle(t, 0)
	lines := b.Prepare([]Span{{Text: "aa bb", Style: st, Break: true}, {Text: "cc dd ee ff gg", Style: st}}, title()).Break(Uniform(pt(100)))
	if got := texts(lines); got != "aa bb|cc dd|ee ff gg" && got != "aa bb|cc dd ee|ff gg" {
		t.Errorf("got %s", got)
	}
}

func BenchmarkBalanced(b *testing.B) {
	br := &Breaker{Shaper: text.NewShaper()}
	st := readingStyle(b, "source-serif-4/SourceSerif4Display-Semibold.ttf", 28)
	p := br.Prepare([]Span{{Text: "Field visit for representatives of EU Member States and Schengen Area countries to Hainan province", Style: st}}, title())
	b.ReportAllocs()
	for b.Loop() {
		p.memo = p.memo[:0]
		p.Break(Uniform(geom.Pt(329)))
	}
}
