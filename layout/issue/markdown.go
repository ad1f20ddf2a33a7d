package issue

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"masthead/layout/diag"
	"masthead/layout/source"
)

// markdown reads the Markdown fields of one issue.
type markdown struct {
	blocks, inline parser.Parser
	diags          *diag.List
}

func newMarkdown(diags *diag.List) *markdown {
	links := util.Prioritized(extension.NewLinkifyParser(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"})), 999)
	inlines := append(parser.DefaultInlineParsers(), links)
	blocks := parser.DefaultBlockParsers()
	for i, b := range blocks {
		if b.Priority == 300 { // the list parser
			blocks[i].Value = numberedText{parser.NewListParser()}
		}
	}
	return &markdown{
		blocks: parser.NewParser(parser.WithBlockParsers(blocks...), parser.WithInlineParsers(inlines...),
			parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
				util.Prioritized(extension.NewTableParagraphTransformer(), 200))...)),
		inline: parser.NewParser(parser.WithInlineParsers(inlines...),
			parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000))),
		diags: diags,
	}
}

// numberedText is the list parser, but for lists that would begin above 99: a
// paragraph that begins "2023. was" is text.
type numberedText struct{ parser.BlockParser }

// Open begins a list at a marker.
func (p numberedText) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if _, inList := parent.(*ast.List); !inList {
		line, _ := reader.PeekLine()
		line = bytes.TrimLeft(line, " 0")
		if len(line) > 2 && util.IsNumeric(line[0]) && util.IsNumeric(line[1]) && util.IsNumeric(line[2]) {
			return nil, parser.NoChildren
		}
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// field is a Markdown text being read.
type field struct {
	*markdown
	node   *source.Node
	source []byte
}

// text reads a field of blocks.
func (m *markdown) text(n *source.Node) []Block {
	if n == nil || n.Text() == "" {
		return nil
	}
	f := &field{m, n, []byte(n.Text())}
	if !f.bounded() {
		return nil
	}
	return f.collect(m.blocks.Parse(text.NewReader(f.source)), within{})
}

// line reads a field of inline Markdown, a single paragraph.
func (m *markdown) line(n *source.Node) []Span {
	if n == nil || n.Text() == "" {
		return nil
	}
	f := &field{m, n, []byte(n.Text())}
	if !f.bounded() {
		return nil
	}
	first := m.inline.Parse(text.NewReader(f.source)).FirstChild()
	if first == nil {
		return nil
	}
	if second := first.NextSibling(); second != nil {
		f.errorf(start(second), "markdown", "take out the blank line", "a second paragraph begins here, but only one is possible")
	}
	return f.spans(first)
}

// maxStretch bounds the bytes between two blank lines: the time that the
// Markdown parser takes can grow with their square.
const maxStretch = 64 << 10

// bounded reports a stretch without a blank line that is too long.
func (f *field) bounded() bool {
	for at := 0; len(f.source)-at > maxStretch; {
		end := bytes.LastIndex(f.source[at:at+maxStretch], []byte("\n\n"))
		if end < 0 {
			f.errorf(at, "too-large", "divide it into paragraphs with blank lines", "more than %d bytes without a blank line begin here", maxStretch)
			return false
		}
		at += end + 2
	}
	return true
}

func (f *field) errorf(at int, code, hint, format string, args ...any) {
	f.diags.Errorf(f.node.TextPos(at), code, hint, format, args...)
}

// start returns the offset of a node's first character.
func start(n ast.Node) int {
	if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	if n.Pos() >= 0 {
		return n.Pos()
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if at := start(c); at > 0 {
			return at
		}
	}
	return 0
}

// within says what a block stands in.
type within struct {
	lists int
	quote bool
}

// collect turns the blocks below a node into ours and refuses what a newsletter
// does not set.
func (f *field) collect(parent ast.Node, in within) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		at := start(n)
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			if spans := f.spans(n); len(spans) > 0 {
				out = append(out, Block{Kind: Paragraph, Spans: spans, Pos: spans[0].Pos})
			}
		case *ast.Heading:
			out = append(out, f.subhead(n, in)...)
		case *ast.List:
			out = append(out, f.list(n, in)...)
		case *ast.Blockquote:
			if in.quote || in.lists > 0 {
				f.errorf(at, "markdown", "take out the >", "a quote may not stand in a list or in another quote")
				continue
			}
			if blocks := f.collect(n, within{quote: true}); len(blocks) > 0 {
				out = append(out, Block{Kind: BlockQuote, Blocks: blocks, Pos: f.node.TextPos(max(n.Pos(), 0))})
			}
		case *ast.LinkReferenceDefinition:
		default:
			f.refuse(n)
		}
	}
	return out
}

func (f *field) subhead(n *ast.Heading, in within) []Block {
	at := start(n)
	if n.Pos() >= 0 {
		at = n.Pos()
	}
	switch {
	case in.quote || in.lists > 0:
		f.errorf(at, "markdown", "move it out", "a subhead may not stand in a list or a quote")
		return nil
	case n.Level == 1:
		f.errorf(at, "markdown", `begin it with "##"; the headline is the title`, "a subhead of the first level")
		return nil
	case n.Level > 3:
		f.errorf(at, "markdown", `use "##" or "###"`, "a subhead of level %d", n.Level)
		return nil
	}
	spans := f.spans(n)
	if len(spans) == 0 {
		f.errorf(at, "empty-text", "write it or delete the line", "a subhead is empty")
		return nil
	}
	return []Block{{Kind: Subhead, Level: n.Level, Spans: spans, Pos: spans[0].Pos}}
}

func (f *field) list(n *ast.List, in within) []Block {
	at := start(n)
	if in.lists > 1 {
		f.errorf(at, "markdown", "lists nest once", "a list in a list in a list")
		return nil
	}
	out := Block{Kind: List, Ordered: n.IsOrdered(), Start: n.Start, Pos: f.node.TextPos(at)}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		before := len(f.diags.All)
		blocks := f.collect(item, within{in.lists + 1, in.quote})
		if len(blocks) == 0 {
			if len(f.diags.All) == before {
				f.errorf(start(item), "empty-text", "write it or delete the line", "an item of a list is empty")
			}
			continue
		}
		out.Items = append(out.Items, ListItem{blocks})
	}
	if len(out.Items) == 0 {
		return nil
	}
	if out.Ordered && out.Start > 1 && len(out.Items) == 1 {
		f.diags.Infof(out.Pos, "list-of-one", `write a backslash before the full stop if it is text: 5\. May`,
			"a paragraph that begins with a number and a full stop is set as a list")
	}
	return []Block{out}
}

// refuse reports a block that a newsletter does not set.
func (f *field) refuse(n ast.Node) {
	at := start(n)
	if n.Pos() >= 0 {
		at = n.Pos()
	}
	switch n.(type) {
	case *ast.CodeBlock:
		f.errorf(at, "markdown", "delete the spaces before the line if it is a paragraph", "code is not supported: a line is indented by four spaces")
	case *ast.FencedCodeBlock:
		f.errorf(at, "markdown", "write it as a paragraph", "code blocks are not supported")
	case *ast.HTMLBlock:
		f.errorf(at, "markdown", `use Markdown; write \< for the sign <`, "HTML is not supported")
	case *ast.ThematicBreak:
		f.errorf(at, "markdown", "divide the text with a ## subhead", "rules are not supported")
	case *tables.Table:
		f.errorf(at, "markdown", "use a list, facts or calendar", "tables are not supported")
	default:
		f.errorf(at, "markdown", "", "%s is not supported", n.Kind())
	}
}
