package finish

import (
	"fmt"
	"unicode/utf16"

	"masthead/layout/display"
)

// toUnicode writes the CMap that leads from codes to the text they stand for
// (ISO 32000-1, 9.10.3): several characters for a ligature, surrogates beyond
// the basic plane.
func toUnicode(codes []display.Code) []byte {
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const block = 100 // the most that one operator takes
	for at := 0; at < len(codes); at += block {
		part := codes[at:min(at+block, len(codes))]
		b = fmt.Appendf(b, "%d beginbfchar\n", len(part))
		for i, c := range part {
			b = fmt.Appendf(b, "<%04X> <", at+i+1)
			for _, u := range utf16.Encode([]rune(SaidBy(c))) {
				b = fmt.Appendf(b, "%04X", u)
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

// SaidBy returns what a finished file says that a code stands for. Later glyphs
// of a cluster stand for nothing; one with an advance maps to a word joiner all
// the same, or readers would see its gap as a space. A space that no line may end
// in is a space: it is looked for as one, and a voice would stumble over it. The
// hyphen of a broken word is "-", which viewers know how to look over; what stands
// around it on the page says that it is a soft one.
func SaidBy(c display.Code) string {
	switch c.Text {
	case "\u00a0", "\u202f", "\u2007", "\u2009":
		return " "
	case "\u00ad":
		return "-"
	case "":
		if c.Width != 0 {
			return "\u2060"
		}
	}
	return c.Text
}
