package para

import (
	"strings"
	"testing"

	"masthead/layout/geom"
	"masthead/layout/text"
)

func TestMixedSizesEndAtTheMeasure(t *testing.T) {
	small, large := squareStyle(t, 0), squareStyle(t, 30)
	large.Size = pt(13.3)
	b := &Breaker{Shaper: text.NewShaper(), Hyphen: british(t)}
	var spans []Span
	for i := range 40 {
		st := small
		if i%3 == 0 {
			st = large
		}
		spans = append(spans, Span{Text: []string{"international ", "of", " migration", ", and ", "“cross-border” "}[i%5], Style: st, Index: i})
	}
	p := Defaults(Justified, "en-GB")
	lines := b.Prepare(spans, p).Break(Uniform(pt(333.3)))
	var want strings.Builder
	for _, s := range spans {
		want.WriteString(s.Text)
	}
	check(t, lines, want.String())
	justified, last := 0, -1
	for i := range lines {
		l := &lines[i]
		if l.Justified && l.Spaces > 0 {
			justified++
			if e, edge := end(l), pt(333.3)+p.hangRight([]text.Run{l.Pieces[len(l.Pieces)-1].Run}); e != edge {
				t.Errorf("%q ends at %v, want %v", l.Text, e, edge)
			}
		}
		for _, q := range l.Pieces {
			if q.Span < last {
				t.Errorf("span %d after %d", q.Span, last)
			}
			last = q.Span
		}
	}
	if justified < 5 {
		t.Errorf("%d of %d lines justified", justified, len(lines))
	}
}

func TestNoBreakSpacesStretchWithTheOthers(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper()}
	p := plain()
	l := &b.Prepare([]Span{{Text: "a\u00a0b c eeeeeeee", Style: squareStyle(t, 0)}}, p).Break(Uniform(pt(90)))[0]
	if l.Text != "a\u00a0b c" || l.Spaces != 2 {
		t.Fatalf("line %q, %d spaces", l.Text, l.Spaces)
	}
	if l.Pieces[2].X != pt(40) || l.Pieces[4].X != pt(80) {
		t.Errorf("words at %v and %v, want 40 and 80", l.Pieces[2].X, l.Pieces[4].X)
	}
	// A narrow no-break space keeps its width.
	l = &b.Prepare([]Span{{Text: "a\u202fb c eeeeeee", Style: squareStyle(t, 0)}}, p).Break(Uniform(pt(70)))[0]
	if l.Spaces != 1 || l.Pieces[2].X != pt(20) || l.Pieces[4].X != pt(60) {
		t.Errorf("line %+v", l)
	}
}

func TestFrenchMarksStayWithTheirWord(t *testing.T) {
	src := "« Que dites-vous ? » demanda-t-il : rien !"
	b := &Breaker{Shaper: text.NewShaper()}
	q := b.Prepare([]Span{{Text: src, Style: squareStyle(t, 0)}}, ragged())
	for w := 60.0; w < 400; w += 10 {
		lines := q.Break(Uniform(pt(w)))
		check(t, lines, src)
		if w < float64(q.Widest())/65536 {
			continue
		}
		for _, l := range lines {
			if strings.ContainsAny(l.Text[:1], "?:!") || strings.HasPrefix(l.Text, "»") || strings.HasSuffix(l.Text, "«") {
				t.Errorf("%g pt: line %q", w, l.Text)
			}
		}
	}
}

func TestGermanNounsAreHyphenated(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper(), Hyphen: patterns(t, "de")}
	st := readingStyle(t, "source-serif-4/SourceSerif4-Regular.ttf", 9.5)
	src := "Die Migrationspartnerschaftsvereinbarung zwischen den Innenministerien regelt die Zusammenarbeit der Grenzschutzbehörden und der Ausländerverwaltungen."
	hyphens := 0
	lines := b.Prepare([]Span{{Text: src, Style: st}}, Defaults(FlushLeft, "de-DE")).Break(Uniform(pt(110)))
	check(t, lines, src)
	for _, l := range lines {
		if l.Overfull {
			t.Errorf("overfull %q", l.Text)
		}
		if l.Hyphenated {
			hyphens++
		}
	}
	if hyphens == 0 {
		t.Errorf("no hyphen in %s", texts(lines))
	}
}

func TestMemoryIsBounded(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper()}
	q := b.Prepare([]Span{{Text: "aa bb cc dd ee", Style: squareStyle(t, 0)}}, ragged())
	for i := range 100 {
		q.Break(Uniform(pt(40 + float64(i))))
		q.Measure(Uniform(pt(40+float64(i))), 1, nil)
	}
	if len(q.memo) > remembered {
		t.Errorf("%d results remembered", len(q.memo))
	}
	if a, b := q.Break(Uniform(pt(50))), q.Break(Uniform(pt(50))); &a[0] != &b[0] {
		t.Error("the last result was not remembered")
	}
}

func TestSoftHyphensInARow(t *testing.T) {
	p := ragged()
	for src, want := range map[string]string{
		"aaa\u00ad\u00adbbb ccc": "aaa~|bbb ccc",
		"aaa-\u00adbbb ccc":      "",
		"\u00adaaa bbb\u00ad":    "",
		"\u00ad":                 "",
	} {
		got := texts(set(t, src, 7, p))
		if want != "" && got != "aaabbb|ccc" && got != want {
			t.Errorf("%q: got %s", src, got)
		}
	}
}

func TestHangingInRaggedText(t *testing.T) {
	p := ragged()
	p.Protrude = Hanging()
	for align, want := range map[Align]float64{FlushLeft: -5, Centered: 12.5, FlushRight: 30} {
		p.Align = align
		b := &Breaker{Shaper: text.NewShaper()}
		l := b.Prepare([]Span{{Text: "“aa”", Style: squareStyle(t, 0)}}, p).Break(Uniform(pt(65)))[0]
		if l.Width != pt(30) || l.Pieces[0].X != pt(want) {
			t.Errorf("align %d: width %v, begins at %v, want %v", align, l.Width, l.Pieces[0].X, want)
		}
	}
}

func TestTallParagraphGrowsLinearly(t *testing.T) {
	// Nodes are the work done: twice the text may not cost much more than twice.
	b := &Breaker{Shaper: text.NewShaper(), Hyphen: british(t)}
	st := squareStyle(t, 0)
	work := func(n int) int {
		q := b.Prepare([]Span{{Text: strings.Repeat("the international community of migration and what it is worth ", n), Style: st}}, Defaults(Justified, "en-GB"))
		q.Break(Uniform(geom.Length(pt(500))))
		return len(q.search.nodes)
	}
	if one, four := work(50), work(200); four > 5*one {
		t.Errorf("%d nodes for a text, %d for four times as much", one, four)
	}
}
