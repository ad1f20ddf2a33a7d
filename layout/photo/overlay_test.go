package photo

import (
	"math"
	"sync"
	"testing"

	"masthead/layout/color"
	"masthead/layout/geom"
)

func TestAlphaAt(t *testing.T) {
	pt := func(v float64) geom.Length { return geom.Pt(v) }
	// The cover's scrim of the default brand.
	s := Scrim{Stops: []Stop{{pt(0), 1}, {pt(77.5), 0.72}, {pt(155), 0.6}, {pt(221.5), 0}}}
	for _, c := range []struct {
		y    geom.Length
		want float64
	}{{-1, 0}, {0, 1}, {pt(77.5), 0.72}, {pt(116.25), 0.66}, {pt(155), 0.6}, {pt(188.25), 0.3}, {pt(221.5), 0}, {pt(300), 0}} {
		if got := s.alphaAt(c.y); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("at %v: %v, want %v", c.y, got, c.want)
		}
	}
	if (Scrim{}).alphaAt(0) != 0 {
		t.Error("a scrim without stops covers")
	}
	step := Scrim{Stops: []Stop{{0, 0.2}, {pt(10), 0.2}, {pt(10), 0.9}, {pt(20), 0.9}}}
	if a, b := step.alphaAt(pt(9)), step.alphaAt(pt(11)); a != 0.2 || b != 0.9 {
		t.Errorf("a step is %v and %v", a, b)
	}
}

func TestBlend(t *testing.T) {
	if blend(10, 200, 0, 255) != 10 || blend(10, 200, 255, 255) != 200 || blend(0, 255, 128, 255) != 128 {
		t.Error("blend")
	}
	if blend(10, 200, 65535, 65535) != 200 || blend(0, 100, 32768, 65535) != 50 {
		t.Error("blend of 16 bits")
	}
}

// White over the cover's scrim is legible at 4.5 to 1 on the whitest picture, as
// the design promises, in what Tones says.
func TestScrimPromise(t *testing.T) {
	tones := &Tones{size: geom.Size{W: geom.Pt(10), H: geom.Pt(100)}, pic: newRaster(10, 100, 3)}
	for i := range tones.lum {
		tones.lum[i] = color.RGB{R: uint8(i), G: uint8(i), B: uint8(i)}.Luminance()
	}
	for i := range tones.pic.pix {
		tones.pic.pix[i] = 255
	}
	night := Scrim{RGB: color.RGB{R: 7, G: 12, B: 22}, Stops: []Stop{{0, 1}, {geom.Pt(100), 0.6}}}
	o := overlay{spec: Spec{Size: tones.size, Scrims: []Scrim{night}}, target: Target{Space: "srgb"}, colours: &converters{}}
	if err := o.lay(tones.pic); err != nil {
		t.Fatal(err)
	}
	_, lightest := tones.Range(geom.Rect{W: geom.Pt(10), H: geom.Pt(100)})
	if contrast := 1.05 / (lightest + 0.05); contrast < 5.1 || contrast > 5.4 {
		t.Errorf("white has %.2f : 1", contrast)
	}
	_, top := tones.Range(geom.Rect{W: geom.Pt(10), H: geom.Pt(10)})
	if top > 0.02 {
		t.Errorf("the top has luminance %.3f", top)
	}
}

// In CMYK, half-transparent colours mix as light does: their hue is that of the
// mixture on the screen.
func TestMixturesKeepTheirHue(t *testing.T) {
	iso := coated(t)
	target := Target{Space: "cmyk", Output: iso, Paper: white}
	r := newRaster(5, 1, 3)
	r.alpha = []byte{0, 64, 128, 192, 255}
	for i := range 5 {
		copy(r.pix[3*i:], []byte{0, 70, 160})
	}
	screen := &raster{w: 5, h: 1, n: 3, pix: append([]byte(nil), r.pix...), alpha: r.alpha}
	screen.flatten([4]byte{255, 255, 255})
	press, err := overlay{target: target, colours: &converters{}}.throughLight(r, color.SRGB())
	if err != nil {
		t.Fatal(err)
	}
	for i := range 5 {
		px := press.pix[4*i : 4*i+4]
		got := iso.LabOf(float64(px[0])/255, float64(px[1])/255, float64(px[2])/255, float64(px[3])/255)
		want := color.RGB{R: screen.pix[3*i], G: screen.pix[3*i+1], B: screen.pix[3*i+2]}.Lab()
		if d := color.DeltaE2000(got, want); d > 6 { // the blue itself is out of the press's reach
			t.Errorf("alpha %d: %v, want %v, %.1f apart", r.alpha, got, want, d)
		}
	}
}

// The gate never lets in more than its limit, but lets in alone what is larger.
func TestGate(t *testing.T) {
	g := newGate(100)
	var mu sync.Mutex
	var wait sync.WaitGroup
	in, crowd := int64(0), 0
	for i := range 60 {
		cost := int64(10 + i%7*20) // up to 130
		wait.Add(1)
		go func() {
			defer wait.Done()
			g.enter(cost)
			mu.Lock()
			in += cost
			crowd++
			if in > 100 && crowd > 1 {
				t.Errorf("%d are in, together %d", crowd, in)
			}
			mu.Unlock()
			mu.Lock()
			in -= cost
			crowd--
			mu.Unlock()
			g.leave(cost)
		}()
	}
	wait.Wait()
	if g.in != 0 {
		t.Errorf("%d are left in", g.in)
	}
}
