package brand

import "cmp"

// pour checks stories poured into columns: the boxes of a story hold one body,
// not in another box, whose columns are the pour's.
func (w *treeWalk) pour(p *Pour, s scope) {
	s.story = 0
	bodies := 0
	for i := range p.Stack {
		b := p.Stack[i].Body
		if b == nil {
			continue
		}
		if bodies++; bodies > 1 {
			w.errorf(p.Stack[i].At.Of("body"), "repeated-body", "", "a story's text is poured once")
		}
		if b.Columns > 1 {
			w.errorf(b.At.Of("columns"), "bad-value", "say columns: under pour", "the columns are those of the pour")
		}
		if len(b.Insets) > 0 {
			w.errorf(b.At.Of("insets"), "bad-value", "say floats: under pour", "in a pour boxes stand between paragraphs, not in insets")
		}
	}
	if bodies == 0 && p.At.Has("stack") {
		w.errorf(p.At.Of("stack"), "missing-key", "add body: between what stands above and below the text", "the stack of a pour has no body of its own")
	}
	for i := range p.Floats {
		if n := &p.Floats[i]; n.Gallery != nil && n.Gallery.Across > 2 {
			w.errorf(n.Gallery.At.Of("across"), "bad-value", "say 1 or 2", "in a pour one picture stands at a place, or two side by side")
		}
	}
	for _, kids := range p.parts() {
		eachNode(kids, w.poured)
		w.nodes(kids, s)
	}
}

// poured complains of what a box cannot know before it is known where the page ends.
func (w *treeWalk) poured(n *Node) {
	const hint = "put it outside of the pour"
	for _, s := range n.If {
		switch c, err := ParseCondition(s); {
		case err != nil:
		case c.Name == "goes-on" || c.Name == "turns" || c.Name == "last" || c.Name == "stories":
			w.errorf(n.At.Of("if"), "bad-value", hint, "in a pour nothing can ask for %s: where the page ends follows from the boxes", c.Name)
		}
	}
	if n.Text == "continued-on" || n.Pour != nil || n.Each != nil {
		w.errorf(n.At.Pos, "bad-value", hint, "in a pour there is no %s", cmp.Or(n.Text, n.Kind()))
	}
}
