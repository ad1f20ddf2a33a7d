package flow

import (
	"strings"
	"testing"

	"masthead/layout/display"
)

// spoken is what the glyphs of a page stand for, in paint order, one item a
// string.
func spoken(doc *display.Document, page int) []string {
	var out []string
	for _, it := range doc.Pages[page].Items {
		t, ok := it.(*display.Text)
		if !ok {
			continue
		}
		var b strings.Builder
		for _, g := range t.Glyphs {
			b.WriteString(doc.Fonts[t.Font].Codes[g.Code-1].Text)
		}
		out = append(out, b.String())
	}
	return out
}

// TestLinesEndInSpaces: words keep their distance where a line breaks between
// them, so that copied text does; the last line ends in none.
func TestLinesEndInSpaces(t *testing.T) {
	text := words(60)
	res := newRig(t, textFirst(3)).compose(t, events(article("a", text)))
	got := ""
	for _, s := range spoken(res.Document, 1) {
		if strings.Contains(text, strings.TrimSpace(s)) {
			got += s
		}
	}
	if !strings.Contains(got, text) {
		t.Errorf("the page says %q, want %q", got, text)
	}
}

// TestHyphens: an added hyphen stands for a soft one, so that the word is whole
// when it is copied; a hyphen of the text stays itself.
func TestHyphens(t *testing.T) {
	text := "donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschafts\u00adkapitän und cross-border-cooperation-agreement-office"
	res := newRig(t, textFirst(4)).compose(t, events(article("a", text)))
	got := strings.Join(spoken(res.Document, 1), "")
	soft, hard := strings.Count(got, "\u00ad"), strings.Count(got, "-")
	if soft == 0 || hard != 4 {
		t.Errorf("%d soft and %d hard hyphens in %q", soft, hard, got)
	}
	if plain := strings.ReplaceAll(got, "\u00ad", ""); !strings.Contains(plain, "donaudampfschifffahrtsgesellschaftskapitän und cross-border-cooperation-agreement-office") {
		t.Errorf("the page says %q", plain)
	}
	for _, l := range res.Layout.Pages[1].Lines {
		if strings.ContainsRune(l.Text, '\u00ad') {
			t.Errorf("a line's text has a soft hyphen: %q", l.Text)
		}
	}
}

// TestGlyphsStandInLine: the glyphs of a line rise from left to right, from where
// the layout says that it begins.
func TestGlyphsStandInLine(t *testing.T) {
	res := newRig(t, textFirst(2)).compose(t, model())
	for p := range res.Document.Pages {
		for _, it := range res.Document.Pages[p].Items {
			text, ok := it.(*display.Text)
			if !ok {
				continue
			}
			for i, g := range text.Glyphs {
				if i > 0 && g.X <= text.Glyphs[i-1].X {
					t.Fatalf("page %d: glyph %d of %v stands before the one before it", p+1, i, text.Glyphs)
				}
			}
			begins := false
			for _, l := range res.Layout.Pages[p].Lines {
				begins = begins || l.Baseline == text.Baseline && text.X >= l.X-pts(0.01) && text.X <= l.X+l.Width+pts(0.01)
			}
			if !begins {
				t.Errorf("page %d: an item at %v, %v is in no line of the layout", p+1, text.X, text.Baseline)
			}
		}
	}
}

// TestTags: every story is an element whose title is a heading; everything that
// is read stands in the tree once.
func TestTags(t *testing.T) {
	res := newRig(t, textFirst(2)).compose(t, model())
	owners, err := res.Document.Root.Owners()
	if err != nil {
		t.Fatal(err)
	}
	roles := map[string]int{}
	res.Document.Root.Walk(func(tag *display.Tag) { roles[tag.Role]++ })
	if roles["H1"]+roles["H2"]+roles["H3"] < 3 || roles["L"] == 0 || roles["LI"] < 2 || roles["Link"] == 0 {
		t.Errorf("elements %v", roles)
	}
	for p := range res.Document.Pages {
		for _, it := range res.Document.Pages[p].Items {
			if text, ok := it.(*display.Text); ok && text.Mark != 0 && owners[text.Mark] == nil {
				t.Errorf("page %d: mark %d is in no element", p+1, text.Mark)
			}
		}
	}
}
