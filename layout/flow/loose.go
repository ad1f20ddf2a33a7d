package flow

import (
	"slices"

	"masthead/layout/para"
)

// Where no filling of the columns ends level, the text itself may give: a
// paragraph set a line longer or shorter than is best hardly shows (variant
// paragraphs: Mittelbach 2016, section 4). The rows of a column are then a sum of
// paragraphs with alternatives:
//
//	for each column, for each place where the text may stand at its head:
//	    rows used so far -> least price, paragraph by paragraph
//	    where the column is full, or a row short, the text may stand there
//	        at the head of the next
//
// So all combinations are tried at once, in time O(columns x paragraphs x rows
// used). Where only a hyphen keeps a column from ending after a line, the
// paragraph is broken again with that line whole.

const (
	// looseCost is the price of a paragraph that is a line longer or shorter than
	// is best.
	looseCost = 25
	// dearest is how many demerits more such a paragraph may have: in ragged text a
	// line that is shorter than it need be is hardly seen. Where text is justified
	// every line gives a little, dearestLine demerits, and some give more.
	dearest     = 4500
	dearestLine = 2000
	dearestSome = 15_000
	// mostLoose is how many rows a text may be longer or shorter by it.
	mostLoose = 4
	// mostWays is how many ways to set a paragraph are tried.
	mostWays = 40
)

// A passage is a paragraph of a galley, or what stands of it there.
type passage struct {
	from   int // its first row
	before int // blank rows above it, dropped at the head of a column
	ways   []way
	plain  int // of the ways, those at the head that heed no column's end
	failed []manner
}

// A way is one way to set a passage; the first is the best.
type way struct {
	manner
	rows        []row
	free, leave []bool // as in the galley
	price       price
}

// A manner is what a way heeds.
type manner struct {
	more  int    // lines than is best
	clean string // lines that end no column in a hyphen, one a byte
}

// passagesOf works out the ways to set the paragraphs of a galley, once.
func (m *measurer) passagesOf(g *galley) []passage {
	if g.passages != nil {
		return g.passages
	}
	for from := 0; from < len(g.rows); {
		to := from + 1
		for to < len(g.rows) && g.rows[to].block == g.rows[from].block {
			to++
		}
		p := passage{from: from, before: g.space[from], ways: []way{{rows: g.rows[from:to], free: g.free[from:to], leave: g.leave[from:to]}}}
		if from > 0 {
			p.before -= g.space[from-1]
		}
		if to-from >= 3 && from < g.text() {
			for _, d := range []int{-1, 1} {
				if w, ok := m.variant(g, &p, manner{more: d}); ok {
					p.ways = append(p.ways, w)
				}
			}
		}
		p.plain = len(p.ways)
		g.passages = append(g.passages, p)
		from = to
	}
	return g.passages
}

// variant sets a passage in another manner.
func (m *measurer) variant(g *galley, p *passage, how manner) (way, bool) {
	best := p.ways[0].rows
	first := best[0]
	var clean []int
	for _, k := range []byte(how.clean) {
		clean = append(clean, int(k))
	}
	lines := first.block.par.Measure(first.block.widths(g.measure, first.indent), how.more, clean)
	if len(lines) != len(best)+how.more {
		return way{}, false
	}
	was, is := spacing{}, spacing{}
	for k := range best {
		was.add(best[k].line)
	}
	for k := range lines {
		is.add(&lines[k])
	}
	more := is.demerits - was.demerits
	limit := float64(dearest)
	if lines[0].Justified {
		limit = float64(dearestSome + dearestLine*len(lines))
	}
	if more > limit || is.widest > max(1, was.widest) || is.forced > was.forced || is.runt && !was.runt {
		return way{}, false
	}
	rows := make([]row, len(lines))
	for k := range lines {
		rows[k] = first
		rows[k].line, rows[k].number, rows[k].last = &lines[k], first.number+k, k == len(lines)-1
		if k > 0 {
			rows[k].before, rows[k].mark = 0, nil
		}
	}
	out, at := m.spliced(g, rows, p.from, p.from+len(best))
	to := at + len(rows)
	return way{manner: how, rows: out.rows[at:to], free: out.free[at:to], leave: out.leave[at:to], price: looseCost + price(max(more, 0)/100)}, true
}

// cleaned returns the number of a passage's way that is like another, but for lines
// that must not end in a hyphen; negative where there is none.
func (m *measurer) cleaned(g *galley, p *passage, like int, lines []int) int {
	if slices.Max(lines) > 250 || len(p.ways) >= mostWays {
		return -1
	}
	how := p.ways[like].manner
	clean := []byte(how.clean)
	for _, line := range lines {
		clean = append(clean, byte(line))
	}
	slices.Sort(clean)
	clean = slices.Compact(clean)
	how.clean = string(clean)
	for k := p.plain; k < len(p.ways); k++ {
		if p.ways[k].manner == how {
			return k
		}
	}
	if slices.Contains(p.failed, how) {
		return -1
	}
	w, ok := m.variant(g, p, how)
	ends := func(line byte) bool { return w.rows[line-1].line.Hyphenated }
	if !ok || slices.ContainsFunc(clean, ends) {
		p.failed = append(p.failed, how)
		return -1
	}
	p.ways = append(p.ways, w)
	return len(p.ways) - 1
}

// A spacing is how the lines of a paragraph are set.
type spacing struct {
	demerits float64
	widest   float64 // greatest stretch of a word space
	forced   int     // lines with spaces too wide
	runt     bool
}

// add takes the next line into account.
func (s *spacing) add(l *para.Line) {
	s.demerits += l.Demerits
	s.widest = max(s.widest, l.Stretch)
	if l.Forced {
		s.forced++
	}
	s.runt = l.Runt
}

// nearby is how many rows before and after a paragraph decide where columns may
// end in it: more than any heading keeps.
const nearby = 8

// spliced returns a galley of the rows near from..to-1 with others in their place,
// and where these are in it.
func (m *measurer) spliced(g *galley, rows []row, from, to int) (out *galley, at int) {
	head, foot := max(0, from-nearby), min(len(g.rows), to+nearby)
	for head > 0 && g.rows[head].number > 0 {
		head--
	}
	out = &galley{measure: g.measure, leading: g.leading, notes: max(0, g.notes-len(g.rows)+foot)}
	out.rows = make([]row, 0, foot-head+len(rows)-to+from)
	out.rows = append(out.rows, g.rows[head:from]...)
	out.rows = append(out.rows, rows...)
	out.rows = append(out.rows, g.rows[to:foot]...)
	out.index(m.atLeastTwo(m.brand.Story.Widows), m.atLeastTwo(m.brand.Story.Orphans))
	return out, from - head
}

// A spot is a place in a text with alternatives: all passages before one are set,
// and so many lines of it, in one of its ways.
type spot struct{ passage, way, line int }

// A looseStep is the cheapest way to a spot at the head of a column.
type looseStep struct {
	spot
	price  price
	chosen *chosenWay
	prev   *looseStep
}

// A chosenWay is a passage that is not set in the best way, and those before.
type chosenWay struct {
	passage, way int
	prev         *chosenWay
}

// A loosener fills one column after the other.
type loosener struct {
	m      *measurer
	b      *bodySet
	text   []passage
	bound  price
	next   []*looseStep
	walks  [2][]walk // working memory of fill
	column column
	last   bool // column
}

// loosely fills columns with paragraphs that may be a line longer or shorter, so
// that they end level. It finds nothing that is not cheaper than a bound.
func (m *measurer) loosely(b *bodySet, cols []column, bound price) (filling, []int, bool) {
	l := &loosener{m: m, b: b, text: m.passagesOf(b.galley), bound: bound}
	steps := []*looseStep{{}}
	end := lastSegment(cols)
	for c, col := range cols {
		l.column, l.last, l.next = col, c == end, nil
		for _, s := range steps {
			if col.rows == 0 {
				l.offer(s, s.spot, s.price, s.chosen)
				continue
			}
			l.fill(s)
		}
		if steps = l.next; len(steps) == 0 {
			return filling{}, nil, false
		}
	}
	var best *looseStep
	for _, s := range steps {
		if b.part.finish && s.passage < len(l.text) {
			continue
		}
		if best == nil || s.price < best.price {
			best = s
		}
	}
	if best == nil {
		return filling{}, nil, false
	}
	f, ways := l.result(best, len(cols))
	return f, ways, true
}

// walk is the least price at which the passages so far take so many rows of the
// column.
type walk struct {
	used   int
	price  price
	chosen *chosenWay
}

// fill tries all ways to fill the column from a spot on.
func (l *loosener) fill(s *looseStep) {
	at, after := append(l.walks[0][:0], walk{0, s.price, s.chosen}), l.walks[1]
	defer func() { l.walks = [2][]walk{at, after} }()
	for p := s.passage; ; p++ {
		if p == len(l.text) {
			l.finish(s, at)
			return
		}
		after = after[:0]
		for _, w := range at {
			if p == s.passage && s.line > 0 {
				after = l.set(s, w, spot{passage: p, way: s.way}, after)
				continue
			}
			for k := range l.text[p].plain {
				after = l.set(s, w, spot{passage: p, way: k}, after)
			}
		}
		if at, after = after, at; len(at) == 0 {
			return
		}
	}
}

// set adds a passage to a walk: it may end the column, or stand in it wholly.
func (l *loosener) set(s *looseStep, w walk, at spot, after []walk) []walk {
	p := &l.text[at.passage]
	way := p.ways[at.way]
	begun := 0
	if at.passage == s.passage {
		begun = s.line
	}
	if begun == 0 {
		w.price += way.price
		if at.way > 0 {
			w.chosen = &chosenWay{at.passage, at.way, w.chosen}
		}
	}
	if w.used > 0 {
		w.used += p.before
	}
	n := len(way.rows)
	for line := max(begun+1, begun+l.column.rows-1-w.used); line <= min(n, begun+l.column.rows-w.used); line++ {
		l.end(s, w, spot{at.passage, at.way, line}, begun)
	}
	if w.used += n - begun; w.used > l.column.rows {
		return after
	}
	for i := range after {
		if after[i].used == w.used {
			if w.price < after[i].price {
				after[i] = w
			}
			return after
		}
	}
	return append(after, w)
}

// end ends the column at a spot, before which it has lines from begun on.
func (l *loosener) end(s *looseStep, w walk, at spot, begun int) {
	p := &l.text[at.passage]
	n := len(p.ways[at.way].rows)
	if was := at.way; p.ways[was].rows[at.line-1].line.Hyphenated {
		if at.way = l.m.cleaned(l.b.galley, p, was, s.endsIn(at)); at.way < 0 {
			return
		}
		w.price += p.ways[at.way].price - p.ways[was].price
		w.chosen = &chosenWay{at.passage, at.way, w.chosen}
	}
	if !l.ends(at, begun) {
		return
	}
	w.used += at.line - begun
	if at.line == n {
		at = spot{passage: at.passage + 1}
	}
	l.offer(s, at, w.price+l.m.short(l.column.rows-w.used), w.chosen)
}

// endsIn lists the lines of a spot's passage that end columns: this one and those
// before it.
func (s *looseStep) endsIn(at spot) []int {
	lines := []int{at.line}
	for ; s != nil && s.passage == at.passage && s.line > 0; s = s.prev {
		lines = append(lines, s.line)
	}
	return lines
}

// ends reports whether the column may end at a spot, before which it has lines
// from begun on.
func (l *loosener) ends(at spot, begun int) bool {
	way := &l.text[at.passage].ways[at.way]
	finish := l.b.part.finish
	whole := at.line == len(way.rows)
	if finish && (l.last || whole && at.passage == len(l.text)-1) {
		return false // see finish
	}
	if !way.free[at.line-1] || l.last && !way.leave[at.line-1] {
		return false
	}
	if at.line-begun == 1 && begun > 0 && !whole {
		return false // one line out of the middle of a paragraph
	}
	return finish || l.left(at) >= l.m.brand.Story.MinRest
}

// left counts the rows after a spot.
func (l *loosener) left(at spot) int {
	p := &l.text[at.passage]
	end := p.from + len(p.ways[0].rows)
	return len(l.b.galley.rows) - end + len(p.ways[at.way].rows) - at.line
}

// finish ends the text in the column.
func (l *loosener) finish(s *looseStep, at []walk) {
	if !l.b.part.finish {
		return
	}
	tail := 0
	if l.last {
		tail = l.b.tail()
	}
	for _, w := range at {
		spare := l.column.rows - w.used - tail
		short := l.m.ending(spare, tail, l.b.galley.measure)
		if spare >= 0 && (l.last || spare <= 1) {
			l.offer(s, spot{passage: len(l.text)}, w.price+short, w.chosen)
		}
	}
}

// offer remembers the cheapest way to a spot at the head of the next column.
func (l *loosener) offer(from *looseStep, at spot, p price, chosen *chosenWay) {
	if p >= l.bound {
		return
	}
	k := slices.IndexFunc(l.next, func(s *looseStep) bool { return s.spot == at })
	if k >= 0 && p >= l.next[k].price {
		return
	}
	step := &looseStep{spot: at, price: p, chosen: chosen, prev: from}
	if k >= 0 {
		l.next[k] = step
	} else {
		l.next = append(l.next, step)
	}
}

// result says how each paragraph is set, and where the columns end then.
func (l *loosener) result(s *looseStep, columns int) (filling, []int) {
	ways := make([]int, len(l.text))
	for c := s.chosen; c != nil; c = c.prev {
		if ways[c.passage] == 0 { // the latest choice counts
			ways[c.passage] = c.way
		}
	}
	starts := make([]int, len(l.text)+1)
	for i := range l.text {
		starts[i+1] = starts[i] + len(l.text[i].ways[ways[i]].rows)
	}
	f := filling{ends: make([]int, columns), price: s.price}
	for c := columns - 1; c >= 0; c, s = c-1, s.prev {
		f.ends[c] = starts[s.passage] + s.line
	}
	return f, ways
}

// loosened is the galley of a plan.
func (m *measurer) loosened(b *bodySet, plan *bodyPlan) *galley {
	if plan.ways == nil {
		return b.galley
	}
	g := &galley{measure: b.galley.measure, leading: b.galley.leading, notes: b.galley.notes}
	for i, p := range m.passagesOf(b.galley) {
		g.rows = append(g.rows, p.ways[plan.ways[i]].rows...)
	}
	g.index(m.atLeastTwo(m.brand.Story.Widows), m.atLeastTwo(m.brand.Story.Orphans))
	return g
}
