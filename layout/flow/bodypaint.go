package flow

import (
	"masthead/layout/brand"
	"masthead/layout/color"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/para"
)

// body paints a plan, or, on a dry page, notes where the text ends.
func (pg *page) body(b *bodySet, plan bodyPlan, y geom.Length, h int) {
	end := b.end(plan)
	pg.heights[b.part.story], pg.texts[b.part.story] = h, b.width*geom.Length(end)
	delete(pg.ends, b.part.story)
	var g *galley
	if !pg.dry || !b.part.finish {
		if g = pg.m.loosened(b, &plan); end < len(g.rows) {
			pg.ends[b.part.story] = b.positionOf(g, end)
		}
	}
	for i := range b.insets {
		pg.inset(b, plan, i, y, h)
	}
	if pg.dry {
		return
	}
	from := 0
	cols, _, _ := pg.m.columns(b, plan.height, plan.insets, nil)
	for c, to := range plan.ends {
		f := b.frame
		f.x, f.w = b.frame.x+(b.width+b.gutter)*geom.Length(cols[c].at), b.width
		top := y + pg.m.rows(cols[c].top)
		pg.rows(g.rows[from:to], f, top, "")
		pg.storyEnd(b, g, columnEnd{column: cols[c], from: from, to: to, last: c == lastSegment(cols), x: f.x, top: top})
		from = to
	}
	pg.columnRules(b, plan, y, h)
}

// A columnEnd is a column with the rows that stand in it.
type columnEnd struct {
	column
	from, to int
	last     bool // text ends here
	x, top   geom.Length
}

// end is the first row of the galley that is left over.
func (b *bodySet) end(plan bodyPlan) int {
	if len(plan.ends) == 0 {
		return 0
	}
	return plan.ends[len(plan.ends)-1]
}

// positionOf says where a row stands in the story's text.
func (b *bodySet) positionOf(g *galley, at int) position {
	r := g.rows[at]
	pos := position{}
	for i, p := range b.part.story.opening(b.part.opening).paras {
		if p.piece == r.block.piece {
			pos.para = i
		}
	}
	if at > 0 && g.rows[at-1].block == r.block {
		pos.offset = r.block.base + r.line.From
	}
	return pos
}

// taken is the height of the insets of a column at its head or its foot, in half
// rows.
func (b *bodySet) taken(heights []int, c int, head bool) int {
	n := 0
	for i := range b.insets {
		in := &b.insets[i]
		if in.head == head && !in.middle && in.spans(c) {
			n += in.room(heights[i])
		}
	}
	return n
}

// inset sets one box inside the columns.
func (pg *page) inset(b *bodySet, plan bodyPlan, i int, y geom.Length, h int) {
	in := &b.insets[i]
	if plan.insets[i] == 0 {
		in.set(pg, y, 0)
		return
	}
	at := y
	switch {
	case in.head:
		at += pg.m.rows(in.before)
	case in.middle:
		top, _ := b.middleTop(plan.insets, i, h)
		at += pg.m.rows(top + in.before)
	default:
		at += pg.m.rows(h - plan.insets[i])
	}
	in.set(pg, at, plan.insets[i])
}

// storyEnd paints the end mark and the cross-links after the last row.
func (pg *page) storyEnd(b *bodySet, g *galley, c columnEnd) {
	if !b.part.finish {
		return
	}
	if end := g.text(); end > c.from && end <= c.to && b.part.kind == "article" {
		r := g.rows[end-1]
		pg.endMark(r, c.x+r.indent, c.top+g.leading*geom.Length(g.length(c.from, end)), b.width-r.indent+pg.besideText(c.x+b.width, b.gutter))
	}
	if c.to < len(g.rows) || !c.last {
		return // the cross-links stand in the last column
	}
	used := g.length(c.from, c.to)
	y := c.top + g.leading*geom.Length(used)
	if spare := c.rows - used - b.tail(); spare > 0 && spare <= mostAbove && b.tail() > 0 && c.to > c.from {
		y += g.leading * geom.Length(spare) // blank rows, then the foot of the column
	}
	for _, s := range b.see {
		pg.seeLink(s, c.x, y, b.frame)
		y += s.leading * geom.Length(len(s.lines))
	}
}

// besideText is the room at the right of a column that ends at x: half of the gutter,
// or of the margin.
func (pg *page) besideText(x, gutter geom.Length) geom.Length {
	if right := pg.m.live.Right(); x >= right {
		return max(gutter, pg.brand.Trim().W-right) / 2
	}
	return gutter / 2
}

// markSize returns the edge of an end mark after type of a size, and the space before it.
func markSize(rules *brand.StoryRules, of geom.Length) (size, gap geom.Length) {
	if rules.MarkSize == 0 {
		return of * 6 / 10, rules.MarkGap
	}
	return rules.MarkSize, rules.MarkGap
}

// endMark paints the mark after a story's last word. After a full line it hangs in
// the margin, nearer to the word, as far as there is room.
func (pg *page) endMark(r row, x, baseline, room geom.Length) {
	rules := pg.brand.Story
	if rules.EndMark == "" || rules.EndMark == "none" {
		return
	}
	size, gap := markSize(&rules, r.block.size)
	at := r.line.Indent + r.line.Width + gap
	if at+size > r.line.Measure+size/2 {
		at -= gap / 2
	}
	if at+size > room {
		return
	}
	pg.markAt(markAt{rules.EndMark, x + at, baseline, size, pg.storyInk("section", r.block.story), 0})
}

// A markAt is a square, lozenge or dash with its left end on a baseline.
type markAt struct {
	shape             string
	x, baseline, size geom.Length
	ink               color.Ink
	mark              display.Mark // 0 where it is not read
}

// storyInk is a colour of the palette in a story's section, else in the page's.
func (pg *page) storyInk(name string, s *story) color.Ink {
	number := pg.section
	if s != nil && s.section != nil {
		number = s.section.number
	}
	return pg.brand.Ink(name, number)
}

func (pg *page) markAt(m markAt) {
	x, baseline, size := m.x, m.baseline, m.size
	y := baseline - size
	contour := []geom.XY{{X: x, Y: y}, {X: x + size, Y: y}, {X: x + size, Y: baseline}, {X: x, Y: baseline}}
	switch m.shape {
	case "lozenge":
		contour = []geom.XY{{X: x + size/2, Y: y}, {X: x + size, Y: y + size/2}, {X: x + size/2, Y: baseline}, {X: x, Y: y + size/2}}
	case "dash":
		contour = []geom.XY{{X: x, Y: y + size/3}, {X: x + size, Y: y + size/3}, {X: x + size, Y: y + size/2}, {X: x, Y: y + size/2}}
	}
	pg.items = append(pg.items, &display.Path{Mark: m.mark, Contours: [][]geom.XY{contour}, Ink: m.ink})
}

// listMark paints what hangs before a list item.
func (pg *page) listMark(r row, x, baseline geom.Length) {
	st := r.block.style
	ink := st.MarkInk
	if ink == "" {
		ink = "section"
	}
	if r.mark.ordered {
		pg.numberMark(r, x, baseline, ink)
		return
	}
	shape := st.Mark
	if shape == "" {
		shape = "square"
	}
	if shape == "none" {
		return
	}
	step := pg.m.listIndent(st)
	if st.RunIn > 0 {
		step = 0
	}
	pg.markAt(markAt{
		shape, x + r.indent - step, baseline, st.Size * 59 / 100, pg.storyInk(ink, r.block.story), pg.mark(r.mark.label, 0, false),
	})
}

// numberMark paints the number of an ordered list's item.
func (pg *page) numberMark(r row, x, baseline geom.Length, ink string) {
	p := r.mark.label
	if sec := r.block.story.section; sec != nil {
		p.sectionNumber = sec.number
	}
	b := *pg.sized(p, r.block.style, r.block.style.Size)
	b.inks = []string{ink}
	lines := b.par.Break(para.Widths{Rest: r.indent})
	pg.line(&b, &lines[0], lineAt{x: x + r.indent - pg.m.listIndent(r.block.style), baseline: baseline, measure: r.indent, leading: r.block.style.Leading})
}

// seeLink paints a cross-link with its arrow.
func (pg *page) seeLink(s setting, x, top geom.Length, f frame) {
	style := pg.brand.Story.See
	if style == "" {
		style = "see"
	}
	indent := pg.m.arrowRoom(style)
	if indent > 0 {
		pg.arrow(x, top+s.leading, s.style.Size*7/9, s.block.story)
	}
	f.x, f.w = x+indent, s.measure
	pg.setting(s, f, top)
}

// arrow paints the arrow of a cross-link: w wide, its shaft at x-height.
func (pg *page) arrow(x, baseline, w geom.Length, s *story) {
	number := pg.section
	if s != nil && s.section != nil {
		number = s.section.number
	}
	t := w * 11 / 70 // weight of the stroke
	y := baseline - w*2/5
	head := w * 3 / 7
	tip := x + w
	d := t * 7 / 10
	pg.items = append(pg.items, &display.Path{Ink: pg.brand.Ink("section", number), Contours: [][]geom.XY{
		{{X: x, Y: y - t/2}, {X: tip - d, Y: y - t/2}, {X: tip - d, Y: y + t/2}, {X: x, Y: y + t/2}},
		{
			{X: tip - head, Y: y - head - d},
			{X: tip - head + d, Y: y - head - 2*d},
			{X: tip + d, Y: y},
			{X: tip - head + d, Y: y + head + 2*d},
			{X: tip - head, Y: y + head + d},
			{X: tip - d, Y: y},
		},
	}})
}

func orElse(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}
