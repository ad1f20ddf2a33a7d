package flow

import (
	"math/rand/v2"
	"slices"
	"testing"

	"masthead/layout/geom"
)

func TestTable(t *testing.T) {
	tb := newTable(4)
	if len(tb) != 5 {
		t.Fatalf("%d entries, want 5", len(tb))
	}
	if _, ok := tb.cheapest(); ok {
		t.Error("an empty table has a cheapest height")
	}
	if !tb.offer(3, 7) || tb.offer(3, 7) || tb.offer(3, 9) || tb.offer(5, 1) || tb.offer(-1, 1) {
		t.Error("an offer must lower a price on the page")
	}
	tb.offer(1, 7)
	if h, ok := tb.cheapest(); !ok || h != 1 {
		t.Errorf("the cheapest of equals is %d, want the smallest", h)
	}
}

func TestQuadratic(t *testing.T) {
	for _, c := range []struct {
		weight, deviation, span int
		want                    price
	}{{100, 0, 10, 0}, {100, 10, 10, 100}, {100, -10, 10, 100}, {100, 5, 10, 25}, {100, 3, 0, 900}, {1 << 20, 1 << 20, 1, never - 1}} {
		if got := quadratic(c.weight, c.deviation, c.span); got != c.want {
			t.Errorf("quadratic(%d, %d, %d) is %d, want %d", c.weight, c.deviation, c.span, got, c.want)
		}
	}
}

// sparse draws a table with few heights.
func sparse(rnd *rand.Rand, limit int) table {
	tb := newTable(limit)
	for range 1 + rnd.IntN(4) {
		tb.offer(rnd.IntN(limit/3), price(rnd.IntN(50)))
	}
	return tb
}

// TestStackIsTheCheapest compares stacks with all combinations of heights.
func TestStackIsTheCheapest(t *testing.T) {
	m := newRig(t, "").measurer(15)
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var boxes []*box
		for range 1 + rnd.IntN(4) {
			boxes = append(boxes, &box{prices: sparse(rnd, m.limit), grid: rnd.IntN(3) == 0, solid: true, set: func(*page, geom.Length, int) {}})
		}
		want := newTable(m.limit)
		var try func(i, h int, p price)
		try = func(i, h int, p price) {
			if i == len(boxes) {
				want.offer(h, p)
				return
			}
			if boxes[i].grid {
				h += h & 1
			}
			for x, q := range boxes[i].prices {
				if q < never {
					try(i+1, h+x, p+q)
				}
			}
		}
		try(0, 0, 0)
		got := m.stack(boxes)
		for h := range want {
			if got.at(h) != want[h] {
				t.Fatalf("%d boxes at %d: price %d, want %d", len(boxes), h, got.at(h), want[h])
			}
		}
		checkStack(t, m, got, boxes)
	}
}

// checkStack sets a stack at every height: its boxes follow each other, at
// heights that they have and whose prices add up.
func checkStack(t *testing.T, m *measurer, s *box, boxes []*box) {
	t.Helper()
	for h, p := range s.prices {
		if p >= never {
			continue
		}
		var sum price
		at := geom.Length(0)
		for _, b := range boxes {
			b.set = func(_ *page, y geom.Length, x int) {
				if y < at || y-at > m.rows(1) || b.grid && y%m.baseline != 0 {
					t.Errorf("a box is set at %v after %v", y, at)
				}
				at = y + m.rows(x)
				sum += b.at(x)
			}
		}
		s.set(nil, 0, h)
		if at != m.rows(h) || sum != p {
			t.Errorf("a stack of %d ends at %v and costs %d, want %v and %d", h, at, sum, m.rows(h), p)
		}
	}
}

func TestStackOfNothing(t *testing.T) {
	m := newRig(t, "").measurer(15)
	white := &box{prices: newTable(m.limit)}
	if m.stack(nil) != nil || m.stack([]*box{nil, nil}) != nil || m.stack([]*box{white, nil}) != nil {
		t.Error("what holds no solid box is absent")
	}
	var none *box
	if none.at(0) != 0 || none.at(1) != never {
		t.Error("an absent box takes no room")
	}
}

// TestSplitFillsUp: sides of different heights stand beside each other, white
// below the shorter at the price of its width.
func TestSplitFillsUp(t *testing.T) {
	m := newRig(t, "").measurer(15)
	set := map[string]int{}
	side1 := side{box: m.fixed(6, 3, func(_ *page, _ geom.Length, h int) { set["left"] = h }), share: m.live.W / 2}
	side2 := side{box: m.fixed(10, 4, func(_ *page, _ geom.Length, h int) { set["right"] = h }), share: m.live.W / 2}
	b := m.split([]side{side1, side2})
	if got, want := b.at(10), 7+m.hole(4, m.live.W/2); got != want {
		t.Errorf("price %d, want %d", got, want)
	}
	if b.at(9) < never {
		t.Error("a split is lower than its highest side")
	}
	b.set(nil, 0, 10)
	if set["left"] != 6 || set["right"] != 10 {
		t.Errorf("sides are set at %v", set)
	}
	if m.split([]side{{}, {}}) != nil {
		t.Error("a split of absent boxes is there")
	}
	if m.hole(0, m.live.W) != 0 || m.hole(-2, m.live.W) != 0 {
		t.Error("no hole has a price")
	}
}

// TestRise: a side that begins above the others may be so much higher.
func TestRise(t *testing.T) {
	m := newRig(t, "").measurer(15)
	var y geom.Length
	left := side{box: m.fixed(6, 0, func(*page, geom.Length, int) {}), share: m.live.W / 2}
	right := side{box: m.fixed(10, 0, func(_ *page, at geom.Length, _ int) { y = at }), rise: 4, share: m.live.W / 2}
	b := m.split([]side{left, right})
	if b.at(6) != 0 {
		t.Errorf("price %d at 6, want 0", b.at(6))
	}
	b.set(nil, m.rows(20), 6)
	if y != m.rows(16) {
		t.Errorf("the side that rises is set at %v, want %v", y, m.rows(16))
	}
}

// TestChoose: of alternatives the cheapest at each height, the earlier of equals.
func TestChoose(t *testing.T) {
	m := newRig(t, "").measurer(15)
	var set []string
	named := func(name string, h int, p price) *box {
		return m.fixed(h, p, func(*page, geom.Length, int) { set = append(set, name) })
	}
	b := m.choose([]*box{nil, named("a", 4, 5), named("b", 4, 5), named("c", 6, 1)})
	b.set(nil, 0, 4)
	b.set(nil, 0, 6)
	if !slices.Equal(set, []string{"a", "c"}) {
		t.Errorf("chosen %v", set)
	}
	if m.choose([]*box{nil, nil}) != nil {
		t.Error("a choice of nothing is there")
	}
}
