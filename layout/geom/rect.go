package geom

// XY is a place on a page.
type XY struct{ X, Y Length }

// Size is a width and a height.
type Size struct{ W, H Length }

// Rect is a rectangle by its top left corner and its size.
type Rect struct{ X, Y, W, H Length }

// Right returns the x of r's right edge.
func (r Rect) Right() Length { return r.X + r.W }

// Bottom returns the y of r's bottom edge.
func (r Rect) Bottom() Length { return r.Y + r.H }

// Empty reports whether r covers nothing.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Inset returns r less the given margins on its four sides.
func (r Rect) Inset(in Insets) Rect {
	return Rect{r.X + in.Left, r.Y + in.Top, r.W - in.Left - in.Right, r.H - in.Top - in.Bottom}
}

// Outset returns r grown by the given margins.
func (r Rect) Outset(in Insets) Rect {
	return r.Inset(Insets{-in.Top, -in.Right, -in.Bottom, -in.Left})
}

// Intersect returns what r and s share; it is empty where they do not meet.
func (r Rect) Intersect(s Rect) Rect {
	x, y := max(r.X, s.X), max(r.Y, s.Y)
	out := Rect{x, y, min(r.Right(), s.Right()) - x, min(r.Bottom(), s.Bottom()) - y}
	if out.Empty() {
		return Rect{}
	}
	return out
}

// Overlaps reports whether r and s share more than an edge.
func (r Rect) Overlaps(s Rect) bool { return !r.Intersect(s).Empty() }

// Contains reports whether s lies wholly inside r, to within slack.
func (r Rect) Contains(s Rect, slack Length) bool {
	return s.X >= r.X-slack && s.Y >= r.Y-slack && s.Right() <= r.Right()+slack && s.Bottom() <= r.Bottom()+slack
}

// Union returns the smallest rectangle that covers both.
func (r Rect) Union(s Rect) Rect {
	if r.Empty() {
		return s
	}
	if s.Empty() {
		return r
	}
	x, y := min(r.X, s.X), min(r.Y, s.Y)
	return Rect{x, y, max(r.Right(), s.Right()) - x, max(r.Bottom(), s.Bottom()) - y}
}

// Insets are margins in the order of CSS.
type Insets struct{ Top, Right, Bottom, Left Length }
