package flow

import (
	"time"

	"masthead/layout/brand"
	"masthead/layout/diag"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/hyphen"
	"masthead/layout/issue"
	"masthead/layout/locale"
	"masthead/layout/para"
	"masthead/layout/photo"
	"masthead/layout/text"
)

// Input is all that composing needs; nothing is read from outside.
type Input struct {
	Issue   *issue.Issue
	Brand   *brand.Brand
	Library *text.Library
	Hyphen  *hyphen.Patterns // nil: no hyphenation
	Locale  *locale.Locale
	// Photos are the pictures by file; one that is missing could not be probed,
	// which was reported then.
	Photos map[string]photo.Info
	// Subject says what there is to see in a picture, which crops go by; it may
	// wait for that, so it is asked when the pages are settled. Nil, it says
	// nothing.
	Subject func(file string) *photo.Subject
	// Tones looks at a placed picture, for the contrast of the text over it; nil,
	// or a nil result, where only its scrims are known.
	Tones func(display.Photo) *photo.Tones
	// Logos are those of the brand.
	Logos    map[string]photo.Info
	Producer string
	Created  time.Time
}

// Result is a composed issue.
type Result struct {
	Document *display.Document
	Layout   *display.Layout
}

// Compose lays out an issue. Where it cannot, the result is nil and diags says
// why: an error that names the story and by how much it does not fit.
func Compose(in *Input, diags *diag.List) *Result {
	c := newComposer(in, diags)
	c.ahead = newAhead(c)
	defer c.ahead.stop()
	plan := c.settle()
	if plan == nil {
		return nil
	}
	return c.finalize(plan)
}

// composer holds what all pages of an issue share.
type composer struct {
	*typesetter
	in     *Input
	shaper *text.Shaper

	foreword     *story
	sections     []*section
	units        []*story // what has to be placed, in reading order
	contact      *contactSet
	coverFigure  *figure
	entries      []indexSection
	contactEntry *indexEntry
	indexTitle   *piece

	labels   map[labelKey]*piece
	labelled []*piece // in the order of first use
	prices   map[askKey]answer
	beam     int   // how many states are kept before each page
	amounts  bool  // pages are asked for more text and less than suits them best
	bound    int64 // no issue dearer than that is wanted; 0: not known yet
	most     price // no page that is so dear is wanted
	cut      int   // states that the wide pass did not follow
	left     int   // units that the search has behind it
	far      int   // the last unit that the search came to, -1 where no cover serves
	version  int   // of the words that depend on page numbers

	read       []*story            // in reading order, once the pages are known
	turnAt     map[string]turnPage // by story
	turnPieces map[turnKey]*piece  // turn lines

	progress    []int64 // words before each unit
	ends        bool    // the contacts stand on the last page only
	templates   []traits
	distributor distributor
	work        workspace
	repeats     map[repeatKey]*box
	leaves      map[leafKey]*box
	below       map[whiteKey][]price
	pourings    map[pourKey]*pouring
	withPours   map[*brand.Node]bool // boxes with stories that run on
	ink
}

func newComposer(in *Input, diags *diag.List) *composer {
	shaper := text.NewShaper()
	t := &typesetter{
		brand: in.Brand, library: in.Library, locale: in.Locale, lang: in.Issue.Language, diags: diags,
		breaker: &para.Breaker{Shaper: shaper, Hyphen: in.Hyphen},
		faces:   map[faceKey]*text.Style{}, warned: map[string]bool{}, settings: map[*brand.Style]*display.Setting{},
	}
	c := &composer{
		typesetter: t, in: in, shaper: shaper,
		labels: map[labelKey]*piece{}, prices: map[askKey]answer{}, most: never, repeats: map[repeatKey]*box{}, leaves: map[leafKey]*box{}, below: map[whiteKey][]price{}, pourings: map[pourKey]*pouring{},
	}
	c.ink.init()
	col := &collector{t: t, in: in}
	c.foreword, c.sections = col.stories()
	c.contact = col.contacts()
	if in.Issue.Cover != nil {
		c.coverFigure = col.figure(&story{id: "cover", kind: "cover"}, in.Issue.Cover, 1)
	}
	if c.foreword != nil {
		c.units = append(c.units, c.foreword)
	}
	if in.Issue.Index != nil {
		c.units = append(c.units, c.indexUnit(col))
	}
	for _, sec := range c.sections {
		c.units = append(c.units, sec.stories...)
	}
	c.ends = c.closes()
	return c
}

// indexUnit stands for the index where the cover has no room for it.
func (c *composer) indexUnit(col *collector) *story {
	s := &story{id: "index", kind: "index", pos: c.in.Issue.Index.At.Pos}
	title := c.in.Issue.Index.Title
	if title == "" {
		title = c.locale.Label("index")
	}
	s.title = col.plain(s, "title", title, s.pos)
	c.indexTitle = s.title
	return s
}

// halfRows is the height of a template's tree.
func halfRows(b *brand.Brand, t *brand.Template) (top geom.Length, halves int) {
	live := b.Live()
	if t.From == "trim" {
		return 0, t.To * 2
	}
	return live.Y, t.To*2 - (live.Y * 2).FloorDiv(b.Grid.Baseline)
}
