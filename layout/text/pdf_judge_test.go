//go:build judge

package text

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// tinyPDF writes a page with one line of codes in one font.
func tinyPDF(f Embedded, codes []uint16, program []byte, gid func(Code) uint16) []byte {
	var toUnicode, show, widths bytes.Buffer
	cids := []byte{0, 0}
	for i, c := range f.Codes {
		g := gid(c)
		cids = append(cids, byte(g>>8), byte(g))
		fmt.Fprintf(&widths, "%d ", c.Width*1000/f.Metrics.UnitsPerEm)
		fmt.Fprintf(&toUnicode, "<%04x> <", i+1)
		for _, r := range c.Text {
			fmt.Fprintf(&toUnicode, "%04x", r)
		}
		toUnicode.WriteString(">\n")
	}
	for _, c := range codes {
		fmt.Fprintf(&show, "%04x", c)
	}
	cmap := fmt.Sprintf("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"+
		"1 begincodespacerange <0000> <ffff> endcodespacerange %d beginbfchar\n%sendbfchar endcmap end end", len(f.Codes), toUnicode.String())
	content := "BT /F 24 Tf 20 40 Td <" + show.String() + "> Tj ET"
	stream := func(s string) string { return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(s), s) }
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>", stream(content),
		"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+X/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
		"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 8 0 R/CIDToGIDMap 9 0 R/W[1[" +
			widths.String() + "]]>>",
		stream(cmap),
		"<</Type/FontDescriptor/FontName/AAAAAA+X/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80/FontFile2 10 0 R>>",
		stream(string(cids)), stream(string(program)),
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
}

func run(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return out
}

// TestViewersDrawSubsets sets a line with the subset and with the whole face:
// poppler, MuPDF and Ghostscript must show it and complain of nothing, and those that leave
// hinting alone draw the same.
func TestViewersDrawSubsets(t *testing.T) {
	const line = "Office “AV” fjord ÄÖŐ Ǻ"
	for _, file := range []string{serifFile, sansFile, plexFile, newsFile} {
		st, e := styleOf(t, "en", file), NewEmbedder()
		var codes []uint16
		var ids []uint16 // by code, in the whole face
		for _, r := range NewShaper().Shape(st, line).Runs {
			for _, g := range r.Glyphs {
				_, c := e.Code(r.Face, g)
				if codes = append(codes, c); int(c) > len(ids) {
					ids = append(ids, g.ID)
				}
			}
		}
		fonts, err := e.Fonts()
		if err != nil {
			t.Fatal(err)
		}
		whole, err := os.ReadFile("../../fonts/" + file)
		if err != nil {
			t.Fatal(err)
		}
		dir, n := t.TempDir(), 0
		part, all := filepath.Join(dir, "part"), filepath.Join(dir, "all")
		write := func(name string, data []byte) {
			if err := os.WriteFile(name, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		write(part+".pdf", tinyPDF(fonts[0], codes, fonts[0].Program, func(c Code) uint16 { return c.Glyph }))
		write(all+".pdf", tinyPDF(fonts[0], codes, whole, func(Code) uint16 { n++; return ids[n-1] }))
		if got := strings.TrimSpace(string(run(t, "pdftotext", part+".pdf", "-"))); got != line {
			t.Errorf("%s: pdftotext reads %q", file, got)
		}
		for _, draw := range [][]string{
			{"pdftoppm", "-r", "150", "-singlefile"},
			{"mutool", "draw", "-q", "-A", "8", "-r", "150", "-o"},
			{"gs", "-q", "-dSAFER", "-sDEVICE=ppmraw", "-r150", "-dGridFitTT=0", "-o"},
		} {
			var pages [2][]byte
			for i, name := range []string{part, all} {
				out := name + "-" + draw[0] + ".ppm"
				args := append(draw[1:len(draw):len(draw)], out, name+".pdf")
				if draw[0] == "pdftoppm" {
					args = append(draw[1:len(draw):len(draw)], name+".pdf", strings.TrimSuffix(out, ".ppm"))
				}
				msg := strings.ReplaceAll(string(run(t, draw[0], args...)), "warning: ICC support is not available", "")
				if i == 0 && strings.TrimSpace(msg) != "" {
					t.Errorf("%s: %s says %s", file, draw[0], msg)
				}
				if pages[i], err = os.ReadFile(out); err != nil {
					t.Fatal(err)
				}
			}
			differ := 0
			for i := range pages[0] {
				if d := int(pages[0][i]) - int(pages[1][i]); d > 32 || d < -32 {
					differ++
				}
			}
			// Ghostscript obeys the faces' instructions, and the wish in head of
			// some for whole numbers of pixels per em; subsets have neither.
			if len(pages[0]) != len(pages[1]) || differ > 0 && draw[0] != "gs" || bytes.Count(pages[0], []byte{0, 0, 0}) < 200 {
				t.Errorf("%s: %s draws %d bytes of the page differently", file, draw[0], differ)
			}
		}
	}
}
