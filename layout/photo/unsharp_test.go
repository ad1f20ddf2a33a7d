package photo

import (
	"fmt"
	"image"
	"testing"

	"github.com/disintegration/imaging"
)

// The mask is that of imaging, to a level, but for the edges, where imaging takes
// the mean of what there is.
func TestUnsharp(t *testing.T) {
	m := resizeRGB(imaging.Clone(scene(900, 700)), 97, 61)
	for _, sigma := range []float64{0.3, 0.5, 0.8, 1.5, 3} {
		got, want := unsharp(m, sigma), imaging.Sharpen(m, sigma)
		edge := 4 * int(3*sigma+1)
		for y := range 61 {
			for i := range 4 * 97 {
				a, b := int(got.Pix[y*got.Stride+i]), int(want.Pix[y*want.Stride+i])
				if y*4 >= edge && y*4 < 4*61-edge && i >= edge && i < 4*97-edge && (a-b > 1 || b-a > 1) {
					t.Fatalf("sigma %v: %d at %d, %d; imaging has %d", sigma, a, i/4, y, b)
				}
			}
		}
		if !got.Opaque() {
			t.Errorf("sigma %v: holes", sigma)
		}
	}
}

// A flat colour stays as it is, whatever the size and the sigma; an edge gets
// steeper.
func TestUnsharpInvariants(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {2, 1}, {1, 9}, {3, 3}, {40, 2}} {
		for _, sigma := range []float64{0.3, 1, 5} {
			m := image.NewNRGBA(image.Rect(0, 0, size[0], size[1]))
			for i := range m.Pix {
				m.Pix[i] = []byte{0, 128, 254, 255}[i%4]
			}
			if got := unsharp(m, sigma); string(got.Pix) != string(m.Pix) {
				t.Errorf("%v, sigma %v: a flat colour changes", size, sigma)
			}
		}
	}
	m := image.NewNRGBA(image.Rect(0, 0, 8, 1))
	for i := range m.Pix {
		m.Pix[i] = 100 + 50*byte(i/16)
		if i%4 == 3 {
			m.Pix[i] = 255
		}
	}
	got := unsharp(m, 0.5)
	if a, b := got.Pix[4*3], got.Pix[4*4]; a >= 100 || b <= 150 {
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
	for _, sigma := range []float64{0.3, 0.5} {
		b.Run(fmt.Sprintf("ours/%v", sigma), func(b *testing.B) {
			for b.Loop() {
				unsharp(m, sigma)
			}
		})
		b.Run(fmt.Sprintf("imaging/%v", sigma), func(b *testing.B) {
			for b.Loop() {
				imaging.Sharpen(m, sigma)
			}
		})
	}
}
