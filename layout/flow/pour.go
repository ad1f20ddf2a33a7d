package flow

import (
	"fmt"
	"math"

	"masthead/layout/brand"
	"masthead/layout/geom"
)

// Stories poured into columns run on, one below the other, column by column, as
// far as the page reaches. What stands in a column is a sequence of
//
//	head      kicker, title, lead of a story; it keeps three lines
//	passages  paragraphs, each in one of the ways that it may be set in; loose.go
//	floats    pictures, quote, facts: between paragraphs, at head or foot
//	tail      cross-links, signature, calendar; it stays with the last line
//
// and all of them together fill it:
//
//	for each column, for each place in the stories that may stand at its head:
//	    (floats set, rows used) -> least price, piece by piece       pourwalk.go
//	    where the column is full, that place may be the next one's head
//	the cheapest way through all columns wins                        pourfill.go
//
// So the heights of all pictures, the white around them, where they stand and how
// paragraphs are set are chosen at once, a column at a time. What may stand at a
// column's head and follow in it does not depend on the page, so it is worked out
// once for all pages that begin alike.

// A pouring is the stories that may stand on a page, made ready for columns: those
// of the page, and others that follow.
type pouring struct {
	m       *measurer
	spec    *brand.Pour
	frame   frame
	gutter  geom.Length
	width   geom.Length // of a column
	airs    []pourHeight
	rows    int    // that a column may have at the most
	near    []bool // rows used at which a column may end for a height that is wanted
	stories []*poured
	columns map[pourSpot][][]pourEnd // by the rows that are used
	filled  map[pourAsk][]*pourWay
}

// A poured is one story made ready.
type poured struct {
	*part
	index  int // in the measurer's parts
	galley *galley
	text   []passage
	items  [blockItem + 1][]pourBox
	body   *brand.Body
}

// The boxes of a poured story by kind. Pictures and pieces are floats.
const (
	pictureItem = iota
	pieceItem
	pairItem  // two pictures side by side
	headItem  // at the head of a column
	belowItem // the same below another story
	blockItem
)

// A pourBox is a box with the heights that it may have.
type pourBox struct {
	heights []pourHeight
	above   []pourHeight // white above it, but at the head of a column
	first   int          // of a block that may begin a column: of what it lists
	make    func(f frame) *box
	dry     *box // it, for pages that are not painted
}

// A pourHeight is a height of a box: so many half rows, in so many rows.
type pourHeight struct {
	rows, halves int
	price        price
}

// A pourKey is all that a pouring depends on.
type pourKey struct {
	node      *brand.Node
	frame     frame
	first     *story
	start     position
	opening   int
	count     int // of the page, where no others follow in order
	swapped   bool
	skip      int
	limit     int
	heights   string
	version   int
	elsewhere shown
}

// shown is what a page shows of a story outside of its pour.
type shown struct {
	pieces  string
	figures int
}

// pour measures stories in columns: at every height that the page may want, the
// cheapest way to fill them.
func (m *measurer) pour(n *brand.Node, f frame) *box {
	p := m.part(f)
	if p == nil {
		return nil
	}
	fits := m.parts[f.story:]
	finish := fits[len(fits)-1].finish
	high := 0
	var heights []int
	for _, w := range m.wanted {
		heights = append(heights, w.halves/2)
		high = max(high, w.halves/2)
	}
	q := m.pouring(n, f, heights)
	if len(fits) > len(q.stories) || finish && q.need(len(fits)) > high {
		return &box{prices: newTable(0), solid: true} // they are more than the page holds
	}
	plans := map[int]*pourPlan{}
	out := &box{prices: newTable(m.limit), grid: true, solid: true}
	if m.last && finish {
		for h := q.need(len(fits)); h <= high && len(heights) < mostWanted+mostEven; h++ {
			heights = append(heights, h)
		}
		q = m.pouring(n, f, heights)
	}
	for _, h := range heights {
		if plan := q.fill(pourAsk{rows: h, stories: len(fits), finish: finish, last: m.last, choice: m.less}); plan != nil {
			plans[2*h] = plan
			out.prices.offer(2*h, plan.price)
		}
	}
	if finish {
		out.text = f.w
	}
	out.set = func(pg *page, y geom.Length, h int) { pg.pour(q, plans[h], y) }
	return out
}

// mostEven is how many heights more are tried on the last page, whose columns end
// level.
const mostEven = 10

// pouring makes the stories of a frame ready; dry ones once for all pages.
func (m *measurer) pouring(n *brand.Node, f frame, heights []int) *pouring {
	first := m.parts[f.story]
	key := pourKey{
		node: n, frame: f, first: first.story, start: first.start, opening: first.opening, limit: m.limit,
		version: m.version, skip: m.skip, elsewhere: m.elsewhere(first, f),
	}
	near := make([]bool, m.limit/2+1)
	for _, h := range heights {
		for used := max(0, h-mostShort); used <= h; used++ {
			near[used] = true
		}
	}
	key.heights = fmt.Sprint(near)
	key.swapped = len(first.figures) > 1 && len(first.story.figures) > 1 && first.figures[0] == first.story.figures[1]
	if m.following == nil {
		key.count = len(m.parts)
	}
	if q, ok := m.pourings[key]; ok && m.dry && key.count == 0 {
		return q
	}
	q := m.ready(n, f, key)
	q.near = near
	if m.dry && key.count == 0 {
		m.pourings[key] = q
	}
	return q
}

// ready measures the stories of a pour. They are measured as if they all ended on
// the page, for where it ends is not known yet.
func (m *measurer) ready(n *brand.Node, f frame, key pourKey) *pouring {
	own := *m
	own.parts, own.hidden, own.rough, own.sketch = nil, nil, false, false
	for i, p := range m.parts {
		whole := *p
		whole.finish = true
		own.parts = append(own.parts, &whole)
		if i == f.story {
			own.hidden = map[*part]shown{&whole: key.elsewhere}
		}
	}
	own.parts = append(own.parts, m.following...)
	spec := n.Pour
	q := &pouring{m: &own, spec: spec, frame: f, gutter: spec.Gutter, rows: m.limit / 2, columns: map[pourSpot][][]pourEnd{}, filled: map[pourAsk][]*pourWay{}}
	q.airs = m.whiteRows(spec.Air)
	q.width = columnWidth(f.w, spec.Gutter, spec.Columns)
	room := 2 * q.rows * spec.Columns // more than the page holds need not be measured
	for i := f.story; i < len(own.parts) && room > 0; i++ {
		s := q.story(i)
		q.stories = append(q.stories, s)
		room -= s.need()
	}
	return q
}

// story makes one story ready.
func (q *pouring) story(i int) *poured {
	m := q.m
	s := &poured{part: m.parts[i], index: i}
	at := 0
	for k := range q.spec.Stack {
		if b := q.spec.Stack[k].Body; b != nil {
			at, s.body = k, b
		}
	}
	f := q.column(0)
	f.story = i
	head, tail := q.spec.Stack[:at], q.spec.Stack[at+1:]
	s.add(m, headItem, f, func(f frame) *box { return m.stack(m.nodes(head, f)) })
	s.add(m, belowItem, f, func(f frame) *box { return m.stack(append(m.nodes(q.spec.Gap, f), m.nodes(head, f)...)) })
	q.blocks(s, tail, f)
	for k := range q.spec.Floats {
		q.float(s, &q.spec.Floats[k], f)
	}
	if s.galley = m.galley(s.part, s.body.Style, q.width); s.galley != nil && m.holds(q.spec.Stack[at].If, f) {
		s.text = m.passagesOf(s.galley)
	}
	return s
}

// whiteRows are the heights of white, in whole rows, with their prices.
func (m *measurer) whiteRows(r brand.Rows) []pourHeight {
	var out []pourHeight
	for n := int(r.Min); n <= int(math.Ceil(r.Max)); n++ {
		out = append(out, pourHeight{rows: n, price: quadratic(m.costs.Space, 2*n-int(2*r.Ideal), int(2*(r.Max-r.Min)))})
	}
	return out
}

// add measures a box, if it is there.
func (s *poured) add(m *measurer, item int, f frame, build func(f frame) *box) *pourBox {
	b := build(f)
	if b == nil {
		return nil
	}
	out := pourBox{make: build, dry: b}
	for r := 0; 2*r-1 < len(b.prices); r++ {
		h := pourHeight{r, 2 * r, b.prices.at(2 * r)}
		if p := b.prices.at(2*r - 1); p < h.price {
			h.halves, h.price = 2*r-1, p
		}
		if h.price < never {
			out.heights = append(out.heights, h)
		}
	}
	s.items[item] = append(s.items[item], out)
	return &s.items[item][len(s.items[item])-1]
}

// float makes a box ready that stands where it fits; the pictures of a gallery are
// one each.
func (q *pouring) float(s *poured, n *brand.Node, f frame) {
	m := q.m
	if n.Gallery == nil {
		if !s.continued() {
			s.add(m, pieceItem, f, func(f frame) *box { return m.node(n, f) })
		}
		return
	}
	if !m.holds(n.If, f) {
		return
	}
	strip := func(item, from, to int, rows brand.Rows) {
		one := *n.Gallery
		one.Rows = rows
		node := &brand.Node{Gallery: &one, Cap: n.Cap}
		s.add(m, item, f, func(f frame) *box {
			figs := s.figures[from:to]
			w := columnWidth(f.w, m.brand.Grid.Gutter, to-from)
			return m.stack([]*box{m.strip(node, f, figs, w), m.captions(f, figs, w)})
		})
	}
	for i := max(n.Gallery.From-1, m.hidden[s.part].figures); i < len(s.figures); i++ {
		strip(pictureItem, i, i+1, n.Gallery.Rows)
		if n.Gallery.Across > 1 && i+1 < len(s.figures) {
			strip(pairItem, i, i+2, halved(n.Gallery.Rows))
		}
	}
}

// halved are the heights of pictures half as wide.
func halved(r brand.Rows) brand.Rows {
	half := func(v float64) float64 { return math.Round(v) / 2 }
	r.Min, r.Ideal, r.Max = half(r.Min), half(r.Ideal), half(r.Max)
	return r
}

// seeBox holds the cross-links below a story's text.
func (m *measurer) seeBox(s *poured, f frame) *box {
	if s.body.See != nil && !*s.body.See {
		return nil
	}
	links := m.seeLines(s.part, f.w)
	var h geom.Length
	for _, l := range links {
		h += l.height()
	}
	if h == 0 {
		return nil
	}
	return m.fixed(m.halves(h), 0, func(pg *page, y geom.Length, _ int) {
		for _, l := range links {
			pg.seeLink(l, f.x, y, f)
			y += l.height()
		}
	})
}

// column is the frame of a column.
func (q *pouring) column(c int) frame {
	f := q.frame
	f.x += (q.width + q.gutter) * geom.Length(c)
	f.w, f.from, f.to, f.plain = q.width, 0, 0, true
	return f
}

// need counts the rows that a story takes at the least.
func (s *poured) need() int {
	n := 0
	least := func(b pourBox) int {
		if len(b.heights) == 0 {
			return 0
		}
		return b.heights[0].rows
	}
	for _, item := range []int{pieceItem, belowItem, blockItem} {
		for _, b := range s.items[item] {
			n += least(b)
		}
	}
	for i, b := range s.items[pictureItem] {
		one := least(b)
		for k := max(0, i-1); k < min(i+1, len(s.items[pairItem])); k++ {
			one = min(one, least(s.items[pairItem][k])/2)
		}
		n += one
	}
	if s.galley != nil {
		n += s.galley.length(0, len(s.galley.rows))
	}
	return n
}

// need is about the least height of the columns that holds so many stories.
func (q *pouring) need(stories int) int {
	n := 0
	for _, s := range q.stories[:stories] {
		n += s.need()
	}
	return max(1, n/q.spec.Columns-2)
}
