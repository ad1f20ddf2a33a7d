package para

import (
	"slices"
	"strings"
	"unicode/utf8"

	"masthead/layout/geom"
	"masthead/layout/text"
)

// A word is shaped once, whole. A line that holds part of it takes the glyphs
// of that part; only the last glyph before the break is shaped anew, together
// with the added hyphen, because its kerning changes. Where the cut falls into
// a ligature or a cluster, the part is shaped by itself.

// softHyphen is what the glyph of an added hyphen stands for, so that the word
// comes out of the PDF whole. What is shaped is the hyphen-minus: every face has
// it, kerned.
const softHyphen = "\u00ad"

// tailKey names the last cluster of a line with its hyphen, if one is added.
type tailKey struct {
	style   *text.Style
	cluster string
	hyphen  bool
}

func (b *Breaker) tail(key tailKey) text.Word {
	w, ok := b.tails[key]
	if !ok {
		txt := key.cluster
		if key.hyphen {
			txt += "-"
		}
		w = b.Shaper.Shape(key.style, txt)
		if b.tails == nil {
			b.tails = map[tailKey]text.Word{}
		}
		b.tails[key] = w
	}
	return w
}

// cut is a stretch of an element's text, and whether a hyphen follows it.
type cut struct {
	from, to int
	hyphen   bool
}

// fragment returns the runs of part of a box. Its slices may share the word's.
func (p *Paragraph) fragment(e *element, c cut) []text.Run {
	if c.from == 0 && c.to == len(e.text) && !c.hyphen {
		return e.word.Runs
	}
	style := p.spans[e.span].Style
	var runs []text.Run
	r0, g0, ok0 := locate(&e.word, c.from)
	r1, g1, ok1 := locate(&e.word, c.to)
	if ok0 && ok1 && (r0 < r1 || r0 == r1 && g0 < g1) {
		for r := r0; r <= r1 && r < len(e.word.Runs); r++ {
			run := e.word.Runs[r]
			lo, hi := 0, len(run.Glyphs)
			if r == r0 {
				lo = g0
			}
			if r == r1 {
				hi = g1
			}
			if lo < hi {
				run.Glyphs = run.Glyphs[lo:hi]
				run.Width = runWidth(&run)
				runs = append(runs, run)
			}
		}
		if c.to == len(e.text) && !c.hyphen || p.retail(runs, style, c.hyphen) {
			return runs
		}
	}
	if !c.hyphen {
		return p.b.Shaper.Shape(style, e.text[c.from:c.to]).Runs
	}
	runs = slices.Clone(p.b.Shaper.Shape(style, e.text[c.from:c.to]+"-").Runs)
	if n := len(runs); n > 0 {
		runs[n-1].Glyphs = slices.Clone(runs[n-1].Glyphs)
		soften(runs[n-1].Glyphs)
	}
	return runs
}

// soften makes the last glyph, a hyphen, stand for U+00AD.
func soften(glyphs []text.Glyph) {
	if n := len(glyphs); n > 0 && glyphs[n-1].Text == "-" {
		glyphs[n-1].Text = softHyphen
	}
}

// retail replaces the last glyph of runs by what it is at the end of a line,
// and reports whether that could be done.
func (p *Paragraph) retail(runs []text.Run, style *text.Style, hyphen bool) bool {
	if len(runs) == 0 {
		return false
	}
	last := &runs[len(runs)-1]
	n := len(last.Glyphs)
	g := last.Glyphs[n-1]
	if g.Text == "" {
		return false
	}
	t := p.b.tail(tailKey{style, g.Text, hyphen})
	want := 1
	if hyphen {
		want = 2
	}
	if len(t.Runs) != 1 || t.Runs[0].Face != last.Face || len(t.Runs[0].Glyphs) != want || t.Runs[0].Glyphs[0].ID != g.ID {
		return false
	}
	glyphs := make([]text.Glyph, 0, n+1)
	glyphs = append(glyphs, last.Glyphs[:n-1]...)
	last.Glyphs = append(glyphs, t.Runs[0].Glyphs...)
	if hyphen {
		soften(last.Glyphs)
	}
	last.Width = runWidth(last)
	return true
}

// locate finds the glyph that begins at byte offset at of the word's text; ok
// is false if none does.
func locate(w *text.Word, at int) (run, glyph int, ok bool) {
	off := 0
	for r := range w.Runs {
		for g := range w.Runs[r].Glyphs {
			t := w.Runs[r].Glyphs[g].Text
			if off == at && t != "" {
				return r, g, strings.HasPrefix(w.Text[at:], t)
			}
			if off > at {
				return 0, 0, false
			}
			off += len(t)
		}
	}
	return len(w.Runs), 0, off == at
}

// runWidth is the width of a run: summed in font units, scaled once.
func runWidth(r *text.Run) geom.Length {
	sum := 0
	for i := range r.Glyphs {
		sum += r.Glyphs[i].Advance
	}
	return scale(r, sum) + r.Tracking*geom.Length(len(r.Glyphs))
}

func runsWidth(runs []text.Run) geom.Length {
	var w geom.Length
	for i := range runs {
		w += runs[i].Width
	}
	return w
}

// splitHyphen parts an added hyphen from the glyphs before it.
func splitHyphen(runs []text.Run) (before []text.Run, hyphen text.Run, ok bool) {
	if len(runs) == 0 {
		return runs, hyphen, false
	}
	last := runs[len(runs)-1]
	n := len(last.Glyphs)
	if n == 0 || last.Glyphs[n-1].Text != softHyphen {
		return runs, hyphen, false
	}
	hyphen = last
	hyphen.Glyphs = last.Glyphs[n-1:]
	hyphen.Width = runWidth(&hyphen)
	before = append(before, runs[:len(runs)-1]...)
	if n > 1 {
		last.Glyphs = last.Glyphs[:n-1]
		last.Width = runWidth(&last)
		before = append(before, last)
	}
	return before, hyphen, true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
