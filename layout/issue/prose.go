package issue

import (
	"sort"
	"strings"
	"unicode"

	"masthead/layout/diag"
	"masthead/layout/source"
)

// Span is a run of text of one style. Its text holds no line breaks; where
// Break is set the line ends behind it. Neighbours differ in style or are
// divided by a break.
type Span struct {
	Text         string
	Emph, Strong bool
	Link         string // http, https, mailto or tel, in ASCII
	Break        bool
	Pos          diag.Pos

	node  *source.Node
	marks []mark
}

// mark says that the text from a byte offset on stands at an offset of the
// YAML value.
type mark struct{ text, value int }

// At returns the line and column in the file of the byte at offset in the text.
func (s Span) At(offset int) diag.Pos {
	if s.node == nil || len(s.marks) == 0 {
		return s.Pos
	}
	i := sort.Search(len(s.marks), func(i int) bool { return s.marks[i].text > offset }) - 1
	m := s.marks[max(i, 0)]
	return s.node.TextPos(m.value + max(offset-m.text, 0))
}

// BlockKind is the kind of a block.
type BlockKind int

// The blocks of a text.
const (
	Paragraph BlockKind = iota
	Subhead
	List
	BlockQuote
)

// String names the kind.
func (k BlockKind) String() string {
	return [...]string{"paragraph", "subhead", "list", "quote"}[k]
}

// Block is a piece of a text. A Paragraph and a Subhead have Spans, a List has
// Items, a BlockQuote has Blocks (paragraphs and lists).
type Block struct {
	Kind    BlockKind
	Level   int // of a Subhead: 2 or 3
	Spans   []Span
	Ordered bool // of a List, with the number of its first item
	Start   int
	Items   []ListItem
	Blocks  []Block
	Pos     diag.Pos
}

// ListItem holds paragraphs, and in an outer list also lists.
type ListItem struct{ Blocks []Block }

// PlainText returns the words of spans without their style; a hard break counts
// as a space.
func PlainText(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
		if s.Break {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// BlocksText returns the words of blocks, a paragraph a line.
func BlocksText(blocks []Block) string {
	var b strings.Builder
	var walk func([]Block)
	walk = func(blocks []Block) {
		for _, bl := range blocks {
			if len(bl.Spans) > 0 {
				b.WriteString(PlainText(bl.Spans))
				b.WriteByte('\n')
			}
			for _, item := range bl.Items {
				walk(item.Blocks)
			}
			walk(bl.Blocks)
		}
	}
	walk(blocks)
	return strings.TrimSuffix(b.String(), "\n")
}

// Words counts the words of a text: runs without white space that hold a letter
// or a digit. Han, kana and the like count one a character.
func Words(text string) int {
	n := 0
	eachWord(text, func(int) { n++ })
	return n
}

// WordStarts returns the bytes at which the words of a text begin.
func WordStarts(text string) []int {
	var out []int
	eachWord(text, func(at int) { out = append(out, at) })
	return out
}

func eachWord(text string, begins func(at int)) {
	inside := false
	for at, r := range text {
		switch {
		case isHan(r):
			if unicode.IsLetter(r) {
				begins(at)
			}
			inside = false
		case unicode.IsSpace(r):
			inside = false
		case !inside && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			inside = true
			begins(at)
		}
	}
}

// Words counts the words of the article's story, in every piece of it.
func (a *Article) Words() int {
	n := Words(a.Title) + Words(a.Kicker) + Words(PlainText(a.Lead)) + Words(BlocksText(a.Blocks))
	for _, f := range a.Facts {
		n += Words(f.Label) + Words(PlainText(f.Text))
	}
	if a.Quote != nil {
		n += Words(PlainText(a.Quote.Text)) + Words(a.Quote.By)
	}
	for _, p := range a.Photos {
		n += Words(PlainText(p.Caption)) + Words(p.Credit)
	}
	return n
}

// isHan reports whether r is set without spaces between words: Han, kana,
// bopomofo, and the punctuation and full-width forms that go with them.
func isHan(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo) ||
		r >= 0x3000 && r <= 0x303F || r >= 0xFF01 && r <= 0xFF60
}
