package golden

import (
	"fmt"
	"slices"
	"strings"
)

// looks says which words stand out that did not, where the words are the same.
func looks(c *comparison, p pair) {
	hard := func(list []token) []token {
		return slices.DeleteFunc(slices.Clone(list), func(t token) bool { return t.soft })
	}
	a, b := hard(p.old.running), hard(p.new.running)
	// How links look is told with them.
	other := func(t, u token) bool { return t.face != u.face && t.link == u.link }
	for i := max(opening(a), opening(b)); i < len(a) && i < len(b); i++ {
		if !other(a[i], b[i]) {
			continue
		}
		j := i + 1
		for j < len(a) && j < len(b) && other(a[j], b[j]) && b[j].face == b[i].face {
			j++
		}
		how := "now " + b[i].face
		if b[i].face == "" {
			how = "no longer " + a[i].face
		}
		c.say(Finding{Kind: "text", rank: rankText, Page: b[i].page, Story: p.new.id}, "%s: %s is %s, page %d", p.new.id, quote(phrase(b[i:j])), how, b[i].page)
		i = j
	}
}

// opening counts the tokens that a brand sets in another family at a story's
// beginning.
func opening(list []token) int {
	i, plain := 0, 0
	for i < len(list) && (list[i].para || strings.HasPrefix(list[i].face, "in ") || list[i].face == "" && plain == 0) {
		if !list[i].para && list[i].face == "" {
			plain++ // the word of a drop cap
		}
		i++
	}
	if i > 0 && list[i-1].face == "" {
		return 0
	}
	return i
}

// linksOf compares where the words of a story lead. Links within the issue are
// told where their words are, but for references that lead elsewhere now.
func (c *comparison) linksOf(p pair) {
	f := Finding{Kind: "text", rank: rankText, Page: p.new.pages[0], Story: p.new.id}
	for _, s := range linkChanges(p.old.running, p.new.running) {
		c.say(f, "%s: %s", p.new.id, s)
	}
	for _, role := range rolesOf(p) {
		a, b := p.old.of(role), p.new.of(role)
		for i := range max(len(a), len(b)) {
			switch {
			case len(a) != len(b):
				// Which is which is known by the words.
				if i >= len(b) {
					continue
				}
				if at := slices.IndexFunc(a, func(q *passage) bool { return q.text() == b[i].text() }); at >= 0 {
					c.linksIn(f, p, a[at], b[i])
				}
			default:
				c.linksIn(f, p, a[i], b[i])
			}
		}
	}
	for i := range max(len(p.old.links), len(p.new.links)) {
		switch {
		case i >= len(p.new.links):
			c.say(f, "%s: the link to %s is gone", p.new.id, p.old.links[i])
		case i >= len(p.old.links):
			c.say(f, "%s: a link to %s added", p.new.id, p.new.links[i])
		case p.old.links[i] != p.new.links[i]:
			c.say(f, "%s: link %s -> %s", p.new.id, p.old.links[i], p.new.links[i])
		}
	}
}

// linksIn compares where a passage leads.
func (c *comparison) linksIn(f Finding, p pair, a, b *passage) {
	if a.unset || b.unset {
		return // it leads nowhere
	}
	f.Page = b.page
	for _, s := range linkChanges(a.tokens, b.tokens) {
		if b.role == "follow" {
			s = strings.Replace(s, " under ", " of the code ", 1)
		}
		c.say(f, "%s: %s", p.new.id, s)
	}
}

// linkChanges says where words lead now that lead elsewhere than they did.
func linkChanges(a, b []token) (out []string) {
	reads := plain(a) == plain(b)
	leads := func(t token) string {
		if t.para {
			return ""
		}
		return t.link
	}
	say := func(words []token, was, is string) {
		from, to := address(was), address(is)
		switch {
		case from == to, !reads && (was != from || is != to): // the words tell of it
		case !reads && was != "" && is != "" && saysAddress(a, was) && saysAddress(b, is):
		case was == "":
			out = append(out, fmt.Sprintf("%s is a link to %s now", quote(phrase(words)), to))
		case is == "":
			out = append(out, fmt.Sprintf("%s is no longer a link to %s", quote(phrase(words)), from))
		default:
			out = append(out, fmt.Sprintf("link %s -> %s under %s", from, to, quote(phrase(words))))
		}
	}
	i, j := 0, 0
	same := func(toA, toB int) { // words that both have
		for i < toA && j < toB {
			start, was, is := j, leads(a[i]), leads(b[j])
			for i < toA && j < toB && leads(a[i]) == was && leads(b[j]) == is {
				i, j = i+1, j+1
			}
			if was != is {
				say(b[start:j], was, is)
			}
		}
	}
	for _, h := range difference(len(a), len(b), func(i, j int) bool { return a[i].same(b[j]) }) {
		same(h.a0, h.b0)
		was, is := unsaid(a[h.a0:h.a1], a), unsaid(b[h.b0:h.b1], b)
		for n := range max(len(was), len(is)) {
			switch {
			case n >= len(was) && h.a0 < h.a1:
				out = append(out, "a link to "+is[n]+" added")
			case n >= len(is) && h.b0 < h.b1:
				out = append(out, "the link to "+was[n]+" is gone")
			case n < len(was) && n < len(is) && was[n] != is[n]:
				out = append(out, "link "+was[n]+" -> "+is[n])
			}
		}
		i, j = h.a1, h.b1
	}
	same(len(a), len(b))
	return out
}

// unsaid lists where words lead, each address once, but for those that the whole
// text says.
func unsaid(list, text []token) (out []string) {
	for _, t := range list {
		if t.link != "" && !t.para && !strings.HasPrefix(t.link, "@") && !slices.Contains(out, t.link) && !saysAddress(text, t.link) {
			out = append(out, t.link)
		}
	}
	return out
}

// saysAddress reports whether a text says an address.
func saysAddress(text []token, link string) bool {
	_, bare, _ := strings.Cut(link, ":")
	return strings.Contains(strings.ReplaceAll(plain(text), " ", ""), strings.TrimLeft(bare, "/"))
}

// address says where a link leads: to an address, or to a story.
func address(link string) string { return strings.TrimPrefix(link, "@") }
