package hyphen

import "bytes"

// table holds the patterns in two byte strings and a hash table over them. A
// process reads one or two languages for a few hundred words, so that reading
// has to be as quick as looking up: building a trie of the German patterns
// takes several times as long, and a Go map of them is no quicker to ask.
//
// Pattern i has its letters in letters[start[i]:start[i+1]], dots for the ends
// of the word among them, and its figures at the same places of values: the
// figure before the letter that begins there. The figure after the last letter
// has no place of its own; a NUL in letters makes room for it.
type table struct {
	letters []byte
	values  []byte
	start   []uint32
	slots   []uint32 // of the hash table: 1 + pattern, 0 = free
	longest int      // of the patterns, in bytes

	apostrophe bool // a pattern has one: ' or ’
}

// The hash is FNV-1a, 32 bits, taken letter by letter as a word is read.
const (
	hashBasis = 2166136261
	hashPrime = 16777619
)

// read adds the patterns of a file.
func (t *table) read(data []byte) {
	t.letters = make([]byte, 0, len(data)+len(data)/2)
	t.values = make([]byte, 0, len(data)+len(data)/2)
	t.start = append(make([]uint32, 0, len(data)/6), 0)
	pending, inside := byte(0), false
	finish := func() {
		if inside {
			t.letters = append(t.letters, 0)
			t.values = append(t.values, pending)
			t.start = append(t.start, uint32(len(t.letters)))
			t.longest = max(t.longest, len(t.letters)-1-int(t.start[len(t.start)-2]))
		}
		pending, inside = 0, false
	}
	for _, b := range data {
		switch {
		case b == ' ' || b == '\n' || b == '\r' || b == '\t':
			finish()
		case b >= '0' && b <= '9':
			pending = b - '0'
		case b == 0: // not in a pattern
		default:
			if b == '\'' || b == 0x99 && bytes.HasSuffix(t.letters, []byte("\xe2\x80")) {
				t.apostrophe = true
			}
			t.letters = append(t.letters, b)
			t.values = append(t.values, pending)
			pending, inside = 0, true
		}
	}
	finish()
	t.index()
}

// index builds the hash table, at most half full.
func (t *table) index() {
	size := 8
	for size < 2*len(t.start) {
		size *= 2
	}
	t.slots = make([]uint32, size)
	mask := uint32(size - 1)
	for i := range len(t.start) - 1 {
		h := uint32(hashBasis)
		for _, b := range t.letters[t.start[i] : t.start[i+1]-1] {
			h = (h ^ uint32(b)) * hashPrime
		}
		s := spread(h) & mask
		for t.slots[s] != 0 {
			s = (s + 1) & mask
		}
		t.slots[s] = uint32(i + 1)
	}
}

// spread mixes the high bits of a hash into the low ones.
func spread(h uint32) uint32 { return h ^ h>>15 }

// find returns the figures of the pattern with these letters and hash, nil if
// there is none; there is one more than letters.
func (t *table) find(letters []byte, h uint32) []byte {
	mask := uint32(len(t.slots) - 1)
	for s := spread(h) & mask; t.slots[s] != 0; s = (s + 1) & mask {
		i := t.slots[s] - 1
		from, to := t.start[i], t.start[i+1]
		if bytes.Equal(t.letters[from:to-1], letters) {
			return t.values[from:to]
		}
	}
	return nil
}

// apply lays all patterns that occur in word, which is framed by dots, over it.
// figures has one place more than word has bytes.
func (t *table) apply(word, figures []byte) {
	if len(t.slots) == 0 {
		return
	}
	for from := range word {
		if word[from]&0xC0 == 0x80 {
			continue // within a letter
		}
		h := uint32(hashBasis)
		for to := from; to < len(word) && to-from < t.longest; to++ {
			h = (h ^ uint32(word[to])) * hashPrime
			if v := t.find(word[from:to+1], h); v != nil {
				for k, f := range v {
					figures[from+k] = max(figures[from+k], f)
				}
			}
		}
	}
}
