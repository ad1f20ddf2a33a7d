package photo

import (
	"math/bits"
)

// jpegPicture is a picture as unquantised coefficients, ready to be encoded at
// any quality as a baseline JPEG (ITU-T T.81): grey, YCbCr, or YCCK with Adobe's
// marker and inverted inks, which is what the trade's programs write and read.
// The standard library's encoder has no CMYK and no Huffman tables of its own;
// those save 5 to 10 percent.
type jpegPicture struct {
	w, h  int
	comps []component
	inks  *raster // of a CMYK picture, for holdInk
	limit float64 // percent of ink, 0 for none
	once  bool    // encode is called once and may use up the coefficients
	most  float64 // the largest sum of inks of any pixel as last encoded
}

// component is one plane. Its blocks cover whole units of the scan; dct holds 64
// values a block, eight times the coefficients, in zigzag order.
type component struct {
	across, down int // blocks
	h, v         int // sampling factors
	chroma       bool
	dct          []int16
}

// zigzag lists the places of coefficients in a block, T.81, figure A.6.
var zigzag = [64]uint8{
	0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5,
	12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
	35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
	58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
}

// newJPEG transforms a raster. With half, the chroma of an RGB picture is halved
// both ways (4:2:0).
func newJPEG(r *raster, half bool) *jpegPicture {
	p := &jpegPicture{w: r.w, h: r.h}
	half = half && r.n == 3
	scale := 1
	if half {
		scale = 2
	}
	unitsX, unitsY := (r.w+8*scale-1)/(8*scale), (r.h+8*scale-1)/(8*scale)
	for i := range r.n {
		c := component{across: unitsX, down: unitsY, h: 1, v: 1, chroma: r.n > 1 && (i == 1 || i == 2)}
		if !c.chroma && half {
			c.h, c.v, c.across, c.down = 2, 2, 2*unitsX, 2*unitsY
		}
		c.dct = make([]int16, 64*c.across*c.down)
		p.comps = append(p.comps, c)
	}
	// One unit of the scan at a time; edges repeat the last pixel.
	var unit [4][256]int32
	for my := range unitsY {
		for mx := range unitsX {
			gather(r, mx*8*scale, my*8*scale, scale, &unit)
			for i := range p.comps {
				p.comps[i].transform(&unit[i], mx, my, scale)
			}
		}
	}
	return p
}

// gather reads a square of 8 or 16 pixels as planes of -128 to 127.
func gather(r *raster, x0, y0, scale int, unit *[4][256]int32) {
	side := 8 * scale
	for y := range side {
		row := r.pix[min(y0+y, r.h-1)*r.w*r.n:][:r.w*r.n]
		for x := range side {
			px := row[min(x0+x, r.w-1)*r.n:]
			i := (y*side + x) & 255
			if r.n == 1 {
				unit[0][i] = int32(px[0]) - 128
				continue
			}
			red, green, blue := int32(px[0]), int32(px[1]), int32(px[2])
			if r.n == 4 {
				// YCCK means C = 255 - R; with the inks inverted, C is R.
				unit[3][i] = 255 - int32(px[3]) - 128
			}
			// JFIF 1.02, with 16 fractional bits.
			unit[0][i] = (19595*red+38470*green+7471*blue+1<<15)>>16 - 128
			unit[1][i] = min((-11059*red-21709*green+32768*blue+1<<15)>>16, 127)
			unit[2][i] = min((32768*red-27439*green-5329*blue+1<<15)>>16, 127)
		}
	}
}

// transform fills the component's blocks of one unit.
func (c *component) transform(samples *[256]int32, mx, my, scale int) {
	side := 8 * scale
	for by := range c.v {
		for bx := range c.h {
			var b block
			switch {
			case scale == 1:
				b = block(samples[:64])
			case c.chroma:
				for i := range b {
					at := i/8*2*side + i%8*2
					sum := samples[at] + samples[at+1] + samples[at+side] + samples[at+side+1]
					b[i] = (sum + 2) >> 2
				}
			default:
				for i := range 8 {
					at := (by*8+i)*side + bx*8
					copy(b[8*i:8*i+8], samples[at:at+8])
				}
			}
			c.store(&b, (my*c.v+by)*c.across+mx*c.h+bx)
		}
	}
}

func (c *component) store(b *block, index int) {
	b.forward()
	out := (*[64]int16)(c.dct[64*index:])
	for k, at := range &zigzag {
		out[k] = int16(b[at&63])
	}
}

// baseQuant are the example tables of T.81, K.1, for luminance and chrominance.
var baseQuant = [2][64]uint8{
	{
		16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55,
		14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
		18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
		49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
	},
	{
		17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99,
		24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99,
		99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
		99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
	},
}

// quantTable is a table at a quality of 1 to 100 on the scale of the Independent
// JPEG Group, in zigzag order, with what to multiply by instead of dividing by eight
// steps, of 32 fractional bits: exact for all that 16 bits hold.
type quantTable struct {
	step  [64]int32
	parts [64]uint64
}

func quantTables(quality int) (t [2]quantTable) {
	quality = min(max(quality, 1), 100)
	scale := 200 - 2*quality
	if quality < 50 {
		scale = 5000 / quality
	}
	for i := range t {
		for k, at := range zigzag {
			step := min(max((int(baseQuant[i][at])*scale+50)/100, 1), 255)
			t[i].step[k], t[i].parts[k] = int32(step), 1<<32/uint64(8*step)+1
		}
	}
	return t
}

// quantise divides a block's coefficients, rounding half away from zero.
func (q *quantTable) quantise(dst, dct []int16) {
	dst, dct = dst[:64], dct[:64]
	for k, v := range dct {
		sign := int32(v) >> 31
		a := (int32(v) ^ sign) - sign + 4*q.step[k]
		n := int32(uint64(a) * q.parts[k] >> 32)
		dst[k] = int16((n ^ sign) - sign)
	}
}

// encode returns the picture as a file at the given quality.
func (p *jpegPicture) encode(quality int) []byte {
	quant := quantTables(quality)
	s := &scan{picture: p}
	for i := range p.comps {
		q := p.comps[i].dct
		if !p.once {
			q = make([]int16, len(q))
		}
		s.quantised = append(s.quantised, q)
	}
	if p.inks != nil {
		p.holdInk(&quant, s.quantised)
	} else {
		for i, out := range s.quantised {
			c := &p.comps[i]
			for b := 0; b < len(out); b += 64 {
				quant[c.table()].quantise(out[b:b+64], c.dct[b:b+64])
			}
		}
	}
	s.count = true
	s.run()
	for i := range s.dc {
		s.dc[i].build()
		s.ac[i].build()
	}
	s.count = false
	s.w.out = p.headers(quant, &s.dc, &s.ac)
	s.run()
	s.w.flush()
	return append(s.w.out, 0xff, markEOI)
}

func (c *component) table() int {
	if c.chroma {
		return 1
	}
	return 0
}

// scan walks the units in order, first to count symbols, then to write them.
type scan struct {
	picture   *jpegPicture
	quantised [][]int16
	dc, ac    [2]huffTable // luminance and black, chrominance
	count     bool
	w         bitWriter
}

func (s *scan) run() {
	var last [4]int16
	first := &s.picture.comps[0]
	for my := range first.down / first.v {
		for mx := range first.across / first.h {
			for i := range s.picture.comps {
				c := &s.picture.comps[i]
				for by := range c.v {
					for bx := range c.h {
						at := 64 * ((my*c.v+by)*c.across + mx*c.h + bx)
						b := s.quantised[i][at : at+64]
						s.block(b, b[0]-last[i], c.table())
						last[i] = b[0]
					}
				}
			}
		}
	}
}

// block codes one block, T.81, F.1.2.
func (s *scan) block(b []int16, diff int16, table int) {
	s.symbol(&s.dc[table], 0, diff)
	ac, run := &s.ac[table], 0
	for _, v := range b[1:64] {
		if v == 0 {
			run++
			continue
		}
		for ; run > 15; run -= 16 {
			s.emit(ac, 0xf0, 0, 0)
		}
		s.symbol(ac, run, v)
		run = 0
	}
	if run > 0 {
		s.emit(ac, 0, 0, 0)
	}
}

// symbol codes a run of zeros and a value by its magnitude category.
func (s *scan) symbol(t *huffTable, run int, v int16) {
	a, low := int32(v), int32(v)
	if v < 0 {
		a, low = -a, low-1
	}
	n := uint(bits.Len32(uint32(a)))
	s.emit(t, byte(run<<4)|byte(n), uint32(low)&(1<<n-1), n)
}

func (s *scan) emit(t *huffTable, symbol byte, extra uint32, n uint) {
	if s.count {
		t.freq[symbol]++
		return
	}
	s.w.put(t.code[symbol]<<n|extra, uint(t.size[symbol])+n)
}

// headers returns everything before the entropy-coded data.
func (p *jpegPicture) headers(quant [2]quantTable, dc, ac *[2]huffTable) []byte {
	out := []byte{0xff, markSOI}
	segment := func(mark byte, body ...byte) {
		out = append(out, 0xff, mark, byte((len(body)+2)>>8), byte(len(body)+2))
		out = append(out, body...)
	}
	if len(p.comps) == 4 {
		segment(markAPP14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 2) // 2: YCCK
	} else {
		segment(markAPP0, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0)
	}
	tables := min(len(p.comps), 2)
	for i := range tables {
		body := []byte{byte(i)}
		for _, v := range quant[i].step {
			body = append(body, byte(v))
		}
		segment(markDQT, body...)
	}
	frame := []byte{8, byte(p.h >> 8), byte(p.h), byte(p.w >> 8), byte(p.w), byte(len(p.comps))}
	start := []byte{byte(len(p.comps))}
	for i := range p.comps {
		c := &p.comps[i]
		t := byte(c.table())
		frame = append(frame, byte(i+1), byte(c.h<<4|c.v), t)
		start = append(start, byte(i+1), t<<4|t)
	}
	segment(markSOF0, frame...)
	for i := range tables {
		for class, t := range []*huffTable{&dc[i], &ac[i]} {
			body := []byte{byte(class<<4 | i)}
			for _, n := range t.bits[1:] {
				body = append(body, byte(n))
			}
			segment(markDHT, append(body, t.order...)...)
		}
	}
	segment(markSOS, append(start, 0, 63, 0)...)
	return out
}
