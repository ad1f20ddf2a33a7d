package flow

import (
	"strings"

	"masthead/layout/brand"
	"masthead/layout/geom"
	"masthead/layout/issue"
)

// A contactSet is the contact data as pieces.
type contactSet struct {
	title   *piece
	entries []*piece
	follow  []followSet
}

type followSet struct {
	label *piece
	qr    string
	mark  *piece // the code itself, for the reading order
}

// contactPieces collects the contacts of the issue.
func (c *collector) contacts() *contactSet {
	in := c.in.Issue.Contacts
	if in == nil {
		return nil
	}
	s := &story{id: "contacts", kind: "contacts", pos: in.At.Pos}
	l := c.t.locale
	set := &contactSet{}
	title := in.Title
	if title == "" {
		title = l.Label("contacts")
	}
	set.title = c.plain(s, "contacts", title, in.At.Of("title"))
	set.title.id = "contacts#title"
	add := func(key, label, value, link string) {
		if value == "" {
			return
		}
		spans := []issue.Span{{Text: value, Link: link}}
		if label != "" {
			spans = append([]issue.Span{{Text: label + " "}}, spans...)
		}
		set.entries = append(set.entries, &piece{role: "contacts", id: "contacts#" + key, story: s, spans: spans, pos: in.At.Of(key)})
	}
	add("phone", l.Label("telephone-short"), in.Phone, "tel:"+strings.ReplaceAll(in.Phone, " ", ""))
	add("email", l.Label("email"), in.Email, "mailto:"+in.Email)
	add("web", "", strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(in.Web, "https://"), "http://"), "/"), in.Web)
	add("address", "", strings.ReplaceAll(in.Address, "\n", ", "), "")
	for i, f := range in.Follow {
		p := &piece{role: "follow", id: "contacts#follow" + string(rune('1'+i)), story: s, spans: []issue.Span{{Text: f.Label, Link: f.QR}}, pos: f.At.Pos}
		mark := *p
		mark.id += ".qr"
		set.follow = append(set.follow, followSet{p, f.QR, &mark})
	}
	return set
}

// contacts measures the contact data: heading and entries in one line, in as
// many lines as that takes, or one entry a line.
func (m *measurer) contacts(n *brand.Node, f frame) *box {
	if m.contact == nil {
		return nil
	}
	spec := n.Contacts
	if spec.Columns > 0 {
		return m.contactGrid(spec, f)
	}
	style := orElse(spec.Style, "contacts")
	pieces := append([]*piece{m.contact.title}, m.contact.entries...)
	type entry struct {
		set  setting
		x    geom.Length
		foot geom.Length // baseline of its first line
	}
	var entries []entry
	var x, foot geom.Length
	row := 0 // the first entry of the line at hand
	for i, p := range pieces {
		b := m.withLabel(p, spec.Label, style, false)
		if i == 0 {
			b = m.block(p, orElse(spec.Heading, style))
		}
		s := m.lines(b, f.w)
		w := s.lines[0].Width
		if i == 0 || spec.Lines || x+w > f.w {
			x, row = 0, i
			foot += s.leading
		} else if more := s.leading - entries[row].set.leading; more > 0 {
			foot += more
			for k := row; k < i; k++ {
				entries[k].foot = foot
			}
		}
		entries = append(entries, entry{s, x, foot})
		x += w + spec.Gap
		foot += s.leading * geom.Length(len(s.lines)-1)
	}
	return m.fixed(m.halves(foot), 0, func(pg *page, y geom.Length, h int) {
		if pg.dry {
			return
		}
		y += m.rows(h) - foot
		for _, e := range entries {
			g := f
			g.x, g.w = f.x+e.x, f.w-e.x
			pg.setting(e.set, g, y+e.foot-e.set.leading)
		}
	})
}

// follow measures a row of QR codes with their labels.
func (m *measurer) follow(n *brand.Node, f frame) *box {
	if m.contact == nil || len(m.contact.follow) == 0 {
		return nil
	}
	spec := *n.Follow
	if spec.Size == 0 {
		spec.Size = 55 * geom.Point
	}
	if spec.Quiet == 0 {
		spec.Quiet = 5 * geom.Point
	}
	edge := spec.Size + 2*spec.Quiet
	share := columnWidth(f.w, m.brand.Grid.Gutter, len(m.contact.follow))
	style := orElse(spec.Label, "follow")
	if side := share - edge - m.brand.Grid.Gutter; side < 4*m.brand.Style(style).Size {
		spec.Side = "below" // too narrow for words beside the code
	}
	labels := make([]setting, len(m.contact.follow))
	tallest := edge
	for i, fo := range m.contact.follow {
		room := share - edge - m.brand.Grid.Gutter
		if spec.Side == "below" {
			room = share
		}
		labels[i] = m.lines(m.block(fo.label, style), max(room, edge))
		if spec.Side == "below" {
			tallest = max(tallest, edge+labels[i].height()+labels[i].leading/3)
		}
	}
	return m.fixed(m.halves(tallest), 0, func(pg *page, y geom.Length, h int) {
		if pg.dry {
			return
		}
		y += m.rows(h) - tallest
		for i, fo := range m.contact.follow {
			x := f.x + (share+m.brand.Grid.Gutter)*geom.Length(i)
			g := f
			g.x, g.w = x+edge+m.brand.Grid.Gutter, share-edge-m.brand.Grid.Gutter
			top := y + edge - labels[i].height()
			switch spec.Side {
			case "below":
				g.x, g.w, top = x, share, y+edge+labels[i].leading/3
			case "left":
				g.x, x, top = x, x+share-edge, y
			}
			pg.qr(fo, spec, geom.Rect{X: x, Y: y, W: edge, H: edge})
			pg.setting(labels[i], g, top)
		}
	})
}
