package finish

import (
	"errors"
	"fmt"
	"math"

	"masthead/layout/geom"
)

// Imposition says how pages are laid on sheets.
type Imposition struct {
	// Creep is how far the innermost sheet of a booklet is pushed out by the paper
	// of the others. Its pages move towards the fold by as much, those of the
	// sheets around it by their share.
	Creep geom.Length
}

// Booklet lays the pages of a finished print file on sheets for saddle stitching:
// two pages beside each other on either side, sheets from the outermost, fronts
// before backs, to be printed on both sides and flipped on the short edge.
//
//	sheet 1 front  N | 1     sheet 2 front  N-2 | 3
//	sheet 1 back   2 | N-1   sheet 2 back     4 | N-3
//
// Blank pages at the end fill up to a multiple of four. A sheet is two trims
// wide, without bleed and marks: it is for an office printer. All pages must be
// of one size.
func Booklet(file []byte, opt Imposition) ([]byte, error) {
	f, err := Read(file)
	if err != nil {
		return nil, fmt.Errorf("booklet: %w", err)
	}
	refs, err := f.Pages()
	if err != nil {
		return nil, fmt.Errorf("booklet: %w", err)
	}
	m := &imposer{File: f, moved: map[Ref]Ref{}}
	for i, ref := range refs {
		if err := m.take(ref); err != nil {
			return nil, fmt.Errorf("booklet: page %d: %w", i+1, err)
		}
	}
	if len(m.pages) == 0 {
		return nil, errors.New("booklet: no pages")
	}
	root, err := m.catalog(f.Trailer["Root"])
	if err != nil {
		return nil, fmt.Errorf("booklet: %w", err)
	}
	m.sheets(root["Pages"].(Ref), opt.Creep.Points())
	info := m.copy(f.Trailer["Info"], 0)
	infoRef, ok := info.(Ref)
	if !ok {
		infoRef = m.add(Dict{})
	}
	if m.err != nil {
		return nil, fmt.Errorf("booklet: %w", m.err)
	}
	out, err := m.write(m.add(root), infoRef, shape{version: "1.6"})
	if err != nil {
		return nil, fmt.Errorf("booklet: %w", err)
	}
	return out, nil
}

// imposer moves the objects of one file into another.
type imposer struct {
	*File
	table
	moved map[Ref]Ref
	pages []placedForm
	err   error
}

// placedForm is a page as a form XObject, with its trim in the form's space.
type placedForm struct {
	form Ref
	trim [4]float64
}

// take makes a form of a page.
func (m *imposer) take(ref Ref) error {
	page, err := m.Dict(ref)
	if err != nil {
		return err
	}
	media, ok := m.corners(m.Inherited(page, "MediaBox"))
	if !ok {
		return errors.New("no media box")
	}
	trim, ok := m.corners(page["TrimBox"])
	if !ok {
		trim = media
	}
	bleed, ok := m.corners(page["BleedBox"])
	if !ok {
		bleed = trim
	}
	if len(m.pages) > 0 {
		if t := m.pages[0].trim; math.Abs(t[2]-t[0]-trim[2]+trim[0]) > 0.5 || math.Abs(t[3]-t[1]-trim[3]+trim[1]) > 0.5 {
			return errors.New("another size than the first")
		}
	}
	c := contentReader{File: m.File}
	content, err := c.pageContent(page)
	if err != nil {
		return err
	}
	d := Dict{
		"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": Array{bleed[0], bleed[1], bleed[2], bleed[3]},
		"Resources": m.copy(m.Inherited(page, "Resources"), 0),
	}
	m.pages = append(m.pages, placedForm{m.add(&Stream{Dict: d, Data: content}), trim})
	return nil
}

func (m *imposer) corners(o Object) (out [4]float64, ok bool) {
	a, err := m.Array(o)
	if err != nil || len(a) != 4 {
		return out, false
	}
	for i, v := range a {
		switch v := v.(type) {
		case int64:
			out[i] = float64(v)
		case float64:
			out[i] = v
		default:
			return out, false
		}
	}
	return out, out[2] > out[0] && out[3] > out[1]
}

// catalog moves what the catalog says of the file as a whole.
func (m *imposer) catalog(o Object) (Dict, error) {
	old, err := m.Dict(o)
	if err != nil {
		return nil, err
	}
	out := Dict{"Type": Name("Catalog"), "Pages": m.add(nil)}
	for _, key := range []Name{"Metadata", "OutputIntents"} {
		if old[key] != nil {
			out[key] = m.copy(old[key], 0)
		}
	}
	return out, nil
}

// copy moves an object and all that it refers to.
func (m *imposer) copy(o Object, depth int) Object {
	if depth > maxDepth {
		m.err = fmt.Errorf("%w: nested too deep", errSyntax)
		return nil
	}
	switch v := o.(type) {
	case Ref:
		if to, ok := m.moved[v]; ok {
			return to
		}
		to := m.add(nil)
		m.moved[v] = to
		from, err := m.Get(v)
		if err != nil {
			m.err = err
			return nil
		}
		m.set(to, m.copy(from, depth+1))
		return to
	case Array:
		out := make(Array, len(v))
		for i := range v {
			out[i] = m.copy(v[i], depth+1)
		}
		return out
	case Dict:
		out := make(Dict, len(v))
		for _, k := range sortedKeys(v) { // references are numbered as they are met
			out[k] = m.copy(v[k], depth+1)
		}
		return out
	case *Stream:
		d := m.copy(v.Dict, depth+1).(Dict)
		return &Stream{Dict: d, Data: v.Data}
	}
	return o
}

// sheets lays the pages out, two on a side.
func (m *imposer) sheets(parent Ref, creep float64) {
	t := m.pages[0].trim
	w, h := t[2]-t[0], t[3]-t[1]
	all := (len(m.pages) + 3) / 4 * 4
	count := all / 4
	kids := Array{}
	for i := range count {
		shift := 0.0
		if count > 1 {
			shift = creep * float64(i) / float64(count-1)
		}
		for _, pair := range [2][2]int{{all - 2*i, 1 + 2*i}, {2 + 2*i, all - 1 - 2*i}} {
			var ops []byte
			forms := Dict{}
			for k, number := range pair {
				if number > len(m.pages) {
					continue
				}
				p := m.pages[number-1]
				name := fmt.Sprintf("S%d", k+1)
				forms[Name(name)] = p.form
				x, toFold := float64(k)*w, shift
				if k == 1 {
					toFold = -shift
				}
				ops = fmt.Appendf(ops, "q %.3f 0 %.3f %.3f re W n 1 0 0 1 %.3f %.3f cm /%s Do Q\n", x, w, h, x+toFold-p.trim[0], -p.trim[1], name)
			}
			box := Array{0, 0, round3(2 * w), round3(h)}
			kids = append(kids, m.add(Dict{
				"Type": Name("Page"), "Parent": parent, "MediaBox": box, "TrimBox": box, "BleedBox": box,
				"Resources": Dict{"XObject": forms}, "Contents": m.add(&Stream{Dict: Dict{}, Data: ops}),
			}))
		}
	}
	m.set(parent, Dict{"Type": Name("Pages"), "Kids": kids, "Count": len(kids)})
}

func round3(v float64) float64 { return math.Round(v*1000) / 1000 }
