package finish

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"strings"

	"masthead/layout/display"
)

// font adds a composite font over a TrueType subset (ISO 32000-1, 9.7). Codes
// are character identifiers; a map leads from them to the glyphs of the program,
// for one glyph may stand for several texts.
func (b *builder) font(f *display.Font) (Ref, error) {
	if len(f.Codes) > math.MaxUint16 || f.UnitsPerEm <= 0 || f.PostScriptName == "" {
		return Ref{}, fmt.Errorf("font %q cannot be embedded", f.PostScriptName)
	}
	name := Name(subsetTag(f) + "+" + f.PostScriptName)
	em := func(v int) float64 { return math.Round(float64(display.Em(v, f.UnitsPerEm)) / 100) }
	family, _, _ := strings.Cut(f.PostScriptName, "-")
	program := b.add(&Stream{Dict: Dict{"Length1": len(f.Program)}, Data: f.Program})
	descriptor := Dict{
		"Type": Name("FontDescriptor"), "FontName": name, "Flags": flags(f),
		"FontFamily":  String(family), // which strict readers ask for, though it may be left out (9.8.1)
		"FontBBox":    Array{em(f.BBox[0]), em(f.BBox[1]), em(f.BBox[2]), em(f.BBox[3])},
		"ItalicAngle": f.ItalicAngle, "Ascent": em(f.Ascent), "Descent": em(f.Descent),
		"CapHeight": em(f.CapHeight), "XHeight": em(f.XHeight), "StemV": f.StemV, "FontFile2": program,
	}
	widths := make(Array, len(f.Codes))
	glyphs := make([]byte, 2, 2*len(f.Codes)+2)
	for i, c := range f.Codes {
		widths[i] = float64(f.Advance(uint16(i+1))) / 100
		glyphs = binary.BigEndian.AppendUint16(glyphs, c.Glyph)
	}
	descendant := Dict{
		"Type": Name("Font"), "Subtype": Name("CIDFontType2"), "BaseFont": name,
		"CIDSystemInfo":  Dict{"Registry": String("Adobe"), "Ordering": String("Identity"), "Supplement": 0},
		"FontDescriptor": b.add(descriptor),
		"W":              Array{1, widths},
		"CIDToGIDMap":    b.add(&Stream{Dict: Dict{}, Data: glyphs}),
	}
	return b.add(Dict{
		"Type": Name("Font"), "Subtype": Name("Type0"), "BaseFont": name, "Encoding": Name("Identity-H"),
		"DescendantFonts": Array{b.add(descendant)},
		"ToUnicode":       b.add(&Stream{Dict: Dict{}, Data: toUnicode(f.Codes)}),
	}), nil
}

// flags returns the font flags (9.8.2); all our fonts count as symbolic, since
// their codes follow no standard encoding.
func flags(f *display.Font) int {
	v := 1 << 2
	if f.Fixed {
		v |= 1 << 0
	}
	if f.Serif {
		v |= 1 << 1
	}
	if f.ItalicAngle != 0 {
		v |= 1 << 6
	}
	return v
}

// subsetTag returns six letters that name the subset by its content (9.6.4).
func subsetTag(f *display.Font) string {
	h := sha256.New()
	h.Write(f.Program)
	for _, c := range f.Codes {
		fmt.Fprintf(h, "%d %d %q\n", c.Glyph, c.Width, c.Text)
	}
	v := binary.BigEndian.Uint64(h.Sum(nil))
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + byte(v%26)
		v /= 26
	}
	return string(tag[:])
}
