package golden

import (
	"fmt"
	"slices"
	"strings"
)

// index says where the index differs. Entries that came or went with their
// stories, or are called what their stories are called now, are not told again.
func (c *comparison) index() {
	var pages []string
	for _, n := range chapters(c.new) {
		for _, o := range chapters(c.old) {
			if c.chapter[o.Key] == n.Key && o.Pages != n.Pages && o.Pages != "" && n.Pages != "" {
				pages = append(pages, fmt.Sprintf("section %s pages %s -> %s", quote(clip(n.Title)), o.Pages, n.Pages))
			}
		}
	}
	for _, p := range c.pairs {
		a, b := p.old.index, p.new.index
		if a == nil || b == nil {
			continue
		}
		if a.Page != b.Page {
			pages = append(pages, fmt.Sprintf("%s page %d -> %d", quote(clip(b.Title)), a.Page, b.Page))
		}
		if a.Title != b.Title && !c.explained(a.Title, b.Title, same) {
			c.say(Finding{Kind: "index", rank: rankIndex, Story: p.new.id}, "index: %s -> %s", quote(clip(a.Title)), quote(clip(b.Title)))
		}
	}
	if a, b := indexLabels(c.old), indexLabels(c.new); len(a) == len(b) {
		for i := range a {
			if undigited(a[i]) != undigited(b[i]) {
				c.say(Finding{Kind: "index", rank: rankIndex}, "index: %s -> %s", quote(clip(a[i])), quote(clip(b[i])))
			}
		}
	}
	c.pageNumbers(pages)
}

// pageNumbers says which page numbers changed in the index and in references.
func (c *comparison) pageNumbers(index []string) {
	var all []Finding
	for _, s := range index {
		all = append(all, Finding{Kind: "index", rank: rankIndex, Text: "index: " + s})
	}
	all = append(all, c.numbers...)
	const plenty = 3
	if len(all) <= plenty {
		for _, f := range all {
			c.say(f, "%s", f.Text)
		}
		return
	}
	where, first := "index", strings.TrimPrefix(all[0].Text, "index: ")
	switch {
	case len(index) == 0:
		where = "cross-references"
	case len(c.numbers) > 0:
		where = "index and cross-references"
	}
	f := Finding{Kind: "index", rank: rankIndex}
	for _, n := range all {
		f.Details = append(f.Details, n.Text)
	}
	c.say(f, "%s: %d page numbers changed, the first: %s", where, len(all), first)
}

// indexLabels lists the words of the index that are neither entries nor titles of
// sections, each once whatever its numbers.
func indexLabels(e *edition) (out []string) {
	titles := map[string]bool{}
	for _, s := range e.stories {
		if s.index != nil {
			titles[fold(s.index.Title)] = true
		}
		if s.section != nil {
			titles[fold(s.section.Title)] = true
		}
	}
	for _, s := range e.stories {
		for _, q := range s.of("index") {
			text := q.text()
			if s.id != "index" || titles[fold(text)] || undigited(text) == "" || slices.ContainsFunc(out, func(o string) bool { return undigited(o) == undigited(text) }) {
				continue
			}
			out = append(out, text)
		}
	}
	return out
}
