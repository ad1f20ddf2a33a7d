package flow

import (
	"masthead/layout/brand"
	"masthead/layout/geom"
)

// items measures the items of a story's list, set side by side and read across:
// all of a row begin on one line, the next row below the longest.
func (m *measurer) items(n *brand.Node, f frame) *box {
	p := m.part(f)
	if p == nil || !p.isList() {
		return nil
	}
	set := m.itemRows(p, n.Items, f)
	gap := n.Items.Gap
	if !gap.Set {
		gap = brand.Rows{Min: 2, Ideal: 2, Max: 2}
	}
	out := &box{prices: newTable(m.limit), solid: true, grid: true}
	chosen := map[int]int{}
	for g := int(gap.Min * 2); g <= int(gap.Max*2); g += 2 {
		h := -g
		for _, r := range set {
			h += m.halves(r.height) + g
		}
		if out.prices.offer(h, quadratic(m.costs.Space, g-int(gap.Ideal*2), int((gap.Max-gap.Min)*2))) {
			chosen[h] = g
		}
	}
	out.set = func(pg *page, y geom.Length, h int) {
		for _, r := range set {
			pg.itemRow(p, n.Items, r, y)
			y += m.rows(m.halves(r.height) + chosen[h])
		}
	}
	return out
}

// An itemRow is the items that stand side by side.
type itemRow struct {
	items  []listItem
	height geom.Length
}

type listItem struct {
	frame frame
	rows  []row
	notes bool // the story's, below its list
}

func (m *measurer) itemRows(p *part, spec *brand.Items, f frame) []itemRow {
	columns := spec.Columns
	if columns == 0 {
		columns = 2
	}
	style := spec.Style
	if style == "" {
		style = "body"
	}
	gutter := m.brand.Grid.Gutter
	w := columnWidth(f.w, gutter, columns)
	var out []itemRow
	paras := p.story.opening(p.opening).paras
	k := 0
	for i := 0; i < len(paras); {
		if paras[i].item == 0 {
			i++
			continue
		}
		g := &galley{measure: w, leading: m.brand.Style(style).Leading}
		for item := paras[i].item; i < len(paras) && paras[i].item == item; i++ {
			m.rowsOf(g, &paras[i], style, 0)
		}
		if k%columns == 0 {
			out = append(out, itemRow{})
		}
		it := listItem{frame: f, rows: g.rows}
		it.frame.x, it.frame.w = f.x+(w+gutter)*geom.Length(k%columns), w
		r := &out[len(out)-1]
		r.items = append(r.items, it)
		r.height = max(r.height, g.leading*geom.Length(len(g.rows)))
		k++
	}
	g := &galley{measure: f.w, leading: m.brand.Style(style).Leading}
	if m.noteRows(g, p.story); len(g.rows) > 0 {
		out = append(out, itemRow{[]listItem{{f, g.rows, true}}, g.leading * geom.Length(len(g.rows))})
	}
	return out
}

// itemRow paints items side by side, each under its rule.
func (pg *page) itemRow(p *part, spec *brand.Items, r itemRow, y geom.Length) {
	for _, it := range r.items {
		if spec.Rule != nil && !pg.dry && !it.notes {
			pg.ruleAt(spec.Rule, it.frame.x, y+it.rows[0].block.style.Leading+spec.Rule.Offset, it.frame.w, p.story.id)
		}
		pg.rows(it.rows, it.frame, y, "")
	}
}

// rows paints the rows of a galley one under the other.
func (pg *page) rows(rows []row, f frame, y geom.Length, frameID string) {
	if pg.dry || len(rows) == 0 {
		return
	}
	if frameID == "" {
		leading := rows[0].block.style.Leading
		capital := pg.m.capHeight(rows[0].block.style)
		blank := 0
		for _, r := range rows[1:] {
			blank += r.before
		}
		frameID = pg.frame(rows[0].block, geom.Rect{
			X: f.x, Y: y + leading - capital, W: f.w, H: leading*geom.Length(len(rows)-1) + pg.m.baseline*geom.Length(blank) + capital,
		})
	}
	for i, r := range rows {
		if i > 0 {
			if rule := r.block.style.Above; rule != nil && r.mark != nil && r.before > 0 {
				pg.ruleAt(rule, f.x, y+rule.Offset, f.w, r.block.story.id)
			}
			y += geom.Length(r.before) * pg.m.baseline
		}
		if r.codes != nil && r.number == 0 {
			pg.codes(r.codes, f, y)
		}
		y += r.block.style.Leading
		if r.codes != nil {
			continue
		}
		if r.mark != nil {
			pg.listMark(r, f.x, y)
		}
		if r.number == 0 {
			pg.initial(r.block, f.x+r.indent, y, f)
		}
		pg.line(r.block, r.line, lineAt{
			x: f.x + r.indent, baseline: y, measure: f.w - r.indent, leading: r.block.style.Leading, frame: frameID, ink: f.ink,
		})
	}
}
