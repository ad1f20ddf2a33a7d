package golden

import (
	"fmt"
	"slices"
	"strings"
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
	if role == "facts" && (len(a) == 0) != (len(b) == 0) {
		c.factsBox(p, a, b)
		return
	}
	if role == "byline" && len(p.old.of("pullquote")) != len(p.new.of("pullquote")) {
		return // it came or went with its quote
	}
	c.align(p, a, b)
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

// align compares passages one by one, by what is equal in both lists.
func (c *comparison) align(p pair, a, b []*passage) {
	ta, tb := texted(a), texted(b)
	h := difference(len(a), len(b), func(i, j int) bool { return ta[i] == tb[j] })
	for _, h := range h {
		n := min(h.a1-h.a0, h.b1-h.b0)
		for i := range n {
			c.passageChange(p, a[h.a0+i], b[h.b0+i])
		}
		for _, q := range a[h.a0+n : h.a1] {
			c.passageGone(p, q)
		}
		for _, q := range b[h.b0+n : h.b1] {
			if isTurn(p, q) {
				continue
			}
			f, what := textAt(p, q), "added"
			if billed(p.old, q.role) && !billed(p.new, q.role) {
				what, f.rank = "is no longer left out", rankMoved
			}
			c.say(f, "%s: %s %s %s", p.new.id, c.called(p.new, q), quote(clip(q.text())), what)
		}
	}
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
	case "see":
		return "cross-reference"
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
	case (b.role == "see" || b.role == "turn") && c.explained(was, is, undigited):
		if fold(was) != fold(is) && undigited(fold(was)) == undigited(fold(is)) {
			f.Kind, f.rank = "index", rankIndex
			if isTurn(p, b) {
				return
			}
			c.say(f, "%s: %s %s -> %s", p.new.id, c.called(p.new, b), quote(clip(was)), quote(clip(is)))
		}
		return
	case c.explained(was, is, same):
		return
	}
	c.say(f, "%s: %s %s", p.new.id, c.called(p.new, b), reworded(a.tokens, b.tokens))
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

// passageGone says that a passage is no longer there, and why, if the bill knows.
func (c *comparison) passageGone(p pair, q *passage) {
	if isTurn(p, q) {
		return
	}
	f := textAt(p, q)
	why := "is gone"
	if billed(p.new, q.role) && !billed(p.old, q.role) {
		why, f.rank = "is left out to make the story fit", rankMoved
	}
	c.say(f, "%s: %s %s %s", p.new.id, c.called(p.old, q), quote(clip(q.text())), why)
}

// isTurn reports whether a passage says where a story goes on, and the story has
// other pages now, which is told.
func isTurn(p pair, q *passage) bool {
	return q.role == "turn" && !slices.Equal(p.old.pages, p.new.pages)
}

// billed reports whether the bill says that an optional piece was left out.
func billed(s *story, role string) bool {
	what := map[string]string{"pullquote": "quote left out", "facts": "facts left out"}[role]
	return what != "" && slices.ContainsFunc(s.bill, func(f Flexed) bool { return f.Change == what })
}

// factsBox says that the facts box came or went as a whole.
func (c *comparison) factsBox(p pair, a, b []*passage) {
	entries := func(list []*passage) (out []string) {
		for _, q := range list {
			if q.tag == "LI" {
				out = append(out, q.text())
			}
		}
		return out
	}
	if len(a) == 0 {
		f := textAt(p, b[0])
		f.Details = entries(b)
		what := "a facts box with " + count(len(f.Details), "entry", "entries") + " added"
		if billed(p.old, "facts") {
			what, f.rank = "the facts box is no longer left out", rankMoved
		}
		c.say(f, "%s: %s", p.new.id, what)
		return
	}
	f := textAt(p, a[0])
	f.Page, f.Details = p.new.pages[0], entries(a)
	why := "is gone"
	if billed(p.new, "facts") {
		why, f.rank = "is left out to make the story fit", rankMoved
	}
	c.say(f, "%s: the facts box %s", p.new.id, why)
}

// bills says which optional pieces the composer leaves out now or no longer,
// where no words tell of it.
func (c *comparison) bills() {
	for _, p := range c.pairs {
		left := func(s *story) (out []Flexed) {
			for _, f := range s.bill {
				if strings.HasSuffix(f.Change, "left out") {
					out = append(out, f)
				}
			}
			return out
		}
		a, b := left(p.old), left(p.new)
		role := func(f Flexed) string {
			if strings.HasPrefix(f.Change, "quote") {
				return "pullquote"
			}
			return "facts"
		}
		silent := func(f Flexed) bool { return len(p.old.of(role(f))) == len(p.new.of(role(f))) }
		for _, f := range a {
			if !slices.ContainsFunc(b, func(g Flexed) bool { return g.Change == f.Change }) && silent(f) {
				c.say(Finding{Kind: "text", rank: rankText, Page: p.new.pages[0], Story: p.new.id}, "%s: no longer in the bill: %s", p.new.id, f.Change)
			}
		}
		for _, f := range b {
			if i := slices.IndexFunc(a, func(g Flexed) bool { return g.Change == f.Change }); i >= 0 && a[i].From != f.From && silent(f) {
				c.say(Finding{Kind: "text", rank: rankText, Page: p.new.pages[0], Story: p.new.id}, "%s: %s, %s %s instead of %s", p.new.id, f.Change, pt(f.From), f.Unit, pt(a[i].From))
			} else if !slices.Contains(a, f) && silent(f) {
				c.say(Finding{Kind: "text", rank: rankText, Page: p.new.pages[0], Story: p.new.id}, "%s: %s, %s of %s %s remain", p.new.id, f.Change, pt(f.To), pt(f.From), f.Unit)
			}
		}
	}
}
