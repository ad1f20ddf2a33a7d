package flow

import (
	"slices"

	"masthead/layout/geom"
)

// A box is a measured node of a template: its price at every height, and how to
// set it at one. Measuring decides nothing; set is called once, on the page that
// won.
type box struct {
	prices table
	// firm prices the box without the free growth of its spaces; nil where it has
	// none. Free space levels a box with its neighbours: something beside it must
	// be as high of its own accord.
	firm table
	// grid marks boxes that hold body text: they begin on a whole row.
	grid bool
	// solid is false for boxes of white space only; what holds no solid box is
	// absent.
	solid bool
	// text is the width of the running text with which the box ends, 0 without:
	// white may stand below it.
	text geom.Length
	// above is the white with which the box begins, in half rows at the most.
	above int
	airy  bool // it holds nothing but white and rules
	set   func(pg *page, y geom.Length, h int)
}

// at returns the price of the box at h half rows; a nil box takes no room.
func (b *box) at(h int) price {
	if b == nil {
		if h == 0 {
			return 0
		}
		return never
	}
	return b.prices.at(h)
}

// stack sets boxes one under the other. Its table is the min-plus convolution
// of theirs: T[h] = min over x of T'[h-x] + c[x], the least price at which the
// boxes together are h high. Boxes on the grid are pushed to the next whole row.
//
// Time is O(boxes x heights x finite entries); nearly all boxes have one.
func (m *measurer) stack(boxes []*box) *box {
	boxes = present(boxes)
	if len(boxes) == 0 {
		return nil
	}
	if len(boxes) == 1 && !boxes[0].grid {
		return boxes[0]
	}
	out := &box{above: whiteAbove(boxes), airy: true}
	heights := make([][]int16, len(boxes)) // heights[i][h]: of box i where the first i+1 take h
	free := false
	w := &m.work
	w[0] = append(w[0][:0], 0)
	for i, b := range boxes {
		if i < len(boxes)-1 && b.text > 0 {
			b = m.footed(b, whiteAbove(boxes[i+1:]))
			boxes[i] = b
		}
		out.airy = out.airy && b.airy
		out.grid = out.grid || b.grid
		out.solid = out.solid || b.solid
		free = free || b.firm != nil
		w[(i+1)%2] = w[i%2].under(b.prices, b.grid, m.limit, w[(i+1)%2], &heights[i])
	}
	out.prices, out.text = slices.Clone(w[len(boxes)%2]), boxes[len(boxes)-1].text
	if free {
		w[0] = append(w[0][:0], 0)
		for i, b := range boxes {
			w[(i+1)%2] = w[i%2].under(b.firmly(), b.grid, m.limit, w[(i+1)%2], nil)
		}
		out.firm = slices.Clone(w[len(boxes)%2])
	}
	out.set = func(pg *page, y geom.Length, h int) {
		tops := make([]int, len(boxes)+1)
		tops[len(boxes)] = h
		for i := len(boxes) - 1; i >= 0; i-- {
			tops[i] = tops[i+1] - int(heights[i][tops[i+1]])
		}
		for i, b := range boxes {
			top := tops[i]
			if b.grid {
				top += top & 1
			}
			b.set(pg, y+m.rows(top), tops[i+1]-top)
		}
	}
	return out
}

// whiteAbove is the white with which a stack of boxes begins, at the most. Boxes on
// the grid are pushed to the next whole row.
func whiteAbove(boxes []*box) (n int) {
	for _, b := range boxes {
		if n += b.above; b.grid {
			n++
		}
		if !b.airy {
			break
		}
	}
	return n
}

// firmly returns the prices without free growth.
func (b *box) firmly() table {
	if b.firm != nil {
		return b.firm
	}
	return b.prices
}

// dearer returns the box at a further price.
func (b *box) dearer(p price) *box {
	out := *b
	out.prices = b.prices.dearer(p)
	if b.firm != nil {
		out.firm = b.firm.dearer(p)
	}
	return &out
}

// choose prices alternatives: at every height the cheapest, the earlier of
// equals. It is absent where all of them are.
func (m *measurer) choose(boxes []*box) *box {
	out := &box{prices: newTable(m.limit)}
	which := make([]int16, m.limit+1)
	firm := newTable(m.limit)
	any, free := false, false
	for i, b := range boxes {
		if b == nil {
			continue
		}
		any = true
		out.grid = out.grid || b.grid
		out.solid = out.solid || b.solid
		out.text, out.above = max(out.text, b.text), max(out.above, b.above)
		free = free || b.firm != nil
		for h, p := range b.prices {
			if p < never && out.prices.offer(h, p) {
				which[h] = int16(i)
			}
			firm.offer(h, b.firmly().at(h))
		}
	}
	if !any {
		return nil
	}
	if free {
		out.firm = firm
	}
	out.set = func(pg *page, y geom.Length, h int) { boxes[which[h]].set(pg, y, h) }
	return out
}

// present drops absent boxes; white space alone is absent too.
func present(boxes []*box) []*box {
	var out []*box
	solid := false
	for _, b := range boxes {
		if b != nil {
			out = append(out, b)
			solid = solid || b.solid
		}
	}
	if !solid {
		return nil
	}
	return out
}

// A side is a box in a split with its share of the width.
type side struct {
	*box
	rise  int         // half rows by which it begins above the others
	share geom.Length // its width
	most  int         // half rows of white below it; 0: any number
	next  int         // half rows of white that may follow below that

	picture bool // one of the sides is a bare picture
}

// split sets boxes side by side at one height: T[h] = sum of the sides' prices
// at h. A side that cannot be so high is filled up with white, at the price of a
// hole of its width.
func (m *measurer) split(sides []side) *box {
	var live []side
	for _, s := range sides {
		if s.box != nil {
			live = append(live, s)
		}
	}
	if len(live) == 0 {
		return nil
	}
	out := &box{prices: make(table, m.limit+1)}
	fills := make([][]int16, len(live)) // own height of side i at height h
	lead := newTable(m.limit)           // what it costs more that one side sets the height
	for i, s := range live {
		out.grid = out.grid || s.grid
		out.solid = out.solid || s.solid
		var filled table
		filled, fills[i] = m.fill(s, s.prices, m.work[0])
		m.work[0] = filled
		firm := s.firmly()
		for h := range out.prices {
			out.prices[h] = min(never, out.prices[h]+filled[h])
			if at := h + s.rise; at < len(firm) && firm[at] < never {
				lead[h] = min(lead[h], firm[at]-filled[h])
			}
		}
	}
	for h := range out.prices {
		out.prices[h] = min(never, out.prices[h]+lead[h])
	}
	out.set = func(pg *page, y geom.Length, h int) {
		for i, s := range live {
			s.set(pg, y-m.rows(s.rise), int(fills[i][h]))
		}
	}
	return out
}

// fill prices a side at every height of its split, white below it included, in the
// memory of filled.
func (m *measurer) fill(s side, prices, filled table) (table, []int16) {
	filled = filled.cleared(m.limit)
	own := make([]int16, m.limit+1)
	whites := m.whites(s)
	for x, p := range prices {
		if p >= never {
			continue
		}
		most := m.limit
		if s.most > 0 {
			most = min(most, x-s.rise+s.most)
		}
		for h := max(0, x-s.rise); h <= most; h++ {
			if q := p + whites[h+s.rise-x]; q < filled[h] {
				filled[h], own[h] = q, int16(x)
			}
		}
	}
	return filled, own
}

// slightWhite is how many half rows of white may stand below a text in the middle of
// a stack. At its end white is left to the split or the page around it, so that a
// hole is priced as a whole.
const slightWhite = 8

// footed lets some white stand below a box that ends in running text, before as much
// white as the next one may begin with. The columns may end a row above its foot.
func (m *measurer) footed(b *box, next int) *box {
	out := *b
	var own []int16
	out.prices, own = m.fill(side{box: b, share: b.text, most: slightWhite, next: next + 2}, b.prices, nil)
	out.text = 0
	out.set = func(pg *page, y geom.Length, h int) { b.set(pg, y, int(own[h])) }
	return &out
}

// A whiteKey is all that the prices of white below a side depend on.
type whiteKey struct {
	share         geom.Length
	limit, next   int
	last, picture bool
}

// whites prices white below a side, by its height: once for all pages.
func (m *measurer) whites(s side) []price {
	key := whiteKey{s.share, m.limit + s.rise, s.next, m.last, s.picture}
	out, ok := m.below[key]
	if !ok {
		out = make([]price, key.limit+1)
		for n := range out {
			if n > 0 {
				out[n] = m.white(n+s.next, s.share, 8) - m.hole(s.next, s.share)
			}
			if s.picture {
				out[n] += 2 * m.hole(n-2, s.share)
			}
		}
		m.below[key] = out
	}
	return out
}

// ended lets a page end above its foot: it prices the tree at the height of the
// page, white below it included. White there is a little cheaper than white between
// boxes, and nearly free on the last page, which ends where the text ends.
func (m *measurer) ended(b *box) *box {
	out := &box{prices: newTable(m.limit), grid: b.grid, solid: b.solid}
	own := 0
	for x, p := range b.prices {
		if p >= never {
			continue
		}
		n := m.limit - x
		foot := m.white(n, m.live.W, 0) - m.hole(n, m.live.W)/10
		if m.last {
			foot = m.hole(n, m.live.W) / 10
		}
		if out.prices.offer(m.limit, p+foot) {
			own = x
		}
	}
	out.set = func(pg *page, y geom.Length, _ int) { b.set(pg, y, own) }
	return out
}

// hole prices h half rows of white of width w.
func (m *measurer) hole(h int, w geom.Length) price {
	if h <= 0 {
		return 0
	}
	p := int64(m.costs.Hole) * int64(h) * int64(w) / int64(m.live.W)
	return price(min(p, int64(never)/8))
}

// gross is what a hole costs beside its size that no good page has: one page with
// such a hole is dearer than any number of pages without.
const gross price = 1 << 17

// white prices h half rows of white of width w, where from a height on it counts
// as a hole in the page.
func (m *measurer) white(h int, w geom.Length, from int) price {
	p := m.hole(h, w)
	if m.last || h < from || m.brand.Story.Hole >= 100 {
		return p
	}
	limit := int64(m.brand.Story.Hole) * int64(m.halves(m.live.H)) * int64(m.live.W) / 100
	if from > 0 {
		limit = limit * 3 / 4 // spaces above and below it make it larger
	}
	if int64(h)*int64(w) > limit {
		p += gross
	}
	return p
}

// orNothing lets the composer leave a box out at a cost. What was left out is
// found by [composer.leftOut] once the pages are set.
func (m *measurer) orNothing(b *box, cost int) *box {
	if b == nil {
		return nil
	}
	out := &box{prices: b.prices.upTo(m.limit), grid: b.grid, solid: b.solid, text: b.text}
	left := out.prices.offer(0, price(cost))
	if b.firm != nil {
		out.firm = b.firm.upTo(m.limit)
		out.firm.offer(0, price(cost))
	}
	out.set = func(pg *page, y geom.Length, h int) {
		if h > 0 || !left {
			b.set(pg, y, h)
		}
	}
	return out
}

// fixed is a box of one height.
func (m *measurer) fixed(h int, p price, set func(pg *page, y geom.Length, h int)) *box {
	b := &box{solid: true, set: set}
	if h <= m.limit {
		b.prices = newTable(h)
		b.prices[h] = p
	}
	return b
}
