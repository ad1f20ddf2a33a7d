package para

import (
	"masthead/layout/geom"
	"masthead/layout/text"
)

// Line is one line of the broken paragraph.
type Line struct {
	// Pieces stand in visual order.
	Pieces []Piece
	// Width is the natural width of the text: what it takes up of the measure
	// with word spaces at their ideal, hanging punctuation not counted; of a last line
	// that is tightened for its Tail, what is left of the measure.
	Width geom.Length
	// Measure is the width the text had to fill, indents taken off; Indent is
	// where it begins, from the frame's left edge. So the line's right edge is
	// Indent + Measure.
	Measure, Indent geom.Length
	// Ratio is the adjustment ratio of Knuth & Plass, over word spaces and
	// letters: 1 is all that they may stretch by, -1 all that they may shrink.
	// 0 for ragged and last lines.
	Ratio float64
	// Stretch is how much wider the word spaces of a justified line are than the
	// natural space, as a share of it; negative where they are tighter.
	Stretch float64
	// Forced: the spaces are wider than the tolerance, and so are those of some line
	// however the paragraph is broken.
	Forced bool
	// Justified: the text was adjusted to end at the measure; to the unit if it
	// has a word space, within a unit a letter if letter-spacing alone fills it.
	Justified bool
	// Hyphenated: the line ends in a hyphen, added or of the text.
	Hyphenated bool
	// Last: the paragraph's last line; Hard: a hard break ends it.
	Last, Hard bool
	// Runt: a last line that is a scrap, under half of MinLastLine, or nothing but the
	// tail of a word.
	Runt bool
	// Tail is the room that a last line left of what Params.Tail asks for: all or none.
	Tail geom.Length
	// Overfull: the text sticks out, since nothing in it could be broken.
	Overfull bool
	// Demerits is the line's share of the paragraph's cost.
	Demerits float64
	// Text is the source text of the line, soft hyphens and added hyphens left
	// out. Gap is what the break swallowed: a space or nothing.
	Text, Gap string
	// From is where Text begins in the texts of the spans, one after the other,
	// in bytes: what is written before it stands on the lines above.
	From int
	// Spaces is the number of word spaces that can stretch.
	Spaces int

	from *setting // until the line is set
	a, b *breakpoint
}

// A setting is what the lines of a paragraph have in common.
type setting struct {
	*Paragraph
	rater rater
}

// Piece is a run of glyphs at its place on a line.
type Piece struct {
	// X is the place of the run's origin from the frame's left edge.
	X    geom.Length
	Span int // Span.Index of the text
	Run  text.Run
	// Letter is the space to add between the glyphs of a justified line: after
	// every glyph but the last of the piece and those followed by a glyph
	// without text of its own (a mark). See Origins.
	Letter geom.Length
	Space  bool // a word space
	Hyphen bool // a hyphen that the text has not; its glyph stands for U+00AD
}

// Origins appends to dst the place of every glyph's origin from the piece's X,
// offsets and letter-spacing included.
func (q *Piece) Origins(dst []geom.Length) []geom.Length {
	n := len(dst)
	dst = q.Run.Origins(dst)
	var add geom.Length
	for i := range q.Run.Glyphs {
		if i > 0 && q.Run.Glyphs[i].Text != "" {
			add += q.Letter
		}
		dst[n+i] += add
	}
	return dst
}

// Advance is the width of the piece, letter-spacing included.
func (q *Piece) Advance() geom.Length {
	return q.Run.Width + q.Letter*geom.Length(clusters(&q.Run)-min(clusters(&q.Run), 1))
}
