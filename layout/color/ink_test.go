package color

import (
	"math"
	"testing"
)

func TestParseRGB(t *testing.T) {
	c, err := ParseRGB("#0B6457")
	if err != nil || c != (RGB{0x0b, 0x64, 0x57}) || c.String() != "#0B6457" {
		t.Errorf("%v, %v", c, err)
	}
	for _, s := range []string{"", "0B6457", "#0B645", "#0B64577", "#0B645G", "#+B6457", "teal"} {
		if c, err := ParseRGB(s); err == nil {
			t.Errorf("%q is %v", s, c)
		}
	}
}

// The contrast of well-known pairs, and of the default brand's colours as its
// design states them.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"#000000", "#FFFFFF", 21},
		{"#777777", "#FFFFFF", 4.48},
		{"#1B2230", "#FFFFFF", 15.9},
		{"#566072", "#FFFFFF", 6.3},
		{"#0B6457", "#E6F0ED", 6.1},
		{"#C9D2E0", "#10233F", 10.3},
	} {
		a, _ := ParseRGB(c.a)
		b, _ := ParseRGB(c.b)
		if got := Contrast(a, b); math.Abs(got-c.want) > 0.06 || got != Contrast(b, a) {
			t.Errorf("%s on %s: %.2f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestInkTotals(t *testing.T) {
	night := CMYK{83, 76, 50, 89}
	if night.Total() != 298 || night.BlackOnly() {
		t.Errorf("night: %v, black only %v", night.Total(), night.BlackOnly())
	}
	if k := (CMYK{K: 74}); k.Total() != 74 || !k.BlackOnly() {
		t.Errorf("grey: %v", k)
	}
}
