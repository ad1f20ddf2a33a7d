package golden_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"io/fs"
	"sync"
	"testing"
	"testing/fstest"

	"masthead/assets"
	"masthead/fonts"
	"masthead/layout"
	"masthead/layout/golden"
)

// picture returns a JPEG of one grey: as large as it has to be, in a few
// kilobytes.
func picture(w, h int, grey uint8) []byte {
	pictures.Lock()
	defer pictures.Unlock()
	key := [3]int{w, h, int(grey)}
	if data, ok := pictures.made[key]; ok {
		return data
	}
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = color.Gray{Y: grey}.Y
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 30}); err != nil {
		panic(err)
	}
	pictures.made[key] = b.Bytes()
	return b.Bytes()
}

var pictures = struct {
	sync.Mutex
	made map[[3]int][]byte
}{made: map[[3]int][]byte{}}

// compose lays an issue out and takes its golden. Nothing may be wrong with it.
func compose(t testing.TB, root fs.FS, opt layout.Options) *golden.Golden {
	t.Helper()
	opt.Assets, opt.Fonts = assets.FS, fonts.FS
	res, diags := layout.Compose(context.Background(), layout.Source{Root: root, File: "issue.yaml", ID: "test"}, opt)
	if diags.Failed() || res == nil {
		for _, d := range diags.All {
			t.Errorf("%v\n  hint: %s", d, d.Hint)
		}
		t.FailNow()
	}
	return golden.Take(res.Document, res.Layout, golden.Files{Issue: root, Brand: res.Logos})
}

// folder makes an issue of its document and of photos of 2400 x 1800.
func folder(text string, photos ...string) fstest.MapFS {
	files := fstest.MapFS{"issue.yaml": {Data: []byte(text)}}
	for i, name := range photos {
		files[name] = &fstest.MapFile{Data: picture(2400, 1800, uint8(40+20*i))}
	}
	return files
}
