package preflight

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"math"
	"testing"

	"masthead/layout/color"
	"masthead/layout/finish"
)

// imageOf makes a picture object of data that are not coded.
func imageOf(keys, data string) string {
	return fmt.Sprintf("<</Subtype/Image%s/Length %d>>stream\n%s\nendstream", keys, len(data), data)
}

func TestPictureInk(t *testing.T) {
	for name, c := range map[string]struct {
		object string
		ink    float64
		known  bool
	}{
		"process inks":         {imageOf("/Width 2/Height 1/ColorSpace/DeviceCMYK/BitsPerComponent 8", "\xFF\x00\x00\x00\x80\x80\x80\x80"), 200.8, true},
		"from full ink down":   {imageOf("/Width 2/Height 1/ColorSpace/DeviceCMYK/BitsPerComponent 8/Decode[1 0 1 0 1 0 1 0]", "\xFF\x00\x00\x00\xFF\xFF\xFF\xFF"), 300, true},
		"grey":                 {imageOf("/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "ab"), 100, true},
		"a stencil":            {imageOf("/Width 8/Height 1/ImageMask true/BitsPerComponent 1", "a"), 0, true},
		"a palette":            {imageOf("/Width 8/Height 1/ColorSpace[/Indexed/DeviceCMYK 1<FFFF0000 00000010>]/BitsPerComponent 1", "a"), 200, true},
		"a palette of RGB":     {imageOf("/Width 8/Height 1/ColorSpace[/Indexed/DeviceRGB 1(aaabbb)]/BitsPerComponent 1", "a"), 62, false},
		"several inks":         {imageOf("/Width 1/Height 1/ColorSpace[/DeviceN[/Gold/Black]/DeviceCMYK 9 0 R]/BitsPerComponent 8", "\xFF\x33"), 120, true},
		"one spot ink":         {imageOf("/Width 1/Height 1/ColorSpace[/Separation/Gold/DeviceCMYK 9 0 R]/BitsPerComponent 8", "\xFF"), 100, true},
		"tagged process inks":  {imageOf("/Width 1/Height 1/ColorSpace[/ICCBased 4 0 R]/BitsPerComponent 8", "\xFF\xFF\x00\x00"), 200, false},
		"data that are cut":    {imageOf("/Width 9/Height 9/ColorSpace/DeviceCMYK/BitsPerComponent 8", "ab"), 0, false},
		"bits beyond measure":  {imageOf("/Width 1/Height 1/ColorSpace/DeviceCMYK/BitsPerComponent 16", "12345678"), 0, false},
		"a size beyond reason": {imageOf("/Width 999999999/Height 999999999/ColorSpace/DeviceCMYK/BitsPerComponent 8", "ab"), 0, false},
		"a fax":                {imageOf("/Width 8/Height 1/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode", "a"), 0, false},
		"no JPEG":              {imageOf("/Width 8/Height 1/ColorSpace/DeviceCMYK/BitsPerComponent 8/Filter/DCTDecode", "a"), 0, false},
	} {
		ck := bare(t, c.object, "<</N 4/Length 0>>stream\nendstream")
		st, ok := ck.value(ref(3)).(*finish.Stream)
		if !ok {
			t.Fatal(name)
		}
		in := &interpreter{checker: ck, sheet: &sheet{}}
		pic := in.readPicture(st)
		if math.Abs(pic.ink-c.ink) > 0.1 || pic.known != c.known || !c.known && pic.why == "" && pic.pixels == nil {
			t.Errorf("%s: %.1f %%, known %v, %s", name, pic.ink, pic.known, pic.why)
		}
	}
}

// TestBits: samples of less than a byte fill the range.
func TestBits(t *testing.T) {
	for bits, c := range map[int]struct {
		data string
		want []byte
	}{
		1: {"\xA0", []byte{255, 0, 255}},
		2: {"\x1B", []byte{0, 85, 170}},
		4: {"\x0F\x80", []byte{0, 255, 136}},
		8: {"\x01\x02\x03", []byte{1, 2, 3}},
	} {
		ck := bare(t, imageOf(fmt.Sprintf("/Width 3/Height 1/ColorSpace/DeviceGray/BitsPerComponent %d", bits), c.data))
		st := ck.value(ref(3)).(*finish.Stream)
		s, err := ck.samples(st, &picture{w: 3, h: 1, space: &space{family: "DeviceGray", n: 1}})
		if err != nil || !bytes.Equal(s.pix, c.want) {
			t.Errorf("%d bits: %v, %v", bits, s, err)
		}
	}
}

func TestJPEG(t *testing.T) {
	var b bytes.Buffer
	grey := image.NewGray(image.Rect(0, 0, 20, 10))
	for i := range grey.Pix {
		grey.Pix[i] = 200
	}
	if err := jpeg.Encode(&b, grey, nil); err != nil {
		t.Fatal(err)
	}
	s, err := decodeJPEG(b.Bytes(), 1, false)
	if err != nil || s.w != 20 || s.h != 10 || s.n != 1 || s.pix[0] < 195 || s.pix[0] > 205 {
		t.Errorf("%+v, %v", s, err)
	}
	if _, err := decodeJPEG(b.Bytes(), 4, false); err == nil {
		t.Error("a picture of one ink passed for one of four")
	}
	b.Reset()
	rgb := image.NewRGBA(image.Rect(0, 0, 8, 8))
	if err := jpeg.Encode(&b, rgb, nil); err != nil {
		t.Fatal(err)
	}
	if s, err := decodeJPEG(b.Bytes(), 3, false); err != nil || s.n != 3 || len(s.pix) != 3*64 {
		t.Error(err)
	}
}

// TestMeasured: what was measured before is not decoded again.
func TestMeasured(t *testing.T) {
	asked := 0
	opt := Options{Quick: true, Measured: func([]byte) (float64, bool) { asked++; return 310, true }}
	r := Check(whole(t), opt)
	if asked != 1 || !r.Has("ink-picture") || r.Pages[0].MostInk != 310 {
		t.Errorf("asked %d times: %v", asked, r.Findings)
	}
	opt.Measured = nil
	if r := Check(whole(t), opt); !r.Has("ink-unmeasured") {
		t.Error("nobody measured, and nothing said")
	}
}

// TestSmall: a small picture keeps its colours and their places.
func TestSmall(t *testing.T) {
	pix := make([]byte, 400*200)
	for i := range pix {
		if i%400 >= 200 {
			pix[i] = 255
		}
	}
	c := bare(t)
	r := c.small(&samples{w: 400, h: 200, n: 1, pix: pix}, &space{family: "DeviceGray", n: 1})
	if r.W != 96 || r.H != 48 || r.At(10, 20) != (color.RGB{}) || r.At(80, 20) != (color.RGB{R: 255, G: 255, B: 255}) {
		t.Errorf("%d by %d: %v %v", r.W, r.H, r.At(10, 20), r.At(80, 20))
	}
	m := mark{picture: &picture{pixels: r}, place: matrix{100, 0, 0, 50, 20, 30}}
	if v, ok := m.pixel(30, 40); !ok || v.R != 0 {
		t.Error("left is not black")
	}
	if v, ok := m.pixel(110, 40); !ok || v.R != 255 {
		t.Error("right is not white")
	}
	m.place = matrix{}
	if _, ok := m.pixel(1, 1); ok {
		t.Error("a picture of no size has a colour")
	}
}
