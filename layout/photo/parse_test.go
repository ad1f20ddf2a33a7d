package photo

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"
)

// segments builds a JPEG's head of segments, each a mark and a body.
func segments(list ...any) []byte {
	out := []byte{0xff, markSOI}
	for i := 0; i < len(list); i += 2 {
		body := list[i+1].([]byte)
		out = append(out, 0xff, byte(list[i].(int)), byte((len(body)+2)>>8), byte(len(body)+2))
		out = append(out, body...)
	}
	return out
}

// frame is the body of a frame header of components with the given sampling.
func frame(depth, w, h int, sampling ...byte) []byte {
	b := []byte{byte(depth), byte(h >> 8), byte(h), byte(w >> 8), byte(w), byte(len(sampling))}
	for i, s := range sampling {
		b = append(b, byte(i+1), s, 0)
	}
	return b
}

func TestJPEGHeaders(t *testing.T) {
	scan := []byte{1, 1, 0, 0, 63, 0}
	end := []byte{0xff, markEOI}
	join := func(head []byte) []byte { return append(head, end...) }
	for _, c := range []struct {
		name   string
		data   []byte
		planes int
		code   string
	}{
		{"4:4:4", join(segments(markSOF0, frame(8, 30, 20, 0x11, 0x11, 0x11), markSOS, scan)), 300, ""},
		{"4:2:0", join(segments(markSOF0, frame(8, 30, 20, 0x22, 0x11, 0x11), markSOS, scan)), 150, ""},
		{"4:2:2", join(segments(markSOF2, frame(8, 30, 20, 0x21, 0x11, 0x11), markSOS, scan)), 200, ""},
		{"grey", join(segments(markSOF0, frame(8, 30, 20, 0x22), markSOS, scan)), 100, ""},
		{"CMYK", join(segments(markSOF0, frame(8, 30, 20, 0x11, 0x11, 0x11, 0x11), markSOS, scan)), 400, ""},
		{"two channels", join(segments(markSOF0, frame(8, 30, 20, 0x11, 0x11), markSOS, scan)), 0, CodeUnsupported},
		{"12 bits", join(segments(markSOF0, frame(12, 30, 20, 0x11), markSOS, scan)), 0, CodeUnsupported},
		{"lossless", join(segments(0xc3, frame(8, 30, 20, 0x11), markSOS, scan)), 0, CodeUnsupported},
		{"arithmetic", join(segments(0xc9, frame(8, 30, 20, 0x11), markSOS, scan)), 0, CodeUnsupported},
		{"short frame", join(segments(markSOF0, []byte{8, 0, 1}, markSOS, scan)), 0, CodeDamaged},
		{"no frame", join(segments(markSOS, scan)), 0, CodeDamaged},
		{"no scan", segments(markSOF0, frame(8, 30, 20, 0x11)), 0, CodeTruncated},
		{"no end", segments(markSOF0, frame(8, 30, 20, 0x11), markSOS, scan), 0, CodeTruncated},
		{"nothing but an end", []byte{0xff, markSOI, 0xff, markEOI}, 0, CodeDamaged},
		{"a segment beyond the file", []byte{0xff, markSOI, 0xff, markAPP1, 0xff, 0xff, 1}, 0, CodeTruncated},
		{"a segment of no length", []byte{0xff, markSOI, 0xff, markAPP1, 0, 1, 1, 1}, 0, CodeTruncated},
		{"fill bytes", join(slices.Concat([]byte{0xff, markSOI, 0xff, 0xff}, segments(markSOF0, frame(8, 30, 20, 0x11), markSOS, scan)[2:])), 100, ""},
		{"stray bytes", join(slices.Concat([]byte{0xff, markSOI, 7, 9}, segments(markSOF0, frame(8, 30, 20, 0x11), markSOS, scan)[2:])), 100, ""},
	} {
		h, err := parseJPEG(c.data)
		e, _ := err.(*Error)
		switch {
		case c.code != "" && (e == nil || e.Code != c.code):
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
		case c.code == "" && (err != nil || h.w != 30 || h.h != 20 || h.planes != c.planes):
			t.Errorf("%s: %+v, %v", c.name, h, err)
		}
	}
}

// A profile may be spread over segments in any order; one of which a part is
// missing, or that contradicts itself, is none.
func TestProfileChunks(t *testing.T) {
	part := func(no, of byte, text string) []byte { return append([]byte{no, of}, text...) }
	for name, c := range map[string]struct {
		parts [][]byte
		want  string
		none  bool
	}{
		"one":            {[][]byte{part(1, 1, "abc")}, "abc", false},
		"in order":       {[][]byte{part(1, 3, "a"), part(2, 3, "b"), part(3, 3, "c")}, "abc", false},
		"out of order":   {[][]byte{part(3, 3, "c"), part(1, 3, "a"), part(2, 3, "b")}, "abc", false},
		"one missing":    {[][]byte{part(1, 3, "a"), part(3, 3, "c")}, "", false},
		"none":           {nil, "", true},
		"number zero":    {[][]byte{part(0, 1, "a")}, "", false},
		"beyond the sum": {[][]byte{part(2, 1, "a")}, "", false},
		"two sums":       {[][]byte{part(1, 2, "a"), part(2, 3, "b")}, "", false},
		"too short":      {[][]byte{{1}}, "", false},
	} {
		var chunks iccChunks
		for _, p := range c.parts {
			chunks.add(p)
		}
		if got := chunks.join(); string(got) != c.want || (got == nil) != c.none {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// Orientation is read in both orders of bytes; whatever is amiss means upright.
func TestExifOrientation(t *testing.T) {
	exif := func(order binary.AppendByteOrder, magic string, off uint32, count, tag, value uint16) []byte {
		b := order.AppendUint32([]byte(magic), off)
		b = append(b, make([]byte, max(0, int(min(off, 40))-8))...)
		b = order.AppendUint16(b, count)
		b = order.AppendUint16(b, tag)
		b = order.AppendUint16(b, 3)
		b = order.AppendUint32(b, 1)
		b = order.AppendUint16(b, value)
		return order.AppendUint16(b, 0)
	}
	le, be := binary.LittleEndian, binary.BigEndian
	for name, c := range map[string]struct {
		data []byte
		want int
	}{
		"little end":      {exif(le, "II*\x00", 8, 1, 0x112, 6), 6},
		"big end":         {exif(be, "MM\x00*", 8, 1, 0x112, 8), 8},
		"further on":      {exif(be, "MM\x00*", 20, 1, 0x112, 3), 3},
		"another tag":     {exif(le, "II*\x00", 8, 1, 0x110, 6), 1},
		"zero":            {exif(le, "II*\x00", 8, 1, 0x112, 0), 1},
		"nine":            {exif(le, "II*\x00", 8, 1, 0x112, 9), 1},
		"no entries":      {exif(le, "II*\x00", 8, 0, 0x112, 6), 1},
		"too many":        {exif(le, "II*\x00", 8, 900, 0x110, 6), 1},
		"beyond the data": {exif(le, "II*\x00", 1<<31, 1, 0x112, 6)[:8], 1},
		"no magic":        {exif(le, "XX*\x00", 8, 1, 0x112, 6), 1},
		"nothing":         {nil, 1},
		"cut":             {exif(le, "II*\x00", 8, 1, 0x112, 6)[:15], 1},
	} {
		if got := exifOrientation(c.data); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

// A PNG's header says what its planes will take, and a chunk that lies of its
// length does not lead beyond the file.
func TestPNGHeaders(t *testing.T) {
	good := pngOf(t, scene(20, 10))
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		"good":            {good, ""},
		"profile":         {withChunk(good, "iCCP", compressed([]byte("no profile"))), ""},
		"a broken one":    {withChunk(good, "iCCP", []byte("name\x00\x00nothing")), ""},
		"without a name":  {withChunk(good, "iCCP", []byte("name")), ""},
		"orientation":     {withChunk(good, "eXIf", []byte("II*\x00")), ""},
		"only a magic":    {good[:8], CodeTruncated},
		"half a header":   {good[:20], CodeTruncated},
		"no picture":      {slices.Concat(good[:33], good[len(good)-12:]), CodeDamaged},
		"a long chunk":    {slices.Concat(good[:33], []byte{0x7f, 0xff, 0xff, 0xff}, []byte("tEXtabc")), CodeTruncated},
		"a strange type":  {slices.Concat(good[:25], []byte{9}, good[26:]), CodeDamaged},
		"a short header":  {slices.Concat(good[:8], []byte{0, 0, 0, 3}, []byte("IHDRabc...."), good[33:]), CodeDamaged},
		"another magic":   {slices.Concat([]byte("\x89PNX"), good[4:]), CodeNotImage},
		"nothing at all":  {[]byte{}, CodeNotImage},
		"a single letter": {[]byte("x"), CodeNotImage},
	} {
		_, err := parse(c.data, "x.png", Limits{})
		e, _ := err.(*Error)
		if c.code == "" && err != nil || c.code != "" && (e == nil || e.Code != c.code) {
			t.Errorf("%s: %v, want %q", name, err, c.code)
		}
	}
}

// What is no picture is called by its name.
func TestLooksLike(t *testing.T) {
	for data, want := range map[string]string{
		"GIF89a": "a GIF", "BM....": "a BMP", "II*\x00": "a TIFF or a camera's raw file", "RIFF....WEBPVP8": "a WebP",
		"....ftypheic": "a HEIC", "....ftypavif": "an AVIF", "%PDF-1.7": "a PDF", "8BPS": "a Photoshop file",
		"\x00\x00\x00\x0cjP  ": "a JPEG 2000", "\xff\x0a": "a JPEG XL", "<?xml?><svg>": "an SVG", "PK\x03\x04": "a ZIP archive",
		"\n<!DOCTYPE HTML>": "an HTML page", "<Html>": "an HTML page", "dear reader": "text", "\x01\x02\x03": "something else",
	} {
		if got := looksLike([]byte(data)); got != want {
			t.Errorf("%q looks like %s, want %s", data, got, want)
		}
	}
	if got := looksLike(bytes.Repeat([]byte{0xff, 0xfe}, 400)); got != "something else" {
		t.Errorf("noise looks like %s", got)
	}
}
