package photo

import (
	"image"

	"masthead/layout/geom"
)

// picture is a decoded file, perhaps smaller than it was, from which any number of
// crops are cut.
type picture struct {
	*header
	img  image.Image
	side int  // eighths of its size that it was decoded at, where it is smaller
	last bool // the next crop is the last: let go of img as soon as it is cut out
}

// pixels returns the size of a placed picture at a resolution, no larger than
// the crop has.
func pixels(info Info, crop [4]float64, size geom.Size, target int, above int) (w, h int) {
	have := func(n int, a, b float64) int {
		return max(1, int((toMicro(b)-toMicro(a))*int64(n)/micro))
	}
	hw, hh := have(info.Width, crop[0], crop[2]), have(info.Height, crop[1], crop[3])
	if ppi := PPI(info, crop, size.W, size.H); target <= 0 || ppi <= max(target, above) {
		return hw, hh
	}
	want := func(l geom.Length) int {
		inch := 72 * int64(geom.Point)
		return int((int64(l)*int64(target) + inch - 1) / inch)
	}
	return min(hw, max(1, want(size.W))), min(hh, max(1, want(size.H)))
}

// framing is how a crop is taken out of a decoded picture: a rectangle of it,
// averaged box by box, then resized to so many pixels, of which a part is seen.
type framing struct {
	from image.Rectangle
	box  int
	w, h int
	seen image.Rectangle
}

// framing finds how a crop is made w by h pixels, upright, of the picture decoded
// at side eighths to size.
func (h *header) framing(size image.Point, side int, crop [4]float64, w, hh int) framing {
	r := cropPixels(h, size, crop)
	if h.Orientation >= 5 {
		w, hh = hh, w
	}
	k := factor(r.Dx(), r.Dy(), w, hh)
	across, down := storedSpans(crop, h.Orientation)
	x, y := aligned{r.Min.X, w, w, 0}, aligned{r.Min.Y, hh, hh, 0}
	if k > 1 || r.Dx() > w+1 || r.Dx() < w {
		x = align(across, h.w, side, k, w)
	}
	if k > 1 || r.Dy() > hh+1 || r.Dy() < hh {
		y = align(down, h.h, side, k, hh)
	}
	return framing{
		from: image.Rect(x.from, y.from, x.from+k*x.boxes, y.from+k*y.boxes), box: k, w: x.n, h: y.n,
		seen: image.Rect(x.cut, y.cut, x.cut+w, y.cut+hh),
	}
}

// scaled returns the size of the picture decoded at side eighths.
func (h *header) scaled(side int) image.Point { return image.Pt((h.w*side+7)/8, (h.h*side+7)/8) }

// excerpt returns what is to be decoded at side eighths for a crop to be made w by
// h pixels.
func (h *header) excerpt(side int, crop [4]float64, w, hh int) excerpt {
	r := h.framing(h.scaled(side), side, crop, w, hh).from.Inset(-1)
	r.Min, r.Max = r.Min.Mul(8).Div(side), r.Max.Mul(8).Add(image.Pt(side-1, side-1)).Div(side)
	return excerpt{side, r.Intersect(image.Rect(0, 0, h.w, h.h))}
}

// decoded returns the size and the eighths that the picture was decoded at.
func (p *picture) decoded() (image.Point, int) {
	if p.img.Bounds() == image.Rect(0, 0, p.w, p.h) {
		return image.Pt(p.w, p.h), 8
	}
	return p.scaled(p.side), p.side
}

// cut crops, shrinks, resizes, sharpens and turns a picture: w by h pixels,
// upright, in its own colours.
func (p *picture) cut(crop [4]float64, w, h int, sharpen float64) *raster {
	size, side := p.decoded()
	f := p.framing(size, side, crop, w, h)
	img := p.img
	if p.last {
		p.img = nil
	}
	switch img.(type) {
	case *image.YCbCr, *image.NRGBA:
		m := shrinkRGB(img, f.from, f.box)
		img = nil
		collect(len(m.Pix))
		m = resizeRGB(m, f.w, f.h)
		collect(len(m.Pix))
		out := rasterOfNRGBA(m.SubImage(f.seen).(*image.NRGBA), p.Channels == 1)
		m = nil
		return out.sharpen(sharpen).upright(p.Orientation)
	}
	return shrink(img, f.from, f.box, false).resize(f.w, f.h).part(f.seen).sharpen(sharpen).upright(p.Orientation)
}

func wholeCrop(c [4]float64) [4]float64 {
	if c == ([4]float64{}) {
		return [4]float64{0, 0, 1, 1}
	}
	return c
}
