package preflight

import (
	"bytes"
	"compress/zlib"

	"masthead/layout/color"
)

// Raster is a small picture in sRGB, rows from the top.
type Raster struct {
	W, H int
	Pix  []byte // three bytes a pixel
}

// NewRaster returns a white picture.
func NewRaster(w, h int) *Raster {
	r := &Raster{W: w, H: h, Pix: make([]byte, 3*w*h)}
	for i := range r.Pix {
		r.Pix[i] = 255
	}
	return r
}

// Set paints a pixel; places beyond the edges are ignored.
func (r *Raster) Set(x, y int, v color.RGB) {
	if x < 0 || y < 0 || x >= r.W || y >= r.H {
		return
	}
	i := 3 * (y*r.W + x)
	r.Pix[i], r.Pix[i+1], r.Pix[i+2] = v.R, v.G, v.B
}

// At returns a pixel, that at the edge for places beyond.
func (r *Raster) At(x, y int) color.RGB {
	x, y = min(max(x, 0), r.W-1), min(max(y, 0), r.H-1)
	i := 3 * (y*r.W + x)
	return color.RGB{R: r.Pix[i], G: r.Pix[i+1], B: r.Pix[i+2]}
}

// mix lays a colour over a pixel.
func (r *Raster) mix(x, y int, v color.RGB, alpha float64) {
	old := r.At(x, y)
	part := func(a, b uint8) uint8 { return uint8(float64(a)*(1-alpha) + float64(b)*alpha + 0.5) }
	r.Set(x, y, color.RGB{R: part(old.R, v.R), G: part(old.G, v.G), B: part(old.B, v.B)})
}

// Flate returns the pixels as a zlib stream.
func (r *Raster) Flate() []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write(r.Pix) // a bytes.Buffer takes everything
	_ = z.Close()
	return b.Bytes()
}
