package photo

import (
	"math"
	"math/bits"

	"masthead/layout/geom"
)

// Focus says what a crop must respect, in fractions of the upright picture from
// its top left corner.
type Focus struct {
	Point    [2]float64 // x, y
	HasPoint bool
	Keep     [4]float64 // x0, y0, x1, y1
	HasKeep  bool
	Subject  *Subject // for what the others leave open; may be nil
}

// micro is the grid of crops: a millionth of the picture's side. All of Fit is
// done in it, in integers, so that every machine finds the same crop.
const micro = 1_000_000

// Fit returns the largest crop of the frame's shape, as fractions x0, y0, x1, y1
// of the upright picture, rounded to 1e-6. It contains what is to be kept; ok is
// false where no crop of that shape can, and the crop then centres on it. It has
// the focus in its middle, or, where the subject is known, somewhere near its
// middle so that it shows most: see [Subject]. Where nothing is declared it goes by
// the subject alone.
func Fit(info Info, w, h geom.Length, f Focus) (crop [4]float64, ok bool) {
	cw, ch := int64(micro), int64(micro)
	pw, ph := int64(info.Width)*int64(h), int64(info.Height)*int64(w)
	switch {
	case pw <= 0 || ph <= 0:
		return [4]float64{0, 0, 1, 1}, false
	case pw > ph:
		cw = max(1, share(ph, pw))
	case ph > pw:
		ch = max(1, share(pw, ph))
	}
	x0, okX := place(cw, f, 0)
	y0, okY := place(ch, f, 1)
	return [4]float64{
		float64(x0) / micro, float64(y0) / micro, float64(x0+cw) / micro, float64(y0+ch) / micro,
	}, okX && okY
}

// share returns a/b in millionths, rounded; a is at most b.
func share(a, b int64) int64 {
	hi, lo := bits.Mul64(uint64(a), micro)
	lo, carry := bits.Add64(lo, uint64(b)/2, 0)
	q, _ := bits.Div64(hi+carry, lo, uint64(b))
	return int64(q)
}

// off is how near a focus may come to the crop's edge, in parts of the crop, where
// that shows more of the subject.
const off = 5

// place returns where a span of the given size begins along one axis.
func place(size int64, f Focus, axis int) (at int64, ok bool) {
	k0, k1 := toMicro(f.Keep[axis]), toMicro(f.Keep[axis+2])
	p := toMicro(f.Point[axis])
	lo, hi := int64(0), int64(micro)-size
	center := int64(micro / 2)
	switch {
	case f.HasPoint:
		center = p
	case f.HasKeep:
		center = (k0 + k1) / 2
	case f.Subject != nil:
		center = toMicro(f.Subject.Point[axis])
	}
	clamp := func(v int64) int64 { return min(max(v, lo), hi) }
	if f.HasKeep {
		// A rounding of the shape must not lose what fits to the pixel.
		if k1-k0 > size+1 {
			return clamp((k0+k1)/2 - size/2), false
		}
		lo, hi = clamp(k1-size), clamp(k0)
	}
	if f.HasPoint && f.Subject != nil {
		lo, hi = clamp(p-size+size/off), clamp(p-size/off)
	}
	at = clamp(center - size/2)
	if f.Subject != nil {
		at = f.Subject.best(span{lo, hi}, at, size, axis)
	}
	return at, true
}

func toMicro(v float64) int64 {
	if !(v > 0) {
		return 0
	}
	return int64(math.Floor(float64(min(v, 1)*micro) + 0.5)) // never fused: as on every processor
}

// PPI returns the effective resolution of a crop placed at a size: source pixels
// to the inch, the smaller of both axes, rounded down.
func PPI(info Info, crop [4]float64, w, h geom.Length) int {
	axis := func(pixels int, from, to float64, size geom.Length) int {
		if size <= 0 {
			return 0
		}
		n := int64(pixels) * (toMicro(to) - toMicro(from)) // at most 2^17 * 10^6
		hi, lo := bits.Mul64(uint64(max(n, 0)), 72*uint64(geom.Point))
		if hi != 0 {
			return math.MaxInt32
		}
		return int(lo / uint64(size) / micro)
	}
	return min(axis(info.Width, crop[0], crop[2], w), axis(info.Height, crop[1], crop[3], h))
}
