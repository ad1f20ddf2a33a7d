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
		edits = append(edits, c.editsOf(-1)...)
	}
	if more {
		edits = append(edits, c.editsOf(1)...)
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

// editsOf looks for the fewest words, in one direction, that make the issue meet its
// budget.
func (c *composer) editsOf(sign int) []*edit {
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
// as most are not enough, or where it matters too much which words they are: an
// editor will choose others.
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
	more := 2 + high/12
	for n := high; n <= high+mostMore*more; n += more {
		if c.safe(s, sign*n, sign*more) {
			return n
		}
	}
	return 0
}

// mostMore is how many numbers above the fewest words are tried.
const mostMore = 8

// safe reports whether the issue meets its budget wherever an editor puts the words
// or takes them from, and with some more or fewer.
func (c *composer) safe(s *story, words, some int) bool {
	for _, where := range []edits{atEnd, inLongest, everywhere, atHead} {
		if !c.worksWith(s, words, where) {
			return false
		}
	}
	return c.worksWith(s, words+some, atEnd) && c.worksWith(s, words-some, inLongest) && c.worksWith(s, words-some/2, atEnd)
}

// worksWith reports whether the issue meets its budget with words more or fewer in
// a story.
func (c *composer) worksWith(s *story, words int, where edits) bool {
	defer c.edited(s, words, where)()
	return c.works()
}

// works reports whether the issue meets its budget with well-filled pages. It asks
// the narrow search alone, which may miss a way but is quick.
func (c *composer) works() bool {
	defer func() { c.most = never }()
	c.most = gross
	best, _ := c.narrow()
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

// edits shares out a number of words over paragraphs of so many each.
type edits func(words int, have []int) []int

// atEnd edits the last paragraph, and cuts those before it where it is too short.
func atEnd(words int, have []int) []int {
	order := make([]int, len(have))
	for i := range order {
		order[i] = len(have) - 1 - i
	}
	return inOrder(words, have, order)
}

// atHead edits the first paragraph, and cuts those after it where it is too short.
func atHead(words int, have []int) []int {
	order := make([]int, len(have))
	for i := range order {
		order[i] = i
	}
	return inOrder(words, have, order)
}

// inLongest edits the longest paragraph, and cuts the next longest where it is too
// short.
func inLongest(words int, have []int) []int {
	order := make([]int, len(have))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return have[b] - have[a] })
	return inOrder(words, have, order)
}

func inOrder(words int, have, order []int) []int {
	out := make([]int, len(have))
	for _, i := range order {
		if have[i] == 0 {
			continue
		}
		if out[i] = max(words, -have[i]); words > 0 {
			break
		}
		words -= out[i]
	}
	return out
}

// everywhere edits all paragraphs, each by its length.
func everywhere(words int, have []int) []int {
	out := make([]int, len(have))
	all := 0
	for _, n := range have {
		all += n
	}
	sum, done := 0, 0
	for i, n := range have {
		sum += n
		out[i] = words*sum/max(all, 1) - done
		done += out[i]
	}
	return out
}

// edited adds words to a story's paragraphs, or takes them off; it returns what
// undoes that.
func (c *composer) edited(s *story, words int, where edits) (undo func()) {
	was := *s
	c.forget(s)
	have := make([]int, len(s.paras))
	for i := range s.paras {
		if s.paras[i].style == "body" { // headings, lists and quotations stay as they are
			have[i] = wordsIn(s.paras[i].spans)
		}
	}
	s.openings, s.leadings, s.paras = nil, nil, nil
	s.words += words
	for i, n := range where(words, have) {
		p := was.paras[i]
		switch {
		case n > 0:
			p.piece = p.piece.with(moreWords(p.spans, n))
		case n < 0 && n <= -have[i]:
			continue
		case n < 0:
			p.piece = p.piece.with(dropWords(p.spans, -n))
		}
		s.paras = append(s.paras, p)
	}
	if len(s.paras) == 0 {
		s.paras = was.paras[:1]
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
