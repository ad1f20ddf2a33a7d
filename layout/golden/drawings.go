package golden

import (
	"fmt"
	"math"
	"slices"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// figures makes the page's pictures: the record says whose they are and what
// they are to show, the document how they are cut, bleed included.
func (s *sheet) figures() {
	used := make([]bool, len(s.rec.Figures))
	for _, it := range s.doc.Pages[s.page].Items {
		img, ok := it.(*display.Image)
		if !ok {
			continue
		}
		ph := &s.doc.Photos[img.Photo]
		fig := &Figure{File: ph.File}
		for i, v := range ph.Crop {
			fig.Crop[i] = fraction(v)
		}
		fig.Sum = s.sum(sourced{ph.Brand, ph.File})
		for _, k := range ph.Scrims {
			fig.Scrims = append(fig.Scrims, s.scrim(k))
		}
		rank, read := s.read.rank[img.Mark]
		if read {
			fig.Alt, fig.Read = s.read.alt[img.Mark], true
		} else {
			rank = unread
		}
		story := ""
		for i, f := range s.rec.Figures {
			if used[i] || f.File != ph.File || !img.Rect.Contains(f.Rect, 0) {
				continue
			}
			used[i], story = true, f.Story
			if f.Focus != nil {
				fig.Focus = []int{fraction(f.Focus[0]), fraction(f.Focus[1])}
			}
			if k := f.Keep; k != nil {
				fig.Keep = []int{fraction(k[0]), fraction(k[1]), fraction(k[2]), fraction(k[3])}
			}
			// A decoration stands before its caption all the same.
			if at, ok := s.captions[caption{f.Story, f.Caption}]; ok && !read {
				rank = at - 1
			}
			break
		}
		s.add(story, rankedItem{rank, Item{Rect: rectOf(img.Rect), Figure: fig}})
	}
}

// fraction returns ten-thousandths, rounded in two steps so that noise in the
// last bits never decides.
func fraction(f float64) int { return int(math.Floor(math.Round(f*1e9)/1e5 + 0.5)) }

// shape describes an outline by what does not depend on a processor's last bits:
// the numbers of its contours and points, and how much of its bounds it encloses.
func shape(contours [][]geom.XY) string {
	points, twice := 0, int64(0)
	for _, c := range contours {
		points += len(c)
		for i, p := range c {
			q := c[(i+1)%len(c)]
			twice += int64(p.X)*int64(q.Y) - int64(q.X)*int64(p.Y)
		}
	}
	percent := int64(0)
	if r := bounds(contours); r.W > 0 && r.H > 0 {
		percent = max(twice, -twice) * 50 / (int64(r.W) * int64(r.H))
	}
	return fmt.Sprintf("%d/%d/%d", len(contours), points, percent)
}

// drawn is a tint, a rule or a drawing of the document.
type drawn struct {
	rect geom.Rect
	mark display.Mark
	ink  string
	only display.Profile
	path *display.Path
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
			d = drawn{rect: it.Rect, mark: it.Mark, ink: s.ink(it), only: it.Only}
		case *display.Path:
			d = drawn{rect: bounds(it.Contours), mark: it.Mark, ink: s.ink(&display.Fill{Ink: it.Ink}), only: it.Only, path: it}
		default:
			last = nil
			continue
		}
		// The parts of one drawing are one item.
		if last != nil && d.mark != 0 && last.mark == d.mark {
			last.rect = last.rect.Union(d.rect)
			if last.path != nil && d.path != nil {
				last.path = &display.Path{Contours: append(slices.Clone(last.path.Contours), d.path.Contours...)}
			}
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
		if d.path == nil {
			for i, b := range s.rec.Boxes {
				if !used[i] && b.Rect == d.rect.Intersect(trim) {
					used[i], story, role = true, b.Story, b.Role
					break
				}
			}
		}
		it := Item{Role: role, Rect: rectOf(d.rect), Ink: d.ink, Only: fileOf(d.only)}
		if d.path != nil {
			it.Shape = shape(d.path.Contours)
		}
		s.add(story, rankedItem{drawing, it})
	}
}

// fileOf names the file that an item is in alone.
func fileOf(p display.Profile) string {
	switch p {
	case display.Email:
		return "email"
	case display.Print:
		return "print"
	}
	return ""
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
