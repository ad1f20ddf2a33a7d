package flow_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"masthead/layout/diag"
	"masthead/layout/flow"
	"masthead/layout/issue"
)

var (
	wordsHint = regexp.MustCompile(`(cut|add) (\d+) words? (?:of|to) ([a-z0-9-]+/[a-z0-9-]+)`)
	photoHint = regexp.MustCompile(`drop (?:one of the \d+ photos|the photo) of ([a-z0-9-]+/[a-z0-9-]+)`)
	pagesHint = regexp.MustCompile(`allow (\d+) pages?`)
)

// A remedy is one thing that a hint says to do, and a way to do it.
type remedy struct {
	kind, says string
	do         func(in *issue.Issue)
}

// remedies reads a hint. An editor may cut and add where he likes: it is done in
// two places.
func remedies(hint string, more func(n int) string) []remedy {
	var out []remedy
	for _, m := range wordsHint.FindAllStringSubmatch(hint, -1) {
		n, _ := strconv.Atoi(m[2])
		for _, place := range []string{"end", "longest"} {
			out = append(out, remedy{m[1] + " " + place, m[0], func(is *issue.Issue) {
				a := articleOf(is, m[3])
				if m[1] == "add" {
					addTo(a, place == "end", more(n))
				} else {
					cutFrom(a, place == "end", n)
				}
			}})
		}
	}
	for _, m := range photoHint.FindAllStringSubmatch(hint, -1) {
		out = append(out, remedy{"drop", m[0], func(is *issue.Issue) {
			a := articleOf(is, m[1])
			a.Photos = a.Photos[:len(a.Photos)-1]
		}})
	}
	for _, m := range pagesHint.FindAllStringSubmatch(hint, -1) {
		out = append(out, remedy{"allow", m[0], func(is *issue.Issue) {
			n, _ := strconv.Atoi(m[1])
			is.Pages = issue.Budget{Exact: n}
		}})
	}
	return out
}

// TestRemediesAreTrue: an issue that misses its page budget says what would help;
// each of it is done, and the issue builds.
func TestRemediesAreTrue(t *testing.T) {
	seeds := []uint64{103, 37, 11}
	if *surveyed > 0 {
		seeds = nil
		for seed := range uint64(*surveyed) {
			seeds = append(seeds, seed+1)
		}
	}
	s := oneStage()(t)
	tried, failed := map[string]int{}, map[string]int{}
	for _, seed := range seeds {
		d := draw(t, seed)
		in := s.input(t, d)
		in.Issue.Pages = issue.Budget{}
		free := flow.Compose(in, &diag.List{})
		if free == nil {
			continue
		}
		n := len(free.Layout.Pages)
		for _, budget := range []issue.Budget{{Exact: n - 1}, {Exact: n + 1}, {MultipleOf: 4}} {
			compose := func(change func(*issue.Issue)) (bool, *diag.List) {
				in := s.input(t, d)
				in.Issue.Pages = budget
				change(in.Issue)
				diags := &diag.List{}
				return flow.Compose(in, diags) != nil, diags
			}
			ok, diags := compose(func(*issue.Issue) {})
			if ok || n == 1 && budget.Exact == 0 {
				continue
			}
			if len(diags.All) != 1 || diags.All[0].Code != "page-budget" {
				t.Errorf("seed %d, %s: %v", seed, describe(budget), diags.All)
				continue
			}
			prose := newProse(t, rand.New(rand.NewPCG(seed, 7)), d.lang)
			for _, r := range remedies(diags.All[0].Hint, prose.words) {
				tried[r.kind]++
				if ok, after := compose(r.do); !ok {
					failed[r.kind]++
					if *surveyed == 0 || testing.Verbose() {
						t.Logf("seed %d, %s: %s (%s) does not help: %v", seed, describe(budget), r.says, r.kind, after.All)
					}
				}
			}
		}
	}
	for _, kind := range []string{"cut end", "cut longest", "add end", "add longest", "drop", "allow"} {
		t.Logf("%s: %d of %d remedies are true", kind, tried[kind]-failed[kind], tried[kind])
		if failed[kind] > 0 && *surveyed == 0 {
			t.Errorf("%s: %d of %d remedies do not help", kind, failed[kind], tried[kind])
		}
	}
	if tried["cut end"] == 0 || tried["add end"] == 0 || tried["allow"] == 0 {
		t.Errorf("not every kind was tried: %v", tried)
	}
}

func describe(b issue.Budget) string { return fmt.Sprintf("%+v", b) }

func articleOf(is *issue.Issue, id string) *issue.Article {
	for _, s := range is.Sections {
		for _, a := range s.Articles {
			if a.Story() == id {
				a.Blocks = slices.Clone(a.Blocks)
				return a
			}
		}
	}
	return nil
}

// plainOf numbers the paragraphs of an article that are of one span; the longest
// first where the end is not wanted.
func plainOf(a *issue.Article, end bool) []int {
	var out []int
	for i := len(a.Blocks) - 1; i >= 0; i-- {
		if b := a.Blocks[i]; b.Kind == issue.Paragraph && len(b.Spans) == 1 {
			out = append(out, i)
		}
	}
	if !end {
		slices.SortStableFunc(out, func(x, y int) int { return len(a.Blocks[y].Spans[0].Text) - len(a.Blocks[x].Spans[0].Text) })
	}
	return out
}

func addTo(a *issue.Article, end bool, words string) {
	i := plainOf(a, end)[0]
	span := a.Blocks[i].Spans[0]
	span.Text += " " + words
	a.Blocks[i].Spans = []issue.Span{span}
}

// cutFrom takes n words off an article's paragraphs, one after the other.
func cutFrom(a *issue.Article, end bool, n int) {
	var gone []int
	for _, i := range plainOf(a, end) {
		words := strings.Fields(a.Blocks[i].Spans[0].Text)
		if n < len(words) {
			span := a.Blocks[i].Spans[0]
			span.Text = strings.Join(words[:len(words)-n], " ")
			a.Blocks[i].Spans = []issue.Span{span}
			break
		}
		n -= len(words)
		gone = append(gone, i)
	}
	slices.Sort(gone)
	for k := len(gone) - 1; k >= 0; k-- {
		a.Blocks = slices.Delete(a.Blocks, gone[k], gone[k]+1)
	}
}
