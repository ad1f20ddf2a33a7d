package flow

import "masthead/layout/brand"

// blocks makes ready what stands below a story's text. The sections of an index and
// the events of a calendar are blocks of their own, before which a column may end.
func (q *pouring) blocks(s *poured, nodes []brand.Node, f frame) {
	m := q.m
	from := 0 // nodes that stand together
	together := func(to int) {
		rest := nodes[from:to]
		links := from == 0
		s.add(m, blockItem, f, func(f frame) *box {
			boxes := m.nodes(rest, f)
			if links {
				boxes = append([]*box{m.seeBox(s, f)}, boxes...)
			}
			return m.stack(boxes)
		})
		from = to + 1
	}
	for i := range nodes {
		switch n := &nodes[i]; {
		case !m.holds(n.If, f):
		case n.Index != nil && s.kind == "index":
			together(i)
			q.indexBlocks(s, n, f)
		case n.Calendar != nil && len(s.events) > 0:
			together(i)
			q.eventBlocks(s, n, f)
		}
	}
	together(len(nodes))
}

func (q *pouring) indexBlocks(s *poured, n *brand.Node, f frame) {
	m := q.m
	gap, between := n.Index.Gap, n.Index.Between
	if !gap.Set {
		gap = brand.Rows{Ideal: 1, Max: 1}
	}
	if !between.Set {
		between = brand.Rows{Min: 1, Ideal: 1, Max: 1}
	}
	whole := m.indexSet(n.Index, f, 0)
	for next := s.start.para; next < len(whole.rows); {
		from, to := next, next+1
		for to < len(whole.rows) && whole.rows[to].entry != nil && (whole.rows[to-1].entry == nil || n.Index.Hair != nil) {
			to++ // a heading stands with its first entry; hairlines stand between entries
		}
		above := gap
		if whole.rows[from].entry == nil {
			above = between
		}
		b := s.add(m, blockItem, f, func(f frame) *box {
			set := m.indexSet(n.Index, f, from)
			set.rows, set.halves, set.columns, set.width = set.rows[:to-from], set.halves[:to-from], 1, f.w
			return m.indexOf(n, set, nil, from)
		})
		if b != nil && from > s.start.para {
			b.first, b.above = from, m.whiteRows(above)
		}
		next = to
	}
}

func (q *pouring) eventBlocks(s *poured, n *brand.Node, f frame) {
	for i := s.start.para; i < len(s.events); i++ {
		b := s.add(q.m, blockItem, f, func(f frame) *box { return q.m.calendarOf(n, f, s.events[i:i+1]) })
		if b != nil && i > s.start.para {
			b.first = i
		}
	}
}
