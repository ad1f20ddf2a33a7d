package golden

import (
	"fmt"
	"slices"
	"strings"
)

// used is a type that a role is set in, and where.
type used struct {
	Type
	role  string
	pages []int
	texts int    // items
	first string // what the first of them says
	page  *Page  // where it stands
}

// typesOf lists the types of every role, in the order of their first use.
func typesOf(g *Golden) (out []*used) {
	for i := range g.Pages {
		p := &g.Pages[i]
		for j := range p.Blocks {
			for _, it := range p.Blocks[j].Items {
				if it.Text == nil {
					continue
				}
				at := slices.IndexFunc(out, func(u *used) bool { return u.role == it.Role && u.Type == it.Text.Type })
				if at < 0 {
					at = len(out)
					u := &used{Type: it.Text.Type, role: it.Role, page: p}
					if len(it.Text.Lines) > 0 {
						u.first = it.Text.Lines[0].Text
					}
					out = append(out, u)
				}
				u := out[at]
				u.texts++
				if n := len(u.pages); n == 0 || u.pages[n-1] != p.Number {
					u.pages = append(u.pages, p.Number)
				}
			}
		}
	}
	return out
}

// types compares what roles are set in. A type that was given up for another one
// is a change of the house, unless it stood in one place whose words or template
// changed: then it was fitted.
func (c *comparison) types() []string {
	olds, news := typesOf(c.old.Golden), typesOf(c.new.Golden)
	lacks := func(in []*used, u *used) bool {
		return !slices.ContainsFunc(in, func(v *used) bool { return v.role == u.role && v.Type == u.Type })
	}
	type group struct {
		text  string
		roles []string
		pages []int
	}
	var groups []*group
	taken := map[*used]bool{}
	for _, a := range olds {
		if !lacks(news, a) {
			continue
		}
		b := closest(a, news, func(v *used) bool { return !taken[v] && lacks(olds, v) })
		if b == nil || !isHouse(a, b) {
			continue
		}
		taken[b] = true
		text := typeChange(a.Type, b.Type)
		at := slices.IndexFunc(groups, func(g *group) bool { return g.text == text })
		if at < 0 {
			at = len(groups)
			groups = append(groups, &group{text: text})
		}
		g := groups[at]
		if !slices.Contains(g.roles, a.role) {
			g.roles = append(g.roles, a.role)
		}
		g.pages = append(g.pages, b.pages...)
		if isRunning(a.role) || a.Size != b.Size || a.Leading != b.Leading {
			c.anew = true
		}
	}
	for _, s := range c.typesOfStories(olds) {
		if !slices.ContainsFunc(groups, func(g *group) bool { return g.text == s.text && slices.Contains(g.roles, s.role) }) {
			groups = append(groups, &group{s.text, []string{s.role}, s.pages})
			c.anew = true
		}
	}
	// The body first: it says most.
	slices.SortStableFunc(groups, func(a, b *group) int { return weight(a.roles) - weight(b.roles) })
	var out []string
	for _, g := range groups {
		slices.SortStableFunc(g.roles, func(a, b string) int { return weight([]string{a}) - weight([]string{b}) })
		slices.Sort(g.pages)
		out = append(out, list(g.roles)+" "+g.text+where(slices.Compact(g.pages), len(c.new.Pages)))
	}
	return out
}

// retyped is a role that stories have in a type that nothing of it had.
type retyped struct {
	role, text string
	stories    int
	pages      []int
}

// typesOfStories finds types that were given up in several stories for one that
// is new, though others of the role keep them.
func (c *comparison) typesOfStories(olds []*used) (out []retyped) {
	for _, p := range c.pairs {
		was, is := typesIn(c.old.Golden, p.old.id), typesIn(c.new.Golden, p.new.id)
		for _, u := range is {
			at := slices.IndexFunc(was, func(v *used) bool { return v.role == u.role })
			if at < 0 || was[at].Type == u.Type || was[at].page.Template != u.page.Template {
				continue
			}
			if slices.ContainsFunc(olds, func(v *used) bool { return v.role == u.role && v.Type == u.Type }) {
				continue
			}
			text := typeChange(was[at].Type, u.Type)
			i := slices.IndexFunc(out, func(r retyped) bool { return r.role == u.role && r.text == text })
			if i < 0 {
				i = len(out)
				out = append(out, retyped{role: u.role, text: text})
			}
			out[i].stories++
			out[i].pages = append(out[i].pages, p.new.pages...)
		}
	}
	return slices.DeleteFunc(out, func(r retyped) bool { return r.stories < 2 })
}

// typesIn returns the types of the roles that a story sets in one type.
func typesIn(g *Golden, id string) []*used {
	part := &Golden{}
	for i := range g.Pages {
		p := g.Pages[i]
		p.Blocks = slices.DeleteFunc(slices.Clone(p.Blocks), func(k Block) bool { return k.Story != id })
		if len(p.Blocks) > 0 {
			part.Pages = append(part.Pages, p)
		}
	}
	all := typesOf(part)
	return slices.DeleteFunc(slices.Clone(all), func(u *used) bool {
		return slices.ContainsFunc(all, func(v *used) bool { return v != u && v.role == u.role })
	})
}

func weight(roles []string) int {
	if slices.Contains(roles, "body") {
		return 0
	}
	return 1
}

func isHouse(a, b *used) bool {
	if a.texts > 1 && len(a.pages) > 1 {
		return true
	}
	return a.first == b.first && a.page.Template == b.page.Template && a.page.Number == b.page.Number
}

// closest returns the type of the same role that is most like a.
func closest(a *used, among []*used, ok func(*used) bool) (best *used) {
	least := 0
	for _, v := range among {
		if v.role != a.role || !ok(v) {
			continue
		}
		d := 0
		if v.Face != a.Face {
			d += 1000
		}
		d += int(abs(v.Size-a.Size) + abs(v.Leading-a.Leading))
		if best == nil || d < least {
			best, least = v, d
		}
	}
	return best
}

func abs(l Length) Length { return max(l, -l) }

// typeChange says what became different between two types.
func typeChange(a, b Type) string {
	out := ""
	if a.Face != b.Face {
		out = fmt.Sprintf("face %s -> %s", a.Face, b.Face)
		if a.Size != b.Size || a.Leading != b.Leading {
			out += ", "
		}
	}
	switch {
	case a.Size != b.Size && a.Leading != b.Leading:
		out += fmt.Sprintf("size and leading %s/%s -> %s/%s pt", pt(a.Size), pt(a.Leading), pt(b.Size), pt(b.Leading))
	case a.Size != b.Size:
		out += change("size", a.Size, b.Size)
	case a.Leading != b.Leading:
		out += change("leading", a.Leading, b.Leading)
	}
	return out
}

// worn is an ink that a role of a story gave up for another.
type worn struct{ from, to string }

// wear compares which inks things wear. Where an ink was given up everywhere it
// is a change of the house; where sections changed theirs, that is said of the
// sections.
func (c *comparison) wear() []string {
	type group struct {
		worn
		roles, sections []string
		pages           []int
	}
	var groups []*group
	for _, p := range c.pairs {
		olds, news := inksOf(c.old.Golden, p.old.id), inksOf(c.new.Golden, p.new.id)
		for _, b := range news {
			at := slices.IndexFunc(olds, func(a roleInk) bool { return a.role == b.role })
			if at < 0 || olds[at].ink == b.ink || olds[at].ink == "" || b.ink == "" {
				continue
			}
			w := worn{olds[at].ink, b.ink}
			i := slices.IndexFunc(groups, func(g *group) bool { return g.worn == w })
			if i < 0 {
				i = len(groups)
				groups = append(groups, &group{worn: w})
			}
			g := groups[i]
			if !slices.Contains(g.roles, b.role) {
				g.roles = append(g.roles, b.role)
			}
			if key := sectionKey(p.new.id); !slices.Contains(g.sections, key) {
				g.sections = append(g.sections, key)
			}
			g.pages = append(g.pages, p.new.pages...)
		}
	}
	var out, sections, keys []string
	for _, g := range groups {
		if len(g.sections) == 1 && !slices.Contains(keys, g.sections[0]) && slices.Contains(g.roles, "kicker") {
			keys = append(keys, g.sections[0])
			sections = append(sections, fmt.Sprintf("%s %s -> %s", g.sections[0], g.from, g.to))
		}
	}
	if len(keys) > 1 {
		out = append(out, "section colours: "+strings.Join(sections, ", "))
	}
	for _, g := range groups {
		if len(keys) > 1 && len(g.sections) == 1 && slices.Contains(keys, g.sections[0]) {
			continue // its section's colours are told
		}
		slices.Sort(g.pages)
		g.pages = slices.Compact(g.pages)
		roles := list(g.roles)
		if len(g.roles) > 3 {
			roles = fmt.Sprintf("%s and %d other things", list(g.roles[:2]), len(g.roles)-2)
		}
		if stillWorn(c.new.Golden, g.roles, g.from) {
			out = append(out, fmt.Sprintf("colour of section %s %s -> %s", list(g.sections), g.from, g.to))
		} else {
			out = append(out, fmt.Sprintf("colour of %s %s -> %s", roles, g.from, g.to)+where(g.pages, len(c.new.Pages)))
		}
	}
	return out
}

func stillWorn(g *Golden, roles []string, ink string) bool {
	for i := range g.Pages {
		for j := range g.Pages[i].Blocks {
			for _, it := range g.Pages[i].Blocks[j].Items {
				if it.Ink == ink && slices.Contains(roles, it.Role) {
					return true
				}
			}
		}
	}
	return false
}

// roleInk is the one ink of a role in a story, "" where it has several.
type roleInk struct{ role, ink string }

func inksOf(g *Golden, id string) (out []roleInk) {
	for i := range g.Pages {
		for j := range g.Pages[i].Blocks {
			k := &g.Pages[i].Blocks[j]
			if k.Story != id {
				continue
			}
			for _, it := range k.Items {
				if it.Figure != nil {
					continue
				}
				at := slices.IndexFunc(out, func(r roleInk) bool { return r.role == it.Role })
				switch {
				case at < 0:
					out = append(out, roleInk{it.Role, it.Ink})
				case out[at].ink != it.Ink:
					out[at].ink = ""
				}
			}
		}
	}
	return out
}
