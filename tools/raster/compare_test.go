package main

import (
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sheet is white with a dark square at a place.
func sheet(x, y int) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, 100, 140))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	for dy := range 10 {
		for dx := range 10 {
			img.Pix[img.PixOffset(x+dx, y+dy)] = 20
		}
	}
	return img
}

func TestCompare(t *testing.T) {
	a := sheet(20, 30)
	for _, c := range []struct {
		name string
		now  *image.Gray
		want bool
	}{
		{"the same", sheet(20, 30), false},
		{"a pixel aside", sheet(21, 31), false},
		{"elsewhere", sheet(40, 30), true},
		{"another size", image.NewGray(image.Rect(0, 0, 100, 141)), true},
	} {
		s := compare(c.name, a, c.now)
		if s.differs(0.1) != c.want {
			t.Errorf("%s: differs %v, %d pixels", c.name, !c.want, s.count)
		}
	}
	if s := compare("x", nil, a); !s.differs(100) || !strings.Contains(s.sentence(), "no reference") {
		t.Errorf("without a reference: %s", s.sentence())
	}
	if s := compare("x", a, sheet(60, 70)); s.sentence() != "x: 1.4 % of it looks otherwise, between 14,21 and 49,56 mm" {
		t.Errorf("%s", s.sentence())
	}
}

func TestReferences(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a", "b-1.png")
	a := sheet(5, 5)
	if err := save(name, a); err != nil {
		t.Fatal(err)
	}
	b, err := load(name)
	if err != nil {
		t.Fatal(err)
	}
	if s := compare("x", b, a); s.differs(0) {
		t.Errorf("a reference differs from what it was made of in %d pixels", s.count)
	}
	if info, err := os.Stat(name); err != nil || info.Size() > 1000 {
		t.Errorf("%v, %v", info.Size(), err)
	}
	html := filepath.Join(t.TempDir(), "r.html")
	if err := report(html, []sight{compare("x", a, sheet(60, 70)), compare("y", nil, a)}); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(html)
	if err != nil || strings.Count(string(data), "<img") != 4 || strings.Contains(string(data), "http") {
		t.Errorf("%v: %.200s", err, data)
	}
}
