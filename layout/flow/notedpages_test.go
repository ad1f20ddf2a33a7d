package flow_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"masthead/layout/display"
	"masthead/layout/issue"
)

// TestNotedPages composes drawn issues with notes: whatever the pages and columns,
// every address that a story's text does not show is printed once at its end, and
// nothing is broken that is whole without notes.
func TestNotedPages(t *testing.T) {
	seen := 0
	for i, seed := range []uint64{1005, 1010, 1016, 1033} {
		st := *oneStage()(t)
		b := *st.brand
		b.Print.Links = []string{"footnote", "qr"}[i%2]
		st.brand = &b
		d := draw(t, seed)
		in, res, diags := st.compose(t, d)
		if res == nil {
			quiet(t, diags)
			continue
		}
		for _, f := range examine(in, res, diags).hard() {
			t.Errorf("seed %d: %v", seed, f)
		}
		for _, sec := range in.Issue.Sections {
			for _, a := range sec.Articles {
				want := hidden(a.Blocks, b.Print.Links == "qr")
				got := notesOf(res.Layout, a.Story())
				if len(got) != len(want) {
					t.Errorf("seed %d: %s has %d addresses and the notes %q", seed, a.Story(), len(want), got)
				}
				seen += len(got)
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d notes", seen)
	}
}

// hidden lists the addresses of a text once each; those that the text shows are
// only wanted as codes.
func hidden(blocks []issue.Block, shown bool) (out []string) {
	add := func(links []string) {
		for _, l := range links {
			if !slices.Contains(out, l) {
				out = append(out, l)
			}
		}
	}
	for _, b := range blocks {
		for _, s := range b.Spans {
			if s.Link != "" && (shown || !strings.HasPrefix(s.Text, "http")) {
				add([]string{s.Link})
			}
		}
		add(hidden(b.Blocks, shown))
		for _, it := range b.Items {
			add(hidden(it.Blocks, shown))
		}
	}
	return out
}

// notesOf returns the notes of a story.
func notesOf(lay *display.Layout, story string) (out []string) {
	last := ""
	for _, p := range lay.Pages {
		for _, l := range p.Lines {
			if l.Story != story || l.Role != "note" {
				continue
			}
			if l.Paragraph != last {
				last, out = l.Paragraph, append(out, "")
			}
			out[len(out)-1] += fmt.Sprint(l.Text)
		}
	}
	return out
}
