package brand

import (
	"testing"

	"masthead/layout/geom"
)

func TestParseRange(t *testing.T) {
	for in, want := range map[string]Range{
		"2": {2, 2, true}, "1-3": {1, 3, true}, "2+": {2, -1, true}, "0": {0, 0, true}, "1–3": {1, 3, true}, " 1 - 3 ": {1, 3, true},
	} {
		if got, err := ParseRange(in); err != nil || got != want {
			t.Errorf("ParseRange(%q) = %v, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "-", "3-1", "+", "x", "1-", "-1", "1.5", "9999999999", "+3", "1++"} {
		if got, err := ParseRange(in); err == nil {
			t.Errorf("ParseRange(%q) = %v, want an error", in, got)
		}
	}
	r := Range{2, -1, true}
	if r.Holds(1) || !r.Holds(2) || !r.Holds(99) || !(Range{}).Holds(0) || (Range{1, 3, true}).Holds(4) {
		t.Error("holds")
	}
	for _, s := range []string{"2", "1-3", "2+"} {
		if r, _ := ParseRange(s); r.String() != s {
			t.Errorf("%q is written %q", s, r)
		}
	}
}

func TestParseColumns(t *testing.T) {
	for in, want := range map[string]Columns{"4": {4, 4}, "1-5": {1, 5}, "12-12": {12, 12}} {
		if got, err := ParseColumns(in); err != nil || got != want {
			t.Errorf("ParseColumns(%q) = %v, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "0", "5-1", "1+", "25", "c1", "1-99"} {
		if got, err := ParseColumns(in); err == nil {
			t.Errorf("ParseColumns(%q) = %v, want an error", in, got)
		}
	}
}

func TestParseRows(t *testing.T) {
	for in, want := range map[string]Rows{
		"2":     {Min: 2, Ideal: 2, Max: 2, Set: true},
		"1-3":   {Min: 1, Ideal: 2, Max: 3, Set: true},
		"1-2":   {Min: 1, Ideal: 1.5, Max: 2, Set: true},
		"1-1.5": {Min: 1, Ideal: 1, Max: 1.5, Set: true},
		"1.5+":  {Min: 1.5, Ideal: 1.5, Max: Unbounded, Free: true, Set: true},
		"0":     {Set: true},
		"fill":  {Max: Unbounded, Free: true, Fill: true, Set: true},
	} {
		if got, err := ParseRows(in); err != nil || got != want {
			t.Errorf("ParseRows(%q) = %+v, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "3-1", "x", "-1", "1-", "NaN", "1e3", "5000"} {
		if got, err := ParseRows(in); err == nil {
			t.Errorf("ParseRows(%q) = %v, want an error", in, got)
		}
	}
}

func TestDimensions(t *testing.T) {
	for in, want := range map[string]geom.Size{
		"":                  {W: geom.MM(210), H: geom.MM(297)},
		"A4":                {W: geom.MM(210), H: geom.MM(297)},
		"a5 landscape":      {W: geom.MM(210), H: geom.MM(148)},
		"Letter":            {W: geom.Pt(612), H: geom.Pt(792)},
		"Tabloid":           {W: geom.Pt(792), H: geom.Pt(1224)},
		"210mm x 297mm":     {W: geom.MM(210), H: geom.MM(297)},
		"210 x 297 mm":      {W: geom.MM(210), H: geom.MM(297)},
		"8.5in × 11in":      {W: geom.Pt(612), H: geom.Pt(792)},
		"400x600":           {W: geom.Pt(400), H: geom.Pt(600)},
		"400x600 landscape": {W: geom.Pt(600), H: geom.Pt(400)},
	} {
		got, err := Page{Size: in}.Dimensions()
		if d := got.W - want.W; err != nil || d < -2 || d > 2 || got.H-want.H > 2 || want.H-got.H > 2 {
			t.Errorf("%q is %v x %v (%v), want %v x %v", in, got.W, got.H, err, want.W, want.H)
		}
	}
	for _, in := range []string{"A44", "x", "10 x", "1mm x 1mm", "99999pt x 300pt", "210mm"} {
		if got, err := (Page{Size: in}).Dimensions(); err == nil {
			t.Errorf("%q is %v, want an error", in, got)
		}
	}
}
