package flow

import (
	"masthead/layout/brand"
	"masthead/layout/geom"
)

// An ask is the question that the search puts to a page: what does it cost to
// set these parts with this template?
type ask struct {
	template int
	number   int
	unit     int // of the first part
	count    int // stories
	skip     int // units that an earlier page took out of order
	start    position
	finish   bool
	opening  int // of the first story: how many sentences shorter than the ideal
	last     bool
	less     int  // of an unfinished story: steps of less text than suits the page best
	swap     bool // the first two pictures change places
	later    int  // unit, counted from 1, of a story of a later section; 0: none
	rest     int  // unit, counted from 1, of a story that turned on an earlier page
	from     position
	turn     bool // the first article goes on on any later page
}

// askKey is what an answer depends on: of the page's number only its side.
type askKey struct {
	ask
	version int
}

// An answer prices a page and says where its unfinished story goes on.
type answer struct {
	price  price
	flex   price       // of it, for what was flexed
	text   geom.Length // of the unfinished story on the page: the length of its lines
	end    position
	turned position // where a story goes on that turns
	rough  bool     // the page is at least so dear
}

// answer measures a page, once for all pages that are alike. Of a page that is
// dearer than is wanted it may know a bound only.
func (c *composer) answer(a ask) answer {
	key := askKey{a, c.version}
	key.number = a.number & 1
	if c.traits(a.template).any {
		key.number = 0
	}
	if got, ok := c.prices[key]; ok && (!got.rough || got.price >= c.most) {
		return got
	}
	got := c.priceOf(a)
	c.prices[key] = got
	return got
}

// priceOf measures a page twice: first as if its text could be set as well as the
// room for it allows, which is soon known, and then exactly if that is cheap enough.
func (c *composer) priceOf(a ask) answer {
	m, top := c.measurer(a, true)
	m.sketch = a.finish && !a.turn
	root := m.root(a)
	p := root.at(m.limit)
	if m.rough && p < never {
		if p >= c.most {
			return answer{price: p, flex: p, rough: true}
		}
		m.sketch = false
		root = m.root(a)
		p = root.at(m.limit)
	}
	if root == nil || p >= never {
		return answer{price: never}
	}
	pg := c.newPage(m, true)
	root.set(pg, top, m.limit)
	got := answer{price: p + c.surcharge(m, a), flex: p}
	for _, s := range m.parts {
		if s.finish && pg.shown[s.story] < len(s.figures) {
			got.price = never
		}
	}
	if !a.finish {
		s := m.parts[a.count-1]
		end, ok := pg.ends[s.story]
		if ok && pg.goesOn(s, end) {
			end.photos = s.start.photos + pg.shown[s.story]
			end.opening = s.opening
			got.end, got.text = end, pg.texts[s.story]
		} else {
			got.price = never
		}
	}
	pg.turned(a, &got)
	return got
}

// goesOn reports whether enough of a story stands on the page, and enough is
// left, to break it there.
func (pg *page) goesOn(p *part, end position) bool {
	if end.para == p.start.para && end.offset <= p.start.offset {
		return false
	}
	return pg.heights[p.story] >= 2*pg.brand.Story.MinPart
}

// measurer prepares to measure a page.
func (c *composer) measurer(a ask, dry bool) (m *measurer, top geom.Length) {
	entry := &c.brand.Template.Entries[a.template]
	t := &entry.Value
	m = &measurer{
		composer: c, template: t, number: a.number, dry: dry, live: c.brand.Live(), costs: &c.brand.Costs, baseline: c.brand.Grid.Baseline,
	}
	m.less, m.last = a.less, a.last && a.finish
	if a.less != 0 && !c.traits(a.template).pours {
		m.amount = c.amountOf(a)
	}
	m.mirrored = t.Mirror == "odd" && a.number%2 == 1 || t.Mirror == "even" && a.number%2 == 0
	top, m.limit = halfRows(c.brand, t)
	m.parts, m.skip = c.parts(a, t), a.skip
	if c.traits(a.template).pours && m.parts != nil {
		m.following = c.storiesAfter(a, t)
	}
	return m, top
}

// root measures the tree of the page; nil where nothing stands on it.
func (m *measurer) root(a ask) *box {
	if m.parts == nil && a.count+a.later+a.rest > 0 {
		return nil
	}
	f := frame{from: 1, to: m.brand.Grid.Columns, x: m.live.X, w: m.live.W}
	m.wanted = wanted{{m.limit, 0}}
	root := m.stack(m.stacked(m.template.Stack, f))
	if root != nil {
		root = m.ended(root)
	}
	return root
}

// parts are the stories of a page: the first from where it was left, all but
// the last to their ends.
func (c *composer) parts(a ask, t *brand.Template) []*part {
	var out []*part
	_, turning := c.turns(a)
	for i, s := range c.storiesOf(a) {
		p := &part{story: s, finish: true, figures: s.figures}
		if p.rest = a.rest > 0 && s == c.units[a.rest-1]; p.rest {
			p.start = a.from
		} else if i == 0 {
			p.start = a.start
		}
		p.figures = s.figures[min(p.start.photos, len(s.figures)):]
		if p.turn = a.turn && i == turning; p.turn {
			p.finish = false
		} else if i == a.count-1 {
			p.finish = a.finish
		}
		if p.opening = p.start.opening; !p.continued() {
			p.opening = c.openingFor(s, a.template, a.opening)
		}
		if a.swap && i == 0 {
			p.figures = append([]*figure{p.figures[1], p.figures[0]}, p.figures[2:]...)
		}
		if p.opening == noOpening || p.finish && len(p.figures) > c.traits(a.template).pictures {
			return nil
		}
		out = append(out, p)
	}
	return out
}

// mostFollow is how many stories are looked at beyond those of a page.
const mostFollow = 12

// storiesAfter are the stories that come after those of a page, whole.
func (c *composer) storiesAfter(a ask, t *brand.Template) []*part {
	if a.later > 0 || a.rest > 0 || a.turn {
		return nil
	}
	out := []*part{}
	for _, s := range c.take(a.unit, a.count+mostFollow, a.skip)[a.count:] {
		p := &part{story: s, finish: true, figures: s.figures}
		if p.opening = c.openingFor(s, a.template, 0); p.opening == noOpening {
			break
		}
		out = append(out, p)
	}
	return out
}

// noOpening says that a story has no lead so much shorter than its ideal.
const noOpening = -2

// plainOpening sets a story's own lead as its first paragraph, on pages that
// have no place for a lead.
const plainOpening = -1

// openingFor chooses the lead of a story on a template.
func (c *composer) openingFor(s *story, template, shorter int) int {
	if !c.traits(template).lead {
		if shorter > 0 {
			return noOpening
		}
		if s.lead != nil {
			return plainOpening
		}
		return 0
	}
	leads := c.leads(s)
	if shorter >= len(leads) {
		return noOpening
	}
	return leads[shorter]
}

// take returns count units from unit on, without those that are skipped.
func (c *composer) take(unit, count, skip int) []*story {
	out := make([]*story, 0, count)
	for _, i := range c.taken(unit, count, skip) {
		out = append(out, c.units[i])
	}
	return out
}

// surcharge prices what a page costs beyond its boxes.
func (c *composer) surcharge(m *measurer, a ask) price {
	t, costs := m.template, m.costs
	p := price(costs.Page + t.Cost)
	if t.Serves.Parity == "even" && a.number%2 == 1 || t.Serves.Parity == "odd" && a.number%2 == 0 {
		p += price(costs.Parity)
	}
	if !a.finish {
		p += price(costs.Runover)
	}
	if a.turn {
		p += price(costs.Runover)
	}
	if a.swap {
		p += price(costs.Figure)
	}
	p += price(costs.Lead * a.opening)
	if a.opening > 0 && len(m.parts) > 0 && m.parts[0].opening == 0 {
		p += price(2 * costs.Lead) // no lead at all
	}
	if len(m.parts) > 0 {
		first := m.parts[0]
		if !first.first || first.continued() {
			p += price(t.Serves.Opener)
		}
		for _, q := range m.parts[1:] {
			if q.section != first.section {
				p += price(costs.Mixed)
			}
		}
	}
	for _, q := range m.parts {
		if !q.continued() {
			p += c.lacking(a.template, q)
		}
	}
	return p
}

// lacking prices the optional pieces of a story for which a template has no
// place.
func (c *composer) lacking(template int, p *part) price {
	t := c.traits(template)
	var sum price
	if !t.facts && len(p.story.facts) > 0 {
		sum += price(4 * c.brand.Costs.Figure)
	}
	if !t.quote && p.quote != nil {
		sum += price(3 * c.brand.Costs.Figure)
	}
	return sum
}

// each visits all nodes of a tree.
func each(nodes []brand.Node, visit func(*brand.Node)) {
	for i := range nodes {
		n := &nodes[i]
		visit(n)
		for _, kids := range children(n) {
			each(kids, visit)
		}
	}
}

// children lists the boxes inside a box.
func children(n *brand.Node) [][]brand.Node {
	out := [][]brand.Node{n.Stack, n.Split, n.Choose}
	if n.Pour != nil {
		out = append(out, n.Pour.Stack, n.Pour.Gap, n.Pour.Floats)
	}
	if n.Each != nil {
		out = append(out, n.Each.Stack, n.Each.Gap)
	}
	if n.Body != nil {
		for k := range n.Body.Insets {
			out = append(out, []brand.Node{n.Body.Insets[k].Node})
		}
	}
	for k := range n.Layers {
		if tree := n.Layers[k].Tree; tree != nil {
			out = append(out, []brand.Node{*tree})
		}
	}
	return out
}
