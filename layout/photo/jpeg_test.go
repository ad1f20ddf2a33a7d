package photo

import (
	"bytes"
	"image"
	"image/draw"
	"image/jpeg"
	"math"
	"math/rand"
	"testing"
)

// rasterOf copies a picture into n channels; the fourth falls from left to right.
func rasterOf(m *image.RGBA, n int) *raster {
	b := m.Bounds()
	r := newRaster(b.Dx(), b.Dy(), n)
	for i := range r.w * r.h {
		copy(r.pix[i*n:(i+1)*n], m.Pix[4*i:4*i+min(n, 3)])
		if n == 4 {
			r.pix[4*i+3] = byte(200 - 200*(i%r.w)/r.w)
		}
	}
	return r
}

// decoded reads a JPEG back by the standard library, in the raster's channels.
func decoded(t testing.TB, data []byte) *raster {
	t.Helper()
	h, err := parse(data, "x", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return shrink(plain(img), image.Rect(0, 0, h.w, h.h), 1, h.Channels == 1)
}

// psnr is the peak signal to noise ratio in decibels.
func psnr(a, b *raster) float64 {
	var sum float64
	for i := range a.pix {
		d := float64(a.pix[i]) - float64(b.pix[i])
		sum += d * d
	}
	return 10 * math.Log10(255*255*float64(len(a.pix))/max(sum, 1e-9))
}

// What is encoded comes back, in every number of channels, at sizes that fill
// blocks and that do not; better quality is nearer and larger.
func TestEncode(t *testing.T) {
	for _, size := range [][2]int{{160, 96}, {33, 17}, {1, 1}, {8, 8}, {16, 9}} {
		for _, n := range []int{1, 3, 4} {
			// The corner of a larger scene, whose detail is not finer for being small.
			whole := image.NewRGBA(image.Rect(0, 0, size[0], size[1]))
			draw.Draw(whole, whole.Rect, scene(160, 96), image.Point{}, draw.Src)
			r := rasterOf(whole, n)
			for _, half := range []bool{false, true} {
				var last float64
				for _, q := range []int{30, 75, 98} {
					data := newJPEG(r, half).encode(q)
					back := decoded(t, data)
					if back.w != r.w || back.h != r.h || back.n != n {
						t.Fatalf("%v: came back as %d x %d of %d", size, back.w, back.h, back.n)
					}
					got := psnr(r, back)
					least := map[int]float64{30: 26, 75: 31, 98: 40}[q]
					if half && n == 3 {
						least = min(least, 24)
					}
					if got < least || got < min(last-0.5, 45) {
						t.Errorf("%v of %d channels (half %v) at %d: %.1f dB", size, n, half, q, got)
					}
					last = got
				}
			}
		}
	}
}

// Noise uses every symbol there is, and codes at the limit of 16 bits.
func TestEncodeNoise(t *testing.T) {
	rng := rand.New(rand.NewSource(3))
	r := newRaster(200, 120, 4)
	for i := range r.pix {
		r.pix[i] = byte(rng.Intn(256) * (i / 7000 % 2))
	}
	for _, q := range []int{5, 50, 100} {
		if got := psnr(r, decoded(t, newJPEG(r, false).encode(q))); q == 100 && got < 38 {
			t.Errorf("noise at %d: %.1f dB", q, got)
		}
	}
}

// Our encoder beats the standard library's at the same quality and subsampling.
func TestEncodeSize(t *testing.T) {
	m := scene(400, 300)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 80}); err != nil {
		t.Fatal(err)
	}
	r := rasterOf(m, 3)
	ours := newJPEG(r, true).encode(80)
	if len(ours) > b.Len()*97/100 {
		t.Errorf("%d bytes, the standard library takes %d", len(ours), b.Len())
	}
	if a, b := psnr(r, decoded(t, ours)), psnr(r, decoded(t, b.Bytes())); a < b-0.2 {
		t.Errorf("%.2f dB, the standard library has %.2f", a, b)
	}
}

func TestHuffmanCodes(t *testing.T) {
	rng := rand.New(rand.NewSource(5))
	for range 200 {
		var h huffTable
		for i := range 1 + rng.Intn(255) {
			if rng.Intn(3) > 0 {
				h.freq[i] = 1 << rng.Intn(28) // steep enough to want long codes
			}
		}
		h.freq[0] = 1
		h.build()
		kraft, used := 0, 0
		for s := range 256 {
			if n := h.size[s]; n > 0 {
				kraft += 1 << (16 - n)
				used++
				if h.code[s] == 1<<n-1 {
					t.Fatal("a code of all ones")
				}
			}
			if (h.freq[s] > 0) != (h.size[s] > 0) {
				t.Fatalf("symbol %d: occurs %d times, code of %d bits", s, h.freq[s], h.size[s])
			}
		}
		if kraft >= 1<<16 || used != len(h.order) {
			t.Fatalf("codes overfill: %d of %d, %d symbols of %d", kraft, 1<<16, used, len(h.order))
		}
	}
}

func TestDCT(t *testing.T) {
	rng := rand.New(rand.NewSource(9))
	for range 500 {
		var b, want block
		for i := range b {
			b[i] = int32(rng.Intn(256)) - 128
			want[i] = b[i] + 128
		}
		b.forward()
		for i, v := range b { // divide by 8, rounding
			b[i] = (v + 4) >> 3
		}
		var back [64]byte
		b.inverse(back[:], 8)
		for i, v := range back {
			if d := int32(v) - want[i]; d < -2 || d > 2 {
				t.Fatalf("%d came back as %d", want[i], v)
			}
		}
	}
}

// The limit holds for what a reader decodes, at any quality.
func TestHoldInk(t *testing.T) {
	rng := rand.New(rand.NewSource(11))
	for _, q := range []int{40, 75, 92} {
		r := newRaster(121, 75, 4)
		for i := range r.w * r.h {
			dark := byte(150 + rng.Intn(100))
			if i/9%3 == 0 {
				dark = byte(rng.Intn(60))
			}
			for c := range 4 {
				r.pix[4*i+c] = dark
			}
		}
		j := newJPEG(r, false)
		j.inks, j.limit = r, 300
		data := j.encode(q)
		most := 0
		back := decoded(t, data)
		for i := 0; i < len(back.pix); i += 4 {
			p := back.pix[i : i+4]
			most = max(most, int(p[0])+int(p[1])+int(p[2])+int(p[3]))
		}
		if most > 765 {
			t.Errorf("quality %d: %.1f%% of ink", q, float64(most)/2.55)
		}
		if d := j.most - float64(most)/2.55; math.Abs(d) > 2 {
			t.Errorf("quality %d: says %.1f%%, has %.1f%%", q, j.most, float64(most)/2.55)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	r := rasterOf(scene(1000, 750), 3)
	for b.Loop() {
		newJPEG(r, true).encode(80)
	}
	b.ReportMetric(float64(b.N)*0.75/b.Elapsed().Seconds(), "MP/s")
}

func BenchmarkEncodeCMYK(b *testing.B) {
	r := rasterOf(scene(1000, 750), 4)
	for b.Loop() {
		j := newJPEG(r, false)
		j.inks, j.limit = r, 300
		j.encode(90)
	}
	b.ReportMetric(float64(b.N)*0.75/b.Elapsed().Seconds(), "MP/s")
}
