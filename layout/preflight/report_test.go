package preflight

import (
	"encoding/json"
	"strings"
	"testing"

	"masthead/layout/color"
	"masthead/layout/diag"
)

func TestText(t *testing.T) {
	r := &Report{
		Standard: "PDF/X-4", Version: "1.6", Intent: "FOGRA39", Opened: true, Spots: []string{"Gold"},
		Pages: []Page{
			{Number: 1, Trim: Box{20, 20, 615.276, 861.89}, Bleed: Box{11.496, 11.496, 623.78, 870.394}},
			{Number: 2, Trim: Box{20, 20, 615.276, 861.89}, Bleed: Box{11.496, 11.496, 623.78, 870.394}},
			{Number: 3, Trim: Box{0, 0, 100, 100}, Bleed: Box{0, 0, 100, 100}},
		},
		Findings: []Finding{
			{Rule: "x4-title", Severity: diag.Error, Message: "the document has no title", Hint: "give it one"},
			{Rule: "hairline", Severity: diag.Warning, Page: 1, Message: "a line", Hint: "thicker", More: 2},
			{Rule: "hairline", Severity: diag.Warning, Page: 2, Message: "a line", Hint: "thicker"},
			{Rule: "hairline", Severity: diag.Warning, Page: 3, Message: "another", Hint: "thicker"},
		},
	}
	const want = `x.pdf: failed: 1 error, 3 warnings
  claims PDF/X-4, PDF 1.6, for FOGRA39
  2 pages of 210 x 297 mm, bleed 3 mm
  1 page of 35.3 x 35.3 mm, bleed 0 mm
  spot inks: Gold
  file: error: the document has no title [x4-title]
    hint: give it one
  pages 1-2: warning: a line (and 2 more) [hairline]
  page 3: warning: another [hairline]
    hint: thicker
`
	var b strings.Builder
	if err := r.Text(&b, "x.pdf"); err != nil || b.String() != want {
		t.Errorf("%v\n%s", err, b.String())
	}
	if g := (Group{Pages: []int{1, 3, 4, 5, 9}}); g.Where() != "pages 1, 3-5, 9" {
		t.Error(g.Where())
	}
	if s := r.Findings[1].String(); s != "page 1: warning: a line (and 2 more) [hairline]" {
		t.Error(s)
	}
}

func TestJSON(t *testing.T) {
	s := spoil{what: "title", replace: []string{"A sample</rdf:li>", "</rdf:li>"}}
	var b strings.Builder
	if err := Check(s.file(t), Options{}).JSON(&b, "x.pdf"); err != nil {
		t.Fatal(err)
	}
	var got struct {
		File, Verdict, Standard string
		Rules                   int
		Pages                   []struct {
			Trim   [4]float64
			Plates []string
		}
		Fonts    []struct{ Name, Kind string }
		Spots    []string
		Findings []struct {
			Rule, Source, Severity, Message, Hint string
			Page, Count                           int
		}
	}
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	if got.Verdict != "failed" || got.Rules != len(Rules()) || got.Pages[0].Trim != [4]float64{25, 25, 225, 325} || got.Fonts[0].Name != "ABCDEF+Sample" {
		t.Errorf("%+v", got)
	}
	if f := got.Findings; len(f) != 1 || f[0].Rule != "x4-title" || f[0].Count != 1 || !strings.HasPrefix(f[0].Source, "PDF/X-4") {
		t.Errorf("%+v", f)
	}
	if got.Spots == nil {
		t.Error("an empty list is null")
	}
}

// TestMany: findings without end are counted.
func TestMany(t *testing.T) {
	c := &checker{rules: map[string]*Rule{"hairline": {Severity: diag.Warning}}, report: &Report{}, told: map[[2]any][]int{}}
	for i := range 50 {
		c.find("hairline", 1, "line %d", i)
		c.find("hairline", 2, "the same")
	}
	if n := len(c.report.Findings); n != alike+1 || c.report.Findings[alike].More != 50-alike || c.report.Findings[1].More != 49 {
		t.Errorf("%d: %+v", n, c.report.Findings)
	}
	defer func() {
		if recover() == nil {
			t.Error("a rule that is in no table passed")
		}
	}()
	c.find("nothing", 0, "x")
}

// TestThumbnail: the tint, the picture, type and paper are where they should be.
func TestThumbnail(t *testing.T) {
	s := spoil{what: "no tint", replace: []string{"q .1 .05 0 0 k 15 15 220 320 re f Q", "q 0 1 1 0 k 15 15 100 320 re f Q"}}
	r := Check(s.file(t), Options{Thumbnails: 300}).Pages[0].Thumbnail
	if r.W != 200 || r.H != 300 {
		t.Fatalf("%d by %d", r.W, r.H)
	}
	red := r.At(10, 150)
	if red.R < 180 || red.G > 90 || red.B > 90 {
		t.Errorf("the tint is %v", red)
	}
	if white := r.At(190, 150); white != (color.RGB{R: 255, G: 255, B: 255}) {
		t.Errorf("paper is %v", white)
	}
	// The picture stands at 60 to 84, 100 to 124 of the media: 35 to 59 from the left of the trim, 201 to 225 from its top.
	if p := r.At(47, 213); p == red || p.B < 100 {
		t.Errorf("the picture is %v", p)
	}
	dark := 0
	for y := 115; y < 125; y++ {
		for x := 35; x < 80; x++ {
			if r.At(x, y).R < 120 {
				dark++
			}
		}
	}
	if dark < 50 {
		t.Errorf("%d dark pixels where type stands", dark)
	}
	if r.At(-5, 9999) != r.At(0, 299) {
		t.Error("beyond the edge")
	}
	if len(r.Flate()) == 0 {
		t.Error("no data")
	}
}

// TestWinding: a ring has a hole where its contours run against each other, and
// none where they run alike.
func TestWinding(t *testing.T) {
	square := func(a, b float64) []dot { return []dot{{a, a}, {b, a}, {b, b}, {a, b}} }
	inner := square(4, 6)
	against := []dot{inner[0], inner[3], inner[2], inner[1]}
	for _, c := range []struct {
		inner []dot
		hole  bool
	}{{inner, false}, {against, true}} {
		d := &drawing{Raster: NewRaster(10, 10), to: unit()}
		d.polygon([][]dot{square(2, 8), c.inner}, Box{0, 0, 10, 10}, color.RGB{})
		if hole := d.At(5, 5).R == 255; hole != c.hole || d.At(3, 3).R != 0 || d.At(1, 1).R != 255 {
			t.Errorf("hole %v, want %v", hole, c.hole)
		}
	}
}

func TestMatrix(t *testing.T) {
	m := matrix{2, 0, 0, 3, 10, 20}
	turn := matrix{0, 1, -1, 0, 0, 0}
	if x, y := m.then(turn).at(1, 1); x != -23 || y != 12 {
		t.Errorf("%g %g", x, y)
	}
	if b := turn.bounds(Box{0, 0, 2, 1}); b != (Box{-1, 0, 0, 2}) {
		t.Errorf("%v", b)
	}
	if s := m.scale(); s < 2.44 || s > 2.45 {
		t.Error(s)
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"D:20230601120000+02'00'": "2023-06-01T10:00:00Z", "D:20230601120000Z": "2023-06-01T12:00:00Z", "D:2023": "2023-01-01T00:00:00Z",
		"20230601120000-0330": "2023-06-01T15:30:00Z", "": "", "D:20": "", "D:x": "", "D:20231301": "", "D:20230601120000+ab'00'": "",
	} {
		got, ok := pdfDate(in)
		if s := got.UTC().Format("2006-01-02T15:04:05Z"); ok != (want != "") || ok && s != want {
			t.Errorf("%q is %s, %v", in, s, ok)
		}
	}
}
