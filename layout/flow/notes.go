package flow

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"masthead/layout/brand"
	"masthead/layout/geom"
	"masthead/layout/issue"
	"masthead/layout/para"
	"masthead/layout/text"
)

// Paper has no links. Where the brand wants it (print.links), a figure after the
// words of a link refers to a note at the end of the story's text, which prints
// the address, or a QR code of it:
//
//	... stands in the report of the council¹.
//
//	¹ example.org/report
//
// Notes are rows of the galley like any other, so the composer prices them and
// breaks columns between them. They stand in both files: words and pages are the
// same, and in the e-mail file a note is a link too.
type note struct {
	*piece        // its words: "¹ example.org/report"
	url    string // where it leads
	code   *piece // the QR code in the reading order, where there is one
}

// noter collects the notes of one story, one for each address.
type noter struct {
	*collector
	story  *story
	codes  bool
	number map[string]int
}

// notes sets figures behind the links of a story, in reading order, and makes its
// notes.
func (c *collector) notes(s *story) {
	if !c.t.brand.Print.Noted() {
		return
	}
	n := &noter{collector: c, story: s, codes: c.t.brand.Print.Links == "qr", number: map[string]int{}}
	n.refer(s.lead)
	for i := range s.paras {
		n.refer(s.paras[i].piece)
	}
	for _, f := range s.facts {
		n.refer(f.value)
	}
	n.refer(s.quote)
	for _, f := range s.figures {
		n.refer(f.caption)
	}
}

// refer sets a figure behind every link of a piece but those whose words are the
// address itself: they are as good as a note.
func (n *noter) refer(p *piece) {
	if p == nil {
		return
	}
	words := ""
	for i := range p.spans {
		s := &p.spans[i]
		if s.Link == "" {
			words = ""
			continue
		}
		if words += s.Text; i+1 < len(p.spans) && p.spans[i+1].Link == s.Link {
			continue // the link goes on in other type
		}
		if !shows(words, s.Link) || n.codes && strings.HasPrefix(s.Link, "http") {
			s.Text += n.figure(n.numberOf(s.Link, p))
		}
		words = ""
	}
}

// numberOf is the number of an address in its story; a new one gets a note.
func (n *noter) numberOf(link string, from *piece) int {
	short := printed(link)
	if k := n.number[short]; k > 0 {
		return k
	}
	k := len(n.story.notes) + 1
	n.number[short] = k
	if n.codes {
		short, _, _ = strings.Cut(short, "/") // the code says the rest
	}
	p := &piece{role: "note", id: n.story.id + "#note" + strconv.Itoa(k), story: n.story, pos: from.pos, spans: []issue.Span{
		{Text: strings.TrimPrefix(n.figure(k), "\u00a0") + "\u00a0"}, {Text: short, Link: link},
	}}
	made := &note{piece: p, url: link}
	if n.codes {
		made.code = &piece{role: "note", id: p.id + ".qr", story: n.story, pos: from.pos, spans: []issue.Span{{Text: short, Link: link}}}
	}
	n.story.notes = append(n.story.notes, made)
	return k
}

// raisedFigures are the figures of notes, from 0.
const raisedFigures = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// figure is a number as it stands raised behind words, or in brackets where the
// typeface of the text has no such figures.
func (n *noter) figure(k int) string {
	if !n.raised() {
		return "\u00a0[" + strconv.Itoa(k) + "]"
	}
	return strings.Map(func(r rune) rune { return []rune(raisedFigures)[r-'0'] }, strconv.Itoa(k))
}

func (n *noter) raised() bool {
	st := n.t.brand.Style("body")
	if st == nil {
		return false
	}
	faces := n.t.face(st, brand.Inline{}, st.Size).Faces
	for _, r := range raisedFigures {
		if !slices.ContainsFunc(faces, func(f *text.Face) bool { return f.Has(r) }) {
			return false
		}
	}
	return true
}

// printed is an address as it is printed: without what a reader need not type.
func printed(link string) string {
	scheme, rest, _ := strings.Cut(link, ":")
	if scheme == "mailto" {
		rest, _, _ = strings.Cut(rest, "?")
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(rest, "//"), "www."), "/")
}

// shows reports whether words are an address as it can be typed.
func shows(words, link string) bool {
	plain := func(s string) string {
		for _, scheme := range []string{"https:", "http:", "mailto:", "tel:"} {
			s = strings.TrimPrefix(s, scheme)
		}
		if u, err := url.PathUnescape(s); err == nil {
			s = u
		}
		return strings.ToLower(printed(":" + strings.ReplaceAll(strings.TrimSpace(s), " ", "")))
	}
	return plain(words) == plain(link)
}

// address adds an event's address to what is said of it: a calendar has no text
// at whose end notes could stand.
func (c *collector) address(p *piece, e *issue.Event, s *story) *piece {
	if e.URL == "" || !c.t.brand.Print.Noted() {
		return p
	}
	at := issue.Span{Text: printed(e.URL), Link: e.URL, Pos: e.At.Of("url")}
	if p == nil {
		return &piece{role: "calendar", story: s, pos: e.At.Pos, spans: []issue.Span{at}}
	}
	p.spans = append(p.spans, issue.Span{Text: " · "}, at)
	return p
}

// noteStyle is the type of notes, on the rows of the text that they follow.
func (t *typesetter) noteStyle(leading geom.Length) *brand.Style {
	key := noteKey{leading}
	if s := t.shadows[key]; s != nil {
		return s
	}
	s := *t.brand.Style("note")
	s.Leading, s.Keep, s.Opening, s.DropCap, s.Fit = leading, 0, nil, nil, nil
	t.shadow(key, &s)
	return &s
}

type noteKey struct{ leading geom.Length }

// noteBlock sets a note in that type, once.
func (t *typesetter) noteBlock(p *piece, leading geom.Length) *block {
	key := "note\x00" + leading.String()
	b := p.find(key, 0, false)
	if b == nil {
		st := t.noteStyle(leading)
		b = t.sized(p, st, st.Size)
		p.made = append(p.made, madeBlock{key, 0, false, b})
	}
	return b
}

// noteRows adds a story's notes to its text.
func (m *measurer) noteRows(g *galley, s *story) {
	if len(s.notes) == 0 {
		return
	}
	first := len(g.rows)
	if s.notes[0].code != nil {
		m.codeRows(g, s.notes)
	} else {
		for _, n := range s.notes {
			b := m.noteBlock(n.piece, g.leading)
			lines := b.par.Measure(para.Widths{Rest: g.measure}, 0, nil)
			for k := range lines {
				g.rows = append(g.rows, row{block: b, line: &lines[k], number: k, last: k == len(lines)-1})
			}
		}
	}
	g.rows[first].before = max(1, int(m.noteStyle(g.leading).Before))
	g.notes = len(g.rows) - first
}
