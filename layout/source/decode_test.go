package source

import (
	"fmt"
	"strings"
	"testing"

	"masthead/layout/diag"
	"masthead/layout/geom"
)

type align string

type inner struct {
	Width geom.Length `key:"width" min:"1" doc:"How wide."`
	Align align       `key:"align" enum:"left|centre|justified"`
	At    Marks
}

type shared struct {
	Note string `key:"note"`
}

type outer struct {
	Title  string             `key:"title,required" doc:"The title."`
	Number int                `key:"number" min:"1" max:"99"`
	Ratio  float64            `key:"ratio"`
	On     bool               `key:"on"`
	Inner  *inner             `key:"inner"`
	List   []inner            `key:"list"`
	Pair   *[2]float64        `key:"pair"`
	Words  map[string]string  `key:"words"`
	Styles Ordered[inner]     `key:"styles"`
	Raw    *Node              `key:"raw"`
	Bare   *inner             `key:"bare,bare"`
	Deep   map[string][]inner `key:"deep"`
	shared `key:",inline"`
	At     Marks
}

func decode(t *testing.T, in string, dst any) string {
	t.Helper()
	var l diag.List
	n, ok := Parse("f.yaml", []byte(in), &l)
	if !ok {
		t.Fatalf("parse: %s", said(&l))
	}
	d := Decoder{Diags: &l}
	d.Decode(n, dst)
	return said(&l)
}

func TestDecode(t *testing.T) {
	var o outer
	if got := decode(t, `
title: 2023-06-27
number: 011
ratio: .5
on: true
inner: {width: 3mm, align: left}
list: [{width: 12}, {width: 1in}]
pair: [0.25, 1]
words: {a: 1, b: yes}
styles:
  z: {width: 1}
  a: {width: 2}
raw: [1, {b: c}]
bare:
deep: {x: [{width: 4}]}
note: shared
`, &o); got != "" {
		t.Fatal(got)
	}
	switch {
	case o.Title != "2023-06-27", o.Number != 11, o.Ratio != 0.5, !o.On, o.Inner.Width != geom.MM(3), o.Inner.Align != "left",
		len(o.List) != 2 || o.List[1].Width != geom.Pt(72), *o.Pair != [2]float64{0.25, 1}, o.Words["a"] != "1" || o.Words["b"] != "yes",
		len(o.Styles.Entries) != 2 || o.Styles.Entries[0].Key != "z", o.Raw.Items()[1].Get("b").Text() != "c", o.Bare == nil,
		o.Deep["x"][0].Width != geom.Pt(4), o.Note != "shared":
		t.Errorf("decoded wrongly: %+v", o)
	}
	if got := o.At.Of("number"); got != (diag.Pos{File: "f.yaml", Line: 3, Column: 9}) {
		t.Errorf("number stands at %v", got)
	}
	if got := o.Inner.At.Of("nothing"); got != o.Inner.At.Pos || got.Line != 6 || got.Column != 8 {
		t.Errorf("a missing key stands at %v", got)
	}
}

func TestDecodeFaults(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"unknown key", "titel: x", `f.yaml:1:1: error: unknown key "titel" [unknown-key] | did you mean "title"?
f.yaml:1:1: error: the file has no "title" [missing-key] | add title: the title`},
		{"not a mapping", "- x", `f.yaml:1:1: error: the file must be a mapping, not a list [wrong-type] | write keys below it: key: value`},
		{"empty title", "title: ' '", `f.yaml:1:8: error: "title" is empty [empty-text] | write something or delete the key`},
		{"null title", "title: ~", `f.yaml:1:8: error: "title" is empty [empty-text] | write something or delete the key`},
		{"text is a list", "title: [x]", `f.yaml:1:8: error: "title" must be text, not a list [wrong-type]`},
		{"number", "title: x\nnumber: 0x1F", `f.yaml:2:9: error: "number" must be a whole number, not "0x1F" [wrong-type]`},
		{"number null", "title: x\nnumber:", `f.yaml:2:8: error: "number" is empty [empty-value] | fill it in or delete the key`},
		{"range", "title: x\nnumber: 100", `f.yaml:2:9: error: "number" is out of range: 100 [out-of-range] | from 1 to 99`},
		{"ratio", "title: x\nratio: .inf", `f.yaml:2:8: error: "ratio" must be a number, not ".inf" [wrong-type]`},
		{"ratio quoted", "title: x\nratio: '1'", `f.yaml:2:8: error: "ratio" must be a number, not "1" [wrong-type] | leave out the quotes`},
		{"bool", "title: x\non: yes", `f.yaml:2:5: error: "on" must be true or false, not "yes" [wrong-type] | write true or false`},
		{"length", "title: x\ninner: {width: 3 ells}", `f.yaml:2:16: error: "width" must be a length, not "3 ells" [wrong-type] | write a number with pt, mm, cm, in or pc`},
		{"short length", "title: x\ninner: {width: 0.1mm}", `f.yaml:2:16: error: "width" is out of range: 0.1mm [out-of-range] | at least 1`},
		{"enum", "title: x\ninner: {align: center}", `f.yaml:2:16: error: "align" cannot be "center" [bad-value] | did you mean "centre"?`},
		{"enum far off", "title: x\ninner: {align: up}", `f.yaml:2:16: error: "align" cannot be "up" [bad-value] | possible here: left, centre, justified`},
		{"enum null", "title: x\ninner: {align: }", `f.yaml:2:16: error: "align" is empty [empty-value] | fill it in or delete the key`},
		{"struct null", "title: x\ninner:", `f.yaml:2:7: error: "inner" is empty [empty-value] | fill it in or delete the key`},
		{"list entry", "title: x\nlist: [{wid: 1}, 2]", `f.yaml:2:9: error: unknown key "wid" [unknown-key] | possible here: width, align
f.yaml:2:18: error: an entry of "list" must be a mapping, not text [wrong-type] | write keys below it: key: value`},
		{"pair", "title: x\npair: [1]", `f.yaml:2:7: error: "pair" must be a list of 2 values, not 1 [wrong-type]`},
		{"map", "title: x\nwords: [a]", `f.yaml:2:8: error: "words" must be a mapping, not a list [wrong-type] | write keys below it: key: value`},
		{"map value", "title: x\nwords: {a: [b]}", `f.yaml:2:12: error: "a" must be text, not a list [wrong-type]`},
		{"ordered", "title: x\nstyles: {b: {align: lfet}}", `f.yaml:2:21: error: "align" cannot be "lfet" [bad-value] | did you mean "left"?`},
	} {
		var o outer
		if got := decode(t, c.in, &o); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

type point struct{ x, y int }

func (p *point) UnmarshalText(text []byte) error {
	_, err := fmt.Sscanf(string(text), "%d,%d", &p.x, &p.y)
	return err
}

func TestTextUnmarshaler(t *testing.T) {
	var v struct {
		At point `key:"at"`
	}
	if got := decode(t, "at: 3,4", &v); got != "" || v.At != (point{3, 4}) {
		t.Errorf("%v %s", v.At, got)
	}
	if got := decode(t, "at: here", &v); got != `f.yaml:1:5: error: "at": expected integer [bad-value]` {
		t.Error(got)
	}
}

// A document decoded over another changes what it names and nothing else, and
// leaves copies that were made before alone.
func TestDecodeOver(t *testing.T) {
	var base outer
	if got := decode(t, "title: a\nnumber: 3\ninner: {width: 5, align: left}\nwords: {a: x, b: y}\nstyles: {p: {width: 1}, q: {width: 2}}\nlist: [{width: 1}, {width: 2}]", &base); got != "" {
		t.Fatal(got)
	}
	over := base
	var l diag.List
	n, _ := Parse("f.yaml", []byte("inner: {align: justified}\nwords: {b: z, c: w}\nstyles: {r: {width: 3}, q: {align: left}}\nlist: [{width: 9}]"), &l)
	d := Decoder{Diags: &l, Partial: true}
	d.Decode(n, &over)
	if got := said(&l); got != "" {
		t.Fatal(got)
	}
	q, _ := over.Styles.Get("q")
	switch {
	case over.Title != "a", over.Number != 3, over.Inner.Width != geom.Pt(5), over.Inner.Align != "justified",
		over.Words["a"] != "x" || over.Words["b"] != "z" || over.Words["c"] != "w",
		strings.Join(over.Styles.Keys(), "") != "pqr", q.Width != geom.Pt(2) || q.Align != "left",
		len(over.List) != 1 || over.List[0].Width != geom.Pt(9):
		t.Errorf("decoded over wrongly: %+v", over)
	}
	q, _ = base.Styles.Get("q")
	if base.Inner.Align != "left" || base.Words["b"] != "y" || len(base.Words) != 2 || q.Align != "" || len(base.List) != 2 {
		t.Errorf("the base has changed: %+v", base)
	}
}

func TestMerge(t *testing.T) {
	var l diag.List
	base, _ := Parse("base.yaml", []byte("a: 1\nb: {c: 2, d: 3}\ne: [1, 2]"), &l)
	over, _ := Parse("over.yaml", []byte("b: {d: 4, f: 5}\ne: [6]\ng: 7"), &l)
	m := Merge(base, over)
	var keys []string
	for _, e := range m.Entries() {
		keys = append(keys, e.Key+" "+e.Value.Pos().File)
	}
	if got := strings.Join(keys, ", "); got != "a base.yaml, b over.yaml, e over.yaml, g over.yaml" {
		t.Error(got)
	}
	b := m.Get("b")
	if b.Get("c").Text() != "2" || b.Get("d").Text() != "4" || b.Get("f").Text() != "5" || len(m.Get("e").Items()) != 1 {
		t.Error("merged wrongly")
	}
	if got := b.Get("c").Pos(); got != (diag.Pos{File: "base.yaml", Line: 2, Column: 8}) {
		t.Errorf("c stands at %v", got)
	}
	if base.Get("b").Get("d").Text() != "3" || base.Get("g") != nil {
		t.Error("the base has changed")
	}
}

func TestOneOrMore(t *testing.T) {
	var v struct {
		See OneOrMore[inner] `key:"see"`
	}
	for in, want := range map[string]int{"see: {width: 1}": 1, "see: [{width: 1}, {width: 2}]": 2} {
		if got := decode(t, in, &v); got != "" || len(v.See) != want {
			t.Errorf("%s: %d values, %s", in, len(v.See), got)
		}
	}
}
