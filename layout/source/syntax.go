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
	indent := indentOf(text)
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
	case bytes.ContainsRune(text[:indent], '\t'), strings.HasPrefix(p.message, "found a tab character"):
		at, message, hint = d.tab(line, at), "a tab in the indentation", "indent with spaces"
	case strings.HasPrefix(p.message, "did not find expected <document start>"):
		at, message, hint = d.firstLine(line, at)
	case strings.HasPrefix(p.message, "mapping values are not allowed"):
		at, message, hint = d.strayColon(line)
	case strings.HasPrefix(p.message, "could not find expected ':'"):
		message, hint = "a key without a colon", "write it as key: value"
	case strings.HasPrefix(p.message, "found unexpected end of stream"):
		message, hint = "the quoted text that begins here never ends", "close it with a quotation mark"
		if open, ok := d.openQuote(line, true); ok {
			at = open
		}
	case strings.HasPrefix(p.message, "found character that cannot start any token"):
		at = d.firstOf(line, "@`%\t", at)
		hint = "put quotes around the value"
	case strings.HasPrefix(p.message, "did not find expected ',' or"):
		at, message = d.openBracket(p, at)
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
