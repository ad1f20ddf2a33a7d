package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"masthead/layout/diag"
)

// Limits of a document. They are far above any newsletter and far below what
// hurts.
const (
	MaxBytes = 16 << 20 // size of a file
	maxNodes = 500_000  // values in a document
	maxAlias = 20_000   // values that aliases repeat
	maxDepth = 60       // nesting
)

// Parse reads one YAML document. It returns false where there is no tree to
// work on: a syntax error, a file that is empty, too large, not UTF-8 or of
// several documents, or aliases that expand without end. Duplicate keys, merge
// keys and foreign tags are errors too, but leave a tree (the first of two
// equal keys counts), so that the rest can be checked at once.
func Parse(file string, data []byte, diags *diag.List) (*Node, bool) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if len(data) > MaxBytes {
		diags.Errorf(diag.Pos{File: file}, "too-large", "split the text over several files",
			"the file is %d bytes long, more than %d", len(data), MaxBytes)
		return nil, false
	}
	doc := newDocument(file, data)
	if !doc.readable(diags) {
		return nil, false
	}
	root, problem := load(data)
	if problem != nil {
		doc.explain(problem, diags)
		return nil, false
	}
	if root == nil {
		diags.Errorf(diag.Pos{File: file, Line: 1, Column: 1}, "empty-file", "", "there is nothing in the file")
		return nil, false
	}
	g := &grower{doc: doc, diags: diags, grown: map[*yaml.Node]*grownNode{}}
	n := g.grow(root, 0)
	return n, n != nil && !g.stopped
}

// readable reports characters that YAML does not take, at the first one.
func (d *document) readable(diags *diag.List) bool {
	for i := 0; i < len(d.data); {
		r, n := utf8.DecodeRune(d.data[i:])
		if r == utf8.RuneError && n == 1 {
			diags.Errorf(d.pos(i), "encoding", "save the file as UTF-8", "the file is not UTF-8")
			return false
		}
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r >= 0x7F && r < 0xA0 && r != 0x85 || r == 0xFEFF || r == 0xFFFE || r == 0xFFFF {
			diags.Errorf(d.pos(i), "bad-character", "delete it", "the invisible character U+%04X may not stand here", r)
			return false
		}
		i += n
	}
	return true
}

// problem is what the YAML library said, with how far it had read.
type problem struct {
	message string
	line    int // as reported, 0 where it was not
	read    int // bytes taken from the input when it gave up
}

// byteReader hands out single bytes, so that the number taken tells where a
// parser stopped. It is used only after a parse has failed.
type byteReader struct {
	data []byte
	n    int
}

func (r *byteReader) Read(p []byte) (int, error) {
	if r.n >= len(r.data) {
		return 0, io.EOF
	}
	if len(p) == 0 {
		return 0, nil
	}
	p[0] = r.data[r.n]
	r.n++
	return 1, nil
}

// load parses the data, a second time where it fails, to find the place.
func load(data []byte) (*yaml.Node, *problem) {
	root, err := decodeOne(bytes.NewReader(data))
	if err == nil {
		return root, nil
	}
	slow := &byteReader{data: data}
	if _, again := decodeOne(slow); again == nil {
		slow.n = 0
	}
	p := &problem{message: strings.TrimPrefix(err.Error(), "yaml: "), read: slow.n}
	if rest, ok := strings.CutPrefix(p.message, "line "); ok {
		if number, text, ok := strings.Cut(rest, ": "); ok {
			if _, err := fmt.Sscan(number, &p.line); err == nil {
				p.message = text
			}
		}
	}
	return nil, p
}

var errSecond = errors.New("second document")

// decodeOne parses one document and makes sure that no other follows. The
// library is known to panic on some malformed input; that is a syntax error.
func decodeOne(r io.Reader) (root *yaml.Node, err error) {
	defer func() {
		if v := recover(); v != nil {
			root, err = nil, fmt.Errorf("yaml: the file cannot be read (%v)", v)
		}
	}()
	dec := yaml.NewDecoder(r)
	var doc yaml.Node
	if err := dec.Decode(&doc); err == io.EOF {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var next yaml.Node
	switch err := dec.Decode(&next); {
	case err == nil:
		return nil, fmt.Errorf("yaml: line %d: %w", next.Line, errSecond)
	case err != io.EOF:
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	return doc.Content[0], nil
}
