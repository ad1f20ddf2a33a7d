package flow

import (
	"runtime"
	"slices"
	"testing"

	"masthead/layout/diag"
	"masthead/layout/geom"
)

// newTestAhead is a composer of three stories with somebody to set text ahead.
func newTestAhead(t *testing.T) *composer {
	t.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	r := newRig(t, textFirst(2))
	c := newComposer(r.input(t, events(article("one", words(80)), article("two", words(300)), article("three", words(120)))), &diag.List{})
	c.number(nil, 0)
	c.ahead = newAhead(c)
	return c
}

// TestAheadIsTheSame compares blocks that were set ahead with those that are set
// when they are needed.
func TestAheadIsTheSame(t *testing.T) {
	c := newTestAhead(t)
	c.ahead.reach(0)
	c.ahead.wait.Wait()
	n := len(c.ahead.blocks)
	late := newTestAhead(t)
	late.ahead = nil
	for i, s := range c.units {
		for k := range s.opening(0).paras {
			for _, u := range c.ahead.uses {
				if u.text != "body" {
					continue
				}
				early := c.paragraph(&s.opening(0).paras[k], u.style, 0)
				want := late.paragraph(&late.units[i].opening(0).paras[k], u.style, 0)
				got, lines := textsOf(early, u.measure), textsOf(want, u.measure)
				if !slices.Equal(got, lines) {
					t.Errorf("%s: ahead %q, in time %q", s.id, got, lines)
				}
			}
		}
	}
	if taken := n - len(c.ahead.blocks); taken < 2 {
		t.Errorf("%d of %d blocks that were set ahead were taken", taken, n)
	}
	c.ahead.stop()
}

func textsOf(b *block, measure geom.Length) []string {
	var out []string
	for _, l := range b.par.Break(b.widths(measure, 0)) {
		out = append(out, l.Text)
	}
	return out
}

// TestAheadStops asks for blocks that nobody has set.
func TestAheadStops(t *testing.T) {
	c := newTestAhead(t)
	c.ahead.stopped.Store(true)
	c.ahead.reach(0)
	c.ahead.stop()
	p := &c.units[1].opening(0).paras[0]
	if b := c.paragraph(p, "body", 0); b == nil || len(b.par.Break(b.widths(c.brand.Live().W, 0))) == 0 {
		t.Error("no block of one who was not in time")
	}
}
