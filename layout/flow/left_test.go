package flow

import (
	"slices"
	"testing"

	"masthead/layout/brand"
	"masthead/layout/geom"
	"masthead/layout/para"
)

// TestLeftOut: an inset that is left out takes no room with it, wherever it would
// have stood; else its column would end short of the others.
func TestLeftOut(t *testing.T) {
	for _, in := range []insetBox{{}, {head: true}, {middle: true}} {
		in.before, in.after = 2, 3
		if got := in.room(0); got != 0 {
			t.Errorf("head %v, middle %v: %d half rows for nothing", in.head, in.middle, got)
		}
		if got := in.room(6); got < 11 {
			t.Errorf("head %v, middle %v: %d half rows for a box of 6", in.head, in.middle, got)
		}
	}
}

// TestCostOfBox: a box of a price is so much dearer at every height.
func TestCostOfBox(t *testing.T) {
	m := newRig(t, "").measurer(20)
	b := m.node(&brand.Node{Cost: 7, Rule: &brand.Rule{}}, frame{w: 100 * geom.Point})
	if got := b.at(0); got != 7 {
		t.Errorf("a rule that costs 7 is priced %d", got)
	}
	if got := b.at(1); got < never {
		t.Errorf("a rule is %d half rows high", 1)
	}
}

// TestRagged: large type should not end in a lone short word, nor tear one.
func TestRagged(t *testing.T) {
	for _, c := range []struct {
		widths []geom.Length
		torn   bool
		ragged bool
	}{
		{[]geom.Length{100}, false, false},
		{[]geom.Length{12}, false, false}, // one line
		{[]geom.Length{100, 60}, false, false},
		{[]geom.Length{100, 12}, false, true},
		{[]geom.Length{25, 12}, false, false}, // no shorter than the rest
		{[]geom.Length{100, 60}, true, true},
	} {
		s := setting{block: &block{style: &brand.Style{Size: 10 * geom.Point}}}
		for i, w := range c.widths {
			s.lines = append(s.lines, para.Line{Width: w * geom.Point, Hyphenated: c.torn && i == 0})
		}
		if got := s.ragged(); got != c.ragged {
			t.Errorf("lines %v: ragged %v", c.widths, got)
		}
	}
}

// TestBothKindsSurvive: of the states that are kept some have a story whose rest
// waits and some have none, however cheap the others are.
func TestBothKindsSurvive(t *testing.T) {
	m := newRig(t, "").measurer(20)
	m.units = []*story{{words: 50}, {words: 50}}
	m.measureProgress()
	var steps []*step
	for i := range 8 {
		steps = append(steps, &step{price: int64(100 + i), state: state{unit: 1, turned: 1, earlier: i}})
	}
	steps = append(steps, &step{price: 5000, state: state{unit: 1}})
	kept := m.ofBothKinds(steps, 4, 1<<30)
	if len(kept) > 4 || !slices.ContainsFunc(kept, func(s *step) bool { return s.turned == 0 }) || kept[len(kept)-1].turned == 0 {
		t.Errorf("%d kept of %d", len(kept), len(steps))
	}
}
