package paint

import (
	"strconv"

	"masthead/layout/geom"
)

// milli returns l in thousandths of a point, rounded half away from zero: the
// resolution of the page content, finer than any plate setter's.
func milli(l geom.Length) int64 { return int64(l.MulDiv(1000, int64(geom.Point))) }

// appendDecimal writes v / 10^places without trailing zeros, and without the
// zero before the point.
func appendDecimal(b []byte, v int64, places int) []byte {
	if v < 0 {
		b, v = append(b, '-'), -v
	}
	pow := int64(1)
	for range places {
		pow *= 10
	}
	whole, part := v/pow, v%pow
	if whole != 0 || part == 0 {
		b = strconv.AppendInt(b, whole, 10)
	}
	if part == 0 {
		return b
	}
	b = append(b, '.')
	for pow /= 10; part != 0; pow /= 10 {
		b = append(b, byte('0'+part/pow))
		part %= pow
	}
	return b
}

// numbers writes thousandths, each with a space behind it.
func (p *painter) numbers(milli ...int64) {
	for _, v := range milli {
		p.out = append(appendDecimal(p.out, v, 3), ' ')
	}
}

// op writes an operator and ends the line.
func (p *painter) op(name string) { p.out = append(append(p.out, name...), '\n') }

// x converts a place on the page.
func (p *painter) x(x geom.Length) int64 { return milli(p.at.Trim.X + x) }

// y converts a place on the page: up from the media box's lower edge.
func (p *painter) y(y geom.Length) int64 { return milli(p.at.Media.H - p.at.Trim.Y - y) }

// rect converts a rectangle to x y w h. Its edges are rounded, not its size, so
// that neighbours meet.
func (p *painter) rect(r geom.Rect) (x, y, w, h int64) {
	x, y = p.x(r.X), p.y(r.Bottom())
	return x, y, p.x(r.Right()) - x, p.y(r.Y) - y
}
