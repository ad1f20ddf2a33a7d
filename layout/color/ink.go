// Package color holds the colours of a brand in the two forms that a page needs
// them, screen and press, the arithmetic of contrast, and ICC profiles.
package color

import (
	"fmt"
	"math"
	"strconv"
	"sync"
)

// RGB is an sRGB colour.
type RGB struct{ R, G, B uint8 }

// CMYK is a press colour in percent of each ink, 0 to 100.
type CMYK struct{ C, M, Y, K float64 }

// Ink is a flat colour as a brand declares it: what a screen shows and what the
// press prints. Where Spot is set, the press prints that ink at full strength
// and CMYK is its alternate.
type Ink struct {
	Name string
	RGB  RGB
	CMYK CMYK
	Spot string
}

// ParseRGB reads "#0B6457".
func ParseRGB(s string) (RGB, error) {
	if len(s) == 7 && s[0] == '#' {
		if v, err := strconv.ParseUint(s[1:], 16, 24); err == nil {
			return RGB{uint8(v >> 16), uint8(v >> 8), uint8(v)}, nil
		}
	}
	return RGB{}, fmt.Errorf("%q is not a colour like #0B6457", s)
}

// String returns the colour as #0B6457.
func (c RGB) String() string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// Luminance returns the relative luminance of WCAG 2.2, 0 for black to 1 for
// white.
func (c RGB) Luminance() float64 {
	lin := linear()
	return 0.2126*lin[c.R] + 0.7152*lin[c.G] + 0.0722*lin[c.B]
}

// linear are the amounts of light of the values of sRGB.
var linear = sync.OnceValue(func() *[256]float64 {
	var out [256]float64
	for v := range out {
		f := float64(v) / 255
		if f <= 0.04045 {
			out[v] = f / 12.92
		} else {
			out[v] = math.Pow((f+0.055)/1.055, 2.4)
		}
	}
	return &out
})

// Contrast returns the WCAG 2.2 contrast ratio of two colours, 1 to 21.
func Contrast(a, b RGB) float64 {
	la, lb := a.Luminance(), b.Luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// Total returns the total area coverage in percent, 0 to 400.
func (c CMYK) Total() float64 { return c.C + c.M + c.Y + c.K }

// BlackOnly reports whether only the black plate prints.
func (c CMYK) BlackOnly() bool { return c.C == 0 && c.M == 0 && c.Y == 0 }
