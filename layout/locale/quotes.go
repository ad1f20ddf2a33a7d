package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An openQuote is a quotation that has not closed yet: which character opened
// it, and with the marks of which level it was set.
type openQuote struct {
	mark  byte
	level int
}

// quote sets a straight quotation mark c: an opening or closing mark of the
// language, an apostrophe, or a prime.
//
//	' between letters, in '90s, in 'tis                 apostrophe
//	behind one to three figures, with none open        prime
//	behind a space or an opening mark, before a word   opens; a ' that nothing closes is an apostrophe
//	else                                               closes; a ' that nothing opened is an apostrophe
//
// The double mark takes the outer level, the single one the inner, unless a
// quotation of the same level is open around it: then they change.
func (p *pass) quote(i int, c byte) int {
	before, after := p.before(i), p.after(i+1)
	open := p.isOpen(c)
	if c == '\'' && p.isApostrophe(i, before, after, open) {
		p.apostrophe = i + 1
		return p.put("’", i, i+1)
	}
	if !open && !unicode.IsLetter(after) && p.isMeasure(i) {
		if c == '"' {
			return p.put("″", i, i+1)
		}
		return p.put("′", i, i+1)
	}
	switch {
	case !p.opens(i, c, before, after):
		return p.closeAt(i, c)
	case c == '\'' && !closesAhead(p.in[i+1:]):
		return p.put("’", i, i+1)
	}
	return p.openAt(i, c)
}

// isMeasure reports whether one to three figures end at i, as before a prime.
func (p *pass) isMeasure(i int) bool {
	n := 0
	for n < i && n < 4 && isDigit(rune(p.in[i-n-1])) {
		n++
	}
	return n > 0 && n < 4
}

// closesAhead reports whether s, what follows an opening single mark, has one
// that may close it. It looks no further than a long quotation reaches.
func closesAhead(s string) bool {
	s = s[:min(len(s), 4096)]
	at := 0
	for range 64 {
		k := strings.IndexByte(s[at:], '\'')
		if k < 0 {
			return false
		}
		at += k
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+1:])
		if at > 0 && !isSpace(before) && (at+1 == len(s) || !isWord(after) || isHan(after)) {
			return true
		}
		at++
	}
	return false
}

// isApostrophe reports whether the ' at i stands for a letter.
func (p *pass) isApostrophe(i int, before, after rune, open bool) bool {
	switch {
	case isHan(before) || isHan(after):
		return false
	case isWord(before) && isWord(after):
		return unicode.IsLetter(before) || unicode.IsLetter(after)
	case unicode.IsLetter(before) && !open:
		return true
	case isWord(before):
		return false
	}
	rest := p.in[i+1:]
	if isDigit(after) { // '90s, '23
		if len(rest) < 2 || !isDigit(rune(rest[1])) {
			return false
		}
		next := p.after(i + 3)
		return next == 's' || !isDigit(next) && next != '-' && next != '–' && !closesAhead(rest)
	}
	if !unicode.IsLetter(after) {
		return false
	}
	n := 0
	for n < len(rest) {
		r, size := utf8.DecodeRuneInString(rest[n:])
		if !unicode.IsLetter(r) {
			break
		}
		n += size
	}
	return p.is(rest[:n])&elision != 0
}

// opens reports whether the mark at i opens a quotation.
func (p *pass) opens(i int, c byte, before, after rune) bool {
	if isHan(before) || isHan(after) {
		return !p.isOpen(c)
	}
	if after == 0 || isSpace(after) { // apart from both: " so "
		return c == '"' && after != 0 && (before == 0 || isSpace(before)) && !p.isOpen(c)
	}
	switch {
	case before == 0, isSpace(before), isOpening(before), strings.ContainsRune("-–—/=+", before):
		return true
	case before == '\'' && p.apostrophe == i: // l'"Union"
		return isWord(after)
	case before == '\'' || before == '"': // the mark before decided for both
		return byte(before) != c && len(p.open) > 0 && p.open[len(p.open)-1].mark == byte(before) && isWord(after)
	}
	return isWord(after) && !isWord(before) && !isClosing(before) && !p.isOpen(c)
}

func (p *pass) isOpen(c byte) bool {
	for _, q := range p.open {
		if q.mark == c {
			return true
		}
	}
	return false
}

// openAt sets an opening mark and takes the spaces behind it.
func (p *pass) openAt(i int, c byte) int {
	level := outer
	if c == '\'' {
		level = inner
	}
	if n := len(p.open); n > 0 && p.open[n-1].level == level {
		level = outer + inner - level
	}
	if len(p.open) < cap(p.open) {
		p.open = append(p.open, openQuote{c, level})
	}
	return p.opening(p.quotes[level].open, i, i+1)
}

// closeAt sets a closing mark, of the level of what it closes.
func (p *pass) closeAt(i int, c byte) int {
	level := -1
	for n := len(p.open) - 1; n >= 0; n-- {
		if p.open[n].mark == c {
			level = p.open[n].level
			p.open = p.open[:n]
			break
		}
	}
	if level < 0 {
		if c == '\'' {
			return p.put("’", i, i+1)
		}
		level = outer
	}
	mark := p.quotes[level].closing
	if p.spaced(mark) {
		p.skip(i)
		p.spaceBefore()
	}
	return p.put(mark, i, i+1)
}

// follow keeps account of double marks that the writer set, so that straight
// ones inside them take the inner level.
func (p *pass) follow(r rune) {
	const typed = 't'
	switch q := p.quotes[outer]; {
	case string(r) == q.open && q.open != q.closing:
		if len(p.open) < cap(p.open) {
			p.open = append(p.open, openQuote{typed, outer})
		}
	case string(r) == q.closing:
		for n := len(p.open) - 1; n >= 0; n-- {
			if p.open[n].mark == typed {
				p.open = p.open[:n]
				return
			}
		}
	}
}

// guillemet sets the space inside a guillemet that the writer set.
func (p *pass) guillemet(i int, r rune, n int) int {
	p.follow(r)
	if !p.spaced(string(r)) {
		return p.copy(i, i+n)
	}
	if string(r) == p.quotes[outer].open || string(r) == p.quotes[inner].open {
		return p.opening(string(r), i, i+n)
	}
	p.skip(i)
	p.spaceBefore()
	return p.copy(i, i+n)
}

// spaced reports whether a mark has a space inside it.
func (p *pass) spaced(mark string) bool {
	return p.quoteSpace != "" && (mark == "«" || mark == "»" || mark == "‹" || mark == "›")
}

// opening sets mark for in[i:j], and its space in the place of those at j.
func (p *pass) opening(mark string, i, j int) int {
	if !p.spaced(mark) {
		return p.put(mark, i, j)
	}
	k := j
	for k < len(p.in) {
		r, n := utf8.DecodeRuneInString(p.in[k:])
		if r == '\n' || !isSpace(r) {
			break
		}
		k += n
	}
	if k == len(p.in) || p.in[k] == '\n' {
		return p.put(mark, i, j)
	}
	p.retokenized = true
	p.put(mark+p.quoteSpace, i, k)
	if k > j {
		p.begin(k)
	}
	return k
}

// spaceBefore sets the space of a closing guillemet in the place of those at
// the end of out.
func (p *pass) spaceBefore() {
	p.trim()
	if n := len(p.out); n > 0 && p.out[n-1] != '\n' {
		p.out = append(p.out, p.quoteSpace...)
		p.retokenized = true
	}
}

func isHan(r rune) bool {
	return r >= 0x2E80 && (unicode.Is(unicode.Han, r) || r >= 0x3000 && r < 0x3100 || r >= 0xFF00 && r < 0xFFF0)
}
