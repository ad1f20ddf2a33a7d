package preflight

import "encoding/binary"

// glyphs reads the outlines of a TrueType program for thumbnails (ISO/IEC
// 14496-22, 5.3.4). Whatever is broken draws nothing.
type glyphs struct {
	glyf, loca []byte
	long       bool
	perEm      float64
}

func openGlyphs(b []byte) *glyphs {
	g := &glyphs{}
	if len(b) < 12 {
		return g
	}
	table := func(tag string) []byte {
		for i := range int(binary.BigEndian.Uint16(b[4:])) {
			at := 12 + 16*i
			if at+16 > len(b) {
				return nil
			}
			if string(b[at:at+4]) != tag {
				continue
			}
			from, n := int(binary.BigEndian.Uint32(b[at+8:])), int(binary.BigEndian.Uint32(b[at+12:]))
			if from <= len(b) && n <= len(b)-from {
				return b[from : from+n]
			}
		}
		return nil
	}
	head := table("head")
	if len(head) < 54 {
		return g
	}
	g.perEm = float64(binary.BigEndian.Uint16(head[18:]))
	g.long = binary.BigEndian.Uint16(head[50:]) != 0
	g.glyf, g.loca = table("glyf"), table("loca")
	return g
}

func (g *glyphs) data(id int) []byte {
	var from, to int
	if g.long {
		if 4*id+8 > len(g.loca) {
			return nil
		}
		from, to = int(binary.BigEndian.Uint32(g.loca[4*id:])), int(binary.BigEndian.Uint32(g.loca[4*id+4:]))
	} else {
		if 2*id+4 > len(g.loca) {
			return nil
		}
		from, to = 2*int(binary.BigEndian.Uint16(g.loca[2*id:])), 2*int(binary.BigEndian.Uint16(g.loca[2*id+2:]))
	}
	if from > to || to > len(g.glyf) {
		return nil
	}
	return g.glyf[from:to]
}

// outline adds the contours of a glyph in ems, mapped by m.
func (g *glyphs) outline(id int, m matrix, depth int) (out [][]dot) {
	b := g.data(id)
	if len(b) < 10 || g.perEm == 0 || depth > 4 {
		return nil
	}
	r := reader{b: b, at: 10}
	if n := int(int16(binary.BigEndian.Uint16(b))); n >= 0 {
		return r.simple(n, 1/g.perEm, m)
	}
	const words, xy, scaled, more, twoScales, full = 1, 2, 8, 32, 64, 128
	for range 32 {
		flags, part := r.u16(), r.u16()
		var dx, dy float64
		if flags&words != 0 {
			dx, dy = float64(int16(r.u16())), float64(int16(r.u16()))
		} else {
			dx, dy = float64(int8(r.u8())), float64(int8(r.u8()))
		}
		if flags&xy == 0 {
			dx, dy = 0, 0
		}
		fixed := func() float64 { return float64(int16(r.u16())) / 16384 }
		t := unit()
		switch {
		case flags&scaled != 0:
			t[0] = fixed()
			t[3] = t[0]
		case flags&twoScales != 0:
			t[0], t[3] = fixed(), fixed()
		case flags&full != 0:
			t[0], t[1], t[2], t[3] = fixed(), fixed(), fixed(), fixed()
		}
		t[4], t[5] = dx/g.perEm, dy/g.perEm
		out = append(out, g.outline(part, t.then(m), depth+1)...)
		if flags&more == 0 || r.at > len(b) {
			break
		}
	}
	return out
}

// reader reads big-endian numbers; past the end it reads zeros.
type reader struct {
	b  []byte
	at int
}

func (r *reader) u8() int {
	r.at++
	if r.at > len(r.b) {
		return 0
	}
	return int(r.b[r.at-1])
}

func (r *reader) u16() int {
	hi := r.u8()
	return hi<<8 | r.u8()
}

// simple reads the contours of a glyph that is not made of others. Off-curve
// points are the controls of quadratic arcs, which are cut into two lines.
func (r *reader) simple(n int, scale float64, m matrix) (out [][]dot) {
	ends := make([]int, n)
	for i := range ends {
		ends[i] = r.u16()
	}
	if n == 0 || ends[n-1] >= len(r.b)*8 {
		return nil
	}
	r.at += r.u16()
	const on, shortX, shortY, repeat, sameX, sameY = 1, 2, 4, 8, 16, 32
	flags := make([]int, 0, ends[n-1]+1)
	for len(flags) <= ends[n-1] && r.at < len(r.b) {
		f := r.u8()
		flags = append(flags, f)
		if f&repeat != 0 {
			for k := r.u8(); k > 0 && len(flags) <= ends[n-1]; k-- {
				flags = append(flags, f)
			}
		}
	}
	axis := func(short, same int) []float64 {
		v, all := 0, make([]float64, len(flags))
		for i, f := range flags {
			switch {
			case f&short != 0 && f&same != 0:
				v += r.u8()
			case f&short != 0:
				v -= r.u8()
			case f&same == 0:
				v += int(int16(r.u16()))
			}
			all[i] = float64(v) * scale
		}
		return all
	}
	xs := axis(shortX, sameX)
	ys := axis(shortY, sameY)
	start := 0
	for _, end := range ends {
		if end < start || end >= len(flags) {
			return out
		}
		var c []dot
		for i := start; i <= end; i++ {
			next := start + (i-start+1)%(end-start+1)
			x, y := m.at(xs[i], ys[i])
			if flags[i]&on == 0 { // the middle of the arc is half way between control and chord
				prev := start + (i-start+end-start)%(end-start+1)
				ax, ay := m.at((xs[prev]+xs[next])/2, (ys[prev]+ys[next])/2)
				x, y = (x+ax)/2, (y+ay)/2
			}
			c = append(c, dot{x, y})
		}
		out = append(out, c)
		start = end + 1
	}
	return out
}

// draw returns the shape of a code: its outline, or a box half as high as a
// letter where the program cannot be read.
func (f *face) draw(code int, width float64, m matrix) [][]dot {
	if f.said(code) == " " {
		return nil
	}
	if id, ok := f.glyph(code); ok && f.program != nil {
		if f.outlines == nil {
			f.outlines = openGlyphs(f.program)
		}
		return f.outlines.outline(id, m, 0)
	}
	var c []dot
	for _, p := range [4]dot{{0.08 * width, 0.05}, {0.92 * width, 0.05}, {0.92 * width, 0.4}, {0.08 * width, 0.4}} {
		x, y := m.at(p.x, p.y)
		c = append(c, dot{x, y})
	}
	return [][]dot{c}
}
