package flow

import (
	"masthead/layout/brand"
	"masthead/layout/geom"
)

// A factSet is the facts box with so many entries, set.
type factSet struct {
	heading setting
	entries []factEntry
	price   price
	height  geom.Length // from the head's edge to the last baseline
}

type factEntry struct{ label, value setting }

// facts measures the facts box: all entries, and, where the brand allows it,
// fewer, dropped from the end at a cost each.
func (m *measurer) facts(n *brand.Node, f frame) *box {
	p := m.part(f)
	if p == nil || len(p.story.facts) == 0 || p.continued() {
		return nil
	}
	spec := m.factStyles(n.Facts)
	heading := m.lines(m.block(p.factHead, spec.Heading), f.w)
	set := factSet{heading: heading, height: heading.height()}
	out := &box{prices: newTable(m.limit), solid: true}
	chosen := map[int]factSet{}
	all := len(p.story.facts)
	for i, fact := range p.story.facts {
		e := factEntry{m.lines(m.block(fact.label, spec.Label), f.w), m.lines(m.block(fact.value, spec.Value), f.w)}
		set.entries = append(set.entries[:i:i], e)
		set.height += m.factRule(e) + e.label.height() + e.value.height()
		left := all - i - 1
		if left > 0 && spec.Fewer == 0 {
			continue
		}
		s := set
		s.price = price(spec.Fewer * left * (left + 1) / 2)
		h := m.halves(s.height)
		if out.prices.offer(h, s.price) {
			chosen[h] = s
		}
	}
	out.set = func(pg *page, y geom.Length, h int) {
		s := chosen[h]
		pg.facts(s, spec, f, y, y+m.rows(h))
	}
	return out
}

func (m *measurer) factStyles(in *brand.Facts) brand.Facts {
	out := *in
	for _, s := range []struct {
		name     *string
		fallback string
	}{{&out.Heading, "fact-heading"}, {&out.Label, "fact-label"}, {&out.Value, "fact-value"}} {
		if *s.name == "" {
			*s.name = s.fallback
		}
	}
	return out
}

// factRule is the space that an entry's rule takes: from the baseline above to
// the label's own line.
func (m *measurer) factRule(e factEntry) geom.Length {
	return e.label.leading * 5 / 8
}
