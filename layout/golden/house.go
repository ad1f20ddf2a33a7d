package golden

import (
	"fmt"
	"slices"
	"strings"
)

// house says what became different in the house style: the things that hold on
// every page. Where they move everything, what they move is not told.
func (c *comparison) house() {
	var said []string
	if a, b := c.old.Language, c.new.Language; a != b {
		c.anew = true
		c.say(Finding{Kind: "house", rank: rankHouse}, "language %s -> %s", orNone(a), orNone(b))
	}
	if a, b := c.old.Author, c.new.Author; a != b {
		c.say(Finding{Kind: "text", rank: rankFurniture}, "publisher %s -> %s", quote(clip(a)), quote(clip(b)))
	}
	geometry := c.paper()
	said = append(said, geometry...)
	if len(geometry) == 0 {
		said = append(said, c.columns()...)
	}
	c.anew = c.anew || len(said) > 0
	if a, b := overhang(c.old.Golden), overhang(c.new.Golden); a != b && a > 0 && b > 0 {
		said = append(said, change("bleed", a, b))
	}
	said = append(said, c.types()...)
	said = append(said, c.palette()...)
	said = append(said, c.wear()...)
	said = append(said, c.marks()...)
	if a, b := c.old.Brand, c.new.Brand; a != b {
		c.anew = true
		c.say(Finding{Kind: "house", rank: rankHouse, Details: said}, "brand %s -> %s, on every page", a, b)
		return
	}
	const plenty = 5
	if len(said) > plenty {
		c.say(Finding{Kind: "house", rank: rankHouse, Details: said[1:]}, "house style: %s; and %s", said[0], count(len(said)-1, "other change", "other changes"))
		return
	}
	for _, s := range said {
		c.say(Finding{Kind: "house", rank: rankHouse}, "house style: %s", s)
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

// paper compares the sheet: its size, margins and grid.
func (c *comparison) paper() []string {
	var out []string
	type value struct {
		what string
		of   func(*Page) Length
	}
	values := []value{
		{"page width", func(p *Page) Length { return p.W }},
		{"page height", func(p *Page) Length { return p.H }},
		{"left margin", func(p *Page) Length { return p.Live.X }},
		{"right margin", func(p *Page) Length { return p.W - p.Live.Right() }},
		{"top margin", func(p *Page) Length { return p.Live.Y }},
		{"bottom margin", func(p *Page) Length { return p.H - p.Live.Bottom() }},
	}
	for _, v := range values {
		if s := c.paperValue(v.what, v.of); s != "" {
			out = append(out, s)
		}
	}
	if a, b := c.old.Grid, c.new.Grid; a != b {
		out = append(out, change("baseline grid", a, b))
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

// overhang is how far things reach beyond the sheet.
func overhang(g *Golden) (most Length) {
	for i := range g.Pages {
		for j := range g.Pages[i].Blocks {
			for _, it := range g.Pages[i].Blocks[j].Items {
				if it.Text == nil {
					most = max(most, -it.Rect.X, -it.Rect.Y)
				}
			}
		}
	}
	return most
}

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

// marks says whether stories lost or gained small drawings, such as end marks,
// all alike.
func (c *comparison) marks() []string {
	by, stories := 0, 0
	var pages []int
	for _, p := range c.pairs {
		n := marksOf(c.new.Golden, p.new.id) - marksOf(c.old.Golden, p.old.id)
		switch {
		case n == 0:
		case by == 0 || by == n:
			by = n
			stories++
			pages = append(pages, p.new.pages...)
		default:
			return nil
		}
	}
	if stories < 2 {
		return nil
	}
	c.marked = true
	slices.Sort(pages)
	return []string{fmt.Sprintf("%s %s in each of %d stories", count(int(abs(Length(by))), "mark", "marks"), way(by, "more", "fewer"), stories) +
		where(slices.Compact(pages), len(c.new.Pages))}
}

func marksOf(g *Golden, id string) (n int) {
	for i := range g.Pages {
		for j := range g.Pages[i].Blocks {
			if k := &g.Pages[i].Blocks[j]; k.Story == id {
				n += k.boxes("mark")
			}
		}
	}
	return n
}

// boxes counts the boxes of a role.
func (k *Block) boxes(role string) (n int) {
	for i := range k.Items {
		if it := &k.Items[i]; it.Text == nil && it.Figure == nil && it.Role == role {
			n++
		}
	}
	return n
}
