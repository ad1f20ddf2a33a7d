package para

import "masthead/layout/geom"

// price finds what a line itself costs, by the paragraph's setting. A fit of -1
// stands for that of the line before.
func (p *Paragraph) price(breaks []breakpoint, l *line, m *mode) {
	l.priced = l.to
	b := &breaks[l.to]
	if l.cost, l.fit, l.ok = p.priceOf(breaks, l, m); l.ok {
		l.cost += p.params.penalty(b.kind) + int64(p.params.LinePenalty)*one
	}
}

func (p *Paragraph) priceOf(breaks []breakpoint, l *line, m *mode) (cost int64, fit int, ok bool) {
	s := &p.search
	a, b := &breaks[l.from.brk], &breaks[l.to]
	if over := b.end.least - a.start.least - l.measure; over > 0 {
		if m.pass < 4 || l.to != l.from.brk+1 {
			return 0, 0, false
		}
		return overfullDemerits*one + int64(over)/64, -1, true
	}
	width := b.end.width - a.start.width
	slack := l.measure - width
	final := int(l.to) == len(breaks)-1
	if m.pass < 3 && !s.rater.justified && !m.even && b.kind != breakHard && 2*slack > l.measure {
		return 0, 0, false // there is a better way than half a line
	}
	if m.whole && b.kind == breakCompound {
		return 0, 0, false
	}
	if (b.kind == breakHyphen || b.kind == breakName) && !p.mayHyphenate(breaks, l, m.pass) {
		return 0, 0, false
	}
	switch {
	case m.even:
		short := slack - m.over
		cost, fit = s.rater.even(short), fitDecent
		if b.weak && !final {
			cost += weakDemerits * one
		}
	case b.kind == breakHard && slack >= 0:
		fit = -1
	case s.rater.justified:
		text := sums{
			width: width, stretch: b.end.stretch - a.start.stretch,
			shrink: b.end.shrink - a.start.shrink, letters: b.end.letters - a.start.letters,
		}
		if cost, fit, ok = s.rater.justify(slack, &text); !ok {
			return 0, 0, false
		}
	default:
		cost, fit = s.rater.rag(max(slack, 0)), fitDecent
	}
	if final && l.from.brk > 0 {
		cost += p.lastLine(breaks, l, width, m)
	}
	return cost, fit, true
}

// mayHyphenate applies the rules on where an added hyphen is welcome: not in a
// ragged line that would have held the whole word, nor where the line without
// the syllable is short by less than the zone.
func (p *Paragraph) mayHyphenate(breaks []breakpoint, l *line, pass int) bool {
	if pass >= 3 && p.params.Align == Justified {
		return true
	}
	a, b := &breaks[l.from.brk], &breaks[l.to]
	if p.params.Align != Justified && breaks[b.whole].end.width-a.start.width <= l.measure {
		return false
	}
	if p.params.Zone > 0 && b.outer > l.from.brk {
		return l.measure-(breaks[b.outer].end.width-a.start.width) >= p.params.Zone
	}
	return true
}

// lastLine is the price of a short last line, of one that is nothing but the tail
// of a hyphenated word, or of a lone short word under even lines.
func (p *Paragraph) lastLine(breaks []breakpoint, l *line, width geom.Length, m *mode) int64 {
	a := &breaks[l.from.brk]
	measure := l.measure + p.params.Tail
	switch {
	case p.isRunt(breaks, l.from.brk, width, measure):
		return int64(p.params.LastLineDemerits+p.params.RuntDemerits) * one
	case width < p.leastLast(measure):
		return int64(p.params.LastLineDemerits) * one
	}
	if m.even && 3*width < 2*(measure-m.over) && a.startElem+1 == breaks[l.to].endElem {
		return 2 * int64(p.params.LastLineDemerits) * one // a lone word
	}
	return 0
}

// leastLast is the width from which a last line is long enough.
func (p *Paragraph) leastLast(measure geom.Length) geom.Length {
	least := measure.Scale(p.params.MinLastLine)
	if p.han {
		least = max(least, 2*p.em)
	}
	return least
}

// isRunt reports whether a last line is a scrap, or nothing but the tail of a word.
func (p *Paragraph) isRunt(breaks []breakpoint, from int32, width, measure geom.Length) bool {
	a := &breaks[from]
	least := p.leastLast(measure)
	if !p.han {
		least /= 2
	}
	return from > 0 && (width < least || a.kind.hyphenated() && int(a.whole) == len(breaks)-1)
}
