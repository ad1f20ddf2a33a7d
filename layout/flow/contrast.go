package flow

import (
	"masthead/layout/color"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/photo"
)

// ground is what lies behind text: a flat colour or a placed photo.
type ground struct {
	rect  geom.Rect
	rgb   color.RGB
	photo bool
	index int // of the photo
}

// contrast returns the least contrast of a colour with what was painted behind
// a rectangle (WCAG 2.2, 1.4.3).
func (pg *page) contrast(ink color.RGB, r geom.Rect) float64 {
	worst := 21.0
	for i := len(pg.grounds) - 1; i >= 0; i-- {
		g := &pg.grounds[i]
		part := g.rect.Intersect(r)
		if part.Empty() {
			continue
		}
		if g.photo {
			worst = min(worst, pg.overPhoto(ink, g, part))
		} else {
			worst = min(worst, color.Contrast(ink, g.rgb))
		}
		if part == r {
			return worst // what lies below is hidden
		}
	}
	return min(worst, color.Contrast(ink, pg.paper()))
}

// overPhoto returns the least contrast with the pixels of a placed photo; where
// nobody can look at them, that with a white or a black pixel under its scrims.
func (pg *page) overPhoto(ink color.RGB, g *ground, part geom.Rect) float64 {
	p := pg.ink.photos[g.index]
	if t := pg.ink.tonesOf(g.index, pg.in.Tones); t != nil {
		part.X, part.Y = part.X-g.rect.X, part.Y-g.rect.Y
		return against(ink, t, part)
	}
	worst := 21.0
	for _, pixel := range []uint8{0, 255} {
		for _, y := range []geom.Length{part.Y, part.Bottom()} {
			px := color.RGB{R: pixel, G: pixel, B: pixel}
			for _, s := range p.Scrims {
				a, ok := s.Alpha(y - g.rect.Y)
				if ok {
					px = mix(px, s.Ink.RGB, a)
				}
			}
			worst = min(worst, color.Contrast(ink, px))
		}
	}
	return worst
}

// against returns the least contrast of a colour with a part of a picture: that
// with its darkest or its lightest spot, or none where its tones lie between.
func against(ink color.RGB, t *photo.Tones, part geom.Rect) float64 {
	darkest, lightest := t.Range(part)
	l := ink.Luminance()
	switch {
	case l >= lightest:
		return (l + 0.05) / (lightest + 0.05)
	case l <= darkest:
		return (darkest + 0.05) / (l + 0.05)
	}
	return 1
}

// tonesOf looks at a photo, once.
func (k *ink) tonesOf(i int, look func(display.Photo) *photo.Tones) *photo.Tones {
	if look == nil {
		return nil
	}
	for len(k.tones) < len(k.photos) {
		k.tones = append(k.tones, seen{})
	}
	if s := &k.tones[i]; !s.looked {
		s.looked, s.tones = true, look(k.photos[i])
	}
	return k.tones[i].tones
}

// seen is what was seen of a photo, if it was looked at.
type seen struct {
	looked bool
	tones  *photo.Tones
}

// paper is the colour of the sheet on a screen.
func (pg *page) paper() color.RGB {
	if t := pg.brand.Page.Tint; t != "" {
		return pg.brand.Ink(t, 0).RGB
	}
	return color.RGB{R: 255, G: 255, B: 255}
}

func mix(under, over color.RGB, alpha float64) color.RGB {
	f := func(a, b uint8) uint8 { return uint8(float64(float64(a)*(1-alpha)) + float64(float64(b)*alpha) + 0.5) }
	return color.RGB{R: f(under.R, over.R), G: f(under.G, over.G), B: f(under.B, over.B)}
}

// legible complains of a line that what lies behind it hides: a picture, or a
// ground that the brand's own check could not tell.
func (pg *page) legible(b *block, contrast float64) {
	least := b.style.MinContrast(b.size)
	key := "contrast\x00" + b.id
	if pg.in.Tones == nil || contrast >= least || pg.warned[key] {
		return
	}
	pg.warned[key] = true
	pg.diags.Errorf(b.pos, "contrast", "take a quieter picture, or give the brand a stronger scrim or another colour",
		"page %d: the %s has a contrast of %.1f to 1 with what lies behind it, less than %.1f", pg.m.number, b.role, contrast, least)
}
