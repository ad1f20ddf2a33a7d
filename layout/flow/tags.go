package flow

import (
	"strings"
	"unicode"

	"masthead/layout/display"
	"masthead/layout/text"
)

// The tag tree follows the issue, not the pages: title, foreword, index,
// sections, stories, contacts. It is made after painting, of the pieces that
// were set; a story over columns and pages is one element.

// tags makes the structure tree.
func (c *composer) tags() *display.Tag {
	root := &display.Tag{Role: "Document", Title: c.in.Issue.Title}
	c.coverTags(root)
	if c.foreword != nil {
		c.storyTags(root, c.foreword, "H2")
	}
	if c.in.Issue.Index != nil {
		c.indexTags(root)
	}
	c.sectionTags(root)
	c.contactTags(root)
	return root
}

// coverTags reads the title of the issue first, then what stands around it.
func (c *composer) coverTags(root *display.Tag) {
	var rest []*piece
	for _, p := range c.readLabels() {
		if p.role == "masthead" && !hasRole(root, "H1") {
			c.paragraph1(root, p, "H1")
		} else {
			rest = append(rest, p)
		}
	}
	for _, p := range rest {
		c.paragraph1(root, p, "P")
	}
	if c.ink.emblem != 0 {
		fig := root.Add("Figure")
		fig.Alt = c.locale.Label("eu-emblem")
		fig.Content(c.ink.emblem)
	}
	if f := c.coverFigure; f != nil {
		c.figureTags(root, f)
	}
}

func hasRole(t *display.Tag, role string) bool {
	for _, k := range t.Kids {
		if k.Tag != nil && k.Tag.Role == role {
			return true
		}
	}
	return false
}

// heading tags a section's title; where no page prints it, the heading is read
// all the same.
func (c *composer) heading(parent *display.Tag, p *piece, role string) {
	c.paragraph1(parent, p, role)
}

// paragraph1 tags one piece, if it was set.
func (c *composer) paragraph1(parent *display.Tag, p *piece, role string) *display.Tag {
	if p == nil || !p.set {
		return nil
	}
	t := parent.Add(role)
	c.words(t, p)
	return t
}

// words adds the content of a piece: its marks, with links as elements.
func (c *composer) words(t *display.Tag, p *piece) {
	c.initialTags(t, p)
	for i, m := range p.marks {
		if m == 0 {
			continue
		}
		link := c.ink.links[linkKey{p, i}]
		if link == nil {
			if lang := foreign(p, i, c.lang); lang != "" {
				span := t.Add("Span")
				span.Lang = lang
				span.Content(m)
				continue
			}
			t.Content(m)
			continue
		}
		link.Content(m)
		t.Kids = append(t.Kids, display.Kid{Tag: link})
	}
}

// foreign returns the language of a span that is wholly in another script.
func foreign(p *piece, i int, lang string) string {
	if strings.HasPrefix(lang, "zh") || strings.HasPrefix(lang, "ja") {
		return ""
	}
	han := false
	for _, r := range p.spans[i].Text {
		if unicode.Is(unicode.Han, r) {
			han = true
		} else if r > ' ' && r < 0x2000 {
			return ""
		}
	}
	if han {
		return "zh"
	}
	return ""
}

// storyTags tags a story in reading order.
func (c *composer) storyTags(parent *display.Tag, s *story, role string) {
	sect := parent.Add("Sect")
	sect.Story = s.id
	c.paragraph1(sect, s.kicker, "P")
	if c.paragraph1(sect, s.shortTitle, role) != nil {
		c.paragraph1(sect, s.title, "P")
	} else {
		c.paragraph1(sect, s.title, role)
	}
	o := s.opening(s.begun)
	c.paragraph1(sect, o.lead, "P")
	c.bodyTags(sect, o.paras, nextLevel(role))
	if len(s.facts) > 0 && s.facts[0].label.set {
		c.paragraph1(sect, s.factHead, "P")
		list := sect.Add("L")
		for _, f := range s.facts {
			if f.label.set {
				item := list.Add("LI")
				c.paragraph1(item, f.label, "Lbl")
				c.paragraph1(item.Add("LBody"), f.value, "P")
			}
		}
	}
	if s.quote != nil && s.quote.set {
		c.paragraph1(sect.Add("BlockQuote"), s.quote, "P")
		c.paragraph1(sect, s.byline, "P")
	}
	for _, f := range s.figures {
		c.figureTags(sect, f)
	}
	for _, e := range s.events {
		for _, p := range []*piece{e.day, e.month, e.title, e.rest} {
			c.paragraph1(sect, p, "P")
		}
	}
	c.paragraph1(sect, s.signature, "P")
	for _, see := range s.see {
		c.paragraph1(sect, see.piece, "P")
	}
	c.noteTags(sect, s)
	c.turnTags(sect, s)
}

// noteTags reads the notes of a story last, where nothing is interrupted.
func (c *composer) noteTags(sect *display.Tag, s *story) {
	for _, n := range s.notes {
		c.codeTag(sect, n.code, n.url)
		c.paragraph1(sect, n.piece, "P")
	}
}

// codeTag tags a QR code as a picture of what it leads to.
func (c *composer) codeTag(sect *display.Tag, code *piece, of string) {
	if code == nil || !code.set {
		return
	}
	fig := sect.Add("Figure")
	fig.Alt = c.locale.Fill("qr", of)
	c.words(fig, code)
}

func nextLevel(h string) string { return "H" + string(h[1]+1) }

// bodyTags tags running text: paragraphs, subheads, lists, quotations.
func (c *composer) bodyTags(sect *display.Tag, paras []paragraph, subhead string) {
	var list, item, body, quote *display.Tag
	number := 0
	for i := range paras {
		p := &paras[i]
		if p.list == 0 || p.list != number {
			list, item = nil, nil
			number = p.list
		}
		if p.style != "blockquote" {
			quote = nil
		}
		switch {
		case p.style == "subhead":
			c.paragraph1(sect, p.piece, subhead)
		case p.style == "blockquote":
			if quote == nil {
				quote = sect.Add("BlockQuote")
			}
			c.paragraph1(quote, p.piece, "P")
		case p.list > 0:
			if list == nil {
				list = sect.Add("L")
			}
			if p.mark != "" || item == nil {
				item = list.Add("LI")
				body = item.Add("LBody")
			}
			c.paragraph1(body, p.piece, "P")
		default:
			c.paragraph1(sect, p.piece, "P")
		}
	}
}

// figureTags tags a picture with its caption.
func (c *composer) figureTags(parent *display.Tag, f *figure) {
	mark := c.ink.figures[f.photo]
	if mark != 0 {
		fig := parent.Add("Figure")
		fig.Alt = f.photo.Alt
		fig.Content(mark)
		parent = fig
	}
	set := f.caption != nil && f.caption.set || f.credit != nil && f.credit.set
	if !set {
		return
	}
	caption := parent.Add(captionRole(mark != 0))
	for _, p := range []*piece{f.caption, f.credit} {
		if p != nil && p.set {
			c.words(caption, p)
		}
	}
}

func captionRole(inFigure bool) string {
	if inFigure {
		return "Caption"
	}
	return "P"
}

// indexTags tags the index as a table of contents.
func (c *composer) indexTags(root *display.Tag) {
	sect := root.Add("Sect")
	sect.Story = "index"
	c.paragraph1(sect, c.indexTitle, "H2")
	for _, sec := range c.entries {
		if sec.name.set {
			toc := sect.Add("TOC")
			c.tocItem(toc, sec.number, sec.name, sec.pages)
			for _, e := range sec.entries {
				c.tocItem(toc, e.text, e.short, e.page, e.parts)
			}
			continue
		}
		toc := sect.Add("TOC")
		for _, e := range sec.entries {
			c.tocItem(toc, e.text, e.short, e.page, e.parts)
		}
	}
}

func (c *composer) tocItem(toc *display.Tag, pieces ...*piece) {
	item := toc.Add("TOCI")
	ref := item.Add("Reference")
	for _, p := range pieces {
		if p != nil && p.set {
			c.words(ref, p)
		}
	}
}

// contactTags tags the contacts.
func (c *composer) contactTags(root *display.Tag) {
	if c.contact == nil {
		return
	}
	sect := root.Add("Sect")
	sect.Story = "contacts"
	c.paragraph1(sect, c.contact.title, "H2")
	for _, p := range c.contact.entries {
		c.paragraph1(sect, p, "P")
	}
	for _, f := range c.contact.follow {
		c.paragraph1(sect, f.label, "P")
		c.codeTag(sect, f.mark, f.label.plain())
	}
}

// readLabels returns the labels that have a role in the reading order, in the
// order in which they were first asked for.
func (c *composer) readLabels() []*piece {
	var out []*piece
	for _, p := range c.labelled {
		if p.set {
			out = append(out, p)
		}
	}
	return out
}

func displayFont(f text.Embedded) display.Font {
	out := display.Font{
		PostScriptName: f.PostScriptName, Program: f.Program, UnitsPerEm: f.Metrics.UnitsPerEm,
		Ascent: f.Metrics.Ascent, Descent: f.Metrics.Descent, CapHeight: f.Metrics.CapHeight, XHeight: f.Metrics.XHeight,
		BBox: f.Metrics.BBox, ItalicAngle: f.Metrics.ItalicAngle, StemV: f.Metrics.StemV, Serif: f.Metrics.Serif, Fixed: f.Metrics.Fixed,
	}
	for _, code := range f.Codes {
		out.Codes = append(out.Codes, display.Code{Glyph: code.Glyph, Width: code.Width, Text: code.Text})
	}
	return out
}
