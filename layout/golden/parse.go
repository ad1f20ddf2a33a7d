package golden

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Error says what keeps a golden from being read.
type Error struct {
	Line    int // from 1
	Message string
	Merge   bool // the file holds the marks of a merge that was not finished
}

func (e *Error) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Message) }

// maxBytes bounds what is read: a golden of a thousand pages has a tenth.
const maxBytes = 100 << 20

// Parse reads the text form. Line ends may be LF or CRLF, for version control
// may have changed them. Its errors are of type *[Error].
func Parse(data []byte) (g *Golden, err error) {
	p := &parser{out: &Golden{}}
	defer func() {
		switch e := recover().(type) {
		case nil:
		case *Error:
			g, err = nil, e
		default:
			panic(e)
		}
	}()
	if len(data) > maxBytes {
		p.fail("the golden is too large")
	}
	for line := range strings.Lines(string(data)) {
		p.line++
		if !utf8.ValidString(line) {
			p.fail("the line is not UTF-8")
		}
		p.read(strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r"))
	}
	if p.line == 0 {
		p.fail("the golden is empty")
	}
	p.complete()
	return p.out, nil
}

// parser reads line by line. It keeps what later lines add to; fail unwinds to
// [Parse].
type parser struct {
	out   *Golden
	line  int
	at    []string // the fields that are left of the line
	place *Rect    // where the next text stands
}

func (p *parser) fail(format string, args ...any) {
	panic(&Error{Line: max(p.line, 1), Message: fmt.Sprintf(format, args...)})
}

func (p *parser) read(line string) {
	for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if strings.HasPrefix(line, mark) {
			panic(&Error{Line: p.line, Message: "a merge was not finished here", Merge: true})
		}
	}
	if p.line == 1 {
		if line != header {
			p.fail("the first line is not %q", header)
		}
		return
	}
	rest := strings.TrimLeft(line, " ")
	if rest == "" {
		return
	}
	indent := len(line) - len(rest)
	p.at = strings.Split(rest, " ")
	switch indent {
	case 0:
		p.item()
	case 2:
		p.child()
	case 4:
		p.grandchild()
	default:
		p.fail("the line is indented by %d", indent)
	}
}

// item reads a line that stands at the margin.
func (p *parser) item() {
	key := p.raw()
	g := p.out
	if len(g.Pages) == 0 && p.head(key) {
		return
	}
	switch key {
	case "page":
		g.Pages = append(g.Pages, Page{Number: p.int(1, 1e6)})
	case "template":
		p.page().Template = p.rest()
	case "sheet":
		p.page().W, p.page().H = p.length(), p.length()
	case "live":
		p.page().Live = p.rect()
	case "section":
		p.block(true).Section = &Section{Key: p.word(), Title: p.rest()}
	case "pages":
		k := p.block(false)
		if k.Section == nil {
			p.fail("pages belong to a section")
		}
		k.Section.Pages = p.rest()
	case "story":
		id := p.rest()
		if id == "" {
			p.fail("the story has no id")
		}
		// A section's line stands before its first story's.
		blocks := p.page().Blocks
		if n := len(blocks); n == 0 || blocks[n-1].Section == nil || blocks[n-1].Story != "" {
			p.block(true)
		}
		p.block(false).Story = id
	case "index":
		p.block(false).Index = &Entry{Page: p.int(0, 1e6), Title: p.rest()}
	case "bill":
		k := p.block(false)
		k.Bill = append(k.Bill, Flexed{From: p.length(), To: p.length(), Unit: p.word(), Change: p.rest()})
	case "unset":
		k := p.block(false)
		k.Unset = append(k.Unset, Unset{Role: p.word(), Text: p.rest()})
	case "at":
		if p.place != nil {
			p.fail("a place without a text")
		}
		p.place = &Rect{X: p.length(), Y: p.length(), W: p.length()}
	case "text":
		if p.place == nil {
			p.fail("a text without its place")
		}
		it := Item{Role: p.word(), Rect: *p.place, Ink: p.word(), Text: &Text{}}
		p.place = nil
		it.Text.Type = g.style(it.Role)
		if len(p.at) > 0 {
			it.Text.Type = p.typ()
		}
		p.add(it)
	case "figure":
		p.add(Item{Rect: p.rect(), Figure: &Figure{File: p.rest()}})
	case "box":
		p.add(Item{Role: p.word(), Rect: p.rect(), Ink: p.word(), Shape: p.rest()})
	default:
		p.fail("a line cannot begin with %q", key)
	}
	p.end()
}

// head reads a line of the header, if it is one.
func (p *parser) head(key string) bool {
	g := p.out
	switch key {
	case "brand":
		g.Brand = p.rest()
	case "language":
		g.Language = p.rest()
	case "title":
		g.Title = p.rest()
	case "author":
		g.Author = p.rest()
	case "grid":
		g.Grid = p.length()
	case "bleed":
		g.Bleed = p.length()
	case "marks":
		g.Press.Marks = p.rest()
	case "intent":
		g.Press.Condition, g.Press.Profile, g.Press.Sum = p.word(), p.word(), p.word()
	case "ink":
		g.Inks = append(g.Inks, Ink{Name: p.word(), RGB: p.word(), CMYK: p.word(), Spot: p.rest()})
	case "style":
		g.Styles = append(g.Styles, Style{Role: p.word(), Type: p.typ()})
	default:
		return false
	}
	p.end()
	return true
}

// child reads a line of a text, or a fact about a figure.
func (p *parser) child() {
	it := p.last()
	switch {
	case it.Text != nil:
		l := Line{Tag: p.word()}
		switch l.Tag {
		case ".":
			l.Tag = ""
		case "":
			l.Tag = "-"
		}
		l.X, l.Step, l.Width = p.length(), p.length(), p.length()
		text := strings.Join(p.at, " ")
		p.at = nil
		// A backslash of the text is doubled, so one that is not must be ours.
		if cut, ok := strings.CutSuffix(text, `\-`); ok && trailing(cut)%2 == 0 {
			text, l.Hyphenated = cut, true
		}
		l.Text = p.unescape(text)
		it.Text.Lines = append(it.Text.Lines, l)
	case it.Figure != nil:
		p.about(it.Figure)
	default:
		if key := p.raw(); key != "only" {
			p.fail("a box has no %q", key)
		}
		it.Only = p.word()
	}
	p.end()
}

// trailing counts the backslashes that end a text.
func trailing(s string) int { return len(s) - len(strings.TrimRight(s, `\`)) }

func (p *parser) about(f *Figure) {
	switch key := p.raw(); key {
	case "crop":
		for i := range f.Crop {
			f.Crop[i] = p.int(-1e6, 1e6)
		}
	case "focus":
		f.Focus = []int{p.int(-1e6, 1e6), p.int(-1e6, 1e6)}
	case "keep":
		f.Keep = []int{p.int(-1e6, 1e6), p.int(-1e6, 1e6), p.int(-1e6, 1e6), p.int(-1e6, 1e6)}
	case "sum":
		f.Sum = p.word()
	case "alt":
		f.Alt, f.Read = p.rest(), true
	case "scrim":
		f.Scrims = append(f.Scrims, p.rest())
	default:
		p.fail("a figure has no %q", key)
	}
}

// grandchild reads a fact about a line.
func (p *parser) grandchild() {
	it := p.last()
	if it.Text == nil || len(it.Text.Lines) == 0 {
		p.fail("there is no line that this belongs to")
	}
	l := &it.Text.Lines[len(it.Text.Lines)-1]
	switch key := p.raw(); key {
	case "run":
		l.Runs = append(l.Runs, Run{Face: p.word(), Size: p.length(), Ink: p.word(), Text: p.rest()})
	case "link":
		l.Links = append(l.Links, Link{To: p.word(), Words: p.rest()})
	default:
		p.fail("a line has no %q", key)
	}
	p.end()
}

func (p *parser) page() *Page {
	if len(p.out.Pages) == 0 {
		p.fail("no page has begun")
	}
	return &p.out.Pages[len(p.out.Pages)-1]
}

// block returns the last block of the page, or a new one.
func (p *parser) block(fresh bool) *Block {
	pg := p.page()
	if fresh || len(pg.Blocks) == 0 {
		pg.Blocks = append(pg.Blocks, Block{})
	}
	return &pg.Blocks[len(pg.Blocks)-1]
}

func (p *parser) add(it Item) {
	k := p.block(false)
	k.Items = append(k.Items, it)
}

func (p *parser) last() *Item {
	k := p.block(false)
	if len(k.Items) == 0 {
		p.fail("there is no item that this belongs to")
	}
	return &k.Items[len(k.Items)-1]
}

// complete refuses what could not be compared.
func (p *parser) complete() {
	g := p.out
	if len(g.Pages) == 0 {
		p.fail("the golden has no page")
	}
	last := 0
	for i := range g.Pages {
		if g.Pages[i].Number <= last {
			p.fail("page %d stands after page %d", g.Pages[i].Number, last)
		}
		last = g.Pages[i].Number
		p.completePage(&g.Pages[i])
	}
	for i, k := range g.Inks {
		if slices.ContainsFunc(g.Inks[:i], func(o Ink) bool { return o.Name == k.Name }) {
			p.fail("the ink %q stands twice", k.Name)
		}
	}
}

func (p *parser) completePage(pg *Page) {
	seen := map[string]bool{}
	for j, k := range pg.Blocks {
		switch {
		case k.Story == "" && (j > 0 || k.Section != nil || k.Index != nil):
			p.fail("page %d has a section without a story", pg.Number)
		case seen[k.Story]:
			p.fail("page %d has the story %q twice", pg.Number, k.Story)
		case k.Section != nil && k.Section.Key != sectionKey(k.Story):
			p.fail("the story %q does not begin the section %q", k.Story, k.Section.Key)
		}
		seen[k.Story] = true
	}
}

// end complains of what is left of a line.
func (p *parser) end() {
	if len(p.at) > 0 {
		p.fail("%q is too much", strings.Join(p.at, " "))
	}
}

// raw returns the next field as it stands.
func (p *parser) raw() string {
	if len(p.at) == 0 {
		p.fail("the line ends too early")
	}
	s := p.at[0]
	p.at = p.at[1:]
	return s
}

// word returns the next field, which was written by [word].
func (p *parser) word() string {
	s := p.raw()
	if s == "-" {
		return ""
	}
	return p.unescape(s)
}

// rest returns all that is left of the line.
func (p *parser) rest() string {
	s := strings.Join(p.at, " ")
	p.at = nil
	return p.unescape(s)
}

func (p *parser) int(least, most int) int {
	s := p.raw()
	n, err := strconv.Atoi(s)
	if err != nil || n < least || n > most || strconv.Itoa(n) != s {
		p.fail("%q is not a number that can stand here", s)
	}
	return n
}

func (p *parser) length() Length { return Length(p.int(-1e9, 1e9)) }

func (p *parser) rect() Rect { return Rect{p.length(), p.length(), p.length(), p.length()} }

func (p *parser) typ() Type {
	t := Type{Face: p.word()}
	size, leading, ok := strings.Cut(p.raw(), "/")
	if !ok {
		p.fail("a size and a leading are written 950/1300")
	}
	p.at = append([]string{size, leading}, p.at...)
	t.Size, t.Leading = p.length(), p.length()
	t.Setting = p.rest()
	return t
}

func (p *parser) unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			b.WriteByte(s[i])
			continue
		}
		i++
		if i == len(s) {
			p.fail("a backslash ends the text")
		}
		r, ok := charOf(s[i])
		if !ok {
			p.fail("%q is not an escape", s[i-1:i+1])
		}
		b.WriteRune(r)
	}
	return b.String()
}

func charOf(code byte) (rune, bool) {
	switch code {
	case 's':
		return ' ', true
	case 'm':
		return '-', true
	}
	for _, e := range escapes {
		if e.code[1] == code {
			return e.char, true
		}
	}
	return 0, false
}
