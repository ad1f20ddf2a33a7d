package photo

import (
	"math"
	"sync"

	"masthead/layout/color"
)

// converters makes each colour transform once.
type converters struct {
	mu   sync.Mutex
	made map[converterKey]*color.Transform
	inks *color.Profile // of CMYK pictures that have no profile; nil for none
}

type converterKey struct {
	from, to [32]byte
	fromN    int
	toN      int
	ink      float64
}

func (c *converters) get(from, to *color.Profile, ink float64) (*color.Transform, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := converterKey{from.Sum, to.Sum, from.N, to.N, ink}
	if t := c.made[key]; t != nil {
		return t, nil
	}
	t, err := color.NewTransform(from, to, color.Photo)
	if err != nil {
		return nil, err
	}
	if ink > 0 {
		t = t.WithInkLimit(ink)
	}
	if c.made == nil {
		c.made = map[converterKey]*color.Transform{}
	}
	c.made[key] = t
	return t, nil
}

// finish converts an upright picture to the target's colours, lays it on the
// paper and the scrims over it. A grey picture stays grey where nothing coloured
// is added to it.
func finish(r *raster, h *header, s Spec, t Target, cs *converters) (*raster, error) {
	source := h.profile
	if source == nil {
		source = cs.assumed(r.n, t)
	}
	over := overlay{spec: s, target: t, colours: cs}
	var out *raster
	var err error
	switch {
	case r.n == 1 && staysGray(r, s, t):
		out, err = toGray(r, source, t, cs)
	case r.n == 4 && source == nil:
		out = naive(r)
	case r.n == 4 && t.cmyk() && (source == t.Output || source.Sum == t.Output.Sum):
		out = r
	case r.n != 4 && t.cmyk() && (r.alpha != nil || len(s.Scrims) > 0):
		return over.throughLight(r, source)
	default:
		out, err = through(r, source, t, cs)
	}
	if err != nil {
		return nil, err
	}
	if err := over.lay(out); err != nil {
		return nil, err
	}
	if out.n == 4 && t.InkLimit > 0 {
		color.LimitInk(out.pix, t.InkLimit)
	}
	return out, nil
}

// assumed returns what a picture of n channels without a profile is in: for a press
// its inks are left as they are.
func (c *converters) assumed(n int, t Target) *color.Profile {
	switch {
	case n == 1:
		return color.SGray()
	case n == 3:
		return color.SRGB()
	case t.cmyk():
		return t.Output
	}
	return c.inks
}

func staysGray(r *raster, s Spec, t Target) bool {
	neutral := func(c color.RGB) bool { return c.R == c.G && c.G == c.B }
	if r.alpha != nil && !(neutral(t.Paper) && (t.PaperCMYK == color.CMYK{} || t.PaperCMYK.BlackOnly())) {
		return false
	}
	for _, scrim := range s.Scrims {
		if !neutral(scrim.RGB) || t.cmyk() && !scrim.CMYK.BlackOnly() {
			return false
		}
	}
	return true
}

// through converts by the two profiles.
func through(r *raster, source *color.Profile, t Target, cs *converters) (*raster, error) {
	to, ink := color.SRGB(), 0.0
	if t.cmyk() {
		to, ink = t.Output, t.InkLimit
	}
	if source.N == 3 && to.N == 3 && source == to {
		return r, nil
	}
	tr, err := cs.get(source, to, ink)
	if err != nil {
		return nil, err
	}
	out := &raster{w: r.w, h: r.h, n: to.N, pix: make([]byte, r.w*r.h*to.N), alpha: r.alpha}
	tr.Row(out.pix, r.pix)
	return out, nil
}

// toGray converts one channel to the tone curve of sRGB, or to black ink.
func toGray(r *raster, source *color.Profile, t Target, cs *converters) (*raster, error) {
	if t.cmyk() {
		ramp := t.Output.BlackRamp(source)
		for i, v := range r.pix {
			r.pix[i] = ramp[v]
		}
		return r, nil
	}
	tr, err := cs.get(source, color.SGray(), 0)
	if err != nil {
		return nil, err
	}
	tr.Row(r.pix, r.pix)
	return r, nil
}

// naive turns inks into light where no profile tells more.
func naive(r *raster) *raster {
	out := newRaster(r.w, r.h, 3)
	for i := range r.w * r.h {
		k := 255 - int(r.pix[4*i+3])
		for c := range 3 {
			out.pix[3*i+c] = byte((255 - int(r.pix[4*i+c])) * k / 255)
		}
	}
	return out
}

// inks returns a flat colour in n channels of the target.
func inks(rgb color.RGB, cmyk color.CMYK, n int, t Target, cs *converters) ([4]byte, error) {
	switch {
	case n == 1 && t.cmyk():
		if cmyk != (color.CMYK{}) {
			return [4]byte{percent(100 - cmyk.K)}, nil
		}
		return [4]byte{t.Output.BlackRamp(color.SGray())[rgb.G]}, nil
	case n == 1:
		return [4]byte{rgb.G}, nil
	case n == 3:
		return [4]byte{rgb.R, rgb.G, rgb.B}, nil
	case cmyk != (color.CMYK{}):
		return [4]byte{percent(cmyk.C), percent(cmyk.M), percent(cmyk.Y), percent(cmyk.K)}, nil
	case rgb == (color.RGB{R: 255, G: 255, B: 255}):
		return [4]byte{}, nil
	}
	tr, err := cs.get(color.SRGB(), t.Output, t.InkLimit)
	if err != nil {
		return [4]byte{}, err
	}
	var out [4]byte
	tr.Row(out[:], []byte{rgb.R, rgb.G, rgb.B})
	return out, nil
}

func percent(v float64) byte { return byte(math.Floor(min(max(v, 0), 100)*255/100 + 0.5)) }
