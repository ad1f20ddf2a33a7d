package finish

import (
	"bytes"
	"fmt"

	"masthead/layout/color"
	"masthead/layout/display"
	"masthead/layout/geom"
)

// points returns a length as PDF counts it, in thousandths of a point at most.
func points(l geom.Length) float64 {
	return float64(l.MulDiv(1000, int64(geom.Point))) / 1000
}

// box returns a rectangle of a sheet's media box as PDF writes it.
func box(s *display.Sheet, r geom.Rect) Array {
	return Array{points(r.X), points(s.Media.H - r.Bottom()), points(r.Right()), points(s.Media.H - r.Y)}
}

// placed moves a rectangle from the trim, which the display counts from, into
// the media box.
func placed(s *display.Sheet, r geom.Rect) geom.Rect {
	r.X, r.Y = r.X+s.Trim.X, r.Y+s.Trim.Y
	return r
}

// sheets takes the page contents over from the painter's file and gives every
// page its boxes. Nothing else of that file is kept: not its page groups, which
// are RGB, not its resources, dates and producer.
func (b *builder) sheets(raw []byte) error {
	file, err := Read(raw)
	if err != nil {
		return err
	}
	root, err := file.Dict(file.Trailer["Root"])
	if err != nil {
		return err
	}
	tree, err := file.Dict(root["Pages"])
	if err != nil {
		return err
	}
	kids, err := file.Array(tree["Kids"])
	if err != nil {
		return err
	}
	if len(kids) != len(b.ledger.Sheets) {
		return fmt.Errorf("%d pages painted, %d booked", len(kids), len(b.ledger.Sheets))
	}
	all := Array{}
	parent := b.add(nil)
	for i, kid := range kids {
		page, err := file.Dict(kid)
		if err != nil {
			return err
		}
		content, err := file.Get(page["Contents"])
		if err != nil {
			return err
		}
		st, ok := content.(*Stream)
		if !ok || st.Dict["Filter"] != nil {
			return fmt.Errorf("page %d has no plain content", i+1)
		}
		_, painted, ok := bytes.Cut(st.Data, []byte(display.Preamble))
		if !ok {
			return fmt.Errorf("page %d is not the painter's", i+1)
		}
		ref := b.add(b.page(i, parent, b.add(&Stream{Dict: Dict{}, Data: painted})))
		b.pages = append(b.pages, ref)
		all = append(all, ref)
	}
	b.set(parent, Dict{"Type": Name("Pages"), "Kids": all, "Count": len(all)})
	b.catalog["Pages"] = parent
	return nil
}

func (b *builder) page(i int, parent, content Ref) Dict {
	s := &b.ledger.Sheets[i]
	d := Dict{"Type": Name("Page"), "Parent": parent, "Contents": content}
	d["MediaBox"] = box(s, geom.Rect{W: s.Media.W, H: s.Media.H})
	if b.opt.Profile == display.Print {
		d["BleedBox"], d["TrimBox"] = box(s, s.Bleed), box(s, s.Trim)
		return d
	}
	d["StructParents"], d["Tabs"] = i, Name("S")
	return d
}

// resources makes the fonts, pictures, inks and states that the pages call, and
// tells every page its own.
func (b *builder) resources() error {
	var (
		fonts  = make([]Object, len(b.doc.Fonts))
		photos = make([]Object, len(b.ledger.Pictures))
		spots  = make([]Object, len(b.ledger.Spots))
		states Dict
	)
	for i, ref := range b.pages {
		s := &b.ledger.Sheets[i]
		res := Dict{}
		for _, n := range s.Fonts {
			if fonts[n] == nil {
				font, err := b.font(&b.doc.Fonts[n])
				if err != nil {
					return err
				}
				fonts[n] = font
			}
			res.enter("Font", display.FontName(n), fonts[n])
		}
		for _, n := range s.Photos {
			if photos[n] == nil {
				picture, err := b.picture(&b.ledger.Pictures[n])
				if err != nil {
					return fmt.Errorf("photo %d: %w", n, err)
				}
				photos[n] = picture
			}
			res.enter("XObject", display.PhotoName(n), photos[n])
		}
		for _, n := range s.Spots {
			if ink := b.ledger.Spots[n]; spots[n] == nil {
				spots[n] = b.add(b.separation(ink.Spot, ink.CMYK))
			}
			res.enter("ColorSpace", display.SpotName(n), spots[n])
		}
		if s.Registered {
			if b.registration.Num == 0 {
				b.registration = b.add(b.separation(display.Registration, color.CMYK{C: 100, M: 100, Y: 100, K: 100}))
			}
			res.enter("ColorSpace", display.Registration, b.registration)
		}
		if s.Overprint {
			if states == nil {
				states = Dict{
					display.KnockOut:  b.add(Dict{"Type": Name("ExtGState"), "OP": false, "op": false, "OPM": 0}),
					display.Overprint: b.add(Dict{"Type": Name("ExtGState"), "OP": true, "op": true, "OPM": 1}),
				}
			}
			res["ExtGState"] = states
		}
		b.get(ref).(Dict)["Resources"] = res
	}
	return nil
}

// enter adds an entry to a dictionary in d.
func (d Dict) enter(kind Name, name string, o Object) {
	sub, ok := d[kind].(Dict)
	if !ok {
		sub = Dict{}
		d[kind] = sub
	}
	sub[Name(name)] = o
}

// separation returns a spot colour space with its alternate in process inks
// (ISO 32000-1, 8.6.6.4).
func (b *builder) separation(name string, alt color.CMYK) Array {
	full := Array{alt.C / 100, alt.M / 100, alt.Y / 100, alt.K / 100}
	tint := Dict{"FunctionType": 2, "Domain": Array{0, 1}, "C0": Array{0, 0, 0, 0}, "C1": full, "N": 1}
	return Array{Name("Separation"), Name(name), Name("DeviceCMYK"), b.add(tint)}
}
