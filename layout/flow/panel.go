package flow

import (
	"masthead/layout/brand"
	"masthead/layout/geom"
)

// panel draws a look of the brand around a box. The fill begins at the cap
// height of the text beside it and ends on the row.
func (m *measurer) panel(n *brand.Node, f frame, look *brand.Box, inner *box) *box {
	if inner == nil {
		return nil
	}
	if inner.text > 0 {
		inner = m.footed(inner, 0)
	}
	bleeds := m.sides(n.Bleed)
	pad := look.Insets()
	top := m.capOffset(n, bleeds)
	out := &box{prices: newTable(m.limit), solid: true}
	own := make([]int, m.limit+1)
	for h, p := range inner.prices {
		if p >= never {
			continue
		}
		outer := m.halves(top + pad.Top + m.rows(h) + pad.Bottom)
		if inner.grid {
			outer = h + m.evenHalves(top+pad.Top) + m.halves(pad.Bottom)
		}
		if out.prices.offer(outer, p) {
			own[outer] = h
		}
		if inner.firm != nil {
			if out.firm == nil {
				out.firm = newTable(m.limit)
			}
			out.firm.offer(outer, inner.firm.at(h))
		}
	}
	out.grid = inner.grid
	story := ""
	if p := m.part(f); p != nil && !ofIssue(n) {
		story = p.story.id
	}
	out.set = func(pg *page, y geom.Length, h int) {
		r := m.stretch(geom.Rect{X: f.x, Y: y + top, W: f.w, H: m.rows(h) - top}, bleeds)
		if look.Fill != "" {
			pg.fill(r, look.Fill, story, "panel")
		}
		if look.Top != nil {
			pg.ruleAt(look.Top, f.x, y+top+look.Top.Offset, f.w, story)
		}
		at := y + top + pad.Top
		if inner.grid {
			at = y + m.rows(m.evenHalves(top+pad.Top))
		} else if spare := m.rows(h) - top - pad.Top - pad.Bottom - m.rows(own[h]); spare > 0 {
			at += spare / 2
		}
		inner.set(pg, at, own[h])
	}
	return out
}

// ofIssue reports whether a box shows the contacts or the index and so belongs to
// no story.
func ofIssue(n *brand.Node) bool {
	found := false
	each([]brand.Node{*n}, func(n *brand.Node) {
		found = found || n.Contacts != nil || n.Follow != nil || n.Index != nil
	})
	return found
}

// evenHalves rounds up to whole rows.
func (m *measurer) evenHalves(l geom.Length) int {
	h := m.halves(l)
	return h + h&1
}

// ruleBox is a rule in a stack: it takes no height of its own.
func (m *measurer) ruleBox(n *brand.Node, f frame) *box {
	b := m.fixed(0, 0, func(pg *page, y geom.Length, _ int) {
		pg.ruleAt(n.Rule, f.x, y+n.Rule.Offset, f.w, "")
	})
	b.airy = true
	return b
}

// treeFits reports whether a placed box has room between its edges.
func (m *measurer) treeFits(p *brand.Placed, area geom.Rect, f frame) bool {
	x0, x1 := m.across(p, area)
	f.x, f.w, f.from, f.to = x0, x1-x0, 0, 0
	b := m.node(p.Tree, f)
	return b == nil || m.tallest(p, b, area) >= 0
}

// layers is a box of given height with items at fixed places in it.
func (m *measurer) layers(n *brand.Node, f frame) *box {
	r := n.Rows
	if !r.Set {
		r = brand.Rows{Min: 1, Ideal: 1, Max: 1, Set: true}
	}
	b := m.picture(r, m.costs.Figure, func(h int) (price, bool) {
		var sum price
		for i := range n.Layers {
			pl := &n.Layers[i]
			if pl.Tree != nil && pl.Y != "" && pl.Bottom != "" && !m.treeFits(pl, geom.Rect{X: f.x, W: f.w, H: m.rows(h)}, f) {
				return 0, false
			}
			if pl.Photo == "cover" && m.in.Issue.Cover != nil {
				rect := m.placedRect(pl, geom.Rect{X: f.x, W: f.w, H: m.rows(h)})
				p, ok := m.framePrice(m.in.Issue.Cover, rect)
				if !ok {
					return 0, false
				}
				sum += p
			}
		}
		return sum, true
	})
	b.set = func(pg *page, y geom.Length, h int) {
		area := geom.Rect{X: f.x, Y: y, W: f.w, H: m.rows(h)}
		for i := range n.Layers {
			pg.placed(&n.Layers[i], area, f)
		}
		if n.Rows.Set && !n.Rows.Free {
			pg.flexed(nil, "masthead height", "pt", m.rows(int(r.Ideal*2)).Points(), m.rows(h).Points())
		}
	}
	return b
}
