package preflight

import (
	"math"
	"slices"

	"masthead/layout/color"
)

// judge holds what a page paints against the rules, and sums it up.
func (c *checker) judge(p *sheet) {
	plates := map[string]bool{}
	var grounds []int // marks that others may lie on
	for i := range p.marks {
		m := &p.marks[i]
		if !m.box.meets(p.media) && m.kind != strokeMark {
			continue
		}
		c.plates(plates, m)
		if m.ink.all {
			if m.box.meets(p.bleed.grown(-hair)) {
				c.find("marks-inside", p.number, "something is painted in registration colour on the page")
			}
			continue
		}
		c.checkFlat(p, m)
		c.checkWhite(p, m)
		if m.box.meets(p.trim) || m.kind == strokeMark && m.box.grown(hair).meets(p.trim) {
			c.checkEdges(p, m)
			switch m.kind {
			case textMark:
				c.checkText(p, m, p.marks, grounds)
			case pictureMark:
				c.checkPicture(p, m)
			case strokeMark:
				c.checkLine(p, m, m.width)
			case fillMark:
				if m.solid {
					c.checkLine(p, m, min(m.box.Width(), m.box.Height()))
				}
			}
		}
		if m.opaque && (m.kind == fillMark && m.solid || m.kind == pictureMark || m.kind == shadeMark) && len(grounds) < 20000 {
			grounds = append(grounds, i)
		}
	}
	p.out.Plates = ordered(plates)
}

// plates books the inks of a mark.
func (c *checker) plates(into map[string]bool, m *mark) {
	add := func(k color.CMYK) {
		for name, v := range map[string]float64{"Cyan": k.C, "Magenta": k.M, "Yellow": k.Y, "Black": k.K} {
			if v > 0 {
				into[name] = true
			}
		}
	}
	add(m.ink.cmyk)
	for _, s := range m.ink.spots {
		if s.percent > 0 {
			into[s.name] = true
		}
	}
	if m.kind == pictureMark && !m.picture.mask {
		switch s := m.picture.space; {
		case s.family == "DeviceGray":
			into["Black"] = true
		case s.family == "Separation" || s.family == "DeviceN":
			for _, n := range s.names {
				into[n] = true
			}
		default:
			add(color.CMYK{C: 1, M: 1, Y: 1, K: 1})
		}
	}
}

// ordered lists plates: the process inks in the order of the press, then spots by
// name.
func ordered(plates map[string]bool) []string {
	var out, spots []string
	for _, n := range []string{"Cyan", "Magenta", "Yellow", "Black"} {
		if plates[n] {
			out = append(out, n)
		}
	}
	for n := range plates {
		if !process(n) {
			spots = append(spots, n)
		}
	}
	slices.Sort(spots)
	return append(out, spots...)
}

func (c *checker) checkFlat(p *sheet, m *mark) {
	if !m.ink.known {
		return
	}
	p.out.MostInk = max(p.out.MostInk, m.ink.total)
	if m.ink.total > c.opt.InkLimit+0.5 {
		c.find("ink-flat", p.number, "%s takes %.0f %% of ink, more than %.0f %%", m.what(), m.ink.total, c.opt.InkLimit)
	}
}

// checkWhite: overprinted in mode 1, or in a separation, nothing prints at all.
func (c *checker) checkWhite(p *sheet, m *mark) {
	if m.kind == pictureMark || !m.over || !m.ink.white() {
		return
	}
	if m.ink.space.family == "DeviceCMYK" && m.mode == 1 || m.ink.space.family == "Separation" {
		c.find("white-overprint", p.number, "white overprints: %s", m.what())
	}
}

func (c *checker) checkPicture(p *sheet, m *mark) {
	pic := m.picture
	p.out.Pictures++
	ppi := int(math.Round(m.ppi))
	if p.out.LeastPPI == 0 || ppi < p.out.LeastPPI {
		p.out.LeastPPI = ppi
	}
	where := size(m.place.bounds(Box{0, 0, 1, 1}))
	switch {
	case pic.mask:
		return
	case ppi < c.opt.FailPPI:
		c.find("resolution", p.number, "a picture of %s has %d ppi, less than %d", where, ppi, c.opt.FailPPI)
	case ppi < c.opt.WarnPPI:
		c.milder("resolution", p.number, "a picture of %s has %d ppi, less than %d", where, ppi, c.opt.WarnPPI)
	}
	switch pic.space.family {
	case "DeviceRGB", "CalRGB": // which is told already
		return
	}
	if !pic.known {
		c.find("ink-unmeasured", p.number, "the ink of a picture of %s is not measured: %s", where, first(pic.why, "it is not in the inks of the press"))
		return
	}
	p.out.MostInk = max(p.out.MostInk, pic.ink)
	if pic.ink > c.opt.InkLimit+1 {
		c.find("ink-picture", p.number, "a picture of %s takes up to %.0f %% of ink, more than %.0f %%", where, pic.ink, c.opt.InkLimit)
	}
}

// checkLine: a line of tint, whose plates are all screened, needs more width than
// one that is nearly solid, and one of several tints must hide their register.
func (c *checker) checkLine(p *sheet, m *mark, width float64) {
	if m.ink.white() {
		return
	}
	least := 0.25
	if k := m.ink.cmyk; m.ink.known && max(k.C, k.M, k.Y, k.K) < 50 && len(m.ink.spots) == 0 {
		if least = 0.5; max(k.C, k.M, k.Y, k.K) == k.Total() {
			least = 0.35
		}
	}
	const slack = 0.005
	if width < least-slack {
		c.find("hairline", p.number, "a line of %.2g pt in %v, less than %.2g pt", width, m.ink, least)
	}
}

// what names a mark in a message.
func (m *mark) what() string {
	switch m.kind {
	case textMark:
		return "text " + quoted(m.text)
	case strokeMark:
		return "a line"
	case pictureMark:
		return "a picture"
	case shadeMark:
		return "a gradient"
	}
	return "a fill of " + size(m.box)
}

func quoted(s string) string {
	if s == "" {
		return "that cannot be read back"
	}
	return "“" + short(s) + "”"
}
