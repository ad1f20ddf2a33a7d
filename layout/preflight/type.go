package preflight

import (
	"slices"
	"strings"

	"masthead/layout/finish"
)

// face is a font of the file.
type face struct {
	name      string
	kind      string
	composite bool
	wide      bool // codes have two bytes
	embedded  bool
	type3     bool
	bold      bool
	unmapped  bool
	mapped    finish.CMap
	widths    map[int]float64 // thousandths of an em, by code or CID
	missing   float64
	toGlyph   []byte // CIDToGIDMap
	identity  bool   // codes are CIDs, and CIDs lead to glyphs
	unit      float64
	program   []byte // TrueType, where outlines may be wanted
	outlines  *glyphs
	seen      bool // some visible text is set in it
}

// face reads a font (ISO 32000-1, 9.5 to 9.8).
func (c *checker) face(o finish.Object) *face {
	ref, isRef := o.(finish.Ref)
	if f, ok := c.fonts[ref]; ok && isRef {
		return f
	}
	f := c.readFace(c.dict(o))
	if isRef {
		c.fonts[ref] = f
	}
	c.fontsIn = append(c.fontsIn, f)
	return f
}

func (c *checker) readFace(d finish.Dict) *face {
	f := &face{name: c.nameOf(d["BaseFont"]), kind: c.nameOf(d["Subtype"]), widths: map[int]float64{}, unit: 0.001}
	if d == nil {
		return f
	}
	f.mapped, _ = c.ToUnicode(d)
	descriptor := c.dict(d["FontDescriptor"])
	switch f.kind {
	case "Type0":
		f.composite, f.wide = true, true
		kids := c.array(d["DescendantFonts"])
		if len(kids) == 0 {
			return f
		}
		kid := c.dict(kids[0])
		descriptor, f.kind = c.dict(kid["FontDescriptor"]), c.nameOf(kid["Subtype"])
		f.missing = 1000
		if v, ok := c.real(kid["DW"]); ok {
			f.missing = v
		}
		c.cidWidths(f, kid["W"])
		encoding := c.nameOf(d["Encoding"])
		f.identity = encoding == "Identity-H" || encoding == "Identity-V"
		f.unmapped = f.mapped.Empty() && f.identity
		if st, ok := c.value(kid["CIDToGIDMap"]).(*finish.Stream); ok {
			f.toGlyph, _ = c.Decode(st)
		}
	case "Type3":
		f.type3, f.embedded, f.name = true, true, first(f.name, "without name")
		if m := c.reals(d["FontMatrix"]); len(m) == 6 && m[0] != 0 {
			f.unit = m[0]
		}
		c.simpleWidths(f, d)
	default:
		f.missing = c.number(descriptor["MissingWidth"])
		if d["Widths"] == nil {
			f.missing = 500 // of a standard font
		}
		c.simpleWidths(f, d)
	}
	for _, key := range []finish.Name{"FontFile", "FontFile2", "FontFile3"} {
		st, ok := c.value(descriptor[key]).(*finish.Stream)
		if !ok {
			continue
		}
		f.embedded = true
		if key == "FontFile2" && c.opt.Thumbnails > 0 {
			f.program, _ = c.Decode(st)
		}
	}
	f.bold = c.number(descriptor["FontWeight"]) >= 600 || boldName(f.name)
	return f
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// boldName tells a semi-bold or bolder face by its name.
func boldName(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc([]string{"bold", "demi", "semib", "black", "heavy"}, func(w string) bool { return strings.Contains(name, w) })
}

func (c *checker) simpleWidths(f *face, d finish.Dict) {
	start := int(c.number(d["FirstChar"]))
	for i, o := range c.array(d["Widths"]) {
		if i > 255 {
			return
		}
		f.widths[start+i] = c.number(o)
	}
}

// cidWidths reads W: runs of "first [w w w]" and "first last w" (9.7.4.3).
func (c *checker) cidWidths(f *face, o finish.Object) {
	w := c.array(o)
	for i := 0; i+1 < len(w); {
		from := int(c.number(w[i]))
		if list, ok := c.value(w[i+1]).(finish.Array); ok {
			for j, v := range list {
				f.widths[from+j] = c.number(v)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		width := c.number(w[i+2])
		for cid, to := from, min(int(c.number(w[i+1])), from+1<<16); cid <= to; cid++ {
			f.widths[cid] = width
		}
		i += 3
	}
}

// codes cuts a string into codes.
func (f *face) codes(s finish.String) []int {
	if !f.wide {
		out := make([]int, len(s))
		for i := range len(s) {
			out[i] = int(s[i])
		}
		return out
	}
	out := make([]int, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		out = append(out, int(s[i])<<8|int(s[i+1]))
	}
	return out
}

// width returns a code's advance in ems.
func (f *face) width(code int) float64 {
	if w, ok := f.widths[code]; ok {
		return w * f.unit
	}
	return f.missing * f.unit
}

// glyph returns the glyph of a code, and whether that can be told.
func (f *face) glyph(code int) (int, bool) {
	if !f.composite || !f.identity {
		return 0, false
	}
	if f.toGlyph != nil {
		if 2*code+1 < len(f.toGlyph) {
			return int(f.toGlyph[2*code])<<8 | int(f.toGlyph[2*code+1]), true
		}
		return 0, true
	}
	return code, f.kind == "CIDFontType2" || code == 0
}

// said returns what a code stands for, as far as can be told.
func (f *face) said(code int) string {
	if s := f.mapped.Text(uint16(code)); s != "" || !f.mapped.Empty() {
		return s
	}
	if !f.composite && code >= ' ' && code < 0x7F {
		return string(rune(code))
	}
	return ""
}

// checkFace holds a font that shows against the rules, once.
func (c *checker) checkFace(page int, f *face) {
	if f.seen {
		return
	}
	f.seen = true
	switch {
	case f.type3:
		c.find("font-type3", page, "text is set in a Type 3 font")
	case !f.embedded:
		c.find("x4-font-embedded", page, "the font %s is not embedded", first(f.name, "without name"))
	}
	if f.unmapped {
		c.find("font-unmapped", page, "text in %s cannot be read back", f.name)
	}
}

// listFonts books the fonts that show, by name.
func (c *checker) listFonts() {
	for _, f := range c.fontsIn {
		if !f.seen {
			continue
		}
		kind := map[string]string{"CIDFontType2": "TrueType", "CIDFontType0": "CFF"}[f.kind]
		c.report.Fonts = append(c.report.Fonts, Font{Name: f.name, Kind: first(kind, f.kind), Embedded: f.embedded, Unmapped: f.unmapped})
	}
	slices.SortStableFunc(c.report.Fonts, func(a, b Font) int { return strings.Compare(a.Name, b.Name) })
	c.report.Fonts = slices.Compact(c.report.Fonts)
}

// listSpots books the spot inks.
func (c *checker) listSpots() {
	for name := range c.spots {
		if !process(name) {
			c.report.Spots = append(c.report.Spots, name)
		}
	}
	slices.Sort(c.report.Spots)
}
