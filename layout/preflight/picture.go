package preflight

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"math"

	"masthead/layout/color"
	"masthead/layout/finish"
)

// picture is an image XObject or an inline picture.
type picture struct {
	w, h   int
	space  *space
	mask   bool // a stencil, painted in the current colour
	ink    float64
	known  bool // ink is measured
	why    string
	pixels *Raster // small, for thumbnails and for the ground of text
}

// mostPixels bounds the pictures that are decoded.
const mostPixels = 120_000_000

// paintPicture books a picture on the unit square.
func (in *interpreter) paintPicture(st *finish.Stream) {
	pic := in.images[st]
	if pic == nil {
		pic = in.readPicture(st)
		in.images[st] = pic
	}
	if pic.w <= 0 || pic.h <= 0 {
		return
	}
	m := in.now.ctm
	box := m.bounds(Box{0, 0, 1, 1})
	if st.Dict["SMask"] != nil {
		in.sheet.out.Transparent = true
	}
	across, down := math.Hypot(m[0], m[1])/72, math.Hypot(m[2], m[3])/72
	ppi := min(float64(pic.w)/max(across, 1e-6), float64(pic.h)/max(down, 1e-6))
	out := mark{
		kind: pictureMark, box: box, over: in.now.overFill, mode: in.now.mode, picture: pic, ppi: ppi, place: m,
		opaque: st.Dict["SMask"] == nil && st.Dict["Mask"] == nil && !pic.mask,
	}
	if pic.mask {
		in.colour(in.now.fill, box, out, "a picture is")
		return
	}
	in.checkSpace(in.sheet.number, pic.space, "a picture is")
	out.ink = ink{space: pic.space, total: pic.ink, known: false}
	in.put(out)
}

// inline paints a picture that stands in the content (ISO 32000-1, 8.9.7).
func (in *interpreter) inline(args []finish.Object) {
	if len(args) < 2 {
		return
	}
	short, _ := args[0].(finish.Dict)
	data, _ := args[1].(finish.String)
	long := map[finish.Name]finish.Name{
		"BPC": "BitsPerComponent", "CS": "ColorSpace", "D": "Decode", "DP": "DecodeParms", "F": "Filter",
		"H": "Height", "IM": "ImageMask", "W": "Width",
	}
	d := finish.Dict{"Subtype": finish.Name("Image")}
	for k, v := range short {
		if l, ok := long[k]; ok {
			k = l
		}
		d[k] = v
	}
	in.paintPicture(&finish.Stream{Dict: d, Data: []byte(data)})
}

func (in *interpreter) readPicture(st *finish.Stream) *picture {
	d := st.Dict
	pic := &picture{w: int(in.number(d["Width"])), h: int(in.number(d["Height"]))}
	pic.mask = in.value(d["ImageMask"]) == true
	if pic.mask {
		pic.known, pic.space = true, &space{family: "DeviceGray", n: 1}
		return pic
	}
	if d["ColorSpace"] == nil {
		pic.space, pic.why = &space{family: "JPX", n: 3}, "its colours are in its own data"
		return pic
	}
	pic.space = in.spaceOf(d["ColorSpace"], in.res, 0)
	if in.opt.Measured != nil {
		pic.ink, pic.known = in.opt.Measured(st.Data)
	}
	switch {
	case pic.known && in.opt.Thumbnails == 0:
	case in.opt.Quick && in.opt.Thumbnails == 0:
		pic.why = "it was not decoded"
	case pic.w <= 0 || pic.h <= 0 || pic.w > mostPixels/pic.h:
		pic.why = "it is too large"
	default:
		in.decodePicture(st, pic)
	}
	return pic
}

// samples are decoded pixels of 8 bits.
type samples struct {
	w, h, n int
	pix     []byte
	invert  bool
}

// decodePicture measures a picture and makes a small one of it.
func (in *interpreter) decodePicture(st *finish.Stream, pic *picture) {
	s, err := in.samples(st, pic)
	if err != nil {
		if !pic.known {
			pic.why = err.Error()
		}
		return
	}
	if !pic.known {
		in.measure(s, pic)
	}
	pic.pixels = in.small(s, pic.space)
}

// samples decodes a picture: JPEG, or rows of 1, 2, 4 or 8 bits.
func (c *checker) samples(st *finish.Stream, pic *picture) (s *samples, err error) {
	data, left, _, err := c.Unpack(st)
	if err != nil {
		return nil, err
	}
	decode := c.reals(st.Dict["Decode"])
	inverted := len(decode) > 1 && decode[0] > decode[1]
	switch left {
	case "":
	case "DCTDecode":
		return decodeJPEG(data, pic.space.n, inverted)
	default:
		return nil, fmt.Errorf("it is coded by %s", left)
	}
	bits := int(c.number(st.Dict["BitsPerComponent"]))
	if bits != 1 && bits != 2 && bits != 4 && bits != 8 {
		return nil, fmt.Errorf("it has %d bits", bits)
	}
	n := pic.space.n
	if n < 1 || n > 8 || pic.w*n > mostPixels {
		return nil, fmt.Errorf("it has %d inks", n)
	}
	row := (pic.w*n*bits + 7) / 8
	if row > len(data) || pic.h > len(data)/row {
		return nil, fmt.Errorf("its data are cut off")
	}
	s = &samples{w: pic.w, h: pic.h, n: n, pix: data, invert: inverted}
	if bits == 8 {
		return s, nil
	}
	scale := 255 / (1<<bits - 1)
	if pic.space.family == "Indexed" {
		scale = 1
	}
	if pic.w*pic.h*n > mostPixels {
		return nil, fmt.Errorf("it is too large")
	}
	s.pix = make([]byte, pic.w*pic.h*n)
	for y := range pic.h {
		for i := range pic.w * n {
			at := i * bits
			v := int(data[y*row+at/8]) >> (8 - bits - at%8) & (1<<bits - 1)
			s.pix[y*pic.w*n+i] = byte(v * scale)
		}
	}
	return s, nil
}

// decodeJPEG reads a JPEG. Go's decoder takes the samples of four inks as Adobe
// writes them, from full ink down; the picture's Decode says whether they are.
func decodeJPEG(data []byte, n int, inverted bool) (s *samples, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("it cannot be decoded")
		}
	}()
	head, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if head.Width <= 0 || head.Height <= 0 || head.Width > mostPixels/head.Height {
		return nil, fmt.Errorf("it is too large")
	}
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	b := img.Bounds()
	s = &samples{w: b.Dx(), h: b.Dy()}
	switch img := img.(type) {
	case *image.CMYK:
		s.n, s.pix, s.invert = 4, packed(img.Pix, img.Stride, 4*s.w, s.h), !inverted
	case *image.Gray:
		s.n, s.pix, s.invert = 1, packed(img.Pix, img.Stride, s.w, s.h), inverted
	default:
		s.n, s.invert = 3, inverted
		s.pix = make([]byte, 0, 3*s.w*s.h)
		for y := b.Min.Y; y < b.Max.Y; y++ {
			for x := b.Min.X; x < b.Max.X; x++ {
				r, g, bl, _ := img.At(x, y).RGBA()
				s.pix = append(s.pix, byte(r>>8), byte(g>>8), byte(bl>>8))
			}
		}
	}
	if s.n != n {
		return nil, fmt.Errorf("it has %d inks and says %d", s.n, n)
	}
	return s, nil
}

func packed(pix []byte, stride, row, h int) []byte {
	if stride == row {
		return pix[:row*h]
	}
	out := make([]byte, 0, row*h)
	for y := range h {
		out = append(out, pix[y*stride:y*stride+row]...)
	}
	return out
}

// measure finds the most ink of any pixel.
func (c *checker) measure(s *samples, pic *picture) {
	switch f := pic.space.family; {
	case s.n == 4 && (f == "DeviceCMYK" || f == "ICCBased"):
		pic.known = f == "DeviceCMYK"
		row := s.pix
		if s.invert {
			row = make([]byte, len(s.pix))
			for i, v := range s.pix {
				row[i] = 255 - v
			}
		}
		pic.ink = color.MaxInk(row)
	case f == "DeviceGray", f == "Separation":
		pic.known, pic.ink = true, 100
	case f == "DeviceN":
		pic.known = true
		for i := 0; i+s.n <= len(s.pix); i += s.n {
			total := 0.0
			for _, v := range s.pix[i : i+s.n] {
				total += float64(v) * 100 / 255
			}
			pic.ink = max(pic.ink, total)
		}
	case f == "Indexed":
		pic.known = true
		for i := range pic.space.high + 1 {
			k := c.inkOf(pic.space, []float64{float64(i)})
			pic.ink, pic.known = max(pic.ink, k.total), pic.known && k.known
		}
	}
}

// small makes a picture of at most 96 pixels either way, as a screen shows it;
// more for thumbnails.
func (c *checker) small(s *samples, of *space) *Raster {
	most := max(96, c.opt.Thumbnails)
	long := max(s.w, s.h)
	w, h := s.w, s.h
	if long > most {
		w, h = max(1, s.w*most/long), max(1, s.h*most/long)
	}
	out := NewRaster(w, h)
	v := make([]float64, s.n)
	for y := range h {
		for x := range w {
			at := ((y*s.h+s.h/2)/h*s.w + (x*s.w+s.w/2)/w) * s.n
			for i := range v {
				p := s.pix[at+i]
				if s.invert {
					p = 255 - p
				}
				v[i] = float64(p&0xF8|p>>5) / 255 // few colours, so that they can be kept
				if of.family == "Indexed" {
					v[i] = float64(s.pix[at+i])
				}
			}
			out.Set(x, y, c.seen(of, v))
		}
	}
	return out
}

// seen is what a colour of any space looks like.
func (c *checker) seen(of *space, v []float64) color.RGB {
	base := of
	if of.family == "Indexed" && of.base != nil {
		base = of.base
		v = of.entry(int(min(255, max(0, v[0]))))
	}
	if len(v) >= 3 && (base.family == "DeviceRGB" || base.family == "CalRGB" || base.family == "ICCBased" && base.n == 3) {
		part := func(f float64) uint8 { return uint8(255*min(1, max(0, f)) + 0.5) }
		return color.RGB{R: part(v[0]), G: part(v[1]), B: part(v[2])}
	}
	return c.shownAs(c.inkOf(base, v))
}
