package flow

import (
	"cmp"
	"fmt"
	"slices"

	"masthead/layout/brand"
	"masthead/layout/display"
	"masthead/layout/geom"
)

func (c *composer) newPage(m *measurer, dry bool) *page {
	pg := &page{composer: c, m: m, dry: dry, ends: map[*story]position{}, heights: map[*story]int{}, texts: map[*story]geom.Length{}, shown: map[*story]int{}}
	if len(m.parts) > 0 && m.parts[0].section != nil {
		pg.section = m.parts[0].section.number
	}
	if dry {
		return pg
	}
	pg.frames = map[string]int{}
	pg.record = display.LayoutPage{
		Number: m.number, Template: c.brand.Template.Entries[0].Key, Size: c.brand.Trim(), Live: m.live,
	}
	return pg
}

// finalize paints the pages that won and makes the document: items, tags,
// destinations, outline, and the record for inspection.
func (c *composer) finalize(plan []*step) *Result {
	doc := &display.Document{Meta: c.meta()}
	lay := &display.Layout{
		Issue: c.in.Issue.ID, Language: c.in.Issue.Language, Brand: c.brand.Name, Grid: c.brand.Grid.Baseline, Dropped: c.cut,
	}
	found := &finder{seen: map[string]bool{}}
	for i, s := range plan {
		pg := c.paint(s)
		doc.Pages = append(doc.Pages, display.Page{
			Label: fmt.Sprint(s.ask.number), Trim: c.brand.Trim(), Bleed: c.brand.Page.Bleed, Items: pg.items,
		})
		lay.Pages = append(lay.Pages, pg.record)
		lay.Bill = append(lay.Bill, pg.bill...)
		found.page(pg, i)
		c.behind(s.unit)
	}
	found.sections(c, doc.Pages)
	doc.Dests = found.dests
	doc.Photos = c.ink.photos
	c.inPageOrder(plan)
	doc.Root = c.tags()
	readingOrder(doc)
	doc.Outline = c.outline(found)
	fonts, err := c.embed.Fonts()
	if err != nil {
		c.diags.Errorf(c.brand.At.Pos, "font", "", "%v", err)
		return nil
	}
	for _, f := range fonts {
		doc.Fonts = append(doc.Fonts, displayFont(f))
	}
	c.stories(plan, lay)
	c.leftOut(lay)
	c.unset()
	return &Result{doc, lay}
}

// paint sets one page for good.
func (c *composer) paint(s *step) *page {
	m, top := c.measurer(s.ask, false)
	root := m.root(s.ask)
	pg := c.newPage(m, false)
	for _, p := range m.parts {
		p.begun = p.opening
	}
	entry := &c.brand.Template.Entries[s.ask.template]
	pg.record.Template = entry.Key
	sheet := geom.Rect{W: c.brand.Trim().W, H: c.brand.Trim().H}
	f := frame{from: 1, to: c.brand.Grid.Columns, x: m.live.X, w: m.live.W}
	if t := c.brand.Page.Tint; t != "" {
		pg.tint(t, sheet)
	}
	furniture := func(items []brand.Placed) {
		for i := range items {
			pg.placed(&items[i], sheet, f)
		}
	}
	furniture(entry.Value.Below)
	if root != nil {
		root.set(pg, top, m.limit)
	}
	if entry.Value.Running == nil || *entry.Value.Running {
		furniture(c.brand.Running)
	}
	furniture(entry.Value.Above)
	return pg
}

// tint colours the sheet, in the e-mail file, and in print where the brand says
// so.
func (pg *page) tint(name string, sheet geom.Rect) {
	r := pg.m.stretch(sheet, sides{true, true, true, true})
	fill := &display.Fill{Rect: r, Ink: pg.brand.Ink(name, pg.section)}
	if !pg.brand.Page.Printed {
		fill.Only = display.Email
	}
	pg.items = append(pg.items, fill)
}

func (c *composer) meta() display.Meta {
	is := c.in.Issue
	title := is.Title
	if is.Name != "" {
		title = is.Name
		if is.Number > 0 {
			title += ", " + c.locale.IssueLabel(is.Number)
		}
		title += " – " + is.Title
	}
	return display.Meta{
		Title: title, Author: is.Publisher, Subject: is.Title, Language: is.Language, Created: c.in.Created, Producer: c.in.Producer,
	}
}

// stories notes where every story stands, and the index.
func (c *composer) stories(plan []*step, lay *display.Layout) {
	pages := c.pagesOf(plan)
	add := func(id, title string, words int, pages []int) {
		lay.Stories = append(lay.Stories, display.Story{ID: id, Title: title, Pages: pages, Words: words})
	}
	if f := c.foreword; f != nil {
		add(f.id, f.title.plain(), f.words, pages[f.id])
	}
	for _, sec := range c.sections {
		for _, s := range sec.stories {
			add(s.id, s.title.plain(), s.words, pages[s.id])
		}
	}
	if c.in.Issue.Index == nil {
		return
	}
	for _, sec := range c.entries {
		out := display.IndexSection{Title: sec.name.plain(), Pages: display.Digits(sec.pages.plain())}
		for _, e := range sec.entries {
			words := e.text
			if e.short != nil && e.short.set {
				words = e.short
			}
			out.Entries = append(out.Entries, display.IndexEntry{Title: words.plain(), Story: e.story.id, Page: pages[e.story.id][0]})
		}
		lay.Index = append(lay.Index, out)
	}
}

// finder notes where stories begin on the pages, for links and bookmarks.
type finder struct {
	dests []display.Dest
	seen  map[string]bool
}

// page looks for the first line of each story on a page; the upper edge of what
// is set above it on the page, such as its picture, is not asked for.
func (f *finder) page(pg *page, index int) {
	tops := map[string]geom.Length{}
	var order []string
	for _, l := range pg.record.Lines {
		if l.Story == "" || l.Role == "caption" || l.Role == "credit" {
			continue
		}
		y := l.Baseline - 2*l.Leading
		if old, ok := tops[l.Story]; !ok {
			order = append(order, l.Story)
			tops[l.Story] = y
		} else {
			tops[l.Story] = min(old, y)
		}
	}
	for _, id := range order {
		if !f.seen[id] {
			f.seen[id] = true
			f.dest(id, index, tops[id])
		}
	}
	f.rests(pg, index)
}

// dest is the name of the place where a section begins.
func (s *section) dest() string { return "section#" + s.id }

// sections notes where the sections begin: at their titles, where those are
// printed, else with their first stories.
func (f *finder) sections(c *composer, pages []display.Page) {
	for _, sec := range c.sections {
		if at := slices.IndexFunc(f.dests, func(d display.Dest) bool { return d.Name == sec.stories[0].id }); at >= 0 {
			to := f.dests[at]
			if page, y, ok := titled(sec.title, pages); ok && (page < to.Page || page == to.Page && y < to.Y) {
				to.Page, to.Y = page, y
			}
			f.dest(sec.dest(), to.Page, to.Y)
		}
	}
}

// titled returns the page on which a title stands, and the upper edge of its
// first line.
func titled(title *piece, pages []display.Page) (page int, y geom.Length, ok bool) {
	for page, p := range pages {
		for _, item := range p.Items {
			if t, isText := item.(*display.Text); isText && t.Mark != 0 && slices.Contains(title.marks, t.Mark) {
				return page, t.Baseline - 2*t.Size, true
			}
		}
	}
	return 0, 0, false
}

func (f *finder) dest(name string, page int, y geom.Length) {
	f.dests = append(f.dests, display.Dest{Name: name, Page: page, Y: max(0, y)})
}

// outline makes the bookmarks: foreword, then sections with their stories.
func (c *composer) outline(f *finder) []display.Outline {
	var out []display.Outline
	entry := func(s *story) display.Outline { return display.Outline{Title: s.title.plain(), Dest: s.id} }
	if c.foreword != nil && f.seen["foreword"] {
		out = append(out, entry(c.foreword))
	}
	for _, sec := range c.sections {
		o := display.Outline{Title: sec.title.plain(), Dest: sec.dest()}
		for _, s := range sec.stories {
			o.Kids = append(o.Kids, entry(s))
		}
		out = append(out, o)
	}
	return out
}

// unset complains of words that no template had a place for.
func (c *composer) unset() {
	report := func(p *piece, what string) {
		if p != nil && !p.set {
			c.diags.Errorf(p.pos, "not-placed", "give the brand's templates a place for it, or drop it", "the page templates of brand %s have no place for the %s", c.brand.Name, what)
		}
	}
	check := func(s *story) {
		report(s.title, "title of "+s.id)
		report(s.kicker, "kicker of "+s.id)
		report(s.signature, "signature of "+s.id)
		for _, f := range s.figures {
			if c.ink.figures[f.photo] == 0 && !f.photo.Decorative {
				c.diags.Errorf(f.photo.At.Pos, "not-placed", "give the brand's templates a place for it, or drop it", "the page templates of brand %s have no place for photo %s", c.brand.Name, f.photo.File)
			}
			report(f.caption, "caption of "+f.photo.File)
		}
		for _, n := range s.notes {
			report(n.piece, "address "+n.url)
		}
	}
	if c.foreword != nil {
		check(c.foreword)
	}
	for _, sec := range c.sections {
		for _, s := range sec.stories {
			check(s)
		}
	}
}

// leftOut adds the optional pieces that were not set to the bill.
func (c *composer) leftOut(lay *display.Layout) {
	first := map[string]int{}
	for _, s := range lay.Stories {
		if len(s.Pages) > 0 {
			first[s.ID] = s.Pages[0]
		}
	}
	note := func(s *story, change, unit string, from, to int) {
		lay.Bill = append(lay.Bill, display.Flexed{Page: first[s.id], Story: s.id, Change: change, Unit: unit, From: float64(from), To: float64(to)})
	}
	for _, s := range c.units {
		if s.quote != nil && !s.quote.set {
			note(s, "quote left out", "pieces", 1, 0)
		}
		shown := 0
		for _, f := range s.facts {
			if f.label.set {
				shown++
			}
		}
		if shown < len(s.facts) {
			note(s, "facts left out", "entries", len(s.facts), shown)
		}
	}
	slices.SortStableFunc(lay.Bill, func(a, b display.Flexed) int { return cmp.Compare(a.Page, b.Page) })
}
