package para

import "slices"

// memory is the result for one set of widths.
type memory struct {
	widths    Widths
	looseness int
	clean     []int
	lines     []Line
}

// Break breaks the paragraph. The result is remembered and shared: it must not
// be changed. No text is lost: where nothing fits, lines are Overfull.
func (p *Paragraph) Break(w Widths) []Line { return p.BreakLoose(w, 0) }

// BreakLoose breaks the paragraph into looseness more lines than is best, or
// fewer if it is negative, as far as the tolerance allows (TeX's \looseness);
// the caller counts what it got.
func (p *Paragraph) BreakLoose(w Widths, looseness int) []Line {
	return p.BreakClean(w, looseness, nil)
}

// BreakClean is BreakLoose where some lines, counted from 1, do not end in a
// hyphen: those that end a column. Where that cannot be, the lines are as good
// as they can be; the caller looks.
func (p *Paragraph) BreakClean(w Widths, looseness int, clean []int) []Line {
	for i := range p.memo {
		m := &p.memo[i]
		if m.looseness == looseness && slices.Equal(m.clean, clean) && m.widths.Rest == w.Rest && slices.Equal(m.widths.First, w.First) && slices.Equal(m.widths.Offsets, w.Offsets) {
			return m.lines
		}
	}
	lines := p.compose(w, looseness, clean)
	if len(p.memo) >= 16 {
		p.memo = slices.Delete(p.memo, 0, 1)
	}
	w.First, w.Offsets = slices.Clone(w.First), slices.Clone(w.Offsets)
	p.memo = append(p.memo, memory{w, looseness, slices.Clone(clean), lines})
	return lines
}

// Empty reports whether there is nothing to set.
func (p *Paragraph) Empty() bool {
	return !slices.ContainsFunc(p.elems, func(e element) bool { return e.kind == boxElement })
}

// compose chooses the breaks and places the lines.
func (p *Paragraph) compose(w Widths, looseness int, clean []int) []Line {
	if p.Empty() {
		return nil
	}
	lw := newLineWidths(w, &p.params)
	breaks := p.breaks
	if narrow := lw.narrowest(); p.widest > narrow {
		breaks = p.breakpoints(p.torn(narrow), narrow)
	}
	last := int32(-1)
	if p.params.Balanced && looseness == 0 && clean == nil {
		p.markWeak(breaks)
		if n, ok := p.balance(breaks, lw); ok {
			last = n
		}
	}
	if last < 0 {
		last = p.optimum(breaks, lw, looseness, clean)
	}
	return p.place(breaks, lw, last)
}

// optimum runs the passes until one finds a way.
func (p *Paragraph) optimum(breaks []breakpoint, lw *lineWidths, looseness int, clean []int) int32 {
	for pass := 1; ; pass++ {
		if pass == 1 && (p.params.Pretolerance < 0 || p.params.Align != Justified) || pass == 3 && p.params.Align != Justified {
			continue
		}
		m := mode{pass: pass, measures: lw}
		last := p.find(breaks, m)
		if last < 0 && pass < 4 {
			continue
		}
		if (looseness != 0 || clean != nil) && last >= 0 {
			want := int32(len(p.search.path(last)) - 1 + looseness)
			m.count, m.spread, m.clean = true, int32(max(looseness, -looseness)+1), clean
			if p.find(breaks, m) >= 0 {
				return p.search.nearest(want)
			}
			m.count, m.clean = false, nil
			return p.find(breaks, m)
		}
		return last
	}
}
