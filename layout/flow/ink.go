package flow

import (
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
	key := photoKey{p.File, p.Crop, p.Size}
	if i, ok := k.photoAt[key]; ok && len(p.Scrims) == 0 {
		return i
	}
	k.photos = append(k.photos, p)
	k.photoAt[key] = len(k.photos) - 1
	return len(k.photos) - 1
}

// mark returns the mark of a span of a piece: spans without link share one
// until a link comes between.
func (pg *page) mark(p *piece, span int, artifact bool) display.Mark {
	if artifact || p.role == "folio" {
		return 0
	}
	k := &pg.composer.ink
	if p.marks == nil {
		p.marks = make([]display.Mark, len(p.spans))
	}
	p.set = true
	i := span
	for p.dest == "" && i > 0 && p.spans[i].Link == "" && p.spans[i-1].Link == "" {
		i--
	}
	if p.dest != "" {
		i = 0
	}
	if p.marks[i] == 0 {
		k.last++
		p.marks[i] = k.last
	}
	return p.marks[i]
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
	if p.role == "folio" {
		return
	}
	k := &pg.composer.ink
	if p.dest != "" {
		span = 0
	}
	key := linkKey{p, span}
	tag := k.links[key]
	if tag == nil {
		tag = &display.Tag{Role: "Link"}
		k.links[key] = tag
	}
	l := &display.Link{Rect: r, Tag: tag, Contents: pg.spoken(p, span, target)}
	if p.dest != "" {
		l.Dest = target
	} else {
		l.URI = target
	}
	pg.items = append(pg.items, l)
}

// spoken describes where a link leads.
func (pg *page) spoken(p *piece, span int, target string) string {
	if p.dest != "" {
		return p.plain()
	}
	if words := p.spans[span].Text; words != target {
		return words + " (" + target + ")"
	}
	return target
}
