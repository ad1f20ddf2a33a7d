package preflight

import "strings"

// side is one edge of the trim, as seen from a mark.
type side struct {
	name string
	out  float64 // how far the mark reaches out of the trim; negative within it
	room float64 // how far the bleed box does
}

func sides(p *sheet, b Box) [4]side {
	t, o := p.trim, p.bleed
	return [4]side{
		{"top", b.Y1 - t.Y1, o.Y1 - t.Y1},
		{"right", b.X1 - t.X1, o.X1 - t.X1},
		{"bottom", t.Y0 - b.Y0, t.Y0 - o.Y0},
		{"left", t.X0 - b.X0, t.X0 - o.X0},
	}
}

// touching is how near to the trim something counts as meant to bleed.
const touching = 1.0

// checkEdges holds a mark against the edges of the trim:
//
//	media ┌──────────────────────┐
//	bleed │ ┌──────────────────┐ │   a fill or picture that touches the trim
//	trim  │ │ ┌──────────────┐ │ │   must reach the bleed's edge;
//	safe  │ │ │ ┌──────────┐ │ │ │   whatever ends between trim and safe
//	      │ │ │ │          │ │ │ │   stands too near to the knife
func (c *checker) checkEdges(p *sheet, m *mark) {
	if m.kind != textMark && m.kind != pictureMark && m.ink.white() {
		return
	}
	var short, near []string
	for _, s := range sides(p, m.box) {
		need := min(s.room, c.opt.Bleed)
		switch {
		case m.kind == textMark:
			if s.out > -c.opt.Safe+hair {
				near = append(near, s.name)
			}
		case s.out > -touching && s.out < need-hair:
			short = append(short, s.name)
		case s.out <= -touching && s.out > -c.opt.Safe+hair:
			near = append(near, s.name)
		}
	}
	if short != nil {
		c.find("bleed-filled", p.number, "%s touches the trim and does not fill the bleed: %s", m.what(), strings.Join(short, ", "))
	}
	if near != nil {
		c.find("safe-zone", p.number, "%s stands within %s of the trim: %s", m.what(), millimetres(c.opt.Safe), strings.Join(near, ", "))
	}
}
