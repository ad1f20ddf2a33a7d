package locale

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// TestLanguages sets a sentence or two in every language: its quotation marks,
// a date, an abbreviation, a unit, a dash.
func TestLanguages(t *testing.T) {
	text, err := os.ReadFile("testdata/languages.txt")
	if err != nil {
		t.Fatal(err)
	}
	var seen []string
	for _, sample := range strings.Split(strings.TrimSpace(string(text)), "\n\n")[1:] {
		lines := strings.Split(sample, "\n")
		if len(lines) != 3 {
			t.Fatalf("not three lines: %q", lines)
		}
		tag, in, want := lines[0], lines[1], lines[2]
		seen = append(seen, tag[:2])
		l := For(tag)
		got := l.TypesetString(in)
		if shown(got) != want {
			t.Errorf("%s: %s\n got %s\nwant %s", tag, in, shown(got), want)
		}
		if again := l.TypesetString(got); again != got {
			t.Errorf("%s: set again: %s", tag, shown(again))
		}
	}
	for _, tag := range official {
		if !slices.Contains(seen, tag) {
			t.Errorf("no sample of %s", tag)
		}
	}
}

// TestDayForms: the names of all months are bound to a day before them, in
// the forms that Date itself uses.
func TestDayForms(t *testing.T) {
	for _, tag := range official {
		l := For(tag)
		for m := 1; m <= 12; m++ {
			date := l.DayMonth(m, 9)
			set := l.TypesetString("x " + date + " y")
			if tag == "zh" || tag == "ga" && (m == 9 || m == 10) {
				continue // no spaces; a month of two words
			}
			if shown(set) == "x "+date+" y" {
				t.Errorf("%s: %q is not bound", tag, date)
			}
		}
	}
}
