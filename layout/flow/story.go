package flow

import (
	"fmt"

	"masthead/layout/diag"
	"masthead/layout/issue"
	"masthead/layout/locale"
)

// A story is what the composer places: an article, the foreword, a calendar.
type story struct {
	id      string
	kind    string // article, foreword, calendar
	section *section
	first   bool // of its section
	pos     diag.Pos

	kicker, title, signature *piece
	lead                     *piece // the author's own
	paras                    []paragraph
	factHead                 *piece
	facts                    []fact
	quote, byline            *piece
	see                      []*seeLink
	notes                    []*note
	figures                  []*figure
	events                   []event
	words                    int
	short, indexTitle        string
	shortTitle               *piece // where the author gave one

	openings map[int]*opening // by number of sentences in the lead
	begun    int              // the one that was set
	leadings []int            // what [typesetter.leads] returns
	article  *issue.Article
	galleys  map[galleyKey]*galley
}

// A section is a run of stories under one title and colour.
type section struct {
	id, key string
	number  int // from 1
	title   *piece
	stories []*story
	pos     diag.Pos
}

// A paragraph is one block of the running text.
type paragraph struct {
	*piece
	style   string // body, subhead, list, blockquote: roles that the brand maps to styles
	first   bool   // no indent
	lead    bool   // begins the story
	indent  int    // depth of list or quotation
	mark    string // of a list item's first paragraph
	label   *piece // the mark, to be read
	item    int    // list item number in the story, from 1; 0 outside lists
	list    int    // list number in the story, from 1
	quoted  int    // quotation number in the story, from 1; 0 outside quotations
	ordered bool
}

type fact struct{ label, value *piece }

// A seeLink is a cross-link; its words hold the page numbers, so they are set
// anew in every round.
type seeLink struct {
	*piece
	text    string
	targets []string
}

// A figure is one picture of a story.
type figure struct {
	photo   *issue.Photo
	caption *piece
	credit  *piece
}

type event struct {
	day, month, title, rest *piece
	url                     string
}

// collector makes stories of an issue.
type collector struct {
	t  *typesetter
	in *Input
}

// piece makes a piece of marked-up words, with the typography of the language.
func (c *collector) piece(s *story, role string, spans []issue.Span, pos diag.Pos) *piece {
	words := 0
	for _, sp := range spans {
		words += len(sp.Text)
	}
	if words == 0 {
		return nil
	}
	out := append([]issue.Span(nil), spans...)
	if c.t.brand.Typesets() {
		texts := make([]string, len(out))
		for i := range out {
			texts[i] = out[i].Text
		}
		for i, s := range c.t.locale.Typeset(texts) {
			out[i].Text = s
		}
	}
	p := &piece{role: role, story: s, spans: foreignWords(out, c.in.Issue.Language), pos: pos}
	if s != nil {
		p.id = s.id + "#" + role
	}
	return p
}

func (c *collector) plain(s *story, role, words string, pos diag.Pos) *piece {
	return c.piece(s, role, []issue.Span{{Text: words, Pos: pos}}, pos)
}

// stories collects everything in reading order: foreword, then the sections.
func (c *collector) stories() (foreword *story, sections []*section) {
	is := c.in.Issue
	if f := is.Foreword; f != nil {
		foreword = &story{id: "foreword", kind: "foreword", pos: f.At.Pos}
		title := f.Title
		if title == "" {
			title = c.t.locale.Label("foreword")
		}
		foreword.title = c.plain(foreword, "title", title, f.At.Of("title"))
		c.body(foreword, f.Blocks)
		c.notes(foreword)
		foreword.signature = c.plain(foreword, "signature", f.Signed, f.At.Of("signed"))
	}
	for i := range is.Sections {
		sections = append(sections, c.section(&is.Sections[i], i+1))
	}
	return foreword, sections
}

func (c *collector) section(in *issue.Section, number int) *section {
	sec := &section{id: in.ID, key: in.Key, number: number, pos: in.At.Pos}
	title := in.Title
	if title == "" {
		title = c.t.locale.Label(in.Key)
	}
	sec.title = c.plain(nil, "section", title, in.At.Of("title"))
	for _, a := range in.Articles {
		s := c.article(a, sec)
		s.first = len(sec.stories) == 0
		sec.stories = append(sec.stories, s)
	}
	if len(in.Calendar) > 0 {
		s := c.calendar(in, sec)
		s.first = len(sec.stories) == 0
		sec.stories = append(sec.stories, s)
	}
	return sec
}

func (c *collector) article(a *issue.Article, sec *section) *story {
	s := &story{id: a.Story(), kind: "article", section: sec, pos: a.At.Pos, short: a.Short, indexTitle: a.IndexTitle, article: a}
	s.kicker = c.plain(s, "kicker", a.Kicker, a.At.Of("kicker"))
	s.title = c.plain(s, "title", a.Title, a.At.Of("title"))
	s.lead = c.piece(s, "lead", a.Lead, a.At.Of("lead"))
	s.shortTitle = c.plain(s, "short", a.Short, a.At.Of("short"))
	c.body(s, a.Blocks)
	for i, f := range a.Facts {
		label := c.plain(s, "facts", f.Label, a.At.Of("facts"))
		value := c.piece(s, "facts", f.Text, a.At.Of("facts"))
		if label == nil || value == nil {
			continue
		}
		label.id, value.id = fmt.Sprintf("%s#facts%d.label", s.id, i+1), fmt.Sprintf("%s#facts%d", s.id, i+1)
		s.facts = append(s.facts, fact{label, value})
	}
	if len(s.facts) > 0 {
		s.factHead = c.plain(s, "facts", c.t.locale.Label("at-a-glance"), a.At.Of("facts"))
	}
	if q := a.Quote; q != nil {
		s.quote = c.piece(s, "pullquote", q.Text, a.At.Of("quote"))
		s.byline = c.plain(s, "byline", q.By, a.At.Of("quote"))
		if s.quote != nil && s.repeats(s.quote) {
			s.quote.silent = true
			if s.byline != nil {
				s.byline.silent = true
			}
		}
	}
	for i, see := range a.See {
		s.see = append(s.see, &seeLink{text: see.Text, targets: see.Stories, piece: &piece{
			role: "see", id: fmt.Sprintf("%s#see%d", s.id, i+1), story: s, pos: a.At.Of("see"),
		}})
	}
	for i, ph := range a.Photos {
		s.figures = append(s.figures, c.figure(s, ph, i+1))
	}
	s.words += wordsIn(a.Lead)
	c.notes(s)
	return s
}

func (c *collector) figure(s *story, ph *issue.Photo, n int) *figure {
	f := &figure{photo: ph}
	f.caption = c.piece(s, "caption", ph.Caption, ph.At.Of("caption"))
	f.credit = c.plain(s, "credit", ph.Credit, ph.At.Of("credit"))
	for _, p := range []*piece{f.caption, f.credit} {
		if p != nil {
			p.id = fmt.Sprintf("%s#photo%d.%s", s.id, n, p.role)
		}
	}
	return f
}

func (c *collector) calendar(in *issue.Section, sec *section) *story {
	s := &story{id: in.ID + "/calendar", kind: "calendar", section: sec, pos: in.At.Of("calendar")}
	s.title = c.plain(s, "title", c.t.locale.Label("calendar"), s.pos)
	for _, e := range in.Calendar {
		s.events = append(s.events, c.event(s, e))
	}
	return s
}

func (c *collector) event(s *story, e issue.Event) event {
	l := c.t.locale
	day := ""
	if e.Date.Day > 0 {
		day = fmt.Sprint(e.Date.Day)
	}
	rest := e.Place
	if !e.Until.IsZero() && e.Until != e.Date {
		until := l.DateRange(locale.Day{Y: e.Date.Year, M: e.Date.Month, D: e.Date.Day}, locale.Day{Y: e.Until.Year, M: e.Until.Month, D: e.Until.Day})
		if rest != "" {
			rest = until + " · " + rest
		} else {
			rest = until
		}
	}
	n := len(s.events) + 1
	out := event{
		day: c.plain(s, "calendar", day, e.At.Pos), month: c.plain(s, "calendar", l.MonthShort(e.Date.Month), e.At.Pos),
		title: c.piece(s, "calendar", []issue.Span{{Text: e.Title, Link: e.URL, Pos: e.At.Of("title")}}, e.At.Of("title")),
		rest:  c.address(c.plain(s, "calendar", rest, e.At.Pos), &e, s), url: e.URL,
	}
	for i, p := range []*piece{out.day, out.month, out.title, out.rest} {
		if p != nil {
			p.id = fmt.Sprintf("%s#%d.%d", s.id, n, i+1)
			s.words += wordsIn(p.spans)
		}
	}
	return out
}

// body flattens the blocks of a text into paragraphs.
func (c *collector) body(s *story, blocks []issue.Block) {
	w := &flattener{c: c, s: s}
	w.blocks(blocks, 0, "body")
	for i := range s.paras {
		s.paras[i].id = fmt.Sprintf("%s#%d", s.id, i+1)
		s.words += wordsIn(s.paras[i].spans)
	}
	if n := len(s.paras); n > 0 && s.kind == "article" {
		s.paras[n-1].ends = true
	}
}

// flattener turns nested blocks into a run of paragraphs.
type flattener struct {
	c      *collector
	s      *story
	item   int
	list   int
	deep   int // lists around what is at hand
	quotes int // so far
	quoted int // the quotation at hand
}

func (w *flattener) blocks(blocks []issue.Block, depth int, role string) {
	first := true
	for _, b := range blocks {
		switch b.Kind {
		case issue.Paragraph:
			w.add(paragraph{piece: w.c.piece(w.s, role, b.Spans, b.Pos), style: role, first: first, indent: depth})
			first = false
			continue
		case issue.Subhead:
			w.add(paragraph{piece: w.c.piece(w.s, "subhead", b.Spans, b.Pos), style: "subhead", first: true, indent: depth})
		case issue.BlockQuote:
			w.quotes++
			w.quoted = w.quotes
			w.blocks(b.Blocks, depth+1, "blockquote")
			w.quoted = 0
		case issue.List:
			w.items(b, depth)
		}
		first = true
	}
}

func (w *flattener) items(b issue.Block, depth int) {
	if w.deep == 0 {
		w.list++
	}
	w.deep++
	for i, it := range b.Items {
		item := 0 // one that stands in a quotation is none of the story's
		if depth == 0 {
			w.item++
			item = w.item
		}
		from := len(w.s.paras)
		w.blocks(it.Blocks, depth+1, "list")
		for k := from; k < len(w.s.paras); k++ {
			w.s.paras[k].item, w.s.paras[k].list = item, w.list
		}
		if from < len(w.s.paras) && w.s.paras[from].mark == "" {
			w.s.paras[from].hang(b, i)
		}
	}
	w.deep--
}

// hang gives the first paragraph of a list item its mark.
func (p *paragraph) hang(b issue.Block, item int) {
	p.mark, p.ordered, p.first = "•", b.Ordered, true
	if b.Ordered {
		p.mark = fmt.Sprintf("%d.", b.Start+item)
	}
	p.label = &piece{role: "folio", read: true, id: "furniture#" + p.mark, spans: []issue.Span{{Text: p.mark}}, pos: p.pos}
}

func (w *flattener) add(p paragraph) {
	if p.piece != nil {
		p.quoted = w.quoted
		w.s.paras = append(w.s.paras, p)
	}
}

// wordsIn counts the words of spans.
func wordsIn(spans []issue.Span) int { return issue.Words(issue.PlainText(spans)) }

// forget drops what was worked out for a story: it is made again if a page of it
// is set.
func (s *story) forget() {
	s.galleys = nil
	drop := func(p *piece) {
		if p != nil {
			p.made = nil
		}
	}
	for _, p := range []*piece{s.kicker, s.title, s.signature, s.lead, s.quote, s.byline, s.factHead} {
		drop(p)
	}
	for _, o := range s.openings {
		drop(o.lead)
		for i := range o.paras {
			drop(o.paras[i].piece)
		}
	}
	for _, f := range s.facts {
		drop(f.label)
		drop(f.value)
	}
	for _, n := range s.notes {
		drop(n.piece)
	}
	for _, f := range s.figures {
		drop(f.caption)
		drop(f.credit)
	}
}
