package golden

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// ruling is one thing that the house changed, with what follows from it.
type ruling struct {
	text    string
	details []string
}

func rulings(list []string) (out []ruling) {
	for _, s := range list {
		out = append(out, ruling{text: s})
	}
	return out
}

// house says what became different in the house style: the things that hold on
// every page. Where they move everything, what they move is not told.
func (c *comparison) house() {
	if a, b := c.old.Language, c.new.Language; a != b {
		c.anew = true
		c.say(Finding{Kind: "house", rank: rankHouse}, "language %s -> %s", orNone(a), orNone(b))
	}
	if a, b := c.old.Author, c.new.Author; a != b {
		c.say(Finding{Kind: "text", rank: rankFurniture}, "publisher %s -> %s", quote(clip(a)), quote(clip(b)))
	}
	said := c.paper()
	if len(said) == 0 {
		said = rulings(c.columns())
	}
	c.anew = c.anew || len(said) > 0
	if a, b := c.old.Bleed, c.new.Bleed; a != b {
		said = append(said, ruling{text: change("bleed", a, b)})
	}
	said = append(said, rulings(c.press())...)
	said = append(said, rulings(c.logos())...)
	said = append(said, rulings(c.types())...)
	said = append(said, rulings(c.palette())...)
	said = append(said, rulings(c.wear())...)
	said = append(said, rulings(c.marks())...)
	if a, b := c.old.Brand, c.new.Brand; a != b {
		c.anew, c.rebranded = true, true
		f := Finding{Kind: "house", rank: rankHouse}
		for _, r := range said {
			f.Details = append(f.Details, r.text)
		}
		c.say(f, "brand %s -> %s, on every page", a, b)
		return
	}
	const plenty = 5
	if len(said) > plenty {
		f := Finding{Kind: "house", rank: rankHouse}
		for _, r := range said[1:] {
			f.Details = append(f.Details, r.text)
		}
		c.say(f, "house style: %s; and %s", said[0].text, count(len(said)-1, "other change", "other changes"))
		return
	}
	for _, r := range said {
		c.say(Finding{Kind: "house", rank: rankHouse, Details: r.details}, "house style: %s", r.text)
	}
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// change says a value then and now, in points.
func change(what string, a, b Length) string {
	return fmt.Sprintf("%s %s -> %s pt", what, pt(a), pt(b))
}

// paper compares the sheet: its size, grid and margins. Margins that follow from
// another size or grid are its details.
func (c *comparison) paper() []ruling {
	var margins []string
	for _, v := range []struct {
		what string
		of   func(*Page) Length
	}{
		{"left margin", func(p *Page) Length { return p.Live.X }},
		{"right margin", func(p *Page) Length { return p.W - p.Live.Right() }},
		{"top margin", func(p *Page) Length { return p.Live.Y }},
		{"bottom margin", func(p *Page) Length { return p.H - p.Live.Bottom() }},
	} {
		if s := c.paperValue(v.what, v.of); s != "" {
			margins = append(margins, s)
		}
	}
	var out []ruling
	if len(c.old.Pages) > 0 && len(c.new.Pages) > 0 {
		p, q := &c.old.Pages[0], &c.new.Pages[0]
		if p.W != q.W || p.H != q.H {
			out = append(out, ruling{text: fmt.Sprintf("page size %s -> %s", format(p.W, p.H), format(q.W, q.H)) + ", on every page"})
		}
	}
	if a, b := c.old.Grid, c.new.Grid; a != b {
		out = append(out, ruling{text: change("baseline grid", a, b) + ", on every page"})
	}
	if len(out) == 0 {
		return rulings(margins)
	}
	out[0].details = append(out[0].details, margins...)
	return out
}

// press compares what the print file has beside its pages, and which boxes are
// in one of the files alone.
func (c *comparison) press() (out []string) {
	a, b := c.old.Press, c.new.Press
	if a.Marks != b.Marks {
		out = append(out, fmt.Sprintf("printer's marks %s -> %s", orNone(a.Marks), orNone(b.Marks)))
	}
	switch {
	case a.Condition != b.Condition:
		out = append(out, fmt.Sprintf("output intent %s -> %s", orNone(a.Condition), orNone(b.Condition)))
	case a.Profile != b.Profile:
		out = append(out, fmt.Sprintf("profile of the output intent %s -> %s", orBuiltIn(a.Profile), orBuiltIn(b.Profile)))
	case a.Sum != b.Sum:
		out = append(out, "another profile of the output intent under the name "+b.Profile)
	}
	return append(out, c.confined()...)
}

func orBuiltIn(s string) string {
	if s == "" {
		return "built in"
	}
	return s
}

// confined says which boxes of the furniture are in other files than they were.
func (c *comparison) confined() (out []string) {
	was := map[string]string{}
	files := func(it *Item) (key, only string) {
		return it.Role + " " + it.Ink, cmp.Or(it.Only, "both files")
	}
	for _, it := range c.old.furnishings() {
		key, only := files(it)
		was[key] = only
	}
	for _, it := range c.new.furnishings() {
		key, only := files(it)
		if a, ok := was[key]; ok && a != only {
			out = append(out, fmt.Sprintf("the %s in %s is in %s instead of %s", it.Role, it.Ink, only, a))
		}
		was[key] = only // once
	}
	return out
}

// furnishings lists the tints, rules and drawings of the furniture.
func (e *edition) furnishings() (out []*Item) {
	for i := range e.Pages {
		for j := range e.Pages[i].Blocks {
			k := &e.Pages[i].Blocks[j]
			for n := range k.Items {
				if it := &k.Items[n]; k.Story == "" && it.Text == nil && it.Figure == nil {
					out = append(out, it)
				}
			}
		}
	}
	return out
}

// format says the size of a sheet, by its name if it has one.
func format(w, h Length) string {
	out := fmt.Sprintf("%s x %s pt", pt(w), pt(h))
	for _, f := range []struct {
		name string
		w, h Length
	}{{"A3", 84189, 119055}, {"A4", 59528, 84189}, {"A5", 41953, 59528}, {"Letter", 61200, 79200}, {"Legal", 61200, 100800}, {"Tabloid", 79200, 122400}} {
		if !far(w, f.w, 50) && !far(h, f.h, 50) {
			return f.name
		}
	}
	return out
}

// paperValue compares one measure of all pages that both editions have.
func (c *comparison) paperValue(what string, of func(*Page) Length) string {
	first, all := "", 0
	var pages []int
	for i := range min(len(c.old.Pages), len(c.new.Pages)) {
		a, b := of(&c.old.Pages[i]), of(&c.new.Pages[i])
		all++
		if far(a, b, 0) {
			pages = append(pages, c.new.Pages[i].Number)
			if first == "" {
				first = change(what, a, b)
			}
		}
	}
	if first == "" {
		return ""
	}
	return first + where(pages, all)
}

// where says on which of so many pages something holds.
func where(pages []int, all int) string {
	if len(pages) >= all {
		return ", on every page"
	}
	return ", on " + onPages(pages)
}

// far reports whether two lengths differ by more than a tolerance.
func far(a, b, tolerance Length) bool { return a-b > tolerance || b-a > tolerance }

// column is a column of running text.
type column struct{ x, w Length }

// columnsOf returns the text columns of a page from left to right.
func columnsOf(p *Page) []column {
	var out []column
	for i := range p.Blocks {
		for _, it := range p.Blocks[i].Items {
			if it.Text != nil && isRunning(it.Role) && it.Role != "lead" {
				k := column{it.Rect.X, it.Rect.W}
				if !slices.Contains(out, k) {
					out = append(out, k)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b column) int { return int(a.x - b.x) })
	return out
}

// columns compares the text columns. They belong to the house where they changed
// on all pages that use the template that they used.
func (c *comparison) columns() []string {
	first, all, few := "", 0, true
	var pages []int
	for i := range min(len(c.old.Pages), len(c.new.Pages)) {
		p, q := &c.old.Pages[i], &c.new.Pages[i]
		a, b := columnsOf(p), columnsOf(q)
		if p.Template != q.Template || len(a) == 0 || len(b) == 0 {
			continue
		}
		all++
		if s := columnChange(a, b, c.Tolerance); s != "" {
			pages = append(pages, q.Number)
			if first == "" || len(b) > 1 && few {
				first, few = s, len(b) == 1 // where there are several, the gutter shows
			}
		}
	}
	if first == "" || len(pages) < all || all < 2 {
		return nil
	}
	return []string{first + where(pages, len(c.new.Pages))}
}

func columnChange(a, b []column, tolerance Length) string {
	if len(a) != len(b) {
		// A column that happens to be empty is no change of the grid.
		if !far(a[0].w, b[0].w, tolerance) {
			return ""
		}
		return fmt.Sprintf("%s of %s pt instead of %d of %s pt", count(len(b), "column", "columns"), pt(b[0].w), len(a), pt(a[0].w))
	}
	if !far(a[0].w, b[0].w, tolerance) {
		return ""
	}
	out := change("body measure", a[0].w, b[0].w)
	if len(a) > 1 {
		if g, h := a[1].x-a[0].x-a[0].w, b[1].x-b[0].x-b[0].w; far(g, h, tolerance) {
			out += ", " + change("gutter", g, h)
		}
	}
	return out
}

// palette compares the colours that both editions use.
func (c *comparison) palette() []string {
	var out []string
	for _, b := range c.new.Inks {
		a, ok := c.old.Ink(b.Name)
		if !ok || a == b {
			continue
		}
		var parts []string
		if a.RGB != b.RGB {
			parts = append(parts, a.RGB+" -> "+b.RGB)
		}
		if a.CMYK != b.CMYK {
			parts = append(parts, "in print "+a.CMYK+" -> "+b.CMYK)
		}
		if a.Spot != b.Spot {
			parts = append(parts, "spot ink "+orNone(a.Spot)+" -> "+orNone(b.Spot))
		}
		out = append(out, "colour "+b.Name+" "+strings.Join(parts, ", ")+where(inked(c.new.Golden, b.Name), len(c.new.Pages)))
	}
	return out
}

// inked returns the pages that use an ink.
func inked(g *Golden, name string) (pages []int) {
	for i := range g.Pages {
		p := &g.Pages[i]
		uses := slices.ContainsFunc(p.Blocks, func(k Block) bool {
			return slices.ContainsFunc(k.Items, func(it Item) bool { return it.uses(name) })
		})
		if uses {
			pages = append(pages, p.Number)
		}
	}
	return pages
}

func (it *Item) uses(ink string) bool {
	if it.Ink == ink {
		return true
	}
	if it.Figure != nil {
		return slices.ContainsFunc(it.Figure.Scrims, func(s string) bool { return strings.HasPrefix(s, ink+" ") })
	}
	return it.Text != nil && slices.ContainsFunc(it.Text.Lines, func(l Line) bool {
		return slices.ContainsFunc(l.Runs, func(r Run) bool { return r.Ink == ink })
	})
}
