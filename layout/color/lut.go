package color

import (
	"encoding/binary"
	"errors"
)

// vec is one colour on its way through a profile: up to four channels.
type vec [4]float64

// lut is a multidimensional transform of a profile: a chain of stages on values
// of 0 to 1, and the encoding of the connection space at its end (or, from the
// connection space, at its beginning).
type lut struct {
	stages   []stage
	encoding pcsEncoding
}

type stage interface{ eval(v *vec) }

// pcsEncoding says how 0 to 1 stands for the connection space, ICC.1:2010,
// 6.3.4 and, for lut16Type, 10.10.
type pcsEncoding int

const (
	encodedXYZ   pcsEncoding = iota
	encodedLab               // 1 is L* 100 and a* 127
	encodedLab16             // lut16Type: 65280/65535 is L* 100
)

func (l *lut) eval(v *vec) {
	for _, s := range l.stages {
		s.eval(v)
	}
}

func (e pcsEncoding) decode(v *vec) XYZ {
	switch e {
	case encodedXYZ:
		const k = 65535.0 / 32768
		return XYZ{v[0] * k, v[1] * k, v[2] * k}
	case encodedLab16:
		return Lab{v[0] * (65535 / 652.80), v[1]*(65535/256.0) - 128, v[2]*(65535/256.0) - 128}.XYZ()
	}
	return Lab{v[0] * 100, v[1]*255 - 128, v[2]*255 - 128}.XYZ()
}

func (e pcsEncoding) encode(c XYZ, v *vec) {
	switch e {
	case encodedXYZ:
		const k = 32768.0 / 65535
		*v = vec{c.X * k, c.Y * k, c.Z * k}
	case encodedLab16:
		l := c.Lab()
		*v = vec{l.L * (652.80 / 65535), (l.A + 128) * (256.0 / 65535), (l.B + 128) * (256.0 / 65535)}
	default:
		l := c.Lab()
		*v = vec{l.L / 100, (l.A + 128) / 255, (l.B + 128) / 255}
	}
	for i := range 3 {
		v[i] = clamp01(v[i])
	}
}

type curves []curve

func (cs curves) eval(v *vec) {
	for i := range cs {
		v[i] = clamp01(cs[i].at(v[i]))
	}
}

// affine is a 3 by 3 matrix and an offset.
type affine struct{ m, off []float64 }

func (a affine) eval(v *vec) {
	x, y, z := v[0], v[1], v[2]
	for i := range 3 {
		v[i] = a.m[3*i]*x + a.m[3*i+1]*y + a.m[3*i+2]*z
		if a.off != nil {
			v[i] += a.off[i]
		}
	}
}

// parseLUT reads an A2B or B2A element.
func parseLUT(b []byte, p *Profile, toPCS bool) (*lut, error) {
	if len(b) < 32 {
		return nil, errShort
	}
	in, out := int(b[8]), int(b[9])
	wantIn, wantOut := p.N, 3
	if !toPCS {
		wantIn, wantOut = 3, p.N
	}
	if in != wantIn || out != wantOut {
		return nil, errorf("it has %d channels in and %d out", in, out)
	}
	l := &lut{encoding: encodedLab}
	if p.PCS == "XYZ" {
		l.encoding = encodedXYZ
	}
	var err error
	switch string(b[:4]) {
	case "mft1":
		err = l.parseMFT(b, in, out, 1)
	case "mft2":
		if p.PCS == "Lab" {
			l.encoding = encodedLab16
		}
		err = l.parseMFT(b, in, out, 2)
	case "mAB ":
		err = l.parseMAB(b, in, out, true)
	case "mBA ":
		err = l.parseMAB(b, in, out, false)
	default:
		err = errorf("table of type %q", b[:4])
	}
	if err != nil {
		return nil, err
	}
	if !toPCS && l.encoding != encodedXYZ {
		// The neutral axis of L*a*b* runs along an edge of its cells, where
		// tetrahedra would favour one hue over another.
		for _, s := range l.stages {
			if c, ok := s.(*clut); ok {
				c.linear = true
			}
		}
	}
	return l, nil
}

// parseMFT reads lut8Type (width 1) and lut16Type (width 2), ICC.1:2010, 10.8 and
// 10.9: matrix, input tables, grid, output tables.
func (l *lut) parseMFT(b []byte, in, out, width int) error {
	if len(b) < 52 {
		return errShort
	}
	grid := int(b[10])
	entriesIn, entriesOut, pos := 256, 256, 48
	if width == 2 {
		entriesIn, entriesOut, pos = int(binary.BigEndian.Uint16(b[48:])), int(binary.BigEndian.Uint16(b[50:])), 52
	}
	if entriesIn < 2 || entriesOut < 2 || entriesIn > 4096 || entriesOut > 4096 || grid < 2 {
		return errors.New("its tables are too small or too large")
	}
	nodes := 1
	for range in {
		nodes *= grid
	}
	if len(b)-pos < width*(in*entriesIn+nodes*out+out*entriesOut) {
		return errShort
	}
	if l.encoding == encodedXYZ && in == 3 {
		m := make([]float64, 9)
		for i := range m {
			m[i] = s15(b[12+4*i:])
		}
		l.stages = append(l.stages, affine{m: m})
	}
	read := func(n int) *clut {
		t := &clut{raw: b[pos:], width: width}
		pos += n * width
		return t
	}
	tables := func(n, entries int) curves {
		cs := make(curves, n)
		for i := range cs {
			cs[i].table = make([]float64, entries)
			values := read(entries)
			for j := range entries {
				cs[i].table[j] = values.at(j) / 65535
			}
		}
		return cs
	}
	l.stages = append(l.stages, tables(in, entriesIn))
	c := read(nodes * out)
	c.in, c.out = in, out
	for i := range in {
		c.grid[i] = grid
	}
	l.stages = append(l.stages, c, tables(out, entriesOut))
	return nil
}

// parseMAB reads lutAToBType and lutBToAType, ICC.1:2010, 10.10 and 10.11. The
// first runs A curves, grid, M curves, matrix, B curves; the other the reverse.
func (l *lut) parseMAB(b []byte, in, out int, toPCS bool) error {
	offset := func(i int) int { return int(binary.BigEndian.Uint32(b[12+4*i:])) }
	bCurves, err := curveSet(b, offset(0), 3)
	if err != nil {
		return err
	}
	var middle []stage // matrix and M curves, in A-to-B order: M first
	if o := offset(2); o != 0 {
		m, err := curveSet(b, o, 3)
		if err != nil {
			return err
		}
		middle = append(middle, m)
	}
	if o := offset(1); o != 0 {
		if o < 0 || o > len(b)-48 {
			return errShort
		}
		a := affine{make([]float64, 9), make([]float64, 3)}
		for i := range 9 {
			a.m[i] = s15(b[o+4*i:])
		}
		for i := range 3 {
			a.off[i] = s15(b[o+36+4*i:])
		}
		middle = append(middle, a)
	}
	var device []stage // A curves and grid, in A-to-B order
	if o := offset(3); o != 0 {
		grid, err := parseCLUT(b, o, in, out)
		if err != nil {
			return err
		}
		n := in
		if !toPCS {
			n = out
		}
		if offset(4) != 0 {
			a, err := curveSet(b, offset(4), n)
			if err != nil {
				return err
			}
			device = append(device, a)
		}
		device = append(device, grid)
	} else if in != out {
		return errors.New("it lacks a grid")
	}
	l.stages = append(append(device, middle...), bCurves)
	if !toPCS {
		for i, j := 0, len(l.stages)-1; i < j; i, j = i+1, j-1 {
			l.stages[i], l.stages[j] = l.stages[j], l.stages[i]
		}
	}
	return nil
}

func curveSet(b []byte, off, n int) (curves, error) {
	cs := make(curves, n)
	for i := range cs {
		if off <= 0 || off > len(b) {
			return nil, errShort
		}
		c, size, err := parseCurve(b[off:])
		if err != nil {
			return nil, err
		}
		cs[i] = c
		off += (size + 3) &^ 3
	}
	return cs, nil
}

func parseCLUT(b []byte, off, in, out int) (*clut, error) {
	if off <= 0 || off > len(b)-20 {
		return nil, errShort
	}
	c := &clut{in: in, out: out}
	n := out
	for i := range in {
		c.grid[i] = int(b[off+i])
		if c.grid[i] < 2 {
			return nil, errors.New("its grid is too small")
		}
		if n *= c.grid[i]; n > maxProfile {
			return nil, errShort
		}
	}
	width := int(b[off+16])
	if width != 1 && width != 2 || len(b)-off-20 < n*width {
		return nil, errShort
	}
	c.raw, c.width = b[off+20:], width
	return c, nil
}
