package para

import (
	"slices"

	"masthead/layout/geom"
)

// maxRun is the longest run of hyphenated lines that the search tells apart.
const maxRun = 3

// node is a way to set the text up to a break: its best predecessor and what
// it costs (Knuth & Plass 1981, "active node").
type node struct {
	cost int64
	prev int32
	brk  int32
	line int32 // lines so far, as far as they matter
	fit  uint8
	run  uint8 // hyphenated lines in a row, this one included
}

// group is the active nodes of one break and one line number: they differ in
// fitness and hyphens only, so a line from them is measured once.
type group struct {
	brk, line   int32
	first, last int32 // nodes[first:last]
}

// candidates are the best ways into the break at hand, by run and fitness.
type candidates struct {
	line int32
	has  uint32 // the entries of best that are ways, a bit each
	best [(maxRun + 1) * fitClasses]node
}

// mode says what a run of the search must heed.
type mode struct {
	pass     int // 1: no added hyphens, 2: with them, 3: any stretch, 4: whatever it takes
	measures *lineWidths
	// count tells line counts apart, as far as spread from the cheapest way.
	count  bool
	spread int32
	most   int32 // lines, 0: any number
	// clean are lines that must not end in a hyphen; heeded where lines are counted.
	clean []int
	// even prices lines by how far they are from a common width: their measure
	// less narrow. They may be wider than that by over.
	even         bool
	narrow, over geom.Length
	// whole keeps compound words together.
	whole bool
}

// search holds the working memory of a paragraph between runs.
type search struct {
	nodes  []node
	groups []group
	cands  []candidates
	rater  rater
}

// find runs the search over the breaks and returns the last node of the best
// way through them, or -1 if the pass allows none. The nodes stay in s.nodes.
func (p *Paragraph) find(breaks []breakpoint, m mode) int32 {
	s := &p.search
	s.rater = newRater(&p.params, p.space)
	s.rater.strict = m.pass < 3
	if m.pass == 1 {
		s.rater.tolMil = thousandths(p.params.Pretolerance)
	}
	s.nodes = append(s.nodes[:0], node{prev: -1, fit: fitDecent})
	s.groups = append(s.groups[:0], group{0, 0, 0, 1})
	for bi := 1; bi < len(breaks); bi++ {
		b := &breaks[bi]
		if b.added && m.pass == 1 {
			continue
		}
		s.cands = s.cands[:0]
		live := 0
		l := line{to: int32(bi)}
		for _, g := range s.groups {
			a := &breaks[g.brk]
			_, measure := m.measures.slot(g.line)
			measure += m.over - m.narrow
			if bi == len(breaks)-1 {
				measure -= p.params.Tail
			}
			if g.brk != l.from.brk || measure != l.measure || l.to != l.priced {
				l.measure, l.from = measure, g
				p.price(breaks, &l, &m)
			}
			l.from = g
			p.enter(b, &l, &m)
			if b.kind != breakHard && breaks[bi+1].floor-a.start.least <= measure {
				s.groups[live] = g
				live++
			}
		}
		s.groups = s.groups[:live]
		s.keep(int32(bi), p.params.FitnessDemerits, &m)
		if len(s.groups) == 0 {
			return -1
		}
	}
	return s.best()
}

// line is a trial: from the nodes of a group to a break, and its price.
type line struct {
	from    group
	to      int32
	measure geom.Length

	priced int32 // the break to which the price is, 0: none yet
	ok     bool
	cost   int64
	fit    int
}

// enter makes the ways by a line candidates.
func (p *Paragraph) enter(b *breakpoint, l *line, m *mode) {
	if !l.ok {
		return
	}
	s := &p.search
	hyphenated := b.kind.hyphenated()
	key := l.from.line + 1
	if m.most > 0 && key > m.most {
		return
	}
	if !m.count {
		key = min(key, m.measures.special)
	} else if hyphenated && slices.Contains(m.clean, int(key)) {
		return
	}
	c := s.candidatesFor(key)
	for i := l.from.first; i < l.from.last; i++ {
		n := &s.nodes[i]
		total, class, run := n.cost+l.cost, l.fit, uint8(0)
		if class < 0 {
			class = int(n.fit)
		} else if d := class - int(n.fit); d > 1 || d < -1 {
			total += int64(p.params.FitnessDemerits) * one
		}
		if hyphenated {
			run = n.run + 1
			if run > 1 {
				total += int64(p.params.DoubleHyphenDemerits) * one
			}
			if int(run) > p.params.MaxHyphensInRow {
				if m.pass < 4 {
					continue
				}
				total += ladderDemerits * one
				run = min(run, maxRun)
			}
		}
		at := int(run)*fitClasses + class
		if k := &c.best[at]; c.has&(1<<at) == 0 || total < k.cost {
			*k = node{cost: total, prev: i, brk: l.to, line: key, fit: uint8(class), run: run}
			c.has |= 1 << at
		}
	}
}

// candidatesFor returns the table of a line number.
func (s *search) candidatesFor(line int32) *candidates {
	for i := range s.cands {
		if s.cands[i].line == line {
			return &s.cands[i]
		}
	}
	n := len(s.cands)
	if n == cap(s.cands) {
		s.cands = append(s.cands, candidates{})
	}
	s.cands = s.cands[:n+1]
	c := &s.cands[n]
	c.line, c.has = line, 0 // what best held before is not looked at
	return c
}

// keep makes the candidates active nodes, but those that another beats whatever
// follows: one with no more hyphens in its run that is cheaper by more than a
// clash of fitness can cost.
func (s *search) keep(brk int32, fitness int, m *mode) {
	var lead int32
	if m.count {
		low := int64(-1)
		for i := range s.cands {
			for c, k := &s.cands[i], 0; k < len(c.best); k++ {
				if n := &c.best[k]; c.has&(1<<k) != 0 && (low < 0 || n.cost < low) {
					low, lead = n.cost, n.line
				}
			}
		}
	}
	for i := range s.cands {
		c := &s.cands[i]
		if m.count && (c.line < lead-m.spread || c.line > lead+m.spread) {
			continue
		}
		g := group{brk: brk, line: c.line, first: int32(len(s.nodes))}
		bound := int64(-1)
		for run := 0; run <= maxRun && c.has>>(run*fitClasses) != 0; run++ {
			ways := c.best[run*fitClasses : (run+1)*fitClasses]
			has := c.has >> (run * fitClasses)
			for fit := range ways {
				if n := &ways[fit]; has&(1<<fit) != 0 && (bound < 0 || n.cost < bound) {
					bound = n.cost
				}
			}
			for fit := range ways {
				if n := &ways[fit]; has&(1<<fit) != 0 && n.cost <= bound+int64(fitness)*one {
					s.nodes = append(s.nodes, *n)
				}
			}
		}
		g.last = int32(len(s.nodes))
		if g.last > g.first {
			s.groups = append(s.groups, g)
		}
	}
}

// best returns the cheapest node of the last break.
func (s *search) best() int32 {
	win := int32(-1)
	for _, g := range s.groups {
		for i := g.first; i < g.last; i++ {
			if win < 0 || s.nodes[i].cost < s.nodes[win].cost {
				win = i
			}
		}
	}
	return win
}

// path returns the breaks from the paragraph's beginning to node n.
func (s *search) path(n int32) []int32 {
	steps := 0
	for i := n; i >= 0; i = s.nodes[i].prev {
		steps++
	}
	out := make([]int32, steps)
	for i := n; i >= 0; i = s.nodes[i].prev {
		steps--
		out[steps] = s.nodes[i].brk
	}
	return out
}
