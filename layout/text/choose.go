package text

import (
	"github.com/go-text/typesetting/harfbuzz"
	"golang.org/x/text/unicode/norm"
)

// choose gives every cluster its face: letters and Han first, then what stands
// among them.
func (w *work) choose() {
	for i := 0; i < len(w.clusters); {
		k := i
		for k < len(w.clusters) && w.clusters[k].kind == letter {
			k++
		}
		if k > i {
			w.chooseLetters(i, k)
			i = k
			continue
		}
		if kind := w.clusters[i].kind; kind == han || kind == space {
			w.clusters[i].face = w.inOrder(i)
		}
		i++
	}
	w.lookAhead()
	lastLetter, lastKind := -1, common
	for i := range w.clusters {
		c := &w.clusters[i]
		switch c.kind {
		case letter:
			lastLetter = c.face
		case han, space:
			lastLetter = -1
		default:
			c.face = w.choosePunctuation(i, lastLetter, lastKind)
		}
		if c.kind != ambiguous {
			lastKind = c.kind
		}
	}
}

// chooseLetters keeps the letters from..to, which stand together, in one face if
// there is one that has them all: a single strange letter would show.
func (w *work) chooseLetters(from, to int) {
	for f := range w.style.faces {
		i := from
		for i < to && w.covers(f, i) {
			i++
		}
		if i < to {
			continue
		}
		for i := from; i < to; i++ {
			w.clusters[i].face = f
		}
		return
	}
	for i := from; i < to; i++ {
		w.clusters[i].face = w.inOrder(i)
	}
}

// lookAhead notes for every cluster what comes after it, in one pass from the
// end.
func (w *work) lookAhead() {
	nextLetter, nextKind := -1, common
	for i := len(w.clusters) - 1; i >= 0; i-- {
		c := &w.clusters[i]
		c.nextLetter, c.nextKind = nextLetter, nextKind
		if c.kind != ambiguous {
			nextKind = c.kind
		}
		switch c.kind {
		case letter:
			nextLetter = c.face
		case han, space, wide:
			nextLetter = -1
		}
	}
}

// choosePunctuation returns the face of a cluster that is no letter, by what
// stands around it.
func (w *work) choosePunctuation(i, lastLetter int, lastKind kind) int {
	c := w.clusters[i]
	if c.kind == wide || c.kind == ambiguous && w.amongHan(i, lastKind) {
		if h := w.style.hanFace(); h >= 0 && w.covers(h, i) {
			return h
		}
	}
	if lastLetter < 0 {
		lastLetter = c.nextLetter
	}
	if lastLetter >= 0 && w.covers(lastLetter, i) {
		return lastLetter
	}
	return w.inOrder(i)
}

// inOrder returns the first face that can set the cluster, else the first that
// can set its base, else -1.
func (w *work) inOrder(i int) int {
	for f := range w.style.faces {
		if w.covers(f, i) {
			return f
		}
	}
	c := w.clusters[i]
	if c.to-c.from > 1 {
		for f := range w.style.faces {
			if w.hasRune(f, w.runes[c.from]) {
				return f
			}
		}
	}
	return -1
}

// covers reports whether face f can set the whole cluster: as it stands, or
// composed.
func (w *work) covers(f, i int) bool {
	c := w.clusters[i]
	all := true
	for _, r := range w.runes[c.from:c.to] {
		if !w.hasRune(f, r) {
			all = false
			break
		}
	}
	if all || c.to-c.from == 1 {
		return all
	}
	for _, r := range norm.NFC.String(string(w.runes[c.from:c.to])) {
		if !w.hasRune(f, r) {
			return false
		}
	}
	return true
}

// hasRune reports whether face f can set r, itself, by a stand-in or from its
// parts; the shaper composes and decomposes.
func (w *work) hasRune(f int, r rune) bool {
	face := w.style.faces[f]
	if r == 0x00AD {
		return face.Has('-') || face.Has(0x2010)
	}
	if face.Has(r) || r >= 0x300 && harfbuzz.IsDefaultIgnorable(r) {
		return true
	}
	if _, ok := standIn(face, r); ok {
		return true
	}
	if isWidthSpace(r) {
		return face.Has(' ')
	}
	if r < 0xC0 {
		return false
	}
	parts := norm.NFD.String(string(r))
	if parts == string(r) {
		return false
	}
	for _, p := range parts {
		if !face.Has(p) {
			return false
		}
	}
	return true
}
