package flow

import (
	"strconv"
	"strings"

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

// restOf is the name of the place at which the rest of a story begins.
func restOf(id string) string { return id + "/rest" }

// continuedOn is the line below a story that turns, "Continued on page 3"; a link
// to the rest.
func (c *composer) continuedOn(p *part) *piece {
	if !p.turn {
		return nil
	}
	return c.turnPiece("continued-on", p.story, c.turnAt[p.id].to, restOf(p.id))
}

// continuedFrom is the line over the rest, "Continued from page 1"; a link back.
func (c *composer) continuedFrom(p *part) *piece {
	if !p.rest {
		return nil
	}
	return c.turnPiece("continued-from", p.story, c.turnAt[p.id].from, p.id)
}

// turnPiece makes a turn line, once a round. Before the pages are known it holds
// a page number of one digit.
func (c *composer) turnPiece(label string, s *story, page int, dest string) *piece {
	key := label + " " + s.id
	if p := c.turnPieces[key]; p != nil {
		return p
	}
	if page == 0 {
		page = 8
	}
	words := strings.ReplaceAll(c.locale.Fill(label, strconv.Itoa(page)), " ", "\u00a0")
	p := &piece{role: "turn", id: s.id + "#" + label, story: s, pos: s.pos, dest: dest, spans: []issue.Span{{Text: words}}}
	if c.turnPieces == nil {
		c.turnPieces = map[string]*piece{}
	}
	c.turnPieces[key] = p
	return p
}

// rests notes where the rest of a turned story begins on a page.
func (f *finder) rests(pg *page, index int) {
	for _, p := range pg.m.parts {
		if !p.rest {
			continue
		}
		name := restOf(p.id)
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
				n -= int64(len(p.plain()) / 6)
			}
		}
		n += int64(s.rest.offset / 6)
	}
	return n
}
