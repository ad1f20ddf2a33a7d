package photo

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"testing"

	"masthead/layout/geom"
)

func whole(t testing.TB, data []byte) *picture {
	t.Helper()
	p, err := open(data, "x", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// A picture stored in any of the eight ways comes out the same, and so does any
// crop of it.
func TestOrientation(t *testing.T) {
	m := scene(120, 80)
	upright := whole(t, pngOf(t, m))
	for o := 1; o <= 8; o++ {
		w, h := 120, 80
		if o >= 5 {
			w, h = h, w
		}
		turned := image.NewRGBA(image.Rect(0, 0, w, h))
		for y := range 80 {
			for x := range 120 {
				sx, sy := stored(x, y, w, h, o)
				turned.SetRGBA(sx, sy, m.RGBAAt(x, y))
			}
		}
		exif := []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x01\x00\x00")
		exif[19] = byte(o)
		p := whole(t, withChunk(pngOf(t, turned), "eXIf", exif))
		if p.Width != 120 || p.Height != 80 {
			t.Fatalf("orientation %d: %d x %d", o, p.Width, p.Height)
		}
		for _, crop := range [][4]float64{{0, 0, 1, 1}, {0.1, 0.2, 0.5, 0.9}, {0.75, 0, 1, 0.5}} {
			r := cropPixels(upright.header, upright.img.Bounds().Size(), crop)
			a, b := upright.cut(crop, r.Dx(), r.Dy(), 0), p.cut(crop, r.Dx(), r.Dy(), 0)
			if string(a.pix) != string(b.pix) {
				t.Errorf("orientation %d, crop %v: other pixels", o, crop)
			}
			small := p.cut(crop, 20, 30, 0)
			if small.w != 20 || small.h != 30 {
				t.Errorf("orientation %d: cut to %d x %d", o, small.w, small.h)
			}
		}
	}
}

// The red spot of the scene is where it should be for orientation 6 of a JPEG,
// which Exif defines as a right-hand turn for viewing.
func TestOrientationJPEG(t *testing.T) {
	p := whole(t, withOrientation(jpegOf(t, scene(120, 80)), 6, binary.LittleEndian))
	r := p.cut([4]float64{0, 0, 1, 1}, 80, 120, 0)
	x, y := 80*(1-0.3), 120*0.25 // turned a quarter clockwise
	px := r.pix[(int(y)*80+int(x))*3:]
	if px[0] < 200 || px[1] > 80 {
		t.Errorf("the spot is not at %v, %v: %v", x, y, px[:3])
	}
}

// All kinds of file decode to the same picture, near enough.
func TestKinds(t *testing.T) {
	want := whole(t, readFile(t, "testdata/baseline-444.jpg")).cut([4]float64{0, 0, 1, 1}, 80, 45, 0)
	for _, name := range []string{"progressive.jpg", "baseline-422.jpg"} {
		got := whole(t, readFile(t, "testdata/"+name)).cut([4]float64{0, 0, 1, 1}, 80, 45, 0)
		if d := psnr(want, got); d < 30 {
			t.Errorf("%s: %.1f dB from the baseline 4:4:4", name, d)
		}
	}
	grey := whole(t, readFile(t, "testdata/grey.jpg")).cut([4]float64{0, 0, 1, 1}, 80, 45, 0)
	if grey.n != 1 {
		t.Errorf("grey has %d channels", grey.n)
	}
	cmyk := readFile(t, "testdata/cmyk.jpg")
	a := whole(t, cmyk).cut([4]float64{0, 0, 1, 1}, 80, 45, 0)
	if a.n != 4 {
		t.Fatalf("CMYK has %d channels", a.n)
	}
	// Without Adobe's marker the same samples mean the opposite.
	b := whole(t, withoutSegment(t, cmyk, markAPP14)).cut([4]float64{0, 0, 1, 1}, 80, 45, 0)
	for i := range a.pix {
		if d := int(a.pix[i]) + int(b.pix[i]); d < 254 || d > 256 {
			t.Fatalf("sample %d: %d with the marker, %d without", i, a.pix[i], b.pix[i])
		}
	}
	// By PIL, CMYK is the complement of RGB without black.
	light := naive(a)
	if d := psnr(want, light); d < 24 {
		t.Errorf("CMYK is %.1f dB from RGB", d)
	}
}

// A box by a whole factor, then imaging, gives what imaging alone does.
func TestShrinkIsHarmless(t *testing.T) {
	p := whole(t, jpegOf(t, scene(1200, 800)))
	r := cropPixels(p.header, p.img.Bounds().Size(), [4]float64{0, 0, 1, 1})
	for _, w := range []int{100, 200, 290, 400, 790} {
		h := w * 2 / 3
		direct := shrink(p.img, r, 1, false).resize(w, h)
		ours := p.cut([4]float64{0, 0, 1, 1}, w, h, 0)
		if d := psnr(direct, ours); d < 42 {
			t.Errorf("to %d: %.1f dB", w, d)
		}
	}
}

// The price of resizing in the picture's own encoding: a pattern of single black
// and white pixels, the worst there is, comes out at 128 of 255 rather than at
// the 188 that has its light. Detail of a photo's contrast, here 96 and 160,
// loses one level.
func TestLinearLight(t *testing.T) {
	for _, c := range []struct{ lo, hi, most int }{{0, 255, 60}, {96, 160, 5}, {120, 136, 1}} {
		m := image.NewGray(image.Rect(0, 0, 64, 64))
		for i := range m.Pix {
			v := c.lo
			if (i+i/64)%2 == 0 {
				v = c.hi
			}
			m.Pix[i] = byte(v)
		}
		r := whole(t, pngOf(t, m)).cut([4]float64{0, 0, 1, 1}, 16, 16, 0)
		linear := func(v int) float64 { return math.Pow(float64(v)/255, 2.2) }
		light := math.Pow((linear(c.lo)+linear(c.hi))/2, 1/2.2) * 255
		if loss := light - float64(r.pix[8*16+8]); loss > float64(c.most) || loss < -1 {
			t.Errorf("%d and %d: %d, in linear light %.0f", c.lo, c.hi, r.pix[8*16+8], light)
		}
	}
}

func TestPixels(t *testing.T) {
	info := Info{Width: 4000, Height: 3000}
	size := geom.Size{W: 240 * geom.Point, H: 180 * geom.Point}
	all := [4]float64{0, 0, 1, 1}
	for _, c := range []struct{ ppi, above, w, h int }{
		{300, 0, 1000, 750},
		{300, 450, 1000, 750}, // has 1200
		{300, 1200, 4000, 3000},
		{1500, 0, 4000, 3000}, // never larger than it is
		{0, 0, 4000, 3000},
	} {
		if w, h := pixels(info, all, size, c.ppi, c.above); w != c.w || h != c.h {
			t.Errorf("%d ppi: %d x %d, want %d x %d", c.ppi, w, h, c.w, c.h)
		}
	}
}

// Colours of transparent pixels do not bleed into what is seen.
func TestAlphaEdges(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	for y := range 64 {
		for x := range 64 {
			c := color.NRGBA{R: 255, A: 255}
			if x >= 31 {
				c = color.NRGBA{G: 255} // green, but wholly transparent
			}
			m.SetNRGBA(x, y, c)
		}
	}
	r := whole(t, pngOf(t, m)).cut([4]float64{0, 0, 1, 1}, 16, 16, 0)
	if r.alpha == nil {
		t.Fatal("the alpha is lost")
	}
	for i, a := range r.alpha {
		if px := r.pix[3*i : 3*i+3]; a > 0 && px[1] > 0 {
			t.Fatalf("pixel %d, alpha %d: %v", i, a, px)
		}
	}
}
