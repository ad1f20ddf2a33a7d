//go:build judge

package layout

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"masthead/layout/diag"
	"masthead/layout/geom"
	"masthead/layout/issue"
)

// shipped is the example issue, built: what foreign programs are asked about.
type shipped struct {
	issue        *issue.Issue
	layout       *Result
	email, print string // the files
}

// TestShippedIssue builds issues/2023-06 and lets other programs say what is in
// the files. They need Debian's poppler-utils, qpdf and ghostscript, and a judge
// on the PATH (.ci/judge).
func TestShippedIssue(t *testing.T) {
	s := build(t, filepath.Join("..", "issues", "2023-06"))
	t.Run("standards", s.standards)
	t.Run("syntax", s.syntax)
	t.Run("fonts", s.fonts)
	t.Run("boxes", s.boxes)
	t.Run("words", s.words)
	t.Run("index", s.index)
	t.Run("outline", s.outline)
	t.Run("addresses", s.addresses)
	t.Run("black plate", s.blackPlate)
	t.Run("bleed", s.bleed)
}

// build makes both files of an issue and wants it to be without fault.
func build(t *testing.T, folder string) *shipped {
	t.Helper()
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	src := Source{Root: root.FS(), File: "issue.yaml", ID: filepath.Base(folder)}
	s := &shipped{}
	var diags *diag.List
	s.layout, diags = Build(t.Context(), src, options())
	wantNone(t, diags)
	if diags.Failed() {
		t.FailNow()
	}
	s.issue = issue.Load(src.Root, src.File, src.ID, &diag.List{})
	dir := t.TempDir()
	s.email, s.print = filepath.Join(dir, "email.pdf"), filepath.Join(dir, "print.pdf")
	for name, data := range map[string][]byte{s.email: s.layout.Email, s.print: s.layout.Print} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// foreign runs another program and returns what it prints. One that is missing
// or fails makes the test fail: what was not judged has not passed.
func foreign(t *testing.T, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatal(err)
	}
	var out, complaint bytes.Buffer
	cmd := exec.Command(path, args...)
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out.Bytes(), complaint.Bytes())
	}
	if c := complaint.String(); c != "" {
		t.Errorf("%s %s: %s", name, strings.Join(args, " "), c)
	}
	return out.String()
}

// standards: the e-mail file is PDF/UA-1 and PDF/A-2a, the print file PDF/A-2u.
func (s *shipped) standards(t *testing.T) {
	for file, flavours := range map[string]string{s.email: "ua1,2a", s.print: "2u"} {
		out := foreign(t, "judge", flavours, file)
		for _, flavour := range strings.Split(flavours, ",") {
			if !strings.Contains(out, "PASS "+flavour+" "+file+"\n") && !strings.Contains(out, "PASS "+flavour+" "+file+" ") {
				t.Errorf("%s: %s", flavour, out)
			}
		}
	}
}

func (s *shipped) syntax(t *testing.T) {
	for _, file := range []string{s.email, s.print} {
		if out := foreign(t, "qpdf", "--check", file); !strings.Contains(out, "No syntax or stream encoding errors found") {
			t.Error(out)
		}
	}
}

// fonts: each is embedded, cut down to what is used, and says what its
// characters mean.
func (s *shipped) fonts(t *testing.T) {
	name := regexp.MustCompile(`^[A-Z]{6}\+\S`)
	for _, file := range []string{s.email, s.print} {
		lines := strings.Split(strings.TrimSpace(foreign(t, "pdffonts", file)), "\n")
		if len(lines) < 3 {
			t.Fatalf("%s has no fonts", filepath.Base(file))
		}
		for _, line := range lines[2:] { // after the heading and its rule
			word := strings.Fields(line)
			n := len(word) - 5 // emb sub uni, and the object's two numbers
			if n < 0 || strings.Join(word[n:n+3], " ") != "yes yes yes" || !name.MatchString(line) {
				t.Errorf("%s: %s", filepath.Base(file), line)
			}
		}
	}
}

// boxes: A4, and in print 3 mm of bleed with the marks outside of it.
func (s *shipped) boxes(t *testing.T) {
	a4 := geom.Size{W: geom.MM(210), H: geom.MM(297)}
	for page := range s.layout.Document.Pages {
		email := pageBoxes(t, s.email, page+1)
		if media := email["Media"]; !near(media[2]-media[0], a4.W) || !near(media[3]-media[1], a4.H) {
			t.Errorf("e-mail, page %d: media box %v", page+1, media)
		}
		box := pageBoxes(t, s.print, page+1)
		media, bleed, trim := box["Media"], box["Bleed"], box["Trim"]
		if !near(trim[2]-trim[0], a4.W) || !near(trim[3]-trim[1], a4.H) {
			t.Errorf("print, page %d: trim box %v", page+1, trim)
		}
		for i, sign := range []float64{1, 1, -1, -1} {
			if !near(sign*(trim[i]-bleed[i]), geom.MM(3)) {
				t.Errorf("print, page %d: bleed box %v around %v", page+1, bleed, trim)
			}
			if sign*(bleed[i]-media[i]) <= 0 {
				t.Errorf("print, page %d: no room for marks in %v around %v", page+1, media, bleed)
			}
		}
		if box["Crop"] != media {
			t.Errorf("print, page %d: crop box %v in %v", page+1, box["Crop"], media)
		}
	}
}

// near allows for the two decimals that pdfinfo prints.
func near(points float64, want geom.Length) bool {
	return math.Abs(points-float64(want)/float64(geom.Point)) < 0.02
}

// pageBoxes asks for a page's boxes: left, bottom, right, top in points.
func pageBoxes(t *testing.T, file string, page int) map[string][4]float64 {
	t.Helper()
	boxes := map[string][4]float64{}
	n := strconv.Itoa(page)
	for line := range strings.Lines(foreign(t, "pdfinfo", "-box", "-f", n, "-l", n, file)) {
		word := strings.Fields(line)
		if len(word) != 7 || !strings.HasSuffix(word[2], "Box:") {
			continue
		}
		var box [4]float64
		for i := range box {
			v, err := strconv.ParseFloat(word[3+i], 64)
			if err != nil {
				t.Fatal(line)
			}
			box[i] = v
		}
		boxes[strings.TrimSuffix(word[2], "Box:")] = box
	}
	if len(boxes) != 5 {
		t.Fatalf("page %d has the boxes %v", page, boxes)
	}
	return boxes
}

// patch is a part of a page in points from the upper left corner of its sheet.
type patch struct{ x, y, w, h float64 }

// textIn reads the text of an area in the order of the page's content.
func textIn(t *testing.T, file string, page int, a patch) string {
	t.Helper()
	const finer = 10 // pixels to the point: pdftotext takes whole ones
	px := func(v float64) string { return strconv.Itoa(int(math.Round(v * finer))) }
	return foreign(t, "pdftotext", "-raw", "-f", strconv.Itoa(page), "-l", strconv.Itoa(page), "-r", strconv.Itoa(72*finer),
		"-x", px(a.x), "-y", px(a.y), "-W", px(a.w), "-H", px(a.h), file, "-")
}

// sheetOf is the trimmed page as it lies on the sheet of the print file.
func sheetOf(t *testing.T, file string, page int) patch {
	t.Helper()
	box := pageBoxes(t, file, page)
	media, trim := box["Media"], box["Trim"]
	return patch{trim[0] - media[0], media[3] - trim[3], trim[2] - trim[0], trim[3] - trim[1]}
}

func points72(l geom.Length) float64 { return float64(l) / float64(geom.Point) }

// readAll reads a file that a foreign program has written.
func readAll(t *testing.T, name string) io.Reader {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(fmt.Errorf("what was asked for is not there: %w", err))
	}
	return bytes.NewReader(data)
}
