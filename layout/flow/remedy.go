package flow

import (
	"fmt"
	"slices"
	"strings"

	"masthead/layout/issue"
)

// Remedies for an issue that does not meet its page budget: fewer words in one
// story, fewer photos, another number of pages. Each is tried with the composer
// itself before it is offered, so each is true.

// mostCuts is how many stories are tried for cuts, mostDrops for photos.
const (
	mostCuts  = 2
	mostDrops = 4
)

// over reports an issue that does not meet its page budget and what would help.
func (c *composer) over(pages int) {
	b := c.in.Issue.Pages
	pos := c.in.Issue.At.Of("pages")
	var remedies []string
	var first *cut
	for _, u := range c.candidates() {
		most := u.words * 2 / 3
		if first != nil {
			most = min(most, 2*first.words) // dearer cuts are no help
		}
		if k := c.cutWords(u, most); k != nil {
			if first == nil || k.words < first.words {
				first = k
			}
			remedies = append(remedies, fmt.Sprintf("cut %d words of %s", k.words, u.id))
		}
	}
	if r := c.dropPhoto(); r != "" {
		remedies = append(remedies, r)
	}
	remedies = append(remedies, fmt.Sprintf("allow %s", plural(pages, "page")))
	hint := strings.Join(remedies, ", or ")
	if first != nil {
		c.diags.Errorf(first.story.pos, "page-budget", hint, "%s is %d words too long for %s", first.story.id, first.words, budget(b))
		return
	}
	c.diags.Errorf(pos, "page-budget", hint, "the issue does not fit %s; it takes %d", budget(b), pages)
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

// candidates are the stories that are worth cutting: the longest first.
func (c *composer) candidates() []*story {
	var out []*story
	for _, u := range c.units {
		if u.kind == "article" && u.words >= 60 {
			out = append(out, u)
		}
	}
	slices.SortStableFunc(out, func(a, b *story) int { return b.words - a.words })
	return out[:min(len(out), mostCuts)]
}

// A cut is the fewest words to take off a story.
type cut struct {
	story *story
	words int
}

// cutWords looks for the fewest words whose loss, at the end of the story's text,
// makes the issue meet its budget: by doubling, then bisection.
func (c *composer) cutWords(s *story, most int) *cut {
	works := func(n int) bool {
		undo := s.cutEnd(n)
		defer undo()
		best, _ := c.search()
		return best != nil
	}
	low, high := 0, 8
	for !works(high) {
		if low, high = high, high*2; high > most {
			return nil
		}
	}
	for high-low > 1 {
		if mid := (low + high) / 2; works(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	return &cut{s, high}
}

// cutEnd takes words off the end of a story's text and returns what puts them
// back.
func (s *story) cutEnd(n int) (undo func()) {
	paras, words, openings := s.paras, s.words, s.openings
	s.forget()
	s.paras = slices.Clone(paras)
	s.openings = nil
	for left := n; left > 0 && len(s.paras) > 1; {
		last := &s.paras[len(s.paras)-1]
		have := wordsIn(last.spans)
		if have <= left {
			s.paras = s.paras[:len(s.paras)-1]
			left -= have
			continue
		}
		short := *last.piece
		short.spans, short.made, short.marks = dropWords(last.spans, left), nil, nil
		last.piece = &short
		left = 0
	}
	s.words -= n
	return func() {
		s.forget()
		s.paras, s.words, s.openings = paras, words, openings
	}
}

// dropWords takes n words off the end of spans.
func dropWords(spans []issue.Span, n int) []issue.Span {
	out := slices.Clone(spans)
	for n > 0 && len(out) > 0 {
		last := &out[len(out)-1]
		text := strings.TrimRight(last.Text, " ")
		i := strings.LastIndexByte(text, ' ')
		if i < 0 {
			out = out[:len(out)-1]
			n--
			continue
		}
		last.Text = text[:i]
		n--
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
		s.forget()
		s.figures = figures[:len(figures)-1]
		best, _ := c.search()
		s.figures = figures
		if best != nil {
			if len(figures) == 1 {
				return "drop the photo of " + s.id
			}
			return fmt.Sprintf("drop one of the %d photos of %s", len(figures), s.id)
		}
	}
	return ""
}
