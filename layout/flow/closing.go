package flow

import "masthead/layout/brand"

// Where a brand prints the contacts on an issue's last page and nowhere else, that
// page must have them: it is set with a template that shows them, and where they
// find no room below the last story, they have a page to themselves.

// closes reports whether the contacts stand on the last page only.
func (c *composer) closes() bool {
	if c.contact == nil {
		return false
	}
	shown := false
	for i := range c.brand.Template.Entries {
		t := &c.brand.Template.Entries[i].Value
		tr := c.traits(i)
		if tr.contacts && !tr.contactsLast && t.Serves.Page != "last" || furnished(t.Below) || furnished(t.Above) {
			return false
		}
		shown = shown || tr.contacts
	}
	return shown && !furnished(c.brand.Running)
}

// furnished reports whether contacts stand among items at fixed places.
func furnished(items []brand.Placed) bool {
	for i := range items {
		if items[i].Tree == nil {
			continue
		}
		if shows, _ := contactsOf([]brand.Node{*items[i].Tree}); shows {
			return true
		}
	}
	return false
}

// unclosed offers pages that hold all stories that are left but not the contacts. It
// is asked only where there is no other way.
func (c *composer) unclosed(s *step, a ask, f *front) {
	if c.most < never {
		return
	}
	a.last, a.opening = false, 0
	if got := c.answer(a); got.price < never {
		f.offer(c.step(s, a, got))
	}
}

// closing tries a last page that has the contacts alone.
func (c *composer) closing(s *step, page int, f *front) {
	for i := range c.brand.Template.Entries {
		t := &c.brand.Template.Entries[i].Value
		if t.Serves.Page == "cover" || !c.traits(i).contacts {
			continue
		}
		a := ask{template: i, number: page, unit: s.unit, skip: s.skip, finish: true, last: true}
		got := c.answer(a)
		if got.price >= never {
			continue
		}
		got.price += gross
		next := c.step(s, a, got)
		if f.final == nil || next.price < f.final.price {
			f.final = next
		}
	}
}
