package preflight

import (
	"fmt"
	"math"
	"strings"

	"masthead/layout/finish"
)

// Box is a rectangle in points, from the lower left.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Width returns the width of the box.
func (b Box) Width() float64 { return b.X1 - b.X0 }

// Height returns the height of the box.
func (b Box) Height() float64 { return b.Y1 - b.Y0 }

func (b Box) empty() bool { return b.X1 <= b.X0 || b.Y1 <= b.Y0 }

func (b Box) and(o Box) Box {
	return Box{max(b.X0, o.X0), max(b.Y0, o.Y0), min(b.X1, o.X1), min(b.Y1, o.Y1)}
}

func (b Box) meets(o Box) bool { return !b.and(o).empty() }

// within reports whether b lies in o, to within a hair.
func (b Box) within(o Box, slack float64) bool {
	return b.X0 >= o.X0-slack && b.Y0 >= o.Y0-slack && b.X1 <= o.X1+slack && b.Y1 <= o.Y1+slack
}

func (b Box) grown(by float64) Box { return Box{b.X0 - by, b.Y0 - by, b.X1 + by, b.Y1 + by} }

// hair is the slack of comparisons, a fiftieth of a millimetre.
const hair = 0.05

// sheet is a page under the lens.
type sheet struct {
	number                   int
	dict                     finish.Dict
	media, crop, bleed, trim Box
	out                      Page
	marks                    []mark
}

// box reads a rectangle (ISO 32000-1, 7.9.5); its corners may be swapped.
func (c *checker) box(o finish.Object) (Box, bool) {
	v := c.reals(o)
	if len(v) != 4 {
		return Box{}, false
	}
	for _, n := range v {
		if math.IsNaN(n) || math.Abs(n) > 1e6 {
			return Box{}, false
		}
	}
	b := Box{min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])}
	return b, !b.empty()
}

// boxes reads the page boxes and holds them against each other (14.11.2).
func (c *checker) boxes(p *sheet) {
	var ok, cropped, bled, trimmed, art bool
	if p.media, ok = c.box(c.Inherited(p.dict, "MediaBox")); !ok {
		c.find("x4-media-box", p.number, "the page has no media box")
		p.media = Box{0, 0, 612, 792}
	}
	if p.crop, cropped = c.box(c.Inherited(p.dict, "CropBox")); !cropped {
		p.crop = p.media
	}
	if p.bleed, bled = c.box(p.dict["BleedBox"]); !bled {
		p.bleed = p.crop
	}
	p.trim, trimmed = c.box(p.dict["TrimBox"])
	b, art := c.box(p.dict["ArtBox"])
	switch {
	case trimmed && art:
		c.find("x4-trim-box", p.number, "the page has both a trim box and an art box")
	case !trimmed && !art:
		c.find("x4-trim-box", p.number, "the page has no trim box")
		p.trim = p.crop
	case art:
		p.trim = b
	}
	for _, n := range []struct {
		inner, outer Box
		names        string
	}{
		{p.trim, p.bleed, "the trim box reaches out of the bleed box"},
		{p.bleed, p.media, "the bleed box reaches out of the media box"},
		{p.crop, p.media, "the crop box reaches out of the media box"},
	} {
		if !n.inner.within(n.outer, hair) {
			c.find("x4-box-nesting", p.number, "%s", n.names)
		}
	}
	if cropped && bled && !p.bleed.within(p.crop, hair) && !p.trim.within(p.crop, hair) {
		c.find("x4-box-nesting", p.number, "the crop box cuts into the trim")
	}
	c.checkBleed(p)
	if r := c.number(c.Inherited(p.dict, "Rotate")); r != 0 {
		c.find("box-rotate", p.number, "the page is turned by %.0f degrees", r)
	}
	if u := c.number(p.dict["UserUnit"]); u != 0 && u != 1 {
		c.find("box-rotate", p.number, "the page is scaled by %g", u)
	}
}

func (c *checker) checkBleed(p *sheet) {
	if c.opt.Bleed <= 0 {
		return
	}
	var lacking []string
	for _, s := range []struct {
		has  float64
		name string
	}{
		{p.bleed.Y1 - p.trim.Y1, "top"},
		{p.bleed.X1 - p.trim.X1, "right"},
		{p.trim.Y0 - p.bleed.Y0, "bottom"},
		{p.trim.X0 - p.bleed.X0, "left"},
	} {
		if s.has < c.opt.Bleed-hair {
			lacking = append(lacking, s.name)
		}
	}
	if lacking != nil {
		c.find("box-bleed", p.number, "less than %s of bleed: %s", millimetres(c.opt.Bleed), strings.Join(lacking, ", "))
	}
}

// checkSizes compares the trims of all pages.
func (c *checker) checkSizes() {
	for _, p := range c.report.Pages[min(1, len(c.report.Pages)):] {
		first := c.report.Pages[0].Trim
		if math.Abs(p.Trim.Width()-first.Width()) > 0.5 || math.Abs(p.Trim.Height()-first.Height()) > 0.5 {
			c.find("box-uniform", p.Number, "the page is %s, the first %s", size(p.Trim), size(first))
		}
	}
}

// checkBinding holds the number of pages against the way they are bound.
func (c *checker) checkBinding() {
	n := len(c.report.Pages)
	of, how := 1, ""
	switch c.opt.Binding {
	case "saddle":
		of, how = 4, "saddle-stitched"
	case "fold":
		of, how = 2, "folded"
	}
	if n%of == 0 {
		return
	}
	fits := fmt.Sprint(n/of*of + of)
	if n > of {
		fits = fmt.Sprintf("%d or %s", n/of*of, fits)
	}
	c.find("binding", 0, "%s cannot be %s; %s can", plural(n, "page"), how, fits)
}
