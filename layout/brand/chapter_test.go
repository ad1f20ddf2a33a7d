package brand

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout/diag"
	"masthead/layout/geom"
	"masthead/layout/source"
)

var update = flag.Bool("update", false, "write the tables of BRAND.md anew")

// documented are the types whose keys the chapter lists, by the name of their
// table.
func documented() map[string]reflect.Type {
	return map[string]reflect.Type{
		"brand": reflect.TypeFor[Brand](), "page": reflect.TypeFor[Page](), "grid": reflect.TypeFor[Grid](),
		"colour": reflect.TypeFor[colourKeys](), "section-colour": reflect.TypeFor[SectionColour](),
		"inline-styles": reflect.TypeFor[InlineStyles](), "inline": reflect.TypeFor[Inline](),
		"style": reflect.TypeFor[Style](), "fit": reflect.TypeFor[Fit](), "drop-cap": reflect.TypeFor[DropCap](),
		"opening": reflect.TypeFor[Opening](), "breaking": reflect.TypeFor[Breaking](), "stories": reflect.TypeFor[StoryRules](),
		"box-look": reflect.TypeFor[Box](), "template": reflect.TypeFor[Template](), "serves": reflect.TypeFor[Serves](),
		"node": reflect.TypeFor[Node](), "body": reflect.TypeFor[Body](), "inset": reflect.TypeFor[Inset](),
		"items": reflect.TypeFor[Items](), "gallery": reflect.TypeFor[Gallery](), "facts": reflect.TypeFor[Facts](),
		"quote": reflect.TypeFor[Quote](), "index": reflect.TypeFor[Index](), "calendar": reflect.TypeFor[Calendar](),
		"contacts": reflect.TypeFor[Contacts](), "follow": reflect.TypeFor[Follow](), "rule": reflect.TypeFor[Rule](),
		"each": reflect.TypeFor[Each](), "pour": reflect.TypeFor[Pour](), "placed": reflect.TypeFor[Placed](), "stop": reflect.TypeFor[Stop](),
		"rows": reflect.TypeFor[rowsKeys](), "costs": reflect.TypeFor[Costs](), "photos": reflect.TypeFor[PhotoRules](),
		"print": reflect.TypeFor[PrintRules](), "lead-in": reflect.TypeFor[LeadIn](),
	}
}

// values names what the keys of a type take.
func values() map[reflect.Type]string {
	return map[reflect.Type]string{
		reflect.TypeFor[string](): "text", reflect.TypeFor[bool](): "true, false", reflect.TypeFor[int](): "whole number",
		reflect.TypeFor[float64](): "number", reflect.TypeFor[geom.Length](): "length", reflect.TypeFor[hex](): `"#RRGGBB"`,
		reflect.TypeFor[[4]float64](): "four numbers", reflect.TypeFor[[3]float64](): "three numbers", reflect.TypeFor[[2]int](): "two whole numbers",
		reflect.TypeFor[Names](): "word or list", reflect.TypeFor[Padding](): "length or list", reflect.TypeFor[Range](): "range",
		reflect.TypeFor[Rows](): "rows", reflect.TypeFor[Columns](): "columns", reflect.TypeFor[[]Node](): "list of [boxes](#boxes)",
		reflect.TypeFor[Node](): "a [box](#boxes)", reflect.TypeFor[[]Placed](): "list of [items](#items-at-fixed-places)",
		reflect.TypeFor[[]Inset](): "list of [insets](#body)", reflect.TypeFor[[]Stop](): "list of stations", reflect.TypeFor[[]Rule](): "list of [rules](#rules)",
		reflect.TypeFor[Rule](): "a [rule](#rules)", reflect.TypeFor[[]SectionColour](): "list",
		reflect.TypeFor[map[string][2]float64](): "text: two numbers",
	}
}

// sections says where the chapter lists the keys of a key.
func sections() map[string]string {
	return map[string]string{
		"page": "the-page-and-its-grid", "grid": "the-page-and-its-grid", "palette": "colours", "families": "typefaces", "styles": "type-styles",
		"inline": "typefaces", "emphasis": "typefaces", "strong": "typefaces", "strong-emphasis": "typefaces", "link": "typefaces",
		"stories": "stories-photos-print-words", "photos": "stories-photos-print-words", "print": "stories-photos-print-words",
		"labels": "stories-photos-print-words", "languages": "languages", "boxes": "boxes", "templates": "templates", "serves": "templates", "costs": "prices",
		"fit": "type-styles", "drop-cap": "type-styles", "opening": "type-styles", "breaking": "type-styles",
		"gallery": "pictures-in-a-strip", "body": "body", "items": "lists", "facts": "facts", "quote": "quote", "index": "index",
		"lead-in": "words-on-one-line", "calendar": "calendar", "contacts": "contacts-and-follow", "follow": "contacts-and-follow", "each": "each", "pour": "pour",
	}
}

// refKinds names what a reference must be.
func refKinds() map[string]string {
	return map[string]string{
		"style": "style", "base": "style", "cap": "style or edge", "colour": "colour", "palette": "colour", "family": "family", "box": "look",
		"x": "place", "y": "place", "side": "sides", "condition": "conditions", "role": "role", "picture": "file", "rows": "number", "text": "text with {fields}", "piece": "piece or text with {fields}",
	}
}

// table lists the keys of a type.
func table(t *testing.T, typ reflect.Type) string {
	var b strings.Builder
	b.WriteString("| key | value | |\n| --- | --- | --- |\n")
	for i := range typ.NumField() {
		f := typ.Field(i)
		key, options, _ := strings.Cut(f.Tag.Get("key"), ",")
		if key == "" {
			continue
		}
		doc := f.Tag.Get("doc")
		if doc == "" {
			t.Errorf("%v.%s has no doc tag", typ, f.Name)
		}
		if strings.Contains(options, "required") {
			doc = "**needed**; " + doc
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", key, value(t, f), strings.ReplaceAll(doc, "|", "\\|"))
	}
	return b.String()
}

func value(t *testing.T, f reflect.StructField) string {
	if e := f.Tag.Get("enum"); e != "" {
		return strings.ReplaceAll(e, "|", ", ")
	}
	if k := f.Tag.Get("is"); k != "" {
		v, ok := refKinds()[k]
		if !ok {
			t.Errorf("no words for the tag is:%q", k)
		}
		if f.Type == reflect.TypeFor[Names]() && k != "side" && k != "condition" {
			v += " or list"
		}
		return v
	}
	typ := f.Type
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	out, ok := values()[typ]
	if !ok {
		if typ.Kind() != reflect.Struct {
			t.Errorf("no words for the values of %s, %v", f.Name, f.Type)
		}
		key, _, _ := strings.Cut(f.Tag.Get("key"), ",")
		where, ok := sections()[key]
		if !ok {
			t.Errorf("no section for the keys of %s", key)
		}
		return fmt.Sprintf("[keys](#%s)", where)
	}
	least, most := f.Tag.Get("min"), f.Tag.Get("max")
	if least != "" && most != "" {
		out += ", " + least + " to " + most
	}
	return out
}

var tableMark = regexp.MustCompile(`(?s)<!-- keys: ([a-z-]+) -->\n.*?<!-- end -->`)

// The tables of the chapter are those of the types' tags.
func TestChapterIsCurrent(t *testing.T) {
	data, err := os.ReadFile("BRAND.md")
	if err != nil {
		t.Fatal(err)
	}
	types := documented()
	seen := map[string]bool{}
	want := tableMark.ReplaceAllStringFunc(string(data), func(old string) string {
		name := tableMark.FindStringSubmatch(old)[1]
		typ, ok := types[name]
		if !ok {
			t.Errorf("the chapter asks for a table %q", name)
			return old
		}
		seen[name] = true
		return fmt.Sprintf("<!-- keys: %s -->\n%s<!-- end -->", name, table(t, typ))
	})
	for name := range types {
		if !seen[name] {
			t.Errorf("the chapter lacks the table %q", name)
		}
	}
	for _, list := range [][]string{Conditions(), FieldNames(), Pieces(), Roles(), edgeNames(), Kinds()} {
		for _, word := range list {
			if !strings.Contains(want, "`"+word+"`") && !strings.Contains(want, "{"+word+"}") {
				t.Errorf("the chapter does not name %q", word)
			}
		}
	}
	if *update {
		if err := os.WriteFile("BRAND.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if want != string(data) {
		t.Error("the tables are not those of the types: run go test ./layout/brand -run Chapter -update")
	}
}

// The examples of the chapter are the files that the tests load.
func TestChapterExamples(t *testing.T) {
	data, err := os.ReadFile("BRAND.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(string(data), -1)
	letter, err := os.ReadFile("testdata/brands/letter/brand.yaml")
	if err != nil {
		t.Fatal(err)
	}
	whole := 0
	for _, b := range blocks {
		text := b[1]
		switch {
		case text == string(letter):
			whole++
		case strings.HasPrefix(text, "templates:\n  front:"):
			whole++
			pages(t, string(letter), text)
		case strings.HasPrefix(text, "extends: default"):
			whole++
			recolours(t, text)
		default:
			var diags diag.List
			source.Parse("BRAND.md", []byte(text), &diags)
			quiet(t, &diags)
		}
	}
	if whole != 3 {
		t.Errorf("the chapter has %d of its three whole examples", whole)
	}
}

// pages loads the templates of an example with the styles of another.
func pages(t *testing.T, letter, templates string) {
	t.Helper()
	head, _, _ := strings.Cut(letter, "templates:\n")
	head = strings.Replace(head, "  title-small:", "  title-large: {based-on: title, size: 40pt, leading: 45.5pt}\n  title-small:", 1)
	dir := fstest.MapFS{"mine/brand.yaml": {Data: []byte(head + templates)}}
	var diags diag.List
	b := Load("mine", []fs.FS{dir}, &diags, os.DirFS("../../fonts"))
	if b != nil {
		Lint(b, &diags)
	}
	for _, d := range diags.All {
		if d.Code != "unused" {
			t.Errorf("%v\n%s", d, d.Hint)
		}
	}
}

// recolours loads an example that extends a brand with the palette of the
// built-in one.
func recolours(t *testing.T, text string) {
	if n := strings.Count(text, "\n"); n > 5 {
		t.Errorf("the recolouring takes %d lines, more than five", n)
	}
	parent := strings.Replace(small, "palette:\n", `palette:
  navy: {rgb: "#10233F", cmyk: [100, 68, 0, 78]}
  plum: {rgb: "#6A2C5E", cmyk: [0, 70, 0, 66]}
  plum-tint: {rgb: "#F4EAF1", cmyk: [4, 10, 2, 0]}
  slate: {rgb: "#2F4A73", cmyk: [80, 50, 0, 48]}
  slate-tint: {rgb: "#E8EDF4", cmyk: [10, 5, 2, 0]}
`, 1)
	dir := fstest.MapFS{"default/brand.yaml": {Data: []byte(parent)}, "mine/brand.yaml": {Data: []byte(text)}}
	var diags diag.List
	b := Load("mine", []fs.FS{dir}, &diags)
	quiet(t, &diags)
	if b == nil {
		return
	}
	if got := b.Ink(SectionTint, 2).Name; got != "slate-tint" || b.Ink("navy", 0).RGB.String() != "#2B1B3D" {
		t.Errorf("the second section's tint is %q, navy %v", got, b.Ink("navy", 0).RGB)
	}
}

// TestChapterPictures: every picture that the chapter shows is there, and none lies
// about unshown.
func TestChapterPictures(t *testing.T) {
	data, err := os.ReadFile("BRAND.md")
	if err != nil {
		t.Fatal(err)
	}
	const folder = "../../assets/manual"
	shown := map[string]bool{}
	for _, m := range regexp.MustCompile(`!\[[^\]]{10,}\]\(`+folder+`/([a-z-]+\.png)\)`).FindAllSubmatch(data, -1) {
		shown[string(m[1])] = true
	}
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !shown[f.Name()] {
			t.Errorf("%s is not shown", f.Name())
		}
		delete(shown, f.Name())
	}
	for name := range shown {
		t.Errorf("%s is not there", name)
	}
}
