package color

import (
	"encoding/binary"
	"math"
	"sort"
)

// curve is a tone curve from [0,1] to [0,1]: a sampled table, or one of the
// parametric functions of ICC.1:2010, 10.16. The zero curve is the identity.
type curve struct {
	table []float64
	form  int // 0 power ... 4, where table is nil and set
	set   bool
	p     [7]float64 // g a b c d e f
}

func gamma(g float64) curve { return curve{set: true, p: [7]float64{g}} }

// parseCurve reads a "curv" or "para" element and returns the bytes it took.
func parseCurve(b []byte) (curve, int, error) {
	if len(b) < 12 {
		return curve{}, 0, errShort
	}
	switch string(b[:4]) {
	case "curv":
		n := int(binary.BigEndian.Uint32(b[8:]))
		if n > 1<<16 || len(b) < 12+2*n {
			return curve{}, 0, errShort
		}
		switch n {
		case 0:
			return curve{}, 12, nil
		case 1:
			return gamma(float64(binary.BigEndian.Uint16(b[12:])) / 256), 14, nil
		}
		return curve{table: table16(b[12:], n)}, 12 + 2*n, nil
	case "para":
		form := int(binary.BigEndian.Uint16(b[8:]))
		if form > 4 {
			return curve{}, 0, errorf("parametric curve %d", form)
		}
		n := [...]int{1, 3, 4, 5, 7}[form]
		if len(b) < 12+4*n {
			return curve{}, 0, errShort
		}
		c := curve{set: true, form: form}
		for i := range n {
			c.p[i] = s15(b[12+4*i:])
		}
		return c, 12 + 4*n, nil
	}
	return curve{}, 0, errorf("curve of type %q", b[:4])
}

func table16(b []byte, n int) []float64 {
	t := make([]float64, n)
	for i := range t {
		t[i] = float64(binary.BigEndian.Uint16(b[2*i:])) / 65535
	}
	return t
}

// at evaluates the curve.
func (c *curve) at(x float64) float64 {
	if c.table != nil {
		return lookup(c.table, x)
	}
	if !c.set {
		return x
	}
	g, a, b, cc, d, e, f := c.p[0], c.p[1], c.p[2], c.p[3], c.p[4], c.p[5], c.p[6]
	switch c.form {
	case 0:
		return power(x, g)
	case 1:
		if a != 0 && x < -b/a {
			return 0
		}
		return power(a*x+b, g)
	case 2:
		if a != 0 && x < -b/a {
			return cc
		}
		return power(a*x+b, g) + cc
	case 3:
		if x < d {
			return cc * x
		}
		return power(a*x+b, g)
	}
	if x < d {
		return cc*x + f
	}
	return power(a*x+b, g) + e
}

func power(x, g float64) float64 {
	if x <= 0 {
		return 0
	}
	return math.Pow(x, g)
}

// inverse returns an x of [0,1] whose value is nearest y. The curve must rise or
// fall throughout, which is all that a device's tone curve does.
func (c *curve) inverse(y float64) float64 {
	if c.table != nil {
		return inverseTable(c.table, y)
	}
	if !c.set {
		return clamp01(y)
	}
	if x, ok := c.solve(y); ok {
		return clamp01(x)
	}
	lo, hi := 0.0, 1.0
	falls := c.at(0) > c.at(1)
	for range 48 {
		mid := (lo + hi) / 2
		if (c.at(mid) < y) != falls {
			lo = mid
		} else {
			hi = mid
		}
	}
	return (lo + hi) / 2
}

// solve inverts the forms that have one power and at most one straight piece.
func (c *curve) solve(y float64) (float64, bool) {
	g, a, b, cc, d := c.p[0], c.p[1], c.p[2], c.p[3], c.p[4]
	switch {
	case c.form == 0 && g > 0:
		return power(y, 1/g), true
	case c.form == 3 && g > 0 && a > 0 && cc > 0:
		if y < cc*d {
			return y / cc, true
		}
		return max(d, (power(y, 1/g)-b)/a), true
	}
	return 0, false
}

func inverseTable(t []float64, y float64) float64 {
	n := len(t)
	falls := t[0] > t[n-1]
	// The first sample at or beyond y, in the direction of the curve.
	i := sort.Search(n, func(i int) bool {
		if falls {
			return t[i] <= y
		}
		return t[i] >= y
	})
	switch {
	case i == 0:
		return 0
	case i == n:
		return 1
	}
	f := 1.0
	if d := t[i] - t[i-1]; d != 0 {
		f = (y - t[i-1]) / d
	}
	return (float64(i-1) + clamp01(f)) / float64(n-1)
}

// lookup interpolates a table of at least two samples linearly.
func lookup(t []float64, x float64) float64 {
	if !(x > 0) {
		return t[0]
	}
	n := len(t) - 1
	if x >= 1 {
		return t[n]
	}
	x *= float64(n)
	i := int(x)
	f := x - float64(i)
	return t[i] + f*(t[i+1]-t[i])
}

func clamp01(x float64) float64 {
	if !(x > 0) {
		return 0
	}
	return min(x, 1)
}

func s15(b []byte) float64 { return float64(int32(binary.BigEndian.Uint32(b))) / 65536 }
