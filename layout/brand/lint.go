package brand

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"masthead/layout/color"
	"masthead/layout/diag"
	"masthead/layout/geom"
)

// Lint judges a brand that has been loaded without errors as a designer would:
// contrast of text with what it stands on (too little is an error), section
// colours that look alike, styles without a fallback, frames off the grid, ink
// above the limit of the press, colours in small type, words that no template prints, templates that
// cannot fill their pages, and what the brand defines and does not use.
func Lint(b *Brand, diags *diag.List) {
	l := linter{Brand: b, diags: diags}
	l.contrast()
	l.likeness()
	l.fallbacks()
	l.offGrid()
	l.wholeRows()
	l.leadings()
	l.ink()
	l.lost()
	l.unfilled()
	l.unused()
}

type linter struct {
	*Brand
	diags *diag.List
	told  map[string]bool
	top   geom.Length // where the tree of the template at hand begins
}

func (l *linter) warnf(at diag.Pos, code, hint, format string, args ...any) {
	l.diags.Warnf(at, code, hint, format, args...)
}

// leastDifference is how far two section colours must lie apart in CIEDE2000 to
// be told from each other on different pages.
const leastDifference = 20

// likeness compares the section colours.
func (l *linter) likeness() {
	for i, a := range l.Sections {
		for k, b := range l.Sections[:i] {
			if a.Colour == b.Colour {
				l.warnf(a.At.Of("colour"), "alike", "", "sections %d and %d have the same colour, %q", k+1, i+1, a.Colour)
				continue
			}
			d := color.DeltaE2000(l.Ink(a.Colour, 0).RGB.Lab(), l.Ink(b.Colour, 0).RGB.Lab())
			if d < leastDifference {
				l.warnf(a.At.Of("colour"), "alike", "choose colours of another hue or lightness",
					"the section colours %q and %q are only ΔE %.0f apart, less than %d", b.Colour, a.Colour, d, leastDifference)
			}
		}
	}
}

// fallbacks warns of styles whose family nothing stands in for.
func (l *linter) fallbacks() {
	for _, e := range l.Styles.Entries {
		family := e.Value.Family
		if !slices.ContainsFunc(l.Fallback, func(f string) bool { return f != family }) {
			l.warnf(e.At, "no-fallback", "add fallback: [FAMILY] with a family of wide coverage",
				"style %q: no family stands in for characters that %q lacks", e.Key, family)
		}
	}
}

// ink adds up the plates of every colour.
func (l *linter) ink() {
	for _, e := range l.Palette.Entries {
		c := l.Ink(e.Key, 0)
		if total := c.CMYK.Total(); c.Spot == "" && total > l.Print.InkLimit {
			l.warnf(e.Value.At.Of("cmyk"), "ink-limit", "take away from cyan, magenta and yellow, and add black",
				"the colour %q takes %.0f %% of ink, more than %.0f %%", e.Key, total, l.Print.InkLimit)
		}
	}
}

// unused warns of styles, colours, families and boxes of the brand's own file
// that nothing uses.
func (l *linter) unused() {
	used := map[string]bool{}
	kinds := map[string]string{"palette": "colour", "base": "style", "cap": "style"}
	for _, r := range l.refs() {
		kind := r.kind
		if k, ok := kinds[kind]; ok {
			kind = k
		}
		used[kind+" "+r.value] = true
	}
	for _, name := range l.implied() {
		used["style "+name] = true
	}
	tell := func(kind, name string, at diag.Pos) {
		if !used[kind+" "+name] && at.File == l.At.Pos.File {
			l.warnf(at, "unused", "delete it", "the %s %q is not used", kind, name)
		}
	}
	for _, e := range l.Palette.Entries {
		tell("colour", e.Key, e.At)
	}
	for _, e := range l.Families.Entries {
		tell("family", e.Key, e.At)
	}
	for _, e := range l.Styles.Entries {
		tell("style", e.Key, e.At)
	}
	for _, e := range l.Boxes.Entries {
		tell("box", e.Key, e.At)
	}
}

// implied lists the styles that the engine asks for by name: those of the
// blocks of a text, of captions, cross-links and notes.
func (l *linter) implied() []string {
	out := []string{"body", "subhead", "list", "blockquote", "caption", "credit", "see"}
	if l.Print.Noted() {
		out = append(out, "note")
	}
	return out
}

// offGrid warns of heights that are no half rows, of frames between the columns
// or rows, and of running text that leaves the baseline grid.
func (l *linter) offGrid() {
	for _, r := range l.refs() {
		for _, v := range r.rows {
			l.halfRows(r.at, v)
		}
	}
	l.placedOffGrid(l.Running)
	for i := range l.Template.Entries {
		t := &l.Template.Entries[i].Value
		l.placedOffGrid(t.Below)
		l.placedOffGrid(t.Above)
		eachNode(t.Stack, func(n *Node) {
			if n.Body != nil {
				l.bodyOffGrid(n)
			}
		})
	}
}

func (l *linter) halfRows(at diag.Pos, v float64) {
	if v*2 != math.Trunc(v*2) {
		l.once(at, "off-grid", "heights come in steps of half a row", "%v rows are off the grid", v)
	}
}

// bodyOffGrid checks that lines of running text meet the grid again after four
// of them: leadings of 1, 1.25, 1.5 rows.
func (l *linter) bodyOffGrid(n *Node) {
	st := l.Style(n.Body.Style)
	if st == nil || l.Grid.Baseline <= 0 {
		return
	}
	if (st.Leading*4)%l.Grid.Baseline != 0 {
		l.once(st.At.Of("leading"), "off-grid", fmt.Sprintf("the grid's rows are %v", l.Grid.Baseline),
			"the leading %v of running text leaves the baseline grid", st.Leading)
	}
}

// hairline is the thickness up to which a placed fill is a rule and may stand
// anywhere.
const hairline = 4 * geom.Point

// placedOffGrid checks fills and pictures at fixed places. Text and boxes stand
// where they must inside them.
func (l *linter) placedOffGrid(items []Placed) {
	page := geom.Rect{W: l.Trim().W, H: l.Trim().H}
	for i := range items {
		p := &items[i]
		if p.Fill == "" && p.Photo == "" {
			continue
		}
		r := l.place(p, page)
		if p.Fill != "" && (r.H <= hairline || r.W <= hairline) {
			continue
		}
		for _, e := range []struct {
			key, value string
			at         geom.Length
			on         func(geom.Length) bool
		}{
			{"x", p.X, r.X, l.onColumn},
			{"right", p.Right, r.Right(), l.onColumn},
			{"y", p.Y, r.Y, l.onRow},
			{"bottom", p.Bottom, r.Bottom(), l.onRow},
		} {
			if e.value != "" && !e.on(e.at) {
				l.once(p.At.Of(e.key), "off-grid", "name a column, a margin, a row such as r27 or half of one, or the trim", "the edge at %s (%v) is off the grid", e.value, e.at)
			}
		}
	}
}

// onColumn reports whether an edge of a column, a margin or the trim is at x.
func (l *linter) onColumn(x geom.Length) bool {
	near := func(v geom.Length) bool { return max(x-v, v-x) <= geom.Point/2 }
	if near(0) || near(l.Trim().W) {
		return true
	}
	for n := 1; n <= l.Grid.Columns; n++ {
		if near(l.ColumnX(n)) || near(l.ColumnRight(n)) {
			return true
		}
	}
	return false
}

// onRow reports whether a half row or the trim is at y.
func (l *linter) onRow(y geom.Length) bool {
	half := max(l.Grid.Baseline/2, 1)
	rest, foot := y%half, l.Trim().H
	return min(rest, half-rest) <= geom.Point/2 || max(y-foot, foot-y) <= geom.Point/2
}

// once warns of the same thing at the same place one time.
func (l *linter) once(at diag.Pos, code, hint, format string, args ...any) {
	if l.first(fmt.Sprint(at, code, fmt.Sprintf(format, args...))) {
		l.warnf(at, code, hint, format, args...)
	}
}

// first reports whether a key comes for the first time.
func (l *linter) first(key string) bool {
	if l.told == nil {
		l.told = map[string]bool{}
	}
	seen := l.told[key]
	l.told[key] = true
	return !seen
}

// place evaluates the edges of an item inside an area.
func (b *Brand) place(p *Placed, area geom.Rect) geom.Rect {
	edge := func(s string, eval func(Anchor, geom.Rect) geom.Length, fallback geom.Length) geom.Length {
		a, err := ParseAnchor(s)
		if strings.TrimSpace(s) == "" || err != nil {
			return fallback
		}
		return eval(a, area)
	}
	x0, x1 := edge(p.X, b.x, area.X), edge(p.Right, b.x, area.Right())
	y0, y1 := edge(p.Y, b.y, area.Y), edge(p.Bottom, b.y, area.Bottom())
	return geom.Rect{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}
