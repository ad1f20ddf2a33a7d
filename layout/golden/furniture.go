package golden

import (
	"slices"
	"strings"
)

// furnitureOf compares what stands around the stories: masthead, running heads,
// folios. What several places say alike is told once.
func (c *comparison) furnitureOf() {
	a, b := c.worded(c.old), c.worded(c.new)
	var roles []string
	for _, q := range append(slices.Clone(a), b...) {
		if !slices.Contains(roles, q.role) {
			roles = append(roles, q.role)
		}
	}
	type saying struct {
		text  string
		roles []string
		page  int
	}
	var out []*saying
	say := func(role string, page int, text string) {
		at := slices.IndexFunc(out, func(s *saying) bool { return fold(s.text) == fold(text) })
		if at < 0 {
			at = len(out)
			out = append(out, &saying{text: text, page: page})
		}
		if !slices.Contains(out[at].roles, role) {
			out[at].roles = append(out[at].roles, role)
		}
		if strings.ToUpper(out[at].text) == out[at].text {
			out[at].text = text // small letters say it better than capitals
		}
	}
	for _, role := range roles {
		x, y := only(a, b, role), only(b, a, role)
		for i := range max(len(x), len(y)) {
			switch {
			case i >= len(y):
				if role != "section" {
					say(role, x[i].page, quote(clip(x[i].text()))+" is gone")
				}
			case i >= len(x):
				if role != "section" {
					say(role, y[i].page, quote(clip(y[i].text()))+" added")
				}
			case c.explained(x[i].text(), y[i].text(), same):
			default:
				say(role, y[i].page, reworded(wordwise(x[i].tokens, y[i].tokens)))
			}
		}
	}
	for _, s := range out {
		if len(c.come) > 0 && len(s.roles) == 1 && s.roles[0] == "section" {
			continue
		}
		f := Finding{Kind: "text", rank: rankFurniture, Page: s.page}
		if c.onCover(s.page) && (slices.Equal(s.roles, []string{"credit"}) || slices.Equal(s.roles, []string{"caption"})) {
			c.say(f, "cover: %s %s", s.roles[0], s.text)
			continue
		}
		c.say(f, "%s: %s", list(s.roles), s.text)
	}
	if x, y := c.old.Title, c.new.Title; x != y && len(out) == 0 {
		c.say(Finding{Kind: "text", rank: rankFurniture}, "title of the document %s -> %s", quote(clip(x)), quote(clip(y)))
	}
}

// wordwise cuts two texts down to the words that differ, so that the same change
// reads the same in all places.
func wordwise(a, b []token) (x, y []token) {
	h := bridge(difference(len(a), len(b), func(i, j int) bool { return a[i].same(b[j]) }), 1, func(int) bool { return false })
	if len(h) != 1 || h[0].a0 == h[0].a1 || h[0].b0 == h[0].b1 {
		return a, b
	}
	return a[h[0].a0:h[0].a1], b[h[0].b0:h[0].b1]
}

// worded returns the furniture's texts, each once; page and section numbers say
// nothing, and the sections' titles are told with the sections.
func (c *comparison) worded(e *edition) (out []*passage) {
	seen, titles := map[string]bool{}, map[string]bool{}
	for _, k := range append(chapters(c.old), chapters(c.new)...) {
		titles[fold(k.Title)] = true
	}
	for _, s := range slices.Concat(c.old.stories, c.new.stories) {
		for _, p := range s.passages {
			if p.role == "title" || p.role == "short" {
				titles[fold(p.text())] = true // running heads may name the story
			}
		}
	}
	for _, p := range e.furniture {
		key := p.role + "\n" + p.text()
		if strings.TrimSpace(undigited(p.text())) == "" || seen[key] || p.role != "section" && titles[fold(p.text())] {
			continue
		}
		seen[key] = true
		out = append(out, p)
	}
	return out
}

// only returns the passages of a role that the other edition lacks.
func only(list, other []*passage, role string) (out []*passage) {
	for _, p := range list {
		if p.role == role && !slices.ContainsFunc(other, func(q *passage) bool { return q.role == role && q.text() == p.text() }) {
			out = append(out, p)
		}
	}
	return out
}

// onCover reports whether a page shows the cover's picture, now or before.
func (c *comparison) onCover(page int) bool {
	return slices.ContainsFunc([]*edition{c.old, c.new}, func(e *edition) bool {
		return slices.ContainsFunc(e.stories, func(s *story) bool { return s.id == "cover" && slices.Contains(s.pages, page) })
	})
}
