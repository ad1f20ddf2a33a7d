package color

import (
	"math"
	"testing"
)

// Pairs of Sharma, Wu and Dalal (2005), table 1.
func TestDeltaE2000(t *testing.T) {
	for _, c := range []struct {
		p, q Lab
		want float64
	}{
		{Lab{50, 2.6772, -79.7751}, Lab{50, 0, -82.7485}, 2.0425},
		{Lab{50, 3.1571, -77.2803}, Lab{50, 0, -82.7485}, 2.8615},
		{Lab{50, 2.8361, -74.0200}, Lab{50, 0, -82.7485}, 3.4412},
		{Lab{50, -1.3802, -84.2814}, Lab{50, 0, -82.7485}, 1},
		{Lab{50, 0, 0}, Lab{50, -1, 2}, 2.3669},
		{Lab{50, 2.4900, -0.0010}, Lab{50, -2.4900, 0.0009}, 7.1792},
		{Lab{50, 2.4900, -0.0010}, Lab{50, -2.4900, 0.0011}, 7.2195},
		{Lab{50, -0.0010, 2.4900}, Lab{50, 0.0009, -2.4900}, 4.8045},
		{Lab{50, 2.5, 0}, Lab{50, 0, -2.5}, 4.3065},
		{Lab{50, 2.5, 0}, Lab{73, 25, -18}, 27.1492},
		{Lab{50, 2.5, 0}, Lab{61, -5, 29}, 22.8977},
		{Lab{50, 2.5, 0}, Lab{56, -27, -3}, 31.9030},
		{Lab{50, 2.5, 0}, Lab{58, 24, 15}, 19.4535},
		{Lab{60.2574, -34.0099, 36.2677}, Lab{60.4626, -34.1751, 39.4387}, 1.2644},
		{Lab{2.0776, 0.0795, -1.1350}, Lab{0.9033, -0.0636, -0.5514}, 0.9082},
	} {
		for _, got := range []float64{DeltaE2000(c.p, c.q), DeltaE2000(c.q, c.p)} {
			if math.Abs(got-c.want) > 5e-5 {
				t.Errorf("%v to %v is %.4f, want %.4f", c.p, c.q, got, c.want)
			}
		}
	}
}

func TestLabRoundTrip(t *testing.T) {
	for _, c := range []Lab{{0, 0, 0}, {100, 0, 0}, {3, 1, -2}, {52, -40, 63}, {8, 0.1, 0}} {
		got := c.XYZ().Lab()
		if DeltaE2000(c, got) > 1e-9 {
			t.Errorf("%v comes back as %v", c, got)
		}
	}
	if white := (RGB{255, 255, 255}).Lab(); math.Abs(white.L-100) > 0.01 || math.Hypot(white.A, white.B) > 0.001 {
		t.Errorf("white is %v", white)
	}
	if grey := (RGB{119, 119, 119}).Lab(); math.Abs(grey.L-50.03) > 0.02 {
		t.Errorf("sRGB 119 has L* %v, want 50.03", grey.L)
	}
}
