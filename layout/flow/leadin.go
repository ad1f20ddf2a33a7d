package flow

import (
	"masthead/layout/brand"
	"masthead/layout/geom"
	"masthead/layout/para"
)

// withLeadIn measures a text that shares a line with other words: before it on
// its first line, or flush right on its last. Where only one of the two is there,
// it stands alone.
func (m *measurer) withLeadIn(n *brand.Node, f frame, p *piece, styles []string) *box {
	in := n.LeadIn
	other := m.pieceNamed(in.Text, f)
	switch {
	case other == nil && p == nil:
		return nil
	case other == nil:
		return m.alternatives(f, p, styles)
	case p == nil:
		return m.alternatives(f, other, []string{in.Style})
	}
	side := m.lines(m.block(other, in.Style), f.w)
	room := side.lines[0].Width + in.Gap
	if len(side.lines) > 1 || room > f.w*2/3 {
		return m.stack([]*box{m.alternatives(f, other, []string{in.Style}), m.alternatives(f, p, styles)})
	}
	out := &box{prices: newTable(m.limit), solid: true}
	chosen := map[int]setting{}
	for i, name := range styles {
		b := m.block(p, name)
		w := para.Widths{Rest: f.w, First: []geom.Length{f.w - room}, Offsets: []geom.Length{room}}
		if in.Side == "right" {
			w = para.Widths{Rest: f.w - room}
		}
		s := setting{b, b.par.Measure(w, 0, nil), b.style.Leading, f.w}
		h := m.halves(s.height())
		if out.prices.offer(h, quadratic(m.costs.Style, i, 1)) {
			chosen[h] = s
		}
	}
	out.set = func(pg *page, y geom.Length, h int) {
		if pg.dry {
			return
		}
		s := chosen[h]
		top := y + m.rows(h) - s.height()
		if in.Side == "right" {
			pg.setting(s, f, top)
			pg.firstLine(side, f.x, top+s.height(), "right", f)
			return
		}
		g := f
		g.w = room
		pg.setting(side, g, top+s.leading-side.leading)
		pg.setting(s, f, top)
	}
	return out
}
