package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Typeset gives the text of one paragraph the typography of the language:
// quotation marks, apostrophes and primes, dashes, ellipses, the spaces of
// French punctuation, no-break spaces. The rules are in TYPOGRAPHY.md.
//
// The paragraph comes in as many consecutive segments as its markup has runs,
// and goes out in the same number; what stands in one segment is seen from the
// next, so that a quotation may open inside an emphasis and close behind it.
// Letters and digits are never touched, nor are web and mail addresses or
// telephone numbers, and setting the result once more changes nothing.
//
// Where there is nothing to do, for "und", or where the brand has switched
// typography off, the result is segments itself.
func (l *Locale) Typeset(segments []string) []string {
	if l.plain || len(segments) == 0 {
		return segments
	}
	p := pass{typography: l.typo, ends: make([]int, len(segments))}
	if len(segments) == 1 {
		p.in = segments[0]
	} else {
		p.in = strings.Join(segments, "")
	}
	end := 0
	for i, s := range segments {
		end += len(s)
		p.ends[i] = end
	}
	p.out = make([]byte, 0, len(p.in)+len(p.in)/16+16)
	text := p.in
	p.run()
	set := string(p.out)
	for range 4 { // where the tokens have changed their neighbours may bind now
		if !p.retokenized || set == p.in {
			break
		}
		p = pass{typography: l.typo, in: set, out: p.out[:0], ends: p.ends}
		p.run()
		set = string(p.out)
	}
	if set == text {
		return segments
	}
	result := make([]string, len(segments))
	start := 0
	for i, end := range p.ends {
		result[i] = set[start:end]
		start = end
	}
	return result
}

// TypesetString is Typeset for a text without markup.
func (l *Locale) TypesetString(text string) string {
	return l.Typeset([]string{text})[0]
}

// A pass is one walk over a paragraph. It goes forward over in and appends to
// out; every decision looks at in alone.
//
//	for each token (what stands between spaces)
//	    a protected span (address, mail, path) is copied as it is
//	    each special character goes to its rule: quotes.go, dashes.go, here
//	at each space
//	    the tokens on both sides say whether it may break: spaces.go
type pass struct {
	*typography
	in   string
	out  []byte
	ends []int // ends of the segments: in in from next on, in out before
	next int   // the first segment whose end is still to be met

	token           int  // where the current token begins in in
	from, protected int  // in[from:protected] is copied as it is
	apostrophe      int  // behind the last one
	retokenized     bool // spaces came or went, or the form of a token's end
	open            []openQuote
	stack           [8]openQuote
}

func (p *pass) run() {
	p.open = p.stack[:0]
	p.protect(0)
	for i := 0; i < len(p.in); {
		if i >= p.from && i < p.protected {
			i = p.copy(i, p.protected)
			continue
		}
		j := i
		for j < len(p.in) && !special(p.in[j]) && (j != p.from || j == i) {
			j++
		}
		if j > i {
			i = p.copy(i, j)
			continue
		}
		i = p.rule(i)
	}
	p.skip(len(p.in))
}

// special reports whether a byte may begin something that a rule is for.
func special(c byte) bool {
	switch c {
	case ' ', '\t', '\n', '\'', '"', '-', '.', '!', '?', ':', ';', 0xC2, 0xE2:
		return true
	}
	return false
}

// rule handles the special character at i and returns where to go on.
func (p *pass) rule(i int) int {
	switch c := p.in[i]; c {
	case ' ':
		return p.space(i)
	case '\t', '\n':
		return p.begin(p.copy(i, i+1))
	case '\'', '"':
		return p.quote(i, c)
	case '-':
		return p.hyphen(i)
	case '.':
		return p.dots(i)
	case '!', '?', ';':
		return p.high(i, p.beforeHigh)
	case ':':
		return p.high(i, p.beforeColon)
	}
	r, n := utf8.DecodeRuneInString(p.in[i:])
	switch {
	case isSpace(r):
		return p.begin(p.copy(i, i+n))
	case r == '«' || r == '»' || r == '‹' || r == '›':
		return p.guillemet(i, r, n)
	case r == '“' || r == '„' || r == '”':
		p.follow(r)
	}
	return p.copy(i, i+n)
}

// begin notes that a token begins at i.
func (p *pass) begin(i int) int {
	p.token = i
	p.protect(i)
	return i
}

// skip passes over in up to j without output.
func (p *pass) skip(j int) int {
	for p.next < len(p.ends) && p.ends[p.next] <= j {
		p.ends[p.next] = len(p.out)
		p.next++
	}
	return j
}

// copy copies in[i:j].
func (p *pass) copy(i, j int) int {
	for p.next < len(p.ends) && p.ends[p.next] <= j {
		p.ends[p.next] += len(p.out) - i
		p.next++
	}
	p.out = append(p.out, p.in[i:j]...)
	return j
}

// put sets text for in[i:j]. A segment that ends at i ends before it.
func (p *pass) put(text string, i, j int) int {
	p.skip(i)
	p.out = append(p.out, text...)
	return p.skip(j)
}

// trim takes the spaces, but no line break, off the end of out.
func (p *pass) trim() {
	n := len(p.out)
	for n > 0 {
		r, size := utf8.DecodeLastRune(p.out[:n])
		if r == '\n' || !isSpace(r) {
			break
		}
		n -= size
	}
	p.out = p.out[:n]
	for i := p.next - 1; i >= 0 && p.ends[i] > n; i-- {
		p.ends[i] = n
	}
}

// dots sets three dots, or four, as an ellipsis; more are a leader.
func (p *pass) dots(i int) int {
	j := i
	for j < len(p.in) && p.in[j] == '.' {
		j++
	}
	if j-i == 3 || j-i == 4 {
		p.retokenized = true
		p.put(p.ellipsis, i, i+3)
		return p.copy(i+3, j)
	}
	return p.copy(i, j)
}

// high sets the space of French before ; ! ? and the colon. It is not set in
// "12:30", nor between two marks, nor behind an opening bracket.
func (p *pass) high(i int, space string) int {
	if space == "" {
		return p.copy(i, i+1)
	}
	after := p.after(i + 1)
	if p.in[i] == ':' && after != 0 && !isSpace(after) && !isClosing(after) {
		return p.copy(i, i+1)
	}
	switch before := lastInk(p.out); { // what was set, not what was written: a " may have opened
	case before == 0, before == '\n', isOpening(before), strings.ContainsRune("!?;:.…-–—", before):
		return p.copy(i, i+1)
	}
	p.skip(i)
	p.trim()
	p.retokenized = true
	p.out = append(p.out, space...)
	return p.copy(i, i+1)
}

// before returns the character before i, 0 at the start.
func (p *pass) before(i int) rune {
	if i == 0 {
		return 0
	}
	if c := p.in[i-1]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeLastRuneInString(p.in[:i])
	return r
}

// after returns the character at i, 0 at the end.
func (p *pass) after(i int) rune {
	if i >= len(p.in) {
		return 0
	}
	if c := p.in[i]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeRuneInString(p.in[i:])
	return r
}

func lastRune[T string | []byte](s T) (rune, int) {
	return utf8.DecodeLastRuneInString(string(s[max(0, len(s)-utf8.UTFMax):]))
}

// lastInk returns the last character of s that is no space, '\n' if a line
// ends first, 0 if there is none.
func lastInk[T string | []byte](s T) rune {
	for len(s) > 0 {
		r, n := lastRune(s)
		if r == '\n' || !isSpace(r) {
			return r
		}
		s = s[:len(s)-n]
	}
	return 0
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == 0x200B }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// What opens, and what closes; a quotation mark may be either, by language.
const (
	marks    = `'"` + "‘’‚“”„«»‹›「」『』′″"
	openings = "([{¿¡“‘„‚«‹「『（"
	closings = ")]}.,;:!?…”’»›」』）。，、；：！？"
)

func isOpening(r rune) bool { return strings.ContainsRune(openings, r) }

func isClosing(r rune) bool { return strings.ContainsRune(closings, r) || isMark(r) }

func isMark(r rune) bool { return strings.ContainsRune(marks, r) }

func opensToken(r rune) bool { return isOpening(r) || isMark(r) }

// reach is how far a rule looks, in bytes: far over what a word of any language
// needs, and a bound on the work that a text without spaces makes.
const reach = 256

// word returns the token that ends at i, without the marks that open it and
// what stands before an em dash.
func (p *pass) word(i int) string {
	w := p.in[max(min(p.token, i), i-reach):i]
	for _, dash := range []string{"—", "---"} {
		if k := strings.LastIndex(w, dash); k >= 0 {
			w = w[k+len(dash):]
		}
	}
	return strings.TrimLeftFunc(w, opensToken)
}

// upcoming returns the token that begins at i, with all its marks.
func (p *pass) upcoming(i int) string {
	return firstToken(p.in[i:min(len(p.in), i+reach)])
}

// bare returns w without the marks that open and close it, but for a full stop
// where one follows a letter at the end.
func bare(w string) string {
	return strings.TrimRight(strings.TrimLeftFunc(w, opensToken), ",;:!?…)]}"+marks)
}

// lookup returns the kind of w, of w without its last stop, or of w before an
// apostrophe.
func (p *pass) lookup(w string) kind {
	if k := p.is(w); k != 0 {
		return k
	}
	if strings.HasSuffix(w, ".") {
		return p.is(w[:len(w)-1])
	}
	return 0
}

// has reports whether one of the n words that end before i is of kind k.
func (p *pass) has(i, n int, k kind) bool {
	for ; n > 0; n-- {
		w := ""
		w, i = lastToken(p.in, i)
		if w == "" {
			return false
		}
		w = strings.TrimRight(strings.TrimLeftFunc(w, opensToken), ":.,)"+marks)
		if p.lookup(w)&k != 0 || k&reference != 0 && p.is(w+".")&k != 0 {
			return true
		}
	}
	return false
}

// lastToken returns the token before i, over spaces, and where it begins.
func lastToken(s string, i int) (string, int) {
	end, last := -1, max(0, i-reach)
	for i > last {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if isSpace(r) {
			if end >= 0 {
				break
			}
		} else if end < 0 {
			end = i
		}
		i -= n
	}
	return s[i:max(i, end)], i
}
