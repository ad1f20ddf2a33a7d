//go:build judge

package finish

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"masthead/layout/color"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/paint"
)

// tool runs a foreign program. One that is missing fails the test: a silent
// judge looks like a pass.
func tool(t *testing.T, name string, args ...string) (string, error) {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	if err != nil {
		err = errors.New(err.Error() + ": " + errs.String())
	}
	return out.String(), err
}

// verdicts has veraPDF judge files, with a command judge FLAVOURS FILE... that
// prints a line "PASS FLAVOUR FILE" or "FAIL FLAVOUR FILE" for each.
func verdicts(t *testing.T, flavours string, files ...string) map[string]string {
	t.Helper()
	out, err := tool(t, "judge", append([]string{flavours}, files...)...)
	lines := map[string]string{}
	for _, line := range strings.Split(out, "\n") {
		if word := strings.Fields(line); len(word) > 2 && (word[0] == "PASS" || word[0] == "FAIL") {
			lines[word[1]+" "+word[2]] = word[0]
		}
	}
	if want := len(files) * len(strings.Split(flavours, ",")); len(lines) != want {
		t.Fatalf("%d verdicts of %d: %v\n%s", len(lines), want, err, out)
	}
	return lines
}

func saved(t *testing.T, dir, name string, b []byte) string {
	t.Helper()
	file := filepath.Join(dir, name+".pdf")
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestJudge(t *testing.T) {
	dir := t.TempDir()
	email := saved(t, dir, "email", full(t).must(display.Email))
	press := saved(t, dir, "print", full(t).must(display.Print))
	for key, verdict := range verdicts(t, "ua1,2a,2u", email) {
		if verdict != "PASS" {
			t.Error(verdict, key)
		}
	}
	for key, verdict := range verdicts(t, "2u", press) {
		if verdict != "PASS" {
			t.Error(verdict, key)
		}
	}
	for _, file := range []string{email, press} {
		if out, err := tool(t, "qpdf", "--check", file); err != nil {
			t.Error(out, err)
		}
	}
	text, err := tool(t, "pdftotext", email, "-")
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00AD\n", "")), " ")
	const want = "A sample Very well set Story One 2 Story Two 2 Highlights Story One of office " +
		"The first office finds a Very long word that is hyphenated at the end of its line and linked to the web"
	if !strings.HasPrefix(got, want) {
		t.Errorf("pdftotext reads %q", got)
	}
}

// TestBlackPlate: black text, grey text and black rules print in black alone.
func TestBlackPlate(t *testing.T) {
	s := newSample(t)
	s.page("1")
	s.paragraph(s.doc.Root, "P", "Black type")
	s.line(0, "Grey type").Ink.CMYK = color.CMYK{K: 74}
	s.put(&display.Fill{Rect: geom.Rect{W: geom.Pt(100), H: geom.Point}, Ink: ink()})
	raw, ledger, err := paint.Pages(s.doc, paint.Options{Profile: display.Print})
	if err != nil {
		t.Fatal(err)
	}
	b, err := Write(raw, ledger, s.doc, options(t, display.Print))
	if err != nil {
		t.Fatal(err)
	}
	out, err := tool(t, "gs", "-q", "-o", "-", "-sDEVICE=inkcov", saved(t, t.TempDir(), "black", b))
	if word := strings.Fields(out); err != nil || len(word) < 4 || word[0]+word[1]+word[2] != "0.000000.000000.00000" || word[3] == "0.00000" {
		t.Error(out, err)
	}
}

// TestBrokenFilesFail keeps the judge awake: files with one fault each, all of
// which it must find.
func TestBrokenFilesFail(t *testing.T) {
	for profile, flavours := range map[display.Profile]string{display.Email: "ua1,2a", display.Print: "2u"} {
		dir := t.TempDir()
		good := full(t).must(profile)
		var files []string
		for _, m := range mutations() {
			if m.print == (profile == display.Print) {
				files = append(files, saved(t, dir, m.name, broken(t, good, m)))
			}
		}
		files = append(files, saved(t, dir, "whole", broken(t, good, mutation{change: func(*thawed) int { return 1 }})))
		found := verdicts(t, flavours, files...)
		for _, file := range files {
			var all []string
			for _, flavour := range strings.Split(flavours, ",") {
				all = append(all, found[flavour+" "+file])
			}
			failed := slices.Contains(all, "FAIL")
			if whole := strings.HasSuffix(file, "whole.pdf"); failed == whole {
				t.Errorf("%s: %v", filepath.Base(file), all)
			}
		}
	}
}
