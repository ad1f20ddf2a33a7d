package photo

import (
	"math"

	"masthead/layout/color"
	"masthead/layout/geom"
)

// overlay lays a picture on its paper and scrims over it.
type overlay struct {
	spec    Spec
	target  Target
	colours *converters
}

// lay works in the raster's own colours, which are the target's.
func (o overlay) lay(r *raster) error {
	if r.alpha != nil {
		ground, err := inks(o.target.Paper, o.target.PaperCMYK, r.n, o.target, o.colours)
		if err != nil {
			return err
		}
		r.flatten(ground)
	}
	for _, scrim := range o.spec.Scrims {
		ink, err := inks(scrim.RGB, scrim.CMYK, r.n, o.target, o.colours)
		if err != nil {
			return err
		}
		for y := range r.h {
			r.layRow(y, ink, scrim.opacity(y, r.h, o.spec.Size.H))
		}
	}
	return nil
}

// throughLight mixes in sRGB, where a mixture keeps its hue, and then separates.
// Where paper or scrim cover wholly, the press must meet the flat inks around the
// picture exactly, so the difference between the declared inks and the converted
// colour is added by the same opacity.
func (o overlay) throughLight(r *raster, source *color.Profile) (*raster, error) {
	light := Target{Space: "srgb", Paper: o.target.Paper}
	rgb, err := through(r, source, light, o.colours)
	if err != nil {
		return nil, err
	}
	if rgb.n == 1 {
		rgb = rgb.triple()
	}
	alpha := rgb.alpha
	if err := (overlay{o.spec, light, o.colours}).lay(rgb); err != nil {
		return nil, err
	}
	out, err := through(rgb, color.SRGB(), o.target, o.colours)
	if err != nil {
		return nil, err
	}
	if alpha != nil {
		gap, err := o.gap(o.target.Paper, o.target.PaperCMYK)
		if err != nil {
			return nil, err
		}
		for i, a := range alpha {
			add(out.pix[4*i:4*i+4], gap, 65535-int32(a)*257)
		}
	}
	for _, scrim := range o.spec.Scrims {
		gap, err := o.gap(scrim.RGB, scrim.CMYK)
		if err != nil {
			return nil, err
		}
		for y := range out.h {
			if a := int32(scrim.opacity(y, out.h, o.spec.Size.H)); a > 0 {
				row := out.pix[y*out.w*4 : (y+1)*out.w*4]
				for i := 0; i < len(row); i += 4 {
					add(row[i:i+4], gap, a)
				}
			}
		}
	}
	if o.target.InkLimit > 0 {
		color.LimitInk(out.pix, o.target.InkLimit)
	}
	return out, nil
}

// gap returns the declared inks of a colour less those its conversion gives.
func (o overlay) gap(rgb color.RGB, cmyk color.CMYK) (gap [4]int32, err error) {
	want, err := inks(rgb, cmyk, 4, o.target, o.colours)
	if err != nil {
		return gap, err
	}
	tr, err := o.colours.get(color.SRGB(), o.target.Output, o.target.InkLimit)
	if err != nil {
		return gap, err
	}
	var got [4]byte
	tr.Row(got[:], []byte{rgb.R, rgb.G, rgb.B})
	for i := range gap {
		gap[i] = int32(want[i]) - int32(got[i])
	}
	return gap, nil
}

func add(px []byte, gap [4]int32, opacity int32) {
	for i := range gap {
		px[i] = byte(min(max(int32(px[i])+(gap[i]*opacity+1<<15)>>16, 0), 255))
	}
}

// triple repeats a grey picture's channel.
func (r *raster) triple() *raster {
	out := &raster{w: r.w, h: r.h, n: 3, pix: make([]byte, 3*len(r.pix)), alpha: r.alpha}
	for i, v := range r.pix {
		out.pix[3*i], out.pix[3*i+1], out.pix[3*i+2] = v, v, v
	}
	return out
}

// flatten lays a picture with alpha on a ground.
func (r *raster) flatten(ground [4]byte) {
	for i, a := range r.alpha {
		for c := range r.n {
			p := &r.pix[i*r.n+c]
			*p = blend(*p, ground[c], 255-uint32(a), 255)
		}
	}
	r.alpha = nil
}

// blend returns a with b over it at the opacity num/den.
func blend(a, b byte, num, den uint32) byte {
	return byte((uint32(a)*(den-num) + uint32(b)*num + den/2) / den)
}

// layRow covers one row at an opacity of 0 to 65535.
func (r *raster) layRow(y int, ink [4]byte, opacity uint32) {
	if opacity == 0 {
		return
	}
	row := r.pix[y*r.w*r.n : (y+1)*r.w*r.n]
	for i := 0; i < len(row); i += r.n {
		for c := range r.n {
			row[i+c] = blend(row[i+c], ink[c], opacity, 65535)
		}
	}
}

// opacity returns a scrim's opacity, 0 to 65535, in the middle of a row of a
// picture of so many rows and that placed height.
func (s Scrim) opacity(row, rows int, height geom.Length) uint32 {
	at := height.MulDiv(int64(2*row+1), int64(2*rows))
	return uint32(math.Floor(min(max(s.alphaAt(at), 0), 1)*65535 + 0.5))
}
