package paint

import (
	"fmt"
	"strconv"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// text paints one run of glyphs in its ink.
func (p *painter) text(it *display.Text, box geom.Rect) error {
	if err := p.ink(it.Ink, box, true); err != nil {
		return err
	}
	p.glyphs(it)
	return nil
}

// glyphs paints one run of glyphs as one text object, in the colour that is set.
//
// The pen is kept in 1/100,000 em, in which the file's widths are exact, and
// every glyph is compared with its place in the display; the difference is
// written in whole thousandths of an em, as TJ counts. So a rounding never adds
// up along a line. Letter-spacing that more than half of the gaps share is said
// once, as Tc.
func (p *painter) glyphs(it *display.Text) {
	font := &p.doc.Fonts[it.Font]
	p.at.Fonts = use(p.at.Fonts, it.Font)
	size := milli(it.Size)
	tracking := majority(font, it, size)

	p.op("BT")
	p.out = append(append(append(p.out, '/'), display.FontName(it.Font)...), ' ')
	p.numbers(size)
	p.op("Tf")
	p.out = append(appendDecimal(p.out, tracking*size, 6), " Tc 0 Ts\n"...)
	p.numbers(p.x(it.X), p.y(it.Baseline))
	p.op("Td")

	var pen int64
	var rise geom.Length
	p.out = append(p.out, '[')
	inside := false // a string is open
	end := func() {
		if inside {
			p.out = append(p.out, ')')
		}
		inside = false
	}
	for _, g := range it.Glyphs {
		if g.Rise != rise {
			end()
			p.out = append(p.out, "] TJ\n"...)
			p.out = append(appendDecimal(p.out, milli(g.Rise), 3), " Ts\n["...)
			rise = g.Rise
		}
		if shift := thousandths(pen - ems(g.X, size)); shift != 0 {
			end()
			p.out = strconv.AppendInt(p.out, shift, 10)
			pen -= shift * 100
		}
		if !inside {
			p.out, inside = append(p.out, '('), true
		}
		p.out = appendCode(p.out, g.Code)
		pen += font.Advance(g.Code) + tracking*100
	}
	end()
	p.op("] TJ ET")
}

// ems returns a distance in 1/100,000 of the type size, which is given in
// thousandths of a point.
func ems(l geom.Length, size int64) int64 {
	return int64(l.MulDiv(1e8, size*int64(geom.Point)))
}

// thousandths rounds 1/100,000 em to thousandths, half away from zero.
func thousandths(v int64) int64 { return int64(geom.Length(v).MulDiv(1, 100)) }

// majority returns the letter-spacing, in thousandths of an em, that more than
// half of a run's gaps share, or zero. (Boyer and Moore's vote, then a count.)
func majority(font *display.Font, it *display.Text, size int64) int64 {
	gap := func(i int) int64 {
		a, b := it.Glyphs[i], it.Glyphs[i+1]
		return thousandths(ems(b.X, size) - ems(a.X, size) - font.Advance(a.Code))
	}
	n := len(it.Glyphs) - 1
	var leader int64
	votes := 0
	for i := range n {
		switch g := gap(i); {
		case votes == 0:
			leader, votes = g, 1
		case g == leader:
			votes++
		default:
			votes--
		}
	}
	if leader == 0 {
		return 0
	}
	votes = 0
	for i := range n {
		if gap(i) == leader {
			votes++
		}
	}
	if 2*votes <= n {
		return 0
	}
	return leader
}

// appendCode writes a two-byte code into a literal string (ISO 32000-1, 7.3.4.2).
func appendCode(b []byte, code uint16) []byte {
	for _, c := range [2]byte{byte(code >> 8), byte(code)} {
		switch c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r':
			b = append(b, '\\', 'r')
		case '\n':
			b = append(b, '\\', 'n')
		default:
			b = append(b, c)
		}
	}
	return b
}

// extent returns what a run covers, by its font's ascent and descent, after
// checking that it can be painted at all.
func (p *painter) extent(it *display.Text) (geom.Rect, error) {
	if it.Font < 0 || it.Font >= len(p.doc.Fonts) {
		return geom.Rect{}, fmt.Errorf("no font %d", it.Font)
	}
	font := &p.doc.Fonts[it.Font]
	if milli(it.Size) <= 0 || font.UnitsPerEm <= 0 {
		return geom.Rect{}, fmt.Errorf("%s at %v", font.PostScriptName, it.Size)
	}
	for _, g := range it.Glyphs {
		if g.Code == 0 || int(g.Code) > len(font.Codes) {
			return geom.Rect{}, fmt.Errorf("%s has no code %d", font.PostScriptName, g.Code)
		}
		if font.Codes[g.Code-1].Glyph == 0 {
			return geom.Rect{}, fmt.Errorf("%s has no glyph for %q", font.PostScriptName, font.Codes[g.Code-1].Text)
		}
	}
	units := func(v int) geom.Length { return it.Size.MulDiv(int64(v), int64(font.UnitsPerEm)) }
	last := it.Glyphs[len(it.Glyphs)-1]
	return geom.Rect{
		X: it.X, Y: it.Baseline - units(font.Ascent),
		W: last.X + units(font.Codes[last.Code-1].Width), H: units(font.Ascent) - units(font.Descent),
	}, nil
}
