package preflight

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write RULES.md anew")

const (
	content  = "\nq /All CS" // a place in the content, before the marks
	pictured = "/ColorSpace/DeviceCMYK/BitsPerComponent 8"
)

// shows adds operators to the page.
func shows(ops string) []string { return []string{content, "\n" + ops + content} }

// spoils has at least one fault for every rule.
func spoils() []spoil {
	return []spoil{
		{rule: "pdf-readable", what: "no pages", replace: []string{"/Kids[6 0 R]", "/Kids[]"}},
		{rule: "pdf-damaged", what: "a cross-reference that is not where it should be", replace: []string{"q", "q"}},
		{rule: "x4-encrypted", what: "encrypted", replace: []string{"/ID[(a)(a)]", "/ID[(a)(a)]/Encrypt<<>>"}},
		{rule: "x4-version", what: "PDF 2.0", replace: []string{"%PDF-1.6", "%PDF-2.0"}},
		{rule: "x4-file-id", what: "no ID", replace: []string{"/ID[(a)(a)]", ""}},
		{rule: "x4-external-stream", what: "data elsewhere", replace: []string{"/Subtype/Image", "/F(elsewhere)/Subtype/Image"}},
		{rule: "x4-reference", what: "a page of another file", replace: []string{"/XObject<<", "/XObject<</X1 15 0 R"}, add: []string{"<</Subtype/Form/BBox[0 0 1 1]/Ref<</F(x)>>/Length 0>>\nstream\n\nendstream"}},
		{rule: "x4-opi", what: "OPI", replace: []string{"/Subtype/Image", "/OPI<<>>/Subtype/Image"}},
		{rule: "x4-postscript", what: "a PostScript XObject", replace: []string{"/XObject<<", "/XObject<</X1 15 0 R"}, add: []string{"<</Subtype/PS/Length 0>>\nstream\n\nendstream"}},
		{rule: "x4-postscript", what: "a PostScript form", replace: []string{"/XObject<<", "/XObject<</X1 15 0 R"}, add: []string{"<</Subtype/Form/Subtype2/PS/BBox[0 0 1 1]/Length 0>>\nstream\n\nendstream"}},
		{rule: "x4-transfer", what: "TR", replace: []string{"/OPM 1", "/OPM 1/TR 13 0 R"}},
		{rule: "x4-transfer", what: "TR that changes nothing", replace: []string{"/OPM 1", "/OPM 1/TR/Identity"}},
		{rule: "x4-transfer", what: "TR2", replace: []string{"/OPM 1", "/OPM 1/TR2 13 0 R"}},
		{rule: "x4-halftone", what: "type 6", replace: []string{"/OPM 1", "/OPM 1/HT<</HalftoneType 6>>"}},
		{rule: "x4-halftone", what: "a name", replace: []string{"/OPM 1", "/OPM 1/HT<</HalftoneType 1/HalftoneName(x)>>"}},
		{rule: "x4-halftone", what: "an origin", replace: []string{"/OPM 1", "/OPM 1/HTP[0 0]"}},
		{rule: "x4-alternate-picture", what: "an alternate", replace: []string{"/Subtype/Image", "/Alternates[<</DefaultForPrinting true>>]/Subtype/Image"}},
		{rule: "x4-action", what: "an opening action", replace: []string{"/Type/Catalog", "/OpenAction<</S/GoTo>>/Type/Catalog"}},
		{rule: "x4-action", what: "JavaScript", replace: []string{"/Type/Catalog", "/Names<</JavaScript<<>>>>/Type/Catalog"}},
		{rule: "x4-action", what: "an action of the page", replace: []string{"/Type/Page/", "/AA<<>>/Type/Page/"}},
		{rule: "x4-action", what: "a launch", replace: []string{"/Type/Page/", "/PieceInfo<</S/Launch>>/Type/Page/"}},
		{rule: "x4-annotation", what: "a link", replace: []string{"/Type/Page/", "/Annots[<</Subtype/Link/Rect[50 50 60 60]>>]/Type/Page/"}},
		{rule: "x4-viewer-area", what: "the trim box is printed", replace: []string{"/Type/Catalog", "/ViewerPreferences<</PrintArea/TrimBox>>/Type/Catalog"}},
		{rule: "x4-operator", what: "an unknown operator", replace: shows("1 2 frob")},
		{rule: "x4-operator", what: "no syntax", replace: shows("} )")},
		{rule: "attachment", what: "an attached file", replace: []string{"/Type/Catalog", "/Names<</EmbeddedFiles<</Names[(a) null]>>>>/Type/Catalog"}},
		{rule: "layers", what: "layers", replace: []string{"/Type/Catalog", "/OCProperties<<>>/Type/Catalog"}},
		{rule: "a2-lzw", what: "LZW", replace: []string{"/XObject<<", "/XObject<</X1 15 0 R"}, add: []string{"<</Filter/LZWDecode/Length 0>>\nstream\n\x80\x40\x40\nendstream"}},
		{rule: "x4-intent", what: "no intent", replace: []string{"/OutputIntents[4 0 R]", ""}},
		{rule: "x4-intent", what: "two intents", replace: []string{"[4 0 R]", "[4 0 R 4 0 R]"}},
		{rule: "x4-intent-name", what: "no condition", replace: []string{"(FOGRA39)", "()"}},
		{rule: "x4-intent-name", what: "no words", replace: []string{"(http://www.color.org)", "()", "(Coated)", "()"}},
		{rule: "x4-intent-profile", what: "no profile", replace: []string{"/DestOutputProfile 5 0 R", ""}},
		{rule: "x4-intent-profile", what: "no ICC", replace: []string{"/DestOutputProfile 5 0 R", "/DestOutputProfile 3 0 R"}},
		{rule: "x4-intent-profile", what: "channels", replace: []string{"/N 4", "/N 3"}},
		{rule: "intent-cmyk", what: "an RGB profile", replace: []string{"/DestOutputProfile 5 0 R", "/DestOutputProfile 15 0 R"}, add: []string{rgbProfile("prtr")}, also: []string{"x4-device-cmyk"}},
		{rule: "x4-intent-shared", what: "two profiles", replace: []string{"[4 0 R]", "[4 0 R<</S/GTS_PDFA1/DestOutputProfile 3 0 R>>]"}},
		{rule: "x4-xmp", what: "none", replace: []string{"/Metadata 3 0 R", ""}},
		{rule: "x4-xmp", what: "no XML", replace: []string{"</rdf:RDF>", "</rdf:RDX>"}},
		{rule: "x4-claim", what: "no claim", replace: []string{"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", ""}},
		{rule: "x4-claim", what: "another", replace: []string{">PDF/X-4<", ">PDF/X-3<"}},
		{rule: "x4-title", what: "no title", replace: []string{"A sample</rdf:li>", "</rdf:li>"}},
		{rule: "x4-dates", what: "no date of the metadata", replace: []string{"<xmp:MetadataDate>2023-06-01T08:00:00Z</xmp:MetadataDate>", ""}},
		{rule: "x4-identity", what: "no version", replace: []string{`xmpMM:VersionID="1"`, ""}},
		{rule: "x4-trapped", what: "not said", replace: []string{"/Trapped/False", "", "<pdf:Trapped>False</pdf:Trapped>", ""}},
		{rule: "x4-trapped", what: "unknown", replace: []string{"/Trapped/False", "/Trapped/Unknown"}},
		{rule: "x4-trapped", what: "both", replace: []string{"/Trapped/False", "/Trapped/True"}},
		{rule: "x4-info-same", what: "another title", replace: []string{"/Title(A sample)", "/Title(Another)"}},
		{rule: "x4-info-same", what: "another date", replace: []string{"+02'00')", "+03'00')"}},
		{rule: "x4-media-box", what: "none", replace: []string{"/MediaBox[0 0 250 350]", ""}},
		{rule: "x4-trim-box", what: "none", replace: []string{"/TrimBox[25 25 225 325]", ""}, also: []string{"x4-box-nesting", "box-bleed"}},
		{rule: "x4-trim-box", what: "two", replace: []string{"/TrimBox", "/ArtBox[30 30 40 40]/TrimBox"}},
		{rule: "x4-box-nesting", what: "trim beyond bleed", replace: []string{"/BleedBox[15 15", "/BleedBox[30 15"}, also: []string{"box-bleed"}},
		{rule: "x4-box-nesting", what: "bleed beyond media", replace: []string{"/MediaBox[0 0 250 350]", "/MediaBox[0 0 230 350]"}, also: []string{"bleed-filled"}},
		{rule: "box-bleed", what: "2 mm", replace: []string{"/BleedBox[15 15 235 335]", "/BleedBox[19 15 235 335]"}},
		{rule: "box-rotate", what: "turned", replace: []string{"/Type/Page/", "/Rotate 90/Type/Page/"}},
		{rule: "box-rotate", what: "scaled", replace: []string{"/Type/Page/", "/UserUnit 2/Type/Page/"}},
		{rule: "box-uniform", what: "a wider page", replace: []string{"[6 0 R]", "[6 0 R 15 0 R]"}, add: []string{"<</Type/Page/Parent 2 0 R/MediaBox[0 0 250 350]/BleedBox[5 15 245 335]/TrimBox[15 25 235 325]>>"}},
		{rule: "binding", what: "one page, stitched", replace: []string{"q", "q"}, opt: Options{Binding: "saddle"}},
		{rule: "binding", what: "one page, folded", replace: []string{"q", "q"}, opt: Options{Binding: "fold"}},
		{rule: "bleed-filled", what: "a fill that ends at the trim", replace: shows(".5 .2 0 0 k 25 100 100 50 re f")},
		{rule: "bleed-filled", what: "a picture that ends in the bleed", replace: shows("q 20 0 0 20 20 200 cm /P1 Do Q")},
		{rule: "safe-zone", what: "text at the edge", replace: shows("q /GO gs 0 0 0 1 k BT /F1 10 Tf 30 50 Td (Edge) Tj ET Q")},
		{rule: "safe-zone", what: "a fill near the edge", replace: shows(".5 .2 0 0 k 30 100 100 50 re f")},
		{rule: "marks-inside", what: "All on the page", replace: shows("/All CS 1 SCN 60 120 m 90 120 l S")},
		{rule: "hairline", what: "a line of 0.1 pt", replace: []string{".5 w 60", ".1 w 60"}},
		{rule: "hairline", what: "the thinnest line", replace: []string{".5 w 60", "0 w 60"}},
		{rule: "hairline", what: "a thin fill", replace: shows("0 0 0 1 k 60 60 50 .2 re f")},
		{rule: "hairline", what: "a thin tint", replace: shows(".2 .1 0 0 k 60 60 50 .4 re f")},
		{rule: "hairline", what: "a thin tint of one ink", replace: shows("0 0 0 .3 k 60 60 50 .3 re f")},
		{rule: "hairline", what: "a line that is scaled down", replace: shows("q .2 0 0 .2 0 0 cm 1 w 300 300 m 500 300 l S Q")},
		{rule: "resolution", what: "a picture of 120 ppi", replace: []string{"q 24 0 0 24", "q 60 0 0 60"}},
		{rule: "contrast", what: "grey on the tint", replace: shows("q 0 0 0 .2 k BT /F1 10 Tf 60 60 Td (Faint) Tj ET Q")},
		{rule: "contrast", what: "black on a dark picture", replace: append(shows("q /GO gs 0 0 0 1 k BT /F1 8 Tf 62 110 Td (On) Tj ET Q"), strings.Repeat("\x40\x30\x20\x10", 100), strings.Repeat("\xB0\x90\x90\x90", 100))},
		{rule: "small-text", what: "coloured text of 8 pt", replace: []string{"/F1 12 Tf", "/F1 8 Tf"}},
		{rule: "knocked-out", what: "white text of 6 pt", replace: shows("q 1 .6 0 .5 k 40 40 100 40 re f 0 0 0 0 k BT /F1 6 Tf 60 60 Td (White) Tj ET Q")},
		{rule: "white-overprint", what: "white in mode 1", replace: shows("q /GO gs 0 0 0 0 k 60 60 10 10 re f Q")},
		{rule: "x4-device-rgb", what: "a fill", replace: shows("1 0 0 rg 60 60 10 10 re f")},
		{rule: "x4-device-rgb", what: "a picture", replace: []string{pictured, "/ColorSpace/DeviceRGB/BitsPerComponent 8"}},
		{rule: "x4-device-rgb", what: "a palette", replace: []string{pictured, "/ColorSpace[/Indexed/DeviceRGB 1(aaabbb)]/BitsPerComponent 8"}, also: []string{"ink-unmeasured"}},
		{rule: "x4-device-rgb", what: "an inline picture", replace: shows("q 5 0 0 5 60 60 cm BI /W 50 /H 50 /CS /RGB /BPC 8 ID xxx EI Q")},
		{rule: "x4-device-rgb", what: "a gradient", replace: append(shows("q 60 60 10 10 re W n /Sh sh Q"), "/XObject<<", "/Shading<</Sh<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 1 1]>>>>/XObject<<")},
		{rule: "x4-device-rgb", what: "a tile of a pattern", replace: append(shows("/Pattern cs /T scn 60 60 40 40 re f"), "/XObject<<", "/Pattern<</T 15 0 R>>/XObject<<"), add: []string{"<</PatternType 1/PaintType 1/TilingType 1/BBox[0 0 300 400]/XStep 9/YStep 9/Resources<<>>/Length 0>>\nstream\n1 0 0 rg 60 60 9 9 re f\nendstream"}},
		{rule: "x4-device-rgb", what: "in a form", replace: append(shows("/X1 Do"), "/XObject<<", "/XObject<</X1 15 0 R"), add: []string{"<</Subtype/Form/BBox[0 0 300 400]/Length 0>>\nstream\n0 1 0 rg 60 60 9 9 re f\nendstream"}},
		{rule: "x4-device-cmyk", what: "under an RGB intent", replace: []string{"/DestOutputProfile 5 0 R", "/DestOutputProfile 15 0 R"}, add: []string{rgbProfile("prtr")}, also: []string{"intent-cmyk"}},
		{rule: "x4-icc-same", what: "a tagged picture", replace: []string{pictured, "/ColorSpace[/ICCBased 5 0 R]/BitsPerComponent 8"}, also: []string{"colour-space", "ink-unmeasured"}},
		{rule: "x4-spot-same", what: "two alternates", replace: append(shows("/S1 cs 1 scn 60 60 9 9 re f /S2 cs 1 scn 80 60 9 9 re f"), "/ColorSpace<<", "/ColorSpace<</S1[/Separation/Gold/DeviceCMYK 13 0 R]/S2[/Separation/Gold/DeviceCMYK 15 0 R]"), add: []string{"<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0 1 0]/N 1>>"}},
		{rule: "colour-space", what: "Lab", replace: append(shows("/L cs 50 0 0 scn 60 60 9 9 re f"), "/ColorSpace<<", "/ColorSpace<</L[/Lab<<>>]")},
		{rule: "blend-space", what: "an RGB page group", replace: []string{"/Type/Page/", "/Group<</S/Transparency/CS/DeviceRGB>>/Type/Page/"}},
		{rule: "x4-blend-mode", what: "a mode of somebody's own", replace: append(shows("q /B gs 60 60 9 9 re f Q"), "/ExtGState<<", "/ExtGState<</B<</BM/Glow>>"), also: []string{"transparency"}},
		{rule: "transparency", what: "half opaque", replace: append(shows("q /B gs 60 60 9 9 re f Q"), "/ExtGState<<", "/ExtGState<</B<</ca .5>>")},
		{rule: "ink-flat", what: "350 %", replace: shows("1 1 1 .5 k 60 60 9 9 re f")},
		{rule: "ink-picture", what: "400 %", replace: []string{strings.Repeat("\x40\x30\x20\x10", 100), strings.Repeat("\xFF\xFF\xFF\xFF", 100)}},
		{rule: "ink-unmeasured", what: "JPEG 2000", replace: []string{"/Subtype/Image", "/Filter/JPXDecode/Subtype/Image"}},
		{rule: "x4-font-embedded", what: "no program", replace: []string{"/FontFile2 11 0 R", ""}},
		{rule: "font-notdef", what: "code 0", replace: append(shows("q /GO gs 0 0 0 1 k BT /F2 10 Tf 60 60 Td <00000001> Tj ET Q"), "/Font<<", "/Font<</F2 15 0 R"), add: []string{compositeFont("/ToUnicode 16 0 R"), "<</Length 0>>\nstream\n1 beginbfchar <0001> <0041> endbfchar\nendstream"}},
		{rule: "font-type3", what: "Type 3", replace: append(shows("q /GO gs 0 0 0 1 k BT /F2 10 Tf 60 60 Td (ab) Tj ET Q"), "/Font<<", "/Font<</F2 15 0 R"), add: []string{"<</Type/Font/Subtype/Type3/FontMatrix[.001 0 0 .001 0 0]/FirstChar 97/Widths[500 500]>>"}},
		{rule: "font-unmapped", what: "no ToUnicode", replace: append(shows("q /GO gs 0 0 0 1 k BT /F2 10 Tf 60 60 Td <0001> Tj ET Q"), "/Font<<", "/Font<</F2 15 0 R"), add: []string{compositeFont("")}},
		{rule: "black-overprint", what: "mode 0", replace: []string{"/OPM 1", "/OPM 0"}},
		{rule: "built-black", what: "black of four inks", replace: []string{".8 0 .5 .5 k", ".6 .5 .5 .9 k"}},
	}
}

func compositeFont(more string) string {
	return "<</Type/Font/Subtype/Type0/BaseFont/BCDEFG+Wide/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2" +
		"/BaseFont/BCDEFG+Wide/CIDToGIDMap/Identity/W[0[500 500]]/FontDescriptor 10 0 R>>]" + more + ">>"
}

// rgbProfile is no more than the header of a profile.
func rgbProfile(class string) string {
	head := make([]byte, 128)
	copy(head[12:], class+"RGB XYZ ")
	copy(head[36:], "acsp")
	return "<</N 3/Length 0>>\nstream\n" + string(head) + "\nendstream"
}

func TestWholeSample(t *testing.T) {
	r := Check(whole(t), Options{})
	for _, f := range r.Findings {
		t.Error(f)
	}
	if r.Verdict() != Passed || r.Standard != "PDF/X-4" || r.Intent != "FOGRA39" || len(r.Pages) != 1 || !r.Opened {
		t.Errorf("%+v", r)
	}
	p := r.Pages[0]
	if p.LeastPPI != 300 || p.SmallestType != 10 || p.Pictures != 1 || strings.Join(p.Plates, " ") != "Cyan Magenta Yellow Black" {
		t.Errorf("page %+v", p)
	}
}

// TestRules breaks every rule, one fault a file, and wants that rule and no other
// to be found broken.
func TestRules(t *testing.T) {
	tried := map[string]bool{}
	for _, s := range spoils() {
		tried[s.rule] = true
		t.Run(s.rule+"/"+s.what, func(t *testing.T) {
			b := s.file(t)
			if s.rule == "pdf-damaged" {
				b = []byte(strings.Replace(string(b), "startxref\n", "startxref\n1", 1))
			}
			r := Check(b, Options{Binding: s.opt.Binding})
			want := append([]string{s.rule}, s.also...)
			if !r.Has(s.rule) {
				t.Errorf("not found: %v", r.Findings)
			}
			for _, f := range r.Findings {
				if !slices.Contains(want, f.Rule) {
					t.Errorf("also found: %v", f)
				}
			}
		})
	}
	for _, r := range Rules() {
		if !tried[r.ID] {
			t.Errorf("no test breaks %s", r.ID)
		}
	}
}

// TestRulesAreSaid holds RULES.md against the table.
func TestRulesAreSaid(t *testing.T) {
	faults := map[string][]string{}
	for _, s := range spoils() {
		faults[s.rule] = append(faults[s.rule], s.what)
	}
	var b strings.Builder
	b.WriteString(rulesHead)
	for _, r := range Rules() {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %v | %s |\n", r.ID, r.Source, r.Says, r.Severity, strings.Join(faults[r.ID], "; "))
	}
	if *update {
		if err := os.WriteFile("RULES.md", []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile("RULES.md")
	if err != nil || string(have) != b.String() {
		t.Error("RULES.md is not as the table says: go test ./layout/preflight -run RulesAreSaid -update", err)
	}
}

const rulesHead = "# The rules of the preflight\n\n" +
	"What `masthead preflight FILE.pdf` and every build look for in a print PDF. This file is written by the test\n" +
	"`TestRulesAreSaid` from the table in `rules.go`; the last column lists the faults that `TestRules` puts into a good file,\n" +
	"one at a time, each of which must be found and nothing else with it.\n\n" +
	"PDF/X-4 is ISO 15930-7. Its text is not free to read, so its clauses are named by subject, and the clause of ISO 32000-1 that\n" +
	"defines the object stands beside them. No open judge of PDF/X exists: a file that passes is structurally checked, not certified.\n" +
	"PDF/A-2u, which our print files claim too, is judged by veraPDF.\n\n" +
	"| rule | source | what it wants | severity | faults that must be found |\n| --- | --- | --- | --- | --- |\n"
