package finish

import (
	"errors"
	"fmt"
)

var errFilter = fmt.Errorf("%w: damaged data", errSyntax)

// unhex undoes ASCIIHexDecode (ISO 32000-1, 7.4.2).
func unhex(data []byte) ([]byte, error) {
	s := scanner{b: append(append([]byte{'<'}, data...), '>')}
	o, err := s.hex()
	if err != nil {
		return nil, err
	}
	return []byte(o.(String)), nil
}

// unbase85 undoes ASCII85Decode (7.4.3): five characters for four bytes, z for
// four zeros, ~> at the end.
func unbase85(data []byte, most int) ([]byte, error) {
	var out []byte
	var group [5]byte
	n := 0
	flush := func(k int) {
		v := uint32(0)
		for _, c := range group {
			v = v*85 + uint32(c)
		}
		out = append(out, []byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}[:k]...)
	}
	for _, c := range data {
		switch {
		case len(out) > most:
			return nil, errTooMuch
		case isSpace(c):
		case c == '~':
			if n > 1 {
				for i := n; i < 5; i++ {
					group[i] = 84
				}
				flush(n - 1)
			}
			return out, nil
		case c == 'z' && n == 0:
			out = append(out, 0, 0, 0, 0)
		case c >= '!' && c <= 'u':
			group[n] = c - '!'
			if n++; n == 5 {
				flush(4)
				n = 0
			}
		default:
			return out, errFilter
		}
	}
	if n > 1 {
		for i := n; i < 5; i++ {
			group[i] = 84
		}
		flush(n - 1)
	}
	return out, nil
}

// unrun undoes RunLengthDecode (7.4.5).
func unrun(data []byte, most int) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data); {
		n := int(data[i])
		i++
		switch {
		case n == 128:
			return out, nil
		case n < 128:
			if i+n+1 > len(data) {
				return append(out, data[i:]...), errFilter
			}
			out = append(out, data[i:i+n+1]...)
			i += n + 1
		default:
			if i >= len(data) {
				return out, errFilter
			}
			for range 257 - n {
				out = append(out, data[i])
			}
			i++
		}
		if len(out) > most {
			return nil, errTooMuch
		}
	}
	return out, nil
}

// unlzw undoes LZWDecode (7.4.4): codes of 9 to 12 bits, most significant bit
// first, 256 clears the table and 257 ends. With early change, which is the
// rule, codes grow one entry before they must.
func unlzw(data []byte, early bool, most int) ([]byte, error) {
	const clearTable, end, first = 256, 257, 258
	type entry struct {
		prefix int
		last   byte
		length int
	}
	var (
		table       [4096]entry
		out         []byte
		next, width = first, 9
		prev        = -1
		bits, n     uint
		grow        = 0
	)
	if early {
		grow = 1
	}
	for i := range 256 {
		table[i] = entry{-1, byte(i), 1}
	}
	head := func(code int) byte {
		for table[code].prefix >= 0 {
			code = table[code].prefix
		}
		return table[code].last
	}
	for _, c := range data {
		bits, n = bits<<8|uint(c), n+8
		if n < uint(width) {
			continue
		}
		n -= uint(width)
		code := int(bits>>n) & (1<<width - 1)
		switch {
		case code == end:
			return out, nil
		case code == clearTable:
			next, width, prev = first, 9, -1
			continue
		case code > next || code == next && prev < 0 || prev < 0 && code > 255:
			return out, errFilter
		}
		if prev >= 0 && next < len(table) {
			from := code
			if code == next {
				from = prev
			}
			table[next] = entry{prev, head(from), table[prev].length + 1}
			next++
		} else if code >= next {
			return out, errFilter
		}
		at := len(out)
		out = append(out, make([]byte, table[code].length)...)
		for c, i := code, at+table[code].length-1; i >= at; c, i = table[c].prefix, i-1 {
			out[i] = table[c].last
		}
		if prev = code; next+grow >= 1<<width && width < 12 {
			width++
		}
		if len(out) > most {
			return nil, errTooMuch
		}
	}
	return out, nil
}

// errTooMuch is what a stream deserves that unpacks beyond all measure.
var errTooMuch = errors.New("a stream inflates beyond all measure")
