package flow_test

import (
	"strings"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// A stretch is the lines of one paragraph in one frame.
type stretch struct {
	page  *display.LayoutPage
	lines []*display.Line
	part  int // of the paragraph, from 0
	last  bool
	foot  bool // its last line ends its frame
}

// stretches cuts the text in columns into stretches.
func (e *exam) stretches() []stretch {
	var out []stretch
	parts := map[string]int{}
	latest := map[string]int{}
	for i := range e.lay.Pages {
		p := &e.lay.Pages[i]
		for k := range p.Lines {
			l := &p.Lines[k]
			if !inColumns(l) {
				continue
			}
			if n := len(out); n > 0 && latest[l.Paragraph] == n && out[n-1].lines[0].Frame == l.Frame {
				out[n-1].lines = append(out[n-1].lines, l)
				continue
			}
			out = append(out, stretch{page: p, lines: []*display.Line{l}, part: parts[l.Paragraph], last: true})
			parts[l.Paragraph]++
			if at := latest[l.Paragraph]; at > 0 {
				out[at-1].last = false
			}
			latest[l.Paragraph] = len(out)
		}
	}
	for i := range out {
		out[i].foot = i+1 == len(out) || out[i+1].lines[0].Frame != out[i].lines[0].Frame
	}
	return out
}

// widows: at least two lines of a paragraph stand together.
func (e *exam) widows() {
	for _, s := range e.stretches() {
		if len(s.lines) == 1 && s.part > 0 && s.last {
			e.fault(s.page.Number, "widow %q", s.lines[0].Text)
		}
		if len(s.lines) == 1 && s.part == 0 && !s.last {
			e.fault(s.page.Number, "orphan %q", s.lines[0].Text)
		}
		if len(s.lines) == 1 && s.part > 0 && !s.last {
			e.fault(s.page.Number, "single line %q", s.lines[0].Text)
		}
	}
}

// headings: a subhead keeps three lines below it in its column.
func (e *exam) headings() {
	all := e.stretches()
	for i, s := range all {
		if s.lines[0].Role != "subhead" {
			continue
		}
		if !s.last {
			e.fault(s.page.Number, "subhead %q is torn", head(s.lines[0].Text))
			continue
		}
		below, ended := 0, true
		for _, t := range all[i+1:] {
			if t.lines[0].Story != s.lines[0].Story {
				break
			}
			if t.lines[0].Frame != s.lines[0].Frame {
				ended = false
				break
			}
			below += len(t.lines)
		}
		if below < 3 && !ended {
			e.fault(s.page.Number, "subhead %q keeps %d lines", head(s.lines[0].Text), below)
		}
	}
}

// runts: the last line of a paragraph is not a scrap.
func (e *exam) runts() {
	for _, s := range e.stretches() {
		n := len(s.lines)
		if !s.last || n < 2 || s.lines[n-1].Role == "subhead" {
			continue
		}
		l, above := s.lines[n-1], s.lines[n-2]
		words := strings.Fields(l.Text)
		switch {
		case above.Hyphenated && len(words) == 1:
			e.fault(s.page.Number, "the tail of a word ends a paragraph: %q", l.Text)
		case l.Width.Points() < 0.1*l.Measure.Points():
			e.fault(s.page.Number, "last line %q is %.0f %% of its measure", l.Text, 100*l.Width.Points()/l.Measure.Points())
		}
	}
}

// hyphens: at most two in a row, none at the end of a column.
func (e *exam) hyphens() {
	run := 0
	for _, s := range e.stretches() {
		if s.part == 0 {
			run = 0
		}
		for _, l := range s.lines {
			if !l.Hyphenated {
				run = 0
				continue
			}
			if run++; run == 3 {
				e.fault(s.page.Number, "three hyphens in a row before %q", l.Text)
			}
		}
		if s.foot && s.lines[len(s.lines)-1].Hyphenated {
			e.fault(s.page.Number, "a hyphen ends the column after %q", s.lines[len(s.lines)-1].Text)
		}
	}
}

// displayLines: headlines, leads and quotes have no hyphens and no lone short
// word in their last line. A lead that is set as text counts as text, and a word
// that no line could hold may be torn.
func (e *exam) displayLines() {
	var before *display.Line
	e.eachLine(func(p *display.LayoutPage, l *display.Line) {
		switch l.Role {
		case "title", "lead", "pullquote", "kicker":
		default:
			before = nil
			return
		}
		follows := before != nil && before.Paragraph == l.Paragraph
		if follows && before.Hyphenated && !strings.HasSuffix(before.Text, "-") && before.Size > e.in.Brand.Style("body").Size {
			f := strings.Fields(before.Text)
			word := f[len(f)-1] + strings.Fields(l.Text)[0]
			if n := len([]rune(word)); geom.Length(n)*before.Width/geom.Length(len([]rune(before.Text))) < before.Measure*9/10 {
				e.fault(p.Number, "%s line %q is hyphenated before %q", l.Role, before.Text, l.Text)
			}
		}
		if follows && l.Role == "title" && len([]rune(l.Text)) < 5 && lastOf(p, l) {
			e.fault(p.Number, "the title ends in the line %q", l.Text)
		}
		before = l
	})
}

func lastOf(p *display.LayoutPage, l *display.Line) bool {
	last := l
	for i := range p.Lines {
		if p.Lines[i].Paragraph == l.Paragraph {
			last = &p.Lines[i]
		}
	}
	return last == l
}

// captions stand beside or under their pictures, on the same page.
func (e *exam) captions() {
	for i := range e.lay.Pages {
		p := &e.lay.Pages[i]
		for _, f := range p.Figures {
			if f.Caption == "" || f.Story == "cover" {
				continue
			}
			near, any, first := false, false, ""
			for k := range p.Lines {
				l := &p.Lines[k]
				if l.Paragraph != f.Caption {
					continue
				}
				any = true
				if first == "" {
					first = pt(l.Baseline)
				}
				gap := l.Baseline - f.Rect.Bottom()
				near = near || gap > 0 && gap < 3*e.lay.Grid && l.X < f.Rect.Right() && l.X+l.Width > f.Rect.X
			}
			switch {
			case !any:
				e.fault(p.Number, "the caption of %s is not on its page", f.File)
			case !near:
				e.fault(p.Number, "the caption of %s is far from it: %s %s", f.File, pt(f.Rect.Bottom()), first)
			}
		}
	}
}

// column is one text column of a story on a page.
type column struct {
	x, right  geom.Length
	top, text geom.Length // first and last baseline
	end       geom.Length // of what stands in the column, completed
}

// columnsOf returns the text columns of a story on a page, or none where its
// text does not stand in columns side by side, as list items do.
func (e *exam) columnsOf(p *display.LayoutPage, story string) []*column {
	var out []*column
	at := map[string]*column{}
	seen := map[geom.Length]bool{}
	for i := range p.Lines {
		l := &p.Lines[i]
		if !inColumns(l) || l.Story != story {
			continue
		}
		c := at[l.Frame]
		if c == nil {
			c = &column{top: l.Baseline}
			for _, f := range p.Frames {
				if f.ID == l.Frame {
					c.x, c.right = f.Rect.X, f.Rect.Right()
				}
			}
			if seen[c.x] {
				return nil
			}
			seen[c.x] = true
			at[l.Frame] = c
			out = append(out, c)
		}
		c.text = max(c.text, l.Baseline)
		c.end = c.text
	}
	return out
}

// level: the columns of a story on a page end within one row of each other;
// what completes a shorter column counts.
func (e *exam) level() {
	for i := range e.lay.Pages {
		p := &e.lay.Pages[i]
		done := map[string]bool{}
		for k := range p.Lines {
			story := p.Lines[k].Story
			if !inColumns(&p.Lines[k]) || done[story] {
				continue
			}
			done[story] = true
			cols := e.columnsOf(p, story)
			if len(cols) < 2 {
				continue
			}
			e.complete(p, story, cols)
			lo, hi := cols[0].end, cols[0].end
			for _, c := range cols {
				lo, hi = min(lo, c.end), max(hi, c.end)
			}
			if rows := (hi - lo).Points() / e.lay.Grid.Points(); rows > 1.3 {
				e.fault(p.Number, "columns of %s end %.1f rows apart", story, rows)
			}
		}
	}
}

// goesOnBelow reports whether another story begins in a column below this one, and not
// in a block across several columns.
func (e *exam) goesOnBelow(p *display.LayoutPage, story string, c *column) bool {
	for i := range p.Lines {
		l := &p.Lines[i]
		below := l.Baseline - c.end
		if l.Story != story && l.Story != "" && below > 0 && below < 6*e.lay.Grid && l.X >= c.x-geom.Point && l.X+l.Measure <= c.right+geom.Point {
			return true
		}
	}
	return false
}

// complete lengthens columns by what stands in them beside the longest text.
func (e *exam) complete(p *display.LayoutPage, story string, cols []*column) {
	var longest geom.Length
	for _, c := range cols {
		longest = max(longest, c.text)
	}
	add := func(r geom.Rect, always bool) {
		for _, c := range cols {
			if r.X < c.right-geom.Point && r.Right() > c.x+geom.Point && r.Bottom() > c.text && (always || r.Y < longest) {
				c.end = max(c.end, r.Bottom())
			}
		}
	}
	for range 2 { // what completes one column stands beside what completes another
		for i := range p.Lines {
			l := &p.Lines[i]
			if l.Story != story || inColumns(l) {
				continue
			}
			switch l.Role {
			case "see":
				add(geom.Rect{X: l.X, Y: l.Baseline - l.Size, W: l.Width, H: l.Size}, true)
			case "pullquote", "byline", "caption", "credit", "facts", "signature":
				add(geom.Rect{X: l.X, Y: l.Baseline - l.Size, W: l.Width, H: l.Size}, false)
			}
		}
		for _, f := range p.Figures {
			if f.Story == story {
				add(f.Rect, false)
			}
		}
		for _, it := range e.doc.Pages[p.Number-1].Items {
			if q, ok := it.(*display.Path); ok && len(q.Contours) > 100 { // a QR code, and its label below or beside it
				r := bounds(q)
				for i := range p.Lines {
					l := &p.Lines[i]
					if l.Role == "follow" && l.Baseline > r.Y && l.X > r.X-8*geom.Point && l.X < r.Right()+20*geom.Point {
						r = r.Union(geom.Rect{X: l.X, Y: l.Baseline - l.Size, W: l.Width, H: l.Size})
					}
				}
				add(r, false)
			}
		}
		for _, b := range p.Boxes {
			if b.Story == story && b.Role == "panel" {
				add(b.Rect, false)
			}
		}
		for _, c := range cols {
			longest = max(longest, c.end)
		}
	}
	foot := longest
	for _, c := range cols {
		foot = max(foot, c.end)
	}
	for _, c := range cols {
		if e.goesOnBelow(p, story, c) {
			c.end = foot
		}
	}
}
