package finish

import "strings"

// Utterance is what a screen reader says at one stop: a block of text, or a
// picture by its description.
type Utterance struct {
	Page int    // of its beginning, from 1
	Role string // "H1", "P", "Figure" ...
	Lang string
	Text string // line-end hyphens undone, white space run together
}

// Spoken returns a finished file as a screen reader speaks it: the structure
// tree from its root, one utterance for every block, links and spans within it
// run into its text. A word in another language is no stop of its own.
func Spoken(f *File) ([]Utterance, error) {
	tree, err := Tree(f)
	if err != nil {
		return nil, err
	}
	s := &speaker{}
	s.block(tree)
	return s.out, nil
}

type speaker struct {
	out  []Utterance
	now  Utterance
	text strings.Builder
}

// inline reports whether a role runs within a block's text (ISO 32000-1,
// 14.8.4.4).
func inline(role string) bool {
	switch role {
	case "Span", "Link", "Reference", "Quote", "Note", "Code", "BibEntry", "Annot":
		return true
	}
	return false
}

// block speaks an element that is a stop, and ends what was being said before
// and after it.
func (s *speaker) block(e *Element) {
	s.end()
	s.now = Utterance{Role: e.Role, Lang: e.Lang}
	s.parts(e)
	s.end()
}

func (s *speaker) parts(e *Element) {
	said := e.Actual != "" || e.Alt != ""
	if said {
		s.say(first(e.Actual, e.Alt), page(e))
	}
	for _, p := range e.Parts {
		switch {
		case p.Element == nil:
			if !said {
				s.say(p.Text, p.Page)
			}
		case said && inline(p.Element.Role):
		case inline(p.Element.Role):
			s.parts(p.Element)
		default:
			s.block(p.Element)
			s.now = Utterance{Role: e.Role, Lang: e.Lang}
		}
	}
}

func (s *speaker) say(text string, page int) {
	if text == "" {
		return
	}
	if s.text.Len() == 0 {
		s.now.Page = page + 1
	}
	s.text.WriteString(text)
}

// end closes the utterance that is open. A soft hyphen is a break within a word.
func (s *speaker) end() {
	text := strings.Join(strings.Fields(strings.ReplaceAll(s.text.String(), "\u00AD", "")), " ")
	s.text.Reset()
	if text != "" {
		s.now.Text = text
		s.out = append(s.out, s.now)
	}
}

// page returns where an element begins.
func page(e *Element) int {
	for _, p := range e.Parts {
		if p.Element == nil {
			return p.Page
		}
		if at := page(p.Element); at >= 0 {
			return at
		}
	}
	return -1
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
