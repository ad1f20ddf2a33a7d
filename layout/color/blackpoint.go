package color

import "math"

// The black point of a profile is found as Adobe's paper "Adobe Systems'
// Implementation of Black Point Compensation" (2006) and ISO 18619:2015 say:
//
//	source       the darkest colorant, made neutral
//	  of a press   by relative intents: what its perceptual table makes of black
//	destination  the same, unless its tables lighten the shadows gradually: then
//	             where a parabola through the shadow end of the round trip
//	             L* -> device -> L* meets the bottom

// sourceBlack returns the black point of p read by intent i.
func (p *Profile) sourceBlack(i Intent) XYZ {
	if p.Space == "CMYK" && p.Class == "prtr" && i.table() == int(Relative) && p.b2a[0] != nil {
		return neutral(p.roundTrip(Lab{}, Perceptual))
	}
	var v vec
	if p.Space == "CMYK" {
		v = vec{1, 1, 1, 1}
	}
	return neutral(p.toXYZ(&v, i).Lab())
}

// targetBlack returns the black point of p written by intent i.
func (p *Profile) targetBlack(i Intent) XYZ {
	if pick(p.b2a, i) == nil {
		return p.sourceBlack(i)
	}
	var start Lab
	relative := i.table() == int(Relative)
	if relative {
		start = p.sourceBlack(i).Lab()
	}
	var in, out [256]float64
	for k := range in {
		in[k] = float64(k) * 100 / 255
		out[k] = p.roundTrip(Lab{L: in[k]}, i).L
	}
	for k := 254; k >= 0; k-- {
		out[k] = min(out[k], out[k+1])
	}
	lowest, highest := out[0], out[255]
	if lowest >= highest {
		return XYZ{}
	}
	lo, hi := 0.03, 0.25
	if relative {
		straight := true
		for k := range in {
			if in[k] > lowest+0.2*(highest-lowest) && math.Abs(in[k]-out[k]) >= 4 {
				straight = false
				break
			}
		}
		if straight {
			return start.XYZ()
		}
		lo, hi = 0.1, 0.5
	}
	var xs, ys []float64
	for k := range in {
		if y := (out[k] - lowest) / (highest - lowest); y >= lo && y < hi {
			xs, ys = append(xs, in[k]), append(ys, y)
		}
	}
	if len(xs) < 3 {
		return XYZ{}
	}
	return Lab{L: max(0, parabolaRoot(xs, ys))}.XYZ()
}

// roundTrip writes c by intent i and reads the result relative to the paper.
func (p *Profile) roundTrip(c Lab, i Intent) Lab {
	var v vec
	p.fromXYZ(c.XYZ(), i&^BlackPoint, &v)
	return p.toXYZ(&v, Relative).Lab()
}

func neutral(c Lab) XYZ { return Lab{L: min(max(c.L, 0), 50)}.XYZ() }

// parabolaRoot fits y = ax² + bx + c by least squares and returns where it meets
// zero, within 0 to 50.
func parabolaRoot(xs, ys []float64) float64 {
	var s [5]float64
	var t [3]float64
	for k, x := range xs {
		p := 1.0
		for j := range s {
			s[j] += p
			if j < 3 {
				t[j] += p * ys[k]
			}
			p *= x
		}
	}
	m, ok := invert([9]float64{s[0], s[1], s[2], s[1], s[2], s[3], s[2], s[3], s[4]})
	if !ok {
		return 0
	}
	c := m[0]*t[0] + m[1]*t[1] + m[2]*t[2]
	b := m[3]*t[0] + m[4]*t[1] + m[5]*t[2]
	a := m[6]*t[0] + m[7]*t[1] + m[8]*t[2]
	if math.Abs(a) < 1e-10 {
		if b == 0 {
			return 0
		}
		return min(max(-c/b, 0), 50)
	}
	d := b*b - 4*a*c
	if d <= 0 {
		return 0
	}
	return min(max((-b+math.Sqrt(d))/(2*a), 0), 50)
}
