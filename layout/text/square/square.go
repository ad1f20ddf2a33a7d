// Package square builds a TrueType font for tests in which every character is a
// square of one em, so that the arithmetic of a paragraph can be done in the
// head: "abc" at 10 pt is 30 pt wide, and so are "a c" and "a-c".
//
// It has ASCII, Latin-1, Latin Extended-A, the general punctuation from U+2010
// to U+203A with the thin spaces, the digraph-free part of CJK punctuation and
// the fifty ideographs that begin at U+4E00. It has no kerning and no ligatures.
// The ink of a character fills its em from 200 below to 800 above the baseline,
// at 1000 units per em; spaces have none.
package square

import (
	"encoding/binary"
	"slices"
)

// Em is the number of font units per em.
const Em = 1000

// Glyph ids: 0 is .notdef, 1 the space, 2 the square; the characters follow,
// each a composite of the square.
const (
	spaceGlyph  = 1
	squareGlyph = 2
)

// ranges lists the characters of the font, both ends included.
func ranges() [][2]rune {
	return [][2]rune{
		{0x20, 0x7E},
		{0xA0, 0xAC},
		{0xAE, 0x17F},
		{0x2009, 0x200A},
		{0x2010, 0x2027},
		{0x202F, 0x203A},
		{0x3000, 0x3002},
		{0x3008, 0x3011},
		{0x4E00, 0x4E31},
		{0xFF01, 0xFF5E},
	}
}

func isSpace(r rune) bool {
	return slices.Contains([]rune{0x20, 0xA0, 0x2009, 0x200A, 0x202F, 0x3000}, r)
}

// TTF returns the font file, made anew on every call.
func TTF() []byte {
	var (
		be     = binary.BigEndian
		glyf   []byte
		loca   = []byte{0, 0}
		hmtx   []byte
		glyphs uint16
	)
	add := func(data []byte) {
		glyf = append(glyf, data...)
		loca = be.AppendUint16(loca, uint16(len(glyf)/2))
		hmtx = be.AppendUint16(hmtx, Em)
		hmtx = be.AppendUint16(hmtx, 0)
		glyphs++
	}
	add(outline()) // .notdef
	add(nil)       // space
	add(outline())
	var segments [][3]uint16 // first, last, first glyph
	for _, r := range ranges() {
		for c := r[0]; c <= r[1]; c++ {
			if isSpace(c) {
				segments = append(segments, [3]uint16{uint16(c), uint16(c), spaceGlyph})
				continue
			}
			if n := len(segments); n > 0 && segments[n-1][1] == uint16(c-1) && segments[n-1][2] != spaceGlyph {
				segments[n-1][1]++
			} else {
				segments = append(segments, [3]uint16{uint16(c), uint16(c), glyphs})
			}
			add(composite())
		}
	}
	return file([]table{
		{"OS/2", os2()},
		{"cmap", cmap(segments)},
		{"glyf", glyf},
		{"head", head()},
		{"hhea", words(1, 0, 800, -200&0xFFFF, 0, Em, 0, 0, Em, 1, 0, 0, 0, 0, 0, 0, 0, int(glyphs))},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", words(1, 0, int(glyphs), 4, 1, 4, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1)},
		{"name", name("Square-Regular")},
		{"post", words(3, 0, 0, 0, -100&0xFFFF, 50, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)},
	})
}

func words(v ...int) []byte {
	var b []byte
	for _, w := range v {
		b = binary.BigEndian.AppendUint16(b, uint16(w))
	}
	return b
}

// outline is the square: one contour of four points.
func outline() []byte {
	b := words(1, 0, -200&0xFFFF, Em, 800, 3, 0)
	b = append(b, 0x01, 0x01, 0x01, 0x01)
	b = append(b, words(0, 0, Em, 0, -200&0xFFFF, Em, 0, -Em&0xFFFF)...)
	return b
}

// composite is a glyph that consists of the square, unmoved.
func composite() []byte {
	return words(0xFFFF, 0, -200&0xFFFF, Em, 800, 0x0002, squareGlyph, 0)
}

func head() []byte {
	b := words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 3, Em, 0, 0, 0, 0, 0, 0, 0, 0)
	return append(b, words(0, -200&0xFFFF, Em, 800, 0, 8, 2, 0, 0)...)
}

// os2 is version 2 of the table: weight 400, installable, heights of 800.
func os2() []byte {
	b := make([]byte, 96)
	put := func(at, v int) { binary.BigEndian.PutUint16(b[at:], uint16(v)) }
	put(0, 2)
	put(2, Em)
	put(4, 400)
	put(6, 5)
	put(62, 0x40) // regular
	put(64, 0x20)
	put(66, 0xFF5E)
	put(68, 800)
	put(70, -200)
	put(74, 800)
	put(76, 200)
	put(86, 800)
	put(88, 800)
	return b
}

// cmap writes one subtable of format 4, for Windows and Unicode.
func cmap(segments [][3]uint16) []byte {
	segments = append(segments, [3]uint16{0xFFFF, 0xFFFF, 0})
	n := len(segments)
	search, shift := 1, 0
	for search*2 <= n {
		search, shift = search*2, shift+1
	}
	b := words(0, 1, 3, 1, 0, 12)
	b = append(b, words(4, 16+8*n, 0, 2*n, 2*search, shift, 2*(n-search))...)
	for _, s := range segments {
		b = append(b, words(int(s[1]))...)
	}
	b = append(b, 0, 0)
	for _, s := range segments {
		b = append(b, words(int(s[0]))...)
	}
	for _, s := range segments {
		b = append(b, words(int(s[2])-int(s[0]))...)
	}
	return append(b, make([]byte, 2*n)...)
}

// name holds the PostScript name alone.
func name(s string) []byte {
	b := words(0, 1, 18, 3, 1, 0x409, 6, 2*len(s), 0)
	for _, r := range s {
		b = append(b, 0, byte(r))
	}
	return b
}

type table struct {
	tag  string
	data []byte
}

// file puts the tables together. Checksums stay zero: readers of test fonts do
// not ask for them.
func file(tables []table) []byte {
	b := words(1, 0, len(tables), 128, 3, 16*(len(tables)-8))
	at := len(b) + 16*len(tables)
	for _, t := range tables {
		b = append(b, t.tag...)
		b = binary.BigEndian.AppendUint32(b, 0)
		b = binary.BigEndian.AppendUint32(b, uint32(at))
		b = binary.BigEndian.AppendUint32(b, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		b = append(b, t.data...)
		b = append(b, make([]byte, -len(t.data)&3)...)
	}
	return b
}
