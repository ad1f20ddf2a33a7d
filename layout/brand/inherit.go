package brand

import (
	"strings"

	"masthead/layout/diag"
	"masthead/layout/source"
)

// Styles are type styles by name, each with what it is based on merged in.
type Styles struct{ source.Ordered[Style] }

// UnmarshalSource decodes the styles. A style that is based on another is
// decoded from the keys of both, its own before the other's; a style without
// value is none, so that a brand can drop one that it extends.
func (s *Styles) UnmarshalSource(d *source.Decoder, n *source.Node) {
	if !d.Expect(n, source.Mapping) {
		return
	}
	c := cascade{d: d, styles: n, made: map[string]*source.Node{}}
	for _, e := range n.Entries() {
		if e.Value.Kind() == source.Null {
			continue
		}
		named := source.Named[Style]{Key: e.Key, At: e.KeyPos}
		d.Decode(c.merged(e.Key, nil), &named.Value)
		s.Entries = append(s.Entries, named)
	}
}

// cascade merges styles with their bases.
type cascade struct {
	d      *source.Decoder
	styles *source.Node
	made   map[string]*source.Node
}

// merged returns the keys of a style with those of its bases. The path holds
// the styles that led here.
func (c *cascade) merged(name string, path []string) *source.Node {
	if n, ok := c.made[name]; ok {
		return n
	}
	own := c.styles.Get(name)
	out := own
	if base := own.Get("based-on"); base != nil && base.Kind() == source.Scalar {
		if over := c.base(base, append(path, name)); over != nil {
			out = source.Merge(over, own)
		}
	}
	c.made[name] = out
	return out
}

// base returns the keys of the style that ref names, nil where there is none.
func (c *cascade) base(ref *source.Node, path []string) *source.Node {
	name := ref.Text()
	target := c.styles.Get(name)
	if target == nil || target.Kind() == source.Null {
		var names []string
		for _, e := range c.styles.Entries() {
			names = append(names, e.Key)
		}
		c.d.Errorf(ref, "unknown-name", source.DidYouMean(name, names), "there is no style %q", name)
		return nil
	}
	for i, p := range path {
		if p == name {
			c.d.Errorf(ref, "circle", "", "the styles are based on each other: %s", strings.Join(append(path[i:], name), ", "))
			return nil
		}
	}
	return c.merged(name, path)
}

// Templates are page templates by name.
type Templates struct{ source.Ordered[Template] }

// UnmarshalSource decodes the templates. One without value is none, so that a
// brand can drop one that it extends.
func (t *Templates) UnmarshalSource(d *source.Decoder, n *source.Node) {
	if !d.Expect(n, source.Mapping) {
		return
	}
	for _, e := range n.Entries() {
		if e.Value.Kind() == source.Null {
			continue
		}
		named := source.Named[Template]{Key: e.Key, At: e.KeyPos}
		d.Decode(e.Value, &named.Value)
		t.Entries = append(t.Entries, named)
	}
}

// unique appends the messages of from to diags, each once: what is wrong in a
// style is found again in those based on it.
func unique(from, diags *diag.List) {
	seen := map[diag.Diagnostic]bool{}
	for _, m := range from.All {
		if !seen[m] {
			seen[m] = true
			diags.Add(m)
		}
	}
}
