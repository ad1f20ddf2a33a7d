package golden

import (
	"fmt"
	"slices"
	"strconv"
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
	anew := false
	change := func(a *used, sure bool) {
		b := closest(a, news, func(v *used) bool { return !taken[v] && lacks(olds, v) })
		if b == nil {
			return
		}
		text := typeChange(a.Type, b.Type)
		at := slices.IndexFunc(groups, func(g *group) bool { return g.text == text })
		// What one text wears may have been fitted to it; what others do, too, not.
		if !c.isHouse(a, b) && (sure || at < 0 || !slices.Contains(groups[at].roles, a.role)) {
			return
		}
		taken[a], taken[b] = true, true
		c.retyped = append(c.retyped, [2]Type{a.Type, b.Type})
		if at < 0 {
			at = len(groups)
			groups = append(groups, &group{text: text})
		}
		g := groups[at]
		if !slices.Contains(g.roles, a.role) {
			g.roles = append(g.roles, a.role)
		}
		g.pages = append(g.pages, b.pages...)
		anew = anew || isRunning(a.role) || a.Size != b.Size || a.Leading != b.Leading || a.Setting != b.Setting
	}
	for _, sure := range []bool{true, false} {
		for _, a := range olds {
			if !taken[a] && lacks(news, a) {
				change(a, sure)
			}
		}
	}
	c.anew = c.anew || anew
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
		if slices.Contains(g.roles, "body") {
			// Lists and quotations are body text, too.
			g.roles = slices.DeleteFunc(g.roles, func(r string) bool { return r == "list" || r == "blockquote" })
		}
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
	for i, r := range []string{"body", "title"} {
		if slices.Contains(roles, r) {
			return i
		}
	}
	return 2
}

func (c *comparison) isHouse(a, b *used) bool {
	if a.texts > 1 && len(a.pages) > 1 {
		return true
	}
	if c.anew {
		return false // it was fitted to another page
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
		d := int(abs(v.Size-a.Size) + abs(v.Leading-a.Leading))
		if v.Face != a.Face {
			d += 1000
		}
		if v.Setting != a.Setting {
			d += 10
		}
		if best == nil || d < least {
			best, least = v, d
		}
	}
	return best
}

func abs(l Length) Length { return max(l, -l) }

// typeChange says what became different between two types.
func typeChange(a, b Type) string {
	var out []string
	if a.Face != b.Face {
		out = append(out, fmt.Sprintf("face %s -> %s", a.Face, b.Face))
	}
	switch {
	case a.Size != b.Size && a.Leading != b.Leading:
		out = append(out, fmt.Sprintf("size and leading %s/%s -> %s/%s pt", pt(a.Size), pt(a.Leading), pt(b.Size), pt(b.Leading)))
	case a.Size != b.Size:
		out = append(out, change("size", a.Size, b.Size))
	case a.Leading != b.Leading:
		out = append(out, change("leading", a.Leading, b.Leading))
	}
	return strings.Join(append(out, settingChange(a.Setting, b.Setting)...), ", ")
}

// settingChange says what became different in how a style sets lines.
func settingChange(a, b string) (out []string) {
	was, is := settings(a), settings(b)
	if x, y := was["align"], is["align"]; x != y {
		out = append(out, fmt.Sprintf("%s instead of %s", y, x))
	}
	switch x, y := was["hyphenated"], is["hyphenated"]; {
	case x != "" && y == "":
		out = append(out, "no longer hyphenated")
	case x == "" && y != "":
		out = append(out, "hyphenated now")
	}
	if x, y := was["indent"], is["indent"]; x != y {
		out = append(out, change("indent", hundredths(x), hundredths(y)))
	}
	for _, key := range []string{"tracking", "case", "features"} {
		if x, y := was[key], is[key]; x != y {
			out = append(out, fmt.Sprintf("%s %s -> %s", key, orNone(x), orNone(y)))
		}
	}
	return out
}

// settings reads what a style says beside its type.
func settings(s string) map[string]string {
	out := map[string]string{"align": "flush left"}
	for _, field := range strings.Fields(s) {
		key, value, ok := strings.Cut(field, "=")
		switch {
		case ok:
			out[key] = value
		case field == "hyphenated":
			out[field] = field
		case field == "right":
			out["align"] = "flush right"
		default:
			out["align"] = field
		}
	}
	return out
}

// hundredths reads a length that a setting states; nothing is none.
func hundredths(s string) Length {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return Length(n)
}
