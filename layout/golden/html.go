package golden

import (
	"cmp"
	_ "embed"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"
)

//go:embed report.html
var frame string

// Case is an issue that was compared. Old is nil where there was no golden.
type Case struct {
	Issue    string
	Old, New *Golden
	Report   *Report
}

// WriteHTML writes a page that shows what became different: the sentences, and
// both versions of every page that changed, drawn of the goldens' boxes and
// lines. It is one file that needs no other.
func WriteHTML(w io.Writer, cases []Case) error {
	var b strings.Builder
	for i := range cases {
		cases[i].html(&b)
	}
	head, foot, _ := strings.Cut(frame, "{{cases}}")
	_, err := io.WriteString(w, head+b.String()+foot)
	return err
}

func (c *Case) html(b *strings.Builder) {
	fmt.Fprintf(b, "<section><h1>%s</h1>\n", html.EscapeString(c.Issue))
	switch {
	case c.Old == nil:
		b.WriteString("<p>There was no golden to compare with.</p>\n")
	case c.Report.Same():
		b.WriteString("<p>Nothing became different.</p>\n")
	default:
		b.WriteString("<ol>\n")
		for _, f := range c.Report.Findings {
			b.WriteString("<li>")
			text := html.EscapeString(f.Text)
			if len(f.Details) > 0 {
				fmt.Fprintf(b, "<details><summary>%s</summary><ul>", text)
				for _, d := range f.Details {
					fmt.Fprintf(b, "<li>%s</li>", html.EscapeString(d))
				}
				b.WriteString("</ul></details>")
			} else {
				b.WriteString(text)
			}
			b.WriteString("</li>\n")
		}
		b.WriteString("</ol>\n")
		for _, p := range changedPages(c.Old, c.New) {
			p.html(b, c)
		}
	}
	b.WriteString("</section>\n")
}

// pages is a page then and now; one of them may be nil.
type pages struct{ old, new *Page }

// changedPages returns the pages that are not the same, in the new order, then
// those that are gone.
func changedPages(old, new *Golden) (out []pages) {
	c := &comparison{old: newEdition(old), new: newEdition(new)}
	c.match()
	used := map[*Page]bool{}
	former := c.formerPages()
	for i := range new.Pages {
		q := &new.Pages[i]
		p := former[q]
		if p != nil {
			used[p] = true
		}
		if p == nil || p.form(old) != q.form(new) {
			out = append(out, pages{p, q})
		}
	}
	for i := range old.Pages {
		if p := &old.Pages[i]; !used[p] {
			out = append(out, pages{p, nil})
		}
	}
	return out
}

// form is a page's text form with the colours that it wears.
func (p *Page) form(g *Golden) string {
	var b strings.Builder
	p.write(&b, &Golden{}) // without the house's styles every text states its own
	for _, k := range g.Inks {
		if slices.Contains(inked(&Golden{Pages: []Page{*p}}, k.Name), p.Number) {
			fmt.Fprintln(&b, k)
		}
	}
	return b.String()
}

func (p pages) html(b *strings.Builder, c *Case) {
	name := func(p *Page, none string) string {
		if p == nil {
			return none
		}
		return fmt.Sprintf("page %d", p.Number)
	}
	title := name(p.new, "gone: "+name(p.old, ""))
	if p.old != nil && p.new != nil && p.old.Number != p.new.Number {
		title += ", which was " + name(p.old, "")
	} else if p.old == nil {
		title += ", new"
	}
	fmt.Fprintf(b, "<article class=\"page\"><h2>%s</h2>\n<div class=\"views\">", title)
	size := p.new
	if size == nil {
		size = p.old
	}
	for _, v := range []struct {
		class string
		page  *Page
		g     *Golden
	}{{"old", p.old, c.Old}, {"new", p.new, c.New}} {
		fmt.Fprintf(b, "<figure class=%q>", v.class)
		if v.page != nil {
			v.page.svg(b, v.g)
		} else {
			fmt.Fprintf(b, "<svg viewBox=\"0 0 %s %s\"></svg>", pt(size.W), pt(size.H))
		}
		b.WriteString("</figure>")
	}
	b.WriteString("</div></article>\n")
}

// svg draws a page: what is large lies below.
func (p *Page) svg(b *strings.Builder, g *Golden) {
	fmt.Fprintf(b, "<svg viewBox=\"0 0 %s %s\" role=\"img\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n", pt(p.W), pt(p.H))
	var areas, texts []*Item
	for i := range p.Blocks {
		for j := range p.Blocks[i].Items {
			it := &p.Blocks[i].Items[j]
			if it.Text != nil {
				texts = append(texts, it)
			} else {
				areas = append(areas, it)
			}
		}
	}
	slices.SortStableFunc(areas, func(a, b *Item) int { return cmp.Compare(b.Rect.W*b.Rect.H, a.Rect.W*a.Rect.H) })
	for _, it := range areas {
		fill := g.screen(it.Ink)
		if it.Figure != nil {
			fill = "#9aa7b4"
		}
		fmt.Fprintf(b, "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>", pt(it.Rect.X), pt(it.Rect.Y), pt(it.Rect.W), pt(it.Rect.H), fill)
		if it.Figure != nil {
			fmt.Fprintf(b, "<text x=\"%s\" y=\"%s\" font-size=\"8\" fill=\"#fff\">%s</text>", pt(max(it.Rect.X, 0)+600), pt(it.Rect.Bottom()-800), html.EscapeString(it.Figure.File))
		}
		b.WriteByte('\n')
	}
	for _, it := range texts {
		it.svg(b, g)
	}
	b.WriteString("</svg>")
}

// svg draws the lines of a text, each as wide as it was set.
func (it *Item) svg(b *strings.Builder, g *Golden) {
	t := it.Text
	family, weight, style := "serif", "", ""
	if strings.Contains(t.Face, "Sans") {
		family = "sans-serif"
	}
	switch look(t.Face) {
	case "bold", "bold italic":
		weight = " font-weight=\"bold\""
	case "italic":
		style = " font-style=\"italic\""
	}
	fmt.Fprintf(b, "<g font-family=\"%s\" font-size=\"%s\" fill=\"%s\"%s%s>", family, pt(t.Size), g.screen(it.Ink), weight, style)
	y := it.Rect.Y
	for _, l := range t.Lines {
		y += l.Step
		text := l.Text
		if l.Hyphenated && !strings.HasSuffix(text, "-") {
			text += "-"
		}
		fmt.Fprintf(b, "<text x=\"%s\" y=\"%s\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\">%s</text>",
			pt(it.Rect.X+l.X), pt(y), pt(max(l.Width, 1)), html.EscapeString(text))
	}
	b.WriteString("</g>\n")
}

// screen returns an ink as a screen shows it.
func (g *Golden) screen(ink string) string {
	if k, ok := g.Ink(ink); ok {
		ink = k.RGB
	}
	if len(ink) == 7 && ink[0] == '#' && strings.Trim(ink[1:], "0123456789abcdefABCDEF") == "" {
		return ink
	}
	return "#000"
}
