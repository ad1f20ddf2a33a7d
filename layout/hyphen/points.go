package hyphen

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Limits says where a word may not be broken although its language would. The
// zero value adds nothing to the rules of the language.
type Limits struct {
	Left, Right int  // fewest letters before and after a hyphen, if more than the language asks for
	MinLength   int  // fewest letters of a word that is broken
	Capitals    bool // break words all in capitals too; otherwise they are taken for acronyms
	NoNames     bool // leave words that begin with a capital whole; not for German
	NoCompounds bool // leave words that have a hyphen already whole
}

// Patterns breaks the words of one language. It remembers them, and is safe for
// concurrent use.
type Patterns struct {
	table       table
	exceptions  map[string][]int
	left, right int

	mu    sync.RWMutex
	words map[query][]int
}

type query struct {
	word string
	Limits
}

// maxWords bounds what is remembered.
const maxWords = 1 << 16

// softHyphen is U+00AD.
const softHyphen = "\u00AD"

// Mins returns the fewest letters that the language leaves before and after a
// hyphen.
func (p *Patterns) Mins() (left, right int) { return p.left, p.right }

// Points returns the byte offsets in word, rising, before which a hyphen and a
// line's end may stand. The slice is shared: leave it as it is.
//
// The word may come with the punctuation around it. Its parts between hyphens
// and, where the patterns do not know them, apostrophes are words of their own.
// A word with a figure, with @ or /, or with a point, colon or the like inside
// it is an address or a number and has no points. A word with soft hyphens has
// points at these alone, each before the soft hyphen, whatever o says. A nil
// Patterns knows soft hyphens only.
func (p *Patterns) Points(word string, o Limits) []int {
	if strings.Contains(word, softHyphen) {
		return softPoints(word)
	}
	if p == nil {
		return nil
	}
	q := query{word, o}
	p.mu.RLock()
	points, ok := p.words[q]
	p.mu.RUnlock()
	if ok {
		return points
	}
	points = p.points(word, o)
	p.mu.Lock()
	if len(p.words) >= maxWords {
		clear(p.words)
	}
	p.words[q] = points
	p.mu.Unlock()
	return points
}

// softPoints returns the places of soft hyphens that have something visible on
// both sides.
func softPoints(word string) []int {
	var out []int
	for i := 0; ; {
		k := strings.Index(word[i:], softHyphen)
		if k < 0 {
			return out
		}
		i += k
		rest := strings.TrimLeft(word[i:], softHyphen)
		if i > 0 && rest != "" {
			out = append(out, i)
		}
		i = len(word) - len(rest)
	}
}

func (p *Patterns) points(word string, o Limits) []int {
	letters := spell(word)
	from, to := 0, len(letters)
	for from < to && letters[from].kind == other {
		from++
	}
	for to > from && letters[to-1].kind == other {
		to--
	}
	if slices.ContainsFunc(letters, func(l letter) bool { return l.kind == figure }) ||
		slices.ContainsFunc(letters[from:to], func(l letter) bool { return l.kind == other }) {
		return nil
	}
	core := letters[from:to]
	if o.NoCompounds && slices.ContainsFunc(core, func(l letter) bool { return l.kind == hyphen }) {
		return nil
	}
	var out []int
	for len(core) > 0 {
		n := slices.IndexFunc(core, func(l letter) bool { return !p.inWord(l) })
		if n < 0 {
			n = len(core)
		}
		out = p.part(out, core[:n], o)
		core = core[min(n+1, len(core)):]
	}
	return out
}

func (p *Patterns) inWord(l letter) bool {
	return l.kind == alphabetic || l.kind == apostrophe && p.table.apostrophe
}

// part appends the points of a word without hyphens.
func (p *Patterns) part(out []int, letters []letter, o Limits) []int {
	n := len(letters)
	left, right := max(p.left, o.Left), max(p.right, o.Right)
	if n < max(left+right, o.MinLength) || !o.Capitals && capitals(letters) || o.NoNames && letters[0].upper {
		return out
	}
	allowed := p.figures(letters)
	for i := left; i <= n-right; i++ {
		// Not beside an apostrophe, and not between a letter and its mark.
		if allowed[i]%2 == 1 && letters[i].kind == alphabetic && letters[i-1].kind == alphabetic && !letters[i].mark {
			out = append(out, letters[i].at)
		}
	}
	return out
}

// figures returns the figure before every letter, from the exceptions or else
// from the patterns.
func (p *Patterns) figures(letters []letter) []byte {
	out := make([]byte, len(letters)+1)
	framed := make([]byte, 1, 2*len(letters)+2)
	framed[0] = '.'
	for _, l := range letters {
		framed = utf8.AppendRune(framed, l.lower)
	}
	if at, ok := p.exceptions[string(framed[1:])]; ok {
		for _, i := range at {
			out[i] = 1
		}
		return out
	}
	framed = append(framed, '.')
	figures := make([]byte, len(framed)+1)
	p.table.apply(framed, figures)
	at := 1
	for i, l := range letters {
		out[i] = figures[at]
		at += utf8.RuneLen(l.lower)
	}
	return out
}

func capitals(letters []letter) bool {
	for _, l := range letters {
		if !l.upper && l.kind == alphabetic && !l.mark {
			return false
		}
	}
	return true
}

// spell reads a word into letters, composed and in lower case.
func spell(word string) []letter {
	out := make([]letter, 0, len(word))
	if norm.NFC.IsNormalString(word) {
		for i, r := range word {
			out = append(out, newLetter(r, i))
		}
		return out
	}
	for i := 0; i < len(word); {
		n := norm.NFC.NextBoundaryInString(word[i:], true)
		for _, r := range norm.NFC.String(word[i : i+n]) {
			out = append(out, newLetter(r, i))
		}
		i += n
	}
	return out
}

// letter is one character of a word.
type letter struct {
	lower rune
	at    int // offset in the word
	kind  kind
	upper bool
	mark  bool // a mark on the letter before
}

type kind uint8

const (
	alphabetic kind = iota
	apostrophe
	hyphen
	figure // makes an address or a number of the word wherever it stands
	other  // does so within it
)

func newLetter(r rune, at int) letter {
	l := letter{lower: unicode.ToLower(r), at: at}
	switch {
	case unicode.Is(unicode.M, r):
		l.mark = true
	case unicode.IsLetter(r):
		l.upper = unicode.IsUpper(r)
	case unicode.IsDigit(r) || r == '@' || r == '/' || r == '\\' || r == '_' || r == utf8.RuneError:
		l.kind = figure
	case r == '\'' || r == '’' || r == 'ʼ':
		l.kind, l.lower = apostrophe, '\'' // patterns that have one form have this
	case r == '-' || r == '‐' || r == '‑' || r == '–' || r == '—':
		l.kind = hyphen
	default:
		l.kind = other
	}
	return l
}
