// Package geom holds the exact lengths and rectangles that every stage of the
// engine measures with.
//
// A [Length] is an integer, 1/65,536 of a PDF point, so that sums do not depend
// on the order of their terms or on the processor, equal columns compare with
// ==, and goldens hold on every machine. Floats appear at two ends only: brand
// files come in through [Pt] and [Parse], and the painter writes out through
// [Length.Points].
//
// The origin is the top left corner of the trim box; y grows downwards.
package geom

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Length is a distance in 1/65,536 of a PDF point (1/72 inch).
type Length int64

// Point is one PDF point; the other units follow from it.
const Point Length = 65536

// Pt returns the length of pt PDF points, rounded to the nearest unit.
func Pt(pt float64) Length { return Length(math.Round(pt * float64(Point))) }

// MM returns the length of mm millimetres.
func MM(mm float64) Length { return Pt(mm * 72 / 25.4) }

// Points returns l in PDF points.
func (l Length) Points() float64 { return float64(l) / float64(Point) }

// Hundredths returns l in hundredths of a point, rounded half away from zero:
// the unit of goldens.
func (l Length) Hundredths() int64 {
	if l < 0 {
		return -(-l).Hundredths()
	}
	return int64((l*100 + Point/2) / Point)
}

// MulDiv returns l·num/den rounded half away from zero, without overflow for
// the sizes that occur on a page.
func (l Length) MulDiv(num, den int64) Length {
	if den < 0 {
		num, den = -num, -den
	}
	p := int64(l) * num
	if p < 0 {
		return -Length((-p + den/2) / den)
	}
	return Length((p + den/2) / den)
}

// Scale returns l·f rounded to the nearest unit. Use it only where f is a
// figure of the brand, never where it is the result of float arithmetic.
func (l Length) Scale(f float64) Length { return Length(math.Round(float64(l) * f)) }

// CeilDiv returns the number of whole units that cover l. The unit must be
// positive.
func (l Length) CeilDiv(unit Length) int {
	if l <= 0 {
		return -int(-l / unit)
	}
	return int((l + unit - 1) / unit)
}

// FloorDiv returns the number of whole units that fit in l.
func (l Length) FloorDiv(unit Length) int {
	if l < 0 {
		return -(-l).CeilDiv(unit)
	}
	return int(l / unit)
}

// String returns l in points with at most three decimals: "243.5pt".
func (l Length) String() string {
	return strconv.FormatFloat(math.Round(l.Points()*1000)/1000, 'f', -1, 64) + "pt"
}

var units = []struct {
	suffix string
	points float64
}{{"pt", 1}, {"mm", 72 / 25.4}, {"cm", 720 / 25.4}, {"in", 72}, {"pc", 12}}

// Parse reads a length with its unit (pt, mm, cm, in, pc), as in "12.5mm"; a
// bare number is in points.
func Parse(s string) (Length, error) {
	num, scale := strings.TrimSpace(s), 1.0
	for _, u := range units {
		if rest, ok := strings.CutSuffix(num, u.suffix); ok {
			num, scale = strings.TrimSpace(rest), u.points
			break
		}
	}
	v, err := strconv.ParseFloat(num, 64)
	if err != nil || math.IsNaN(v) || math.Abs(v*scale) > 1e6 {
		return 0, fmt.Errorf("%q is not a length", s)
	}
	return Pt(v * scale), nil
}
