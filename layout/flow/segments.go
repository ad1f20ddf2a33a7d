package flow

import (
	"masthead/layout/display"
	"masthead/layout/geom"
)

// A text column may be cut in two by a box in its middle. Text is poured into
// segments, column by column:
//
//	  1 a    2 c    3 e
//	 ============   :      a box over columns 1 and 2
//	  1 b    2 d    3 e
//
// in the order a b c d e. A column without such a box is one segment.

// leastAbove is how many rows of text stand above and below a box in columns, at the
// least.
const leastAbove = 4

// columns works out the segments that insets of the given heights leave for text,
// and the rows that they hold together.
func (m *measurer) columns(b *bodySet, h int, heights []int, cols []column) ([]column, int, bool) {
	room := 0
	for c := range b.columns {
		top, foot := b.taken(heights, c, true), h-b.taken(heights, c, false)
		if mid := b.middle(c); mid >= 0 {
			at, ok := b.middleTop(heights, mid, h)
			if !ok {
				return nil, 0, false
			}
			rows := m.rows(at - top).FloorDiv(b.galley.leading)
			cols = append(cols, column{rows: rows, at: c, top: top})
			room += rows
			top = at + b.insets[mid].room(heights[mid])
		}
		left := foot - top
		if left < 0 {
			// A box that fills its column needs no space to the text above it.
			if left += b.margins(c); left < 0 {
				return nil, 0, false
			}
			left = 0
		}
		rows := m.rows(left).FloorDiv(b.galley.leading)
		if rows < leastAbove && (rows > 0 && left < h || c == 0 && foot < h) {
			return nil, 0, false // too little; and a text begins in its first column
		}
		cols = append(cols, column{rows: rows, at: c, top: top})
		room += rows
	}
	return cols, room, true
}

// middle returns the inset in the middle of a column, negative where there is
// none.
func (b *bodySet) middle(c int) int {
	for i := range b.insets {
		if in := &b.insets[i]; in.middle && in.spans(c) {
			return i
		}
	}
	return -1
}

func (in *insetBox) spans(c int) bool { return c >= in.Columns.From-1 && c < in.Columns.To }

// middleTop places an inset in the middle of its columns, a little above the
// centre of what the others leave: the half rows from the head of the columns to
// the space before it. It reports whether enough text stands above and below.
func (b *bodySet) middleTop(heights []int, i, h int) (int, bool) {
	in := &b.insets[i]
	if heights[i] == 0 {
		return 0, true
	}
	top, foot := 0, h
	for c := in.Columns.From - 1; c < min(in.Columns.To, b.columns); c++ {
		top = max(top, b.taken(heights, c, true))
		foot = min(foot, h-b.taken(heights, c, false))
	}
	free := foot - top - in.room(heights[i])
	if free < 4*leastAbove {
		return 0, false
	}
	above := free * 2 / 5
	above = max(above-above&1, 2*leastAbove)
	return top + above, true
}

// lastSegment returns the last segment that holds any text: there a story ends.
func lastSegment(cols []column) int {
	last := len(cols) - 1
	for last > 0 && cols[last].rows == 0 {
		last--
	}
	return last
}

// columnRules paints the rules between text columns: beside text, from its cap
// height to its last baseline, never beside a box that spans the gutter.
func (pg *page) columnRules(b *bodySet, plan bodyPlan, y geom.Length, h int) {
	r := b.spec.Rule
	if r == nil {
		return
	}
	ink := pg.brand.Ink(orElse(r.Colour, "section"), pg.section)
	capital := b.galley.leading - pg.m.capHeight(pg.brand.Style(orElse(b.spec.Style, "body")))
	for c := 0; c < b.columns-1; c++ {
		x := b.frame.x + (b.width+b.gutter)*geom.Length(c) + b.width + b.gutter/2 - r.Weight/2
		for _, s := range b.beside(plan, c, h) {
			rect := geom.Rect{X: x, Y: y + pg.m.rows(s.from) + capital, W: r.Weight, H: pg.m.rows(s.to-s.from) - capital}
			if rect.H <= b.galley.leading {
				continue
			}
			pg.items = append(pg.items, &display.Fill{Rect: rect, Ink: ink})
			pg.box(rect, b.part.story.id, "rule")
		}
	}
}

// A span is a stretch of a column, in half rows from its head.
type span struct{ from, to int }

// beside lists where no inset spans the gutter after column c, in columns h half
// rows high.
func (b *bodySet) beside(plan bodyPlan, c, h int) []span {
	out := []span{{0, h}}
	for i := range b.insets {
		in := &b.insets[i]
		if plan.insets[i] == 0 || !in.spans(c) || !in.spans(c+1) {
			continue
		}
		from, to := b.place(plan.insets, i, h)
		var cut []span
		for _, s := range out {
			if s.from < from {
				cut = append(cut, span{s.from, min(s.to, from)})
			}
			if s.to > to {
				cut = append(cut, span{max(s.from, to), s.to})
			}
		}
		out = cut
	}
	return out
}

// place returns where an inset stands in columns h half rows high, with the space
// around it.
func (b *bodySet) place(heights []int, i, h int) (from, to int) {
	in := &b.insets[i]
	switch {
	case in.head:
		return 0, in.room(heights[i])
	case in.middle:
		at, _ := b.middleTop(heights, i, h)
		return at, at + in.room(heights[i])
	}
	return h - in.room(heights[i]), h
}
