package golden

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word of running text, or the beginning of a paragraph.
type token struct {
	text   string
	face   string // "", or how it stands out: italic, bold ...
	joined bool   // no space before it
	para   bool   // it begins a paragraph; text is what kind of
	soft   bool   // a paragraph that may have been begun by the brand: after the lead
	link   string // where it leads
	page   int
}

// same reports whether two tokens say the same, whatever they look like.
func (t token) same(u token) bool { return t.text == u.text && t.para == u.para }

// hardly are characters after which a line may end within a word, so that a
// word is cut there whether or not a line ended.
const hardly = "-–—/\u2010"

// tokens cuts lines into words. Where a line ends within a word, the word is
// put together again.
func tokens(dst []token, lines []placed) []token {
	open := false // the last line ended within a word
	for _, l := range lines {
		faces, links := l.faces(), l.leads()
		at := 0
		for i, w := range strings.FieldsFunc(l.Text, isGap) {
			at += strings.Index(l.Text[at:], w)
			for j, part := range cut(w) {
				t := token{text: part, joined: j > 0, page: l.page, face: faces[at], link: links[at]}
				at += len(part)
				if n := len(dst); i == 0 && j == 0 && n > 0 && !open && t.link != "" && t.link == dst[n-1].link && strings.Contains(t.link, dst[n-1].text+part) {
					t.joined = true // an address goes on
				}
				if n := len(dst); i == 0 && j == 0 && open && n > 0 && !dst[n-1].para {
					if !strings.HasSuffix(dst[n-1].text, "-") {
						dst[n-1].text += part
						continue
					}
					t.joined = true
				}
				dst = append(dst, t)
			}
		}
		open = l.Hyphenated
	}
	return dst
}

// isGap reports whether a character parts words: spaces of all widths.
func isGap(r rune) bool { return unicode.IsSpace(r) || r == 0x2060 || r == 0x200b }

// cut divides a word where a line might end in it without a trace: after
// hyphens, dashes and strokes, and between Han characters.
func cut(w string) []string {
	var out []string
	start := 0
	for i, r := range w {
		end := i + utf8.RuneLen(r)
		next, _ := utf8.DecodeRuneInString(w[end:])
		if end < len(w) && (strings.ContainsRune(hardly, r) || wide(r) || wide(next)) {
			out = append(out, w[start:end])
			start = end
		}
	}
	return append(out, w[start:])
}

func wide(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

// faces returns how the words of a line stand out, by the place where they
// begin.
func (l *placed) faces() map[int]string {
	if len(l.Runs) == 0 {
		return nil
	}
	out := map[int]string{}
	from := 0
	for _, r := range l.Runs {
		at := strings.Index(l.Text[from:], r.Text)
		if at < 0 || r.Text == "" {
			continue // it is printed otherwise than it is written, as in capitals
		}
		look := look(r.Face)
		if a, b := familyOf(r.Face), familyOf(l.face); a != b && r.Face != "" && l.face != "" {
			look = strings.TrimSpace("in " + a + " " + look)
		}
		if look != "" {
			for i := range r.Text {
				out[from+at+i] = look
			}
		}
		from += at + len(r.Text)
	}
	return out
}

// leads returns where the words of a line lead, by the place where they begin.
func (l *placed) leads() map[int]string {
	if len(l.Links) == 0 {
		return nil
	}
	out := map[int]string{}
	from := 0
	for _, k := range l.Links {
		at := strings.Index(l.Text[from:], k.Words)
		if at < 0 || k.Words == "" {
			from, at, k.Words = 0, 0, l.Text // it is printed otherwise than it is written
		}
		for i := range k.Words {
			out[from+at+i] = k.To
		}
		from += at + len(k.Words)
	}
	return out
}

// familyOf cuts the style off a PostScript name.
func familyOf(face string) string {
	family, _, _ := strings.Cut(face, "-")
	return family
}

// look says how a face differs from the one around it, by the custom of
// PostScript names.
func look(face string) string {
	_, style, _ := strings.Cut(face, "-")
	italic := strings.HasSuffix(style, "It") || strings.Contains(style, "Italic") || strings.Contains(style, "Oblique")
	bold := strings.Contains(style, "Bold") || strings.Contains(style, "bold")
	switch {
	case italic && bold:
		return "bold italic"
	case italic:
		return "italic"
	case bold:
		return "bold"
	}
	return ""
}

// phrase puts tokens together as they would be printed, cut to what can be read
// at a glance.
func phrase(list []token) string {
	var b strings.Builder
	for i, t := range list {
		if t.para {
			continue
		}
		if i > 0 && b.Len() > 0 && !t.joined && !(wideEnd(b.String()) && wide(first(t.text))) {
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return clip(b.String())
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func wideEnd(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return wide(r)
}

// glance is how many characters of a text a sentence quotes.
const glance = 72

func clip(s string) string {
	if utf8.RuneCountInString(s) <= glance {
		return s
	}
	r := []rune(s)[:glance-1]
	out := string(r)
	if at := strings.LastIndexByte(out, ' '); at > len(out)/2 {
		out = out[:at]
	}
	return strings.TrimRight(out, " ,;:") + " …"
}

// quote puts a phrase between quotation marks.
func quote(s string) string { return `"` + s + `"` }

// words counts the words among tokens.
func words(list []token) (n int) {
	for _, t := range list {
		if !t.para && !t.joined {
			n++
		}
	}
	return n
}
