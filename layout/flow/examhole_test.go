package flow_test

import (
	"slices"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// A hole is an empty rectangle of the live area. White that belongs between
// blocks is none: a rectangle counts from four rows each way, at the foot of the
// live area from more than one row.
//
// Ragged lines count as long as their measure. Panels larger than a seventh of
// the live area are looked into, but for a ground from edge to edge.

// cells is the live area in squares of cell points.
type cells struct {
	w, h int
	full []bool
	live geom.Rect
}

const cell = 4 * geom.Point

func newCells(live geom.Rect) *cells {
	c := &cells{w: int(live.W / cell), h: int(live.H / cell), live: live}
	c.full = make([]bool, c.w*c.h)
	return c
}

// fill marks the squares whose middle a rectangle covers.
func (c *cells) fill(r geom.Rect) {
	x0, x1 := int((r.X-c.live.X+cell/2)/cell), int((r.Right()-c.live.X+cell/2)/cell)
	y0, y1 := int((r.Y-c.live.Y+cell/2)/cell), int((r.Bottom()-c.live.Y+cell/2)/cell)
	for y := max(y0, 0); y < min(y1, c.h); y++ {
		for x := max(x0, 0); x < min(x1, c.w); x++ {
			c.full[y*c.w+x] = true
		}
	}
}

// largest returns the largest empty rectangle that counts, as a share of the
// area, by the histogram of empty squares above every row.
func (c *cells) largest(counts func(w, h int, foot bool) bool) (share float64, at geom.Rect) {
	heights := make([]int, c.w+1)
	best := 0
	for y := range c.h {
		for x := range c.w {
			if c.full[y*c.w+x] {
				heights[x] = 0
			} else {
				heights[x]++
			}
		}
		var stack []int
		for x := 0; x <= c.w; x++ {
			for len(stack) > 0 && heights[stack[len(stack)-1]] >= heights[x] {
				h := heights[stack[len(stack)-1]]
				stack = stack[:len(stack)-1]
				left := 0
				if len(stack) > 0 {
					left = stack[len(stack)-1] + 1
				}
				if w := x - left; w*h > best && counts(w, h, y == c.h-1) {
					best = w * h
					at = geom.Rect{X: c.live.X + cell*geom.Length(left), Y: c.live.Y + cell*geom.Length(y-h+1), W: cell * geom.Length(w), H: cell * geom.Length(h)}
				}
			}
			stack = append(stack, x)
		}
	}
	return float64(best) / float64(c.w*c.h), at
}

// painted is the live area of a page with all that stands on it.
func (e *exam) painted(p *display.LayoutPage, natural bool) *cells {
	c := newCells(p.Live)
	for i := range p.Lines {
		l := &p.Lines[i]
		w := max(l.Width, l.Measure)
		if natural {
			w = l.Width
		}
		c.fill(geom.Rect{X: l.X, Y: l.Baseline - l.Leading, W: w, H: l.Leading + l.Size/5})
	}
	for _, f := range p.Figures {
		c.fill(f.Rect)
	}
	for _, b := range p.Boxes {
		ground := b.Story == "" && b.Rect.X <= 0 && b.Rect.Right() >= p.Size.W
		if b.Rect.W*100/p.Live.W*(b.Rect.H*100/p.Live.H) < 10000/7 || ground || natural {
			c.fill(b.Rect)
		}
	}
	for _, it := range e.doc.Pages[p.Number-1].Items {
		if q, ok := it.(*display.Path); ok && !natural {
			c.fill(bounds(q))
		}
	}
	return c
}

func bounds(q *display.Path) geom.Rect {
	var out geom.Rect
	for _, contour := range q.Contours {
		for _, v := range contour {
			out = out.Union(geom.Rect{X: v.X, Y: v.Y, W: 1, H: 1})
		}
	}
	return out
}

// hole: none larger than 6 % on any page but the last.
func (e *exam) hole() {
	for i := range e.lay.Pages {
		p := &e.lay.Pages[i]
		four, one := int(4*e.lay.Grid/cell), int(e.lay.Grid/cell)+2
		share, at := e.painted(p, false).largest(func(w, h int, foot bool) bool {
			return w >= four && (h >= four || foot && h >= one)
		})
		raw, _ := e.painted(p, true).largest(func(int, int, bool) bool { return true })
		e.holes, e.raw = append(e.holes, share), append(e.raw, raw)
		if share > 0.06 && i < len(e.lay.Pages)-1 {
			e.fault(p.Number, "%.1f %% of the live area is empty%s: %s x %s at %s, %s", 100*share, e.where(p, at), pt(at.W), pt(at.H), pt(at.X), pt(at.Y))
		}
	}
}

// where says what a hole is beside of.
func (e *exam) where(p *display.LayoutPage, at geom.Rect) string {
	beside := map[string]geom.Length{}
	for i := range p.Lines {
		l := &p.Lines[i]
		top := max(l.Baseline-l.Leading, at.Y)
		if foot := min(l.Baseline, at.Bottom()); foot > top && (l.X > at.Right()-cell || l.X+l.Width < at.X+cell) {
			beside[l.Role] += foot - top
		}
	}
	switch {
	case at.Bottom() > p.Live.Bottom()-2*cell:
		return " at the foot"
	case beside["title"]+beside["lead"]+beside["kicker"] > at.H/2:
		return " beside the title"
	}
	return ""
}

// median of shares; 0 of none.
func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	v = slices.Sorted(slices.Values(v))
	return v[len(v)/2]
}
