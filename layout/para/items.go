package para

import (
	"masthead/layout/geom"
	"masthead/layout/hyphen"
	"masthead/layout/text"
)

// Span is a stretch of the paragraph's text in one style.
type Span struct {
	Text  string
	Style *text.Style
	// Index is the caller's own: which of its spans this is. It comes back in
	// Piece.Span.
	Index int
	// Break ends the line after the span.
	Break bool
	// NoHyphen keeps added hyphens out; NoBreak keeps every break out, spaces
	// included, as in a telephone number. Only a stretch wider than the measure
	// is broken all the same.
	NoHyphen, NoBreak bool
}

// Breaker prepares paragraphs. Hyphen may be nil: no hyphenation. A Breaker and
// the paragraphs it made are for one goroutine at a time.
type Breaker struct {
	Shaper *text.Shaper
	Hyphen *hyphen.Patterns

	tails map[tailKey]text.Word
	chars []char // working memory of the scanner
}

// Twin returns a breaker for another goroutine that does the same.
func (b *Breaker) Twin() *Breaker { return &Breaker{Shaper: text.NewShaper(), Hyphen: b.Hyphen} }

// Adopt takes over a paragraph that a twin made.
func (b *Breaker) Adopt(p *Paragraph) { p.b = b }

// Paragraph is a text shaped once and ready to be broken at any measure.
type Paragraph struct {
	b      *Breaker
	params Params
	spans  []Span
	elems  []element
	points []point
	breaks []breakpoint
	space  geom.Length // of the first style: the unit of ragged slack
	em     geom.Length
	widest geom.Length // the widest stretch between two breaks
	han    bool        // Han text
	memo   []memory
	glueAt int // one past the last word space that was made, 0: none
	search search
}

type elementKind uint8

const (
	boxElement   elementKind = iota // shaped text
	spaceElement                    // a word space, with a glyph; gone at a line break
	gapElement                      // space without a glyph between two boxes; gone at a line break
	hardElement                     // the end of a line
)

// element is one item of the paragraph: Knuth and Plass's box or glue, their
// penalties being the element's points. Width, stretch, shrink and letters are
// its contributions to a line that holds all of it.
type element struct {
	kind    elementKind
	brk     breakKind // of a space or gap: may the line end here
	han     bool      // a box of one Han character
	join    bool      // a box that continues the word of the box before it
	addr    bool      // a box of a web or mail address: no hyphen is ever added
	span    int32
	off     int32 // byte of the span's text where it begins
	first   int32 // points[first:last] are the breaks inside a box
	last    int32
	text    string
	word    text.Word
	width   geom.Length
	stretch geom.Length // the width that ratio 1 of word-space stretch adds
	shrink  geom.Length // the most that can be taken away
	letters geom.Length // ems between letters: the sum of the sizes at the letter gaps
}

// point is a place inside a box where the line may end.
type point struct {
	at   int32 // byte offset in the element's text
	kind breakKind
}

// Prepare shapes every word of the spans once and finds where lines may end.
// White space runs together to one space; soft hyphens are taken out and
// remembered.
func (b *Breaker) Prepare(spans []Span, params Params) *Paragraph {
	p := &Paragraph{b: b, params: params.normal(), spans: spans, han: isHan(params.Language)}
	for i := range spans {
		if spans[i].Style != nil {
			p.space, p.em = spans[i].Style.Space(), spans[i].Style.Size
			break
		}
	}
	p.space = max(p.space, 1)
	s := scanner{p: p, chars: b.chars[:0]}
	s.read(spans)
	b.chars = s.chars
	p.elems = make([]element, 0, len(s.chars)/3+8)
	s.scan()
	if n := len(p.elems); n == 0 || p.elems[n-1].kind != hardElement {
		p.elems = append(p.elems, element{kind: hardElement, span: int32(max(len(spans)-1, 0))})
	}
	if !p.params.FinalHyphen {
		p.dropHyphens(s.lastWord)
	}
	p.breaks = p.breakpoints(nil, 0)
	p.widest = p.widestStretch()
	return p
}

// dropHyphens takes added hyphens out of the elements from first on.
func (p *Paragraph) dropHyphens(first int) {
	for i := first; i < len(p.elems); i++ {
		e := &p.elems[i]
		n := e.first
		for _, pt := range p.points[e.first:e.last] {
			if pt.kind != breakHyphen && pt.kind != breakName {
				p.points[n] = pt
				n++
			}
		}
		e.last = n
	}
}

// Gap is a character that no face has, and the span it stands in.
type Gap struct {
	Rune rune
	Span int // Span.Index
}

// Missing returns the characters that no face of their style has, in order.
func (p *Paragraph) Missing() []Gap {
	var out []Gap
	for i := range p.elems {
		for _, r := range p.elems[i].word.Missing {
			out = append(out, Gap{r, p.spans[p.elems[i].span].Index})
		}
	}
	return out
}

// Widest returns the width of the longest stretch that holds no regular break:
// a narrower measure breaks words by force.
func (p *Paragraph) Widest() geom.Length { return p.widest }

// NaturalWidth returns the width of the paragraph's longest line if it is
// broken at hard breaks alone, indent included.
func (p *Paragraph) NaturalWidth() geom.Length {
	var widest, w geom.Length
	w = p.params.Indent
	for i := range p.elems {
		if p.elems[i].kind == hardElement {
			widest, w = max(widest, w), p.params.Hanging
			continue
		}
		w += p.elems[i].width
	}
	return widest
}

// box appends a shaped box.
func (p *Paragraph) box(span int, txt string, set boxSetting) *element {
	w := p.b.Shaper.Shape(p.spans[span].Style, txt)
	e := element{
		kind: boxElement, span: int32(span), text: txt, word: w, width: w.Width,
		han: set.han, join: set.join, addr: set.addr,
		first: int32(len(p.points)), last: int32(len(p.points)), letters: letterEms(w.Runs),
	}
	if set.join && len(w.Runs) > 0 {
		e.letters += w.Runs[0].Size
	}
	p.elems = append(p.elems, e)
	return &p.elems[len(p.elems)-1]
}

// glue appends a space that shows the character txt, stretching like a word
// space or, if fixed, not at all.
func (p *Paragraph) glue(c char, txt string, brk breakKind, fixed bool) {
	span := int(c.span)
	if n := p.glueAt - 1; txt == " " && n >= 0 && n < len(p.elems) {
		// A space like the last one is not made anew.
		if e := p.elems[n]; e.kind == spaceElement && e.text == " " && e.span == int32(span) {
			e.brk, e.off = brk, c.off
			p.elems = append(p.elems, e)
			return
		}
	}
	w := p.b.Shaper.Shape(p.spans[span].Style, txt)
	e := element{kind: spaceElement, brk: brk, span: c.span, off: c.off, text: txt, word: w, width: w.Width}
	if !fixed {
		e.width = p.spans[span].Style.Space()
		if p.params.Align == Justified {
			ws := p.params.WordSpace
			e.stretch = e.width
			e.shrink = e.width.Scale(ws.Ideal - ws.Min)
			e.width = e.width.Scale(ws.Ideal)
		}
	}
	p.elems = append(p.elems, e)
	if txt == " " {
		p.glueAt = len(p.elems)
	}
}

// letterEms is the sum of the sizes at the gaps between the letters of runs.
func letterEms(runs []text.Run) geom.Length {
	var sum, last geom.Length
	for i := range runs {
		for j := range runs[i].Glyphs {
			if runs[i].Glyphs[j].Text != "" {
				sum += last
				last = runs[i].Size
			}
		}
	}
	return sum
}
