package color

import (
	"encoding/binary"
	"math"
	"math/rand"
	"testing"
)

// cube builds a grid that holds f at its nodes.
func cube(in, out, grid int, f func(v vec) vec) *clut {
	c := &clut{in: in, out: out, width: 2}
	nodes := 1
	for i := range in {
		c.grid[i] = grid
		nodes *= grid
	}
	for n := range nodes {
		var v vec
		for i, rest := in-1, n; i >= 0; i, rest = i-1, rest/grid {
			v[i] = float64(rest%grid) / float64(grid-1)
		}
		at := f(v)
		for _, x := range at[:out] {
			c.raw = binary.BigEndian.AppendUint16(c.raw, uint16(math.Round(x*65535)))
		}
	}
	return c
}

// Whatever is linear between the corners of the whole is reproduced everywhere,
// in every number of dimensions and by both ways of interpolating.
func TestGridIsLinear(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	linear := func(v vec) vec {
		return vec{0.1 + 0.2*v[0] + 0.3*v[1] + 0.1*v[2] + 0.3*v[3], v[0], 1 - v[min(1, 3)], (v[0] + v[1] + v[2] + v[3]) / 4}
	}
	for in := 1; in <= 4; in++ {
		for _, whole := range []bool{false, true} {
			c := cube(in, 3, 5, linear)
			c.linear = whole
			for range 300 {
				var v vec
				for i := range in {
					v[i] = rng.Float64()
				}
				want, got := linear(v), v
				c.eval(&got)
				for i := range 3 {
					if math.Abs(got[i]-want[i]) > 2e-5 {
						t.Fatalf("%d dimensions at %v: %v, want %v", in, v, got, want)
					}
				}
			}
		}
	}
}

// At its nodes a grid says what it holds, and beyond its edges what it holds there.
func TestGridNodes(t *testing.T) {
	bent := func(v vec) vec { return vec{v[0] * v[1], v[2] * v[2], v[3] * v[0]} }
	for in := 3; in <= 4; in++ {
		c := cube(in, 3, 4, bent)
		for n := range 256 {
			v := vec{float64(n>>6) / 3, float64(n>>4&3) / 3, float64(n>>2&3) / 3, float64(n&3) / 3}
			if in == 3 {
				v[3] = 0
			}
			want, got := bent(v), v
			c.eval(&got)
			for i := range 3 {
				if math.Abs(got[i]-want[i]) > 2e-5 {
					t.Fatalf("node %v: %v, want %v", v, got, want)
				}
			}
		}
	}
	c := cube(3, 3, 4, bent)
	inside, outside := vec{1, 0, 1}, vec{1.7, -3, math.Inf(1)}
	c.eval(&inside)
	c.eval(&outside)
	if inside != outside {
		t.Errorf("beyond the edge %v, at it %v", outside, inside)
	}
}

// Neutral colours go through a grid of RGB without a cast between the nodes,
// which is why tetrahedra are used there.
func TestTetrahedraKeepNeutrals(t *testing.T) {
	c := cube(3, 3, 3, func(v vec) vec {
		return vec{v[0] * v[0], v[1] * v[1], v[2] * v[2]}
	})
	for x := 0.0; x <= 1; x += 0.01 {
		v := vec{x, x, x}
		c.eval(&v)
		if math.Abs(v[0]-v[1]) > 1e-9 || math.Abs(v[1]-v[2]) > 1e-9 {
			t.Fatalf("%v becomes %v", x, v)
		}
	}
}

func TestConnectionSpaceEncodings(t *testing.T) {
	for _, e := range []pcsEncoding{encodedXYZ, encodedLab, encodedLab16} {
		for _, c := range []Lab{{100, 0, 0}, {50, 20, -30}, {5, -3, 2}, {80, -60, 70}} {
			var v vec
			e.encode(c.XYZ(), &v)
			if d := DeltaE2000(c, e.decode(&v).Lab()); d > 1e-6 {
				t.Errorf("encoding %d: %v is off by %v", e, c, d)
			}
		}
	}
	// The figures of ICC.1:2010, tables 11 to 13: L* 100 is FF00h in lut16Type and
	// FFFFh elsewhere; a* 0 is 8000h and 8080h.
	var v vec
	encodedLab16.encode(Lab{L: 100}.XYZ(), &v)
	if l, a := v[0]*65535, v[1]*65535; math.Abs(l-0xff00) > 0.01 || math.Abs(a-0x8000) > 0.01 {
		t.Errorf("lut16Type: white is %04x %04x", int(l), int(a))
	}
	encodedLab.encode(Lab{L: 100}.XYZ(), &v)
	if l, a := v[0]*65535, v[1]*65535; math.Abs(l-0xffff) > 0.01 || math.Abs(a-0x8080) > 0.01 {
		t.Errorf("version 4: white is %04x %04x", int(l), int(a))
	}
	encodedXYZ.encode(XYZ{1, 1, 1}, &v)
	if y := v[1] * 65535; math.Abs(y-0x8000) > 0.01 {
		t.Errorf("XYZ: 1 is %04x", int(y))
	}
}

// The grid over bytes that Row uses says what Eval says, within what two
// roundings and the grid's own steps allow.
func TestRowAgainstEval(t *testing.T) {
	iso := load(t, coated)
	for name, c := range map[string]struct {
		from, to *Profile
		most     float64
	}{
		"rgb to cmyk": {SRGB(), iso, 0.6}, "p3 to cmyk": {load(t, p3), iso, 0.6},
		"adobe to rgb": {load(t, adobe), SRGB(), 0.8}, "grey to cmyk": {SGray(), iso, 0.5}, "grey to rgb": {load(t, grey), SRGB(), 0.6},
	} {
		tr, err := NewTransform(c.from, c.to, Photo)
		if err != nil {
			t.Fatal(err)
		}
		src := probes(c.from.N, 2000)
		dst := make([]byte, 2000*c.to.N)
		tr.Row(dst, src)
		worst := 0.0
		for i := range 2000 {
			in, exact, row := make([]float64, c.from.N), make([]float64, c.to.N), make([]float64, c.to.N)
			for j := range in {
				in[j] = float64(src[i*c.from.N+j]) / 255
			}
			for j := range row {
				row[j] = float64(dst[i*c.to.N+j]) / 255
			}
			tr.Eval(exact, in)
			worst = max(worst, DeltaE2000(c.to.LabOf(exact...), c.to.LabOf(row...)))
		}
		if worst > c.most {
			t.Errorf("%s: %.2f", name, worst)
		}
	}
}
