package golden

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"masthead/layout/geom"
)

// Options say how closely goldens are compared.
type Options struct {
	// Tolerance is how far a thing may move or stretch without being told. Words,
	// pages, pictures and styles are always compared exactly.
	Tolerance Length
}

// Compare says what became different from old to new.
func Compare(old, new *Golden, opt Options) *Report {
	c := &comparison{old: newEdition(old), new: newEdition(new), Options: opt, told: map[string]bool{}}
	c.match()
	c.pairChapters()
	c.house()
	c.extent()
	c.sections()
	c.storiesOf()
	c.moves()
	c.texts()
	c.furnitureOf()
	c.photos()
	c.index()
	c.places()
	c.rest()
	slices.SortStableFunc(c.out, func(a, b Finding) int { return cmp.Compare(a.rank, b.rank) })
	switch {
	case c.rebranded:
		c.out = gathered(c.out, func(f Finding) bool { return !f.own })
	case old.Language != new.Language:
		c.translated()
	}
	return &Report{brief(c.out)}
}

// translated takes the many texts that another language sets otherwise, labels,
// quotation marks, dates, into the sentence that tells of the language. There
// all of them are listed.
func (c *comparison) translated() {
	const few = 3
	text := func(f Finding) bool { return f.Kind == "text" }
	n := 0
	for _, f := range c.out {
		if text(f) {
			n++
		}
	}
	if n > few {
		c.out[0].Text += fmt.Sprintf(": %d texts read otherwise", n)
		c.out = gathered(c.out, text)
	}
}

// gathered makes sentences the details of the first one.
func gathered(list []Finding, goes func(Finding) bool) []Finding {
	out := list[:1:1]
	for _, f := range list[1:] {
		if !goes(f) {
			out = append(out, f)
			continue
		}
		out[0].Details = append(append(slices.Clone(out[0].Details), f.Text), f.Details...)
	}
	return out
}

// comparison is two editions side by side.
type comparison struct {
	old, new *edition
	Options
	pairs     []pair            // stories of both, in the new order
	gone      []*story          // of the old one alone
	come      []*story          // of the new one alone
	twin      map[string]string // old story id by new one
	out       []Finding
	told      map[string]bool // replacements that a sentence has said already
	rebranded bool
	anew      bool            // the house style changed so that every line may stand elsewhere
	bodies    map[string]bool // stories whose words changed

	olds, news   []*chapter
	former       map[*chapter]*chapter // the old section of a new one
	goneChapters []*chapter
	chapter      map[string]string // new section key by old one

	numbers []Finding       // references that say other pages
	edited  map[string]bool // stories that were written otherwise
	renames [][2]string     // what is called otherwise now
	swapped map[string]bool // stories whose change of place is told
	marked  bool            // that marks came or went is told
	retyped [][2]Type       // types that a sentence about the house told of
}

// pair is a story then and now.
type pair struct{ old, new *story }

func (c *comparison) say(f Finding, format string, args ...any) {
	f.Text = plainly(fmt.Sprintf(format, args...))
	f.Details = slices.Clone(curtail(f.Details))
	for i, d := range f.Details {
		f.Details[i] = plainly(d)
	}
	c.out = append(c.out, f)
}

// plainly puts a common space for every other one, so that sentences can be
// searched for.
func plainly(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0x2060 || r == 0x200b:
			return -1
		case isGap(r):
			return ' '
		}
		return r
	}, s)
}

// match finds the stories of both editions: by id, and where the id changed with
// the title, by what they say.
func (c *comparison) match() {
	c.twin, c.bodies = map[string]string{}, map[string]bool{}
	byID := map[string]*story{}
	for _, s := range c.old.stories {
		byID[s.id] = s
	}
	partner := map[*story]*story{}
	taken := map[*story]bool{}
	for _, s := range c.new.stories {
		if o := byID[s.id]; o != nil {
			partner[s], taken[o] = o, true
		}
	}
	for _, s := range c.new.stories {
		if partner[s] != nil {
			continue
		}
		var best *story
		most := 0.5
		for _, o := range c.old.stories {
			if taken[o] {
				continue
			}
			like := likeness(o.running, s.running)
			if sectionKey(o.id) != sectionKey(s.id) {
				like -= 0.1
			}
			if like > most {
				best, most = o, like
			}
		}
		if best != nil {
			partner[s], taken[best] = best, true
		}
	}
	for _, s := range c.new.stories {
		if o := partner[s]; o != nil {
			c.pairs = append(c.pairs, pair{o, s})
			c.twin[s.id] = o.id
		} else {
			c.come = append(c.come, s)
		}
	}
	for _, o := range c.old.stories {
		if !taken[o] {
			c.gone = append(c.gone, o)
		}
	}
}

func sectionKey(id string) string {
	key, _, _ := strings.Cut(id, "/")
	return key
}

// likeness is the part of the words that two texts share, 0 to 1.
func likeness(a, b []token) float64 {
	count := map[string]int{}
	total := 0
	for _, t := range a {
		if !t.para {
			count[t.text]++
			total++
		}
	}
	shared, other := 0, 0
	for _, t := range b {
		if t.para {
			continue
		}
		other++
		if count[t.text] > 0 {
			count[t.text]--
			shared++
		}
	}
	if most := max(total, other); most > 0 {
		return float64(shared) / float64(most)
	}
	return 0
}

// extent compares the number of pages.
func (c *comparison) extent() {
	if n, m := len(c.old.Pages), len(c.new.Pages); n != m {
		c.say(Finding{own: true, Kind: "pages", rank: rankExtent}, "the issue has %s instead of %d", count(m, "page", "pages"), n)
	}
}

// rest makes sure that nothing passes unseen: where no sentence was found, the
// first line that differs is named.
func (c *comparison) rest() {
	if len(c.out) > 0 || c.Tolerance > 0 {
		return
	}
	a, b := strings.Split(c.old.String(), "\n"), strings.Split(c.new.String(), "\n")
	h := difference(len(a), len(b), func(i, j int) bool { return a[i] == b[j] })
	if len(h) == 0 {
		return
	}
	var details []string
	for _, h := range h {
		for _, l := range a[h.a0:h.a1] {
			details = append(details, "- "+strings.TrimSpace(l))
		}
		for _, l := range b[h.b0:h.b1] {
			details = append(details, "+ "+strings.TrimSpace(l))
		}
	}
	c.say(Finding{Kind: "place", rank: rankLeast, Details: details}, "small things differ in %s of the golden", count(len(h), "place", "places"))
}

// count says a number of things.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// list puts names together: "a, b and c".
func list(names []string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
}

// onPages says pages: "page 3", "pages 2, 3 and 5", "pages 2–6".
func onPages(pages []int) string {
	if len(pages) == 1 {
		return fmt.Sprintf("page %d", pages[0])
	}
	return "pages " + span(pages)
}

// span says page numbers without the word.
func span(pages []int) string {
	var parts []string
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		switch {
		case j == i:
			parts = append(parts, fmt.Sprint(pages[i]))
		case j == i+1:
			parts = append(parts, fmt.Sprint(pages[i]), fmt.Sprint(pages[j]))
		default:
			parts = append(parts, fmt.Sprintf("%d–%d", pages[i], pages[j]))
		}
		i = j + 1
	}
	return list(parts)
}

// ParseTolerance reads a tolerance with its unit, as in "0.5mm".
func ParseTolerance(s string) (Length, error) {
	l, err := geom.Parse(s)
	if err != nil || l < 0 {
		return 0, fmt.Errorf("%q is not a length such as 0.5mm", s)
	}
	return cents(l), nil
}
