package photo

import (
	"bytes"
	"fmt"
	"image"
	"testing"
)

// inkFiles are CMYK pictures in all the ways that they are written.
func inkFiles(t testing.TB) map[string][]byte {
	adobe := readFile(t, "testdata/cmyk.jpg")
	ycck := newJPEG(rasterOf(scene(90, 70), 4), false).encode(85)
	return map[string][]byte{
		"CMYK, Adobe":     adobe,
		"CMYK, no marker": withoutSegment(t, adobe, markAPP14),
		"YCCK":            ycck,
		"YCCK, halved":    halvedInks(90, 70),
	}
}

// halvedInks writes YCCK with chroma of half the size, which [newJPEG] does for
// three channels alone.
func halvedInks(w, h int) []byte {
	three := newJPEG(rasterOf(scene(w, h), 3), true)
	four := newJPEG(rasterOf(scene(w, h), 4), false)
	p := &jpegPicture{w: w, h: h, comps: three.comps}
	black := four.comps[3]
	luma := p.comps[0]
	k := component{across: luma.across, down: luma.down, h: 2, v: 2, dct: make([]int16, len(luma.dct))}
	// The blocks of black in the order of its own scan; those beyond the edge stay
	// empty.
	for y := range min(black.down, k.down) {
		for x := range min(black.across, k.across) {
			copy(k.dct[64*(y*k.across+x):][:64], black.dct[64*(y*black.across+x):][:64])
		}
	}
	p.comps = append(p.comps, k)
	return p.encode(90)
}

// At full size the inks are those of the standard library to a level, and their
// direction is the same; smaller pictures are what a good filter makes of them.
func TestScaledInks(t *testing.T) {
	for name, data := range inkFiles(t) {
		h, err := parse(data, name, Limits{})
		if err != nil {
			t.Fatal(name, err)
		}
		want, err := decodeJPEG(data, h)
		if err != nil {
			t.Fatal(name, err)
		}
		for _, scale := range []int{1, 2, 4, 8} {
			images, err := decodeScaled(data, h.w, h.h, wholes(8/scale)...)
			if err != nil {
				t.Errorf("%s at 1/%d: %v", name, scale, err)
				continue
			}
			got := images[0]
			size := image.Rect(0, 0, (h.w+scale-1)/scale, (h.h+scale-1)/scale)
			if _, ok := got.(*image.CMYK); !ok || got.Bounds() != size {
				t.Errorf("%s at 1/%d: %T of %v", name, scale, got, got.Bounds())
				continue
			}
			least := map[int]float64{1: 38, 2: 26, 4: 23, 8: 20}[scale]
			if d := psnr(shrink(want, want.Bounds(), scale, false), shrink(got, size, 1, false)); d < least {
				t.Errorf("%s at 1/%d: %.1f dB", name, scale, d)
			}
		}
	}
}

// A picture whose black is coarser than its luma is left to the standard library.
func TestScaledInksRefuse(t *testing.T) {
	data := bytes.Clone(halvedInks(32, 32))
	sof := bytes.Index(data, []byte{0xff, markSOF0})
	data[sof+4+6+9+1] = 0x11 // the sampling of the fourth component
	if _, err := decodeScaled(data, 32, 32, wholes(2)...); err == nil {
		t.Error("no error")
	}
}

// A picture of inks for a small frame is not decoded at full size.
func TestInksAreReduced(t *testing.T) {
	h, err := parse(newJPEG(rasterOf(scene(800, 600), 4), false).encode(80), "x", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	all := [4]float64{0, 0, 1, 1}
	if got := h.side(all, 100, 75); got != 2 {
		t.Errorf("%d eighths", got)
	}
	if full, small := h.cost(8), h.cost(2); small >= full/8 {
		t.Errorf("%d bytes at a quarter of the size, %d at full", small, full)
	}
}

func BenchmarkDecodeInks(b *testing.B) {
	data := newJPEG(rasterOf(scene(2000, 1500), 4), false).encode(85)
	for _, side := range []int{8, 2} {
		b.Run(fmt.Sprint(side, " eighths"), func(b *testing.B) {
			for b.Loop() {
				if _, err := decodeScaled(data, 2000, 1500, wholes(side)...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
