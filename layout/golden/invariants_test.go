package golden_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout"
	"masthead/layout/golden"
)

// edited composes the base issue with texts replaced: old, new, old, new ...
func edited(t *testing.T, pairs ...string) *golden.Golden {
	t.Helper()
	text := base
	for i := 0; i+1 < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("the issue does not hold %q", pairs[i])
		}
		text = strings.Replace(text, pairs[i], pairs[i+1], 1)
	}
	files := baseFolder()
	files["issue.yaml"] = &fstest.MapFile{Data: []byte(text)}
	return compose(t, files, layout.Options{})
}

// block returns what a story has in a golden, and the words of its lines.
func block(t *testing.T, g *golden.Golden, story string) (out []golden.Block, words []string) {
	t.Helper()
	for _, p := range g.Pages {
		for _, k := range p.Blocks {
			if k.Story != story {
				continue
			}
			out = append(out, k)
			for _, it := range k.Items {
				if it.Text == nil {
					continue
				}
				for _, l := range it.Text.Lines {
					words = append(words, strings.Fields(l.Text)...)
				}
			}
		}
	}
	if len(out) == 0 {
		t.Fatalf("the golden has no story %s", story)
	}
	return out, words
}

// TestOneWordMore adds a word to a story. All other stories keep their words,
// and the story has one more.
func TestOneWordMore(t *testing.T) {
	a, b := edited(t), edited(t, "handcarts and bicycles", "handcarts and old bicycles")
	for _, p := range a.Pages {
		for _, k := range p.Blocks {
			if k.Story == "" || k.Story == "index" {
				continue
			}
			_, was := block(t, a, k.Story)
			_, is := block(t, b, k.Story)
			more := 0
			if k.Story == "infobites/market-moves" {
				more = 1
			}
			if len(is) != len(was)+more {
				t.Errorf("%s has %d words, had %d", k.Story, len(is), len(was))
			}
		}
	}
}

// TestThereAndBack wants the difference of two goldens to be seen from both
// sides, and goldens to be the same exactly where their texts are.
func TestThereAndBack(t *testing.T) {
	goldens := []*golden.Golden{
		edited(t), edited(t, "a blue ribbon", "a red ribbon"), edited(t, regattaPhoto, strings.Replace(regattaPhoto, "0.5, 0.5", "0.1, 0.1", 1)),
		edited(t, "number: 4", "number: 5"), edited(t, "      quote: {text: We lifted forty-one wrecks, by: 'Ann Diver, head of works'}\n", ""),
	}
	for i, a := range goldens {
		checkWhole(t, a)
		for j, b := range goldens {
			same := golden.Compare(a, b, golden.Options{}).Same()
			if want := a.String() == b.String(); same != want || want != (i == j) {
				t.Errorf("goldens %d and %d: same %v, same text %v", i, j, same, want)
			}
		}
	}
}

// TestTwoEventsSwapped swaps two stories that share a page. Each keeps its words
// and its pictures.
func TestTwoEventsSwapped(t *testing.T) {
	files := baseFolder()
	swapStories(files)
	a, b := edited(t), compose(t, files, layout.Options{})
	for _, id := range []string{"events/lamps", "events/regatta"} {
		_, was := block(t, a, id)
		_, is := block(t, b, id)
		if joined(was) != joined(is) {
			t.Errorf("%s reads otherwise:\n%s\n%s", id, joined(was), joined(is))
		}
	}
}

// joined puts words together without the breaks that lines make in them.
func joined(words []string) string { return strings.Join(words, "") }

// TestPhotoRemoved removes a picture: no other picture is lost and no word.
func TestPhotoRemoved(t *testing.T) {
	a, b := edited(t), edited(t, cranePhoto, "")
	count := func(g *golden.Golden) (n int, names string) {
		for _, p := range g.Pages {
			for _, k := range p.Blocks {
				for _, it := range k.Items {
					if it.Figure != nil {
						n++
						names += it.Figure.File + " "
					}
				}
			}
		}
		return n, names
	}
	n, _ := count(a)
	m, names := count(b)
	if m != n-1 || strings.Contains(names, "crane") {
		t.Errorf("%d pictures of %d are left: %s", m, n, names)
	}
	for _, f := range golden.Compare(a, b, golden.Options{}).Findings {
		if f.Kind == "text" && f.Story != "highlights/harbour-opens" {
			t.Errorf("words changed: %s", f.Text)
		}
	}
}

// TestWithinTheSheet wants everything inside of the page and its bleed, and text
// within the page.
func TestWithinTheSheet(t *testing.T) {
	for _, p := range edited(t).Pages {
		for _, k := range p.Blocks {
			for _, it := range k.Items {
				const bleed = 1500
				r := it.Rect
				if r.X < -bleed || r.Y < -bleed || r.Right() > p.W+bleed || r.Bottom() > p.H+bleed {
					t.Errorf("page %d: %s %v lies outside", p.Number, it.Role, r)
				}
				if it.Text == nil {
					continue
				}
				y := r.Y
				for _, l := range it.Text.Lines {
					y += l.Step
					if y < 0 || y > p.H || r.X+l.X+l.Width > p.W {
						t.Errorf("page %d: the line %q lies outside", p.Number, l.Text)
					}
				}
			}
		}
	}
}

// TestTolerance lets small moves pass, and never words.
func TestTolerance(t *testing.T) {
	a, b := edited(t), edited(t)
	for i := range b.Pages[1].Blocks {
		for j := range b.Pages[1].Blocks[i].Items {
			if it := &b.Pages[1].Blocks[i].Items[j]; it.Text != nil {
				it.Rect.Y += 100
			}
		}
	}
	if r := golden.Compare(a, b, golden.Options{}); len(r.Findings) != 1 || !strings.HasSuffix(r.Findings[0].Text, "moved 1 pt down") {
		t.Errorf("findings %q", texts(r))
	}
	if r := golden.Compare(a, b, golden.Options{Tolerance: 100}); !r.Same() {
		t.Errorf("within the tolerance: %q", texts(r))
	}
	c := edited(t, "a blue ribbon", "a red ribbon")
	if r := golden.Compare(a, c, golden.Options{Tolerance: 10000}); r.Same() {
		t.Error("a word passed")
	}
}

// TestSize keeps goldens small: a page of text has some six kilobytes.
func TestSize(t *testing.T) {
	g := edited(t)
	if n := len(g.String()) / len(g.Pages); n > 13000 {
		t.Errorf("%d bytes a page", n)
	}
}

// TestPlainText wants what version control keeps as it is: LF, no tabs, no
// spaces at line ends, valid UTF-8 and no decimal fractions.
func TestPlainText(t *testing.T) {
	text := edited(t).String()
	for i, line := range strings.Split(text, "\n") {
		if strings.TrimRight(line, " \t\r") != line || strings.ContainsAny(line, "\r\t") {
			t.Errorf("line %d: %q", i+1, line)
		}
	}
	if strings.ToValidUTF8(text, "") != text || !strings.HasSuffix(text, "\n") {
		t.Error("the text is not UTF-8 with a line end")
	}
}

func BenchmarkCompare(b *testing.B) {
	g := compose(b, baseFolder(), layout.Options{})
	text := g.String()
	other, err := golden.Parse([]byte(strings.Replace(text, "a blue ribbon", "a red ribbon", 1)))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		golden.Compare(g, other, golden.Options{})
	}
	b.ReportMetric(float64(len(g.Pages)*b.N)/b.Elapsed().Seconds(), "pages/s")
}

func BenchmarkParse(b *testing.B) {
	text := []byte(compose(b, baseFolder(), layout.Options{}).String())
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := golden.Parse(text); err != nil {
			b.Fatal(err)
		}
	}
}
