package photo

// A block's lowest n by n coefficients give it at n by n samples: in one dimension
// y(x) = F(0) + √2 Σ F(u) cos((2x+1)uπ/2n), twice, over 8. As in the transforms of
// eight, 13 bits are fraction, and 2 between the passes; mirrored samples share
// their even terms, and their odd ones but for the sign.

// The factors of 13 bits: √2 times a cosine.
const (
	fix0366 = 2998  // 5π/12
	fix0437 = 3580  // 4π/10
	fix0707 = 5793  // π/3
	fix0831 = 6810  // 3π/10
	fix1144 = 9373  // 2π/10
	fix1225 = 10033 // π/6
	fix1307 = 10703 // π/8
	fix1345 = 11018 // π/10
	fix1366 = 11190 // π/12
	fix1414 = 11585 // 0
)

// eighths are the parts of its size that a picture can be decoded at: the samples
// that a block becomes across. Seven would cost what it saves.
var eighths = [...]int{1, 2, 3, 4, 5, 6, 8}

// inverseTo transforms a block to side by side samples of 0 to 255.
func (b *block) inverseTo(side int, out []byte, stride int) {
	switch side {
	case 8:
		b.inverse(out, stride)
		return
	case 2:
		b.inverse2(out, stride)
		return
	}
	for x := range side {
		v := b.column(x)
		v.inverseLow(side, 11)
		b.setColumn(x, &v)
	}
	for y := range side {
		v := (*eight)(b[8*y : 8*y+8])
		v[0] += 128 << 5
		v.inverseLow(side, 18)
		row := out[y*stride:][:side]
		for x := range row {
			row[x] = clampByte(v[x&7])
		}
	}
}

// inverseLow transforms the first of a row or column. A table of functions instead
// would have every block allocated.
func (v *eight) inverseLow(side int, down uint) {
	switch side {
	case 3:
		v.inverse3(down)
	case 4:
		v.inverse4(down)
	case 5:
		v.inverse5(down)
	case 6:
		v.inverse6(down)
	}
}

func (b *block) inverse2(out []byte, stride int) {
	s0, s1, d0, d1 := b[0]+b[8], b[1]+b[9], b[0]-b[8], b[1]-b[9]
	const half = 4 + 128<<3
	out[0], out[1] = clampByte((s0+s1+half)>>3), clampByte((s0-s1+half)>>3)
	out[stride], out[stride+1] = clampByte((d0+d1+half)>>3), clampByte((d0-d1+half)>>3)
}

func (v *eight) inverse3(down uint) {
	f := v[0]<<13 + 1<<(down-1)
	e0, e1, o0 := f+v[2]*fix0707, f-v[2]*fix1414, v[1]*fix1225
	v[0], v[1], v[2] = (e0+o0)>>down, e1>>down, (e0-o0)>>down
}

func (v *eight) inverse4(down uint) {
	f := v[0]<<13 + 1<<(down-1)
	e0, e1 := f+v[2]<<13, f-v[2]<<13
	o0, o1 := v[1]*fix1307+v[3]*fix0541, v[1]*fix0541-v[3]*fix1307
	v[0], v[3] = (e0+o0)>>down, (e0-o0)>>down
	v[1], v[2] = (e1+o1)>>down, (e1-o1)>>down
}

func (v *eight) inverse5(down uint) {
	f := v[0]<<13 + 1<<(down-1)
	e0, e1 := f+v[2]*fix1144+v[4]*fix0437, f-v[2]*fix0437-v[4]*fix1144
	e2 := f + (v[4]-v[2])*fix1414
	o0, o1 := v[1]*fix1345+v[3]*fix0831, v[1]*fix0831-v[3]*fix1345
	v[0], v[4] = (e0+o0)>>down, (e0-o0)>>down
	v[1], v[3] = (e1+o1)>>down, (e1-o1)>>down
	v[2] = e2 >> down
}

func (v *eight) inverse6(down uint) {
	f := v[0]<<13 + 1<<(down-1)
	a := f + v[4]*fix0707
	e0, e1, e2 := a+v[2]*fix1225, f-v[4]*fix1414, a-v[2]*fix1225
	o0, o1, o2 := v[1]*fix1366+v[3]<<13+v[5]*fix0366, (v[1]-v[3]-v[5])<<13, v[1]*fix0366-v[3]<<13+v[5]*fix1366
	v[0], v[5] = (e0+o0)>>down, (e0-o0)>>down
	v[1], v[4] = (e1+o1)>>down, (e1-o1)>>down
	v[2], v[3] = (e2+o2)>>down, (e2-o2)>>down
}
