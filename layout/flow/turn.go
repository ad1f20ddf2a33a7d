package flow

import "masthead/layout/brand"

// A page takes the next stories in order. Where its template allows, it takes
// two more out of order:
//
//	in order      units a.unit .., the last of which may go on overleaf
//	later         one story of a later section, whole
//	rest          what is left of a story that turned on an earlier page
//
// and the first article of a page may turn: its rest waits, while other stories
// are set, until some later page takes it. One story waits at a time.

// farthest is how many units a set of units can hold; stories beyond it are only
// taken in order.
const farthest = 62

// mostLater is how many stories of later sections are tried on a page.
const mostLater = 6

// storiesOf lists the stories of a page: in order, of a later section, the rest
// of one that turned.
func (c *composer) storiesOf(a ask) []*story {
	out := c.take(a.unit, a.count, a.skip)
	if a.later > 0 {
		out = append(out, c.units[a.later-1])
	}
	if a.rest > 0 {
		out = append(out, c.units[a.rest-1])
	}
	return out
}

// turns returns the number of the unit that turns on a page: its first article.
func (c *composer) turns(a ask) (unit, part int) {
	for i, u := range c.taken(a.unit, a.count, a.skip) {
		if c.units[u].kind == "article" {
			return u, i
		}
	}
	return -1, -1
}

// taken numbers count units from unit on, without those that are skipped.
func (c *composer) taken(unit, count, skip int) []int {
	out := make([]int, 0, count)
	for i := unit; len(out) < count && i < len(c.units); i++ {
		if i >= farthest || skip&(1<<i) == 0 {
			out = append(out, i)
		}
	}
	return out
}

// variants lists the ways in which a template may take so many stories.
func (c *composer) variants(s *step, t *brand.Template, a ask) (out []ask) {
	a.unit, a.skip, a.start = s.unit, s.skip, s.start
	turn := t.Serves.Turn
	waits := s.turned > 0 && (a.count > 1 || s.start == position{}) // or a story goes on on this page
	if waits && (turn == "end" || turn == "any") {
		end := a
		end.count--
		end.rest, end.from = s.turned, s.rest
		out = c.ordered(out, s, t, end)
	}
	if turn != "end" {
		out = c.ordered(out, s, t, a)
	}
	return out
}

// ordered adds a page, and the same with its last story of a later section.
func (c *composer) ordered(out []ask, s *step, t *brand.Template, a ask) []ask {
	out = c.turning(out, s, t, a)
	if t.Serves.Later && a.count > 0 {
		a.count--
		if u, _ := c.turns(a); u < 0 {
			return out // it stands below a story of its own place
		}
		for _, u := range c.laterUnits(a) {
			a.later = u + 1
			out = c.turning(out, s, t, a)
		}
	}
	return out
}

// turning adds a page, and the same with its first article turning.
func (c *composer) turning(out []ask, s *step, t *brand.Template, a ask) []ask {
	out = append(out, a)
	if t.Serves.Turn != "begin" || s.turned > 0 || a.start != (position{}) {
		return out
	}
	if u, _ := c.turns(a); u >= 0 {
		a.turn = true
		out = append(out, a)
	}
	return out
}

// laterUnits are the stories that a page may take before their turn: those of
// sections after the one that comes next, the first of each first.
func (c *composer) laterUnits(a ask) []int {
	var out []int
	taken := c.taken(a.unit, a.count+1, a.skip)
	if len(taken) == 0 {
		return nil
	}
	next := c.units[taken[len(taken)-1]].section
	if next == nil {
		return nil
	}
	for u := taken[len(taken)-1] + 1; u < min(len(c.units), farthest) && len(out) < mostLater; u++ {
		sec := c.units[u].section
		if a.skip&(1<<u) == 0 && sec != nil && sec.number > next.number && c.units[u].kind == "article" {
			out = append(out, u)
		}
	}
	return out
}

// beyond returns the last unit that a page takes in order, and the first that is
// left after it.
func (c *composer) beyond(a ask) (end, after int) {
	end, after = a.unit, a.unit
	if n := c.taken(a.unit, a.count, a.skip); len(n) > 0 {
		end = n[len(n)-1]
		after = end + 1
	}
	return end, c.skipped(after, c.skipAfter(a))
}

// skipAfter is what has been taken out of order once a page is set.
func (c *composer) skipAfter(a ask) int {
	if a.later > 0 {
		return a.skip | 1<<(a.later-1)
	}
	return a.skip
}

// after is the state that a page leaves, all its stories finished but one that
// turned.
func (c *composer) after(s *step, a ask, got answer) state {
	_, unit := c.beyond(a)
	next := state{unit: unit, skip: c.skipAfter(a), template: a.template, earlier: s.template, turned: s.turned, rest: s.rest}
	if a.rest > 0 {
		next.turned, next.rest = 0, position{}
	}
	if a.turn {
		u, _ := c.turns(a)
		next.turned, next.rest = u+1, got.turned
	}
	return next
}

// turned works out where the story goes on that turns on a page; the page cannot
// be where too little of it stands there, or is left.
func (pg *page) turned(a ask, got *answer) {
	if !a.turn || got.price >= never {
		return
	}
	_, i := pg.turns(a)
	p := pg.m.parts[i]
	end, ok := pg.ends[p.story]
	if !ok || !pg.goesOn(p, end) {
		got.price = never
		return
	}
	end.photos = p.start.photos + pg.shown[p.story]
	end.opening = p.opening
	got.turned = end
}

// torn reports whether a filling tears a story that turns too near its beginning:
// as many lines as are left at the least stand before.
func (b *bodySet) torn(m *measurer, f filling) bool {
	return b.part.turn && f.ends[len(f.ends)-1] < m.brand.Story.MinRest
}

// coverStories tries a cover that takes stories, after the foreword if it is made
// for one.
func (c *composer) coverStories(s *step, template int, f *front) {
	t := &c.brand.Template.Entries[template].Value
	if !c.coverFits(template) {
		return
	}
	skip, poured := 0, c.traits(template).pours && t.Serves.Kind == "any"
	for i, u := range c.units[:min(2, len(c.units))] {
		switch {
		case poured && u.kind == "foreword", u.kind == "index" && c.traits(template).poursIndex:
			// it stands in its turn
		case u.kind == "index" && c.traits(template).index:
			skip |= 1 << i
		case u.kind == "index", u.kind == "foreword" && t.Serves.Kind != "foreword":
			return // it would be set after stories that it stands before
		}
	}
	if t.Serves.Kind == "foreword" && c.foreword == nil {
		return
	}
	from := *s
	from.skip = skip
	from.unit = c.skipped(0, skip)
	for n := max(1, t.Serves.Stories.Min); t.Serves.Stories.Holds(n); n++ {
		served := false
		for _, a := range c.variants(&from, t, ask{template: template, number: 1, count: n}) {
			if c.coverServes(t, a) {
				served = true
				c.try(&from, a, f)
			}
		}
		if !served {
			break
		}
	}
}

// coverServes reports whether the stories of a cover are there and such as it
// takes.
func (c *composer) coverServes(t *brand.Template, a ask) bool {
	stories := c.take(a.unit, a.count, a.skip)
	if len(stories) < a.count {
		return false
	}
	for _, s := range stories {
		if s.kind == "index" && !c.traits(a.template).poursIndex || s.kind == "article" && !t.Serves.Words.Holds(s.words) {
			return false
		}
	}
	return true
}
