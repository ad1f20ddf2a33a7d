package para

import (
	"strings"
	"testing"

	"masthead/layout/geom"
	"masthead/layout/text"
)

func chinese(t *testing.T, src string, chars float64, change func(*Params)) []Line {
	t.Helper()
	b := &Breaker{Shaper: text.NewShaper()}
	st := squareStyle(t, 0)
	st.Language = "zh-CN"
	p := Defaults(Justified, "zh-CN")
	if change != nil {
		change(&p)
	}
	lines := b.Prepare([]Span{{Text: src, Style: st}}, p).Break(Uniform(pt(10 * chars)))
	check(t, lines, src)
	return lines
}

func TestHanBreaksAnywhere(t *testing.T) {
	if got := texts(chinese(t, "一丁七万丈三上下丌不与丏", 5, nil)); got != "一丁七万丈|三上下丌不|与丏" {
		t.Errorf("got %s", got)
	}
}

func TestLastLineHoldsTwoCharacters(t *testing.T) {
	if got := texts(chinese(t, "一丁七万丈三上下丌不与丏丐丑丒专且", 8, nil)); strings.HasSuffix(got, "|且") {
		t.Errorf("got %s", got)
	}
}

func TestKinsoku(t *testing.T) {
	for chars := 4.0; chars < 12; chars++ {
		lines := chinese(t, "一丁七，万丈三（上下）丌不。「与丏」丐丑丒专且、丕世丗《丘丙》业丛东丝！", chars, nil)
		for _, l := range lines {
			r := []rune(l.Text)
			if strings.ContainsRune(hanClosing, r[0]) || strings.ContainsRune(hanOpening, r[len(r)-1]) {
				t.Errorf("%g characters: line %q", chars, l.Text)
			}
		}
	}
}

// A word that no line holds is torn, but not from the stop before it.
func TestKinsokuBesideAnAddress(t *testing.T) {
	for chars := 4.0; chars < 12; chars++ {
		for _, l := range chinese(t, "一丁七万丈三上下。https://example.org/abcdefghijklmnop。丌不与丏", chars, nil) {
			if r := []rune(l.Text); strings.ContainsRune(hanClosing, r[0]) {
				t.Errorf("%g characters: line %q", chars, l.Text)
			}
		}
	}
}

func TestQuarterEmBetweenHanAndLatin(t *testing.T) {
	l := chinese(t, "一丁EU七", 20, nil)[0]
	if l.Width != pt(55) {
		t.Errorf("width %v, want five characters and two quarters", l.Width)
	}
	if x := l.Pieces[2].X; x != pt(22.5) {
		t.Errorf("the Latin word is at %v", x)
	}
	if l := chinese(t, "一丁EU七", 2, nil)[1]; l.Text != "EU" || l.Pieces[0].X != 0 {
		t.Errorf("the quarter stays at a break: %+v", l)
	}
}

func TestAdjacentPunctuationCloses(t *testing.T) {
	for src, want := range map[string]float64{
		"一。「丁":  35, // stop and bracket share an em
		"一」，丁":  35,
		"一（「丁":  35,
		"一，丁":   30,
		"一丁七。」": 40, // and the last one's blank is no part of the line
	} {
		if l := chinese(t, src, 20, nil)[0]; l.Width != pt(want) {
			t.Errorf("%s: %v, want %v", src, l.Width, want)
		}
	}
}

func TestHanLinesAreJustifiedBetweenCharacters(t *testing.T) {
	lines := chinese(t, "一丁七万丈三上下丌不与丏丐丑", 5.2, nil)
	l := &lines[0]
	if !l.Justified || end(l) != pt(52) {
		t.Fatalf("line %+v", l)
	}
	for i := 1; i < len(l.Pieces); i++ {
		if d := l.Pieces[i].X - l.Pieces[i-1].X; d != pt(10.5) {
			t.Errorf("character %d is %v after the one before, want 10.5", i, d)
		}
	}
}

func TestChineseIndent(t *testing.T) {
	lines := chinese(t, "一丁七万丈三上下丌不", 6, func(p *Params) { p.Indent = 2 * pt(10) })
	if got := texts(lines); got != "一丁七万|丈三上下丌不" || lines[0].Pieces[0].X != pt(20) {
		t.Errorf("got %s", got)
	}
}

func TestHanInsideEnglish(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper()}
	lines := b.Prepare([]Span{{Text: "aaa 一丁七 bbb", Style: squareStyle(t, 0)}}, ragged()).Break(Uniform(pt(60)))
	if got := texts(lines); got != "aaa 一丁|七 bbb" {
		t.Errorf("got %s", got)
	}
	var x geom.Length
	for _, q := range lines[0].Pieces {
		if q.X < x {
			t.Errorf("piece at %v after %v", q.X, x)
		}
		x = q.X
	}
}
