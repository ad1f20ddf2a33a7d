package photo

import (
	"image"
	"image/color"
	"math"
	"os"
	"testing"
	"testing/fstest"

	"masthead/layout/geom"
)

func finderData(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("../../assets/faces/facefinder")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// blob is an ellipse with soft edges, in fractions of a face's width from its
// middle, and how much darker it is.
type blob struct{ x, y, rx, ry, dark float64 }

// drawFace draws what makes a face for a camera: hair above a bright oval, brows
// and sockets, the ridge and shadow of the nose, mouth, cheeks.
func drawFace(m *image.NRGBA, cx, cy, width float64) {
	parts := []blob{
		{0, -0.33, 0.51, 0.69, 122},
		{0, 0.03, 0.46, 0.61, -155},
		{-0.2, -0.13, 0.2, 0.11, 65},
		{0.2, -0.13, 0.2, 0.11, 65},
		{-0.2, -0.03, 0.14, 0.15, 92},
		{0.2, -0.03, 0.14, 0.15, 92},
		{0, 0.17, 0.09, 0.13, -53},
		{-0.03, 0.22, 0.06, 0.08, 35},
		{0.03, 0.22, 0.06, 0.08, 35},
		{0, 0.4, 0.23, 0.17, 84},
		{-0.3, 0.1, 0.12, 0.13, -45},
		{0.3, 0.1, 0.12, 0.13, -45},
	}
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			px := m.Pix[m.PixOffset(x, y):][:3]
			for _, b := range parts {
				d := math.Hypot((float64(x)-cx-b.x*width)/(b.rx*width), (float64(y)-cy-b.y*width)/(b.ry*width))
				part := min(max((1.15-d)/0.3, 0), 1)
				for i, v := range px {
					px[i] = byte(min(max(float64(v)-part*b.dark, 20), 235))
				}
			}
		}
	}
}

// people is a plain picture with faces at the given places.
func people(w, h int, width float64, at ...[2]float64) *image.NRGBA {
	m := spotted(w, h, -9, -9, color.NRGBA{150, 150, 150, 255}, color.NRGBA{})
	for _, p := range at {
		drawFace(m, p[0]*float64(w), p[1]*float64(h), width)
	}
	return m
}

func subjectOf(t *testing.T, data []byte) *Subject {
	t.Helper()
	s, errs := Subjects(t.Context(), fstest.MapFS{"x": {Data: data}}, []string{"x"}, Options{Faces: finderData(t)})
	if errs[0] != nil {
		t.Fatal(errs[0])
	}
	return s[0]
}

// Faces are found where they are, few and many, small and large, and looked at.
func TestFaces(t *testing.T) {
	for _, at := range [][][2]float64{{{0.3, 0.4}}, {{0.7, 0.6}}, {{0.2, 0.5}, {0.5, 0.4}, {0.8, 0.5}}} {
		for _, width := range []float64{60, 110} {
			s := subjectOf(t, pngOf(t, people(600, 400, width, at...)))
			if len(s.Faces) != len(at) {
				t.Errorf("%v, %v wide: %d faces: %v", at, width, len(s.Faces), s.Faces)
				continue
			}
			for _, p := range at {
				found := false
				for _, f := range s.Faces {
					found = found || f[0] < p[0] && p[0] < f[2] && f[1] < p[1] && p[1] < f[3]
				}
				if !found {
					t.Errorf("%v, %v wide: none at %v: %v", at, width, p, s.Faces)
				}
			}
		}
	}
	if s := subjectOf(t, pngOf(t, scene(600, 400))); len(s.Faces) > 0 {
		t.Errorf("a scene without people: %v", s.Faces)
	}
}

// No crop cuts a face that it can show whole, whatever is declared around it.
func TestFacesStayWhole(t *testing.T) {
	s := subjectOf(t, pngOf(t, people(900, 400, 80, [2]float64{0.15, 0.5})))
	if len(s.Faces) != 1 {
		t.Fatal(s.Faces)
	}
	face := s.Faces[0]
	info := Info{Width: 900, Height: 400}
	for x := 0.0; x <= 1; x += 0.02 {
		f := Focus{Subject: s, Point: [2]float64{x, 0.5}, HasPoint: x > 0}
		crop, ok := Fit(info, geom.Pt(100), geom.Pt(100), f)
		width := crop[2] - crop[0]
		if !ok || f.HasPoint && (x < crop[0] || x > crop[2]) {
			t.Fatalf("%v loses %v", crop, x)
		}
		whole := crop[0] <= face[0] && face[2] <= crop[2]
		if could := x+width/off >= face[2] && x-width/off <= face[0] || x-width*(off-1)/off <= face[0]; could && !whole {
			t.Errorf("focus %.2f: crop %v, face %v", x, crop, face)
		}
	}
}

// A cascade that is not one is an error, not a panic.
func FuzzCascade(f *testing.F) {
	data := finderData(f)
	f.Add(data[:20])
	f.Add(data[:1000])
	f.Add([]byte("\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x01\x00\x00\x00\x80\x80\x7f\x7f\x00\x00\x80\x3f\x00\x00\x80\x3f\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, err := parseCascade(data); err == nil {
			c.find(make([]byte, 40*30), 40, 30)
		}
	})
}
