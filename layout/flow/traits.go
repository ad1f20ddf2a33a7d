package flow

import "masthead/layout/brand"

// traits are what the search asks of a template again and again.
type traits struct {
	pictures           int // that it can show of one story; a gallery takes any number
	lead, facts, quote bool
	index, any         bool // any: the side of the page makes no difference
}

// anyPictures is the capacity of a gallery.
const anyPictures = 1 << 20

func traitsOf(t *brand.Template) traits {
	var out traits
	each(t.Stack, func(n *brand.Node) {
		switch {
		case n.Figure > 0:
			out.pictures = max(out.pictures, n.Figure)
		case n.Gallery != nil:
			out.pictures = anyPictures
		}
		out.lead = out.lead || n.Text == "lead"
		out.facts = out.facts || n.Facts != nil
		out.quote = out.quote || n.Quote != nil
		out.index = out.index || n.Index != nil
	})
	out.any = t.Mirror == "none" && t.Serves.Parity == "any"
	return out
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
