package finish

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"masthead/layout/display"
)

// TestEveryObjectIsFound: each entry of either kind of cross-reference leads to
// its object, and the classic table's rows are twenty bytes.
func TestEveryObjectIsFound(t *testing.T) {
	for _, profile := range []display.Profile{display.Email, display.Print} {
		b := full(t).must(profile)
		f := reread(t, b)
		size := int(f.Trailer["Size"].(int64))
		for n := 1; n < size; n++ {
			o, err := f.load(n)
			if err != nil || o == nil {
				t.Errorf("profile %d: object %d of %d: %v, %v", profile, n, size, o, err)
			}
		}
		packed := 0
		for _, e := range f.entries {
			if e.stream != 0 {
				packed++
			}
		}
		if (packed > 0) != (profile == display.Email) {
			t.Errorf("profile %d: %d objects in streams", profile, packed)
		}
		if profile == display.Print {
			_, table, _ := strings.Cut(string(b), "\nxref\n")
			table, _, _ = strings.Cut(table, "trailer")
			head, rows, _ := strings.Cut(table, "\n")
			if head != fmt.Sprintf("0 %d", size) || len(rows) != 20*size {
				t.Errorf("table %q of %d bytes for %d objects", head, len(rows), size)
			}
		}
	}
}

func TestHeader(t *testing.T) {
	for profile, want := range map[display.Profile]string{display.Email: "%PDF-1.7\n%", display.Print: "%PDF-1.6\n%"} {
		b := full(t).must(profile)
		if !bytes.HasPrefix(b, []byte(want)) {
			t.Errorf("begins %q", b[:12])
		}
		for _, c := range b[10:14] {
			if c < 0x80 {
				t.Errorf("the second line is no sign of binary data: %q", b[9:15])
			}
		}
		if !bytes.HasSuffix(b, []byte("%%EOF\n")) || bytes.Count(b, []byte("%%EOF")) != 1 {
			t.Error("not one end")
		}
	}
}

// xrefStream wraps a catalog and a cross-reference stream of the given data and
// dictionary around it. The catalog lies at byte 9.
func xrefStream(dict string, data []byte) []byte {
	b := []byte("%PDF-1.5\n1 0 obj<</Type/Catalog>>endobj\n")
	at := len(b)
	b = fmt.Appendf(b, "2 0 obj<</Type/XRef/Root 1 0 R/Length %d%s>>stream\n%s\nendstream endobj\nstartxref\n%d\n%%%%EOF", len(data), dict, data, at)
	return b
}

func TestCrossReferenceStreams(t *testing.T) {
	rows := []byte{0, 0, 0, 1, 9, 0}
	// The same rows, each less the one above, as PNG's Up predictor has them.
	up := []byte{2, 0, 0, 0, 2, 1, 9, 0}
	for name, b := range map[string][]byte{
		"plain":     xrefStream("/Size 2/W[1 1 1]", rows),
		"two parts": xrefStream("/Size 2/W[1 1 1]/Index[0 1 1 1]", rows),
		"no types":  xrefStream("/Size 2/W[0 1 1]/Index[1 1]", []byte{9, 0}),
		"deflated":  xrefStream("/Size 2/W[1 1 1]/Filter/FlateDecode", zlibbed(t, rows)),
		"predicted": xrefStream("/Size 2/W[1 1 1]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 3>>", zlibbed(t, up)),
		"hex":       xrefStream("/Size 2/W[1 1 1]/Filter[/ASCIIHexDecode]", []byte("000000 010900>")),
	} {
		f, err := Read(b)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if root, err := f.Dict(f.Trailer["Root"]); err != nil || root["Type"] != Name("Catalog") {
			t.Errorf("%s: %v, %v", name, root, err)
		}
	}
	for name, b := range map[string][]byte{
		"no widths":      xrefStream("/Size 2", rows),
		"wide widths":    xrefStream("/Size 2/W[1 9 1]", rows),
		"empty rows":     xrefStream("/Size 2/W[0 0 0]", rows),
		"short":          xrefStream("/Size 99/W[1 1 1]", rows),
		"unknown filter": xrefStream("/Size 2/W[1 1 1]/Filter/Crypt", rows),
		"bad deflate":    xrefStream("/Size 2/W[1 1 1]/Filter/FlateDecode", rows),
		"bad predictor":  xrefStream("/Size 2/W[1 1 1]/Filter/FlateDecode/DecodeParms<</Predictor 3>>", zlibbed(t, rows)),
		"no bundle":      xrefStream("/Size 2/W[1 1 1]", []byte{0, 0, 0, 2, 7, 0}),
	} {
		if _, err := Read(b); err == nil {
			t.Errorf("%s passed", name)
		}
	}
}

// TestHybrid: a classic table that points to a stream for what old readers need
// not see (ISO 32000-1, 7.5.8.4).
func TestHybrid(t *testing.T) {
	b := []byte("%PDF-1.5\n1 0 obj<</Type/Catalog/Note 3 0 R>>endobj\n")
	note := len(b)
	b = append(b, "3 0 obj(hidden)endobj\n"...)
	stream := len(b)
	b = fmt.Appendf(b, "4 0 obj<</Type/XRef/Size 4/W[1 2 1]/Index[3 1]/Length 4>>stream\n%s\nendstream endobj\n", []byte{1, byte(note >> 8), byte(note), 0})
	table := len(b)
	b = fmt.Appendf(b, "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Root 1 0 R/XRefStm %d>>\nstartxref\n%d\n%%%%EOF", stream, table)
	f, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	if o, err := f.Get(Ref{3, 0}); err != nil || o != String("hidden") {
		t.Errorf("%v, %v", o, err)
	}
}
