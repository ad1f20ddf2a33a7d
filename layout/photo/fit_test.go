package photo

import (
	"image/color"
	"math"
	"math/rand"
	"testing"

	"masthead/layout/geom"
)

func TestFit(t *testing.T) {
	wide := Info{Width: 3000, Height: 2000}
	sq := geom.Pt(100)
	for _, c := range []struct {
		name string
		w, h geom.Length
		f    Focus
		want [4]float64
		ok   bool
	}{
		{"same shape", 3 * sq, 2 * sq, Focus{}, [4]float64{0, 0, 1, 1}, true},
		{"square, centred", sq, sq, Focus{}, [4]float64{0.166667, 0, 0.833334, 1}, true},
		{"square, left", sq, sq, Focus{Point: [2]float64{0.1, 0.5}, HasPoint: true}, [4]float64{0, 0, 0.666667, 1}, true},
		{"square, right", sq, sq, Focus{Point: [2]float64{0.6, 0.5}, HasPoint: true}, [4]float64{0.266667, 0, 0.933334, 1}, true},
		{"strip", 3 * sq, sq, Focus{Point: [2]float64{0.5, 0.3}, HasPoint: true}, [4]float64{0, 0.05, 1, 0.55}, true},
		{"kept", sq, sq, Focus{Keep: [4]float64{0.4, 0, 1, 1}, HasKeep: true}, [4]float64{0.333333, 0, 1, 1}, true},
		{"kept before focus", sq, sq, Focus{Keep: [4]float64{0.5, 0, 1, 1}, HasKeep: true, Point: [2]float64{0, 0}, HasPoint: true}, [4]float64{0.333333, 0, 1, 1}, true},
		{"too wide to keep", sq, sq, Focus{Keep: [4]float64{0.1, 0, 0.9, 1}, HasKeep: true}, [4]float64{0.166667, 0, 0.833334, 1}, false},
	} {
		got, ok := Fit(wide, c.w, c.h, c.f)
		if got != c.want || ok != c.ok {
			t.Errorf("%s: %v %v, want %v %v", c.name, got, ok, c.want, c.ok)
		}
	}
	if crop, ok := Fit(Info{}, sq, sq, Focus{}); ok || crop != [4]float64{0, 0, 1, 1} {
		t.Errorf("no picture: %v %v", crop, ok)
	}
}

// Whatever picture, frame and focus: the crop lies in the picture, has the
// frame's shape, touches two edges, holds the point and keeps what it says.
func TestFitInvariants(t *testing.T) {
	rng := rand.New(rand.NewSource(7))
	for range 20000 {
		info := Info{Width: 1 + rng.Intn(9000), Height: 1 + rng.Intn(9000)}
		w, h := geom.Length(1+rng.Intn(1000))*geom.Point, geom.Length(1+rng.Intn(1000))*geom.Point
		f := Focus{HasPoint: rng.Intn(2) == 0, HasKeep: rng.Intn(2) == 0}
		f.Point = [2]float64{rng.Float64(), rng.Float64()}
		x, y := rng.Float64(), rng.Float64()
		f.Keep = [4]float64{x, y, x + (1-x)*rng.Float64(), y + (1-y)*rng.Float64()}
		if rng.Intn(2) == 0 {
			f.Subject = anySubject(rng)
		}
		c, ok := Fit(info, w, h, f)
		if c[0] < 0 || c[1] < 0 || c[2] > 1 || c[3] > 1 || c[0] >= c[2] || c[1] >= c[3] {
			t.Fatalf("%v of %v", c, info)
		}
		cw, ch := (c[2]-c[0])*float64(info.Width), (c[3]-c[1])*float64(info.Height)
		slack := 1.5e-6 * float64(max(info.Width, info.Height))
		if d := cw*float64(h) - ch*float64(w); math.Abs(d) > slack*float64(max(w, h)) {
			t.Fatalf("crop %v of %d x %d is not of the shape %v x %v", c, info.Width, info.Height, w, h)
		}
		if (c[0] != 0 || c[2] != 1) && (c[1] != 0 || c[3] != 1) {
			t.Fatalf("%v could be larger", c)
		}
		const e = 1e-6
		if f.HasPoint && !f.HasKeep && (f.Point[0] < c[0]-e || f.Point[0] > c[2]+e || f.Point[1] < c[1]-e || f.Point[1] > c[3]+e) {
			t.Fatalf("%v loses %v", c, f.Point)
		}
		kept := f.Keep[0] >= c[0]-2*e && f.Keep[2] <= c[2]+2*e && f.Keep[1] >= c[1]-2*e && f.Keep[3] <= c[3]+2*e
		if f.HasKeep && ok != kept {
			t.Fatalf("ok %v: crop %v, keep %v", ok, c, f.Keep)
		}
		for axis := range 2 {
			room := (c[axis+2]-c[axis])/off - 2*e
			p := f.Point[axis]
			if f.HasPoint && !f.HasKeep && (p-c[axis] < room && c[axis] > 0 || c[axis+2]-p < room && c[axis+2] < 1) {
				t.Fatalf("%v has %v at its edge", c, f.Point)
			}
		}
		if !f.HasKeep && !ok {
			t.Fatal("nothing to keep, yet not ok")
		}
	}
}

// anySubject has detail and faces anywhere.
func anySubject(rng *rand.Rand) *Subject {
	s := &Subject{Point: [2]float64{rng.Float64(), rng.Float64()}}
	sums := make([]int64, 1+rng.Intn(300))
	for _, p := range []*Profile{&s.Columns, &s.Rows} {
		for i := range sums {
			sums[i] = int64(rng.Intn(1 << rng.Intn(20)))
		}
		*p = profile(sums)
	}
	for range rng.Intn(3) {
		x, y := 0.9*rng.Float64(), 0.9*rng.Float64()
		s.Faces = append(s.Faces, [4]float64{x, y, x + 0.1, y + 0.1})
	}
	return s
}

// The focus stays, and what reaches beyond the middle's crop is shown whole where
// there is room: here a tower that stands on the lower part of a picture.
func TestCropShowsTheSubject(t *testing.T) {
	m := spotted(900, 600, -9, -9, color.NRGBA{120, 150, 190, 255}, color.NRGBA{})
	for y := 110; y < 360; y++ {
		for x := 420; x < 480; x++ {
			if y > 300 || x/6%2 != y/6%2 {
				m.SetNRGBA(x, y, color.NRGBA{60, 40, 30, 255})
			}
		}
	}
	s := subjectOf(t, pngOf(t, m))
	f := Focus{Point: [2]float64{0.5, 0.56}, HasPoint: true}
	info := Info{Width: 900, Height: 600}
	middle, _ := Fit(info, geom.Pt(300), geom.Pt(100), f)
	f.Subject = s
	crop, _ := Fit(info, geom.Pt(300), geom.Pt(100), f)
	if top := 110.0 / 600; middle[1] < top || crop[1] > top || crop[3] < f.Point[1] {
		t.Errorf("from %.3f to %.3f, centred from %.3f to %.3f; the tower begins at %.3f", crop[1], crop[3], middle[1], middle[3], top)
	}
	f = Focus{Subject: s}
	if crop, _ = Fit(info, geom.Pt(300), geom.Pt(100), f); crop[1] > 110.0/600 || crop[3] < 0.6 {
		t.Errorf("nothing declared: from %.3f to %.3f", crop[1], crop[3])
	}
}

func TestPPI(t *testing.T) {
	whole := [4]float64{0, 0, 1, 1}
	for _, c := range []struct {
		info Info
		crop [4]float64
		w, h geom.Length
		want int
	}{
		{Info{Width: 600, Height: 300}, whole, geom.Pt(144), geom.Pt(72), 300},
		{Info{Width: 600, Height: 300}, [4]float64{0.25, 0, 0.75, 1}, geom.Pt(144), geom.Pt(72), 150},
		{Info{Width: 599, Height: 300}, whole, geom.Pt(144), geom.Pt(72), 299},
		{Info{Width: 600, Height: 100}, whole, geom.Pt(144), geom.Pt(72), 100},
		{Info{Width: 600, Height: 300}, whole, 0, geom.Pt(72), 0},
		{Info{Width: 60000, Height: 60000}, whole, geom.Pt(2000), geom.Pt(2000), 2160},
	} {
		if got := PPI(c.info, c.crop, c.w, c.h); got != c.want {
			t.Errorf("%+v at %v x %v: %d ppi, want %d", c.info, c.w, c.h, got, c.want)
		}
	}
}
