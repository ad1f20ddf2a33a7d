package finish

import (
	"strings"
	"testing"

	"masthead/layout/display"
	"masthead/layout/geom"
)

func speak(t *testing.T, s *sample) []Utterance {
	t.Helper()
	said, err := Spoken(reread(t, s.must(display.Email)).File)
	if err != nil {
		t.Fatal(err)
	}
	return said
}

// TestDropCap: a letter set apart is read as part of its word, by what the span
// says instead of what it shows.
func TestDropCap(t *testing.T) {
	s := newSample(t)
	s.page("1")
	p := s.doc.Root.Add("P")
	word := p.Add("Span")
	word.Actual = "Once "
	big, rest := s.next(), s.next()
	word.Content(big)
	word.Content(rest)
	s.put(s.set(big, 1, geom.Pt(40), "O"), s.set(rest, 0, geom.Pt(10), "nce "))
	tail := s.next()
	p.Content(tail)
	s.line(tail, "upon a time")
	said := speak(t, s)
	if len(said) != 1 || said[0].Text != "Once upon a time" {
		t.Errorf("said %v", said)
	}
}

// TestForeignWords: a block in another language says so; what is in it inherits
// that.
func TestForeignWords(t *testing.T) {
	s := newSample(t)
	s.page("1")
	quote := s.doc.Root.Add("BlockQuote")
	quote.Lang = "de"
	s.paragraph(quote, "P", "Ein Satz.")
	s.paragraph(s.doc.Root, "P", "A sentence.")
	said := speak(t, s)
	if len(said) != 2 || said[0].Lang != "de" || said[1].Lang != "en-GB" {
		t.Errorf("said %v", said)
	}
}

// TestLinkOverPages: one element, an active area on each page it touches, text
// from both.
func TestLinkOverPages(t *testing.T) {
	s := newSample(t)
	s.page("1")
	l := s.paragraph(s.doc.Root, "P", "See ").Add("Link")
	area := func() {
		s.put(&display.Link{
			Rect: geom.Rect{X: geom.Pt(60), Y: s.y, W: geom.Pt(50), H: geom.Pt(10)},
			URI:  "https://example.org", Contents: "example.org", Tag: l,
		})
	}
	m := s.next()
	l.Content(m)
	area()
	s.line(m, "https://example.")
	s.page("2")
	area()
	s.line(m, "org")
	f := reread(t, s.must(display.Email))
	tree, err := Tree(f.File)
	if err != nil {
		t.Fatal(err)
	}
	link := tree.Parts[0].Element.Parts[0].Element.Parts[1].Element
	var got []string
	for _, p := range link.Parts {
		got = append(got, string(rune('1'+p.Page))+p.Text+"|"+p.Link)
	}
	if want := "1https://example.|, 2org|, 1|example.org, 2|example.org"; strings.Join(got, ", ") != want {
		t.Errorf("link: %s", strings.Join(got, ", "))
	}
	for i, page := range f.pages() {
		if len(f.array(page["Annots"])) != 1 {
			t.Errorf("page %d: %v", i+1, page["Annots"])
		}
	}
}

// TestInterruptedMark: an element whose content is painted in two goes, with
// something else between, is read as one.
func TestInterruptedMark(t *testing.T) {
	s := newSample(t)
	s.page("1")
	m := s.next()
	s.doc.Root.Add("P").Content(m)
	s.line(m, "under")
	s.line(0, "furniture")
	s.line(m, "line")
	if said := speak(t, s); len(said) != 1 || said[0].Text != "underline" {
		t.Errorf("said %v", said)
	}
}

func TestTreeOfUntagged(t *testing.T) {
	f := reread(t, full(t).must(display.Print))
	if _, err := Tree(f.File); err == nil {
		t.Error("the print file has a tree")
	}
}

// TestBrokenTrees: trees that lead in circles or to nowhere are errors.
func TestBrokenTrees(t *testing.T) {
	good := full(t).must(display.Email)
	for name, change := range map[string]func(f *thawed) int{
		"content of no page": func(f *thawed) int { return f.each(with("S", Name("H1")), without("Pg")) },
		"circle": func(f *thawed) int {
			top := f.get(f.root).(Dict)["StructTreeRoot"].(Ref)
			element := f.get(top).(Dict)["K"].(Array)[0]
			return f.each(with("S", Name("TOC")), set("K", Array{element}))
		},
		"kid of a wrong kind": func(f *thawed) int { return f.each(with("Type", Name("OBJR")), set("Obj", int64(1))) },
		"root is no tree":     func(f *thawed) int { return f.each(with("Type", Name("Catalog")), set("StructTreeRoot", int64(1))) },
	} {
		f := reread(t, broken(t, good, mutation{name: name, change: change}))
		if said, err := Spoken(f.File); err == nil {
			t.Errorf("%s: said %v", name, said)
		}
	}
}
