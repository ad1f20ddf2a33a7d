package flow

import (
	"masthead/layout/brand"
	"masthead/layout/geom"
)

// caption paints caption and credit from one line above their first baseline.
func (pg *page) caption(c *captionSet, f frame, top geom.Length) {
	pg.setting(c.caption, f, top)
	if c.credit.block == nil || pg.dry {
		return
	}
	foot := top + c.caption.height()
	if c.beside {
		last := c.caption.lines[len(c.caption.lines)-1].Width
		f.x += last + captionGap
		f.w -= last + captionGap
		foot -= c.credit.leading
	}
	pg.setting(c.credit, f, foot)
}

// facts paints the facts box between two edges; what is left over goes evenly
// above the rules.
func (pg *page) facts(s factSet, spec brand.Facts, f frame, top, foot geom.Length) {
	if pg.dry {
		return
	}
	spare := (foot - top - s.height) / geom.Length(len(s.entries)+1)
	pg.setting(s.heading, f, top)
	y := top + s.heading.height() + spare/2
	for _, e := range s.entries {
		y += pg.m.factRule(e) + spare
		pg.ruleAt(spec.Rule, f.x, y+e.label.leading-e.label.leading*8/7, f.w, e.label.story.id)
		pg.setting(e.label, f, y)
		y += e.label.height()
		pg.setting(e.value, f, y)
		y += e.value.height()
	}
}

// quoteBars paints the bar or rules of a pull quote.
func (pg *page) quoteBars(q *brand.Quote, s setting, f frame, top, foot geom.Length) {
	if pg.dry {
		return
	}
	if q.Bar != nil {
		pg.ruleAt(q.Bar, f.x, top, f.w, s.story.id)
	}
	if len(q.Rules) > 0 {
		pg.ruleAt(&q.Rules[0], f.x, top, f.w, s.story.id)
	}
	if len(q.Rules) > 1 {
		pg.ruleAt(&q.Rules[1], f.x, foot-q.Rules[1].Weight, f.w, s.story.id)
	}
}

// quoteLines paints the words with their first baseline at first.
func (pg *page) quoteLines(s setting, f frame, first geom.Length) {
	pg.setting(s, f, first-s.leading)
}
