package flow

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"masthead/layout/brand"
	"masthead/layout/display"
	"masthead/layout/geom"
)

// anchor evaluates a place on one axis inside an area. An empty anchor is the
// area's own edge.
func (m *measurer) anchor(s string, area geom.Rect, fallback geom.Length) geom.Length {
	if s == "" {
		return fallback
	}
	a, err := brand.ParseAnchor(s)
	if err != nil {
		return fallback
	}
	b, trim := m.brand, m.brand.Trim()
	at := fallback
	switch a.Edge {
	case brand.Origin:
		at = 0
		if fallback == area.Y || fallback == area.Bottom() {
			at = area.Y
		}
	case brand.Left:
		at = area.X
	case brand.Right:
		at = area.Right()
	case brand.Top:
		at = area.Y
	case brand.Bottom:
		at = area.Bottom()
	case brand.TrimLeft, brand.TrimTop:
		at = 0
	case brand.TrimRight:
		at = trim.W
	case brand.TrimBottom:
		at = trim.H
	case brand.MarginLeft:
		at = b.Live().X
	case brand.MarginRight:
		at = b.Live().Right()
	case brand.Head:
		at = b.Live().Y
	case brand.Foot:
		at = b.Live().Bottom()
	case brand.ColumnLeft:
		at = b.ColumnX(int(a.N))
	case brand.ColumnRight:
		at = b.ColumnRight(int(a.N))
	case brand.Row:
		at = b.Row(a.N)
	}
	return at + a.Offset + b.Row(a.Rows)
}

// placedRect is the rectangle of a placed item, bleed included.
func (m *measurer) placedRect(p *brand.Placed, area geom.Rect) geom.Rect {
	return m.stretch(m.placedIn(p, area), m.sidesOf(p))
}

// placedIn is the rectangle without bleed.
func (m *measurer) placedIn(p *brand.Placed, area geom.Rect) geom.Rect {
	x0, x1 := m.across(p, area)
	y0 := m.anchor(p.Y, area, area.Y)
	y1 := m.anchor(p.Bottom, area, area.Bottom())
	return geom.Rect{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}

// across returns the left and right edge of a placed item, mirrored where the
// item says so.
func (m *measurer) across(p *brand.Placed, area geom.Rect) (geom.Length, geom.Length) {
	x0 := m.anchor(p.X, area, area.X)
	x1 := m.anchor(p.Right, area, area.Right())
	if m.flips(p) {
		w := m.brand.Trim().W
		x0, x1 = w-x1, w-x0
	}
	return x0, x1
}

func (m *measurer) flips(p *brand.Placed) bool { return p.Mirror && m.number%2 == 1 }

func (m *measurer) sidesOf(p *brand.Placed) sides {
	s := sides{}
	for _, n := range p.Bleed {
		s.top = s.top || n == "top"
		s.bottom = s.bottom || n == "bottom"
		s.left = s.left || n == "left"
		s.right = s.right || n == "right"
	}
	if m.flips(p) {
		s.left, s.right = s.right, s.left
	}
	return s
}

// placed paints one item of the furniture or of a layer.
func (pg *page) placed(p *brand.Placed, area geom.Rect, f frame) {
	m := pg.m
	if pg.dry || p.On == "even" && m.number%2 == 1 || p.On == "odd" && m.number%2 == 0 || !m.holds(p.If, f) {
		return
	}
	switch {
	case p.Photo != "":
		pg.coverPhoto(p, m.placedRect(p, area))
	case p.Tree != nil:
		pg.tree(p, area, f)
	case p.Emblem:
		pg.emblem(m.placedIn(p, area), p)
	case p.Logo != "":
		shape := shapeOf(pg.in.Logos[p.Logo])
		pg.whole(display.Photo{File: p.Logo, Brand: true}, 0, within(m.placedIn(p, area), shape, p.Align))
	default:
		pg.words(p, area, f)
	}
}

// words paints a filled rectangle, its text, or both: the fill may widen with
// the text in whole columns.
func (pg *page) words(p *brand.Placed, area geom.Rect, f frame) {
	m := pg.m
	x0, x1 := m.across(p, area)
	var set *setting
	if p.Text != "" {
		var s *story
		if part := m.part(f); part != nil {
			s = part.story
		}
		label := pg.furniture(p, s)
		if label == nil {
			return
		}
		width := x1 - x0 - p.Indent
		if p.Grow > 0 {
			width = m.live.W
		}
		one := m.fitted(label, p.Style, width)
		set = &one
	}
	if p.Fill != "" {
		r := m.placedRect(p, area)
		if set != nil {
			r.W = max(r.W, m.grown(p, x0, set))
		}
		pg.fill(r, p.Fill, "", "furniture")
	}
	if set == nil {
		return
	}
	align := p.Align
	if m.flips(p) && (align == "" || align == "left") {
		align = "right"
	} else if m.flips(p) && align == "right" {
		align = "left"
	}
	var first geom.Length
	if p.Y != "" || p.Bottom == "" {
		first = m.anchor(p.Y, area, area.Y)
	} else {
		first = m.anchor(p.Bottom, area, area.Bottom()) - set.leading*geom.Length(len(set.lines)-1)
	}
	if p.Fill == "" && p.Y != "" && p.Bottom != "" { // in the middle of its room
		capital := m.capHeight(set.style)
		room := m.anchor(p.Bottom, area, area.Bottom()) - first
		spare := room - capital - set.leading*geom.Length(len(set.lines)-1)
		switch {
		case spare > 0:
			spare /= 2
		case -spare > set.leading*3/2: // a line more may grow upwards: below may be the trim
			pg.tooLong(p, set, -spare)
			return
		}
		first += spare + capital
	}
	if p.Baseline != "" {
		first = m.anchor(p.Baseline, area, first)
	}
	pg.aligned(*set, lineAt{x: x0 + p.Indent, ink: f.ink}, first, align)
}

// tooLong reports words that do not fit their place, and by how much.
func (pg *page) tooLong(p *brand.Placed, set *setting, over geom.Length) {
	is := pg.in.Issue
	at, what := is.At.Pos, p.Text
	if strings.Contains(p.Text, "{cover}") && is.Cover != nil {
		at, what = is.Cover.At.Of("caption"), "the cover's caption with its credit"
	}
	n := 0
	last := set.lines[max(0, len(set.lines)-(over-set.leading).CeilDiv(set.leading)):]
	for i := range last {
		last[i].Set()
		n += utf8.RuneCountInString(last[i].Text)
	}
	n += n/4 + 2 // lines may break worse
	pg.diags.Errorf(at, "overset", fmt.Sprintf("make it %d characters shorter, or let the brand give it more room", n),
		"page %d: %s takes %d lines, more than there is room for", pg.m.number, what, len(set.lines))
}

// grown is the width of a fill that widens with its text in whole columns.
func (m *measurer) grown(p *brand.Placed, x geom.Length, set *setting) geom.Length {
	if p.Grow == 0 || len(set.lines) == 0 {
		return 0
	}
	need := x + p.Indent + set.lines[0].Width + p.Indent/2
	for n := 1; n <= min(p.Grow, m.brand.Grid.Columns); n++ {
		if right := m.brand.ColumnRight(n); right >= need {
			return right - x
		}
	}
	return m.brand.ColumnRight(min(p.Grow, m.brand.Grid.Columns)) - x
}

// aligned paints lines flush to one side of their measure.
func (pg *page) aligned(s setting, at lineAt, first geom.Length, align string) {
	at.measure, at.leading = s.measure, s.leading
	shift := at.x + s.style.Shift
	var widest geom.Length
	for i := range s.lines {
		widest = max(widest, s.lines[i].Width+s.lines[i].Indent)
	}
	for i := range s.lines {
		l := &s.lines[i]
		l.Set()
		at.x = shift
		switch {
		case len(l.Pieces) == 0:
		case align == "right":
			at.x = shift + s.measure - l.Width - l.Pieces[0].X
		case align == "centred":
			at.x = shift + (s.measure-l.Width)/2 - l.Pieces[0].X
		}
		at.baseline = first + s.leading*geom.Length(i)
		if i == 0 {
			x := at.x
			if align == "right" {
				x = shift + s.measure - widest
			} else if align == "centred" {
				x = shift + (s.measure-widest)/2
			}
			at.frame = pg.frame(s.block, geom.Rect{X: x, Y: first - pg.m.capHeight(s.style), W: max(widest, geom.Point), H: s.height() - s.leading + pg.m.capHeight(s.style)})
		}
		pg.line(s.block, l, at)
	}
}

// tree sets a box of the template language in a placed area.
func (pg *page) tree(p *brand.Placed, area geom.Rect, f frame) {
	m := pg.m
	x0, x1 := m.across(p, area)
	f.x, f.w, f.from, f.to = x0, x1-x0, 0, 0
	y := m.anchor(p.Y, area, area.Y)
	b := m.node(p.Tree, f)
	if b == nil {
		return
	}
	h, ok := b.prices.cheapest()
	if !ok {
		return
	}
	if p.Y != "" && p.Bottom != "" {
		h = m.tallest(p, b, area)
	}
	if p.Bottom != "" {
		y = m.anchor(p.Bottom, area, area.Bottom()) - m.rows(h)
	}
	b.set(pg, y, h)
}

// tallest is the height of least price that a placed box has room for between
// its two edges, negative where there is none.
func (m *measurer) tallest(p *brand.Placed, b *box, area geom.Rect) int {
	room := (m.anchor(p.Bottom, area, area.Bottom()) - m.anchor(p.Y, area, area.Y)) * 2
	cut := b.prices[:min(len(b.prices), max(0, room.FloorDiv(m.baseline))+1)]
	if h, ok := cut.cheapest(); ok {
		return h
	}
	return -1
}

// coverPhoto paints the issue's cover picture under its scrims.
func (pg *page) coverPhoto(p *brand.Placed, r geom.Rect) {
	cover := pg.in.Issue.Cover
	if cover == nil {
		return
	}
	var scrims []display.Scrim
	if len(p.Scrim) > 0 {
		ink := p.Ink
		if ink == "" {
			ink = "black"
		}
		s := display.Scrim{Ink: pg.brand.Ink(ink, pg.section)}
		for _, stop := range p.Scrim {
			s.Stops = append(s.Stops, display.Stop{At: stop.Y - r.Y, Alpha: stop.Opacity})
		}
		scrims = append(scrims, s)
	}
	caption := ""
	if fig := pg.coverFigure; fig != nil && fig.caption != nil {
		caption = fig.caption.id
	}
	pg.photo(photoAt{photo: cover, rect: r, story: "cover", scrims: scrims, caption: caption})
}

// runs reports whether an item stands on every page.
func (pg *page) runs(p *brand.Placed) bool {
	for i := range pg.brand.Running {
		if p == &pg.brand.Running[i] {
			return true
		}
	}
	return false
}

// furniture is the piece that a placed text sets. A role gives it a place in the
// reading order: section, as of an item that says {section} alone, is the heading
// of the section that begins here, and an artifact on its further pages.
func (pg *page) furniture(p *brand.Placed, s *story) *piece {
	named := p.Role == "section" || p.Role == "" && p.Text == "{section}"
	if named && s != nil && s.section != nil && s.section.title != nil && !s.section.title.set {
		return s.section.title
	}
	label := pg.label(p.Text, s, pg.m.number)
	if p.Role == "" && !pg.runs(p) {
		pg.m.reads(label, p.Text)
	}
	if label != nil && p.Role != "" && p.Role != "section" {
		label.role = p.Role
		label.id = "cover#" + p.Role
	}
	return label
}

// fields replaces {names} in words of the brand.
func fields(words string, value func(string) string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(words, '{')
		j := strings.IndexByte(words, '}')
		if i < 0 || j < i {
			b.WriteString(words)
			return b.String()
		}
		b.WriteString(words[:i])
		b.WriteString(value(words[i+1 : j]))
		words = words[j+1:]
	}
}
