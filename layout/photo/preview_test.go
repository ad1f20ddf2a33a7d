package photo

import (
	"context"
	"encoding/binary"
	"testing"

	"masthead/layout/color"
	"masthead/layout/geom"
)

func TestPreview(t *testing.T) {
	fsys := folder(t, map[string][]byte{"x.jpg": withOrientation(jpegOf(t, scene(600, 400)), 6, binary.LittleEndian)})
	opt := Options{Cache: DirCache(t.TempDir(), 0)}
	for name, want := range map[string][2]int{
		"x.jpg": {100, 150}, "grey.jpg": {150, 84}, "cmyk.jpg": {150, 84}, "alpha-16bit.png": {150, 93}, "one-pixel.jpg": {1, 1},
	} {
		var first string
		for range 2 {
			m, err := Preview(context.Background(), fsys, name, 150, opt)
			if err != nil {
				t.Fatal(err)
			}
			if m.Rect.Dx() != want[0] || m.Rect.Dy() != want[1] || !m.Opaque() {
				t.Errorf("%s: %v, want %v", name, m.Rect, want)
			}
			if first != "" && first != string(m.Pix) {
				t.Errorf("%s: the cache gives another picture", name)
			}
			first = string(m.Pix)
		}
	}
	if _, err := Preview(context.Background(), fsys, "none.jpg", 150, opt); err == nil {
		t.Error("no error for a missing file")
	}
}

// Inks that say not of which press they are look the same wherever they are shown:
// on the contact sheet, under a line of text, and in the mail.
func TestAssumedInks(t *testing.T) {
	fsys := folder(t, nil)
	ctx, white := context.Background(), color.RGB{R: 255, G: 255, B: 255}
	same := Spec{FS: fsys, File: "cmyk.jpg", Size: geom.Size{W: 160 * geom.Point, H: 90 * geom.Point}, PPI: 72}
	mean := func(pix []byte, n int) (sum [3]int) {
		for i := 0; i+n <= len(pix); i += n {
			for c := range sum {
				sum[c] += int(pix[i+c])
			}
		}
		for c := range sum {
			sum[c] /= len(pix) / n
		}
		return sum
	}
	shown := map[bool][3]int{}
	for _, known := range []bool{false, true} {
		opt := Options{Cache: DirCache(t.TempDir(), 0)}
		if known {
			opt.Inks = coated(t)
		}
		m, err := Preview(ctx, fsys, "cmyk.jpg", 160, opt)
		if err != nil {
			t.Fatal(err)
		}
		tones, err := NewTones(ctx, same, white, opt)
		if err != nil {
			t.Fatal(err)
		}
		made, errs := Make(ctx, []Spec{same}, []Target{{Space: "srgb", PPI: 72, Quality: 100, Paper: white}}, opt)
		if errs[0] != nil {
			t.Fatal(errs[0])
		}
		preview, behind, mailed := mean(m.Pix, 4), mean(tones.pic.pix, 3), mean(decoded(t, made[0][0].Data).pix, 3)
		for c := range preview {
			if abs64(int64(preview[c]-mailed[c])) > 1 || abs64(int64(behind[c]-mailed[c])) > 1 {
				t.Errorf("with a profile: %v; contact sheet %v, under text %v, in the mail %v", known, preview, behind, mailed)
			}
		}
		shown[known] = mailed
	}
	if shown[false] == shown[true] {
		t.Errorf("the profile makes no difference: %v", shown)
	}
}
