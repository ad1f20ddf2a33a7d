package flow

import (
	"masthead/layout/brand"
	"masthead/layout/display"
	"masthead/layout/geom"
)

// divided paints a rule in every gutter between the boxes of a split, from the
// capitals of the first line of text beside it to the last row.
func (m *measurer) divided(b *box, n *brand.Node, f frame) *box {
	r := n.Divider
	if b == nil || r == nil {
		return b
	}
	var at []geom.Length
	for i := range n.Split {
		side := m.span(f, n.Split[i].Columns)
		if x := side.x + side.w; x < f.x+f.w && m.node(&n.Split[i], f) != nil {
			at = append(at, x+(m.brand.Grid.Gutter-r.Weight)/2)
		}
	}
	set := b.set
	out := *b
	out.set = func(pg *page, y geom.Length, h int) {
		set(pg, y, h)
		if pg.dry {
			return
		}
		top := m.capOffset(&brand.Node{}, sides{})
		for _, x := range at {
			rect := geom.Rect{X: x, Y: y + top, W: r.Weight, H: m.rows(h) - top}
			pg.items = append(pg.items, &display.Fill{Rect: rect, Ink: pg.brand.Ink(orElse(r.Colour, "section"), pg.section)})
			pg.box(rect, "", "rule")
		}
	}
	return &out
}
