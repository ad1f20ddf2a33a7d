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
