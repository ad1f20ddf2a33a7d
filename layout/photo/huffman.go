package photo

// huffTable is one Huffman table of a scan: how often each symbol occurs, and
// then its code.
type huffTable struct {
	freq  [257]int
	bits  [17]int // codes by length
	order []byte  // symbols by rising code length
	code  [256]uint32
	size  [256]uint8
}

// build finds the shortest codes of at most 16 bits, T.81, K.2. The 257th symbol
// reserves the code of all ones, which a JPEG may not use.
func (t *huffTable) build() {
	var size, others [257]int
	freq := t.freq
	freq[256] = 1
	for i := range others {
		others[i] = -1
	}
	for {
		a, b := -1, -1 // the two rarest; the higher symbol of equals
		for i, f := range freq {
			switch {
			case f == 0:
			case a < 0 || f <= freq[a]:
				a, b = i, a
			case b < 0 || f <= freq[b]:
				b = i
			}
		}
		if b < 0 {
			break
		}
		freq[a] += freq[b]
		freq[b] = 0
		for size[a]++; others[a] >= 0; size[a]++ {
			a = others[a]
		}
		others[a] = b
		for size[b]++; others[b] >= 0; size[b]++ {
			b = others[b]
		}
	}
	t.limit(size)
	t.assign(size)
}

// limit counts codes by length and shortens those over 16 bits, K.2, figure K.3.
func (t *huffTable) limit(size [257]int) {
	var bits [258]int
	for _, n := range size {
		if n > 0 {
			bits[n]++
		}
	}
	for i := 257; i > 16; i-- {
		for bits[i] > 0 {
			j := i - 2
			for bits[j] == 0 {
				j--
			}
			bits[i] -= 2
			bits[i-1]++
			bits[j+1] += 2
			bits[j]--
		}
	}
	for i := 16; i > 0; i-- {
		if bits[i] > 0 {
			bits[i]-- // the reserved code
			break
		}
	}
	copy(t.bits[:], bits[:17])
}

// assign orders the symbols and gives each its code, K.2, figure K.4 and C.2.
func (t *huffTable) assign(size [257]int) {
	t.order = t.order[:0]
	for n := 1; n < 258; n++ {
		for s := range 256 {
			if size[s] == n {
				t.order = append(t.order, byte(s))
			}
		}
	}
	code, k := uint32(0), 0
	for n := 1; n <= 16; n++ {
		for range t.bits[n] {
			s := t.order[k]
			t.code[s], t.size[s] = code, uint8(n)
			code++
			k++
		}
		code <<= 1
	}
}

// bitWriter appends codes to a scan, T.81, F.1.2: most significant bit first, a
// zero byte after each byte of ones.
type bitWriter struct {
	out  []byte
	acc  uint64
	held uint
}

func (w *bitWriter) put(code uint32, n uint) {
	w.acc = w.acc<<n | uint64(code)
	w.held += n
	for w.held >= 8 {
		w.held -= 8
		b := byte(w.acc >> w.held)
		w.out = append(w.out, b)
		if b == 0xff {
			w.out = append(w.out, 0)
		}
	}
}

// flush fills the last byte with ones.
func (w *bitWriter) flush() {
	if w.held > 0 {
		w.put(0x7f, 7)
		w.held = 0
	}
}
