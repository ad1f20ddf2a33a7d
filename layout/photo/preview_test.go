package photo

import (
	"context"
	"encoding/binary"
	"testing"
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
