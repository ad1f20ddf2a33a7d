package photo

import (
	"image"

	"github.com/disintegration/imaging"
)

// raster is a picture in memory: n interleaved channels of 8 bits (1 grey, 3
// RGB, 4 CMYK with 255 full ink) and, where it is not opaque, its alpha.
type raster struct {
	w, h, n int
	pix     []byte
	alpha   []byte // nil, or one byte a pixel
}

func newRaster(w, h, n int) *raster {
	return &raster{w: w, h: h, n: n, pix: make([]byte, w*h*n)}
}

// resize returns the raster at another size, by imaging's CatmullRom filter.
// imaging works on NRGBA alone, so CMYK goes in two parts: three inks, then black.
func (r *raster) resize(w, h int) *raster {
	if w == r.w && h == r.h {
		return r
	}
	return r.through(w, h, func(m *image.NRGBA) *image.NRGBA { return resizeRGB(m, w, h) })
}

func resizeRGB(m *image.NRGBA, w, h int) *image.NRGBA {
	if m.Rect.Dx() == w && m.Rect.Dy() == h {
		return m
	}
	return imaging.Resize(m, w, h, imaging.CatmullRom)
}

// sharpen returns the raster with an unsharp mask of the given sigma in pixels, an
// opaque one changed in its place. Colours with alpha blur by their alpha, which is
// left to imaging.
func (r *raster) sharpen(sigma float64) *raster {
	switch {
	case sigma <= 0:
	case r.alpha != nil:
		return rasterOfNRGBA(imaging.Sharpen(r.nrgba(0), sigma), r.n == 1)
	default:
		r.unsharp(sigma)
	}
	return r
}

func (r *raster) through(w, h int, filter func(*image.NRGBA) *image.NRGBA) *raster {
	m := filter(r.nrgba(0))
	if r.n < 4 {
		return rasterOfNRGBA(m, r.n == 1)
	}
	out := newRaster(w, h, 4)
	for i := 0; i < len(m.Pix); i += 4 {
		copy(out.pix[i:i+3], m.Pix[i:i+3])
	}
	m = filter(r.nrgba(3))
	for i := 0; i < len(m.Pix); i += 4 {
		out.pix[i+3] = m.Pix[i]
	}
	return out
}

// rasterOfNRGBA packs a picture's channels, one of them for grey, and its alpha
// where not all of it is opaque.
func rasterOfNRGBA(m *image.NRGBA, gray bool) *raster {
	n := 3
	if gray {
		n = 1
	}
	out := newRaster(m.Rect.Dx(), m.Rect.Dy(), n)
	opaque := true
	for y := range out.h {
		row, to := m.Pix[y*m.Stride:][:4*out.w], out.pix[y*out.w*n:]
		for ; len(row) >= 4; row, to = row[4:], to[n:] {
			opaque = opaque && row[3] == 255
			if gray {
				to[0] = row[0]
				continue
			}
			q := to[:3]
			q[0], q[1], q[2] = row[0], row[1], row[2]
		}
	}
	if !opaque {
		out.alpha = make([]byte, out.w*out.h)
		for i := range out.alpha {
			out.alpha[i] = m.Pix[i/out.w*m.Stride+i%out.w*4+3]
		}
	}
	return out
}

// part cuts a rectangle out of an opaque raster.
func (r *raster) part(in image.Rectangle) *raster {
	if in == image.Rect(0, 0, r.w, r.h) {
		return r
	}
	out := newRaster(in.Dx(), in.Dy(), r.n)
	for y := range out.h {
		at := ((in.Min.Y+y)*r.w + in.Min.X) * r.n
		copy(out.pix[y*out.w*r.n:], r.pix[at:at+out.w*r.n])
	}
	return out
}

// extend repeats the right and the lower edge of a raster of w by h pixels.
func (r *raster) extend(w, h int) *raster {
	if w == r.w && h == r.h {
		return r
	}
	out := newRaster(w, h, r.n)
	for y := range h {
		row := out.pix[y*w*r.n : (y+1)*w*r.n]
		copy(row, r.pix[min(y, r.h-1)*r.w*r.n:][:r.w*r.n])
		repeat(row, r.w*r.n, r.n)
	}
	return out
}

// repeat fills a row from a place with the pixel of n bytes before it.
func repeat(row []byte, from, n int) {
	for i := from; i < len(row); i++ {
		row[i] = row[i-n]
	}
}

// nrgba returns the channels from the given one as an NRGBA picture; a single
// channel fills all three.
func (r *raster) nrgba(from int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, r.w, r.h))
	for i, j := 0, from; i < len(m.Pix); i, j = i+4, j+r.n {
		p := m.Pix[i : i+4 : i+4]
		if r.n == 1 || from == 3 {
			p[0], p[1], p[2] = r.pix[j], r.pix[j], r.pix[j]
		} else {
			p[0], p[1], p[2] = r.pix[j], r.pix[j+1], r.pix[j+2]
		}
		p[3] = 255
	}
	if r.alpha != nil {
		for i, a := range r.alpha {
			m.Pix[4*i+3] = a
		}
	}
	return m
}

// upright turns and mirrors a picture as its Exif orientation says (Exif 2.32,
// 4.6.4, tag 274).
func (r *raster) upright(orientation int) *raster {
	if orientation <= 1 || orientation > 8 {
		return r
	}
	out := &raster{w: r.w, h: r.h, n: r.n, pix: make([]byte, len(r.pix))}
	if orientation >= 5 {
		out.w, out.h = r.h, r.w
	}
	if r.alpha != nil {
		out.alpha = make([]byte, len(r.alpha))
	}
	for y := range out.h {
		for x := range out.w {
			sx, sy := stored(x, y, r.w, r.h, orientation)
			from, to := sy*r.w+sx, y*out.w+x
			copy(out.pix[to*r.n:(to+1)*r.n], r.pix[from*r.n:])
			if r.alpha != nil {
				out.alpha[to] = r.alpha[from]
			}
		}
	}
	return out
}

// stored returns where a pixel of the upright picture lies in the stored one of
// w by h.
func stored(x, y, w, h, orientation int) (int, int) {
	switch orientation {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return y, h - 1 - x
	case 7:
		return w - 1 - y, h - 1 - x
	case 8:
		return w - 1 - y, x
	}
	return x, y
}
