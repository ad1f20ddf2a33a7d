package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Spaces that Typeset sets.
const (
	nbsp  = "\u00a0"
	nnbsp = "\u202f"
)

// kind says, bit by bit, what a word does to its neighbours.
type kind uint16

const (
	title     kind = 1 << iota // binds a name: "Mr."
	reference                  // binds a number: "p."
	numbered                   // a noun that a Roman numeral follows: "Phase"
	unit                       // is bound to the number before it: "km"
	month
	connector // between day and month: "9 de mayo"
	clitic    // a preposition of one letter, bound to the next word
	elision   // loses its first letter to an apostrophe: "'tis"
	partner   // of two such, "EU - China" is a pair and not an aside
	telephone // announces a telephone number
)

// The levels of quotation.
const (
	outer = iota
	inner
)

type quote struct{ open, closing string }

// typography is the part of a locale that Typeset uses.
type typography struct {
	words       map[string]kind
	quotes      [2]quote
	quoteSpace  string // inside the marks of a guillemet language
	beforeHigh  string // before ; ! ?
	beforeColon string
	ellipsis    string
	dash        [2]string // for -- and ---
	monthFirst  bool
	french      bool // any of the spaces is set
	longest     int  // bytes of the longest word
}

func newTypography(values map[string]string) *typography {
	t := &typography{
		words:       make(map[string]kind, 320),
		quoteSpace:  values["quote-space"],
		beforeHigh:  values["space-before-high"],
		beforeColon: values["space-before-colon"],
		ellipsis:    "…",
		dash:        [2]string{"–", "—"},
		monthFirst:  values["month-first"] == "yes",
	}
	t.french = t.quoteSpace+t.beforeHigh+t.beforeColon != ""
	for i, key := range []string{"ellipsis", "dash", "em-dash"} {
		if v := values[key]; v != "" {
			*[]*string{&t.ellipsis, &t.dash[0], &t.dash[1]}[i] = v
		}
	}
	marks := strings.Split(values["quotes"], " ")
	if len(marks) != 4 {
		marks = []string{"“", "”", "‘", "’"}
	}
	t.quotes = [2]quote{{marks[0], marks[1]}, {marks[2], marks[3]}}
	for _, list := range []struct {
		key   string
		k     kind
		upper bool // also with a capital
	}{
		{"titles", title, false},
		{"references", reference, true},
		{"numbered", numbered, true},
		{"units", unit, false},
		{"months", month, true},
		{"months-day", month, true},
		{"months-other", month, true},
		{"months-short", month, true},
		{"connectors", connector, false},
		{"clitics", clitic, false},
		{"elisions", elision, true},
		{"partners", partner, false},
		{"telephone", telephone, true},
	} {
		t.add(values[list.key], list.k, list.upper)
	}
	return t
}

// add enters the words of a list. Only the plain space parts them: a no-break
// space is part of a word.
func (t *typography) add(list string, k kind, upper bool) {
	for list != "" {
		var w string
		w, list, _ = strings.Cut(list, " ")
		if w == "" {
			continue
		}
		t.words[w] |= k
		t.longest = max(t.longest, len(w)+2)
		if r, n := utf8.DecodeRuneInString(w); upper && unicode.IsLower(r) {
			t.words[string(unicode.ToUpper(r))+w[n:]] |= k
		}
	}
}

// is reports what a word does to its neighbours; a word may bear a full stop
// that the data leave out.
func (t *typography) is(word string) kind {
	if word == "" || len(word) > t.longest {
		return 0
	}
	return t.words[word]
}
