package golden

import (
	"fmt"
	"strings"
	"testing"
)

// The goldens of these tests are put together of a few words: pages of stories,
// a story of items. Nothing of the engine is needed for them.

// issueOf makes a golden of pages; they are numbered from 1.
func issueOf(pages ...Page) *Golden {
	g := &Golden{Brand: "house", Language: "en", Grid: 1000, Inks: []Ink{
		{Name: "ink", RGB: "#111111", CMYK: "0/0/0/100"}, {Name: "jade", RGB: "#0B6457", CMYK: "80/0/52/58"}, {Name: "rust", RGB: "#A03418", CMYK: "0/85/96/32"},
	}}
	for i, p := range pages {
		p.Number = i + 1
		g.Pages = append(g.Pages, p)
	}
	g.Styles = usual(g.Pages)
	return g
}

// sheetOf makes a page of 300 by 420 points.
func sheetOf(blocks ...Block) Page {
	return Page{Template: "stories", W: 30000, H: 42000, Live: Rect{2000, 3000, 26000, 36000}, Blocks: blocks}
}

// at makes a story's block.
func at(id string, items ...Item) Block { return Block{Story: id, Items: items} }

// opens makes the block the first of a section.
func (k Block) opens(title, pages string) Block {
	k.Section = &Section{Key: sectionKey(k.Story), Title: title, Pages: pages}
	return k
}

// listed gives the block its line in the index.
func (k Block) listed(page int, title string) Block {
	k.Index = &Entry{page, title}
	return k
}

// says makes a text of paragraphs at a place, a line each.
func says(role string, x, y Length, paragraphs ...string) Item {
	t := &Text{Type: Type{Face: "Serif-Regular", Size: 800, Leading: 1000}}
	for _, s := range paragraphs {
		t.Lines = append(t.Lines, Line{Tag: "P", Step: 1000, Width: Length(len(s)) * 400, Text: s})
	}
	return Item{Role: role, Rect: Rect{X: x, Y: y, W: 12500}, Ink: "ink", Text: t}
}

// in sets a text in another ink.
func (it Item) in(ink string) Item {
	it.Ink = ink
	return it
}

// as sets a text in another size.
func (it Item) as(size, leading Length) Item {
	t := *it.Text
	t.Size, t.Leading = size, leading
	it.Text = &t
	return it
}

// wide gives an item another width.
func (it Item) wide(w Length) Item {
	it.Rect.W = w
	return it
}

// tagged gives the lines of a text a tag.
func (it Item) tagged(tag string) Item {
	for i := range it.Text.Lines {
		it.Text.Lines[i].Tag = tag
	}
	return it
}

// photo makes a picture.
func photo(file string, r Rect) Item {
	return Item{Rect: r, Figure: &Figure{File: file, Crop: [4]int{0, 0, 10000, 10000}, Alt: file, Read: true, Sum: file}}
}

// boxOf makes a tint or a rule.
func boxOf(role string, r Rect) Item { return Item{Role: role, Rect: r, Ink: "jade"} }

// wantSaid compares and wants exactly these sentences, in this order.
func wantSaid(t *testing.T, a, b *Golden, want ...string) {
	t.Helper()
	var got []string
	for _, f := range Compare(a, b, Options{}).Findings {
		got = append(got, f.Text)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("it says\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
	checkReadable(t, a)
	checkReadable(t, b)
}

// checkReadable wants a golden to come back from its text.
func checkReadable(t *testing.T, g *Golden) {
	t.Helper()
	back, err := Parse([]byte(g.String()))
	if err != nil {
		t.Fatal(err)
	}
	if back.String() != g.String() {
		t.Error("the golden does not come back")
	}
}

// story1 is a story of one paragraph that has words of its own.
func story1(id string, y Length) Block {
	return at(id, says("title", 2000, y, "The "+id), says("body", 2000, y+3000, fmt.Sprintf("About %s there is %s to say and %s again.", id, id, id)))
}
