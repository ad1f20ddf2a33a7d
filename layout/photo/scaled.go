package photo

import (
	"encoding/binary"
	"errors"
	"image"
)

// A JPEG holds its picture as frequencies, so a smaller one can be had by leaving
// the high ones out: each block of 8 by 8 becomes 6 by 6, 4 by 4, or down to a
// single pixel. That is a better filter than a box, takes half of the time of a full
// decoding and less of the memory, and leaves less to resize. The standard library
// cannot do it; what follows can, for JPEGs of one, three or four channels, sequential ones
// in one scan, which is what cameras write, and progressive ones (progressive.go):
//
//	segments up to a scan: tables, frame
//	for each unit of the scan (T.81, A.2)
//	    for each block in it
//	        Huffman codes -> coefficients (F.2.2)
//	        inverse transform of the low ones -> samples
//
// Whatever it does not understand, or finds amiss, is left to the standard
// library and its verdict.
type scaledJPEG struct {
	data        []byte
	pos         int
	w, h        int
	comps       []scaledComponent
	quant       [4][64]int32 // in zigzag order
	dc, ac      [4]*huffLookup
	interval    int // units between restart markers, 0 for none
	bits        bitReader
	progressive bool
	run         int  // blocks that end at once, of a progressive scan
	adobe       bool // Adobe's marker is there
	transform   byte // what it says: 0 none, else a luma and two chromas first
}

type scaledComponent struct {
	id, h, v, tq int
	dc, ac       *huffLookup
	planes       []plane // one for each part of the size
	pred         int32
	coeffs       []int16 // of a progressive picture: 64 a block, in zigzag order
	across, down int     // blocks, whole units
}

// plane is a component at one part of its size, or some of its blocks.
type plane struct {
	side   int             // samples a block becomes across
	blocks image.Rectangle // that are kept
	stride int
	pix    []byte
}

// excerpt is what is wanted of a picture: an area of it, in stored pixels, at some
// eighths of its size. The whole is where the area is empty.
type excerpt struct {
	side int
	area image.Rectangle
}

var errScaled = errors.New("not a JPEG for the scaled decoder")

// decodeScaled decodes a JPEG, which must be of w by h pixels, once, for some
// excerpts at eighths of its size (of [eighths]), rounded up. A picture's bounds say
// where in the whole it lies: it may be larger than the area that was asked for.
func decodeScaled(data []byte, w, h int, wanted ...excerpt) ([]image.Image, error) {
	d := &scaledJPEG{data: data, pos: 2}
	scan, err := d.headers()
	if err != nil {
		return nil, err
	}
	if scan == nil || d.w != w || d.h != h || len(d.comps) == 3 && d.adobe && d.transform == 0 {
		return nil, errScaled // the last is RGB
	}
	d.prepare(wanted)
	if d.progressive {
		err = d.scans(scan)
	} else {
		err = d.sequential(scan)
	}
	if err != nil {
		return nil, err
	}
	out := make([]image.Image, len(wanted))
	for i, e := range wanted {
		out[i] = d.image(i, e.side)
	}
	return out, nil
}

// headers reads the segments up to a scan and returns that one's header, or nil
// at the end of the picture.
func (d *scaledJPEG) headers() ([]byte, error) {
	for {
		if d.pos+2 <= len(d.data) && d.data[d.pos] == 0xff && d.data[d.pos+1] == markEOI {
			return nil, nil
		}
		if d.pos+4 > len(d.data) || d.data[d.pos] != 0xff {
			return nil, errScaled
		}
		mark := d.data[d.pos+1]
		if mark == 0xff { // fill byte
			d.pos++
			continue
		}
		size := int(binary.BigEndian.Uint16(d.data[d.pos+2:]))
		if mark >= markRST0 && mark <= markEOI || size < 2 || d.pos+2+size > len(d.data) {
			return nil, errScaled
		}
		body := d.data[d.pos+4 : d.pos+2+size]
		d.pos += 2 + size
		err := error(nil)
		switch {
		case mark >= markSOF0 && mark <= markSOF2:
			d.progressive = mark == markSOF2
			err = d.frame(body)
		case mark == markDHT:
			err = d.huffman(body)
		case mark == markDQT:
			err = d.quantisers(body)
		case mark == 0xdd && len(body) == 2:
			d.interval = int(binary.BigEndian.Uint16(body))
		case mark == markAPP14 && len(body) >= 12 && string(body[:5]) == "Adobe":
			d.adobe, d.transform = true, body[11]
		case mark == markSOS:
			return body, nil
		case mark >= markSOF0 && mark <= 0xcf && mark != 0xc8:
			return nil, errScaled
		}
		if err != nil {
			return nil, err
		}
	}
}

func (d *scaledJPEG) frame(body []byte) error {
	if d.comps != nil || len(body) < 6 || body[0] != 8 || len(body) != 6+3*int(body[5]) {
		return errScaled
	}
	d.h, d.w = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	for i := 6; i < len(body); i += 3 {
		c := scaledComponent{id: int(body[i]), h: int(body[i+1] >> 4), v: int(body[i+1] & 15), tq: int(body[i+2])}
		if c.tq > 3 || c.id == 'R' || c.id == 'G' || c.id == 'B' {
			return errScaled
		}
		d.comps = append(d.comps, c)
	}
	if d.w == 0 || d.h == 0 || len(d.comps) > 4 {
		return errScaled
	}
	switch len(d.comps) {
	case 1: // its factors mean nothing, A.2.2
		d.comps[0].h, d.comps[0].v = 1, 1
		return nil
	case 4: // black is as fine as luma
		if k := d.comps[3]; k.h != d.comps[0].h || k.v != d.comps[0].v {
			return errScaled
		}
	case 3:
	default:
		return errScaled
	}
	y, b, r := d.comps[0], d.comps[1], d.comps[2]
	if b.h != 1 || b.v != 1 || r.h != 1 || r.v != 1 || y.h < 1 || y.h > 2 || y.v < 1 || y.v > 2 {
		return errScaled
	}
	return nil
}

func (d *scaledJPEG) quantisers(body []byte) error {
	for len(body) > 0 {
		wide, t := int(body[0]>>4), body[0]&15
		if wide > 1 || t > 3 || len(body) < 1+64*(1+wide) {
			return errScaled
		}
		for k := range 64 {
			if wide == 1 {
				d.quant[t][k] = int32(binary.BigEndian.Uint16(body[1+2*k:]))
			} else {
				d.quant[t][k] = int32(body[1+k])
			}
		}
		body = body[1+64*(1+wide):]
	}
	return nil
}

func (d *scaledJPEG) huffman(body []byte) error {
	for len(body) > 0 {
		if len(body) < 17 {
			return errScaled
		}
		n := 0
		for _, c := range body[1:17] {
			n += int(c)
		}
		class, t := body[0]>>4, body[0]&15
		if n > 256 || len(body) < 17+n || class > 1 || t > 3 {
			return errScaled
		}
		table := newHuffLookup(body[1:17], body[17:17+n])
		if table == nil {
			return errScaled
		}
		if class == 0 {
			d.dc[t] = table
		} else {
			d.ac[t] = table
		}
		body = body[17+n:]
	}
	return nil
}

// prepare allots the planes. Chroma that was halved both ways is taken at twice
// the luma's side where a block has that, so that a smaller picture keeps more of
// its colour.
func (d *scaledJPEG) prepare(wanted []excerpt) {
	y := &d.comps[0]
	unitsX, unitsY := d.units()
	for i := range d.comps {
		c := &d.comps[i]
		c.across, c.down = unitsX*c.h, unitsY*c.v
		if d.progressive {
			c.coeffs = make([]int16, 64*c.across*c.down)
		}
		for _, e := range wanted {
			p := plane{side: e.side}
			if c.h < y.h && c.v < y.v && 2*e.side <= 8 {
				p.side = 2 * e.side
			}
			u := d.unitsOf(e.area)
			p.blocks = image.Rect(u.Min.X*c.h, u.Min.Y*c.v, u.Max.X*c.h, u.Max.Y*c.v)
			p.stride = p.blocks.Dx() * p.side
			c.planes = append(c.planes, p)
		}
		if !d.progressive {
			c.pixels()
		}
	}
}

// pixels allots what the planes hold.
func (c *scaledComponent) pixels() {
	for i := range c.planes {
		p := &c.planes[i]
		p.pix = make([]byte, p.stride*p.blocks.Dy()*p.side)
	}
}

// unitsOf returns the units of a scan that hold an area.
func (d *scaledJPEG) unitsOf(area image.Rectangle) image.Rectangle {
	x, y := d.units()
	all := image.Rect(0, 0, x, y)
	if area.Empty() {
		return all
	}
	w, h := 8*d.comps[0].h, 8*d.comps[0].v
	return image.Rect(area.Min.X/w, area.Min.Y/h, (area.Max.X+w-1)/w, (area.Max.Y+h-1)/h).Intersect(all)
}

func (d *scaledJPEG) units() (x, y int) {
	c := d.comps[0]
	return (d.w + 8*c.h - 1) / (8 * c.h), (d.h + 8*c.v - 1) / (8 * c.v)
}

// sequential reads the one scan of a sequential picture: all components in turn.
func (d *scaledJPEG) sequential(header []byte) error {
	n := len(d.comps)
	if len(header) != 4+2*n || int(header[0]) != n {
		return errScaled
	}
	for i := range d.comps {
		c := &d.comps[i]
		td, ta := header[2+2*i]>>4, header[2+2*i]&15
		if int(header[1+2*i]) != c.id || td > 3 || ta > 3 || d.dc[td] == nil || d.ac[ta] == nil {
			return errScaled
		}
		c.dc, c.ac = d.dc[td], d.ac[ta]
	}
	unitsX, unitsY := d.units()
	return d.each(unitsX, unitsY, func(mx, my int) bool {
		for i := range d.comps {
			c := &d.comps[i]
			for by := range c.v {
				for bx := range c.h {
					if !d.block(c, mx*c.h+bx, my*c.v+by) {
						return false
					}
				}
			}
		}
		return true
	})
}

// each reads the units of one scan, with its restart markers, T.81, E.2.4.
func (d *scaledJPEG) each(across, down int, unit func(x, y int) bool) error {
	d.bits = bitReader{data: d.data, pos: d.pos}
	d.reset()
	left := d.interval
	for y := range down {
		for x := range across {
			if d.interval > 0 {
				if left == 0 {
					if !d.bits.restart() {
						return errScaled
					}
					d.reset()
					left = d.interval
				}
				left--
			}
			if !unit(x, y) {
				return errScaled
			}
		}
		if d.bits.overrun > int(d.bits.n) {
			return errScaled // cut off: the rest would be grey
		}
	}
	d.pos = d.bits.pos
	return nil
}

func (d *scaledJPEG) reset() {
	d.run = 0
	for i := range d.comps {
		d.comps[i].pred = 0
	}
}

// block reads one block and writes its samples, T.81, F.2.2.
func (d *scaledJPEG) block(c *scaledComponent, x, y int) bool {
	var b block
	q := &d.quant[c.tq]
	r := &d.bits
	size, ok := r.symbol(c.dc)
	if !ok || size > 11 {
		return false
	}
	c.pred += r.value(uint(size))
	b[0] = c.pred * q[0]
	highest := 0
	for k := 1; k < 64; k++ {
		if r.n < 32 {
			r.fill()
		}
		if e := c.ac.whole[r.acc>>(r.n-10)&1023]; e != 0 {
			r.n -= uint(e & 15)
			if k += int(e >> 4 & 15); k > 63 {
				return false
			}
			b[zigzag[k]&63] = int32(e) >> 16 * q[k]
			highest = k
			continue
		}
		s, ok := r.symbol(c.ac)
		if !ok {
			return false
		}
		n := uint(s & 15)
		if n == 0 {
			if s != 0xf0 {
				break
			}
			k += 15
			continue
		}
		k += int(s >> 4)
		if k > 63 {
			return false
		}
		b[zigzag[k]] = r.value(n) * q[k]
		highest = k
	}
	c.samples(&b, highest == 0, x, y)
	return true
}

// samples turns dequantised coefficients into a block of each of the component's
// planes.
func (c *scaledComponent) samples(b *block, flat bool, x, y int) {
	for i := range c.planes {
		p := &c.planes[i]
		if k := &p.blocks; x < k.Min.X || x >= k.Max.X || y < k.Min.Y || y >= k.Max.Y {
			continue
		}
		out := p.pix[(y-p.blocks.Min.Y)*p.side*p.stride+(x-p.blocks.Min.X)*p.side:]
		if i == len(c.planes)-1 {
			p.samples(b, flat, out)
			return
		}
		again := *b
		p.samples(&again, flat, out)
	}
}

func (p *plane) samples(b *block, flat bool, out []byte) {
	if !flat && p.side > 1 {
		b.inverseTo(p.side, out, p.stride)
		return
	}
	v := clampByte((b[0]+4)>>3 + 128)
	for y := range p.side {
		row := out[y*p.stride:][:p.side]
		for x := range row {
			row[x] = v
		}
	}
}

// image returns the planes of one part of the size as a picture.
func (d *scaledJPEG) image(i, side int) image.Image {
	y := d.comps[0].planes[i]
	k := y.blocks
	r := image.Rect(k.Min.X*side, k.Min.Y*side, k.Max.X*side, k.Max.Y*side)
	r = r.Intersect(image.Rect(0, 0, (d.w*side+7)/8, (d.h*side+7)/8))
	switch len(d.comps) {
	case 1:
		return &image.Gray{Pix: y.pix, Stride: y.stride, Rect: r}
	case 4:
		return d.inks(i, r)
	}
	b, c := d.comps[1].planes[i], d.comps[2].planes[i]
	ratio := image.YCbCrSubsampleRatio444
	switch across, down := d.halved(i); {
	case across && down:
		ratio = image.YCbCrSubsampleRatio420
	case across:
		ratio = image.YCbCrSubsampleRatio422
	case down:
		ratio = image.YCbCrSubsampleRatio440
	}
	return &image.YCbCr{
		Y: y.pix, Cb: b.pix, Cr: c.pix,
		YStride: y.stride, CStride: b.stride, SubsampleRatio: ratio, Rect: r,
	}
}

// halved reports which ways the chroma of a picture is half as fine as the luma.
func (d *scaledJPEG) halved(i int) (across, down bool) {
	y, c := &d.comps[0], &d.comps[1]
	luma, chroma := y.planes[i].side, c.planes[i].side
	return y.h*luma == 2*c.h*chroma, y.v*luma == 2*c.v*chroma
}
