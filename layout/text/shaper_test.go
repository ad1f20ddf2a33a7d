package text

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"masthead/layout/geom"
)

func TestWidthIsScaledOnce(t *testing.T) {
	st, s := styleOf(t, "en", serifFile), NewShaper()
	st.Size = geom.Pt(9.5)
	for _, txt := range []string{"AVATAR", "office", "International Organization for Migration"} {
		w := s.Shape(st, txt)
		sum := 0
		for _, g := range w.Runs[0].Glyphs {
			sum += g.Advance
		}
		if want := st.Size.MulDiv(int64(sum), 1000); w.Width != want || w.Runs[0].Width != want {
			t.Errorf("%q: %d, want %d", txt, w.Width, want)
		}
	}
	if w := s.Shape(st, "AV").Width; w != st.Size.MulDiv(545+674, 1000) {
		t.Errorf("AV is %v", w)
	}
}

func TestScaleAndTracking(t *testing.T) {
	st := styleOf(t, "zh-Hans", sansFile, notoFile)
	st.Scale, st.Tracking = []int{104}, 60
	w := NewShaper().Shape(st, "A中")
	if len(w.Runs) != 2 || w.Runs[0].Size != geom.Pt(10.4) || w.Runs[1].Size != geom.Pt(10) {
		t.Fatalf("%+v", w.Runs)
	}
	if w.Runs[1].Tracking != geom.Pt(0.6) || w.Runs[1].Width != geom.Pt(10.6) {
		t.Errorf("a Han character with tracking is %v wide", w.Runs[1].Width)
	}
	if got, want := st.Space(), NewShaper().Shape(st, " ").Width; got != want {
		t.Errorf("space %v, shaped %v", got, want)
	}
	if st.Em() != geom.Pt(10) || st.CapHeight() != geom.Pt(10.4).MulDiv(660, 1000) || st.XHeight() != geom.Pt(10.4).MulDiv(486, 1000) {
		t.Errorf("em %v, capitals %v, x %v", st.Em(), st.CapHeight(), st.XHeight())
	}
}

// TestMarksStayOnLetters: tracking after every glyph must not move a mark, nor
// what follows it.
func TestMarksStayOnLetters(t *testing.T) {
	for _, file := range []string{serifFile, newsFile} {
		plain := styleOf(t, "gn", file)
		tracked := *plain
		tracked.Tracking = 100
		s := NewShaper()
		a, b := s.Shape(plain, "q\u0301x").Runs[0], s.Shape(&tracked, "q\u0301x").Runs[0]
		if len(a.Glyphs) != 3 {
			t.Fatalf("%s: %+v", file, a.Glyphs)
		}
		ao, bo := a.Origins(nil), b.Origins(nil)
		if ao[1] != bo[1] || bo[2]-ao[2] != geom.Pt(1) || b.Width-a.Width != geom.Pt(2) {
			t.Errorf("%s: origins %v, tracked %v", file, ao, bo)
		}
	}
}

func TestFeatures(t *testing.T) {
	st, s := styleOf(t, "en", serifFile), NewShaper()
	with := func(f ...string) Word {
		c := *st
		c.Features = f
		return s.Shape(&c, "office 123")
	}
	plain := glyphString(with())
	for _, f := range []string{"onum", "smcp", "-liga", "pnum", "-kern"} {
		if f != "-kern" && glyphString(with(f)) == plain {
			t.Errorf("%s changes nothing", f)
		}
		if !ValidFeature(f) {
			t.Errorf("%s is not valid", f)
		}
	}
	if ValidFeature("oldstyle figures") || ValidFeature("") {
		t.Error("nonsense is a feature")
	}
}

func TestRemembers(t *testing.T) {
	st, s := styleOf(t, "en", serifFile), NewShaper()
	same := *st
	a, b := s.Shape(st, "word"), s.Shape(&same, "word")
	if &a.Runs[0].Glyphs[0] != &b.Runs[0].Glyphs[0] {
		t.Error("two styles of equal content do not share their words")
	}
	other := *st
	other.Size *= 2
	if c := s.Shape(&other, "word"); c.Width < 2*a.Width-1 || c.Width > 2*a.Width+1 {
		t.Errorf("%v is not twice %v", c.Width, a.Width)
	}
	if n := testing.AllocsPerRun(100, func() { s.Shape(st, "word") }); n != 0 {
		t.Errorf("%v allocations for a known word", n)
	}
}

// TestFacesAreShared has shapers in several goroutines open and use one face;
// it is for the race detector.
func TestFacesAreShared(t *testing.T) {
	lib := shippedFonts()
	widths := make([]geom.Length, 8)
	var wg sync.WaitGroup
	for i := range widths {
		wg.Go(func() {
			f, err := lib.Face(plexFile)
			if err != nil {
				t.Error(err)
				return
			}
			st := &Style{Faces: []*Face{f}, Size: geom.Pt(11), Language: "en"}
			widths[i] = NewShaper().Shape(st, "Kicker · Hangzhou").Width + st.Space()
		})
	}
	wg.Wait()
	if slices.Min(widths) != slices.Max(widths) {
		t.Error(widths)
	}
}

func TestBearings(t *testing.T) {
	st, s := styleOf(t, "en", serifFile), NewShaper()
	w := s.Shape(st, "HH")
	if l, r := w.LeftBearing(), w.RightBearing(); l <= 0 || r <= 0 || l > geom.Pt(1) {
		t.Errorf("bearings %v %v", l, r)
	}
	if w := s.Shape(st, " "); w.RightBearing() != 0 || w.LeftBearing() != 0 {
		t.Error("a space has bearings")
	}
	if w := s.Shape(st, ""); w.RightBearing() != 0 || w.LeftBearing() != 0 || w.Width != 0 {
		t.Error("nothing has bearings")
	}
}

// FuzzShape: whatever the text, no glyph 0 is set, every character is set once
// or named as missing, and the widths add up.
func FuzzShape(f *testing.F) {
	for _, txt := range []string{
		"office", "“中国”…", "e\u0303\u0323", "שלום 123 ab", "\u00AD", "a\u00ADb\u00AD", "\xff\x00", "👩‍👩‍👧", "ﬁn\u202F%", "ب\u202Bx\u202C", "\u2029x",
	} {
		f.Add(txt, "en", 10)
	}
	f.Add("他说“x”", "zh", 0)
	f.Add("שלום (abc) 12", "he", -20)
	lib := shippedFonts()
	var faces []*Face
	for _, file := range []string{plexFile, serifFile, frankFile, notoFile} {
		faces = append(faces, mustFace(f, lib, file))
	}
	s := NewShaper()
	f.Fuzz(func(t *testing.T, txt, lang string, tracking int) {
		if tracking < -500 || tracking > 500 {
			return
		}
		st := &Style{Faces: faces, Size: geom.Pt(9.5), Language: lang, Tracking: tracking}
		w := s.Shape(st, txt)
		var got, want []rune
		sum := geom.Length(0)
		for _, r := range w.Runs {
			sum += r.Width
			for _, g := range r.Glyphs {
				if g.ID == 0 || int(g.ID) >= r.Face.outline.glyphs {
					t.Errorf("%q: glyph %d", txt, g.ID)
				}
				if !utf8.ValidString(g.Text) {
					t.Errorf("%q: text %q", txt, g.Text)
				}
				got = append(got, []rune(g.Text)...)
			}
		}
		if sum != w.Width {
			t.Errorf("%q: runs are %v wide, the word %v", txt, sum, w.Width)
		}
		for i, r := range txt {
			if unseen(r) && (r != 0xAD || i+2 < len(txt)) {
				continue
			}
			if r == 0 || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF {
				r = utf8.RuneError
			}
			want = append(want, r)
		}
		slices.Sort(got)
		slices.Sort(want)
		if len(w.Missing) == 0 && !slices.Equal(got, want) {
			t.Errorf("%q: set %q, want %q", txt, string(got), string(want))
		}
	})
}

const sample = `The Seminar on Migrant Integration brought together officials of the National Immigration Administration,
embassies of twelve countries and international organizations to exchange practices on the integration of migrants.
“Integration is a two-way process”, said the Head of Delegation; participants discussed language training, one-stop
services and the role of local authorities in 2023 and beyond.`

// BenchmarkShape shapes words for the first time.
func BenchmarkShape(b *testing.B) {
	st := styleOf(b, "en", serifFile)
	words := strings.Fields(sample)
	s := NewShaper()
	b.ReportAllocs()
	chars := 0
	for b.Loop() {
		clear(s.prepare(st).words)
		for _, w := range words {
			s.Shape(st, w)
			chars += len(w)
		}
	}
	b.ReportMetric(float64(chars)/b.Elapsed().Seconds(), "chars/s")
}

// BenchmarkShapeKnown asks for words that are known.
func BenchmarkShapeKnown(b *testing.B) {
	st := styleOf(b, "en", serifFile)
	words := strings.Fields(sample)
	s := NewShaper()
	b.ReportAllocs()
	chars := 0
	for b.Loop() {
		for _, w := range words {
			s.Shape(st, w)
			chars += len(w)
		}
	}
	b.ReportMetric(float64(chars)/b.Elapsed().Seconds(), "chars/s")
}
