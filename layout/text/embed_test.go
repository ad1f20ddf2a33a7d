package text

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"

	"masthead/layout/geom"
)

// embedText shapes a text and embeds what it shows.
func embedText(t testing.TB, st *Style, txt string) []Embedded {
	t.Helper()
	e, s := NewEmbedder(), NewShaper()
	for _, word := range strings.SplitAfter(txt, " ") {
		for _, r := range s.Shape(st, word).Runs {
			for _, g := range r.Glyphs {
				e.Code(r.Face, g)
			}
		}
	}
	out, err := e.Fonts()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

const manyScripts = "office fjord ÄÖÜ Ştefan e\u0303\u0323 Στο Будапешта 1/2 “x” Việt ½ Ǻ ǖ "

func TestCodes(t *testing.T) {
	f := mustFace(t, shippedFonts(), serifFile)
	e := NewEmbedder()
	for i, c := range []struct {
		g    Glyph
		code uint16
	}{
		{Glyph{ID: 5, Text: "D"}, 1},
		{Glyph{ID: 3, Text: "B"}, 2},
		{Glyph{ID: 5, Text: "D"}, 1},
		{Glyph{ID: 5, Text: "Δ"}, 3},
		{Glyph{ID: 5, Advance: 7, Text: "D"}, 1},
		{Glyph{ID: 5}, 4},
	} {
		if font, code := e.Code(f, c.g); font != 0 || code != c.code {
			t.Errorf("call %d: font %d code %d, want code %d", i, font, code, c.code)
		}
	}
	fonts, err := e.Fonts()
	if err != nil || len(fonts) != 1 || len(fonts[0].Codes) != 4 {
		t.Fatalf("%v %+v", err, fonts)
	}
	// Glyphs are numbered in the order of the face: B before D.
	if c := fonts[0].Codes; c[0].Glyph != 2 || c[1].Glyph != 1 || c[2].Glyph != 2 || c[0].Text != "D" || c[0].Width == 0 {
		t.Errorf("%+v", c)
	}
	if fonts[0].PostScriptName != "SourceSerif4-Regular" {
		t.Error(fonts[0].PostScriptName)
	}
}

func TestTooManyCodes(t *testing.T) {
	f := mustFace(t, shippedFonts(), plexFile)
	e := NewEmbedder()
	for i := range 0xFFFF {
		e.Code(f, Glyph{ID: 5, Text: fmt.Sprint(i)})
	}
	if _, err := e.Fonts(); err != nil {
		t.Error(err)
	}
	if _, code := e.Code(f, Glyph{ID: 5, Text: "one more"}); code != 0 {
		t.Error("code", code)
	}
	if _, err := e.Fonts(); err == nil {
		t.Error("no error for 65,536 codes")
	}
}

// reopen reads a subset with the shaping library, which wants a cmap: one is
// added that maps U+E000+i to glyph i.
func reopen(t *testing.T, program []byte) *font.Face {
	t.Helper()
	n := u16(tableOf(t, program, "maxp")[4:])
	cmap := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12}
	be := binary.BigEndian
	for _, v := range []uint32{12 << 16, 28, 0, 1, 0xE000, 0xE000 + uint32(n) - 1, 0} {
		cmap = be.AppendUint32(cmap, v)
	}
	list := []table{{"cmap", cmap}}
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp", "post"} {
		list = append(list, table{tag, tableOf(t, program, tag)})
	}
	face, err := font.ParseTTF(bytes.NewReader(writeFont(list)))
	if err != nil {
		t.Fatal(err)
	}
	return face
}

func openWhole(t *testing.T, file string) *font.Face {
	t.Helper()
	data, err := os.ReadFile("../../fonts/" + file)
	if err != nil {
		t.Fatal(err)
	}
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return face
}

func tableOf(t *testing.T, program []byte, tag string) []byte {
	t.Helper()
	ld, err := ot.NewLoader(bytes.NewReader(program))
	if err != nil {
		t.Fatal(err)
	}
	b, err := ld.RawTable(ot.MustNewTag(tag))
	if err != nil {
		t.Fatalf("%s: %v", tag, err)
	}
	return b
}

// TestSubsetKeepsOutlines reads subsets back and compares every glyph, composite
// ones resolved, with the original.
func TestSubsetKeepsOutlines(t *testing.T) {
	for _, file := range []string{serifFile, sansFile, plexFile, notoFile, frankFile, newsFile} {
		txt := manyScripts
		if file == notoFile {
			txt += "中国，人民。"
		}
		st := styleOf(t, "en", file)
		st.Features = []string{"frac", "smcp"}
		out := embedText(t, st, txt)[0]
		whole, part := openWhole(t, file), reopen(t, out.Program)
		e := NewEmbedder() // again, to learn the original glyphs
		s := NewShaper()
		seen := 0
		for _, word := range strings.SplitAfter(txt, " ") {
			for _, r := range s.Shape(st, word).Runs {
				for _, g := range r.Glyphs {
					_, code := e.Code(r.Face, g)
					c := out.Codes[code-1]
					a, _ := whole.GlyphDataOutline(g.ID)
					b, _ := part.GlyphDataOutline(c.Glyph)
					if !slices.Equal(a.Segments, b.Segments) {
						t.Errorf("%s: the outline of %q differs", file, g.Text)
					}
					if len(a.Segments) > 0 {
						seen++
					}
					if w := part.HorizontalAdvance(ot.GID(c.Glyph)); int(w) != c.Width || whole.HorizontalAdvance(ot.GID(g.ID)) != w {
						t.Errorf("%s: %q is %v wide, want %d", file, g.Text, w, c.Width)
					}
				}
			}
		}
		if seen < 30 {
			t.Errorf("%s: only %d outlines compared", file, seen)
		}
	}
}

// TestProgramIsWellFormed checks what the format asks of the file: alignment,
// order, padding and every checksum.
func TestProgramIsWellFormed(t *testing.T) {
	for _, f := range embedText(t, styleOf(t, "en", serifFile, notoFile), manyScripts+"中国") {
		b := f.Program
		if len(b)%4 != 0 || checksum(b) != 0xB1B0AFBA {
			t.Errorf("%s: %d bytes, checksum %x", f.PostScriptName, len(b), checksum(b))
		}
		last, end := "", 0
		for i := range u16(b[4:]) {
			rec := b[12+16*i:]
			tag, off, size := string(rec[:4]), u32(rec[8:]), u32(rec[12:])
			data := slices.Clone(b[off : off+(size+3)&^3])
			if tag == "head" {
				clear(data[8:12])
			}
			if off%4 != 0 || tag <= last || off < end || int(checksum(data)) != u32(rec[4:]) {
				t.Errorf("%s: table %q at %d, %d bytes", f.PostScriptName, tag, off, size)
			}
			last, end = tag, off+size
		}
	}
}

func TestSubsetIsDeterministic(t *testing.T) {
	st := styleOf(t, "en", sansFile)
	a, b := embedText(t, st, "one two three "), embedText(t, st, "three two one ")
	if !bytes.Equal(a[0].Program, b[0].Program) {
		t.Error("the program depends on the order of use")
	}
	if c := embedText(t, st, "one two three "); !bytes.Equal(a[0].Program, c[0].Program) || !slices.Equal(a[0].Codes, c[0].Codes) {
		t.Error("two runs differ")
	}
	if c := embedText(t, st, "one two three x"); bytes.Equal(a[0].Program, c[0].Program) {
		t.Error("another set of glyphs gives the same program")
	}
}

func TestSubsetOfSpaces(t *testing.T) {
	out := embedText(t, styleOf(t, "en", notoFile), " ")
	if len(out) != 1 || len(out[0].Codes) != 1 || out[0].Codes[0].Width != 224 {
		t.Errorf("%+v", out)
	}
}

func TestSubsetIsSmall(t *testing.T) {
	out := embedText(t, styleOf(t, "en", serifFile), strings.ReplaceAll(sample, "\n", " "))
	if n := len(out[0].Program); n > 10_000 {
		t.Errorf("%d bytes for %d codes", n, len(out[0].Codes))
	}
}

func BenchmarkSubset(b *testing.B) {
	st := &Style{Faces: []*Face{mustFace(b, shippedFonts(), serifFile)}, Size: geom.Point, Language: "en"}
	b.ReportAllocs()
	for b.Loop() {
		embedText(b, st, manyScripts)
	}
}

func BenchmarkParse(b *testing.B) {
	for _, file := range []string{serifFile, sansFile, plexFile, notoFile} {
		b.Run(strings.TrimSuffix(file[strings.IndexByte(file, '/')+1:], ".ttf"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				mustFace(b, shippedFonts(), file)
			}
		})
	}
}
