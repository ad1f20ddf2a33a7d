package source

import (
	"bytes"
	"regexp"
	"strings"
)

// What follows guesses, from the lines around the place where the YAML library
// gave up, which slip of the writer's made it do so.

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
	if open, ok := d.openQuote(line, false); ok && open < d.yamlLines[line-1] {
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
	for up := d.lineAbove(top); up > 0 && indentOf(d.yamlLine(up)) <= indentOf(d.yamlLine(top)); up = d.lineAbove(up) {
		if keyColon.Match(d.yamlLine(up)) || isComment(d.yamlLine(up)) {
			break
		}
		top = up
	}
	if d.continues(top) && indentOf(d.yamlLine(line)) != indentOf(d.yamlLine(top)) {
		return d.textAt(line), "a key where none may be", hintIndent
	}
	return d.textAt(top), "a key without a colon", "write it as key: value"
}

// keyWithText matches a key with a text behind it that may go on in the next
// line.
var keyWithText = regexp.MustCompile(`:[ \t]+[^ \t|>#]`)

// continues reports whether a line goes on with the text of the line above.
func (d *document) continues(line int) bool {
	text, above := d.yamlLine(line), d.lineAbove(line)
	if above == 0 || isComment(d.yamlLine(above)) || bytes.HasPrefix(bytes.TrimSpace(text), []byte("- ")) {
		return false
	}
	return keyWithText.Match(d.yamlLine(above)) && indentOf(text) > indentOf(d.yamlLine(above))
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
	if open, ok := d.openQuote(line, false); ok {
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
// one, or never if endless is set. (Prose in a block may have quotes that run
// over a line end.)
func (d *document) openQuote(line int, endless bool) (at int, ok bool) {
	least := d.yamlLines[max(d.lineAbove(line), 1)-1]
	for ; line > 0; line-- {
		text := d.yamlLine(line)
		m := quoteOpens.FindIndex(text)
		if m == nil || isComment(text) {
			continue
		}
		at = d.yamlLines[line-1] + m[0] + bytes.IndexAny(text[m[0]:], `"'`)
		end := bytes.IndexByte(d.data[at+1:], d.data[at])
		if end < 0 {
			return at, endless
		}
		return at, at+1+end >= least
	}
	return 0, false
}
