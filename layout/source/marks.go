package source

import "masthead/layout/diag"

// Marks holds the place of a mapping and of each of its values. A struct with
// a field of this type (no tag) has it filled by the decoder.
type Marks struct {
	Pos  diag.Pos
	keys []mark
}

type mark struct {
	key string
	pos diag.Pos
}

// Of returns the place of the value of key, and Pos where the mapping has no
// such key.
func (m Marks) Of(key string) diag.Pos {
	for _, k := range m.keys {
		if k.key == key {
			return k.pos
		}
	}
	return m.Pos
}

// Has reports whether the mapping has the key, even with nothing in it.
func (m Marks) Has(key string) bool {
	for _, k := range m.keys {
		if k.key == key {
			return true
		}
	}
	return false
}

// Keys returns the keys in the order of the file.
func (m Marks) Keys() []string {
	out := make([]string, len(m.keys))
	for i, k := range m.keys {
		out[i] = k.key
	}
	return out
}
