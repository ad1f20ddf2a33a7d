package square_test

import (
	"testing"
	"testing/fstest"

	"masthead/layout/geom"
	"masthead/layout/text"
	"masthead/layout/text/square"
)

func face(t *testing.T) *text.Face {
	t.Helper()
	f, err := text.NewLibrary(fstest.MapFS{"square.ttf": {Data: square.TTF()}}).Face("square.ttf")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestEveryCharacterIsOneEm(t *testing.T) {
	f := face(t)
	if err := f.Err(); err != nil {
		t.Fatal(err)
	}
	st := &text.Style{Faces: []*text.Face{f}, Size: geom.Pt(10), Language: "en"}
	s := text.NewShaper()
	for _, txt := range []string{"abc", "a c", "a-c", "Äß“", "一丁七", "…—\u00A0"} {
		w := s.Shape(st, txt)
		if w.Width != geom.Pt(30) || len(w.Missing) != 0 {
			t.Errorf("%q is %v wide, missing %q", txt, w.Width, w.Missing)
		}
	}
	if st.Space() != geom.Pt(10) || st.CapHeight() != geom.Pt(8) {
		t.Errorf("space %v, cap height %v", st.Space(), st.CapHeight())
	}
}

func TestMeasures(t *testing.T) {
	f := face(t)
	if n := len(square.TTF()); n > 16<<10 {
		t.Errorf("%d bytes are no small font", n)
	}
	if f.PostScriptName() != "Square-Regular" {
		t.Error(f.PostScriptName())
	}
	m := f.Metrics()
	if m.UnitsPerEm != square.Em || m.Ascent != 800 || m.Descent != -200 || m.BBox != [4]int{0, -200, 1000, 800} {
		t.Errorf("%+v", m)
	}
	w := text.NewShaper().Shape(&text.Style{Faces: []*text.Face{f}, Size: geom.Point}, "H")
	x0, y0, x1, y1 := text.Ink(f, w.Runs[0].Glyphs[0])
	if x0 != 0 || y0 != -200 || x1 != 1000 || y1 != 800 {
		t.Error("ink", x0, y0, x1, y1)
	}
	if f.Has('Ж') {
		t.Error("has Cyrillic")
	}
}
