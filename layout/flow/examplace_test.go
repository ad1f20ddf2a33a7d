package flow_test

import (
	"strings"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// reading: every mark belongs to one element, and every element's content is
// set.
func (e *exam) reading() {
	owners, err := e.doc.Root.Owners()
	if err != nil {
		e.fault(0, "%v", err)
		return
	}
	set := map[display.Mark]bool{}
	for i, p := range e.doc.Pages {
		for _, it := range p.Items {
			m := display.Mark(0)
			switch it := it.(type) {
			case *display.Text:
				m = it.Mark
			case *display.Image:
				m = it.Mark
			case *display.Path:
				m = it.Mark
			}
			if m != 0 && owners[m] == nil {
				e.fault(i+1, "mark %d is in no element", m)
			}
			set[m] = true
		}
	}
	lost := 0
	for m := range owners {
		if !set[m] {
			lost++
		}
	}
	if lost > 0 {
		e.fault(0, "%d marks of the tree are set nowhere", lost)
	}
	e.doc.Root.Walk(func(t *display.Tag) {
		if t.Role == "Figure" && t.Alt == "" {
			e.fault(0, "a figure of %s has no alternative text", t.Story)
		}
	})
}

// links: destinations lie on the page of their story's title, a section's on that
// of one of its stories; every internal link has one.
func (e *exam) links() {
	at := e.titlePages()
	dests := map[string]int{}
	for _, d := range e.doc.Dests {
		if dests[d.Name] != 0 {
			e.fault(d.Page+1, "two destinations %q", d.Name)
		}
		dests[d.Name] = d.Page + 1
		if want := at[d.Name]; want != 0 && want != d.Page+1 {
			e.fault(d.Page+1, "the destination %q should be on page %d", d.Name, want)
		}
		if section, ok := strings.CutPrefix(d.Name, "section#"); ok && !begins(at, section, d.Page+1) {
			e.fault(d.Page+1, "the destination %q is on a page without title of its section", d.Name)
		}
	}
	for i, p := range e.doc.Pages {
		for _, it := range p.Items {
			l, ok := it.(*display.Link)
			if !ok {
				continue
			}
			if (l.URI == "") == (l.Dest == "") {
				e.fault(i+1, "a link with URI %q and destination %q", l.URI, l.Dest)
			}
			if l.Dest != "" && dests[l.Dest] == 0 {
				e.fault(i+1, "a link to %q, which is nowhere", l.Dest)
			}
			if l.Tag == nil {
				e.fault(i+1, "a link to %s%s without element", l.URI, l.Dest)
			}
		}
	}
}

// begins reports whether a story of a section has its title on a page.
func begins(at map[string]int, section string, page int) bool {
	for id, p := range at {
		if p == page && strings.HasPrefix(id, section+"/") {
			return true
		}
	}
	return false
}

// photos: every picture stands once, on a page of its story.
func (e *exam) photos() {
	at := map[string][]int{}
	for _, p := range e.lay.Pages {
		for _, f := range p.Figures {
			at[f.File] = append(at[f.File], p.Number)
			if f.Story != "cover" && !e.speaks(&p, f.Story) {
				e.fault(p.Number, "photo %s stands on a page without text of %s", f.File, f.Story)
			}
			for k := range 2 {
				if f.Crop[k] < -1e-9 || f.Crop[k+2] > 1+1e-9 || f.Crop[k] >= f.Crop[k+2] {
					e.fault(p.Number, "photo %s is cropped to %v", f.File, f.Crop)
				}
			}
			info := e.in.Photos[f.File]
			if f.Rect.W > 0 && info.Width > 0 && f.Story != "cover" && !e.bleeds(&p, f.Rect) {
				shown := (f.Crop[2] - f.Crop[0]) * float64(info.Width) / ((f.Crop[3] - f.Crop[1]) * float64(info.Height))
				frame := f.Rect.W.Points() / f.Rect.H.Points()
				if r := shown / frame; r < 0.99 || r > 1.01 {
					e.fault(p.Number, "photo %s is distorted by %.2f", f.File, r)
				}
			}
		}
	}
	check := func(file string, decorative bool) {
		if n := len(at[file]); n != 1 && (n > 1 || !decorative) {
			e.fault(0, "photo %s stands on pages %v", file, at[file])
		}
	}
	if c := e.in.Issue.Cover; c != nil {
		check(c.File, c.Decorative)
	}
	for _, s := range e.in.Issue.Sections {
		for _, a := range s.Articles {
			for _, ph := range a.Photos {
				check(ph.File, ph.Decorative)
			}
		}
	}
}

// bleeds reports whether a rectangle, cut at the trim, touches it.
func (e *exam) bleeds(p *display.LayoutPage, r geom.Rect) bool {
	return r.X <= 0 || r.Y <= 0 || r.Right() >= p.Size.W || r.Bottom() >= p.Size.H
}

// speaks reports whether a page has words of a story, captions not counted.
func (e *exam) speaks(p *display.LayoutPage, story string) bool {
	for i := range p.Lines {
		if l := &p.Lines[i]; l.Story == story && l.Role != "caption" && l.Role != "credit" {
			return true
		}
	}
	return false
}

// inside: nothing leaves the sheet, nor, of what is read in columns, the live
// area.
func (e *exam) inside() {
	const slack = geom.Point / 2
	for i := range e.lay.Pages {
		p := &e.lay.Pages[i]
		sheet := geom.Rect{W: p.Size.W, H: p.Size.H}
		for k := range p.Lines {
			l := &p.Lines[k]
			r := inkOf(l)
			if !sheet.Contains(r, slack) {
				e.fault(p.Number, "%s line %q leaves the page", l.Role, l.Text)
			}
			// Optical shifts and hanging punctuation may stand in the margin.
			if (inColumns(l) || l.Role == "title" || l.Role == "lead") && !p.Live.Contains(r, max(l.Size/2, 3*geom.Point)) {
				e.fault(p.Number, "%s line %q leaves the live area: %s..%s at %s", l.Role, l.Text, pt(r.X), pt(r.Right()), pt(l.Baseline))
			}
		}
		for _, f := range p.Figures {
			if !sheet.Contains(f.Rect, slack) || f.Rect.Empty() {
				e.fault(p.Number, "photo %s leaves the page", f.File)
			}
		}
		for _, b := range p.Boxes {
			if !sheet.Contains(b.Rect, slack) {
				e.fault(p.Number, "a %s of %s leaves the page", b.Role, b.Story)
			}
		}
	}
}

// frames: every line stands in its frame.
func (e *exam) frames() {
	for i := range e.lay.Pages {
		p := &e.lay.Pages[i]
		at := map[string]geom.Rect{}
		for _, f := range p.Frames {
			at[f.ID] = f.Rect
			if !(geom.Rect{W: p.Size.W, H: p.Size.H}).Contains(f.Rect, geom.Point/2) {
				e.fault(p.Number, "frame %s leaves the page: %v", f.ID, f.Rect)
			}
		}
		for k := range p.Lines {
			e.inFrame(p, &p.Lines[k], at)
		}
	}
}

func (e *exam) inFrame(p *display.LayoutPage, l *display.Line, frames map[string]geom.Rect) {
	r := inkOf(l)
	f, ok := frames[l.Frame]
	switch {
	case !ok && l.Frame != "":
		e.fault(p.Number, "%s line %q stands in no frame %q", l.Role, l.Text, l.Frame)
		return
	case !ok:
		return
	}
	if over := max(f.X-r.X-max(l.Size/4, 3*geom.Point), r.Right()-f.Right()-l.Size/2); over > 0 {
		e.fault(p.Number, "%s line %q leaves frame %s: %s..%s in %s..%s", l.Role, l.Text, l.Frame, pt(r.X), pt(r.Right()), pt(f.X), pt(f.Right()))
	}
	if l.Baseline > f.Bottom()+geom.Point/2 || l.Baseline < f.Y {
		e.fault(p.Number, "%s line %q leaves frame %s: baseline %s in %s..%s", l.Role, l.Text, l.Frame, pt(l.Baseline), pt(f.Y), pt(f.Bottom()))
	}
}

// overfull: no line is wider than its measure by more than the shrink of its
// spaces.
func (e *exam) overfull() {
	e.eachLine(func(p *display.LayoutPage, l *display.Line) {
		room := l.Measure + l.Size/10
		if l.Justified {
			room += l.Measure / 12
		}
		if l.Measure > 0 && l.Width > room {
			e.fault(p.Number, "%s line %q of %s is %s wide, its measure %s", l.Role, l.Text, l.Story, pt(l.Width), pt(l.Measure))
		}
	})
}

// overlap: text covers neither text nor pictures, and no two pictures or boxes
// cross, but for what templates layer: type over the cover's picture, the tab
// over a hero.
func (e *exam) overlap() {
	for i := range e.lay.Pages {
		p := &e.lay.Pages[i]
		for a := range p.Lines {
			la := &p.Lines[a]
			ra := inkOf(la)
			for b := a + 1; b < len(p.Lines); b++ {
				// Only some letters of a line descend.
				least := max(geom.Point, max(la.Size, p.Lines[b].Size)/20)
				if x := ra.Intersect(inkOf(&p.Lines[b])); x.W > geom.Point && x.H > least {
					e.fault(p.Number, "%s %q over %s %q", la.Role, head(la.Text), p.Lines[b].Role, head(p.Lines[b].Text))
				}
			}
			e.lineOver(p, la, ra)
		}
		for a, f := range p.Figures {
			for _, g := range p.Figures[a+1:] {
				if x := f.Rect.Intersect(g.Rect); x.W > geom.Point && x.H > geom.Point {
					e.fault(p.Number, "photo %s over %s", f.File, g.File)
				}
			}
		}
	}
}

func (e *exam) lineOver(p *display.LayoutPage, l *display.Line, r geom.Rect) {
	switch l.Role {
	case "masthead", "section", "folio":
		return
	}
	for _, f := range p.Figures {
		if x := r.Intersect(f.Rect); x.W > geom.Point && x.H > geom.Point && f.Story != "cover" {
			e.fault(p.Number, "%s %q over photo %s", l.Role, head(l.Text), f.File)
		}
	}
	for _, b := range p.Boxes {
		x := r.Intersect(b.Rect)
		if b.Role == "rule" && x.W > geom.Point && x.H > geom.Point/2 && b.Rect.H < 6*geom.Point && b.Rect.H > 0 && l.Role != "follow" {
			e.fault(p.Number, "%s %q over a rule at %s", l.Role, head(l.Text), pt(b.Rect.Y))
		}
		if b.Role == "panel" && x.W > geom.Point && x.H > geom.Point && (x.W < r.W-geom.Point || x.H < r.H-2*geom.Point) {
			e.fault(p.Number, "%s %q crosses the edge of a panel", l.Role, head(l.Text))
		}
		if b.Role == "panel" && b.Story != "" && l.Story != "" && b.Story != l.Story && x.W > geom.Point && x.H > geom.Point && p.Number > 1 {
			e.fault(p.Number, "%s %q of %s in a panel of %s", l.Role, head(l.Text), l.Story, b.Story)
		}
	}
}

func head(s string) string {
	if r := []rune(s); len(r) > 24 {
		return string(r[:24]) + "..."
	}
	return s
}

// baselines: text in columns stands on the grid.
func (e *exam) baselines() {
	e.eachLine(func(p *display.LayoutPage, l *display.Line) {
		if !inColumns(l) || l.Leading%e.lay.Grid != 0 {
			return
		}
		off := l.Baseline % e.lay.Grid
		if off = min(off, e.lay.Grid-off); off > geom.Point/10 {
			e.fault(p.Number, "%s %q is %s off the grid", l.Role, head(l.Text), pt(off))
		}
	})
}

// contrast: 4.5:1, and 3:1 for large type (WCAG 2.2, 1.4.3).
func (e *exam) contrast() {
	e.eachLine(func(p *display.LayoutPage, l *display.Line) {
		least := 4.5
		if l.Size >= 18*geom.Point {
			least = 3
		}
		if l.Contrast < least && strings.TrimSpace(l.Text) != "" {
			e.fault(p.Number, "%s %q has a contrast of %.2f", l.Role, head(l.Text), l.Contrast)
		}
	})
}

// bill: its lines name pages and stories that there are, and changes.
func (e *exam) bill() {
	stories := map[string]bool{"": true, "cover": true, "index": true, "contacts": true, "foreword": true}
	for _, s := range e.lay.Stories {
		stories[s.ID] = true
	}
	for _, b := range e.lay.Bill {
		if b.From == b.To || b.Page < 1 || b.Page > len(e.lay.Pages) || !stories[b.Story] || b.Change == "" || b.Unit == "" {
			e.fault(b.Page, "bad line %+v", b)
		}
	}
}
