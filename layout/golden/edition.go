package golden

import (
	"slices"
	"strings"
)

// edition is a golden seen from its stories, for comparing.
type edition struct {
	*Golden
	stories   []*story // in reading order
	furniture []*passage
}

// story is one story over all its pages.
type story struct {
	id       string
	pages    []int
	section  *Section // if it begins one
	index    *Entry
	running  []token    // lead, text, lists, subheads, quotations
	passages []*passage // all else: title, kicker, captions ...
	figures  []*figure
	bill     []Flexed
	unset    []Unset
	links    []string // of what is no words
	led      bool     // while it is read: the last running line was of the lead
}

// placed is a line and its page.
type placed struct {
	*Line
	page int
	face string // of most of its text
}

// passage is a paragraph that is not running text.
type passage struct {
	role, tag string
	page      int
	figure    int  // of a caption: its picture, from 1
	unset     bool // it is left out
	lines     []placed
	tokens    []token
}

// figure is a picture of a story.
type figure struct {
	*Figure
	rect Rect
	page int
}

// running are the roles whose text is read on as one.
var running = [...]string{"lead", "body", "subhead", "list", "blockquote"}

func isRunning(role string) bool { return slices.Contains(running[:], role) }

// newEdition sorts a golden by stories.
func newEdition(g *Golden) *edition {
	e := &edition{Golden: g}
	byID := map[string]*story{}
	for i := range g.Pages {
		p := &g.Pages[i]
		for j := range p.Blocks {
			k := &p.Blocks[j]
			if k.Story == "" {
				e.furniture = append(e.furniture, passages(k, p.Number)...)
				continue
			}
			s := byID[k.Story]
			if s == nil {
				s = &story{id: k.Story}
				byID[k.Story] = s
				e.stories = append(e.stories, s)
			}
			s.add(k, p.Number)
		}
	}
	for _, s := range e.stories {
		s.settle()
		s.leaveOut()
	}
	return e
}

// add takes what stands on one more page.
func (s *story) add(k *Block, page int) {
	s.pages = append(s.pages, page)
	if k.Section != nil {
		s.section = k.Section
	}
	if k.Index != nil {
		s.index = k.Index
	}
	s.bill = append(s.bill, k.Bill...)
	s.unset = append(s.unset, k.Unset...)
	for i := range k.Items {
		it := &k.Items[i]
		switch {
		case it.Figure != nil:
			s.figures = append(s.figures, &figure{it.Figure, it.Rect, page})
		case it.Text != nil && isRunning(it.Role):
			s.run(it, page)
		case it.Text != nil:
			s.passage(it, page)
		case it.Role == linkBox:
			s.links = append(s.links, it.Ink)
		}
	}
}

// run adds running text. The break between the lead and the body may be none of
// the writer's: where the lead ends is the brand's choice.
func (s *story) run(it *Item, page int) {
	var lines []placed
	flush := func() {
		s.running = tokens(s.running, lines)
		lines = lines[:0]
	}
	for i := range it.Text.Lines {
		l := &it.Text.Lines[i]
		if l.Tag != "" {
			flush()
			soft := it.Role == "body" && s.led
			s.running = append(s.running, token{text: paragraphName(it.Role), para: true, soft: soft, page: page})
		}
		s.led = it.Role == "lead"
		lines = append(lines, placed{l, page, it.Text.Face})
	}
	flush()
}

// passage adds text of other kinds, paragraph by paragraph.
func (s *story) passage(it *Item, page int) {
	for i := range it.Text.Lines {
		l := &it.Text.Lines[i]
		n := len(s.passages)
		if l.Tag != "" || n == 0 || s.passages[n-1].role != it.Role {
			s.passages = append(s.passages, &passage{role: it.Role, tag: l.Tag, page: page, figure: len(s.figures)})
			n++
		}
		p := s.passages[n-1]
		p.lines = append(p.lines, placed{l, page, it.Text.Face})
	}
}

// settle reads the words of the passages, and puts the values of facts behind
// their labels.
func (s *story) settle() {
	var out []*passage
	for _, p := range s.passages {
		p.tokens = tokens(nil, p.lines)
		if n := len(out); n > 0 && p.role == "facts" && p.tag == "LI" && out[n-1].role == "facts" && out[n-1].tag == "Lbl" {
			label := out[n-1]
			label.lines = append(label.lines, p.lines...)
			if len(label.tokens) > 0 && !strings.HasSuffix(label.tokens[len(label.tokens)-1].text, ":") {
				label.tokens[len(label.tokens)-1].text += ":"
			}
			label.tokens = append(label.tokens, p.tokens...)
			label.tag = "LI"
			continue
		}
		out = append(out, p)
	}
	s.passages = out
	s.pages = slices.Compact(s.pages)
}

// leaveOut adds the pieces that are not set to the passages, behind those of
// their role.
func (s *story) leaveOut() {
	for _, u := range s.unset {
		p := &passage{role: u.Role, page: s.pages[0], unset: true, tokens: tokens(nil, []placed{{Line: &Line{Text: u.Text}}})}
		if u.Role == "facts" {
			p.tag = "LI"
		}
		s.passages = append(s.passages, p)
	}
}

// passages returns the paragraphs of the furniture of a page.
func passages(k *Block, page int) []*passage {
	s := &story{}
	for i := range k.Items {
		if it := &k.Items[i]; it.Text != nil {
			s.passage(it, page)
		}
	}
	s.settle()
	return s.passages
}

// text returns what a passage says.
func (p *passage) text() string { return plain(p.tokens) }

// plain puts tokens together, whole.
func plain(list []token) string {
	var b strings.Builder
	for i, t := range list {
		if t.para {
			continue
		}
		if i > 0 && b.Len() > 0 && !t.joined {
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return b.String()
}

// title returns the words of the story's title.
func (s *story) title() string {
	for _, p := range s.passages {
		if p.role == "title" {
			return p.text()
		}
	}
	return ""
}

// paragraphName says what begins with a paragraph of a role.
func paragraphName(role string) string {
	switch role {
	case "list":
		return "list entry"
	case "subhead":
		return "subhead"
	case "blockquote":
		return "quotation"
	}
	return "paragraph"
}
