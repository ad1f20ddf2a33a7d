package photo

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

// contact is a sheet of n crops of one photo of 600 by 400 pixels.
func contact(t testing.TB, n int) *Contact {
	fsys := folder(t, map[string][]byte{"x.jpg": jpegOf(t, scene(600, 400))})
	c := &Contact{Title: "A sheet", Fonts: [][]byte{goregular.TTF}}
	for i := range n {
		c.Cells = append(c.Cells, Cell{
			FS: fsys, File: "x.jpg", Crop: [4]float64{0.25, 0, 0.75, 1}, Trim: [4]float64{0.3, 0, 0.75, 1},
			Focus: Focus{Point: [2]float64{0.5, 0.5}, HasPoint: true}, Lines: []string{"x.jpg", fmt.Sprint("crop ", i)},
		})
	}
	return c
}

func drawn(t *testing.T, c *Contact) *image.NRGBA {
	t.Helper()
	data, err := c.PNG(context.Background(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewNRGBA(m.Bounds())
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			out.Set(x, y, m.At(x, y))
		}
	}
	return out
}

// Inside of the crop the photo stays as it is; outside it fades; the lines are
// where they belong.
func TestContact(t *testing.T) {
	c := contact(t, 1)
	c.Cells[0].Focus.Keep, c.Cells[0].Focus.HasKeep = [4]float64{0.4, 0.2, 0.6, 0.9}, true
	sheet := drawn(t, c)
	photo, err := Preview(context.Background(), c.Cells[0].FS, "x.jpg", 420, Options{})
	if err != nil {
		t.Fatal(err)
	}
	top := sheetMargin + titleSize + 2*labelLeading + sheetGutter
	area := photo.Rect.Add(image.Pt(sheetMargin, top))
	at := func(fx, fy float64) (on, of [3]uint8) {
		p := spot(area, [2]float64{fx, fy})
		a, b := sheet.NRGBAAt(p.X, p.Y), photo.NRGBAAt(p.X-area.Min.X, p.Y-area.Min.Y)
		return [3]uint8{a.R, a.G, a.B}, [3]uint8{b.R, b.G, b.B}
	}
	if on, of := at(0.7, 0.3); on != of {
		t.Errorf("inside of the crop %v is %v", of, on)
	}
	if on, of := at(0.1, 0.3); on[0] <= of[0] || on[2] <= of[2] || on[1] < 200 {
		t.Errorf("outside of the crop %v is %v", of, on)
	}
	for what, look := range map[string]struct {
		x, y float64
		want [3]uint8
	}{
		"crop":  {0.2505, 0.6, [3]uint8{edgeInk.R, edgeInk.G, edgeInk.B}},
		"keep":  {0.4005, 0.6, [3]uint8{keepInk.R, keepInk.G, keepInk.B}},
		"focus": {0.5, 0.5, [3]uint8{focusInk.R, focusInk.G, focusInk.B}},
	} {
		if on, _ := at(look.x, look.y); on != look.want {
			t.Errorf("%s: %v, want %v", what, on, look.want)
		}
	}
	c.Cells[0].Guessed = true
	sheet = drawn(t, c)
	if on, _ := at(0.5, 0.5); on != [3]uint8{guessInk.R, guessInk.G, guessInk.B} {
		t.Errorf("a guess is drawn as %v", on)
	}
}

// Cells never overlap, whatever their number and shape, and the sheet holds all.
func TestContactRows(t *testing.T) {
	for _, n := range []int{1, 2, 3, 4, 7, 41} {
		c := contact(t, n)
		pictures := make([]*image.NRGBA, n)
		for i := range pictures {
			pictures[i] = image.NewNRGBA(image.Rect(0, 0, 100, 40+17*(i%5)))
		}
		columns := min(3, n)
		tops, bottom := c.rows(pictures, columns, 50)
		if len(tops) != (n+columns-1)/columns || tops[0] != 50 {
			t.Errorf("%d cells: rows at %v", n, tops)
		}
		for i, p := range pictures {
			end := tops[i/columns] + p.Rect.Dy() + labelLeading*len(c.Cells[i].Lines)
			if next := i/columns + 1; next < len(tops) && end > tops[next] || end > bottom {
				t.Errorf("%d cells: cell %d ends at %d of %v, %d", n, i, end, tops, bottom)
			}
		}
	}
	if a, b := drawn(t, contact(t, 3)).Rect, drawn(t, contact(t, 42)).Rect; a.Dx() > 1500 || b.Dx() > 2000 {
		t.Errorf("sheets of %v and %v", a, b)
	}
}

// A photo that stands in several frames is looked at once, and told once.
func TestContactReadsOnce(t *testing.T) {
	told := 0
	c := contact(t, 5)
	if _, err := c.PNG(context.Background(), Options{Progress: func(int, int, string) { told++ }}); err != nil || told != 1 {
		t.Errorf("%d photos read, %v", told, err)
	}
}

func TestContactRefuses(t *testing.T) {
	c := contact(t, 2)
	c.Cells[1].File = "none.jpg"
	if _, err := c.PNG(context.Background(), Options{}); err == nil || !strings.Contains(err.Error(), "none.jpg") {
		t.Errorf("a missing photo: %v", err)
	}
	c = contact(t, 1)
	c.Fonts = append(c.Fonts, []byte("no font"))
	if _, err := c.PNG(context.Background(), Options{}); err == nil {
		t.Error("no error for a font that is none")
	}
	done, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := contact(t, 1).PNG(done, Options{}); err == nil {
		t.Error("a cancelled sheet is drawn")
	}
}

// Without a font there are no labels, but the pictures are there.
func TestContactWithoutFonts(t *testing.T) {
	c := contact(t, 1)
	c.Fonts = nil
	if drawn(t, c).Rect.Empty() {
		t.Error("nothing")
	}
}

func BenchmarkContact(b *testing.B) {
	c := contact(b, 12)
	opt := Options{Cache: DirCache(b.TempDir(), 0)}
	for b.Loop() {
		if _, err := c.PNG(b.Context(), opt); err != nil {
			b.Fatal(err)
		}
	}
}
