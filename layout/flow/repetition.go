package flow

import (
	"strings"
	"unicode"

	"masthead/layout/issue"
)

// repeats reports whether a story's text already says the words of a piece, in
// their order: a pull quote that only lifts a sentence. What an ellipsis leaves
// out may stand between them. A piece with a link brings something of its own.
func (s *story) repeats(p *piece) bool {
	for _, span := range p.spans {
		if span.Link != "" {
			return false
		}
	}
	var said strings.Builder
	if s.lead != nil {
		said.WriteString(s.lead.plain() + "\n")
	}
	for i := range s.paras {
		said.WriteString(s.paras[i].plain() + "\n")
	}
	text := wordsOf(said.String())
	found := false
	for _, part := range strings.FieldsFunc(strings.ReplaceAll(p.plain(), "...", "…"), func(r rune) bool { return r == '…' }) {
		words := wordsOf(part)
		if words == " " {
			continue
		}
		at := strings.Index(text, words)
		if at < 0 {
			return false
		}
		text = text[at+len(words)-1:]
		found = true
	}
	return found
}

// wordsOf returns the words of a text in small letters between single spaces, one
// at either end. Characters that are written without spaces are words.
func wordsOf(text string) string {
	var b strings.Builder
	gap := true
	b.WriteByte(' ')
	for _, r := range text {
		word := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		single := word && issue.Words(string(r)+string(r)) == 2
		if !gap && (!word || single) {
			b.WriteByte(' ')
		}
		if gap = !word || single; word {
			b.WriteRune(unicode.ToLower(r))
		}
		if single {
			b.WriteByte(' ')
		}
	}
	if !gap {
		b.WriteByte(' ')
	}
	return b.String()
}
