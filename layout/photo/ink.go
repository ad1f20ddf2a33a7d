package photo

import "masthead/layout/color"

// inkMargin is how far below the limit our own decoding must stay, in 255ths of
// an ink, since decoders may round each of four channels differently.
const inkMargin = 4

// mostTries is how often a block is lowered and coded again.
const mostTries = 24

// holdInk keeps the sum of inks of every pixel within limit percent as a reader
// decodes it, not only as it was before: coding a dark, busy block can overshoot.
// Blocks that do are coded again with their pixels lowered by the excess, which
// changes p.inks. p.most is then the largest sum, in percent.
func (p *jpegPicture) holdInk(quant *[2]quantTable) {
	most := int(p.limit*255/100) - inkMargin
	largest := 0
	var block [256]byte // one block's CMYK
	for by := range p.comps[0].down {
		for bx := range p.comps[0].across {
			allowed := most
			for try := 0; ; try++ {
				got := p.decodedInk(quant, bx, by)
				if p.limit <= 0 || got <= most || try == mostTries {
					largest = max(largest, got)
					break
				}
				allowed -= (got - most + 1) * (1 + try/4) // what a coarse code gives back is taken in larger steps
				p.lowerBlock(bx, by, float64(max(allowed, 0))*100/255, &block)
			}
		}
	}
	p.most = float64(largest) * 100 / 255
}

// decodedInk returns the largest sum of inks of a block's pixels as a decoder
// sees them, in 255ths. Pixels beyond the picture's edge do not count.
func (p *jpegPicture) decodedInk(quant *[2]quantTable, bx, by int) int {
	r, index := p.inks, by*p.comps[0].across+bx
	var planes [4]block
	for i := range planes {
		c := &p.comps[i]
		q := &quant[c.table()]
		var coded [64]int16
		q.quantise(coded[:], c.dct[64*index:64*index+64])
		for k, at := range zigzag {
			planes[i][at] = int32(coded[k]) * q[k]
		}
		planes[i].inverse()
	}
	largest := 0
	for y := range min(8, r.h-8*by) {
		for x := range min(8, r.w-8*bx) {
			i := 8*y + x
			var cmy [4]byte
			toRGB(cmy[:], planes[0][i]<<8, (planes[1][i]-128)<<8, (planes[2][i]-128)<<8)
			largest = max(largest, int(cmy[0])+int(cmy[1])+int(cmy[2])+255-int(planes[3][i]))
		}
	}
	return largest
}

// lowerBlock limits the ink of one block's pixels and transforms it again.
func (p *jpegPicture) lowerBlock(bx, by int, limit float64, scratch *[256]byte) {
	r := p.inks
	var unit [4][256]int32
	for y := range min(8, r.h-8*by) {
		at := ((8*by+y)*r.w + 8*bx) * 4
		n := min(8, r.w-8*bx) * 4
		row := scratch[:n]
		copy(row, r.pix[at:at+n])
		color.LimitInk(row, limit)
		copy(r.pix[at:at+n], row)
	}
	gather(r, 8*bx, 8*by, 1, &unit)
	for i := range p.comps {
		p.comps[i].transform(&unit[i], bx, by, 1)
	}
}
