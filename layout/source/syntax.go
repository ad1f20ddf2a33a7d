package source

import (
	"bytes"
	"regexp"
	"sort"
	"strings"

	"masthead/layout/diag"
)

// The YAML library gives one syntax error without a column, names the line of
// the surrounding construct where its parser complains, and no line at all near
// the top of a file. Its scanner's complaints carry the right line. For the
// others we use the number of bytes it had read.

// parserErrors begin the complaints of the library's parser; all others come
// from its scanner.
var parserErrors = regexp.MustCompile(`^did not find expected (key|'-' indicator|',' or|node content|<|digit)|^found (duplicate|incompatible|undefined)`)

// keyColon matches a colon that makes a key.
var keyColon = regexp.MustCompile(`:([ \t]|$)`)

// explain adds the diagnostic for a syntax error.
func (d *document) explain(p *problem, diags *diag.List) {
	line := d.problemLine(p)
	text := d.yamlLine(line)
	indent := len(text) - len(bytes.TrimLeft(text, " \t"))
	at := d.yamlLines[line-1] + indent
	message, hint := p.message, ""
	switch {
	case strings.Contains(p.message, errSecond.Error()):
		diags.Errorf(d.pos(at), "syntax", "keep one document to a file and delete the line ---", "a second document begins here")
		return
	case strings.HasPrefix(p.message, "unknown anchor"):
		at, hint = d.findAlias(p.message, at)
	case strings.HasPrefix(p.message, "did not find expected alphabetic"):
		message = "the value begins with a sign of YAML"
		at, hint = d.firstOf(line, "*&", at), "put quotes around text that begins with * or &"
	case strings.HasPrefix(p.message, "did not find expected comment or line break"):
		at, hint = d.firstOf(line, "|>", at), "begin the text of a block on the next line, or put quotes around the value"
	case bytes.ContainsRune(text[:indent], '\t'):
		at = d.yamlLines[line-1] + bytes.IndexByte(text, '\t')
		message, hint = "a tab in the indentation", "indent with spaces"
	case strings.HasPrefix(p.message, "mapping values are not allowed"):
		at, message, hint = d.strayColon(line)
	case strings.HasPrefix(p.message, "could not find expected ':'"):
		message, hint = "a key without a colon", "write it as key: value"
	case strings.HasPrefix(p.message, "found unexpected end of stream"):
		message, hint = "the quoted text that begins here never ends", "close it with a quotation mark"
		if open, ok := d.openQuote(line); ok {
			at = open
		}
	case strings.HasPrefix(p.message, "found character that cannot start any token"):
		at = d.firstOf(line, "@`%\t", at)
		hint = "put quotes around the value"
	case strings.HasPrefix(p.message, "did not find expected ',' or"):
		at, message = d.openBracket(p.read, at)
		hint = "close it, put commas between the entries, and quotes around text with commas or brackets"
	case strings.HasPrefix(p.message, "found unknown escape character"):
		at = d.firstOf(line, `\`, at)
		hint = "use single quotes, or write the backslash twice"
	case strings.HasPrefix(p.message, "did not find expected key"), strings.HasPrefix(p.message, "did not find expected '-'"):
		at, message, hint = d.strayToken(line, at)
	}
	diags.Errorf(d.pos(at), "syntax", hint, "not valid YAML: %s", message)
}

// problemLine returns the YAML line that the problem is about.
func (d *document) problemLine(p *problem) int {
	line := p.line
	if line == 0 || parserErrors.MatchString(p.message) {
		line = d.lineRead(p.read)
	}
	return min(max(line, 1), len(d.yamlLines))
}

// lineRead returns the YAML line of the token that the parser had taken when it
// had read so many bytes. The scanner looks four bytes ahead of a token, and
// for a text without a colon it looks at the beginning of the next line.
func (d *document) lineRead(read int) int {
	end := max(min(read, len(d.data))-1, 0)
	for end > 0 && isWhite(rune(d.data[end])) {
		end--
	}
	line := sort.SearchInts(d.yamlLines, end+1)
	text := d.yamlLine(line)
	indent := len(text) - len(bytes.TrimLeft(text, " "))
	if read > d.yamlLines[line-1]+indent+4 {
		return line
	}
	above := d.lineAbove(line)
	shortKey := regexp.MustCompile(`^.{1,2}:`).Match(text[indent:])
	if above > 0 && !(shortKey && keyColon.Match(d.yamlLine(above))) {
		return above
	}
	return line
}

// lineAbove returns the next line above that is not blank, 0 where there is
// none.
func (d *document) lineAbove(line int) int {
	for line--; line > 0; line-- {
		if len(bytes.TrimSpace(d.yamlLine(line))) > 0 {
			break
		}
	}
	return line
}

// yamlLine returns the text of a line, without its break.
func (d *document) yamlLine(line int) []byte {
	end := len(d.data)
	if line < len(d.yamlLines) {
		end = d.yamlLines[line]
	}
	return bytes.TrimRight(d.data[d.yamlLines[line-1]:end], "\r\n")
}

// firstOf returns the offset of the first of the characters in a line.
func (d *document) firstOf(line int, chars string, otherwise int) int {
	if i := bytes.IndexAny(d.yamlLine(line), chars); i >= 0 {
		return d.yamlLines[line-1] + i
	}
	return otherwise
}

// findAlias places an alias without an anchor: nearly always text that begins
// with an asterisk.
func (d *document) findAlias(message string, otherwise int) (at int, hint string) {
	hint = "put quotes around text that begins with *"
	if _, rest, ok := strings.Cut(message, "'"); ok {
		if name, _, ok := strings.Cut(rest, "'"); ok {
			if i := bytes.Index(d.data, []byte("*"+name)); i >= 0 {
				return i, hint
			}
		}
	}
	return otherwise, hint
}

// strayColon explains a colon where none may be: a second one in a line of
// text, or the first key after a line that lacks its own.
func (d *document) strayColon(line int) (at int, message, hint string) {
	text := d.yamlLine(line)
	start := d.yamlLines[line-1]
	all := keyColon.FindAllIndex(text, -1)
	if len(all) > 1 {
		return start + all[1][0], "a second colon in the line", "put quotes around text that has a colon and a space"
	}
	indent := len(text) - len(bytes.TrimLeft(text, " "))
	above := d.lineAbove(line)
	if above == 0 {
		return start + indent, "a key where none may be", "check the indentation"
	}
	before := d.yamlLine(above)
	deep := len(before) - len(bytes.TrimLeft(before, " "))
	if !keyColon.Match(before) {
		return d.yamlLines[above-1] + deep, "a key without a colon", "write it as key: value"
	}
	return start + indent, "a key where none may be", "indent it like the keys above, or put quotes around text with a colon"
}

// openBracket finds the bracket that was still open when the parser gave up.
func (d *document) openBracket(read, otherwise int) (at int, message string) {
	var open []int
	quote := byte(0)
	for i, c := range d.data[:min(read, len(d.data))] {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && len(open) > 0:
			if i > 0 && strings.IndexByte(" \t\n[{,:", d.data[i-1]) >= 0 {
				quote = c
			}
		case (c == '[' || c == '{') && (len(open) > 0 || d.opensValue(i)):
			open = append(open, i)
		case (c == ']' || c == '}') && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return otherwise, "a bracket is not closed"
	}
	at = open[len(open)-1]
	return at, "the bracket " + string(d.data[at]) + " that opens here is not closed properly"
}

// opensValue reports whether the bracket at i stands where a value begins.
func (d *document) opensValue(i int) bool {
	before := bytes.TrimRight(d.data[:i], " ")
	if len(before) == 0 || len(before) == i {
		return len(before) == 0 || d.data[i-1] == '\n'
	}
	last := before[len(before)-1]
	return last == ':' || last == '-' || last == '\n'
}

var (
	quotedThenText = regexp.MustCompile(`^\s*(?:- )?[^'"#]*: (?:"[^"]*"|'[^']*')\s*[^\s#,\]}]`)
	quoteOpens     = regexp.MustCompile(`(?:: |- |[\[{,] ?)(?:"(?:[^"\\]|\\.)*|'[^']*)$`)
)

// strayToken explains a value where a key or a dash should be: text after a
// closing quote, a quote that closes only where the next one opens, or a line
// at an indentation of its own.
func (d *document) strayToken(line, otherwise int) (at int, message, hint string) {
	for _, l := range []int{line, d.lineAbove(line)} {
		if l == 0 {
			continue
		}
		if m := quotedThenText.FindIndex(d.yamlLine(l)); m != nil {
			return d.yamlLines[l-1] + m[1] - 1, "text after the closing quotation mark",
				"put the whole value in quotes, and inner quotation marks of the other kind"
		}
	}
	if open, ok := d.openQuote(line); ok {
		return open, "the quoted text that begins here does not end in its line", "close it with a quotation mark"
	}
	return otherwise, "the line does not fit what stands above it",
		"check its indentation, its dash, and whether a quotation mark above is left open"
}

// openQuote finds the nearest line, from the given one upwards, in which a
// quoted value opens that closes no earlier than in the line above the given
// one. (Prose in a block may have quotes that run over a line end.)
func (d *document) openQuote(line int) (at int, ok bool) {
	least := d.yamlLines[max(d.lineAbove(line), 1)-1]
	for ; line > 0; line-- {
		text := d.yamlLine(line)
		m := quoteOpens.FindIndex(text)
		if m == nil {
			continue
		}
		at = d.yamlLines[line-1] + m[0] + bytes.IndexAny(text[m[0]:], `"'`)
		end := bytes.IndexByte(d.data[at+1:], d.data[at])
		return at, end < 0 || at+1+end >= least
	}
	return 0, false
}
