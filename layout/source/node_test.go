package source

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"

	"masthead/layout/diag"
)

func TestNode(t *testing.T) {
	var l diag.List
	n, ok := Parse("f.yaml", []byte("z: 011\na: '2023-06-27'\nm:\n  k: [1, two]\nnothing:\ntilde: ~\nquoted: \"\"\nblock: |\n  text\n"), &l)
	if !ok || len(l.All) > 0 {
		t.Fatal(said(&l))
	}
	var got []string
	for _, e := range n.Entries() {
		got = append(got, fmt.Sprintf("%s:%s:%q:%v:%d.%d", e.Key, e.Value.Kind(), e.Value.Text(), e.Value.Quoted(), e.KeyPos.Line, e.Value.Pos().Column))
	}
	want := []string{
		`z:text:"011":false:1.4`,
		`a:text:"2023-06-27":true:2.4`,
		`m:a mapping:"":false:3.3`,
		`nothing:nothing:"":false:5.9`,
		`tilde:nothing:"":false:6.8`,
		`quoted:text:"":true:7.9`,
		`block:text:"text\n":true:8.8`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	k := n.Get("m").Get("k")
	if len(k.Items()) != 2 || k.Items()[1].Text() != "two" || n.Get("x") != nil || k.Get("x") != nil {
		t.Error("the list is not found")
	}
	if p := n.Get("nothing").TextPos(5); p.Line != 5 {
		t.Errorf("no text stands at %v", p)
	}
}

// Lines and columns become offsets and come back, in any text.
func TestPlacesBothWays(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	letters := []rune("ab cé中😀\n\n\r\u0085\u2028")
	for range 60 {
		var b strings.Builder
		for range rng.Intn(3000) {
			b.WriteRune(letters[rng.Intn(len(letters))])
		}
		text := b.String()
		d := newDocument("f", []byte(text))
		line, column, yamlLine, yamlColumn := 1, 1, 1, 1
		for i, r := range text {
			if p := d.pos(i); p.Line != line || p.Column != column {
				t.Fatalf("offset %d of %q is at %d:%d, want %d:%d", i, text, p.Line, p.Column, line, column)
			}
			if at := d.offset(yamlLine, yamlColumn); at != i {
				t.Fatalf("%d:%d of %q is at offset %d, want %d", yamlLine, yamlColumn, text, at, i)
			}
			column, yamlColumn = column+1, yamlColumn+1
			crlf := r == '\r' && strings.HasPrefix(text[i:], "\r\n")
			if (r == '\n' || r == '\r') && !crlf {
				line, column = line+1, 1
			}
			if r != ' ' && isWhite(r) && !crlf {
				yamlLine, yamlColumn = yamlLine+1, 1
			}
		}
		if d.count(len(text)) != utf8.RuneCountInString(text) {
			t.Fatalf("%q has %d characters", text, d.count(len(text)))
		}
	}
	d := newDocument("f", nil)
	if p := d.pos(7); p.Line != 1 || p.Column != 1 || d.offset(3, 4) != 0 || d.offset(0, 0) != 0 {
		t.Error("places in an empty file")
	}
}

// shout is a type that decodes itself.
type shout string

func (s *shout) UnmarshalSource(d *Decoder, n *Node) {
	if !d.Expect(n, Scalar) {
		return
	}
	if *s = shout(n.Text()); string(*s) != strings.ToUpper(n.Text()) {
		d.Errorf(n, "too-quiet", "use capitals", "%s is %q", d.Name(), n.Text())
	}
}

func (s *shout) SchemaSource() map[string]any {
	return map[string]any{"type": "string", "pattern": "[A-Z]+"}
}

func TestUnmarshaler(t *testing.T) {
	var v struct {
		One  shout            `key:"one"`
		Many []shout          `key:"many"`
		By   map[string]shout `key:"by"`
		May  *shout           `key:"may"`
		Not  *shout           `key:"not,nonempty"`
	}
	want := `f.yaml:1:6: error: "one" is "a" [too-quiet] | use capitals
f.yaml:2:11: error: an entry of "many" is "c" [too-quiet] | use capitals
f.yaml:3:9: error: "k" is "d" [too-quiet] | use capitals
f.yaml:5:6: error: "not" is empty [empty-value] | fill it in or delete the key`
	if got := decode(t, "one: a\nmany: [B, c]\nby: {k: d}\nmay: ~\nnot: ~", &v); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if v.May != nil || len(v.Many) != 2 || v.Many[0] != "B" {
		t.Errorf("decoded wrongly: %+v", v)
	}
	if s := string(Schema(v, SchemaMeta{})); strings.Count(s, `"[A-Z]+"`) != 5 {
		t.Errorf("the type's own schema is not used throughout:\n%s", s)
	}
}

// Keys of an embedded struct count as the outer one's, in messages too.
func TestInline(t *testing.T) {
	type part struct {
		Name string `key:"name,required"`
		At   Marks
	}
	var v struct {
		Size int `key:"size"`
		part `key:",inline"`
	}
	if got := decode(t, "size: 3\nname: x", &v); got != "" || v.Name != "x" || v.At.Of("size").Column != 7 || strings.Join(v.At.Keys(), " ") != "size name" {
		t.Errorf("%+v %s", v, got)
	}
	want := `f.yaml:1:1: error: unknown key "nane" [unknown-key] | did you mean "name"?
f.yaml:1:1: error: the file has no "name" [missing-key] | add name: ...`
	if got := decode(t, "nane: x", &v); got != want {
		t.Errorf("got\n%s", got)
	}
}

// Mistakes in the tags are mistakes of the program.
func TestProgrammingErrors(t *testing.T) {
	for name, dst := range map[string]any{
		"option": &struct {
			A string `key:"a,optional"`
		}{},
		"bound": &struct {
			A int `key:"a" min:"one"`
		}{},
		"type": &struct {
			A chan int `key:"a"`
		}{},
	} {
		func() {
			defer func() {
				if v := recover(); v == nil || !strings.HasPrefix(fmt.Sprint(v), "source: ") {
					t.Errorf("%s: %v, want a panic of the package", name, v)
				}
			}()
			decode(t, "a: 1", dst)
		}()
	}
}

func TestDidYouMean(t *testing.T) {
	var many []string
	for i := range 30 {
		many = append(many, fmt.Sprint("option", i))
	}
	for _, c := range []struct {
		word    string
		options []string
		want    string
	}{
		{"wdie", []string{"column", "wide", "full"}, `did you mean "wide"?`},
		{"tall", []string{"column", "wide"}, "possible here: column, wide"},
		{"tall", nil, ""},
		{"entirely different", many, ""},
		{"option31", many, `did you mean "option1"?`},
	} {
		if got := DidYouMean(c.word, c.options); got != c.want {
			t.Errorf("%q: %s, want %s", c.word, got, c.want)
		}
	}
}

func TestMarks(t *testing.T) {
	var o outer
	if got := decode(t, "title: x\nbare:\nunknown: 1", &o); !strings.Contains(got, "unknown-key") {
		t.Error(got)
	}
	if !o.At.Has("bare") || o.At.Has("inner") || !o.At.Has("unknown") || o.Bare == nil || o.Bare.At.Pos.Line != 2 {
		t.Errorf("marks: %+v", o.At)
	}
	var none Marks
	if none.Of("x") != (diag.Pos{}) || none.Has("x") || len(none.Keys()) != 0 {
		t.Error("no marks")
	}
}
