package photo

// huffLookup decodes one Huffman table: codes of up to 9 bits by a table, longer
// ones by the bounds of each length, T.81, F.2.2.3.
type huffLookup struct {
	fast    [512]uint16  // length<<8 | symbol, 0 where the code is longer
	whole   [1024]uint32 // code and value in 10 bits: value<<16 | zeros before it<<4 | their length, or 0
	maxCode [18]int32    // the last code of a length, -1 for none
	offset  [17]int32    // from a code to its symbol's index
	symbols []byte
}

// newHuffLookup returns nil for a table that no code can have.
func newHuffLookup(counts, symbols []byte) *huffLookup {
	t := &huffLookup{symbols: symbols}
	code, k := int32(0), int32(0)
	for n := 1; n <= 16; n++ {
		t.maxCode[n] = -1
		t.offset[n] = k - code
		for range counts[n-1] {
			if code >= 1<<n {
				return nil
			}
			if n <= 9 {
				first := code << (9 - n)
				for i := range int32(1) << (9 - n) {
					t.fast[first+i] = uint16(n)<<8 | uint16(symbols[k])
				}
			}
			t.maxCode[n] = code
			code++
			k++
		}
		code <<= 1
	}
	t.join()
	return t
}

// join finds the codes that 10 bits hold together with the value that follows.
func (t *huffLookup) join() {
	for i := range t.whole {
		e := uint(t.fast[i>>1])
		n, size := e>>8, e&15
		if size == 0 || n+size > 10 {
			continue
		}
		v := signed(int32(i)>>(10-n-size)&(1<<size-1), size)
		t.whole[i] = uint32(v)<<16 | uint32(e&0xf0) | uint32(n+size)
	}
}

// signed is what n bits mean as a value, T.81, F.12.
func signed(v int32, n uint) int32 {
	if v < 1<<(n-1) {
		v += -1<<n + 1
	}
	return v
}

// bitReader reads entropy-coded data, most significant bit first, without the
// zero after each byte of ones. At a marker or the end it gives zeros and counts
// them.
type bitReader struct {
	data    []byte
	pos     int
	acc     uint64 // n bits, the next one highest of them
	n       uint
	overrun int // bits given beyond the data
}

// fill makes sure of 32 bits.
func (r *bitReader) fill() {
	for r.n <= 56 {
		b := byte(0)
		switch {
		case r.pos >= len(r.data):
			r.overrun += 8
		case r.data[r.pos] != 0xff:
			b = r.data[r.pos]
			r.pos++
		case r.pos+1 < len(r.data) && r.data[r.pos+1] == 0:
			b = 0xff
			r.pos += 2
		default:
			r.overrun += 8
		}
		r.acc = r.acc<<8 | uint64(b)
		r.n += 8
	}
}

// symbol reads one code. It leaves at least 16 bits for the value that follows.
func (r *bitReader) symbol(t *huffLookup) (byte, bool) {
	if r.n < 32 {
		r.fill()
	}
	if e := t.fast[r.acc>>(r.n-9)&511]; e != 0 {
		r.n -= uint(e >> 8)
		return byte(e), true
	}
	for n := uint(10); n <= 16; n++ {
		code := int32(r.acc >> (r.n - n) & (1<<n - 1))
		if code <= t.maxCode[n] {
			r.n -= n
			return t.symbols[code+t.offset[n]], true
		}
	}
	return 0, false
}

// value reads n bits as a signed number, T.81, F.12.
func (r *bitReader) value(n uint) int32 {
	if n == 0 {
		return 0
	}
	r.n -= n
	return signed(int32(r.acc>>r.n&(1<<n-1)), n)
}

// bit reads one bit, plain n of them as an unsigned number.
func (r *bitReader) bit() int32 { return int32(r.plain(1)) }

func (r *bitReader) plain(n uint) int {
	if r.n < 32 {
		r.fill()
	}
	r.n -= n
	return int(r.acc >> r.n & (1<<n - 1))
}

// restart drops what is left of a byte and passes a restart marker.
func (r *bitReader) restart() bool {
	if r.overrun > int(r.n) || int(r.n)-r.overrun >= 8 {
		return false // data is missing, or left over
	}
	r.acc, r.n, r.overrun = 0, 0, 0
	if r.pos+1 >= len(r.data) || r.data[r.pos] != 0xff || r.data[r.pos+1]&0xf8 != markRST0 {
		return false
	}
	r.pos += 2
	return true
}
