package flow

import (
	"masthead/layout/brand"
	"masthead/layout/geom"
)

// calendar measures the coming events: day and month in a narrow column, title
// and the rest beside them, hairlines between; the gaps flex.
func (m *measurer) calendar(n *brand.Node, f frame) *box {
	if p := m.part(f); p != nil && len(p.events) > 0 {
		return m.calendarOf(n, f, p.events)
	}
	return nil
}

// calendarOf measures some of the events.
func (m *measurer) calendarOf(n *brand.Node, f frame, events []event) *box {
	spec := n.Calendar
	gap := spec.Gap
	if !gap.Set {
		gap = brand.Rows{Min: 0.5, Ideal: 1, Max: 2}
	}
	columns, f := m.eventColumns(events, spec, f)
	out := &box{prices: newTable(m.limit), solid: true}
	lo, ideal, hi := int(gap.Min*2), int(gap.Ideal*2), int(gap.Max*2)
	gaps := map[int]int{}
	for g := lo; g <= hi; g++ {
		h := 0
		for _, c := range columns {
			h = max(h, c.height(g))
		}
		p := quadratic(m.costs.Space, g-ideal, hi-lo)
		for _, c := range columns {
			p += m.hole(h-c.height(g), f.w)
		}
		if out.prices.offer(h, p) {
			gaps[h] = g
		}
	}
	out.set = func(pg *page, y geom.Length, h int) {
		if pg.dry {
			return
		}
		g := f
		for _, c := range columns {
			pg.events(c, spec, g, eventGaps{y, gaps[h]})
			g.x += g.w + m.brand.Grid.Gutter
		}
	}
	return out
}

// eventColumns sets the events in columns of about as many entries, and narrows
// the frame to one of them.
func (m *measurer) eventColumns(events []event, spec *brand.Calendar, f frame) ([]eventColumn, frame) {
	n := min(max(spec.Columns, 1), len(events))
	f.w = columnWidth(f.w, m.brand.Grid.Gutter, n)
	columns := make([]eventColumn, n)
	for i, e := range events {
		c := &columns[i*n/len(events)]
		set := m.event(e, spec, f)
		c.entries = append(c.entries, set)
		c.halves += set.halves
	}
	return columns, f
}

// An eventColumn is some of the events below one another.
type eventColumn struct {
	entries []calendarEntry
	halves  int // without the gaps
}

func (c eventColumn) height(gap int) int { return c.halves + gap*len(c.entries) }

// eventGaps is where a column begins, and the half rows above each entry.
type eventGaps struct {
	y   geom.Length
	gap int
}

func (pg *page) events(c eventColumn, spec *brand.Calendar, f frame, at eventGaps) {
	y := at.y
	for _, e := range c.entries {
		pg.ruleAt(spec.Rule, f.x, y+pg.m.rows(at.gap)/4, f.w, pg.m.part(f).story.id)
		y += pg.m.rows(at.gap)
		pg.event(e, spec, f, y)
		y += pg.m.rows(e.halves)
	}
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
