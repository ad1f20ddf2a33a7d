package flow

import (
	"strings"
	"testing"

	"masthead/layout/display"
)

// rolesOf returns the roles below an element, children in brackets.
func rolesOf(t *display.Tag) string {
	var kids []string
	for _, k := range t.Kids {
		if k.Tag != nil {
			kids = append(kids, rolesOf(k.Tag))
		}
	}
	if len(kids) == 0 {
		return t.Role
	}
	return t.Role + "(" + strings.Join(kids, " ") + ")"
}

// TestListsAndQuotations: a list that stands in a quotation is an element of it,
// what follows is none, and two quotations are two.
func TestListsAndQuotations(t *testing.T) {
	const item = "LI(Lbl LBody(P))"
	for text, want := range map[string]string{
		"one\n\n> two\n>\n> three\n\nfour":         "P BlockQuote(P P) P",
		"> two\n>\n> - three\n> - four\n>\n> five": "BlockQuote(P L(" + item + " " + item + ") P)",
		"> - two\n\none\n\n- three\n- four":        "BlockQuote(L(" + item + ")) P L(" + item + " " + item + ")",
		"> two\n\n- three\n\n> four":               "BlockQuote(P) L(" + item + ") BlockQuote(P)",
		"> 1. two\n>    - three\n>\n> four":        "BlockQuote(L(LI(Lbl LBody(P L(" + item + ")))) P)",
	} {
		res := newRig(t, textFirst(2)).compose(t, events(article("a", text)))
		got := ""
		res.Document.Root.Walk(func(tag *display.Tag) {
			if tag.Role == "Sect" && tag.Story == "events/a" {
				got = rolesOf(tag)
			}
		})
		if !strings.HasPrefix(got, "Sect(H") || !strings.HasSuffix(strings.TrimSuffix(got, ")"), " "+want) {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
