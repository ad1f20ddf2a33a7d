//go:build judge

package photo

import (
	"bytes"
	"fmt"
	"image/png"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/disintegration/imaging"

	"masthead/layout/color"
)

// Crops at the sizes of a page against those of libvips (Debian's libvips-tools),
// which shrinks by block averages and Lanczos: the structure must be the same
// (Wang and others, "Image Quality Assessment: From Error Visibility to Structural
// Similarity", 2004), and the colours. Half a pixel off costs a tenth of the first.
func TestAgainstVips(t *testing.T) {
	for _, name := range []string{"nagasaki-boats", "picos-path", "dust-bowl-home"} {
		file := filepath.Join("..", "..", "issues", "2023-06", "photos", name+".jpg")
		data := readFile(t, file)
		h, err := parse(data, file, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		for _, share := range []float64{0.55, 0.2} {
			x0, y0, x1, y1 := h.Width/8, h.Height/16, h.Width-h.Width/16, h.Height-h.Height/8
			crop := [4]float64{
				float64(x0) / float64(h.Width), float64(y0) / float64(h.Height),
				float64(x1) / float64(h.Width), float64(y1) / float64(h.Height),
			}
			w, ht := int(share*float64(x1-x0)), int(share*float64(y1-y0))
			side := h.side(crop, w, ht)
			images, err := decode(data, h, file, h.excerpt(side, crop, w, ht))
			if err != nil {
				t.Fatal(file, err)
			}
			pic := &picture{header: h, img: images[0], side: side, last: true}
			ours, err := finish(pic.cut(crop, w, ht, 0), h, Spec{}, Target{Space: "srgb", Paper: color.RGB{R: 255, G: 255, B: 255}}, &converters{})
			if err != nil {
				t.Fatal(file, err)
			}
			theirs := vips(t, file, h, [4]int{x0, y0, x1 - x0, y1 - y0}, w, ht)
			alike := ssim(ours, theirs)
			mean, most := coloursApart(ours, theirs)
			t.Logf("%-32s %4d x %4d at %d eighths: SSIM %.4f, dE mean %.2f, 99%% below %.2f", filepath.Base(file), w, ht, side, alike, mean, most)
			if alike < 0.98 || mean > 0.6 {
				t.Errorf("%s at %d x %d: SSIM %.4f, mean dE %.2f", file, w, ht, alike, mean)
			}
		}
	}
}

// vips cuts and resizes with libvips, upright and in sRGB.
func vips(t *testing.T, file string, head *header, area [4]int, w, h int) *raster {
	t.Helper()
	dir := t.TempDir()
	run := func(args ...string) {
		if msg, err := exec.Command("vips", args...).CombinedOutput(); err != nil {
			t.Fatalf("vips of libvips-tools is needed: %v\n%s", err, msg)
		}
	}
	a, b, c := filepath.Join(dir, "a.v"), filepath.Join(dir, "b.v"), filepath.Join(dir, "c.png")
	run("autorot", file, a)
	run("crop", a, b, fmt.Sprint(area[0]), fmt.Sprint(area[1]), fmt.Sprint(area[2]), fmt.Sprint(area[3]))
	resize := []string{"thumbnail", b, c, fmt.Sprint(w), "--height", fmt.Sprint(h), "--size", "force", "--no-rotate"}
	if head.icc != nil { // else it takes the picture for another sRGB
		resize = append(resize, "--export-profile", "srgb", "--intent", "relative")
	}
	run(resize...)
	m, err := png.Decode(bytes.NewReader(readFile(t, c)))
	if err != nil {
		t.Fatal(err)
	}
	r := rasterOfNRGBA(imaging.Clone(m), head.Channels == 1)
	if r.alpha != nil {
		r.flatten([4]byte{255, 255, 255, 255})
	}
	return r
}

// ssim is the mean structural similarity of the lightness, over squares of eight
// pixels that overlap by half.
func ssim(a, b *raster) float64 {
	const side, c1, c2 = 8, 6.5025, 58.5225
	x, y := a.luma(), b.luma()
	sum, count := 0.0, 0.0
	for top := 0; top+side <= a.h; top += side / 2 {
		for left := 0; left+side <= a.w; left += side / 2 {
			var sx, sy, xx, yy, xy float64
			for i := range side * side {
				at := (top+i/side)*a.w + left + i%side
				p, q := float64(x[at]), float64(y[at])
				sx, sy, xx, yy, xy = sx+p, sy+q, xx+p*p, yy+q*q, xy+p*q
			}
			const n = side * side
			mx, my := sx/n, sy/n
			vx, vy, cov := xx/n-mx*mx, yy/n-my*my, xy/n-mx*my
			sum += (2*mx*my + c1) * (2*cov + c2) / ((mx*mx + my*my + c1) * (vx + vy + c2))
			count++
		}
	}
	return sum / count
}

// coloursApart returns the mean difference of two pictures and what 99 of a hundred
// pixels keep below, after a blur by boxes of four: filters differ in their edges.
func coloursApart(a, b *raster) (mean, most float64) {
	profile := color.SRGB()
	if a.n == 1 {
		profile = color.SGray()
	}
	a, b = a.boxed(4), b.boxed(4)
	var all []float64
	for i := 0; i+a.n <= len(a.pix); i += a.n {
		d := color.DeltaE2000(labOf(profile, a.pix[i:i+a.n]), labOf(profile, b.pix[i:i+a.n]))
		all, mean = append(all, d), mean+d
	}
	slices.Sort(all)
	return mean / float64(len(all)), all[len(all)*99/100]
}
