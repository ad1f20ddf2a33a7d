package preflight

import (
	"math"

	"masthead/layout/finish"
)

// outline is a path in the making, in the units of the page.
type outline struct {
	subs   [][]dot
	bounds Box
	begun  bool
	rects  int // rectangles that stand upright, of
	parts  int // subpaths
	keep   bool
	here   dot // the current point, in user space
}

func (o *outline) add(x, y float64, m matrix, start bool) {
	o.here = dot{x, y}
	px, py := m.at(x, y)
	if math.IsNaN(px) || math.IsNaN(py) {
		return
	}
	if !o.begun {
		o.bounds, o.begun = Box{px, py, px, py}, true
	}
	o.bounds = Box{min(o.bounds.X0, px), min(o.bounds.Y0, py), max(o.bounds.X1, px), max(o.bounds.Y1, py)}
	if start {
		o.parts++
	}
	if !o.keep {
		return
	}
	if start || len(o.subs) == 0 {
		o.subs = append(o.subs, nil)
	}
	last := len(o.subs) - 1
	o.subs[last] = append(o.subs[last], dot{px, py})
}

// curve adds a Bézier arc as a few lines; its bounds are those of its controls.
func (o *outline) curve(c [3]dot, m matrix) {
	const steps = 6
	from := o.here
	for i := 1; i <= steps; i++ {
		t := float64(i) / steps
		u := 1 - t
		mix := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
		o.add(mix(from.x, c[0].x, c[1].x, c[2].x), mix(from.y, c[0].y, c[1].y, c[2].y), m, false)
	}
}

func (o *outline) rect(x, y, w, h float64, m matrix) {
	o.add(x, y, m, true)
	o.add(x+w, y, m, false)
	o.add(x+w, y+h, m, false)
	o.add(x, y+h, m, false)
	if m[1] == 0 && m[2] == 0 || m[0] == 0 && m[3] == 0 {
		o.rects++
	}
}

// pathOperator does what makes and paints paths (ISO 32000-1, 8.5).
func (in *interpreter) pathOperator(op string, args []finish.Object) bool {
	p, m := &in.path, in.now.ctm
	p.keep = in.opt.Thumbnails > 0
	at := func(i int) dot { return dot{arg(args, i), arg(args, i+1)} }
	switch op {
	case "m":
		p.add(arg(args, 0), arg(args, 1), m, true)
	case "l":
		p.add(arg(args, 0), arg(args, 1), m, false)
	case "c":
		p.curve([3]dot{at(0), at(2), at(4)}, m)
	case "v":
		p.curve([3]dot{p.here, at(0), at(2)}, m)
	case "y":
		p.curve([3]dot{at(0), at(2), at(2)}, m)
	case "h":
	case "re":
		p.rect(arg(args, 0), arg(args, 1), arg(args, 2), arg(args, 3), m)
	case "W", "W*":
		in.clip = true
	case "n":
		in.endPath()
	case "f", "F", "f*":
		in.fill()
		in.endPath()
	case "S", "s":
		in.strokePath()
		in.endPath()
	case "B", "B*", "b", "b*":
		in.fill()
		in.strokePath()
		in.endPath()
	default:
		return false
	}
	return true
}

func (in *interpreter) endPath() {
	if in.clip && in.path.begun {
		in.now.clip = in.now.clip.and(in.path.bounds)
	}
	in.path, in.clip = outline{}, false
}

func (in *interpreter) fill() {
	p := &in.path
	if !p.begun {
		return
	}
	solid := p.rects == 1 && p.parts == 1
	in.colour(in.now.fill, p.bounds, mark{
		kind: fillMark, box: p.bounds, over: in.now.overFill, mode: in.now.mode, opaque: true, solid: solid, shape: p.subs,
	}, "a fill is")
}

func (in *interpreter) strokePath() {
	p := &in.path
	if !p.begun {
		return
	}
	width := in.now.width * in.now.ctm.scale()
	box := p.bounds.grown(width / 2)
	in.colour(in.now.stroke, box, mark{
		kind: strokeMark, box: box, over: in.now.overStroke, mode: in.now.mode, width: width, shape: p.subs,
	}, "a line is")
}

// colour books a mark in a colour, checking the colour. A pattern is looked into:
// a gradient for its space, a tile for what it paints.
func (in *interpreter) colour(of colour, area Box, m mark, what string) {
	if of.space.family != "Pattern" {
		in.checkSpace(in.sheet.number, of.space, what)
		m.ink = in.inkOf(of.space, of.v)
		in.put(m)
		return
	}
	o := in.value(in.dict(in.res["Pattern"])[of.pattern])
	d := in.dict(o)
	if sh := in.dict(d["Shading"]); sh != nil {
		in.shading(sh, area)
		return
	}
	if st, ok := o.(*finish.Stream); ok {
		from := newState(in.now.clip.and(area))
		if of.space.base != nil && in.number(d["PaintType"]) == 2 {
			from.fill = colour{space: of.space.base, v: of.v}
			from.stroke = from.fill
		}
		in.form(st, from)
	}
	m.ink = ink{space: of.space}
	in.put(m)
}
