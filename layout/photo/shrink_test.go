package photo

import (
	"image"
	"image/color"
	"testing"
)

// Averages by hand, with a remainder at the right and the bottom.
func TestBoxes(t *testing.T) {
	g := image.NewGray(image.Rect(0, 0, 5, 3))
	copy(g.Pix, []byte{
		10, 20, 30, 40, 50,
		30, 40, 50, 60, 70,
		100, 200, 0, 2, 9,
	})
	r := shrink(g, g.Rect, 2, true)
	want := []byte{25, 45, 60, 150, 1, 9}
	if r.w != 3 || r.h != 2 || string(r.pix) != string(want) {
		t.Errorf("%d x %d %v, want %v", r.w, r.h, r.pix, want)
	}
	r = shrink(g, image.Rect(1, 1, 4, 3), 3, true)
	if len(r.pix) != 1 || r.pix[0] != 59 { // (40+50+60+200+0+2)/6
		t.Errorf("a part of it: %v", r.pix)
	}
	c := image.NewCMYK(image.Rect(0, 0, 2, 2))
	copy(c.Pix, []byte{0, 10, 20, 30, 4, 10, 40, 30, 0, 10, 20, 30, 4, 30, 40, 90})
	if r := shrink(c, c.Rect, 2, false); r.n != 4 || string(r.pix) != string([]byte{2, 15, 30, 45}) {
		t.Errorf("inks: %v", r.pix)
	}
}

// Every subsampling gives the colour of a flat picture, at every offset and
// factor, and agrees with a decoder that converts pixel by pixel.
func TestShrinkYCbCr(t *testing.T) {
	for _, ratio := range []image.YCbCrSubsampleRatio{
		image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio422, image.YCbCrSubsampleRatio420,
		image.YCbCrSubsampleRatio440, image.YCbCrSubsampleRatio411, image.YCbCrSubsampleRatio410,
	} {
		m := image.NewYCbCr(image.Rect(0, 0, 37, 23), ratio)
		for i := range m.Y {
			m.Y[i] = 120
		}
		y, cb, cr := color.RGBToYCbCr(180, 90, 60)
		for i := range m.Y {
			m.Y[i] = y
		}
		for i := range m.Cb {
			m.Cb[i], m.Cr[i] = cb, cr
		}
		for k := 1; k < 9; k++ {
			for _, rect := range []image.Rectangle{m.Rect, image.Rect(1, 1, 36, 22), image.Rect(7, 3, 8, 4)} {
				r := shrink(m, rect, k, false)
				for i := 0; i < len(r.pix); i += 3 {
					if !near(r.pix[i:i+3], []byte{180, 90, 60}, 2) {
						t.Fatalf("%v by %d of %v: %v", ratio, k, rect, r.pix[i:i+3])
					}
				}
			}
		}
		for i := range m.Y {
			m.Y[i] = byte(7 * i)
		}
		r := shrink(m, m.Rect, 1, false)
		for i := range 37 * 23 {
			red, green, blue, _ := m.At(i%37, i/37).RGBA()
			if !near(r.pix[3*i:3*i+3], []byte{byte(red >> 8), byte(green >> 8), byte(blue >> 8)}, 1) {
				t.Fatalf("%v at %d: %v", ratio, i, r.pix[3*i:3*i+3])
			}
		}
	}
}

func TestFactor(t *testing.T) {
	for _, c := range []struct{ w, h, tw, th, want int }{
		{4000, 3000, 1000, 750, 2}, // leaves 2000, twice the target
		{4000, 3000, 1500, 1125, 1},
		{4000, 3000, 400, 300, 6},
		{300, 200, 300, 200, 1},
		{100, 100, 300, 300, 1},
		{90000, 90000, 10, 10, 128},
		{4000, 100, 100, 100, 1},
	} {
		got := factor(c.w, c.h, c.tw, c.th)
		if got != c.want {
			t.Errorf("%d x %d to %d x %d: %d, want %d", c.w, c.h, c.tw, c.th, got, c.want)
		}
		if got > 1 && got < 128 && (2*c.w < 3*c.tw*got || 2*c.h < 3*c.th*got) {
			t.Errorf("%d x %d to %d x %d: less than one and a half times the target is left", c.w, c.h, c.tw, c.th)
		}
	}
}

// All the kinds of picture that a PNG may hold become 8 bits of grey or RGB.
func TestPlain(t *testing.T) {
	at := func(img image.Image) [4]byte {
		c := color.NRGBAModel.Convert(img.At(1, 1)).(color.NRGBA)
		return [4]byte{c.R, c.G, c.B, c.A}
	}
	b := image.Rect(0, 0, 3, 2)
	colour := color.NRGBA64{R: 0xc123, G: 0x4567, B: 0x2089, A: 0xffff}
	clear := color.NRGBA64{R: 0xc123, G: 0x4567, B: 0x2089, A: 0x8000}
	palette := color.Palette{color.NRGBA{A: 0}, color.NRGBA{R: 200, G: 100, B: 50, A: 128}}
	for name, c := range map[string]struct {
		img  image.Image
		with color.Color
		want [4]byte
	}{
		"16 bits":           {image.NewRGBA64(b), colour, [4]byte{0xc1, 0x45, 0x20, 255}},
		"16 bits and alpha": {image.NewNRGBA64(b), clear, [4]byte{0xc1, 0x45, 0x20, 0x80}},
		"grey of 16 bits":   {image.NewGray16(b), color.Gray16{Y: 0x8080}, [4]byte{0x80, 0x80, 0x80, 255}},
		"palette":           {image.NewPaletted(b, palette), palette[1], [4]byte{199, 99, 49, 128}},
		"RGB":               {image.NewRGBA(b), color.RGBA{R: 9, G: 8, B: 7, A: 255}, [4]byte{9, 8, 7, 255}},
		"odd one":           {image.NewAlpha(b), color.Alpha{A: 255}, [4]byte{255, 255, 255, 255}},
	} {
		for y := range 2 {
			for x := range 3 {
				c.img.(interface {
					Set(x, y int, c color.Color)
				}).Set(x, y, c.with)
			}
		}
		got := plain(c.img)
		switch got.(type) {
		case *image.NRGBA, *image.Gray:
		default:
			t.Errorf("%s: a %T", name, got)
		}
		if px := at(got); !near(px[:], c.want[:], 2) {
			t.Errorf("%s: %v, want %v", name, px, c.want)
		}
	}
	// An index beyond the palette, CVE-2023-36308, is nothing rather than a panic.
	bad := image.NewPaletted(b, palette)
	bad.Pix[4] = 200
	if px := at(plain(bad)); px[3] != 0 {
		t.Errorf("beyond the palette: %v", px)
	}
}
