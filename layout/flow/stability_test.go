package flow_test

import (
	"fmt"
	"reflect"
	"slices"
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
	seeds, most := []uint64{3}, 6
	if *surveyed > 0 {
		seeds, most = nil, 20
		for seed := range uint64(*surveyed) {
			seeds = append(seeds, seed+1)
		}
	}
	for _, seed := range seeds {
		d := drawShape(t, seed, "newsletter")
		in := s.input(t, d)
		var diags diag.List
		before := flow.Compose(in, &diags)
		if before == nil && *surveyed > 0 {
			continue
		}
		if before == nil {
			t.Fatalf("seed %d does not build: %v", seed, diags.All)
		}
		for n := 1; n <= most; n++ {
			in := s.input(t, d)
			id := lastWords(in.Issue, func(w []string) []string {
				return append(w, strings.Fields(strings.Repeat("more words ", most))[:n]...)
			})
			after := flow.Compose(in, &diag.List{})
			if after == nil && *surveyed > 0 {
				continue
			}
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
					if *surveyed > 0 {
						t.Logf("seed %d: %d words more in %s moved page %d", seed, n, id, i+1)
					}
				}
			}
		}
	}
	if asked == 0 {
		t.Fatal("no issue kept its pages: the test says nothing")
	}
	t.Logf("%d of %d other pages moved", moved, asked)
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
