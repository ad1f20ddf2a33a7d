package golden

import (
	"strings"

	"masthead/layout/display"
)

// reading is the order in which a screen reader says what is marked, and what
// it calls the paragraphs.
type reading struct {
	rank map[display.Mark]int
	role map[display.Mark]string
	alt  map[display.Mark]string
}

// inline are the elements that stand inside of paragraphs.
var inline = [...]string{"Span", "Link", "Reference"}

// readingOf walks the tag tree.
func readingOf(root *display.Tag) *reading {
	r := &reading{map[display.Mark]int{}, map[display.Mark]string{}, map[display.Mark]string{}}
	if root != nil {
		r.walk(root, nil)
	}
	return r
}

func (r *reading) walk(t *display.Tag, above []string) {
	above = append(above, t.Role)
	for _, k := range t.Kids {
		if k.Tag != nil {
			r.walk(k.Tag, above)
			continue
		}
		if _, twice := r.rank[k.Mark]; twice {
			continue
		}
		r.rank[k.Mark] = 2 * len(r.rank) // what is not read may stand between
		r.role[k.Mark] = spoken(above)
		if t.Role == "Figure" {
			r.alt[k.Mark] = t.Alt
		}
	}
}

// spoken names a paragraph by the element that says most about it: a P in an
// LBody is an LI, one in a BlockQuote a BlockQuote.
func spoken(above []string) string {
	i := len(above) - 1
	for i > 0 && isInline(above[i]) {
		i--
	}
	role := above[i]
	if role == "P" && i > 0 {
		switch above[i-1] {
		case "LBody", "LI":
			return "LI"
		case "BlockQuote":
			return "BlockQuote"
		}
	}
	return role
}

func isInline(role string) bool {
	for _, s := range inline {
		if s == role {
			return true
		}
	}
	return false
}

// sectionsOf returns the sections by the stories that begin them.
func sectionsOf(root *display.Tag) map[string]*Section {
	out := map[string]*Section{}
	if root == nil {
		return out
	}
	for _, k := range root.Kids {
		if k.Tag == nil || k.Tag.Title == "" {
			continue
		}
		for _, s := range k.Tag.Kids {
			if s.Tag != nil && s.Tag.Story != "" {
				key, _, _ := strings.Cut(s.Tag.Story, "/")
				out[s.Tag.Story] = &Section{Key: key, Title: k.Tag.Title}
				break
			}
		}
	}
	return out
}
