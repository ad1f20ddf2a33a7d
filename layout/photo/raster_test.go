package photo

import (
	"bytes"
	"testing"
)

// numbered is a raster whose pixels are all different.
func numbered(w, h, n int) *raster {
	r := newRaster(w, h, n)
	for i := range r.pix {
		r.pix[i] = byte(i*7 + 3)
	}
	return r
}

// Orientation moves every pixel to a place of its own, takes its alpha along, and
// done as often as its order comes back to where it began.
func TestUpright(t *testing.T) {
	order := [9]int{0, 1, 2, 2, 2, 2, 4, 2, 4}
	for o := 1; o <= 8; o++ {
		r := numbered(5, 3, 3)
		r.alpha = []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}
		turned := r
		for range order[o] {
			turned = turned.upright(o)
		}
		if turned.w != 5 || turned.h != 3 || !bytes.Equal(turned.pix, r.pix) || !bytes.Equal(turned.alpha, r.alpha) {
			t.Errorf("orientation %d, %d times, is not where it began", o, order[o])
		}
		once := r.upright(o)
		if want := o >= 5; (once.w == 3) != want {
			t.Errorf("orientation %d: %d x %d", o, once.w, once.h)
		}
		seen := map[byte]bool{}
		for i, a := range once.alpha {
			seen[a] = true
			if !bytes.Equal(once.pix[3*i:3*i+3], r.pix[3*(int(a)-1):3*int(a)]) {
				t.Errorf("orientation %d: pixel %d has lost its alpha", o, a)
			}
		}
		if len(seen) != 15 {
			t.Errorf("orientation %d: %d pixels are left", o, len(seen))
		}
	}
	r := numbered(4, 4, 1)
	for _, o := range []int{-1, 0, 1, 9, 200} {
		if r.upright(o) != r {
			t.Errorf("orientation %d changes something", o)
		}
	}
}

// The corners go where Exif says: the stored picture's first row is the top of
// what is seen at 1, its right side at 6, its bottom at 3, its left side at 8.
func TestUprightCorners(t *testing.T) {
	r := newRaster(2, 2, 1)
	copy(r.pix, []byte{1, 2, 3, 4})
	for o, want := range map[int][]byte{
		1: {1, 2, 3, 4}, 2: {2, 1, 4, 3}, 3: {4, 3, 2, 1}, 4: {3, 4, 1, 2},
		5: {1, 3, 2, 4}, 6: {3, 1, 4, 2}, 7: {4, 2, 3, 1}, 8: {2, 4, 1, 3},
	} {
		if got := r.upright(o).pix; !bytes.Equal(got, want) {
			t.Errorf("orientation %d: %v, want %v", o, got, want)
		}
	}
}

// A flat colour survives any change of size and any sharpening, in every number
// of channels.
func TestFlatStaysFlat(t *testing.T) {
	for _, n := range []int{1, 3, 4} {
		r := newRaster(37, 23, n)
		for i := range r.pix {
			r.pix[i] = []byte{12, 130, 251, 77}[i%n]
		}
		for _, size := range [][2]int{{37, 23}, {10, 6}, {1, 1}, {60, 44}} {
			out := r.resize(size[0], size[1]).sharpen(0.6)
			if out.w != size[0] || out.h != size[1] || out.n != n || out.alpha != nil {
				t.Fatalf("%d channels: %d x %d of %d", n, out.w, out.h, out.n)
			}
			for i, v := range out.pix {
				if want := int([]byte{12, 130, 251, 77}[i%n]); int(v) < want-1 || int(v) > want+1 {
					t.Fatalf("%d channels at %v: %d, want %d", n, size, v, want)
				}
			}
		}
	}
}

// Channels do not run into each other.
func TestNRGBARoundTrip(t *testing.T) {
	for _, n := range []int{1, 3} {
		r := numbered(9, 5, n)
		if back := rasterOfNRGBA(r.nrgba(0), n == 1); !bytes.Equal(back.pix, r.pix) || back.alpha != nil {
			t.Errorf("%d channels come back changed", n)
		}
		r.alpha = bytes.Repeat([]byte{200}, 45)
		if back := rasterOfNRGBA(r.nrgba(0), n == 1); !bytes.Equal(back.alpha, r.alpha) {
			t.Errorf("%d channels lose their alpha", n)
		}
	}
	inks := numbered(9, 5, 4)
	black := inks.nrgba(3)
	for i := range 45 {
		if black.Pix[4*i] != inks.pix[4*i+3] {
			t.Fatal("black is not black")
		}
	}
}

func TestFlatten(t *testing.T) {
	r := newRaster(3, 1, 3)
	copy(r.pix, []byte{200, 100, 0, 200, 100, 0, 200, 100, 0})
	r.alpha = []byte{0, 128, 255}
	r.flatten([4]byte{0, 0, 255, 0})
	if want := []byte{0, 0, 255, 100, 50, 127, 200, 100, 0}; !bytes.Equal(r.pix, want) || r.alpha != nil {
		t.Errorf("%v, want %v", r.pix, want)
	}
}

func TestTriple(t *testing.T) {
	r := numbered(4, 2, 1)
	out := r.triple()
	for i, v := range r.pix {
		if out.pix[3*i] != v || out.pix[3*i+1] != v || out.pix[3*i+2] != v {
			t.Fatal("grey is coloured")
		}
	}
}
