package finish

import "unicode/utf16"

// Object is a PDF object: nil (null), bool, int64, float64, [Name], [String],
// [Array], [Dict], [Ref] or [*Stream].
type Object any

// Name is a name object without its slash, escapes resolved.
type Name string

// String is a string object: bytes, not yet text. See [Text].
type String string

// Array is an array object.
type Array []Object

// Dict is a dictionary object.
type Dict map[Name]Object

// Ref is a reference to an indirect object.
type Ref struct{ Num, Gen int }

// Stream is a stream object. Data is as it stands in the file; see
// [File.Decode].
type Stream struct {
	Dict Dict
	Data []byte
}

// Text decodes a text string (ISO 32000-1, 7.9.2.2): UTF-16 with a mark, else
// PDFDocEncoding, of which only the Latin-1 part is known here.
func Text(s String) string {
	if len(s) >= 2 && s[0] == 0xFE && s[1] == 0xFF {
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(units))
	}
	runes := make([]rune, len(s))
	for i := range len(s) {
		runes[i] = rune(s[i])
	}
	return string(runes)
}

// text encodes a text string, as ASCII where it can be.
func text(s string) String {
	ascii := true
	for i := range len(s) {
		if s[i] >= 0x7F || s[i] < 0x20 {
			ascii = false
			break
		}
	}
	if ascii {
		return String(s)
	}
	b := append(make([]byte, 0, 2+2*len(s)), 0xFE, 0xFF)
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return String(b)
}
