package flow

import (
	"slices"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// pour paints stories in columns, or, on a dry page, notes where the last one goes
// on.
func (pg *page) pour(q *pouring, plan *pourPlan, y geom.Length) {
	for c, last := range plan.columns {
		var steps []*pourStep
		for s := last; s != nil; s = s.prev {
			steps = append(steps, s)
		}
		slices.Reverse(steps)
		f := q.column(c)
		if n := len(steps); n > 1 && last.isFloat() && plan.rows-last.top-last.rows <= slack {
			foot := *last // a float that ends a column stands at its foot
			foot.top = plan.rows - foot.rows
			steps[n-1] = &foot
		}
		for i := 0; i < len(steps); {
			if steps[i].item == textItem {
				n := textRun(steps[i:])
				pg.poured(q, steps[i:i+n], f, y)
				i += n
				continue
			}
			pg.pouredBox(q, steps[i], f, y)
			i++
		}
	}
	if !plan.finish {
		s := q.stories[plan.stories-1]
		pg.ends[s.story] = q.positionOf(plan.end)
		pg.heights[s.story] = 2 * pg.brand.Story.MinPart
	}
	pg.pourRules(q, plan, y)
}

// textRun counts the steps that set text of one story, nothing between them.
func textRun(steps []*pourStep) int {
	n := 1
	for n < len(steps) && steps[n].item == textItem && steps[n].story == steps[0].story {
		n++
	}
	return n
}

// poured paints text.
func (pg *page) poured(q *pouring, steps []*pourStep, f frame, y geom.Length) {
	if pg.dry {
		return
	}
	s := q.stories[steps[0].story]
	f.story = s.index
	g := s.galley
	var rows []row
	for _, st := range steps {
		rows = append(rows, s.text[st.index].ways[st.way].rows[st.from:st.to]...)
	}
	top := y + pg.m.rows(2*steps[0].top)
	pg.rows(rows, f, top, "")
	last := steps[len(steps)-1]
	text := s.text[last.index]
	for i := range steps {
		text = s.text[steps[i].index]
		if next := steps[i].index + 1; next < len(s.text) && s.text[next].from < g.text() || text.from >= g.text() {
			continue
		}
		if way := text.ways[steps[i].way].rows; steps[i].to == len(way) && s.kind == "article" {
			end := steps[i].top + steps[i].to - steps[i].from
			r := way[len(way)-1]
			pg.endMark(r, f.x+r.indent, y+pg.m.rows(2*end), f.w-r.indent+pg.besideText(f.x+f.w, q.gutter))
		}
	}
}

// pouredBox paints a box in a column, its lower edge on a row.
func (pg *page) pouredBox(q *pouring, st *pourStep, f frame, y geom.Length) {
	s := q.stories[st.story]
	f.story = s.index
	b := s.items[st.item][st.index].dry
	if !pg.dry {
		b = s.items[st.item][st.index].make(f)
	}
	b.set(pg, y+pg.m.rows(2*(st.top+st.rows)-st.halves), st.halves)
}

// positionOf says where a spot stands in its story's text.
func (q *pouring) positionOf(at pourSpot) position {
	s := q.stories[at.story]
	if at.block > 0 {
		return position{para: s.items[blockItem][at.block].first}
	}
	b := &bodySet{part: s.part}
	g := &galley{rows: s.text[at.passage].ways[at.way].rows}
	return b.positionOf(g, int(at.line))
}

// pourRules paints the rules between columns of which both hold something.
func (pg *page) pourRules(q *pouring, plan *pourPlan, y geom.Length) {
	r := q.spec.Rule
	if r == nil || pg.dry {
		return
	}
	ink := pg.brand.Ink(orElse(r.Colour, "section"), pg.section)
	capital := pg.m.baseline - pg.m.capHeight(pg.brand.Style("body"))
	for c := range q.spec.Columns - 1 {
		if plan.columns[c] == nil || plan.columns[c+1] == nil {
			continue
		}
		f := q.column(c)
		rect := geom.Rect{X: f.x + f.w + q.gutter/2 - r.Weight/2, Y: y + capital, W: r.Weight, H: pg.m.rows(2*plan.rows) - capital}
		pg.items = append(pg.items, &display.Fill{Rect: rect, Ink: ink})
		pg.box(rect, q.stories[0].id, "rule")
	}
}
