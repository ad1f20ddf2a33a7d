package layout

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// WriteText writes the record of a placed issue for people: one item a line,
// lengths in points from the top left of the page.
func WriteText(w io.Writer, l *display.Layout) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "issue %s, language %s, brand %s, grid %s, %d page%s\n",
		l.Issue, l.Language, l.Brand, short(l.Grid), len(l.Pages), map[bool]string{false: "s"}[len(l.Pages) == 1])
	for i := range l.Pages {
		pageText(b, &l.Pages[i])
	}
	if len(l.Stories) > 0 {
		fmt.Fprint(b, "\nstories\n")
	}
	for _, s := range l.Stories {
		fmt.Fprintf(b, "  %s, %s, %d words: %s\n", s.ID, onPages(s.Pages), s.Words, s.Title)
	}
	if len(l.Index) > 0 {
		fmt.Fprint(b, "\nindex\n")
	}
	for _, s := range l.Index {
		fmt.Fprintf(b, "  %s: %s\n", s.Pages, s.Title)
		for _, e := range s.Entries {
			fmt.Fprintf(b, "    %d: %s (%s)\n", e.Page, e.Title, e.Story)
		}
	}
	if len(l.Bill) > 0 {
		fmt.Fprint(b, "\nbill\n")
	}
	for _, f := range l.Bill {
		fmt.Fprintf(b, "  %s\n", Bill(f))
	}
	return b.Flush()
}

func pageText(b *bufio.Writer, p *display.LayoutPage) {
	fmt.Fprintf(b, "\npage %d, template %s, %s x %s, live %s\n", p.Number, p.Template, short(p.Size.W), short(p.Size.H), area(p.Live))
	for _, x := range p.Boxes {
		fmt.Fprintf(b, "  box %s %s%s\n", area(x.Rect), x.Role, of(x.Story))
	}
	for _, f := range p.Figures {
		fmt.Fprintf(b, "  figure %s %s%s, %d ppi, crop %.3f %.3f %.3f %.3f\n", area(f.Rect), f.File, of(f.Story), f.PPI, f.Crop[0], f.Crop[1], f.Crop[2], f.Crop[3])
	}
	frame := ""
	for _, f := range p.Frames {
		fmt.Fprintf(b, "  frame %s %s %s%s\n", f.ID, area(f.Rect), f.Role, of(f.Story))
	}
	for _, l := range p.Lines {
		if l.Frame != frame {
			frame = l.Frame
			fmt.Fprintf(b, "  lines of %s\n", frame)
		}
		fmt.Fprintf(b, "    %s,%s %s/%s %s %s%s\n", short(l.X), short(l.Baseline), short(l.Size), short(l.Leading), l.Role, setting(l), l.Text)
	}
}

// setting tells how a justified line came out.
func setting(l display.Line) string {
	if !l.Justified {
		return ""
	}
	return fmt.Sprintf("[%+.2f] ", l.Ratio)
}

// Bill says one line of the bill: "page 2: highlights/x: photo height 210 -> 196 pt".
func Bill(f display.Flexed) string {
	var b strings.Builder
	fmt.Fprintf(&b, "page %d: ", f.Page)
	if f.Story != "" {
		fmt.Fprintf(&b, "%s: ", f.Story)
	}
	from, _ := number(f.From).MarshalJSON()
	to, _ := number(f.To).MarshalJSON()
	fmt.Fprintf(&b, "%s %s -> %s", f.Change, from, to)
	if f.Unit != "" {
		fmt.Fprintf(&b, " %s", f.Unit)
	}
	return b.String()
}

func of(story string) string {
	if story == "" {
		return ""
	}
	return " of " + story
}

func onPages(pages []int) string {
	switch len(pages) {
	case 0:
		return "on no page"
	case 1:
		return fmt.Sprintf("page %d", pages[0])
	}
	return "pages " + strings.Trim(strings.Join(strings.Fields(fmt.Sprint(pages)), ", "), "[]")
}

func short(l geom.Length) string { return strings.TrimSuffix(l.String(), "pt") }

func area(r geom.Rect) string {
	return fmt.Sprintf("%s,%s %s x %s", short(r.X), short(r.Y), short(r.W), short(r.H))
}
