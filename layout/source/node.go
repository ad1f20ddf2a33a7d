package source

import "masthead/layout/diag"

// Kind is the shape of a node.
type Kind int

// The kinds. A Null is a scalar that says nothing: an empty value, ~ or null.
const (
	Null Kind = iota
	Scalar
	Sequence
	Mapping
)

// String names the kind as messages do.
func (k Kind) String() string {
	return [...]string{"nothing", "text", "a list", "a mapping"}[k]
}

type style uint8

const (
	plain style = iota
	singleQuoted
	doubleQuoted
	literal
	folded
)

// Node is a value in a document: a text, a list or a mapping, with its place.
// Nodes are not safe for concurrent use, because places are worked out late.
type Node struct {
	doc     *document
	kind    Kind
	style   style
	at      int // byte offset where the value starts, after anchor and tag
	text    string
	entries []Entry
	items   []*Node
	places  []int32 // source offset of each byte of text; made by TextPos
}

// Entry is one key of a mapping with its value.
type Entry struct {
	Key    string
	KeyPos diag.Pos
	Value  *Node
}

// Pos returns the place of the value's first character; for a mapping in block
// form that is its first key, for a block text its indicator.
func (n *Node) Pos() diag.Pos { return n.doc.pos(n.at) }

// Kind returns the shape of the node.
func (n *Node) Kind() Kind { return n.kind }

// Text returns a scalar as written, whatever YAML takes it for: the text of
// 011 is "011". It is empty for a Null, a list and a mapping.
func (n *Node) Text() string { return n.text }

// Quoted reports whether a scalar stands in quotes or in a block, so that it
// can be nothing but text.
func (n *Node) Quoted() bool { return n.kind == Scalar && n.style != plain }

// Entries returns the keys of a mapping in the order of the file.
func (n *Node) Entries() []Entry { return n.entries }

// Items returns the entries of a list.
func (n *Node) Items() []*Node { return n.items }

// Get returns the value of key in a mapping, nil where there is none.
func (n *Node) Get(key string) *Node {
	for _, e := range n.entries {
		if e.Key == key {
			return e.Value
		}
	}
	return nil
}

// Merge returns the document that over makes of base: a key of over replaces
// base's, mappings merge key by key, anything else is replaced whole. Keys keep
// the order of base, then of over, and every value keeps its own place. Neither
// argument is changed.
func Merge(base, over *Node) *Node {
	if base == nil {
		return over
	}
	if over == nil {
		return base
	}
	if base.kind != Mapping || over.kind != Mapping {
		return over
	}
	out := &Node{doc: over.doc, kind: Mapping, at: over.at}
	for _, e := range base.entries {
		if o := over.Get(e.Key); o != nil {
			e.Value = Merge(e.Value, o)
			e.KeyPos = over.keyPos(e.Key)
		}
		out.entries = append(out.entries, e)
	}
	for _, e := range over.entries {
		if base.Get(e.Key) == nil {
			out.entries = append(out.entries, e)
		}
	}
	return out
}

func (n *Node) keyPos(key string) diag.Pos {
	for _, e := range n.entries {
		if e.Key == key {
			return e.KeyPos
		}
	}
	return n.Pos()
}
