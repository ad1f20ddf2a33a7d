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
		if open, ok := d.openQuote(line); ok {
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

// tab finds the first tab in the indentation of a line, from the given one on.
func (d *document) tab(line, otherwise int) int {
	for ; line <= len(d.yamlLines); line++ {
		text := d.yamlLine(line)
		if i := bytes.IndexByte(text[:indentOf(text)], '\t'); i >= 0 {
			return d.yamlLines[line-1] + i
		}
	}
	return otherwise
}

// indentOf returns the number of blanks that a line begins with.
func indentOf(text []byte) int { return len(text) - len(bytes.TrimLeft(text, " \t")) }

// textAt returns the offset of the first character of a line that is not blank.
func (d *document) textAt(line int) int {
	return d.yamlLines[line-1] + indentOf(d.yamlLine(line))
}

// firstLine explains a key at the margin below keys that are indented.
func (d *document) firstLine(line, otherwise int) (at int, message, hint string) {
	for l := 1; l < line; l++ {
		text := bytes.TrimSpace(d.yamlLine(l))
		if len(text) == 0 || text[0] == '#' {
			continue
		}
		if indentOf(d.yamlLine(l)) > 0 {
			return d.textAt(l), "the first key is indented", "begin it at the margin"
		}
		break
	}
	return otherwise, "the line does not fit what stands above it", "check its indentation"
}

var loneWord = regexp.MustCompile(`^\s*[A-Za-z-]+$`)

// strayColon explains a colon where none may be: a second one in a line of
// text, the first key after a line that lacks its own, or after a quote that
// was not closed.
func (d *document) strayColon(line int) (at int, message, hint string) {
	if open, ok := d.openQuote(line); ok && open < d.yamlLines[line-1] {
		return open, "the quoted text that begins here does not end in its line", "close it with a quotation mark"
	}
	text := d.yamlLine(line)
	above := d.lineAbove(line)
	all := keyColon.FindAllIndex(text, -1)
	if len(all) > 1 && !(above > 0 && loneWord.Match(d.yamlLine(above))) {
		return d.yamlLines[line-1] + all[1][0], "a second colon in the line", "put quotes around text that has a colon and a space"
	}
	const hintIndent = "indent it like the keys above, or put quotes around text with a colon"
	if above == 0 {
		return d.textAt(line), "a key where none may be", "check the indentation"
	}
	if keyColon.Match(d.yamlLine(above)) {
		return d.textAt(d.misfit(line)), "a key where none may be", hintIndent
	}
	top := above
	for up := d.lineAbove(top); up > 0 && !keyColon.Match(d.yamlLine(up)) && !isComment(d.yamlLine(up)); up = d.lineAbove(up) {
		top = up
	}
	if up := d.lineAbove(top); up > 0 && !isComment(d.yamlLine(up)) && indentOf(d.yamlLine(top)) > indentOf(d.yamlLine(up)) && indentOf(d.yamlLine(line)) != indentOf(d.yamlLine(top)) {
		return d.textAt(line), "a key where none may be", hintIndent
	}
	return d.textAt(top), "a key without a colon", "write it as key: value"
}

func isComment(text []byte) bool { return bytes.HasPrefix(bytes.TrimSpace(text), []byte("#")) }

// misfit returns the line whose indentation is wrong when the given one does not
// fit the one above: the one above, if a line below agrees with the given one.
func (d *document) misfit(line int) int {
	above := d.lineAbove(line)
	if above == 0 {
		return line
	}
	here, there := indentOf(d.yamlLine(line)), indentOf(d.yamlLine(above))
	if there == here || max(there-here, here-there) > 2 || !keyColon.Match(d.yamlLine(above)) {
		return line
	}
	for below := line + 1; below <= len(d.yamlLines); below++ {
		text := d.yamlLine(below)
		indent := indentOf(text)
		if len(text) == indent || indent > max(here, there) {
			continue
		}
		if indent == here {
			return above
		}
		break
	}
	return line
}

// openBracket finds the bracket that was not closed when the parser gave up. The
// library names the line of it, counted from zero, unless that is the first.
func (d *document) openBracket(p *problem, otherwise int) (at int, message string) {
	var open []int
	quote := byte(0)
	for i, c := range d.data[:min(p.read, len(d.data))] {
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
	for _, o := range open {
		if d.pos(o).Line == p.line+1 {
			at = o
		}
	}
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
	if wrong := d.misfit(line); wrong != line {
		return d.textAt(wrong), "the line does not fit what stands below it", "check its indentation"
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
