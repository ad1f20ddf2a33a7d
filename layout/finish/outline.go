package finish

import (
	"fmt"

	"masthead/layout/display"
)

// target returns the explicit destination of a named place: its page, that
// place at the top, the zoom as it is (ISO 32000-1, 12.3.2.2).
func (b *builder) target(name string) (Array, error) {
	d := b.dests[name]
	if d == nil {
		return nil, fmt.Errorf("no destination %q", name)
	}
	if d.Page < 0 || d.Page >= len(b.pages) {
		return nil, fmt.Errorf("destination %q lies on page %d of %d", name, d.Page+1, len(b.pages))
	}
	s := &b.ledger.Sheets[d.Page]
	return Array{b.pages[d.Page], Name("XYZ"), nil, points(s.Media.H - s.Trim.Y - d.Y), nil}, nil
}

// outline adds the bookmarks, all of them open (12.3.3).
func (b *builder) outline() error {
	if len(b.doc.Outline) == 0 {
		return nil
	}
	root := b.add(nil)
	d := Dict{"Type": Name("Outlines")}
	if err := b.bookmarks(root, d, b.doc.Outline); err != nil {
		return err
	}
	b.set(root, d)
	b.catalog["Outlines"] = root
	return nil
}

// bookmarks adds the entries below parent and links them into it.
func (b *builder) bookmarks(parent Ref, into Dict, entries []display.Outline) error {
	refs := make([]Ref, len(entries))
	for i := range refs {
		refs[i] = b.add(nil)
	}
	count := len(entries)
	for i := range entries {
		d := Dict{"Title": text(entries[i].Title), "Parent": parent}
		if entries[i].Dest != "" {
			to, err := b.target(entries[i].Dest)
			if err != nil {
				return fmt.Errorf("bookmark %q: %w", entries[i].Title, err)
			}
			d["Dest"] = to
		}
		if i > 0 {
			d["Prev"] = refs[i-1]
		}
		if i < len(refs)-1 {
			d["Next"] = refs[i+1]
		}
		if len(entries[i].Kids) > 0 {
			if err := b.bookmarks(refs[i], d, entries[i].Kids); err != nil {
				return err
			}
			count += d["Count"].(int)
		}
		b.set(refs[i], d)
	}
	into["First"], into["Last"], into["Count"] = refs[0], refs[len(refs)-1], count
	return nil
}
