package golden

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// lines makes placed lines of texts; one that ends in ~ is hyphenated.
func lines(texts ...string) (out []placed) {
	for _, s := range texts {
		text, hyphenated := strings.CutSuffix(s, "~")
		out = append(out, placed{&Line{Text: text, Hyphenated: hyphenated}, 1, ""})
	}
	return out
}

// TestTokens wants the same words however the lines are broken.
func TestTokens(t *testing.T) {
	for _, c := range [][2][]string{
		{{"a hyphenated word"}, {"a hyphen~", "ated word"}},
		{{"EU-China talks"}, {"EU-", "China talks"}},
		{{"the visa-free transit"}, {"the visa-~", "free transit"}},
		{{"9–10 May"}, {"9–", "10 May"}},
		{{"https://example.org/a/b"}, {"https://example.org/", "a/b"}},
		{{"港口在星期一开放"}, {"港口在星", "期一开放"}},
		{{"one two"}, {"one", "two"}},
		{{"one\u00a0two"}, {"one", "two"}},
	} {
		a, b := tokens(nil, lines(c[0]...)), tokens(nil, lines(c[1]...))
		if fmt.Sprint(texts(a)) != fmt.Sprint(texts(b)) {
			t.Errorf("%q has the words %q, %q has %q", c[0], texts(a), c[1], texts(b))
		}
		if got := plain(a); got != strings.ReplaceAll(c[0][0], "\u00a0", " ") && !wide(first(got)) {
			t.Errorf("%q is put together as %q", c[0], got)
		}
	}
}

func texts(list []token) (out []string) {
	for _, t := range list {
		out = append(out, t.text)
	}
	return out
}

func TestPhrase(t *testing.T) {
	long := strings.Repeat("harbour ", 20)
	got := phrase(tokens(nil, lines(long)))
	if len([]rune(got)) > glance || !strings.HasSuffix(got, "harbour …") {
		t.Errorf("a long phrase is cut to %q", got)
	}
	if got := phrase(tokens(nil, lines("EU-China, 9–10 May"))); got != "EU-China, 9–10 May" {
		t.Errorf("the phrase is %q", got)
	}
}

func TestLook(t *testing.T) {
	for face, want := range map[string]string{
		"SourceSerif4-Regular": "", "SourceSerif4-It": "italic", "SourceSans3-Semibold": "bold", "X-BoldItalic": "bold italic", "NotoSansSC": "", "Italian": "",
	} {
		if got := look(face); got != want {
			t.Errorf("%s looks %q, want %q", face, got, want)
		}
	}
}

// TestDifference checks hunks against what they stand for, and their number of
// edits against the longest common subsequence.
func TestDifference(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		a, b := make([]int, rnd.IntN(12)), make([]int, rnd.IntN(12))
		for i := range a {
			a[i] = rnd.IntN(4)
		}
		for i := range b {
			b[i] = rnd.IntN(4)
		}
		h := difference(len(a), len(b), func(i, j int) bool { return a[i] == b[j] })
		var made []int
		at, edits := 0, 0
		for _, h := range h {
			made = append(made, a[at:h.a0]...)
			if len(made) != h.b0 {
				t.Fatalf("%v to %v: %v begins at the wrong place", a, b, h)
			}
			made = append(made, b[h.b0:h.b1]...)
			at = h.a1
			edits += h.a1 - h.a0 + h.b1 - h.b0
		}
		made = append(made, a[at:]...)
		if fmt.Sprint(made) != fmt.Sprint(b) {
			t.Fatalf("%v to %v by %v makes %v", a, b, h, made)
		}
		if want := len(a) + len(b) - 2*common(a, b); edits != want {
			t.Errorf("%v to %v takes %d edits, want %d", a, b, edits, want)
		}
	}
}

// common is the length of the longest common subsequence.
func common(a, b []int) int {
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			next := row[j+1]
			if a[i] == b[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = next
		}
	}
	return row[len(b)]
}

// TestDifferentThroughout takes two texts without a word in common as one hunk,
// in no time.
func TestDifferentThroughout(t *testing.T) {
	h := difference(20000, 20000, func(i, j int) bool { return false })
	if len(h) != 1 || h[0] != (hunk{0, 20000, 0, 20000}) {
		t.Errorf("hunks %v", h)
	}
}

func TestNumbers(t *testing.T) {
	for l, want := range map[Length]string{0: "0", 5: "0.05", -50: "-0.5", 1250: "12.5", 1300: "13", -101: "-1.01"} {
		if got := pt(l); got != want {
			t.Errorf("%d is said as %s, want %s", l, got, want)
		}
	}
	for _, c := range []struct {
		pages []int
		want  string
	}{{[]int{3}, "page 3"}, {[]int{2, 3}, "pages 2 and 3"}, {[]int{1, 2, 3, 5}, "pages 1–3 and 5"}} {
		if got := onPages(c.pages); got != c.want {
			t.Errorf("%v is said as %q, want %q", c.pages, got, c.want)
		}
	}
}

func BenchmarkDifference(b *testing.B) {
	text := tokens(nil, lines(strings.Repeat("the harbour opened on a Monday and the band played until rain began ", 60)))
	other := append([]token{{text: "new"}}, text...)
	other[400].text = "other"
	for b.Loop() {
		difference(len(text), len(other), func(i, j int) bool { return text[i].same(other[j]) })
	}
}
