package text

import (
	"slices"
	"strings"

	"github.com/go-text/typesetting/language"
	"golang.org/x/text/width"
)

// kind sorts the characters for the choice of a face.
type kind uint8

const (
	letter    kind = iota // of an alphabet
	han                   // ideographs, kana, bopomofo
	wide                  // full-width and ideographic punctuation
	ambiguous             // punctuation that is full-width among Han only
	common                // figures, other punctuation, symbols
	space
)

func kindOf(r rune) kind {
	switch r {
	case ' ', '\t', '\n', '\r', 0x00A0, 0x202F:
		return space
	case 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2014, 0x00B7:
		return ambiguous
	}
	if r < 0x80 {
		if r|0x20 >= 'a' && r|0x20 <= 'z' {
			return letter
		}
		return common
	}
	switch language.LookupScript(r) {
	case language.Han, language.Hiragana, language.Katakana, language.Bopomofo:
		return han
	case language.Common, language.Inherited, language.Unknown:
		if isWidthSpace(r) && r != 0x3000 {
			return space
		}
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			return wide
		}
		return common
	}
	return letter
}

// hanText reports whether a language is set with full-width punctuation.
func hanText(tag string) bool {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch primary {
	case "zh", "ja", "yue", "wuu", "cmn":
		return true
	}
	return false
}

// amongHan decides the ambiguous punctuation at i; see the package comment. What
// stands before and after it is looked for past other ambiguous punctuation, so
// that a quote within a quote, or a pair of dashes, is of one piece.
func (w *work) amongHan(i int, before kind) bool {
	after := w.clusters[i].nextKind
	isHan := func(k kind) bool { return k == han || k == wide }
	if !w.style.hanText {
		return isHan(before) && isHan(after)
	}
	isLatin := func(i int) bool {
		if i < 0 || i >= len(w.clusters) {
			return false
		}
		r := w.runes[w.clusters[i].from]
		return w.clusters[i].kind == letter || r >= '0' && r <= '9'
	}
	if w.runes[w.clusters[i].from] == 0x2019 && i > 0 && w.clusters[i-1].kind == letter && !isHan(after) {
		return false // an apostrophe
	}
	return !isLatin(i-1) || !isLatin(i+1)
}

// hanFace returns the index of the first face that has U+4E00, or -1. It is
// looked for only when wanted, for these faces are large to parse.
func (p *prepared) hanFace() int {
	if p.han == 0 {
		p.han = 2 + slices.IndexFunc(p.faces, func(f *Face) bool { return f.Has(0x4E00) })
	}
	return p.han - 2
}
