package para

import (
	"masthead/layout/geom"
	"masthead/layout/text"
)

// Hanging returns the table of hanging punctuation that justified text uses:
// hyphen 0.62, comma and stop 0.6, closing quotes 0.5, colon and semicolon
// 0.35 of their width at the right, opening quotes 0.5 at the left.
//
// The amounts are small enough that nothing sticks out by more than 3 pt at
// text sizes. Dashes and the bracket hang a little, for an even edge.
func Hanging() map[rune][2]float64 {
	return map[rune][2]float64{
		'-': {0, 0.62}, '\u2010': {0, 0.62}, '\u2011': {0, 0.62},
		',': {0, 0.6}, '.': {0, 0.6}, '\u2026': {0, 0.15},
		':': {0, 0.35}, ';': {0, 0.35}, '!': {0, 0.15}, '?': {0, 0.15},
		'\u2013': {0, 0.25}, '\u2014': {0.1, 0.15}, ')': {0, 0.1}, '(': {0.1, 0},
		'\u2018': {0.5, 0.5}, '\u201c': {0.5, 0.5}, '\u201e': {0.5, 0}, '\u201a': {0.5, 0},
		'\u2019': {0.5, 0.5}, '\u201d': {0.5, 0.5}, '\'': {0.5, 0.5}, '"': {0.5, 0.5},
		'\u00ab': {0.3, 0.3}, '\u00bb': {0.3, 0.3}, '\u2039': {0.4, 0.4}, '\u203a': {0.4, 0.4},
	}
}

// hangLeft is how far the first glyph of runs hangs out of the left edge.
func (p *Params) hangLeft(runs []text.Run) geom.Length {
	if len(p.Protrude) == 0 || len(runs) == 0 || len(runs[0].Glyphs) == 0 {
		return 0
	}
	g := runs[0].Glyphs[0]
	f := p.Protrude[firstRune(g.Text)][0]
	if f == 0 {
		return 0
	}
	return scale(&runs[0], g.Advance).Scale(f)
}

// hangRight is how far the last glyph of runs hangs out of the right edge: its
// share by the table, and the tracking that would stand after it. An added
// hyphen goes by the entry of U+00AD, else by that of "-".
func (p *Params) hangRight(runs []text.Run) geom.Length {
	if len(runs) == 0 {
		return 0
	}
	r := &runs[len(runs)-1]
	if len(r.Glyphs) == 0 {
		return 0
	}
	hang := r.Tracking
	if len(p.Protrude) > 0 {
		g := r.Glyphs[len(r.Glyphs)-1]
		edge := lastRune(g.Text)
		if _, ok := p.Protrude[edge]; edge == '\u00ad' && !ok {
			edge = '-'
		}
		if f := p.Protrude[edge][1]; f != 0 {
			hang += scale(r, g.Advance).Scale(f)
		}
	}
	return hang
}

// scale converts font units to a length at the run's size.
func scale(r *text.Run, units int) geom.Length {
	return r.Size.MulDiv(int64(units), int64(r.Face.Metrics().UnitsPerEm))
}
