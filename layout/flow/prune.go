package flow

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"masthead/layout/issue"
)

// Of the states before a page few are followed, and what they all have behind them
// is forgotten.

// prune keeps the most promising states: those whose price, with what the rest
// will cost at the least, is lowest. What is dearer than the cheapest final is
// dropped, unless the budget asks for other page counts.
func (c *composer) prune(steps []*step, finals []*step, page int) []*step {
	if page >= c.mostOf(finals) {
		return nil
	}
	bound := int64(math.MaxInt64)
	for _, f := range finals {
		if c.meets(f) {
			bound = min(bound, f.price)
		}
	}
	kept := steps[:0]
	for _, s := range steps {
		if c.hopeless(s) {
			continue
		}
		if s.price < bound {
			kept = append(kept, s)
		}
	}
	kept = c.rivals(kept)
	all := len(kept)
	if c.in.Issue.Pages == (issue.Budget{}) {
		kept = c.ofBothKinds(kept, c.beam, int64(2*c.brand.Costs.Page))
	} else if width := c.width(); len(kept) > width {
		kept = c.ofBothKinds(kept, width, math.MaxInt32)
	}
	c.cut += all - len(kept)
	return kept
}

// ofBothKinds keeps promising states: with a story whose rest waits, and without.
// What the rest will want shows only where it is set, so that one kind is not held
// against the other.
func (c *composer) ofBothKinds(steps []*step, width int, margin int64) []*step {
	var waiting, plain []*step
	for _, s := range steps {
		if s.turned > 0 {
			waiting = append(waiting, s)
		} else {
			plain = append(plain, s)
		}
	}
	if len(waiting) > 0 && len(plain) > 0 {
		width /= 2
	}
	return append(c.promising(plain, width, margin), c.promising(waiting, width, margin)...)
}

// width is how many states are kept under a page budget: dense and airy ways must
// both survive.
func (c *composer) width() int {
	if c.long() {
		return c.beam
	}
	return 3 * c.beam
}

// hopeless reports whether a state is so dear that the issue would not get below
// the bound though what is left cost little more than half of what it costs there.
func (c *composer) hopeless(s *step) bool {
	if c.bound == 0 {
		return false
	}
	all := c.progress[len(c.units)]
	return s.price+(all-c.done(s))*c.bound*6/10/all > c.bound
}

// mostOf is the largest page count worth trying, once the issue is known to take
// a number of pages: the budget's, or the next multiple that it asks for.
func (c *composer) mostOf(finals []*step) int {
	any := cheapest(finals)
	if any == nil {
		return mostPages
	}
	switch b := c.in.Issue.Pages; {
	case b.Exact > 0:
		return b.Exact
	case b.MultipleOf > 0:
		most := (any.pages + b.MultipleOf - 1) / b.MultipleOf * b.MultipleOf
		if b.Max > 0 {
			most = min(most, max(b.Max, any.pages))
		}
		return most
	case b.Max > 0:
		return b.Max
	}
	return mostPages
}

// rivals keeps, of the ways to one place in the issue, those that may still win:
// the cheapest, and few that differ in the templates before by less than these
// can ever cost.
func (c *composer) rivals(steps []*step) []*step {
	slices.SortStableFunc(steps, func(x, y *step) int { return cmp.Compare(x.price, y.price) })
	type place struct {
		unit, skip int
		start      position
		turned     int
		rest       position
	}
	seen := map[place][]*step{}
	kept := steps[:0]
	for _, s := range steps {
		at := place{s.unit, s.skip, s.start, s.turned, s.rest}
		better := seen[at]
		if len(better) >= 3 || len(better) > 0 && s.price >= better[0].price+int64(2*c.brand.Costs.Repeat) {
			continue
		}
		seen[at] = append(better, s)
		kept = append(kept, s)
	}
	return kept
}

// leave forgets the stories that all states have behind them, and the answers
// about them.
func (c *composer) leave(frontier []*step) {
	if len(c.units) < manyUnits {
		return
	}
	first := c.firstOf(frontier)
	c.behind(first)
	if len(frontier) == 0 {
		c.left = 0
		clear(c.prices)
		clear(c.repeats)
		clear(c.leaves)
		clear(c.pourings)
		return
	}
	for key := range c.prices {
		if key.unit < first {
			delete(c.prices, key)
		}
	}
}

// firstOf is the first unit that any of the states has still before it.
func (c *composer) firstOf(frontier []*step) int {
	first := len(c.units)
	for _, s := range frontier {
		first = min(first, s.unit)
	}
	return first
}

// forget drops what is known of a story that has changed.
func (c *composer) forget(s *story) {
	s.forget()
	maps.DeleteFunc(c.repeats, func(k repeatKey, _ *box) bool { return k.story == s })
	maps.DeleteFunc(c.leaves, func(k leafKey, _ *box) bool { return k.of == s })
	clear(c.pourings)
	maps.DeleteFunc(c.prices, func(k askKey, _ answer) bool { return slices.Contains(c.storiesOf(k.ask), s) })
}

// behind forgets the stories before a unit.
func (c *composer) behind(unit int) {
	if len(c.units) < manyUnits {
		return
	}
	if c.left < unit {
		clear(c.repeats)
		clear(c.leaves)
		clear(c.pourings)
	}
	for ; c.left < min(unit, len(c.units)); c.left++ {
		c.units[c.left].forget()
	}
}

// measureProgress sums up what stands before each unit: words, pictures as words.
func (c *composer) measureProgress() {
	c.progress = make([]int64, len(c.units)+1)
	for i, u := range c.units {
		c.progress[i+1] = c.progress[i] + int64(u.words) + 60*int64(len(u.figures)) + 20
	}
}

// done measures how far a state is: words, and pictures as words.
func (c *composer) done(s *step) int64 {
	n := c.progress[s.unit] + c.outOfOrder(s)
	if s.start != (position{}) {
		u := c.units[s.unit]
		for i, p := range u.opening(s.start.opening).paras {
			if i >= s.start.para {
				break
			}
			n += int64(p.length() / 6)
		}
		n += int64(s.start.offset/6) + 60*int64(s.start.photos)
	}
	return n
}

// promising keeps so many of the states before one page whose price, with what the
// rest will cost at the rate of the state that is farthest on, is lowest, and of
// these what is dearer than the best by no more than a margin.
func (c *composer) promising(steps []*step, width int, margin int64) []*step {
	var far *step
	for _, s := range steps {
		s.done = c.done(s)
		if far == nil || s.done > far.done || s.done == far.done && s.price < far.price {
			far = s
		}
	}
	if far == nil {
		return nil
	}
	rate, done := far.price-far.gross*int64(gross), max(far.done, 1) // such holes are not to be expected
	// worse compares x.price + (total - x.done)*rate/done with that of y.
	worse := func(x, y *step) int64 { return (x.price-y.price)*done - (x.done-y.done)*rate }
	slices.SortStableFunc(steps, func(x, y *step) int { return cmp.Compare(worse(x, y), 0) })
	n := 0
	for n < min(len(steps), width) && worse(steps[n], steps[0]) <= margin*done {
		n++
	}
	return steps[:n]
}
