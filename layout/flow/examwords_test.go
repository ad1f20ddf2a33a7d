package flow_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"masthead/layout/display"
	"masthead/layout/issue"
)

// set is the typography of the language laid over marked-up words, as a
// reader sees them.
func (e *exam) set(spans []issue.Span) string {
	texts := make([]string, len(spans))
	for i, s := range spans {
		texts[i] = s.Text
	}
	if e.in.Brand.Typesets() {
		texts = e.in.Locale.Typeset(texts)
	}
	return strings.Join(texts, "")
}

func (e *exam) plain(s string) string { return e.set([]issue.Span{{Text: s}}) }

// running is the text of blocks in reading order.
func (e *exam) running(blocks []issue.Block) string {
	var b strings.Builder
	for _, blk := range blocks {
		b.WriteString(e.set(blk.Spans))
		b.WriteString(e.running(blk.Blocks))
		for _, it := range blk.Items {
			b.WriteString(e.running(it.Blocks))
		}
	}
	return b.String()
}

// found returns what is set of a story under the roles that match.
func (e *exam) found(story string, match func(l *display.Line) bool) (text string, page int) {
	var b strings.Builder
	e.eachLine(func(p *display.LayoutPage, l *display.Line) {
		if l.Story == story && match(l) {
			b.WriteString(l.Text)
			if page == 0 {
				page = p.Number
			}
		}
	})
	return squash(raised.Replace(b.String())), page
}

// raised takes the figures of notes out, which no drawn text has itself.
var raised = strings.NewReplacer("⁰", "", "¹", "", "²", "", "³", "", "⁴", "", "⁵", "", "⁶", "", "⁷", "", "⁸", "", "⁹", "")

func role(names ...string) func(l *display.Line) bool {
	return func(l *display.Line) bool { return slices.Contains(names, l.Role) }
}

func paragraph(id string) func(l *display.Line) bool {
	return func(l *display.Line) bool { return l.Paragraph == id }
}

// once complains where a piece is not set word for word, once and in order.
func (e *exam) once(story, piece, want string, match func(l *display.Line) bool) {
	got, page := e.found(story, match)
	if want = squash(want); got != want {
		e.fault(page, "%s of %s: %s", piece, story, excerpt(got, want))
	}
}

// words: every word of every story once and in order, but for what the bill
// names.
func (e *exam) words() {
	is := e.in.Issue
	if f := is.Foreword; f != nil {
		if f.Title != "" {
			e.once("foreword", "title", e.plain(f.Title), role("title"))
		}
		e.once("foreword", "text", e.running(f.Blocks), func(l *display.Line) bool { return running(l.Role) })
		e.once("foreword", "signature", e.plain(f.Signed), role("signature"))
	}
	e.eachStory(e.article)
	for i := range is.Sections {
		e.events(&is.Sections[i])
	}
	if c := is.Contacts; c != nil {
		got, _ := e.found("contacts", role("contacts"))
		for _, s := range []string{c.Phone, c.Email} {
			if n := strings.Count(got, squash(s)); s != "" && n != 1 {
				e.fault(0, "%q stands %d times in the contacts", s, n)
			}
		}
		labels, _ := e.found("contacts", role("follow"))
		for _, f := range c.Follow {
			if !strings.Contains(labels, squash(f.Label)) {
				e.fault(0, "the label %q is not set", f.Label)
			}
		}
	}
	masthead := ""
	e.eachLine(func(p *display.LayoutPage, l *display.Line) {
		if l.Role == "masthead" && p.Number == 1 {
			masthead += squash(l.Text)
		}
	})
	for _, s := range []string{is.Title, is.Name} {
		if masthead == "" {
			break // the brand says it otherwise
		}
		if n := strings.Count(masthead, squash(e.plain(s))); n != 1 && strings.Count(masthead, squash(s)) != 1 {
			e.fault(1, "%q stands %d times in the masthead", s, n)
		}
	}
}

// article compares one story.
func (e *exam) article(a *issue.Article) {
	id := a.Story()
	e.once(id, "kicker", e.plain(a.Kicker), role("kicker"))
	e.once(id, "title", e.plain(a.Title), role("title"))
	e.once(id, "text", e.set(a.Lead)+e.running(a.Blocks), func(l *display.Line) bool { return running(l.Role) })
	e.facts(a)
	if q := a.Quote; q != nil {
		if words, _ := e.found(id, role("pullquote")); words != "" {
			e.once(id, "quote", e.set(q.Text), role("pullquote"))
			e.once(id, "byline", e.plain(q.By), role("byline"))
		}
	}
	for i, ph := range a.Photos {
		if !ph.Decorative {
			e.once(id, "caption of "+ph.File, e.set(ph.Caption), paragraph(fmt.Sprintf("%s#photo%d.caption", id, i+1)))
			e.once(id, "credit of "+ph.File, e.plain(ph.Credit), paragraph(fmt.Sprintf("%s#photo%d.credit", id, i+1)))
		}
	}
	for i, s := range a.See {
		if got, _ := e.found(id, paragraph(fmt.Sprintf("%s#see%d", id, i+1))); !strings.HasPrefix(got, squash(e.plain(s.Text))) || got == "" {
			e.fault(0, "cross-link %d of %s is %q", i+1, id, got)
		}
	}
}

// facts may lose entries from the end; the rest is set word for word.
func (e *exam) facts(a *issue.Article) {
	id := a.Story()
	for i, f := range a.Facts[:e.factsSet(a)] {
		e.once(id, "fact", e.set(f.Text), paragraph(fmt.Sprintf("%s#facts%d", id, i+1)))
		e.once(id, "fact label", e.plain(f.Label), paragraph(fmt.Sprintf("%s#facts%d.label", id, i+1)))
	}
}

// factsSet counts the entries up to the last one that is set.
func (e *exam) factsSet(a *issue.Article) int {
	for i := len(a.Facts); i > 0; i-- {
		if got, _ := e.found(a.Story(), paragraph(fmt.Sprintf("%s#facts%d", a.Story(), i))); got != "" {
			return i
		}
	}
	return 0
}

// unbilled: what a story lacks of its quote or facts is in the bill, and the
// bill says nothing of what is there.
func (e *exam) unbilled() {
	e.eachStory(func(a *issue.Article) {
		at := e.titlePages()[a.Story()]
		words, _ := e.found(a.Story(), role("pullquote"))
		if lost := a.Quote != nil && words == ""; lost != e.billed(a.Story(), "quote left out", 1, 0) {
			e.fault(at, "the quote of %s is left out: %v; the bill says otherwise", a.Story(), lost)
		}
		all, set := len(a.Facts), e.factsSet(a)
		if lost := set < all; lost != e.billed(a.Story(), "facts left out", all, set) {
			e.fault(at, "%d of %d facts of %s are set; the bill says otherwise", set, all, a.Story())
		}
	})
}

// billed reports whether the bill says a change of a story.
func (e *exam) billed(story, change string, from, to int) bool {
	return slices.ContainsFunc(e.lay.Bill, func(b display.Flexed) bool {
		return b.Story == story && b.Change == change && b.From == float64(from) && b.To == float64(to)
	})
}

// events compares a calendar.
func (e *exam) events(s *issue.Section) {
	id := s.ID + "/calendar"
	for i, ev := range s.Calendar {
		e.once(id, "event", e.plain(ev.Title), paragraph(fmt.Sprintf("%s#%d.3", id, i+1)))
		rest, _ := e.found(id, paragraph(fmt.Sprintf("%s#%d.4", id, i+1)))
		if !strings.HasSuffix(rest, squash(e.plain(ev.Place))) {
			e.fault(0, "place of event %d of %s: %q", i+1, id, rest)
		}
		day, _ := e.found(id, paragraph(fmt.Sprintf("%s#%d.1", id, i+1)))
		if ev.Date.Day > 0 && day != strconv.Itoa(ev.Date.Day) {
			e.fault(0, "day of event %d of %s: %q", i+1, id, day)
		}
	}
}

// titlePages maps stories to the page on which their title stands.
func (e *exam) titlePages() map[string]int {
	out := map[string]int{}
	e.eachLine(func(p *display.LayoutPage, l *display.Line) {
		if l.Role == "title" && out[l.Story] == 0 {
			out[l.Story] = p.Number
		}
	})
	return out
}

// index: the pages that it prints are those on which the titles stand, and a
// section's range runs from its first page to its last.
func (e *exam) index() {
	if e.in.Issue.Index == nil {
		return
	}
	at := e.titlePages()
	all := map[string][]int{}
	for _, s := range e.lay.Stories {
		all[s.ID] = s.Pages
	}
	if len(e.lay.Index) != len(e.in.Issue.Sections) {
		e.fault(0, "%d sections in the index, want %d", len(e.lay.Index), len(e.in.Issue.Sections))
		return
	}
	for i, sec := range e.lay.Index {
		id := "index#" + e.in.Issue.Sections[i].ID
		var pages []int
		for k, entry := range sec.Entries {
			pages = append(pages, all[entry.Story]...)
			if entry.Page != at[entry.Story] {
				e.fault(0, "the index has %s on page %d, its title stands on %d", entry.Story, entry.Page, at[entry.Story])
			}
			line := fmt.Sprintf("%s.%d", id, k+1)
			if got, _ := e.found("", paragraph(line+".page")); !e.numbers(got, entry) {
				e.fault(0, "the index prints page %q for %s on page %d", got, entry.Story, entry.Page)
			}
			if got, _ := e.found("", paragraph(line)); got != squash(e.plain(entry.Title)) && got != squash(entry.Title) {
				e.fault(0, "the index prints %q for %s", got, entry.Story)
			}
		}
		got, page := e.found("", paragraph(id+".pages"))
		if page == 0 {
			continue // the brand's index names no sections
		}
		if name, _ := e.found("", paragraph(id+".name")); name != squash(e.plain(sec.Title)) && name != squash(sec.Title) {
			e.fault(0, "the index prints %q for section %s", name, sec.Title)
		}
		slices.Sort(pages)
		pages = slices.Compact(pages)
		if len(pages) > 0 && got != squash(e.in.Locale.Pages(pages)) {
			e.fault(0, "the index prints %q for section %s on pages %v", got, sec.Title, pages)
		}
	}
}

// numbers reports whether an index prints the page of an entry, or all pages on
// which a part of its story begins.
func (e *exam) numbers(got string, entry display.IndexEntry) bool {
	first, rest, several := strings.Cut(got, ",")
	if first != strconv.Itoa(entry.Page) {
		return false
	}
	for _, s := range e.lay.Stories {
		if several && s.ID == entry.Story {
			n, err := strconv.Atoi(rest)
			return err == nil && slices.Contains(s.Pages, n)
		}
	}
	return !several
}

// pageNumbers are the numbers at the end of a cross-link.
var pageNumbers = regexp.MustCompile(`[0-9]+`)

// see: cross-links name the page on which their story begins.
func (e *exam) see() {
	at := e.titlePages()
	e.eachStory(func(a *issue.Article) {
		for i, s := range a.See {
			got, page := e.found(a.Story(), paragraph(fmt.Sprintf("%s#see%d", a.Story(), i+1)))
			numbers := pageNumbers.FindAllString(got, -1)
			for _, target := range s.Stories {
				if !slices.Contains(numbers, strconv.Itoa(at[target])) {
					e.fault(page, "%q of %s does not name page %d of %s", got, a.Story(), at[target], target)
				}
			}
		}
	})
}
