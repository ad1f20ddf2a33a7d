package flow

import (
	"fmt"
	"strings"

	"masthead/layout/brand"
	"masthead/layout/geom"
	"masthead/layout/issue"
	"masthead/layout/para"
)

// contactGrid measures the contact data in columns side by side, the heading in
// the first cell, every entry below its label.
func (m *measurer) contactGrid(spec *brand.Contacts, f frame) *box {
	n := geom.Length(spec.Columns)
	gutter := m.brand.Grid.Gutter
	w := (f.w - gutter*(n-1)) / n
	style := orElse(spec.Style, "contacts")
	cells := []setting{m.lines(m.block(m.contact.title, orElse(spec.Heading, style)), w)}
	for _, p := range m.contact.entries {
		cells = append(cells, m.lines(m.withLabel(p, orElse(spec.Label, style), style, true), w))
	}
	var heights []geom.Length
	for i, c := range cells {
		if i%spec.Columns == 0 {
			heights = append(heights, 0)
		}
		last := len(heights) - 1
		heights[last] = max(heights[last], c.height())
	}
	var sum geom.Length
	for _, h := range heights {
		sum += h
	}
	return m.fixed(m.halves(sum), 0, func(pg *page, y geom.Length, _ int) {
		for i, c := range cells {
			g := f
			g.x, g.w = f.x+(w+gutter)*geom.Length(i%spec.Columns), w
			pg.setting(c, g, y)
			if (i+1)%spec.Columns == 0 {
				y += heights[i/spec.Columns]
			}
		}
	})
}

// withLabel sets a contact's label in a style of its own, before its value or on a
// line above it, there without its colon.
func (t *typesetter) withLabel(p *piece, label, style string, above bool) *block {
	if len(p.spans) < 2 || label == "" {
		return t.block(p, style)
	}
	key := fmt.Sprint(label, "\x00", style, above)
	if b := p.find(key, 0, false); b != nil {
		return b
	}
	st, ls := t.brand.Style(style), t.brand.Style(label)
	b := &block{piece: p, style: st, size: st.Size}
	var spans []para.Span
	for i, s := range p.spans {
		look, words := st, s.Text
		if i == 0 {
			look = ls
			if above {
				words = strings.TrimRight(words, ":： \u00a0\u202f")
			}
			if ls.Case == "upper" {
				words = b.capitals(words)
			}
		}
		b.inks = append(b.inks, look.Colour)
		b.runs = append(b.runs, i)
		spans = append(spans, para.Span{
			Text: words, Style: t.face(look, brand.Inline{}, look.Size), Index: i, Break: above && i == 0,
			NoHyphen: true, NoBreak: s.Link != "" && t.isPhone(s),
		})
	}
	b.par = t.breaker.Prepare(spans, t.params(st, 0))
	p.made = append(p.made, madeBlock{key, 0, false, b})
	return b
}

func (t *typesetter) isPhone(s issue.Span) bool { return len(s.Link) > 4 && s.Link[:4] == "tel:" }
