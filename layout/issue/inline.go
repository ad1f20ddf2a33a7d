package issue

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// style is what a character looks like and leads to.
type style struct {
	emph, strong bool
	link         string
}

// char is a character of a paragraph, with its offset in the YAML value and the
// number of its style. A line break of the source is '\n', a hard break
// hardBreak.
type char struct {
	r     rune
	at    int32
	style int32
}

const hardBreak = '\u2028'

// spans reads the inline Markdown below a block.
func (f *field) spans(block ast.Node) []Span {
	size := 0
	for i := range block.Lines().Len() {
		line := block.Lines().At(i)
		size += line.Len()
	}
	r := &runner{field: f, chars: make([]char, 0, size)}
	r.walk(block, style{})
	r.chars = closeUp(r.chars)
	r.linkify()
	return r.join()
}

// runner flattens inline nodes into characters.
type runner struct {
	*field
	chars  []char
	styles []style
}

// style returns the number of a style.
func (r *runner) style(st style) int32 {
	for i := len(r.styles) - 1; i >= 0; i-- {
		if r.styles[i] == st {
			return int32(i)
		}
	}
	r.styles = append(r.styles, st)
	return int32(len(r.styles) - 1)
}

func (r *runner) walk(parent ast.Node, st style) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			r.text(n, st)
		case *ast.String:
			r.write(string(n.Value), max(start(n), 0), st)
		case *ast.Emphasis:
			inner := st
			if n.Level == 1 {
				inner.emph = true
			} else {
				inner.strong = true
			}
			r.walk(n, inner)
		case *ast.Link:
			r.link(n, st)
		case *ast.AutoLink:
			r.autoLink(n, st)
		default:
			r.refuseInline(n)
		}
	}
}

func (r *runner) refuseInline(n ast.Node) {
	at := start(n)
	switch n := n.(type) {
	case *ast.Image:
		r.errorf(max(at, 0), "markdown", "list it under photos:", "pictures in the text are not supported")
	case *ast.CodeSpan:
		r.errorf(at, "markdown", "write \\` for a backtick", "code is not supported")
	case *ast.RawHTML:
		if n.Segments.Len() > 0 {
			at = n.Segments.At(0).Start
		}
		r.errorf(at, "markdown", `use Markdown; write \< for the sign <`, "HTML is not supported")
	default:
		r.errorf(at, "markdown", "", "%s is not supported", n.Kind())
	}
}

func (r *runner) link(n *ast.Link, st style) {
	at := start(n)
	target, problem, hint := checkLink(string(n.Destination))
	if problem != "" {
		r.errorf(at, "bad-link", hint, "the link %q %s", string(n.Destination), problem)
	}
	st.link = target
	before := len(r.chars)
	r.walk(n, st)
	if len(strings.TrimSpace(runes(r.chars[before:]))) == 0 && problem == "" {
		r.errorf(at, "empty-text", "write a text between the square brackets", "the link to %s has no text", target)
	}
}

func (r *runner) autoLink(n *ast.AutoLink, st style) {
	label := string(n.Label(r.source))
	at := start(n)
	if n.Pos() < 0 || !strings.HasPrefix(string(r.source[min(n.Pos(), len(r.source)):]), label) {
		at = max(n.Pos(), 0)
		at += max(strings.Index(string(r.source[at:]), label), 0)
	}
	target := string(n.URL(r.source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(target, "mailto:") {
		target = "mailto:" + target
	}
	target, problem, hint := checkLink(target)
	if problem != "" {
		r.errorf(at, "bad-link", hint, "the link %q %s", label, problem)
	}
	st.link = target
	r.write(label, at, st)
}

// text writes a text node, with backslash escapes and entities resolved.
func (r *runner) text(n *ast.Text, look style) {
	st := r.style(look)
	value, at := string(n.Segment.Value(r.source)), n.Segment.Start-n.Segment.Padding
	for i := 0; i < len(value); {
		switch c := value[i]; {
		case n.IsRaw():
		case c == '\\' && i+1 < len(value) && util.IsPunct(value[i+1]):
			r.put(rune(value[i+1]), at+i, st)
			i += 2
			continue
		case c == '&':
			if s, size := entity(value[i:]); size > 0 {
				for _, e := range s {
					r.chars = append(r.chars, char{e, int32(at + i), st})
				}
				i += size
				continue
			}
		}
		c, size := utf8.DecodeRuneInString(value[i:])
		r.put(c, at+i, st)
		i += size
	}
	switch end := at + len(value); {
	case n.HardLineBreak():
		r.chars = append(r.chars, char{hardBreak, int32(end), st})
	case n.SoftLineBreak():
		r.chars = append(r.chars, char{'\n', int32(end), st})
	}
}

func (r *runner) write(s string, at int, st style) {
	for i, c := range s {
		r.put(c, at+i, r.style(st))
	}
}

// put adds a character of the source; whatever else breaks lines there is a
// soft break.
func (r *runner) put(c rune, at int, st int32) {
	if c == hardBreak || c == '\u2029' || c == '\u0085' || c == '\r' {
		c = '\n'
	}
	r.chars = append(r.chars, char{c, int32(at), st})
}

var entityForm = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)

// entity resolves the character reference that s begins with, and returns its
// length, 0 where it is none.
func entity(s string) (string, int) {
	m := entityForm.FindString(s)
	if m == "" {
		return "", 0
	}
	name := m[1 : len(m)-1]
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return "", 0
		}
		return string(e.Characters), len(m)
	}
	base, digits := 10, name[1:]
	if digits[0] == 'x' || digits[0] == 'X' {
		base, digits = 16, digits[1:]
	}
	v, err := strconv.ParseUint(digits, base, 32)
	r := rune(v)
	if err != nil || !utf8.ValidRune(r) || r < ' ' && r != '\t' && r != '\n' || r >= 0x7F && r < 0xA0 {
		r = utf8.RuneError
	}
	return string(r), len(m)
}

func runes(chars []char) string {
	var b strings.Builder
	for _, c := range chars {
		b.WriteRune(c.r)
	}
	return b.String()
}
