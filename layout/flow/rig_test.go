package flow

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout/brand"
	"masthead/layout/diag"
	"masthead/layout/display"
	"masthead/layout/issue"
	"masthead/layout/locale"
	"masthead/layout/photo"
	"masthead/layout/text"
	"masthead/layout/text/square"
)

// A rig is a brand of squares with templates of the test's own.
type rig struct {
	brand   *brand.Brand
	library *text.Library
}

// newRig adds templates to the square brand: YAML as it stands under templates,
// and styles.
func newRig(t testing.TB, templates string, styles ...string) *rig {
	t.Helper()
	base, err := os.ReadFile("testdata/brands/square/brand.yaml")
	if err != nil {
		t.Fatal(err)
	}
	base = bytes.Replace(base, []byte("boxes:\n"), []byte(strings.Join(styles, "")+"boxes:\n"), 1)
	dir := fstest.MapFS{
		"square/brand.yaml": {Data: append(base, templates...)},
		"square/Square.ttf": {Data: square.TTF()},
		"square/mark.png":   {Data: []byte{1}},
	}
	var diags diag.List
	b := brand.Load("square", []fs.FS{dir}, &diags)
	for _, d := range diags.All {
		t.Errorf("%v\n  hint: %s", d, d.Hint)
	}
	if b == nil {
		t.Fatal("no brand")
	}
	return &rig{b, text.NewLibrary(b.Files...)}
}

// measurer is one for boxes alone: a page of so many rows, without stories.
func (r *rig) measurer(rows int) *measurer {
	in := &Input{Issue: &issue.Issue{Language: "en-GB"}, Brand: r.brand, Library: r.library, Locale: locale.For("en-GB")}
	return &measurer{
		composer: newComposer(in, &diag.List{}), template: &brand.Template{}, number: 2, limit: 2 * rows,
		live: r.brand.Live(), costs: &r.brand.Costs, baseline: r.brand.Grid.Baseline,
	}
}

// input makes an issue of the YAML of its sections.
func (r *rig) input(t testing.TB, yaml string) *Input {
	t.Helper()
	head := "title: T\nname: News\ndate: 2023-06\nlanguage: und\n"
	fsys := fstest.MapFS{"issue.yaml": {Data: []byte(head + yaml)}, "a.jpg": {Data: []byte{1}}, "b.jpg": {Data: []byte{1}}}
	var diags diag.List
	is := issue.Load(fsys, "issue.yaml", "rig", &diags)
	if is == nil || diags.Failed() {
		for _, d := range diags.All {
			t.Errorf("%v\n  hint: %s", d, d.Hint)
		}
		t.Fatal("the issue cannot be read")
	}
	info := photo.Info{Width: 1500, Height: 1000, Format: "jpeg", Orientation: 1, Channels: 3, Depth: 8}
	return &Input{
		Issue: is, Brand: r.brand, Library: r.library, Locale: locale.For("und"),
		Photos: map[string]photo.Info{"a.jpg": info, "b.jpg": info}, Producer: "test",
	}
}

// compose lays an issue out that must go without a word.
func (r *rig) compose(t testing.TB, yaml string) *Result {
	t.Helper()
	return r.composeInput(t, r.input(t, yaml))
}

func (r *rig) composeInput(t testing.TB, in *Input) *Result {
	t.Helper()
	var diags diag.List
	res := Compose(in, &diags)
	for _, d := range diags.All {
		t.Errorf("%v\n  hint: %s", d, d.Hint)
	}
	if res == nil {
		t.Fatal("not composed")
	}
	return res
}

// refuse composes an issue that cannot be, and returns what is said.
func (r *rig) refuse(t testing.TB, yaml string) *diag.List {
	t.Helper()
	var diags diag.List
	if res := Compose(r.input(t, yaml), &diags); res != nil && !diags.Failed() {
		t.Fatalf("composed on %d pages", len(res.Layout.Pages))
	}
	return &diags
}

// words is a text of n words of four letters.
func words(n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("%c%c%c%c", 'a'+i%26, 'a'+i/26%26, 'a'+i%7, 'a'+i%3)
	}
	return strings.Join(out, " ")
}

// article is the YAML of a story in a section's list.
func article(id, text string, more ...string) string {
	out := "    - id: " + id + "\n      title: " + strings.ToUpper(id) + "\n      text: |\n"
	for _, line := range strings.Split(text, "\n") {
		out += "        " + line + "\n"
	}
	for _, m := range more {
		out += "      " + m + "\n"
	}
	return out
}

// events is the YAML of the events.
func events(articles ...string) string {
	return "events:\n  title: Events\n  articles:\n" + strings.Join(articles, "")
}

// templatesOf lists the templates of the pages.
func templatesOf(res *Result) string {
	var out []string
	for _, p := range res.Layout.Pages {
		out = append(out, p.Template)
	}
	return strings.Join(out, " ")
}

// feet returns, for every column of body text of a page, its lines and the row
// of its last baseline.
func feet(p *display.LayoutPage, story string) (lines, rows []int) {
	at := map[string]int{}
	for _, l := range p.Lines {
		if l.Story != story || l.Role == "title" || l.Role == "lead" || l.Role == "see" || l.Role == "caption" {
			continue
		}
		i, ok := at[l.Frame]
		if !ok {
			i = len(lines)
			at[l.Frame] = i
			lines, rows = append(lines, 0), append(rows, 0)
		}
		lines[i]++
		rows[i] = int(l.Baseline.Points()) / 10
	}
	return lines, rows
}
