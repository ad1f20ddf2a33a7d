package color

import "math"

// Intent says how a transform treats what the other device cannot show.
type Intent int

// The rendering intents of ICC.1:2010, 6.2. BlackPoint is added to one of them,
// as in Relative|BlackPoint: it scales the tones so that the darkest of one
// device becomes the darkest of the other.
const (
	Perceptual Intent = iota
	Relative
	Saturation
	Absolute
	BlackPoint Intent = 1 << 4
)

// Photo is the intent for photographs: relative colorimetric with black point
// compensation, the setting of the trade. It leaves what the press can print as
// it is, keeps paper white, and does not let the shadows close up.
const Photo = Relative | BlackPoint

func (i Intent) table() int {
	if b := i &^ BlackPoint; b != Absolute {
		return int(b)
	}
	return int(Relative)
}

func pick(l [3]*lut, i Intent) *lut {
	if t := l[i.table()]; t != nil {
		return t
	}
	return l[0]
}

// canRead reports whether device colours convert to the connection space.
func (p *Profile) canRead() bool { return p.a2b[0] != nil || p.trc != nil }

// canWrite reports whether the profile converts to its device.
func (p *Profile) canWrite() bool { return p.b2a[0] != nil || p.a2b[0] == nil && p.trc != nil }

// toXYZ converts device values of 0 to 1, changing v.
func (p *Profile) toXYZ(v *vec, i Intent) XYZ {
	var c XYZ
	if l := pick(p.a2b, i); l != nil {
		l.eval(v)
		c = l.encoding.decode(v)
	} else if p.N == 1 {
		g := p.trc[0].at(v[0])
		if p.PCS == "Lab" {
			c = Lab{L: 100 * g}.XYZ()
		} else {
			c = XYZ{d50.X * g, g, d50.Z * g}
		}
	} else {
		r, g, b := p.trc[0].at(v[0]), p.trc[1].at(v[1]), p.trc[2].at(v[2])
		m := p.matrix
		c = XYZ{m[0]*r + m[1]*g + m[2]*b, m[3]*r + m[4]*g + m[5]*b, m[6]*r + m[7]*g + m[8]*b}
	}
	if i&^BlackPoint == Absolute {
		c = XYZ{c.X * p.white.X / d50.X, c.Y * p.white.Y / d50.Y, c.Z * p.white.Z / d50.Z}
	}
	return c
}

// fromXYZ converts to device values of 0 to 1, cutting off what is out of reach
// where the profile has no table for that.
func (p *Profile) fromXYZ(c XYZ, i Intent, v *vec) {
	if i&^BlackPoint == Absolute {
		c = XYZ{c.X * d50.X / p.white.X, c.Y * d50.Y / p.white.Y, c.Z * d50.Z / p.white.Z}
	}
	if l := pick(p.b2a, i); l != nil {
		l.encoding.encode(c, v)
		l.eval(v)
		return
	}
	if p.N == 1 {
		g := c.Y
		if p.PCS == "Lab" {
			g = c.Lab().L / 100
		}
		*v = vec{p.trc[0].inverse(clamp01(g))}
		return
	}
	m, _ := invert(*p.matrix)
	*v = vec{}
	for j := range 3 {
		v[j] = p.trc[j].inverse(clamp01(m[3*j]*c.X + m[3*j+1]*c.Y + m[3*j+2]*c.Z))
	}
}

// LabOf returns a device colour, channels 0 to 1, under D50, relative to the
// paper or the screen's white.
func (p *Profile) LabOf(channels ...float64) Lab {
	var v vec
	copy(v[:], channels)
	return p.toXYZ(&v, Relative).Lab()
}

// LabOfCMYK returns a press colour of a CMYK profile in L*a*b*, relative to paper.
func (p *Profile) LabOfCMYK(c CMYK) Lab {
	return p.LabOf(c.C/100, c.M/100, c.Y/100, c.K/100)
}

// ToRGB shows a press colour of a CMYK profile on an sRGB screen, relative to
// paper white and without black point compensation: what the eye sees of the
// print, for proofs and certificates.
func (p *Profile) ToRGB(c CMYK) RGB {
	var v vec
	SRGB().fromXYZ(p.LabOfCMYK(c).XYZ(), Relative, &v)
	return RGB{byteOf(v[0]), byteOf(v[1]), byteOf(v[2])}
}

// FromRGB separates an sRGB colour for the press of a CMYK profile, in percent
// and by the given intent.
func (p *Profile) FromRGB(c RGB, intent Intent) (CMYK, error) {
	t, err := NewTransform(SRGB(), p, intent)
	if err != nil {
		return CMYK{}, err
	}
	in := [3]float64{float64(c.R) / 255, float64(c.G) / 255, float64(c.B) / 255}
	var out [4]float64
	t.Eval(out[:p.N], in[:])
	return CMYK{100 * out[0], 100 * out[1], 100 * out[2], 100 * out[3]}, nil
}

func byteOf(x float64) uint8 { return uint8(math.Floor(clamp01(x)*255 + 0.5)) }
