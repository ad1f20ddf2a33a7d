package finish

import (
	"errors"
	"fmt"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// tagger makes the structure tree (ISO 32000-1, 14.7) of the display's tags.
//
//	book     where the content of every mark stands, the links of every tag
//	element  one structure element for every tag that holds anything
//	parents  the way back: from a page's marked content, or a link, to its element
type tagger struct {
	*builder
	places  map[display.Mark][]place
	links   map[*display.Tag][]annotation
	alive   map[*display.Tag]bool
	parents []Object // by structure-parent key: a page's array, then a link's element
}

// place is one marked sequence, and the broken word that it is a part of.
type place struct{ page, id, word int }

type annotation struct {
	ref       Ref
	page, key int
}

// tags adds the structure tree, the links that belong to it, and the parent
// tree.
func (b *builder) tags() error {
	t := &tagger{
		builder: b, places: map[display.Mark][]place{}, links: map[*display.Tag][]annotation{},
		alive: map[*display.Tag]bool{}, parents: make([]Object, len(b.pages)),
	}
	if err := t.book(); err != nil {
		return err
	}
	if !t.live(b.doc.Root) {
		return errors.New("the document says nothing")
	}
	root := b.add(nil)
	top, err := t.element(b.doc.Root, root)
	if err != nil {
		return err
	}
	for key, p := range t.parents {
		if list, ok := p.(Array); ok {
			for id, owner := range list {
				if owner == nil {
					return fmt.Errorf("page %d: mark %d belongs to no element", key+1, b.ledger.Sheets[key].Sequences[id].Mark)
				}
			}
		} else if p == nil {
			return errors.New("a link belongs to no element of the tree")
		}
	}
	b.set(root, Dict{
		"Type": Name("StructTreeRoot"), "K": Array{top},
		"ParentTree": numberTree(&b.table, t.parents), "ParentTreeNextKey": len(t.parents),
	})
	b.catalog["StructTreeRoot"] = root
	return nil
}

// book notes the marked sequences of every page, and adds its links.
func (t *tagger) book() error {
	for page := range t.ledger.Sheets {
		sequences := t.ledger.Sheets[page].Sequences
		t.parents[page] = make(Array, len(sequences))
		for id, s := range sequences {
			t.places[s.Mark] = append(t.places[s.Mark], place{page, id, s.Word})
		}
	}
	for page := range t.doc.Pages {
		var annots Array
		for _, item := range t.doc.Pages[page].Items {
			l, ok := item.(*display.Link)
			if !ok {
				continue
			}
			if l.Tag == nil || l.Tag.Role != "Link" {
				return fmt.Errorf("page %d: the link to %q has no Link element", page+1, l.URI+l.Dest)
			}
			key := len(t.parents)
			ref, err := t.link(page, key, l)
			if err != nil {
				return fmt.Errorf("page %d: %w", page+1, err)
			}
			t.parents = append(t.parents, nil)
			t.links[l.Tag] = append(t.links[l.Tag], annotation{ref, page, key})
			annots = append(annots, ref)
		}
		if annots != nil {
			t.get(t.pages[page]).(Dict)["Annots"] = annots
		}
	}
	return nil
}

// live reports whether a tag holds anything that this file shows.
func (t *tagger) live(tag *display.Tag) bool {
	live := len(t.links[tag]) > 0
	for _, k := range tag.Kids {
		if k.Tag != nil {
			live = t.live(k.Tag) || live
		} else {
			live = live || len(t.places[k.Mark]) > 0
		}
	}
	t.alive[tag] = live
	return live
}

// element adds the structure element of a live tag and of all below it.
func (t *tagger) element(tag *display.Tag, parent Ref) (Ref, error) {
	if err := sound(tag); err != nil {
		return Ref{}, err
	}
	ref := t.add(nil)
	d := Dict{"Type": Name("StructElem"), "S": Name(tag.Role), "P": parent}
	for key, v := range map[Name]string{"T": tag.Title, "Alt": tag.Alt, "ActualText": tag.Actual, "Lang": tag.Lang} {
		if v != "" {
			d[key] = text(v)
		}
	}
	home := t.home(tag)
	if home >= 0 {
		d["Pg"] = t.pages[home]
	}
	kids := Array{}
	for _, k := range tag.Kids {
		if k.Tag == nil {
			kids = t.content(kids, k.Mark, ref, home)
		} else if t.alive[k.Tag] {
			kid, err := t.element(k.Tag, ref)
			if err != nil {
				return Ref{}, err
			}
			kids = append(kids, kid)
		}
	}
	for _, l := range t.links[tag] {
		kids = append(kids, Dict{"Type": Name("OBJR"), "Obj": l.ref, "Pg": t.pages[l.page]})
		t.parents[l.key] = ref
	}
	d["K"] = one(kids)
	if a := t.attributes(tag); a != nil {
		d["A"] = a
	}
	t.set(ref, d)
	return ref, nil
}

// one takes a single kid out of its list.
func one(kids Array) Object {
	if len(kids) == 1 {
		return kids[0]
	}
	return kids
}

// home returns the page on which a tag's own content begins, or -1.
func (t *tagger) home(tag *display.Tag) int {
	for _, k := range tag.Kids {
		if k.Tag == nil && len(t.places[k.Mark]) > 0 {
			return t.places[k.Mark][0].page
		}
	}
	return -1
}

// content appends the marked sequences of a mark, the parts of a broken word as
// an element that says it.
func (t *tagger) content(kids Array, m display.Mark, owner Ref, home int) Array {
	for list := t.places[m]; len(list) > 0; {
		n := 1
		for word := list[0].word; n < len(list) && word > 0 && list[n].word == word; n++ {
		}
		if list[0].word == 0 {
			kids = append(kids, t.sequence(list[0], owner, home))
		} else {
			kids = append(kids, t.word(list[:n], owner))
		}
		list = list[n:]
	}
	return kids
}

// sequence returns one marked sequence as a kid of its owner: a bare id on the
// owner's home page, a reference elsewhere (14.7.4.2).
func (t *tagger) sequence(at place, owner Ref, home int) Object {
	t.parents[at.page].(Array)[at.id] = owner
	if at.page == home {
		return at.id
	}
	return Dict{"Type": Name("MCR"), "Pg": t.pages[at.page], "MCID": at.id}
}

// word adds an element for a word that lines break.
func (t *tagger) word(parts []place, owner Ref) Ref {
	ref, home := t.add(nil), parts[0].page
	kids := Array{}
	for _, at := range parts {
		kids = append(kids, t.sequence(at, ref, home))
	}
	t.set(ref, Dict{
		"Type": Name("StructElem"), "S": Name("Span"), "P": owner, "Pg": t.pages[home],
		"ActualText": text(t.ledger.Words[parts[0].word-1]), "K": one(kids),
	})
	return ref
}

// attributes returns what a tag says of itself beyond its text (14.8.5): a
// figure where it stands, a list how it counts.
func (t *tagger) attributes(tag *display.Tag) Object {
	switch {
	case tag.Role == "Figure":
		page, area := -1, geom.Rect{}
		tag.Walk(func(below *display.Tag) {
			for _, k := range below.Kids {
				if k.Tag != nil {
					continue
				}
				for _, at := range t.places[k.Mark] {
					if page < 0 {
						page = at.page
					}
					if at.page == page {
						area = area.Union(t.ledger.Sheets[page].Sequences[at.id].Box)
					}
				}
			}
		})
		if page < 0 {
			return nil
		}
		s := &t.ledger.Sheets[page]
		area = placed(s, area).Intersect(geom.Rect{W: s.Media.W, H: s.Media.H})
		return Dict{"O": Name("Layout"), "Placement": Name("Block"), "BBox": box(s, area)}
	case tag.Role == "L" && tag.Numbering != "":
		return Dict{"O": Name("List"), "ListNumbering": Name(tag.Numbering)}
	}
	return nil
}

// sound refuses what no reader could make sense of.
func sound(tag *display.Tag) error {
	switch tag.Role {
	case "Figure":
		if tag.Alt == "" {
			return fmt.Errorf("a figure of %q has no description", tag.Story)
		}
	case "Document", "Part", "Sect", "Div", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody",
		"BlockQuote", "Caption", "TOC", "TOCI", "Reference", "Note", "Link", "Span", "Quote":
	default:
		return fmt.Errorf("no standard role %q", tag.Role)
	}
	return nil
}
