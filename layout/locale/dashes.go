package locale

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hyphen sets the hyphens at i that no space parts from what is before them: a
// pair is an en dash, three are an em dash, a single one is an en dash between
// the ends of a range and else stays.
func (p *pass) hyphen(i int) int {
	n := p.hyphens(i)
	switch n {
	case 1:
		if i == 0 && p.after(1) == ' ' || p.isRange(i, i+1) || p.isMonths(i) {
			return p.put(p.rangeDash(i), i, i+1)
		}
	case 2, 3:
		return p.put(p.dash[n-2], i, i+n)
	}
	return p.copy(i, i+n)
}

// hyphens returns how many stand at i.
func (p *pass) hyphens(i int) int {
	n := 0
	for i+n < len(p.in) && p.in[i+n] == '-' {
		n++
	}
	return n
}

// rangeDash is the en dash between figures in every language; a dash that
// opens a line of dialogue is the language's own.
func (p *pass) rangeDash(i int) string {
	if i == 0 {
		return p.dash[0]
	}
	return "–"
}

// spacedDash sets hyphens that stand between spaces, the first at i: closed up
// in a range ("9 - 10 May") and between two partners ("EU - China"), else a
// dash that does not begin a line. It reports false if there are none.
func (p *pass) spacedDash(i int) (int, bool) {
	n := p.hyphens(i + 1)
	j := i + 1 + n
	if n == 0 || n > 3 || p.token == i || j < len(p.in) && !isSpace(p.after(j)) {
		return i, false
	}
	if n == 1 && j+1 < len(p.in) && p.in[j] == ' ' && p.closesUp(i, j+1) {
		p.retokenized = true
		p.skip(i + 1)
		p.put("–", i+1, j)
		return p.begin(p.skip(j + 1)), true
	}
	p.put(nbsp, i, i+1)
	p.token = i + 1
	return p.put(p.dash[max(n, 2)-2], i+1, j), true
}

// closesUp reports whether the words that end at i and begin at j are the ends
// of a range or two partners.
func (p *pass) closesUp(i, j int) bool {
	if p.isRange(i, j) {
		return true
	}
	return p.is(p.word(i))&partner != 0 && p.is(bare(strings.TrimRight(p.upcoming(j), ".")))&partner != 0
}

// isMonths reports whether the hyphen at i stands between two months, or a
// month and a day: "May-June", "30 June-2 July".
func (p *pass) isMonths(i int) bool {
	left := p.word(i)
	if left == "" || p.lookup(left)&month == 0 {
		return false
	}
	right := p.upcoming(i + 1)
	if r, _ := utf8.DecodeRuneInString(right); isDigit(r) {
		n := 0
		for n < len(right) && isDigit(rune(right[n])) {
			n++
		}
		return n <= 2 && (len(right) == n || right[n] == '.') && isDigit(lastInk(p.in[:p.token]))
	}
	return p.lookup(bare(right))&month != 0
}

// isRange reports whether the number that ends at l and the one that begins at
// r are the ends of a range. It errs on the side of no: telephone numbers, ISO
// dates, catalogue numbers, compounds and scores keep their hyphen.
func (p *pass) isRange(l, r int) bool {
	a, start := p.numberBefore(l)
	b, end := p.numberAt(r)
	if a == "" || b == "" {
		return false
	}
	if p.mayRange(a, b, start, end) {
		return true
	}
	start, end = p.groupsBefore(start), p.groupsAfter(end)
	return p.mayRange(p.in[start:l], p.in[r:end], start, end)
}

// mayRange reports whether the numbers a, from start, and b, up to end, are the
// ends of a range.
func (p *pass) mayRange(a, b string, start, end int) bool {
	return p.boundedLeft(start) && p.boundedRight(end) && !p.isTelephone(start, end) &&
		ascends(a, b, p.has(start, 1, reference))
}

// groupsBefore returns where the number whose last group of three figures
// begins at i begins, where spaces part its groups.
func (p *pass) groupsBefore(i int) int {
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(p.in[:i])
		j := i - n
		k := j
		for k > 0 && j-k < 3 && isDigit(rune(p.in[k-1])) {
			k--
		}
		if !isSpace(r) || j == k {
			break
		}
		i = k
	}
	return i
}

// groupsAfter returns where the number that ends at i ends, if groups of three
// figures follow behind spaces.
func (p *pass) groupsAfter(i int) int {
	for i < len(p.in) {
		r, n := utf8.DecodeRuneInString(p.in[i:])
		j := i + n
		if !isSpace(r) || j+3 > len(p.in) || !allDigits(p.in[j:j+3]) || isDigit(p.after(j+3)) {
			break
		}
		i = j + 3
	}
	return i
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// numberBefore returns the number that ends at i and where it begins; a
// percent sign, an ordinal's stop or the s of "1990s" may follow it.
func (p *pass) numberBefore(i int) (string, int) {
	end := i
	switch {
	case end > 0 && (p.in[end-1] == '%' || p.in[end-1] == '.'):
		end--
	case end > 1 && p.in[end-1] == 's' && isDigit(rune(p.in[end-2])):
		end--
	}
	j := end
	for j > 0 && (isDigit(rune(p.in[j-1])) || strings.IndexByte(".,:", p.in[j-1]) >= 0) {
		j--
	}
	for j < end && !isDigit(rune(p.in[j])) {
		j++
	}
	if j == end || !isDigit(rune(p.in[end-1])) {
		return "", i
	}
	return p.in[j:end], j
}

// numberAt returns the number that begins at i, and where it ends.
func (p *pass) numberAt(i int) (string, int) {
	i += len(currencyAt(p.in[i:]))
	j := i
	for j < len(p.in) && (isDigit(rune(p.in[j])) || strings.IndexByte(".,:", p.in[j]) >= 0) {
		j++
	}
	for j > i && !isDigit(rune(p.in[j-1])) {
		j--
	}
	if j == i || !isDigit(rune(p.in[i])) {
		return "", i
	}
	return p.in[i:j], j
}

// currencyAt returns the sign of money that s begins with.
func currencyAt(s string) string {
	for _, sign := range []string{"€", "$", "£", "¥"} {
		if strings.HasPrefix(s, sign) {
			return sign
		}
	}
	return ""
}

// boundedLeft reports whether a number may begin a range at i.
func (p *pass) boundedLeft(i int) bool {
	r := p.before(i)
	return r == 0 || isSpace(r) || isOpening(r) || isMark(r) || strings.ContainsRune("€$£¥~≈<>±", r) || isHan(r)
}

// boundedRight reports whether a range may end at i: no further hyphen and
// digit, no letters but those of a unit.
func (p *pass) boundedRight(i int) bool {
	r := p.after(i)
	switch {
	case r == 0, isSpace(r), isHan(r), r == '%', r == '°', r == '€', r == '‰':
		return true
	case r == '-' || r == '–':
		return unicode.IsLetter(p.after(i + utf8.RuneLen(r)))
	case r == '.' || r == ',' || r == ':':
		return !isDigit(p.after(i + 1))
	case isClosing(r), isOpening(r):
		return true
	case unicode.IsLetter(r):
		w := bare(p.upcoming(i))
		return w == "s" || p.lookup(w)&unit != 0
	}
	return false
}

// isTelephone reports whether the figures of in[start:end] are part of a
// telephone number: the run of figures, spaces and signs around them has a plus
// or a leading zero, or the word before it says so.
func (p *pass) isTelephone(start, end int) bool {
	i := start
	for i > 0 && start-i < 24 {
		r, n := utf8.DecodeLastRuneInString(p.in[:i])
		if !isDigit(r) && !isSpace(r) && !strings.ContainsRune("-–()/.", r) || r == '\n' {
			break
		}
		i -= n
	}
	if i > 0 && p.in[i-1] == '+' {
		return true
	}
	first := strings.TrimLeft(p.in[i:end], " ()-–./"+nbsp+nnbsp)
	if len(first) > 1 && first[0] == '0' && isDigit(rune(first[1])) {
		return true
	}
	return p.has(i, 2, telephone)
}

// ascends reports whether a and b, as written, are the ends of a range. Where
// ref is set they follow "p." or the like, and any two ascending numbers are.
func ascends(a, b string, ref bool) bool {
	if strings.Contains(a, ":") || strings.Contains(b, ":") {
		return isClock(a) && isClock(b)
	}
	if da, db := strings.Count(a, "."), strings.Count(b, "."); db == 2 && da >= 1 || da == 1 && db == 1 && ref {
		return isDotted(a) && isDotted(b)
	}
	a, b = ungroup(a), ungroup(b)
	x, okX := plain(a)
	y, okY := plain(b)
	if !okX || !okY {
		return false
	}
	switch {
	case len(a) == 4 && len(b) == 2 && isYear(x):
		return b > "12" && y > float64(int(x)%100)
	case len(a) > 1 && a[0] == '0' && isDigit(rune(a[1])), len(b) > 1 && b[0] == '0' && isDigit(rune(b[1])):
		return false
	case x >= y:
		return false
	case ref, x < 100 && y < 1000, isYear(x) && isYear(y) && len(a) == 4 && len(b) == 4:
		return true
	}
	return int(x)%5 == 0 && int(y)%5 == 0
}

// ungroup takes out of s what is no part of its value: the spaces between
// groups, signs of money, a percent sign.
func ungroup(s string) string {
	if allDigits(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isDigit(r) || r == '.' || r == ',' {
			return r
		}
		return -1
	}, strings.TrimRight(s, ".%s"))
}

func isYear(x float64) bool { return 1000 <= x && x < 2200 }

// plain returns the value of a number with at most one decimal mark or with
// groups of three.
func plain(s string) (float64, bool) {
	seps := strings.Count(s, ".") + strings.Count(s, ",")
	if k := strings.IndexAny(s, ".,"); seps > 1 || seps == 1 && len(s)-k == 4 && k <= 3 {
		for _, group := range strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == ',' })[1:] {
			if len(group) != 3 {
				return 0, false
			}
		}
		s = strings.NewReplacer(".", "", ",", "").Replace(s)
	}
	x, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return x, err == nil && len(s) < 12
}

// isClock reports whether s is a time of day.
func isClock(s string) bool {
	h, m, ok := strings.Cut(s, ":")
	return ok && len(h) <= 2 && len(m) == 2 && h != "" && !strings.ContainsAny(h+m, ".,:")
}

// isDotted reports whether s is a date of two or three numbers, or a time.
func isDotted(s string) bool {
	parts := strings.Split(s, ".")
	for i, part := range parts {
		if part == "" || len(part) > 2 && (i < 2 || len(part) != 4) || strings.Contains(part, ",") {
			return false
		}
	}
	return len(parts) <= 3
}
