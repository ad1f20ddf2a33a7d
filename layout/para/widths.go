package para

import "masthead/layout/geom"

// Widths are the measures of a paragraph's lines. Line i is First[i] wide and
// begins Offsets[i] from the frame's left edge, as beside a drop cap; what is
// not given is Rest wide and begins at the edge.
type Widths struct {
	First   []geom.Length
	Offsets []geom.Length
	Rest    geom.Length
}

// Uniform is the same measure for every line.
func Uniform(measure geom.Length) Widths { return Widths{Rest: measure} }

// lineWidths is Widths with the paragraph's indents taken off.
type lineWidths struct {
	w               Widths
	indent, hanging geom.Length
	special         int32 // lines before this one differ from the rest
}

func newLineWidths(w Widths, p *Params) *lineWidths {
	l := &lineWidths{w: w, indent: p.Indent, hanging: p.Hanging, special: int32(len(w.First))}
	if l.indent != l.hanging {
		l.special = max(l.special, 1)
	}
	return l
}

// slot returns where the text of a line begins, and how wide it may be.
func (l *lineWidths) slot(line int32) (start, measure geom.Length) {
	measure = l.w.Rest
	if int(line) < len(l.w.First) {
		measure = l.w.First[line]
	}
	if int(line) < len(l.w.Offsets) {
		start = l.w.Offsets[line]
	}
	indent := l.hanging
	if line == 0 {
		indent = l.indent
	}
	return start + indent, measure - indent
}

// narrowest is the smallest measure of any line.
func (l *lineWidths) narrowest() geom.Length {
	_, m := l.slot(l.special)
	for i := range l.special {
		_, w := l.slot(i)
		m = min(m, w)
	}
	return m
}
