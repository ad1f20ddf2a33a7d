package color

import (
	"errors"
	"math"
	"sync"
)

// Transform converts colours from one profile to another. It is safe for
// concurrent use. [Transform.Row] converts bytes by tables that are made when
// first needed (some tens of milliseconds where a profile has tables of its
// own); [Transform.Eval] follows the profiles' numbers exactly.
type Transform struct {
	from, to *Profile
	intent   Intent
	ink      float64 // 0 none, else the largest sum of channels, 4 is 400 %
	scale    XYZ     // black point compensation
	offset   XYZ

	once  sync.Once
	bytes interface{ row(dst, src []byte) }
}

// NewTransform returns the transform between two profiles. It fails where a
// profile lacks the tables for its direction.
func NewTransform(from, to *Profile, intent Intent) (*Transform, error) {
	if !from.canRead() {
		return nil, errors.New("colour profile: it cannot be read from")
	}
	if !to.canWrite() {
		return nil, errors.New("colour profile: it cannot be converted to")
	}
	t := &Transform{from: from, to: to, intent: intent, scale: XYZ{1, 1, 1}}
	if intent&BlackPoint != 0 && intent&^BlackPoint != Absolute {
		t.compensate(from.sourceBlack(intent&^BlackPoint), to.targetBlack(intent&^BlackPoint))
	}
	return t, nil
}

// compensate maps one black to the other and leaves white, ISO 18619:2015, 5.
func (t *Transform) compensate(in, out XYZ) {
	if in == out {
		return
	}
	axis := func(in, out, white float64) (scale, offset float64) {
		d := in - white
		return (out - white) / d, -white * (out - in) / d
	}
	t.scale.X, t.offset.X = axis(in.X, out.X, d50.X)
	t.scale.Y, t.offset.Y = axis(in.Y, out.Y, d50.Y)
	t.scale.Z, t.offset.Z = axis(in.Z, out.Z, d50.Z)
}

// WithInkLimit returns a transform that keeps the sum of the inks within limit
// percent; 0 sets no limit. The limit holds for every colour that Row gives.
func (t *Transform) WithInkLimit(limit float64) *Transform {
	return &Transform{
		from: t.from, to: t.to, intent: t.intent, scale: t.scale, offset: t.offset, ink: limit / 100,
	}
}

// Eval converts one colour, channels 0 to 1. The slices are as long as the
// profiles have channels.
func (t *Transform) Eval(dst, src []float64) {
	var v vec
	copy(v[:], src[:t.from.N])
	t.eval(&v)
	copy(dst, v[:t.to.N])
}

func (t *Transform) eval(v *vec) {
	c := t.from.toXYZ(v, t.intent)
	c = XYZ{c.X*t.scale.X + t.offset.X, c.Y*t.scale.Y + t.offset.Y, c.Z*t.scale.Z + t.offset.Z}
	t.to.fromXYZ(c, t.intent, v)
	for i := range v {
		v[i] = clamp01(v[i])
	}
	if t.ink > 0 {
		limitVec(v, t.ink)
	}
}

// limitVec lowers the coloured inks, and black only where it exceeds the limit
// alone.
func limitVec(v *vec, limit float64) {
	over := v[0] + v[1] + v[2] + v[3] - limit
	if over <= 0 {
		return
	}
	cmy := v[0] + v[1] + v[2]
	k := max(0, 1-over/cmy)
	v[0], v[1], v[2] = v[0]*k, v[1]*k, v[2]*k
	v[3] = min(v[3], limit)
}

// Row converts a row of interleaved bytes: as many whole pixels as both slices
// hold. In CMYK 255 is full ink. The slices may be the same memory where the
// result has no more channels than the source.
func (t *Transform) Row(dst, src []byte) {
	t.once.Do(t.prepare)
	t.bytes.row(dst, src)
	if t.ink > 0 && t.to.Space == "CMYK" {
		LimitInk(dst[:len(src)/t.from.N*4], 100*t.ink)
	}
}

func (t *Transform) prepare() {
	switch {
	case t.from.N == 1:
		t.bytes = newRamp(t)
	case t.from.matrix != nil && t.from.a2b[0] == nil && t.to.matrix != nil && t.to.b2a[0] == nil:
		t.bytes = newShaper(t)
	default:
		t.bytes = newLink(t)
	}
}

// LimitInk lowers the coloured inks of a row of CMYK bytes, 255 full ink, where
// their sum with black is over limit percent. Black keeps the picture's depth.
func LimitInk(row []byte, limit float64) {
	most := int(limit * 255 / 100)
	for i := 0; i+4 <= len(row); i += 4 {
		p := row[i : i+4 : i+4]
		c, m, y, k := int(p[0]), int(p[1]), int(p[2]), int(p[3])
		if c+m+y+k <= most {
			continue
		}
		if k > most {
			p[3], k = uint8(most), most
		}
		cmy, room := max(c+m+y, 1), most-k
		p[0], p[1], p[2] = uint8(c*room/cmy), uint8(m*room/cmy), uint8(y*room/cmy)
	}
}

// MaxInk returns the largest sum of inks in a row of CMYK bytes, in percent.
func MaxInk(row []byte) float64 {
	most := 0
	for i := 0; i+4 <= len(row); i += 4 {
		p := row[i : i+4 : i+4]
		most = max(most, int(p[0])+int(p[1])+int(p[2])+int(p[3]))
	}
	return float64(most) * 100 / 255
}

// ramp converts one channel.
type ramp struct {
	out   int
	table []byte // 256 colours
}

func newRamp(t *Transform) *ramp {
	r := &ramp{t.to.N, make([]byte, 256*t.to.N)}
	for i := range 256 {
		v := vec{float64(i) / 255}
		t.eval(&v)
		for j := range r.out {
			r.table[i*r.out+j] = byteOf(v[j])
		}
	}
	return r
}

func (r *ramp) row(dst, src []byte) {
	for i, s := range src {
		copy(dst[i*r.out:(i+1)*r.out], r.table[int(s)*r.out:])
	}
}

// shaper converts between two matrix profiles: tables to linear light, one
// matrix, tables back.
type shaper struct {
	in  [3][256]int64 // 16 bits
	m   [9]int64      // 14 fractional bits
	out [3][]byte     // by 16 bits
}

func newShaper(t *Transform) *shaper {
	s := &shaper{}
	back, _ := invert(*t.to.matrix)
	a, sc := *t.from.matrix, [3]float64{t.scale.X, t.scale.Y, t.scale.Z}
	for i := range 3 {
		for j := range 3 {
			sum := 0.0
			for k := range 3 {
				sum += back[3*i+k] * sc[k] * a[3*k+j]
			}
			s.m[3*i+j] = int64(math.Round(sum * 16384))
		}
		for v := range 256 {
			s.in[i][v] = int64(clamp01(t.from.trc[i].at(float64(v)/255))*65535 + 0.5)
		}
		s.out[i] = inverseBytes(&t.to.trc[i])
	}
	return s
}

// inverseBytes tabulates the inverse of a tone curve over 16 bits: the byte whose
// value is nearest, by the curve's value half-way between two bytes.
func inverseBytes(c *curve) []byte {
	table := make([]byte, 65536)
	if c.at(0) > c.at(1) {
		for v := range table {
			table[v] = byteOf(c.inverse(float64(v) / 65535))
		}
		return table
	}
	v := 0
	for b := range 256 {
		end := 65536
		if b < 255 {
			end = int(math.Ceil(c.at((float64(b)+0.5)/255) * 65535))
		}
		for ; v < min(end, 65536); v++ {
			table[v] = byte(b)
		}
	}
	return table
}

func (s *shaper) row(dst, src []byte) {
	for i := 0; i+3 <= len(src) && i+3 <= len(dst); i += 3 {
		r, g, b := s.in[0][src[i]], s.in[1][src[i+1]], s.in[2][src[i+2]]
		for j := range 3 {
			v := (s.m[3*j]*r + s.m[3*j+1]*g + s.m[3*j+2]*b + 8192) >> 14
			dst[i+j] = s.out[j][min(max(v, 0), 65535)]
		}
	}
}
