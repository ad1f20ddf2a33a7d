package golden

import (
	"fmt"
	"slices"
)

// marks says whether stories lost or gained small drawings, such as end marks,
// all alike.
func (c *comparison) marks() []string {
	by, stories, bear := 0, 0, 0
	var pages []int
	for _, p := range c.pairs {
		was, is := marksOf(c.old.Golden, p.old.id), marksOf(c.new.Golden, p.new.id)
		if was > 0 || is > 0 {
			bear++
		}
		n := is - was
		switch {
		case n == 0:
		case by == 0 || by == n:
			by = n
			stories++
			pages = append(pages, p.new.pages...)
		default:
			return nil
		}
	}
	if stories < 2 {
		return c.outlines()
	}
	if 2*stories <= bear {
		return nil // they came and went with the pages of some stories
	}
	c.marked = true
	slices.Sort(pages)
	return []string{fmt.Sprintf("%s %s in each of %d stories", count(int(abs(Length(by))), "mark", "marks"), way(by, "more", "fewer"), stories) +
		where(slices.Compact(pages), len(c.new.Pages))}
}

func marksOf(g *Golden, id string) (n int) {
	for i := range g.Pages {
		for j := range g.Pages[i].Blocks {
			if k := &g.Pages[i].Blocks[j]; k.Story == id {
				n += k.boxes("mark")
			}
		}
	}
	return n
}

// boxes counts the boxes of a role.
func (k *Block) boxes(role string) (n int) {
	for i := range k.Items {
		if it := &k.Items[i]; it.Text == nil && it.Figure == nil && it.Role == role {
			n++
		}
	}
	return n
}

// outlines says whether the marks of stories are drawn otherwise, all alike.
func (c *comparison) outlines() []string {
	from, to, stories := "", "", 0
	var pages []int
	for _, p := range c.pairs {
		was, is := shapesOf(c.old.Golden, p.old.id), shapesOf(c.new.Golden, p.new.id)
		kept := slices.Clone(was)
		was = slices.DeleteFunc(was, func(s string) bool { return slices.Contains(is, s) })
		is = slices.DeleteFunc(is, func(s string) bool { return slices.Contains(kept, s) })
		if len(was) != 1 || len(is) != 1 {
			continue
		}
		if stories > 0 && (was[0] != from || is[0] != to) {
			return nil
		}
		from, to = was[0], is[0]
		stories++
		pages = append(pages, p.new.pages...)
	}
	if stories < 2 {
		return nil
	}
	slices.Sort(pages)
	return []string{fmt.Sprintf("the mark at the end of %d stories is another", stories) + where(slices.Compact(pages), len(c.new.Pages))}
}

// shapesOf lists what the marks of a story look like, each once.
func shapesOf(g *Golden, id string) (out []string) {
	for i := range g.Pages {
		for j := range g.Pages[i].Blocks {
			k := &g.Pages[i].Blocks[j]
			for _, it := range k.Items {
				if k.Story == id && it.Role == "mark" && it.Figure == nil && it.Text == nil && !slices.Contains(out, it.Shape) {
					out = append(out, it.Shape)
				}
			}
		}
	}
	return out
}
