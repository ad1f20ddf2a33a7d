package photo

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"testing"
	"testing/fstest"
)

// spotted is a plain picture with a disc of another colour.
func spotted(w, h int, x, y float64, ground, disc color.NRGBA) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for py := range h {
		for px := range w {
			ink := ground
			if math.Hypot(float64(px)-x*float64(w), float64(py)-y*float64(h)) < float64(min(w, h))/9 {
				ink = disc
			}
			m.SetNRGBA(px, py, ink)
		}
	}
	return m
}

func lookAt(t *testing.T, data []byte) [2]float64 {
	t.Helper()
	s, errs := Subjects(t.Context(), fstest.MapFS{"x": {Data: data}}, []string{"x"}, Options{})
	if errs[0] != nil || len(s[0].Faces) > 0 {
		t.Fatalf("%+v, %v", s[0], errs[0])
	}
	return s[0].Point
}

// What is unlike the rest is found wherever it lies, in colour and in grey, large
// and small.
func TestSubjectIsFound(t *testing.T) {
	ground, disc := color.NRGBA{70, 90, 80, 255}, color.NRGBA{230, 120, 90, 255}
	for _, size := range [][2]int{{900, 600}, {300, 500}, {90, 60}} {
		for _, at := range [][2]float64{{0.2, 0.25}, {0.8, 0.3}, {0.5, 0.5}, {0.3, 0.8}, {0.75, 0.75}} {
			got := lookAt(t, pngOf(t, spotted(size[0], size[1], at[0], at[1], ground, disc)))
			if math.Hypot(got[0]-at[0], got[1]-at[1]) > 0.08 {
				t.Errorf("%v: looks at %v, the disc is at %v", size, got, at)
			}
		}
	}
	grey := image.NewGray(image.Rect(0, 0, 400, 300))
	for i := range grey.Pix {
		grey.Pix[i] = 200
		if x, y := i%400, i/400; x > 280 && x < 340 && y > 60 && y < 120 {
			grey.Pix[i] = 20
		}
	}
	if got := lookAt(t, pngOf(t, grey)); math.Hypot(got[0]-0.775, got[1]-0.3) > 0.08 {
		t.Errorf("grey: looks at %v", got)
	}
}

// A turned picture is looked at in the turned place.
func TestSubjectTurns(t *testing.T) {
	m := spotted(600, 400, 0.25, 0.3, color.NRGBA{90, 110, 140, 255}, color.NRGBA{220, 60, 40, 255})
	for o, want := range map[int][2]float64{
		1: {0.25, 0.3}, 2: {0.75, 0.3}, 3: {0.75, 0.7}, 4: {0.25, 0.7}, 5: {0.3, 0.25}, 6: {0.7, 0.25}, 7: {0.7, 0.75}, 8: {0.3, 0.75},
	} {
		got := lookAt(t, withOrientation(jpegOf(t, m), o, binary.LittleEndian))
		if math.Hypot(got[0]-want[0], got[1]-want[1]) > 0.08 {
			t.Errorf("orientation %d: looks at %v, want %v", o, got, want)
		}
	}
}

// What cannot be seen draws no eye, whatever colour the file gives it.
func TestSubjectIgnoresTheInvisible(t *testing.T) {
	m := spotted(400, 300, 0.3, 0.4, color.NRGBA{255, 255, 255, 0}, color.NRGBA{200, 20, 30, 255})
	for y := 200; y < 290; y++ {
		for x := 300; x < 390; x++ {
			m.SetNRGBA(x, y, color.NRGBA{0, 0, 255, 0})
		}
	}
	if got := lookAt(t, pngOf(t, m)); math.Hypot(got[0]-0.3, got[1]-0.4) > 0.08 {
		t.Errorf("looks at %v", got)
	}
}

// Nothing in particular is looked at in the middle.
func TestSubjectOfNothing(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {500, 1}, {200, 300}} {
		got := lookAt(t, pngOf(t, spotted(size[0], size[1], -9, -9, color.NRGBA{30, 60, 90, 255}, color.NRGBA{})))
		if math.Abs(got[0]-0.5) > 0.05 || math.Abs(got[1]-0.5) > 0.05 {
			t.Errorf("%v: looks at %v", size, got)
		}
	}
}

// A file that is not there is an error of its own; the others are looked at.
func TestSubjectsOfSome(t *testing.T) {
	fsys := fstest.MapFS{"x.png": {Data: pngOf(t, spotted(90, 60, 0.2, 0.3, color.NRGBA{A: 255}, color.NRGBA{200, 0, 0, 255}))}}
	s, errs := Subjects(t.Context(), fsys, []string{"gone.png", "x.png"}, Options{})
	if errs[0] == nil || s[0] != nil || errs[1] != nil || s[1] == nil {
		t.Errorf("%v, %v", s, errs)
	}
}

// Skin is what Chai and Ngan call so, of all complexions, and blue is not.
func TestSkin(t *testing.T) {
	for c, want := range map[[3]byte]bool{
		{241, 194, 160}: true, {198, 134, 98}: true, {141, 85, 54}: true, {92, 56, 36}: true,
		{40, 80, 200}: false, {30, 140, 50}: false, {128, 128, 128}: false, {255, 255, 255}: false, {0, 0, 0}: false,
	} {
		r := newRaster(1, 1, 3)
		copy(r.pix, c[:])
		p := opponents(r)
		if got := skin(p[0][0], p[1][0], p[2][0]); got != want {
			t.Errorf("%v is skin: %v", c, got)
		}
	}
}

func BenchmarkSubject(b *testing.B) {
	fsys := fstest.MapFS{"x.jpg": {Data: jpegOf(b, scene(4000, 3000))}}
	for b.Loop() {
		if _, errs := Subjects(b.Context(), fsys, []string{"x.jpg"}, Options{}); errs[0] != nil {
			b.Fatal(errs[0])
		}
	}
}
