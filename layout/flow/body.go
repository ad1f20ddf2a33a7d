package flow

import (
	"cmp"
	"slices"

	"masthead/layout/brand"
	"masthead/layout/geom"
)

// A bodySet is a story's text in columns with the boxes that stand in them.
type bodySet struct {
	spec    *brand.Body
	part    *part
	galley  *galley
	frame   frame
	columns int
	width   geom.Length
	gutter  geom.Length
	insets  []insetBox
	see     []setting
	plans   map[int]bodyPlan // by height of the text, in half rows; shared, not to be changed
}

// A bodyPlan is the distribution for one height.
type bodyPlan struct {
	filling
	ways   []int // in which paragraphs are set; nil: the best
	height int   // of the columns, in half rows
	insets []int // heights in half rows
}

type insetBox struct {
	*brand.Inset
	*box
	before, after int   // half rows
	heights       []int // the cheapest first
	head, middle  bool  // where it stands in its columns; else at their foot
	columns       int   // of the text that it spans
}

// body measures running text. For every height the rows are distributed over
// the columns beside the insets, at the heights of the insets that suit best.
// Below the text that is wanted nothing fits; above it, white is left, at the
// price of a hole.
func (m *measurer) body(n *brand.Node, f frame) *box {
	p := m.part(f)
	if p == nil {
		return nil
	}
	b := m.bodySet(n.Body, p, f)
	if b == nil || len(b.galley.rows) == 0 && len(b.insets) == 0 {
		return nil
	}
	out := &box{prices: m.plans(b), grid: true, solid: true}
	if p.finish {
		out.text = f.w
	}
	out.set = func(pg *page, y geom.Length, h int) { pg.body(b, b.plans[h], y, h) }
	return out
}

func (m *measurer) bodySet(spec *brand.Body, p *part, f frame) *bodySet {
	b := &bodySet{spec: spec, part: p, frame: f, columns: max(spec.Columns, 1)}
	b.gutter, b.width = m.columnsOf(spec, f.w)
	b.galley = m.galley(p, textStyle(spec), b.width)
	if b.galley == nil {
		return nil
	}
	if p.finish && (spec.See == nil || *spec.See) {
		b.see = m.seeLines(p, b.width)
	}
	for i := range spec.Insets {
		in := &spec.Insets[i]
		g := f
		g.x = f.x + (b.width+b.gutter)*geom.Length(in.Columns.From-1)
		g.w = (b.width+b.gutter)*geom.Length(in.Columns.To-in.Columns.From+1) - b.gutter
		g.from, g.to, g.plain = 0, 0, true
		node := in.Node
		node.Columns = brand.Columns{}
		inset := insetBox{Inset: in, box: m.node(&node, g), before: int(in.Before * 2), after: int(in.After * 2)}
		inset.head, inset.middle = in.At == "head", in.At == "middle"
		inset.columns = min(in.Columns.To, b.columns) - in.Columns.From + 1
		if inset.box == nil {
			continue
		}
		for h, price := range inset.prices {
			if price < never {
				inset.heights = append(inset.heights, h)
			}
		}
		slices.SortStableFunc(inset.heights, func(x, y int) int { return cmp.Compare(inset.prices[x], inset.prices[y]) })
		b.insets = append(b.insets, inset)
	}
	return b
}

// columnsOf returns the gutters and the columns of a text that is so wide.
func (m *measurer) columnsOf(spec *brand.Body, w geom.Length) (gutter, width geom.Length) {
	if gutter = spec.Gutter; gutter == 0 {
		gutter = m.brand.Grid.Gutter
	}
	return gutter, columnWidth(w, gutter, max(spec.Columns, 1))
}

// columnWidth is the width of each of n columns that are w wide together.
func columnWidth(w, gutter geom.Length, n int) geom.Length {
	return (w - gutter*geom.Length(n-1)) / geom.Length(n)
}

// textStyle is the style of running text.
func textStyle(spec *brand.Body) string {
	if spec.Style == "" {
		return "body"
	}
	return spec.Style
}

// seeLines sets the cross-links of a story at the measure.
func (m *measurer) seeLines(p *part, w geom.Length) []setting {
	var out []setting
	style := m.brand.Story.See
	if style == "" {
		style = "see"
	}
	for _, s := range p.see {
		if s.spans != nil {
			out = append(out, m.lines(m.block(s.piece, style), w-m.arrowRoom(style)))
		}
	}
	return out
}

// arrowRoom is the indent of a cross-link after its arrow.
func (m *measurer) arrowRoom(style string) geom.Length {
	if !m.brand.Story.Arrow {
		return 0
	}
	return m.brand.Style(style).Size * 11 / 9
}

// tail counts the rows of the cross-links.
func (b *bodySet) tail() int {
	n := 0
	for _, s := range b.see {
		n += len(s.lines)
	}
	return n
}

// room is the height that an inset takes of its columns. The text below one at the
// head begins on a whole row.
func (in *insetBox) room(height int) int {
	if height == 0 {
		return 0 // it is left out
	}
	n := height + in.before + in.after
	if in.head || in.middle {
		n += n & 1
	}
	return n
}

// margins is the space that the insets of a column keep from text.
func (b *bodySet) margins(c int) int {
	n := 0
	for i := range b.insets {
		if in := &b.insets[i]; c >= in.Columns.From-1 && c < in.Columns.To {
			n += in.before + in.after
		}
	}
	return n
}

// galleyKey names a galley in its story's memory.
type galleyKey struct {
	opening int
	style   string
	measure geom.Length
	start   position
}

// galley breaks the text of a part at a measure, once.
func (m *measurer) galley(p *part, style string, measure geom.Length) *galley {
	key := galleyKey{p.opening, style, measure, p.start}
	if g, ok := p.galleys[key]; ok {
		return g
	}
	st := m.brand.Style(style)
	g := &galley{measure: measure, leading: st.Leading}
	paras := p.story.opening(p.opening).paras
	for i := p.start.para; i < len(paras); i++ {
		offset := 0
		if i == p.start.para {
			offset = p.start.offset
		}
		m.rowsOf(g, &paras[i], style, offset)
	}
	m.noteRows(g, p.story)
	g.index(m.atLeastTwo(m.brand.Story.Widows), m.atLeastTwo(m.brand.Story.Orphans))
	if p.galleys == nil {
		p.galleys = map[galleyKey]*galley{}
	}
	p.galleys[key] = g
	return g
}

func (m *measurer) atLeastTwo(n int) int {
	if n == 0 {
		return 2
	}
	return n
}

// rowsOf adds the lines of one paragraph, from a byte of its text on.
func (m *measurer) rowsOf(g *galley, p *paragraph, style string, offset int) {
	name := m.bodyStyle(p, style)
	st := m.brand.Style(name)
	indent := geom.Length(p.indent) * m.listIndent(st)
	var b *block
	if p.lead && offset == 0 {
		b = m.dropped(p, name, g.measure-indent)
	}
	if b == nil {
		b = m.paragraph(p, name, offset)
	}
	if st.RunIn > 0 && p.indent > 0 {
		indent -= m.listIndent(st)
		if p.mark != "" && offset == 0 {
			b = m.runIn(p.piece, name)
		}
	}
	before := 0 // lines that stand elsewhere: enough not to make an orphan of the first
	if offset > 0 {
		before = 9
	}
	lines := b.par.Measure(b.widths(g.measure, indent), 0, nil)
	for k := range lines {
		r := row{block: b, line: &lines[k], number: before + k, last: k == len(lines)-1, indent: indent}
		if k == 0 && offset == 0 {
			if p.mark != "" {
				r.mark = p
			}
			r.before = int(st.Before)
			if n := len(g.rows); n > 0 {
				r.before = max(r.before, int(g.rows[n-1].block.style.After))
			}
		}
		g.rows = append(g.rows, r)
	}
}

// listIndent is the step by which lists and quotations are indented.
func (t *typesetter) listIndent(st *brand.Style) geom.Length {
	if st.Hanging > 0 {
		return st.Hanging
	}
	return st.Size * 3 / 2
}

// bodyStyle is the style of a paragraph of running text: that of its role where
// the brand has one, else the text's own.
func (t *typesetter) bodyStyle(p *paragraph, style string) string {
	if p.style != "body" && t.brand.HasStyle(p.style) {
		return p.style
	}
	return style
}

// indented reports whether the first line of a paragraph is: that of all but a
// first one.
func indented(p *paragraph, st *brand.Style) bool { return !p.first && st.Indent != 0 }

// paragraph sets a paragraph of running text, from a byte on.
func (t *typesetter) paragraph(p *paragraph, style string, offset int) *block {
	st := t.brand.Style(style)
	if offset == 0 && !indented(p, st) {
		return t.block(p.piece, style)
	}
	if b := p.find(style, offset, true); b != nil {
		return b
	}
	var b *block
	indent := geom.Length(0)
	if offset == 0 {
		indent = st.Indent
		b = t.ahead.take(p.piece, style, true)
	}
	if b == nil {
		b = t.prepareFrom(p.piece, st, st.Size, indent, offset)
	}
	p.made = append(p.made, madeBlock{style, offset, true, b})
	return b
}
