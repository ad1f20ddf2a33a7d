package preflight

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"masthead/layout/finish"
)

// paints runs content on a page of 200 by 300 and returns what it books.
func paints(t *testing.T, c *checker, res finish.Dict, ops string) []mark {
	t.Helper()
	page := Box{0, 0, 200, 300}
	in := &interpreter{checker: c, sheet: &sheet{number: 1, media: page, bleed: page, trim: page}, res: res, now: newState(page)}
	in.run([]byte(ops))
	return in.sheet.marks
}

func resources() finish.Dict {
	state := func(keys finish.Dict) finish.Dict { return keys }
	return finish.Dict{
		"Font": finish.Dict{"F": ref(3)},
		"ExtGState": finish.Dict{
			"Both": state(finish.Dict{"OP": true, "OPM": int64(1)}), "Lines": state(finish.Dict{"OP": true, "op": false}),
			"Off": state(finish.Dict{"OP": false, "op": false}), "Thick": state(finish.Dict{"LW": 3.0}),
			"Type": state(finish.Dict{"Font": finish.Array{ref(3), int64(20)}}),
		},
	}
}

// courier is a font in which everything is 0.6 em wide.
func courier() string {
	return "<</Type/Font/Subtype/Type1/BaseFont/Courier/FirstChar 32/Widths[" + strings.Repeat("600 ", 95) + "]>>"
}

// TestMarks: where things stand, how thick, in which ink.
func TestMarks(t *testing.T) {
	for name, c := range map[string]struct{ ops, want string }{
		"a rectangle":             {"1 0 0 0 k 10 20 30 40 re f", "fill 10 20 40 60 C 100 M 0 Y 0 K 0"},
		"moved":                   {"q 2 0 0 2 5 5 cm 10 20 30 40 re f Q 0 0 1 1 re f", "fill 25 45 85 125 C 0 M 0 Y 0 K 100; fill 0 0 1 1 C 0 M 0 Y 0 K 100"},
		"clipped":                 {"0 0 20 30 re W n 10 20 30 40 re f", "fill 10 20 20 30 C 0 M 0 Y 0 K 100"},
		"clipped and out again":   {"q 0 0 5 5 re W n Q 10 20 30 40 re f", "fill 10 20 40 60 C 0 M 0 Y 0 K 100"},
		"off the page":            {"500 500 9 9 re f", "fill 500 500 500 500 C 0 M 0 Y 0 K 100"},
		"a line":                  {"0 0 0 .5 K 2 w 10 10 m 50 10 l S", "line 9 9 51 11 C 0 M 0 Y 0 K 50 w 2"},
		"a line, scaled":          {"q 3 0 0 3 0 0 cm 2 w 10 10 m 20 10 l S Q", "line 27 27 63 33 C 0 M 0 Y 0 K 100 w 6"},
		"a line by its state":     {"/Thick gs 10 10 m 50 10 l S", "line 8.5 8.5 51.5 11.5 C 0 M 0 Y 0 K 100 w 3"},
		"filled and drawn":        {"10 10 20 20 re B", "fill 10 10 30 30 C 0 M 0 Y 0 K 100; line 9.5 9.5 30.5 30.5 C 0 M 0 Y 0 K 100 w 1"},
		"a curve":                 {"10 10 m 10 30 30 30 30 10 c f", "fill 10 10 30 25 C 0 M 0 Y 0 K 100"},
		"a curve from its start":  {"10 10 m 30 30 30 10 v f", "fill 10 10 30 18.9 C 0 M 0 Y 0 K 100"},
		"nothing to paint":        {"f S n h", ""},
		"type":                    {"BT /F 10 Tf 20 100 Td ( ) Tj (ab) Tj ET", "text ab 26 97.8 38 107.2 size 10"},
		"type, larger":            {"BT /F 10 Tf 2 0 0 2 20 100 Tm (a) Tj ET", "text a 20 95.6 32 114.4 size 20"},
		"type, shifted":           {"BT /F 10 Tf 20 100 Td [(a) -1000 (b)] TJ ET", "text ab 20 97.8 42 107.2 size 10"},
		"type, spaced and raised": {"BT /F 10 Tf 2 Tc 5 Ts 20 100 Td (ab) Tj ET", "text ab 20 102.8 34 112.2 size 10"},
		"type, stretched":         {"BT /F 10 Tf 50 Tz 20 100 Td (ab) Tj ET", "text ab 20 97.8 26 107.2 size 10"},
		"next lines":              {"BT /F 10 Tf 12 TL 20 100 Td (a) ' T* (b) Tj ET", "text a 20 85.8 26 95.2 size 10; text b 20 73.8 26 83.2 size 10"},
		"a line with its leading": {"BT /F 10 Tf 20 100 TD (a) Tj 0 -11 TD (b) Tj T* 1 2 (c) \" ET", "text a 20 97.8 26 107.2 size 10; text b 20 86.8 26 96.2 size 10; text c 20 64.8 26 74.2 size 10"},
		"type by a state":         {"/Type gs BT 20 100 Td (a) Tj ET", "text a 20 95.6 32 114.4 size 20"},
		"type that does not show": {"BT /F 10 Tf 3 Tr (a) Tj ET", ""},
		"type in no font":         {"BT 20 100 Td (a) Tj ET", ""},
		"type that clips":         {"BT /F 10 Tf 7 Tr (a) Tj ET", ""},
		"gone wrong":              {"Q Q 1e300 0 0 1e300 0 0 cm 1e300 0 0 1e300 0 0 cm 10 10 20 20 re f", "fill 10 10 30 30 C 0 M 0 Y 0 K 100"},
	} {
		var got []string
		for _, m := range paints(t, bare(t, courier()), resources(), c.ops) {
			got = append(got, said(&m))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, s, c.want)
		}
	}
}

func said(m *mark) string {
	r := func(v float64) float64 { return math.Round(v*10) / 10 }
	box := fmt.Sprint(r(m.box.X0), r(m.box.Y0), r(m.box.X1), r(m.box.Y1))
	switch m.kind {
	case textMark:
		return fmt.Sprintf("text %s %s size %g", m.text, box, r(m.size))
	case strokeMark:
		return fmt.Sprintf("line %s %v w %g", box, m.ink, r(m.width))
	}
	return fmt.Sprintf("fill %s %v", box, m.ink)
}

// TestOverprintStates: OP alone speaks for fills too, op for itself (ISO 32000-1,
// table 58).
func TestOverprintStates(t *testing.T) {
	for gs, want := range map[string][2]bool{
		"": {false, false}, "/Both gs": {true, true}, "/Lines gs": {false, true}, "/Both gs /Off gs": {false, false},
		"q /Both gs Q": {false, false}, "/Both gs q /Off gs Q": {true, true},
	} {
		marks := paints(t, bare(t, courier()), resources(), gs+" 10 10 20 20 re B")
		if len(marks) != 2 || marks[0].over != want[0] || marks[1].over != want[1] {
			t.Errorf("%q: %v", gs, marks)
		}
	}
	m := mark{over: true, mode: 0, ink: ink{space: &space{family: "DeviceCMYK"}}}
	c := bare(t)
	if c.overprints(&m) {
		t.Error("DeviceCMYK in mode 0 knocks out")
	}
	if m.mode = 1; !c.overprints(&m) {
		t.Error("mode 1 does not overprint")
	}
	m.ink.space.family, m.mode = "Separation", 0
	if !c.overprints(&m) {
		t.Error("a separation does not overprint")
	}
}

// TestEdges: what is near to the trim, on each side, in and out.
func TestEdges(t *testing.T) {
	page := sheet{number: 1, media: Box{0, 0, 250, 350}, bleed: Box{15, 15, 235, 335}, trim: Box{25, 25, 225, 325}}
	black := ink{space: &space{family: "DeviceCMYK"}, known: true, total: 100}
	for name, c := range map[string]struct {
		kind kind
		box  Box
		want string
	}{
		"in the middle":         {fillMark, Box{60, 60, 100, 100}, ""},
		"bleeds":                {fillMark, Box{15, 60, 100, 100}, ""},
		"bleeds on all sides":   {pictureMark, Box{15, 15, 235, 335}, ""},
		"ends at the trim":      {fillMark, Box{25, 60, 100, 100}, "bleed-filled: left"},
		"ends in the bleed":     {pictureMark, Box{60, 60, 229, 100}, "bleed-filled: right"},
		"two sides":             {fillMark, Box{25, 25, 100, 100}, "bleed-filled: bottom, left"},
		"within 4 mm":           {fillMark, Box{60, 60, 100, 320}, "safe-zone: top"},
		"just outside of 4 mm":  {fillMark, Box{60, 60, 100, 325 - 4*72/25.4}, ""},
		"text at the edge":      {textMark, Box{30, 60, 100, 70}, "safe-zone: left"},
		"text beyond the trim":  {textMark, Box{10, 60, 100, 70}, "safe-zone: left"},
		"a rule over the trim":  {strokeMark, Box{15, 60, 235, 61}, ""},
		"a rule up to the trim": {strokeMark, Box{25, 60, 100, 61}, "bleed-filled: left"},
	} {
		ck := bare(t)
		ck.checkEdges(&page, &mark{kind: c.kind, box: c.box, ink: black, picture: &picture{}})
		var got []string
		for _, f := range ck.report.Findings {
			_, sides, _ := strings.Cut(f.Message, ": ")
			got = append(got, f.Rule+": "+sides)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %s, want %s", name, s, c.want)
		}
	}
}
