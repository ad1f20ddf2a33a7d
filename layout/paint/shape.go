package paint

import (
	"fmt"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// rule is the thickness up to which a fill counts as a rule, which overprints
// when it is black as text does. A larger black area knocks out, lest what lies
// below shows through it.
const rule = 2 * geom.Point

func (p *painter) fill(it *display.Fill) error {
	if err := p.ink(it.Ink, it.Rect, min(it.Rect.W, it.Rect.H) <= rule); err != nil {
		return err
	}
	p.lay(it.Rect, &it.Ink)
	p.numbers(p.rect(it.Rect))
	p.op("re f")
	return nil
}

func (p *painter) path(it *display.Path, box geom.Rect) error {
	if err := p.ink(it.Ink, box, true); err != nil {
		return err
	}
	p.lay(box, &it.Ink)
	for _, contour := range it.Contours {
		for i, pt := range contour {
			p.numbers(p.x(pt.X), p.y(pt.Y))
			if i == 0 {
				p.op("m")
			} else {
				p.op("l")
			}
		}
		if len(contour) > 0 {
			p.op("h")
		}
	}
	p.op("f")
	return nil
}

// outline returns what the contours cover.
func outline(contours [][]geom.XY) geom.Rect {
	var box geom.Rect
	first := true
	for _, contour := range contours {
		for _, pt := range contour {
			if first {
				box, first = geom.Rect{X: pt.X, Y: pt.Y}, false
			}
			x, y := min(box.X, pt.X), min(box.Y, pt.Y)
			box = geom.Rect{X: x, Y: y, W: max(box.Right(), pt.X) - x, H: max(box.Bottom(), pt.Y) - y}
		}
	}
	return box
}

// image calls the picture of a photo. Its pixels travel to the finishing pass in
// the ledger.
func (p *painter) image(it *display.Image) error {
	if it.Photo < 0 || it.Photo >= len(p.opt.Pictures) {
		return fmt.Errorf("no picture for photo %d", it.Photo)
	}
	p.at.Photos = use(p.at.Photos, it.Photo)
	p.lay(it.Rect, nil)
	if p.opt.Profile == display.Print {
		p.op("q /" + display.KnockOut + " gs")
		p.at.Overprint = true
	} else {
		p.op("q")
	}
	x, y, w, h := p.rect(it.Rect)
	p.numbers(w, 0, 0, h, x, y)
	p.op("cm /" + display.PhotoName(it.Photo) + " Do Q")
	return nil
}
