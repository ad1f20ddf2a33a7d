package brand

import (
	"testing"

	"masthead/layout/geom"
)

func TestParseAnchor(t *testing.T) {
	for in, want := range map[string]Anchor{
		"c8":              {Edge: ColumnLeft, N: 8},
		"c7r":             {Edge: ColumnRight, N: 7},
		"trim-left":       {Edge: TrimLeft},
		"margin-right":    {Edge: MarginRight},
		"left":            {Edge: Left},
		"top":             {Edge: Top},
		"foot":            {Edge: Foot},
		"r27":             {Edge: Row, N: 27},
		"r27.5":           {Edge: Row, N: 27.5},
		"c8 + 13":         {Edge: ColumnLeft, N: 8, Offset: geom.Pt(13)},
		"r27 - 12pt":      {Edge: Row, N: 27, Offset: geom.Pt(-12)},
		"c8+3mm":          {Edge: ColumnLeft, N: 8, Offset: geom.MM(3)},
		"trim-left-3mm":   {Edge: TrimLeft, Offset: -geom.MM(3)},
		"bottom - 2 rows": {Edge: Bottom, Rows: -2},
		"top + 1 row":     {Edge: Top, Rows: 1},
		"foot + 1.5 rows - 2pt": {
			Edge: Foot, Rows: 1.5, Offset: geom.Pt(-2),
		},
		"26.6":   {Edge: Origin, Offset: geom.Pt(26.6)},
		"-3mm":   {Edge: Origin, Offset: -geom.MM(3)},
		" left ": {Edge: Left},
	} {
		got, err := ParseAnchor(in)
		if err != nil || got != want {
			t.Errorf("ParseAnchor(%q) = %+v, %v; want %+v", in, got, err, want)
		}
	}
	for _, in := range []string{"", "c", "c0", "c25", "cr", "r", "rx", "lefty", "left 3", "left +", "left + + 3", "c8 * 2", "r1e3", "top - rows", "é"} {
		if got, err := ParseAnchor(in); err == nil {
			t.Errorf("ParseAnchor(%q) = %+v, want an error", in, got)
		}
	}
}

func TestAnchorAxis(t *testing.T) {
	for in, axis := range map[string][2]bool{
		"c8": {true, false}, "r8": {false, true}, "left": {true, false}, "foot": {false, true}, "12pt": {true, true},
	} {
		a, err := ParseAnchor(in)
		if err != nil || a.Horizontal() != axis[0] || a.Vertical() != axis[1] {
			t.Errorf("%q: across %v, down %v, %v", in, a.Horizontal(), a.Vertical(), err)
		}
	}
}

// The default design's figures: DESIGN.md, section 2.
func designGrid() *Brand {
	b := fresh()
	b.Page.Left, b.Page.Right = geom.Pt(47.64), geom.Pt(595.276-547.64)
	b.Grid = Grid{Columns: 12, Gutter: geom.Pt(13), Baseline: geom.Pt(13), First: 5, Last: 60}
	return b
}

func TestGrid(t *testing.T) {
	b := designGrid()
	near := func(what string, got geom.Length, want float64) {
		t.Helper()
		if d := got.Points() - want; d < -0.006 || d > 0.006 {
			t.Errorf("%s at %v, want %v", what, got, want)
		}
	}
	near("column 1", b.ColumnX(1), 47.64)
	near("column 8", b.ColumnX(8), 346.89)
	near("column 12", b.ColumnX(12), 517.89)
	near("right edge of 5", b.ColumnRight(5), 248.39)
	near("right edge of 12", b.ColumnRight(12), 547.64)
	near("row 60", b.Row(60), 780)
	near("row 17.5", b.Row(17.5), 227.5)
	if got, want := b.Live(), (geom.Rect{X: geom.Pt(47.64), Y: geom.Pt(52), W: b.ColumnRight(12) - b.ColumnX(1), H: geom.Pt(728)}); got != want {
		t.Errorf("live area %v, want %v", got, want)
	}
	area := geom.Rect{X: geom.Pt(100), Y: geom.Pt(200), W: geom.Pt(50), H: geom.Pt(60)}
	for in, want := range map[string]float64{
		"left": 100, "right + 1": 151, "trim-left": 0, "trim-right": 595.276, "margin-left": 47.64, "c8 + 13": 359.89, "c7r": 333.89, "5pt": 105,
	} {
		a, _ := ParseAnchor(in)
		near(in, b.x(a, area), want)
	}
	for in, want := range map[string]float64{
		"top": 200, "bottom - 1 row": 247, "head": 52, "foot": 780, "r27": 351, "trim-bottom": 841.89, "trim-top + 5": 5, "5pt": 205,
	} {
		a, _ := ParseAnchor(in)
		near(in, b.y(a, area), want)
	}
}
