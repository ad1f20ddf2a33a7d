package brand

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"masthead/layout/diag"
	"masthead/layout/geom"
)

// styled loads the small brand with further styles, all of them in use.
func styled(t *testing.T, styles string) (*Brand, *diag.List) {
	t.Helper()
	return loadOne(t, strings.Replace(small, "boxes:\n", styles+"boxes:\n", 1))
}

// A style takes what it does not say from its base, and that from its own, down
// to the keys of the mappings in it.
func TestCascade(t *testing.T) {
	b, diags := styled(t, `  one: {size: 9, leading: 12, tracking: 5, features: [onum, pnum], breaking: {zone: 20, last-line: 0.3, hang: {"-": [0, 0.5]}}}
  two: {based-on: one, features: [lnum], breaking: {zone: 30, hang: {".": [0, 0.7]}}}
  three: {based-on: two, tracking: 0, drop-cap: {lines: 2, opening: {case: upper}}}
  four: {based-on: three, drop-cap: {opening: {words: 9}}}
`)
	quiet(t, diags)
	if b == nil {
		t.Fatal("no brand")
	}
	two, three, four := b.Style("two"), b.Style("three"), b.Style("four")
	if two.Tracking != 5 || !slices.Equal(two.Features, Names{"lnum"}) {
		t.Errorf("two: tracking %d, features %v (lists are replaced)", two.Tracking, two.Features)
	}
	if *two.Breaking.Zone != geom.Pt(30) || *two.Breaking.LastLine != 0.3 || len(two.Breaking.Protrude) != 2 {
		t.Errorf("two: breaking %+v", two.Breaking)
	}
	if three.Tracking != 0 || *three.Breaking.Zone != geom.Pt(30) {
		t.Errorf("three: a stated zero counts: %+v", three)
	}
	if d := four.DropCap; d.Lines != 2 || d.Opening.Case != "upper" || d.Opening.Words != 9 || three.DropCap.Opening.Words != 4 {
		t.Errorf("four: initial %+v", four.DropCap)
	}
	if one := b.Style("one"); *one.Breaking.Zone != geom.Pt(20) || len(one.Breaking.Protrude) != 1 || one.DropCap != nil {
		t.Errorf("the base has changed: %+v", one)
	}
}

// Bases may be defined after the styles that name them.
func TestCascadeForward(t *testing.T) {
	b, diags := styled(t, "  late: {based-on: later, weight: bold}\n  later: {based-on: latest}\n  latest: {size: 33, leading: 36}\n")
	quiet(t, diags)
	if b == nil || b.Style("late").Size != geom.Pt(33) || b.Style("late").Weight != "bold" || b.Style("later").Weight != "regular" {
		t.Error("a base that comes later is not found")
	}
}

func TestCascadeFaults(t *testing.T) {
	for styles, want := range map[string]string{
		"  a: {based-on: a, size: 9}\n":                                             "the styles are based on each other: a, a",
		"  a: {based-on: b, size: 9}\n  b: {based-on: c}\n  c: {based-on: b}\n":     "the styles are based on each other: b, c, b",
		"  a: {based-on: nothing, size: 9}\n":                                       `there is no style "nothing"`,
		"  a: {based-on: [body], size: 9}\n":                                        `"based-on" must be text`,
		"  a: {based-on: body, size: nine}\n  b: {based-on: a}\n  c: {based-on: b}": `"size" must be a length`,
		"  a: 9\n": "must be a mapping",
	} {
		b, diags := styled(t, styles+"\n")
		if b != nil {
			t.Errorf("%q loads", styles)
		}
		n := 0
		for _, d := range diags.All {
			if strings.Contains(d.Message, want) {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%q: want %q once, have %v", styles, want, diags.All)
		}
	}
}

// Three brands deep, the nearest word counts, and files are looked for in the
// same order.
func TestExtendsChain(t *testing.T) {
	dir := brands(
		"small", small,
		"middle", "extends: small\nname: Middle\npalette: {jade: {rgb: '#17695b'}}\nsection-colours: [{colour: ink}]\nstyles: {body: {size: 11pt}}\n",
		"top", "extends: middle\nstyles: {body: {tracking: 3}}\ncosts: {page: 7}\n",
	)
	dir["small/deep.svg"] = dir["small/brand.yaml"]
	var diags diag.List
	b := Load("top", []fs.FS{dir}, &diags)
	quiet(t, &diags)
	if b == nil {
		t.Fatal("no brand")
	}
	if b.Name != "Middle" || b.Ink("jade", 0).RGB.String() != "#17695B" || len(b.Sections) != 1 || b.Costs.Page != 7 || b.Costs.Space != 40 {
		t.Errorf("%q, %v, %v, %v", b.Name, b.Ink("jade", 0), b.Sections, b.Costs)
	}
	if s := b.Style("body"); s.Size != geom.Pt(11) || s.Tracking != 3 || s.Leading != geom.Pt(12) {
		t.Errorf("body %+v", s)
	}
	if len(b.Files) != 3 {
		t.Errorf("%d folders", len(b.Files))
	}
	if _, err := b.ReadFile("deep.svg"); err != nil {
		t.Error(err)
	}
}

// What a brand that is extended defines and the upper one does not use is not
// the upper one's fault.
func TestUnusedIsOnesOwn(t *testing.T) {
	dir := brands("small", small, "top", "extends: small\npalette: {rose: {rgb: '#aa3355', cmyk: [0, 0, 0, 0]}}\nboxes: {panel: {fill: white}}\nsection-colours: [{colour: jade}]\n")
	var diags diag.List
	b := Load("top", []fs.FS{dir}, &diags)
	if b == nil {
		t.Fatal(diags.All)
	}
	Lint(b, &diags)
	if len(diags.All) != 1 || !strings.Contains(diags.All[0].Message, `"rose" is not used`) {
		t.Errorf("%v", diags.All)
	}
}

func TestReadFailure(t *testing.T) {
	var diags diag.List
	if b := Load("one", []fs.FS{broken{}, brands("one", small)}, &diags); b != nil || len(diags.All) != 1 || !strings.Contains(diags.All[0].Message, "cannot be read") {
		t.Errorf("%v: a folder that fails must not be passed over", diags.All)
	}
}

type broken struct{}

func (broken) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}
