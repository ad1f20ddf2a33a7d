package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"masthead/layout/geom"
)

func TestKinds(t *testing.T) {
	for k, chars := range map[kind]string{
		letter: "aZßЖαőא한", han: "中々かカㄅ〇", wide: "，。（）「」！％ー　", ambiguous: "“”‘’…—·",
		common: "1.,-–()&@→€°", space: " \u00A0\u202F\u2009\u2003\t",
	} {
		for _, r := range chars {
			if got := kindOf(r); got != k {
				t.Errorf("%q is of kind %d, want %d", r, got, k)
			}
		}
	}
}

// TestTwinsEnd: following twins never comes round in a circle.
func TestTwinsEnd(t *testing.T) {
	for r := rune(0); r < 0x3100; r++ {
		t0, steps := r, 0
		for {
			next, ok := twin(t0)
			if !ok {
				break
			}
			if t0, steps = next, steps+1; steps > 2 {
				t.Fatalf("%U has more twins than are followed", r)
			}
		}
		for _, s := range likeness(r) {
			if !utf8.ValidString(s) || s == "" || strings.ContainsRune(s, r) {
				t.Errorf("%U: likeness %q", r, s)
			}
		}
	}
}

// TestLikeness: what typography and editors put into a text is never missing in
// a face of Latin letters.
func TestLikeness(t *testing.T) {
	const everyday = "‘’‚‛“”„‟–—‒…−′″⁄ﬁﬂﬀﬃﬄẞ\u00A0\u00AD\u2000\u2002\u2003\u2009\u200A\u202F\u2010\u2011\u2015\u2028\u2029"
	for _, file := range []string{plexFile, frankFile, newsFile, notoFile, "libre-franklin/LibreFranklin-Regular.ttf"} {
		st, s := styleOf(t, "en", file), NewShaper()
		for _, r := range everyday {
			w := s.Shape(st, "a"+string(r)+"b")
			if strings.ContainsRune("„‟", r) && len(w.Missing) > 0 {
				continue // there is nothing like them
			}
			var text string
			for _, run := range w.Runs {
				for _, g := range run.Glyphs {
					text += g.Text
				}
			}
			if want := strings.ReplaceAll("a"+string(r)+"b", "\u00AD", ""); len(w.Missing) > 0 || text != want {
				t.Errorf("%s: %U: missing %q, text %q", file, r, w.Missing, text)
			}
		}
	}
}

func TestLikenessOfSeveralCharacters(t *testing.T) {
	st := styleOf(t, "en", plexFile)
	w := &work{style: newPrepared(st), runes: []rune{0xFB03}, src: []string{"ﬃ"}}
	w.replace(&cluster{from: 0, to: 1}, 0)
	if string(w.out) != "ffi" || !slices.Equal(w.text, []string{"ﬃ", "", ""}) || len(w.missing) != 0 {
		t.Errorf("%q %q", string(w.out), w.text)
	}
}

// TestOriginsEndAtWidth: the place of the last glyph and its advance make up the
// width of the run, and nothing is placed before the start.
func TestOriginsEndAtWidth(t *testing.T) {
	s := NewShaper()
	for _, file := range []string{serifFile, newsFile, notoFile} {
		for _, tracking := range []int{0, -15, 60} {
			st := styleOf(t, "en", file)
			st.Size, st.Tracking = geom.Pt(9.5), tracking
			for _, word := range strings.Fields(sample) {
				r := s.Shape(st, word).Runs[0]
				at := r.Origins(nil)
				n := len(at) - 1
				end := at[n] + r.Size.MulDiv(int64(r.Glyphs[n].Advance), int64(r.Face.Metrics().UnitsPerEm)) + r.Tracking
				if d := end - r.Width; d < -1 || d > 1 || at[0] != 0 || !slices.IsSorted(at) {
					t.Errorf("%s %q: ends at %v, is %v wide", file, word, end, r.Width)
				}
			}
		}
	}
}

// TestLongStretches: a text without a break, as long as a page, is one word and
// no burden.
func TestLongStretches(t *testing.T) {
	st, s := styleOf(t, "en", plexFile, serifFile, frankFile), NewShaper()
	for _, unit := range []string{"a", ".", "“", "()", "\u0301", "[ש]", "1", "中"} {
		if w := s.Shape(st, strings.Repeat(unit, 20_000)); w.Width <= 0 && unit != "\u0301" {
			t.Errorf("%q: %v wide", unit, w.Width)
		}
	}
}
