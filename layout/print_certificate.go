package layout

import (
	"fmt"
	"strings"

	"masthead/layout/color"
	"masthead/layout/diag"
	"masthead/layout/geom"
	"masthead/layout/preflight"
)

// The certificate is one A4 page for the print shop:
//
//	┌──────────────────────────────┐
//	│ Preflight            passed  │
//	│ file, title                  │
//	│ claims ..  pages ..  inks .. │
//	│ ▯ ▯ ▯ ▯ ▯ ▯                  │  every page, as trimmed
//	│ findings                     │
//	│ what was looked at           │
//	└──────────────────────────────┘
const (
	certLeft   = 42 * geom.Point
	certTop    = 54 * geom.Point
	certFoot   = 806 * geom.Point
	certGap    = 10 * geom.Point
	certWidth  = 511 * geom.Point
	certHeight = 842 * geom.Point
	certThumbs = 300 * geom.Point // the most that thumbnails may take of the height
)

// Certificate sets a report on a page: a PDF for people, tagged, in sRGB. The
// thumbnails are there if the report has them. Of the options it uses the assets
// and fonts.
func Certificate(rep *Preflight, name string, opt Options) ([]byte, error) {
	c, err := newCertificate(rep, name, opt.Fonts)
	if err != nil {
		return nil, err
	}
	c.head()
	c.facts()
	c.thumbnails()
	c.findings()
	c.foot()
	return c.file(opt.Assets)
}

// thumbed reports whether the pages of a report are drawn.
func thumbed(rep *Preflight) bool { return len(rep.Pages) > 0 && rep.Pages[0].Thumbnail != nil }

func (c *certificate) head() {
	c.y = certTop
	c.line(c.doc.Root.Add("H1"), line{words: "Preflight", size: 22, bold: true})
	verdict, ink := c.verdict()
	c.line(c.doc.Root.Add("P"), line{words: verdict, size: 22, bold: true, ink: ink, right: true})
	c.y += 20 * geom.Point
	c.line(c.doc.Root.Add("P"), line{words: c.name, size: 11, bold: true})
	if t := c.rep.Title; t != "" {
		c.y += 14 * geom.Point
		c.line(c.doc.Root.Add("P"), line{words: t, size: 9.5})
	}
	c.y += 12 * geom.Point
	c.rule(ink, 2*geom.Point)
}

func (c *certificate) verdict() (string, color.RGB) {
	switch c.rep.Verdict() {
	case preflight.Failed:
		return "failed", color.RGB{R: 178, G: 50, B: 30}
	case preflight.Warned:
		return "passed, with warnings", color.RGB{R: 127, G: 85, B: 11}
	}
	return "passed", color.RGB{R: 11, G: 100, B: 87}
}

// facts sets labels and values in two columns.
func (c *certificate) facts() {
	r := c.rep
	if !r.Opened {
		return
	}
	c.y += 18 * geom.Point
	rows := [][2]string{
		{"Standard", or(r.Standard, "none claimed") + ", PDF " + r.Version},
		{"Made for", or(r.Intent, "no press named")},
		{"Pages", strings.Join(r.Sizes(), "; ")},
		{"Plates", strings.Join(platesOf(r), ", ")},
		{"Most ink", fmt.Sprintf("%.0f %%", mostInkOf(r))},
		{"Pictures", picturesOf(r)},
		{"Fonts", fontsOf(r)},
		{"Written by", or(r.Producer, "not said")},
	}
	top := c.y
	for i, row := range rows {
		x := geom.Length(0)
		if i == (len(rows)+1)/2 {
			c.y = top
		}
		if i >= (len(rows)+1)/2 {
			x = certWidth/2 + certGap
		}
		p := c.doc.Root.Add("P")
		c.line(p, line{words: row[0], size: 8.5, bold: true, x: x, ink: grey()})
		c.line(p, line{words: row[1], size: 8.5, x: x + 56*geom.Point, most: certWidth/2 - 66*geom.Point})
		c.y += 13 * geom.Point
	}
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func platesOf(r *Preflight) (out []string) {
	seen := map[string]bool{}
	for i := range r.Pages {
		for _, name := range r.Pages[i].Plates {
			if !seen[name] {
				seen[name], out = true, append(out, name)
			}
		}
	}
	return out
}

func mostInkOf(r *Preflight) (most float64) {
	for i := range r.Pages {
		most = max(most, r.Pages[i].MostInk)
	}
	return most
}

func picturesOf(r *Preflight) string {
	n, least := 0, 0
	for i := range r.Pages {
		p := &r.Pages[i]
		n += p.Pictures
		if p.LeastPPI > 0 && (least == 0 || p.LeastPPI < least) {
			least = p.LeastPPI
		}
	}
	if n == 0 {
		return "none"
	}
	return fmt.Sprintf("%d, at least %d ppi", n, least)
}

func fontsOf(r *Preflight) string {
	loose := 0
	for _, f := range r.Fonts {
		if !f.Embedded {
			loose++
		}
	}
	if loose == 0 {
		return fmt.Sprintf("%d, all embedded", len(r.Fonts))
	}
	return fmt.Sprintf("%d, of which %d not embedded", len(r.Fonts), loose)
}

// thumbnails sets the pages in rows, as large as there is room for.
func (c *certificate) thumbnails() {
	if !thumbed(c.rep) {
		return
	}
	c.y += 6 * geom.Point
	n := len(c.rep.Pages)
	first := c.rep.Pages[0].Thumbnail
	gap := 8 * geom.Point
	label := 10 * geom.Point
	across := min(n, 6)
	var w, h geom.Length
	for ; across <= 60; across++ {
		w = (certWidth - gap*geom.Length(across-1)) / geom.Length(across)
		w = min(w, 110*geom.Point)
		h = w.MulDiv(int64(first.H), int64(first.W))
		if rows := geom.Length((n + across - 1) / across); rows*(h+label+gap) <= certThumbs {
			break
		}
	}
	for i := range c.rep.Pages {
		p := &c.rep.Pages[i]
		col := geom.Length(i % across)
		if i > 0 && col == 0 {
			c.y += h + label + gap
		}
		if p.Thumbnail == nil {
			continue
		}
		box := geom.Rect{X: certLeft + col*(w+gap), Y: c.y, W: w, H: min(h, w.MulDiv(int64(p.Thumbnail.H), int64(p.Thumbnail.W)))}
		c.picture(box, p.Thumbnail, fmt.Sprintf("page %d", p.Number))
		y := c.y
		c.y += h + 8*geom.Point
		c.line(c.doc.Root.Add("P"), line{words: c.caption(p), size: 7, x: box.X - certLeft, ink: grey(), most: w})
		c.y = y
	}
	c.y += h + label + gap
}

// caption is a page's number and how many findings it has.
func (c *certificate) caption(p *preflight.Page) string {
	n := 0
	for _, f := range c.rep.Findings {
		if f.Page == p.Number && f.Severity >= diag.Warning {
			n += 1 + f.More
		}
	}
	if n == 0 {
		return fmt.Sprint(p.Number)
	}
	return fmt.Sprintf("%d: %d found", p.Number, n)
}

// findings lists what was found, as much as there is room for.
func (c *certificate) findings() {
	c.y += 12 * geom.Point
	c.line(c.doc.Root.Add("H2"), line{words: "Findings", size: 11, bold: true})
	c.y += 4 * geom.Point
	list := c.rep.Groups()
	if len(list) == 0 {
		c.y += 12 * geom.Point
		c.line(c.doc.Root.Add("P"), line{words: "none", size: 8.5})
		return
	}
	for i, f := range list {
		c.y += 23 * geom.Point / 2
		if c.y > certFoot-40*geom.Point && i+1 < len(list) {
			c.line(c.doc.Root.Add("P"), line{words: fmt.Sprintf("and %d more", len(list)-i), size: 8.5, ink: grey()})
			return
		}
		p := c.doc.Root.Add("P")
		ink := map[diag.Severity]color.RGB{diag.Error: {R: 178, G: 50, B: 30}, diag.Warning: {R: 127, G: 85, B: 11}}[f.Severity]
		c.line(p, line{words: f.Where(), size: 8.5, ink: grey()})
		c.line(p, line{words: f.Severity.String(), size: 8.5, bold: true, x: 44 * geom.Point, ink: ink})
		more := ""
		if f.More > 0 {
			more = fmt.Sprintf(" (and %d more)", f.More)
		}
		c.line(p, line{words: f.Message + more, size: 8.5, x: 88 * geom.Point, most: certWidth - 180*geom.Point})
		c.line(p, line{words: f.Rule, size: 7, right: true, ink: grey()})
	}
}

func (c *certificate) foot() {
	c.y = certFoot
	c.rule(color.RGB{R: 197, G: 202, B: 210}, geom.Point/2)
	c.y += 11 * geom.Point
	c.line(c.doc.Root.Add("P"), line{
		words: fmt.Sprintf("Structurally checked by %d rules of PDF/X-4, PDF/A-2 and press practice; not certified. Masthead %s", c.rep.Rules, Version),
		size:  7, ink: grey(),
	})
}

func grey() color.RGB { return color.RGB{R: 86, G: 96, B: 114} }
