package preflight

import (
	"strings"

	"masthead/layout/color"
)

// checkText holds a run of type against the ink rules. Grounds are the marks
// before it that it may lie on.
func (c *checker) checkText(p *sheet, m *mark, marks []mark, grounds []int) {
	if strings.TrimSpace(m.text) == "" && m.text != "" {
		return
	}
	if p.out.SmallestType == 0 || m.size < p.out.SmallestType {
		p.out.SmallestType = m.size
	}
	var ground *mark
	x, y := (m.box.X0+m.box.X1)/2, (m.box.Y0+m.box.Y1)/2
	for i := len(grounds) - 1; i >= 0; i-- {
		if g := &marks[grounds[i]]; x >= g.box.X0 && x <= g.box.X1 && y >= g.box.Y0 && y <= g.box.Y1 {
			ground = g
			break
		}
	}
	c.checkContrast(p, m, ground, x, y)
	k := m.ink
	const slack = 0.01
	switch {
	case !k.known:
	case k.white(), knockedOut(k, ground):
		if m.size < c.opt.KnockedOut-slack && ground != nil {
			c.find("knocked-out", p.number, "light %s is set at %.3g pt, less than %g", m.what(), m.size, c.opt.KnockedOut)
		}
	case k.blackOnly():
		const black, seen = 95, 24 // percent; points above which a register error is small against the stroke
		free := ground == nil || ground.ink.white()
		if k.cmyk.K >= black && m.size < seen && !free && !c.overprints(m) {
			c.find("black-overprint", p.number, "black %s does not overprint what it lies on", m.what())
		}
	case c.neutral(k) && m.size < 14:
		c.find("built-black", p.number, "%s at %.3g pt is built of %v", m.what(), m.size, k)
	case m.size < c.opt.SmallText-slack && !m.font.bold:
		c.find("small-text", p.number, "%s in %v is set at %.3g pt, less than %g, and is not semi-bold", m.what(), k, m.size, c.opt.SmallText)
	}
}

// knockedOut reports whether text is a hole in a ground that takes far more ink.
func knockedOut(k ink, ground *mark) bool {
	return ground != nil && ground.ink.known && k.total < ground.ink.total/2
}

// overprints reports whether black leaves the other plates alone: in DeviceCMYK
// in overprint mode 1 only (ISO 32000-1, 8.6.7).
func (c *checker) overprints(m *mark) bool {
	return m.over && (m.mode == 1 || m.ink.space.family != "DeviceCMYK")
}

// neutral reports whether a colour of several inks looks black or grey.
func (c *checker) neutral(k ink) bool {
	n := 0
	for _, v := range []float64{k.cmyk.C, k.cmyk.M, k.cmyk.Y, k.cmyk.K} {
		if v > 0 {
			n++
		}
	}
	if n < 2 || len(k.spots) > 0 {
		return false
	}
	v := c.shownAs(k)
	const dark, grey = 110, 24
	light, low := max(v.R, v.G, v.B), min(v.R, v.G, v.B)
	return light < dark && light-low < grey
}

// checkContrast compares text with its ground at its middle.
func (c *checker) checkContrast(p *sheet, m *mark, ground *mark, x, y float64) {
	behind := color.RGB{R: 255, G: 255, B: 255}
	switch {
	case ground == nil:
	case ground.kind == pictureMark:
		v, ok := ground.pixel(x, y)
		if !ok {
			return
		}
		behind = v
	case !ground.ink.known && !screenInk(ground.ink):
		return
	default:
		behind = c.shownAs(ground.ink)
	}
	if !m.ink.known && !screenInk(m.ink) || !m.opaque {
		return
	}
	const least = 3
	if got := color.Contrast(c.shownAs(m.ink), behind); got < least {
		c.find("contrast", p.number, "%s stands out by %.1f to 1 only", m.what(), got)
	}
}

// screenInk reports whether a colour that is no press colour can be guessed at.
func screenInk(k ink) bool {
	return k.space != nil && (k.space.family == "DeviceRGB" || k.space.family == "CalRGB" || k.space.family == "ICCBased")
}

// pixel returns what a picture shows at a place on the page.
func (m *mark) pixel(x, y float64) (color.RGB, bool) {
	r, t := m.picture.pixels, m.place
	det := t[0]*t[3] - t[1]*t[2]
	if r == nil || det == 0 {
		return color.RGB{}, false
	}
	dx, dy := x-t[4], y-t[5]
	u, v := (dx*t[3]-dy*t[2])/det, (dy*t[0]-dx*t[1])/det
	return r.At(int(u*float64(r.W)), int((1-v)*float64(r.H))), true
}
