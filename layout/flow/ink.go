package flow

import (
	"slices"
	"strings"

	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/issue"
	"masthead/layout/text"
)

// ink collects what the painted pages share: fonts, photos, marks, links.
type ink struct {
	embed   *text.Embedder
	photos  []display.Photo
	tones   []seen // by photo, as far as they were looked at
	photoAt map[photoKey]int
	last    display.Mark
	figures map[*issue.Photo]display.Mark
	emblem  display.Mark
	links   map[linkKey]*display.Tag
}

type photoKey struct {
	file string
	logo bool
	crop [4]float64
	size geom.Size
}

type linkKey struct {
	piece *piece
	span  int
}

func (k *ink) init() {
	k.embed = text.NewEmbedder()
	k.photoAt = map[photoKey]int{}
	k.figures = map[*issue.Photo]display.Mark{}
	k.links = map[linkKey]*display.Tag{}
}

// addPhoto returns the index of a picture in a frame; equal frames share one.
func (k *ink) addPhoto(p display.Photo) int {
	key := photoKey{p.File, p.Brand, p.Crop, p.Size}
	if i, ok := k.photoAt[key]; ok && len(p.Scrims) == 0 {
		return i
	}
	k.photos = append(k.photos, p)
	k.photoAt[key] = len(k.photos) - 1
	return len(k.photos) - 1
}

// mark returns the mark of a span of a piece: spans that lead to one place and
// are in one language share one.
func (pg *page) mark(p *piece, span int, artifact bool) display.Mark {
	if artifact || p.role == "folio" && !p.read {
		return 0
	}
	p.set = true
	if p.silent {
		return 0
	}
	if p.marks == nil {
		p.marks = make([]display.Mark, len(p.spans))
		p.langs = make([]string, len(p.spans))
		for i := range p.spans {
			p.langs[i] = foreignLanguage(p.spans[i].Text, pg.lang)
		}
	}
	i := span
	for i > 0 && p.joined(i) && p.langs[i] == p.langs[i-1] {
		i--
	}
	if p.marks[i] == 0 {
		pg.ink.last++
		p.marks[i] = pg.ink.last
	}
	return p.marks[i]
}

// joined reports whether a span leads to the same place as the one before it, or
// both to none.
func (p *piece) joined(i int) bool {
	return p.dest != "" || p.spans[i].Link == p.spans[i-1].Link && p.destOf(i) == p.destOf(i-1)
}

// linkOf returns the first span of the link that a span belongs to.
func (p *piece) linkOf(span int) int {
	for span > 0 && p.joined(span) {
		span--
	}
	return span
}

// link names the link that a span belongs to.
func (p *piece) link(span int) linkKey {
	if p.entry != nil {
		return linkKey{p.entry, 0}
	}
	return linkKey{p, p.linkOf(span)}
}

// destOf returns the place in the issue that a span leads to.
func (p *piece) destOf(span int) string {
	if p.dest == "" && span < len(p.dests) {
		return p.dests[span]
	}
	return p.dest
}

func (pg *page) figureMark(ph *issue.Photo) display.Mark {
	if ph.Decorative {
		return 0
	}
	k := &pg.composer.ink
	if k.figures[ph] == 0 {
		k.last++
		k.figures[ph] = k.last
	}
	return k.figures[ph]
}

func (pg *page) emblemMark() display.Mark {
	k := &pg.composer.ink
	if k.emblem == 0 {
		k.last++
		k.emblem = k.last
	}
	return k.emblem
}

// link makes an area of the page active in the e-mail file.
func (pg *page) link(p *piece, span int, target string, r geom.Rect) {
	if p.silent || p.role == "folio" {
		return
	}
	span = p.linkOf(span)
	key := p.link(span)
	tag := pg.ink.links[key]
	if tag == nil {
		tag = &display.Tag{Role: "Link"}
		pg.ink.links[key] = tag
	}
	l := &display.Link{Rect: r, Tag: tag, Contents: pg.spoken(p, span, target)}
	if p.destOf(span) != "" {
		l.Dest = target
	} else {
		l.URI = target
	}
	pg.items = append(pg.items, l)
}

// spoken describes where the link leads that begins with a span.
func (c *composer) spoken(p *piece, span int, target string) string {
	to := span + 1
	for to < len(p.spans) && p.joined(to) {
		to++
	}
	words := issue.PlainText(p.spans[span:to])
	if p.entry != nil && p.entry.id != p.id {
		return p.entry.plain() + " " + words
	}
	if len(p.dests) > 1 { // a page number alone says little
		if i := slices.IndexFunc(c.units, func(s *story) bool { return s.id == target }); i >= 0 {
			return c.units[i].name() + " (" + strings.TrimSpace(words) + ")"
		}
	}
	if p.destOf(span) != "" || words == target {
		return words
	}
	return words + " (" + target + ")"
}
