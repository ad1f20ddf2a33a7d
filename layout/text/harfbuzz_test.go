package text

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"os"
	"strings"
	"testing"

	"masthead/layout/geom"
)

// record is a line of testdata/harfbuzz.txt.
type record struct {
	line                                int
	file, lang, script, feat, txt, want string
}

func (r record) style(t testing.TB, lib *Library) *Style {
	t.Helper()
	st := &Style{Faces: []*Face{mustFace(t, lib, r.file)}, Size: geom.Point, Language: r.lang}
	if r.feat != "" {
		st.Features = strings.Split(r.feat, ",")
	}
	return st
}

func readRecords(t *testing.T) (head string, out []record) {
	t.Helper()
	f, err := os.Open("testdata/harfbuzz.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		if strings.HasPrefix(sc.Text(), "#") {
			head += sc.Text() + "\n"
			continue
		}
		c := strings.Split(sc.Text(), "\t")
		if len(c) != 6 {
			t.Fatalf("testdata/harfbuzz.txt:%d: %d columns", n, len(c))
		}
		out = append(out, record{n, c[0], c[1], c[2], c[3], c[4], c[5]})
	}
	return head, out
}

// glyphString writes glyphs as hb-shape does without clusters.
func glyphString(w Word) string {
	var b strings.Builder
	for _, r := range w.Runs {
		for _, g := range r.Glyphs {
			if b.Len() > 0 {
				b.WriteByte('|')
			}
			fmt.Fprint(&b, g.ID)
			if g.XOffset != 0 || g.YOffset != 0 {
				fmt.Fprintf(&b, "@%d,%d", g.XOffset, g.YOffset)
			}
			fmt.Fprintf(&b, "+%d", g.Advance)
		}
	}
	return b.String()
}

func shippedFonts() *Library { return NewLibrary(os.DirFS("../../fonts")) }

func mustFace(t testing.TB, lib *Library, file string) *Face {
	t.Helper()
	f, err := lib.Face(file)
	if err == nil {
		err = f.Err()
	}
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestRecordedHarfBuzz holds the shaping library to the original. Versions 0.3.4
// and 0.3.5 of go-text lose kerning without a word; this is where it shows.
func TestRecordedHarfBuzz(t *testing.T) {
	lib, s := shippedFonts(), NewShaper()
	_, records := readRecords(t)
	if len(records) < 100 {
		t.Fatalf("only %d records", len(records))
	}
	for _, r := range records {
		if got := glyphString(s.Shape(r.style(t, lib), r.txt)); got != r.want {
			t.Errorf("harfbuzz.txt:%d: %s %q %s\n got %s\nwant %s", r.line, r.file, r.txt, r.feat, got, r.want)
		}
	}
}

// pairChars are the characters whose pairs are summed up in pairs.txt.
const pairChars = "ACDFHJLOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;-–’‘“”!?()/&ÄÖÅéñçøßŁżč"

// pairs calls visit with every pair of pairChars that the face has.
func pairs(f *Face, visit func(string)) {
	for _, a := range pairChars {
		for _, b := range pairChars {
			if f.Has(a) && f.Has(b) {
				visit(string([]rune{a, b}))
			}
		}
	}
}

// TestRecordedPairs compares the shapes of about 7,000 pairs a face by their sum;
// the judge test TestHarfBuzzPairsLive finds the pair.
func TestRecordedPairs(t *testing.T) {
	data, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	lib := shippedFonts()
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	for _, line := range lines {
		file, want, _ := strings.Cut(line, " ")
		s, sum := NewShaper(), fnv.New64a()
		st := &Style{Faces: []*Face{mustFace(t, lib, file)}, Size: geom.Point, Language: "en"}
		pairs(st.Faces[0], func(p string) { fmt.Fprintln(sum, glyphString(s.Shape(st, p))) })
		if got := fmt.Sprintf("%016x", sum.Sum64()); got != want {
			t.Errorf("%s: the pairs sum to %s, HarfBuzz has %s", file, got, want)
		}
	}
	if len(lines) < 9 {
		t.Errorf("only %d faces", len(lines))
	}
}
