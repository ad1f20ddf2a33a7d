package flow

import (
	"cmp"
	"slices"
	"strings"

	"masthead/layout/brand"
)

// wanted are heights, in half rows, that a box may have: all that the boxes around it
// leave it at a fair price. A box that holds no poured stories is not asked.
type wanted []wantedHeight

type wantedHeight struct {
	halves int
	price  price // of what stands around it
}

const (
	mostWanted = 6 // heights
	apart      = 4 // half rows between two of them, at the least
)

// beside are the heights that are left by boxes of some prices: the cheapest, some way
// apart.
func (w wanted) beside(t table) wanted {
	var all wanted
	for _, h := range w {
		for x, p := range t {
			if p < never && x <= h.halves {
				all = append(all, wantedHeight{(h.halves - x) &^ 1, h.price + p})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b wantedHeight) int { return cmp.Compare(a.price, b.price) })
	var out wanted
	for _, h := range all {
		near := func(o wantedHeight) bool { return abs(o.halves-h.halves) < apart }
		if len(out) < mostWanted && !slices.ContainsFunc(out, near) {
			out = append(out, h)
		}
	}
	return out
}

// findPours notes the boxes of the brand that are, or hold, poured stories.
func (c *composer) findPours() {
	c.withPours = map[*brand.Node]bool{}
	for i := range c.brand.Template.Entries {
		c.notePours(c.brand.Template.Entries[i].Value.Stack)
	}
}

func (c *composer) notePours(nodes []brand.Node) bool {
	any := false
	for i := range nodes {
		n := &nodes[i]
		has := n.Pour != nil
		for _, kids := range [][]brand.Node{n.Stack, n.Split, n.Choose} {
			has = c.notePours(kids) || has
		}
		if has {
			c.withPours[n] = true
		}
		any = any || has
	}
	return any
}

// stacked measures boxes that stand one below the other. Those that hold poured
// stories come last: they need be no higher or lower than the others let them.
func (m *measurer) stacked(ns []brand.Node, f frame) []*box {
	if m.withPours == nil {
		m.findPours()
	}
	if len(m.withPours) == 0 {
		return m.nodes(ns, f)
	}
	out := make([]*box, len(ns))
	pours := 0
	for i := range ns {
		if m.withPours[&ns[i]] {
			pours++
			continue
		}
		out[i] = m.node(&ns[i], f)
	}
	if pours == 0 {
		return out
	}
	was := m.wanted
	if rest := slices.DeleteFunc(slices.Clone(out), func(b *box) bool { return b == nil }); len(rest) > 0 {
		prices := table{0}
		for _, b := range rest {
			prices = prices.under(b.prices, b.grid, m.limit, nil, nil)
		}
		m.wanted = was.beside(prices)
	}
	for i := range ns {
		if m.withPours[&ns[i]] {
			out[i] = m.node(&ns[i], f)
		}
	}
	m.wanted = was
	return out
}

// elsewhere lists what the page shows of a story outside of its pours.
func (m *measurer) elsewhere(p *part, f frame) shown {
	var pieces []string
	var out shown
	var look func(nodes []brand.Node, g frame)
	look = func(nodes []brand.Node, g frame) {
		for i := range nodes {
			n := &nodes[i]
			h := g
			if n.Story > 0 {
				h.story = n.Story - 1
			}
			if n.Pour != nil || !m.holds(n.If, h) {
				continue
			}
			if h.story == f.story {
				switch {
				case n.Text != "":
					pieces = append(pieces, n.Text)
					if n.LeadIn != nil {
						pieces = append(pieces, n.LeadIn.Text)
					}
				case n.Figure > 0:
					out.figures = max(out.figures, n.Figure)
				case n.Facts != nil, n.Quote != nil:
					pieces = append(pieces, n.Kind())
				case n.Gallery != nil:
					out.figures = len(p.figures)
				}
			}
			for _, kids := range children(n) {
				look(kids, h)
			}
		}
	}
	look(m.template.Stack, frame{})
	out.figures = min(out.figures, len(p.figures))
	out.pieces = strings.Join(pieces, " ")
	return out
}

// has reports whether a piece is shown.
func (s shown) has(piece string) bool {
	return piece != "" && slices.Contains(strings.Fields(s.pieces), piece)
}

// shownElsewhere reports whether a box of a pour stands elsewhere on the page.
func (m *measurer) shownElsewhere(n *brand.Node, f frame) bool {
	if m.hidden == nil {
		return false
	}
	h := m.hidden[m.part(f)]
	switch {
	case n.Text != "":
		return !strings.Contains(n.Text, "{") && h.has(n.Text)
	case n.Facts != nil, n.Quote != nil:
		return h.has(n.Kind())
	}
	return false
}
