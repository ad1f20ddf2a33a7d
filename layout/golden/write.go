package golden

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// header is the first line of every golden. The number goes up when goldens of
// old can no longer be read.
const header = "masthead golden 1"

// Write writes the text form: one item a line, lines end in LF on every system.
func (g *Golden) Write(w io.Writer) error {
	_, err := io.WriteString(w, g.String())
	return err
}

// String returns the text form.
func (g *Golden) String() string {
	var b strings.Builder
	b.WriteString(header + "\n")
	put := func(key, value string) {
		if value != "" {
			b.WriteString(key + " " + escape(value) + "\n")
		}
	}
	put("brand", g.Brand)
	put("language", g.Language)
	put("title", g.Title)
	put("author", g.Author)
	put("grid", num(g.Grid))
	if g.Bleed != 0 {
		put("bleed", num(g.Bleed))
	}
	put("marks", g.Press.Marks)
	if p := g.Press; p.Condition != "" || p.Profile != "" {
		fmt.Fprintf(&b, "intent %s %s %s\n", word(p.Condition), word(p.Profile), word(p.Sum))
	}
	for _, k := range g.Inks {
		fmt.Fprintf(&b, "ink %s %s %s %s\n", word(k.Name), word(k.RGB), word(k.CMYK), escape(k.Spot))
	}
	for _, s := range g.Styles {
		fmt.Fprintf(&b, "style %s %s\n", word(s.Role), s.Type)
	}
	for i := range g.Pages {
		g.Pages[i].write(&b, g)
	}
	// A space at a line's end is one before nothing: a text's own is escaped.
	return strings.ReplaceAll(b.String(), " \n", "\n")
}

func (t Type) String() string {
	out := word(t.Face) + " " + num(t.Size) + "/" + num(t.Leading)
	if t.Setting != "" {
		out += " " + escape(t.Setting)
	}
	return out
}

func (p *Page) write(b *strings.Builder, g *Golden) {
	fmt.Fprintf(b, "\npage %d\ntemplate %s\nsheet %d %d\n", p.Number, escape(p.Template), p.W, p.H)
	fmt.Fprintf(b, "live %s\n", p.Live)
	for i := range p.Blocks {
		p.Blocks[i].write(b, g)
	}
}

func (k *Block) write(b *strings.Builder, g *Golden) {
	if s := k.Section; s != nil {
		fmt.Fprintf(b, "\nsection %s %s\n", word(s.Key), escape(s.Title))
		if s.Pages != "" {
			fmt.Fprintf(b, "pages %s\n", escape(s.Pages))
		}
	}
	if k.Story != "" {
		fmt.Fprintf(b, "\nstory %s\n", escape(k.Story))
	}
	if e := k.Index; e != nil {
		fmt.Fprintf(b, "index %d %s\n", e.Page, escape(e.Title))
	}
	for _, f := range k.Bill {
		fmt.Fprintf(b, "bill %d %d %s %s\n", f.From, f.To, word(f.Unit), escape(f.Change))
	}
	for _, u := range k.Unset {
		fmt.Fprintf(b, "unset %s %s\n", word(u.Role), escape(u.Text))
	}
	for i := range k.Items {
		k.Items[i].write(b, g)
	}
}

func (it *Item) write(b *strings.Builder, g *Golden) {
	switch {
	case it.Text != nil:
		// The place has a line of its own, and the text's height none: it follows
		// from its lines. So a text may be edited while another one's edit moves it,
		// and the two merge.
		fmt.Fprintf(b, "at %d %d %d\ntext %s %s", it.Rect.X, it.Rect.Y, it.Rect.W, word(it.Role), word(it.Ink))
		if it.Text.Type != g.style(it.Role) {
			fmt.Fprintf(b, " %s", it.Text.Type)
		}
		b.WriteByte('\n')
		for i := range it.Text.Lines {
			it.Text.Lines[i].write(b)
		}
	case it.Figure != nil:
		it.Figure.write(b, it.Rect)
	default:
		fmt.Fprintf(b, "box %s %s %s %s\n", word(it.Role), it.Rect, word(it.Ink), escape(it.Shape))
		if it.Only != "" {
			fmt.Fprintf(b, "  only %s\n", word(it.Only))
		}
	}
}

func (l *Line) write(b *strings.Builder) {
	text := escape(l.Text)
	if l.Hyphenated {
		text += `\-`
	}
	tag := l.Tag
	switch tag {
	case "":
		tag = "."
	case "-":
		tag = ""
	}
	fmt.Fprintf(b, "  %s %d %d %d %s\n", word(tag), l.X, l.Step, l.Width, text)
	for _, r := range l.Runs {
		fmt.Fprintf(b, "    run %s %d %s %s\n", word(r.Face), r.Size, word(r.Ink), escape(r.Text))
	}
	for _, to := range l.Links {
		fmt.Fprintf(b, "    link %s %s\n", word(to.To), escape(to.Words))
	}
}

func (f *Figure) write(b *strings.Builder, r Rect) {
	fmt.Fprintf(b, "figure %s %s\n", r, escape(f.File))
	fmt.Fprintf(b, "  crop %s\n", ints(f.Crop[:]))
	if len(f.Focus) > 0 {
		fmt.Fprintf(b, "  focus %s\n", ints(f.Focus))
	}
	if len(f.Keep) > 0 {
		fmt.Fprintf(b, "  keep %s\n", ints(f.Keep))
	}
	if f.Sum != "" {
		fmt.Fprintf(b, "  sum %s\n", word(f.Sum))
	}
	if f.Read {
		fmt.Fprintf(b, "  alt %s\n", escape(f.Alt))
	}
	for _, s := range f.Scrims {
		fmt.Fprintf(b, "  scrim %s\n", escape(s))
	}
}

// String returns the four numbers.
func (r Rect) String() string { return fmt.Sprintf("%d %d %d %d", r.X, r.Y, r.W, r.H) }

func num(l Length) string { return strconv.FormatInt(int64(l), 10) }

func ints(list []int) string {
	return strings.Trim(fmt.Sprint(list), "[]")
}

// word makes a name fit between spaces; nothing is "-".
func word(s string) string {
	if s == "" {
		return "-"
	}
	if s == "-" {
		return `\m`
	}
	return strings.ReplaceAll(escape(s), " ", `\s`)
}

// escapes are the characters that would break a line's form or that editors
// and version control change: line ends and what looks like them, tabs, the
// backslash. A space at either end is escaped too.
var escapes = [...]struct {
	char rune
	code string
}{
	{'\\', `\\`},
	{'\n', `\n`},
	{'\r', `\r`},
	{'\t', `\t`},
	{'\v', `\v`},
	{'\f', `\f`},
	{0, `\0`},
	{0x85, `\x`},
	{0x2028, `\l`},
	{0x2029, `\p`},
	{0xfeff, `\b`},
}

func escape(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	var b strings.Builder
	for i, r := range s {
		switch code := codeOf(r); {
		case code != "":
			b.WriteString(code)
		case r == ' ' && (i == 0 || i == len(s)-1):
			b.WriteString(`\s`)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func codeOf(r rune) string {
	for _, e := range escapes {
		if e.char == r {
			return e.code
		}
	}
	return ""
}
