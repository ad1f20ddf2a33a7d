package source

// broken is a document with what is said about it.
type broken struct{ name, in, want string }

// openEnds are texts and brackets that end nowhere.
func openEnds() []broken {
	return []broken{
		{
			"empty",
			"",
			`f.yaml:1:1: error: there is nothing in the file [empty-file]`,
		},
		{
			"comment only",
			`# nothing
`,
			`f.yaml:1:1: error: there is nothing in the file [empty-file]`,
		},
		{
			"tab",
			"a: 1\nb:\n\tc: 2\n",
			`f.yaml:3:1: error: not valid YAML: a tab in the indentation [syntax] | indent with spaces`,
		},
		{
			"open quote",
			`a: 1
b: "two
c: 3
`,
			`f.yaml:2:4: error: not valid YAML: the quoted text that begins here never ends [syntax] | close it with a quotation mark`,
		},
		{
			"open quote closes later",
			`a: 1
b: "two
c: "three"
d: 4
`,
			`f.yaml:2:4: error: not valid YAML: the quoted text that begins here does not end in its line [syntax] | close it with a quotation mark`,
		},
		{
			"text after quote",
			`a: 1
b: "two" three
c: 3
`,
			`f.yaml:2:10: error: not valid YAML: text after the closing quotation mark [syntax] | put the whole value in quotes, and inner quotation marks of the other kind`,
		},
		{
			"open bracket",
			`a: 1
b: {c: 2, d: [1, 2}
e: 3
`,
			`f.yaml:2:4: error: not valid YAML: the bracket { that opens here is not closed properly [syntax] | close it, put commas between the entries, and quotes around text with commas or brackets`,
		},
		{
			"open brace",
			`a: 1
b: {c: 2
e: 3
f: {g: 1}
`,
			`f.yaml:2:4: error: not valid YAML: the bracket { that opens here is not closed properly [syntax] | close it, put commas between the entries, and quotes around text with commas or brackets`,
		},
	}
}

// strayKeys are keys without colons, colons without keys, lines without a place.
func strayKeys() []broken {
	return []broken{
		{
			"second colon",
			`a: 1
b: two: three
c: 3
`,
			`f.yaml:2:7: error: not valid YAML: a second colon in the line [syntax] | put quotes around text that has a colon and a space`,
		},
		{
			"no colon first",
			`a 1
b: 2
`,
			`f.yaml:1:1: error: not valid YAML: a key without a colon [syntax] | write it as key: value`,
		},
		{
			"no colon middle",
			`a: 1
b 2
c: 3
`,
			`f.yaml:2:1: error: not valid YAML: a key without a colon [syntax] | write it as key: value`,
		},
		{
			"no colon last",
			`a: 1
b 2
`,
			`f.yaml:2:1: error: not valid YAML: a key without a colon [syntax] | write it as key: value`,
		},
		{
			"no colon nested",
			`a:
  b: 1
  c 2
  d: 3
`,
			`f.yaml:3:3: error: not valid YAML: a key without a colon [syntax] | write it as key: value`,
		},
		{
			"no colon nested first",
			`a:
  b 1
  c: 2
`,
			`f.yaml:2:3: error: not valid YAML: a key without a colon [syntax] | write it as key: value`,
		},
		{
			"too deep",
			`a: 1
  b: 2
c: 3
`,
			`f.yaml:2:3: error: not valid YAML: a key where none may be [syntax] | indent it like the keys above, or put quotes around text with a colon`,
		},
		{
			"not deep enough",
			`a:
    b: 2
  c: 3
d: 4
`,
			`f.yaml:3:3: error: not valid YAML: the line does not fit what stands above it [syntax] | check its indentation, its dash, and whether a quotation mark above is left open`,
		},
		{
			"list and mapping",
			`a:
  - b
  c: 3
d: 4
`,
			`f.yaml:3:3: error: not valid YAML: the line does not fit what stands above it [syntax] | check its indentation, its dash, and whether a quotation mark above is left open`,
		},
		{
			"list dedent",
			`x: 1
a:
    - b: 1
   - c: 2
`,
			`f.yaml:4:4: error: not valid YAML: the line does not fit what stands above it [syntax] | check its indentation, its dash, and whether a quotation mark above is left open`,
		},
	}
}

// badSigns are signs that YAML keeps for itself.
func badSigns() []broken {
	return []broken{
		{
			"at",
			`a: 1
b: @foo
`,
			`f.yaml:2:4: error: not valid YAML: found character that cannot start any token [syntax] | put quotes around the value`,
		},
		{
			"asterisk",
			`a: 1
b: *emphasis* here
`,
			`f.yaml:2:4: error: not valid YAML: the value begins with a sign of YAML [syntax] | put quotes around text that begins with * or &`,
		},
		{
			"percent",
			`a: 1
b: %foo
`,
			`f.yaml:2:4: error: not valid YAML: found character that cannot start any token [syntax] | put quotes around the value`,
		},
		{
			"escape",
			`a: 1
b: "C:\Windows"
`,
			`f.yaml:2:7: error: not valid YAML: found unknown escape character [syntax] | use single quotes, or write the backslash twice`,
		},
	}
}

// badTrees are documents that parse but may not stand.
func badTrees() []broken {
	return []broken{
		{
			"two documents",
			`a: 1
---
b: 2
`,
			`f.yaml:2:1: error: a second document begins here [syntax] | keep one document to a file and delete the line ---`,
		},
		{
			"latin-1",
			"a: 1\nb: caf\xe9\n",
			`f.yaml:2:7: error: the file is not UTF-8 [encoding] | save the file as UTF-8`,
		},
		{
			"zero byte",
			"a: 1\nb: x\x00y\n",
			`f.yaml:2:5: error: the invisible character U+0000 may not stand here [bad-character] | delete it`,
		},
		{
			"duplicate",
			`a: 1
b: {c: 1, c: 2}
a: 3
`,
			`f.yaml:2:11: error: duplicate key "c" [duplicate-key] | the first is at line 2
f.yaml:3:1: error: duplicate key "a" [duplicate-key] | the first is at line 1`,
		},
		{
			"circle",
			`a: &x [1, *x]
`,
			`f.yaml:1:11: error: an alias may not stand inside what it repeats [alias] | write the value out`,
		},
		{
			"merge",
			`a: &x {b: 1}
c:
  <<: *x
`,
			`f.yaml:3:3: error: merge keys (<<) are not supported [bad-key] | write the keys out`,
		},
		{
			"tag",
			`a: !foo 1
`,
			`f.yaml:1:4: error: the tag !foo is not supported [tag] | delete it`,
		},
		{
			"bad block",
			`a: |x
  b
`,
			`f.yaml:1:4: error: not valid YAML: did not find expected comment or line break [syntax] | begin the text of a block on the next line, or put quotes around the value`,
		},
		{
			"long key",
			`a: 1
? b
: c
- d
`,
			`f.yaml:3:1: error: not valid YAML: the line does not fit what stands above it [syntax] | check its indentation, its dash, and whether a quotation mark above is left open`,
		},
		{
			"open quote in line one",
			`a: "one
b: 2
`,
			`f.yaml:1:4: error: not valid YAML: the quoted text that begins here never ends [syntax] | close it with a quotation mark`,
		},
		{
			"quotes in prose",
			`a: |
  he said: "one
  two"
b: 1
   c: 2
`,
			`f.yaml:5:4: error: not valid YAML: a key where none may be [syntax] | indent it like the keys above, or put quotes around text with a colon`,
		},
		{
			"byte order mark",
			"\uFEFFa: 1\na: 2\n",
			`f.yaml:2:1: error: duplicate key "a" [duplicate-key] | the first is at line 1`,
		},
		{
			"line separator",
			"a: \"x\u2028y\"\nb: 1\nb: 2\n",
			`f.yaml:3:1: error: duplicate key "b" [duplicate-key] | the first is at line 2`,
		},
		{
			"carriage returns",
			"a: 1\r\nb: 1\r\nb: 2\r\n",
			`f.yaml:3:1: error: duplicate key "b" [duplicate-key] | the first is at line 2`,
		},
		{
			"undefined alias",
			`a: *nothing
`,
			`f.yaml:1:4: error: not valid YAML: unknown anchor 'nothing' referenced [syntax] | put quotes around text that begins with *`,
		},
		{
			"alias as a key",
			`a: &x y
*x : 1
`,
			`f.yaml:2:1: error: a key must be text [bad-key] | put quotes around it if it is text`,
		},
		{
			"list as a key",
			`[a, b]: 1
`,
			`f.yaml:1:1: error: a key must be text [bad-key] | put quotes around it if it is text`,
		},
		{
			"comma missing",
			`a: [1, 2
  3: 4]
`,
			`f.yaml:2:3: error: not valid YAML: a bracket is not closed [syntax] | close it, put commas between the entries, and quotes around text with commas or brackets`,
		},
		{
			"block less indented",
			`a:
  text: |
    one
   two
b: 1
`,
			`f.yaml:4:4: error: not valid YAML: the line does not fit what stands above it [syntax] | check its indentation, its dash, and whether a quotation mark above is left open`,
		},
	}
}
