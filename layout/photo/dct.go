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
	for y := 0; y < 64; y += 8 {
		v := (*eight)(b[y : y+8])
		v.forward(11)
		v[0], v[4] = v[0]<<2, v[4]<<2
	}
	for x := range 8 {
		v := b.column(x)
		v.forward(15)
		v[0], v[4] = (v[0]+2)>>2, (v[4]+2)>>2
		b.setColumn(x, &v)
	}
}

// eight is a row or a column of a block.
type eight [8]int32

func (b *block) column(x int) eight {
	c := b[x : x+57 : x+57]
	return eight{c[0], c[8], c[16], c[24], c[32], c[40], c[48], c[56]}
}

func (b *block) setColumn(x int, v *eight) {
	c := b[x : x+57 : x+57]
	c[0], c[8], c[16], c[24], c[32], c[40], c[48], c[56] = v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]
}

// forward transforms eight values. The two plain sums stay whole, the others are
// shifted right by down.
func (v *eight) forward(down uint) {
	t0, t7, t1, t6 := v[0]+v[7], v[0]-v[7], v[1]+v[6], v[1]-v[6]
	t2, t5, t3, t4 := v[2]+v[5], v[2]-v[5], v[3]+v[4], v[3]-v[4]
	t10, t13, t11, t12 := t0+t3, t0-t3, t1+t2, t1-t2
	half := int32(1) << (down - 1)
	z1 := (t12+t13)*fix0541 + half
	v[0], v[4] = t10+t11, t10-t11
	v[2], v[6] = (z1+t13*fix0765)>>down, (z1-t12*fix1847)>>down

	z5 := (t4+t6+t5+t7)*fix1175 + half
	z1, z2 := -(t4+t7)*fix0899, -(t5+t6)*fix2562
	z3, z4 := z5-(t4+t6)*fix1961, z5-(t5+t7)*fix0390
	v[7] = (t4*fix0298 + z1 + z3) >> down
	v[5] = (t5*fix2053 + z2 + z4) >> down
	v[3] = (t6*fix3072 + z2 + z3) >> down
	v[1] = (t7*fix1501 + z1 + z4) >> down
}

// inverse transforms coefficients, as dequantised, to samples of 0 to 255. Many
// columns hold nothing but their first.
func (b *block) inverse(out []byte, stride int) {
	for x := range 8 {
		if c := b[x : x+57 : x+57]; c[8]|c[16]|c[24]|c[32]|c[40]|c[48]|c[56] == 0 {
			dc := c[0] << 2
			c[0], c[8], c[16], c[24], c[32], c[40], c[48], c[56] = dc, dc, dc, dc, dc, dc, dc, dc
			continue
		}
		v := b.column(x)
		v.inverse(11)
		b.setColumn(x, &v)
	}
	for y := range 8 {
		v := (*eight)(b[8*y : 8*y+8])
		v[0] += 128 << 5
		v.inverse(18)
		row := (*[8]byte)(out[y*stride:])
		for x, s := range v {
			row[x] = clampByte(s)
		}
	}
}

func (v *eight) inverse(down uint) {
	half := int32(1) << (down - 1)
	z1 := (v[2] + v[6]) * fix0541
	t2, t3 := z1-v[6]*fix1847, z1+v[2]*fix0765
	t0, t1 := (v[0]+v[4])<<13+half, (v[0]-v[4])<<13+half
	t10, t13, t11, t12 := t0+t3, t0-t3, t1+t2, t1-t2

	d7, d5, d3, d1 := v[7], v[5], v[3], v[1]
	z5 := (d7 + d3 + d5 + d1) * fix1175
	z1, z2 := -(d7+d1)*fix0899, -(d5+d3)*fix2562
	z3, z4 := z5-(d7+d3)*fix1961, z5-(d5+d1)*fix0390
	o0 := d7*fix0298 + z1 + z3
	o1 := d5*fix2053 + z2 + z4
	o2 := d3*fix3072 + z2 + z3
	o3 := d1*fix1501 + z1 + z4
	v[0], v[7] = (t10+o3)>>down, (t10-o3)>>down
	v[1], v[6] = (t11+o2)>>down, (t11-o2)>>down
	v[2], v[5] = (t12+o1)>>down, (t12-o1)>>down
	v[3], v[4] = (t13+o0)>>down, (t13-o0)>>down
}

func clampByte(v int32) byte { return byte(min(max(v, 0), 255)) }
