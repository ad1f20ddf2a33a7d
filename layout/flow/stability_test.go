package flow_test

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"masthead/layout/diag"
	"masthead/layout/display"
	"masthead/layout/flow"
	"masthead/layout/issue"
)

// lastWords appends words to the last paragraph of the longest story, or takes
// them off, and returns the story's id.
func lastWords(is *issue.Issue, change func(words []string) []string) string {
	var longest *issue.Article
	for _, s := range is.Sections {
		for _, a := range s.Articles {
			if longest == nil || a.Words() > longest.Words() {
				longest = a
			}
		}
	}
	return changeStory(is, longest.Story(), change)
}

func changeStory(is *issue.Issue, id string, change func(words []string) []string) string {
	for _, s := range is.Sections {
		for _, a := range s.Articles {
			if a.Story() != id {
				continue
			}
			a.Blocks = slices.Clone(a.Blocks)
			for i := len(a.Blocks) - 1; i >= 0; i-- {
				if a.Blocks[i].Kind != issue.Paragraph || len(a.Blocks[i].Spans) != 1 {
					continue
				}
				span := a.Blocks[i].Spans[0]
				words := change(strings.Fields(span.Text))
				span.Text = strings.Join(words, " ")
				a.Blocks[i].Spans = []issue.Span{span}
				return id
			}
		}
	}
	return ""
}

// geometry is where the text and the pictures of a page stand.
func geometry(p *display.LayoutPage) []string {
	var out []string
	for _, l := range p.Lines {
		if l.Role != "index" {
			out = append(out, fmt.Sprint(l.X, l.Baseline, l.Text))
		}
	}
	for _, f := range p.Figures {
		out = append(out, fmt.Sprint(f.Rect))
	}
	return out
}

// TestOneWordMore: words are added one by one to a story; no other story's pages
// move unless the pages of the issue are divided anew.
func TestOneWordMore(t *testing.T) {
	s := oneStage()(t)
	moved, asked := 0, 0
	for _, seed := range []uint64{3} {
		d := drawShape(t, seed, "newsletter")
		in := s.input(t, d)
		var diags diag.List
		before := flow.Compose(in, &diags)
		if before == nil {
			t.Fatalf("seed %d does not build: %v", seed, diags.All)
		}
		for n := 1; n <= 6; n++ {
			in := s.input(t, d)
			id := lastWords(in.Issue, func(w []string) []string { return append(w, strings.Fields(strings.Repeat("more words ", 6))[:n]...) })
			after := flow.Compose(in, &diag.List{})
			if after == nil {
				t.Fatalf("seed %d: %d words more in %s do not fit", seed, n, id)
			}
			if len(after.Layout.Pages) != len(before.Layout.Pages) || !reflect.DeepEqual(pagesByStory(before), pagesByStory(after)) {
				continue
			}
			own := pagesByStory(after)[id]
			for i := range after.Layout.Pages {
				if slices.Contains(own, i+1) {
					continue
				}
				asked++
				if !slices.Equal(geometry(&before.Layout.Pages[i]), geometry(&after.Layout.Pages[i])) {
					moved++
				}
			}
		}
	}
	if asked == 0 {
		t.Fatal("no issue kept its pages: the test says nothing")
	}
	if moved*20 > asked {
		t.Errorf("%d of %d other pages moved", moved, asked)
	}
}

func pagesByStory(r *flow.Result) map[string][]int {
	out := map[string][]int{}
	for _, s := range r.Layout.Stories {
		out[s.ID] = s.Pages
	}
	return out
}

var cutHint = regexp.MustCompile(`cut (\d+) words of ([a-z0-9-]+/[a-z0-9-]+)`)

// TestRemediesAreTrue: an issue that misses its page budget says what would help;
// each cut that it offers is made, and the issue builds.
func TestRemediesAreTrue(t *testing.T) {
	s := oneStage()(t)
	tried := 0
	for _, seed := range []uint64{3} {
		d := drawShape(t, seed, "newsletter")
		in := s.input(t, d)
		free := flow.Compose(in, &diag.List{})
		if free == nil {
			t.Fatalf("seed %d does not build", seed)
		}
		budget := issue.Budget{Exact: len(free.Layout.Pages) - 1}
		in = s.input(t, d)
		in.Issue.Pages = budget
		var diags diag.List
		if flow.Compose(in, &diags) != nil {
			continue // it could do with a page less
		}
		if len(diags.All) != 1 || diags.All[0].Code != "page-budget" {
			t.Fatalf("seed %d: %v", seed, diags.All)
		}
		for _, m := range cutHint.FindAllStringSubmatch(diags.All[0].Hint, -1) {
			n, _ := strconv.Atoi(m[1])
			in := s.input(t, d)
			in.Issue.Pages = budget
			if !cutFrom(in.Issue, m[2], n) {
				continue
			}
			tried++
			var after diag.List
			if flow.Compose(in, &after) == nil {
				t.Errorf("seed %d: %q does not help: %v", seed, m[0], after.All)
			}
		}
	}
	if tried == 0 {
		t.Skip("no drawn issue misses its budget by a cut")
	}
}

// cutFrom takes n words off the last paragraph of a story, if it has so many.
func cutFrom(is *issue.Issue, id string, n int) bool {
	done := false
	changeStory(is, id, func(w []string) []string {
		if done = len(w) > n; done {
			w = w[:len(w)-n]
		}
		return w
	})
	return done
}
