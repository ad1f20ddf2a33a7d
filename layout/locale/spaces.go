package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// space sets the space at i: as it is, or one at which the line does not break,
// or the dash that it opens.
func (p *pass) space(i int) int {
	if j, ok := p.spacedDash(i); ok {
		return j
	}
	if set := p.spaceFor(i); set != " " {
		p.put(set, i, i+1)
	} else {
		p.copy(i, i+1)
	}
	return p.begin(i + 1)
}

// spaceFor returns the space to set at i.
func (p *pass) spaceFor(i int) string {
	next, left := p.after(i+1), p.word(i)
	switch {
	case p.token == i, left == "", next == 0, isSpace(next):
		return " "
	case next == '–' || next == '—': // one that stands alone does not begin a line
		if after := p.after(i + 1 + utf8.RuneLen(next)); after == 0 || isSpace(after) {
			return nbsp
		}
	case p.isThousands(i, left):
		return nnbsp
	case p.binds(i, left, next):
		return nbsp
	}
	return " "
}

// binds reports whether left, which ends at i, and what follows the space stay
// on one line.
func (p *pass) binds(i int, left string, next rune) bool {
	k := p.is(left)
	if !isClosing(next) || isOpening(next) || isMark(next) {
		switch {
		case k&title != 0 && isUpper(p.in[i+1:]),
			k&reference != 0 && (k&unit == 0 || !isDigit(lastInk(p.in[:p.token]))) && (isDigit(next) || unicode.IsUpper(next) && isRoman(firstWord(p.in[i+1:]), true)),
			k&clitic != 0 && utf8.RuneCountInString(left) == 1:
			return true
		}
	}
	last, _ := utf8.DecodeLastRuneInString(left)
	switch {
	case last == '.' && isInitial(left):
		if isInitial(firstToken(p.in[i+1:])) {
			return true
		}
		return unicode.IsUpper(first(left)) && unicode.IsUpper(next)
	case isDigit(first(left)) || isDigit(last):
		return p.bindsNumber(i, left)
	case k&month != 0 && p.monthFirst && isDigit(next) && !isDigit(lastInk(p.in[:p.token])):
		n := firstWord(p.in[i+1:])
		return len(n) <= 2 || !isDigit(rune(n[2])) && !isDigit(rune(n[len(n)-1]))
	case k&connector != 0:
		return p.bindsConnector(i)
	case unicode.IsUpper(next) && last != '.' && !isClosing(last):
		if k&numbered != 0 {
			return isRoman(firstWord(p.in[i+1:]), true)
		}
		return unicode.IsUpper(first(left)) && isRoman(firstWord(p.in[i+1:]), false)
	}
	return false
}

// bindsNumber reports whether the number left is bound to a unit, a month, or
// the "de" before one.
func (p *pass) bindsNumber(i int, left string) bool {
	if strings.HasSuffix(left, ",") || strings.HasSuffix(left, ";") {
		return false
	}
	right := firstToken(p.in[i+1:])
	k := p.lookup(right) | p.lookup(bare(right))
	if k&unit != 0 {
		return isDigit(rune(left[len(left)-1]))
	}
	k |= p.is(firstWord(right)) & month
	if k&(month|connector) == 0 || !isDay(left) {
		return false
	}
	return k&month != 0 || p.is(bare(firstToken(strings.TrimLeftFunc(p.in[i+1+len(right):], isSpace))))&month != 0
}

// bindsConnector reports whether the connector that ends at i stands between a
// day and a month.
func (p *pass) bindsConnector(i int) bool {
	day, _ := lastToken(p.in, p.token)
	return isDay(day) && p.lookup(bare(firstToken(p.in[i+1:])))&month != 0
}

// isThousands reports whether the space at i parts groups of three figures of
// one number.
func (p *pass) isThousands(i int, left string) bool {
	n := len(left)
	for n > 0 && isDigit(rune(left[n-1])) {
		n--
	}
	figures := left[n:]
	if len(figures) == 0 || len(figures) > 3 || n > 0 && !boundsGroup(left[:n]) {
		return false
	}
	right := p.in[i+1:]
	m := 0
	for m < len(right) && isDigit(rune(right[m])) {
		m++
	}
	if m != 3 {
		return false
	}
	if k := m; k < len(right) {
		if n := p.rangeMark(i + 1 + k); n > 0 && !p.isRange(i+1+k, i+1+k+n) {
			return false
		}
		if r, size := utf8.DecodeRuneInString(right[k:]); unicode.IsLetter(r) || r == '/' || r == '.' && hasDigit(right[k+size:]) {
			return false
		}
	}
	if tail := p.in[p.token:i]; p.token > 0 && len(figures) == len(tail) {
		_, size := utf8.DecodeLastRuneInString(p.in[:p.token])
		if isDigit(p.before(p.token - size)) {
			if len(figures) != 3 { // 2023 12 300: no number
				return false
			}
		} else if p.has(p.token, 1, reference|numbered) {
			return false
		}
	}
	if figures[0] == '0' && !p.groupBefore() {
		return false
	}
	start := i - len(figures)
	for n := 1; n <= 3 && n <= start; n++ {
		if p.rangeMark(start-n) == n && !p.isRange(start-n, start) {
			return false
		}
	}
	return !p.isTelephone(i-len(figures), i+1+m) && !p.longRun(i+1)
}

// rangeMark returns the length of what is or becomes an en dash at i, else 0.
func (p *pass) rangeMark(i int) int {
	if strings.HasPrefix(p.in[i:], "–") {
		return len("–")
	}
	if n := p.hyphens(i); n <= 2 && (i == 0 || p.in[i-1] != '-') {
		return n
	}
	return 0
}

// longRun reports whether one of the groups of figures from i on, each behind
// one space, has not three figures: then they are no number.
func (p *pass) longRun(i int) bool {
	for i < len(p.in) {
		n := 0
		for i+n < len(p.in) && isDigit(rune(p.in[i+n])) {
			n++
		}
		if n == 0 {
			return false
		}
		if n != 3 {
			return true
		}
		i += n
		r, size := utf8.DecodeRuneInString(p.in[min(i, len(p.in)):])
		if !isSpace(r) || r == '\n' {
			return false
		}
		i += size
	}
	return false
}

// groupBefore reports whether a figure stands before the current token.
func (p *pass) groupBefore() bool { return isDigit(lastInk(p.in[:p.token])) }

// boundsGroup reports whether a number may begin behind s.
func boundsGroup(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("€$£¥-–(", r)
}

// isInitial reports whether w is one letter and a stop, or several such.
func isInitial(w string) bool {
	if w == "" {
		return false
	}
	for w != "" {
		r, n := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) || len(w) == n || w[n] != '.' {
			return false
		}
		w = w[n+1:]
	}
	return true
}

// isDay reports whether w ends in a day of the month, be it an ordinal.
func isDay(w string) bool {
	end := strings.TrimRightFunc(w, func(r rune) bool { return r == '.' || unicode.IsLetter(r) || r == 'º' || r == 'ª' })
	if len(w)-len(end) > 4 {
		return false
	}
	n := len(end)
	for n > 0 && isDigit(rune(end[n-1])) {
		n--
	}
	d := end[n:]
	return len(d) == 1 && d != "0" || len(d) == 2 && d <= "31"
}

// isRoman reports whether w is a Roman numeral in capitals below 90; of one
// letter only where alone is set, for "I" is a word.
func isRoman(w string, alone bool) bool {
	if w == "" || len(w) > 8 || len(w) == 1 && !alone && w != "V" && w != "X" {
		return false
	}
	rest, forty := strings.CutPrefix(w, "XL")
	if !forty {
		rest = strings.TrimPrefix(w, "L")
		for range 3 {
			rest = strings.TrimPrefix(rest, "X")
		}
	}
	switch rest {
	case "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX":
		return true
	}
	return false
}

// firstToken returns what s begins with up to a space.
func firstToken(s string) string {
	if k := strings.IndexFunc(s, isSpace); k >= 0 {
		return s[:k]
	}
	return s
}

// firstWord returns the letters and digits that s begins with.
func firstWord(s string) string {
	if k := strings.IndexFunc(s, func(r rune) bool { return !isWord(r) }); k >= 0 {
		return s[:k]
	}
	return s
}

func first(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// isUpper reports whether s begins with a capital, be it behind a mark.
func isUpper(s string) bool {
	r := first(strings.TrimLeftFunc(s, opensToken))
	return unicode.IsUpper(r) || unicode.Is(unicode.Han, r)
}

func hasDigit(s string) bool { return s != "" && isDigit(rune(s[0])) }
