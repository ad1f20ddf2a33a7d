package preflight

import (
	"math"
	"slices"

	"masthead/layout/color"
)

// thumbnail draws a page as it is trimmed, small: fills, pictures and letters as
// they are, gradients and patterns grey.
func (c *checker) thumbnail(p *sheet) *Raster {
	long := max(p.trim.Width(), p.trim.Height())
	k := float64(c.opt.Thumbnails) / long
	w, h := max(1, int(math.Round(p.trim.Width()*k))), max(1, int(math.Round(p.trim.Height()*k)))
	const most = 4000
	if w > most || h > most {
		return nil
	}
	d := &drawing{Raster: NewRaster(w, h), to: matrix{k, 0, 0, -k, -p.trim.X0 * k, p.trim.Y1 * k}}
	for i := range p.marks {
		m := &p.marks[i]
		if !m.box.grown(hair).meets(p.trim) {
			continue
		}
		v := color.RGB{R: 160, G: 160, B: 160}
		if m.ink.space != nil && m.kind != shadeMark && m.ink.space.family != "Pattern" {
			v = c.shownAs(m.ink)
		}
		switch m.kind {
		case pictureMark:
			d.picture(m)
		case shadeMark:
			d.polygon([][]dot{corners(m.box)}, m.box, v)
		case strokeMark:
			d.polygon(stroked(m.shape, max(m.width, 0.4/k)), m.box, v)
		default:
			d.polygon(m.shape, m.box, v)
		}
	}
	return d.Raster
}

func corners(b Box) []dot { return []dot{{b.X0, b.Y0}, {b.X1, b.Y0}, {b.X1, b.Y1}, {b.X0, b.Y1}} }

// stroked makes a rectangle of every piece of a line.
func stroked(shape [][]dot, width float64) (out [][]dot) {
	for _, s := range shape {
		for i := 1; i < len(s); i++ {
			a, b := s[i-1], s[i]
			n := math.Hypot(b.x-a.x, b.y-a.y)
			if n == 0 {
				continue
			}
			dx, dy := (b.y-a.y)/n*width/2, (a.x-b.x)/n*width/2
			out = append(out, []dot{{a.x + dx, a.y + dy}, {b.x + dx, b.y + dy}, {b.x - dx, b.y - dy}, {a.x - dx, a.y - dy}})
		}
	}
	return out
}

// drawing is a raster with the way to it from the page.
type drawing struct {
	*Raster
	to matrix
}

// picture draws a picture, pixel by pixel.
func (d *drawing) picture(m *mark) {
	area := d.to.bounds(m.box)
	back := matrix{1 / d.to[0], 0, 0, 1 / d.to[3], -d.to[4] / d.to[0], -d.to[5] / d.to[3]}
	for y := max(0, int(area.Y0)); y < min(d.H, int(math.Ceil(area.Y1))); y++ {
		for x := max(0, int(area.X0)); x < min(d.W, int(math.Ceil(area.X1))); x++ {
			px, py := back.at(float64(x)+0.5, float64(y)+0.5)
			if px < m.box.X0 || px > m.box.X1 || py < m.box.Y0 || py > m.box.Y1 {
				continue
			}
			v, ok := m.pixel(px, py)
			if !ok {
				v = color.RGB{R: 190, G: 190, B: 190}
			}
			d.Set(x, y, v)
		}
	}
}

// crossing is where an edge of a polygon crosses a scan line.
type crossing struct {
	x   float64
	dir int
}

// polygon fills contours by the rule of nonzero winding, within a box: four scan
// lines a pixel, exact across.
func (d *drawing) polygon(shape [][]dot, within Box, v color.RGB) {
	const lines = 4
	clip := d.to.bounds(within)
	var pts [][]dot
	low, high := math.Inf(1), math.Inf(-1)
	for _, s := range shape {
		c := make([]dot, len(s))
		for i, p := range s {
			c[i].x, c[i].y = d.to.at(p.x, p.y)
			low, high = min(low, c[i].y), max(high, c[i].y)
		}
		pts = append(pts, c)
	}
	low, high = max(low, clip.Y0, 0), min(high, clip.Y1, float64(d.H))
	cover := make([]float64, d.W)
	var cross []crossing
	for y := int(low); float64(y) < high; y++ {
		clear(cover)
		hit := false
		for line := range lines {
			at := float64(y) + (float64(line)+0.5)/lines
			if at < clip.Y0 || at > clip.Y1 {
				continue
			}
			cross = crossings(cross[:0], pts, at)
			wind := 0
			for i, k := range cross {
				if wind != 0 {
					hit = span(cover, max(cross[i-1].x, clip.X0), min(k.x, clip.X1), 1.0/lines) || hit
				}
				wind += k.dir
			}
		}
		if !hit {
			continue
		}
		for x, a := range cover {
			if a > 0 {
				d.mix(x, y, v, min(1, a))
			}
		}
	}
}

func crossings(out []crossing, pts [][]dot, y float64) []crossing {
	for _, c := range pts {
		for i, a := range c {
			b := c[(i+1)%len(c)]
			switch {
			case a.y <= y && b.y > y:
				out = append(out, crossing{a.x + (y-a.y)/(b.y-a.y)*(b.x-a.x), 1})
			case b.y <= y && a.y > y:
				out = append(out, crossing{a.x + (y-a.y)/(b.y-a.y)*(b.x-a.x), -1})
			}
		}
	}
	slices.SortFunc(out, func(a, b crossing) int {
		switch {
		case a.x < b.x:
			return -1
		case a.x > b.x:
			return 1
		}
		return a.dir - b.dir
	})
	return out
}

// span adds coverage between two places of a row.
func span(cover []float64, x0, x1, weight float64) bool {
	x0, x1 = max(0, x0), min(float64(len(cover)), x1)
	if x1 <= x0 {
		return false
	}
	for x := int(x0); float64(x) < x1; x++ {
		cover[x] += weight * (min(x1, float64(x+1)) - max(x0, float64(x)))
	}
	return true
}
