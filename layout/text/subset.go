package text

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// A subset keeps the used glyphs and the parts of composite ones, numbered anew
// in the order of the face, so that the program depends on the set of glyphs and
// not on the order in which a document came to them.
//
// Hinting is left out: instructions, cvt, fpgm and prep, and the flags of head
// that speak of them and of whole pixels per em. Most viewers leave it alone, at
// a printer's resolution it does nothing, the text faces that ship with us have
// none, and labels should not be drawn by other rules than text. The font
// program alone of one Source Sans face is 3.6 KB.
type subset struct {
	face *Face
	old  []uint16          // by new id; old[0] is .notdef
	id   map[uint16]uint16 // new by old
}

func newSubset(f *Face, used []uint16) (*subset, error) {
	s := &subset{face: f, id: map[uint16]uint16{0: 0}}
	todo := append([]uint16{0}, used...)
	for len(todo) > 0 {
		g := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if int(g) >= f.outline.glyphs {
			return nil, fmt.Errorf("no glyph %d", g)
		}
		if _, ok := s.id[g]; ok && g != 0 {
			continue
		}
		s.id[g] = 0
		data := f.outline.glyph(int(g))
		if !isComposite(data) {
			continue
		}
		if _, err := parts(data, func(at int) {
			if p := uint16(u16(data[at+2:])); p != 0 {
				todo = append(todo, p)
			}
		}); err != nil {
			return nil, fmt.Errorf("glyph %d: %w", g, err)
		}
	}
	for g := range s.id {
		s.old = append(s.old, g)
	}
	slices.Sort(s.old)
	for i, g := range s.old {
		s.id[g] = uint16(i)
	}
	return s, nil
}

// glyph returns the data of an old glyph for the subset: instructions cut out,
// parts numbered anew, an even number of bytes.
func (s *subset) glyph(old uint16) ([]byte, error) {
	g := s.face.outline.glyph(int(old))
	if g == nil {
		return nil, nil
	}
	var out []byte
	if isComposite(g) {
		end, err := parts(g, func(int) {})
		if err != nil {
			return nil, err
		}
		out = slices.Clone(g[:end])
		if _, err := parts(out, func(at int) {
			binary.BigEndian.PutUint16(out[at:], uint16(u16(out[at:])&^hasInstructions))
			binary.BigEndian.PutUint16(out[at+2:], s.id[uint16(u16(out[at+2:]))])
		}); err != nil {
			return nil, err
		}
	} else {
		body, _, _, end, err := simpleParts(g)
		if err != nil {
			return nil, err
		}
		n := i16(g)
		if n == 0 {
			return nil, nil
		}
		out = append(out, g[:10+2*n]...)
		out = append(out, 0, 0)
		out = append(out, g[body:end]...)
	}
	if len(out)%2 != 0 {
		out = append(out, 0)
	}
	return out, nil
}

// program writes the font file.
func (s *subset) program() ([]byte, error) {
	var glyf []byte
	offsets := []int{0}
	for _, old := range s.old {
		g, err := s.glyph(old)
		if err != nil {
			return nil, fmt.Errorf("glyph %d: %w", old, err)
		}
		glyf = append(glyf, g...)
		offsets = append(offsets, len(glyf))
	}
	if len(glyf) == 0 {
		glyf = []byte{0, 0} // some readers refuse an empty table
	}
	long := len(glyf) > 2*0xFFFF
	var loca []byte
	for _, o := range offsets {
		if long {
			loca = binary.BigEndian.AppendUint32(loca, uint32(o))
		} else {
			loca = binary.BigEndian.AppendUint16(loca, uint16(o/2))
		}
	}
	hmtx, metrics := s.hmtx()
	return writeFont([]table{
		{"glyf", glyf},
		{"head", s.head(long)},
		{"hhea", s.hhea(metrics)},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", s.maxp()},
		{"post", s.post()},
	}), nil
}

// hmtx writes widths and bearings; the widths at the end that repeat are left
// out, as the format allows.
func (s *subset) hmtx() (data []byte, metrics int) {
	n := len(s.old)
	last, _ := s.face.outline.advance(int(s.old[n-1]))
	metrics = n
	for metrics > 1 {
		if w, _ := s.face.outline.advance(int(s.old[metrics-2])); w != last {
			break
		}
		metrics--
	}
	for i, old := range s.old {
		w, b := s.face.outline.advance(int(old))
		if i < metrics {
			data = binary.BigEndian.AppendUint16(data, uint16(w))
		}
		data = binary.BigEndian.AppendUint16(data, uint16(b))
	}
	return data, metrics
}

func (s *subset) head(long bool) []byte {
	b := slices.Clone(s.face.tables["head"][:54])
	binary.BigEndian.PutUint32(b[8:], 0)                          // checkSumAdjustment: writeFont
	binary.BigEndian.PutUint16(b[16:], uint16(u16(b[16:])&^0x1C)) // no instructions
	format := uint16(0)
	if long {
		format = 1
	}
	binary.BigEndian.PutUint16(b[50:], format)
	return b
}

func (s *subset) hhea(metrics int) []byte {
	b := slices.Clone(s.face.tables["hhea"][:36])
	binary.BigEndian.PutUint16(b[34:], uint16(metrics))
	return b
}

// maxp keeps the limits of the face for outlines, which stay true of a part of
// it, and says that there are no instructions.
func (s *subset) maxp() []byte {
	b := make([]byte, 32)
	copy(b, s.face.tables["maxp"])
	binary.BigEndian.PutUint32(b, 0x00010000)
	binary.BigEndian.PutUint16(b[4:], uint16(len(s.old)))
	binary.BigEndian.PutUint16(b[14:], 1) // maxZones: no twilight zone
	clear(b[16:28])
	return b
}

// post version 3: no glyph names.
func (s *subset) post() []byte {
	b := make([]byte, 32)
	if p := s.face.tables["post"]; len(p) >= 16 {
		copy(b, p[:16])
	}
	binary.BigEndian.PutUint32(b, 0x00030000)
	return b
}
