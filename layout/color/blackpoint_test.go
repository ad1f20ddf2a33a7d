package color

import (
	"math"
	"sync"
	"testing"
)

// The press's black is where LittleCMS finds it, by both ways of asking.
func TestBlackPoints(t *testing.T) {
	iso := load(t, coated)
	if l := iso.sourceBlack(Relative).Lab().L; math.Abs(l-12.94) > 0.05 {
		t.Errorf("press, as source: L* %.2f", l)
	}
	if l := iso.targetBlack(Relative).Lab().L; math.Abs(l-12.94) > 0.05 {
		t.Errorf("press, as target: L* %.2f", l)
	}
	for _, p := range []*Profile{SRGB(), load(t, adobe), load(t, p3), SGray()} {
		if l := p.sourceBlack(Relative).Lab().L; math.Abs(l) > 1e-9 {
			t.Errorf("%s has its black at L* %v", p.Description, l)
		}
	}
}

// With compensation black becomes the press's black and white stays; without, the
// shadows below it are one.
func TestCompensation(t *testing.T) {
	iso := load(t, coated)
	tones := func(i Intent) (out [3]float64) {
		tr, err := NewTransform(SRGB(), iso, i)
		if err != nil {
			t.Fatal(err)
		}
		for k, v := range []float64{0, 0.12, 1} {
			cmyk := make([]float64, 4)
			tr.Eval(cmyk, []float64{v, v, v})
			out[k] = iso.LabOf(cmyk...).L
		}
		return out
	}
	with, without := tones(Photo), tones(Relative)
	if with[1]-with[0] < 3 {
		t.Errorf("with compensation the shadows lie at L* %.1f and %.1f", with[0], with[1])
	}
	if without[1]-without[0] > 2 {
		t.Errorf("without it they lie at %.1f and %.1f", without[0], without[1])
	}
	if math.Abs(with[2]-100) > 0.01 || math.Abs(without[2]-100) > 0.01 {
		t.Errorf("white lies at %.2f and %.2f", with[2], without[2])
	}
}

func TestParabolaRoot(t *testing.T) {
	var xs, ys []float64
	for x := 5.0; x < 40; x++ {
		xs, ys = append(xs, x), append(ys, 0.001*(x-8)*(x+40))
	}
	if r := parabolaRoot(xs, ys); math.Abs(r-8) > 1e-6 {
		t.Errorf("the root is %v, want 8", r)
	}
	for i, x := range xs {
		ys[i] = 0.02*x - 0.1
	}
	if r := parabolaRoot(xs, ys); math.Abs(r-5) > 1e-3 {
		t.Errorf("the root of a line is %v, want 5", r)
	}
	if r := parabolaRoot([]float64{1, 1, 1}, []float64{2, 2, 2}); r != 0 {
		t.Errorf("three times the same point has a root at %v", r)
	}
}

// The paper's tint belongs to the absolute intent alone.
func TestAbsolute(t *testing.T) {
	iso := load(t, coated)
	show := func(i Intent) RGB {
		tr, err := NewTransform(iso, SRGB(), i)
		if err != nil {
			t.Fatal(err)
		}
		out := make([]byte, 3)
		tr.Row(out, make([]byte, 4))
		return RGB{out[0], out[1], out[2]}
	}
	if got := show(Relative); got != (RGB{255, 255, 255}) {
		t.Errorf("relative paper is %v", got)
	}
	if got := show(Absolute); got.Luminance() > 0.9 || got.Luminance() < 0.75 {
		t.Errorf("absolute paper is %v", got)
	}
}

// A transform may be used, and made ready, by many at once.
func TestConcurrentRows(t *testing.T) {
	tr, err := NewTransform(SRGB(), load(t, coated), Photo)
	if err != nil {
		t.Fatal(err)
	}
	src := probes(3, 5000)
	want := make([]byte, 20000)
	var wait sync.WaitGroup
	got := make([][]byte, 6)
	for i := range got {
		got[i] = make([]byte, 20000)
		wait.Add(1)
		go func() {
			defer wait.Done()
			tr.Row(got[i], src)
		}()
	}
	wait.Wait()
	tr.Row(want, src)
	for i := range got {
		if string(got[i]) != string(want) {
			t.Errorf("row %d differs", i)
		}
	}
}

// What a profile has no tables for is refused.
func TestNoTables(t *testing.T) {
	iso := load(t, coated)
	input := *iso
	input.b2a = [3]*lut{}
	if _, err := NewTransform(SRGB(), &input, Photo); err == nil {
		t.Error("an input profile can be written to")
	}
	if _, err := NewTransform(&input, SRGB(), Photo); err != nil {
		t.Errorf("an input profile cannot be read: %v", err)
	}
	output := *iso
	output.a2b = [3]*lut{}
	if _, err := NewTransform(&output, SRGB(), Relative); err == nil {
		t.Error("a profile without A2B can be read")
	}
}
