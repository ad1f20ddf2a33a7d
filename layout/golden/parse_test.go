package golden

import (
	"errors"
	"strings"
	"testing"
)

// sample has a bit of everything.
const sample = `masthead golden 1
brand Slip
language en-GB
title The Harbour – 3
grid 1000
bleed 850
ink ink #1A1A1A 0/0/0/100
ink teal #0B6457 80/0/52/58 PANTONE 329 C
style body Serif-Regular 800/1000 justified indent=900

page 1
template cover
sheet 30000 42000
live 2000 3000 26000 34000
at 2000 1000 26000
text folio ink Serif-Bold 1200/1500
  - 0 900 5000 Harbour
box furniture -850 -850 31700 4000 teal 1/4/50

section notes Notes
pages 1–2

story notes/first
index 1 The first
bill 31200 31850 pt photo height
at 2000 6000 12500
text body ink
  P 0 600 12463 The tide came in at seven and
    run Serif-It 0 - seven
    link https://example.org/tide The tide
  . 0 1000 12654 went out again be\-
  . 0 1000 4000 fore\\ noon
figure -850 20000 31700 9000 photos/the quay.jpg
  crop 0 1250 10000 8750
  focus 5000 5000
  keep 1000 2000 9000 8000
  sum 0123456789ab
  alt A quay
  scrim ink 0:100 500:0
`

func parsed(t *testing.T, text string) *Golden {
	t.Helper()
	g, err := Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestParse(t *testing.T) {
	g := parsed(t, sample)
	if got := g.String(); got != sample {
		t.Errorf("written again the sample is\n%s", got)
	}
	k := g.Pages[0].Blocks[1]
	if k.Story != "notes/first" || k.Section.Title != "Notes" || k.Section.Pages != "1–2" || k.Index.Page != 1 || len(k.Bill) != 1 {
		t.Errorf("the story is %+v", k)
	}
	lines := k.Items[0].Text.Lines
	if !lines[1].Hyphenated || lines[1].Text != "went out again be" || lines[2].Text != `fore\ noon` || lines[0].Links[0].To != "https://example.org/tide" {
		t.Errorf("the lines are %+v", lines)
	}
	f := k.Items[1].Figure
	if f.File != "photos/the quay.jpg" || f.Crop != [4]int{0, 1250, 10000, 8750} || !f.Read || len(f.Focus) != 2 {
		t.Errorf("the figure is %+v", f)
	}
}

// TestParseCRLF reads what version control made of the line ends.
func TestParseCRLF(t *testing.T) {
	if got := parsed(t, strings.ReplaceAll(sample, "\n", "\r\n")).String(); got != sample {
		t.Errorf("with CRLF the sample is\n%s", got)
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct {
		old, new, want string
		line           int
	}{
		{"masthead golden 1", "masthead golden 9", "the first line is not", 1},
		{"brand Slip", "brnad Slip", `a line cannot begin with "brnad"`, 2},
		{"brand Slip", "<<<<<<< HEAD", "a merge was not finished here", 2},
		{"grid 1000", "grid 1e3", `"1e3" is not a number`, 5},
		{"grid 1000", "grid", "the line ends too early", 5},
		{"sheet 30000 42000", "sheet 30000 42000 7", `"7" is too much`, 13},
		{"  crop 0", "   crop 0", "the line is indented by 3", 34},
		{"  crop 0", "  crap 0", `a figure has no "crap"`, 34},
		{"at 2000 6000 12500\n", "", "a text without its place", 26},
		{"    run ", "    rnu ", `a line has no "rnu"`, 29},
		{`fore\\ noon`, `fore\q noon`, "is not an escape", 32},
		{"800/1000 justified indent=900\n\npage", "800\n\npage", "a size and a leading", 9},
		{"page 1\n", "page 0\n", `"0" is not a number that can stand here`, 11},
		{"teal 1/4/50\n", "teal 1/4/50\n  crop 1\n", "a box has no \"crop\"", 19},
	} {
		text := strings.Replace(sample, c.old, c.new, 1)
		_, err := Parse([]byte(text))
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(e.Message, c.want) || e.Line != c.line {
			t.Errorf("%q for %q: error %v, want line %d: %s", c.new, c.old, err, c.line, c.want)
		}
	}
	for _, text := range []string{"", "masthead golden 1\n", "masthead golden 1\n  P 0 0 0\n", "\xff"} {
		if g, err := Parse([]byte(text)); err == nil {
			t.Errorf("%q is read as %v", text, g)
		}
	}
}

// TestEscape wants every text to come back, whatever is in it.
func TestEscape(t *testing.T) {
	for _, s := range []string{"", " ", "  a  ", "-", ".", `\`, `\\-`, `a\-`, "a\nb\r\t\v\f\x00", "\u2028\u2029\u0085\ufeff", "ein Wort", "<<<<<<<", "no\u00a0break"} {
		g := parsed(t, sample)
		it := &g.Pages[0].Blocks[1].Items[0]
		it.Text.Lines[0].Text, it.Role, it.Ink = s, "role "+s, s
		it.Text.Lines[0].Runs[0].Text, it.Text.Lines[0].Links[0] = s, Link{"x" + s, s}
		g.Pages[0].Blocks[1].Items[1].Figure.Alt = s
		g.Pages[0].Blocks[1].Section.Title = s
		back := parsed(t, g.String())
		k := back.Pages[0].Blocks[1]
		l := k.Items[0].Text.Lines[0]
		if l.Text != s || k.Items[0].Role != "role "+s || k.Items[0].Ink != s || l.Runs[0].Text != s || l.Links[0] != (Link{"x" + s, s}) || k.Items[1].Figure.Alt != s || k.Section.Title != s {
			t.Errorf("%q came back as %q in %+v", s, l.Text, k.Items[0])
		}
	}
}

// FuzzParse reads anything without a panic, and what it reads comes back.
func FuzzParse(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte(strings.ReplaceAll(sample, "\n", "\r\n")))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := Parse(data)
		if err != nil {
			if e := (*Error)(nil); !errors.As(err, &e) {
				t.Fatalf("the error is a %T", err)
			}
			return
		}
		text := g.String()
		back, err := Parse([]byte(text))
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if again := back.String(); again != text {
			t.Fatalf("%s\nis written again as\n%s", text, again)
		}
		if r := Compare(back, g, Options{}); !r.Same() {
			t.Fatalf("it differs from itself: %v", r.Findings)
		}
	})
}

// FuzzCompare compares anything with the sample without a panic, and says
// something where the texts differ.
func FuzzCompare(f *testing.F) {
	f.Add([]byte(strings.Replace(sample, "seven", "eight", 1)))
	f.Add([]byte(strings.Replace(sample, "story notes/first", "story notes/other", 1)))
	f.Add([]byte(strings.Replace(sample, "page 1", "page 7", 1)))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := Parse(data)
		if err != nil {
			return
		}
		a, _ := Parse([]byte(sample))
		r := Compare(a, g, Options{})
		if r.Same() != (g.String() == sample) {
			t.Fatalf("same %v:\n%s", r.Same(), g)
		}
		Compare(g, a, Options{Tolerance: 100})
		changedPages(a, g)
	})
}
