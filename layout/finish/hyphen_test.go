package finish

import (
	"strings"
	"testing"

	"masthead/layout/display"
)

// TestBrokenWord: a word that a line breaks is an element that says it, of its
// parts alone; the hyphen between them belongs to no element, its code says "-",
// as viewers want it, and the page U+00AD.
func TestBrokenWord(t *testing.T) {
	for _, profile := range []display.Profile{display.Email, display.Print} {
		f, err := Read(full(t).must(profile))
		if err != nil {
			t.Fatal(err)
		}
		refs, err := f.Pages()
		if err != nil {
			t.Fatal(err)
		}
		page, err := f.Dict(refs[0])
		if err != nil {
			t.Fatal(err)
		}
		texts, err := f.Texts(page)
		if err != nil {
			t.Fatal(err)
		}
		if all := strings.Join(texts, "|"); !strings.Contains(all, "hy|-|phenated") {
			t.Errorf("the codes say %q", all)
		}
		if n := strings.Count(string(f.Content(page["Contents"])), "/Span <</ActualText <FEFF00AD>>> BDC\n"); n != 1 {
			t.Errorf("%d soft hyphens", n)
		}
	}
	tree, err := Tree(must(Read(full(t).must(display.Email))))
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	var walk func(e *Element)
	walk = func(e *Element) {
		for _, p := range e.Parts {
			if p.Element == nil {
				continue
			}
			if p.Element.Role == "Span" && p.Element.Actual != "" {
				said := e.Role + ": " + p.Element.Actual + " ="
				for _, part := range p.Element.Parts {
					said += " " + part.Text
				}
				words = append(words, said)
			}
			walk(p.Element)
		}
	}
	walk(tree)
	if got := strings.Join(words, ", "); got != "P: hyphenated = hy phenated" {
		t.Errorf("broken words: %q", got)
	}
}

func must(f *File, err error) *File {
	if err != nil {
		panic(err)
	}
	return f
}
