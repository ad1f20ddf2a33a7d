package brand

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"masthead/layout/diag"
	"masthead/layout/geom"
	"masthead/layout/source"
)

// decode reads a value from text and returns what was said of it.
func decode[T any](t *testing.T, text string) (T, []string) {
	t.Helper()
	var dst struct {
		V T `key:"v,bare"`
	}
	var diags diag.List
	n, ok := source.Parse("v.yaml", []byte("v: "+text+"\n"), &diags)
	if !ok {
		t.Fatalf("%q: %v", text, diags.All)
	}
	d := source.Decoder{Diags: &diags}
	d.Decode(n, &dst)
	var said []string
	for _, m := range diags.All {
		said = append(said, m.Message)
	}
	return dst.V, said
}

// accepts checks what a text is decoded into.
func accepts[T any](t *testing.T, text string, want T) {
	t.Helper()
	got, said := decode[T](t, text)
	if len(said) > 0 || !reflect.DeepEqual(got, want) {
		t.Errorf("%s is %+v, want %+v %q", text, got, want, said)
	}
}

// refuses checks that a text is complained of once.
func refuses[T any](t *testing.T, text, want string) {
	t.Helper()
	got, said := decode[T](t, text)
	if len(said) != 1 || !strings.Contains(said[0], want) {
		t.Errorf("%s is %+v, said %q, want %q", text, got, said, want)
	}
}

func TestDecodeNames(t *testing.T) {
	accepts(t, "title", Names{"title"})
	accepts(t, "[title, lead]", Names{"title", "lead"})
	accepts(t, "[]", Names{})
	accepts(t, "", Names(nil))
	refuses[Names](t, "{a: b}", "must be a list")
	refuses[Names](t, "[{a: b}]", "must be text")
}

func TestDecodePadding(t *testing.T) {
	pt := func(values ...float64) (p Padding) {
		for _, v := range values {
			p = append(p, geom.Pt(v))
		}
		return p
	}
	accepts(t, "6", pt(6, 6, 6, 6))
	accepts(t, "[6]", pt(6, 6, 6, 6))
	accepts(t, "[1, 2]", pt(1, 2, 1, 2))
	accepts(t, "[1, 2pt, 1in, 4]", pt(1, 2, 72, 4))
	accepts(t, "[]", Padding(nil))
	refuses[Padding](t, "[1, 2, 3]", "3 lengths for the four sides")
	refuses[Padding](t, "wide", "must be a length")
}

func TestDecodeRows(t *testing.T) {
	accepts(t, "2", Rows{Min: 2, Ideal: 2, Max: 2, Set: true})
	accepts(t, "1-3", Rows{Min: 1, Ideal: 2, Max: 3, Set: true})
	accepts(t, "1.5+", Rows{Min: 1.5, Ideal: 1.5, Max: Unbounded, Free: true, Set: true})
	accepts(t, "{min: 20, ideal: 24, max: 30, cost: 7}", Rows{Min: 20, Ideal: 24, Max: 30, Cost: 7, Set: true})
	accepts(t, "{min: 20, max: 30}", Rows{Min: 20, Ideal: 25, Max: 30, Set: true})
	accepts(t, "{ideal: 24}", Rows{Min: 24, Ideal: 24, Max: 24, Set: true})
	accepts(t, "{min: 20, ideal: 24}", Rows{Min: 20, Ideal: 24, Max: 24, Set: true})
	accepts(t, "{ideal: 24, max: 30}", Rows{Min: 24, Ideal: 24, Max: 30, Set: true})
	accepts(t, "{max: 8}", Rows{Min: 8, Ideal: 8, Max: 8, Set: true})
	accepts(t, "{min: 0, max: 0}", Rows{Set: true})
	accepts(t, "{min: 2, free: true}", Rows{Min: 2, Ideal: 2, Max: Unbounded, Free: true, Set: true})
	accepts(t, "{min: 2, max: 9, free: true}", Rows{Min: 2, Ideal: 2, Max: 9, Free: true, Set: true})
	refuses[Rows](t, "{}", "rows without min, ideal or max")
	refuses[Rows](t, "{cost: 3}", "rows without min, ideal or max")
	refuses[Rows](t, "{min: 9, ideal: 8}", "rows from 9 to 8 with the ideal 8")
	refuses[Rows](t, "{min: -1}", "out of range")
	refuses[Rows](t, "{least: 3, min: 2}", `unknown key "least"`)
	refuses[Rows](t, "[1, 2]", "must be text")
	refuses[Rows](t, "", "is empty")
	refuses[Rows](t, "many", "not a number of rows")
}

func TestDecodeRangeAndColumns(t *testing.T) {
	accepts(t, "2+", Range{Min: 2, Max: -1, Set: true})
	accepts(t, "0", Range{Set: true})
	accepts(t, "1-5", Columns{From: 1, To: 5})
	accepts(t, "4", Columns{From: 4, To: 4})
	refuses[Range](t, "3-1", "ends before it begins")
	refuses[Range](t, "[1]", "must be text")
	refuses[Columns](t, "1+", "not a span of columns")
}

func TestDecodeColour(t *testing.T) {
	c, said := decode[Colour](t, `{rgb: "0b6457", cmyk: [80, 0, 52.5, 58], spot: PANTONE 3302 C}`)
	if len(said) > 0 || c.RGB.String() != "#0B6457" || c.CMYK != [4]float64{80, 0, 52.5, 58} || c.Spot != "PANTONE 3302 C" || c.At.Of("spot").Column != 51 {
		t.Errorf("%+v, %q", c, said)
	}
	refuses[Colour](t, `{rgb: "#000000"}`, `has no "cmyk"`)
	refuses[Colour](t, "{cmyk: [0, 0, 0, 100]}", `has no "rgb"`)
	refuses[Colour](t, "{rgb: '#000000', cmyk: [-1, 0, 0, 0]}", "-1 percent of cyan")
	refuses[Colour](t, "{rgb: [0, 0, 0], cmyk: [0, 0, 0, 0]}", "must be text")
	refuses[Colour](t, `"#000000"`, "must be a mapping")
}

func TestDecodeFamily(t *testing.T) {
	f, said := decode[Family](t, "{regular: a.ttf, bold: b.ttf, scale: 104}")
	if len(said) > 0 || f.Scale != 104 || !slices.Equal(f.Weights(), []string{"bold", "regular"}) || f.At.Of("bold").Column != 27 {
		t.Errorf("%+v, %q", f, said)
	}
	refuses[Family](t, "{regular: a.ttf, scale: big}", "must be a whole number")
	refuses[Family](t, "{regular: }", "must be text, not nothing")
	refuses[Family](t, "a.ttf", "must be a mapping")
	l, said := decode[Labels](t, "{foreword: Editorial, page: 3}")
	if len(said) > 0 || l.Words["foreword"] != "Editorial" || l.Words["page"] != "3" {
		t.Errorf("%+v, %q", l, said)
	}
}

// A piece whose keys all have defaults may be written in three ways.
func TestDecodePieces(t *testing.T) {
	const keys = "body: , items: , gallery: , facts: , quote: , index: , calendar: , contacts: , follow: , rule: "
	for _, with := range []string{"", "yes", "true", "{}"} {
		n, said := decode[Node](t, "{"+strings.ReplaceAll(keys, ": ", ": "+with+" ")+"}")
		if len(said) > 0 {
			t.Errorf("%q: %q", with, said)
			continue
		}
		if n.Body == nil || n.Items == nil || n.Gallery == nil || n.Facts == nil || n.Quote == nil || n.Index == nil ||
			n.Calendar == nil || n.Contacts == nil || n.Follow == nil || n.Rule == nil {
			t.Errorf("%q: a piece is missing in %+v", with, n)
		}
	}
	for _, with := range []string{"no", "false"} {
		refuses[Node](t, "{facts: "+with+"}", "cannot be")
	}
	for _, key := range []string{"body", "items", "gallery", "facts", "quote", "index", "calendar", "contacts", "follow", "rule"} {
		refuses[Node](t, "{"+key+": some}", "must be a mapping")
		refuses[Node](t, "{"+key+": {nonsense: 1}}", `unknown key "nonsense"`)
	}
	n, said := decode[Node](t, "{facts: {rule: , fewer: 3}}")
	if len(said) > 0 || n.Facts.Rule == nil || n.Facts.Fewer != 3 || n.Facts.At.Of("fewer").Column != 28 {
		t.Errorf("%+v, %q", n.Facts, said)
	}
}

// The kinds of a box are the keys of Node from stack on, in its order.
func TestKinds(t *testing.T) {
	var keys []string
	typ := reflect.TypeFor[Node]()
	for i := range typ.NumField() {
		key, _, _ := strings.Cut(typ.Field(i).Tag.Get("key"), ",")
		if key == "stack" || len(keys) > 0 {
			keys = append(keys, key)
		}
	}
	if !slices.Equal(keys, Kinds()) {
		t.Errorf("kinds\n%v, keys\n%v", Kinds(), keys)
	}
	for _, k := range Kinds() {
		with := "{}"
		switch k {
		case "stack", "split", "choose", "layers":
			with = "[]"
		case "space", "figure", "caption-of":
			with = "1"
		case "text":
			with = "title"
		case "each", "pour":
			with = "{stack: []}"
		}
		n, said := decode[Node](t, "{"+k+": "+with+"}")
		if len(said) > 0 || n.Kind() != k || !slices.Equal(kindsIn(n.At), []string{k}) {
			t.Errorf("%s is of the kind %q (%q)", k, n.Kind(), said)
		}
	}
	if (&Node{}).Kind() != "" {
		t.Error("an empty box is of a kind")
	}
}

func TestInset(t *testing.T) {
	b, said := decode[Body](t, "{insets: [{columns: 1-2, at: head, space-after: 1, quote: {style: [a, b]}, if: quote}]}")
	if len(said) > 0 || len(b.Insets) != 1 {
		t.Fatalf("%+v, %q", b, said)
	}
	in := b.Insets[0]
	if in.Columns != (Columns{1, 2}) || in.Node.Columns != (Columns{}) || in.At != "head" || in.After != 1 || len(in.Quote.Style) != 2 ||
		!slices.Equal(in.If, Names{"quote"}) || in.Kind() != "quote" {
		t.Errorf("%+v", in)
	}
	refuses[Body](t, "{insets: [{quote: yes}]}", `has no "columns"`)
	refuses[Body](t, "{insets: [{columns: 1, at: centre, quote: yes}]}", `cannot be "centre"`)
}
