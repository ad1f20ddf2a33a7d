package flow

import (
	"masthead/layout/brand"
	"masthead/layout/geom"
)

// calendar measures the coming events: day and month in a narrow column, title
// and the rest beside them, hairlines between; the gaps flex.
func (m *measurer) calendar(n *brand.Node, f frame) *box {
	p := m.part(f)
	if p == nil || len(p.events) == 0 {
		return nil
	}
	spec := n.Calendar
	gap := spec.Gap
	if !gap.Set {
		gap = brand.Rows{Min: 0.5, Ideal: 1, Max: 2}
	}
	var entries []calendarEntry
	sum := 0
	for _, e := range p.events {
		set := m.event(e, spec, f)
		entries = append(entries, set)
		sum += set.halves
	}
	out := &box{prices: newTable(m.limit), solid: true}
	lo, ideal, hi := int(gap.Min*2), int(gap.Ideal*2), int(gap.Max*2)
	for g := lo; g <= hi; g++ {
		out.prices.offer(sum+g*len(entries), quadratic(m.costs.Space, g-ideal, hi-lo))
	}
	out.set = func(pg *page, y geom.Length, h int) {
		if pg.dry {
			return
		}
		g := (h - sum) / len(entries)
		for _, e := range entries {
			pg.ruleAt(spec.Rule, f.x, y+m.rows(g)/4, f.w, p.story.id)
			y += m.rows(g)
			pg.event(e, spec, f, y)
			y += m.rows(e.halves)
		}
	}
	return out
}

type calendarEntry struct {
	day, month, title, rest setting
	halves                  int
}

func (m *measurer) event(e event, spec *brand.Calendar, f frame) calendarEntry {
	w := f.w - m.dayWidth(spec) - m.brand.Grid.Gutter
	set := func(p *piece, style string, w geom.Length) setting {
		if p == nil {
			return setting{}
		}
		return m.lines(m.block(p, style), w)
	}
	c := calendarEntry{
		day: set(e.day, spec.Day, m.dayWidth(spec)), month: set(e.month, spec.Month, m.dayWidth(spec)),
		title: set(e.title, spec.Title, w), rest: set(e.rest, spec.Rest, w),
	}
	c.halves = m.halves(max(c.day.height()+c.month.height(), c.title.height()+c.rest.height()))
	return c
}

func (m *measurer) dayWidth(spec *brand.Calendar) geom.Length {
	if spec.Width > 0 {
		return spec.Width
	}
	return 3 * m.baseline
}

func (pg *page) event(e calendarEntry, spec *brand.Calendar, f frame, y geom.Length) {
	g := f
	g.w = pg.m.dayWidth(spec)
	pg.setting(e.day, g, y)
	pg.setting(e.month, g, y+e.day.height())
	g.x, g.w = f.x+g.w+pg.brand.Grid.Gutter, f.w-g.w-pg.brand.Grid.Gutter
	pg.setting(e.title, g, y)
	pg.setting(e.rest, g, y+e.title.height())
}
