package text

import (
	"bytes"
	"slices"
	"testing"

	"masthead/layout/text/square"
)

// glyphBytes joins 16-bit words and single bytes (given as -1000-b).
func glyphBytes(v ...int) []byte {
	var b []byte
	for _, w := range v {
		if w <= -1000 {
			b = append(b, byte(-1000-w))
		} else {
			b = append(b, byte(w>>8), byte(w))
		}
	}
	return b
}

func octet(b int) int { return -1000 - b }

// triangle has three points, one repeated flag, two bytes of instructions and
// one byte of padding.
func triangle() []byte {
	return glyphBytes(1, 0, 0, 100, 100, 2, 2, 0xAABB,
		octet(0x01|shortX|sameX|shortY|sameY|repeat), octet(2), octet(10), octet(90), octet(5), octet(20), octet(30), octet(1), octet(0))
}

func TestSimpleGlyph(t *testing.T) {
	g := triangle()
	body, flags, coords, end, err := simpleParts(g)
	if err != nil || body != 16 || len(flags) != 3 || coords != 18 || end != 24 {
		t.Errorf("%v: body %d, %d flags, coordinates %d to %d", err, body, len(flags), coords, end)
	}
	pts, err := simplePoints(g)
	if want := []point{{10, 20}, {100, 50}, {105, 51}}; err != nil || len(pts) != 1 || !slices.Equal(pts[0], want) {
		t.Errorf("%v %v, want %v", err, pts, want)
	}
	for n := range 24 {
		if _, err := simplePoints(g[:n]); err == nil && n > 0 {
			t.Errorf("cut at %d: no error", n)
		}
	}
	if pts, err := simplePoints(glyphBytes(0, 0, 0, 0, 0)); err != nil || len(pts) != 0 {
		t.Errorf("a glyph without contours: %v %v", pts, err)
	}
	falling := glyphBytes(2, 0, 0, 9, 9, 1, 0, 0, octet(0x31), octet(0x31))
	if _, err := simplePoints(falling); err == nil {
		t.Error("contours that end before they begin: no error")
	}
}

func TestCompositeGlyph(t *testing.T) {
	g := glyphBytes(0xFFFF, 0, 0, 9, 9,
		moreParts|wordArgs|hasScale, 7, 1, 2, 0x4000,
		moreParts|hasXYScale, 8, 0x0102, 0x4000, 0x4000,
		hasTwoByTwo|hasInstructions, 9, 0x0102, 1, 2, 3, 4, 1, octet(0xAA))
	var ids []int
	end, err := parts(g, func(at int) { ids = append(ids, u16(g[at+2:])) })
	if err != nil || !slices.Equal(ids, []int{7, 8, 9}) || end != len(g)-3 {
		t.Errorf("%v: parts %v, end %d of %d", err, ids, end, len(g))
	}
	for n := range end {
		if _, err := parts(g[:n], func(int) {}); err == nil {
			t.Errorf("cut at %d: no error", n)
		}
	}
	if !isComposite(g) || isComposite(triangle()) || isComposite(nil) {
		t.Error("kinds of glyphs")
	}
}

// faceOf makes a face of three glyphs: a blank .notdef, a triangle, and a
// composite of it with instructions.
func faceOf() *Face {
	simple := append(triangle(), 0)
	composite := glyphBytes(0xFFFF, 0, 0, 9, 9, hasInstructions, 1, 0, 2, 0xCCDD)
	glyf := append(slices.Clone(simple), composite...)
	f := &Face{
		tables: map[string][]byte{"head": make([]byte, 54), "hhea": make([]byte, 36), "maxp": make([]byte, 32)},
		outline: outlines{
			glyf: glyf, loca: glyphBytes(0, 0, len(simple)/2, len(glyf)/2), hmtx: glyphBytes(500, 0, 600, 1, 2), glyphs: 3, metrics: 2,
		},
	}
	f.once.Do(func() {})
	return f
}

func TestSubsetDropsInstructions(t *testing.T) {
	s, err := newSubset(faceOf(), []uint16{2})
	if err != nil || !slices.Equal(s.old, []uint16{0, 1, 2}) {
		t.Fatalf("%v %v", err, s)
	}
	simple, err := s.glyph(1)
	if err != nil || bytes.Contains(simple, []byte{0xAA, 0xBB}) || len(simple)%2 != 0 {
		t.Errorf("%v % x", err, simple)
	}
	pts, err := simplePoints(simple)
	if want, _ := simplePoints(triangle()); err != nil || !slices.Equal(pts[0], want[0]) {
		t.Errorf("%v %v", err, pts)
	}
	composite, err := s.glyph(2)
	if err != nil || bytes.Contains(composite, []byte{0xCC}) || u16(composite[10:])&hasInstructions != 0 || u16(composite[12:]) != 1 {
		t.Errorf("%v % x", err, composite)
	}
	if m := s.maxp(); u16(m[4:]) != 3 || u16(m[26:]) != 0 {
		t.Errorf("maxp % x", m)
	}
}

func TestSubsetNumbersAnew(t *testing.T) {
	s, err := newSubset(faceOf(), []uint16{1})
	if err != nil || !slices.Equal(s.old, []uint16{0, 1}) || s.id[1] != 1 {
		t.Fatalf("%v %v", err, s)
	}
	if hmtx, n := s.hmtx(); n != 2 || !bytes.Equal(hmtx, glyphBytes(500, 0, 600, 1)) {
		t.Errorf("%d % x", n, hmtx)
	}
	s, _ = newSubset(faceOf(), []uint16{2, 1})
	if hmtx, n := s.hmtx(); n != 2 || !bytes.Equal(hmtx, glyphBytes(500, 0, 600, 1, 2)) {
		t.Errorf("equal widths at the end: %d % x", n, hmtx)
	}
	if _, err := newSubset(faceOf(), []uint16{3}); err == nil {
		t.Error("a glyph that is not there: no error")
	}
	f := faceOf()
	copy(f.outline.glyf[24+12:], glyphBytes(40)) // the composite's part
	if _, err := newSubset(f, []uint16{2}); err == nil {
		t.Error("a part that is not there: no error")
	}
}

func TestAdvances(t *testing.T) {
	o := faceOf().outline
	for id, want := range [][2]int{{500, 0}, {600, 1}, {600, 2}, {0, 0}} {
		if w, b := o.advance(id); w != want[0] || b != want[1] {
			t.Errorf("glyph %d: %d %d, want %v", id, w, b, want)
		}
	}
	if w, b := o.advance(-1); w != 0 || b != 0 {
		t.Error("glyph -1")
	}
	if x0, _, x1, y1 := o.ink(1); x0 != 0 || x1 != 100 || y1 != 100 {
		t.Error("ink", x0, x1, y1)
	}
}

// TestLongSubset: past 128 KB of outlines, loca takes 32-bit offsets.
func TestLongSubset(t *testing.T) {
	f := mustFace(t, shippedFonts(), notoFile)
	var used []uint16
	for g := range 1500 {
		used = append(used, uint16(g+1000))
	}
	s, err := newSubset(f, used)
	if err != nil {
		t.Fatal(err)
	}
	program, err := s.program()
	if err != nil {
		t.Fatal(err)
	}
	o, err := newOutlines(mustTables(t, program))
	if err != nil || !o.long || o.glyphs != len(s.old) {
		t.Fatalf("%v %+v", err, o.glyphs)
	}
	for i, old := range s.old {
		a, b, c, d := o.ink(i)
		if e, f, g, h := f.outline.ink(int(old)); a != e || b != f || c != g || d != h {
			t.Errorf("glyph %d: the extents differ", old)
		}
	}
}

// TestSquareIsComposite: the test font has its parts kept too.
func TestSquareIsComposite(t *testing.T) {
	b := square.TTF()
	tables, err := readTables(b)
	if err != nil {
		t.Fatal(err)
	}
	f := &Face{tables: tables}
	f.once.Do(func() {})
	if f.outline, err = newOutlines(tables); err != nil {
		t.Fatal(err)
	}
	s, err := newSubset(f, []uint16{40, 41})
	if err != nil || !slices.Equal(s.old, []uint16{0, 2, 40, 41}) {
		t.Errorf("%v %v", err, s.old)
	}
}
