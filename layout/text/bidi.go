package text

import (
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// Bidirectional text (Unicode Standard Annex 9). The library tells direction but
// not level; a level is made of it here, for text without explicit embeddings:
// in a left-to-right text 1 for right-to-left stretches and 2 for the figures
// that follow them, in a right-to-left text 1 and 2 alike. The order of words in
// a line is not this package's business.

// rightToLeft reports whether the language is written from right to left.
func rightToLeft(tag string) bool {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch primary {
	case "ar", "he", "iw", "fa", "ur", "yi", "ji", "ps", "sd", "ug", "dv", "ckb", "syr":
		return true
	}
	return false
}

// levels sets the bidi level of every cluster.
func (w *work) levels() {
	mixed := w.style.rightToLeft
	for _, r := range w.runes {
		if r >= 0x590 {
			if p, _ := bidi.LookupRune(r); p.Class() == bidi.R || p.Class() == bidi.AL || p.Class() == bidi.AN {
				mixed = true
				break
			}
		}
	}
	if !mixed {
		return
	}
	var p bidi.Paragraph
	base := bidi.LeftToRight
	text := string(w.runes)
	if w.style.rightToLeft {
		base = bidi.RightToLeft
	} else {
		text = "\u200E" + text // without it the first strong character would rule
	}
	if _, err := p.SetString(text, bidi.DefaultDirection(base)); err != nil {
		return
	}
	order, err := p.Order()
	if err != nil {
		return
	}
	w.applyOrder(&order, base)
}

func (w *work) applyOrder(order *bidi.Ordering, base bidi.Direction) {
	shift := 0
	if base == bidi.LeftToRight {
		shift = 1
	}
	level := make([]int8, len(w.runes))
	for i := range order.NumRuns() {
		run := order.Run(i)
		from, to := run.Pos()
		from, to = max(from-shift, 0), min(to-shift+1, len(level))
		lvl := int8(0)
		switch {
		case run.Direction() == bidi.RightToLeft:
			lvl = 1
		case base == bidi.RightToLeft:
			lvl = 2
		case i > 0: // after a right-to-left run
			lvl, to = 2, from+figures(w.runes[from:to])
		}
		for k := from; k < to; k++ {
			level[k] = lvl
		}
	}
	for i := range w.clusters {
		w.clusters[i].level = level[w.clusters[i].from]
	}
}

// figures returns the length of the stretch of figures with which a
// left-to-right run begins: up to the last figure before the first letter. They
// belong to the right-to-left text before them.
func figures(runes []rune) int {
	n := 0
	for i, r := range runes {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return n
		case bidi.EN, bidi.AN:
			n = i + 1
		}
	}
	return n
}

// visual puts the items in the order in which they stand on the line: from the
// highest level down, every stretch at that level or above is reversed (rule
// L2).
func visual(items []item) {
	top := int8(0)
	for _, it := range items {
		top = max(top, it.level)
	}
	for lvl := top; lvl > 0; lvl-- {
		for i := 0; i < len(items); {
			k := i
			for k < len(items) && items[k].level >= lvl {
				k++
			}
			for a, b := i, k-1; a < b; a, b = a+1, b-1 {
				items[a], items[b] = items[b], items[a]
			}
			i = max(k, i+1)
		}
	}
}
