package photo

// The integer transforms of Loeffler, Ligtenberg and Moschytz, "Practical Fast
// 1-D DCT Algorithms with 11 Multiplications", ICASSP 1989, in the fixed point of
// the Independent JPEG Group's jfdctint and jidctint: 13 fractional bits, 2 more
// between the passes.

const (
	fix0298 = 2446
	fix0390 = 3196
	fix0541 = 4433
	fix0765 = 6270
	fix0899 = 7373
	fix1175 = 9633
	fix1501 = 12299
	fix1847 = 15137
	fix1961 = 16069
	fix2053 = 16819
	fix2562 = 20995
	fix3072 = 25172
)

// block is 8 by 8 samples or coefficients, row by row.
type block [64]int32

// forward transforms samples of -128 to 127 in place; the result is eight times
// the coefficients of T.81, A.3.3.
func (b *block) forward() {
	for i := 0; i < 64; i += 8 {
		b.forward8(i, 1, 2, 11)
	}
	for i := range 8 {
		b.forward8(i, 8, -2, 15)
	}
}

// forward8 transforms eight values from at, step apart. The two plain sums are
// shifted left by up (right where it is negative), the others right by down.
func (b *block) forward8(at, step, up, down int) {
	p := func(i int) *int32 { return &b[at+i*step] }
	d0, d1, d2, d3, d4, d5, d6, d7 := *p(0), *p(1), *p(2), *p(3), *p(4), *p(5), *p(6), *p(7)
	t0, t7, t1, t6 := d0+d7, d0-d7, d1+d6, d1-d6
	t2, t5, t3, t4 := d2+d5, d2-d5, d3+d4, d3-d4
	t10, t13, t11, t12 := t0+t3, t0-t3, t1+t2, t1-t2
	if up > 0 {
		*p(0), *p(4) = (t10+t11)<<up, (t10-t11)<<up
	} else {
		half := int32(1) << (-up - 1)
		*p(0), *p(4) = (t10+t11+half)>>-up, (t10-t11+half)>>-up
	}
	half := int32(1) << (down - 1)
	z1 := (t12+t13)*fix0541 + half
	*p(2), *p(6) = (z1+t13*fix0765)>>down, (z1-t12*fix1847)>>down

	z5 := (t4+t6+t5+t7)*fix1175 + half
	z1, z2 := -(t4+t7)*fix0899, -(t5+t6)*fix2562
	z3, z4 := z5-(t4+t6)*fix1961, z5-(t5+t7)*fix0390
	*p(7) = (t4*fix0298 + z1 + z3) >> down
	*p(5) = (t5*fix2053 + z2 + z4) >> down
	*p(3) = (t6*fix3072 + z2 + z3) >> down
	*p(1) = (t7*fix1501 + z1 + z4) >> down
}

// inverse transforms coefficients, as dequantised, to samples of 0 to 255.
func (b *block) inverse() {
	for i := range 8 {
		b.inverse8(i, 8, 11)
	}
	for i := 0; i < 64; i += 8 {
		b.inverse8(i, 1, 18)
	}
	for i, v := range b {
		b[i] = min(max(v+128, 0), 255)
	}
}

func (b *block) inverse8(at, step, down int) {
	p := func(i int) *int32 { return &b[at+i*step] }
	half := int32(1) << (down - 1)
	z1 := (*p(2) + *p(6)) * fix0541
	t2, t3 := z1-*p(6)*fix1847, z1+*p(2)*fix0765
	t0, t1 := (*p(0)+*p(4))<<13+half, (*p(0)-*p(4))<<13+half
	t10, t13, t11, t12 := t0+t3, t0-t3, t1+t2, t1-t2

	d7, d5, d3, d1 := *p(7), *p(5), *p(3), *p(1)
	z5 := (d7 + d3 + d5 + d1) * fix1175
	z1, z2 := -(d7+d1)*fix0899, -(d5+d3)*fix2562
	z3, z4 := z5-(d7+d3)*fix1961, z5-(d5+d1)*fix0390
	o0 := d7*fix0298 + z1 + z3
	o1 := d5*fix2053 + z2 + z4
	o2 := d3*fix3072 + z2 + z3
	o3 := d1*fix1501 + z1 + z4
	*p(0), *p(7) = (t10+o3)>>down, (t10-o3)>>down
	*p(1), *p(6) = (t11+o2)>>down, (t11-o2)>>down
	*p(2), *p(5) = (t12+o1)>>down, (t12-o1)>>down
	*p(3), *p(4) = (t13+o0)>>down, (t13-o0)>>down
}

// inverse4 and inverse2 take the 4 by 4 and 2 by 2 lowest coefficients for a
// block of that size: in one dimension y(x) = F(0) + √2 Σ F(u) cos((2x+1)uπ/2n),
// twice, over 8.
func (b *block) inverse4(out []byte, stride int) {
	const c1, c3 = 10703, fix0541 // √2 cos π/8, √2 cos 3π/8, of 13 bits
	for i := range 4 {
		f0, f1, f2, f3 := b[i], b[8+i], b[16+i], b[24+i]
		e0, e1 := (f0+f2)<<13, (f0-f2)<<13
		o0, o1 := f1*c1+f3*c3, f1*c3-f3*c1
		const half = 1 << 10 // keeps 2 fractional bits
		b[i], b[24+i] = (e0+o0+half)>>11, (e0-o0+half)>>11
		b[8+i], b[16+i] = (e1+o1+half)>>11, (e1-o1+half)>>11
	}
	for y := range 4 {
		f0, f1, f2, f3 := b[8*y], b[8*y+1], b[8*y+2], b[8*y+3]
		e0, e1 := (f0+f2)<<13, (f0-f2)<<13
		o0, o1 := f1*c1+f3*c3, f1*c3-f3*c1
		const half = 1<<17 + 128<<18
		row := out[y*stride:][:4]
		row[0], row[3] = clampByte((e0+o0+half)>>18), clampByte((e0-o0+half)>>18)
		row[1], row[2] = clampByte((e1+o1+half)>>18), clampByte((e1-o1+half)>>18)
	}
}

func (b *block) inverse2(out []byte, stride int) {
	s0, s1, d0, d1 := b[0]+b[8], b[1]+b[9], b[0]-b[8], b[1]-b[9]
	const half = 4 + 128<<3
	out[0], out[1] = clampByte((s0+s1+half)>>3), clampByte((s0-s1+half)>>3)
	out[stride], out[stride+1] = clampByte((d0+d1+half)>>3), clampByte((d0-d1+half)>>3)
}

func clampByte(v int32) byte { return byte(min(max(v, 0), 255)) }
