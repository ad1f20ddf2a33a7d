package flow_test

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// A gap is the white of a word space as it is painted.
type gap struct {
	x0, x1  geom.Length
	natural geom.Length // the face's own
}

func (g gap) width() geom.Length { return g.x1 - g.x0 }

// spot is a glyph, or a space, at its place.
type spot struct {
	x     geom.Length
	space geom.Length // its natural width; 0 for a letter
}

// gapsOf finds the word spaces of a page between the glyphs that are painted, by
// baseline and from left to right.
func gapsOf(doc *display.Document, page int) map[geom.Length][]gap {
	rows := map[geom.Length][]spot{}
	for _, it := range doc.Pages[page].Items {
		t, ok := it.(*display.Text)
		if !ok {
			continue
		}
		f := &doc.Fonts[t.Font]
		for _, g := range t.Glyphs {
			c := f.Codes[g.Code-1]
			s := spot{x: t.X + g.X}
			if c.Text == " " || c.Text == "\u00a0" {
				s.space = t.Size.MulDiv(int64(c.Width), int64(f.UnitsPerEm))
			}
			rows[t.Baseline] = append(rows[t.Baseline], s)
		}
	}
	out := map[geom.Length][]gap{}
	for y, row := range rows {
		slices.SortStableFunc(row, func(a, b spot) int { return int(a.x - b.x) })
		for i := range row[:len(row)-1] {
			if row[i].space > 0 {
				out[y] = append(out[y], gap{row[i].x, row[i+1].x, row[i].space})
			}
		}
	}
	return out
}

// within returns the gaps of a line.
func within(gaps []gap, l *display.Line) []gap {
	var out []gap
	for _, g := range gaps {
		if g.x0 >= l.X && g.x1 <= l.X+l.Measure {
			out = append(out, g)
		}
	}
	return out
}

// stretchOf is how much wider than natural the gaps of a line are, as a share.
func stretchOf(gaps []gap) float64 {
	var wide, natural geom.Length
	for _, g := range gaps {
		wide += g.width()
		natural += g.natural
	}
	if natural == 0 {
		return 0
	}
	return float64(wide-natural) / float64(natural)
}

// loose: no justified line has its spaces wider by more than their width, unless no
// way to break the paragraph is without such a line.
func (e *exam) loose() {
	for i := range e.lay.Pages {
		p := &e.lay.Pages[i]
		gaps := gapsOf(e.doc, i)
		for k := range p.Lines {
			l := &p.Lines[k]
			if !inColumns(l) || !l.Justified || l.Forced {
				continue
			}
			// Capitals that open a story are tracked, and their spaces with them.
			if s := stretchOf(within(gaps[l.Baseline], l)); l.Stretch > 1.001 || s > 1.25 {
				e.fault(p.Number, "spaces of %q are wider by %.2f", l.Text, s)
			}
		}
	}
}

// riverBed is how many lines a river takes: from there on a reader may see it.
const riverBed = 5

// river: wide spaces do not stand below each other on many lines.
func (e *exam) river() {
	for i := range e.lay.Pages {
		p := &e.lay.Pages[i]
		gaps := gapsOf(e.doc, i)
		var above []stream
		var last *display.Line
		for k := range p.Lines {
			l := &p.Lines[k]
			if !inColumns(l) || !l.Justified {
				above, last = nil, nil
				continue
			}
			if last == nil || last.Frame != l.Frame || l.Baseline-last.Baseline != l.Leading {
				above = nil
			}
			above, last = flowOn(above, within(gaps[l.Baseline], l)), l
			for _, s := range above {
				if s.lines == riverBed {
					e.fault(p.Number, "a river of %d lines runs to %q", s.lines, l.Text)
				}
			}
		}
	}
}

// A stream is a wide gap and how many lines those above and below it take.
type stream struct {
	gap
	lines int
}

// flowOn carries streams on through the gaps of the next line: those at least half as
// wide again as natural, of which half stands below half of another.
func flowOn(above []stream, gaps []gap) []stream {
	var out []stream
	for _, g := range gaps {
		if 2*g.width() < 3*g.natural {
			continue
		}
		s := stream{g, 1}
		for _, a := range above {
			if 2*(min(a.x1, g.x1)-max(a.x0, g.x0)) >= min(a.width(), g.width()) {
				s.lines = max(s.lines, a.lines+1)
			}
		}
		out = append(out, s)
	}
	return out
}

// spacings adds up how the justified lines of running text are set, by language.
type spacings map[string]*spacing

// A spacing is that of many justified lines.
type spacing struct {
	stretch []float64 // of the word spaces, either way, as a share of the natural one
	wide    int       // lines with spaces more than twice as wide
	forced  int       // of these, lines of a paragraph that cannot do without
	hyphens int
}

func (s spacings) add(lang string, res *display.Layout, doc *display.Document) {
	at := s[lang]
	if at == nil {
		at = &spacing{}
		s[lang] = at
	}
	for i := range res.Pages {
		gaps := gapsOf(doc, i)
		for k := range res.Pages[i].Lines {
			l := &res.Pages[i].Lines[k]
			if !inColumns(l) || !l.Justified {
				continue
			}
			v := stretchOf(within(gaps[l.Baseline], l))
			at.stretch = append(at.stretch, max(v, -v))
			if v > 1 {
				at.wide++
				if l.Forced {
					at.forced++
				}
			}
			if l.Hyphenated {
				at.hyphens++
			}
		}
	}
}

func (s *spacing) mean() float64 {
	sum := 0.0
	for _, v := range s.stretch {
		sum += v
	}
	return sum / float64(max(1, len(s.stretch)))
}

func (s spacings) write(w io.Writer) {
	fmt.Fprintf(w, "\nword spaces of justified lines, off by a share of the natural one:\n")
	for _, lang := range slices.Sorted(maps.Keys(s)) {
		at := s[lang]
		n := float64(max(1, len(at.stretch))) / 100
		fmt.Fprintf(w, "  %-5s %6d lines, mean %.3f, 95th %.2f, worst %.2f, over 1: %.2f %% (%.2f %% where it could be otherwise), hyphens %.1f %%\n",
			lang, len(at.stretch), at.mean(), quantile(at.stretch, 0.95), quantile(at.stretch, 1), float64(at.wide)/n, float64(at.wide-at.forced)/n, float64(at.hyphens)/n)
	}
}
