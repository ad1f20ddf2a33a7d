package layout

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"masthead/layout/diag"
	"masthead/layout/display"
	"masthead/layout/geom"
)

// record is a layout with one of everything.
func record() *display.Layout {
	r := geom.Rect{X: geom.Pt(47.64), Y: geom.Pt(52), W: geom.Pt(243.498), H: geom.Pt(19.5)}
	return &display.Layout{
		Issue: "2023-06", Language: "en-GB", Brand: "default", Grid: 13 * geom.Point,
		Pages: []display.LayoutPage{{
			Number: 1, Template: "cover", Size: geom.Size{W: geom.Pt(595.276), H: geom.Pt(841.89)}, Live: r,
			Frames: []display.Frame{{ID: "1.a", Story: "a", Role: "body", Rect: r}},
			Lines: []display.Line{{
				Frame: "1.a", Story: "a", Role: "body", Paragraph: "a#1", X: r.X, Baseline: geom.Pt(65), Width: geom.Pt(240.1236),
				Measure: r.W, Size: geom.Pt(9.5), Leading: geom.Pt(13), Ratio: 0.12345, Stretch: 0.05, Justified: true, Contrast: 15.9, Text: "a < b & “c”",
			}},
			Boxes:   []display.Box{{Story: "a", Role: "facts", Rect: r}},
			Figures: []display.Figure{{Story: "a", File: "a.jpg", Rect: r, PPI: 300, Crop: [4]float64{0, 0.25, 1, 1}, Caption: "a#c"}},
		}},
		Stories: []display.Story{{ID: "a", Title: "A", Pages: []int{1, 2}, Words: 10}},
		Dropped: 7,
		Index:   []display.IndexSection{{Title: "S", Pages: "1–2", Entries: []display.IndexEntry{{Title: "A", Story: "a", Page: 1}}}},
		Bill:    []display.Flexed{{Page: 1, Story: "a", Change: "photo height", Unit: "pt", From: 210, To: 196.5}},
		Diagnostics: []diag.Diagnostic{
			{Pos: diag.Pos{File: "issue.yaml", Line: 41, Column: 7}, Severity: diag.Warning, Code: "low-resolution", Message: "m", Hint: "h"},
		},
	}
}

func TestWriteJSON(t *testing.T) {
	var b bytes.Buffer
	if err := WriteJSON(&b, record()); err != nil {
		t.Fatal(err)
	}
	want := `{"issue":"2023-06","language":"en-GB","brand":"default","grid":13,` +
		`"pages":[{"number":1,"template":"cover","width":595.276,"height":841.89,"live":{"x":47.64,"y":52,"w":243.498,"h":19.5},` +
		`"frames":[{"id":"1.a","story":"a","role":"body","x":47.64,"y":52,"w":243.498,"h":19.5}],` +
		`"lines":[{"frame":"1.a","story":"a","role":"body","paragraph":"a#1","x":47.64,"baseline":65,"width":240.124,"measure":243.498,` +
		`"size":9.5,"leading":13,"ratio":0.123,"stretch":0.05,"justified":true,"hyphenated":false,"contrast":15.9,"text":"a < b & “c”"}],` +
		`"boxes":[{"story":"a","role":"facts","x":47.64,"y":52,"w":243.498,"h":19.5}],` +
		`"figures":[{"story":"a","file":"a.jpg","x":47.64,"y":52,"w":243.498,"h":19.5,"ppi":300,"crop":[0,0.25,1,1],"caption":"a#c"}]}],` +
		`"stories":[{"id":"a","title":"A","pages":[1,2],"words":10}],` +
		`"index":[{"title":"S","pages":"1–2","entries":[{"title":"A","story":"a","page":1}]}],` +
		`"bill":[{"page":1,"story":"a","change":"photo height","unit":"pt","from":210,"to":196.5}],` +
		`"diagnostics":[{"file":"issue.yaml","line":41,"column":7,"severity":"warning","code":"low-resolution","message":"m","hint":"h"}],"search":{"dropped":7}}` + "\n"
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestEmptyListsAreLists wants [] and never null.
func TestEmptyListsAreLists(t *testing.T) {
	var b bytes.Buffer
	l := &display.Layout{Pages: []display.LayoutPage{{}}, Stories: []display.Story{{}}, Index: []display.IndexSection{{}}}
	if err := WriteJSON(&b, l); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "null") {
		t.Errorf("null in %s", b.String())
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		value json.Marshaler
		want  string
	}{
		{points(geom.Pt(12.5)), "12.5"},
		{points(geom.Pt(-0.25)), "-0.25"},
		{points(geom.Pt(100)), "100"},
		{points(geom.Pt(0.05)), "0.05"},
		{points(1), "0"},
		{points(-1), "0"},
		{number(1.0 / 3), "0.333"},
		{number(math.NaN()), "0"},
		{number(math.Inf(1)), "0"},
		{number(-0.0004), "0"},
		{fraction(1.0 / 3), "0.333333"},
		{fraction(1), "1"},
	} {
		got, err := c.value.MarshalJSON()
		if err != nil || string(got) != c.want {
			t.Errorf("%v is written %s (%v), want %s", c.value, got, err, c.want)
		}
	}
}

func TestWriteText(t *testing.T) {
	var b bytes.Buffer
	if err := WriteText(&b, record()); err != nil {
		t.Fatal(err)
	}
	want := `issue 2023-06, language en-GB, brand default, grid 13, 1 page

page 1, template cover, 595.276 x 841.89, live 47.64,52 243.498 x 19.5
  box 47.64,52 243.498 x 19.5 facts of a
  figure 47.64,52 243.498 x 19.5 a.jpg of a, 300 ppi, crop 0.000 0.250 1.000 1.000
  frame 1.a 47.64,52 243.498 x 19.5 body of a
  lines of 1.a
    47.64,65 9.5/13 body [+0.12] a < b & “c”

stories
  a, pages 1, 2, 10 words: A

index
  1–2: S
    1: A (a)

bill
  page 1: a: photo height 210 -> 196.5 pt
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func FuzzDecimal(f *testing.F) {
	for _, v := range []int64{0, 1, -1, 999, 1000, -1001, 12500, math.MaxInt64} {
		f.Add(v)
	}
	f.Fuzz(func(t *testing.T, milli int64) {
		if milli == math.MinInt64 {
			return
		}
		var back json.Number
		if err := json.Unmarshal(decimal(milli), &back); err != nil {
			t.Fatalf("%d is written %s: %v", milli, decimal(milli), err)
		}
		if v, err := back.Float64(); err != nil || math.Abs(v*1000-float64(milli)) > math.Abs(float64(milli))*1e-12+1e-6 {
			t.Errorf("%d is written %s", milli, back)
		}
	})
}
