package brand

import (
	"fmt"
	"slices"
	"strings"

	"masthead/layout/color"
	"masthead/layout/diag"
	"masthead/layout/geom"
)

// Contrast: every style is followed to the grounds that it can stand on, the
// paper, the fill of the box around it, a fill under its place.
//
//	for each template
//	  for each box: the styles of its pieces, on the fill of the nearest box
//	    around it, else on the paper or on a fill painted under the tree there
//	  for each placed text: on its own fill, else on the topmost fill or scrim
//	    that was placed under it, else on the ground around it
//
// Where a ground cannot be told, the best of the candidates counts: the layout
// itself measures every line again where it stands.

// minimum contrasts of WCAG 2.2, 1.4.3: text, and large text.
const (
	textContrast  = 4.5
	largeContrast = 3.0
)

// A surface is where text stands: any of some grounds, with a colour that
// replaces the styles' own.
type surface struct {
	grounds []string // palette names; "" is the paper
	text    string
	cover   bool // the issue has a cover picture
}

func (l *linter) contrast() {
	l.placedContrast(l.Running, surface{grounds: []string{""}}, nil, l.sheet())
	for i := range l.Template.Entries {
		t := &l.Template.Entries[i].Value
		l.top = l.Live().Y
		if t.From == "trim" {
			l.top = 0
		}
		paper := surface{grounds: []string{""}, cover: t.Serves.Page == "cover" && t.Serves.Photos.Set && t.Serves.Photos.Min > 0}
		for _, p := range t.Below {
			if p.Fill != "" {
				paper.grounds = append(paper.grounds, p.Fill)
			}
			if p.Photo != "" && len(p.Scrim) > 0 {
				paper.grounds = append(paper.grounds, orBlack(p.Ink))
			}
		}
		l.placedContrast(t.Below, surface{grounds: []string{""}, cover: paper.cover}, nil, l.sheet())
		for k := range t.Stack {
			l.nodeContrast(&t.Stack[k], paper)
		}
		l.placedContrast(t.Above, paper, t.Below, l.sheet())
	}
}

func (l *linter) sheet() geom.Rect { return geom.Rect{W: l.Trim().W, H: l.Trim().H} }

func orBlack(name string) string {
	if name == "" {
		return "black"
	}
	return name
}

func (l *linter) nodeContrast(n *Node, on surface) {
	on.cover = on.cover || slices.Contains(n.If, "cover-photo")
	if n.Box != "" {
		look := l.Box(n.Box)
		if look.Fill != "" {
			on.grounds = []string{look.Fill}
		}
		if look.Text != "" {
			on.text = look.Text
		}
	}
	for _, name := range l.stylesOf(n) {
		l.judge(name, on)
	}
	for _, name := range l.markedOf(n) {
		l.marked(name, on)
	}
	if f := n.Follow; f != nil {
		l.pair("QR code", inked{f.Colour, f.At.Of("colour"), false}, surface{grounds: []string{f.Ground}})
	}
	for _, kids := range [][]Node{n.Stack, n.Split, n.Choose} {
		for i := range kids {
			l.nodeContrast(&kids[i], on)
		}
	}
	if n.Pour != nil {
		for _, kids := range n.Pour.parts() {
			for i := range kids {
				l.nodeContrast(&kids[i], on)
			}
		}
	}
	if n.Each != nil {
		for i := range n.Each.Stack {
			l.nodeContrast(&n.Each.Stack[i], on)
		}
		for i := range n.Each.Gap {
			l.nodeContrast(&n.Each.Gap[i], on)
		}
	}
	if n.Body != nil {
		for i := range n.Body.Insets {
			l.nodeContrast(&n.Body.Insets[i].Node, on)
		}
	}
	if n.Layers != nil {
		// Where in the page the layers begin is known of a first box only, but
		// their rows are those of the page.
		box := geom.Rect{X: 0, Y: l.top, W: l.Trim().W, H: l.Row(max(n.Rows.Ideal, 1))}
		if n.Columns.From > 0 {
			box.X = l.ColumnX(n.Columns.From)
			box.W = l.ColumnRight(n.Columns.To) - box.X
		}
		l.placedContrast(n.Layers, on, nil, box)
	}
}

// stylesOf lists the styles that a box sets, not those of the boxes in it.
func (l *linter) stylesOf(n *Node) []string {
	out := slices.Clone(n.Style)
	if n.Caption > 0 || n.Gallery != nil {
		out = append(out, "caption", "credit")
	}
	if b := n.Body; b != nil {
		out = append(out, b.Style, "subhead", "list", "blockquote")
		if b.See == nil || *b.See {
			out = append(out, l.Story.See)
		}
	}
	if i := n.Items; i != nil {
		out = append(out, i.Style)
	}
	if f := n.Facts; f != nil {
		out = append(out, f.Heading, f.Label, f.Value)
	}
	if q := n.Quote; q != nil {
		out = append(append(out, q.Style...), q.Byline)
	}
	if x := n.Index; x != nil {
		out = append(out, x.Heading, x.Number, x.Pages, x.Entry, x.Page)
	}
	if c := n.Calendar; c != nil {
		out = append(out, c.Day, c.Month, c.Title, c.Rest)
	}
	if w := n.LeadIn; w != nil {
		out = append(out, w.Style)
	}
	if c := n.Contacts; c != nil {
		out = append(out, c.Heading, c.Style, c.Label)
	}
	if f := n.Follow; f != nil {
		out = append(out, f.Label)
	}
	return slices.DeleteFunc(out, func(s string) bool { return !l.HasStyle(s) })
}

// markedOf lists the styles of a box whose words an author may mark up.
func (l *linter) markedOf(n *Node) []string {
	var out []string
	switch {
	case n.Caption > 0 || n.Gallery != nil:
		out = []string{"caption"}
	case n.Body != nil:
		out = []string{n.Body.Style, "list", "blockquote"}
	case n.Items != nil:
		out = []string{n.Items.Style}
	case n.Facts != nil:
		out = []string{n.Facts.Value}
	case n.Quote != nil:
		out = n.Quote.Style
	case n.Text == "lead" || n.Text == "closing":
		out = n.Style
	}
	return out
}

// placedContrast follows placed text to what was placed under it: items of
// under, then those of its own list before it.
func (l *linter) placedContrast(items []Placed, on surface, under []Placed, area geom.Rect) {
	for i := range items {
		p := &items[i]
		if p.Tree == nil && p.Style == "" {
			continue
		}
		at := on
		if p.Fill != "" {
			at.grounds = []string{p.Fill}
		} else if g, photo := l.topmost(slices.Concat(under, items[:i]), p, area); g != "" {
			if photo == "cover" && !on.cover && !slices.Contains(p.If, "cover-photo") && p.Tree == nil {
				bare := on
				rest := slices.DeleteFunc(slices.Concat(under, items[:i]), func(u Placed) bool { return u.Photo == "cover" })
				if below, _ := l.topmost(rest, p, area); below != "" {
					bare.grounds = []string{below}
				}
				l.bare(p, bare)
			}
			at.grounds = []string{g}
		}
		if p.Tree != nil {
			l.nodeContrast(p.Tree, at)
			continue
		}
		l.judge(p.Style, at)
	}
}

// bare reports text that stands over the cover picture in issues that have one, and on
// too light or too dark a ground in those that have none.
func (l *linter) bare(p *Placed, on surface) {
	st := l.Style(p.Style)
	if st == nil {
		return
	}
	least, colour := textContrast, st.Colour
	if large(st) {
		least = largeContrast
	}
	if on.text != "" {
		colour = on.text
	}
	best, ground := 0.0, ""
	for _, g := range on.grounds {
		if c, name := l.against(l.Ink(colour, 1).RGB, g, 1); c > best {
			best, ground = c, name
		}
	}
	if best < least {
		l.diags.Errorf(p.At.Of("text"), "contrast", "put the picture and its text under if: cover-photo, or a fill below both",
			"without a cover picture the colour %q stands on %q, with a contrast of %.1f, less than %.1f", colour, ground, best, least)
	}
}

// topmost returns the last fill or scrim under the first line of an item, "" if
// there is none, and the picture under the scrim.
func (l *linter) topmost(under []Placed, p *Placed, area geom.Rect) (ground, photo string) {
	r := l.place(p, area)
	spot := geom.XY{X: r.X + geom.Point, Y: r.Y - geom.Point}
	if p.Y == "" && p.Bottom != "" {
		spot.Y = r.Bottom() - geom.Point
	}
	if p.Tree != nil {
		spot.Y += 2 * geom.Point
	}
	for i := len(under) - 1; i >= 0; i-- {
		u := &under[i]
		if u.Fill == "" && u.Photo == "" {
			continue
		}
		f := l.place(u, area)
		if spot.X < f.X || spot.X > f.Right() || spot.Y < f.Y || spot.Y > f.Bottom() {
			continue
		}
		if u.Photo != "" {
			if len(u.Scrim) == 0 {
				continue
			}
			return orBlack(u.Ink), u.Photo
		}
		return u.Fill, ""
	}
	return "", ""
}

// judge reports a style of which a colour is too close to what it stands on: its
// own, those of its first words and its initial, and those of the style that
// takes its place where a text does not fit.
func (l *linter) judge(style string, on surface) {
	st := l.Style(style)
	if st == nil {
		return
	}
	if on.text != "" {
		l.pair(style, inked{on.text, st.At.Of("colour"), large(st)}, on)
		return
	}
	l.smallText(style, st, on)
	l.pair(style, inked{st.Colour, st.At.Of("colour"), large(st)}, on)
	opening := func(o *Opening) {
		if o != nil && o.Colour != "" {
			l.pair(style+" (opening)", inked{o.Colour, o.At.Of("colour"), large(st)}, on)
		}
	}
	opening(st.Opening)
	if d := st.DropCap; d != nil {
		opening(d.Opening)
		if d.Colour != "" {
			l.pair(style+" (initial)", inked{d.Colour, d.At.Of("colour"), true}, on)
		}
	}
	if st.Fit != nil && st.Fit.Else != "" && st.Fit.Else != style {
		l.judge(st.Fit.Else, on)
	}
}

// marked reports markup that changes the colour of a style's words to one too
// close to what they stand on.
func (l *linter) marked(style string, on surface) {
	st := l.Style(style)
	if st == nil || on.text != "" {
		return
	}
	in := &l.Inline
	for _, m := range []struct {
		name string
		*Inline
	}{{"emphasis", &in.Emph}, {"strong", &in.Strong}, {"strong-emphasis", &in.Both}, {"link", &in.Link}} {
		if m.Colour != "" {
			l.pair(style+" ("+m.name+")", inked{m.Colour, m.At.Of("colour"), large(st)}, on)
		}
	}
}

// inked is the colour of some words, where it is said, and whether they are large.
type inked struct {
	name  string
	at    diag.Pos
	large bool
}

// pair compares a colour with what the words stand on, for every section.
func (l *linter) pair(style string, ink inked, on surface) {
	least := textContrast
	if ink.large {
		least = largeContrast
	}
	for section := 1; section <= max(1, len(l.Sections)); section++ {
		best, ground := 0.0, ""
		fg := l.Ink(ink.name, section)
		for _, g := range on.grounds {
			if c, name := l.against(fg.RGB, g, section); c > best {
				best, ground = c, name
			}
		}
		if best >= least || !l.first(fmt.Sprint(ink.at, fg.Name, ground)) {
			continue // one place to mend is told of once, whatever styles are based on it
		}
		l.diags.Errorf(l.own(ink.at, fg.Name, ground), "contrast", "a darker or lighter colour, or larger type",
			"style %q: the colour %q on %q has a contrast of %.1f, less than %.1f", style, fg.Name, ground, best, least)
	}
}

// own is a place in the brand's own file: where that of the style is another
// brand's, the first of the colours that this file gives.
func (l *linter) own(at diag.Pos, colours ...string) diag.Pos {
	if at.File == l.At.Pos.File {
		return at
	}
	for _, name := range colours {
		if c, ok := l.Palette.Get(name); ok && c.At.Pos.File == l.At.Pos.File {
			return c.At.Pos
		}
	}
	return at
}

// against returns the contrast with a ground. Paper that is tinted on screen
// only is white in print, and both count.
func (l *linter) against(fg color.RGB, ground string, section int) (float64, string) {
	if ground != "" {
		g := l.Ink(ground, section)
		return color.Contrast(fg, g.RGB), g.Name
	}
	white := color.RGB{R: 255, G: 255, B: 255}
	if l.Page.Tint == "" {
		return color.Contrast(fg, white), "paper"
	}
	c, name := color.Contrast(fg, l.Ink(l.Page.Tint, section).RGB), l.Page.Tint
	if on := color.Contrast(fg, white); !l.Page.Printed && on < c {
		return on, "white paper"
	}
	return c, name
}

// large reports whether a style's type is large.
func large(st *Style) bool { return st.Large(st.smallest()) }

// smallest is the least size in which a style sets.
func (st *Style) smallest() geom.Length {
	if st.Fit != nil {
		return st.Fit.Min
	}
	return st.Size
}

func (st *Style) bold() bool {
	return strings.Contains(st.Weight, "bold") || st.Weight == "black" || st.Weight == "heavy"
}

// Large reports whether type of the style is large at a size as WCAG 2.2 has it:
// 18 points, or 14 bold.
func (st *Style) Large(size geom.Length) bool {
	return size >= geom.Pt(18) || st.bold() && size >= geom.Pt(14)
}

// MinContrast is the least contrast that the style's type may have at a size with
// what lies behind it (WCAG 2.2, 1.4.3).
func (st *Style) MinContrast(size geom.Length) float64 {
	if st.Large(size) {
		return largeContrast
	}
	return textContrast
}
