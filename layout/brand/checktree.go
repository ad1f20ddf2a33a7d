package brand

import (
	"fmt"
	"slices"
	"strings"

	"masthead/layout/diag"
)

// templates checks the page templates and the furniture.
func (c *checker) templates() {
	if len(c.Template.Entries) == 0 {
		c.errorf(c.At.Of("templates"), "missing-key", "see the worked example of the brand chapter", "the brand has no templates")
	}
	c.placed(c.Running)
	for i := range c.Template.Entries {
		t := &c.Template.Entries[i].Value
		c.placed(t.Below)
		c.placed(t.Above)
		if t.To < c.Grid.First || t.To > c.Trim().H.FloorDiv(max(c.Grid.Baseline, 1)) {
			c.errorf(t.At.Of("to"), "out-of-range", "", "the tree ends on row %d", t.To)
		}
		if s := t.Serves.Stories; s.Max == 0 && t.Serves.Page != "cover" {
			c.errorf(t.Serves.At.Of("stories"), "bad-value", "", "a template for no stories is of use on a cover only")
		}
		w := treeWalk{checker: c, stories: t.Serves.Stories}
		if len(t.Stack) == 0 && t.At.Has("stack") {
			c.errorf(t.At.Of("stack"), "bad-value", "", "the template has no boxes")
		}
		w.nodes(t.Stack, scope{from: 1, to: c.Grid.Columns, story: 1})
		w.repeats()
	}
}

// placed checks items at fixed places, which have one content each.
func (c *checker) placed(items []Placed) {
	for i := range items {
		p := &items[i]
		var has []string
		for _, k := range []string{"fill", "text", "photo", "emblem", "logo", "box"} {
			if p.At.Has(k) {
				has = append(has, k)
			}
		}
		switch {
		case len(has) == 0:
			c.errorf(p.At.Pos, "missing-key", "add one of fill, text, photo, emblem, logo, box", "the item shows nothing")
		case len(has) > 1 && !slices.Equal(has, []string{"fill", "text"}):
			c.errorf(p.At.Of(has[1]), "too-many-keys", "make two items of it", "an item shows one thing (or text on a fill), not %s", strings.Join(has, " and "))
		}
		if p.Text != "" && p.Style == "" {
			c.errorf(p.At.Of("text"), "missing-key", "add style: ...", "the text has no style")
		}
		if p.Scrim != nil && p.Photo == "" {
			c.errorf(p.At.Of("scrim"), "bad-value", "", "a scrim lies over a photo")
		}
		if p.Tree != nil {
			w := treeWalk{checker: c, stories: Range{Min: 0, Max: -1}}
			w.node(p.Tree, scope{from: 1, to: c.Grid.Columns, story: 1})
			w.repeats()
		}
	}
}

// A scope is what a box finds itself in.
type scope struct {
	from, to int     // the columns of the box around it
	story    int     // 0 where each of several stories is shown
	split    bool    // it stands beside others
	demand   []Names // the conditions of the boxes around it
	chosen   []choice
}

// A choice is an alternative of a box that a page may show.
type choice struct {
	of    *Node
	index int
}

// rivals reports whether two boxes stand in different alternatives of one box.
func rivals(a, b []choice) bool {
	for _, x := range a {
		for _, y := range b {
			if x.of == y.of && x.index != y.index {
				return true
			}
		}
	}
	return false
}

// treeWalk checks the boxes of one template.
type treeWalk struct {
	*checker
	stories Range
	shown   []showing
}

// A showing is a picture in a box, with the conditions under which it is seen.
type showing struct {
	story, number int
	rest          bool // it and all after it
	demand        demand
	chosen        []choice
	at            diag.Pos
}

func (w *treeWalk) nodes(nodes []Node, s scope) {
	for i := range nodes {
		w.node(&nodes[i], s)
	}
}

func (w *treeWalk) node(n *Node, s scope) {
	w.oneKind(n)
	if n.Story > 0 {
		s.story = n.Story
		if w.stories.Set && !w.stories.Holds(n.Story) && n.Story > w.stories.Max && w.stories.Max >= 0 {
			w.errorf(n.At.Of("story"), "out-of-range", "", "the template takes %s stories, not %d", w.stories, n.Story)
		}
	}
	if n.Columns.From > 0 {
		if n.Columns.To > w.Grid.Columns {
			w.errorf(n.At.Of("columns"), "out-of-range", "", "columns %d to %d of a grid of %d", n.Columns.From, n.Columns.To, w.Grid.Columns)
		}
		s.from, s.to = n.Columns.From, n.Columns.To
	}
	if n.Rise > 0 && !s.split {
		w.errorf(n.At.Of("rise"), "bad-value", "", "only a box in a split rises above its neighbours")
	}
	if n.Drop > 0 && !optional(n) {
		w.errorf(n.At.Of("drop"), "bad-value", "a quote or a facts box, or a stack of them with rules and space", "what the issue's author wrote may not be left out")
	}
	s.demand = append(slices.Clip(s.demand), n.If)
	s.split = false
	w.pictures(n, s)
	w.nodes(n.Stack, s)
	w.split(n.Split, s)
	w.choose(n, s)
	w.placed(n.Layers)
	if n.Pour != nil {
		w.pour(n.Pour, s)
	}
	if n.Each != nil {
		w.nodes(n.Each.Gap, s)
		s.story = 0
		w.nodes(n.Each.Stack, s)
	}
	if n.Body != nil {
		w.body(n.Body, s)
	}
}

// oneKind checks that a box is exactly one thing.
func (w *treeWalk) oneKind(n *Node) {
	switch kinds := kindsIn(n.At); {
	case n.At.Pos.Line == 0: // it could not be decoded
	case len(kinds) == 0:
		w.errorf(n.At.Pos, "missing-key", "add one of "+strings.Join(Kinds(), ", "), "the box holds nothing")
	case len(kinds) > 1:
		w.errorf(n.At.Of(kinds[1]), "too-many-keys", "put them in a stack or a split", "a box holds one thing, not %s", strings.Join(kinds, " and "))
	}
}

// choose checks alternatives, of which a page shows one.
func (w *treeWalk) choose(n *Node, s scope) {
	for i := range n.Choose {
		alt := s
		alt.chosen = append(slices.Clip(s.chosen), choice{n, i})
		w.node(&n.Choose[i], alt)
	}
}

// optional reports whether a box holds nothing but what may be left out.
func optional(n *Node) bool {
	for _, kids := range [][]Node{n.Stack, n.Split, n.Choose} {
		for i := range kids {
			if !optional(&kids[i]) {
				return false
			}
		}
	}
	switch n.Kind() {
	case "stack", "split", "choose", "quote", "facts", "rule", "space", "layers":
		return true
	}
	return false
}

// split checks boxes that stand side by side.
func (w *treeWalk) split(nodes []Node, s scope) {
	s.split = true
	for i := range nodes {
		w.node(&nodes[i], s)
		a := nodes[i].Columns
		if a.From == 0 && len(nodes) > 1 {
			w.errorf(nodes[i].At.Pos, "missing-key", "add columns: 1-4", "a box in a split has no columns")
		}
		for k := range i {
			b := nodes[k].Columns
			apart := a.From > b.To || b.From > a.To
			if a.From > 0 && b.From > 0 && !apart && !demandOf(nodes[i].If).excludes(demandOf(nodes[k].If)) {
				w.errorf(nodes[i].At.Of("columns"), "overlap", "", "columns %d to %d and %d to %d stand side by side", b.From, b.To, a.From, a.To)
			}
		}
	}
}

func (w *treeWalk) body(b *Body, s scope) {
	for i := range b.Insets {
		in := &b.Insets[i]
		if in.Columns.To > b.Columns {
			w.errorf(in.Mark.Of("columns"), "out-of-range", "", "text columns %d to %d of %d", in.Columns.From, in.Columns.To, b.Columns)
		}
		w.node(&in.Node, s)
	}
}

// pictures notes what a box shows of the story's pictures.
func (w *treeWalk) pictures(n *Node, s scope) {
	switch {
	case n.Figure > 0:
		w.shown = append(w.shown, showing{s.story, n.Figure, false, demandOf(s.demand...), s.chosen, n.At.Of("figure")})
	case n.Gallery != nil:
		w.shown = append(w.shown, showing{s.story, n.Gallery.From, true, demandOf(s.demand...), s.chosen, n.At.Of("gallery")})
	}
}

// repeats reports pictures that two boxes of a page show at once.
func (w *treeWalk) repeats() {
	for i, a := range w.shown {
		for _, b := range w.shown[:i] {
			same := a.number == b.number || a.rest && b.number >= a.number || b.rest && a.number >= b.number
			if a.story == b.story && same && !a.demand.excludes(b.demand) && !rivals(a.chosen, b.chosen) {
				w.errorf(a.at, "repeated-figure", fmt.Sprintf("the other is at line %d; give them conditions that exclude each other", b.at.Line),
					"picture %d stands on the page twice", max(a.number, b.number))
				break
			}
		}
	}
}
