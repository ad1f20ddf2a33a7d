package brand

import (
	"slices"

	"masthead/layout/diag"
)

// From so many templates for stories on, or ways to set a story in them, a brand is
// taken to know how to fill a page without pouring.
const (
	manyTemplates = 6
	manyBodies    = 24
)

// unfilled warns of a set of templates that leaves pages empty: long stories that
// find no second page, short ones that stay alone, covers and indexes with nothing
// beside them, white that counts as a hole.
func (l *linter) unfilled() {
	var inside, covers []*Template
	for i := range l.Template.Entries {
		t := &l.Template.Entries[i].Value
		switch {
		case t.Serves.Page == "cover":
			covers = append(covers, t)
		case t.Serves.Kind == "article" || t.Serves.Kind == "any":
			inside = append(inside, t)
		}
	}
	if len(covers) == 0 || len(inside) == 0 {
		return
	}
	l.stories(inside)
	l.coverEnds(covers)
	l.ownIndex(inside, covers)
	for i := range l.Template.Entries {
		l.wideWhite(l.Template.Entries[i].Value.Stack)
	}
}

// stories looks for what every brand needs: a template that goes on with a story, one
// that takes several of any section, and one that makes a page of whatever comes.
func (l *linter) stories(inside []*Template) {
	at := l.At.Of("templates")
	tell := func(hint, what string) { l.warnf(at, "unfilled", hint, "%s", what) }
	has := func(ok func(*Template) bool) bool { return slices.ContainsFunc(inside, ok) }
	open := func(t *Template) bool { return !t.Serves.Words.Set && t.Serves.List == nil }
	if !has(func(t *Template) bool { return open(t) && (t.Serves.Part == "any" || t.Serves.Part == "continue") }) {
		tell("say part: any under serves of one", "no template goes on with a story that is longer than a page")
	}
	if !has(func(t *Template) bool {
		return open(t) && (t.Serves.Stories.Max < 0 || t.Serves.Stories.Max > 1) && t.Serves.Sections == "many"
	}) {
		tell("say stories: 1+ and sections: many under serves of one", "a short story has its page to itself: no template takes several, of any section")
	}
	if len(inside) < manyTemplates && bodies(inside) < manyBodies && !has(poured) {
		l.warnf(l.Template.Entries[0].At, "unfilled", "add a template that pours: see Pages that fill themselves in the chapter on brands",
			"pages stay as empty as their stories are short: none of %d templates pours them", len(inside))
	}
	if !has(func(t *Template) bool { return holds(t.Stack, "gallery") }) {
		tell("add gallery: to the floats of a pour, or below a body", "no template shows all pictures of a story that has many")
	}
}

// poured reports whether a template pours stories.
func poured(t *Template) bool { return holds(t.Stack, "pour") }

// bodies counts the running texts in templates.
func bodies(templates []*Template) (n int) {
	for _, t := range templates {
		eachNode(t.Stack, func(node *Node) {
			if node.Body != nil {
				n++
			}
		})
	}
	return n
}

// holds reports whether a tree has a box of a kind.
func holds(nodes []Node, kind string) (found bool) {
	eachNode(nodes, func(n *Node) { found = found || n.Kind() == kind })
	return found
}

// coverEnds warns of covers that are as empty as the foreword is short: they take no
// story, and no picture fills them.
func (l *linter) coverEnds(covers []*Template) {
	for _, t := range covers {
		if s := t.Serves.Stories; s.Max < 0 || s.Max > 1 || poured(t) || l.pictured(t) {
			return
		}
	}
	l.warnf(covers[0].At.Pos, "unfilled", "say stories: 1+, part: any, kind: any, sections: many under its serves, and pour them below",
		"covers take no stories, so that they are as empty as the foreword is short")
}

// pictured reports whether a picture may take a third of a cover.
func (l *linter) pictured(t *Template) bool {
	cover := func(items []Placed) bool {
		return slices.ContainsFunc(items, func(p Placed) bool { return p.Photo == "cover" })
	}
	found := cover(t.Below)
	eachNode(t.Stack, func(n *Node) {
		third := float64(l.Grid.Last-l.Grid.First) / 3
		found = found || cover(n.Layers) && (n.Rows.Fill || n.Rows.Free || n.Rows.Max > third)
	})
	return found
}

// ownIndex warns of an index that has a page to itself in every issue.
func (l *linter) ownIndex(inside, covers []*Template) {
	shown := func(t *Template) bool { return holds(t.Stack, "index") }
	if slices.ContainsFunc(covers, shown) || slices.ContainsFunc(inside, shown) {
		return
	}
	for i := range l.Template.Entries {
		if e := &l.Template.Entries[i]; e.Value.Serves.Kind == "index" {
			l.warnf(e.At, "unfilled", "put index: on a cover, or below the body of a pour", "the index has a page to itself, most of which stays empty")
			return
		}
	}
}

// holeRows is from how many rows on white counts as a hole, if it is large enough.
const holeRows = 4

// wideWhite warns of white between boxes that is never less than a hole.
func (l *linter) wideWhite(nodes []Node) {
	rows, at := 0.0, diag.Pos{}
	for i := range nodes {
		n := &nodes[i]
		if !n.Space.Set || n.Space.Free || n.Space.Fill || len(n.If) > 0 {
			rows = 0
		} else {
			if rows == 0 {
				at = n.At.Pos
			}
			rows += n.Space.Min
			if all := float64(l.Grid.Last - l.Grid.First + 1); rows >= holeRows && rows*100 > all*float64(l.Story.Hole) {
				l.once(at, "unfilled", "", "white of %v rows is more than largest-hole allows, %d %% of the page", rows, l.Story.Hole)
			}
		}
		l.wideWhite(n.Stack)
		if n.Pour != nil {
			for _, kids := range n.Pour.parts() {
				l.wideWhite(kids)
			}
		}
		if n.Each != nil {
			l.wideWhite(n.Each.Stack)
			l.wideWhite(n.Each.Gap)
		}
	}
}
