package para

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"masthead/layout/hyphen"
)

// breakKind says why a line may end at a place, hence what it costs.
type breakKind uint8

const (
	breakNone       breakKind = iota
	breakSpace                // at a space
	breakFree                 // between Han characters, at a zero-width space
	breakHyphen               // an added hyphen
	breakName                 // the same in a word with a capital
	breakCompound             // after a hyphen of the text: it counts as a hyphen
	breakDash                 // after an em dash or a slash
	breakAddress              // inside a web or mail address
	breakHard                 // a line must end
	breakTorn                 // by force, with a hyphen, by the patterns
	breakTornLetter           // by force, anywhere, with a hyphen between letters
	breakTornPlain            // by force, anywhere, without a hyphen
)

// addsHyphen reports whether the break shows a hyphen that the text has not.
func (k breakKind) addsHyphen() bool {
	return k == breakHyphen || k == breakName || k == breakTorn || k == breakTornLetter
}

// hyphenated reports whether a line that ends so counts in a run of hyphens.
func (k breakKind) hyphenated() bool { return k.addsHyphen() || k == breakCompound }

// opportunity says whether a line may end before w[k], which is no space.
func (s *scanner) opportunity(w []char, k int, addr bool) breakKind {
	a, b := w[k-1].r, w[k].r
	if s.p.spans[w[k].span].NoBreak && s.p.spans[w[k-1].span].NoBreak || isJoiner(a) || isJoiner(b) {
		return breakNone
	}
	if addr {
		after := strings.ContainsRune("/.-?&=_", a) && !strings.ContainsRune("/.-?&=", b)
		if k >= 3 && len(w)-k >= 2 && (after || b == '@') {
			return breakAddress
		}
		return breakNone
	}
	if isHanRune(a) || isHanRune(b) {
		if hanBreak(a, b) {
			return breakFree
		}
		return breakNone
	}
	switch {
	case a != '-' && a != '/' && a < '\u2010':
		return breakNone
	case (a == '-' || a == '\u2010') && wordBefore(w, k-1) >= 2 && wordAfter(w, k) >= 2 && unicode.IsLetter(b):
		return breakCompound
	case a == '\u2013' && unicode.IsLetter(b) && wordBefore(w, k-1) >= 2 && wordAfter(w, k) >= 2 && unicode.IsLetter(w[k-2].r):
		return breakDash
	case a == '\u2014' && b != '\u2014' && (unicode.IsLetter(b) || unicode.IsDigit(b) || unicode.In(b, unicode.Pi, unicode.Ps)):
		return breakDash
	case a == '/' && wordBefore(w, k-1) >= 3 && wordAfter(w, k) >= 3 && unicode.IsLetter(b) && unicode.IsLetter(w[k-2].r):
		return breakDash
	}
	return breakNone
}

// wordBefore counts the letters and figures that end right before w[k].
func wordBefore(w []char, k int) int {
	n := 0
	for k--; k >= 0 && isWordRune(w[k].r); k-- {
		n++
	}
	return n
}

// wordAfter counts those that begin at w[k].
func wordAfter(w []char, k int) int {
	n := 0
	for ; k < len(w) && isWordRune(w[k].r); k++ {
		n++
	}
	return n
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func isCollapsible(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' }

func isFixedSpace(r rune) bool {
	return r >= '\u2000' && r <= '\u200a' || r == '\u202f' || r == '\u205f' || r == '\u3000'
}

func isWhite(r rune) bool {
	return isCollapsible(r) || r == '\u00a0' || r == '\u200b' || r == '\u2028' || isFixedSpace(r)
}

func isJoiner(r rune) bool { return r == '\u2060' || r == '\ufeff' || r == '\u200d' }

// isAddress recognises web and mail addresses by their form: a scheme, www. or
// an @, or a dot between letters followed by a slash.
func isAddress(w []char) bool {
	dot := false
	for i := range w {
		switch r := w[i].r; {
		case r == '@' && i > 0 && i+3 < len(w):
			return true
		case r == ':' && i+3 < len(w) && w[i+1].r == '/' && w[i+2].r == '/':
			return true
		case r == '.' && i > 0 && i+2 < len(w) && isWordRune(w[i-1].r) && unicode.IsLetter(w[i+1].r):
			if i >= 3 && w[i-1].r == 'w' && w[i-2].r == 'w' && w[i-3].r == 'w' {
				return true
			}
			dot = true
		case r == '/' && dot:
			return true
		}
	}
	return false
}

// hyphenate adds the points that the patterns give to the words of a box. In ragged
// text, part of an explicit compound must be long to be divided once more.
func (s *scanner) hyphenate(e *element) {
	par := &s.p.params
	if !par.Hyphenate || s.p.b.Hyphen == nil {
		return
	}
	compound := int32(len(s.p.points)) > e.first
	letterRuns(e.text, func(from, to int) {
		limits := hyphen.Limits{MinLength: par.MinWord, Left: par.HyphenLeft, Right: par.HyphenRight}
		word := e.text[from:to]
		if compound && par.Align != Justified {
			limits.MinLength = max(limits.MinLength, 10)
		}
		kind := breakHyphen
		if strings.IndexFunc(word, unicode.IsUpper) >= 0 {
			kind = breakName
		}
		if kind == breakName && !par.HyphenateCapitals || touchesFigure(e.text, from, to) || dotted(e.text, from, to) {
			return
		}
		for _, at := range s.p.b.Hyphen.Points(word, limits) {
			s.p.points = append(s.p.points, point{int32(from + at), kind})
		}
	})
}

// letterRuns calls f for every stretch of letters and marks of txt.
func letterRuns(txt string, f func(from, to int)) {
	from := -1
	for i, r := range txt {
		letter := unicode.IsLetter(r) || unicode.IsMark(r)
		if letter && from < 0 {
			from = i
		}
		if !letter && from >= 0 {
			f(from, i)
			from = -1
		}
	}
	if from >= 0 {
		f(from, len(txt))
	}
}

func touchesFigure(txt string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(txt[:from])
	after, _ := utf8.DecodeRuneInString(txt[to:])
	return unicode.IsDigit(before) || unicode.IsDigit(after) || before == '_' || after == '_'
}

// dotted reports whether letters are part of a name with points inside, as
// example.org: a hyphen in it would be taken for part of it.
func dotted(txt string, from, to int) bool {
	if head, ok := strings.CutSuffix(txt[:from], "."); ok {
		if before, _ := utf8.DecodeLastRuneInString(head); isWordRune(before) {
			return true
		}
	}
	tail, ok := strings.CutPrefix(txt[to:], ".")
	after, _ := utf8.DecodeRuneInString(tail)
	return ok && isWordRune(after)
}

// sortPoints sorts by place. A box has a handful of points.
func sortPoints(pts []point) {
	for i := 1; i < len(pts); i++ {
		for j := i; j > 0 && pts[j].at < pts[j-1].at; j-- {
			pts[j], pts[j-1] = pts[j-1], pts[j]
		}
	}
}
