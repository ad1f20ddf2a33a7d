package paint

import (
	"fmt"
	"math"
	"slices"

	"masthead/layout/color"
	"masthead/layout/display"
	"masthead/layout/geom"
)

// ink sets the filling colour and, in print, whether it overprints.
//
// The e-mail file is RGB. In print an ink is its spot colour or its four
// process inks; black and grey stay on the K plate, and where may allows it they
// overprint (ISO 32000-1, 8.6.7, overprint mode 1), so that the plates need no
// register at letters' edges. Grey does from 70 % on: so dark a grey can be read
// on something lighter alone, to which overprinting adds. A lighter one does on
// paper and light tints; on a dark ground it must knock out. White always does:
// overprinting white prints nothing.
func (p *painter) ink(ink color.Ink, box geom.Rect, may bool) error {
	if p.opt.Profile == display.Email {
		for _, v := range []uint8{ink.RGB.R, ink.RGB.G, ink.RGB.B} {
			p.numbers((int64(v)*1000 + 127) / 255)
		}
		p.op("rg")
		return nil
	}
	p.at.Overprint = true
	state := display.KnockOut
	if may && ink.Spot == "" && ink.CMYK.BlackOnly() && (ink.CMYK.K >= darkGrey || ink.CMYK.K > 0 && p.light(box)) {
		state = display.Overprint
	}
	p.op("/" + state + " gs")
	if ink.Spot != "" {
		i, err := p.spot(ink)
		if err != nil {
			return err
		}
		p.op("/" + display.SpotName(i) + " cs 1 scn")
		return nil
	}
	for _, v := range []float64{ink.CMYK.C, ink.CMYK.M, ink.CMYK.Y, ink.CMYK.K} {
		p.out = append(appendDecimal(p.out, int64(math.Round(v*100)), 4), ' ')
	}
	p.op("k")
	return nil
}

// darkGrey is the least black of a grey that overprints whatever lies below, and
// lightTint the most coloured ink of a ground that any grey may overprint, in
// percent.
const (
	darkGrey  = 70
	lightTint = 60
)

// A ground is something painted that other things may lie on.
type ground struct {
	rect geom.Rect
	dark bool
}

// lay notes a ground of the print file; a picture, of no ink, is dark.
func (p *painter) lay(rect geom.Rect, ink *color.Ink) {
	if p.opt.Profile != display.Print {
		return
	}
	dark := ink == nil || ink.Spot != "" || ink.CMYK.C+ink.CMYK.M+ink.CMYK.Y > lightTint
	p.grounds = append(p.grounds, ground{rect, dark})
}

// light reports whether nothing but paper and light tints shows in a rectangle.
func (p *painter) light(box geom.Rect) bool {
	for _, g := range slices.Backward(p.grounds) {
		part := g.rect.Intersect(box)
		switch {
		case part.Empty():
		case g.dark:
			return false
		case part == box:
			return true
		}
	}
	return true
}

// spot books a spot ink. One name has one alternate in a file (ISO 19005-2,
// 6.2.4.4).
func (p *painter) spot(ink color.Ink) (int, error) {
	for i, s := range p.ledger.Spots {
		if s.Spot != ink.Spot {
			continue
		}
		if s.CMYK != ink.CMYK {
			return 0, fmt.Errorf("spot ink %q has two alternates, %v and %v", ink.Spot, s.CMYK, ink.CMYK)
		}
		p.at.Spots = use(p.at.Spots, i)
		return i, nil
	}
	p.ledger.Spots = append(p.ledger.Spots, ink)
	i := len(p.ledger.Spots) - 1
	p.at.Spots = use(p.at.Spots, i)
	return i, nil
}
