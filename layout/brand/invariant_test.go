package brand

import (
	"fmt"
	"math/rand"
	"testing"

	"masthead/layout/geom"
)

// On any grid the columns follow each other, one gutter apart, are equal to
// within a unit of rounding, and end at the right margin exactly.
func TestColumnsFillTheMeasure(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 500 {
		b := fresh()
		b.Page.Left, b.Page.Right = geom.Length(r.Intn(6_000_000)), geom.Length(r.Intn(6_000_000))
		b.Grid.Columns, b.Grid.Gutter = 1+r.Intn(24), geom.Length(r.Intn(1_000_000))
		n := b.Grid.Columns
		if b.ColumnX(1) != b.Page.Left || b.ColumnRight(n) != b.Trim().W-b.Page.Right {
			t.Fatalf("%d columns from %v to %v", n, b.ColumnX(1), b.ColumnRight(n))
		}
		first := b.ColumnRight(1) - b.ColumnX(1)
		for k := 2; k <= n; k++ {
			if d := b.ColumnX(k) - b.ColumnRight(k-1) - b.Grid.Gutter; d < -1 || d > 1 {
				t.Fatalf("the gutter before column %d is off by %d", k, d)
			}
			if d := b.ColumnRight(k) - b.ColumnX(k) - first; d < -2 || d > 2 {
				t.Fatalf("column %d differs from the first by %d", k, d)
			}
		}
	}
}

// A condition holds where its negation does not, and its bounds say the same.
func TestNegation(t *testing.T) {
	for _, op := range []string{"", ">=", "<=", ">", "<", "=", "!="} {
		for n := range 5 {
			text := "photos"
			if op != "" {
				text = fmt.Sprintf("photos %s %d", op, n)
			}
			c, err := ParseCondition(text)
			not, err2 := ParseCondition("not " + text)
			if err != nil || err2 != nil {
				t.Fatal(err, err2)
			}
			for v := range 8 {
				value := func(string) int { return v }
				if c.Holds(value) == not.Holds(value) {
					t.Errorf("%q and its negation agree on %d", text, v)
				}
				for _, one := range []Condition{c, not} {
					least, most := one.bounds(100)
					if inside := v >= least && v <= most; one.Holds(value) && !inside {
						t.Errorf("%+v holds for %d, outside %d to %d", one, v, least, most)
					}
				}
			}
		}
	}
}

// What two exclusive lists of conditions ask for never comes together.
func TestExclusionIsSound(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	names, ops := []string{"photos", "facts"}, []string{">=", "<=", ">", "<", "=", "!="}
	list := func() (out Names) {
		for range 1 + r.Intn(3) {
			not := ""
			if r.Intn(2) == 0 {
				not = "not "
			}
			out = append(out, fmt.Sprintf("%s%s%s%d", not, names[r.Intn(2)], ops[r.Intn(6)], r.Intn(4)))
		}
		return out
	}
	holds := func(l Names, photos, facts int) bool {
		for _, s := range l {
			c, _ := ParseCondition(s)
			if !c.Holds(func(name string) int { return map[string]int{"photos": photos, "facts": facts}[name] }) {
				return false
			}
		}
		return true
	}
	excluded := 0
	for range 2000 {
		a, b := list(), list()
		if !demandOf(a).excludes(demandOf(b)) {
			continue
		}
		excluded++
		for photos := range 6 {
			for facts := range 6 {
				if holds(a, photos, facts) && holds(b, photos, facts) {
					t.Fatalf("%v and %v both hold for %d photos and %d facts", a, b, photos, facts)
				}
			}
		}
	}
	if excluded < 200 {
		t.Errorf("only %d of 2000 pairs exclude each other", excluded)
	}
}

func FuzzParseAnchor(f *testing.F) {
	for _, s := range []string{"c8 + 13", "r27.5 - 2 rows", "trim-left-3mm", "26.6", "foot", "c7r+1+1"} {
		f.Add(s)
	}
	b := designGrid()
	area := geom.Rect{W: geom.Pt(100), H: geom.Pt(100)}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := ParseAnchor(s)
		if err != nil {
			return
		}
		if !a.Horizontal() && !a.Vertical() {
			t.Errorf("%q is on no axis", s)
		}
		// An offset moves the place by just so much.
		more, err := ParseAnchor(s + " + 5pt")
		if err != nil {
			t.Fatalf("%q takes no offset: %v", s, err)
		}
		if a.Horizontal() && b.x(more, area)-b.x(a, area) != geom.Pt(5) || a.Vertical() && b.y(more, area)-b.y(a, area) != geom.Pt(5) {
			t.Errorf("%q: the offset moves it from %v to %v", s, b.x(a, area), b.x(more, area))
		}
	})
}
