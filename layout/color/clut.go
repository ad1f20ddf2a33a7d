package color

// clut is a grid of colours in one to four dimensions, the last channel varying
// fastest. It is read where it stands in the profile: most builds need none of a
// press's six.
type clut struct {
	in, out int
	grid    [4]int
	raw     []byte
	width   int  // bytes a value, 1 or 2
	linear  bool // interpolate over the whole cell rather than its tetrahedra
}

// at returns the i-th value, of 0 to 65535.
func (c *clut) at(i int) float64 {
	if c.width == 1 {
		return float64(c.raw[i]) * 257
	}
	return float64(uint16(c.raw[2*i])<<8 | uint16(c.raw[2*i+1]))
}

// eval interpolates between the nodes around v. Three dimensions go by
// tetrahedra (Sakamoto and Itooka, US patent 4,275,413, expired), a fourth by a
// line between two of them, over the first channel.
func (c *clut) eval(v *vec) {
	var base, step [4]int
	var frac vec
	stride := c.out
	for i := c.in - 1; i >= 0; i-- {
		last := c.grid[i] - 1
		x := clamp01(v[i]) * float64(last)
		n := int(x)
		if n >= last {
			n = last - 1
		}
		base[i], step[i], frac[i] = n*stride, stride, x-float64(n)
		stride *= c.grid[i]
	}
	at := base[0] + base[1] + base[2] + base[3]
	var out vec
	switch {
	case c.in == 3 && !c.linear:
		c.tetra(at, step[:3], frac[:3], 1, &out)
	case c.in == 4:
		c.tetra(at, step[1:], frac[1:], 1-frac[0], &out)
		c.tetra(at+step[0], step[1:], frac[1:], frac[0], &out)
	default:
		c.multilinear(at, step[:c.in], frac[:c.in], &out)
	}
	*v = out
}

// tetra adds weight times the interpolated colour to out: a walk from the near
// corner of the cell to the far one, along the axes in order of their fractions.
func (c *clut) tetra(at int, step []int, f []float64, weight float64, out *vec) {
	a, b, d := 0, 1, 2
	if f[a] < f[b] {
		a, b = b, a
	}
	if f[b] < f[d] {
		b, d = d, b
		if f[a] < f[b] {
			a, b = b, a
		}
	}
	n0, n1 := at, at+step[a]
	n2 := n1 + step[b]
	n3 := n2 + step[d]
	w0, w1, w2, w3 := 1-f[a], f[a]-f[b], f[b]-f[d], f[d]
	weight /= 65535
	for i := range c.out {
		out[i] += weight * (w0*c.at(n0+i) + w1*c.at(n1+i) + w2*c.at(n2+i) + w3*c.at(n3+i))
	}
}

func (c *clut) multilinear(at int, step []int, f []float64, out *vec) {
	for corner := range 1 << len(step) {
		w, n := 1.0/65535, at
		for i := range step {
			if corner>>i&1 == 1 {
				w *= f[i]
				n += step[i]
			} else {
				w *= 1 - f[i]
			}
		}
		if w == 0 {
			continue
		}
		for i := range c.out {
			out[i] += w * c.at(n+i)
		}
	}
}
