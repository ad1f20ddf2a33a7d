package flow

import (
	"encoding/binary"

	"masthead/layout/geom"
)

// A planKey is all that the plans of a galley depend on: they are the same on
// every page.
type planKey struct {
	columns, tail int
	finish, turn  bool
	limit         int
	least, most   int // rows
	insets        string
}

// A planTable is the plans of a galley by height, and their prices.
type planTable struct {
	prices table
	plans  map[int]bodyPlan
}

// plans works out the distribution for every height that may be wanted.
func (m *measurer) plans(b *bodySet) table {
	least, most := m.amount.rows(b)
	key := planKey{b.columns, b.tail(), b.part.finish, b.part.turn, m.limit, least, most, b.signature()}
	if t, ok := b.galley.plans[key]; ok {
		b.plans = t.plans
		return t.prices
	}
	if m.sketch && b.part.finish {
		m.rough = true
		return m.roomFor(b)
	}
	t := planTable{prices: newTable(m.limit), plans: map[int]bodyPlan{}}
	from, to := m.heights(b)
	for h := from; h <= to; h += 2 {
		if plan, ok := m.bestPlan(b, h); ok {
			t.plans[h] = plan
			t.prices.offer(h, plan.price)
		}
	}
	if b.galley.plans == nil {
		b.galley.plans = map[planKey]planTable{}
	}
	b.galley.plans[key] = t
	b.plans = t.plans
	return t.prices
}

// roomFor prices a text as if it ended level wherever there is room for it: no
// plan is cheaper.
func (m *measurer) roomFor(b *bodySet) table {
	prices := newTable(m.limit)
	p := planner{m: m, b: b, need: b.need(b.galley), sketch: true}
	p.heights = m.distributor.insets(len(b.insets))
	from, to := m.heights(b)
	for h := from; h <= to; h += 2 {
		p.h, p.best.price = h, never
		p.try(0, 0, 0)
		prices.offer(h, p.best.price)
	}
	return prices
}

// signature is what text meets of its insets: where they stand, and what they
// cost at every height.
func (b *bodySet) signature() string {
	var out []byte
	for i := range b.insets {
		in := &b.insets[i]
		out = append(out, in.At...)
		out = binary.AppendUvarint(out, uint64(in.Columns.From))
		out = binary.AppendUvarint(out, uint64(in.Columns.To))
		out = binary.AppendUvarint(out, uint64(in.before))
		out = binary.AppendUvarint(out, uint64(in.after))
		for _, h := range in.heights {
			out = binary.AppendUvarint(out, uint64(h))
			out = binary.AppendUvarint(out, uint64(in.prices[h]))
		}
		out = append(out, '.')
	}
	return string(out)
}

// heights are the least and the greatest height, in half rows, that columns may
// sensibly have: what is lower holds too little, what is higher is better filled
// up with white.
func (m *measurer) heights(b *bodySet) (from, to int) {
	if !b.part.finish {
		to = m.limit
		if _, most := m.amount.rows(b); len(b.insets) == 0 {
			to = min(to, 2*(most/b.columns+slack))
		}
		return 2 * m.brand.Story.MinPart, to
	}
	need := m.halves(b.galley.leading * geom.Length(b.need(b.galley)))
	from = need / b.columns
	from -= from & 1
	if len(b.insets) > 0 {
		return max(0, from-2*slack), m.limit
	}
	return max(0, from-2*slack), min(m.limit, from+4*slack+4)
}

// need counts the rows of a galley with the cross-links after it.
func (b *bodySet) need(g *galley) int { return g.length(0, len(g.rows)) + b.tail() }

// bestPlan finds the cheapest filling of columns h half rows high; all heights of
// the insets are tried whose room for text is near enough to what is wanted. Where
// the columns would not end level, paragraphs are set a line longer or shorter.
func (m *measurer) bestPlan(b *bodySet, h int) (bodyPlan, bool) {
	p := planner{m: m, b: b, h: h, need: b.need(b.galley), most: -1}
	p.least, p.cap = m.amount.rows(b)
	p.best.price = never
	p.heights = m.distributor.insets(len(b.insets))
	p.try(0, 0, 0)
	if !p.level && p.most >= p.need-mostLoose {
		p.loose = true
		p.again()
	}
	return p.best, p.best.price < never
}

// A planner tries the heights of the insets.
type planner struct {
	m       *measurer
	b       *bodySet
	h       int
	need    int  // rows
	most    int  // rows that the columns offer at most
	least   int  // rows of text that must be set
	cap     int  // and that may be
	loose   bool // paragraphs may be a line longer or shorter
	sketch  bool // only the room for text counts
	level   bool // the columns of the best end level
	heights []int
	best    bodyPlan
}

// again tries the fillings with longer and shorter paragraphs; of a text that goes
// on elsewhere, only beside the insets that suited it best.
func (p *planner) again() {
	if p.b.part.finish {
		p.try(0, 0, 0)
		return
	}
	if p.best.price >= never {
		return
	}
	copy(p.heights, p.best.insets)
	spent := price(0)
	for i := range p.b.insets {
		spent += p.b.insets[i].prices[p.heights[i]]
	}
	p.try(len(p.heights), spent, 0)
}

// try tries the insets from i on; those before it cost so much and take so many
// half rows, over all columns.
func (p *planner) try(i int, spent price, taken int) {
	if spent >= p.best.price {
		return
	}
	if i < len(p.b.insets) {
		in := &p.b.insets[i]
		for _, x := range in.heights {
			if spent+in.prices[x] >= p.best.price {
				break
			}
			p.heights[i] = x
			p.try(i+1, spent+in.prices[x], taken+in.columns*in.room(x))
		}
		return
	}
	if p.far(taken) {
		return
	}
	var store [12]column
	cols, room, ok := p.m.columns(p.b, p.h, p.heights, store[:0])
	p.most = max(p.most, room)
	if !ok || !p.near(room) {
		return
	}
	if p.sketch {
		p.best.price = min(p.best.price, spent)
		return
	}
	f, ways, ok := p.pour(cols, p.best.price-spent)
	if ok && f.price+spent < p.best.price && !p.b.torn(p.m, f) && p.suits(f) {
		p.level = f.price <= price(p.b.columns*p.m.costs.Level)
		f.price += spent
		p.best = bodyPlan{filling: f, ways: ways, height: p.h, insets: append([]int(nil), p.heights...)}
	}
}

// far reports, without looking at the columns one by one, whether the room that
// insets leave cannot suit the text: the columns lose a row each at most, and more
// only where a box stands in them, and gain the spaces of boxes that fill one.
func (p *planner) far(taken int) bool {
	if !p.b.part.finish || len(p.b.insets) == 0 {
		return false
	}
	room := p.m.rows(max(0, p.b.columns*p.h-taken)).FloorDiv(p.b.galley.leading)
	p.most = max(p.most, room)
	gained := 0
	for i := range p.b.insets {
		gained += p.b.insets[i].columns * (p.b.insets[i].before + p.b.insets[i].after + 2)
	}
	least, most := p.need, p.need+p.b.columns*slack+slack
	if p.loose || p.sketch {
		least -= mostLoose
	}
	return room+gained < least || room-2*p.b.columns > most
}

// near reports whether a room in rows may suit the text.
func (p *planner) near(room int) bool {
	switch {
	case !p.b.part.finish:
		return room >= p.least && room <= p.cap+(p.b.columns+1)*slack
	case p.sketch && room < p.need:
		return room >= p.need-mostLoose
	case p.loose:
		return room >= p.need-mostLoose && room <= p.need+p.b.columns+mostLoose
	}
	return room >= p.need && (len(p.heights) == 0 || room <= p.need+p.b.columns*slack+slack)
}

// suits reports whether a filling sets as much text as it should.
func (p *planner) suits(f filling) bool {
	n := f.ends[len(f.ends)-1]
	return n >= p.least && n <= p.cap
}

// pour fills the columns, cheaper than a bound.
func (p *planner) pour(cols []column, bound price) (filling, []int, bool) {
	if p.loose {
		return p.m.loosely(p.b, cols, bound)
	}
	f, ok := p.m.distribute(p.b.galley, cols, p.b.tail(), p.b.part.finish, bound)
	return f, nil, ok
}
