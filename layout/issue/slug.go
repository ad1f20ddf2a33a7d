package issue

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// idForm is what an id looks like.
var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// slug makes an id of a title: its letters and digits in ASCII, as far as
// decomposition and a short table of letters go, with hyphens between words. It
// is empty for a title in Chinese.
func slug(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(title)) {
		s := letter(r)
		switch {
		case s != "":
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteString(s)
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == 'ь' || r == '\u00AD':
		default:
			gap = true
		}
	}
	return b.String()
}

// letter returns the ASCII letters for r, empty where there are none. Greek and
// Cyrillic follow ISO 843 and ISO 9 without their marks.
func letter(r rune) string {
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
		return string(r)
	}
	const greek, cyrillic = 'α', 'а'
	switch {
	case r >= greek && r <= 'ω':
		return strings.Split("a b g d e z i th i k l m n x o p r s s t y f ch ps o", " ")[r-greek]
	case r >= cyrillic && r <= 'я':
		return strings.Split("a b v g d e zh z i j k l m n o p r s t u f h c ch sh sht a y  e yu ya", " ")[r-cyrillic]
	}
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ł':
		return "l"
	case 'þ':
		return "th"
	case 'ı':
		return "i"
	case 'ħ':
		return "h"
	case 'ŋ':
		return "n"
	case 'є':
		return "ye"
	case 'і':
		return "i"
	case 'ђ', 'ћ':
		return "dj"
	case 'ј':
		return "j"
	case 'љ':
		return "lj"
	case 'њ':
		return "nj"
	case 'џ':
		return "dz"
	case 'ґ':
		return "g"
	}
	return ""
}
