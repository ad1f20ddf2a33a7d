package color

import (
	"math"
	"testing"
)

// Each encoding of the connection space comes back as it went, and stays between
// 0 and 1 for colours that it cannot hold.
func TestEncodingsRoundTrip(t *testing.T) {
	for _, e := range []pcsEncoding{encodedXYZ, encodedLab, encodedLab16} {
		for _, c := range []Lab{{0, 0, 0}, {100, 0, 0}, {50, 20, -30}, {97, -3, 8}, {12, -20, 10}} {
			var v vec
			e.encode(c.XYZ(), &v)
			if got := e.decode(&v).Lab(); DeltaE2000(c, got) > 1e-6 {
				t.Errorf("encoding %d: %v comes back as %v", e, c, got)
			}
		}
		var v vec
		e.encode(Lab{150, 200, -300}.XYZ(), &v)
		for i, x := range v[:3] {
			if x < 0 || x > 1 {
				t.Errorf("encoding %d: channel %d is %v", e, i, x)
			}
		}
	}
}

// What a press prints of a screen's colour looks like it, where the press can.
func TestThereAndBack(t *testing.T) {
	press := load(t, coated)
	for _, c := range []RGB{{255, 255, 255}, {11, 100, 87}, {178, 50, 30}, {127, 95, 50}, {86, 96, 114}, {200, 200, 200}, {240, 220, 180}} {
		cmyk, err := press.FromRGB(c, Relative)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range []float64{cmyk.C, cmyk.M, cmyk.Y, cmyk.K} {
			if v < 0 || v > 100 {
				t.Errorf("%v becomes %v", c, cmyk)
			}
		}
		if d := DeltaE2000(c.Lab(), press.ToRGB(cmyk).Lab()); d > 3 {
			t.Errorf("%v prints as %v, which shows as %v: %.1f apart", c, cmyk, press.ToRGB(cmyk), d)
		}
	}
	if got := press.ToRGB(CMYK{}); got != (RGB{255, 255, 255}) {
		t.Errorf("bare paper shows as %v", got)
	}
	if d := DeltaE2000(press.LabOfCMYK(CMYK{K: 100}), press.LabOf(0, 0, 0, 1)); d != 0 {
		t.Errorf("percent and fractions differ by %v", d)
	}
	if _, err := SGray().FromRGB(RGB{1, 2, 3}, Relative); err != nil {
		t.Errorf("to grey: %v", err)
	}
}

// Darker light never prints lighter: along the neutral axis the lightness of the
// print falls all the way.
func TestNeutralsAreMonotone(t *testing.T) {
	press := load(t, coated)
	tr, err := NewTransform(SRGB(), press, Photo)
	if err != nil {
		t.Fatal(err)
	}
	last := math.Inf(1)
	for v := 255; v >= 0; v-- {
		var px [4]byte
		tr.Row(px[:], []byte{byte(v), byte(v), byte(v)})
		l := press.LabOf(float64(px[0])/255, float64(px[1])/255, float64(px[2])/255, float64(px[3])/255)
		if l.L > last+0.6 { // bytes round
			t.Errorf("grey %d prints at L* %.2f after %.2f", v, l.L, last)
		}
		if c := math.Hypot(l.A, l.B); c > 4 {
			t.Errorf("grey %d prints with a chroma of %.1f", v, c)
		}
		last = min(last, l.L)
	}
}

// A black ramp has no ink for white, all of it for black, and never goes back.
func TestBlackRampIsMonotone(t *testing.T) {
	press := load(t, coated)
	for name, source := range map[string]*Profile{"sRGB's grey": SGray()} {
		ramp := press.BlackRamp(source)
		if ramp[255] != 255 || ramp[0] != 0 {
			t.Errorf("%s: white is %d, black is %d", name, ramp[255], ramp[0])
		}
		for v := 1; v < 256; v++ {
			if ramp[v] < ramp[v-1] {
				t.Errorf("%s: falls at %d", name, v)
			}
		}
	}
}

// LimitInk touches nothing that is within the limit, keeps the black, and is done
// after one go.
func TestLimitInk(t *testing.T) {
	for _, limit := range []float64{100, 240, 300, 400} {
		for _, px := range [][4]byte{{0, 0, 0, 0}, {255, 255, 255, 255}, {255, 255, 255, 0}, {10, 20, 30, 255}, {200, 180, 190, 120}} {
			row := []byte{px[0], px[1], px[2], px[3]}
			LimitInk(row, limit)
			sum, most := 0, int(limit*2.55+0.001)
			before := 0
			for i := range row {
				sum, before = sum+int(row[i]), before+int(px[i])
				if row[i] > px[i] {
					t.Errorf("%v at %v%% gets %v", px, limit, row)
				}
			}
			if sum > most || before <= most && [4]byte(row) != px || row[3] != px[3] && limit >= 100 {
				t.Errorf("%v at %v%% becomes %v", px, limit, row)
			}
			again := append([]byte(nil), row...)
			if LimitInk(again, limit); string(again) != string(row) {
				t.Errorf("%v at %v%%: %v, then %v", px, limit, row, again)
			}
		}
	}
}

// An affine stage is what its matrix says.
func TestAffine(t *testing.T) {
	v := vec{1, 2, 3}
	affine{m: []float64{1, 0, 0, 0, 2, 0, 1, 1, 1}, off: []float64{0.5, 0, -6}}.eval(&v)
	if v != (vec{1.5, 4, 0}) {
		t.Errorf("%v", v)
	}
	v = vec{1, 2, 3}
	affine{m: []float64{0, 0, 1, 0, 1, 0, 1, 0, 0}}.eval(&v)
	if v != (vec{3, 2, 1}) {
		t.Errorf("%v", v)
	}
}

// Paper and ink are seen relative to the paper: bare paper is white, and every
// ink takes light away.
func TestLabOf(t *testing.T) {
	press := load(t, coated)
	if paper := press.LabOf(0, 0, 0, 0); math.Abs(paper.L-100) > 0.5 || math.Hypot(paper.A, paper.B) > 1 {
		t.Errorf("paper is %v", paper)
	}
	for i := range 4 {
		var inks [4]float64
		last := 101.0
		for step := range 11 {
			inks[i] = float64(step) / 10
			l := press.LabOf(inks[:]...).L
			if l > last+1e-9 {
				t.Errorf("ink %d: L* %.2f after %.2f at %d%%", i, l, last, 10*step)
			}
			last = l
		}
	}
}
