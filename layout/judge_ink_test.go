//go:build judge

package layout

import (
	"fmt"
	"image"
	"image/color"
	"path/filepath"
	"strconv"
	"testing"

	"golang.org/x/image/tiff"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// separations are the four plates of a page as Ghostscript makes them: grey
// pictures, white where there is no ink.
type separations struct {
	plates [4]image.Image // C M Y K
	scale  float64        // pixels to the point
	trim   patch          // on the sheet
}

// separate has Ghostscript make the plates of all pages of the print file.
func (s *shipped) separate(t *testing.T) []*separations {
	t.Helper()
	const ppi = 144
	dir := t.TempDir()
	foreign(t, "gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r"+strconv.Itoa(ppi),
		"-o", filepath.Join(dir, "%d.tif"), s.print)
	var out []*separations
	for i := range s.layout.Document.Pages {
		sep := &separations{scale: ppi / 72.0, trim: sheetOf(t, s.print, i+1)}
		for k, ink := range []string{"Cyan", "Magenta", "Yellow", "Black"} {
			plate, err := tiff.Decode(readAll(t, filepath.Join(dir, fmt.Sprintf("%d(%s).tif", i+1, ink))))
			if err != nil {
				t.Fatal(err)
			}
			sep.plates[k] = plate
		}
		out = append(out, sep)
	}
	return out
}

// inked returns the least and the most ink on a plate within an area of the
// trimmed page, in points: 0 is none, 255 is full.
func (s *separations) inked(plate int, a patch) (least, most int) {
	least = 255
	s.each(a, func(x, y int) {
		v := s.ink(plate, x, y)
		least, most = min(least, v), max(most, v)
	})
	return least, most
}

func (s *separations) ink(plate, x, y int) int {
	return 255 - int(color.GrayModel.Convert(s.plates[plate].At(x, y)).(color.Gray).Y)
}

// each visits the pixels that lie within an area wholly.
func (s *separations) each(a patch, visit func(x, y int)) {
	px := func(v float64) int { return int(v*s.scale + 0.999) }
	x0, y0 := px(s.trim.x+a.x), px(s.trim.y+a.y)
	x1, y1 := int((s.trim.x+a.x+a.w)*s.scale), int((s.trim.y+a.y+a.h)*s.scale)
	within := image.Rect(x0, y0, x1, y1).Intersect(s.plates[0].Bounds())
	for y := within.Min.Y; y < within.Max.Y; y++ {
		for x := within.Min.X; x < within.Max.X; x++ {
			visit(x, y)
		}
	}
}

// blackPlate: running text is on the black plate, and under it the others are
// flat: no type on them, and no hole where black overprints a tint.
func (s *shipped) blackPlate(t *testing.T) {
	checked, all := 0, 0
	for i, sep := range s.separate(t) {
		page := &s.layout.Layout.Pages[i]
		coloured := colouredAreas(&s.layout.Document.Pages[i])
		for _, l := range page.Lines {
			if l.Role != "body" && l.Role != "list" && l.Role != "lead" {
				continue
			}
			all++
			rect := geom.Rect{X: l.X, Y: l.Baseline - l.Size*3/4, W: min(l.Width, l.Measure), H: l.Size}
			if overlapsAny(rect, coloured) {
				continue
			}
			checked++
			at := patch{points72(rect.X), points72(rect.Y), points72(rect.W), points72(rect.H)}
			for plate, name := range []string{"cyan", "magenta", "yellow"} {
				if least, most := sep.inked(plate, at); most-least > 2 {
					t.Errorf("page %d: the %s plate is not flat under %q: %d to %d", i+1, name, l.Text, least, most)
				}
			}
			if _, most := sep.inked(3, at); most < 200 {
				t.Errorf("page %d: %q is not on the black plate: %d", i+1, l.Text, most)
			}
		}
	}
	if checked < all*9/10 {
		t.Errorf("only %d of %d lines could be looked at", checked, all)
	}
}

// colouredAreas lists what may have colour beside or under a line: links, and
// marks that are drawn.
func colouredAreas(page *display.Page) []geom.Rect {
	var out []geom.Rect
	for _, item := range page.Items {
		switch it := item.(type) {
		case *display.Link:
			out = append(out, it.Rect)
		case *display.Path:
			for _, contour := range it.Contours {
				out = append(out, bounds(contour))
			}
		case *display.Fill:
			if it.Rect.H < 3*geom.Point || it.Rect.W < 12*geom.Point {
				out = append(out, it.Rect)
			}
		}
	}
	return out
}

func bounds(points []geom.XY) geom.Rect {
	if len(points) == 0 {
		return geom.Rect{}
	}
	x0, y0, x1, y1 := points[0].X, points[0].Y, points[0].X, points[0].Y
	for _, p := range points {
		x0, y0, x1, y1 = min(x0, p.X), min(y0, p.Y), max(x1, p.X), max(y1, p.Y)
	}
	return geom.Rect{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}

func overlapsAny(r geom.Rect, others []geom.Rect) bool {
	for _, o := range others {
		if o.X < r.X+r.W && r.X < o.X+o.W && o.Y < r.Y+r.H && r.Y < o.Y+o.H {
			return true
		}
	}
	return false
}

// bleed: a picture or tint that reaches the edge of the page is printed to the
// edge of the bleed, without a gap.
func (s *shipped) bleed(t *testing.T) {
	seps := s.separate(t)
	seen := 0
	for i, page := range s.layout.Document.Pages {
		for _, item := range page.Items {
			rect, ok := bleeding(item)
			if !ok {
				continue
			}
			for _, edge := range edges(rect, page.Trim, page.Bleed) {
				seen++
				if bare := seps[i].bare(edge); bare > 0.5 { // a photo's lights may be as white as paper
					t.Errorf("page %d: %.0f %% of the bleed beside %v is bare", i+1, bare*100, rect)
				}
			}
		}
	}
	if seen == 0 {
		t.Error("nothing bleeds")
	}
}

// bleeding returns the place of a picture or a flat colour.
func bleeding(item display.Item) (geom.Rect, bool) {
	switch it := item.(type) {
	case *display.Image:
		return it.Rect, it.Only.In(Print)
	case *display.Fill:
		paper := it.Ink.CMYK.C+it.Ink.CMYK.M+it.Ink.CMYK.Y+it.Ink.CMYK.K == 0
		return it.Rect, it.Only.In(Print) && !paper
	}
	return geom.Rect{}, false
}

// bare returns what part of an area has no ink; all of it, if it is not on the
// sheet.
func (s *separations) bare(a patch) float64 {
	bare, all := 0, 0
	s.each(a, func(x, y int) {
		all++
		if s.ink(0, x, y)+s.ink(1, x, y)+s.ink(2, x, y)+s.ink(3, x, y) == 0 {
			bare++
		}
	})
	if all == 0 {
		return 1
	}
	return float64(bare) / float64(all)
}

// edges returns the parts of the bleed that lie beside a rectangle which reaches
// the edges of the page, half a point short of every end.
func edges(r geom.Rect, trim geom.Size, bleed geom.Length) []patch {
	const short = 0.5
	x, y := points72(max(r.X, 0))+short, points72(max(r.Y, 0))+short
	w, h := points72(min(r.X+r.W, trim.W))-short-x, points72(min(r.Y+r.H, trim.H))-short-y
	b, pageW, pageH := points72(bleed)-short, points72(trim.W), points72(trim.H)
	var out []patch
	if r.X <= 0 {
		out = append(out, patch{-b, y, b, h})
	}
	if r.X+r.W >= trim.W {
		out = append(out, patch{pageW, y, b, h})
	}
	if r.Y <= 0 {
		out = append(out, patch{x, -b, w, b})
	}
	if r.Y+r.H >= trim.H {
		out = append(out, patch{x, pageH, w, b})
	}
	return out
}
