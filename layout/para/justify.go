package para

import (
	"strings"

	"masthead/layout/geom"
	"masthead/layout/text"
)

// place makes the lines along the way to node last, which a pass of the search
// found.
func (p *Paragraph) place(breaks []breakpoint, lw *lineWidths, last int32, pass int) []Line {
	path := p.search.path(last)
	lines := make([]Line, len(path)-1)
	st := &setting{p, newRater(&p.params, p.space)}
	for i, n := len(lines)-1, last; i >= 0; i-- {
		at := &p.search.nodes[n]
		cost := at.cost
		if n = at.prev; n >= 0 {
			cost -= p.search.nodes[n].cost
		}
		l := &lines[i]
		l.from, l.a, l.b = st, &breaks[path[i]], &breaks[path[i+1]]
		l.Indent, l.Measure = lw.slot(int32(i))
		l.Demerits = float64(cost) / one
		l.Last, l.Hard = i == len(lines)-1, l.b.kind == breakHard
		l.Hyphenated = l.b.kind.hyphenated()
		l.From = p.written(l.a)
		text := l.b.end
		text.sub(l.a.start)
		l.fill(st, &text)
		l.Forced = pass > 2 && l.Stretch > p.params.Tolerance
		l.Runt = l.Last && p.isRunt(breaks, path[i], l.Width, l.Measure)
	}
	return lines
}

// fill finds how far the line's text is stretched or shrunk, with its tail if there is
// room for it; it returns what its word spaces and letters take of the slack.
func (l *Line) fill(st *setting, text *sums) (word, letter geom.Length) {
	if l.Tail = 0; l.Last {
		l.Tail = st.params.Tail
	}
	word, letter = l.fit(st, text)
	if l.Overfull && l.Tail > 0 {
		l.Tail = 0
		word, letter = l.fit(st, text)
	}
	if l.Tail > 0 {
		l.Width = min(l.Width, l.Measure-l.Tail) // it is tightened
	}
	return word, letter
}

func (l *Line) fit(st *setting, text *sums) (word, letter geom.Length) {
	l.Width = text.width
	slack := l.Measure - l.Width - l.Tail
	l.Overfull, l.Justified, l.Ratio, l.Stretch = slack < 0, false, 0, 0
	if !st.rater.justified || slack >= 0 && l.Hard {
		return 0, 0
	}
	word, letter, ok := st.rater.split(slack, text)
	l.Overfull = !ok
	if !ok {
		word = max(word, -text.shrink)
	}
	l.Justified = ok && (word == 0 || word > 0 && text.stretch > 0 || word < 0 && text.shrink > 0)
	l.Ratio = st.rater.ratio(slack, text)
	if text.stretch > 0 {
		l.Stretch = float64(word) / float64(text.stretch)
	}
	return word, letter
}

// Set places the pieces of a line and fills in its Text, Gap and Spaces, once.
func (l *Line) Set() {
	if l.from == nil {
		return
	}
	s := setter{p: l.from.Paragraph, a: l.a, b: l.b, line: l}
	s.collect()
	s.set(l.from)
	l.from, l.a, l.b = nil, nil, nil
}

// setter sets one line: collect gathers the pieces, set gives them their
// places.
type setter struct {
	p    *Paragraph
	a, b *breakpoint
	line *Line

	stops       []stop
	sums        sums
	left, right geom.Length // what hangs out
	slip        geom.Length // how far the end may be off; see Line.Justified
}

// stop is a piece or a gap before it gets its place.
type stop struct {
	piece   Piece
	none    bool        // a gap: it has no glyph
	after   bool        // letter-spacing stands before it
	letter  geom.Length // the size that the letter-spacing before it goes by
	width   geom.Length
	stretch geom.Length
	shrink  geom.Length
}

// collect gathers what stands between the two breaks, with its exact widths.
func (s *setter) collect() {
	p, a, b := s.p, s.a, s.b
	var src strings.Builder
	src.Grow(96)
	var firstRuns, lastRuns []text.Run
	for i := a.startElem; i <= b.endElem && int(i) < len(p.elems); i++ {
		e := &p.elems[i]
		if e.kind != boxElement {
			if i == b.endElem {
				break
			}
			src.WriteString(e.text)
			s.space(e)
			lastRuns = nil
			continue
		}
		c := cut{0, len(e.text), false}
		if i == a.startElem {
			c.from = int(a.startAt)
		}
		if i == b.endElem {
			if b.endAt == 0 {
				break
			}
			c.to, c.hyphen = int(b.endAt), b.kind.addsHyphen()
		}
		src.WriteString(e.text[c.from:c.to])
		runs := p.fragment(e, c)
		s.box(e, runs, e.join && i > a.startElem)
		if firstRuns == nil && len(s.stops) == len(runs) {
			firstRuns = runs
		}
		lastRuns = runs
	}
	s.left, s.right = p.params.hangLeft(firstRuns), p.params.hangRight(lastRuns)
	s.line.Text, s.line.Gap = src.String(), s.gap()
	s.sums.width -= s.left + s.right
}

// written is the place in the texts of the spans where a line begins after a
// break. Soft hyphens, and white space that runs together, count there as they
// are written.
func (p *Paragraph) written(b *breakpoint) int {
	if b.startElem == 0 && b.startAt == 0 {
		return 0
	}
	e := &p.elems[min(int(b.startElem), len(p.elems)-1)]
	at := int(e.off)
	src := p.spans[e.span].Text
	for n := 0; at < len(src) && (n < int(b.startAt) || n > 0 && strings.HasPrefix(src[at:], softHyphen)); {
		if strings.HasPrefix(src[at:], softHyphen) {
			at += len(softHyphen)
			continue
		}
		at++
		n++
	}
	for i := range e.span {
		at += len(p.spans[i].Text)
	}
	return at
}

// gap is the source text between this line and the next.
func (s *setter) gap() string {
	gap := ""
	for i := s.b.endElem; i < s.b.startElem && int(i) < len(s.p.elems); i++ {
		gap += s.p.elems[i].text
	}
	return gap
}

// space appends a space or gap.
func (s *setter) space(e *element) {
	st := stop{width: e.width, stretch: e.stretch, shrink: e.shrink, none: e.kind == gapElement}
	if !st.none && len(e.word.Runs) > 0 {
		st.piece = Piece{Span: s.p.spans[e.span].Index, Run: e.word.Runs[0], Space: true}
		if e.stretch > 0 {
			s.line.Spaces++
		}
	} else {
		st.none = true
	}
	s.sums.width += e.width
	s.sums.stretch += e.stretch
	s.sums.shrink += e.shrink
	s.stops = append(s.stops, st)
}

// box appends the runs of a box or of part of one.
func (s *setter) box(e *element, runs []text.Run, join bool) {
	s.sums.letters += letterEms(runs)
	if join && len(runs) > 0 {
		s.sums.letters += runs[0].Size
	}
	var before geom.Length
	if join && len(runs) > 0 {
		before = runs[0].Size
	}
	head, hyphen, split := runs, text.Run{}, false
	if s.b.kind.addsHyphen() {
		head, hyphen, split = splitHyphen(runs)
	}
	for i := range head {
		s.stops = append(s.stops, stop{
			piece: Piece{Span: s.p.spans[e.span].Index, Run: head[i]},
			width: head[i].Width, letter: before, after: before > 0,
		})
		before = head[i].Size
	}
	if split {
		s.stops = append(s.stops, stop{
			piece: Piece{Span: s.p.spans[e.span].Index, Run: hyphen, Hyphen: true},
			width: hyphen.Width, letter: before, after: before > 0,
		})
	}
	s.sums.width += runsWidth(head) + hyphen.Width
}

// set gives the pieces their places. A justified line ends at its measure to
// the unit: the word spaces take their shares of the rest by running totals.
func (s *setter) set(st *setting) {
	l := s.line
	word, letter := l.fill(st, &s.sums)
	x := l.Indent - s.left
	slack := l.Measure - l.Width
	switch {
	case st.rater.justified || l.Overfull:
	case s.p.params.Align == FlushRight:
		x += slack
	case s.p.params.Align == Centered:
		x += slack / 2
	}
	s.spread(x, word, letter)
	if l.Justified {
		off := s.end() - l.Indent - l.Measure - s.right
		l.Justified = max(off, -off) <= s.slip
	}
}

// spread places the stops from x on. Letters get a whole amount per gap, word
// spaces what is left.
func (s *setter) spread(x, word, letter geom.Length) {
	total := word + letter
	var letters geom.Length
	per := func(size geom.Length) geom.Length {
		if s.sums.letters == 0 || letter == 0 {
			return 0
		}
		return letter * size / s.sums.letters
	}
	for i := range s.stops {
		st := &s.stops[i]
		if st.after {
			letters += per(st.letter)
		}
		if !st.none && !st.piece.Space {
			st.piece.Letter = per(st.piece.Run.Size)
			letters += st.piece.Letter * geom.Length(max(clusters(&st.piece.Run)-1, 0))
		}
	}
	word = total - letters
	weights, sum := s.sums.stretch, geom.Length(0)
	if word < 0 {
		weights = s.sums.shrink
	}
	if weights == 0 {
		// Letters alone fill the line: what their rounding leaves over stays.
		if max(word, -word) < geom.Length(len(s.line.Text)) {
			s.slip = geom.Length(len(s.line.Text))
		}
		word = 0
	}
	s.line.Pieces = make([]Piece, 0, len(s.stops))
	given := geom.Length(0)
	for i := range s.stops {
		st := &s.stops[i]
		if st.after {
			x += per(st.letter)
		}
		st.piece.X = x
		x += st.width + st.piece.Letter*geom.Length(max(clusters(&st.piece.Run)-1, 0))
		if word != 0 {
			if word < 0 {
				sum += st.shrink
			} else {
				sum += st.stretch
			}
			now := word * sum / weights
			x += now - given
			given = now
		}
		if !st.none {
			s.line.Pieces = append(s.line.Pieces, st.piece)
		}
	}
}

// end is where the last glyph ends.
func (s *setter) end() geom.Length {
	if len(s.line.Pieces) == 0 {
		return s.line.Indent
	}
	q := &s.line.Pieces[len(s.line.Pieces)-1]
	return q.X + q.Advance()
}

// clusters counts the glyphs of a run that letter-spacing keeps apart.
func clusters(r *text.Run) int {
	n := 0
	for i := range r.Glyphs {
		if r.Glyphs[i].Text != "" {
			n++
		}
	}
	return n
}
