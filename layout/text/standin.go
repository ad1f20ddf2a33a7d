package text

import (
	"slices"
	"unicode/utf8"
)

// Stand-ins: what is set where a face lacks a character that another of its
// glyphs can show. The text that a glyph stands for stays the character of the
// source, so that what is copied out of the PDF is what was written.

// twin returns a character that looks the same as r and is tried in the same
// face, before the next face is: better the hyphen of the face at hand than the
// no-break hyphen of another one. Spaces of other widths are not listed but for
// the ones as wide as U+0020: the shaper makes the rest from it.
func twin(r rune) (rune, bool) {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', 0x0085, 0x00A0, 0x2028, 0x2029:
		return ' ', true
	case 0x2011:
		return 0x2010, true
	case 0x2010, 0x00AD:
		return '-', true
	case 0x02BC:
		return 0x2019, true
	case 0x2015:
		return 0x2014, true
	case 0x2126:
		return 0x03A9, true
	case 0x00B5:
		return 0x03BC, true
	case 0x2219, 0x22C5, 0x30FB, 0x2027:
		return 0x00B7, true
	}
	return 0, false
}

// isWidthSpace reports whether the shaper makes r from U+0020 at the right
// width where a face lacks it.
func isWidthSpace(r rune) bool {
	return r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F || r == 0x3000
}

// likeness returns what may stand for r, each tried in every face, when no face
// has r: a likeness only, but better than a gap.
func likeness(r rune) []string {
	switch r {
	case 0x2212: // minus
		return []string{"\u2013", "-"}
	case 0x2013, 0x2012:
		return []string{"-"}
	case 0x2014:
		return []string{"\u2013", "-"}
	case 0x2018, 0x2019, 0x201B, 0x2032:
		return []string{"'"}
	case 0x201A:
		return []string{","}
	case 0x201C, 0x201D, 0x201F, 0x2033:
		return []string{"\""}
	case 0x2026:
		return []string{"..."}
	case 0x2044, 0x2215:
		return []string{"/"}
	case 0xFB00:
		return []string{"ff"}
	case 0xFB01:
		return []string{"fi"}
	case 0xFB02:
		return []string{"fl"}
	case 0xFB03:
		return []string{"ffi"}
	case 0xFB04:
		return []string{"ffl"}
	case 0x1E9E:
		return []string{"SS"}
	}
	return nil
}

// gapMarks are shown where a character is missing, the first that there is.
func gapMarks() []rune { return []rune{0xFFFD, 0x25A1, '?'} }

// standIn follows the twins of r to one that the face has.
func standIn(face *Face, r rune) (rune, bool) {
	for range 2 {
		t, ok := twin(r)
		if !ok {
			return 0, false
		}
		if t == '-' && !face.Has(t) {
			t = 0x2010
		}
		if face.Has(t) {
			return t, true
		}
		r = t
	}
	return 0, false
}

// settle writes what is to be shaped: the runes of every cluster with stand-ins
// put in and, where a character is missing, its likeness or a gap mark.
func (w *work) settle() {
	for i := range w.clusters {
		w.settleCluster(i)
	}
}

func (w *work) settleCluster(i int) {
	c := &w.clusters[i]
	c.start = len(w.out)
	whole := c.face >= 0 && w.covers(c.face, i)
	for k := c.from; k < c.to; k++ {
		r := w.runes[k]
		switch {
		case c.face >= 0 && (whole || w.hasRune(c.face, r)):
			if face := w.style.faces[c.face]; r == 0x00AD || !face.Has(r) { // a soft hyphen is never shown as itself
				if t, ok := standIn(face, r); ok {
					r = t
				}
			}
			w.put(r, w.src[k])
		case k > c.from: // a mark that the base's face lacks
			w.miss(r)
		default:
			w.replace(c, k)
		}
	}
	c.end = len(w.out)
}

func (w *work) put(r rune, src string) { w.out, w.text = append(w.out, r), append(w.text, src) }

func (w *work) miss(r rune) {
	if !slices.Contains(w.missing, r) {
		w.missing = append(w.missing, r)
	}
}

// replace writes the likeness of a base that no face has, or a gap mark.
func (w *work) replace(c *cluster, k int) {
	src := w.src[k]
	for _, s := range likeness(w.runes[k]) {
		first, _ := utf8.DecodeRuneInString(s)
		if f := w.firstWith(first); f >= 0 {
			c.face = f
			for _, r := range s {
				w.put(r, src)
				src = ""
			}
			return
		}
	}
	w.miss(w.runes[k])
	for _, mark := range gapMarks() {
		if f := w.firstWith(mark); f >= 0 {
			c.face = f
			w.put(mark, src)
			return
		}
	}
	c.face = -1
}

func (w *work) firstWith(r rune) int {
	return slices.IndexFunc(w.style.faces, func(f *Face) bool { return f.Has(r) })
}
