package flow

import (
	"slices"

	"masthead/layout/brand"
)

// traits are what the search asks of a template again and again.
type traits struct {
	pictures           int // that it can show of one story; a gallery takes any number
	lead, facts, quote bool
	pours, poursIndex  bool // stories run on in columns, the index among them
	index, needsIndex  bool // needsIndex: it shows one, and not under if: index
	any                bool // the side of the page makes no difference
	contacts           bool
	contactsLast       bool // on the last page only
}

// contactsOf reports whether a template shows the contacts, and whether on the
// issue's last page only.
func contactsOf(nodes []brand.Node) (shows, last bool) {
	count := func(nodes []brand.Node) (n int) {
		each(nodes, func(box *brand.Node) {
			if box.Contacts != nil || box.Follow != nil {
				n++
			}
		})
		return n
	}
	all, least := count(nodes), 0
	each(nodes, func(n *brand.Node) {
		if slices.Contains(n.If, "last") {
			least += count([]brand.Node{*n})
		}
	})
	return all > 0, least >= all
}

// anyPictures is the capacity of a gallery.
const anyPictures = 1 << 20

func traitsOf(t *brand.Template) traits {
	var out traits
	poured := false
	each(t.Stack, func(n *brand.Node) {
		switch {
		case n.Figure > 0:
			out.pictures = max(out.pictures, n.Figure)
		case n.Gallery != nil:
			out.pictures = anyPictures
		}
		out.lead = out.lead || n.Text == "lead"
		out.pours = out.pours || n.Pour != nil
		out.facts = out.facts || n.Facts != nil
		out.quote = out.quote || n.Quote != nil
		out.index = out.index || n.Index != nil
		if n.Pour != nil {
			each(n.Pour.Stack, func(n *brand.Node) { poured = poured || n.Index != nil })
		}
	})
	if out.poursIndex = poured; poured { // it stands in its turn
		out.index = false
	}
	out.needsIndex = out.index && !indexIfAny(t.Stack)
	out.contacts, out.contactsLast = contactsOf(t.Stack)
	out.any = t.Mirror == "none" && t.Serves.Parity == "any"
	return out
}

// indexIfAny reports whether every index in a tree stands under if: index, so
// that the tree serves issues without one.
func indexIfAny(nodes []brand.Node) bool {
	for i := range nodes {
		n := &nodes[i]
		if slices.Contains(n.If, "index") {
			continue
		}
		if n.Index != nil {
			return false
		}
		for _, kids := range children(n) {
			if !indexIfAny(kids) {
				return false
			}
		}
	}
	return true
}

// traits returns those of a template by its number.
func (c *composer) traits(template int) *traits {
	if c.templates == nil {
		for i := range c.brand.Template.Entries {
			c.templates = append(c.templates, traitsOf(&c.brand.Template.Entries[i].Value))
		}
	}
	return &c.templates[template]
}
