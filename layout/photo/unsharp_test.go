package photo

import (
	"fmt"
	"testing"

	"github.com/disintegration/imaging"
)

// The mask is that of imaging, to a level, but for the edges, where imaging takes
// the mean of what there is.
func TestUnsharp(t *testing.T) {
	m := resizeRGB(imaging.Clone(scene(900, 700)), 97, 61)
	for _, sigma := range []float64{0.3, 0.5, 0.8, 1.5, 3} {
		for _, gray := range []bool{false, true} {
			got, want := rasterOfNRGBA(m, gray).sharpen(sigma), imaging.Sharpen(m, sigma)
			edge := int(3*sigma + 1)
			for y := edge; y < 61-edge; y++ {
				for x := edge; x < 97-edge; x++ {
					for c := range got.n {
						a, b := int(got.pix[(y*97+x)*got.n+c]), int(want.Pix[y*want.Stride+4*x+c])
						if a-b > 1 || b-a > 1 {
							t.Fatalf("sigma %v: %d at %d, %d; imaging has %d", sigma, a, x, y, b)
						}
					}
				}
			}
		}
	}
}

// A flat colour stays as it is, whatever the size and the sigma; an edge gets
// steeper.
func TestUnsharpInvariants(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {2, 1}, {1, 9}, {3, 3}, {40, 2}} {
		for _, sigma := range []float64{0.3, 1, 5} {
			m := newRaster(size[0], size[1], 4)
			for i := range m.pix {
				m.pix[i] = []byte{0, 128, 254, 255}[i%4]
			}
			if was := string(m.pix); string(m.sharpen(sigma).pix) != was {
				t.Errorf("%v, sigma %v: a flat colour changes", size, sigma)
			}
		}
	}
	m := newRaster(8, 1, 3)
	for i := range m.pix {
		m.pix[i] = 100 + 50*byte(i/12)
	}
	m.sharpen(0.5)
	if a, b := m.pix[3*3], m.pix[3*4]; a >= 100 || b <= 150 {
		t.Errorf("an edge from 100 to 150 goes from %d to %d", a, b)
	}
}

func TestGaussian(t *testing.T) {
	for _, sigma := range []float64{0.01, 0.3, 0.5, 1, 10, 100} {
		w := gaussian(sigma)
		sum := int(w[0])
		for k := 1; k < len(w); k++ {
			if w[k] > w[k-1] {
				t.Errorf("sigma %v: %v rises", sigma, w)
			}
			sum += 2 * int(w[k])
		}
		if sum != 1<<unsharpBits {
			t.Errorf("sigma %v: the weights make %d", sigma, sum)
		}
	}
}

func BenchmarkSharpen(b *testing.B) {
	m := imaging.Clone(scene(1500, 1000))
	r := rasterOfNRGBA(m, false)
	for _, sigma := range []float64{0.3, 0.5} {
		b.Run(fmt.Sprintf("ours/%v", sigma), func(b *testing.B) {
			for b.Loop() {
				r.sharpen(sigma)
			}
		})
		b.Run(fmt.Sprintf("imaging/%v", sigma), func(b *testing.B) {
			for b.Loop() {
				imaging.Sharpen(m, sigma)
			}
		})
	}
}
