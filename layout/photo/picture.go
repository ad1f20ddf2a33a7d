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

// cut crops, shrinks, resizes, sharpens and turns a picture: w by h pixels,
// upright, in its own colours.
func (p *picture) cut(crop [4]float64, w, h int, sharpen float64) *raster {
	size := p.img.Bounds().Size()
	r := cropPixels(p.header, size, crop)
	tw, th := w, h
	if p.Orientation >= 5 {
		tw, th = h, w
	}
	k := factor(r.Dx(), r.Dy(), tw, th)
	side := p.side
	if size == image.Pt(p.w, p.h) {
		side = 8
	}
	across, down := storedSpans(crop, p.Orientation)
	x, y := aligned{r.Min.X, tw, tw, 0}, aligned{r.Min.Y, th, th, 0}
	if k > 1 || r.Dx() > tw+1 || r.Dx() < tw {
		x = align(across, p.w, side, k, tw)
	}
	if k > 1 || r.Dy() > th+1 || r.Dy() < th {
		y = align(down, p.h, side, k, th)
	}
	r = image.Rect(x.from, y.from, x.from+k*x.boxes, y.from+k*y.boxes)
	seen := image.Rect(x.cut, y.cut, x.cut+tw, y.cut+th)
	img := p.img
	if p.last {
		p.img = nil
	}
	switch img.(type) {
	case *image.YCbCr, *image.NRGBA:
		m := shrinkRGB(img, r, k)
		img = nil
		collect(len(m.Pix))
		m = resizeRGB(m, x.n, y.n)
		collect(len(m.Pix))
		out := rasterOfNRGBA(m.SubImage(seen).(*image.NRGBA), p.Channels == 1)
		m = nil
		return out.sharpen(sharpen).upright(p.Orientation)
	}
	return shrink(img, r, k, false).resize(x.n, y.n).part(seen).sharpen(sharpen).upright(p.Orientation)
}

func wholeCrop(c [4]float64) [4]float64 {
	if c == ([4]float64{}) {
		return [4]float64{0, 0, 1, 1}
	}
	return c
}
