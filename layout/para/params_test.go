package para

import (
	"testing"

	"masthead/layout/geom"
	"masthead/layout/text"
)

func TestZeroParamsSetText(t *testing.T) {
	if got := texts(set(t, "aa bb cc dd", 5, Params{})); got != "aa bb|cc dd" {
		t.Errorf("got %s", got)
	}
	for _, l := range set(t, "aa bb cc dd", 6, Params{Align: Justified}) {
		if l.Overfull {
			t.Errorf("overfull %q", l.Text)
		}
	}
}

func TestAbsurdParamsAreTamed(t *testing.T) {
	p := Params{
		MinMeasure: 7, MaxHyphensInRow: 99, HyphenLeft: -1, RagDemerits: -4, SpaceDemerits: -1, Tolerance: -3,
		WordSpace: WordSpace{Min: 3, Ideal: 1, Max: 0.2}, LetterSpace: LetterSpace{Min: 5, Max: -5, Share: 9},
	}.normal()
	if p.MinMeasure != 0.6 || p.MaxHyphensInRow != maxRun || p.HyphenLeft != 1 || p.RagDemerits <= 0 || p.SpaceDemerits <= 0 || p.Tolerance <= 0 {
		t.Errorf("got %+v", p)
	}
	if p.WordSpace != (WordSpace{1, 1, 1}) || p.LetterSpace != (LetterSpace{0, 0, 1}) {
		t.Errorf("spaces %+v %+v", p.WordSpace, p.LetterSpace)
	}
}

func TestDefaults(t *testing.T) {
	rag, full, de, zh := Defaults(FlushLeft, "en-GB"), Defaults(Justified, "en-GB"), Defaults(FlushLeft, "de-AT"), Defaults(Justified, "zh-CN")
	if rag.HyphenateCapitals || rag.Zone != 26*geom.Point || rag.HyphenPenalty != 405 || rag.MinWord != 6 {
		t.Errorf("ragged: %+v", rag)
	}
	if !de.HyphenateCapitals {
		t.Error("German nouns are not hyphenated")
	}
	if full.LetterSpace.Min < -15 || full.LetterSpace.Max > 20 || full.Protrude == nil || full.Zone != 0 {
		t.Errorf("justified: %+v", full)
	}
	if zh.Hyphenate || zh.LetterSpace != (LetterSpace{}) || zh.Protrude['，'][1] != 0.5 || zh.Protrude[','][1] != 0 {
		t.Errorf("Chinese: %+v", zh)
	}
	for lang, want := range map[string]bool{"zh": true, "zh-Hans-CN": true, "ja": true, "zu": false, "jav": false, "": false} {
		if isHan(lang) != want {
			t.Errorf("isHan(%q) is %v", lang, !want)
		}
	}
}

func TestHangingTable(t *testing.T) {
	p := Params{Protrude: Hanging()}
	sh, st := text.NewShaper(), squareStyle(t, 0)
	for s, want := range map[string][2]float64{
		"a": {0, 0}, "a,": {0, 6}, "a.": {0, 6}, "a-": {0, 6.2}, "a\u00ad": {0, 0}, "a;": {0, 3.5},
		"“a”": {5, 5}, "‘a’": {5, 5}, "(a)": {1, 1},
	} {
		runs := sh.Shape(st, s).Runs
		if s == "a\u00ad" {
			runs[0].Glyphs = []text.Glyph{runs[0].Glyphs[0], {ID: runs[0].Glyphs[0].ID, Advance: 1000, Text: softHyphen}}
			want[1] = 6.2
		}
		if l, r := p.hangLeft(runs), p.hangRight(runs); l != pt(want[0]) || r != pt(want[1]) {
			t.Errorf("%q hangs %v and %v, want %v", s, l, r, want)
		}
	}
	// Nothing sticks out by more than 3 pt at 12 pt.
	for r, f := range Hanging() {
		for _, v := range f {
			if v < 0 || v > 0.62 {
				t.Errorf("%q hangs by %v", r, v)
			}
		}
	}
	if none := (&Params{}); none.hangLeft(sh.Shape(st, "“").Runs) != 0 || none.hangRight(nil) != 0 {
		t.Error("something hangs without a table")
	}
}

func TestIsAddress(t *testing.T) {
	for s, want := range map[string]bool{
		"https://a.eu": true, "www.iom.int": true, "iombeijing@iom.int": true, "iom.int/news": true, "mailto:a@b.eu": true,
		"and/or": false, "e.g.": false, "24/72/144-hour": false, "@": false, "3.5": false, "a.b": false, "U.S./EU": true,
	} {
		var w []char
		for i, r := range s {
			w = append(w, char{r: r, off: int32(i)})
		}
		if isAddress(w) != want {
			t.Errorf("isAddress(%q) is %v", s, !want)
		}
	}
}

func TestHanBreak(t *testing.T) {
	for pair, want := range map[string]bool{
		"一丁": true, "一，": false, "，一": true, "（一": false, "一（": true, "」「": true, "「「": false, "一a": true, "a一": true,
		"一,": false, "(一": false, "一(": true, "——": false, "……": false, "。」": false, "一々": false,
	} {
		r := []rune(pair)
		if hanBreak(r[0], r[1]) != want {
			t.Errorf("break within %s is %v", pair, !want)
		}
	}
}

func TestSlots(t *testing.T) {
	w := Widths{First: []geom.Length{pt(50), pt(60)}, Offsets: []geom.Length{pt(30)}, Rest: pt(100)}
	l := newLineWidths(w, &Params{Indent: pt(10), Hanging: pt(5)})
	for i, want := range [][2]float64{{40, 40}, {5, 55}, {5, 95}, {5, 95}} {
		if start, measure := l.slot(int32(i)); start != pt(want[0]) || measure != pt(want[1]) {
			t.Errorf("line %d from %v, %v wide, want %v", i, start, measure, want)
		}
	}
	if l.special != 2 || l.narrowest() != pt(40) {
		t.Errorf("special %d, narrowest %v", l.special, l.narrowest())
	}
	if l := newLineWidths(Uniform(pt(100)), &Params{}); l.special != 0 {
		t.Errorf("uniform lines: %d special", l.special)
	}
	if l := newLineWidths(Uniform(pt(100)), &Params{Indent: pt(9)}); l.special != 1 {
		t.Errorf("an indent: %d special", l.special)
	}
}
