package flow

import (
	"fmt"
	"slices"
	"strings"

	"masthead/layout/issue"
)

// rounds is how often the pages are composed anew because a page number in the
// index or in a cross-link changed.
const rounds = 5

// settle composes until the page numbers that are printed are those on which
// the stories stand: the index and the cross-links are made from one round, and
// the next round sets them. Two rounds usually do.
func (c *composer) settle() []*step {
	c.number(nil, 0)
	for round := 1; round <= rounds; round++ {
		best, any := c.search()
		if best == nil {
			c.unplaceable(any)
			return nil
		}
		plan := best.path()
		c.turnPages(plan)
		c.number(c.pagesOf(plan), round)
		if c.stands(plan) {
			return plan
		}
	}
	c.diags.Errorf(c.in.Issue.At.Pos, "index-unsettled", "give the brand's index a little more room",
		"the page numbers of the index do not settle after %d rounds", rounds)
	return nil
}

// stands reports whether all pages of a plan can still be set as planned, now that
// the numbers in their words are the true ones.
func (c *composer) stands(plan []*step) bool {
	defer c.leave(nil)
	for _, s := range plan {
		if got := c.answer(s.ask); got.price >= never || got.end != s.start || s.ask.turn && got.turned != s.rest {
			return false
		}
		c.behind(s.unit)
	}
	return true
}

// path lists the steps from the first page on.
func (s *step) path() []*step {
	var out []*step
	for ; s.prev != nil; s = s.prev {
		out = append(out, s)
	}
	slices.Reverse(out)
	return out
}

// pagesOf lists the pages of every story.
func (c *composer) pagesOf(plan []*step) map[string][]int {
	out := map[string][]int{}
	for i, s := range plan {
		for _, st := range c.storiesOf(s.ask) {
			out[st.id] = append(out[st.id], s.ask.number)
		}
		if c.traits(s.ask.template).index {
			out["index"] = []int{s.ask.number}
		}
		if t := c.traits(s.ask.template); t.contacts && (!t.contactsLast || i == len(plan)-1) && len(out["contacts"]) == 0 {
			out["contacts"] = []int{s.ask.number}
		}
	}
	return out
}

// number writes page numbers into the index and the cross-links. In the first
// round they are placeholders of one digit.
func (c *composer) number(pages map[string][]int, round int) {
	if round > 0 {
		c.version++
	}
	of := func(id string) []int {
		if p := pages[id]; len(p) > 0 {
			return p
		}
		return []int{8}
	}
	for _, sec := range c.sections {
		for _, s := range sec.stories {
			for _, see := range s.see {
				p := &piece{role: "see", id: see.id, story: s, pos: see.pos}
				p.spans, p.dests = c.seeSpans(see, of)
				see.piece = p
			}
		}
	}
	c.turnPieces = nil
	c.entries = nil
	for _, sec := range c.sections {
		c.entries = append(c.entries, c.indexSection(sec, of))
	}
	c.contactEntry = nil
	if c.contact != nil && (round == 0 || len(pages["contacts"]) > 0) {
		make1 := func(id, text string) *piece {
			return &piece{role: "index", id: id, spans: []issue.Span{{Text: text}}, dest: "contacts", pos: c.contact.title.pos}
		}
		e := &indexEntry{text: make1("index#contacts", c.contact.title.plain()), page: make1("index#contacts.page", fmt.Sprint(of("contacts")[0]))}
		e.page.entry = e.text
		c.contactEntry = e
	}
}

// seeSpans is the text of a cross-link, "Border management: page 5", "More on the
// GCM: IOM China News, page 6", and where its parts lead: each page number to its
// story, all else to the first. Without a text of its own it names the stories.
func (c *composer) seeSpans(see *seeLink, of func(string) []int) (spans []issue.Span, dests []string) {
	text := see.text
	var pages []int
	var names []string
	story := map[int]string{} // the first that begins on a page
	for _, id := range see.targets {
		page := of(id)[0]
		pages = append(pages, page)
		if story[page] == "" {
			story[page] = id
		}
		for _, u := range c.units {
			if u.id == id {
				names = append(names, u.name())
			}
		}
	}
	if text == "" {
		text = strings.Join(names, ", ")
	}
	slices.Sort(pages)
	pages = slices.Compact(pages)
	if c.brand.Typesets() {
		text = c.locale.Typeset([]string{text})[0]
	}
	sep := ": "
	if strings.Contains(text, ":") {
		sep = ", "
	}
	add := func(text, dest string) {
		if n := len(dests); n > 0 && dests[n-1] == dest {
			spans[n-1].Text += text
		} else if text != "" {
			spans, dests = append(spans, issue.Span{Text: text}), append(dests, dest)
		}
	}
	first := see.targets[0]
	add(text+sep, first)
	rest := strings.ReplaceAll(c.locale.SeePages(pages), " ", "\u00a0")
	for _, page := range pages {
		number := fmt.Sprint(page)
		before, after, ok := strings.Cut(rest, number)
		if !ok {
			break // this language writes its figures otherwise
		}
		add(before, first)
		add(number, story[page])
		rest = after
	}
	add(rest, first)
	return spans, dests
}

// indexSection makes the pieces of one section of the index.
func (c *composer) indexSection(sec *section, of func(string) []int) indexSection {
	make1 := func(role, id, text, dest string) *piece {
		spans := foreignWords([]issue.Span{{Text: text}}, c.lang)
		return &piece{role: role, id: id, spans: spans, dest: dest, pos: sec.pos, sectionNumber: sec.number}
	}
	var all []int
	out := indexSection{section: sec}
	id := "index#" + sec.id
	for i, s := range sec.stories {
		pages := of(s.id)
		all = append(all, pages...)
		title := s.indexTitle
		if title == "" {
			title = s.title.plain()
		} else if c.brand.Typesets() {
			title = c.locale.Typeset([]string{title})[0]
		}
		entry := indexEntry{
			story: s,
			text:  make1("index", fmt.Sprintf("%s.%d", id, i+1), title, s.id),
			page:  make1("index", fmt.Sprintf("%s.%d.page", id, i+1), fmt.Sprint(pages[0]), s.id),
		}
		entry.page.entry = entry.text
		if s.shortTitle != nil {
			entry.short = make1("index", entry.text.id, s.shortTitle.plain(), s.id)
			entry.short.entry = entry.text
		}
		if at, ok := c.turnAt[s.id]; ok {
			entry.parts = make1("index", entry.page.id, fmt.Sprintf("%d, %d", at.from, at.to), s.id)
			entry.parts.entry = entry.text
		}
		out.entries = append(out.entries, entry)
	}
	slices.Sort(all)
	out.number = make1("index", id+".number", fmt.Sprint(sec.number), sec.dest())
	out.name = make1("index", id+".name", sec.title.plain(), sec.dest())
	out.pages = make1("index", id+".pages", c.sectionPages(all), sec.dest())
	out.number.entry, out.pages.entry = out.name, out.name
	return out
}

// sectionPages is "Page 2" or "Pages 3–5".
func (c *composer) sectionPages(pages []int) string {
	pages = slices.Compact(pages)
	return strings.ReplaceAll(c.locale.Pages(pages), " ", "\u00a0")
}

// unplaceable reports why no sequence of pages was found.
func (c *composer) unplaceable(any *step) {
	if any == nil {
		c.stuck()
		return
	}
	for _, s := range any.path() {
		c.paint(s) // photos with too few pixels are the first thing to mend
	}
	if !c.diags.Failed() {
		c.missed(any)
	}
}

// stuck names the story that no template of the brand can take.
func (c *composer) stuck() {
	for i, u := range c.units {
		if u.kind == "index" || u.kind == "foreword" {
			continue
		}
		served := false
		for k := range c.brand.Template.Entries {
			t := &c.brand.Template.Entries[k].Value
			if t.Serves.Page == "cover" {
				continue
			}
			a := ask{template: k, number: 2, unit: i, count: max(t.Serves.Stories.Min, 1), finish: t.Serves.Part != "begin"}
			if c.serves(t, a) && c.answer(a).price < never {
				served = true
			}
			a.finish = false
			if t.Serves.Part != "whole" && c.serves(t, a) && c.answer(a).price < never {
				served = true
			}
		}
		if !served {
			c.diags.Errorf(u.pos, "overset", "shorten it, split it in two, give it fewer photos, or let the brand's pictures be lower or stand side by side",
				"%s (%d words, %d photos) fits no page template of brand %s", u.id, u.words, len(u.figures), c.brand.Name)
		}
	}
	switch {
	case c.diags.Failed():
	case c.far < 0:
		c.noCover()
	default:
		u := c.units[min(c.far, len(c.units)-1)]
		c.diags.Errorf(u.pos, "overset", "lengthen or shorten it by some lines, or give the brand a template that takes any story and pours it",
			"%s finds no place after what stands before it in brand %s", u.id, c.brand.Name)
	}
}

// noCover says why no cover serves: what the brand's covers ask for and the
// issue lacks, or that what they show does not fit.
func (c *composer) noCover() {
	lacks := ""
	for k := range c.brand.Template.Entries {
		t := &c.brand.Template.Entries[k].Value
		switch {
		case t.Serves.Page != "cover":
		case c.traits(k).needsIndex && c.in.Issue.Index == nil:
			lacks = "index"
		case !t.Serves.Photos.Holds(count(c.in.Issue.Cover != nil)):
			lacks = "photos"
		case t.Serves.Kind == "foreword" && c.foreword == nil:
			lacks = "foreword"
		default:
			c.diags.Errorf(c.in.Issue.At.Pos, "overset", "shorten the foreword or the titles of the index, or let the brand's cover flex more",
				"what the cover shows does not fit on it")
			return
		}
	}
	hints := map[string]string{
		"index":    "give the issue an index: key, or put the index of a cover under if: index",
		"photos":   "the photos: of a cover's serves count the cover picture; leave it out for any",
		"foreword": "give the issue a foreword, or the brand a cover that serves no kind",
	}
	c.diags.Errorf(c.in.Issue.At.Pos, "no-cover", hints[lacks], "brand %s has no cover for this issue: what its covers serve does not match its %s", c.brand.Name, lacks)
}
