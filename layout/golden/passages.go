package golden

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// rolesOf lists the roles of passages that a story has or had.
func rolesOf(p pair) (out []string) {
	for _, list := range [][]*passage{p.old.passages, p.new.passages} {
		for _, q := range list {
			if !slices.Contains(out, q.role) && q.role != "index" {
				out = append(out, q.role)
			}
		}
	}
	return out
}

func (s *story) of(role string) (out []*passage) {
	for _, p := range s.passages {
		if p.role == role {
			out = append(out, p)
		}
	}
	return out
}

// passagesIn compares the passages of one role: title, kicker, facts, captions.
func (c *comparison) passagesIn(p pair, role string) {
	a, b := p.old.of(role), p.new.of(role)
	if role == "caption" || role == "credit" {
		for _, f := range append(figurePairs(p), figurePair{-1, -1}) {
			if f.old >= 0 == (f.new >= 0) { // else it came or went with its picture
				c.align(p, ofFigure(a, f.old), ofFigure(b, f.new))
			}
		}
		return
	}
	switch {
	case role == "number" && c.bodies[p.new.id]:
		// they count what came and went
	case role == "facts":
		c.facts(p, a, b)
	case role == "byline" && (len(p.old.of("pullquote")) != len(p.new.of("pullquote")) || c.requoted(p)):
		// it came or went with its quote
	case role == "short" || role == "entry":
		if len(a) > 0 && len(b) > 0 { // else it is printed elsewhere, or no longer
			c.align(p, a, b)
		}
	default:
		for _, k := range c.align(p, a, b) {
			c.say(leaving(p, k.new), "%s: %s %s %s", p.new.id, c.called(p.new, k.new), quote(clip(k.new.text())), whether(k.new))
		}
	}
}

// requoted reports whether a quote is left out now, or no longer.
func (c *comparison) requoted(p pair) bool {
	return standing(p.old.of("pullquote")) != standing(p.new.of("pullquote"))
}

// standing counts the passages that are not left out.
func standing(list []*passage) (n int) {
	for _, q := range list {
		if !q.unset {
			n++
		}
	}
	return n
}

// passagePair is a passage then and now.
type passagePair struct{ old, new *passage }

func leaving(p pair, q *passage) Finding {
	f := textAt(p, q)
	f.rank = rankMoved
	return f
}

func whether(q *passage) string {
	if q.unset {
		return "is left out to make the story fit"
	}
	return "is no longer left out"
}

// ofFigure returns the passages that belong to a picture; -1 is none.
func ofFigure(list []*passage, i int) (out []*passage) {
	for _, q := range list {
		if q.figure == i+1 {
			out = append(out, q)
		}
	}
	return out
}

// align compares passages one by one, by what is equal in both lists. It returns
// those that say the same and are left out now, or no longer.
func (c *comparison) align(p pair, a, b []*passage) (out []passagePair) {
	ta, tb := texted(a), texted(b)
	i, j := 0, 0
	same := func(to int) {
		for ; i < to; i, j = i+1, j+1 {
			if a[i].unset != b[j].unset {
				out = append(out, passagePair{a[i], b[j]})
			}
		}
	}
	for _, h := range difference(len(a), len(b), func(i, j int) bool { return ta[i] == tb[j] }) {
		same(h.a0)
		n := min(h.a1-h.a0, h.b1-h.b0)
		for i := range n {
			c.passageChange(p, a[h.a0+i], b[h.b0+i])
		}
		for _, q := range a[h.a0+n : h.a1] {
			c.passageGone(p, q)
		}
		for _, q := range b[h.b0+n : h.b1] {
			c.passageAdded(p, q)
		}
		i, j = h.a1, h.b1
	}
	same(len(a))
	return out
}

func texted(list []*passage) []string {
	out := make([]string, len(list))
	for i, p := range list {
		out[i] = p.text()
	}
	return out
}

func textAt(p pair, q *passage) Finding {
	return Finding{Kind: "text", rank: rankText, Page: q.page, Story: p.new.id}
}

// called names a passage: "title", "caption of photo 2".
func (c *comparison) called(s *story, q *passage) string {
	switch q.role {
	case "caption", "credit":
		if len(s.figures) > 1 && q.figure > 0 {
			return fmt.Sprintf("%s of photo %d", q.role, q.figure)
		}
		return q.role
	case "facts":
		if q.tag == "LI" || q.tag == "Lbl" {
			return "facts entry"
		}
		return "heading of the facts"
	case "pullquote":
		return "quote"
	case "short":
		return "short title"
	case "entry":
		return "text of the index"
	case "see":
		return "cross-reference"
	case "number":
		return "number of a list entry"
	case "follow":
		return "label of the code"
	case "contacts":
		return "entry"
	}
	return q.role
}

// passageChange says how a passage is worded now.
func (c *comparison) passageChange(p pair, a, b *passage) {
	was, is := a.text(), b.text()
	if was == is {
		return
	}
	f := textAt(p, b)
	switch {
	case b.role == "title":
		now := ""
		if p.old.id != p.new.id {
			now = fmt.Sprintf(" (its id %s -> %s)", p.old.id, p.new.id)
		}
		f.rank = rankStory
		text := quote(clip(was)) + " -> " + quote(clip(is))
		if clip(was) == clip(is) {
			text = reworded(a.tokens, b.tokens)
		}
		c.say(f, "%s: title %s%s", p.old.id, text, now)
		return
	case c.explained(was, is, same):
		return
	case (b.role == "see" || b.role == "turn") && c.renumberedIn(a, b):
		if !isTurn(p, b) {
			f.Kind, f.rank = "index", rankIndex
			f.Text = fmt.Sprintf("%s: %s %s -> %s", p.new.id, c.called(p.new, b), quote(clip(was)), quote(clip(is)))
			c.numbers = append(c.numbers, f)
		}
		return
	}
	state := ""
	switch {
	case b.unset && !a.unset:
		state = ", and left out to make the story fit"
	case b.unset && isName(b):
		state = ", which is printed nowhere"
	case b.unset:
		state = ", which is left out"
	case a.unset:
		state = ", and no longer left out"
	}
	c.say(f, "%s: %s %s%s", p.new.id, c.called(p.new, b), reworded(a.tokens, b.tokens), state)
}

// renumberedIn reports whether a reference says other pages and nothing else:
// it leads where it led, and its words differ behind its first number alone, or
// in the one that goes with it, as in "page 4" and "pages 4 and 5".
func (c *comparison) renumberedIn(a, b *passage) bool {
	leads := func(q *passage) (out []string) {
		for _, t := range q.tokens {
			if t.link != "" && !slices.Contains(out, t.link) {
				out = append(out, t.link)
			}
		}
		return out
	}
	words := func(q *passage) (string, bool) {
		text := q.text()
		at := strings.IndexFunc(text, unicode.IsDigit)
		if at < 0 {
			return text, false
		}
		label := strings.Fields(text[:at])
		return strings.Join(label[:max(len(label)-1, 0)], " "), true
	}
	x, first := words(a)
	y, second := words(b)
	return first && second && digits(a.text()) != digits(b.text()) && c.explained(x, y, same) && (b.role == "turn" || slices.EqualFunc(leads(a), leads(b), func(s, t string) bool {
		return s == t || c.twin[strings.TrimPrefix(t, "@")] == strings.TrimPrefix(s, "@")
	}))
}

func digits(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }), " ")
}

// reworded says a change of a short text as a whole, of a long one by what
// differs.
func reworded(a, b []token) string {
	was, is := plain(a), plain(b)
	n, m := len([]rune(was)), len([]rune(is))
	if n <= glance && m <= glance || 2*n <= m || 2*m <= n {
		return quote(clip(was)) + " -> " + quote(clip(is))
	}
	h := bridge(difference(len(a), len(b), func(i, j int) bool { return a[i].same(b[j]) }), 2, func(int) bool { return false })
	if len(h) != 1 {
		return quote(clip(was)) + " -> " + quote(clip(is))
	}
	x, y := a[h[0].a0:h[0].a1], b[h[0].b0:h[0].b1]
	switch {
	case len(x) == 0:
		return quote(phrase(y)) + " added" + context(b, h[0].b0, h[0].b1)
	case len(y) == 0:
		return quote(phrase(x)) + " dropped" + context(b, h[0].b0, h[0].b1)
	}
	return quote(phrase(x)) + " -> " + quote(phrase(y))
}

// isName reports whether a passage is another name of its story.
func isName(q *passage) bool { return q.role == "short" || q.role == "entry" }

// passageGone says that a passage is no longer there.
func (c *comparison) passageGone(p pair, q *passage) {
	if isTurn(p, q) {
		return
	}
	state := ""
	if q.unset && !isName(q) {
		state = ", and was left out before"
	}
	c.say(textAt(p, q), "%s: %s %s is gone%s", p.new.id, c.called(p.old, q), quote(clip(q.text())), state)
}

// passageAdded says that a passage is new.
func (c *comparison) passageAdded(p pair, q *passage) {
	if isTurn(p, q) {
		return
	}
	state := ""
	switch {
	case q.unset && isName(q):
		state = ", but printed nowhere"
	case q.unset:
		state = ", but left out to make the story fit"
	}
	c.say(textAt(p, q), "%s: %s %s added%s", p.new.id, c.called(p.new, q), quote(clip(q.text())), state)
}

// isTurn reports whether a passage says where a story goes on, and the story has
// other pages now, which is told.
func isTurn(p pair, q *passage) bool {
	return q.role == "turn" && !slices.Equal(p.old.pages, p.new.pages)
}

// facts compares the boxes at a glance, which may come and go as a whole.
func (c *comparison) facts(p pair, a, b []*passage) {
	was, is := entries(a), entries(b)
	say := func(list []*passage, rank int, format string, args ...any) {
		f := textAt(p, list[0])
		f.Page, f.rank, f.Details = p.new.pages[0], rank, texted(list)
		c.say(f, "%s: %s", p.new.id, fmt.Sprintf(format, args...))
	}
	switch {
	case len(was) == 0 && len(is) > 0:
		state := ""
		if standing(is) == 0 {
			state = ", but left out to make the story fit"
		}
		say(is, rankText, "a facts box with %s added%s", count(len(is), "entry", "entries"), state)
		return
	case len(is) == 0 && len(was) > 0:
		say(was, rankText, "the facts box is gone")
		return
	}
	whole := (standing(was) == 0) != (standing(is) == 0)
	if whole {
		a, b = was, is // the heading goes with them
	}
	moved := c.align(p, a, b)
	if whole && len(moved) > 0 {
		say(is, rankMoved, "the facts box %s", whether(moved[0].new))
		return
	}
	for _, k := range moved {
		c.say(leaving(p, k.new), "%s: facts entry %s %s", p.new.id, quote(clip(k.new.text())), whether(k.new))
	}
}

// entries returns the facts without their heading.
func entries(list []*passage) (out []*passage) {
	for _, q := range list {
		if q.tag == "LI" || q.tag == "Lbl" {
			out = append(out, q)
		}
	}
	return out
}
