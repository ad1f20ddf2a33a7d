package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Itemising cuts a text into stretches that the shaper can take as a whole: one
// face, one script, one direction.
//
//	decode      text -> runes, each with the source text it stands for
//	  cluster   runes -> clusters: a character and the marks on it
//	choose      a face for every cluster           (choose.go, han.go)
//	settle      clusters -> what is shaped, stand-ins put in (standin.go)
//	levels      the bidi level of every cluster    (bidi.go)
//	itemize     stretches of one face, script and bidi level

// work is the scratch space of one Shape.
type work struct {
	style    *prepared
	runes    []rune
	src      []string // per rune, its source
	clusters []cluster
	out      []rune   // what is shaped
	text     []string // per rune of out, the source it stands for
	items    []item
	missing  []rune
}

// cluster is a character with its marks.
type cluster struct {
	from, to   int // in runes
	start, end int // in out
	kind       kind
	face       int  // index into Style.Faces; -1 sets nothing
	level      int8 // of bidi: odd runs from right to left

	// What comes after: see lookAhead.
	nextLetter int  // the face of the next letter of the word, or -1
	nextKind   kind // of the next cluster that is not ambiguous
}

// item is a stretch of out for one call of the shaper.
type item struct {
	start, end int
	face       int
	level      int8
	script     language.Script
}

// decode fills runes, src and clusters. Invisible characters that only steer
// line breaking or direction are left out.
func (w *work) decode(txt string) {
	w.runes, w.src, w.clusters, w.missing = w.runes[:0], w.src[:0], w.clusters[:0], nil
	w.out, w.text, w.items = w.out[:0], w.text[:0], w.items[:0]
	for i := 0; i < len(txt); {
		r, n := utf8.DecodeRuneInString(txt[i:])
		src := txt[i : i+n]
		i += n
		if r == utf8.RuneError || r == 0 || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF {
			r, src = utf8.RuneError, string(utf8.RuneError) // no text of a PDF may have these
		}
		if unseen(r) && (r != 0x00AD || i < len(txt)) {
			continue
		}
		w.runes, w.src = append(w.runes, r), append(w.src, src)
		k := len(w.runes)
		if c := len(w.clusters); c > 0 && joins(r) {
			w.clusters[c-1].to = k
			continue
		}
		w.clusters = append(w.clusters, cluster{from: k - 1, to: k, kind: kindOf(r)})
	}
}

// unseen lists what guides breaking and direction only.
func unseen(r rune) bool {
	switch {
	case r == 0x00AD, r == 0x200B, r == 0x2060, r == 0xFEFF, r == 0x061C,
		r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}

// joins reports whether r belongs to the cluster before it.
func joins(r rune) bool {
	return r >= 0x300 && (unicode.In(r, unicode.M) || r == 0x200C || r == 0x200D || harfbuzz.IsDefaultIgnorable(r))
}

// scriptOf returns the script of a cluster, Common if it has none of its own.
func (w *work) scriptOf(c cluster) language.Script {
	if c.kind == wide || c.kind == ambiguous || c.kind == space {
		return language.Common
	}
	if s := language.LookupScript(w.runes[c.from]); s != language.Inherited && s != language.Unknown {
		return s
	}
	return language.Common
}

// itemize cuts out into items, in logical order. Characters without a script of
// their own take that of the character before, at the start that of the one
// after, alone that of the language.
func (w *work) itemize() {
	for i := 0; i < len(w.clusters); {
		first := w.clusters[i]
		k, script := i, language.Common
		for ; k < len(w.clusters); k++ {
			c := w.clusters[k]
			if c.face != first.face || c.level != first.level {
				break
			}
			if s := w.scriptOf(c); s != language.Common {
				if script != language.Common && s != script {
					break
				}
				script = s
			}
		}
		if script == language.Common {
			script = w.style.script
		}
		it := item{start: first.start, end: w.clusters[k-1].end, face: first.face, level: first.level, script: script}
		if it.face >= 0 && it.start < it.end {
			w.items = append(w.items, it)
		}
		i = k
	}
}
