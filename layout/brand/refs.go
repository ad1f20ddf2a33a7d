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
// that defaults have filled in. A place is that of the value, or of what it
// stands in.
func (b *Brand) refs() []ref {
	w := refWalker{fields: map[reflect.Type][]reflect.StructField{}}
	w.value(reflect.ValueOf(b).Elem(), source.Marks{})
	return w.out
}

type refWalker struct {
	out    []ref
	fields map[reflect.Type][]reflect.StructField // which reflect makes anew each time
}

func (w *refWalker) of(t reflect.Type) []reflect.StructField {
	fields, ok := w.fields[t]
	if !ok {
		for i := range t.NumField() {
			fields = append(fields, t.Field(i))
		}
		w.fields[t] = fields
	}
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
	t := v.Type()
	fields := w.of(t)
	for i := range fields {
		if fields[i].Type == marksType {
			if own := v.Field(i).Interface().(source.Marks); own.Pos != (diag.Pos{}) {
				at = own
			}
		}
	}
	for i := range fields {
		f := &fields[i]
		if !f.IsExported() || f.Type == marksType || t == brandFiles && f.Name == "Files" {
			continue
		}
		key, _, _ := strings.Cut(f.Tag.Get("key"), ",")
		if f.Type == rowsType {
			r := v.Field(i).Interface().(Rows)
			w.out = append(w.out, ref{kind: "rows", rows: []float64{r.Min, r.Ideal, r.Max}, at: at.Of(key)})
			continue
		}
		if kind := f.Tag.Get("is"); kind != "" {
			w.field(kind, v.Field(i), at.Of(key))
			continue
		}
		w.value(v.Field(i), at)
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
