package flow

import "masthead/layout/geom"

// A planKey names the plans of a galley that no inset disturbs: they are the same
// on every page.
type planKey struct {
	columns, tail int
	finish, turn  bool
	limit, less   int
}

// A planTable is the plans of a galley by height, and their prices.
type planTable struct {
	prices table
	plans  map[int]bodyPlan
}

// plans works out the distribution for every height that may be wanted.
func (m *measurer) plans(b *bodySet) table {
	key := planKey{b.columns, b.tail(), b.part.finish, b.part.turn, m.limit, m.less}
	if len(b.insets) == 0 {
		if t, ok := b.galley.plans[key]; ok {
			b.plans = t.plans
			return t.prices
		}
	}
	t := planTable{prices: newTable(m.limit), plans: map[int]bodyPlan{}}
	from, to := m.heights(b)
	for h := from; h <= to; h += 2 {
		if plan, ok := m.bestPlan(b, h); ok {
			t.plans[h] = plan
			t.prices.offer(h, plan.price)
		}
	}
	if len(b.insets) == 0 {
		if b.galley.plans == nil {
			b.galley.plans = map[planKey]planTable{}
		}
		b.galley.plans[key] = t
	}
	b.plans = t.plans
	return t.prices
}

// heights are the least and the greatest height, in half rows, that columns may
// sensibly have: what is lower holds too little, what is higher is better filled
// up with white.
func (m *measurer) heights(b *bodySet) (from, to int) {
	if !b.part.finish {
		return 2 * m.brand.Story.MinPart, m.limit - 12*m.less
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

// bestPlan finds the cheapest filling of columns h half rows high. Where the
// columns would not end level, paragraphs are tried that are set a line longer
// or shorter.
func (m *measurer) bestPlan(b *bodySet, h int) (bodyPlan, bool) {
	best, room := m.planBody(b, b.galley, h)
	need := b.need(b.galley)
	if best.price > price(2*m.costs.Level) && b.part.finish && room >= need-1 && room <= need+b.columns*slack {
		for _, g := range m.variants(b) {
			plan, _ := m.planBody(b, g, h)
			if plan.price += looseCost; plan.price < best.price {
				best = plan
			}
		}
		if best.price > price(2*m.costs.Level) && b.columns > 2 && len(b.insets) == 0 {
			for _, g := range m.pairs(b) {
				plan, _ := m.planBody(b, g, h)
				if plan.price += 2 * looseCost; plan.price < best.price {
					best = plan
				}
			}
		}
	}
	return best, best.price < never
}

// looseCost is the price of a paragraph that is a line longer or shorter than is
// best.
const looseCost = 25

// planBody finds the cheapest filling of columns h half rows high with one
// galley, and the rows that the columns offer at most. All heights of the insets
// are tried whose room for text is near enough to what is wanted.
func (m *measurer) planBody(b *bodySet, g *galley, h int) (bodyPlan, int) {
	p := planner{m: m, b: b, g: g, h: h, need: b.need(g), most: -1}
	p.best.price = never
	p.heights = make([]int, len(b.insets), 8)
	p.try(0, 0)
	return p.best, p.most
}

// A planner tries the heights of the insets.
type planner struct {
	m       *measurer
	b       *bodySet
	g       *galley
	h       int
	need    int
	most    int
	heights []int
	best    bodyPlan
}

func (p *planner) try(i int, spent price) {
	if spent >= p.best.price {
		return
	}
	if i < len(p.b.insets) {
		in := &p.b.insets[i]
		for _, x := range in.heights {
			p.heights[i] = x
			p.try(i+1, spent+in.prices[x])
		}
		return
	}
	var store [12]column
	cols, room, ok := p.m.columns(p.b, p.h, p.heights, store[:0])
	p.most = max(p.most, room)
	if finish := p.b.part.finish; !ok || finish && room < p.need || finish && len(p.heights) > 0 && room > p.need+p.b.columns*slack+slack {
		return
	}
	f, ok := p.m.distribute(p.g, 0, cols, p.b.tail(), p.b.part.finish)
	if ok && f.price+spent < p.best.price && !p.b.torn(p.m, f) {
		f.price += spent
		p.best = bodyPlan{filling: f, galley: p.g, height: p.h, insets: append([]int(nil), p.heights...)}
	}
}
