package flow

import (
	"strings"
	"unicode"

	"masthead/layout/brand"
	"masthead/layout/para"
)

// An opened block sets its first words in a style of their own, or all of them in
// capitals. What a reader copies or hears are the words as they were written.
type opened struct {
	set, source string // the text as set and as written, of one length
	first       int    // of the para spans that belong to the opening,
	spans       int    // and how many there are
	cursor      int    // bytes that have been painted
	word        int    // para spans that complete the word of an initial: 0 or 1
}

// openingOf says how a piece is opened.
type openingOf struct {
	look  *brand.Opening
	words int // at most
	word  int // bytes that complete the word of an initial, a span of their own
}

// opened sets a piece from a byte of its text on, its first words in a look of
// their own.
func (t *typesetter) opened(p *piece, st *brand.Style, offset int, of openingOf) *block {
	o, word := of.look, of.word
	plain := *st
	plain.Opening, plain.DropCap = nil, nil
	if s := t.shadows[st]; s != nil {
		plain = *s
	} else {
		t.shadow(st, &plain)
	}
	b := &block{piece: p, style: st, size: st.Size, base: offset}
	spans := t.spansFrom(b, t.shadows[st], st.Size, offset)
	end := t.openingEnd(spans, o, of.words)
	b.open = &opened{}
	var out []para.Span
	at := 0
	for _, s := range spans {
		for s.Text != "" {
			cut := len(s.Text)
			for _, stop := range []int{word, end} {
				if at < stop && stop < at+cut {
					cut = stop - at
				}
			}
			part := s
			part.Text = s.Text[:cut]
			part.Break = s.Break && cut == len(s.Text)
			b.open.source += part.Text
			if at < end {
				part = t.openSpan(b, part, st, o)
			}
			if at < word {
				b.open.word++
			}
			if at < end || at < word {
				part.Index = b.again(part.Index)
				b.open.spans++
			}
			if at < end && o.Colour != "" {
				b.inks[part.Index] = o.Colour
			}
			b.open.set += part.Text
			out = append(out, part)
			s.Text = s.Text[cut:]
			at += cut
		}
	}
	b.open.first = len(b.runs) - b.open.spans
	b.par = t.breaker.Prepare(out, t.paramsOf(p, st, 0))
	t.missing(p, b.par)
	return b
}

// capitals sets a span's words in capitals, to be read as they are written.
func (b *block) capitals(words string) string {
	set := strings.ToUpper(words)
	if b.open == nil {
		b.open = &opened{}
	}
	if capitals(words) != set {
		words = set // places would differ
	}
	b.open.set += set
	b.open.source += words
	b.open.spans++
	return set
}

// again gives a part of a span an index of its own.
func (b *block) again(index int) int {
	b.inks = append(b.inks, b.inks[index])
	b.runs = append(b.runs, b.runs[index])
	return len(b.runs) - 1
}

// openSpan dresses words of the opening.
func (t *typesetter) openSpan(b *block, s para.Span, st *brand.Style, o *brand.Opening) para.Span {
	look := t.shadows[o]
	if look == nil {
		look = &brand.Style{
			Family: orElse(o.Family, st.Family), Weight: o.Weight, Size: st.Size, Leading: st.Leading, Colour: st.Colour,
			Tracking: o.Tracking, Case: orElse(o.Case, "none"), Features: st.Features,
		}
		if look.Weight == "" {
			look.Weight = "regular"
			if o.Family == "" {
				look.Weight = st.Weight
			}
		}
		t.shadow(o, look)
	}
	if o.Case == "upper" {
		s.Text = capitals(s.Text)
	}
	s.Style = t.face(look, brand.Inline{Size: o.Size}, b.size)
	return s
}

// openingEnd is where the opening ends, in bytes: before the characters that the
// brand names, else after the first phrase or so many words.
func (t *typesetter) openingEnd(spans []para.Span, o *brand.Opening, most int) int {
	if o == nil || len(spans) == 0 {
		return 0
	}
	words := spans[0].Text
	if o.Until != "" {
		if i := strings.Index(words, o.Until); i >= 0 {
			return i
		}
		return len(words)
	}
	n := 0
	for i, r := range words {
		switch {
		case unicode.IsSpace(r):
			if n++; n == most {
				return i
			}
		case strings.ContainsRune("“”„«‹‘\"(", r):
			return len(strings.TrimRightFunc(words[:i], unicode.IsSpace))
		case strings.ContainsRune(",;:.!?", r) && n > 0:
			return i
		}
	}
	return len(words)
}

// asWritten returns the source of a set line.
func (b *block) asWritten(l *para.Line) string {
	if b.open == nil {
		return l.Text
	}
	var line strings.Builder
	if l.From == 0 && b.drop != nil {
		line.WriteString(b.piece.spans[0].Text[:b.base])
	}
	at := l.From
	for _, r := range l.Text {
		set := string(r)
		// What is written may hold soft hyphens, and other white space, between.
		for at < len(b.open.set) && !strings.HasPrefix(b.open.set[at:], set) && r != ' ' {
			at++
		}
		if at >= len(b.open.set) {
			return l.Text
		}
		if r == ' ' {
			line.WriteByte(' ')
		} else {
			line.WriteString(b.open.source[at : at+len(set)])
		}
		at += len(set)
	}
	return line.String()
}

// source returns what a glyph of the opening stands for.
func (o *opened) source1(glyph string) string {
	if glyph == "" || o.cursor >= len(o.set) {
		return glyph
	}
	for o.cursor < len(o.set) && o.set[o.cursor] == ' ' && glyph != " " {
		o.cursor++
	}
	if !strings.HasPrefix(o.set[o.cursor:], glyph) {
		return glyph
	}
	at := o.cursor
	o.cursor += len(glyph)
	return o.source[at:o.cursor]
}

// runIn sets the first paragraph of a list item with room for its mark in the
// first line.
func (t *typesetter) runIn(p *piece, style string) *block {
	key := style + "\x00run-in"
	if b := p.find(key, 0, false); b != nil {
		return b
	}
	st := t.brand.Style(style)
	b := t.prepare(p, st, st.Size, st.RunIn)
	p.made = append(p.made, madeBlock{key, 0, false, b})
	return b
}
