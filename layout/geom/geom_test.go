package geom

import "testing"

func TestParse(t *testing.T) {
	for in, want := range map[string]Length{
		"12.5": Pt(12.5), "12.5pt": Pt(12.5), "3mm": MM(3), "1in": 72 * Point, "1 pc": 12 * Point, "-2cm": MM(-20),
	} {
		got, err := Parse(in)
		if err != nil || got != want {
			t.Errorf("Parse(%q) = %v, %v; want %v", in, got, err, want)
		}
	}
	for _, in := range []string{"", "mm", "12 furlongs", "NaN", "1e9"} {
		if got, err := Parse(in); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", in, got)
		}
	}
}

func TestRounding(t *testing.T) {
	if got := Pt(3).MulDiv(1, 2); got != Pt(1.5) {
		t.Errorf("half of 3pt is %v", got)
	}
	if got := Length(-3).MulDiv(1, 2); got != -2 {
		t.Errorf("-3/2 = %d, want -2 (half away from zero)", got)
	}
	for _, c := range []struct {
		l           Length
		floor, ceil int
	}{{Pt(26), 2, 2}, {Pt(26) + 1, 2, 3}, {0, 0, 0}, {-Pt(13), -1, -1}, {-Pt(1), -1, 0}} {
		if f, k := c.l.FloorDiv(Pt(13)), c.l.CeilDiv(Pt(13)); f != c.floor || k != c.ceil {
			t.Errorf("%v in rows of 13: floor %d ceil %d, want %d %d", c.l, f, k, c.floor, c.ceil)
		}
	}
	if got := Pt(-1.006).Hundredths(); got != -101 {
		t.Errorf("hundredths = %d", got)
	}
}

func TestRect(t *testing.T) {
	r := Rect{0, 0, Pt(10), Pt(10)}
	s := Rect{Pt(10), 0, Pt(5), Pt(5)}
	if r.Overlaps(s) {
		t.Error("neighbours that share an edge overlap")
	}
	if got := r.Union(s); got != (Rect{0, 0, Pt(15), Pt(10)}) {
		t.Errorf("union %v", got)
	}
	in := Insets{Point, 2 * Point, 3 * Point, 4 * Point}
	if r.Inset(in).Outset(in) != r {
		t.Error("outset does not undo inset")
	}
	if !r.Contains(Rect{-1, 0, Pt(10), Pt(10)}, 1) || r.Contains(s, 0) {
		t.Error("contains")
	}
}
