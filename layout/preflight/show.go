package preflight

import (
	"math"
	"strings"

	"masthead/layout/finish"
)

// textOperator does what sets type (ISO 32000-1, 9.3 and 9.4).
func (in *interpreter) textOperator(op string, args []finish.Object) bool {
	s := &in.now
	switch op {
	case "BT":
		in.text, in.line = unit(), unit()
	case "ET":
	case "Tc":
		s.tracking = arg(args, 0)
	case "Tw":
		s.spaced = arg(args, 0)
	case "Tz":
		s.stretch = arg(args, 0) / 100
	case "TL":
		s.leading = arg(args, 0)
	case "Ts":
		s.rise = arg(args, 0)
	case "Tr":
		s.render = int(arg(args, 0))
	case "Tf":
		s.font, s.size = in.face(in.dict(in.res["Font"])[name(args, 0)]), arg(args, 1)
	case "Td":
		in.newLine(arg(args, 0), arg(args, 1))
	case "TD":
		s.leading = -arg(args, 1)
		in.newLine(arg(args, 0), arg(args, 1))
	case "Tm":
		if m := (matrix{arg(args, 0), arg(args, 1), arg(args, 2), arg(args, 3), arg(args, 4), arg(args, 5)}); m.sane() {
			in.line, in.text = m, m
		}
	case "T*":
		in.newLine(0, -s.leading)
	case "Tj":
		in.show(args)
	case "'":
		in.newLine(0, -s.leading)
		in.show(args)
	case "\"":
		s.spaced, s.tracking = arg(args, 0), arg(args, 1)
		in.newLine(0, -s.leading)
		in.show(args[min(2, len(args)):])
	case "TJ":
		if len(args) > 0 {
			list, _ := args[0].(finish.Array)
			in.show(list)
		}
	default:
		return false
	}
	return true
}

func (in *interpreter) newLine(x, y float64) {
	if m := (matrix{1, 0, 0, 1, x, y}).then(in.line); m.sane() {
		in.line, in.text = m, m
	}
}

// show sets strings, with shifts between them in thousandths of an em.
func (in *interpreter) show(parts []finish.Object) {
	s := &in.now
	f := s.font
	if f == nil || s.size == 0 {
		return
	}
	start := in.text
	var words strings.Builder
	var shape [][]dot
	box := Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	any := false
	for i, part := range parts {
		str, ok := part.(finish.String)
		if !ok {
			in.advance(-arg(parts, i) / 1000 * s.size * s.stretch)
			continue
		}
		for _, code := range f.codes(str) {
			any = true
			said := f.said(code)
			words.WriteString(said)
			m := in.glyphMatrix()
			w := f.width(code)
			if w != 0 && said != " " {
				box = union(box, m.bounds(Box{0, -0.22, w, 0.72}))
			}
			if in.opt.Thumbnails > 0 && s.render != 3 && f.unit == 0.001 {
				shape = append(shape, f.draw(code, w, m)...)
			}
			if g, told := f.glyph(code); told && g == 0 && s.render != 3 {
				in.find("font-notdef", in.sheet.number, "a character of %s is the sign for missing ones", f.name)
			}
			shift := w*s.size + s.tracking
			if !f.wide && code == ' ' {
				shift += s.spaced
			}
			in.advance(shift * s.stretch)
		}
	}
	if !any || s.render == 3 || s.render == 7 || box.empty() {
		return
	}
	in.checkFace(in.sheet.number, f)
	of := s.fill
	if s.render == 1 || s.render == 5 {
		of = s.stroke
	}
	trm := start.then(s.ctm)
	in.colour(of, box, mark{
		kind: textMark, box: box, over: s.overFill, mode: s.mode, opaque: true, text: words.String(), font: f,
		size: math.Abs(s.size) * trm.scale(), shape: shape,
	}, "text is")
}

func (in *interpreter) advance(x float64) {
	if m := (matrix{1, 0, 0, 1, x, 0}).then(in.text); m.sane() {
		in.text = m
	}
}

// glyphMatrix maps an em square to the page.
func (in *interpreter) glyphMatrix() matrix {
	s := &in.now
	return matrix{s.size * s.stretch, 0, 0, s.size, 0, s.rise}.then(in.text).then(s.ctm)
}

func union(a, b Box) Box {
	return Box{min(a.X0, b.X0), min(a.Y0, b.Y0), max(a.X1, b.X1), max(a.Y1, b.Y1)}
}
