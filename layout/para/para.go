package para

import "slices"

// memory is the result for one set of widths.
type memory struct {
	widths    Widths
	looseness int
	clean     []int
	lines     []Line
	pass      int // of the search; 0: a balanced setting
}

// remembered is how many results a paragraph keeps.
const remembered = 40

// Break breaks the paragraph and sets its lines. The result is remembered and
// shared: it must not be changed. No text is lost: where nothing fits, lines are
// Overfull.
func (p *Paragraph) Break(w Widths) []Line { return setAll(p.Measure(w, 0, nil)) }

func setAll(lines []Line) []Line {
	for i := range lines {
		lines[i].Set()
	}
	return lines
}

// Measure is Break for one who wants to know of lines and may never set them: until
// [Line.Set] they have no Pieces, Text, Gap and Spaces. It breaks the paragraph into
// looseness more lines than is best, or fewer if that is negative, as far as the
// tolerance allows (TeX's \looseness), and lines named in clean, counted from 1, do
// not end in a hyphen: those that end a column. Where that cannot be, the lines are
// as good as they can be; the caller looks.
func (p *Paragraph) Measure(w Widths, looseness int, clean []int) []Line {
	if m := p.remember(w, looseness, clean); m != nil {
		return m.lines
	}
	if p.Empty() {
		return nil
	}
	s := p.setup(w)
	if looseness == 0 && clean == nil {
		last, pass := s.best()
		return p.memorise(memory{widths: w, lines: p.place(s.breaks, s.widths, last, pass), pass: pass})
	}
	p.Measure(w, 0, nil)
	best := p.remember(w, 0, nil)
	lines, pass := len(best.lines), best.pass
	if pass == 0 {
		last, at := s.optimum()
		lines, pass = len(p.search.path(last))-1, at
	}
	wanted := []int{looseness}
	if looseness*looseness == 1 && clean == nil {
		wanted = []int{-looseness, looseness} // one search finds both
	}
	m := mode{pass: pass, measures: s.widths, count: true, spread: int32(max(looseness, -looseness) + 1), clean: clean}
	found := p.find(s.breaks, m) >= 0
	if !found {
		p.find(s.breaks, mode{pass: pass, measures: s.widths})
	}
	var out []Line
	for _, more := range wanted {
		last := p.search.best()
		if found {
			last = p.search.nearest(int32(lines + more))
		}
		out = p.memorise(memory{widths: w, looseness: more, clean: clean, lines: p.place(s.breaks, s.widths, last, pass)})
	}
	return out
}

// remember returns what was found before, nil where nothing was.
func (p *Paragraph) remember(w Widths, looseness int, clean []int) *memory {
	for i := range p.memo {
		m := &p.memo[i]
		if m.looseness == looseness && slices.Equal(m.clean, clean) && m.widths.Rest == w.Rest && slices.Equal(m.widths.First, w.First) && slices.Equal(m.widths.Offsets, w.Offsets) {
			return m
		}
	}
	return nil
}

func (p *Paragraph) memorise(m memory) []Line {
	if len(p.memo) >= remembered {
		p.memo = slices.Delete(p.memo, 0, 1)
	}
	m.widths.First, m.widths.Offsets, m.clean = slices.Clone(m.widths.First), slices.Clone(m.widths.Offsets), slices.Clone(m.clean)
	p.memo = append(p.memo, m)
	return m.lines
}

// Empty reports whether there is nothing to set.
func (p *Paragraph) Empty() bool {
	return !slices.ContainsFunc(p.elems, func(e element) bool { return e.kind == boxElement })
}

// A setup is a paragraph's breaks at the measures at hand.
type setup struct {
	*Paragraph
	widths *lineWidths
	breaks []breakpoint
}

func (p *Paragraph) setup(w Widths) *setup {
	s := &setup{p, newLineWidths(w, &p.params), p.breaks}
	if narrow := s.widths.narrowest(); p.widest > narrow {
		s.breaks = p.breakpoints(p.torn(narrow), narrow)
	}
	return s
}

// best chooses the breaks; it returns the last node of the way through them, and
// the pass of the search that found it: 0 in a balanced setting.
func (s *setup) best() (last int32, pass int) {
	if s.params.Balanced {
		s.markWeak(s.breaks)
		if n, ok := s.balance(s.breaks, s.widths); ok {
			return n, 0
		}
	}
	return s.optimum()
}

// optimum runs the passes until one finds a way that does not end in a runt: for
// that spaces may rather be wide.
func (s *setup) optimum() (last int32, pass int) {
	justified := s.params.Align == Justified
	for pass = 1; pass < 4; pass++ {
		if pass == 1 && (s.params.Pretolerance < 0 || !justified) || pass == 3 && !justified {
			continue
		}
		if last = s.find(s.breaks, mode{pass: pass, measures: s.widths}); last >= 0 && (pass == 3 || !justified || !s.endsInRunt(last)) {
			return last, pass
		}
	}
	return s.find(s.breaks, mode{pass: 4, measures: s.widths}), 4
}

// endsInRunt reports whether the way to the last node ends in a runt.
func (s *setup) endsInRunt(last int32) bool {
	n := &s.search.nodes[last]
	from := &s.search.nodes[n.prev]
	_, measure := s.widths.slot(from.line)
	return s.isRunt(s.breaks, from.brk, s.breaks[n.brk].end.width-s.breaks[from.brk].start.width, measure)
}
