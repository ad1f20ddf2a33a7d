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
		together, err := decodeScaled(data, b.Dx(), b.Dy(), 1, 2, 4, 8)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for i, scale := range []int{1, 2, 4, 8} {
			got := together[i]
			if alone, err := decodeScaled(data, b.Dx(), b.Dy(), scale); err != nil || !reflect.DeepEqual(alone[0], got) {
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

// What it cannot do it says, so that the standard library is asked.
func TestDecodeScaledRefuses(t *testing.T) {
	body := jpegOf(t, scene(200, 130))
	for name, data := range map[string][]byte{
		"cut":       append(bytes.Clone(body[:len(body)*2/3]), 0xff, markEOI),
		"cut short": body[:len(body)*2/3],
		"no scan":   body[:300],
	} {
		if _, err := decodeScaled(data, 200, 130, 2); err == nil {
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
		if images, err := decodeScaled(data, h.w, h.h, 2); err == nil {
			shrink(images[0], images[0].Bounds(), 3, false)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	data := jpegOf(b, scene(2000, 1500))
	for _, scale := range []int{1, 2, 4, 8} {
		b.Run(fmt.Sprintf("1 in %d", scale), func(b *testing.B) {
			for b.Loop() {
				if _, err := decodeScaled(data, 2000, 1500, scale); err != nil {
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
