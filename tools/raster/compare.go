package main

import (
	"fmt"
	"image"
)

// levels is how far a pixel may be from its like, of 255: the references' own
// step is 17, and a photo that was resized on another processor is within a few.
const levels = 40

// sight is a page then and now.
type sight struct {
	name     string
	old, new *image.Gray // old is nil where there was no reference
	diff     *image.Gray // white where pixels differ
	count    int         // pixels that differ
	box      image.Rectangle
}

// compare looks for pixels that have no like in the other picture nearby.
func compare(name string, old, now *image.Gray) sight {
	s := sight{name: name, old: old, new: now}
	if old == nil || old.Rect != now.Rect {
		return s
	}
	s.diff = image.NewGray(now.Rect)
	for y := range now.Rect.Dy() {
		for x := range now.Rect.Dx() {
			if !like(now.GrayAt(x, y).Y, old, x, y) || !like(old.GrayAt(x, y).Y, now, x, y) {
				s.diff.Pix[s.diff.PixOffset(x, y)] = 255
				s.count++
				s.box = s.box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return s
}

// like reports whether a picture has a level at a place or beside it, or passes
// it between two neighbours.
func like(level uint8, img *image.Gray, x, y int) bool {
	least, most := 255, 0
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if p := (image.Point{X: x + dx, Y: y + dy}); p.In(img.Rect) {
				v := int(img.GrayAt(p.X, p.Y).Y)
				least, most = min(least, v), max(most, v)
			}
		}
	}
	return int(level) >= least-levels && int(level) <= most+levels
}

// differs reports whether more than so many percent of the pixels differ.
func (s *sight) differs(tolerance float64) bool {
	if s.diff == nil {
		return true
	}
	return float64(s.count)*100 > tolerance*float64(len(s.diff.Pix))
}

// sentence says what became different.
func (s *sight) sentence() string {
	switch {
	case s.old == nil:
		return s.name + ": there is no reference to compare with"
	case s.diff == nil:
		return fmt.Sprintf("%s: %d x %d pixels instead of %d x %d", s.name, s.new.Rect.Dx(), s.new.Rect.Dy(), s.old.Rect.Dx(), s.old.Rect.Dy())
	}
	mm := func(px int) int { return int(float64(px)*25.4/dpi + 0.5) }
	return fmt.Sprintf("%s: %.1f %% of it looks otherwise, between %d,%d and %d,%d mm", s.name,
		float64(s.count)*100/float64(len(s.diff.Pix)), mm(s.box.Min.X), mm(s.box.Min.Y), mm(s.box.Max.X), mm(s.box.Max.Y))
}
