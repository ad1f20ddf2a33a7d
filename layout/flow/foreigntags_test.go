package flow

import (
	"strings"
	"testing"

	"masthead/layout/diag"
	"masthead/layout/display"
)

// told is what an element says: its glyphs, or the words that replace them.
func told(doc *display.Document, t *display.Tag) string {
	shown := map[display.Mark]string{}
	for p := range doc.Pages {
		for _, it := range doc.Pages[p].Items {
			if text, ok := it.(*display.Text); ok {
				for _, g := range text.Glyphs {
					shown[text.Mark] += doc.Fonts[text.Font].Codes[g.Code-1].Text
				}
			}
		}
	}
	var say func(t *display.Tag) string
	say = func(t *display.Tag) string {
		if t.Actual != "" {
			return t.Actual
		}
		var b strings.Builder
		for _, k := range t.Kids {
			if k.Tag != nil {
				b.WriteString(say(k.Tag))
			} else {
				b.WriteString(shown[k.Mark])
			}
		}
		return b.String()
	}
	return say(t)
}

// TestRightToLeftWordsAreSaidInOrder: wherever the lines break, words that stand
// on the page from right to left are said as they are written, and apart from
// what follows.
func TestRightToLeftWordsAreSaidInOrder(t *testing.T) {
	broken := 0
	for n := 1; n < 24; n++ {
		text := words(n) + " שלום עולם, " + words(9) + " בית ספר " + words(7)
		var diags diag.List
		r := newRig(t, textFirst(2))
		res := Compose(r.input(t, events(article("a", text))), &diags)
		for _, d := range diags.All {
			if d.Code != "missing-character" { // the face has squares alone
				t.Error(d)
			}
		}
		if got := told(res.Document, res.Document.Root); !strings.Contains(got, text) {
			t.Errorf("after %d words: %q", n, got)
		}
		for _, l := range res.Layout.Pages[1].Lines {
			if strings.HasSuffix(l.Text, "ספר") {
				broken++
			}
		}
	}
	if broken == 0 {
		t.Error("no line ends with these words")
	}
}
