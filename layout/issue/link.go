package issue

import (
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"masthead/layout/source"
)

// schemes are what a link may lead to.
func schemes() []string { return []string{"http", "https", "mailto", "tel"} }

// checkLink returns a link in ASCII, as PDF wants it. Where it is none, it says
// what is wrong, as the predicate of a sentence, and what to do.
func checkLink(s string) (link, problem, hint string) {
	if strings.TrimSpace(s) == "" {
		return "", "is empty", "write an address that begins with https://"
	}
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
		return "", "has a space in it", "write %20 for a space"
	}
	scheme, rest, found := strings.Cut(s, ":")
	scheme = strings.ToLower(scheme)
	if !found || strings.ContainsAny(scheme, "/.@?#") {
		switch {
		case strings.Contains(s, "@"):
			return "", "has no scheme", "write mailto:" + s
		case strings.Contains(scheme, ".") && !strings.HasPrefix(s, "."):
			return "", "has no scheme", "write https://" + s
		}
		return "", "has no scheme", "write an address that begins with https://"
	}
	switch scheme {
	case "http", "https":
		u, err := url.Parse(s)
		if err != nil || !strings.HasPrefix(rest, "//") || u.Hostname() == "" || strings.Contains(u.Hostname(), "..") {
			return "", "is not a web address", "write it as " + scheme + "://example.org/page"
		}
	case "mailto":
		address, _, _ := strings.Cut(rest, "?")
		if !isMail(address) {
			return "", "is not an e-mail address", "write it as mailto:name@example.org"
		}
	case "tel":
		if strings.Trim(rest, "+0123456789-.()*#;=abcdefghijklmnopqrstuvwxyz") != "" || !strings.ContainsAny(rest, "0123456789") {
			return "", "is not a telephone number", "write it as tel:+861059799695"
		}
	default:
		if o, ok := source.Closest(scheme, schemes()); ok {
			return "", "has the unknown scheme " + scheme, `did you mean "` + o + `"?`
		}
		return "", "has the scheme " + scheme, "links may lead to http, https, mailto and tel"
	}
	return asciiLink(s), "", ""
}

// asciiLink percent-encodes what may not stand in a link as it is, and leaves
// what is encoded already.
func asciiLink(s string) string {
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c <= ' ' || c >= 0x7F || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			const hex = "0123456789ABCDEF"
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

func isMail(s string) bool {
	a, err := mail.ParseAddress(s)
	return err == nil && a.Address == s && strings.Contains(s[strings.LastIndexByte(s, '@'):], ".")
}

var (
	bareWeb  = regexp.MustCompile(`(?:https?://|www\.)[^\s<>"“”„‚‘«»‹›\p{Han}\x{3000}-\x{303F}\x{FF01}-\x{FF60}]+`)
	bareMail = regexp.MustCompile(`[A-Za-z0-9][A-Za-z0-9._%+\-]*@[A-Za-z0-9](?:[A-Za-z0-9\-]*\.)+[A-Za-z]{2,}`)
)

// linkify finds web and e-mail addresses that the Markdown parser did not,
// because they follow a quotation mark, a bracket or a Han character.
func (r *runner) linkify() {
	for from := 0; from < len(r.chars); {
		to := from + 1
		for to < len(r.chars) && r.linked(to) == r.linked(from) && r.chars[to].r != hardBreak {
			to++
		}
		if !r.linked(from) {
			r.linkifyRun(r.chars[from:to])
		}
		from = to
	}
}

func (r *runner) linked(i int) bool { return r.styles[r.chars[i].style].link != "" }

func (r *runner) linkifyRun(chars []char) {
	if !slices.ContainsFunc(chars, func(c char) bool { return c.r == '@' || c.r == '/' || c.r == 'w' }) {
		return
	}
	text := runes(chars)
	if !strings.Contains(text, "://") && !strings.Contains(text, "www.") && !strings.Contains(text, "@") {
		return
	}
	index := make([]int, 0, len(text)+1) // of the character that a byte belongs to
	for i, c := range chars {
		for range utf8.RuneLen(c.r) {
			index = append(index, i)
		}
	}
	index = append(index, len(chars))
	for _, m := range bareWeb.FindAllStringIndex(text, -1) {
		address := trimAddress(text[m[0]:m[1]])
		target := address
		if strings.HasPrefix(target, "www.") {
			target = "http://" + target
		}
		if strings.Contains(target, ".") {
			r.linkRange(chars, index[m[0]], index[m[0]+len(address)], target)
		}
	}
	for _, m := range bareMail.FindAllStringIndex(text, -1) {
		r.linkRange(chars, index[m[0]], index[m[1]], "mailto:"+text[m[0]:m[1]])
	}
}

// linkRange links some of the characters, unless they are the tail of a word,
// hold another link or lead nowhere.
func (r *runner) linkRange(chars []char, from, to int, target string) {
	if from > 0 {
		before := chars[from-1].r
		if before == '/' || before < utf8.RuneSelf && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
			return
		}
	}
	target, problem, _ := checkLink(target)
	if problem != "" || slices.ContainsFunc(chars[from:to], func(c char) bool { return r.styles[c.style].link != "" }) {
		return
	}
	for i := from; i < to; i++ {
		st := r.styles[chars[i].style]
		st.link = target
		chars[i].style = r.style(st)
	}
}

// trimAddress drops the punctuation of the sentence that an address ends in, and
// a closing bracket that it does not open.
func trimAddress(s string) string {
	for s != "" {
		switch last := s[len(s)-1]; {
		case strings.IndexByte(`.,;:!?'*_~"`, last) >= 0:
		case last == ')' && strings.Count(s, ")") > strings.Count(s, "("):
		case last == ']' && strings.Count(s, "]") > strings.Count(s, "["):
		case strings.HasSuffix(s, "…"), strings.HasSuffix(s, "’"):
			s = s[:len(s)-2]
		default:
			return s
		}
		s = s[:len(s)-1]
	}
	return s
}
