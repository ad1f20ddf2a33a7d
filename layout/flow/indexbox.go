package flow

import (
	"masthead/layout/brand"
	"masthead/layout/geom"
)

// An indexSection is one section of the index, as pieces. Its numbers come from
// the round before, so the index is right once nothing moves any more.
type indexSection struct {
	section      *section
	number, name *piece
	pages        *piece
	entries      []indexEntry
}

type indexEntry struct {
	story      *story
	text, page *piece
}

// index measures the index at every gap that the brand allows between entries.
func (m *measurer) index(n *brand.Node, f frame) *box {
	if len(m.entries) == 0 {
		return nil
	}
	spec := n.Index
	gap := spec.Gap
	if !gap.Set {
		gap = brand.Rows{Min: 0, Ideal: 1, Max: 1}
	}
	between := spec.Between
	if !between.Set {
		between = brand.Rows{Min: 1, Ideal: 1, Max: 1}
	}
	out := &box{prices: newTable(m.limit), solid: true}
	chosen := map[int]indexGaps{}
	for g := int(gap.Min * 2); g <= int(gap.Max*2); g++ {
		for b := int(between.Min * 2); b <= int(between.Max*2); b++ {
			gaps := indexGaps{g, b}
			h := m.indexRows(spec, f, gaps)
			p := quadratic(m.costs.Space, g-int(gap.Ideal*2), int((gap.Max-gap.Min)*2)) +
				quadratic(m.costs.Space, b-int(between.Ideal*2), int((between.Max-between.Min)*2))
			if out.prices.offer(h, p) {
				chosen[h] = gaps
			}
		}
	}
	out.set = func(pg *page, y geom.Length, h int) {
		if !pg.dry {
			pg.index(spec, f, y, chosen[h])
			pg.flexed(nil, "index gap", "rows", gap.Ideal, float64(chosen[h].entry)/2)
			pg.flexed(nil, "index section gap", "rows", between.Ideal, float64(chosen[h].section)/2)
		}
	}
	return out
}

// indexGaps are the half rows between entries and between sections.
type indexGaps struct{ entry, section int }

// indexRows is the height of the index in half rows.
func (m *measurer) indexRows(spec *brand.Index, f frame, g indexGaps) int {
	h := 0
	for i, sec := range m.entries {
		if i > 0 {
			h += g.section
		}
		if spec.Heading != "" {
			h += 4
		}
		for k, e := range sec.entries {
			if k > 0 {
				h += g.entry
			}
			h += m.halves(m.indexEntry(spec, e, f).height())
		}
	}
	return h
}

func (m *measurer) indexEntry(spec *brand.Index, e indexEntry, f frame) setting {
	return m.lines(m.block(e.text, spec.Entry), f.w-spec.Indent-spec.Right)
}

// index paints the sections: a rule and a heading with its page range, then the
// entries with the page on their last line.
func (pg *page) index(spec *brand.Index, f frame, y geom.Length, gaps indexGaps) {
	m := pg.m
	page := pg.section
	defer func() { pg.section = page }()
	for i, sec := range m.entries {
		pg.section = sec.section.number
		if i > 0 {
			y += m.rows(gaps.section)
		}
		if spec.Heading != "" {
			pg.indexHeading(spec, sec, f, y)
			y += m.rows(4)
		}
		for k, e := range sec.entries {
			if k > 0 {
				if spec.Hair != nil && gaps.entry > 0 {
					pg.ruleAt(spec.Hair, f.x+spec.Indent, y+m.rows(gaps.entry)/2+spec.Hair.Offset, f.w-spec.Indent, "index")
				}
				y += m.rows(gaps.entry)
			}
			y = pg.indexEntry(spec, e, f, y)
		}
	}
}

func (pg *page) indexHeading(spec *brand.Index, sec indexSection, f frame, y geom.Length) {
	m := pg.m
	base := y + m.rows(3)
	if spec.Rule != nil {
		pg.ruleAt(spec.Rule, f.x, y+spec.Rule.Offset, f.w, "index")
	}
	number := spec.Number
	if number == "" {
		number = spec.Heading
	}
	pg.words1(m.lines(m.block(sec.number, number), f.w), f.x, base, "left", f)
	pages := m.lines(m.block(sec.pages, spec.Pages), f.w)
	pg.words1(m.lines(m.block(sec.name, spec.Heading), f.w-spec.Indent-pages.lines[0].Width), f.x+spec.Indent, base, "left", f)
	pg.words1(pages, f.x, base, "right", f)
}

// words1 paints the first line of a setting on a baseline.
func (pg *page) words1(s setting, x, base geom.Length, align string, f frame) {
	s.lines = s.lines[:1]
	pg.aligned(s, lineAt{x: x, ink: f.ink}, base, align)
}

func (pg *page) indexEntry(spec *brand.Index, e indexEntry, f frame, y geom.Length) geom.Length {
	m := pg.m
	s := m.indexEntry(spec, e, f)
	foot := y + m.rows(m.halves(s.height()))
	pg.aligned(s, lineAt{x: f.x + spec.Indent, ink: f.ink}, foot-s.height()+s.leading, "left")
	style := spec.Page
	if style == "" {
		style = spec.Pages
	}
	pg.words1(m.lines(m.block(e.page, style), f.w), f.x, foot, "right", f)
	return foot
}
