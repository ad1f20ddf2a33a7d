package flow

import (
	"masthead/layout/brand"
	"masthead/layout/geom"
)

// An indexSection is one section of the index, as pieces. Its numbers come from
// the pages that were found before, so the index is right once nothing moves any
// more.
type indexSection struct {
	section      *section
	number, name *piece
	pages        *piece
	entries      []indexEntry
}

type indexEntry struct {
	story      *story
	text, page *piece

	short, parts *piece // the short title, all pages of a story that turns
}

// shown are the words and the pages that an index prints of an entry.
func (e *indexEntry) shown(spec *brand.Index) (words, pages *piece) {
	words, pages = e.text, e.page
	if spec.Short && e.short != nil {
		words = e.short
	}
	if spec.Parts && e.parts != nil {
		pages = e.parts
	}
	return words, pages
}

// An indexRow is a heading of the index or one of its entries.
type indexRow struct {
	section indexSection
	entry   *indexEntry // nil: the section's heading
	first   bool        // the first entry under a heading
}

// indexRows lists the rows of the index from a row on.
func (c *composer) indexRows(spec *brand.Index, from int) []indexRow {
	var out []indexRow
	for _, sec := range c.entries {
		if spec.Heading != "" {
			out = append(out, indexRow{section: sec})
		}
		for k := range sec.entries {
			out = append(out, indexRow{section: sec, entry: &sec.entries[k], first: k == 0 && spec.Heading != ""})
		}
	}
	if n := len(c.entries); spec.Contacts && c.contactEntry != nil && n > 0 {
		out = append(out, indexRow{section: c.entries[n-1], entry: c.contactEntry})
	}
	return out[min(from, len(out)):]
}

// headingHalves is the height of a section's heading.
const headingHalves = 4

// An indexSet is the index, or what is left of it, in columns.
type indexSet struct {
	spec    *brand.Index
	frame   frame
	columns int
	width   geom.Length
	gutter  geom.Length
	rows    []indexRow
	halves  []int // height of every row
}

func (m *measurer) indexSet(spec *brand.Index, f frame, from int) *indexSet {
	s := &indexSet{spec: spec, frame: f, columns: max(spec.Columns, 1), gutter: m.brand.Grid.Gutter, rows: m.indexRows(spec, from)}
	s.width = columnWidth(f.w, s.gutter, s.columns)
	for _, r := range s.rows {
		h := headingHalves
		if r.entry != nil {
			h = m.halves(m.indexText(spec, r.entry, s.width).height())
		} else {
			name, _ := m.indexName(spec, r.section, s.width)
			h += m.halves(name.height() - name.leading)
		}
		s.halves = append(s.halves, h)
	}
	return s
}

// indexGaps are the half rows between entries and between sections.
type indexGaps struct{ entry, section int }

// above is the white above row i where it does not begin a column.
func (s *indexSet) above(i int, g indexGaps) int {
	switch r := s.rows[i]; {
	case r.entry == nil:
		return g.section
	case r.first:
		return 0
	}
	return g.entry
}

// fill sets rows in columns h high: ends[c] is the first row behind column c. A
// heading stands with its first entry.
func (s *indexSet) fill(h int, g indexGaps) (ends []int, all bool) {
	i := 0
	ends = make([]int, 0, s.columns)
	for c := 0; c < s.columns; c++ {
		used := 0
		for start := i; i < len(s.rows); {
			need, next := s.halves[i], i+1
			if i > start {
				need += s.above(i, g)
			}
			if s.rows[i].entry == nil && next < len(s.rows) {
				need += s.halves[next]
				next++
			}
			if used+need > h {
				break
			}
			used += need
			i = next
		}
		ends = append(ends, i)
	}
	return ends, i == len(s.rows)
}

// index measures the index at every gap that the brand allows. On a page of its
// own it may go on overleaf.
func (m *measurer) index(n *brand.Node, f frame) *box {
	p := m.part(f)
	if p != nil && p.kind != "index" {
		if m.template.Serves.Page != "cover" || m.hidden != nil {
			return nil // it stands with its own story
		}
		p = nil
	}
	from := 0
	if p != nil {
		from = p.start.para
	}
	set := m.indexSet(n.Index, f, from)
	if len(set.rows) == 0 {
		return nil
	}
	return m.indexOf(n, set, p, from)
}

// indexOf measures rows of the index, those from one on.
func (m *measurer) indexOf(n *brand.Node, set *indexSet, p *part, from int) *box {
	gap, between := n.Index.Gap, n.Index.Between
	if !gap.Set {
		gap = brand.Rows{Ideal: 1, Max: 1}
	}
	if !between.Set {
		between = brand.Rows{Min: 1, Ideal: 1, Max: 1}
	}
	out := &box{prices: newTable(m.limit), solid: true}
	chosen := map[int]indexGaps{}
	goesOn := p != nil && !p.finish
	for g := int(gap.Min * 2); g <= int(gap.Max*2); g++ {
		for b := int(between.Min * 2); b <= int(between.Max*2); b++ {
			gaps := indexGaps{g, b}
			price := quadratic(m.costs.Space, g-int(gap.Ideal*2), int((gap.Max-gap.Min)*2)) +
				quadratic(m.costs.Space, b-int(between.Ideal*2), int((between.Max-between.Min)*2))
			for h := 0; h <= m.limit; h++ {
				ends, all := set.fill(h, gaps)
				if all == goesOn {
					continue
				}
				if out.prices.offer(h, price+m.unlevel(set, ends, h, gaps)) {
					chosen[h] = gaps
				}
				if !goesOn {
					break
				}
			}
		}
	}
	out.set = func(pg *page, y geom.Length, h int) {
		ends, all := set.fill(h, chosen[h])
		if p != nil && !all {
			last := ends[len(ends)-1]
			pg.ends[p.story], pg.heights[p.story] = position{para: from + last}, m.limit
		}
		if !pg.dry {
			pg.index(set, ends, y, chosen[h])
			pg.flexed(nil, "index gap", "rows", gap.Ideal, float64(chosen[h].entry)/2)
			pg.flexed(nil, "index section gap", "rows", between.Ideal, float64(chosen[h].section)/2)
		}
	}
	return out
}

// unlevel prices the white below the columns of an index that is h high.
func (m *measurer) unlevel(s *indexSet, ends []int, h int, g indexGaps) price {
	p, from := price(0), 0
	for _, to := range ends {
		used := 0
		for i := from; i < to; i++ {
			used += s.halves[i]
			if i > from {
				used += s.above(i, g)
			}
		}
		p += m.white(h-used, s.width, 8)
		from = to
	}
	return p
}

// indexText sets the words of an entry.
func (m *measurer) indexText(spec *brand.Index, e *indexEntry, w geom.Length) setting {
	words, _ := e.shown(spec)
	return m.lines(m.block(words, spec.Entry), w-spec.Indent-spec.Right)
}

// index paints columns of headings and entries.
func (pg *page) index(s *indexSet, ends []int, y geom.Length, g indexGaps) {
	page := pg.section
	defer func() { pg.section = page }()
	from := 0
	for c, to := range ends {
		f := s.frame
		f.x, f.w = s.frame.x+(s.width+s.gutter)*geom.Length(c), s.width
		at := y
		for i := from; i < to; i++ {
			r := s.rows[i]
			pg.section = r.section.section.number
			if i > from {
				above := pg.m.rows(s.above(i, g))
				if r.entry != nil && !r.first && s.spec.Hair != nil && above > 0 {
					pg.ruleAt(s.spec.Hair, f.x+s.spec.Indent, at+above/2+s.spec.Hair.Offset, f.w-s.spec.Indent, "index")
				}
				at += above
			}
			if r.entry == nil {
				pg.indexHeading(s.spec, r.section, f, at)
			} else {
				pg.indexEntry(s.spec, r.entry, f, at)
			}
			at += pg.m.rows(s.halves[i])
		}
		from = to
	}
}

func (pg *page) indexHeading(spec *brand.Index, sec indexSection, f frame, y geom.Length) {
	m := pg.m
	base := y + m.rows(headingHalves-1)
	if spec.Rule != nil {
		pg.ruleAt(spec.Rule, f.x, y+spec.Rule.Offset, f.w, "index")
	}
	if spec.Number != "" && spec.Indent > 0 {
		pg.firstLine(m.lines(m.block(sec.number, spec.Number), f.w), f.x, base, "left", f)
	}
	name, pages := m.indexName(spec, sec, f.w)
	if pages.block != nil {
		pg.firstLine(pages, f.x, base, "right", f)
	}
	pg.aligned(name, lineAt{x: f.x + spec.Indent, ink: f.ink}, base, "left")
}

// indexName sets the name of a section beside its pages.
func (m *measurer) indexName(spec *brand.Index, sec indexSection, w geom.Length) (name, pages setting) {
	room := w - spec.Indent
	if spec.Pages != "" {
		pages = m.lines(m.block(sec.pages, spec.Pages), w)
		room -= pages.lines[0].Width
	}
	return m.lines(m.block(sec.name, spec.Heading), room), pages
}

// firstLine paints the first line of a setting on a baseline.
func (pg *page) firstLine(s setting, x, base geom.Length, align string, f frame) {
	s.lines = s.lines[:1]
	pg.aligned(s, lineAt{x: x, ink: f.ink}, base, align)
}

// indexEntry paints an entry, its page on the last line.
func (pg *page) indexEntry(spec *brand.Index, e *indexEntry, f frame, y geom.Length) {
	m := pg.m
	s := m.indexText(spec, e, f.w)
	foot := y + m.rows(m.halves(s.height()))
	pg.aligned(s, lineAt{x: f.x + spec.Indent, ink: f.ink}, foot-s.height()+s.leading, "left")
	_, pages := e.shown(spec)
	pg.firstLine(m.lines(m.block(pages, spec.Page), f.w), f.x, foot, "right", f)
}
