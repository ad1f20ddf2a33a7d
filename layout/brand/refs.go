package brand

import (
	"reflect"
	"strings"

	"masthead/layout/diag"
	"masthead/layout/source"
)

// A ref is a value that must name something or be of a form of its own; the tag
// "is" of its field says of what kind: style, colour, palette, family, box, cap,
// x, y, side, condition, role, text, picture; or rows, heights in rows.
type ref struct {
	kind, value string
	rows        []float64
	at          diag.Pos
}

var (
	rowsType   = reflect.TypeFor[Rows]()
	marksType  = reflect.TypeFor[source.Marks]()
	brandFiles = reflect.TypeFor[Brand]()
)

// refs lists the references of a brand in the order of its fields, also those
// that defaults have filled in: it is first asked behind them. A place is that of
// the value, or of what it stands in.
func (b *Brand) refs() []ref {
	if b.named == nil {
		w := refWalker{plans: map[reflect.Type][]refField{}}
		w.value(reflect.ValueOf(b).Elem(), source.Marks{})
		b.named = w.out
	}
	return b.named
}

type refWalker struct {
	out   []ref
	plans map[reflect.Type][]refField
}

// refField is a field of a struct that refs are looked for in.
type refField struct {
	index     int
	key, kind string
	marks     bool // it holds the places of the others
	rows      bool
}

// of lists the fields of a type, whose tags are dear to read.
func (w *refWalker) of(t reflect.Type) []refField {
	fields, ok := w.plans[t]
	if ok {
		return fields
	}
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Type != marksType && (!f.IsExported() || t == brandFiles && f.Name == "Files") {
			continue
		}
		key, _, _ := strings.Cut(f.Tag.Get("key"), ",")
		fields = append(fields, refField{i, key, f.Tag.Get("is"), f.Type == marksType, f.Type == rowsType})
	}
	w.plans[t] = fields
	return fields
}

func (w *refWalker) value(v reflect.Value, at source.Marks) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			w.value(v.Elem(), at)
		}
	case reflect.Slice:
		for i := range v.Len() {
			w.value(v.Index(i), at)
		}
	case reflect.Struct:
		w.structure(v, at)
	}
}

func (w *refWalker) structure(v reflect.Value, at source.Marks) {
	fields := w.of(v.Type())
	for _, f := range fields {
		if f.marks {
			if own := v.Field(f.index).Interface().(source.Marks); own.Pos != (diag.Pos{}) {
				at = own
			}
		}
	}
	for _, f := range fields {
		switch v := v.Field(f.index); {
		case f.marks:
		case f.rows:
			r := v.Interface().(Rows)
			w.out = append(w.out, ref{kind: "rows", rows: []float64{r.Min, r.Ideal, r.Max}, at: at.Of(f.key)})
		case f.kind != "":
			w.field(f.kind, v, at.Of(f.key))
		default:
			w.value(v, at)
		}
	}
}

func (w *refWalker) field(kind string, v reflect.Value, at diag.Pos) {
	switch v.Kind() {
	case reflect.String:
		if v.String() != "" {
			w.out = append(w.out, ref{kind: kind, value: v.String(), at: at})
		}
		return
	case reflect.Float64:
		w.out = append(w.out, ref{kind: kind, rows: []float64{v.Float()}, at: at})
		return
	}
	for i := range v.Len() {
		w.field(kind, v.Index(i), at)
	}
}
