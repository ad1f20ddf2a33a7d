package flow

import (
	"slices"
	"strings"

	"masthead/layout/display"
	"masthead/layout/issue"
	"masthead/layout/text"
)

// The tag tree follows the issue, not the pages: title, foreword, index,
// sections, stories, contacts. It is made after painting, of the pieces that
// were set; a story over columns and pages is one element.

// tags makes the structure tree. Where the brand prints no title of the issue,
// every heading stands a level higher.
func (c *composer) tags() *display.Tag {
	root := &display.Tag{Role: "Document", Title: c.in.Issue.Title}
	c.coverTags(root)
	level := "H2"
	if !hasRole(root, "H1") {
		level = "H1"
	}
	if c.foreword != nil {
		c.storyTags(root, c.foreword, level)
	}
	if c.in.Issue.Index != nil {
		c.indexTags(root, level)
	}
	c.sectionTags(root, level)
	c.contactTags(root, level)
	return root
}

// coverTags reads the title of the issue first, then what stands around it.
func (c *composer) coverTags(root *display.Tag) {
	labels := c.readLabels()
	title := slices.IndexFunc(labels, func(p *piece) bool { return p.role == "masthead" && strings.Contains(p.plain(), c.in.Issue.Title) })
	if title < 0 {
		title = slices.IndexFunc(labels, func(p *piece) bool { return p.role == "masthead" })
	}
	if title >= 0 {
		c.paragraph1(root, labels[title], "H1")
		labels = slices.Delete(labels, title, title+1)
	}
	for _, p := range labels {
		c.paragraph1(root, p, "P")
	}
	if c.ink.emblem != 0 {
		fig := root.Add("Figure")
		if fig.Alt = c.locale.Label("eu-emblem"); c.in.Issue.Funding.IsFile() {
			fig.Alt = orElse(c.in.Issue.Funding.Text, c.in.Issue.Publisher)
		}
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

// paragraph1 tags one piece, if it was set.
func (c *composer) paragraph1(parent *display.Tag, p *piece, role string) *display.Tag {
	if p == nil || !p.set {
		return nil
	}
	t := parent.Add(role)
	c.words(t, p)
	return t
}

// words adds the content of a piece: its marks, links and foreign words as
// elements.
func (c *composer) words(t *display.Tag, p *piece) {
	c.initialTags(t, p)
	for i, m := range p.marks {
		if m == 0 {
			continue
		}
		into := t
		if link := c.ink.links[p.link(i)]; link != nil {
			if n := len(t.Kids); n == 0 || t.Kids[n-1].Tag != link {
				t.Kids = append(t.Kids, display.Kid{Tag: link})
			}
			into = link
		}
		if p.langs[i] != "" {
			into = into.Add("Span")
			into.Lang = p.langs[i]
			if rightToLeft(into.Lang) {
				into.Actual = p.said(i)
			}
		}
		into.Content(m)
	}
}

// said returns the words that share the mark of a span.
func (p *piece) said(span int) string {
	to := span + 1
	for to < len(p.spans) && p.joined(to) && p.langs[to] == p.langs[span] {
		to++
	}
	return issue.PlainText(p.spans[span:to])
}

// storyTags tags a story in reading order.
func (c *composer) storyTags(parent *display.Tag, s *story, role string) {
	sect := parent.Add("Sect")
	sect.Story = s.id
	c.paragraph1(sect, s.kicker, "P")
	below := nextLevel(role)
	if c.paragraph1(sect, s.shortTitle, role) != nil {
		c.paragraph1(sect, s.title, "P")
	} else if c.paragraph1(sect, s.title, role) == nil {
		below = role
	}
	o := s.opening(s.begun)
	c.paragraph1(sect, o.lead, "P")
	c.bodyTags(sect, o.paras, below)
	c.factTags(sect, s)
	c.quoteTags(sect, s)
	for _, f := range s.figures {
		c.figureTags(sect, f)
	}
	c.eventTags(sect, s.events)
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

// factTags tags the box at a glance.
func (c *composer) factTags(sect *display.Tag, s *story) {
	if len(s.facts) == 0 || !s.facts[0].label.set {
		return
	}
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

// quoteTags tags a pull quote with its source. One that repeats the text is for
// the eye alone.
func (c *composer) quoteTags(sect *display.Tag, s *story) {
	if s.quote == nil || !s.quote.set || s.quote.silent {
		return
	}
	quote := sect.Add("BlockQuote")
	c.paragraph1(quote, s.quote, "P")
	c.paragraph1(quote, s.byline, "P")
}

// eventTags tags a calendar: a list whose labels are the days.
func (c *composer) eventTags(sect *display.Tag, events []event) {
	var list *display.Tag
	for _, e := range events {
		if e.title == nil || !e.title.set {
			continue
		}
		if list == nil {
			list = sect.Add("L")
		}
		item := list.Add("LI")
		label, body := item.Add("Lbl"), item.Add("LBody")
		for _, p := range []*piece{e.day, e.month} {
			if p != nil && p.set {
				c.words(label, p)
			}
		}
		c.paragraph1(body, e.title, "P")
		c.paragraph1(body, e.rest, "P")
	}
}

// bodyTags tags running text: paragraphs, subheads, lists, quotations. A list may
// stand in a quotation, not the other way about.
func (c *composer) bodyTags(sect *display.Tag, paras []paragraph, subhead string) {
	var lists listStack
	var quote *display.Tag
	quoted := 0
	for i := range paras {
		p := &paras[i]
		into := sect
		if p.quoted > 0 {
			if p.quoted != quoted {
				quote = sect.Add("BlockQuote")
			}
			into = quote
		}
		quoted = p.quoted
		into = lists.body(c, into, p)
		if p.style == "subhead" {
			c.paragraph1(into, p.piece, subhead)
		} else {
			c.paragraph1(into, p.piece, "P")
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
func (c *composer) indexTags(root *display.Tag, level string) {
	sect := root.Add("Sect")
	sect.Story = "index"
	c.paragraph1(sect, c.indexTitle, level)
	contents := sect.Add("TOC")
	for _, sec := range c.entries {
		toc := contents
		if sec.name.set {
			c.tocItem(contents, sec.number, sec.name, sec.pages)
			toc = contents.Add("TOC")
		}
		for _, e := range sec.entries {
			c.tocItem(toc, e.text, e.short, e.page, e.parts)
		}
	}
	if e := c.contactEntry; e != nil && e.text.set {
		c.tocItem(contents, e.text, e.page)
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
func (c *composer) contactTags(root *display.Tag, level string) {
	if c.contact == nil {
		return
	}
	sect := root.Add("Sect")
	sect.Story = "contacts"
	c.paragraph1(sect, c.contact.title, level)
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
