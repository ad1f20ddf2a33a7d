package finish

import (
	"math"
	"testing"

	"masthead/layout/color"
)

// contrasts holds every text against what was filled behind it before: 4.5 to 1,
// 3 to 1 for large type (WCAG 2.2, 1.4.3). What lies behind a text on a picture,
// it cannot say.
func (i *inspector) contrasts(t testing.TB) {
	refs, err := i.file.Pages()
	if err != nil {
		t.Fatal(err)
	}
	for n, ref := range refs {
		p := painted{}
		_, err := Operators(i.file.Content(i.dict(ref)["Contents"]), func(op string, args []Object) error {
			p.operator(op, args)
			if got := p.stands; (op == "TJ" || op == "Tj") && got > 0 {
				if least := map[bool]float64{true: 3, false: 4.5}[p.size >= 18]; got < least {
					i.fault("page %d: a text of %g pt stands out by %.1f to 1", n+1, p.size, got)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// painted is what a page has shown so far.
type painted struct {
	ink        color.RGB
	size, x, y float64
	grounds    []filled
	next       filled
	stands     float64 // contrast of the text at hand, 0 where it is not known
	matrix     [6]float64
}

type filled struct {
	x0, y0, x1, y1 float64
	ink            color.RGB
	picture        bool
}

func (p *painted) operator(op string, args []Object) {
	v := make([]float64, len(args))
	for i, a := range args {
		v[i] = number(a)
	}
	switch op {
	case "rg":
		p.ink = color.RGB{R: eight(v[0]), G: eight(v[1]), B: eight(v[2])}
	case "re":
		p.next = filled{x0: v[0], y0: v[1], x1: v[0] + v[2], y1: v[1] + v[3]}
	case "f":
		p.next.ink = p.ink
		p.grounds = append(p.grounds, p.next)
		p.next = filled{}
	case "cm":
		copy(p.matrix[:], v)
	case "Do":
		m := p.matrix
		p.grounds = append(p.grounds, filled{x0: m[4], y0: m[5], x1: m[4] + m[0], y1: m[5] + m[3], picture: true})
	case "Tf":
		p.size = v[1]
	case "Td":
		p.x, p.y = v[0], v[1]
	case "TJ", "Tj":
		p.stands = p.contrast()
	}
}

// contrast compares the ink with the last thing painted behind the beginning of
// a text, or with the paper.
func (p *painted) contrast() float64 {
	x, y := p.x+p.size/4, p.y+p.size/4
	for i := len(p.grounds) - 1; i >= 0; i-- {
		if g := p.grounds[i]; x >= g.x0 && x <= g.x1 && y >= g.y0 && y <= g.y1 {
			if g.picture {
				return 0
			}
			return color.Contrast(p.ink, g.ink)
		}
	}
	return color.Contrast(p.ink, color.RGB{R: 255, G: 255, B: 255})
}

func eight(v float64) uint8 { return uint8(math.Round(v * 255)) }
