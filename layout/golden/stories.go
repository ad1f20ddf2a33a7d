package golden

import (
	"fmt"
	"slices"
	"strings"
)

// chapter is a section with its stories.
type chapter struct {
	*Section
	stories []*story
}

func chapters(e *edition) (out []*chapter) {
	for _, s := range e.stories {
		if s.section != nil {
			out = append(out, &chapter{Section: s.section})
		}
		if n := len(out); n > 0 && sectionKey(s.id) == out[n-1].Key {
			out[n-1].stories = append(out[n-1].stories, s)
		}
	}
	return out
}

// pairChapters finds the sections of both editions. One whose key changed with
// its title is known by its stories.
func (c *comparison) pairChapters() {
	c.olds, c.news = chapters(c.old), chapters(c.new)
	c.former = map[*chapter]*chapter{}
	taken := map[*chapter]bool{}
	find := func(n *chapter, is func(o *chapter) bool) {
		if at := slices.IndexFunc(c.olds, func(o *chapter) bool { return !taken[o] && is(o) }); at >= 0 && c.former[n] == nil {
			c.former[n] = c.olds[at]
			taken[c.olds[at]] = true
		}
	}
	for _, n := range c.news {
		find(n, func(o *chapter) bool { return o.Key == n.Key })
	}
	for _, n := range c.news {
		find(n, func(o *chapter) bool {
			return slices.ContainsFunc(n.stories, func(s *story) bool { return sectionKey(c.twin[s.id]) == o.Key })
		})
	}
	c.chapter = map[string]string{}
	for _, n := range c.news {
		if o := c.former[n]; o != nil {
			c.chapter[o.Key] = n.Key
		}
	}
	c.goneChapters = slices.DeleteFunc(slices.Clone(c.olds), func(o *chapter) bool { return taken[o] })
}

// renumbered reports whether sections came, went or changed places, so that others
// wear the colours that were theirs.
func (c *comparison) renumbered() bool {
	return len(c.olds) != len(c.news) || slices.ContainsFunc(c.news, func(n *chapter) bool {
		return c.former[n] == nil || slices.Index(c.olds, c.former[n]) != slices.Index(c.news, n)
	})
}

// sections compares the sections.
func (c *comparison) sections() {
	for _, n := range c.news {
		o := c.former[n]
		if o == nil {
			c.newSection(n)
			continue
		}
		if o.Title != n.Title {
			c.rename(o.Title, n.Title)
			c.say(Finding{own: true, Kind: "section", rank: rankSection, Page: n.stories[0].pages[0]}, "section %s is now called %s", quote(clip(o.Title)), quote(clip(n.Title)))
		}
	}
	for _, o := range c.goneChapters {
		c.oldSection(o)
	}
	c.sectionOrder()
}

// sectionOrder compares the order of the sections that both editions have.
func (c *comparison) sectionOrder() {
	var kept []*chapter
	var was []int
	for _, n := range c.news {
		if o := c.former[n]; o != nil {
			kept, was = append(kept, n), append(was, slices.Index(c.olds, o))
		}
	}
	off, moved := disorder(was)
	if len(off) == 2 {
		a, b := kept[off[1]], kept[off[0]]
		c.say(Finding{own: true, Kind: "section", rank: rankSection, Page: b.stories[0].pages[0]}, "sections %s and %s changed places", quote(clip(a.Title)), quote(clip(b.Title)))
		return
	}
	for _, i := range moved {
		place := "comes first"
		if i > 0 {
			place = "comes after " + quote(clip(kept[i-1].Title))
		}
		c.say(Finding{own: true, Kind: "section", rank: rankSection, Page: kept[i].stories[0].pages[0]}, "section %s now %s", quote(clip(kept[i].Title)), place)
	}
}

// disorder says which places of a list are not in order, and which of its things
// have moved: those outside the longest run that kept its order.
func disorder(was []int) (off, moved []int) {
	sorted := slices.Sorted(slices.Values(was))
	for i := range was {
		if was[i] != sorted[i] {
			off = append(off, i)
		}
	}
	for _, h := range difference(len(was), len(sorted), func(i, j int) bool { return was[i] == sorted[j] }) {
		for i := h.a0; i < h.a1; i++ {
			moved = append(moved, i)
		}
	}
	return off, moved
}

func (c *comparison) newSection(n *chapter) {
	var ids, fresh []string
	for _, s := range n.stories {
		ids = append(ids, s.id)
		if c.twin[s.id] == "" {
			fresh = append(fresh, s.id)
		}
	}
	c.come = slices.DeleteFunc(c.come, func(s *story) bool { return slices.Contains(fresh, s.id) })
	c.say(Finding{own: true, Kind: "section", rank: rankSection, Page: n.stories[0].pages[0], Details: ids},
		"new section %s on page %d, with %s", quote(clip(n.Title)), n.stories[0].pages[0], count(len(n.stories), "story", "stories"))
}

func (c *comparison) oldSection(o *chapter) {
	var ids []string
	for _, s := range o.stories {
		ids = append(ids, s.id)
	}
	c.gone = slices.DeleteFunc(c.gone, func(s *story) bool { return slices.Contains(ids, s.id) })
	c.say(Finding{own: true, Kind: "section", rank: rankSection, Details: ids},
		"section %s is gone, with %s (it was on page %d)", quote(clip(o.Title)), count(len(o.stories), "story", "stories"), o.stories[0].pages[0])
}

// rename notes that something is called otherwise now, so that the places that
// repeat the name are not told as well.
func (c *comparison) rename(a, b string) { c.renames = append(c.renames, [2]string{a, b}) }

// explained reports whether b is a with things called otherwise, but for what
// drop takes away.
func (c *comparison) explained(a, b string, drop func(string) string) bool {
	if drop(a) == drop(b) {
		return true
	}
	a, b = fold(a), fold(b)
	for _, r := range c.renames {
		if was := fold(r[0]); strings.Contains(a, was) && drop(strings.ReplaceAll(a, was, fold(r[1]))) == drop(b) {
			return true
		}
	}
	return false
}

// fold makes texts equal that differ in their capitals or spaces only, for names
// may be repeated in capitals.
func fold(s string) string {
	return strings.ToLower(strings.ToUpper(strings.Join(strings.FieldsFunc(s, isGap), " ")))
}

func same(s string) string { return s }

// undigited drops the numbers of a text.
func undigited(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, s)
}

// storiesOf says which stories are new, which are gone, and which stand in
// another order.
func (c *comparison) storiesOf() {
	for _, p := range c.pairs {
		if a, b := p.old.title(), p.new.title(); a != b && a != "" {
			c.rename(a, b)
		}
	}
	for _, s := range c.come {
		if s.bare() {
			c.say(Finding{Kind: "photo", rank: rankStory, Page: s.pages[0], Story: s.id}, "%s: photo %s added", s.id, s.figures[0].File)
			continue
		}
		c.say(Finding{own: true, Kind: "story", rank: rankStory, Page: s.pages[0], Story: s.id}, "new: %s%s on %s", s.id, titled(s), onPages(s.pages))
	}
	for _, s := range c.gone {
		if s.bare() {
			c.say(Finding{Kind: "photo", rank: rankStory, Page: s.pages[0], Story: s.id}, "%s: photo %s is gone", s.id, s.figures[0].File)
			continue
		}
		c.say(Finding{own: true, Kind: "story", rank: rankStory, Story: s.id}, "gone: %s%s, which was on %s", s.id, titled(s), onPages(s.pages))
	}
	for _, p := range c.pairs {
		if a, b := sectionKey(p.old.id), sectionKey(p.new.id); a != b && c.chapter[a] != b {
			c.say(Finding{Kind: "story", rank: rankStory, Page: p.new.pages[0], Story: p.new.id}, "%s moved from section %s to section %s", p.new.id, a, b)
		}
	}
	c.sequence()
}

// bare reports whether a story is nothing but a picture, as the cover may be.
func (s *story) bare() bool {
	return len(s.figures) > 0 && len(s.running) == 0 && len(s.passages) == 0
}

func titled(s *story) string {
	if t := s.title(); t != "" && strings.Contains(s.id, "/") {
		return " " + quote(clip(t))
	}
	return ""
}

// sequence compares the order of the stories that both editions have. Those that
// went with their section, or to another one, are told already.
func (c *comparison) sequence() {
	c.swapped = map[string]bool{}
	var was []int
	var kept []*story
	order := c.formerOrder()
	for _, p := range c.pairs {
		if a, b := sectionKey(p.old.id), sectionKey(p.new.id); a != b && c.chapter[a] != b {
			continue
		}
		was, kept = append(was, slices.Index(order, p.old)), append(kept, p.new)
	}
	off, moved := disorder(was)
	if len(off) == 2 {
		a, b := kept[off[1]], kept[off[0]]
		c.swapped[a.id], c.swapped[b.id] = true, true
		c.say(Finding{Kind: "story", rank: rankStory, Page: min(a.pages[0], b.pages[0]), Story: a.id}, "%s and %s changed places", a.id, b.id)
		return
	}
	for _, i := range moved {
		s := kept[i]
		c.swapped[s.id] = true
		place := "first"
		if i > 0 {
			place = "after " + kept[i-1].id
		}
		if i+1 < len(kept) && (i == 0 || sectionKey(kept[i-1].id) != sectionKey(s.id)) {
			place = "before " + kept[i+1].id
		}
		c.say(Finding{Kind: "story", rank: rankStory, Page: s.pages[0], Story: s.id}, "%s now stands %s", s.id, place)
	}
}

// formerOrder returns the old stories as they would stand if their sections had
// the new order.
func (c *comparison) formerOrder() []*story {
	var of []*story // those of sections, in the new order
	in := map[*story]bool{}
	add := func(k *chapter) {
		for _, s := range k.stories {
			in[s] = true
			of = append(of, s)
		}
	}
	for _, n := range c.news {
		if o := c.former[n]; o != nil {
			add(o)
		}
	}
	for _, o := range c.goneChapters {
		add(o)
	}
	out := slices.Clone(c.old.stories)
	for i, s := range out {
		if in[s] {
			out[i], of = of[0], of[1:]
		}
	}
	return out
}

// moves says which stories stand on other pages. Several in a row that moved by
// the same number of pages are told together.
func (c *comparison) moves() {
	type move struct {
		pair
		by int // pages, where the story was only moved
	}
	var run []move
	var all []Finding
	flush := func() {
		if len(run) > 2 && run[0].by != 0 {
			a, z := run[0], run[len(run)-1]
			var details []string
			for _, m := range run {
				details = append(details, moved(m.pair))
			}
			all = append(all, Finding{
				Kind: "story", rank: rankMoved, Page: a.new.pages[0], Story: a.new.id, Details: details,
				Text: fmt.Sprintf("%d stories moved %s %s, from %s (page %d to page %d) to %s (page %d to page %d)", len(run), count(int(abs(Length(a.by))), "page", "pages"),
					way(a.by, "back", "forward"), a.new.id, a.old.pages[0], a.new.pages[0], z.new.id, z.old.pages[0], z.new.pages[0]),
			})
		} else {
			for _, m := range run {
				all = append(all, Finding{Kind: "story", rank: rankMoved, Page: m.new.pages[0], Story: m.new.id, Text: moved(m.pair)})
			}
		}
		run = nil
	}
	for _, p := range c.pairs {
		if slices.Equal(p.old.pages, p.new.pages) || c.swapped[p.new.id] && len(p.old.pages) == len(p.new.pages) && len(c.swapped) == 2 {
			continue
		}
		m := move{pair: p}
		if len(p.old.pages) == len(p.new.pages) {
			m.by = p.new.pages[0] - p.old.pages[0]
		}
		if n := len(run); n > 0 && (run[n-1].by != m.by || m.by == 0) {
			flush()
		}
		run = append(run, m)
	}
	flush()
	const several = 3
	if len(all) > several {
		f := Finding{Kind: "story", rank: rankMoved, Page: all[0].Page, Story: all[0].Story}
		for _, m := range all {
			f.Details = append(append(f.Details, m.Text), m.Details...)
		}
		c.say(f, "many stories stand on other pages, the first: %s", all[0].Text)
		return
	}
	for _, f := range all {
		c.say(f, "%s", f.Text)
	}
}

func way(n int, more, less string) string {
	if n > 0 {
		return more
	}
	return less
}

func moved(p pair) string {
	a, b := p.old.pages, p.new.pages
	if len(a) == 1 && len(b) == 1 {
		return fmt.Sprintf("%s moved from page %d to page %d", p.new.id, a[0], b[0])
	}
	if len(a) == len(b) {
		return fmt.Sprintf("%s moved from %s to %s", p.new.id, onPages(a), onPages(b))
	}
	return fmt.Sprintf("%s stands on %s instead of %s", p.new.id, onPages(b), onPages(a))
}
