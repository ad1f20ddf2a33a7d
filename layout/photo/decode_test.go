package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"testing"
)

// Sixteen bits become eight as PNG says they should (PNG 1.2, 10.5): rounded.
func TestHigh(t *testing.T) {
	for v := range 65536 {
		b := binary.BigEndian.AppendUint16(nil, uint16(v))
		want := (float64(v)*255/65535 + 0.5)
		if got := high(b); got != byte(want) {
			t.Fatalf("%d becomes %d, want %v", v, got, byte(want))
		}
	}
}

// Every kind of PNG decodes to the colours that the standard library sees in it,
// to a level for the sake of alpha.
func TestPNGKinds(t *testing.T) {
	r := image.Rect(0, 0, 13, 7)
	fill := func(m interface {
		image.Image
		Set(x, y int, c color.Color)
	},
	) image.Image {
		for y := range 7 {
			for x := range 13 {
				m.Set(x, y, color.NRGBA64{uint16(x * 5000), uint16(y * 9000), uint16(x*y*700 + 1), uint16(65535 - x*2000)})
			}
		}
		return m
	}
	palette := color.Palette{color.NRGBA{255, 0, 0, 255}, color.NRGBA{0, 255, 0, 128}, color.NRGBA{0, 0, 255, 0}, color.NRGBA{9, 9, 9, 255}}
	opaque := image.NewRGBA64(r)
	for y := range 7 {
		for x := range 13 {
			opaque.SetRGBA64(x, y, color.RGBA64{uint16(x * 5000), uint16(y * 9000), 77, 65535})
		}
	}
	for name, m := range map[string]image.Image{
		"grey 8": fill(image.NewGray(r)), "grey 16": fill(image.NewGray16(r)), "alpha 8": fill(image.NewNRGBA(r)),
		"alpha 16": fill(image.NewNRGBA64(r)), "colour 16": opaque, "palette": fill(image.NewPaletted(r, palette)),
	} {
		data := pngOf(t, m)
		pic, err := open(data, name, Limits{})
		if err != nil {
			t.Fatal(name, err)
		}
		want, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(name, err)
		}
		if b := pic.img.Bounds(); b != r {
			t.Errorf("%s: %v", name, b)
		}
		for y := range 7 {
			for x := range 13 {
				a := color.NRGBAModel.Convert(pic.img.At(x, y)).(color.NRGBA)
				b := color.NRGBA64Model.Convert(want.At(x, y)).(color.NRGBA64)
				if b.A < 300 {
					continue // whatever colour nothing has
				}
				for i, pair := range [][2]int{{int(a.R), int(b.R)}, {int(a.G), int(b.G)}, {int(a.B), int(b.B)}, {int(a.A), int(b.A)}} {
					if d := pair[0]*257 - pair[1]; d > 257 || d < -257 {
						t.Fatalf("%s at %d, %d: channel %d is %v of %v", name, x, y, i, a, b)
					}
				}
			}
		}
	}
}

// What a decoder complains of is told in words that help.
func TestDecodeError(t *testing.T) {
	for want, err := range map[string]error{
		CodeTruncated:   fmt.Errorf("wrapped: %w", io.ErrUnexpectedEOF),
		CodeUnsupported: png.UnsupportedError("filter"),
		CodeDamaged:     errors.New("anything else"),
	} {
		e, ok := decodeError(err, "photos/x.png").(*Error)
		if !ok || e.Code != want || e.Hint == "" || !bytes.Contains([]byte(e.Message), []byte("photos/x.png")) {
			t.Errorf("%v: %+v", err, e)
		}
	}
}

// A file that is cut anywhere is a picture or an error, never a panic, and an
// error names the file.
func TestCutAnywhere(t *testing.T) {
	files := map[string][]byte{
		"baseline": jpegOf(t, scene(64, 48)), "progressive": readFile(t, "testdata/progressive.jpg"), "cmyk": readFile(t, "testdata/cmyk.jpg"),
		"png": pngOf(t, scene(64, 48)), "alpha": readFile(t, "testdata/alpha-16bit.png"),
	}
	for name, data := range files {
		step := max(1, len(data)/60)
		for at := 0; at < len(data); at += step {
			pic, err := open(data[:at], name, Limits{})
			if err == nil && pic.img == nil {
				t.Errorf("%s cut at %d: neither picture nor error", name, at)
			}
			if e := (*Error)(nil); err != nil && (!errors.As(err, &e) || !bytes.Contains([]byte(e.Message), []byte(name))) {
				t.Errorf("%s cut at %d: %v", name, at, err)
			}
		}
	}
}

// The costs that the workers keep house with are not less than what is taken.
func TestCost(t *testing.T) {
	for name, data := range map[string][]byte{
		"4:2:0": jpegOf(t, scene(640, 480)), "png": pngOf(t, scene(640, 480)), "cmyk": readFile(t, "testdata/cmyk.jpg"),
		"grey 16": pngOf(t, image.NewGray16(image.Rect(0, 0, 300, 200))), "palette": readFile(t, "testdata/palette-transparent.png"),
	} {
		h, err := parse(data, name, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		pic, err := open(data, name, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		took := 0
		switch m := pic.img.(type) {
		case *image.YCbCr:
			took = len(m.Y) + len(m.Cb) + len(m.Cr)
		case *image.NRGBA:
			took = cap(m.Pix)
		case *image.Gray:
			took = cap(m.Pix)
		case *image.CMYK:
			took = 2 * len(m.Pix)
		}
		if cost := h.cost(8); cost < int64(took)*9/10 { // planes are padded to whole blocks
			t.Errorf("%s: %d bytes estimated, %d taken", name, cost, took)
		}
	}
}
