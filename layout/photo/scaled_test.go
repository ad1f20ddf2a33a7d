package photo

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"reflect"
	"testing"
)

// At full size the scaled decoder gives what the standard library gives, to a
// level; at smaller ones, what a good filter makes of that.
func TestDecodeScaled(t *testing.T) {
	files := map[string][]byte{
		"4:2:0":    jpegOf(t, scene(203, 131)),
		"4:2:2":    readFile(t, "testdata/baseline-422.jpg"),
		"4:4:4":    readFile(t, "testdata/baseline-444.jpg"),
		"progress": readFile(t, "testdata/progressive.jpg"),
		"grey":     readFile(t, "testdata/grey.jpg"),
		"one":      readFile(t, "testdata/one-pixel.jpg"),
		"ours":     newJPEG(rasterOf(scene(90, 70), 3), false).encode(85),
		"cmyk":     readFile(t, "testdata/cmyk.jpg"),
		"ycck":     newJPEG(rasterOf(scene(90, 70), 4), false).encode(85),
		"our grey": newJPEG(rasterOf(scene(17, 70), 1), false).encode(85),
	}
	for name, data := range files {
		img, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		b := img.Bounds()
		together, err := decodeScaled(data, b.Dx(), b.Dy(), wholes(8, 4, 2, 1)...)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for i, scale := range []int{1, 2, 4, 8} {
			got := together[i]
			if alone, err := decodeScaled(data, b.Dx(), b.Dy(), wholes(8/scale)...); err != nil || !reflect.DeepEqual(alone[0], got) {
				t.Errorf("%s at 1/%d differs from what is decoded with others, %v", name, scale, err)
			}
			size := image.Rect(0, 0, (b.Dx()+scale-1)/scale, (b.Dy()+scale-1)/scale)
			if got.Bounds() != size {
				t.Errorf("%s at 1/%d: %v, want %v", name, scale, got.Bounds(), size)
				continue
			}
			want := shrink(img, b, scale, false)
			least := map[int]float64{1: 45, 2: 27, 4: 24, 8: 22}[scale]
			if d := psnr(want, shrink(got, size, 1, false)); d < least {
				t.Errorf("%s at 1/%d: %.1f dB", name, scale, d)
			}
		}
	}
}

// Any part of a picture comes out the same whatever it is decoded at, and where it
// lies: half a pixel off costs six decibels.
func TestSidesAgree(t *testing.T) {
	files := map[string][]byte{
		"4:2:0": jpegOf(t, scene(803, 605)), "grey": newJPEG(rasterOf(scene(803, 605), 1), false).encode(90),
		"4:4:4": newJPEG(rasterOf(scene(803, 605), 3), false).encode(90), "inks": newJPEG(rasterOf(scene(803, 605), 4), false).encode(90),
	}
	crops := [][4]float64{{0, 0, 1, 1}, {0.1234, 0.2077, 0.8111, 0.9333}, {0.3, 0, 1, 0.777}}
	for name, data := range files {
		h, err := parse(data, name, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		images, err := decode(data, h, name, wholes(eighths[:]...)...)
		if err != nil {
			t.Fatal(err)
		}
		for o := 1; o <= 8; o++ {
			h.Orientation = o
			h.Width, h.Height = h.w, h.h
			if o >= 5 {
				h.Width, h.Height = h.h, h.w
			}
			for _, crop := range crops[o%3:][:1] {
				var want *raster
				for i := len(eighths) - 1; i >= 0; i-- {
					p := picture{header: h, img: images[i], side: eighths[i]}
					w, ht := 3*h.Width/40, 3*h.Height/40
					got := p.cut(crop, w, ht, 0)
					if want == nil {
						want = got
					} else if d := psnr(want, got); got.w != w || got.h != ht || d < 41 {
						t.Errorf("%s, orientation %d, crop %v, %d eighths: %d x %d, %.1f dB", name, o, crop, eighths[i], got.w, got.h, d)
					}
				}
			}
		}
	}
}

// What is resized holds the crop, and the crop's edges fall between its pixels.
func TestAlign(t *testing.T) {
	for _, stored := range []int{97, 640, 4241} {
		for _, side := range eighths {
			for _, crop := range []span{{0, micro}, {123_456, 777_777}, {1, 500_001}} {
				for _, box := range []int{1, 2, 5} {
					t0 := int(crop.hi-crop.lo) * stored / micro * side / 8 / box * 4 / 5
					if t0 < 2 {
						continue
					}
					a := align(crop, stored, side, box, t0)
					pixel := func(v int64) float64 { // of the result
						return (float64(v)*float64(stored*side)/8/micro - float64(a.from)) * float64(a.n) / float64(a.boxes*box)
					}
					lo, hi := pixel(crop.lo)-float64(a.cut), pixel(crop.hi)-float64(a.cut+t0)
					if a.from < 0 || a.cut < 0 || a.cut+t0 > a.n || max(lo, -lo, hi, -hi) > 0.3 {
						t.Errorf("%v of %d at %d eighths by %d to %d: %+v is off by %.2f and %.2f", crop, stored, side, box, t0, a, lo, hi)
					}
				}
			}
		}
	}
}

// What it cannot do it says, so that the standard library is asked.
func TestDecodeScaledRefuses(t *testing.T) {
	body := jpegOf(t, scene(200, 130))
	for name, data := range map[string][]byte{
		"cut":       append(bytes.Clone(body[:len(body)*2/3]), 0xff, markEOI),
		"cut short": body[:len(body)*2/3],
		"no scan":   body[:300],
	} {
		if _, err := decodeScaled(data, 200, 130, wholes(2)...); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// A file that repeats a scan without end is not gone through without end.
func TestTooManyScans(t *testing.T) {
	data := readFile(t, "testdata/progressive.jpg")
	at := bytes.LastIndex(data, []byte{0xff, markSOS})
	scan := data[at : len(data)-2]
	bomb := bytes.Clone(data[:at])
	for range maxScans + 20 {
		bomb = append(bomb, scan...)
	}
	bomb = append(bomb, 0xff, markEOI)
	_, err := open(bomb, "x", Limits{})
	if e, ok := err.(*Error); !ok || e.Code != CodeDamaged {
		t.Errorf("%v", err)
	}
}

func FuzzDecodeScaled(f *testing.F) {
	for _, name := range []string{"one-pixel.jpg", "baseline-422.jpg", "grey.jpg"} {
		f.Add(readFile(f, "testdata/"+name))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		h, err := parse(data, "x", Limits{MaxPixels: 1 << 18})
		if err != nil || h.Format != "jpeg" {
			return
		}
		if images, err := decodeScaled(data, h.w, h.h, wholes(eighths[:]...)...); err == nil {
			for _, m := range images {
				shrink(m, m.Bounds(), 3, false)
			}
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	data := jpegOf(b, scene(2000, 1500))
	for _, side := range eighths {
		b.Run(fmt.Sprint(side, " eighths"), func(b *testing.B) {
			for b.Loop() {
				if _, err := decodeScaled(data, 2000, 1500, wholes(side)...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("standard library", func(b *testing.B) {
		for b.Loop() {
			if _, err := jpeg.Decode(bytes.NewReader(data)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// wholes are whole pictures at some eighths of their size.
func wholes(sides ...int) (out []excerpt) {
	for _, side := range sides {
		out = append(out, excerpt{side: side})
	}
	return out
}

// A crop is the same whether the whole was decoded for it or what it shows alone.
func TestExcerpts(t *testing.T) {
	files := map[string][]byte{
		"4:2:0": jpegOf(t, scene(803, 605)), "grey": newJPEG(rasterOf(scene(803, 605), 1), false).encode(90),
		"4:4:4": newJPEG(rasterOf(scene(803, 605), 3), false).encode(90), "inks": newJPEG(rasterOf(scene(803, 605), 4), false).encode(90),
		"4:2:2": readFile(t, "testdata/baseline-422.jpg"), "progressive": readFile(t, "testdata/progressive.jpg"),
	}
	crops := [][4]float64{{0, 0, 1, 1}, {0.4, 0.5, 0.7, 0.8}, {0, 0.3, 0.123, 1}, {0.9, 0, 1, 0.1}}
	for name, data := range files {
		h, err := parse(data, name, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		wholly, err := decode(data, h, name, wholes(eighths[:]...)...)
		if err != nil {
			t.Fatal(err)
		}
		for o := 1; o <= 8; o++ {
			h.Orientation = o
			for i, side := range eighths {
				crop := crops[(o+i)%len(crops)]
				w, ht := 11+o, 17-o
				partly, err := decode(data, h, name, h.excerpt(side, crop, w, ht))
				if err != nil {
					t.Fatal(err)
				}
				a := picture{header: h, img: wholly[i], side: side}
				b := picture{header: h, img: partly[0], side: side}
				if !reflect.DeepEqual(a.cut(crop, w, ht, 0.3), b.cut(crop, w, ht, 0.3)) {
					t.Errorf("%s, orientation %d, crop %v, %d eighths: %v of %v gives another picture", name, o, crop, side, partly[0].Bounds(), wholly[i].Bounds())
				}
			}
		}
	}
}
