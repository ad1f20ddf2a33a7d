package source

import (
	"reflect"

	"masthead/layout/diag"
)

// Ordered is a mapping with free keys that keeps the order of the file.
type Ordered[T any] struct{ Entries []Named[T] }

// Named is an entry of an [Ordered]; At is the place of its key.
type Named[T any] struct {
	Key   string
	Value T
	At    diag.Pos
}

// Get returns the value of key.
func (o Ordered[T]) Get(key string) (T, bool) {
	for _, e := range o.Entries {
		if e.Key == key {
			return e.Value, true
		}
	}
	var none T
	return none, false
}

// Keys returns the keys in order.
func (o Ordered[T]) Keys() []string {
	out := make([]string, len(o.Entries))
	for i, e := range o.Entries {
		out[i] = e.Key
	}
	return out
}

// UnmarshalSource decodes a mapping. Keys that are there already are decoded
// over their value and keep their place in the order.
func (o *Ordered[T]) UnmarshalSource(d *Decoder, n *Node) {
	if !d.Expect(n, Mapping) {
		return
	}
	entries := append([]Named[T](nil), o.Entries...)
next:
	for _, e := range n.Entries() {
		for i := range entries {
			if entries[i].Key == e.Key {
				entries[i].At = e.KeyPos
				d.within(e.Key, func() { d.Decode(e.Value, &entries[i].Value) })
				continue next
			}
		}
		named := Named[T]{Key: e.Key, At: e.KeyPos}
		d.within(e.Key, func() { d.Decode(e.Value, &named.Value) })
		entries = append(entries, named)
	}
	o.Entries = entries
}

// element tells the schema what the values are.
func (o Ordered[T]) element() reflect.Type { return reflect.TypeFor[T]() }

// OneOrMore is a list that may be written as a single value where it has one.
type OneOrMore[T any] []T

// UnmarshalSource decodes a list, or one value.
func (o *OneOrMore[T]) UnmarshalSource(d *Decoder, n *Node) {
	if n.Kind() == Sequence {
		d.Decode(n, (*[]T)(o))
		return
	}
	one := make([]T, 1)
	d.Decode(n, &one[0])
	*o = one
}

func (o OneOrMore[T]) single() reflect.Type { return reflect.TypeFor[T]() }
