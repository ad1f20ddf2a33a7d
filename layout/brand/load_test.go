package brand

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout/color"
	"masthead/layout/diag"
	"masthead/layout/geom"
)

func testdata(t testing.TB) []fs.FS {
	t.Helper()
	return []fs.FS{os.DirFS("testdata/brands")}
}

// quiet fails the test if there are messages.
func quiet(t testing.TB, diags *diag.List) {
	t.Helper()
	for _, d := range diags.All {
		t.Errorf("%v\n  hint: %s", d, d.Hint)
	}
}

// brands makes a folder of brands of name and text pairs.
func brands(pairs ...string) fstest.MapFS {
	out := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i]+"/brand.yaml"] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return out
}

// small is a brand without fault.
const small = `name: Small
palette:
  ink: {rgb: "#1A1A1A", cmyk: [0, 0, 0, 100]}
  jade: {rgb: "#0B6457", cmyk: [80, 0, 52, 58]}
  jade-tint: {rgb: "#E6F0ED", cmyk: [12, 3, 9, 0]}
section-colours: [{colour: jade, tint: jade-tint}]
families:
  serif: {regular: Serif.ttf, bold: Serif-Bold.ttf}
  wide: {regular: Wide.ttf, scale: 96}
fallback: [wide]
styles:
  body: {size: 10pt, leading: 12pt, colour: ink, indent: 12}
  title: {based-on: body, weight: bold, size: 20pt, leading: 24pt, colour: section, fit: {min: 12, max: 30}}
  kicker: {based-on: title, size: 8pt, leading: 24pt}
boxes:
  panel: {fill: section-tint, padding: 6, top: {weight: 3}}
templates:
  page:
    serves: {stories: 1+, part: any}
    stack:
      - text: kicker
      - text: title
      - {body: , box: panel}
`

func loadOne(t testing.TB, text string) (*Brand, *diag.List) {
	t.Helper()
	var diags diag.List
	return Load("one", []fs.FS{brands("one", text)}, &diags), &diags
}

func TestSmall(t *testing.T) {
	b, diags := loadOne(t, small)
	quiet(t, diags)
	if b == nil {
		t.Fatal("no brand")
	}
	title := b.Style("title")
	if title.Family != "serif" || title.Weight != "bold" || title.Size != geom.Pt(20) || title.Indent != geom.Pt(12) || title.Align != "left" {
		t.Errorf("title is %+v", title)
	}
	if title != b.Style("title") || b.Style("nope") != nil || !b.HasStyle("kicker") || b.HasStyle("list") {
		t.Error("styles by name")
	}
	if k := b.Style("kicker"); k.Weight != "bold" || k.Size != geom.Pt(8) || k.Fit == nil || k.Fit.Max != geom.Pt(30) {
		t.Errorf("kicker is %+v", k)
	}
	if s := b.Style("subhead"); s == nil || s.Weight != "bold" || s.Keep != 3 || s.Size != b.Style("body").Size || s.Hyphens {
		t.Errorf("a subhead is set as %+v", s)
	}
	if b.Style("see") != b.Style("body") || b.Style("credit") != b.Style("body") {
		t.Error("body does not stand in for see and credit")
	}
	if got := b.Box("panel").Insets(); got != (geom.Insets{Top: geom.Pt(6), Right: geom.Pt(6), Bottom: geom.Pt(6), Left: geom.Pt(6)}) {
		t.Errorf("padding %v", got)
	}
	if got := b.Box("panel").Top; got.Weight != geom.Pt(3) || got.Colour != SectionInk {
		t.Errorf("rule %+v", got)
	}
	if b.Box("nope").Fill != "" {
		t.Error("an unknown box has looks")
	}
	page, _ := b.Template.Get("page")
	if s := page.Serves; s.Page != "inside" || s.Part != "any" || s.Kind != "article" || !s.Stories.Holds(7) || s.Stories.Holds(0) {
		t.Errorf("serves %+v", s)
	}
	if page.To != b.Grid.Last || !*page.Running || page.Stack[1].Style[0] != "title" || page.Stack[2].Kind() != "body" {
		t.Errorf("template %+v", page)
	}
	if body := page.Stack[2].Body; body.Columns != 1 || body.Style != "body" || !*body.See || *body.Lead {
		t.Errorf("body %+v", body)
	}
}

func TestInk(t *testing.T) {
	b, _ := loadOne(t, strings.Replace(small, "[{colour: jade, tint: jade-tint}]", "[{colour: jade, tint: jade-tint}, {colour: ink}]", 1))
	if b == nil {
		t.Fatal("no brand")
	}
	for _, c := range []struct {
		name    string
		section int
		want    string
	}{
		{"ink", 0, "ink"},
		{"section", 0, "jade"},
		{"section", 1, "jade"},
		{"section", 2, "ink"},
		{"section", 3, "jade"},
		{"section-tint", 1, "jade-tint"},
		{"section-tint", 2, "ink"},
		{"white", 0, "white"},
		{"black", 0, "black"},
		{"nope", 0, "black"},
	} {
		if got := b.Ink(c.name, c.section).Name; got != c.want {
			t.Errorf("%s of section %d is %s, want %s", c.name, c.section, got, c.want)
		}
	}
	if got := b.Ink("jade", 0); got.RGB != (color.RGB{R: 0x0B, G: 0x64, B: 0x57}) || got.CMYK != (color.CMYK{C: 80, Y: 52, K: 58}) {
		t.Errorf("jade is %+v", got)
	}
	if got := (&Brand{}).Ink("section", 1); got.Name != "black" {
		t.Errorf("a brand without sections has %+v", got)
	}
}

func TestFaceFile(t *testing.T) {
	b, _ := loadOne(t, small)
	for _, c := range []struct {
		family, weight, file string
		scale                int
	}{
		{"serif", "regular", "Serif.ttf", 100},
		{"serif", "", "Serif.ttf", 100},
		{"serif", "bold-italic", "Serif-Bold.ttf", 100},
		{"serif", "semibold", "Serif-Bold.ttf", 100},
		{"serif", "italic", "Serif.ttf", 100},
		{"wide", "black", "Wide.ttf", 96},
		{"nope", "bold", "", 100},
	} {
		if file, scale := b.FaceFile(c.family, c.weight); file != c.file || scale != c.scale {
			t.Errorf("%s %s is %s at %d", c.family, c.weight, file, scale)
		}
	}
	odd := Family{Files: map[string]string{"heavy": "b", "book": "a"}}
	if w := odd.Weights(); !slices.Equal(w, []string{"book", "heavy"}) {
		t.Errorf("weights %v", w)
	}
}

func TestExtends(t *testing.T) {
	dir := brands("small", small, "child", `
extends: small
palette: {jade: {rgb: "#2F4A73"}}
styles: {title: {size: 24pt}, plain: {based-on: title, weight: regular}}
templates:
  page: {serves: {stories: 2}}
  plain: {stack: [text: title, text: kicker, body: ]}
labels: {en: {foreword: Editorial}, fr-FR: {foreword: Édito}}
`)
	dir["small/logo.svg"] = &fstest.MapFile{Data: []byte("small")}
	dir["small/both"] = &fstest.MapFile{Data: []byte("small")}
	dir["child/both"] = &fstest.MapFile{Data: []byte("child")}
	var diags diag.List
	b := Load("child", []fs.FS{fstest.MapFS{}, dir}, &diags, fstest.MapFS{"Serif.ttf": {}, "Serif-Bold.ttf": {}, "Wide.ttf": {}})
	quiet(t, &diags)
	if b == nil {
		t.Fatal("no brand")
	}
	if got := b.Ink("jade", 0); got.RGB.String() != "#2F4A73" || got.CMYK.C != 80 {
		t.Errorf("jade is %+v: the parent's cmyk must stay", got)
	}
	if s := b.Style("kicker"); s.Weight != "bold" || b.Style("plain").Size != geom.Pt(24) || b.Style("plain").Weight != "regular" {
		t.Errorf("styles %+v", s)
	}
	if got := b.Template.Keys(); !slices.Equal(got, []string{"page", "plain"}) {
		t.Errorf("templates %v", got)
	}
	page, _ := b.Template.Get("page")
	if page.Serves.Stories.String() != "2" || page.Serves.Part != "any" || len(page.Stack) != 3 {
		t.Errorf("page %+v", page)
	}
	for name, want := range map[string]string{"logo.svg": "small", "both": "child"} {
		if data, err := b.ReadFile(name); err != nil || string(data) != want {
			t.Errorf("%s is %q, %v", name, data, err)
		}
	}
	for _, name := range []string{"none", "../small/both", "/etc/passwd", ""} {
		if _, err := b.ReadFile(name); err == nil {
			t.Errorf("%q can be read", name)
		}
	}
	if at := b.Style("title").At.Of("size"); at.File != "child/brand.yaml" || at.Line != 4 {
		t.Errorf("the size stands at %v", at)
	}
	if at := b.Style("title").At.Of("weight"); at.File != "small/brand.yaml" {
		t.Errorf("the weight stands at %v", at)
	}
}

func TestDropInherited(t *testing.T) {
	dir := brands("small", small, "child", "extends: small\nstyles: {kicker: }\ntemplates:\n  page:\n  other: {stack: [text: title, body: ]}\n")
	var diags diag.List
	b := Load("child", []fs.FS{dir}, &diags)
	quiet(t, &diags)
	if b == nil || b.HasStyle("kicker") || !slices.Equal(b.Template.Keys(), []string{"other"}) {
		t.Errorf("styles %v", b)
	}
}

func TestExtendsOwnName(t *testing.T) {
	var diags diag.List
	own := brands("small", "extends: small\nname: Mine\n")
	b := Load("small", []fs.FS{own, brands("small", small)}, &diags)
	quiet(t, &diags)
	if b == nil || b.Name != "Mine" || b.Style("title") == nil {
		t.Error("the next brand of that name is not extended")
	}
}

func TestNoSuchBrand(t *testing.T) {
	dir := brands("default", small, "circle", "extends: round\n", "round", "extends: circle\n",
		"orphan", "name: Orphan\nextends: defualt\n", "list", "- 1\n", "broken", "a: [\n")
	for name, want := range map[string]string{
		"defualt":    `error: there is no brand "defualt" [unknown-brand] did you mean "default"?`,
		"../default": `error: "../default" is not the name of a brand [unknown-brand] did you mean "default"?`,
		"":           `error: "" is not the name of a brand [unknown-brand]`,
		"circle":     `round/brand.yaml:1:10: error: the brand "circle" extends itself [circle]`,
		"orphan":     `orphan/brand.yaml:2:10: error: there is no brand "defualt" [unknown-brand] did you mean "default"?`,
		"list":       `list/brand.yaml:1:1: error:`,
		"broken":     `broken/brand.yaml:1:1: error: not valid YAML`,
	} {
		var diags diag.List
		if b := Load(name, []fs.FS{dir}, &diags); b != nil || len(diags.All) != 1 {
			t.Errorf("%q: %v, %v", name, b, diags.All)
			continue
		}
		d := diags.All[0]
		if got := d.String() + " " + d.Hint; !strings.HasPrefix(got, want) {
			t.Errorf("%q:\n got %s\nwant %s", name, got, want)
		}
	}
}

// The brands that the program ships load without a message of any kind.
func TestBuiltIn(t *testing.T) {
	dir := os.DirFS("../../assets/brands")
	names, err := fs.Glob(dir, "*/brand.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no brands: %v", err)
	}
	for _, n := range names {
		name := strings.TrimSuffix(n, "/brand.yaml")
		t.Run(name, func(t *testing.T) {
			var diags diag.List
			b := Load(name, []fs.FS{dir}, &diags, os.DirFS("../../fonts"))
			if b != nil {
				Lint(b, &diags)
			}
			quiet(t, &diags)
		})
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(small)
	letter, err := os.ReadFile("testdata/brands/letter/brand.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(letter))
	f.Add("extends: base\nstyles: {title: {based-on: kicker}}\n")
	f.Fuzz(func(t *testing.T, text string) {
		var diags, again diag.List
		dirs := []fs.FS{brands("one", text, "base", small)}
		b := Load("one", dirs, &diags)
		Load("one", dirs, &again)
		if !slices.Equal(diags.All, again.All) {
			t.Error("two loads say different things")
		}
		if (b == nil) != diags.Failed() {
			t.Errorf("brand %v, messages %v", b != nil, diags.All)
		}
		if b == nil {
			return
		}
		Lint(b, &diags)
		for _, e := range b.Styles.Entries {
			if s := b.Style(e.Key); s.Size <= 0 || s.Leading <= 0 || s.Family == "" {
				t.Errorf("style %q is %+v", e.Key, s)
			}
		}
		live := b.Live()
		if live.Empty() || b.ColumnX(1) != live.X || b.ColumnRight(b.Grid.Columns) != live.Right() {
			t.Errorf("the live area %v, columns %v to %v", live, b.ColumnX(1), b.ColumnRight(b.Grid.Columns))
		}
	})
}

func TestLetter(t *testing.T) {
	data, err := os.ReadFile("testdata/brands/letter/brand.yaml")
	if err != nil || strings.Count(string(data), "\n") >= 60 {
		t.Errorf("the worked example has %d lines, not under 60 (%v)", strings.Count(string(data), "\n"), err)
	}
	var diags diag.List
	b := Load("letter", testdata(t), &diags, os.DirFS("../../fonts"))
	if b == nil {
		t.Fatalf("%v", diags.All)
	}
	Lint(b, &diags)
	quiet(t, &diags)
	if w := b.Live().W; w < geom.MM(79.99) || w > geom.MM(80.01) {
		t.Errorf("the measure is %v, want 80 mm", w)
	}
}

// A sheet that is the opposite of the letter, with everything that it lacks.
func TestPoster(t *testing.T) {
	var diags diag.List
	b := Load("poster", testdata(t), &diags, os.DirFS("../../fonts"))
	if b == nil {
		t.Fatalf("%v", diags.All)
	}
	Lint(b, &diags)
	quiet(t, &diags)
	if trim := b.Trim(); trim != (geom.Size{W: geom.MM(297), H: geom.MM(420)}) {
		t.Errorf("the sheet is %v", trim)
	}
	third := b.ColumnRight(2) - b.ColumnX(1)
	if d := third*3 + 2*b.Grid.Gutter - b.Live().W; d < -3 || d > 3 {
		t.Errorf("three columns of %v and two gutters miss the measure by %v", third, d)
	}
	if got := b.Box("facts").Padding; len(got) != 4 || got[2] != geom.Pt(10) || got[3] != geom.Pt(12) {
		t.Errorf("padding %v", got)
	}
}

// Brands that are written for pages that fill themselves are sound, too.
func TestSmallBrands(t *testing.T) {
	for _, name := range []string{"sheet", "bulletin"} {
		var diags diag.List
		b := Load(name, testdata(t), &diags, os.DirFS("../../fonts"))
		if b == nil {
			t.Fatalf("%v", diags.All)
		}
		Lint(b, &diags)
		quiet(t, &diags)
	}
}
