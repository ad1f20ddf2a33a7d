package photo

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"image"
	"strings"
	"testing"
	"testing/fstest"
)

func TestProbe(t *testing.T) {
	p3 := readFile(t, "../color/testdata/DisplayP3-compat-own.icc")
	upright := jpegOf(t, scene(60, 40))
	fsys := folder(t, map[string][]byte{
		"p3.jpg":     withProfile(upright, p3),
		"exif.jpg":   withOrientation(upright, 6, binary.LittleEndian),
		"exif-m.jpg": withOrientation(upright, 3, binary.BigEndian),
		"named.png":  upright,
		"coated.jpg": withProfile(readFile(t, "testdata/cmyk.jpg"), readFile(t, coatedFile)),
		"p3.png":     withChunk(pngOf(t, scene(60, 40)), "iCCP", compressed(p3)),
		"exif.png":   withChunk(pngOf(t, scene(60, 40)), "eXIf", []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x08\x00\x00")),
	})
	for name, want := range map[string]Info{
		"progressive.jpg":         {Width: 160, Height: 90, Format: "jpeg", Orientation: 1, Progressive: true, Channels: 3, Depth: 8},
		"baseline-422.jpg":        {Width: 160, Height: 90, Format: "jpeg", Orientation: 1, Channels: 3, Depth: 8},
		"grey.jpg":                {Width: 160, Height: 90, Format: "jpeg", Orientation: 1, Channels: 1, Depth: 8},
		"cmyk.jpg":                {Width: 160, Height: 90, Format: "jpeg", Orientation: 1, Channels: 4, Depth: 8},
		"one-pixel.jpg":           {Width: 1, Height: 1, Format: "jpeg", Orientation: 1, Channels: 3, Depth: 8},
		"alpha-16bit.png":         {Width: 400, Height: 250, Format: "png", Orientation: 1, Channels: 3, Alpha: true, Depth: 16},
		"palette-transparent.png": {Width: 300, Height: 200, Format: "png", Orientation: 1, Channels: 3, Alpha: true, Depth: 8},
		"p3.jpg":                  {Width: 60, Height: 40, Format: "jpeg", Orientation: 1, Channels: 3, Depth: 8, Profile: "P3 D65 sRGB-TRC (own work, CC0)"},
		"p3.png":                  {Width: 60, Height: 40, Format: "png", Orientation: 1, Channels: 3, Depth: 8, Profile: "P3 D65 sRGB-TRC (own work, CC0)"},
		"coated.jpg":              {Width: 160, Height: 90, Format: "jpeg", Orientation: 1, Channels: 4, Depth: 8, Profile: "ISO Coated v2 300% (basICColor)"},
		"exif.jpg":                {Width: 40, Height: 60, Format: "jpeg", Orientation: 6, Channels: 3, Depth: 8},
		"exif-m.jpg":              {Width: 60, Height: 40, Format: "jpeg", Orientation: 3, Channels: 3, Depth: 8},
		"exif.png":                {Width: 40, Height: 60, Format: "png", Orientation: 8, Channels: 3, Depth: 8},
		"named.png":               {Width: 60, Height: 40, Format: "jpeg", Orientation: 1, Channels: 3, Depth: 8},
	} {
		want.Bytes = int64(len(fsys[name].Data))
		if got, err := Probe(fsys, name, Limits{}); err != nil || got != want {
			t.Errorf("%s: %+v, %v\nwant %+v", name, got, err, want)
		}
	}
}

func compressed(icc []byte) []byte {
	b := bytes.NewBufferString("name\x00\x00")
	z := zlib.NewWriter(b)
	z.Write(icc)
	z.Close()
	return b.Bytes()
}

func TestProbeErrors(t *testing.T) {
	whole := jpegOf(t, scene(300, 200))
	twelve := bytes.Replace(whole, []byte{0xff, markSOF0, 0, 17, 8}, []byte{0xff, markSOF0, 0, 17, 12}, 1)
	arithmetic := bytes.Replace(whole, []byte{0xff, markSOF0}, []byte{0xff, 0xc9}, 1)
	none := bytes.Replace(whole, []byte{0xff, markSOF0, 0, 17, 8, 0, 200}, []byte{0xff, markSOF0, 0, 17, 8, 0, 0}, 1)
	png := pngOf(t, scene(60, 40))
	fsys := folder(t, map[string][]byte{
		"empty.jpg": {}, "cut.jpg": whole[:len(whole)*55/100], "head.jpg": whole[:100], "start.jpg": whole[:5],
		"cut.png": png[:len(png)*55/100], "head.png": png[:20],
		"12.jpg": twelve, "arithmetic.jpg": arithmetic, "none.jpg": none,
		"a.webp": []byte("RIFF\x00\x00\x00\x00WEBPVP8 "), "a.heic": []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"),
		"a.tif": []byte("II*\x00\x08\x00\x00\x00"), "a.gif": []byte("GIF89a"), "a.txt": []byte("Dear reader, the photo follows\n"),
		"a.pdf": []byte("%PDF-1.7\n"), "a.bin": {1, 2, 3, 0, 200},
		"dir/x": {1},
	})
	for _, c := range []struct{ name, code, says string }{
		{"nowhere.jpg", CodeMissing, `photo "nowhere.jpg" is missing`},
		{"empty.jpg", CodeEmpty, `photo "empty.jpg" is empty (0 bytes)`},
		{"html-named.jpg", CodeNotImage, "it looks like an HTML page"},
		{"a.webp", CodeNotImage, "it looks like a WebP"},
		{"a.heic", CodeNotImage, "it looks like a HEIC"},
		{"a.tif", CodeNotImage, "it looks like a TIFF or a camera's raw file"},
		{"a.gif", CodeNotImage, "it looks like a GIF"},
		{"a.pdf", CodeNotImage, "it looks like a PDF"},
		{"a.txt", CodeNotImage, "it looks like text"},
		{"a.bin", CodeNotImage, "it looks like something else"},
		{"cut.jpg", CodeTruncated, "is cut off: its end is missing"},
		{"head.jpg", CodeTruncated, "is cut off in its header"},
		{"start.jpg", CodeTruncated, "is cut off in its header"},
		{"cut.png", CodeTruncated, "is cut off: its end is missing"},
		{"head.png", CodeTruncated, "is cut off in its header"},
		{"bomb-60000x60000.jpg", CodePixels, "claims 60000 x 60000 pixels; the limit is 100 megapixels"},
		{"bomb-60000x60000.png", CodePixels, "claims 60000 x 60000 pixels; the limit is 100 megapixels"},
		{"12.jpg", CodeUnsupported, "has 12 bits a channel"},
		{"arithmetic.jpg", CodeUnsupported, "arithmetic coding"},
		{"none.jpg", CodeDamaged, "has no pixels (300 x 0)"},
		{"dir", CodeUnreadable, `photo "dir" is a folder`},
	} {
		_, err := Probe(fsys, c.name, Limits{})
		var e *Error
		if !errors.As(err, &e) || e.Code != c.code || !strings.Contains(e.Message, c.says) || !strings.Contains(e.Message, c.name) {
			t.Errorf("%s: %v (%+v)\nwant %s: ...%s", c.name, err, e, c.code, c.says)
		}
	}
	_, err := Probe(fsys, "grey.jpg", Limits{MaxBytes: 1000})
	if e, ok := err.(*Error); !ok || e.Code != CodeBytes {
		t.Errorf("3 KB against a limit of 1 KB: %v", err)
	}
	_, err = Probe(fsys, "grey.jpg", Limits{MaxPixels: 100})
	if e, ok := err.(*Error); !ok || e.Code != CodePixels {
		t.Errorf("14,400 pixels against a limit of 100: %v", err)
	}
	deep := fstest.MapFS{"deep.png": {Data: pngOf(t, image.NewNRGBA64(image.Rect(0, 0, 100, 100)))}, "flat.png": {Data: pngOf(t, image.NewNRGBA(image.Rect(0, 0, 100, 100)))}}
	_, err = Probe(deep, "deep.png", Limits{MaxPixels: 12_000})
	if e, ok := err.(*Error); !ok || e.Code != CodePixels || !strings.Contains(e.Hint, "8 bits") {
		t.Errorf("16 bits a channel: %v", err)
	}
	if _, err = Probe(deep, "flat.png", Limits{MaxPixels: 12_000}); err != nil {
		t.Errorf("8 bits a channel: %v", err)
	}
}

// A profile that cannot be used is told, and the picture can be used without.
func TestProfileProblems(t *testing.T) {
	pic := jpegOf(t, scene(60, 40))
	coated := readFile(t, coatedFile)
	for name, data := range map[string][]byte{
		"is for CMYK":      withProfile(pic, coated),
		"not an ICC":       withProfile(pic, []byte("nonsense")),
		"missing part":     withSegment(pic, markAPP2, []byte("ICC_PROFILE\x00\x02\x03xxxx")),
		"bad numbers":      withSegment(pic, markAPP2, []byte("ICC_PROFILE\x00\x09\x03xxxx")),
		"no name in PNG":   withChunk(pngOf(t, scene(9, 9)), "iCCP", []byte("nonsense")),
		"bad stream":       withChunk(pngOf(t, scene(9, 9)), "iCCP", []byte("name\x00\x00nonsense")),
		"a bomb of a PNG":  withChunk(pngOf(t, scene(9, 9)), "iCCP", compressed(make([]byte, 40<<20))),
		"short of its end": withProfile(pic, coated[:5000]),
	} {
		fsys := fstest.MapFS{"x": {Data: data}}
		info, err := Probe(fsys, "x", Limits{})
		if err != nil || info.Problem == nil || info.Problem.Code != CodeProfile || info.Profile != "" {
			t.Errorf("%s: %+v, %v", name, info, err)
		}
		if info.Problem != nil && !strings.Contains(info.Problem.Message, "it is taken for sRGB") {
			t.Errorf("%s: %s", name, info.Problem.Message)
		}
	}
}

func FuzzProbe(f *testing.F) {
	for _, name := range []string{"one-pixel.jpg", "bomb-60000x60000.png", "palette-transparent.png", "progressive.jpg"} {
		f.Add(readFile(f, "testdata/"+name))
	}
	f.Add(withOrientation(readFile(f, "testdata/one-pixel.jpg"), 5, binary.BigEndian))
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys := fstest.MapFS{"x": {Data: data}}
		info, err := Probe(fsys, "x", Limits{})
		if err != nil {
			if _, ok := err.(*Error); !ok {
				t.Fatalf("an error of type %T", err)
			}
			return
		}
		if info.Width < 1 || info.Height < 1 || info.Orientation < 1 || info.Orientation > 8 {
			t.Fatalf("%+v", info)
		}
	})
}

// FuzzDecode holds whatever is decoded to the header's promises.
func FuzzDecode(f *testing.F) {
	for _, name := range []string{"one-pixel.jpg", "palette-transparent.png", "alpha-16bit.png", "progressive.jpg", "cmyk.jpg"} {
		f.Add(readFile(f, "testdata/"+name))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		pic, err := open(data, "x", Limits{MaxPixels: 1 << 18})
		if err != nil {
			if _, ok := err.(*Error); !ok {
				t.Fatalf("an error of type %T", err)
			}
			return
		}
		if b := pic.img.Bounds(); b != image.Rect(0, 0, pic.w, pic.h) {
			t.Fatalf("bounds %v of %d x %d", b, pic.w, pic.h)
		}
		r := pic.cut([4]float64{0.1, 0.2, 0.8, 0.9}, 3, 5, 0.5)
		if r.w != 3 || r.h != 5 || len(r.pix) != 15*r.n {
			t.Fatalf("cut to %d x %d", r.w, r.h)
		}
	})
}
