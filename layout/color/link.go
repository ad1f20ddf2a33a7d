package color

import "sync"

// link is a transform as one grid over the source's bytes: a device link. Its
// nodes are exact; between them colours are interpolated over tetrahedra, which
// keeps an ink limit that the nodes keep.
type link struct {
	in, out int
	data    []uint16 // nodes, `out` values each, the last input varying fastest
	at      [4][256]int32
	frac    [256]int32 // 0 to 32768
}

// Grids per axis. Finer ones gain less than the rounding to bytes costs.
const (
	grid3 = 49
	grid4 = 21
)

func newLink(t *Transform) *link {
	l := &link{in: t.from.N, out: t.to.N}
	grid, nodes := grid3, 1
	if l.in == 4 {
		grid = grid4
	}
	stride := l.out
	for i := l.in - 1; i >= 0; i-- {
		for v := range 256 {
			n := min(v*(grid-1)/255, grid-2)
			l.at[i][v] = int32(n * stride)
			l.frac[v] = int32(((v*(grid-1)-n*255)*32768 + 127) / 255)
		}
		stride *= grid
		nodes *= grid
	}
	l.data = make([]uint16, nodes*l.out)
	// Slices over the first channel are independent of each other.
	var wait sync.WaitGroup
	for first := range grid {
		wait.Add(1)
		go func() {
			defer wait.Done()
			l.fill(t, first, grid)
		}()
	}
	wait.Wait()
	return l
}

// fill computes the nodes whose first channel is at the given place.
func (l *link) fill(t *Transform, first, grid int) {
	per := len(l.data) / grid
	part := l.data[first*per : (first+1)*per]
	var idx [4]int
	var v vec
	idx[0] = first
	for len(part) > 0 {
		v = vec{}
		for i := range l.in {
			v[i] = float64(idx[i]) / float64(grid-1)
		}
		t.eval(&v)
		for i := range l.out {
			part[i] = uint16(v[i]*65535 + 0.5)
		}
		part = part[l.out:]
		for i := l.in - 1; i > 0; i-- {
			if idx[i]++; idx[i] < grid {
				break
			}
			idx[i] = 0
		}
	}
}

func (l *link) row(dst, src []byte) {
	if l.in == 4 {
		l.row4(dst, src)
		return
	}
	step := [3]int32{l.at[0][255] - l.at[0][0], l.at[1][255] - l.at[1][0], l.at[2][255] - l.at[2][0]}
	for i := range step {
		step[i] /= grid3 - 2
	}
	if l.out == 4 {
		l.row34(dst, src, step)
		return
	}
	for i, o := 0, 0; i+3 <= len(src) && o+l.out <= len(dst); i, o = i+3, o+l.out {
		base := l.at[0][src[i]] + l.at[1][src[i+1]] + l.at[2][src[i+2]]
		q := l.tetra(base, step, [3]int32{l.frac[src[i]], l.frac[src[i+1]], l.frac[src[i+2]]})
		l.mix(dst[o:o+l.out], &q)
	}
}

// row34 is the common case, light to inks, with nothing in memory that can be in
// registers. Neighbours are often the same.
func (l *link) row34(dst, src []byte, step [3]int32) {
	last, px := uint32(1<<24), []byte(nil)
	for ; len(src) >= 3 && len(dst) >= 4; src, dst = src[3:], dst[4:] {
		r, g, b := src[0], src[1], src[2]
		was := px
		px = dst[:4:4]
		if here := uint32(r)<<16 | uint32(g)<<8 | uint32(b); here == last {
			copy(px, was)
			continue
		} else {
			last = here
		}
		fa, sa, fb, sb, fd, sd := l.frac[r], step[0], l.frac[g], step[1], l.frac[b], step[2]
		if fa < fb {
			fa, sa, fb, sb = fb, sb, fa, sa
		}
		if fb < fd {
			fb, sb, fd, sd = fd, sd, fb, sb
			if fa < fb {
				fa, sa, fb, sb = fb, sb, fa, sa
			}
		}
		n := l.at[0][r] + l.at[1][g] + l.at[2][b]
		p0 := (*[4]uint16)(l.data[n:])
		n += sa
		p1 := (*[4]uint16)(l.data[n:])
		n += sb
		p2 := (*[4]uint16)(l.data[n:])
		n += sd
		p3 := (*[4]uint16)(l.data[n:])
		w0, w1, w2, w3 := uint32(32768-fa), uint32(fa-fb), uint32(fb-fd), uint32(fd)
		px[0] = roundByte((w0*uint32(p0[0]) + w1*uint32(p1[0]) + w2*uint32(p2[0]) + w3*uint32(p3[0])) >> 15)
		px[1] = roundByte((w0*uint32(p0[1]) + w1*uint32(p1[1]) + w2*uint32(p2[1]) + w3*uint32(p3[1])) >> 15)
		px[2] = roundByte((w0*uint32(p0[2]) + w1*uint32(p1[2]) + w2*uint32(p2[2]) + w3*uint32(p3[2])) >> 15)
		px[3] = roundByte((w0*uint32(p0[3]) + w1*uint32(p1[3]) + w2*uint32(p2[3]) + w3*uint32(p3[3])) >> 15)
	}
}

// mix writes the weighted mean of four nodes. Weights of 15 bits and nodes of 16
// fit in 32 unsigned bits.
func (l *link) mix(dst []byte, q *corner) {
	n := len(dst)
	a, b := l.data[q.n[0]:][:n], l.data[q.n[1]:][:n]
	c, d := l.data[q.n[2]:][:n], l.data[q.n[3]:][:n]
	for j := range dst {
		v := q.w[0]*uint32(a[j]) + q.w[1]*uint32(b[j]) + q.w[2]*uint32(c[j]) + q.w[3]*uint32(d[j])
		dst[j] = roundByte(v >> 15)
	}
}

func (l *link) row4(dst, src []byte) {
	var step [4]int32
	for i := range step {
		step[i] = (l.at[i][255] - l.at[i][0]) / (grid4 - 2)
	}
	for i, o := 0, 0; i+4 <= len(src) && o+l.out <= len(dst); i, o = i+4, o+l.out {
		base := l.at[0][src[i]] + l.at[1][src[i+1]] + l.at[2][src[i+2]] + l.at[3][src[i+3]]
		q := l.tetra(base, [3]int32(step[1:]), [3]int32{l.frac[src[i+1]], l.frac[src[i+2]], l.frac[src[i+3]]})
		f := uint32(l.frac[src[i]])
		var out [4]byte
		for j := range int32(l.out) {
			var near, far uint32
			for k := range 4 {
				near += q.w[k] * uint32(l.data[q.n[k]+j])
				far += q.w[k] * uint32(l.data[q.n[k]+step[0]+j])
			}
			out[j] = roundByte((near>>15*(32768-f) + far>>15*f) >> 15)
		}
		copy(dst[o:o+l.out], out[:])
	}
}

// corner is the four nodes of a tetrahedron and their weights, which sum to 32768.
type corner struct {
	n [4]int32
	w [4]uint32
}

func (l *link) tetra(at int32, step, f [3]int32) corner {
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
	n1 := at + step[a]
	n2 := n1 + step[b]
	return corner{
		[4]int32{at, n1, n2, n2 + step[d]},
		[4]uint32{uint32(32768 - f[a]), uint32(f[a] - f[b]), uint32(f[b] - f[d]), uint32(f[d])},
	}
}

// roundByte scales 16 bits to 8.
func roundByte(v uint32) uint8 { return uint8((v*255 + 32767) / 65535) }
