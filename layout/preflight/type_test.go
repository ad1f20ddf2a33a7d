package preflight

import (
	"math"
	"os"
	"testing"
)

func TestWidths(t *testing.T) {
	c := bare(t,
		"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 65/LastChar 66/Widths[600 700]/FontDescriptor<</MissingWidth 300/FontFile2 9 0 R>>>>",
		"<</Type/Font/Subtype/Type0/BaseFont/B/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/DW 900/W[1[400 500]10 12 250]>>]>>",
		"<</Type/Font/Subtype/Type3/FontMatrix[.01 0 0 .01 0 0]/FirstChar 65/Widths[60]>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
		"<</Type/Font/Subtype/Type0/BaseFont/C>>",
		"null",
		"<</Length 0>>stream\nendstream",
	)
	for _, w := range []struct {
		font, code int
		want       float64
	}{
		{3, 'A', .6},
		{3, 'B', .7},
		{3, 'C', .3},
		{4, 1, .4},
		{4, 2, .5},
		{4, 3, .9},
		{4, 11, .25},
		{4, 13, .9},
		{5, 'A', .6},
		{6, 'A', .5},
	} {
		if got := c.face(ref(w.font)).width(w.code); math.Abs(got-w.want) > 1e-9 {
			t.Errorf("font %d, code %d: %g, want %g", w.font, w.code, got, w.want)
		}
	}
	for font, embedded := range map[int]bool{3: true, 4: false, 5: true, 6: false, 7: false, 8: false} {
		if got := c.face(ref(font)).embedded; got != embedded {
			t.Errorf("font %d is embedded: %v", font, got)
		}
	}
	if got := c.face(ref(4)).codes("\x00\x01\x01\x00\x05"); len(got) != 2 || got[1] != 256 {
		t.Errorf("codes %v", got)
	}
	if got := c.face(ref(3)).codes("AB"); len(got) != 2 || got[0] != 'A' {
		t.Errorf("codes %v", got)
	}
}

// TestGlyphZero: a code leads to a glyph through the map, or as it is; that of a
// font in another encoding is not known.
func TestGlyphZero(t *testing.T) {
	wide := func(encoding, kid string) string {
		return "<</Type/Font/Subtype/Type0/Encoding/" + encoding + "/DescendantFonts[<</Subtype/" + kid + ">>]>>"
	}
	c := bare(t,
		wide("Identity-H", "CIDFontType2/CIDToGIDMap 7 0 R"), wide("Identity-H", "CIDFontType2/CIDToGIDMap/Identity"),
		wide("UniGB-UCS2-H", "CIDFontType2"), wide("Identity-H", "CIDFontType0"),
		"<</Length 6>>stream\n\x00\x00\x00\x07\x00\x00\nendstream",
	)
	for _, g := range []struct {
		font, code, want int
		told             bool
	}{{3, 1, 7, true}, {3, 2, 0, true}, {3, 9, 0, true}, {4, 5, 5, true}, {5, 5, 0, false}, {6, 0, 0, true}, {6, 5, 5, false}} {
		if got, told := c.face(ref(g.font)).glyph(g.code); told != g.told || told && got != g.want {
			t.Errorf("font %d, code %d: glyph %d, told %v", g.font, g.code, got, told)
		}
	}
}

func TestBoldNames(t *testing.T) {
	for name, want := range map[string]bool{
		"ABCDEF+SourceSans3-Semibold": true, "IBMPlexSansCond-SemiBold": true, "Frutiger-Black": true, "Univers-Heavy": true, "Foo-DemiItalic": true,
		"SourceSerif4-Regular": false, "IBMPlexSansCond-Medium": false, "": false,
	} {
		if boldName(name) != want {
			t.Errorf("%q is bold: %v", name, !want)
		}
	}
}

// TestOutlines: every glyph of a real font has an outline within its extents,
// composite ones of their parts.
func TestOutlines(t *testing.T) {
	b, err := os.ReadFile("../../fonts/source-sans-3/SourceSans3-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	g := openGlyphs(b)
	inked, composite := 0, 0
	for id := range 800 {
		raw := g.data(id)
		shape := g.outline(id, unit(), 0)
		if len(raw) < 10 {
			if len(shape) > 0 {
				t.Errorf("glyph %d has no data and an outline", id)
			}
			continue
		}
		field := func(at int) float64 { return float64(int16(uint16(raw[at])<<8|uint16(raw[at+1]))) / g.perEm }
		if field(0) < 0 {
			composite++
		}
		const slack = 0.002
		for _, c := range shape {
			inked++
			for _, p := range c {
				if p.x < field(2)-slack || p.x > field(6)+slack || p.y < field(4)-slack || p.y > field(8)+slack {
					t.Fatalf("glyph %d reaches out to %v", id, p)
				}
			}
		}
	}
	if inked < 800 || composite == 0 {
		t.Errorf("%d contours, %d composites", inked, composite)
	}
}

// TestBrokenOutlines: whatever a program holds, drawing it ends.
func TestBrokenOutlines(t *testing.T) {
	b, err := os.ReadFile("../../fonts/source-sans-3/SourceSans3-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(b); n += len(b) / 40 {
		g := openGlyphs(b[:n])
		for id := range 50 {
			g.outline(id, unit(), 0)
		}
	}
	g := openGlyphs(b)
	for i := range g.glyf {
		g.glyf[i] ^= byte(i * 31)
	}
	for id := range 300 {
		g.outline(id, unit(), 0)
	}
}

// TestPlaceholders: a font that cannot be drawn shows boxes.
func TestPlaceholders(t *testing.T) {
	c := bare(t, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
	f := c.face(ref(3))
	if got := f.draw('x', .5, unit()); len(got) != 1 || len(got[0]) != 4 {
		t.Errorf("%v", got)
	}
	if got := f.draw(' ', .5, unit()); got != nil {
		t.Errorf("a space shows %v", got)
	}
}
