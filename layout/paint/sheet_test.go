package paint

import (
	"bytes"
	"strings"
	"testing"

	"masthead/layout/display"
	"masthead/layout/geom"
)

func TestSheet(t *testing.T) {
	all := Marks{Crop: true, Registration: true}
	for name, c := range map[string]struct {
		opt                Options
		media, bleed, trim geom.Length // widths
	}{
		"e-mail":        {Options{Profile: display.Email, Marks: all}, geom.Pt(100), geom.Pt(100), geom.Pt(100)},
		"print":         {Options{Profile: display.Print, Marks: all}, geom.Pt(150), geom.Pt(120), geom.Pt(100)},
		"without marks": {Options{Profile: display.Print}, geom.Pt(120), geom.Pt(120), geom.Pt(100)},
		"longer marks": {
			Options{Profile: display.Print, Marks: Marks{Crop: true, Offset: geom.Pt(5), Length: geom.Pt(20)}},
			geom.Pt(170), geom.Pt(120), geom.Pt(100),
		},
	} {
		_, ledger := content(t, squares(), c.opt)
		s := ledger.Sheets[0]
		if s.Media.W != c.media || s.Bleed.W != c.bleed || s.Trim.W != c.trim {
			t.Errorf("%s: media %v, bleed %v, trim %v", name, s.Media, s.Bleed, s.Trim)
		}
		if 2*s.Trim.X+s.Trim.W != s.Media.W || 2*s.Trim.Y+s.Trim.H != s.Media.H {
			t.Errorf("%s: the trim is not in the middle", name)
		}
	}
}

// TestCropMarks: eight lines, each on the line of a cut, none within the bleed;
// what bleeds is clipped there.
func TestCropMarks(t *testing.T) {
	got, _ := content(t, squares(), Options{Profile: display.Print, Marks: Marks{Crop: true}})
	// Trim 100 by 200 at (25, 25) of a media box of 150 by 250; the bleed is 10 pt.
	check(t, got, `q
15 15 120 220 re W n
Q
q /GK gs /All CS 1 SCN
.25 w 0 J [] 0 d
25 238 m
25 250 l S
25 12 m
25 0 l S
125 238 m
125 250 l S
125 12 m
125 0 l S
12 225 m
0 225 l S
138 225 m
150 225 l S
12 25 m
0 25 l S
138 25 m
150 25 l S
Q`)
}

func TestRegistrationMarks(t *testing.T) {
	got, ledger := content(t, squares(), Options{Profile: display.Print, Marks: Marks{Registration: true}})
	if n := strings.Count(got, " c\n"); n != 16 {
		t.Errorf("%d arcs, want 4 circles", n)
	}
	if !ledger.Sheets[0].Registered {
		t.Error("the separation is not booked")
	}
}

// TestSlug: the slug line stands outside the clipped bleed, on every plate, in
// print with marks alone.
func TestSlug(t *testing.T) {
	doc := squares()
	line := run(0, 1, 0)
	line.Baseline = geom.Pt(200 + 10 + 9)
	doc.Pages[0].Slug = []*display.Text{line, {}}
	got, ledger := content(t, doc, Options{Profile: display.Print, Marks: Marks{Crop: true}})
	_, slug, _ := strings.Cut(got, "150 25 l S\nQ\n")
	check(t, slug, "q /GK gs /All cs 1 scn\nBT\n/F1 10 Tf\n0 Tc 0 Ts\n45 6 Td\n[(\x00\x01)] TJ ET\nQ")
	if len(ledger.Sheets[0].Fonts) != 1 {
		t.Error("the slug's font is not booked")
	}
	for _, opt := range []Options{{Profile: display.Print}, {Profile: display.Email, Marks: Marks{Crop: true}}} {
		if got, _ := content(t, doc, opt); strings.Contains(got, "BT") {
			t.Errorf("%v: a slug without room", opt)
		}
	}
	line.Glyphs[0].Code = 99
	if _, _, err := Pages(doc, Options{Profile: display.Print, Marks: Marks{Crop: true}}); err == nil {
		t.Error("a slug in no font passed")
	}
}

func TestOnly(t *testing.T) {
	mail, press := run(0, 1, 0), run(0, 2, 0)
	mail.Only, press.Only = display.Email, display.Print
	for profile, want := range map[display.Profile]string{display.Email: "(\x00\x01)", display.Print: "(\x00\x02)"} {
		got, _ := content(t, squares(mail, press), Options{Profile: profile})
		if !strings.Contains(got, want) || strings.Count(got, "BT") != 1 {
			t.Errorf("profile %d: painted %q", profile, got)
		}
	}
}

func TestNothingToPaint(t *testing.T) {
	doc := squares(&display.Text{}, &display.Fill{}, &display.Path{}, &display.Image{}, &display.Link{})
	if got, _ := content(t, doc, Options{Profile: display.Email}); got != "" {
		t.Errorf("painted %q", got)
	}
}

func TestErrorsNamePageAndItem(t *testing.T) {
	doc := squares(run(0, 1, 0), run(0, 9, 0))
	_, _, err := Pages(doc, Options{Profile: display.Email})
	if err == nil || err.Error() != "paint: page 1: item 2: Square has no code 9" {
		t.Error(err)
	}
	if _, _, err := Pages(doc, Options{}); err == nil {
		t.Error("no profile, no error")
	}
}

func TestDecimal(t *testing.T) {
	for v, want := range map[int64]string{0: "0", 5: ".005", -5: "-.005", 1000: "1", 1250: "1.25", -123456: "-123.456", 10: ".01"} {
		if got := string(appendDecimal(nil, v, 3)); got != want {
			t.Errorf("%d thousandths are written %q, want %q", v, got, want)
		}
	}
}

// TestNeighboursMeet: two fills that share an edge share it in the file too,
// wherever it falls between thousandths.
func TestNeighboursMeet(t *testing.T) {
	for i := range geom.Length(200) {
		edge := geom.Pt(30) + i
		p := painter{at: &display.Sheet{Media: geom.Size{H: geom.Pt(100)}}}
		x0, _, w0, _ := p.rect(geom.Rect{X: geom.Pt(10) + i/3, W: edge - geom.Pt(10) - i/3, H: geom.Point})
		x1, _, _, _ := p.rect(geom.Rect{X: edge, W: geom.Pt(5), H: geom.Point})
		if x0+w0 != x1 {
			t.Fatalf("edge %v: one ends at %d, the next begins at %d", edge, x0+w0, x1)
		}
	}
}

func TestSamePages(t *testing.T) {
	doc := squares(run(0, 1, 0, 2, 95), &display.Fill{Rect: geom.Rect{W: geom.Point, H: geom.Point}, Ink: black()})
	want, _, err := Pages(doc, Options{Profile: display.Print, Marks: Marks{Crop: true}})
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		got, _, err := Pages(doc, Options{Profile: display.Print, Marks: Marks{Crop: true}})
		if err != nil || !bytes.Equal(got, want) {
			t.Fatal("other bytes", err)
		}
	}
}

// TestMajority: the letter-spacing that is said once.
func TestMajority(t *testing.T) {
	for name, c := range map[string]struct {
		glyphs []int64
		want   int64
	}{
		"none":            {[]int64{1, 0, 1, 100, 1, 200}, 0},
		"all":             {[]int64{1, 0, 1, 101, 1, 202, 1, 303}, 10},
		"three of four":   {[]int64{1, 0, 1, 101, 1, 190, 1, 291, 1, 392}, 10},
		"two of four":     {[]int64{1, 0, 1, 101, 1, 201, 1, 302, 1, 402}, 0},
		"tighter":         {[]int64{1, 0, 1, 98, 1, 196}, -20},
		"a single letter": {[]int64{1, 0}, 0},
	} {
		doc := squares()
		if got := majority(&doc.Fonts[0], run(0, c.glyphs...), 10000); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}
