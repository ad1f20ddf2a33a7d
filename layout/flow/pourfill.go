package flow

import (
	"cmp"
	"slices"
)

// mostShort is how many rows a column may end above its foot at the most, where
// the stories go on.
const mostShort = 4

// mostSpots is how many places in the stories are tried at the head of a column.
const mostSpots = 8

// A pourAsk is what is wanted: columns of so many rows, filled with stories.
type pourAsk struct {
	rows, stories int
	finish        bool // the last story ends
	last          bool // page
	choice        int  // of the places where the last story may go on: the cheapest, the earliest, the latest
}

// A pourPlan is the way to fill columns of one height.
type pourPlan struct {
	pourAsk
	price   price
	columns []*pourStep // the last step of each
	end     pourSpot
}

// A pourWay is the cheapest way to a spot at the head of a column.
type pourWay struct {
	pourSpot
	price price
	end   *pourEnd // of the column before
	prev  *pourWay
}

// fill finds the cheapest way through all columns; nil where there is none.
func (q *pouring) fill(a pourAsk) *pourPlan {
	choice := a.choice
	a.choice = 0
	ways, ok := q.filled[a]
	if !ok {
		ways = q.ways(a)
		q.filled[a] = ways
	}
	if len(ways) == 0 || ways[0].price >= never {
		return nil
	}
	best := ways[0]
	if !a.finish && choice > 0 {
		best = outermost(ways, choice == 1)
	}
	return q.plan(best, a)
}

// ways finds the cheapest ways through all columns, one for every place where the
// stories may go on.
func (q *pouring) ways(a pourAsk) []*pourWay {
	first := q.stories[0]
	start := pourSpot{begun: first.continued()}
	if start.begun {
		start.pieces = int16(len(first.items[pieceItem]))
	}
	ways := []*pourWay{{pourSpot: start}}
	n := q.spec.Columns
	for c := range n {
		var next []*pourWay
		at := map[pourSpot]int{}
		for _, w := range ways {
			if int(w.story) >= a.stories { // nothing is left
				next = offerWay(next, at, pourWay{pourSpot: w.pourSpot, price: w.price + q.short(a.rows, a), prev: w})
				continue
			}
			for used, ends := range q.walk(w.pourSpot)[:a.rows+1] {
				for i := range ends {
					if e := &ends[i]; q.suits(e, a, c == n-1) {
						next = offerWay(next, at, pourWay{pourSpot: e.pourSpot, price: min(never, w.price+e.price+q.short(a.rows-used, a)), end: e, prev: w})
					}
				}
			}
		}
		slices.SortStableFunc(next, func(x, y *pourWay) int { return cmp.Compare(x.price, y.price) })
		ways = next
		if c < n-1 {
			ways = next[:min(len(next), mostSpots)]
		}
	}
	return ways
}

// outermost is the way that ends earliest in the stories, or latest, of those that
// cost no more than good pages do.
func outermost(ways []*pourWay, early bool) *pourWay {
	best := ways[0]
	for _, w := range ways[1:] {
		if w.price < gross && (w.before(best.pourSpot) == early) {
			best = w
		}
	}
	return best
}

// before reports whether less stands before a spot than before another.
func (s pourSpot) before(t pourSpot) bool {
	return cmp.Or(cmp.Compare(s.story, t.story), cmp.Compare(s.block, t.block), cmp.Compare(s.pictures, t.pictures),
		cmp.Compare(s.passage, t.passage), cmp.Compare(s.line, t.line), cmp.Compare(t.way, s.way)) < 0
}

func offerWay(ways []*pourWay, at map[pourSpot]int, w pourWay) []*pourWay {
	i, ok := at[w.pourSpot]
	switch {
	case !ok:
		at[w.pourSpot] = len(ways)
		return append(ways, &w)
	case w.price < ways[i].price:
		*ways[i] = w
	}
	return ways
}

// suits reports whether a column may end so: within its height, with stories of the
// page, and, in the last column, where the page may end.
func (q *pouring) suits(e *pourEnd, a pourAsk, last bool) bool {
	done := int(e.story) == a.stories && !e.begun
	switch {
	case e.used > a.rows, int(e.story) >= a.stories && !done, done && !a.finish:
		return false
	case e.begun && e.block == 0 && a.rows-e.used > mostShort:
		return false
	case last && a.finish:
		return done
	case last:
		return int(e.story) == a.stories-1 && e.begun && e.leave
	}
	return true
}

// short prices a column that ends so many rows above its foot.
func (q *pouring) short(rows int, a pourAsk) price {
	m := q.m
	if a.last && a.finish {
		if rows <= slack {
			return m.short(rows)
		}
		return min(never, m.short(rows)+m.hole(2*rows, q.width))
	}
	white := m.white(2*rows, q.width, 8) - m.hole(2*rows, q.width)
	short := m.short(rows)
	if rows > 1 {
		short *= 4 // there are many ways to fill it
	}
	return min(never, short+white)
}

func (q *pouring) plan(w *pourWay, a pourAsk) *pourPlan {
	out := &pourPlan{pourAsk: a, price: w.price, end: w.pourSpot, columns: make([]*pourStep, q.spec.Columns)}
	for c := q.spec.Columns - 1; c >= 0; c-- {
		if w.end != nil {
			out.columns[c] = w.end.last
		}
		w = w.prev
	}
	return out
}
