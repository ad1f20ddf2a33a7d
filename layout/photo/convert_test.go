package photo

import (
	"bytes"
	"sync"
	"testing"

	"masthead/layout/color"
	"masthead/layout/geom"
)

// A transform is made once, however many ask for it at the same time.
func TestConverters(t *testing.T) {
	var cs converters
	iso := coated(t)
	first, err := cs.get(color.SRGB(), iso, 300)
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if again, err := cs.get(color.SRGB(), iso, 300); err != nil || again != first {
				t.Error("made again", err)
			}
		})
	}
	wait.Wait()
	if other, err := cs.get(color.SRGB(), iso, 280); err != nil || other == first {
		t.Error("another ink limit is the same transform", err)
	}
	if _, err := cs.get(color.SGray(), color.SRGB(), 0); err != nil || len(cs.made) != 3 {
		t.Errorf("%d transforms, %v", len(cs.made), err)
	}
}

// Grey stays grey unless something coloured is laid over it or under it.
func TestStaysGray(t *testing.T) {
	screen, press := targets(t)[0], targets(t)[1]
	plain, holed := newRaster(2, 2, 1), newRaster(2, 2, 1)
	holed.alpha = make([]byte, 4)
	blue := []Scrim{{RGB: color.RGB{B: 9}, Stops: []Stop{{0, 1}}}}
	night := []Scrim{{CMYK: color.CMYK{K: 100}, Stops: []Stop{{0, 1}}}}
	rich := []Scrim{{CMYK: color.CMYK{C: 60, K: 100}, Stops: []Stop{{0, 1}}}}
	tinted := screen
	tinted.Paper = color.RGB{R: 250, G: 245, B: 230}
	printed := press
	printed.PaperCMYK = color.CMYK{C: 5, Y: 9}
	for _, c := range []struct {
		what   string
		r      *raster
		scrims []Scrim
		target Target
		want   bool
	}{
		{"plain on a screen", plain, nil, screen, true},
		{"plain on a press", plain, nil, press, true},
		{"under a blue scrim", plain, blue, screen, false},
		{"under a black scrim", plain, night, screen, true},
		{"under a black scrim on a press", plain, night, press, true},
		{"under rich black on a press", plain, rich, press, false},
		{"with holes on white", holed, nil, screen, true},
		{"with holes on a tint", holed, nil, tinted, false},
		{"without holes on a tint", plain, nil, tinted, true},
		{"with holes on printed paper", holed, nil, printed, false},
	} {
		if got := staysGray(c.r, Spec{Scrims: c.scrims}, c.target); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

// Flat colours are the declared inks where there are any, else the profile's;
// white is always the bare paper.
func TestInks(t *testing.T) {
	press := targets(t)[1]
	var cs converters
	for _, c := range []struct {
		what string
		rgb  color.RGB
		cmyk color.CMYK
		n    int
		want []byte
	}{
		{"declared", color.RGB{R: 200}, color.CMYK{M: 90, Y: 96, K: 28}, 4, []byte{0, 230, 245, 71}},
		{"white", white, color.CMYK{}, 4, []byte{0, 0, 0, 0}},
		{"black ink in a grey picture", color.RGB{}, color.CMYK{K: 80}, 1, []byte{51}},
		{"light in three channels", color.RGB{R: 1, G: 2, B: 3}, color.CMYK{K: 100}, 3, []byte{1, 2, 3}},
	} {
		got, err := inks(c.rgb, c.cmyk, c.n, press, &cs)
		if err != nil || !bytes.Equal(got[:c.n], c.want) {
			t.Errorf("%s: %v, %v; want %v", c.what, got[:c.n], err, c.want)
		}
	}
	red, err := inks(color.RGB{R: 220, G: 30, B: 30}, color.CMYK{}, 4, press, &cs)
	if err != nil || red[1] < 200 || red[2] < 180 || red[0] > 60 {
		t.Errorf("red is %v, %v", red, err)
	}
	grey, err := inks(color.RGB{R: 128, G: 128, B: 128}, color.CMYK{}, 1, press, &cs)
	if err != nil || grey[0] < 90 || grey[0] > 190 {
		t.Errorf("grey is %v, %v", grey[0], err)
	}
}

// Without any profile inks become light in the plainest way.
func TestNaive(t *testing.T) {
	r := newRaster(4, 1, 4)
	copy(r.pix, []byte{0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255, 0, 255, 255, 128})
	want := []byte{255, 255, 255, 0, 255, 255, 0, 0, 0, 127, 0, 0}
	if got := naive(r); !bytes.Equal(got.pix, want) || got.n != 3 {
		t.Errorf("%v, want %v", got.pix, want)
	}
	screen := targets(t)[0]
	out, err := finish(r, &header{Info: Info{Channels: 4}}, Spec{}, screen, &converters{})
	if err != nil || !bytes.Equal(out.pix, want) {
		t.Errorf("%v, %v", out.pix, err)
	}
}

// Whatever goes in, the inks that come out keep the limit, scrims and holes
// included.
func TestLimitHoldsEverywhere(t *testing.T) {
	press := targets(t)[1]
	press.InkLimit = 240
	dark := []Scrim{{RGB: color.RGB{}, CMYK: color.CMYK{C: 60, M: 50, Y: 50, K: 100}, Stops: []Stop{{0, 0.9}, {72 * geom.Point, 0.2}}}}
	for _, n := range []int{3, 4} {
		for _, scrims := range [][]Scrim{nil, dark} {
			for _, holes := range []bool{false, true} {
				r := rasterOf(scene(60, 40), n)
				if holes && n == 3 {
					r.alpha = bytes.Repeat([]byte{0, 90, 255}, 800)
				}
				s := Spec{Scrims: scrims, Size: geom.Size{W: 72 * geom.Point, H: 48 * geom.Point}}
				out, err := finish(r, &header{Info: Info{Channels: n}}, s, press, &converters{})
				if err != nil {
					t.Fatal(err)
				}
				for i := 0; i < len(out.pix); i += 4 {
					if sum := int(out.pix[i]) + int(out.pix[i+1]) + int(out.pix[i+2]) + int(out.pix[i+3]); sum > 240*255/100+1 {
						t.Fatalf("%d channels, scrims %v, holes %v: %d%% of ink", n, scrims != nil, holes, sum*100/255)
					}
				}
			}
		}
	}
}

func TestPercent(t *testing.T) {
	for v, want := range map[float64]byte{-5: 0, 0: 0, 50: 128, 99.9: 255, 100: 255, 300: 255, 0.3: 1} {
		if got := percent(v); got != want {
			t.Errorf("%v%% is %d, want %d", v, got, want)
		}
	}
}
