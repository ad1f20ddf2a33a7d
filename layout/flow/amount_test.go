package flow

import (
	"math"
	"testing"

	"masthead/layout/brand"
	"masthead/layout/geom"
)

// TestAmountRows: an amount bounds the rows of a text that goes on, at the width of
// its columns, and of no other.
func TestAmountRows(t *testing.T) {
	b := &bodySet{part: &part{}, width: 100}
	for _, c := range []struct {
		amount      amount
		least, most int
	}{
		{amount{}, 0, math.MaxInt32},
		{amount{least: 450}, 5, math.MaxInt32},
		{amount{most: 450}, 0, 4},
		{amount{most: 50}, 0, 1},
	} {
		if least, most := c.amount.rows(b); least != c.least || most != c.most {
			t.Errorf("%v: %d to %d rows, want %d to %d", c.amount, least, most, c.least, c.most)
		}
	}
	b.part.finish = true
	if least, most := (amount{least: 450, most: 450}).rows(b); least != 0 || most != math.MaxInt32 {
		t.Errorf("a text that ends has %d to %d rows", least, most)
	}
}

// TestWhiteAbove: spaces count that stand before the first box which is no rule, and
// the push to the next row.
func TestWhiteAbove(t *testing.T) {
	m := newRig(t, "").measurer(60)
	space := func() *box {
		return m.node(&brand.Node{Space: brand.Rows{Min: 1, Ideal: 1, Max: 2, Set: true}}, frame{w: geom.Point})
	}
	rule := m.node(&brand.Node{Rule: &brand.Rule{}}, frame{w: geom.Point})
	text := m.fixed(4, 0, nil)
	grid := m.fixed(4, 0, nil)
	grid.grid = true
	for _, c := range []struct {
		name  string
		boxes []*box
		want  int
	}{
		{"text", []*box{text, space()}, 0},
		{"space", []*box{space(), text, space()}, 4},
		{"spaces around a rule", []*box{space(), rule, space(), text}, 8},
		{"in stacks", []*box{m.stack([]*box{space(), rule, space()}), m.stack([]*box{space(), text})}, 12},
		{"on the grid", []*box{space(), grid}, 5},
	} {
		if got := whiteAbove(c.boxes); got != c.want {
			t.Errorf("%s: %d half rows, want %d", c.name, got, c.want)
		}
	}
}

// TestTurnAny: a template whose last story may be the rest of one that turned is asked
// with it and without.
func TestTurnAny(t *testing.T) {
	c := newRig(t, "").measurer(20).composer
	for _, x := range []struct {
		turn          string
		waiting       int
		rests, plains int
	}{
		{"none", 1, 0, 1},
		{"end", 1, 1, 0},
		{"end", 0, 0, 0},
		{"any", 1, 1, 1},
		{"any", 0, 0, 1},
	} {
		rests, plains := 0, 0
		template := &brand.Template{Serves: brand.Serves{Turn: x.turn}}
		for _, a := range c.variants(&step{state: state{turned: x.waiting}}, template, ask{count: 2}) {
			if a.rest > 0 {
				rests++
			} else {
				plains++
			}
		}
		if rests != x.rests || plains != x.plains {
			t.Errorf("turn: %s, %d waiting: %d pages with a rest and %d without", x.turn, x.waiting, rests, plains)
		}
	}
}
