package golden_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"masthead/layout/golden"
)

// TestPins holds every small issue to its name: its golden shows what it is
// named for, and no longer does where the brand or the writer switches that off.
func TestPins(t *testing.T) {
	names, err := filepath.Glob("testdata/issues/*/issue.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		dir := filepath.Dir(name)
		name := filepath.Base(dir)
		p, ok := pins[name]
		if !ok {
			t.Errorf("%s pins nothing", name)
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(filepath.Join(dir, "golden", "layout.txt"))
			if err != nil {
				t.Fatal(err)
			}
			g, err := golden.Parse(data)
			if err != nil {
				t.Fatal(err)
			}
			if !p.shows(g) {
				t.Errorf("the golden does not show it")
			}
			if p.shows(without(t, dir, p.off)) {
				t.Errorf("it is shown without it, too")
			}
		})
	}
	if len(pins) != len(names) {
		t.Errorf("%d pins for %d issues", len(pins), len(names))
	}
}

// pin says what a golden shows, and what has to be changed in the issue or in
// the brand for it not to: old, new, old, new ...
type pin struct {
	shows func(*golden.Golden) bool
	off   []string
}

// without composes an issue with something switched off.
func without(t *testing.T, dir string, off []string) *golden.Golden {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "issue.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	text, brands := string(data), testBrands(t)
	for i := 0; i+1 < len(off); i += 2 {
		hit := strings.Contains(text, off[i])
		text = strings.Replace(text, off[i], off[i+1], 1)
		for name, f := range brands {
			if strings.HasSuffix(name, ".yaml") && strings.Contains(string(f.Data), off[i]) {
				f.Data = []byte(strings.Replace(string(f.Data), off[i], off[i+1], 1))
				hit = true
			}
		}
		if !hit {
			t.Fatalf("neither the issue nor a brand holds %q", off[i])
		}
	}
	return smallOf(t, text, brands)
}

// spaces makes common spaces of those that lines cannot end at.
var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

// prints wants all of these lines, or parts of them.
func prints(parts ...string) func(*golden.Golden) bool {
	return func(g *golden.Golden) bool {
		text := spaces.Replace(g.String())
		for _, p := range parts {
			if !strings.Contains(text, p) {
				return false
			}
		}
		return true
	}
}

// raw is prints with spaces as they are.
func raw(parts ...string) func(*golden.Golden) bool {
	return func(g *golden.Golden) bool {
		return !slices.ContainsFunc(parts, func(p string) bool { return !strings.Contains(g.String(), p) })
	}
}

// matches wants a pattern to match the text; s of . is on.
func matches(pattern string) func(*golden.Golden) bool {
	re := regexp.MustCompile("(?s)" + pattern)
	return func(g *golden.Golden) bool { return re.MatchString(spaces.Replace(g.String())) }
}

// lines returns the lines of all texts of a role, text by text.
func lines(g *golden.Golden, role string) (out [][]golden.Line) {
	for _, p := range g.Pages {
		for _, k := range p.Blocks {
			for _, it := range k.Items {
				if it.Text != nil && it.Role == role {
					out = append(out, it.Text.Lines)
				}
			}
		}
	}
	return out
}

// noLine wants no line of the body to match a pattern.
func noLine(pattern string) func(*golden.Golden) bool {
	re := regexp.MustCompile(pattern)
	return func(g *golden.Golden) bool {
		for _, text := range lines(g, "body") {
			for _, l := range text {
				if re.MatchString(l.Text) {
					return false
				}
			}
		}
		return true
	}
}

// begins reports whether a line begins a paragraph.
func begins(l golden.Line) bool { return l.Tag != "" }

// noWidow wants no column to begin with the last line of a paragraph.
func noWidow(g *golden.Golden) bool {
	all := lines(g, "body")
	for i, column := range all {
		if i > 0 && !begins(column[0]) && (len(column) == 1 || begins(column[1])) {
			return false
		}
	}
	return len(all) > 1
}

// noOrphan wants no column to end with the first line of a paragraph.
func noOrphan(g *golden.Golden) bool {
	all := lines(g, "body")
	for i, column := range all[:len(all)-1] {
		if begins(column[len(column)-1]) && !begins(all[i+1][0]) {
			return false
		}
	}
	return len(all) > 1
}

// level wants columns of the same number of lines, or one more at the left.
func level(g *golden.Golden) bool {
	all := lines(g, "body")
	n := len(all[0]) - len(all[len(all)-1])
	return len(all) == 2 && (n == 0 || n == 1)
}

// hyphensInARow counts the most lines in succession that end in a hyphen.
func hyphensInARow(g *golden.Golden) (most int) {
	n := 0
	for _, column := range lines(g, "body") {
		for _, l := range column {
			if n++; !l.Hyphenated {
				n = 0
			}
			most = max(most, n)
		}
	}
	return most
}

// ends returns the share of the measure that the last line of the last text of a
// role takes, in percent of the widest.
func ends(g *golden.Golden, role string) int {
	all := lines(g, role)
	last := all[len(all)-1]
	widest := golden.Length(1)
	for _, text := range all {
		for _, l := range text {
			widest = max(widest, l.Width)
		}
	}
	return int(100 * last[len(last)-1].Width / widest)
}

// crop returns what the first picture shows.
func crop(g *golden.Golden) [4]int {
	for _, p := range g.Pages {
		for _, k := range p.Blocks {
			for _, it := range k.Items {
				if it.Figure != nil {
					return it.Figure.Crop
				}
			}
		}
	}
	return [4]int{}
}

// markBehind wants a mark to the right of the last line of the last text, as high.
func markBehind(g *golden.Golden) bool {
	for _, k := range g.Pages[len(g.Pages)-1].Blocks {
		var last *golden.Item
		for i := range k.Items {
			it := &k.Items[i]
			if it.Text != nil {
				last = it
			}
			if it.Role == "mark" && last != nil {
				return it.Rect.X > last.Rect.X+last.Text.Lines[len(last.Text.Lines)-1].Width
			}
		}
	}
	return false
}

// onPage lists the stories of a page.
func onPage(g *golden.Golden, page int) (out []string) {
	for _, p := range g.Pages {
		for _, k := range p.Blocks {
			if p.Number == page && k.Story != "" {
				out = append(out, k.Story)
			}
		}
	}
	return out
}
