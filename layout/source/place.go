package source

import (
	"sort"
	"unicode/utf8"

	"masthead/layout/diag"
)

// document is the text behind a tree, with the two ways to count its lines:
// YAML also breaks at NEL, LS and PS, editors do not.
type document struct {
	file      string
	data      []byte
	lines     []int // byte offsets of line starts as editors count
	yamlLines []int // as the YAML library counts
	runes     []int // characters before every stride-th byte
}

// stride is how far apart the character counts are taken, so that a place in a
// very long line costs no more than one in a short line.
const stride = 32

func newDocument(file string, data []byte) *document {
	d := &document{file: file, data: data, lines: []int{0}, yamlLines: []int{0}}
	count := 0
	for i, b := range data {
		if i%stride == 0 {
			d.runes = append(d.runes, count)
		}
		if utf8.RuneStart(b) {
			count++
		}
	}
	for i := 0; i < len(data); {
		n, hard := breakAt(data, i)
		if n == 0 {
			i++
			continue
		}
		i += n
		d.yamlLines = append(d.yamlLines, i)
		if hard {
			d.lines = append(d.lines, i)
		}
	}
	return d
}

// breakAt returns the length of the YAML line break at i, 0 where there is
// none, and whether editors break there too.
func breakAt(data []byte, i int) (n int, hard bool) {
	switch c := data[i]; {
	case c == '\r' && i+1 < len(data) && data[i+1] == '\n':
		return 2, true
	case c == '\n' || c == '\r':
		return 1, true
	case c == 0xC2 && i+1 < len(data) && data[i+1] == 0x85: // NEL
		return 2, false
	case c == 0xE2 && i+2 < len(data) && data[i+1] == 0x80 && (data[i+2] == 0xA8 || data[i+2] == 0xA9): // LS, PS
		return 3, false
	}
	return 0, false
}

// pos turns a byte offset into a line and a column.
func (d *document) pos(offset int) diag.Pos {
	offset = min(max(offset, 0), len(d.data))
	line := sort.SearchInts(d.lines, offset+1)
	start := d.lines[line-1]
	return diag.Pos{File: d.file, Line: line, Column: d.count(offset) - d.count(start) + 1}
}

// count returns the number of characters that begin before the offset.
func (d *document) count(offset int) int {
	if len(d.runes) == 0 {
		return 0
	}
	block := min(offset/stride, len(d.runes)-1)
	n := d.runes[block]
	for _, b := range d.data[block*stride : offset] {
		if utf8.RuneStart(b) {
			n++
		}
	}
	return n
}

// offset turns a line and a column of the YAML library, both from 1, into a
// byte offset.
func (d *document) offset(line, column int) int {
	if line < 1 {
		return 0
	}
	if line > len(d.yamlLines) {
		return len(d.data)
	}
	// The block whose first character is at or before the wanted one.
	want := d.count(d.yamlLines[line-1]) + column - 1
	block := max(sort.SearchInts(d.runes, want+1)-1, 0)
	at, n := block*stride, 0
	if block < len(d.runes) {
		n = d.runes[block]
	}
	for ; at < len(d.data); at++ {
		if utf8.RuneStart(d.data[at]) {
			if n == want {
				break
			}
			n++
		}
	}
	return at
}

// TextPos returns the line and column, in the file, of the byte at offset
// within Text. It sees through the indentation of blocks, folded lines, quotes
// and escapes.
func (n *Node) TextPos(offset int) diag.Pos {
	if n.text == "" {
		return n.Pos()
	}
	if n.places == nil {
		n.align()
	}
	return n.doc.pos(int(n.places[min(max(offset, 0), len(n.text))]))
}

// align pairs the text with its source. Folding changes white space only, so
// the visible characters of both are the same in the same order (escapes in
// double quotes counted as one); white space is placed as near as may be.
func (n *Node) align() {
	data := n.doc.data
	n.places = make([]int32, len(n.text)+1)
	p := n.textStart()
	for i := 0; i < len(n.text); {
		r, size := utf8.DecodeRuneInString(n.text[i:])
		token, white := n.token(p)
		if !isWhite(r) {
			for white && p < len(data) {
				p += token
				token, white = n.token(p)
			}
		}
		for k := range size {
			n.places[i+k] = int32(p)
		}
		if white == isWhite(r) {
			p = min(p+token, len(data))
		}
		i += size
	}
	n.places[len(n.text)] = int32(p)
}

// textStart returns the offset of the first byte that can belong to the text:
// behind the quote, or on the line after the indicator of a block.
func (n *Node) textStart() int {
	p := n.at
	switch n.style {
	case singleQuoted, doubleQuoted:
		return p + 1
	case literal, folded:
		for p < len(n.doc.data) {
			if size, _ := breakAt(n.doc.data, p); size > 0 {
				return p + size
			}
			p++
		}
	}
	return p
}

// token returns the length of the source at p that makes one character of the
// text, and whether that character is white space.
func (n *Node) token(p int) (size int, white bool) {
	data := n.doc.data
	if p >= len(data) {
		return 0, false
	}
	if n.style == singleQuoted && data[p] == '\'' && p+1 < len(data) && data[p+1] == '\'' {
		return 2, false
	}
	if n.style == doubleQuoted && data[p] == '\\' && p+1 < len(data) {
		if size, _ := breakAt(data, p+1); size > 0 {
			return 1 + size, true // the lines are joined
		}
		switch data[p+1] {
		case 'n', 't', 'r', ' ', '\t', 'N', 'L', 'P':
			return 2, true
		case 'x':
			return 4, false
		case 'u':
			return 6, false
		case 'U':
			return 10, false
		}
		return 2, false
	}
	r, size := utf8.DecodeRune(data[p:])
	return size, isWhite(r)
}

func isWhite(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}
