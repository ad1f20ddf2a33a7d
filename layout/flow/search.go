package flow

import (
	"masthead/layout/brand"
	"masthead/layout/issue"
)

// The search for the cheapest issue is a shortest path (Plass 1981): a state is
// what has been placed before a page, a step is a page. All states before page k
// are kept together, so that the cheapest issue of every page count is known and
// a page budget is a look-up.
//
//	states before page 1: nothing placed
//	for each page:
//	    for each state, each template, each number of stories that it takes:
//	        ask for the price of that page                          ask.go
//	        offer the state after it
//	    keep the best states                                        beam
//	among the finals whose page count the budget allows, the cheapest

// state is what has been placed before a page.
type state struct {
	unit, skip int
	start      position
	template   int // of the page before, -1 at first
	earlier    int // of the page before that
	turned     int // unit, counted from 1, of a story whose rest waits; 0: none
	rest       position
}

// step is the cheapest way to a state.
type step struct {
	state
	price int64 // of all pages so far
	gross int64 // pages with a hole that is too large
	ask   ask   // the page that led here
	prev  *step // before it
	pages int
	done  int64 // words, while the states before a page are compared
}

// beam is how many states are kept before each page.
const beam = 48

// mostPages stops the search of an issue that no template can finish.
const mostPages = 2000

// search returns the cheapest sequence of pages that the budget allows, and the
// cheapest of all page counts where none is allowed. Pages with a hole that is too
// large are only looked at where there is no way without. Other amounts of text on a
// page than suit it best are only tried where the pages are not neat without.
func (c *composer) search() (best, any *step) {
	defer func() { c.most, c.amounts = never, false }()
	c.far = -1
	for _, c.most = range []price{gross, never} {
		for _, c.amounts = range []bool{false, true} {
			if best, any = c.searched(best, any); best != nil && c.neat(best) || !c.flexes() {
				break
			}
		}
		if any != nil {
			break
		}
	}
	if best == nil && any != nil && c.allowed(any.pages) {
		best = any // its pages are not filled, but no other number of pages fills them better
	}
	return best, any
}

// neat reports whether no page before the last costs much more than a page must.
func (c *composer) neat(last *step) bool {
	for s := last.prev; s != nil && s.prev != nil; s = s.prev {
		if s.price-s.prev.price > int64(neatPage*c.brand.Costs.Page) {
			return false
		}
	}
	return true
}

// neatPage is how many times the price of a page a neat one may cost.
const neatPage = 3

// searched searches twice. A first, narrow pass finds a bound for the second: what
// will not get below it is not followed. Both share their answers. What is known
// already serves as the bound.
func (c *composer) searched(best, any *step) (*step, *step) {
	if best == nil {
		b, a := c.narrow()
		best, any = b, cheapest([]*step{any, a})
	}
	switch {
	case best != nil && best.gross == 0:
		c.bound = best.price
	case best == nil && any != nil && any.gross == 0:
		c.bound = any.price*3/2 + int64(8*c.brand.Costs.Page) // to meet the budget costs more than to miss it
	case any == nil && c.most < never:
		return nil, nil
	}
	c.beam, c.cut = c.widest(), 0
	wide, anyWide := c.pass()
	c.leave(nil)
	return cheapest([]*step{wide, best}), cheapest([]*step{anyWide, any})
}

// widest is how many states the wide pass keeps. Poured pages are full whatever stands
// before them: few states are as good as many.
func (c *composer) widest() int {
	for i := range c.brand.Template.Entries {
		if t := c.traits(i); t.pours && c.brand.Template.Entries[i].Value.Serves.Page == "inside" {
			return beam / 4
		}
	}
	return beam
}

// narrow searches quickly. What it finds [composer.search] finds too, or better.
func (c *composer) narrow() (best, any *step) {
	c.measureProgress()
	c.bound, c.beam = 0, beam/8
	return c.pass()
}

// manyUnits is from how many stories on the composer forgets what it has behind
// it: to break the text again takes time, to keep it takes memory.
const manyUnits = 60

// pass walks through the pages once.
func (c *composer) pass() (best, any *step) {
	c.left = 0
	c.ahead.restart()
	frontier := []*step{{state: state{template: -1, earlier: -1}}}
	var finals []*step
	for page := 1; page <= mostPages && len(frontier) > 0; page++ {
		front := newFront()
		for _, s := range frontier {
			c.expand(s, page, front)
		}
		clear(c.pourings) // their answers are known
		for _, s := range front.steps {
			c.far = max(c.far, s.unit)
		}
		if front.final != nil {
			finals = append(finals, front.final)
		}
		frontier = c.prune(front.steps, finals, page)
		if c.beam > beam/8 {
			c.leave(frontier)
		} else {
			c.behind(c.firstOf(frontier))
		}
	}
	for _, f := range finals {
		if c.meets(f) && (best == nil || f.price < best.price) {
			best = f
		}
	}
	return best, cheapest(finals)
}

// cheapest returns the least dear of some steps, the first of equals.
func cheapest(steps []*step) (best *step) {
	for _, s := range steps {
		if s != nil && (best == nil || s.price < best.price) {
			best = s
		}
	}
	return best
}

// meets reports whether the pages of a whole issue meet the budget: so many, and
// filled.
func (c *composer) meets(f *step) bool {
	return c.in.Issue.Pages == issue.Budget{} || c.allowed(f.pages) && f.gross == 0
}

// allowed reports whether the page budget takes so many pages.
func (c *composer) allowed(pages int) bool {
	b := c.in.Issue.Pages
	return (b.Exact == 0 || pages == b.Exact) && (b.Max == 0 || pages <= b.Max) && (b.MultipleOf == 0 || pages%b.MultipleOf == 0)
}

// front collects the states after a page, the cheapest way to each.
type front struct {
	steps []*step
	at    map[state]int
	final *step
}

func newFront() *front { return &front{at: map[state]int{}} }

func (f *front) offer(s *step) {
	i, ok := f.at[s.state]
	if !ok {
		f.at[s.state] = len(f.steps)
		f.steps = append(f.steps, s)
	} else if s.price < f.steps[i].price {
		f.steps[i] = s
	}
}

// expand tries every template on the next page.
func (c *composer) expand(s *step, page int, f *front) {
	c.ahead.reach(s.unit)
	if s.unit >= len(c.units) && s.turned == 0 {
		c.closing(s, page, f)
		return
	}
	for i := range c.brand.Template.Entries {
		t := &c.brand.Template.Entries[i].Value
		if page == 1 != (t.Serves.Page == "cover") {
			continue
		}
		if most := t.Serves.Stories.Max; page == 1 && (most > 1 || most < 0) {
			c.coverStories(s, i, f)
			continue
		}
		if page == 1 {
			c.cover(s, i, f)
			continue
		}
		for count := max(t.Serves.Stories.Min, 1); t.Serves.Stories.Holds(count); count++ {
			fits := false
			for _, a := range c.variants(s, t, ask{template: i, number: page, count: count}) {
				if c.serves(t, a) && c.try(s, a, f) {
					fits = true
				}
			}
			if !fits {
				break // more stories fit even less
			}
		}
	}
}

// cover tries a cover, which may take the foreword and the index.
func (c *composer) cover(s *step, template int, f *front) {
	t := &c.brand.Template.Entries[template].Value
	a := ask{template: template, number: 1, finish: true}
	after := state{template: template, earlier: -1}
	for i, u := range c.units {
		if i > 1 {
			break
		}
		switch {
		case u.kind == "foreword" && t.Serves.Kind == "foreword":
			a.count = 1
			after.skip |= 1 << i
		case u.kind == "index" && c.traits(template).index:
			after.skip |= 1 << i
		}
	}
	if t.Serves.Kind == "foreword" && a.count == 0 || !c.coverFits(template) {
		return
	}
	for a.opening = 0; a.opening < 1+3*a.count; a.opening++ {
		got := c.answer(a)
		if got.price >= c.most {
			continue
		}
		next := s.next(a, got)
		next.state = after
		next.unit = c.skipped(0, next.skip)
		f.finish(c, next)
	}
}

// coverFits reports whether what a cover shows is there: one made for an index
// wants an index.
func (c *composer) coverFits(template int) bool {
	t := &c.brand.Template.Entries[template].Value
	if c.traits(template).needsIndex && c.in.Issue.Index == nil {
		return false
	}
	return t.Serves.Photos.Holds(count(c.in.Issue.Cover != nil))
}

func count(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

// finish offers a step, as a final one where nothing is left.
func (f *front) finish(c *composer, next *step) {
	if next.unit < len(c.units) || next.turned > 0 {
		f.offer(next)
		return
	}
	if f.final == nil || next.price < f.final.price {
		f.final = next
	}
}

// skipped moves a unit index past units that were taken before.
func (c *composer) skipped(unit, skip int) int {
	for unit < farthest && unit < len(c.units) && skip&(1<<unit) != 0 {
		unit++
	}
	return unit
}

// try asks for a page, with its last story finished and, where it does not fit so,
// unfinished: a page that has room for all of a story has no less with a part of
// it. Only where a page budget may want more pages, that is tried too if the whole
// leaves a hole. It reports whether more stories might fit.
func (c *composer) try(s *step, a ask, f *front) bool {
	t := &c.brand.Template.Entries[a.template].Value
	end, after := c.beyond(a)
	a.last = after >= len(c.units) && !a.turn && (s.turned == 0 || a.rest > 0)
	fits, whole := t.Serves.Part == "begin", false
	if t.Serves.Part != "begin" {
		a.finish = true
		if c.ends && a.last {
			c.unclosed(s, a, f)
		}
		if !c.ends || !a.last || c.traits(a.template).contacts {
			fits, whole = c.whole(s, a, f)
		}
	}
	a.finish = false
	turning := -1
	if a.turn {
		turning, _ = c.turns(a)
	}
	if t.Serves.Part != "whole" && !whole && !(a.last && t.Serves.Page == "last") && a.count > 0 && turning != end {
		c.unfinished(s, a, f)
	}
	return fits
}

// whole offers pages that end with their last story, with shorter leads if it is
// the only one. It reports whether there is room for them, and whether no part of
// them need be tried.
func (c *composer) whole(s *step, a ask, f *front) (fits, enough bool) {
	for a.opening = 0; a.opening < 3; a.opening++ {
		if a.opening > 0 && (a.count != 1 || a.rest > 0 || a.later > 0 || a.start != (position{})) {
			break
		}
		got := c.answer(a)
		best := a
		if c.mayswap(a) {
			swapped := a
			swapped.swap = true
			if other := c.answer(swapped); other.price < got.price {
				got, best = other, swapped
			}
		}
		fits = fits || got.price < never
		enough = enough || got.price < gross
		if got.price >= c.most {
			continue
		}
		f.finish(c, c.step(s, best, got))
		if got.flex <= price(c.brand.Costs.Lead) {
			break // a shorter lead costs more than it can save
		}
	}
	return fits, enough || fits && c.in.Issue.Pages == issue.Budget{}
}

// next is the step from one state to the next by a page.
func (s *step) next(a ask, got answer) *step {
	return &step{
		price: s.price + int64(got.price), gross: s.gross + int64(got.price/gross),
		ask: a, prev: s, pages: s.pages + 1,
	}
}

// step is the step by a page of stories.
func (c *composer) step(s *step, a ask, got answer) *step {
	next := s.next(a, got)
	next.state = c.after(s, a, got)
	if !a.finish {
		next.unit, _ = c.beyond(a)
		next.start = got.end
	}
	next.price += int64(c.again(s, a.template))
	return next
}

// again prices a template that one of the two pages before had too.
func (c *composer) again(s *step, template int) price {
	switch template {
	case s.template:
		return price(c.brand.Costs.Repeat)
	case s.earlier:
		return price(c.brand.Costs.Repeat * 2 / 5)
	}
	return 0
}

// mayswap reports whether the second picture of a story may lead: one page shows
// all of them, and the first has too few pixels for large frames.
func (c *composer) mayswap(a ask) bool {
	if a.count != 1 || a.later > 0 || a.rest > 0 || a.turn {
		return false
	}
	s := c.take(a.unit, 1, a.skip)[0]
	if !a.finish || a.start != (position{}) || len(s.figures) < 2 || c.traits(a.template).pictures < len(s.figures) {
		return false
	}
	first, second := c.in.Photos[s.figures[0].photo.File], c.in.Photos[s.figures[1].photo.File]
	return first.Width*first.Height < second.Width*second.Height && first.Width < 2000
}

// serves reports whether a template may take the stories of a page.
func (c *composer) serves(t *brand.Template, a ask) bool {
	stories := c.take(a.unit, a.count, a.skip)
	if len(stories) < a.count {
		return false
	}
	if t.Serves.Page == "last" && c.skipped(a.unit+a.count, a.skip) < len(c.units) {
		return false
	}
	continued := a.start != position{}
	switch t.Serves.Part {
	case "whole", "begin":
		if continued {
			return false
		}
	case "continue":
		if !continued {
			return false
		}
	}
	for i, s := range stories {
		photos := len(s.figures)
		if i == 0 {
			photos -= min(photos, a.start.photos)
		}
		if tr := c.traits(a.template); s.kind == "index" && !tr.index && !tr.poursIndex {
			return false
		}
		if !kindServes(t.Serves.Kind, s.kind) || !t.Serves.Photos.Holds(photos) || !continued && !t.Serves.Words.Holds(s.words) {
			return false
		}
		if i > 0 && t.Serves.Sections != "many" && s.section != stories[0].section {
			return false
		}
	}
	if l := t.Serves.List; l != nil && *l != stories[len(stories)-1].isList() {
		return false
	}
	return true
}

// kindServes: a foreword is an article where nothing is made for it.
func kindServes(want, kind string) bool {
	return want == kind || want == "any" || want == "article" && kind == "foreword"
}
