package para

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// char is one character of the paragraph.
type char struct {
	r    rune
	span int32
	off  int32 // byte offset in the span's text
}

// scanner turns characters into elements.
//
// Break rules, in place of UAX 14 for the scripts of the engine's languages:
// at spaces, tabs and line feeds; at U+200B; after a hyphen between two letters
// or a figure and a letter, with two characters on either side (so neither
// "e-mail" nor "2023-06-27" breaks); after an em dash; after an en dash between
// words of two letters, a slash between words of three; inside addresses after
// / . - ? & = _ and before @; between Han characters unless kinsoku forbids it.
// Not at en dashes beside figures, not at no-break spaces, not beside U+2060, not
// before a dash or mark that stands between spaces.
type scanner struct {
	p        *Paragraph
	chars    []char
	lastWord int // element with which the last word begins
}

func (s *scanner) read(spans []Span) {
	n := 0
	for i := range spans {
		n += len(spans[i].Text)
	}
	s.chars = slices.Grow(s.chars, n)
	for i := range spans {
		if spans[i].Style == nil {
			continue
		}
		for off, r := range spans[i].Text {
			s.chars = append(s.chars, char{r, int32(i), int32(off)})
		}
		if spans[i].Break {
			s.chars = append(s.chars, char{'\u2028', int32(i), int32(len(spans[i].Text))})
		}
	}
}

// scan walks the characters: a word, then what parts it from the next.
func (s *scanner) scan() {
	p := s.p
	for i := 0; i < len(s.chars); {
		c := s.chars[i]
		switch {
		case isCollapsible(c.r):
			s.space(c)
			i++
		case c.r == '\u2028':
			s.trim()
			p.elems = append(p.elems, element{kind: hardElement, span: c.span, off: c.off})
			i++
		case c.r == '\u200b':
			p.elems = append(p.elems, element{kind: gapElement, brk: s.breakable(c, breakFree), span: c.span, off: c.off})
			i++
		case c.r == '\u00a0':
			p.glue(c, "\u00a0", breakNone, false)
			i++
		case isFixedSpace(c.r):
			brk := breakSpace
			if c.r == '\u202f' || c.r == '\u2007' {
				brk = breakNone
			}
			p.glue(c, string(c.r), s.breakable(c, brk), true)
			i++
		default:
			j := i + 1
			for j < len(s.chars) && !isWhite(s.chars[j].r) {
				j++
			}
			s.bind(s.chars[i:j])
			s.lastWord = len(p.elems)
			s.word(s.chars[i:j])
			i = j
		}
	}
	s.trim()
}

// space appends a word space, unless the line begins or a space stands before.
func (s *scanner) space(c char) {
	p := s.p
	if n := len(p.elems); n == 0 || p.elems[n-1].kind == hardElement || p.elems[n-1].text == " " && p.elems[n-1].kind == spaceElement {
		return
	}
	p.glue(c, " ", s.breakable(c, breakSpace), false)
}

// bind keeps the line from ending before w if w is a dash or a closing mark
// between spaces, or after the word before it if that is an opening one.
func (s *scanner) bind(w []char) {
	e := s.p.elems
	n := len(e)
	if n == 0 || e[n-1].kind != spaceElement {
		return
	}
	closing := true
	for i := range w {
		closing = closing && strings.ContainsRune("\u2013\u2014\u2026!?:;\u00bb\u203a%)", w[i].r)
	}
	if closing || n > 1 && (e[n-2].text == "\u00ab" || e[n-2].text == "\u2039") {
		e[n-1].brk = breakNone
	}
}

// trim takes a word space off the end.
func (s *scanner) trim() {
	e := s.p.elems
	if n := len(e); n > 0 && e[n-1].kind == spaceElement && e[n-1].text == " " {
		s.p.elems = e[:n-1]
	}
}

func (s *scanner) breakable(c char, k breakKind) breakKind {
	if s.p.spans[c.span].NoBreak {
		return breakNone
	}
	return k
}

// longBox is the length, in characters, from which a word is cut into several
// boxes: work on the points of a box grows with the square of its length.
const longBox = 120

// word appends the boxes of w, a stretch without white space, and their points.
func (s *scanner) word(w []char) {
	p := s.p
	addr := isAddress(w)
	start, join := 0, false
	for k := 1; k <= len(w); k++ {
		if k < len(w) && w[k].span == w[k-1].span && !isHanRune(w[k].r) && !isHanRune(w[k-1].r) &&
			(k-start < longBox || unicode.IsMark(w[k].r) || isJoiner(w[k].r) || isJoiner(w[k-1].r)) {
			continue
		}
		han := k-start == 1 && isHanRune(w[start].r)
		s.fill(w, start, k, boxSetting{han, join, addr})
		if k == len(w) {
			break
		}
		kind := s.opportunity(w, k, addr)
		join = !isHanRune(w[k].r) && !isHanRune(w[k-1].r)
		if !join || kind != breakNone {
			p.elems = append(p.elems, p.hanGap(w[k-1].r, w[k].r, int(w[k].span), kind))
		}
		start = k
	}
}

type boxSetting struct{ han, join, addr bool }

// fill appends the box of w[from:to], with the points inside it.
func (s *scanner) fill(w []char, from, to int, set boxSetting) {
	p := s.p
	span := int(w[from].span)
	src := p.spans[span].Text
	var end int
	if to < len(w) && int(w[to].span) == span {
		end = int(w[to].off)
	} else {
		last := w[to-1]
		end = int(last.off) + utf8.RuneLen(last.r)
		end = min(end, len(src))
	}
	txt := src[w[from].off:end]
	soft := strings.Contains(txt, "\u00ad")
	if soft {
		txt = strings.ReplaceAll(txt, "\u00ad", "")
	}
	if txt == "" {
		return
	}
	e := p.box(span, txt, set)
	e.off = w[from].off
	if set.han || p.spans[span].NoBreak {
		return
	}
	at := 0
	for k := from; k < to; k++ {
		if w[k].r == '\u00ad' {
			if n := len(p.points); at > 0 && at < len(txt) && (n == int(e.first) || int(p.points[n-1].at) != at) && !p.spans[span].NoHyphen && !p.params.Balanced {
				p.points = append(p.points, point{int32(at), breakHyphen})
			}
			continue
		}
		if k > from {
			if kind := s.opportunity(w, k, set.addr); kind != breakNone {
				p.points = append(p.points, point{int32(at), kind})
			}
		}
		at += utf8.RuneLen(w[k].r)
	}
	goesOn := set.join && isWordRune(w[from-1].r)
	if !soft && !set.addr && !goesOn && (to == len(w) || !unicode.IsLetter(w[to].r)) && !p.spans[span].NoHyphen {
		s.hyphenate(e)
	}
	e.last = int32(len(p.points))
	sortPoints(p.points[e.first:e.last])
}
