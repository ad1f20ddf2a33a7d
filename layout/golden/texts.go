package golden

import (
	"fmt"
	"slices"
	"strings"
)

// texts says what was written otherwise, story by story.
func (c *comparison) texts() {
	for _, p := range c.pairs {
		c.runningText(p)
		for _, role := range rolesOf(p) {
			c.passagesIn(p, role)
		}
		c.linksOf(p)
	}
}

// remark is one thing to say about a story's text.
type remark struct {
	page int
	text string
}

// runningText compares what is read on as one: lead, paragraphs, lists.
func (c *comparison) runningText(p pair) {
	a, b := p.old.running, p.new.running
	h := difference(len(a), len(b), func(i, j int) bool { return a[i].same(b[j]) })
	h = slices.DeleteFunc(h, func(h hunk) bool { return soft(a[h.a0:h.a1]) && soft(b[h.b0:h.b1]) })
	if len(h) == 0 {
		looks(c, p)
		return
	}
	for i := range h {
		h[i] = settleHunk(h[i], a, b)
	}
	for i := range h {
		h[i] = widened(h[i], a, b)
	}
	h = bridge(h, 2, func(i int) bool { return a[i].para })
	h = slices.DeleteFunc(h, func(h hunk) bool { return sameLetters(a[h.a0:h.a1], b[h.b0:h.b1]) })
	if len(h) == 0 {
		return // a line ended within a word
	}
	c.bodies[p.new.id] = true
	const few = 12 // words that are said rather than counted
	var out []remark
	changed := 0
	for _, h := range h {
		changed += max(words(a[h.a0:h.a1]), words(b[h.b0:h.b1]))
		out = append(out, c.hunkText(h, a, b)...)
	}
	out = paired(out)
	all := max(words(a), words(b))
	switch {
	case changed*2 > all && changed > few:
		c.say(c.textFinding(p, out), "%s: the text is rewritten: %d of %s differ", p.new.id, changed, count(all, "word", "words"))
	case len(out) > 3:
		c.say(c.textFinding(p, out), "%s: %d places of the text are reworded, the first: %s", p.new.id, len(out), out[0].text)
	default:
		for _, r := range out {
			c.say(Finding{own: true, Kind: "text", rank: rankText, Page: r.page, Story: p.new.id}, "%s: %s, page %d", p.new.id, r.text, r.page)
		}
	}
}

func (c *comparison) textFinding(p pair, out []remark) Finding {
	f := Finding{own: true, Kind: "text", rank: rankText, Page: out[0].page, Story: p.new.id}
	for _, r := range out {
		f.Details = append(f.Details, fmt.Sprintf("page %d: %s", r.page, r.text))
	}
	return f
}

// sameLetters reports whether two stretches are the same but for where words are
// cut: addresses may be divided after any stop.
func sameLetters(a, b []token) bool {
	letters := func(list []token) string {
		var b strings.Builder
		for _, t := range list {
			if t.para {
				b.WriteByte('\n')
			}
			b.WriteString(t.text)
		}
		return b.String()
	}
	return letters(a) == letters(b)
}

// settleHunk slides a stretch that was only added or only dropped to where it
// begins with a paragraph, if it can.
func settleHunk(h hunk, a, b []token) hunk {
	slide := func(list []token, lo, hi int) int {
		for by := 0; by < hi-lo && lo-by >= 0; by++ {
			if list[lo-by].para {
				return by
			}
			if lo-by == 0 || !list[lo-by-1].same(list[hi-by-1]) {
				break
			}
		}
		return 0
	}
	switch {
	case h.a0 == h.a1 && h.b0 < h.b1:
		by := slide(b, h.b0, h.b1)
		return hunk{h.a0 - by, h.a1 - by, h.b0 - by, h.b1 - by}
	case h.b0 == h.b1 && h.a0 < h.a1:
		by := slide(a, h.a0, h.a1)
		return hunk{h.a0 - by, h.a1 - by, h.b0 - by, h.b1 - by}
	}
	return h
}

// widened makes a stretch begin and end with whole words, so that addresses and
// compounds are quoted whole. Han characters stand for themselves.
func widened(h hunk, a, b []token) hunk {
	if h.a0 == h.a1 || h.b0 == h.b1 {
		return h
	}
	bound := func(list []token, i int) bool {
		return i > 0 && i < len(list) && list[i].joined && !list[i].para && !wide(first(list[i].text)) && !wideEnd(list[i-1].text)
	}
	for h.a0 > 0 && h.b0 > 0 && (bound(a, h.a0) || bound(b, h.b0)) {
		h.a0, h.b0 = h.a0-1, h.b0-1
	}
	for h.a1 < len(a) && h.b1 < len(b) && (bound(a, h.a1) || bound(b, h.b1)) {
		h.a1, h.b1 = h.a1+1, h.b1+1
	}
	return h
}

// silent reports whether tokens say nothing but where paragraphs begin.
func silent(list []token) bool {
	return !slices.ContainsFunc(list, func(t token) bool { return !t.para })
}

// hunkText says what became of one stretch.
func (c *comparison) hunkText(h hunk, a, b []token) []remark {
	was, is := a[h.a0:h.a1], b[h.b0:h.b1]
	page := pageAt(b, h.b0, h.b1)
	if len(is) == 0 {
		page = pageAt(a, h.a0, h.a1)
	}
	var out []remark
	say := func(format string, args ...any) { out = append(out, remark{page, fmt.Sprintf(format, args...)}) }
	switch {
	case len(was) == 0 && whole(b, h.b0, h.b1):
		for _, par := range paragraphs(is) {
			say("%s of %s added: %s", article(par[0].text), count(words(par), "word", "words"), quote(phrase(par)))
		}
	case len(is) == 0 && whole(a, h.a0, h.a1):
		for _, par := range paragraphs(was) {
			say("%s of %s dropped: %s", article(par[0].text), count(words(par), "word", "words"), quote(phrase(par)))
		}
	case silent(was) && silent(is) && len(was) > 0 && len(is) > 0:
		say("%s is now %s instead of %s", quote(phrase(after(b, h.b1, 4))), article(is[0].text), article(was[0].text))
	case silent(was) && silent(is) && len(is) > 0:
		say("%s begins at %s", article(is[0].text), quote(phrase(after(b, h.b1, 4))))
	case silent(was) && silent(is):
		say("%s no longer begins a %s", quote(phrase(after(b, h.b1, 4))), was[0].text)
	case silent(was):
		say("%s added%s", quote(phrase(is)), context(b, h.b0, h.b1))
	case silent(is):
		say("%s dropped%s", quote(phrase(was)), context(b, h.b0, h.b1))
	default:
		say("%s -> %s", quote(phrase(was)), quote(phrase(is)))
	}
	return out
}

// paired joins what was dropped in one place and added in another.
func paired(list []remark) []remark {
	for i := range list {
		head, text, ok := strings.Cut(list[i].text, " dropped: ")
		if !ok {
			continue
		}
		for j := range list {
			if list[j].text == head+" added: "+text {
				list[j].text = head + " moved: " + text
				return paired(slices.Delete(list, i, i+1))
			}
		}
	}
	return list
}

func pageAt(list []token, from, to int) int {
	for i := from; i < to; i++ {
		if !list[i].para {
			return list[i].page
		}
	}
	if from < len(list) {
		return list[from].page
	}
	if from > 0 {
		return list[from-1].page
	}
	return 0
}

// whole reports whether a stretch is made of whole paragraphs.
func whole(list []token, from, to int) bool {
	return list[from].para && (to == len(list) || list[to].para) && words(list[from:to]) > 0
}

// paragraphs divides tokens before every paragraph.
func paragraphs(list []token) (out [][]token) {
	for i := range list {
		if list[i].para || i == 0 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], list[i])
	}
	return out
}

func article(name string) string { return "a " + name }

// after returns up to n words that follow a place.
func after(list []token, at, n int) []token {
	end := at
	for end < len(list) && n > 0 && (!list[end].para || end == at) {
		if !list[end].para {
			n--
		}
		end++
	}
	return list[at:end]
}

// context says between which words something was added or dropped.
func context(list []token, from, to int) string {
	start := from
	for n := 3; start > 0 && n > 0 && !list[start-1].para; n-- {
		start--
	}
	if start < from {
		return " after " + quote(phrase(list[start:from]))
	}
	if next := after(list, to, 3); len(next) > 0 {
		return " before " + quote(phrase(next))
	}
	return ""
}

// soft reports whether all of a stretch is the brand's choice.
func soft(list []token) bool {
	return !slices.ContainsFunc(list, func(t token) bool { return !t.soft })
}
