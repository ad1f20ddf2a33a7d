package flow

import (
	"math"

	qrcode "github.com/skip2/go-qrcode"

	"masthead/layout/brand"
	"masthead/layout/color"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/photo"
)

// qr paints a QR code as one path of rectangles, a run of modules each.
func (pg *page) qr(fo followSet, spec brand.Follow, r geom.Rect) {
	code, err := qrcode.New(fo.qr, qrcode.Medium)
	if err != nil {
		pg.diags.Errorf(fo.label.pos, "qr", "use a shorter address", "no QR code holds %q: %v", fo.qr, err)
		return
	}
	code.DisableBorder = true
	bits := code.Bitmap()
	if ground := spec.Ground; ground != "" {
		pg.fill(r, ground, fo.label.story.id, "qr")
	}
	n := geom.Length(len(bits))
	x0, y0 := r.X+spec.Quiet, r.Y+spec.Quiet
	at := func(i int) geom.Length { return spec.Size * geom.Length(i) / n }
	var contours [][]geom.XY
	for row, line := range bits {
		for c := 0; c < len(line); c++ {
			if !line[c] {
				continue
			}
			from := c
			for c < len(line) && line[c] {
				c++
			}
			contours = append(contours, rectangle(geom.Rect{
				X: x0 + at(from), Y: y0 + at(row), W: at(c) - at(from), H: at(row+1) - at(row),
			}))
		}
	}
	mark := pg.mark(fo.mark, 0, false)
	pg.items = append(pg.items, &display.Path{Mark: mark, Contours: contours, Ink: pg.brand.Ink(orElse(spec.Colour, "black"), pg.section)})
	pg.link(fo.mark, 0, fo.qr, r)
}

func rectangle(r geom.Rect) []geom.XY {
	return []geom.XY{{X: r.X, Y: r.Y}, {X: r.Right(), Y: r.Y}, {X: r.Right(), Y: r.Bottom()}, {X: r.X, Y: r.Bottom()}}
}

// emblem paints the funding emblem as a figure: the issue's own picture, whole,
// or the built-in drawing.
//
// The European flag is drawn by the geometrical description of the "Graphics
// guide to the European emblem": 3:2, twelve stars on a circle of a third of the
// height, each in a circle of an eighteenth, one point up.
func (pg *page) emblem(r geom.Rect, p *brand.Placed) {
	f := pg.in.Issue.Funding
	if f == nil {
		return
	}
	shape := geom.Size{W: 3, H: 2}
	if f.IsFile() {
		shape = shapeOf(pg.in.Photos[f.Emblem])
	}
	r = within(r, shape, p.Align)
	mark := pg.emblemMark()
	if f.IsFile() {
		pg.whole(display.Photo{File: f.Emblem}, mark, r)
		return
	}
	if p.Ink != "" {
		border := r.H / 25
		pg.items = append(pg.items, &display.Fill{Mark: mark, Rect: r.Outset(geom.Insets{Top: border, Right: border, Bottom: border, Left: border}), Ink: pg.brand.Ink(p.Ink, 0)})
	}
	blue := color.Ink{RGB: color.RGB{R: 0, G: 51, B: 153}, CMYK: color.CMYK{C: 100, M: 80}}
	yellow := color.Ink{RGB: color.RGB{R: 255, G: 204, B: 0}, CMYK: color.CMYK{Y: 100}}
	pg.items = append(pg.items, &display.Fill{Mark: mark, Rect: r, Ink: blue})
	var stars [][]geom.XY
	for hour := 0; hour < 12; hour++ {
		a := float64(hour) * math.Pi / 6
		cx := r.X + r.W/2 + (r.H / 3).Scale(math.Sin(a))
		cy := r.Y + r.H/2 - (r.H / 3).Scale(math.Cos(a))
		stars = append(stars, star(cx, cy, r.H/18))
	}
	pg.items = append(pg.items, &display.Path{Mark: mark, Contours: stars, Ink: yellow})
}

// whole paints a picture without a crop.
func (pg *page) whole(p display.Photo, mark display.Mark, r geom.Rect) {
	p.Crop, p.Size, p.Weight = [4]float64{0, 0, 1, 1}, geom.Size{W: r.W, H: r.H}, 1
	pg.items = append(pg.items, &display.Image{Mark: mark, Rect: r, Photo: pg.addPhoto(p)})
}

// shapeOf is the shape of a picture, by its pixels.
func shapeOf(info photo.Info) geom.Size {
	return geom.Size{W: geom.Length(max(info.Width, 1)), H: geom.Length(max(info.Height, 1))}
}

// within is the largest rectangle of a shape in r, in the middle of its height.
func within(r geom.Rect, shape geom.Size, align string) geom.Rect {
	w, h := min(r.W, r.H.MulDiv(int64(shape.W), int64(shape.H))), min(r.H, r.W.MulDiv(int64(shape.H), int64(shape.W)))
	x := r.X
	switch align {
	case "right":
		x = r.Right() - w
	case "centred":
		x += (r.W - w) / 2
	}
	return geom.Rect{X: x, Y: r.Y + (r.H-h)/2, W: w, H: h}
}

// star is a five-pointed star in a circle of radius r, one point up.
func star(cx, cy, r geom.Length) []geom.XY {
	inner := r.Scale(math.Sin(math.Pi/10) / math.Sin(3*math.Pi/10))
	out := make([]geom.XY, 0, 10)
	for i := 0; i < 10; i++ {
		a := float64(i) * math.Pi / 5
		d := r
		if i%2 == 1 {
			d = inner
		}
		out = append(out, geom.XY{X: cx + d.Scale(math.Sin(a)), Y: cy - d.Scale(math.Cos(a))})
	}
	return out
}
