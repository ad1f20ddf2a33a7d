package source

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"masthead/layout/diag"
)

func typeOfOuter() reflect.Type { return reflect.TypeFor[outer]() }

// Each place is line:column of the word "here" in the text.
func TestTextPos(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"plain":            {"a: one here", "1:8"},
		"plain folded":     {"a: one\n   two\n\n   here", "4:4"},
		"single":           {"a: 'it''s here'", "1:11"},
		"double":           {`a: "\"x\" \u4e2d\t here"`, "1:20"},
		"double folded":    {"a: \"one \\\n   here\"", "2:4"},
		"literal":          {"a: |\n  one\n\n  中 here", "4:5"},
		"literal indented": {"a: |2\n    one\n   here", "3:4"},
		"literal comment":  {"a: |- # note here\n  here", "2:3"},
		"folded":           {"a: >\n  one\n  two\n\n  here", "5:3"},
		"folded indented":  {"a: >\n  one\n    two\n  here", "4:3"},
		"anchor":           {"a: &x here", "1:7"},
		"tag":              {"a: !!str here", "1:10"},
		"anchor below":     {"a: &x\n  here", "2:3"},
		"anchored block":   {"a: &x |\n  here", "2:3"},
		"carriage returns": {"a: |\r\n  one\r\n  here\r\n", "3:3"},
		"in a list":        {"a:\n  - |\n    one\n    here", "4:5"},
		"flow":             {"a: {b: [x, 中 here]}", "1:14"},
		"separator":        {"a: |\n  one\u2028  here", "2:9"},
		"long line":        {"a: " + strings.Repeat("中文 ", 300) + "here", "1:904"},
	} {
		var l diag.List
		n, ok := Parse("f.yaml", []byte(c.in), &l)
		if !ok {
			t.Errorf("%s: %s", name, said(&l))
			continue
		}
		for n.Kind() != Scalar {
			if n.Kind() == Mapping {
				n = n.Entries()[0].Value
			} else {
				n = n.Items()[len(n.Items())-1]
			}
		}
		at := strings.Index(n.Text(), "here")
		p := n.TextPos(at)
		if got := fmt.Sprintf("%d:%d", p.Line, p.Column); at < 0 || got != c.want {
			t.Errorf("%s: %q stands at %s, want %s", name, n.Text(), got, c.want)
		}
	}
}

func TestClosest(t *testing.T) {
	options := []string{"highlights", "events", "infobites", "id"}
	for in, want := range map[string]string{
		"highlight": "highlights", "hihglights": "highlights", "HIGHLIGHTS": "highlights", "event": "events", "evnets": "events",
		"ID": "id", "di": "id", "weather": "", "": "", strings.Repeat("x", 500): "",
	} {
		if got, ok := Closest(in, options); got != want || ok != (want != "") {
			t.Errorf("%q is closest to %q, want %q", in, got, want)
		}
	}
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "", 3}, {"kitten", "sitting", 3}, {"ca", "abc", 3}} {
		if got := distance([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("%q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
		if got := distance([]rune(c.b), []rune(c.a)); got != c.want {
			t.Errorf("%q to %q is not %q to %q", c.b, c.a, c.a, c.b)
		}
	}
}

func TestCleanPath(t *testing.T) {
	for in, want := range map[string]string{
		"photos/a.jpg": "photos/a.jpg", "./photos/a.jpg": "photos/a.jpg", "photos//b/../a.jpg": "photos/a.jpg", "..a": "..a",
		"": "", " ": "", ".": "", "..": "", "../a": "", "a/../../b": "", "/a": "", `a\b`: "", "C:/a": "", "c:a": "", "a\x00b": "",
	} {
		got, err := CleanPath(in)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q becomes %q, %v; want %q", in, got, err, want)
		}
	}
}

func TestLimits(t *testing.T) {
	bomb := "a: &a [" + strings.Repeat("x, ", 50) + "]\n"
	for i := 'b'; i < 'j'; i++ {
		bomb += fmt.Sprintf("%c: &%c [%s]\n", i, i, strings.Repeat(fmt.Sprintf("*%c, ", i-1), 9))
	}
	for name, c := range map[string]struct{ in, want string }{
		"bomb":    {bomb, "aliases repeat more than 20000 values [alias]"},
		"deep":    {strings.Repeat("[", 70) + strings.Repeat("]", 70), "values are nested more than 60 deep [too-deep]"},
		"deeper":  {strings.Repeat("[", 20000), "[syntax]"},
		"long":    {"[" + strings.Repeat("a,", 500001) + "]", "the file holds more than 500000 values [too-large]"},
		"largest": {strings.Repeat("#", MaxBytes+1), "[too-large]"},
	} {
		var l diag.List
		if _, ok := Parse("f.yaml", []byte(c.in), &l); ok || len(l.All) != 1 || !strings.HasSuffix(l.All[0].String(), c.want) {
			t.Errorf("%s: %.300s", name, said(&l))
		}
	}
	var l diag.List
	n, ok := Parse("f.yaml", []byte("a: &x {b: 1}\nc: *x\nd: [*x, *x]"), &l)
	if !ok || len(l.All) > 0 || n.Get("d").Items()[1].Get("b").Text() != "1" {
		t.Errorf("plain aliases: %s", said(&l))
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("title: x\nnumber: 3\ninner: {width: 3mm, align: left}\nlist:\n  - {width: 1in}\nstyles: {a: {}}\nraw: |\n  text\n   more\n"))
	f.Add([]byte("a: &x [1, \"two\\n\\u4e2d\", 'it''s']\nb: *x\n? c\n: >-\n  folded\n\n  text\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var l diag.List
		n, ok := Parse("f.yaml", data, &l)
		if ok == (n == nil) || !ok && !l.Failed() {
			t.Fatalf("a tree %v without a reason: %v", ok, l.All)
		}
		if !ok {
			return
		}
		lines := 1 + strings.Count(string(data), "\n") + strings.Count(string(data), "\r")
		var walk func(*Node)
		walk = func(n *Node) {
			last := n.Pos()
			for i := range len(n.Text()) + 1 {
				p := n.TextPos(i)
				if p.Line < last.Line || p.Line > lines || p.Column < 1 {
					t.Fatalf("%q: byte %d stands at %v after %v", n.Text(), i, p, last)
				}
				last = p
			}
			for _, e := range n.Entries() {
				walk(e.Value)
			}
			for _, i := range n.Items() {
				walk(i)
			}
		}
		if len(data) < 2000 {
			walk(n)
		}
		var o outer
		(&Decoder{Diags: &l}).Decode(n, &o)
		for _, d := range l.All {
			if d.Pos.Line < 1 || d.Pos.Line > lines {
				t.Fatalf("a message without a place: %+v", d)
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	data := []byte(strings.Repeat("- title: A title\n  text: |\n    Some words of a paragraph that fills a line.\n    And another one.\n", 2000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var l diag.List
		if _, ok := Parse("f.yaml", data, &l); !ok {
			b.Fatal(l.All)
		}
	}
}
