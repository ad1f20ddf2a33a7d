package flow

import "slices"

// A price is what a choice costs; the composer looks for the cheapest issue.
// Prices are integers, so that ties and sums are the same on every machine.
type price int32

// never is the price of what cannot be. Sums of a few nevers do not overflow.
const never price = 1 << 28

// A table prices a box at every height, counted in half rows from 0; what lies
// beyond its end cannot be.
type table []price

// at is the price at height h.
func (t table) at(h int) price {
	if h < 0 || h >= len(t) {
		return never
	}
	return t[h]
}

// upTo is a copy of t for heights up to limit.
func (t table) upTo(limit int) table {
	out := newTable(limit)
	copy(out, t)
	return out
}

func newTable(limit int) table {
	t := make(table, limit+1)
	for i := range t {
		t[i] = never
	}
	return t
}

// offer lowers the price at height h to p, if h is in the table.
func (t table) offer(h int, p price) bool {
	if h < 0 || h >= len(t) || p >= t[h] {
		return false
	}
	t[h] = p
	return true
}

// dearer returns t at a further price.
func (t table) dearer(p price) table {
	out := slices.Clone(t)
	for h := range out {
		if out[h] < never {
			out[h] += p
		}
	}
	return out
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

// bounds returns the lowest and the highest height that has a price; low is
// above high where none has.
func (t table) bounds() (low, high int) {
	low, high = 0, len(t)-1
	for low <= high && t[low] >= never {
		low++
	}
	for high >= low && t[high] >= never {
		high--
	}
	return low, high
}

// under returns the prices of what t prices with a box b below it, up to a limit:
// the min-plus convolution of both, in the memory of out. A box on the grid is pushed
// to the next whole row. heights[h], where that is wanted, is what the box and the
// push take of h.
func (t table) under(b table, grid bool, limit int, out table, heights *[]int16) table {
	low, high := t.bounds()
	first, last := b.bounds()
	push := 0
	if grid {
		push = 1
	}
	out = out.cleared(min(limit, max(0, high+push+last)))
	if heights != nil {
		*heights = make([]int16, len(out))
	}
	for x := first; x <= last; x++ {
		p := b[x]
		if p >= never {
			continue
		}
		for h := low; h <= high; h++ {
			q := t[h]
			at := h + push&h + x
			if q >= never || at >= len(out) || q+p >= out[at] {
				continue
			}
			out[at] = q + p
			if heights != nil {
				(*heights)[at] = int16(at - h)
			}
		}
	}
	return out
}

// cleared returns a table up to limit, in the memory of t if that has room.
func (t table) cleared(limit int) table {
	if cap(t) <= limit {
		return newTable(limit)
	}
	t = t[:limit+1]
	for i := range t {
		t[i] = never
	}
	return t
}

// A workspace is memory for tables of which a sum is made.
type workspace [2]table
