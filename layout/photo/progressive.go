package photo

import "errors"

// A progressive JPEG sends its coefficients in several scans, by frequency and by
// bit, T.81, G. All of them must be held until the last; 16 bits each are enough,
// where the standard library takes 32.

// progressiveScan is one scan: coefficients from to to, at bit low, either for
// the first time or refining what came before.
type progressiveScan struct {
	from, to, low int
	refine        bool
}

// maxScans bounds how often a picture may be gone through: a file of nothing but
// empty scans would take hours. Real ones have about ten.
const maxScans = 200

var errScans = errors.New("it has too many scans")

// scans reads scan after scan, then makes the samples.
func (d *scaledJPEG) scans(header []byte) error {
	for n := 0; header != nil; n++ {
		if n > maxScans {
			return errScans
		}
		if err := d.progressiveScan(header); err != nil {
			return err
		}
		var err error
		if header, err = d.headers(); err != nil {
			return err
		}
	}
	for i := range d.comps {
		c := &d.comps[i]
		c.pixels()
		q := &d.quant[c.tq]
		for at := range c.across * c.down {
			var b block
			coeffs := c.coeffs[64*at : 64*at+64]
			flat := true
			b[0] = int32(coeffs[0]) * q[0]
			for k := 1; k < 64; k++ {
				if coeffs[k] != 0 {
					b[zigzag[k]] = int32(coeffs[k]) * q[k]
					flat = false
				}
			}
			c.samples(&b, flat, at%c.across, at/c.across)
		}
		c.coeffs = nil
	}
	return nil
}

func (d *scaledJPEG) progressiveScan(header []byte) error {
	if len(header) < 4 || len(header) != 4+2*int(header[0]) {
		return errScaled
	}
	n := int(header[0])
	tail := header[1+2*n:]
	s := progressiveScan{from: int(tail[0]), to: int(tail[1]), low: int(tail[2] & 15), refine: tail[2]>>4 != 0}
	if s.from > s.to || s.to > 63 || s.low > 13 || n == 0 || s.from == 0 && s.to != 0 || s.from > 0 && n != 1 {
		return errScaled
	}
	var in []*scaledComponent
	for i := range n {
		c := d.component(int(header[1+2*i]))
		td, ta := header[2+2*i]>>4, header[2+2*i]&15
		if c == nil || td > 3 || ta > 3 {
			return errScaled
		}
		c.dc, c.ac = d.dc[td], d.ac[ta]
		if s.from == 0 && !s.refine && c.dc == nil || s.from > 0 && c.ac == nil {
			return errScaled
		}
		in = append(in, c)
	}
	if n == 1 { // its own blocks, without the padding of units, A.2.2
		c, first := in[0], &d.comps[0]
		across := (d.w*c.h + 8*first.h - 1) / (8 * first.h)
		down := (d.h*c.v + 8*first.v - 1) / (8 * first.v)
		return d.each(across, down, func(x, y int) bool {
			return d.coefficients(c, s, y*c.across+x)
		})
	}
	unitsX, unitsY := d.units()
	return d.each(unitsX, unitsY, func(mx, my int) bool {
		for _, c := range in {
			for by := range c.v {
				for bx := range c.h {
					if !d.coefficients(c, s, (my*c.v+by)*c.across+mx*c.h+bx) {
						return false
					}
				}
			}
		}
		return true
	})
}

func (d *scaledJPEG) component(id int) *scaledComponent {
	for i := range d.comps {
		if d.comps[i].id == id {
			return &d.comps[i]
		}
	}
	return nil
}

// coefficients reads one block's part of a scan.
func (d *scaledJPEG) coefficients(c *scaledComponent, s progressiveScan, index int) bool {
	b := c.coeffs[64*index : 64*index+64]
	switch {
	case s.from == 0 && s.refine:
		b[0] |= int16(d.bits.bit() << s.low)
		return true
	case s.from == 0:
		size, ok := d.bits.symbol(c.dc)
		if !ok || size > 11 {
			return false
		}
		c.pred += d.bits.value(uint(size))
		b[0] = int16(c.pred << s.low)
		return true
	case s.refine:
		return d.refine(c, s, b)
	}
	if d.run > 0 {
		d.run--
		return true
	}
	for k := s.from; k <= s.to; k++ {
		code, ok := d.bits.symbol(c.ac)
		if !ok {
			return false
		}
		n, zeros := uint(code&15), int(code>>4)
		if n == 0 {
			if zeros < 15 {
				d.run = 1<<zeros - 1 + d.bits.plain(uint(zeros))
				return true
			}
			k += 15
			continue
		}
		if k += zeros; k > s.to {
			return false
		}
		b[k] = int16(d.bits.value(n) << s.low)
	}
	return true
}

// refine adds one bit to coefficients known to be nonzero, and sets new ones
// among those that were zero, T.81, G.1.2.3 and figure G.7.
func (d *scaledJPEG) refine(c *scaledComponent, s progressiveScan, b []int16) bool {
	delta := int16(1) << s.low
	k := s.from
	for d.run == 0 && k <= s.to {
		code, ok := d.bits.symbol(c.ac)
		if !ok {
			return false
		}
		zeros, fresh := int(code>>4), int16(0)
		switch code & 15 {
		case 0:
			if zeros < 15 {
				d.run = 1<<zeros + d.bits.plain(uint(zeros))
			}
		case 1:
			if fresh = -delta; d.bits.bit() == 1 {
				fresh = delta
			}
		default:
			return false
		}
		if d.run > 0 {
			break
		}
		k = d.passZeros(b, k, s.to, zeros, delta)
		if fresh != 0 {
			if k > s.to {
				return false
			}
			b[k] = fresh
		}
		k++
	}
	if d.run > 0 {
		d.run--
		d.passZeros(b, k, s.to, 64, delta)
	}
	return true
}

// passZeros refines nonzero coefficients from k until it has passed so many zero
// ones, and returns the place of the next zero.
func (d *scaledJPEG) passZeros(b []int16, k, to, zeros int, delta int16) int {
	for ; k <= to; k++ {
		if b[k] == 0 {
			if zeros == 0 {
				break
			}
			zeros--
			continue
		}
		if d.bits.bit() == 1 {
			if b[k] > 0 {
				b[k] += delta
			} else {
				b[k] -= delta
			}
		}
	}
	return k
}
