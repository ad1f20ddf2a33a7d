package photo

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io/fs"
	"slices"
)

// Cell is one crop on a contact sheet.
type Cell struct {
	FS      fs.FS
	File    string
	Crop    [4]float64 // what the frame shows, bleed included
	Trim    [4]float64 // what is left of it on the cut page; equal to Crop where nothing bleeds
	Focus   Focus      // what the crop went by
	Guessed bool       // the focus was chosen by content, by nobody in person
	Lines   []string   // the label, most important first
}

// Contact is a sheet of crops to sign off: every whole photo, what its frame
// does not show faded, with the crop's edge, what is trimmed, focus and keep drawn
// in.
type Contact struct {
	Title string
	Cells []Cell
	Fonts [][]byte // TrueType files for the labels, the first that has a character draws it
}

// The sheet's measures in pixels. Many crops get smaller pictures, so that the
// sheet stays one that a viewer opens.
const (
	sheetMargin  = 28
	sheetGutter  = 24
	labelSize    = 15
	labelLeading = 20
	titleSize    = 26
)

// The colours of what is drawn in. Nobody changes them.
var (
	sheetInk   = color.NRGBA{0x1b, 0x22, 0x30, 255}
	sheetFaint = color.NRGBA{0x56, 0x60, 0x72, 255}
	edgeInk    = color.NRGBA{0x10, 0x23, 0x3f, 255}
	keepInk    = color.NRGBA{0x00, 0x8f, 0x5a, 255}
	focusInk   = color.NRGBA{0xd0, 0x21, 0x1c, 255}
	guessInk   = color.NRGBA{0xe0, 0x7b, 0x00, 255}
	blank      = color.NRGBA{255, 255, 255, 255}
)

// PNG draws the sheet. An error is that of a photo or of a font.
//
//	make a preview of every photo, each file once
//	columns of equal cells, rows as high as their highest
//	title, legend, then cell by cell: picture, what is drawn in, label
func (c *Contact) PNG(ctx context.Context, opt Options) ([]byte, error) {
	letters, err := newLettering(c.Fonts)
	if err != nil {
		return nil, err
	}
	columns, width := 3, 420
	if len(c.Cells) > 40 {
		columns, width = 6, 260
	}
	columns = max(1, min(columns, len(c.Cells)))
	pictures, err := c.previews(ctx, width, opt)
	if err != nil {
		return nil, err
	}
	head := sheetMargin + titleSize + 2*labelLeading + sheetGutter
	tops, bottom := c.rows(pictures, columns, head)
	sheet := image.NewNRGBA(image.Rect(0, 0, max(2*sheetMargin+columns*width+(columns-1)*sheetGutter, 900), bottom+sheetMargin))
	draw.Draw(sheet, sheet.Rect, image.NewUniform(blank), image.Point{}, draw.Src)
	pen := &pen{sheet}
	letters.line(sheet, image.Pt(sheetMargin, sheetMargin+titleSize-4), titleSize, sheet.Rect.Dx()-2*sheetMargin, sheetInk, c.Title)
	c.legend(pen, letters, image.Pt(sheetMargin, sheetMargin+titleSize+labelLeading))
	for i := range c.Cells {
		at := image.Pt(sheetMargin+i%columns*(width+sheetGutter), tops[i/columns])
		area := image.Rectangle{at, at.Add(pictures[i].Rect.Size())}
		draw.Draw(sheet, area, pictures[i], image.Point{}, draw.Src)
		c.Cells[i].draw(pen, area)
		y := area.Max.Y + labelLeading
		for n, text := range c.Cells[i].Lines {
			ink := sheetFaint
			if n == 0 {
				ink, text = sheetInk, fmt.Sprintf("%d  %s", i+1, text)
			}
			letters.line(sheet, image.Pt(at.X, y), labelSize, width, ink, text)
			y += labelLeading
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, sheet); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// previews makes the picture of every cell: as wide as the cell, or for upright
// ones as high as it is wide.
func (c *Contact) previews(ctx context.Context, width int, opt Options) ([]*image.NRGBA, error) {
	out := make([]*image.NRGBA, len(c.Cells))
	for i, cell := range c.Cells {
		first := slices.IndexFunc(c.Cells[:i], func(d Cell) bool { return d.File == cell.File && sameFS(d.FS, cell.FS) })
		if first >= 0 {
			out[i] = out[first]
			continue
		}
		m, err := Preview(ctx, cell.FS, cell.File, width, opt)
		if err != nil {
			return nil, err
		}
		out[i] = m
		if opt.Progress != nil {
			opt.Progress(i+1, len(c.Cells), cell.File)
		}
	}
	return out, nil
}

// rows returns where the rows of cells begin, and where the last ends.
func (c *Contact) rows(pictures []*image.NRGBA, columns, y int) (tops []int, bottom int) {
	for i := 0; i < len(c.Cells); i += columns {
		tops = append(tops, y)
		high := 0
		for k := i; k < min(i+columns, len(c.Cells)); k++ {
			high = max(high, pictures[k].Rect.Dy()+labelLeading*len(c.Cells[k].Lines)+labelLeading/2)
		}
		y += high + sheetGutter
	}
	return tops, y - sheetGutter
}

// draw fades what the crop leaves out and draws what it went by.
func (c *Cell) draw(p *pen, area image.Rectangle) {
	crop := within(area, c.Crop)
	p.fade(area, crop)
	if trim := within(area, c.Trim); trim != crop {
		p.dashes(trim, edgeInk)
	}
	p.frame(crop, edgeInk)
	if c.Focus.Subject != nil {
		for _, face := range c.Focus.Subject.Faces {
			p.dashes(within(area, face), guessInk)
		}
	}
	if c.Focus.HasKeep {
		p.frame(within(area, c.Focus.Keep), keepInk)
	}
	if c.Focus.HasPoint {
		ink := focusInk
		if c.Guessed {
			ink = guessInk
		}
		p.target(spot(area, c.Focus.Point), ink)
	}
}

// within returns a rectangle of fractions as pixels of an area.
func within(area image.Rectangle, f [4]float64) image.Rectangle {
	a, b := spot(area, [2]float64{f[0], f[1]}), spot(area, [2]float64{f[2], f[3]})
	return image.Rectangle{a, b}
}

// spot returns a point of fractions as pixels of an area.
func spot(area image.Rectangle, f [2]float64) image.Point {
	at := func(v float64, from, n int) int { return from + int(toMicro(v)*int64(n)+micro/2)/micro }
	return image.Pt(at(f[0], area.Min.X, area.Dx()), at(f[1], area.Min.Y, area.Dy()))
}

// legend says what the lines mean.
func (c *Contact) legend(p *pen, letters *lettering, at image.Point) {
	sample := func(drawn func(image.Rectangle), text string) {
		box := image.Rect(at.X, at.Y-14, at.X+26, at.Y+4)
		drawn(box)
		at.X = letters.line(p.m, image.Pt(box.Max.X+7, at.Y), labelSize, 300, sheetInk, text) + 26
	}
	middle := func(r image.Rectangle) image.Point { return r.Min.Add(r.Max).Div(2) }
	sample(func(r image.Rectangle) { p.frame(r, edgeInk) }, "crop")
	sample(func(r image.Rectangle) { p.dashes(r, edgeInk) }, "trimmed page")
	sample(func(r image.Rectangle) { p.frame(r, keepInk) }, "keep")
	sample(func(r image.Rectangle) { p.target(middle(r), focusInk) }, "focus")
	sample(func(r image.Rectangle) { p.target(middle(r), guessInk) }, "focus chosen by content")
	sample(func(r image.Rectangle) { p.dashes(r, guessInk) }, "face")
}
