package flow_test

import (
	"testing"

	"masthead/layout/display"
)

// TestPouredPages composes drawn issues in small brands whose stories run on: nothing
// is wrong with the pages, and but for the last one they are full.
func TestPouredPages(t *testing.T) {
	for name, seeds := range map[string][]uint64{"letter": {1, 2, 4, 5, 6, 10, 11, 14, 15, 21}, "poster": {2, 5, 12}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			st := newStage(t, name)
			pages, holes := 0, 0
			for _, seed := range seeds {
				in, res, diags := st.compose(t, draw(t, seed))
				if res == nil {
					quiet(t, diags)
					continue
				}
				e := examine(in, res, diags)
				for _, f := range e.hard() {
					t.Errorf("seed %d: %v", seed, f)
				}
				n := len(res.Layout.Pages)
				pages += n
				for _, h := range e.holes[:n-1] {
					if h > 0.06 {
						holes++
					}
				}
			}
			if holes*50 > pages {
				t.Errorf("%d of %d pages have a hole of more than 6 %%", holes, pages)
			}
		})
	}
}

// TestPourLeavesOutWhatStandsElsewhere: a page whose first story has its headline and
// its picture across all columns does not repeat them below.
func TestPourLeavesOutWhatStandsElsewhere(t *testing.T) {
	st := newStage(t, "poster")
	led := 0
	for _, seed := range []uint64{5, 8} {
		_, res, diags := st.compose(t, draw(t, seed))
		if res == nil {
			quiet(t, diags)
			continue
		}
		for _, p := range res.Layout.Pages {
			if p.Template != "lead" {
				continue
			}
			led++
			titles := map[string]string{}
			for _, l := range p.Lines {
				if l.Role != "title" {
					continue
				}
				if frame, ok := titles[l.Story]; ok && frame != l.Frame {
					t.Errorf("seed %d: page %d has the title of %s twice", seed, p.Number, l.Story)
				}
				titles[l.Story] = l.Frame
			}
			wide(t, &p)
		}
	}
	if led == 0 {
		t.Error("no page was led by a story")
	}
}

// wide checks that a page's first picture, if it has one, is as wide as the page, and
// shown once.
func wide(t *testing.T, p *display.LayoutPage) {
	t.Helper()
	seen := map[string]bool{}
	for _, f := range p.Figures {
		if seen[f.File] {
			t.Errorf("page %d shows %s twice", p.Number, f.File)
		}
		seen[f.File] = true
	}
	if len(p.Figures) > 0 && p.Figures[0].Rect.W < p.Live.W {
		t.Errorf("the leading picture of page %d is %v wide", p.Number, p.Figures[0].Rect.W)
	}
}
