package locale

import (
	"maps"
	"slices"
	"testing"
)

func TestParse(t *testing.T) {
	values := map[string]string{"old": "1"}
	parse("# a comment = no\na = b = c\nlist = \", \"\nspaces = x~y\\,z\nold = 2\n\nno line\nempty =\n", values, true)
	want := map[string]string{"a": "b = c", "list": ", ", "spaces": "x" + nbsp + "y" + nnbsp + "z", "old": "1 2", "empty": ""}
	if !maps.Equal(values, want) {
		t.Errorf("%q", values)
	}
	parse("old = 3", values, false)
	if values["old"] != "3" {
		t.Errorf("a variety does not replace: %q", values["old"])
	}
}

func TestCandidates(t *testing.T) {
	for tag, want := range map[string][]string{
		"en":            {"en"},
		"fr-ch":         {"fr", "fr-CH"},
		"FR_CH":         {"fr", "fr-CH"},
		"zh-hans-cn":    {"zh", "zh-Hans", "zh-CN"},
		"zh-tw":         {"zh", "zh-Hant", "zh-TW"},
		"de-LI":         {"de", "de-CH"},
		"de-CH-1996":    {"de", "de-CH"},
		"en-a-bb-x-cc":  {"en"},
		"":              {"und"},
		"no":            {"nb"},
		"es-419":        {"es"},
		"sr-Latn-RS":    {"hr", "hr-Latn", "hr-RS"},
		"../../secrets": {""},
	} {
		if got := candidates(tag); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", tag, got, want)
		}
	}
	if For("../locale").Known() || For("common").Known() {
		t.Error("a tag that is no language is known")
	}
}

// TestLexiconKinds: the words of the lists have the kinds of their lists.
func TestLexiconKinds(t *testing.T) {
	typo := For("en").typo
	for w, want := range map[string]kind{
		"Mr.": title, "p.": reference, "P.": reference, "phase": numbered, "Phase": numbered, "km": unit, "May": month, "may": 0,
		"tis": elision, "Tis": elision, "EU": partner, "tel": telephone, "Tel": telephone, "€": unit | reference, "": 0, "word": 0,
		"a word longer than any in the lists": 0,
	} {
		if got := typo.is(w); got != want {
			t.Errorf("%q: %b, want %b", w, got, want)
		}
	}
}
