package text

import "encoding/binary"

type table struct {
	tag  string
	data []byte
}

// writeFont writes tables, which must be sorted by tag and hold a head, as a
// TrueType file: every table begins at a multiple of four and is padded with
// zeros, and the checksums are right, that of the whole file included
// (ISO/IEC 14496-22, 4.5 and 5.2.2).
func writeFont(tables []table) []byte {
	n := len(tables)
	size := 12 + 16*n
	for _, t := range tables {
		size += (len(t.data) + 3) &^ 3
	}
	out := make([]byte, 12+16*n, size)
	search, shift := 1, 0
	for search*2 <= n {
		search, shift = search*2, shift+1
	}
	be := binary.BigEndian
	be.PutUint32(out, 0x00010000)
	be.PutUint16(out[4:], uint16(n))
	be.PutUint16(out[6:], uint16(16*search))
	be.PutUint16(out[8:], uint16(shift))
	be.PutUint16(out[10:], uint16(16*(n-search)))
	head := 0
	for i, t := range tables {
		rec := out[12+16*i:]
		copy(rec, t.tag)
		be.PutUint32(rec[8:], uint32(len(out)))
		be.PutUint32(rec[12:], uint32(len(t.data)))
		if t.tag == "head" {
			head = len(out)
		}
		from := len(out)
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		be.PutUint32(out[12+16*i+4:], checksum(out[from:]))
	}
	be.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum sums b, whose length is a multiple of four, as 32-bit words.
func checksum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	return sum
}
