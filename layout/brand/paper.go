package brand

import (
	"fmt"
	"strings"

	"masthead/layout/geom"
)

// paper lists the sheets that have a name, in millimetres (ISO 216 and
// ANSI/ASME Y14.1), upright.
func paper() []struct {
	name string
	w, h float64
} {
	return []struct {
		name string
		w, h float64
	}{
		{"a0", 841, 1189},
		{"a1", 594, 841},
		{"a2", 420, 594},
		{"a3", 297, 420},
		{"a4", 210, 297},
		{"a5", 148, 210},
		{"a6", 105, 148},
		{"b3", 353, 500},
		{"b4", 250, 353},
		{"b5", 176, 250},
		{"letter", 215.9, 279.4},
		{"legal", 215.9, 355.6},
		{"tabloid", 279.4, 431.8},
		{"ledger", 431.8, 279.4},
		{"executive", 184.15, 266.7},
	}
}

// The limits of a page, beyond which a size is a slip of the pen. The greatest
// is that of PDF 1.7 (ISO 32000-1, Annex C.2).
const (
	minPage = 72 * geom.Point
	maxPage = 14400 * geom.Point
)

// Dimensions returns the trimmed page: a named sheet, with "landscape" after it
// if it lies, or width x height as in "210mm x 297mm" or "210 x 297 mm". No size
// is A4.
func (p Page) Dimensions() (geom.Size, error) {
	if p.Size == "" {
		return geom.Size{W: geom.MM(210), H: geom.MM(297)}, nil
	}
	name, landscape := strings.CutSuffix(strings.ToLower(strings.TrimSpace(p.Size)), " landscape")
	name = strings.TrimSpace(name)
	for _, s := range paper() {
		if s.name != name {
			continue
		}
		if landscape {
			s.w, s.h = s.h, s.w
		}
		return geom.Size{W: geom.MM(s.w), H: geom.MM(s.h)}, nil
	}
	w, h, ok := strings.Cut(strings.ReplaceAll(name, "×", "x"), "x")
	if !ok {
		return geom.Size{}, fmt.Errorf("%q is not a paper size", p.Size)
	}
	w, h = strings.TrimSpace(w), strings.TrimSpace(h)
	if strings.Trim(w, "0123456789.") == "" {
		w += strings.TrimLeft(h, "0123456789. ")
	}
	width, err := geom.Parse(w)
	if err != nil {
		return geom.Size{}, err
	}
	height, err := geom.Parse(h)
	if err != nil {
		return geom.Size{}, err
	}
	if landscape {
		width, height = height, width
	}
	if min(width, height) < minPage || max(width, height) > maxPage {
		return geom.Size{}, fmt.Errorf("a page of %v x %v is not between 72 and 14400 points", width, height)
	}
	return geom.Size{W: width, H: height}, nil
}
