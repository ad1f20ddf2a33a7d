package paint

import (
	"slices"
	"strings"
	"testing"

	"masthead/layout/display"
)

// hyphenated is a document whose font has a hyphen, code 4, and a space, code 5.
func hyphenated(items ...display.Item) *display.Document {
	doc := squares(items...)
	doc.Fonts[0].Codes = append(doc.Fonts[0].Codes,
		display.Code{Glyph: 4, Width: 300, Text: softHyphen}, display.Code{Glyph: 5, Width: 300, Text: " "})
	p := doc.Root.Add("P")
	p.Content(1)
	p.Add("Link").Content(2)
	return doc
}

// abc sets letters side by side: "-" is a broken word's hyphen.
func abc(mark display.Mark, text string) *display.Text {
	it := run(mark)
	for i, r := range text {
		it.Glyphs = append(it.Glyphs, display.Glyph{Code: uint16(strings.IndexRune("abc- ", r) + 1), X: it.Size.MulDiv(int64(i), 1)})
	}
	return it
}

// outlined reads the operators of a page as marked sequences and what they show.
func outlined(content string) string {
	var b strings.Builder
	for line := range strings.Lines(content) {
		switch line = strings.TrimSpace(line); {
		case strings.HasSuffix(line, "BDC"), strings.HasSuffix(line, "BMC"):
			b.WriteString(strings.TrimSuffix(line[1:], " BDC") + "[")
		case line == "EMC":
			b.WriteString("]")
		case strings.HasSuffix(line, "TJ ET"):
			for i := 0; i+1 < len(line); i++ {
				if c := line[i+1]; line[i] == 0 && c > 0 && c < 6 {
					b.WriteByte("abc- "[c-1])
				}
			}
		}
	}
	return b.String()
}

func TestBrokenWords(t *testing.T) {
	const hyphen = "Artifact BMC[Span <</ActualText <FEFF00AD>>>[-]]"
	for _, test := range []struct {
		name  string
		items []display.Item
		want  string
		words []string
	}{
		{"whole", []display.Item{abc(1, "ab c "), abc(1, "ab")}, "P <</MCID 0>>[ab c ab]", nil},
		{
			"two lines",
			[]display.Item{abc(1, "ab ca-"), abc(1, "bc ab")},
			"P <</MCID 0>>[ab ]Span <</MCID 1>>[ca]" + hyphen + "Span <</MCID 2>>[bc]P <</MCID 3>>[ ab]",
			[]string{"cabc"},
		},
		{
			"three lines",
			[]display.Item{abc(1, "ca-"), abc(1, "bc-"), abc(1, "ab")},
			"Span <</MCID 0>>[ca]" + hyphen + "Span <</MCID 1>>[bc]" + hyphen + "Span <</MCID 2>>[ab]",
			[]string{"cabcab"},
		},
		{
			"a word a line",
			[]display.Item{abc(1, "ca-"), abc(1, "b a-"), abc(1, "b ")},
			"Span <</MCID 0>>[ca]" + hyphen + "Span <</MCID 1>>[b]P <</MCID 2>>[ ]Span <</MCID 3>>[a]" + hyphen + "Span <</MCID 4>>[b]P <</MCID 5>>[ ]",
			[]string{"cab", "ab"},
		},
		{
			"something between",
			[]display.Item{abc(1, "ca-"), abc(0, "a"), abc(2, "b"), abc(1, "b c")},
			"Span <</MCID 0>>[ca]" + hyphen + "Artifact BMC[a]Link <</MCID 1>>[b]Span <</MCID 2>>[b]P <</MCID 3>>[ c]",
			[]string{"cab"},
		},
		{"furniture", []display.Item{abc(0, "ca-"), abc(0, "b")}, "Artifact BMC[ca]" + hyphen + "Artifact BMC[b]", nil},
		{"alone", []display.Item{abc(1, "-")}, hyphen, []string{""}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, ledger := content(t, hyphenated(test.items...), Options{Profile: display.Email})
			check(t, outlined(got), test.want)
			if !slices.Equal(ledger.Words, test.words) {
				t.Errorf("words %q, want %q", ledger.Words, test.words)
			}
		})
	}
}

// TestBrokenWordsInPrint: no tags there, but a hyphen that says what it is.
func TestBrokenWordsInPrint(t *testing.T) {
	got, ledger := content(t, hyphenated(abc(1, "ab ca-"), abc(1, "bc")), Options{Profile: display.Print})
	check(t, outlined(got), "ab caSpan <</ActualText <FEFF00AD>>>[-]bc")
	if len(ledger.Words) > 0 {
		t.Errorf("words %q", ledger.Words)
	}
}

// TestPartsStandWhereTheRunStands: cut or not, every glyph is at its place.
func TestPartsStandWhereTheRunStands(t *testing.T) {
	got, _ := content(t, hyphenated(abc(1, "ab ca-")), Options{Profile: display.Email})
	for _, place := range []string{"20 150 Td", "50 150 Td", "70 150 Td"} {
		if !strings.Contains(got, place) {
			t.Errorf("nothing stands at %s", place)
		}
	}
}
