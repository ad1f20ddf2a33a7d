package finish

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"masthead/layout/display"
)

func TestLabels(t *testing.T) {
	for labels_, want := range map[string]string{
		"1 2 3":        "<</Nums[0<</S/D>>]>>",
		"i ii 1 2":     "<</Nums[0<</S/r>> 2<</S/D>>]>>",
		"7 8 10":       "<</Nums[0<</S/D/St 7>> 2<</S/D/St 10>>]>>",
		"Cover 2 3 IV": "<</Nums[0<</P(Cover)>> 1<</S/D/St 2>> 3<</S/R/St 4>>]>>",
		"A A":          "<</Nums[0<</P(A)>> 1<</P(A)>>]>>",
		"01":           "<</Nums[0<</P(01)>>]>>",
	} {
		var pages []display.Page
		for _, l := range strings.Fields(labels_) {
			pages = append(pages, display.Page{Label: l})
		}
		if got := string(appendObject(nil, labels(pages), nil)); got != want {
			t.Errorf("%s: %s, want %s", labels_, got, want)
		}
	}
	for n, want := range map[int]string{1: "i", 4: "iv", 9: "ix", 14: "xiv", 48: "xlviii", 99: "xcix"} {
		if got := roman(n); got != want {
			t.Errorf("%d is %s", n, got)
		}
	}
}

func TestPercent(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a?b=c&d=%41#e": "https://example.org/a?b=c&d=%41#e",
		"https://example.org/ä ö|<x>":       "https://example.org/%C3%A4%20%C3%B6%7C%3Cx%3E",
		"https://example.org/100%":          "https://example.org/100%25",
		"https://example.org/%zz":           "https://example.org/%25zz",
		"mailto:a@example.org":              "mailto:a@example.org",
		"tel:+86-10-59799695":               "tel:+86-10-59799695",
	} {
		if got := percent(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
		if got := percent(want); got != want {
			t.Errorf("%s encoded twice: %s", want, got)
		}
	}
}

// TestNumberTree: leaves tell the range of their keys, and hold every key once.
func TestNumberTree(t *testing.T) {
	for _, n := range []int{0, 1, 64, 65, 200} {
		var tab table
		values := make([]Object, n)
		for i := range values {
			values[i] = i * 7
		}
		top := tab.get(numberTree(&tab, values)).(Dict)
		leaves := []Dict{top}
		if kids, ok := top["Kids"].(Array); ok {
			leaves = nil
			for _, k := range kids {
				leaves = append(leaves, tab.get(k.(Ref)).(Dict))
			}
		}
		next := 0
		for _, leaf := range leaves {
			nums := leaf["Nums"].(Array)
			if limits, ok := leaf["Limits"].(Array); ok && (limits[0] != next || limits[1] != next+len(nums)/2-1) {
				t.Errorf("%d values: a leaf from %d with limits %v", n, next, limits)
			}
			for i := 0; i < len(nums); i += 2 {
				if nums[i] != next || nums[i+1] != next*7 {
					t.Fatalf("%d values: key %v leads to %v", n, nums[i], nums[i+1])
				}
				next++
			}
		}
		if next != n {
			t.Errorf("%d values, %d in the tree", n, next)
		}
	}
}

func TestToUnicode(t *testing.T) {
	codes := []display.Code{{Text: "A"}, {Text: "ffi"}, {Text: "\u00AD"}, {Text: "\U00020BB7"}, {Text: "", Width: 5}, {Text: ""}}
	for i := range 250 {
		codes = append(codes, display.Code{Text: fmt.Sprintf("%c", 0x4E00+i)})
	}
	cmap := toUnicode(codes)
	if bytes.Contains(cmap, []byte("256 beginbfchar")) || bytes.Count(cmap, []byte("100 beginbfchar")) != 2 {
		t.Error("blocks of more than 100")
	}
	got := parseToUnicode(cmap)
	for i, c := range codes {
		if want := SaidBy(c); got[uint16(i+1)] != want {
			t.Errorf("code %d is %q, want %q", i+1, got[uint16(i+1)], want)
		}
	}
	if len(got) != len(codes) {
		t.Errorf("%d codes mapped of %d", len(got), len(codes))
	}
}

func TestSubsetTag(t *testing.T) {
	a := display.Font{Program: []byte("x"), Codes: []display.Code{{Glyph: 1, Text: "a"}}}
	b, same := a, a
	b.Codes = []display.Code{{Glyph: 1, Text: "b"}}
	if subsetTag(&a) == subsetTag(&b) || subsetTag(&a) != subsetTag(&same) || len(subsetTag(&a)) != 6 {
		t.Error(subsetTag(&a), subsetTag(&b))
	}
}

func TestFlags(t *testing.T) {
	f := display.Font{Fixed: true, Serif: true, ItalicAngle: -12}
	if got := flags(&f); got != 1|2|4|64 {
		t.Errorf("flags %b", got)
	}
}

// TestLongDocument: more pages than a leaf of the parent tree holds, and more
// objects than one object stream; text comes back in order from all of them.
func TestLongDocument(t *testing.T) {
	s := newSample(t)
	for i := range 150 {
		s.page(fmt.Sprint(i + 1))
		s.paragraph(s.doc.Root, "P", fmt.Sprint("page ", i+1))
	}
	f := reread(t, s.must(display.Email))
	said, err := Spoken(f.File)
	if err != nil {
		t.Fatal(err)
	}
	if len(said) != 150 {
		t.Fatalf("%d paragraphs", len(said))
	}
	for i, u := range said {
		if u.Page != i+1 || u.Text != fmt.Sprint("page ", i+1) {
			t.Errorf("page %d says %v", i+1, u)
		}
	}
}
