package brand

import "masthead/layout/geom"

// Trim returns the size of the trimmed page.
func (b *Brand) Trim() geom.Size {
	if b.trim != (geom.Size{}) {
		return b.trim
	}
	size, err := b.Page.Dimensions()
	if err != nil {
		size, _ = Page{}.Dimensions()
	}
	return size
}

// Live returns the area that text columns fill: between the margins, from the
// upper edge of the first row to the baseline of the last.
func (b *Brand) Live() geom.Rect {
	top := b.Grid.Baseline * geom.Length(b.Grid.First-1)
	return geom.Rect{
		X: b.Page.Left, Y: top,
		W: b.Trim().W - b.Page.Left - b.Page.Right,
		H: b.Grid.Baseline*geom.Length(b.Grid.Last) - top,
	}
}

// Row returns the baseline of row k, in points from the upper trim; half rows
// and other fractions are places between.
func (b *Brand) Row(k float64) geom.Length { return b.Grid.Baseline.Scale(k) }

// ColumnX returns the left edge of grid column n, counted from 1.
func (b *Brand) ColumnX(n int) geom.Length {
	return b.Page.Left + b.pitch(n-1)
}

// ColumnRight returns the right edge of grid column n, counted from 1.
func (b *Brand) ColumnRight(n int) geom.Length {
	return b.Page.Left + b.pitch(n) - b.Grid.Gutter
}

// pitch is the width of n columns with as many gutters.
func (b *Brand) pitch(n int) geom.Length {
	all := b.Trim().W - b.Page.Left - b.Page.Right + b.Grid.Gutter
	return all.MulDiv(int64(n), int64(max(b.Grid.Columns, 1)))
}
