package photo

import (
	"context"
	"encoding/binary"

	"masthead/layout/color"
	"masthead/layout/geom"
)

// Tones is a placed picture, scrims laid over it, at one value a point: about
// the stroke of body type, the finest ground that a reader can tell a letter
// from. It answers what lies behind a line of text.
type Tones struct {
	size geom.Size
	pic  *raster // 1 or 3 channels, sRGB
	lum  [256]float64
}

// NewTones makes the tones of a placed picture on paper, in sRGB. Of opt it uses
// the cache and the limits; with a warm cache nothing is decoded.
func NewTones(ctx context.Context, s Spec, paper color.RGB, opt Options) (*Tones, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	sum, err := opt.Album.sum(s.FS, s.File, opt.Limits)
	if err != nil {
		return nil, err
	}
	t := &Tones{size: s.Size}
	for i := range t.lum {
		t.lum[i] = color.RGB{R: uint8(i), G: uint8(i), B: uint8(i)}.Luminance()
	}
	key := digest("tones", sum, wholeCrop(s.Crop), int64(s.Size.W), int64(s.Size.H), s.Scrims, paper, opt.inks())
	if opt.Cache != nil {
		if b, ok := opt.Cache.Get(key); ok {
			if t.pic = unpackRaster(b); t.pic != nil {
				return t, nil
			}
		}
	}
	data, err := reread(s.FS, s.File, opt.Limits, sum)
	if err != nil {
		return nil, err
	}
	h, err := parse(data, s.File, opt.Limits)
	if err != nil {
		return nil, err
	}
	crop := wholeCrop(s.Crop)
	w, ht := pixels(h.Info, crop, s.Size, 72, 0)
	side := h.side(crop, w, ht)
	images, err := decode(data, h, s.File, h.excerpt(side, crop, w, ht))
	if err != nil {
		return nil, err
	}
	pic := &picture{header: h, img: images[0], side: side, last: true}
	target := Target{Space: "srgb", Paper: paper}
	if t.pic, err = finish(pic.cut(crop, w, ht, 0), pic.header, s, target, &converters{inks: opt.Inks}); err != nil {
		return nil, failure(CodeUnsupported, "", "photo %q cannot be converted: %v", s.File, err)
	}
	if opt.Cache != nil {
		opt.Cache.Put(key, packRaster(t.pic))
	}
	return t, nil
}

// Range returns the least and the greatest relative luminance (WCAG 2.2, 0 to 1)
// within a region of the placed picture, from its top left corner. Where the
// region misses the picture it returns 1, 0.
func (t *Tones) Range(region geom.Rect) (darkest, lightest float64) {
	region = region.Intersect(geom.Rect{W: t.size.W, H: t.size.H})
	darkest = 1
	if region.Empty() {
		return darkest, lightest
	}
	p := t.pic
	span := func(from, to, size geom.Length, n int) (int, int) {
		a := int(int64(from) * int64(n) / int64(size))
		b := int((int64(to)*int64(n) + int64(size) - 1) / int64(size))
		return min(a, n-1), min(max(b, a+1), n)
	}
	x0, x1 := span(region.X, region.Right(), t.size.W, p.w)
	y0, y1 := span(region.Y, region.Bottom(), t.size.H, p.h)
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			px := p.pix[(y*p.w+x)*p.n:]
			l := t.lum[px[0]]
			if p.n == 3 {
				l = 0.2126*l + 0.7152*t.lum[px[1]] + 0.0722*t.lum[px[2]]
			}
			darkest, lightest = min(darkest, l), max(lightest, l)
		}
	}
	return darkest, lightest
}

// packRaster and unpackRaster keep an opaque raster in the cache, as it is: to
// inflate it would cost a warm build more than to read it.
func packRaster(r *raster) []byte {
	out := make([]byte, 0, 12+len(r.pix))
	for _, v := range []int{r.w, r.h, r.n} {
		out = binary.BigEndian.AppendUint32(out, uint32(v))
	}
	return append(out, r.pix...)
}

func unpackRaster(b []byte) *raster {
	if len(b) < 12 {
		return nil
	}
	r := &raster{w: int(binary.BigEndian.Uint32(b)), h: int(binary.BigEndian.Uint32(b[4:])), n: int(binary.BigEndian.Uint32(b[8:]))}
	if r.pix = b[12:]; len(r.pix) != r.w*r.h*r.n {
		return nil
	}
	return r
}
