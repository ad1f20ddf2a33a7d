package flow

import (
	"testing"

	"masthead/layout/brand"
	"masthead/layout/display"
)

// middle is a page of four columns with a quote over the second and third, in
// their middle, and column rules.
const middle = `
  middle:
    serves: {stories: 1, part: any}
    stack:
      - {text: title}
      - {text: lead}
      - body:
          columns: 4
          rule: {weight: 1, colour: ink}
          insets: [{columns: 2-3, at: middle, space-before: 1, space-after: 1, quote: {style: lead, rules: [{weight: 1}, {weight: 1}]}}]
`

// TestMiddleInset: the text stands above and below the quote, column by column,
// and the rule between the columns that it spans stops at it.
func TestMiddleInset(t *testing.T) {
	r := newRig(t, middle)
	text := words(300)
	res := r.compose(t, events(article("a", text, "quote: {text: "+words(6)+"}")))
	if n := len(setWords(res, "events/a")); n != 300 {
		t.Errorf("%d words are set", n)
	}
	p := &res.Layout.Pages[1]
	var quote display.Line
	above, below := 0, 0
	for _, l := range p.Lines {
		if l.Role == "pullquote" {
			quote = l
		}
	}
	if quote.Text == "" {
		t.Fatal("no quote")
	}
	for _, l := range p.Lines {
		if l.Role != "body" || l.X < quote.X-l.Measure/2 || l.X > quote.X+quote.Measure {
			continue
		}
		if l.Baseline < quote.Baseline {
			above++
		} else {
			below++
		}
	}
	if above < 2*leastAbove || below < 2*leastAbove {
		t.Errorf("%d lines above, %d below", above, below)
	}
	rules := 0
	for _, b := range p.Boxes {
		if b.Role == "rule" && b.Rect.W < b.Rect.H {
			rules++
			if y := quote.Baseline; b.Rect.Y < y && b.Rect.Bottom() > y && b.Rect.X > quote.X && b.Rect.X < quote.X+quote.Measure {
				t.Errorf("a column rule runs through the quote: %v", b.Rect)
			}
		}
	}
	if rules != 4 {
		t.Errorf("%d column rules, want 1, 2 pieces, 1", rules)
	}
}

// TestSegments: rooms above and below, and none where too little is left.
func TestSegments(t *testing.T) {
	r := newRig(t, "")
	m := r.measurer(40)
	b := &bodySet{columns: 2, galley: &galley{leading: m.baseline}, insets: []insetBox{{Inset: &brand.Inset{Columns: brand.Columns{From: 1, To: 1}}, middle: true}}}
	cols, room, ok := m.columns(b, 60, []int{10}, nil)
	if !ok || len(cols) != 3 || room != 55 || cols[0].rows != 10 || cols[1].top != 30 || cols[2].rows != 30 {
		t.Errorf("%+v %d %v", cols, room, ok)
	}
	if _, _, ok := m.columns(b, 24, []int{10}, nil); ok {
		t.Error("too little text above and below")
	}
	if cols, _, ok := m.columns(b, 24, []int{0}, nil); !ok || len(cols) != 3 || cols[0].rows+cols[1].rows != 12 {
		t.Errorf("left out: %+v", cols)
	}
	if got := lastSegment([]column{{rows: 3}, {rows: 0}, {rows: 0}}); got != 0 {
		t.Errorf("last %d", got)
	}
}
