package paint

import (
	"bytes"
	"strings"
	"testing"

	"masthead/layout/color"
	"masthead/layout/display"
	"masthead/layout/geom"
)

func black() color.Ink { return color.Ink{Name: "Black", CMYK: color.CMYK{K: 100}} }

func grey() color.Ink {
	return color.Ink{RGB: color.RGB{R: 86, G: 96, B: 114}, CMYK: color.CMYK{K: 74}}
}

func white() color.Ink { return color.Ink{RGB: color.RGB{R: 255, G: 255, B: 255}} }

// squares is a document of one page, 100 by 200 pt with 10 pt of bleed, and a
// font of squares: code 1 is 1 em wide, code 2 half an em, code 3 an em of 1/3.
func squares(items ...display.Item) *display.Document {
	return &display.Document{
		Fonts: []display.Font{{
			PostScriptName: "Square", UnitsPerEm: 1000, Ascent: 800, Descent: -200,
			Codes: []display.Code{{Glyph: 1, Width: 1000, Text: "a"}, {Glyph: 2, Width: 500, Text: "b"}, {Glyph: 3, Width: 333, Text: "c"}},
		}},
		Pages: []display.Page{{Trim: geom.Size{W: geom.Pt(100), H: geom.Pt(200)}, Bleed: geom.Pt(10), Items: items}},
		Root:  &display.Tag{Role: "Document"},
	}
}

// run makes a text of codes at places in em/100 of 10 pt, that is in tenths of a
// point.
func run(mark display.Mark, glyphs ...int64) *display.Text {
	it := &display.Text{Mark: mark, Size: geom.Pt(10), X: geom.Pt(20), Baseline: geom.Pt(50), Ink: black()}
	for i := 0; i < len(glyphs); i += 2 {
		it.Glyphs = append(it.Glyphs, display.Glyph{Code: uint16(glyphs[i]), X: geom.Pt(float64(glyphs[i+1]) / 10)})
	}
	return it
}

// content paints a document and returns its first page's operators without
// fpdf's preamble.
func content(t *testing.T, doc *display.Document, opt Options) (string, *display.Ledger) {
	t.Helper()
	raw, ledger, err := Pages(doc, opt)
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := bytes.Cut(raw, []byte(display.Preamble))
	body, _, _ := bytes.Cut(after, []byte("\nendstream"))
	return strings.TrimSpace(string(body)), ledger
}

func check(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("painted\n%s\nwant\n%s", got, want)
	}
}

func TestTextEmail(t *testing.T) {
	// Two squares with a kern of -50 before the second; it sits at 9.5 pt.
	got, _ := content(t, squares(run(0, 1, 0, 2, 95, 1, 145)), Options{Profile: display.Email})
	check(t, got, "/Artifact BMC\n0 0 0 rg\nBT\n/F1 10 Tf\n0 Tc 0 Ts\n20 150 Td\n"+
		"[(\x00\x01)50(\x00\x02\x00\x01)] TJ ET\nEMC")
}

func TestPlacesDoNotDrift(t *testing.T) {
	// A hundred thirds of an em, each placed where exact thirds fall: the file's
	// advances are 333/1000, so now and then a thousandth is made up for.
	it := run(0)
	for i := range int64(100) {
		it.Glyphs = append(it.Glyphs, display.Glyph{Code: 3, X: geom.Pt(10).MulDiv(i, 3)})
	}
	got, _ := content(t, squares(it), Options{Profile: display.Email})
	if n := strings.Count(got, ")-1("); n != 33 {
		t.Errorf("%d corrections, want 33:\n%q", n, got)
	}
}

func TestLetterSpacing(t *testing.T) {
	// 0.2 pt between all: said once. The kern before the last is said by itself.
	got, _ := content(t, squares(run(0, 1, 0, 1, 102, 1, 204, 1, 306, 1, 400)), Options{Profile: display.Email})
	if !strings.Contains(got, "\n.2 Tc 0 Ts\n") || !strings.Contains(got, "[(\x00\x01\x00\x01\x00\x01\x00\x01)80(\x00\x01)] TJ") {
		t.Errorf("painted %q", got)
	}
}

func TestRise(t *testing.T) {
	it := run(0, 1, 0, 2, 100, 1, 150)
	it.Glyphs[1].Rise = geom.Pt(3.5)
	got, _ := content(t, squares(it), Options{Profile: display.Email})
	if !strings.Contains(got, "[(\x00\x01)] TJ\n3.5 Ts\n[(\x00\x02)] TJ\n0 Ts\n[(\x00\x01)] TJ ET") {
		t.Errorf("painted %q", got)
	}
}

func TestCodesAreEscaped(t *testing.T) {
	b := []byte{}
	for _, c := range []uint16{'(', ')', '\\', '\r', '\n', 0x2829, 0x5C41} {
		b = appendCode(b, c)
	}
	check(t, string(b), "\x00\\(\x00\\)\x00\\\\\x00\\r\x00\\n\\(\\)\\\\A")
}

func TestMarks(t *testing.T) {
	doc := squares(run(1, 1, 0), run(1, 1, 0), run(0, 1, 0), run(2, 1, 0), run(1, 1, 0))
	p := doc.Root.Add("P")
	p.Content(1)
	p.Add("Span").Content(2)
	got, ledger := content(t, doc, Options{Profile: display.Email})
	var seen []string
	for _, line := range strings.Split(got, "\n") {
		if strings.HasSuffix(line, "MC") || strings.HasSuffix(line, "BDC") {
			seen = append(seen, line)
		}
	}
	check(t, strings.Join(seen, "|"), "/P <</MCID 0>> BDC|EMC|/Artifact BMC|EMC|/Span <</MCID 1>> BDC|EMC|/P <</MCID 2>> BDC|EMC")
	if s := ledger.Sheets[0].Sequences; len(s) != 3 || s[0].Mark != 1 || s[1].Mark != 2 || s[2].Mark != 1 {
		t.Errorf("booked %v", s)
	}
	box := geom.Rect{X: geom.Pt(20), Y: geom.Pt(42), W: geom.Pt(10), H: geom.Pt(10)}
	if got := ledger.Sheets[0].Sequences[0].Box; got != box {
		t.Errorf("box %v, want %v", got, box)
	}
	if got, _ := content(t, doc, Options{Profile: display.Print}); strings.Contains(got, "BDC") || strings.Contains(got, "BMC") {
		t.Error("marked content in print")
	}
}

func TestInksInPrint(t *testing.T) {
	thin := geom.Rect{X: geom.Pt(10), Y: geom.Pt(10), W: geom.Pt(80), H: geom.Pt(0.5)}
	area := geom.Rect{X: geom.Pt(10), Y: geom.Pt(10), W: geom.Pt(80), H: geom.Pt(30)}
	spot := color.Ink{Name: "Brand", Spot: "PANTONE 3 C", CMYK: color.CMYK{C: 80, Y: 52, K: 58}}
	for name, c := range map[string]struct {
		item display.Item
		want string
	}{
		"black text overprints":     {run(0, 1, 0), "/GO gs\n0 0 0 1 k"},
		"a black rule overprints":   {&display.Fill{Rect: thin, Ink: black()}, "/GO gs\n0 0 0 1 k"},
		"a black area knocks out":   {&display.Fill{Rect: area, Ink: black()}, "/GK gs\n0 0 0 1 k"},
		"dark grey overprints":      {&display.Fill{Rect: thin, Ink: grey()}, "/GO gs\n0 0 0 .74 k"},
		"grey areas do not":         {&display.Fill{Rect: area, Ink: grey()}, "/GK gs\n0 0 0 .74 k"},
		"light grey overprints":     {&display.Fill{Rect: thin, Ink: lightGrey()}, "/GO gs\n0 0 0 .4 k"},
		"white knocks out":          {&display.Fill{Rect: thin, Ink: white()}, "/GK gs\n0 0 0 0 k"},
		"a spot ink is a spot":      {&display.Fill{Rect: area, Ink: spot}, "/GK gs\n/S1 cs 1 scn"},
		"process inks as declared":  {&display.Fill{Rect: area, Ink: color.Ink{CMYK: color.CMYK{C: 12.5, M: 3, Y: 9}}}, "/GK gs\n.125 .03 .09 0 k"},
		"black in four is no black": {&display.Fill{Rect: thin, Ink: color.Ink{CMYK: color.CMYK{C: 60, K: 100}}}, "/GK gs\n.6 0 0 1 k"},
	} {
		got, _ := content(t, squares(c.item), Options{Profile: display.Print})
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: painted %q", name, got)
		}
	}
	if _, ledger := content(t, squares(&display.Fill{Rect: area, Ink: spot}), Options{Profile: display.Print}); len(ledger.Spots) != 1 || len(ledger.Sheets[0].Spots) != 1 {
		t.Errorf("booked %v", ledger.Spots)
	}
	got, ledger := content(t, squares(&display.Fill{Rect: area, Ink: spot}), Options{Profile: display.Email})
	if strings.Contains(got, "scn") || len(ledger.Spots) != 0 {
		t.Error("a spot ink in the e-mail file")
	}
}

func lightGrey() color.Ink { return color.Ink{CMYK: color.CMYK{K: 40}} }

// TestGrounds: light grey overprints what it can be read on, and nothing else.
func TestGrounds(t *testing.T) {
	area := geom.Rect{W: geom.Pt(100), H: geom.Pt(100)}
	navy := &display.Fill{Rect: area, Ink: color.Ink{CMYK: color.CMYK{C: 100, M: 80, K: 40}}}
	tint := &display.Fill{Rect: area, Ink: color.Ink{CMYK: color.CMYK{C: 12, M: 3, Y: 9}}}
	half := &display.Fill{Rect: geom.Rect{W: geom.Pt(50), H: geom.Pt(100)}, Ink: tint.Ink}
	away := &display.Fill{Rect: geom.Rect{X: geom.Pt(200), W: geom.Pt(50), H: geom.Pt(50)}, Ink: navy.Ink}
	screen := *navy
	screen.Only = display.Email
	for name, c := range map[string]struct {
		below []display.Item
		over  bool
	}{
		"paper":                    {nil, true},
		"a tint":                   {[]display.Item{tint}, true},
		"a dark colour":            {[]display.Item{navy}, false},
		"a picture":                {[]display.Item{&display.Image{Rect: area}}, false},
		"a tint on a dark colour":  {[]display.Item{navy, tint}, true},
		"half a tint on it":        {[]display.Item{navy, half}, false},
		"a dark colour elsewhere":  {[]display.Item{away}, true},
		"a dark colour on screens": {[]display.Item{&screen}, true},
	} {
		grey := &display.Fill{Rect: geom.Rect{X: geom.Pt(10), Y: geom.Pt(10), W: geom.Pt(80), H: geom.Pt(0.5)}, Ink: lightGrey()}
		got, _ := content(t, squares(append(c.below, grey)...), Options{Profile: display.Print, Pictures: make([]Picture, 1)})
		state := map[bool]string{true: display.Overprint, false: display.KnockOut}[c.over]
		if !strings.Contains(got, "/"+state+" gs\n0 0 0 .4 k") {
			t.Errorf("on %s: painted %q", name, got)
		}
	}
}

// TestColoursSurvive: every 8-bit value comes back from its decimals.
func TestColoursSurvive(t *testing.T) {
	for v := range 256 {
		milli := (int64(v)*1000 + 127) / 255
		if back := (milli*255 + 500) / 1000; back != int64(v) {
			t.Errorf("%d is written as %d/1000, which is %d", v, milli, back)
		}
	}
}

func TestShapes(t *testing.T) {
	doc := squares(
		&display.Fill{Rect: geom.Rect{X: geom.Pt(-10), Y: geom.Pt(-10), W: geom.Pt(120), H: geom.Pt(20)}, Ink: white()},
		&display.Path{Contours: [][]geom.XY{{{X: 0, Y: 0}, {X: geom.Pt(5), Y: 0}, {X: 0, Y: geom.Pt(5)}}}, Ink: white()},
		&display.Image{Rect: geom.Rect{X: geom.Pt(1), Y: geom.Pt(2), W: geom.Pt(3), H: geom.Pt(4)}},
	)
	got, ledger := content(t, doc, Options{Profile: display.Email, Pictures: make([]Picture, 1)})
	check(t, got, "/Artifact BMC\n1 1 1 rg\n-10 190 120 20 re f\n1 1 1 rg\n0 200 m\n5 200 l\n0 195 l\nh\nf\n"+
		"q\n3 0 0 4 1 194 cm /P1 Do Q\nEMC")
	if len(ledger.Sheets[0].Photos) != 1 {
		t.Error("the picture is not booked")
	}
}
