package paint

import (
	"fmt"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// Marks are the printer's marks around the bleed of the print file. They are
// drawn in the separation All, on every plate. The zero value draws none and
// leaves no room for any.
type Marks struct {
	Crop         bool        // where the trim is cut
	Registration bool        // targets at the middle of the sides
	Offset       geom.Length // from the bleed; zero means 3 pt
	Length       geom.Length // of a crop mark; zero means 12 pt
}

// hair is the width of a mark's line.
const hair = geom.Point / 4

func (m Marks) measures() (offset, length geom.Length) {
	offset, length = m.Offset, m.Length
	if offset <= 0 {
		offset = 3 * geom.Point
	}
	if length <= 0 {
		length = 12 * geom.Point
	}
	return offset, length
}

// Room returns how far the media box reaches beyond the bleed: the margin that
// marks and slug stand in.
func (m Marks) Room() geom.Length {
	if !m.Crop && !m.Registration {
		return 0
	}
	offset, length := m.measures()
	return offset + length
}

// marks draws what Options.Marks asks for.
//
//	      │                 ⌖                 │        marks
//	  ┌ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ┐    bleed
//	──  ┌─────────────────────────────────────┐  ──    trim
func (p *painter) marks() {
	m := p.opt.Marks
	if m.Room() == 0 {
		return
	}
	p.at.Registered, p.at.Overprint = true, true
	p.op("q /" + display.KnockOut + " gs /" + display.Registration + " CS 1 SCN")
	p.numbers(milli(hair))
	p.op("w 0 J [] 0 d")
	trim, bleed := p.at.Trim, p.at.Bleed
	trim.X, trim.Y, bleed.X, bleed.Y = 0, 0, bleed.X-trim.X, bleed.Y-trim.Y
	offset, length := m.measures()
	if m.Crop {
		for _, x := range []geom.Length{trim.X, trim.Right()} {
			p.line(x, bleed.Y-offset, x, bleed.Y-offset-length)
			p.line(x, bleed.Bottom()+offset, x, bleed.Bottom()+offset+length)
		}
		for _, y := range []geom.Length{trim.Y, trim.Bottom()} {
			p.line(bleed.X-offset, y, bleed.X-offset-length, y)
			p.line(bleed.Right()+offset, y, bleed.Right()+offset+length, y)
		}
	}
	if m.Registration {
		half := length / 2
		for _, x := range []geom.Length{bleed.X - offset - half, bleed.Right() + offset + half} {
			p.target(x, trim.Y+trim.H/2, half)
		}
		for _, y := range []geom.Length{bleed.Y - offset - half, bleed.Bottom() + offset + half} {
			p.target(trim.X+trim.W/2, y, half)
		}
	}
	p.op("Q")
}

// slug paints the page's slug line, if there is room for one.
func (p *painter) slug(page *display.Page) error {
	if len(page.Slug) == 0 || p.opt.Marks.Room() == 0 {
		return nil
	}
	p.at.Registered, p.at.Overprint = true, true
	p.op("q /" + display.KnockOut + " gs /" + display.Registration + " cs 1 scn")
	for _, it := range page.Slug {
		if len(it.Glyphs) == 0 {
			continue
		}
		if _, err := p.extent(it); err != nil {
			return fmt.Errorf("slug: %w", err)
		}
		p.glyphs(it)
	}
	p.op("Q")
	return nil
}

func (p *painter) line(x0, y0, x1, y1 geom.Length) {
	p.numbers(p.x(x0), p.y(y0))
	p.op("m")
	p.numbers(p.x(x1), p.y(y1))
	p.op("l S")
}

// target draws a cross in a circle, reaching r from its centre.
func (p *painter) target(x, y, r geom.Length) {
	p.line(x-r, y, x+r, y)
	p.line(x, y-r, x, y+r)
	c := r * 2 / 3
	k := c.MulDiv(5523, 10000) // the usual four Bézier arcs of a circle
	p.numbers(p.x(x+c), p.y(y))
	p.op("m")
	for _, a := range [][6]geom.Length{
		{c, k, k, c, 0, c}, {-k, c, -c, k, -c, 0}, {-c, -k, -k, -c, 0, -c}, {k, -c, c, -k, c, 0},
	} {
		p.numbers(p.x(x+a[0]), p.y(y+a[1]), p.x(x+a[2]), p.y(y+a[3]), p.x(x+a[4]), p.y(y+a[5]))
		p.op("c")
	}
	p.op("S")
}
