package text

import "math"

// Metrics are the measures of a face, in font units, y upwards.
type Metrics struct {
	UnitsPerEm         int
	Ascent, Descent    int // of hhea; Descent is negative
	CapHeight, XHeight int // of OS/2, else measured on H and x
	BBox               [4]int
	ItalicAngle        float64 // degrees, negative leans right
	StemV              int     // measured on I, else guessed from the weight
	Serif, Fixed       bool
	UnderlinePosition  int // of the stroke's top above the baseline: negative
	UnderlineThickness int
}

func readMetrics(f *Face) Metrics {
	head, hhea, post, os2 := f.tables["head"], f.tables["hhea"], f.tables["post"], f.tables["OS/2"]
	m := Metrics{
		UnitsPerEm: u16(head[18:]),
		Ascent:     i16(hhea[4:]), Descent: i16(hhea[6:]),
		BBox: [4]int{i16(head[36:]), i16(head[38:]), i16(head[40:]), i16(head[42:])},
	}
	if len(post) >= 16 {
		angle := float64(int32(u32(post[4:]))) / 65536
		m.ItalicAngle = math.Round(angle*100) / 100
		m.UnderlinePosition, m.UnderlineThickness = i16(post[8:]), i16(post[10:])
		m.Fixed = u32(post[12:]) != 0
	}
	if len(os2) >= 90 && u16(os2) >= 2 {
		m.XHeight, m.CapHeight = i16(os2[86:]), i16(os2[88:])
	}
	if m.CapHeight <= 0 {
		m.CapHeight = f.top('H', m.UnitsPerEm*7/10)
	}
	if m.XHeight <= 0 {
		m.XHeight = f.top('x', m.UnitsPerEm/2)
	}
	m.StemV, m.Serif = f.stem(m, os2)
	return m
}

// top returns the height of a letter, or fallback.
func (f *Face) top(r rune, fallback int) int {
	if g, ok := f.glyph1(r); ok {
		if _, _, _, y := f.outline.ink(int(g)); y > 0 {
			return y
		}
	}
	return fallback
}

// glyph1 is glyph during parsing, when load must not be called again.
func (f *Face) glyph1(r rune) (uint16, bool) {
	g, ok := f.font.NominalGlyph(r)
	return uint16(g), ok && g != 0
}

// stem measures the thickness of the capital I at half its height. PDF wants it
// in the font descriptor (ISO 32000-1, 9.8.1) and no table of a TrueType font
// holds it. An I much wider than its stem has serifs: the sign for faces that
// leave their PANOSE empty, as many do.
func (f *Face) stem(m Metrics, os2 []byte) (stem int, serif bool) {
	weight, family, style := 400, 0, 0
	if len(os2) >= 34 {
		weight, family, style = u16(os2[4:]), int(os2[32]), int(os2[33])
	}
	// Without an I: 10 + 0.244·(weight − 50) thousandths of an em, the
	// interpolation common to PDF writers.
	stem = (10*1000 + 244*(weight-50)) * m.UnitsPerEm / 1_000_000
	wide := false
	if g, ok := f.glyph1('I'); ok {
		xmin, ymin, xmax, ymax := f.outline.ink(int(g))
		if w := f.outline.thickness(int(g), (ymin+ymax)/2); w > 0 && w < m.UnitsPerEm/2 {
			lean := int(math.Round(math.Tan(-m.ItalicAngle*math.Pi/180) * float64(ymax-ymin)))
			stem, wide = w, 2*(xmax-xmin-lean) > 3*w
		}
	}
	switch {
	case family == 2 && style >= 11: // Latin text, "normal sans" and on
		return stem, false
	case family == 2 && style >= 2:
		return stem, true
	}
	return stem, wide
}

// thickness returns the distance between the first two crossings of a simple
// glyph's outline with a level, 0 if there are not just two.
func (o *outlines) thickness(id, level int) int {
	contours, err := simplePoints(o.glyph(id))
	if err != nil {
		return 0
	}
	var xs []int
	for _, c := range contours {
		for i, p := range c {
			q := c[(i+1)%len(c)]
			if (p.y <= level) != (q.y <= level) {
				xs = append(xs, p.x+(q.x-p.x)*(level-p.y)/(q.y-p.y))
			}
		}
	}
	if len(xs) != 2 {
		return 0
	}
	return max(xs[0], xs[1]) - min(xs[0], xs[1])
}
