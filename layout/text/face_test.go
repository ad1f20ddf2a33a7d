package text

import (
	"encoding/binary"
	"io/fs"
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout/geom"
	"masthead/layout/text/square"
)

// without returns a copy of the square font with one table renamed.
func without(tag, other string) []byte {
	b := square.TTF()
	for i := range u16(b[4:]) {
		if rec := b[12+16*i:]; string(rec[:4]) == tag {
			copy(rec, other)
		}
	}
	return b
}

// withOS2 returns the square font with fsType set.
func withFsType(v uint16) []byte {
	b := square.TTF()
	t, err := readTables(b)
	if err != nil {
		panic(err)
	}
	binary.BigEndian.PutUint16(t["OS/2"][8:], v)
	return b
}

func TestFaceRefuses(t *testing.T) {
	lib := NewLibrary(fstest.MapFS{
		"empty.ttf": {}, "text.ttf": {Data: []byte("this is no font at all")},
		"cff.otf":   {Data: []byte("OTTO\x00\x0a12345678901234567890")},
		"cff.ttf":   {Data: without("glyf", "CFF ")},
		"woff.ttf":  {Data: []byte("wOF2\x00\x0a12345678901234567890")},
		"ttc.ttc":   {Data: []byte("ttcf\x00\x0a12345678901234567890")},
		"short.ttf": {Data: square.TTF()[:40]}, "nohmtx.ttf": {Data: without("hmtx", "hmty")},
		"dir.ttf/x": {},
	})
	for file, want := range map[string]string{
		"empty.ttf": "not a font", "text.ttf": "not a TrueType", "cff.otf": "PostScript", "cff.ttf": "PostScript", "woff.ttf": "web font",
		"ttc.ttc": "collection", "short.ttf": "ends within", "nohmtx.ttf": `no "hmtx"`, "none.ttf": "no such file",
		"../up.ttf": "leaves", "/abs.ttf": "leaves", "": "not a font", "dir.ttf": "not a font",
	} {
		if f, err := lib.Face(file); err == nil || !strings.Contains(err.Error(), want) || f != nil {
			t.Errorf("%q: %v, want %q", file, err, want)
		}
	}
}

func TestBrokenFace(t *testing.T) {
	whole := square.TTF()
	for name, data := range map[string][]byte{
		"cut": whole[:len(whole)/2], "restricted": withFsType(2), "no subsetting": withFsType(0x104), "bitmaps only": withFsType(0x200),
	} {
		f, err := NewLibrary(fstest.MapFS{"x.ttf": {Data: data}}).Face("x.ttf")
		if err != nil {
			t.Errorf("%s: %v before it is parsed", name, err)
			continue
		}
		st := &Style{Faces: []*Face{f}, Size: geom.Point}
		w := NewShaper().Shape(st, "ab")
		if f.Err() == nil || f.Has('a') || string(w.Missing) != "ab" || len(w.Runs) != 0 {
			t.Errorf("%s: %v %+v", name, f.Err(), w)
		}
		if st.Space() <= 0 || st.CapHeight() <= 0 || f.PostScriptName() != "x" {
			t.Errorf("%s: measures", name)
		}
		e := NewEmbedder()
		e.Code(f, Glyph{ID: 1, Text: "a"})
		if _, err := e.Fonts(); err == nil {
			t.Errorf("%s: embedded", name)
		}
	}
	if f, _ := NewLibrary(fstest.MapFS{"x.ttf": {Data: withFsType(8)}}).Face("x.ttf"); f.Err() != nil {
		t.Errorf("editable embedding: %v", f.Err())
	}
}

func TestLibrarySearchesInOrder(t *testing.T) {
	own := fstest.MapFS{"a.ttf": {Data: square.TTF()}}
	lib := NewLibrary(own, os.DirFS("../../fonts"))
	a, err := lib.Face("a.ttf")
	if err != nil {
		t.Fatal(err)
	}
	if b, err := lib.Face("a.ttf"); err != nil || a != b || a.File() != "a.ttf" {
		t.Error("not the same face twice")
	}
	if _, err := lib.Face(serifFile); err != nil {
		t.Error(err)
	}
}

func TestMetrics(t *testing.T) {
	lib := shippedFonts()
	for _, c := range []struct {
		file                  string
		name                  string
		upem, ascent, cap, ex int
		serif, italic         bool
	}{
		{serifFile, "SourceSerif4-Regular", 1000, 1036, 670, 475, true, false},
		{"source-serif-4/SourceSerif4-It.ttf", "SourceSerif4-It", 1000, 1036, 670, 475, true, true},
		{sansFile, "SourceSans3-Regular", 1000, 1000, 660, 486, false, false},
		{plexFile, "IBMPlexSansCond-SemiBold", 1000, 1025, 698, 522, false, false},
		{notoFile, "NotoSansSC-Regular", 1000, 1160, 733, 543, false, false},
		{newsFile, "Newsreader-Regular", 2000, 1470, 1340, 852, true, false},
		{"newsreader/Newsreader-Italic.ttf", "Newsreader-Italic", 2000, 1470, 1340, 852, true, true},
		{frankFile, "FrankRuhlLibre-Bold", 1000, 957, 660, 470, true, false},
		{"libre-franklin/LibreFranklin-Bold.ttf", "LibreFranklin-Bold", 1000, 966, 742, 530, false, false},
	} {
		f := mustFace(t, lib, c.file)
		m := f.Metrics()
		if f.PostScriptName() != c.name || m.UnitsPerEm != c.upem || m.Ascent != c.ascent || m.CapHeight != c.cap || m.XHeight != c.ex {
			t.Errorf("%s: %s %+v", c.file, f.PostScriptName(), m)
		}
		if m.Serif != c.serif || (m.ItalicAngle < 0) != c.italic || m.Fixed || m.Descent >= 0 || m.BBox[1] >= 0 {
			t.Errorf("%s: %+v", c.file, m)
		}
		if s := m.StemV * 1000 / m.UnitsPerEm; s < 60 || s > 190 {
			t.Errorf("%s: a stem of %d", c.file, s)
		}
	}
}

func TestMeasuredHeights(t *testing.T) {
	// Without OS/2 the heights come from H and x, the stem from the weight.
	f, err := NewLibrary(fstest.MapFS{"x.ttf": {Data: without("OS/2", "OS/3")}}).Face("x.ttf")
	if err != nil {
		t.Fatal(err)
	}
	if m := f.Metrics(); m.CapHeight != 800 || m.XHeight != 800 || m.StemV != 95 || m.Serif {
		t.Errorf("%v %+v", f.Err(), m)
	}
}

func TestPostScriptNames(t *testing.T) {
	for in, want := range map[string]string{"A (B)/C": "ABC", "": "Font", "字": "Font", strings.Repeat("x", 90): strings.Repeat("x", 63)} {
		if got := cleanName(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// FuzzFace: whatever the bytes, a face is refused or works; it never panics.
func FuzzFace(f *testing.F) {
	whole := square.TTF()
	f.Add(whole, 0, byte(0))
	for _, at := range []int{4, 20, 200, 1000, len(whole) / 2} {
		f.Add(whole, at, byte(0xFF))
		f.Add(whole[:at], 0, byte(0))
	}
	f.Fuzz(func(t *testing.T, data []byte, at int, b byte) {
		data = append([]byte(nil), data...)
		if at >= 0 && at < len(data) {
			data[at] ^= b
		}
		face, err := NewLibrary(fstest.MapFS{"x.ttf": &fstest.MapFile{Data: data, Mode: fs.ModePerm}}).Face("x.ttf")
		if err != nil || face.Err() != nil {
			return
		}
		st := &Style{Faces: []*Face{face}, Size: geom.Pt(10)}
		w := NewShaper().Shape(st, "ab c-“中”")
		st.Space()
		e := NewEmbedder()
		for _, r := range w.Runs {
			for _, g := range r.Glyphs {
				e.Code(r.Face, g)
			}
		}
		fonts, err := e.Fonts()
		for _, e := range fonts {
			if _, perr := newOutlines(mustTables(t, e.Program)); perr != nil && err == nil {
				t.Error(perr)
			}
			if math.IsNaN(e.Metrics.ItalicAngle) {
				t.Error("angle")
			}
		}
	})
}

// mustTables reads a subset, which has no cmap, by hand.
func mustTables(t *testing.T, b []byte) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for i := range u16(b[4:]) {
		rec := b[12+16*i:]
		out[string(rec[:4])] = b[u32(rec[8:]) : u32(rec[8:])+u32(rec[12:])]
	}
	return out
}
