package brand

import (
	"slices"
	"strings"
)

// lost warns of templates that print less of a story than its author wrote: no
// title, kicker or text, or a picture without its caption. What a template
// leaves to furniture (a fill with {story}) counts as printed.
func (l *linter) lost() {
	l.lostOfIssue()
	for i := range l.Template.Entries {
		e := &l.Template.Entries[i]
		t := &e.Value
		has := printed(t)
		titled := slices.Contains(has, "title") && (t.Serves.Kind == "any" || t.Serves.Kind == "index" || pours(t.Stack, "index"))
		if slices.Contains(has, "index") && !slices.Contains(has, "index-title") && !titled {
			l.warnf(e.At, "lost-piece", "add text: index-title above it", "the template %q does not print the title of the index", e.Key)
		}
		if t.Serves.Page == "cover" && t.Serves.Stories.Min == 0 && t.Serves.Kind != "foreword" {
			continue
		}
		need := []string{"title", "body"}
		switch {
		case t.Serves.Part == "continue":
			need = []string{"body"}
		case t.Serves.Kind == "article":
			need = []string{"kicker", "title", "body"}
		case t.Serves.Kind == "any":
			need = []string{"kicker", "title", "body", "calendar", "signature"}
		case t.Serves.Kind == "foreword":
			need = []string{"title", "body", "signature"}
		case t.Serves.Kind == "calendar":
			need = []string{"title", "calendar"}
		case t.Serves.Kind == "index":
			need = []string{"index"}
		}
		for _, piece := range need {
			if !slices.Contains(has, piece) {
				l.warnf(e.At, "lost-piece", "add a box for it", "the template %q does not print the %s of its stories", e.Key, piece)
			}
		}
		l.captions(t)
	}
}

// pours reports whether a box of some kind stands in a pour, as a story of its own.
func pours(nodes []Node, kind string) (found bool) {
	eachNode(nodes, func(n *Node) {
		if n.Pour != nil {
			eachNode(n.Pour.Stack, func(k *Node) { found = found || k.Kind() == kind })
		}
	})
	return found
}

// lostOfIssue warns of what no template prints that belongs to the issue: its
// cover picture, its contacts, its codes to follow and who paid for it.
func (l *linter) lostOfIssue() {
	has := map[string]bool{}
	says := func(words string) { has["funding line"] = has["funding line"] || strings.Contains(words, "{funding}") }
	photo := func(items []Placed) {
		for i := range items {
			has["cover picture"] = has["cover picture"] || items[i].Photo == "cover"
			says(items[i].Text)
			if t := items[i].Tree; t != nil {
				visit(t, func(n *Node) {
					has[n.Kind()] = true
					says(n.Text)
				})
			}
		}
	}
	photo(l.Running)
	covers := false
	for i := range l.Template.Entries {
		t := &l.Template.Entries[i].Value
		covers = covers || t.Serves.Page == "cover"
		photo(t.Below)
		photo(t.Above)
		eachNode(t.Stack, func(n *Node) {
			has[n.Kind()] = true
			says(n.Text)
			photo(n.Layers)
		})
	}
	for _, p := range []struct{ what, hint string }{
		{"cover picture", "put {layers: [{photo: cover}], rows: ...} on a cover"},
		{"contacts", "add contacts: to a cover or the last page"},
		{"follow", "add follow: beside the contacts"},
		{"funding line", "put {text: \"{funding}\"} on a cover or the last page; emblem: true beside it shows the emblem"},
		{"index", "add index: to a cover, or a template of that kind"},
	} {
		if covers && !has[p.what] {
			l.warnf(l.At.Of("templates"), "lost-piece", p.hint, "no template prints an issue's %s", p.what)
		}
	}
}

// printed lists what a template shows of its stories.
func printed(t *Template) []string {
	var out []string
	eachNode(t.Stack, func(n *Node) {
		switch {
		case n.Text != "":
			out = append(out, n.Text)
			if strings.Contains(n.Text, "{story}") || strings.Contains(n.Text, "{short}") {
				out = append(out, "title")
			}
		case n.Items != nil:
			out = append(out, "body")
		default:
			out = append(out, n.Kind())
		}
	})
	for _, p := range slices.Concat(t.Below, t.Above) {
		if strings.Contains(p.Text, "{story}") {
			out = append(out, "title")
		}
		if p.Tree != nil {
			visit(p.Tree, func(n *Node) { out = append(out, n.Kind(), n.Text) })
		}
	}
	return out
}

// captions warns of pictures whose caption is set nowhere. Galleries set their
// own.
func (l *linter) captions(t *Template) {
	type picture struct{ story, number int }
	set := map[picture]bool{}
	story := func(n *Node) int { return max(n.Story, 1) }
	eachNode(t.Stack, func(n *Node) {
		if n.Caption > 0 {
			set[picture{0, n.Caption}] = true
		}
	})
	eachNode(t.Stack, func(n *Node) {
		if n.Figure > 0 && !set[picture{0, n.Figure}] {
			set[picture{0, n.Figure}] = true
			l.warnf(n.At.Of("figure"), "lost-piece", "add a box with caption-of: and the picture's number",
				"the caption of picture %d of story %d is not printed", n.Figure, story(n))
		}
	})
}
