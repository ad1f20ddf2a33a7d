package locale

import "strings"

// protect finds the span of the token at i that no rule may touch, if it has
// one: an address of the web or of mail, or a path. Marks that open the token,
// and those that close a sentence or a quotation behind it, are not part of it.
func (p *pass) protect(i int) {
	j := i
	p.from, p.protected = i, i
	slash, dot, at, colon, digit := -1, -1, -1, -1, false
	for j < len(p.in) {
		c := p.in[j]
		if c <= ' ' || c == 0xC2 && j+1 < len(p.in) && p.in[j+1] == 0xA0 {
			break
		}
		if c == 0xE2 && strings.HasPrefix(p.in[j:], nnbsp) {
			break
		}
		switch c {
		case '/', '\\':
			if slash < 0 {
				slash = j
			}
		case '.':
			if dot < 0 {
				dot = j
			}
		case '@':
			at = j
		case ':':
			if colon < 0 {
				colon = j
			}
		}
		digit = digit || '0' <= c && c <= '9'
		j++
	}
	from := j - len(strings.TrimLeftFunc(p.in[i:j], opensToken))
	w := p.in[from:j]
	switch {
	case at > from,
		colon > from && (strings.HasPrefix(p.in[colon:j], "://") || isScheme(p.in[from:colon])),
		strings.HasPrefix(w, "www."),
		dot > from && slash > dot && hasLetter(p.in[dot:slash]),
		digit && strings.Contains(w, "_"):
		p.from = from
		p.protected = from + len(strings.TrimRight(w, ".,;:!?)]}…。，；：！？）"+marks))
	}
}

// isScheme reports whether an address may begin with s and a colon.
func isScheme(s string) bool {
	switch strings.ToLower(s) {
	case "mailto", "tel", "http", "https", "ftp", "doi":
		return true
	}
	return false
}

func hasLetter(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' })
}
