package golden

import (
	"fmt"
	"slices"
	"strings"
)

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
		if a, b := sectionKey(p.old.id), sectionKey(p.new.id); a != b && c.chapter[a] != b {
			continue // it wears its new section's colours
		}
		if (p.old.section == nil) != (p.new.section == nil) {
			continue // what opens a section may be set otherwise
		}
		olds, news := inksOf(c.old.Golden, p.old.id), inksOf(c.new.Golden, p.new.id)
		for _, b := range news {
			at := slices.IndexFunc(olds, func(a roleInk) bool { return a.role == b.role })
			if at < 0 || olds[at].ink == b.ink || olds[at].ink == "" || b.ink == "" || !sameWords(p, b.role) {
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
		if len(g.sections) == 1 && !slices.Contains(keys, g.sections[0]) && (slices.Contains(g.roles, "kicker") || c.renumbered()) {
			keys = append(keys, g.sections[0])
			sections = append(sections, fmt.Sprintf("%s %s -> %s", g.sections[0], g.from, g.to))
		}
	}
	switch {
	case len(keys) > 0 && c.renumbered():
		c.say(Finding{Kind: "house", rank: rankFurniture}, "section colours follow the order: %s", strings.Join(sections, ", "))
	case len(keys) > 1:
		out = append(out, "section colours: "+strings.Join(sections, ", "))
	}
	for _, g := range groups {
		if (len(keys) > 1 || c.renumbered()) && len(g.sections) == 1 && slices.Contains(keys, g.sections[0]) {
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

// sameWords reports whether a role of a story says what it said: else its ink may
// have gone with the words.
func sameWords(p pair, role string) bool {
	if isRunning(role) {
		return true
	}
	a, b := texted(p.old.of(role)), texted(p.new.of(role))
	return slices.Equal(a, b)
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
