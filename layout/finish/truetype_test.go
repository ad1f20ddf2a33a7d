package finish

import (
	"encoding/binary"
	"io/fs"
	"testing"

	"masthead/fonts"
	"masthead/layout/display"
)

// truetype reads as much of a TrueType file as a test needs to set text in it
// and to compare widths: 'head', 'hhea', 'hmtx' and a 'cmap' of format 4.
type truetype struct {
	b      []byte
	tables map[string][]byte
}

func parseTrueType(b []byte) truetype {
	f := truetype{b, map[string][]byte{}}
	for i := range int(binary.BigEndian.Uint16(b[4:])) {
		rec := b[12+16*i:]
		at, n := binary.BigEndian.Uint32(rec[8:]), binary.BigEndian.Uint32(rec[12:])
		f.tables[string(rec[:4])] = b[at : at+n]
	}
	return f
}

func (f truetype) u16(table string, at int) int {
	return int(binary.BigEndian.Uint16(f.tables[table][at:]))
}

func (f truetype) i16(table string, at int) int { return int(int16(f.u16(table, at))) }

func (f truetype) perEm() int { return f.u16("head", 18) }

func (f truetype) width(glyph int) int {
	last := f.u16("hhea", 34) - 1
	return f.u16("hmtx", 4*min(glyph, last))
}

// glyph looks a character up in the first format 4 table.
func (f truetype) glyph(r rune) int {
	cmap := f.tables["cmap"]
	for i := range f.u16("cmap", 2) {
		at := int(binary.BigEndian.Uint32(cmap[4+8*i+4:]))
		if f.u16("cmap", at) != 4 {
			continue
		}
		n := f.u16("cmap", at+6) / 2
		for s := range n {
			end, start := f.u16("cmap", at+14+2*s), f.u16("cmap", at+16+2*n+2*s)
			if int(r) < start || int(r) > end {
				continue
			}
			delta, where := f.u16("cmap", at+16+4*n+2*s), at+16+6*n+2*s
			offset := f.u16("cmap", where)
			if offset == 0 {
				return (int(r) + delta) & 0xFFFF
			}
			if g := f.u16("cmap", where+offset+2*(int(r)-start)); g != 0 {
				return (g + delta) & 0xFFFF
			}
			return 0
		}
	}
	return 0
}

// face is a whole font file as the display's subset, with no codes yet.
func face(t testing.TB, file, name string) display.Font {
	t.Helper()
	b, err := fs.ReadFile(fonts.FS, file)
	if err != nil {
		t.Fatal(err)
	}
	f := parseTrueType(b)
	return display.Font{
		PostScriptName: name, Program: b, UnitsPerEm: f.perEm(),
		Ascent: f.i16("hhea", 4), Descent: f.i16("hhea", 6), CapHeight: 660, XHeight: 480, StemV: 80,
		BBox: [4]int{f.i16("head", 36), f.i16("head", 38), f.i16("head", 40), f.i16("head", 42)},
	}
}
