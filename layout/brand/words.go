package brand

import (
	"fmt"
	"strings"
)

// FieldNames returns the fields that words of a brand may hold in braces:
//
//	title, name, number, date, publisher, funding   as the issue has them
//	issue            the number in words, "11th issue"
//	page             the number of the page
//	section, section-number   of the page's first story
//	story, short     its title, and its short title if it has one
//	cover            caption and credit of the cover picture
//
// Besides, {label:KEY} is a word of the language. Words of which no
// field has a value are not printed.
func FieldNames() []string {
	return []string{
		"title", "name", "number", "issue", "date", "publisher", "funding", "page",
		"section", "section-number", "story", "short", "cover",
	}
}

// Fields returns the names that stand in braces, in order.
func Fields(words string) ([]string, error) {
	var out []string
	for rest := words; ; {
		i := strings.IndexAny(rest, "{}")
		if i < 0 {
			return out, nil
		}
		end := strings.IndexAny(rest[i+1:], "{}")
		if rest[i] == '}' || end < 0 || rest[i+1+end] == '{' {
			return out, fmt.Errorf("the braces of %q do not match", words)
		}
		out = append(out, rest[i+1:i+1+end])
		rest = rest[i+end+2:]
	}
}
