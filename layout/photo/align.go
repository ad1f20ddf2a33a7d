package photo

// A crop seldom begins at a pixel's edge, least of all at one of a picture that
// was decoded at three eighths; imaging takes whole pixels to whole pixels. So
// somewhat more than the crop is resized, as much as makes the crop's edges fall
// between two pixels of the result, which then are cut off.
//
//	decoded    |   |   |   |   |   |   |   |
//	crop         [=======================]
//	resized    |  |  |  |  |  |  |  |  |  |
//	cut           [=======================]

// aligned is one axis of that: box by box pixels of the decoded picture, boxes of
// them, from its pixel from, made n pixels, of which the crop's begin at cut.
type aligned struct{ from, boxes, n, cut int }

const (
	parts  = 256 // of a pixel, that an edge may be off
	enough = parts / 16
	margin = 6 // pixels or boxes more than the crop
)

// align finds the axis for a crop, given in millionths of a stored picture of
// stored pixels, decoded at side eighths and averaged box by box, to become t pixels.
func align(crop span, stored, side, box, t int) aligned {
	const unit = 8 * micro // of a decoded pixel
	lo, hi := crop.lo*int64(stored*side), crop.hi*int64(stored*side)
	best, least := aligned{}, int64(-1)
	for lead := range min(margin, int(lo/unit)+1) {
		from := int(lo/unit) - lead
		at, end := lo-int64(from)*unit, hi-int64(from)*unit
		step := int64(box) * unit
		for more := range margin {
			boxes := max(1, int((end+step-1)/step)) + more
			n := max(t, int((int64(boxes)*step*int64(t)+(end-at)/2)/(end-at)))
			place := func(v int64) int64 { return v * int64(n) / (int64(boxes) * step / parts) }
			cut := min(int((place(at)+parts/2)/parts), n-t)
			off := max(abs64(place(at)-int64(cut)*parts), abs64(place(end)-int64(cut+t)*parts))
			if least < 0 || off < least {
				best, least = aligned{from, boxes, n, cut}, off
			}
			if least <= enough {
				return best
			}
		}
	}
	return best
}

// storedSpans returns where a crop of the upright picture lies in the stored one,
// across and down.
func storedSpans(crop [4]float64, orientation int) (x, y span) {
	x, y = span{toMicro(crop[0]), toMicro(crop[2])}, span{toMicro(crop[1]), toMicro(crop[3])}
	x.hi, y.hi = max(x.hi, x.lo+1), max(y.hi, y.lo+1)
	mirrored := func(s span) span { return span{micro - s.hi, micro - s.lo} }
	switch orientation {
	case 2:
		return mirrored(x), y
	case 3:
		return mirrored(x), mirrored(y)
	case 4:
		return x, mirrored(y)
	case 5:
		return y, x
	case 6:
		return y, mirrored(x)
	case 7:
		return mirrored(y), mirrored(x)
	case 8:
		return mirrored(y), x
	}
	return x, y
}
