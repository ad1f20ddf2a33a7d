package photo

import (
	"math"

	"masthead/layout/color"
)

// inkMargin is how far below the limit our own decoding must stay, in 255ths of
// an ink, since decoders may round each of four channels differently.
const inkMargin = 4

// mostTries is how often a block is lowered and coded again.
const mostTries = 24

// inkSlack is what a pixel's sum of inks may be more than the bound of
// [inkBlock.bound] says, in 255ths: conversion to luma and chroma and back, and
// both transforms, round.
const inkSlack = 24

// holdInk quantises a picture and keeps the sum of inks of every pixel within limit
// percent as a reader decodes it, not only as it was before: coding a dark, busy
// block can overshoot. Blocks that do are coded again with their pixels lowered by
// the excess, which changes p.inks. p.most is then the largest sum, in percent.
// Blocks that cannot hold more than what was found before are not decoded.
func (p *jpegPicture) holdInk(quant *[2]quantTable, out [][]int16) {
	most := int(p.limit*255/100) - inkMargin
	largest := 0
	var b inkBlock
	for by := range p.comps[0].down {
		for bx := range p.comps[0].across {
			allowed := most
			for try := 0; ; try++ {
				b.quantise(p, quant, by*p.comps[0].across+bx)
				if b.bound(p.inks, bx, by) <= min(largest, most) {
					break
				}
				got := b.decoded(p.inks, quant, bx, by)
				if p.limit <= 0 || got <= most || try == mostTries {
					largest = max(largest, got)
					break
				}
				allowed -= (got - most + 1) * (1 + try/4) // what a coarse code gives back is taken in larger steps
				p.lowerBlock(bx, by, float64(max(allowed, 0))*100/255)
			}
			for i := range out {
				copy(out[i][64*(by*p.comps[0].across+bx):], b.coded[i][:])
			}
		}
	}
	p.most = float64(largest) * 100 / 255
}

// inkBlock is one block of four planes as it will be written.
type inkBlock struct {
	coded [4][64]int16
	lost  [4]float64 // by quantising: the most that a sample can be off
}

func (b *inkBlock) quantise(p *jpegPicture, quant *[2]quantTable, index int) {
	for i := range b.coded {
		c := &p.comps[i]
		q, dct := &quant[c.table()], (*[64]int16)(c.dct[64*index:])
		q.quantise(b.coded[i][:], dct[:])
		sum := int64(0)
		for k, v := range &b.coded[i] {
			d := int64(dct[k]) - 8*int64(v)*int64(q.step[k])
			sum += d * d
		}
		b.lost[i] = math.Sqrt(float64(sum)) / 8 // the transform is orthonormal
	}
}

// bound returns what no sum of inks of the block's pixels as decoded is above: what
// they are, and what was lost of luma and chroma by JFIF's weights, channel by
// channel, since decoders bring each into its range.
func (b *inkBlock) bound(r *raster, bx, by int) int {
	largest := 0
	for y := range min(8, r.h-8*by) {
		row := r.pix[((8*by+y)*r.w+8*bx)*4:][:4*min(8, r.w-8*bx)]
		for ; len(row) >= 4; row = row[4:] {
			largest = max(largest, int(row[0])+int(row[1])+int(row[2])+int(row[3]))
		}
	}
	return largest + int(3*b.lost[0]+(0.344+1.772)*b.lost[1]+(1.402+0.714)*b.lost[2]+b.lost[3]) + inkSlack
}

// decoded returns the largest sum of inks of the block's pixels as a decoder sees
// them, in 255ths. Pixels beyond the picture's edge do not count.
func (b *inkBlock) decoded(r *raster, quant *[2]quantTable, bx, by int) int {
	var planes [4][64]byte
	for i := range planes {
		q := &quant[0]
		if i == 1 || i == 2 {
			q = &quant[1]
		}
		var c block
		for k, at := range &zigzag {
			c[at&63] = int32(b.coded[i][k]) * q.step[k]
		}
		c.inverse(planes[i][:], 8)
	}
	largest := 0
	for y := range min(8, r.h-8*by) {
		for x := range min(8, r.w-8*bx) {
			i := 8*y + x
			var cmy [4]byte
			toRGB(cmy[:], int32(planes[0][i])<<8, (int32(planes[1][i])-128)<<8, (int32(planes[2][i])-128)<<8)
			largest = max(largest, int(cmy[0])+int(cmy[1])+int(cmy[2])+255-int(planes[3][i]))
		}
	}
	return largest
}

// lowerBlock limits the ink of one block's pixels and transforms it again.
func (p *jpegPicture) lowerBlock(bx, by int, limit float64) {
	r := p.inks
	var scratch [32]byte
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
