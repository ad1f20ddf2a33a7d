package golden

import (
	"math"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// figures makes the page's pictures: the record says whose they are, the
// document how they are cut, bleed included.
func (s *sheet) figures() {
	used := make([]bool, len(s.rec.Figures))
	for _, it := range s.doc.Pages[s.page].Items {
		img, ok := it.(*display.Image)
		if !ok {
			continue
		}
		ph := &s.doc.Photos[img.Photo]
		story := ""
		for i, f := range s.rec.Figures {
			if !used[i] && f.File == ph.File && img.Rect.Contains(f.Rect, 0) {
				used[i], story = true, f.Story
				break
			}
		}
		fig := &Figure{File: ph.File}
		for i, v := range ph.Crop {
			fig.Crop[i] = int(math.Floor(math.Round(v*1e9)/1e5 + 0.5))
		}
		if !ph.Brand {
			fig.Sum = s.sum(ph.File)
		}
		for _, k := range ph.Scrims {
			fig.Scrims = append(fig.Scrims, s.scrim(k))
		}
		rank, read := s.read.rank[img.Mark]
		if read {
			fig.Alt, fig.Read = s.read.alt[img.Mark], true
		} else {
			rank = unread
		}
		s.add(story, rankedItem{rank, Item{Rect: rectOf(img.Rect), Figure: fig}})
	}
}

// drawn is a tint, a rule or a drawing of the document.
type drawn struct {
	rect geom.Rect
	mark display.Mark
	ink  string
	path bool
}

// drawings makes the page's boxes. The record says whose they are; what it does
// not list, such as end marks and emblems, belongs to the story in whose frame
// it stands.
func (s *sheet) drawings() {
	trim := geom.Rect{W: s.rec.Size.W, H: s.rec.Size.H}
	used := make([]bool, len(s.rec.Boxes))
	var last *drawn
	var all []*drawn
	for _, it := range s.doc.Pages[s.page].Items {
		var d drawn
		switch it := it.(type) {
		case *display.Fill:
			d = drawn{rect: it.Rect, mark: it.Mark, ink: s.ink(it)}
		case *display.Path:
			d = drawn{rect: bounds(it.Contours), mark: it.Mark, ink: s.ink(&display.Fill{Ink: it.Ink}), path: true}
		default:
			last = nil
			continue
		}
		// The parts of one drawing are one item.
		if last != nil && d.mark != 0 && last.mark == d.mark {
			last.rect = last.rect.Union(d.rect)
			continue
		}
		last = &d
		all = append(all, last)
	}
	for _, d := range all {
		story, role := s.owner(d), "mark"
		if d.mark != 0 && s.read.role[d.mark] != "Lbl" {
			role = "drawing" // and no bullet
		}
		if !d.path {
			for i, b := range s.rec.Boxes {
				if !used[i] && b.Rect == d.rect.Intersect(trim) {
					used[i], story, role = true, b.Story, b.Role
					break
				}
			}
		}
		s.add(story, rankedItem{drawing, Item{Role: role, Rect: rectOf(d.rect), Ink: d.ink}})
	}
}

// owner returns the story of the smallest frame around a drawing's middle.
func (s *sheet) owner(d *drawn) string {
	mid := geom.Rect{X: d.rect.X + d.rect.W/2, Y: d.rect.Y + d.rect.H/2}
	story, least := "", geom.Length(math.MaxInt64)
	for _, f := range s.rec.Frames {
		r := f.Rect.Outset(geom.Insets{Top: s.lay.Grid / 2, Right: s.lay.Grid, Bottom: s.lay.Grid / 2, Left: s.lay.Grid * 2})
		if r.Contains(mid, 0) && r.W < least {
			story, least = f.Story, r.W
		}
	}
	return story
}

func bounds(contours [][]geom.XY) geom.Rect {
	least, most, any := geom.XY{}, geom.XY{}, false
	for _, c := range contours {
		for _, p := range c {
			if !any {
				least, most, any = p, p, true
				continue
			}
			least.X, least.Y = min(least.X, p.X), min(least.Y, p.Y)
			most.X, most.Y = max(most.X, p.X), max(most.Y, p.Y)
		}
	}
	return geom.Rect{X: least.X, Y: least.Y, W: most.X - least.X, H: most.Y - least.Y}
}
