package flow_test

import (
	"bufio"
	"flag"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"masthead/layout/photo"
)

var (
	dumpSeed = flag.Uint64("dump", 0, "write the drawn issue of this seed as a folder")
	dumpTo   = flag.String("dump-to", "", "the folder of -dump")
)

// TestDump writes a drawn issue with pictures that can be set:
// go test -run Dump -dump 7 -dump-to DIR.
func TestDump(t *testing.T) {
	if *dumpSeed == 0 || *dumpTo == "" {
		return
	}
	d := drawShape(t, *dumpSeed, *shapeOf)
	if err := os.MkdirAll(filepath.Join(*dumpTo, "photos"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*dumpTo, "issue.yaml"), []byte(d.yaml), 0o644); err != nil {
		t.Fatal(err)
	}
	for i, name := range d.order {
		if err := writePicture(filepath.Join(*dumpTo, name), d.photos[name], uint64(i)); err != nil {
			t.Fatal(err)
		}
	}
}

// writePicture paints rings around the middle on a slope of grey, so that a crop
// can be seen for what it is.
func writePicture(name string, info photo.Info, seed uint64) error {
	rnd := rand.New(rand.NewPCG(seed, 1))
	tint := [3]int{60 + rnd.IntN(150), 60 + rnd.IntN(150), 60 + rnd.IntN(150)}
	img := image.NewRGBA(image.Rect(0, 0, info.Width, info.Height))
	step := max(info.Width, info.Height) / 24
	for y := range info.Height {
		for x := range info.Width {
			dx, dy := x-info.Width/2, y-info.Height/2
			v := 60 + 120*y/info.Height
			if (dx*dx+dy*dy)/(step*step)%3 == 0 {
				v += 50
			}
			img.SetRGBA(x, y, color.RGBA{uint8(min(255, v*tint[0]/160)), uint8(min(255, v*tint[1]/160)), uint8(min(255, v*tint[2]/160)), 255})
		}
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	if err := jpeg.Encode(w, img, &jpeg.Options{Quality: 50}); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
