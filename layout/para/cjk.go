package para

import (
	"strings"
	"unicode"
)

// Rules for Chinese and Japanese text after JLReq 3.1 and CLReq 3.1: kinsoku,
// closing up of adjacent punctuation, a quarter em between Han and Latin.

// isHan reports whether a language is written in Han characters without word
// spaces.
func isHan(lang string) bool {
	l := strings.ToLower(lang)
	return l == "zh" || l == "ja" || strings.HasPrefix(l, "zh-") || strings.HasPrefix(l, "ja-")
}

// capitalisesNouns reports whether a language writes nouns with a capital, so
// that a capital says nothing about a name.
func capitalisesNouns(lang string) bool {
	l := strings.ToLower(lang)
	return l == "de" || l == "lb" || strings.HasPrefix(l, "de-") || strings.HasPrefix(l, "lb-")
}

// isHanRune reports whether r is set in a box of its own: ideographs, kana,
// full-width and ideographic punctuation.
func isHanRune(r rune) bool {
	if r < 0x2e80 {
		return false
	}
	return r >= 0x3000 && r <= 0x30ff || r >= 0xff01 && r <= 0xff60 || r >= 0xffe0 && r <= 0xffe6 ||
		unicode.In(r, unicode.Han, unicode.Bopomofo) || r >= 0x31f0 && r <= 0x31ff || r >= 0xfe30 && r <= 0xfe4f
}

const (
	// hanOpening may not end a line; hanClosing may not begin one.
	hanOpening = "「『（【〈《〔［｛〖〘“‘"
	hanClosing = "」』）】〉》〕］｝〗〙”’、。，．：；？！‥…・～ー々〻ゝゞヽヾ％‰℃" +
		"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
	// hanHalf have their ink in the left half of the em: the blank half after
	// them can go. Those of hanOpening have it in the right half.
	hanHalf = "」』）】〉》〕］｝〗〙、。，．"
)

// hanEdges takes the blank half of full-width punctuation off at the edges of
// the measure, so that the ink stands flush; nothing hangs.
func hanEdges() map[rune][2]float64 {
	m := make(map[rune][2]float64, 32)
	for _, r := range hanHalf {
		m[r] = [2]float64{0, 0.5}
	}
	for _, r := range "「『（【〈《〔［｛〖〘" {
		m[r] = [2]float64{0.5, 0}
	}
	return m
}

// hanBreak reports whether a line may end between a and b, one of which is Han.
func hanBreak(a, b rune) bool {
	if strings.ContainsRune(hanOpening, a) || strings.ContainsRune(hanClosing, b) {
		return false
	}
	if a == b && (a == '—' || a == '…' || a == '⸺') {
		return false
	}
	if !isHanRune(b) && unicode.IsPunct(b) && !unicode.In(b, unicode.Ps, unicode.Pi) {
		return false
	}
	return isHanRune(a) || !unicode.In(a, unicode.Ps, unicode.Pi)
}

// hanGap is the space between two characters, one of which is Han: nothing,
// ready to stretch; a quarter em between Han and Latin; half an em less between
// two marks of punctuation.
func (p *Paragraph) hanGap(a, b rune, span int, kind breakKind) element {
	em := p.spans[span].Style.Size
	g := element{kind: gapElement, brk: kind, span: int32(span)}
	han := isHanRune(a) || isHanRune(b)
	if !han {
		return g
	}
	if p.params.Align == Justified {
		g.stretch = em / 4
	}
	openB := isHanRune(b) && strings.ContainsRune(hanOpening, b)
	closeA := isHanRune(a) && strings.ContainsRune(hanHalf, a)
	switch {
	case isIdeograph(a) && isLatin(b), isLatin(a) && isIdeograph(b):
		g.width = em / 4
		if p.params.Align == Justified {
			g.shrink = em / 8
		}
	case closeA && (openB || isHanRune(b) && strings.ContainsRune(hanHalf, b)):
		g.width, g.stretch = -em/2, 0
	case openB && isHanRune(a) && strings.ContainsRune(hanOpening, a):
		g.width, g.stretch = -em/2, 0
	case p.params.Align == Justified && (closeA || openB):
		// Against an ideograph a mark keeps its blank, which may go if the
		// line must shrink.
		g.shrink = em / 4
	}
	return g
}

func isIdeograph(r rune) bool { return isHanRune(r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r) }

func isLatin(r rune) bool { return !isHanRune(r) && isWordRune(r) }
