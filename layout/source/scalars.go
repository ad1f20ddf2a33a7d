package source

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"masthead/layout/geom"
)

var lengthType = reflect.TypeFor[geom.Length]()

func (d *Decoder) scalar(n *Node, v reflect.Value, f *field) {
	if v.Kind() == reflect.String {
		d.text(n, v, f)
		return
	}
	if !d.Expect(n, Scalar) {
		return
	}
	if v.Type() == lengthType {
		d.length(n, v, f)
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		d.boolean(n, v)
	case reflect.Int, reflect.Int64:
		d.integer(n, v, f)
	case reflect.Float64:
		d.number(n, v, f)
	default:
		panic(fmt.Sprintf("source: cannot decode into %v", v.Type()))
	}
}

func (d *Decoder) text(n *Node, v reflect.Value, f *field) {
	if (n.kind != Null || len(f.enum) > 0) && !d.Expect(n, Scalar) {
		return
	}
	if f.nonempty && strings.TrimSpace(n.text) == "" {
		d.Errorf(n, "empty-text", "write something or delete the key", "%s is empty", d.Name())
	}
	if len(f.enum) > 0 && !slices.Contains(f.enum, n.text) {
		d.Errorf(n, "bad-value", DidYouMean(n.text, f.enum), "%s cannot be %q", d.Name(), n.text)
		return
	}
	v.SetString(n.text)
}

func (d *Decoder) boolean(n *Node, v reflect.Value) {
	if n.Quoted() || n.text != "true" && n.text != "false" {
		d.Errorf(n, "wrong-type", "write true or false", "%s must be true or false, not %q", d.Name(), n.text)
		return
	}
	v.SetBool(n.text == "true")
}

// integer reads decimal digits only: what YAML takes for octal or hexadecimal
// is more often a slip.
func (d *Decoder) integer(n *Node, v reflect.Value, f *field) {
	i, err := strconv.ParseInt(n.text, 10, 64)
	if err != nil || n.Quoted() {
		hint := ""
		if err == nil {
			hint = "leave out the quotes"
		}
		d.Errorf(n, "wrong-type", hint, "%s must be a whole number, not %q", d.Name(), n.text)
		return
	}
	if d.inRange(n, float64(i), f) {
		v.SetInt(i)
	}
}

func (d *Decoder) number(n *Node, v reflect.Value, f *field) {
	x, ok := parseNumber(n.text)
	if !ok || n.Quoted() {
		hint := ""
		if ok {
			hint = "leave out the quotes"
		}
		d.Errorf(n, "wrong-type", hint, "%s must be a number, not %q", d.Name(), n.text)
		return
	}
	if d.inRange(n, x, f) {
		v.SetFloat(x)
	}
}

func parseNumber(s string) (float64, bool) {
	if strings.ContainsAny(s, "xXpP_") {
		return 0, false
	}
	x, err := strconv.ParseFloat(s, 64)
	return x, err == nil && !math.IsNaN(x) && !math.IsInf(x, 0)
}

func (d *Decoder) length(n *Node, v reflect.Value, f *field) {
	l, err := geom.Parse(n.text)
	if err != nil {
		d.Errorf(n, "wrong-type", "write a number with pt, mm, cm, in or pc", "%s must be a length, not %q", d.Name(), n.text)
		return
	}
	if d.inRange(n, l.Points(), f) {
		v.SetInt(int64(l))
	}
}

func (d *Decoder) inRange(n *Node, x float64, f *field) bool {
	if (f.min == nil || x >= *f.min) && (f.max == nil || x <= *f.max) {
		return true
	}
	hint := ""
	switch {
	case f.min != nil && f.max != nil:
		hint = fmt.Sprintf("from %v to %v", *f.min, *f.max)
	case f.min != nil:
		hint = fmt.Sprintf("at least %v", *f.min)
	default:
		hint = fmt.Sprintf("at most %v", *f.max)
	}
	d.Errorf(n, "out-of-range", hint, "%s is out of range: %s", d.Name(), n.text)
	return false
}
