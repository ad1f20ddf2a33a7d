package photo

import (
	"image"
	"image/color"
)

// pen draws lines on a contact sheet: each with a light edge, so that it shows on
// dark and on light pictures. Everything is in whole pixels.
type pen struct{ m *image.NRGBA }

func (p *pen) dot(x, y int, ink color.NRGBA) {
	if (image.Point{x, y}).In(p.m.Rect) {
		p.m.SetNRGBA(x, y, ink)
	}
}

func (p *pen) fill(r image.Rectangle, ink color.NRGBA) {
	r = r.Intersect(p.m.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			p.m.SetNRGBA(x, y, ink)
		}
	}
}

// fade takes what lies in an area but outside of a hole most of the way to white.
func (p *pen) fade(area, hole image.Rectangle) {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if (image.Point{x, y}).In(hole) {
				continue
			}
			px := p.m.Pix[p.m.PixOffset(x, y):][:3]
			for i, v := range px {
				px[i] = byte((2*int(v) + 5*255) / 7)
			}
		}
	}
}

// edges lists the four sides of a rectangle as bars of a thickness that lie within
// it.
func edges(r image.Rectangle, thick int) [4]image.Rectangle {
	return [4]image.Rectangle{
		{r.Min, image.Pt(r.Max.X, r.Min.Y+thick)},
		{image.Pt(r.Min.X, r.Max.Y-thick), r.Max},
		{r.Min, image.Pt(r.Min.X+thick, r.Max.Y)},
		{image.Pt(r.Max.X-thick, r.Min.Y), r.Max},
	}
}

// frame draws a rectangle, two pixels wide, and a light line inside.
func (p *pen) frame(r image.Rectangle, ink color.NRGBA) {
	for _, bar := range edges(r.Inset(2), 1) {
		p.fill(bar, blank)
	}
	for _, bar := range edges(r, 2) {
		p.fill(bar, ink)
	}
}

// dashes draws a rectangle in dashes of dark and light.
func (p *pen) dashes(r image.Rectangle, ink color.NRGBA) {
	const dash = 5
	for _, bar := range edges(r, 1) {
		for y := bar.Min.Y; y < bar.Max.Y; y++ {
			for x := bar.Min.X; x < bar.Max.X; x++ {
				if (x+y)/dash%2 == 0 {
					p.dot(x, y, ink)
				} else {
					p.dot(x, y, blank)
				}
			}
		}
	}
}

// target draws a ring and a cross around a point.
func (p *pen) target(at image.Point, ink color.NRGBA) {
	const radius, reach = 8, 13
	ring := func(inner, outer int, ink color.NRGBA) {
		for y := -outer; y <= outer; y++ {
			for x := -outer; x <= outer; x++ {
				if d := x*x + y*y; d >= inner*inner && d <= outer*outer {
					p.dot(at.X+x, at.Y+y, ink)
				}
			}
		}
	}
	cross := func(wide int, ink color.NRGBA) {
		p.fill(image.Rect(at.X-reach-wide, at.Y-wide, at.X+reach+1+wide, at.Y+wide+1), ink)
		p.fill(image.Rect(at.X-wide, at.Y-reach-wide, at.X+wide+1, at.Y+reach+1+wide), ink)
	}
	ring(radius-2, radius+1, blank)
	cross(1, blank)
	ring(radius-1, radius, ink)
	cross(0, ink)
}
