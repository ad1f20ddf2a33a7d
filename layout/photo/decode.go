package photo

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"slices"
)

// decode reads the pixels of a file whose header is known, once, for each of some
// excerpts; where that cannot be done, all pictures are the whole one. What comes back is one of *image.YCbCr, *image.Gray,
// *image.CMYK (255 full ink) and *image.NRGBA. A panic of a decoder is an error of
// the file.
func decode(data []byte, h *header, name string, wanted ...excerpt) (out []image.Image, err error) {
	defer func() {
		if r := recover(); r != nil {
			out, err = nil, failure(CodeDamaged, renew, "photo %q is damaged: the decoder gave up (%v)", name, r)
		}
	}()
	if h.Format == "jpeg" {
		out, err := decodeScaled(data, h.w, h.h, wanted...)
		if err == nil {
			return out, nil
		}
		if errors.Is(err, errScans) {
			return nil, decodeError(err, name)
		}
	}
	var img image.Image
	if h.Format == "png" {
		img, err = png.Decode(bytes.NewReader(data))
	} else {
		img, err = decodeJPEG(data, h)
	}
	if err != nil {
		return nil, decodeError(err, name)
	}
	if b := img.Bounds(); b.Dx() != h.w || b.Dy() != h.h {
		return nil, failure(CodeDamaged, renew, "photo %q is damaged: its size changes on decoding", name)
	}
	return slices.Repeat([]image.Image{plain(img)}, len(wanted)), nil
}

func decodeError(err error, name string) error {
	var je jpeg.UnsupportedError
	var pe png.UnsupportedError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return failure(CodeTruncated, renew, "photo %q is cut off", name)
	case errors.As(err, &je):
		return failure(CodeUnsupported, "save it as an ordinary JPEG", "photo %q is of a kind that is not supported: %s", name, string(je))
	case errors.As(err, &pe):
		return failure(CodeUnsupported, "save it as an ordinary PNG", "photo %q is of a kind that is not supported: %s", name, string(pe))
	}
	return failure(CodeDamaged, renew, "photo %q is damaged: %v", name, err)
}

// decodeJPEG decodes with the standard library, which refuses four channels
// without Adobe's marker, since it cannot know whether inks are inverted. Without
// the marker they are not, so it is added and undone.
func decodeJPEG(data []byte, h *header) (image.Image, error) {
	if h.Channels != 4 || h.adobe {
		return jpeg.Decode(bytes.NewReader(data))
	}
	mark := []byte{0xff, markSOI, 0xff, markAPP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0}
	img, err := jpeg.Decode(io.MultiReader(bytes.NewReader(mark), bytes.NewReader(data[2:])))
	if c, ok := img.(*image.CMYK); ok {
		for i, v := range c.Pix {
			c.Pix[i] = 255 - v
		}
	}
	return img, err
}

// plain reduces the kinds of image that the PNG decoder gives to two of 8 bits.
// Palettes never reach imaging, whose workers an index out of range would panic
// (CVE-2023-36308).
func plain(img image.Image) image.Image {
	b := img.Bounds()
	switch m := img.(type) {
	case *image.YCbCr, *image.Gray, *image.CMYK, *image.NRGBA:
		return img
	case *image.RGBA: // opaque: from PNG without alpha and from JPEG in RGB
		return &image.NRGBA{Pix: m.Pix, Stride: m.Stride, Rect: m.Rect}
	case *image.Gray16:
		return &image.Gray{Pix: narrow(m.Pix, m.Stride, b.Dx(), b.Dy()), Stride: b.Dx(), Rect: b}
	case *image.NRGBA64:
		return &image.NRGBA{Pix: narrow(m.Pix, m.Stride, 4*b.Dx(), b.Dy()), Stride: 4 * b.Dx(), Rect: b}
	case *image.RGBA64: // opaque
		return &image.NRGBA{Pix: narrow(m.Pix, m.Stride, 4*b.Dx(), b.Dy()), Stride: 4 * b.Dx(), Rect: b}
	case *image.Paletted:
		return flatten(m)
	}
	out := image.NewNRGBA(b)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			out.Set(x, y, img.At(x, y))
		}
	}
	return out
}

// narrow makes rows of n samples of 16 bits into 8, in the place where they are:
// another 24 megapixels beside them would be felt.
func narrow(pix []byte, stride, n, rows int) []byte {
	for y := range rows {
		row, out := pix[y*stride:], pix[y*n:]
		for x := range n {
			out[x] = high(row[2*x:])
		}
	}
	return pix[: n*rows : n*rows]
}

// high rounds 16 bits to 8.
func high(b []byte) byte {
	return byte(((uint32(b[0])<<8|uint32(b[1]))*255 + 32767) / 65535)
}

func flatten(m *image.Paletted) *image.NRGBA {
	var table [256][4]byte
	for i, c := range m.Palette {
		r, g, b, a := c.RGBA()
		if a != 0 {
			table[i] = [4]byte{byte(r * 255 / a), byte(g * 255 / a), byte(b * 255 / a), byte(a >> 8)}
		}
	}
	b := m.Bounds()
	out := image.NewNRGBA(b)
	for y := range b.Dy() {
		for x := range b.Dx() {
			copy(out.Pix[y*out.Stride+4*x:], table[m.Pix[y*m.Stride+x]][:])
		}
	}
	return out
}

// cost estimates the bytes that decoding at some eighths of the size takes: the
// planes, the coefficients of a progressive picture in 16 bits, and the file.
func (h *header) cost(sides ...int) int64 {
	full := int64(h.w) * int64(h.h) * int64(h.planes) / 100
	n := h.Bytes
	if h.Progressive {
		n += 2 * full
	}
	switch {
	case h.Format == "png":
		return n + full
	case h.Channels == 4: // planes, then interleaved
		full *= 2
	}
	for _, side := range sides {
		n += full * int64(side*side) / 64
	}
	return n
}

// spare is how much larger than its target, in eighths, a picture is decoded for
// imaging to take it to its size: what is more than that makes no pixel better,
// the test of sharpness says.
const spare = 10

// side returns at how many eighths of its size a picture may be decoded for a crop
// of it to be made w by h pixels.
func (h *header) side(crop [4]float64, w, hh int) int {
	r := cropPixels(h, image.Pt(h.w, h.h), crop)
	if h.Orientation >= 5 {
		w, hh = hh, w
	}
	for _, side := range eighths {
		if r.Dx()*side >= w*spare && r.Dy()*side >= hh*spare {
			return side
		}
	}
	return 8
}

// working estimates the bytes that cutting a crop of w by h pixels takes beside
// the picture decoded at side eighths: what imaging resizes from and through, and
// the result as pixels, coefficients and bytes.
func (h *header) working(crop [4]float64, w, hh, side int) int64 {
	r := cropPixels(h, image.Pt((h.w*side+7)/8, (h.h*side+7)/8), crop)
	k := factor(r.Dx(), r.Dy(), w, hh)
	return 5*int64(r.Dx()/k)*int64(r.Dy()/k) + 20*int64(w)*int64(hh)
}
