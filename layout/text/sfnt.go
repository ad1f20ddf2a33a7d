package text

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// An OpenType file is a directory of tagged tables (ISO/IEC 14496-22, 4.3 to
// 4.5): 12 bytes of header, then 16 bytes a table: tag, checksum, offset, length.

func u16(b []byte) int { return int(binary.BigEndian.Uint16(b)) }
func i16(b []byte) int { return int(int16(binary.BigEndian.Uint16(b))) }
func u32(b []byte) int { return int(binary.BigEndian.Uint32(b)) }

// tableCount reads the header and returns the number of tables.
func tableCount(head []byte) (int, error) {
	switch string(head[:4]) {
	case "\x00\x01\x00\x00", "true":
		return u16(head[4:]), nil
	case "OTTO":
		return 0, errors.New("its outlines are PostScript (CFF); only TrueType outlines (glyf) can be embedded")
	case "ttcf":
		return 0, errors.New("a font collection; give the faces as single files")
	case "wOFF", "wOF2":
		return 0, errors.New("a web font (WOFF); give the TrueType file it was made from")
	}
	return 0, errors.New("not a TrueType or OpenType font")
}

// requiredTables lists what shaping and embedding cannot do without.
func requiredTables() []string {
	return []string{"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}
}

func checkDirectory(dir []byte) error {
	have := map[string]bool{}
	for ; len(dir) >= 16; dir = dir[16:] {
		have[string(dir[:4])] = true
	}
	if !have["glyf"] && (have["CFF "] || have["CFF2"]) {
		return errors.New("its outlines are PostScript (CFF); only TrueType outlines (glyf) can be embedded")
	}
	for _, tag := range requiredTables() {
		if !have[tag] {
			return fmt.Errorf("the font has no %q table", tag)
		}
	}
	return nil
}

// readTables splits a font file into its tables. The slices share data.
func readTables(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, errors.New("not a font")
	}
	n, err := tableCount(data)
	if err != nil {
		return nil, err
	}
	if len(data) < 12+16*n {
		return nil, errors.New("the font ends within its table directory")
	}
	dir := data[12 : 12+16*n]
	if err := checkDirectory(dir); err != nil {
		return nil, err
	}
	out := make(map[string][]byte, n)
	for ; len(dir) >= 16; dir = dir[16:] {
		off, size := u32(dir[8:]), u32(dir[12:])
		if off > len(data) || size > len(data)-off {
			return nil, fmt.Errorf("the table %q reaches beyond the end of the file", dir[:4])
		}
		out[string(dir[:4])] = data[off : off+size : off+size]
	}
	return out, nil
}

// outlines gives access to the raw glyphs of a font.
type outlines struct {
	glyf, loca, hmtx []byte
	long             bool // loca has 32-bit offsets
	glyphs           int
	metrics          int // full records in hmtx
}

func newOutlines(t map[string][]byte) (outlines, error) {
	var o outlines
	for _, need := range []struct {
		tag  string
		size int
	}{{"head", 54}, {"hhea", 36}, {"maxp", 6}} {
		if len(t[need.tag]) < need.size {
			return o, fmt.Errorf("the table %q is too short", need.tag)
		}
	}
	o = outlines{
		glyf: t["glyf"], loca: t["loca"], hmtx: t["hmtx"],
		long: u16(t["head"][50:]) == 1, glyphs: u16(t["maxp"][4:]), metrics: u16(t["hhea"][34:]),
	}
	width := 2
	if o.long {
		width = 4
	}
	switch {
	case len(o.loca) < width*(o.glyphs+1):
		return o, errors.New(`the table "loca" is too short`)
	case o.metrics < 1 || o.metrics > o.glyphs || len(o.hmtx) < 4*o.metrics+2*(o.glyphs-o.metrics):
		return o, errors.New(`the table "hmtx" does not fit the number of glyphs`)
	}
	return o, nil
}

// glyph returns the data of a glyph; empty for one that shows nothing, such as
// a space, and for one that the font does not have.
func (o *outlines) glyph(id int) []byte {
	if id < 0 || id >= o.glyphs {
		return nil
	}
	var from, to int
	if o.long {
		from, to = u32(o.loca[4*id:]), u32(o.loca[4*id+4:])
	} else {
		from, to = 2*u16(o.loca[2*id:]), 2*u16(o.loca[2*id+2:])
	}
	if from >= to || to > len(o.glyf) || to-from < 10 {
		return nil
	}
	return o.glyf[from:to]
}

// advance returns the advance width and left side bearing of a glyph.
func (o *outlines) advance(id int) (width, bearing int) {
	if id < 0 || id >= o.glyphs {
		return 0, 0
	}
	if id < o.metrics {
		return u16(o.hmtx[4*id:]), i16(o.hmtx[4*id+2:])
	}
	return u16(o.hmtx[4*(o.metrics-1):]), i16(o.hmtx[4*o.metrics+2*(id-o.metrics):])
}

// ink returns the extents of a glyph's outline, all zero if it shows nothing.
func (o *outlines) ink(id int) (xmin, ymin, xmax, ymax int) {
	g := o.glyph(id)
	if g == nil {
		return 0, 0, 0, 0
	}
	return i16(g[2:]), i16(g[4:]), i16(g[6:]), i16(g[8:])
}
