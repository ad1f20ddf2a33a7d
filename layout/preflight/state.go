package preflight

import (
	"math"

	"masthead/layout/finish"
)

// matrix maps (x, y) to (a x + c y + e, b x + d y + f), ISO 32000-1, 8.3.3.
type matrix [6]float64

func unit() matrix { return matrix{1, 0, 0, 1, 0, 0} }

// then returns the matrix that applies m first and n after it.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// scale is how much the matrix enlarges, as the root of areas.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }

// sane reports whether numbers stay numbers.
func (m matrix) sane() bool {
	for _, v := range m {
		if math.IsNaN(v) || math.Abs(v) > 1e9 {
			return false
		}
	}
	return true
}

// bounds returns what a rectangle covers once it is mapped.
func (m matrix) bounds(b Box) Box {
	out := Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range [4][2]float64{{b.X0, b.Y0}, {b.X1, b.Y0}, {b.X0, b.Y1}, {b.X1, b.Y1}} {
		x, y := m.at(p[0], p[1])
		out = Box{min(out.X0, x), min(out.Y0, y), max(out.X1, x), max(out.Y1, y)}
	}
	return out
}

func (c *checker) matrixOf(o finish.Object) matrix {
	v := c.reals(o)
	if len(v) != 6 {
		return unit()
	}
	return matrix(v)
}

// colour is a current colour.
type colour struct {
	space   *space
	v       []float64
	pattern finish.Name
}

// state is the graphics state, as far as it matters to a press (8.4).
type state struct {
	ctm          matrix
	clip         Box
	fill, stroke colour
	width        float64
	overFill     bool // op
	overStroke   bool // OP
	mode         int  // OPM
	alpha        float64
	blended      bool
	masked       bool

	font             *face
	size             float64
	tracking, spaced float64 // Tc, Tw
	stretch          float64 // Tz / 100
	leading, rise    float64
	render           int
}

func newState(clip Box) state {
	gray := colour{space: &space{family: "DeviceGray", n: 1}, v: []float64{0}}
	return state{ctm: unit(), clip: clip, fill: gray, stroke: gray, width: 1, alpha: 1, stretch: 1}
}

// kind says what a mark is.
type kind int

const (
	textMark kind = iota
	fillMark
	strokeMark
	pictureMark
	shadeMark
)

// mark is one thing on a page, as it is painted.
type mark struct {
	kind    kind
	box     Box // what shows of it
	ink     ink
	over    bool // it overprints
	mode    int  // OPM
	opaque  bool
	solid   bool    // a rectangle that is wholly filled
	width   float64 // of a line, in points of the page
	text    string
	font    *face
	size    float64 // of type, in points of the page
	picture *picture
	ppi     float64
	shape   [][]dot // outlines, kept for thumbnails
	place   matrix  // of a picture's unit square
}

// dot is a point of an outline.
type dot struct{ x, y float64 }
