package flow

// A price is what a choice costs; the composer looks for the cheapest issue.
// Prices are integers, so that ties and sums are the same on every machine.
type price int32

// never is the price of what cannot be. Sums of a few nevers do not overflow.
const never price = 1 << 28

// A table prices a box at every height, counted in half rows from 0. All tables
// of a page have one length.
type table []price

func newTable(limit int) table {
	t := make(table, limit+1)
	for i := range t {
		t[i] = never
	}
	return t
}

// offer lowers the price at height h to p, if h is on the page.
func (t table) offer(h int, p price) bool {
	if h < 0 || h >= len(t) || p >= t[h] {
		return false
	}
	t[h] = p
	return true
}

// cheapest returns the height of least price, the smallest of equals, and
// whether there is any.
func (t table) cheapest() (h int, ok bool) {
	best := never
	for i, p := range t {
		if p < best {
			h, best, ok = i, p, true
		}
	}
	return h, ok
}

// quadratic prices a deviation: weight at one whole range away from the ideal,
// growing with the square. A range of zero counts as one.
func quadratic(weight, deviation, span int) price {
	if span <= 0 {
		span = 1
	}
	d := int64(deviation)
	p := int64(weight) * d * d / (int64(span) * int64(span))
	return price(min(p, int64(never)-1))
}

// under returns the prices of what t prices with a box b below it, the min-plus
// convolution of both; a box on the grid is pushed to the next whole row. Where
// heights is given, heights[h] becomes what the box and the push take of h.
func (t table) under(b table, grid bool, heights []int16) table {
	out := make(table, len(t))
	for i := range out {
		out[i] = never
	}
	for x, p := range b {
		if p >= never {
			continue
		}
		for h, q := range t {
			if q >= never {
				continue
			}
			top := h
			if grid {
				top += h & 1
			}
			if out.offer(top+x, q+p) && heights != nil {
				heights[top+x] = int16(top + x - h)
			}
		}
	}
	return out
}
