package flow

import (
	"fmt"
	"slices"
	"strings"

	"masthead/layout/issue"
)

// Remedies for an issue that does not meet its page budget: fewer or more words
// in one story, fewer photos, another number of pages. Each is tried with the
// composer itself before it is offered, so each is true.

// The bounds of what is tried: stories whose length is changed, words that are
// added to one, photos that are left out.
const (
	mostEdits = 2
	mostWords = 800
	mostDrops = 4
)

// missed reports an issue that does not meet its page budget, though it could be
// set on natural's pages, and what would help.
func (c *composer) missed(natural *step) {
	b := c.in.Issue.Pages
	less := b.Exact == 0 || b.Exact <= natural.pages
	more := b.Exact >= natural.pages || b.MultipleOf > 0 && (b.Max == 0 || b.Max > natural.pages)
	var edits []*edit
	if less {
		edits = append(edits, c.edits(-1)...)
	}
	if more {
		edits = append(edits, c.edits(1)...)
	}
	slices.SortStableFunc(edits, func(a, b *edit) int { return abs(a.words) - abs(b.words) })
	var remedies []string
	for _, e := range edits[:min(len(edits), mostEdits)] {
		remedies = append(remedies, e.String())
	}
	if less {
		if r := c.dropPhoto(); r != "" {
			remedies = append(remedies, r)
		}
	}
	remedies = append(remedies, "allow "+plural(natural.pages, "page"))
	hint := strings.Join(remedies, ", or ")
	if len(edits) > 0 {
		first := edits[0]
		c.diags.Errorf(first.story.pos, "page-budget", hint, "%s is %s too %s for %s",
			first.story.id, plural(abs(first.words), "word"), first.fault(), budget(b))
		return
	}
	says := "does not fit"
	if !less {
		says = "does not fill"
	}
	c.diags.Errorf(c.in.Issue.At.Of("pages"), "page-budget", hint, "the issue %s %s; it takes %d", says, budget(b), natural.pages)
}

// budget says a page budget in words.
func budget(b issue.Budget) string {
	var parts []string
	if b.Exact > 0 {
		parts = append(parts, plural(b.Exact, "page"))
	}
	if b.Max > 0 {
		parts = append(parts, "at most "+plural(b.Max, "page"))
	}
	if b.MultipleOf > 0 {
		parts = append(parts, fmt.Sprintf("a multiple of %d pages", b.MultipleOf))
	}
	return strings.Join(parts, ", ")
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// candidates are the stories whose length is worth changing: the longest first.
func (c *composer) candidates() []*story {
	var out []*story
	for _, u := range c.units {
		if u.kind == "article" && u.words >= 60 && !u.isList() {
			out = append(out, u)
		}
	}
	slices.SortStableFunc(out, func(a, b *story) int { return b.words - a.words })
	most := mostEdits
	if c.long() {
		most = 1
	}
	return out[:min(len(out), most)]
}

// An edit is so many words more in one story, or fewer.
type edit struct {
	story *story
	words int
}

func (e *edit) fault() string {
	if e.words < 0 {
		return "long"
	}
	return "short"
}

func (e *edit) String() string {
	if e.words < 0 {
		return fmt.Sprintf("cut %s of %s", plural(-e.words, "word"), e.story.id)
	}
	return fmt.Sprintf("add %s to %s", plural(e.words, "word"), e.story.id)
}

func abs(n int) int { return max(n, -n) }

// edits looks for the fewest words, in one direction, that make the issue meet its
// budget.
func (c *composer) edits(sign int) []*edit {
	var out []*edit
	least := mostWords
	for _, u := range c.candidates() {
		most := min(2*least, mostWords) // dearer edits are no help
		if sign < 0 {
			most = min(most, u.words*2/3)
		}
		if n := c.fewest(u, sign, most); n > 0 {
			least = min(least, n)
			out = append(out, &edit{u, sign * n})
		}
	}
	return out
}

// fewest looks for the fewest words by doubling, then bisection; 0 where so many
// as most are not enough. It takes a few more where it matters whence they are
// taken, for an editor will choose.
func (c *composer) fewest(s *story, sign, most int) int {
	low, high, step := 0, 8, 1
	if c.long() {
		high, step = 32, 8 // a rough answer soon rather than the least number late
	}
	for !c.worksWith(s, sign*high, atEnd) {
		if low, high = high, high*2; high > most {
			return 0
		}
	}
	for high-low > step {
		if mid := (low + high) / 2; c.worksWith(s, sign*mid, atEnd) {
			high = mid
		} else {
			low = mid
		}
	}
	for n := high; n <= high+high/8+8; n++ {
		if (n == high || c.worksWith(s, sign*n, atEnd)) && c.worksWith(s, sign*n, inLongest) {
			return n
		}
	}
	return high
}

// worksWith reports whether the issue meets its budget with words more or fewer in
// a story.
func (c *composer) worksWith(s *story, words int, where func(*story) int) bool {
	defer c.edited(s, words, where(s))()
	return c.works()
}

// works reports whether the issue meets its budget. Of a long issue it asks the
// narrow search alone, which may miss a way but is quick.
func (c *composer) works() bool {
	find := c.search
	if c.long() {
		find = c.narrow
	}
	best, _ := find()
	c.leave(nil)
	return best != nil
}

// long reports whether an issue takes long to search.
func (c *composer) long() bool {
	n := 0
	for _, u := range c.units {
		n += u.words
	}
	return n > 2500
}

// atEnd and inLongest are paragraphs in which an editor may begin.
func atEnd(s *story) int { return len(s.paras) - 1 }

func inLongest(s *story) int {
	longest := 0
	for i := range s.paras {
		if wordsIn(s.paras[i].spans) > wordsIn(s.paras[longest].spans) {
			longest = i
		}
	}
	return longest
}

// edited adds words to a story's paragraph, or takes them off its end and those
// of the paragraphs before it; it returns what undoes that.
func (c *composer) edited(s *story, n, at int) (undo func()) {
	was := *s
	c.forget(s)
	s.paras = slices.Clone(s.paras)
	s.openings, s.leadings = nil, nil
	s.words += n
	if n > 0 {
		p := &s.paras[at]
		p.piece = p.piece.with(moreWords(p.spans, n))
	}
	for left := -n; left > 0 && at >= 0 && len(s.paras) > 1; at-- {
		p := &s.paras[at]
		if have := wordsIn(p.spans); have > left {
			p.piece = p.piece.with(dropWords(p.spans, left))
			break
		} else {
			left -= have
		}
		s.paras = slices.Delete(s.paras, at, at+1)
	}
	return func() {
		c.forget(s)
		s.paras, s.words, s.openings, s.leadings = was.paras, was.words, was.openings, was.leadings
	}
}

// with is a piece of other words.
func (p *piece) with(spans []issue.Span) *piece {
	out := *p
	out.spans, out.made, out.marks = spans, nil, nil
	return &out
}

// moreWords adds n words to spans: their own, again and again.
func moreWords(spans []issue.Span, n int) []issue.Span {
	own := issue.PlainText(spans)
	starts := issue.WordStarts(own)
	if len(starts) == 0 {
		return spans
	}
	more := ""
	for ; n > len(starts); n -= len(starts) {
		more += " " + own
	}
	if n < len(starts) {
		own = own[:starts[n]]
	}
	return append(slices.Clone(spans), issue.Span{Text: more + " " + own})
}

// dropWords takes n words off the end of spans.
func dropWords(spans []issue.Span, n int) []issue.Span {
	out := slices.Clone(spans)
	for n > 0 && len(out) > 0 {
		last := &out[len(out)-1]
		starts := issue.WordStarts(last.Text)
		if len(starts) > n || len(starts) == n && len(out) == 1 {
			last.Text = strings.TrimRight(last.Text[:starts[len(starts)-n]], " ")
			return out
		}
		n -= len(starts)
		out = out[:len(out)-1]
	}
	return out
}

// dropPhoto looks for a story that would do with one picture less.
func (c *composer) dropPhoto() string {
	tries := 0
	for _, s := range c.units {
		if len(s.figures) == 0 || tries == mostDrops {
			continue
		}
		tries++
		figures := s.figures
		c.forget(s)
		s.figures = figures[:len(figures)-1]
		works := c.works()
		c.forget(s)
		s.figures = figures
		if works {
			if len(figures) == 1 {
				return "drop the photo of " + s.id
			}
			return fmt.Sprintf("drop one of the %d photos of %s", len(figures), s.id)
		}
	}
	return ""
}
