package preflight

import (
	"errors"

	"masthead/layout/finish"
)

// interpreter runs the content of a page and books what it paints.
type interpreter struct {
	*checker
	sheet *sheet
	res   finish.Dict
	now   state
	stack []state
	path  outline
	clip  bool // the path becomes the clip once it is painted
	text  matrix
	line  matrix
	depth int // of forms and patterns
	loose int // BX ... EX
}

// mostDepth bounds forms within forms, mostSaved graphics states, mostMarks what
// a page may paint.
const (
	mostDepth = 12
	mostSaved = 512
	mostMarks = 400_000
	formSteps = 500 // what opening a form counts
)

var errEnough = errors.New("enough seen")

// page looks at one page.
func (c *checker) page(number int, dict finish.Dict) {
	p := &sheet{number: number, dict: dict}
	c.boxes(p)
	c.checkAnnotations(p)
	p.out = Page{Number: number, Trim: p.trim, Bleed: p.bleed, Media: p.media}
	res, _ := c.Inherited(dict, "Resources").(finish.Dict)
	c.checkGroup(number, dict["Group"], res)
	in := &interpreter{checker: c, sheet: p, res: res, now: newState(p.media)}
	in.run(c.Content(dict["Contents"]))
	c.judge(p)
	if p.out.Transparent {
		c.find("transparency", number, "the page has live transparency")
	}
	if c.opt.Thumbnails > 0 {
		p.out.Thumbnail = c.thumbnail(p)
	}
	c.report.Pages = append(c.report.Pages, p.out)
}

// run follows a content stream.
func (in *interpreter) run(data []byte) {
	faults, err := finish.Operators(data, in.operator)
	if faults > 0 {
		in.find("x4-operator", in.sheet.number, "the content has %s that are no operators", plural(faults, "place"))
	}
	if err != nil && !errors.Is(err, errEnough) {
		in.find("pdf-damaged", in.sheet.number, "the content cannot be read to its end")
	}
}

// operator does one operator.
func (in *interpreter) operator(op string, args []finish.Object) error {
	if in.steps--; in.steps < 0 || len(in.sheet.marks) > mostMarks {
		in.find("pdf-damaged", in.sheet.number, "the page has more content than is looked at")
		return errEnough
	}
	switch {
	case in.stateOperator(op, args), in.pathOperator(op, args), in.textOperator(op, args):
		return nil
	}
	switch op {
	case "Do":
		in.object(name(args, 0))
	case "BI":
		in.inline(args)
	case "sh":
		in.shade(name(args, 0))
	case "BX":
		in.loose++
	case "EX":
		in.loose--
	case "BMC", "BDC", "EMC", "MP", "DP", "d0", "d1", "ri", "i":
	default:
		if in.loose <= 0 {
			in.find("x4-operator", in.sheet.number, "the content has the operator %q", short(op))
		}
	}
	return nil
}

func name(args []finish.Object, i int) finish.Name {
	if i >= len(args) {
		return ""
	}
	n, _ := args[i].(finish.Name)
	return n
}

func arg(args []finish.Object, i int) float64 {
	if i >= len(args) {
		return 0
	}
	switch v := args[i].(type) {
	case int64:
		return float64(v)
	case float64:
		return v
	}
	return 0
}

// stateOperator does what changes the graphics state.
func (in *interpreter) stateOperator(op string, args []finish.Object) bool {
	s := &in.now
	switch op {
	case "q":
		if len(in.stack) < mostSaved {
			in.stack = append(in.stack, *s)
		}
	case "Q":
		if n := len(in.stack); n > 0 {
			in.now, in.stack = in.stack[n-1], in.stack[:n-1]
		}
	case "cm":
		if m := (matrix{arg(args, 0), arg(args, 1), arg(args, 2), arg(args, 3), arg(args, 4), arg(args, 5)}).then(s.ctm); m.sane() {
			s.ctm = m
		}
	case "w":
		s.width = arg(args, 0)
	case "J", "j", "M", "d":
	case "gs":
		in.states(in.dict(in.dict(in.res["ExtGState"])[name(args, 0)]))
	case "g", "rg", "k":
		in.device(&s.fill, op, args)
	case "G", "RG", "K":
		in.device(&s.stroke, op, args)
	case "cs":
		in.choose(&s.fill, args)
	case "CS":
		in.choose(&s.stroke, args)
	case "sc", "scn":
		in.set(&s.fill, args)
	case "SC", "SCN":
		in.set(&s.stroke, args)
	default:
		return false
	}
	return true
}

// states applies an external graphics state (ISO 32000-1, 8.4.5).
func (in *interpreter) states(d finish.Dict) {
	s := &in.now
	both, hasBoth := in.value(d["OP"]).(bool)
	fill, hasFill := in.value(d["op"]).(bool)
	if hasBoth {
		s.overStroke = both
		if !hasFill {
			s.overFill = both
		}
	}
	if hasFill {
		s.overFill = fill
	}
	if v, ok := in.value(d["OPM"]).(int64); ok {
		s.mode = int(v)
	}
	if v, ok := in.real(d["LW"]); ok {
		s.width = v
	}
	if f := in.array(d["Font"]); len(f) == 2 {
		s.font, s.size = in.face(f[0]), in.number(f[1])
	}
	alpha := 1.0
	for _, key := range []finish.Name{"ca", "CA"} {
		if v, ok := in.real(d[key]); ok {
			alpha = min(alpha, v)
			s.alpha = alpha
		}
	}
	switch v := in.value(d["BM"]).(type) {
	case finish.Name:
		s.blended = in.blendMode(v)
	case finish.Array:
		if len(v) > 0 {
			n, _ := in.value(v[0]).(finish.Name)
			s.blended = in.blendMode(n)
		}
	}
	switch v := in.value(d["SMask"]).(type) {
	case finish.Name:
		s.masked = false
	case finish.Dict:
		s.masked = true
		in.checkGroup(in.sheet.number, in.dict(v["G"])["Group"], in.res)
	}
	in.sheet.out.Transparent = in.sheet.out.Transparent || s.alpha < 1 || s.blended || s.masked
}

// blendMode reports whether a mode does anything, after checking that it is one
// of PDF (11.3.5).
func (in *interpreter) blendMode(n finish.Name) bool {
	switch n {
	case "Normal", "Compatible":
		return false
	case "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight", "SoftLight",
		"Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity":
	default:
		in.find("x4-blend-mode", in.sheet.number, "the blend mode %q is not one of PDF", short(string(n)))
	}
	return true
}

// checkGroup looks at the space that a transparency group blends in.
func (c *checker) checkGroup(page int, o finish.Object, res finish.Dict) {
	d := c.dict(o)
	if d == nil || c.value(d["S"]) != finish.Name("Transparency") || d["CS"] == nil {
		return
	}
	switch s := c.spaceOf(d["CS"], res, 0); {
	case s.family == "DeviceRGB", s.family == "CalRGB", s.family == "ICCBased" && s.n == 3:
		c.find("blend-space", page, "transparency is blended in %s", s.family)
	}
}

func (in *interpreter) device(to *colour, op string, args []finish.Object) {
	n := map[string]finish.Name{"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK", "G": "DeviceGray", "RG": "DeviceRGB", "K": "DeviceCMYK"}[op]
	to.space, to.pattern = in.named(n, in.res, 0), ""
	to.v = numbers(args)
}

func numbers(args []finish.Object) []float64 {
	out := make([]float64, 0, len(args))
	for i := range args {
		switch args[i].(type) {
		case int64, float64:
			out = append(out, arg(args, i))
		}
	}
	return out
}

func (in *interpreter) choose(to *colour, args []finish.Object) {
	s := in.named(name(args, 0), in.res, 0)
	*to = colour{space: s, v: make([]float64, s.n)}
	switch s.family {
	case "DeviceCMYK":
		to.v[3] = 1
	case "Separation", "DeviceN":
		for i := range to.v {
			to.v[i] = 1
		}
	}
}

func (in *interpreter) set(to *colour, args []finish.Object) {
	to.v, to.pattern = numbers(args), ""
	if len(args) > 0 {
		to.pattern, _ = args[len(args)-1].(finish.Name)
	}
}

// object paints an XObject.
func (in *interpreter) object(n finish.Name) {
	st, ok := in.value(in.dict(in.res["XObject"])[n]).(*finish.Stream)
	if !ok {
		return
	}
	switch in.value(st.Dict["Subtype"]) {
	case finish.Name("Image"):
		in.paintPicture(st)
	case finish.Name("Form"):
		in.form(st, in.now)
	}
}

// form runs the content of a form (8.10) or of a tiling pattern.
func (in *interpreter) form(st *finish.Stream, from state) {
	if in.depth >= mostDepth {
		return
	}
	in.steps -= formSteps
	in.checkGroup(in.sheet.number, st.Dict["Group"], in.res)
	inner := *in
	inner.depth, inner.stack, inner.path, inner.clip = in.depth+1, nil, outline{}, false
	if own := in.dict(st.Dict["Resources"]); own != nil {
		inner.res = own
	}
	inner.now = from
	if m := in.matrixOf(st.Dict["Matrix"]).then(from.ctm); m.sane() {
		inner.now.ctm = m
	}
	if b, ok := in.box(st.Dict["BBox"]); ok {
		inner.now.clip = inner.now.clip.and(inner.now.ctm.bounds(b))
	}
	inner.run(in.Content(st))
}

// shade paints a shading over the clip.
func (in *interpreter) shade(n finish.Name) {
	d := in.dict(in.dict(in.res["Shading"])[n])
	in.shading(d, in.now.clip)
}

func (in *interpreter) shading(d finish.Dict, area Box) {
	if d == nil {
		return
	}
	s := in.spaceOf(d["ColorSpace"], in.res, 0)
	in.checkSpace(in.sheet.number, s, "a gradient is")
	in.put(mark{kind: shadeMark, box: area, ink: ink{space: s}, opaque: true})
}

// put books a mark that shows.
func (in *interpreter) put(m mark) {
	m.box = m.box.and(in.now.clip)
	if m.kind == strokeMark || m.kind == fillMark { // a line has no area
		m.box.X1, m.box.Y1 = max(m.box.X1, m.box.X0), max(m.box.Y1, m.box.Y0)
	} else if m.box.empty() {
		return
	}
	m.opaque = m.opaque && in.now.alpha >= 1 && !in.now.blended && !in.now.masked
	in.sheet.marks = append(in.sheet.marks, m)
}
