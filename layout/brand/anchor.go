package brand

import (
	"fmt"
	"strconv"
	"strings"

	"masthead/layout/geom"
)

// Edge is what an anchor holds on to.
type Edge int

// The edges of an anchor. Left, Right, Top and Bottom are those of what the
// item is placed in: the trimmed page for furniture, the box for layers.
const (
	Origin Edge = iota // a bare length: from the left or upper edge of what it is placed in
	Left
	Right
	Top
	Bottom
	TrimLeft
	TrimRight
	TrimTop
	TrimBottom
	MarginLeft
	MarginRight
	Head        // upper edge of the grid's first row
	Foot        // baseline of the grid's last row
	ColumnLeft  // left edge of column N
	ColumnRight // right edge of column N
	Row         // baseline of row N
)

// An Anchor is a place on one axis: an edge and a distance from it, to the right
// or downwards.
type Anchor struct {
	Edge   Edge
	N      float64     // number of the column or row
	Offset geom.Length // distance in points
	Rows   float64     // further distance in rows of the baseline grid
}

// edgeNames lists the edges that are written as a word.
func edgeNames() []string {
	return []string{
		"left", "right", "top", "bottom", "trim-left", "trim-right", "trim-top", "trim-bottom",
		"margin-left", "margin-right", "head", "foot",
	}
}

// ParseAnchor reads an anchor: an edge, then offsets, as in "c8", "c7r",
// "trim-left", "r27.5", "c8 + 13", "foot - 3mm", "bottom - 2 rows". A bare
// length is measured from the left or upper edge.
func ParseAnchor(s string) (Anchor, error) {
	rest := strings.TrimSpace(s)
	var a Anchor
	if rest == "" {
		return a, fmt.Errorf("an anchor is empty")
	}
	if !strings.ContainsAny(rest[:1], "+-.0123456789") {
		end := strings.IndexAny(rest, " +")
		if i := strings.Index(rest, "-"); end < 0 || i >= 0 && i < end {
			end = wordEnd(rest)
		}
		if err := a.readEdge(rest[:end]); err != nil {
			return a, err
		}
		rest = strings.TrimSpace(rest[end:])
	} else if !strings.ContainsAny(rest[:1], "+-") {
		rest = "+" + rest
	}
	for rest != "" {
		var err error
		if rest, err = a.readOffset(rest, s); err != nil {
			return a, err
		}
	}
	return a, nil
}

// wordEnd returns where the edge's name ends in a text such as "trim-left-3mm":
// a hyphen belongs to the name where a letter follows it.
func wordEnd(s string) int {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' || c == '+':
			return i
		case c == '-' && (i+1 == len(s) || s[i+1] < 'a' || s[i+1] > 'z'):
			return i
		}
	}
	return len(s)
}

func (a *Anchor) readEdge(word string) error {
	for i, name := range edgeNames() {
		if word == name {
			a.Edge = Left + Edge(i)
			return nil
		}
	}
	if num, ok := strings.CutPrefix(word, "c"); ok {
		num, right := strings.CutSuffix(num, "r")
		if n, err := strconv.Atoi(num); err == nil && n > 0 && n <= maxColumns {
			a.Edge, a.N = ColumnLeft, float64(n)
			if right {
				a.Edge = ColumnRight
			}
			return nil
		}
	}
	if num, ok := strings.CutPrefix(word, "r"); ok {
		if n, err := parseRows(num); err == nil {
			a.Edge, a.N = Row, n
			return nil
		}
	}
	return fmt.Errorf("%q is not a place on the page", word)
}

// readOffset takes one "+ 13" or "- 2 rows" off the front of rest.
func (a *Anchor) readOffset(rest, whole string) (string, error) {
	minus := rest[0] == '-'
	if rest[0] != '+' && !minus {
		return "", fmt.Errorf("%q: an offset begins with + or -", whole)
	}
	term := strings.TrimSpace(rest[1:])
	rest = ""
	if i := strings.IndexAny(term, "+-"); i >= 0 {
		term, rest = strings.TrimSpace(term[:i]), term[i:]
	}
	if num, ok := strings.CutSuffix(strings.TrimSuffix(term, "s"), "row"); ok {
		n, err := parseRows(strings.TrimSpace(num))
		if err != nil {
			return "", err
		}
		if minus {
			n = -n
		}
		a.Rows += n
		return rest, nil
	}
	l, err := geom.Parse(term)
	if err != nil {
		return "", err
	}
	if minus {
		l = -l
	}
	a.Offset += l
	return rest, nil
}

// Horizontal reports whether the anchor names a place across the page.
func (a Anchor) Horizontal() bool {
	switch a.Edge {
	case Origin, Left, Right, TrimLeft, TrimRight, MarginLeft, MarginRight, ColumnLeft, ColumnRight:
		return true
	}
	return false
}

// Vertical reports whether the anchor names a place down the page.
func (a Anchor) Vertical() bool { return a.Edge == Origin || !a.Horizontal() }

// x evaluates a horizontal anchor of something placed in box, in points from
// the left trim.
func (b *Brand) x(a Anchor, box geom.Rect) geom.Length {
	off := a.Offset + b.Row(a.Rows)
	switch a.Edge {
	case Right:
		return box.Right() + off
	case TrimLeft:
		return off
	case TrimRight:
		return b.Trim().W + off
	case MarginLeft:
		return b.Page.Left + off
	case MarginRight:
		return b.Trim().W - b.Page.Right + off
	case ColumnLeft:
		return b.ColumnX(int(a.N)) + off
	case ColumnRight:
		return b.ColumnRight(int(a.N)) + off
	}
	return box.X + off
}

// y evaluates a vertical anchor of something placed in box, in points from the
// upper trim.
func (b *Brand) y(a Anchor, box geom.Rect) geom.Length {
	off := a.Offset + b.Row(a.Rows)
	switch a.Edge {
	case Bottom:
		return box.Bottom() + off
	case TrimTop:
		return off
	case TrimBottom:
		return b.Trim().H + off
	case Head:
		return b.Live().Y + off
	case Foot:
		return b.Live().Bottom() + off
	case Row:
		return b.Row(a.N) + off
	}
	return box.Y + off
}
