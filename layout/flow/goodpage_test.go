package flow_test

import (
	"fmt"
	"testing"

	"masthead/layout/display"
)

// drawnIssues is how many drawn issues a plain test run composes.
const drawnIssues = 25

// TestGoodPages composes drawn issues of all shapes and holds them to what no
// issue may break: every word once and in order, the index and the cross-links
// right, nothing outside its frame or over something else, text on the grid,
// every picture on its page, and everything that is missing in the bill. An
// issue that cannot be composed says why, with a remedy.
//
// How good the pages are besides is what TestSurvey prints.
func TestGoodPages(t *testing.T) {
	st := oneStage()(t)
	for seed := range uint64(drawnIssues) {
		d := draw(t, seed+1)
		t.Run(fmt.Sprintf("%d-%s-%s", d.seed, d.shape, d.lang), func(t *testing.T) {
			t.Parallel()
			in, res, diags := st.compose(t, d)
			if res == nil {
				if !diags.Failed() {
					t.Error("no result and no error")
				}
				for _, x := range diags.All {
					if x.Hint == "" || x.Pos.Line == 0 {
						t.Errorf("no place or no remedy: %v", x)
					}
				}
				return
			}
			for _, f := range examine(in, res, diags).hard() {
				t.Error(f)
			}
		})
	}
}

// TestMeasuresFindFaults spoils a good layout in known ways: each measure must
// notice.
func TestMeasuresFindFaults(t *testing.T) {
	st := oneStage()(t)
	d := drawShape(t, 3, "newsletter")
	spoil := func(kind string, change func(e *exam)) {
		t.Helper()
		in, res, diags := st.compose(t, d)
		if res == nil {
			quiet(t, diags)
			t.Fatal("the issue was not composed")
		}
		before := len(examine(in, res, diags).of(kind))
		change(&exam{in: in, lay: res.Layout, doc: res.Document})
		if after := len(examine(in, res, diags).of(kind)); after <= before {
			t.Errorf("%s: %d faults before, %d after", kind, before, after)
		}
	}
	body := func(e *exam, n int) (page, line int) {
		for i := range e.lay.Pages {
			for k, l := range e.lay.Pages[i].Lines {
				if l.Role == "body" && l.Story != "foreword" {
					if n--; n < 0 {
						return i, k
					}
				}
			}
		}
		t.Fatal("no body text")
		return 0, 0
	}
	spoil("words", func(e *exam) {
		p, k := body(e, 5)
		e.lay.Pages[p].Lines[k].Text = "lost"
	})
	spoil("baseline", func(e *exam) {
		p, k := body(e, 5)
		e.lay.Pages[p].Lines[k].Baseline += e.lay.Grid / 3
	})
	spoil("inside", func(e *exam) {
		p, k := body(e, 5)
		e.lay.Pages[p].Lines[k].X += e.lay.Pages[p].Live.W
	})
	spoil("frame", func(e *exam) {
		p, k := body(e, 5)
		e.lay.Pages[p].Lines[k].Baseline += 50 * e.lay.Grid
	})
	spoil("overlap", func(e *exam) {
		p, k := body(e, 5)
		q := &e.lay.Pages[p]
		q.Lines[k+1].X, q.Lines[k+1].Baseline = q.Lines[k].X, q.Lines[k].Baseline
	})
	spoil("contrast", func(e *exam) {
		p, k := body(e, 5)
		e.lay.Pages[p].Lines[k].Contrast = 4
	})
	spoil("overfull", func(e *exam) {
		p, k := body(e, 5)
		e.lay.Pages[p].Lines[k].Width *= 2
	})
	spoil("photos", func(e *exam) {
		for i := range e.lay.Pages {
			if p := &e.lay.Pages[i]; i > 0 && len(p.Figures) > 0 {
				p.Figures = p.Figures[1:]
				return
			}
		}
	})
	spoil("index", func(e *exam) { e.lay.Index[0].Entries[0].Page++ })
	spoil("links", func(e *exam) { e.doc.Dests[len(e.doc.Dests)-1].Page-- })
	spoil("reading", func(e *exam) { e.doc.Root.Content(1) })
	spoil("bill", func(e *exam) { e.lay.Bill = append(e.lay.Bill, display.Flexed{Page: 99}) })
	spoil("widow", func(e *exam) {
		p, k := body(e, 12)
		e.lay.Pages[p].Lines[k].Frame = "elsewhere"
	})
	spoil("hole", func(e *exam) {
		p := &e.lay.Pages[1]
		p.Lines, p.Figures, p.Boxes = p.Lines[:1], nil, nil
		e.doc.Pages[1].Items = nil
	})
}

// of returns the faults of a kind.
func (e *exam) of(kind string) []fault {
	var out []fault
	for _, f := range e.faults {
		if f.kind == kind {
			out = append(out, f)
		}
	}
	return out
}
