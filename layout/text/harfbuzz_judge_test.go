//go:build judge

package text

import (
	"bytes"
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"masthead/layout/geom"
)

var update = flag.Bool("update", false, "record what hb-shape says")

// hbShape runs HarfBuzz's own tool (Debian: libharfbuzz-bin) on lines of text.
func hbShape(t *testing.T, r record, lines string) []string {
	t.Helper()
	args := []string{
		"--no-glyph-names", "--no-clusters", "--cluster-level=1", "--font-file=../../fonts/" + r.file,
		"--language=" + r.lang, "--script=" + r.script, "--remove-default-ignorables", "--features=" + r.feat,
	}
	cmd := exec.Command("hb-shape", args...)
	cmd.Stdin = strings.NewReader(lines + "\n")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("hb-shape (Debian package libharfbuzz-bin): %v\n%s", err, stderr.Bytes())
	}
	res := strings.Split(strings.TrimSpace(string(out)), "\n")
	for i := range res {
		res[i] = strings.Trim(res[i], "[]")
	}
	return res
}

func TestHarfBuzzLive(t *testing.T) {
	head, records := readRecords(t)
	var out strings.Builder
	out.WriteString(head)
	for _, r := range records {
		got := hbShape(t, r, r.txt)[0]
		if got != r.want && !*update {
			t.Errorf("harfbuzz.txt:%d: %q: recorded %s, hb-shape says %s", r.line, r.txt, r.want, got)
		}
		if regexp.MustCompile(`(^|\|)0[@+]`).MatchString(got) {
			t.Errorf("harfbuzz.txt:%d: %q: the face lacks a character", r.line, r.txt)
		}
		fmt.Fprintln(&out, strings.Join([]string{r.file, r.lang, r.script, r.feat, r.txt, got}, "\t"))
	}
	if *update {
		if err := os.WriteFile("testdata/harfbuzz.txt", []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestHarfBuzzPairsLive(t *testing.T) {
	_, records := readRecords(t)
	var files []string
	for _, r := range records {
		if !slices.Contains(files, r.file) {
			files = append(files, r.file)
		}
	}
	var out strings.Builder
	lib := shippedFonts()
	for _, file := range files {
		var lines []string
		pairs(mustFace(t, lib, file), func(p string) { lines = append(lines, p) })
		r := record{file: file, lang: "en", script: "Latn"}
		want := hbShape(t, r, strings.Join(lines, "\n"))
		s, sum, bad := NewShaper(), fnv.New64a(), 0
		st := &Style{Faces: []*Face{mustFace(t, lib, file)}, Size: geom.Point, Language: "en"}
		for i, p := range lines {
			fmt.Fprintln(sum, want[i])
			if got := glyphString(s.Shape(st, p)); got != want[i] {
				if bad++; bad < 20 {
					t.Errorf("%s %q: %s, hb-shape says %s", file, p, got, want[i])
				}
			}
		}
		fmt.Fprintf(&out, "%s %016x\n", file, sum.Sum64())
	}
	if *update {
		if err := os.WriteFile("testdata/pairs.txt", []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
