package flow

import "masthead/layout/geom"

// filling is a distribution of rows start..end over columns.
type filling struct {
	ends  []int // ends[c]: first row that does not stand in column c or before
	price price
}

// A column offers room for text: so many rows. Where a box stands in its middle,
// a text column is two of them.
type column struct {
	rows int
	at   int // the text column, from 0
	top  int // half rows from its head
}

// slack is how far a column may end above its foot before that counts as a
// failure rather than as a price.
const slack = 3

// distribute fills columns in order with the rows of g, cheaper than a bound. Where
// finish is set, the galley must end in the last column that is used, with tail
// further rows after it (cross-links); else the columns are filled and the story
// goes on elsewhere.
//
// It minimises the rows by which columns end short, with a price that rises with
// the square, so that a shortage is shared out: columns end level within one row
// where the text allows. States are (column, row); each has at most slack+1 ways
// on, so time is O(columns x slack x rows in a column).
func (m *measurer) distribute(g *galley, cols []column, tail int, finish bool, bound price) (filling, bool) {
	d := &m.distributor
	d.trail = d.trail[:0]
	states := append(d.level(0), fillStep{0, -1, 0})
	d.levels[0] = states
	end := lastSegment(cols)
	for c, col := range cols {
		d.trail = append(d.trail, states)
		next := d.level(c + 1)
		last := c == end
		for i, s := range states {
			far := g.reach(s.end, col.rows)
			if finish && last {
				used := g.length(s.end, len(g.rows)) + tail
				if far == len(g.rows) && used <= col.rows {
					spare := col.rows - used
					next = next.offer(bound, fillStep{far, i, s.price + m.ending(spare, tail, g.measure)})
				}
				continue
			}
			for end := far; end > s.end && end >= far-slack; end-- {
				ends := end == len(g.rows)
				if !ends && !g.free[end-1] || g.lone(s.end, end) || !finish && end > len(g.rows)-m.brand.Story.MinRest || last && !g.leave[end-1] {
					continue
				}
				next = next.offer(bound, fillStep{end, i, s.price + m.short(col.rows-g.length(s.end, end))})
			}
			if far == s.end && (col.rows == 0 || s.end == len(g.rows)) {
				next = next.offer(bound, fillStep{s.end, i, s.price + m.short(col.rows)})
			}
		}
		states = next
		d.levels[c+1] = next
	}
	return d.best(states, len(cols))
}

// A fillStep is a way to fill the columns so far.
type fillStep struct {
	end, from int
	price     price
}

// fillSteps are the ways into one column, one for every end.
type fillSteps []fillStep

func (s fillSteps) offer(bound price, step fillStep) fillSteps {
	if step.price >= bound {
		return s
	}
	for i := range s {
		if s[i].end == step.end {
			if step.price < s[i].price {
				s[i] = step
			}
			return s
		}
	}
	return append(s, step)
}

// distributor is the working memory of [measurer.distribute] and its planner.
type distributor struct {
	levels  []fillSteps
	trail   []fillSteps
	heights []int
}

// insets is memory for the heights of n insets.
func (d *distributor) insets(n int) []int {
	d.heights = append(d.heights[:0], make([]int, n)...)
	return d.heights
}

func (d *distributor) level(c int) fillSteps {
	for len(d.levels) <= c {
		d.levels = append(d.levels, nil)
	}
	return d.levels[c][:0]
}

// best follows the cheapest way back; of equals the one that holds most.
func (d *distributor) best(states fillSteps, columns int) (filling, bool) {
	best := -1
	for i, s := range states {
		if best < 0 || s.price < states[best].price || s.price == states[best].price && s.end > states[best].end {
			best = i
		}
	}
	if best < 0 {
		return filling{}, false
	}
	f := filling{ends: make([]int, columns), price: states[best].price}
	at := states[best]
	for c := columns - 1; c >= 0; c-- {
		f.ends[c] = at.end
		at = d.trail[c][at.from]
	}
	return f, true
}

// mostAbove is how many rows of white may stand in a column above cross-links.
const mostAbove = 8

// ending prices the end of a text so many rows above its foot. Cross-links after it
// stand at the foot and complete the column.
func (m *measurer) ending(spare, tail int, measure geom.Length) price {
	if tail == 0 || spare > mostAbove {
		return m.short(spare)
	}
	return price(8*m.costs.Level*(spare/2)) + m.hole(8*max(spare-2, 0), measure)
}

// short prices a column that ends n rows above its foot.
func (m *measurer) short(n int) price {
	switch {
	case n <= 0:
		return 0
	case n == 1:
		return price(m.costs.Level)
	}
	return price(m.costs.Level + 6*m.costs.Hole*n*n)
}
