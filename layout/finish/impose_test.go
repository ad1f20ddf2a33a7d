package finish

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"masthead/layout/color"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/paint"
)

// numbered is a print file of pages of 100 by 200 pt, each with a fill whose
// black says its number.
func numbered(t *testing.T, pages int, creep geom.Length) opened {
	t.Helper()
	s := newSample(t)
	for i := range pages {
		s.doc.Pages = append(s.doc.Pages, display.Page{
			Label: fmt.Sprint(i + 1), Trim: geom.Size{W: geom.Pt(100), H: geom.Pt(200)}, Bleed: geom.Pt(10),
			Items: []display.Item{&display.Fill{Rect: geom.Rect{W: geom.Pt(100), H: geom.Pt(200)}, Ink: color.Ink{CMYK: color.CMYK{K: float64(i + 1)}}}},
		})
	}
	raw, ledger, err := paint.Pages(s.doc, paint.Options{Profile: display.Print, Marks: paint.Marks{Crop: true}})
	if err != nil {
		t.Fatal(err)
	}
	b, err := Write(raw, ledger, s.doc, options(t, display.Print))
	if err != nil {
		t.Fatal(err)
	}
	out, err := Booklet(b, Imposition{Creep: creep})
	if err != nil {
		t.Fatal(err)
	}
	again, err := Booklet(b, Imposition{Creep: creep})
	if err != nil || !bytes.Equal(out, again) {
		t.Error("other bytes", err)
	}
	return reread(t, out)
}

// side tells which pages a sheet shows, left and right; 0 is blank.
func side(t *testing.T, f opened, page Dict) (numbers [2]int) {
	t.Helper()
	content := string(f.data(page["Contents"]))
	forms := f.dict(f.dict(page["Resources"])["XObject"])
	for i, name := range []Name{"S1", "S2"} {
		if forms[name] == nil {
			continue
		}
		if !strings.Contains(content, "/"+string(name)+" Do") {
			t.Errorf("%s is not placed: %s", name, content)
		}
		_, rest, _ := strings.Cut(string(f.data(forms[name])), "0 0 0 ")
		var k float64
		if _, err := fmt.Sscan(rest, &k); err != nil {
			t.Fatal(err)
		}
		numbers[i] = int(k*100 + 0.5)
	}
	return numbers
}

func TestBooklet(t *testing.T) {
	for pages, want := range map[int][][2]int{
		1: {{0, 1}, {0, 0}},
		4: {{4, 1}, {2, 3}},
		6: {{0, 1}, {2, 0}, {6, 3}, {4, 5}},
		8: {{8, 1}, {2, 7}, {6, 3}, {4, 5}},
	} {
		f := numbered(t, pages, 0)
		sheets := f.pages()
		if len(sheets) != len(want) {
			t.Fatalf("%d pages: %d sides", pages, len(sheets))
		}
		for i, sheet := range sheets {
			if got := side(t, f, sheet); got != want[i] {
				t.Errorf("%d pages, side %d: %v, want %v", pages, i+1, got, want[i])
			}
			if box := fmt.Sprint(f.array(sheet["TrimBox"])); box != "[0 0 200 200]" || box != fmt.Sprint(f.array(sheet["MediaBox"])) {
				t.Errorf("box %s", box)
			}
		}
		if f.root["OutputIntents"] == nil || f.root["Metadata"] == nil {
			t.Error("intent or metadata are lost")
		}
	}
}

// TestCreep: the pages of inner sheets move towards the fold, those of the
// outermost stay.
func TestCreep(t *testing.T) {
	f := numbered(t, 8, geom.Pt(6))
	for i, want := range []string{
		"1 0 0 1 -25.000 -25.000 cm /S1", "1 0 0 1 -25.000 -25.000 cm /S1",
		"1 0 0 1 -19.000 -25.000 cm /S1", "1 0 0 1 -19.000 -25.000 cm /S1",
	} {
		if got := string(f.data(f.pages()[i]["Contents"])); !strings.Contains(got, want) {
			t.Errorf("side %d: %s", i+1, got)
		}
	}
	if got := string(f.data(f.pages()[2]["Contents"])); !strings.Contains(got, "q 100.000 0 100.000 200.000 re W n 1 0 0 1 69.000 -25.000 cm /S2") {
		t.Errorf("the right page: %s", got)
	}
}

func TestBookletRefuses(t *testing.T) {
	if _, err := Booklet([]byte("no file"), Imposition{}); err == nil {
		t.Error("no PDF passed")
	}
	s := newSample(t)
	for _, w := range []float64{100, 120} {
		s.doc.Pages = append(s.doc.Pages, display.Page{Label: "1", Trim: geom.Size{W: geom.Pt(w), H: geom.Pt(200)}})
	}
	s.line(0, "x")
	b := s.must(display.Print)
	if _, err := Booklet(b, Imposition{}); err == nil || !strings.Contains(err.Error(), "page 2: another size") {
		t.Error(err)
	}
}
