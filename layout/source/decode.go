package source

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"

	"masthead/layout/diag"
)

// Unmarshaler is a type that decodes itself. It reports what is wrong to the
// decoder and leaves itself as good as it can.
type Unmarshaler interface {
	UnmarshalSource(d *Decoder, n *Node)
}

// Decoder fills Go values from nodes.
//
// Struct fields carry the tag key:"name", with the options required (the key
// must be there and, if it is a text, say something), nonempty (a text that is
// there must say something), bare (a key with nothing behind it is a zero value
// that is present) and inline (the fields of an embedded struct). Further tags:
// doc (a sentence for the schema), enum ("a|b|c"), min and max (for numbers,
// and for lengths in points). A field of type [Marks] is filled with places.
//
// It knows text (string: a scalar as written, never a mapping or list), bool,
// int, int64, float64, [geom.Length], [*Node] (taken raw), pointers (nil where
// the value is null), slices, arrays (of exactly that many values), maps with
// text keys, [Ordered], structs, [Unmarshaler] and [encoding.TextUnmarshaler].
// Other types are a programming error.
//
// Values are decoded over what is there: keys that a document leaves out keep
// what the destination had, maps gain and change keys, lists are replaced.
type Decoder struct {
	Diags *diag.List
	// Partial lets required keys be missing, for a document that only changes
	// parts of another.
	Partial bool

	names []string
	plans map[reflect.Type]*plan
}

// Errorf adds an error at the place of n. A nil n stands for no place.
func (d *Decoder) Errorf(n *Node, code, hint, format string, args ...any) {
	var pos diag.Pos
	if n != nil {
		pos = n.Pos()
	}
	d.Diags.Errorf(pos, code, hint, format, args...)
}

// Name returns how messages call the value being decoded: its key in quotes,
// "an entry of" it for a part of a list, "the file" at the top.
func (d *Decoder) Name() string {
	entry := ""
	for i := len(d.names) - 1; i >= 0; i-- {
		if d.names[i] != "" {
			return fmt.Sprintf("%s%q", entry, d.names[i])
		}
		entry = "an entry of "
	}
	return entry + "the file"
}

// within runs f while Name answers for key; the empty key is a list entry.
func (d *Decoder) within(key string, f func()) {
	d.names = append(d.names, key)
	f()
	d.names = d.names[:len(d.names)-1]
}

// Expect reports whether n is of the kind, and adds an error where it is not.
func (d *Decoder) Expect(n *Node, k Kind) bool {
	if n.kind == k {
		return true
	}
	hint := ""
	switch {
	case n.kind == Null:
		d.Errorf(n, "empty-value", "fill it in or delete the key", "%s is empty", d.Name())
		return false
	case k == Sequence:
		hint = `write it as a list: each entry on a line of its own that begins with "- "`
	case k == Mapping:
		hint = "write keys below it: key: value"
	case k == Scalar && n.kind == Mapping:
		hint = "put quotes around it if it is text"
	}
	d.Errorf(n, "wrong-type", hint, "%s must be %s, not %s", d.Name(), k, n.kind)
	return false
}

// Decode fills what dst points to from n.
func (d *Decoder) Decode(n *Node, dst any) {
	d.value(n, reflect.ValueOf(dst).Elem(), &field{})
}

var (
	nodeType        = reflect.TypeFor[*Node]()
	unmarshalerType = reflect.TypeFor[Unmarshaler]()
	textType        = reflect.TypeFor[encoding.TextUnmarshaler]()
)

func (d *Decoder) value(n *Node, v reflect.Value, f *field) {
	if v.Type() == nodeType {
		v.Set(reflect.ValueOf(n))
		return
	}
	if u, ok := v.Addr().Interface().(Unmarshaler); ok {
		u.UnmarshalSource(d, n)
		return
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		d.parsed(n, u)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		d.pointer(n, v, f)
	case reflect.Struct:
		d.structure(n, v, f)
	case reflect.Slice:
		d.list(n, v, f)
	case reflect.Array:
		d.array(n, v, f)
	case reflect.Map:
		d.table(n, v)
	default:
		d.scalar(n, v, f)
	}
}

func (d *Decoder) parsed(n *Node, u encoding.TextUnmarshaler) {
	if !d.Expect(n, Scalar) {
		return
	}
	if err := u.UnmarshalText([]byte(n.text)); err != nil {
		d.Errorf(n, "bad-value", "", "%s: %v", d.Name(), err)
	}
}

// pointer decodes into a new value, so that a copy of the destination made
// before does not change with it.
func (d *Decoder) pointer(n *Node, v reflect.Value, f *field) {
	elem := v.Type().Elem()
	if n.kind == Null && !f.bare {
		if elem.Kind() == reflect.Struct && !reflect.PointerTo(elem).Implements(unmarshalerType) && !reflect.PointerTo(elem).Implements(textType) {
			d.Expect(n, Mapping)
		} else if f.nonempty {
			d.Expect(n, Scalar)
		}
		v.SetZero()
		return
	}
	fresh := reflect.New(elem)
	if !v.IsNil() {
		fresh.Elem().Set(v.Elem())
	}
	d.value(n, fresh.Elem(), f)
	v.Set(fresh)
}

func (d *Decoder) plan(t reflect.Type) *plan {
	p := d.plans[t]
	if p == nil {
		if d.plans == nil {
			d.plans = map[reflect.Type]*plan{}
		}
		p = planOf(t)
		d.plans[t] = p
	}
	return p
}

func (d *Decoder) structure(n *Node, v reflect.Value, f *field) {
	if n.kind == Null && f.bare {
		if p := d.plan(v.Type()); p.marks != nil {
			v.FieldByIndex(p.marks).Set(reflect.ValueOf(Marks{Pos: n.Pos()}))
		}
		return
	}
	if !d.Expect(n, Mapping) {
		return
	}
	p := d.plan(v.Type())
	marks := Marks{Pos: n.Pos(), keys: make([]mark, 0, len(n.entries))}
	for _, e := range n.entries {
		marks.keys = append(marks.keys, mark{e.Key, e.Value.Pos()})
		sub := p.find(e.Key)
		if sub == nil {
			d.Diags.Errorf(e.KeyPos, "unknown-key", DidYouMean(e.Key, p.keys), "unknown key %q", e.Key)
			continue
		}
		d.within(e.Key, func() { d.value(e.Value, v.FieldByIndex(sub.index), sub) })
	}
	for i := range p.fields {
		if sub := &p.fields[i]; sub.required && !d.Partial && !marks.Has(sub.key) {
			d.missing(n, sub)
		}
	}
	if p.marks != nil {
		v.FieldByIndex(p.marks).Set(reflect.ValueOf(marks))
	}
}

func (d *Decoder) missing(n *Node, f *field) {
	hint := fmt.Sprintf("add %s: ...", f.key)
	if f.doc != "" {
		hint = fmt.Sprintf("add %s: %s", f.key, strings.ToLower(f.doc[:1])+strings.TrimSuffix(f.doc[1:], "."))
	}
	d.Errorf(n, "missing-key", hint, "%s has no %q", d.Name(), f.key)
}

func (d *Decoder) list(n *Node, v reflect.Value, f *field) {
	if n.kind == Null {
		v.SetZero()
		return
	}
	if !d.Expect(n, Sequence) {
		return
	}
	out := reflect.MakeSlice(v.Type(), len(n.items), len(n.items))
	for i, item := range n.items {
		d.within("", func() { d.value(item, out.Index(i), f) })
	}
	v.Set(out)
}

func (d *Decoder) array(n *Node, v reflect.Value, f *field) {
	if !d.Expect(n, Sequence) {
		return
	}
	if len(n.items) != v.Len() {
		d.Errorf(n, "wrong-type", "", "%s must be a list of %d values, not %d", d.Name(), v.Len(), len(n.items))
		return
	}
	for i, item := range n.items {
		d.within("", func() { d.value(item, v.Index(i), f) })
	}
}

// table decodes a map into a copy, so that the map of another value that was
// copied stays as it is.
func (d *Decoder) table(n *Node, v reflect.Value) {
	if !d.Expect(n, Mapping) {
		return
	}
	out := reflect.MakeMapWithSize(v.Type(), v.Len()+len(n.entries))
	for it := v.MapRange(); it.Next(); {
		out.SetMapIndex(it.Key(), it.Value())
	}
	for _, e := range n.entries {
		key := reflect.ValueOf(e.Key).Convert(v.Type().Key())
		value := reflect.New(v.Type().Elem()).Elem()
		if old := out.MapIndex(key); old.IsValid() {
			value.Set(old)
		}
		d.within(e.Key, func() { d.value(e.Value, value, &field{}) })
		out.SetMapIndex(key, value)
	}
	v.Set(out)
}
