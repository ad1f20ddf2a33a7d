package brand

import (
	"slices"
	"strings"
	"testing"

	"masthead/layout/diag"
	"masthead/layout/geom"
)

func TestLarge(t *testing.T) {
	for _, c := range []struct {
		style Style
		want  bool
	}{
		{Style{Size: geom.Pt(18), Weight: "regular"}, true},
		{Style{Size: geom.Pt(17.9), Weight: "regular"}, false},
		{Style{Size: geom.Pt(14), Weight: "bold"}, true},
		{Style{Size: geom.Pt(14), Weight: "semibold"}, true},
		{Style{Size: geom.Pt(14), Weight: "black"}, true},
		{Style{Size: geom.Pt(13.9), Weight: "bold"}, false},
		{Style{Size: geom.Pt(40), Weight: "regular", Fit: &Fit{Min: geom.Pt(12), Max: geom.Pt(40)}}, false},
	} {
		if got := large(&c.style); got != c.want {
			t.Errorf("%v %s is large: %v", c.style.Size, c.style.Weight, got)
		}
	}
}

// Tinted paper must carry text on the screen, and white paper in print if the
// tint is left out there.
func TestPaper(t *testing.T) {
	for _, c := range []struct {
		page string
		want int
	}{
		{"", 0},
		{"page: {tint: jade-tint, tint-prints: true}\n", 0},
		{"page: {tint: jade, tint-prints: true}\n", 1},
		{"page: {tint: jade}\n", 1},
	} {
		b, diags := loadOne(t, c.page+small)
		quiet(t, diags)
		if b == nil {
			continue
		}
		Lint(b, diags)
		contrasts := 0
		for _, d := range diags.All {
			if d.Code == "contrast" && d.Severity == diag.Error {
				contrasts++
			}
		}
		// Kicker and title are in the same jade, on jade; the body stands on its panel.
		if contrasts != c.want {
			t.Errorf("%q: %d contrasts fail, want %d: %v", c.page, contrasts, c.want, diags.All)
		}
	}
}

// Every style that a box sets is followed, also those that it names by default.
func TestStylesOf(t *testing.T) {
	b, diags := loadOne(t, full)
	quiet(t, diags)
	l := linter{Brand: b, diags: diags}
	page, _ := b.Template.Get("page")
	want := map[string][]string{
		"text": {"title"}, "body": {"body", "subhead", "see"}, "items": {"body"}, "gallery": {"caption", "credit"},
		"facts": {"fact-heading", "fact-label", "fact-value"}, "quote": {"pullquote", "quote-byline"},
		"index":    {"title", "title", "title", "index-entry", "index-entry"},
		"calendar": {"calendar-day", "calendar-month", "calendar-title", "calendar-rest"},
		"contacts": {"contacts"}, "follow": {"follow"}, "rule": {}, "each": {},
	}
	seen := map[string]bool{}
	eachNode(page.Stack, func(n *Node) {
		if seen[n.Kind()] {
			return
		}
		seen[n.Kind()] = true
		if got := l.stylesOf(n); !slices.Equal(got, want[n.Kind()]) {
			t.Errorf("%s sets %q, want %q", n.Kind(), got, want[n.Kind()])
		}
	})
	if len(seen) != len(want) {
		t.Errorf("%d kinds of boxes, want %d", len(seen), len(want))
	}
}

func TestOnGrid(t *testing.T) {
	l := linter{Brand: designGrid()}
	for x, want := range map[float64]bool{0: true, 47.64: true, 77.39: true, 346.89: true, 547.64: true, 595.276: true, 100: false, 20: false} {
		if l.onColumn(geom.Pt(x)) != want {
			t.Errorf("x %v is on the grid: %v", x, !want)
		}
	}
	for y, want := range map[float64]bool{0: true, 13: true, 19.5: true, 841.89: true, 794: false, 780: true, 16: false} {
		if l.onRow(geom.Pt(y)) != want {
			t.Errorf("y %v is on the grid: %v", y, !want)
		}
	}
}

func TestPlace(t *testing.T) {
	b := designGrid()
	area := geom.Rect{X: geom.Pt(10), Y: geom.Pt(20), W: geom.Pt(100), H: geom.Pt(50)}
	if got := b.place(&Placed{}, area); got != area {
		t.Errorf("an item that says nothing fills its area: %v", got)
	}
	got := b.place(&Placed{X: "c1", Right: "c12r", Y: "r2", Bottom: "bottom - 1 row"}, area)
	want := geom.Rect{X: b.ColumnX(1), Y: geom.Pt(26), W: b.ColumnRight(12) - b.ColumnX(1), H: geom.Pt(31)}
	if got != want {
		t.Errorf("%v, want %v", got, want)
	}
	if got := b.place(&Placed{X: "nonsense"}, area); got != area {
		t.Errorf("an anchor that means nothing: %v", got)
	}
}

// References are found in every corner of a brand, each with the place of its
// value.
func TestRefs(t *testing.T) {
	b, diags := loadOne(t, small+`running:
  - {fill: ink, text: "{page}", style: body, x: c1, if: [quote, facts], role: folio, box: {layers: [{fill: jade, bleed: left}]}}
`)
	if b != nil {
		t.Fatal("an item with a fill, a text and a box loads")
	}
	if len(diags.All) != 1 {
		t.Errorf("%v", diags.All)
	}
	text := small + `running:
  - {fill: ink, text: "{page}", style: white, x: c1, if: [quote, facts], role: folio}
  - {box: {layers: [{fill: jade, bleed: left}]}}
`
	b, diags = loadOne(t, strings.Replace(text, "boxes:\n", "  white: {based-on: body, colour: white}\nboxes:\n", 1))
	quiet(t, diags)
	if b == nil {
		return
	}
	found := map[string]int{}
	for _, r := range b.refs() {
		if r.at.Line == 0 || r.at.File != "one/brand.yaml" {
			t.Errorf("%s %q has no place", r.kind, r.value)
		}
		found[r.kind+" "+r.value]++
	}
	for want, n := range map[string]int{
		"family wide": 1, "palette jade": 1, "palette jade-tint": 1, "base title": 1, "box panel": 1, "condition quote": 1, "condition facts": 1,
		"role folio": 1, "x c1": 1, "side left": 1, "text {page}": 1, "piece kicker": 1, "colour section-tint": 1, "style white": 1, "colour jade": 1,
	} {
		if found[want] != n {
			t.Errorf("%s is found %d times, want %d", want, found[want], n)
		}
	}
}
