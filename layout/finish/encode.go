package finish

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// appendObject writes an object in its one canonical form: keys sorted, no more
// white space than needed, references by the numbers that the writer gave.
func appendObject(b []byte, o Object, number map[Ref]int) []byte {
	switch v := o.(type) {
	case nil:
		return append(b, "null"...)
	case bool:
		return strconv.AppendBool(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case float64:
		return appendReal(b, v)
	case Name:
		return appendName(b, v)
	case String:
		return appendString(b, v)
	case Ref:
		return append(strconv.AppendInt(b, int64(number[v]), 10), " 0 R"...)
	case Array:
		b = append(b, '[')
		for i, e := range v {
			if i > 0 {
				b = spaced(b, e)
			}
			b = appendObject(b, e, number)
		}
		return append(b, ']')
	case Dict:
		b = append(b, "<<"...)
		for _, k := range sortedKeys(v) {
			b = appendName(b, k)
			b = appendObject(spaced(b, v[k]), v[k], number)
		}
		return append(b, ">>"...)
	}
	panic(fmt.Sprintf("finish: no object: %T", o))
}

// spaced appends a space unless o begins with a delimiter of its own.
func spaced(b []byte, o Object) []byte {
	switch o.(type) {
	case Name, String, Array, Dict:
		return b
	}
	return append(b, ' ')
}

func sortedKeys(d Dict) []Name {
	keys := make([]Name, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// appendReal writes a number to five decimals, which is what a processor keeps
// (ISO 32000-1, annex C).
func appendReal(b []byte, v float64) []byte {
	v = math.Round(v*1e5) / 1e5
	if v == math.Trunc(v) {
		return strconv.AppendInt(b, int64(v), 10)
	}
	return strconv.AppendFloat(b, v, 'f', -1, 64)
}

func appendName(b []byte, n Name) []byte {
	const digits = "0123456789ABCDEF"
	b = append(b, '/')
	for i := range len(n) {
		if c := n[i]; c <= ' ' || c >= 0x7F || c == '#' || isDelimiter(c) {
			b = append(b, '#', digits[c>>4], digits[c&15])
		} else {
			b = append(b, c)
		}
	}
	return b
}

func appendString(b []byte, s String) []byte {
	b = append(b, '(')
	for i := range len(s) {
		switch c := s[i]; c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r':
			b = append(b, '\\', 'r')
		case '\n':
			b = append(b, '\\', 'n')
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}
