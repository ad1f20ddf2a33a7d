package text

import "masthead/layout/geom"

// Glyph is one glyph of a [Run], in the order in which they stand on the line.
// Advance and offsets are in font units, y upwards, tracking not included; an
// offset moves the ink and not what follows.
//
// A mark that tracking must not push away from its letter takes the tracking
// back in XOffset and Advance: whoever adds advances and tracking up glyph by
// glyph places it right.
type Glyph struct {
	ID               uint16
	Advance          int
	XOffset, YOffset int
	Text             string // the source characters it stands for; "" for later glyphs of a cluster
}

// Run is a stretch of glyphs of one face at one size.
type Run struct {
	Face     *Face
	Size     geom.Length
	Tracking geom.Length // after every glyph
	Glyphs   []Glyph
	Width    geom.Length // advances and tracking
}

// Origins appends to dst the place of every glyph's origin from the start of
// the run, offsets included, and returns it.
func (r *Run) Origins(dst []geom.Length) []geom.Length {
	upem, sum := int64(r.Face.Metrics().UnitsPerEm), 0
	for i, g := range r.Glyphs {
		dst = append(dst, r.Size.MulDiv(int64(sum+g.XOffset), upem)+geom.Length(i)*r.Tracking)
		sum += g.Advance
	}
	return dst
}

// width sums in font units and scales once.
func (r *Run) width() geom.Length {
	sum := 0
	for _, g := range r.Glyphs {
		sum += g.Advance
	}
	return r.Size.MulDiv(int64(sum), int64(r.Face.Metrics().UnitsPerEm)) + geom.Length(len(r.Glyphs))*r.Tracking
}

// Word is a shaped stretch of text. Words are shared by those who asked for the
// same: none of their slices may be changed.
type Word struct {
	Runs    []Run
	Width   geom.Length
	Missing []rune // characters that no face has, each once, in order
	Text    string
}

// LeftBearing returns the distance from the word's origin to its ink: positive
// where there is air. A word without ink has none.
func (w Word) LeftBearing() geom.Length {
	if len(w.Runs) == 0 || len(w.Runs[0].Glyphs) == 0 {
		return 0
	}
	r := w.Runs[0]
	x, _, _, _ := Ink(r.Face, r.Glyphs[0])
	return r.Size.MulDiv(int64(x+r.Glyphs[0].XOffset), int64(r.Face.Metrics().UnitsPerEm))
}

// RightBearing returns the distance from the word's ink to its end, tracking
// included: positive where there is air.
func (w Word) RightBearing() geom.Length {
	if len(w.Runs) == 0 {
		return 0
	}
	r := w.Runs[len(w.Runs)-1]
	if len(r.Glyphs) == 0 {
		return 0
	}
	g := r.Glyphs[len(r.Glyphs)-1]
	x0, _, x1, _ := Ink(r.Face, g)
	if x0 == x1 {
		return 0
	}
	return r.Size.MulDiv(int64(g.Advance-g.XOffset-x1), int64(r.Face.Metrics().UnitsPerEm)) + r.Tracking
}
