package flow

import (
	"fmt"

	"masthead/layout/brand"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/para"
)

// A page is what boxes are set on. A dry page takes notes of where the text
// ends and paints nothing: the composer asks many pages and paints few.
type page struct {
	*composer
	m       *measurer
	dry     bool
	section int // whose colours rule the page
	items   []display.Item
	record  display.LayoutPage
	bill    []display.Flexed
	ends    map[*story]position    // where unfinished stories go on
	heights map[*story]int         // of their text, in half rows
	texts   map[*story]geom.Length // the length of its lines
	shown   map[*story]int         // pictures
	frames  map[string]int
	grounds []ground
}

func (pg *page) flexed(s *story, change, unit string, from, to float64) {
	if pg.dry || from == to {
		return
	}
	id := ""
	if s != nil {
		id = s.id
	}
	pg.bill = append(pg.bill, display.Flexed{Page: pg.m.number, Story: id, Change: change, Unit: unit, From: from, To: to})
}

// setting paints the lines of a block; the first baseline is one leading below
// top.
func (pg *page) setting(s setting, f frame, top geom.Length) {
	if pg.dry || s.block == nil || len(s.lines) == 0 {
		return
	}
	id := pg.frame(s.block, geom.Rect{X: f.x, Y: top + s.leading - pg.m.capHeight(s.style), W: f.w, H: s.height() - s.leading + pg.m.capHeight(s.style)})
	for i := range s.lines {
		pg.line(s.block, &s.lines[i], lineAt{
			x: f.x + s.style.Shift, baseline: top + s.leading*geom.Length(i+1), measure: s.measure, leading: s.leading, frame: id, ink: f.ink,
		})
	}
}

// frame notes an area of text and returns its id.
func (pg *page) frame(b *block, r geom.Rect) string {
	name := b.role
	story := ""
	if b.story != nil {
		story = b.story.id
		name = story + "." + b.role
	}
	id := fmt.Sprintf("%d.%s", pg.m.number, name)
	pg.frames[id]++
	if n := pg.frames[id]; n > 1 {
		id = fmt.Sprintf("%s.%d", id, n)
	}
	pg.record.Frames = append(pg.record.Frames, display.Frame{ID: id, Story: story, Role: b.role, Rect: r})
	return id
}

// lineAt says where a line stands.
type lineAt struct {
	x, baseline      geom.Length
	measure, leading geom.Length
	frame            string
	ink              string // colour that replaces the styles'
	artifact         bool
}

// line paints one line and notes it.
func (pg *page) line(b *block, l *para.Line, at lineAt) {
	if pg.dry {
		return
	}
	l.Set()
	set := lineSetter{pg: pg, b: b, at: at}
	worst := 21.0
	rect := geom.Rect{X: at.x, Y: at.baseline - b.size*7/10, W: max(l.Width, geom.Point), H: b.size}
	for _, p := range l.Pieces {
		set.piece(p)
		if !p.Space {
			worst = min(worst, pg.contrast(set.ink.RGB, rect))
		}
	}
	set.close(l)
	pg.legible(b, worst)
	story := ""
	if b.story != nil {
		story = b.story.id
	}
	x := at.x + l.Indent
	if len(l.Pieces) > 0 {
		x = at.x + l.Pieces[0].X
	}
	pg.record.Lines = append(pg.record.Lines, display.Line{
		Frame: at.frame, Story: story, Role: b.role, Paragraph: b.id,
		X: x, Baseline: at.baseline, Width: l.Width, Measure: l.Measure, Size: b.size, Leading: at.leading,
		Ratio: l.Ratio, Stretch: l.Stretch, Forced: l.Forced, Justified: l.Justified, Hyphenated: l.Hyphenated, Contrast: worst, Text: b.asWritten(l),
		Setting: pg.settingOf(b.style),
	})
}

// settingOf is what the record says of a style.
func (t *typesetter) settingOf(s *brand.Style) *display.Setting {
	if s == nil {
		return nil
	}
	if t.settings[s] == nil {
		t.settings[s] = &display.Setting{
			Align: s.Align, Hyphenated: s.Hyphens, Indent: s.Indent, Tracking: s.Tracking, Case: s.Case, Features: s.Features,
		}
	}
	return t.settings[s]
}

// fill paints a rectangle and remembers it as a ground.
func (pg *page) fill(r geom.Rect, ink string, story, role string) {
	if pg.dry || r.Empty() {
		return
	}
	c := pg.brand.Ink(ink, pg.section)
	pg.items = append(pg.items, &display.Fill{Rect: r, Ink: c})
	pg.grounds = append(pg.grounds, ground{rect: r, rgb: c.RGB})
	pg.box(r, story, role)
}

// box notes a tint, panel or rule, cut at the trim.
func (pg *page) box(r geom.Rect, story, role string) {
	r = r.Intersect(geom.Rect{W: pg.brand.Trim().W, H: pg.brand.Trim().H})
	pg.record.Boxes = append(pg.record.Boxes, display.Box{Story: story, Role: role, Rect: r})
}

// ruleAt paints a rule of the brand with its upper edge at y.
func (pg *page) ruleAt(r *brand.Rule, x, y, w geom.Length, story string) {
	if r == nil || pg.dry {
		return
	}
	if r.Width > 0 {
		w = r.Width
	} else if r.Span > 0 {
		w = pg.brand.ColumnRight(r.Span) - pg.brand.ColumnX(1)
	}
	ink := r.Colour
	if ink == "" {
		ink = "section"
	}
	c := pg.brand.Ink(ink, pg.section)
	rect := geom.Rect{X: x, Y: y, W: w, H: r.Weight}
	pg.items = append(pg.items, &display.Fill{Rect: rect, Ink: c})
	pg.box(rect, story, "rule")
}
