package source

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"masthead/layout/diag"
)

// grower turns the library's tree into ours: aliases resolved within limits,
// duplicate keys found, tags refused, places as byte offsets.
type grower struct {
	doc     *document
	diags   *diag.List
	grown   map[*yaml.Node]*grownNode // anchored nodes
	count   int
	aliased int
	stopped bool
}

type grownNode struct {
	node *Node // nil while it is being made: an alias to it would be a circle
	size int
}

func (g *grower) stop(at int, code, hint, message string) {
	if !g.stopped {
		g.diags.Errorf(g.doc.pos(at), code, hint, "%s", message)
	}
	g.stopped = true
}

func (g *grower) grow(y *yaml.Node, depth int) *Node {
	at := g.doc.offset(y.Line, y.Column)
	if g.count++; g.count > maxNodes {
		g.stop(at, "too-large", "", fmt.Sprintf("the file holds more than %d values", maxNodes))
	}
	if depth > maxDepth {
		g.stop(at, "too-deep", "", fmt.Sprintf("values are nested more than %d deep", maxDepth))
	}
	if g.stopped {
		return nil
	}
	if y.Kind == yaml.AliasNode {
		return g.alias(y, at)
	}
	n := &Node{doc: g.doc, at: at}
	if y.Anchor != "" {
		g.grown[y] = &grownNode{}
	}
	before := g.count
	if y.Anchor != "" || y.Style&yaml.TaggedStyle != 0 {
		n.at = g.doc.skipProperties(at)
	}
	if y.Style&yaml.TaggedStyle != 0 && y.ShortTag() != "!!str" {
		g.diags.Errorf(g.doc.pos(at), "tag", "delete it", "the tag %s is not supported", y.Tag)
	}
	switch y.Kind {
	case yaml.ScalarNode:
		n.scalar(y)
	case yaml.SequenceNode:
		n.kind = Sequence
		for _, item := range y.Content {
			if v := g.grow(item, depth+1); v != nil {
				n.items = append(n.items, v)
			}
		}
	case yaml.MappingNode:
		n.kind = Mapping
		g.mapping(n, y, depth)
	}
	if y.Anchor != "" {
		g.grown[y] = &grownNode{n, g.count - before + 1}
	}
	return n
}

func (n *Node) scalar(y *yaml.Node) {
	switch {
	case y.Style&yaml.DoubleQuotedStyle != 0:
		n.style = doubleQuoted
	case y.Style&yaml.SingleQuotedStyle != 0:
		n.style = singleQuoted
	case y.Style&yaml.LiteralStyle != 0:
		n.style = literal
	case y.Style&yaml.FoldedStyle != 0:
		n.style = folded
	}
	if n.style == plain && y.ShortTag() == "!!null" {
		return
	}
	n.kind, n.text = Scalar, y.Value
}

// mapping grows the keys of y into n. Of duplicates the first counts.
func (g *grower) mapping(n *Node, y *yaml.Node, depth int) {
	first := make(map[string]diag.Pos, len(y.Content)/2)
	for i := 0; i+1 < len(y.Content); i += 2 {
		key := y.Content[i]
		at := g.doc.offset(key.Line, key.Column)
		pos := g.doc.pos(at)
		value := g.grow(y.Content[i+1], depth+1)
		if value == nil {
			return
		}
		earlier, seen := first[key.Value]
		switch {
		case key.Kind == yaml.AliasNode || key.Kind != yaml.ScalarNode:
			g.diags.Errorf(pos, "bad-key", "put quotes around it if it is text", "a key must be text")
		case key.ShortTag() == "!!merge":
			g.diags.Errorf(pos, "bad-key", "write the keys out", "merge keys (<<) are not supported")
		case seen:
			g.diags.Errorf(pos, "duplicate-key", fmt.Sprintf("the first is at line %d", earlier.Line), "duplicate key %q", key.Value)
		default:
			first[key.Value] = pos
			n.entries = append(n.entries, Entry{key.Value, pos, value})
		}
	}
}

// alias returns the node that an alias stands for. Sharing it costs nothing
// here, but whoever walks the tree sees it again, so its size counts.
func (g *grower) alias(y *yaml.Node, at int) *Node {
	target := g.grown[y.Alias]
	if target == nil || target.node == nil {
		g.stop(at, "alias", "write the value out", "an alias may not stand inside what it repeats")
		return nil
	}
	g.count += target.size
	if g.aliased += target.size; g.aliased > maxAlias {
		g.stop(at, "alias", "write the values out", fmt.Sprintf("aliases repeat more than %d values", maxAlias))
		return nil
	}
	return target.node
}

// skipProperties returns the offset behind the anchor and the tag at the given
// offset.
func (d *document) skipProperties(at int) int {
	for at < len(d.data) && (d.data[at] == '&' || d.data[at] == '!') {
		for at < len(d.data) && !isWhite(rune(d.data[at])) {
			at++
		}
		for at < len(d.data) && isWhite(rune(d.data[at])) {
			at++
		}
	}
	return at
}
