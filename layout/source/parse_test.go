package source

import (
	"strings"
	"testing"

	"masthead/layout/diag"
)

// said returns the diagnostics with their hints, one a line, without severity.
func said(l *diag.List) string {
	var out []string
	for _, d := range l.All {
		s := d.String()
		if d.Hint != "" {
			s += " | " + d.Hint
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func TestSyntaxErrors(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", `f.yaml:1:1: error: there is nothing in the file [empty-file]`},
		{"comment only", "# nothing\n", `f.yaml:1:1: error: there is nothing in the file [empty-file]`},
		{"tab", "a: 1\nb:\n\tc: 2\n", `f.yaml:3:1: error: not valid YAML: a tab in the indentation [syntax] | indent with spaces`},
		{"open quote", "a: 1\nb: \"two\nc: 3\n", `f.yaml:2:4: error: not valid YAML: the quoted text that begins here never ends [syntax] | close it with a quotation mark`},
		{"open quote closes later", "a: 1\nb: \"two\nc: \"three\"\nd: 4\n", `f.yaml:2:4: error: not valid YAML: the quoted text that begins here does not end in its line [syntax] | close it with a quotation mark`},
		{"text after quote", "a: 1\nb: \"two\" three\nc: 3\n", `f.yaml:2:10: error: not valid YAML: text after the closing quotation mark [syntax] | put the whole value in quotes, and inner quotation marks of the other kind`},
		{"open bracket", "a: 1\nb: {c: 2, d: [1, 2}\ne: 3\n", `f.yaml:2:4: error: not valid YAML: the bracket { that opens here is not closed properly [syntax] | close it, put commas between the entries, and quotes around text with commas or brackets`},
		{"open brace", "a: 1\nb: {c: 2\ne: 3\nf: {g: 1}\n", `f.yaml:4:4: error: not valid YAML: the bracket { that opens here is not closed properly [syntax] | close it, put commas between the entries, and quotes around text with commas or brackets`},
		{"second colon", "a: 1\nb: two: three\nc: 3\n", `f.yaml:2:7: error: not valid YAML: a second colon in the line [syntax] | put quotes around text that has a colon and a space`},
		{"no colon first", "a 1\nb: 2\n", `f.yaml:1:1: error: not valid YAML: a key without a colon [syntax] | write it as key: value`},
		{"no colon middle", "a: 1\nb 2\nc: 3\n", `f.yaml:2:1: error: not valid YAML: a key without a colon [syntax] | write it as key: value`},
		{"no colon last", "a: 1\nb 2\n", `f.yaml:2:1: error: not valid YAML: a key without a colon [syntax] | write it as key: value`},
		{"no colon nested", "a:\n  b: 1\n  c 2\n  d: 3\n", `f.yaml:3:3: error: not valid YAML: a key without a colon [syntax] | write it as key: value`},
		{"no colon nested first", "a:\n  b 1\n  c: 2\n", `f.yaml:2:3: error: not valid YAML: a key without a colon [syntax] | write it as key: value`},
		{"too deep", "a: 1\n  b: 2\nc: 3\n", `f.yaml:2:3: error: not valid YAML: a key where none may be [syntax] | indent it like the keys above, or put quotes around text with a colon`},
		{"not deep enough", "a:\n    b: 2\n  c: 3\nd: 4\n", `f.yaml:3:3: error: not valid YAML: the line does not fit what stands above it [syntax] | check its indentation, its dash, and whether a quotation mark above is left open`},
		{"list and mapping", "a:\n  - b\n  c: 3\nd: 4\n", `f.yaml:3:3: error: not valid YAML: the line does not fit what stands above it [syntax] | check its indentation, its dash, and whether a quotation mark above is left open`},
		{"list dedent", "x: 1\na:\n    - b: 1\n   - c: 2\n", `f.yaml:4:4: error: not valid YAML: the line does not fit what stands above it [syntax] | check its indentation, its dash, and whether a quotation mark above is left open`},
		{"at", "a: 1\nb: @foo\n", `f.yaml:2:4: error: not valid YAML: found character that cannot start any token [syntax] | put quotes around the value`},
		{"asterisk", "a: 1\nb: *emphasis* here\n", `f.yaml:2:4: error: not valid YAML: the value begins with a sign of YAML [syntax] | put quotes around text that begins with * or &`},
		{"percent", "a: 1\nb: %foo\n", `f.yaml:2:4: error: not valid YAML: found character that cannot start any token [syntax] | put quotes around the value`},
		{"escape", "a: 1\nb: \"C:\\Windows\"\n", `f.yaml:2:7: error: not valid YAML: found unknown escape character [syntax] | use single quotes, or write the backslash twice`},
		{"two documents", "a: 1\n---\nb: 2\n", `f.yaml:2:1: error: a second document begins here [syntax] | keep one document to a file and delete the line ---`},
		{"latin-1", "a: 1\nb: caf\xe9\n", `f.yaml:2:7: error: the file is not UTF-8 [encoding] | save the file as UTF-8`},
		{"zero byte", "a: 1\nb: x\x00y\n", `f.yaml:2:5: error: the invisible character U+0000 may not stand here [bad-character] | delete it`},
		{"duplicate", "a: 1\nb: {c: 1, c: 2}\na: 3\n", `f.yaml:2:11: error: duplicate key "c" [duplicate-key] | the first is at line 2` + "\n" + `f.yaml:3:1: error: duplicate key "a" [duplicate-key] | the first is at line 1`},
		{"circle", "a: &x [1, *x]\n", `f.yaml:1:11: error: an alias may not stand inside what it repeats [alias] | write the value out`},
		{"merge", "a: &x {b: 1}\nc:\n  <<: *x\n", `f.yaml:3:3: error: merge keys (<<) are not supported [bad-key] | write the keys out`},
		{"tag", "a: !foo 1\n", `f.yaml:1:4: error: the tag !foo is not supported [tag] | delete it`},
		{"bad block", "a: |x\n  b\n", `f.yaml:1:4: error: not valid YAML: did not find expected comment or line break [syntax] | begin the text of a block on the next line, or put quotes around the value`},
		{"long key", "a: 1\n? b\n: c\n- d\n", `f.yaml:3:1: error: not valid YAML: the line does not fit what stands above it [syntax] | check its indentation, its dash, and whether a quotation mark above is left open`},
		{"open quote in line one", "a: \"one\nb: 2\n", `f.yaml:1:4: error: not valid YAML: the quoted text that begins here never ends [syntax] | close it with a quotation mark`},
		{"quotes in prose", "a: |\n  he said: \"one\n  two\"\nb: 1\n   c: 2\n", `f.yaml:5:4: error: not valid YAML: a key where none may be [syntax] | indent it like the keys above, or put quotes around text with a colon`},
		{"byte order mark", "\uFEFFa: 1\na: 2\n", `f.yaml:2:1: error: duplicate key "a" [duplicate-key] | the first is at line 1`},
		{"line separator", "a: \"x\u2028y\"\nb: 1\nb: 2\n", `f.yaml:3:1: error: duplicate key "b" [duplicate-key] | the first is at line 2`},
		{"carriage returns", "a: 1\r\nb: 1\r\nb: 2\r\n", `f.yaml:3:1: error: duplicate key "b" [duplicate-key] | the first is at line 2`},
		{"undefined alias", "a: *nothing\n", `f.yaml:1:4: error: not valid YAML: unknown anchor 'nothing' referenced [syntax] | put quotes around text that begins with *`},
		{"alias as a key", "a: &x y\n*x : 1\n", `f.yaml:2:1: error: a key must be text [bad-key] | put quotes around it if it is text`},
		{"list as a key", "[a, b]: 1\n", `f.yaml:1:1: error: a key must be text [bad-key] | put quotes around it if it is text`},
		{"comma missing", "a: [1, 2\n  3: 4]\n", `f.yaml:2:3: error: not valid YAML: a bracket is not closed [syntax] | close it, put commas between the entries, and quotes around text with commas or brackets`},
		{"block less indented", "a:\n  text: |\n    one\n   two\nb: 1\n", `f.yaml:4:4: error: not valid YAML: the line does not fit what stands above it [syntax] | check its indentation, its dash, and whether a quotation mark above is left open`},
	} {
		var l diag.List
		_, ok := Parse("f.yaml", []byte(c.in), &l)
		if got := said(&l); got != c.want {
			t.Errorf("%s: %v\n got %s\nwant %s", c.name, ok, got, c.want)
		}
	}
}
