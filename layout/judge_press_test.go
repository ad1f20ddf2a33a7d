//go:build judge

package layout

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// TestPressMarks: crop marks, targets and slug line stand on all four plates, and
// between the bleed and the marks is nothing.
func TestPressMarks(t *testing.T) {
	opt := options()
	opt.Marks = "all"
	res, diags := Build(t.Context(), sourceOf(pictured, "photos/boat.jpg"), opt)
	wantNone(t, diags)
	s := &shipped{layout: res, print: filepath.Join(t.TempDir(), "print.pdf")}
	if err := os.WriteFile(s.print, res.Print, 0o600); err != nil {
		t.Fatal(err)
	}
	const bleed = 8.504
	for i, sep := range s.separate(t) {
		trim := res.Document.Pages[i].Trim
		w, h := trim.W.Points(), trim.H.Points()
		for plate := range 4 {
			for what, at := range map[string]patch{
				"crop mark":   {-2, -bleed - 14, 4, 10},
				"lower right": {w - 2, h + bleed + 4, 4, 10},
				"target":      {w/2 - 6, -bleed - 15, 12, 12},
				"slug line":   {8, h + bleed + 4, 80, 9},
			} {
				if _, most := sep.inked(plate, at); most < 100 {
					t.Errorf("page %d: no %s on plate %d: %d", i+1, what, plate, most)
				}
			}
			if _, most := sep.inked(plate, patch{-bleed, h + bleed + 0.5, w + 2*bleed, 2}); most > 0 {
				t.Errorf("page %d: plate %d prints beside the bleed", i+1, plate)
			}
		}
	}
}

// pdfcpu is a strict reader, of a version that is known.
const pdfcpu = "github.com/pdfcpu/pdfcpu/cmd/pdfcpu@v0.11.1"

// TestPressFiles: what is made of the print file is as sound as that.
func TestPressFiles(t *testing.T) {
	opt := options()
	opt.Booklet, opt.Certificate = true, true
	res, diags := Build(t.Context(), sourceOf(pictured, "photos/boat.jpg"), opt)
	wantNone(t, diags)
	dir := t.TempDir()
	var files []string
	for name, c := range map[string]struct {
		data     []byte
		flavours string
	}{"print": {res.Print, "2u"}, "booklet": {res.Booklet, "2u"}, "certificate": {res.Certificate, "ua1,2a"}} {
		file := filepath.Join(dir, name+".pdf")
		if err := os.WriteFile(file, c.data, 0o600); err != nil {
			t.Fatal(err)
		}
		out := foreign(t, "judge", c.flavours, file)
		if strings.Contains(out, "FAIL") || strings.Count(out, "PASS") != len(strings.Split(c.flavours, ",")) {
			t.Errorf("%s: %s", name, out)
		}
		foreign(t, "qpdf", "--check", file)
		files = append(files, file)
	}
	strict := append([]string{"run", pdfcpu, "validate", "-conf", "disable", "-m", "strict"}, files...)
	out, err := exec.Command("go", strict...).Output() // go says elsewhere what it has to fetch
	if err != nil || strings.Count(string(out), "validation ok") != len(files) {
		t.Errorf("pdfcpu: %v\n%s", err, out)
	}
	if json := foreign(t, "qpdf", "--json", filepath.Join(dir, "print.pdf")); strings.Contains(json, "/DeviceRGB") || strings.Contains(json, "/CalRGB") {
		t.Error("there is RGB in the print file")
	}
}

// TestPrintedAddresses: with notes both files are as sound as without, and say the
// same.
func TestPrintedAddresses(t *testing.T) {
	dir := t.TempDir()
	files := map[string][]string{}
	for _, links := range []string{"footnote", "qr"} {
		src := sourceOf(small + "\n        All stands in the [report](https://example.org/report) and [again](http://www.example.org/report/).\n")
		src.Root.(fstest.MapFS)["brands/noted/brand.yaml"] = &fstest.MapFile{Data: []byte("name: Noted\nextends: default\nprint: {links: " + links + "}\n")}
		opt := options()
		opt.Brand, opt.Marks = "noted", "none" // and so no slug line
		res, diags := Build(t.Context(), src, opt)
		wantNone(t, diags)
		said := map[string]string{}
		for flavours, data := range map[string][]byte{"ua1,2a": res.Email, "2u": res.Print} {
			file := filepath.Join(dir, links+"-"+flavours+".pdf")
			if err := os.WriteFile(file, data, 0o600); err != nil {
				t.Fatal(err)
			}
			files[flavours] = append(files[flavours], file)
			said[flavours] = strings.Join(strings.Fields(foreign(t, "pdftotext", file, "-")), " ")
		}
		if said["2u"] != said["ua1,2a"] || strings.Count(said["2u"], "report¹ and again¹.") != 1 || strings.Count(said["2u"], "¹ example.org") != 1 {
			t.Errorf("%s: the files say %q and %q", links, said["ua1,2a"], said["2u"])
		}
	}
	for flavours, names := range files {
		if out := foreign(t, "judge", append([]string{flavours}, names...)...); strings.Contains(out, "FAIL") || !strings.Contains(out, "PASS") {
			t.Errorf("%s: %s", flavours, out)
		}
	}
}
