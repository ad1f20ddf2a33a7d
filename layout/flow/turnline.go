package flow

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"masthead/layout/display"
	"masthead/layout/issue"
)

// A turnPage says on which pages the two ends of a turn stand.
type turnPage struct{ from, to int }

// turnPages notes the turns of a plan, for the turn lines of the next round.
func (c *composer) turnPages(plan []*step) {
	c.turnAt = map[string]turnPage{}
	for _, s := range plan {
		if s.ask.turn {
			u, _ := c.turns(s.ask)
			c.turnAt[c.units[u].id] = turnPage{from: s.ask.number, to: s.ask.number}
		}
		if s.ask.rest > 0 {
			id := c.units[s.ask.rest-1].id
			at := c.turnAt[id]
			at.to = s.ask.number
			c.turnAt[id] = at
		}
	}
}

// restOf is the name of the place at which a story goes on, on a page.
func restOf(id string, page int) string { return id + "/" + strconv.Itoa(page) }

// continuedOn is the line below a story that goes on elsewhere, "Continued on
// page 3"; a link to the rest.
func (m *measurer) continuedOn(p *part) *piece {
	to := m.number + 1
	switch {
	case p.turn:
		to = m.turnAt[p.id].to
	case p.finish || p.kind == "index":
		return nil
	}
	return m.turnPiece("continued-on", p.story, to, restOf(p.id, to))
}

// continuedFrom is the line over what goes on, "Continued from page 1"; a link
// back.
func (m *measurer) continuedFrom(p *part) *piece {
	from := m.number - 1
	switch {
	case p.rest:
		from = m.turnAt[p.id].from
	case !p.continued() || p.kind == "index":
		return nil
	}
	return m.turnPiece("continued-from", p.story, from, p.id)
}

// turnPiece makes a turn line, once a round. Before the pages are known it holds
// a page number of one digit.
func (c *composer) turnPiece(label string, s *story, page int, dest string) *piece {
	key := turnKey{label, s, page}
	if p := c.turnPieces[key]; p != nil {
		return p
	}
	number := page
	if number == 0 {
		number = 8
	}
	words := strings.ReplaceAll(c.locale.Fill(label, strconv.Itoa(number)), " ", "\u00a0")
	p := &piece{role: "turn", id: s.id + "#" + label + strconv.Itoa(page), story: s, pos: s.pos, dest: dest, spans: []issue.Span{{Text: words}}}
	if c.turnPieces == nil {
		c.turnPieces = map[turnKey]*piece{}
	}
	c.turnPieces[key] = p
	return p
}

// A turnKey names a turn line by its label, its story and the page that it names.
type turnKey struct {
	label string
	story *story
	page  int
}

// turnTags reads the turn lines of a story, in the order of their pages.
func (c *composer) turnTags(sect *display.Tag, s *story) {
	var lines []turnKey
	for key, p := range c.turnPieces {
		if key.story == s && p.set {
			lines = append(lines, key)
		}
	}
	slices.SortFunc(lines, func(a, b turnKey) int { return cmp.Or(cmp.Compare(a.label, b.label), cmp.Compare(a.page, b.page)) })
	slices.Reverse(lines)
	for _, key := range lines {
		c.paragraph1(sect, c.turnPieces[key], "P")
	}
}

// rests notes where a story goes on that began on an earlier page.
func (f *finder) rests(pg *page, index int) {
	for _, p := range pg.m.parts {
		if !p.continued() {
			continue
		}
		name := restOf(p.id, pg.m.number)
		for _, l := range pg.record.Lines {
			if l.Story == p.id && !f.seen[name] {
				f.seen[name] = true
				f.dest(name, index, l.Baseline-3*l.Leading)
			}
		}
	}
}

// outOfOrder measures the stories that were set before their turn, less what
// waits of one that turned.
func (c *composer) outOfOrder(s *step) int64 {
	var n int64
	for i := s.unit; i < min(len(c.units), farthest); i++ {
		if s.skip&(1<<i) != 0 {
			n += c.progress[i+1] - c.progress[i]
		}
	}
	if s.turned > 0 {
		u := c.units[s.turned-1]
		for i, p := range u.opening(s.rest.opening).paras {
			if i >= s.rest.para {
				n -= int64(p.length() / 6)
			}
		}
		n += int64(s.rest.offset / 6)
	}
	return n
}
