package para

import "masthead/layout/geom"

// sums are the totals of a paragraph set in one endless line, up to a place.
// The difference of two is a line: its natural width, what its word spaces can
// stretch and shrink, and the ems between its letters (Knuth & Plass 1981,
// section "The optimum-fit algorithm": sum-width and its companions).
type sums struct {
	width, stretch, shrink, letters geom.Length
	// least is width less all that can be taken away.
	least geom.Length
}

// breakpoint is a place where a line may end and the next begin. The two sides
// differ by what disappears there (a space) or appears (a hyphen), and by
// hanging punctuation.
type breakpoint struct {
	kind       breakKind
	added      bool  // not there in the first pass: hyphens that the text has not
	weak       bool  // after a short word that a balanced line should not end with
	endElem    int32 // the line ends before byte endAt of this element
	endAt      int32
	startElem  int32 // the next begins there
	startAt    int32
	outer      int32 // an added hyphen's: the last break before that adds none
	whole      int32 // and the next one after
	end, start sums
	floor      geom.Length // the smallest end.least from here on
}

// breakpoints lists the legal breaks in order, the first being the paragraph's
// beginning. Elements marked in torn are broken anywhere, to fit in narrow.
func (p *Paragraph) breakpoints(torn []bool, narrow geom.Length) []breakpoint {
	list := make([]breakpoint, 1, len(p.elems)/2+len(p.points)+8)
	list[0].kind = breakHard
	list[0].start = p.opening(sums{}, 0)
	var at sums
	for i := 0; i < len(p.elems); i++ {
		e := &p.elems[i]
		switch e.kind {
		case boxElement:
			pts := p.points[e.first:e.last]
			if torn != nil && torn[i] {
				pts = p.tear(e, narrow)
			}
			list = p.inBox(list, i, at, pts)
			at.add(p.whole(e))
		case hardElement:
			list = append(list, breakpoint{
				kind: breakHard, endElem: int32(i), startElem: int32(i + 1),
				end: p.closing(at, i), start: p.opening(at, i+1),
			})
		default:
			j, kind, after := i, breakNone, at
			for ; j < len(p.elems) && (p.elems[j].kind == spaceElement || p.elems[j].kind == gapElement); j++ {
				g := &p.elems[j]
				k := g.brk
				if k == breakNone && torn != nil && torn[j] && !p.bound(i, j) {
					k = breakTornPlain
				}
				if kind == breakNone || k == breakSpace || k == breakFree {
					kind = max(k, kind)
				}
				after.add(p.whole(g))
			}
			if kind != breakNone {
				list = append(list, breakpoint{
					kind: kind, endElem: int32(i), startElem: int32(j),
					end: p.closing(at, i), start: p.opening(after, j),
				})
			}
			at, i = after, j-1
		}
	}
	link(list)
	return list
}

// inBox appends the breaks at the points of element i.
func (p *Paragraph) inBox(list []breakpoint, i int, at sums, pts []point) []breakpoint {
	e := &p.elems[i]
	for _, pt := range pts {
		head := p.fragment(e, cut{0, int(pt.at), pt.kind.addsHyphen()})
		rest := p.fragment(e, cut{int(pt.at), len(e.text), false})
		b := breakpoint{
			kind: pt.kind, added: pt.kind.addsHyphen() || pt.kind == breakTornPlain,
			endElem: int32(i), endAt: pt.at, startElem: int32(i), startAt: pt.at,
			end: at, start: at,
		}
		joined := e.letters - letterEms(e.word.Runs)
		b.end.add(p.least(sums{width: runsWidth(head) - p.params.hangRight(head), letters: joined + letterEms(head)}))
		b.start.add(p.whole(e))
		b.start.sub(p.least(sums{width: runsWidth(rest) - p.params.hangLeft(rest), letters: letterEms(rest)}))
		list = append(list, b)
	}
	return list
}

// whole returns what an element adds to a line that holds all of it.
func (p *Paragraph) whole(e *element) sums {
	return p.least(sums{width: e.width, stretch: e.stretch, shrink: e.shrink, letters: e.letters})
}

func (p *Paragraph) least(s sums) sums {
	s.least = s.width
	if p.params.Align == Justified {
		s.least -= s.shrink + s.letters.MulDiv(int64(-p.params.LetterSpace.Min), 1000)
	}
	return s
}

// closing is the end of a line before element i: what hangs out at the right is
// not counted.
func (p *Paragraph) closing(at sums, i int) sums {
	if i > 0 && p.elems[i-1].kind == boxElement {
		at.add(sums{width: -p.params.hangRight(p.elems[i-1].word.Runs)}.even())
	}
	return at
}

// opening is the start of a line at element i.
func (p *Paragraph) opening(at sums, i int) sums {
	if i < len(p.elems) && p.elems[i].kind == boxElement {
		e := &p.elems[i]
		at.add(sums{width: p.params.hangLeft(e.word.Runs)}.even())
		if e.join && len(e.word.Runs) > 0 {
			at.add(p.least(sums{letters: e.word.Runs[0].Size}))
		}
	}
	return at
}

func (s sums) even() sums {
	s.least = s.width
	return s
}

func (s *sums) add(o sums) {
	s.width += o.width
	s.stretch += o.stretch
	s.shrink += o.shrink
	s.letters += o.letters
	s.least += o.least
}

func (s *sums) sub(o sums) {
	s.width -= o.width
	s.stretch -= o.stretch
	s.shrink -= o.shrink
	s.letters -= o.letters
	s.least -= o.least
}

// link fills in what a break must know of its neighbours.
func link(list []breakpoint) {
	outer := int32(0)
	for i := range list {
		list[i].outer = outer
		if !list[i].added {
			outer = int32(i)
		}
	}
	whole := int32(len(list) - 1)
	floor := list[whole].end.least
	for i := len(list) - 1; i >= 0; i-- {
		list[i].whole = whole
		if !list[i].added {
			whole = int32(i)
		}
		if i > 0 {
			floor = min(floor, list[i].end.least)
		}
		list[i].floor = floor
	}
}

// widestStretch is the widest line without a regular break inside.
func (p *Paragraph) widestStretch() geom.Length {
	var widest geom.Length
	prev := &p.breaks[0]
	for i := 1; i < len(p.breaks); i++ {
		b := &p.breaks[i]
		widest = max(widest, b.end.least-prev.start.least)
		prev = b
	}
	return widest
}
