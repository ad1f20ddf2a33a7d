package text

import "errors"

// The glyf table (ISO/IEC 14496-22, 5.3.4). A glyph begins with the number of
// its contours and its extents, 10 bytes. A simple one goes on with the last
// point of every contour, instructions, flags, x and y; a composite one has the
// parts it is made of.

var errGlyph = errors.New("a glyph's outline is broken")

type point struct{ x, y int }

// Flags of a point.
const (
	shortX = 0x02
	shortY = 0x04
	repeat = 0x08
	sameX  = 0x10
	sameY  = 0x20
)

// Flags of a part.
const (
	wordArgs        = 0x0001
	hasScale        = 0x0008
	moreParts       = 0x0020
	hasXYScale      = 0x0040
	hasTwoByTwo     = 0x0080
	hasInstructions = 0x0100
)

// isComposite reports whether a glyph is made of others.
func isComposite(g []byte) bool { return len(g) >= 10 && i16(g) < 0 }

// simpleParts finds the pieces of a simple glyph: where its instructions end,
// its flags one a point, and where they and the coordinates end.
func simpleParts(g []byte) (body int, flags []byte, coords, end int, err error) {
	if len(g) < 10 || i16(g) < 0 {
		return 0, nil, 0, 0, errGlyph
	}
	n := i16(g)
	if n == 0 {
		return 0, nil, 0, 10, nil
	}
	if len(g) < 12+2*n {
		return 0, nil, 0, 0, errGlyph
	}
	points := u16(g[8+2*n:]) + 1
	body = 12 + 2*n + u16(g[10+2*n:])
	at := body
	for len(flags) < points {
		if at >= len(g) {
			return 0, nil, 0, 0, errGlyph
		}
		f, times := g[at], 1
		if at++; f&repeat != 0 {
			if at >= len(g) {
				return 0, nil, 0, 0, errGlyph
			}
			times += int(g[at])
			at++
		}
		for ; times > 0 && len(flags) < points; times-- {
			flags = append(flags, f)
		}
	}
	end = at
	for _, f := range flags {
		end += coordSize(f, shortX, sameX) + coordSize(f, shortY, sameY)
	}
	if end > len(g) {
		return 0, nil, 0, 0, errGlyph
	}
	return body, flags, at, end, nil
}

func coordSize(flag, short, same byte) int {
	switch {
	case flag&short != 0:
		return 1
	case flag&same != 0:
		return 0
	}
	return 2
}

// simplePoints reads the contours of a simple glyph, control points among the
// rest.
func simplePoints(g []byte) ([][]point, error) {
	_, flags, at, _, err := simpleParts(g)
	if err != nil {
		return nil, err
	}
	pts := make([]point, len(flags))
	read := func(short, same byte, set func(*point, int)) {
		v := 0
		for i, f := range flags {
			switch coordSize(f, short, same) {
			case 1:
				d := int(g[at])
				if f&same == 0 {
					d = -d
				}
				v += d
				at++
			case 2:
				v += i16(g[at:])
				at += 2
			}
			set(&pts[i], v)
		}
	}
	read(shortX, sameX, func(p *point, v int) { p.x = v })
	read(shortY, sameY, func(p *point, v int) { p.y = v })
	var out [][]point
	from := 0
	for i := range i16(g) {
		to := u16(g[10+2*i:]) + 1
		if to <= from || to > len(pts) {
			return nil, errGlyph
		}
		out = append(out, pts[from:to])
		from = to
	}
	return out, nil
}

// parts calls visit with the place of every part of a composite glyph: the
// offset of its flags, which its glyph id follows. It returns where they end.
func parts(g []byte, visit func(at int)) (end int, err error) {
	at := 10
	for {
		if at+4 > len(g) {
			return 0, errGlyph
		}
		flags := u16(g[at:])
		size := 6
		if flags&wordArgs != 0 {
			size += 2
		}
		switch {
		case flags&hasScale != 0:
			size += 2
		case flags&hasXYScale != 0:
			size += 4
		case flags&hasTwoByTwo != 0:
			size += 8
		}
		if at+size > len(g) {
			return 0, errGlyph
		}
		visit(at)
		at += size
		if flags&moreParts == 0 {
			return at, nil
		}
	}
}
