package brand

import (
	"fmt"
	"strings"

	"masthead/layout/color"
	"masthead/layout/diag"
	"masthead/layout/geom"
	"masthead/layout/source"
)

// Names are words that may be written as a list or, if there is only one, bare:
// "style: title", "style: [title, title-small]".
type Names []string

// UnmarshalSource reads one word or a list of them.
func (w *Names) UnmarshalSource(d *source.Decoder, n *source.Node) {
	switch n.Kind() {
	case source.Null:
		*w = nil
	case source.Scalar:
		*w = Names{n.Text()}
	default:
		var list []string
		d.Decode(n, &list)
		*w = list
	}
}

// SchemaSource tells what a list of words may look like.
func (Names) SchemaSource() map[string]any {
	return map[string]any{"anyOf": []any{
		source.TextSchema(), map[string]any{"type": "array", "items": source.TextSchema()},
	}}
}

// Padding is the space inside a box: nothing, or four lengths in the order top,
// right, bottom, left.
type Padding []geom.Length

// UnmarshalSource reads one length for all sides, two (top and bottom, right and
// left) or four.
func (p *Padding) UnmarshalSource(d *source.Decoder, n *source.Node) {
	var list []geom.Length
	if n.Kind() == source.Scalar {
		var one geom.Length
		d.Decode(n, &one)
		list = []geom.Length{one}
	} else {
		d.Decode(n, &list)
	}
	switch len(list) {
	case 0:
		*p = nil
	case 1:
		*p = Padding{list[0], list[0], list[0], list[0]}
	case 2:
		*p = Padding{list[0], list[1], list[0], list[1]}
	case 4:
		*p = list
	default:
		d.Errorf(n, "bad-value", "write one for all sides, or top, right, bottom, left", "%d lengths for the four sides", len(list))
	}
}

// SchemaSource tells what a padding may look like.
func (Padding) SchemaSource() map[string]any {
	one := map[string]any{"type": []string{"string", "number"}}
	return map[string]any{"anyOf": []any{one, map[string]any{"type": "array", "items": one, "minItems": 1, "maxItems": 4}}}
}

// colourKeys is a colour as it is written.
type colourKeys struct {
	RGB  hex        `key:"rgb,required" doc:"screen colour in quotes, as \"#0B6457\""`
	CMYK [4]float64 `key:"cmyk,required" doc:"press colour in percent: [cyan, magenta, yellow, black]"`
	Spot string     `key:"spot" doc:"name of a spot ink; cmyk is its alternate"`
	At   source.Marks
}

type hex struct{ color.RGB }

// UnmarshalSource reads #RRGGBB. Without quotation marks YAML takes it for a
// comment, so that nothing is left.
func (h *hex) UnmarshalSource(d *source.Decoder, n *source.Node) {
	if n.Kind() == source.Null {
		d.Errorf(n, "empty-value", `put quotes around it: rgb: "#0B6457"`, "the colour is empty")
		return
	}
	if !d.Expect(n, source.Scalar) {
		return
	}
	text := n.Text()
	if len(text) == 6 {
		text = "#" + text
	}
	c, err := color.ParseRGB(text)
	if err != nil {
		d.Errorf(n, "bad-value", "", "%v", err)
		return
	}
	h.RGB = c
}

// SchemaSource tells what a screen colour looks like.
func (hex) SchemaSource() map[string]any {
	return map[string]any{"type": "string", "pattern": "^#?[0-9A-Fa-f]{6}$"}
}

// UnmarshalSource reads a colour of the palette.
func (c *Colour) UnmarshalSource(d *source.Decoder, n *source.Node) {
	k := colourKeys{hex{c.RGB}, c.CMYK, c.Spot, c.At}
	d.Decode(n, &k)
	*c = Colour{RGB: k.RGB.RGB, CMYK: k.CMYK, Spot: k.Spot, At: k.At}
	for i, v := range k.CMYK {
		if v < 0 || v > 100 {
			d.Errorf(n.Get("cmyk"), "out-of-range", "from 0 to 100", "%v percent of %s", v, [...]string{"cyan", "magenta", "yellow", "black"}[i])
		}
	}
}

// SchemaSource refers to the keys of a colour.
func (Colour) SchemaSource() map[string]any { return refer[colourKeys]() }

// UnmarshalSource reads font files by weight, and the scale.
func (f *Family) UnmarshalSource(d *source.Decoder, n *source.Node) {
	var words map[string]string
	at := textMap(d, n, &words, func(key string, v *source.Node) bool {
		if key == "scale" {
			d.Decode(v, &f.Scale)
		}
		return key == "scale"
	})
	f.Files, f.At = words, at
}

// SchemaSource tells what a family looks like.
func (Family) SchemaSource() map[string]any {
	return map[string]any{
		"type": "object", "additionalProperties": map[string]any{"type": "string"},
		"properties": map[string]any{"scale": map[string]any{"type": "integer", "description": "size in percent where the family stands in for another; default 100"}},
	}
}

// UnmarshalSource reads words by key.
func (l *Labels) UnmarshalSource(d *source.Decoder, n *source.Node) {
	l.At = textMap(d, n, &l.Words, func(string, *source.Node) bool { return false })
}

// SchemaSource tells what labels look like.
func (Labels) SchemaSource() map[string]any {
	return map[string]any{"type": "object", "additionalProperties": source.TextSchema()}
}

// textMap reads a mapping of texts, but for the keys that special takes.
func textMap(d *source.Decoder, n *source.Node, dst *map[string]string, special func(string, *source.Node) bool) source.Marks {
	*dst = map[string]string{}
	if !d.Expect(n, source.Mapping) {
		return source.Marks{Pos: n.Pos()}
	}
	for _, e := range n.Entries() {
		if special(e.Key, e.Value) {
			continue
		}
		if e.Value.Kind() != source.Scalar {
			d.Errorf(e.Value, "wrong-type", "write "+e.Key+": text", "%q must be text, not %s", e.Key, e.Value.Kind())
			continue
		}
		(*dst)[e.Key] = e.Value.Text()
	}
	return placesOf(n)
}

// placesOf returns the places of a mapping's values, whatever its keys.
func placesOf(n *source.Node) source.Marks {
	var probe struct{ At source.Marks }
	scratch := source.Decoder{Diags: &diag.List{}}
	scratch.Decode(n, &probe)
	return probe.At
}

// UnmarshalText reads "2", "1-3" or "2+".
func (r *Range) UnmarshalText(text []byte) (err error) {
	*r, err = ParseRange(string(text))
	return err
}

// UnmarshalText reads "3" or "1-5".
func (c *Columns) UnmarshalText(text []byte) (err error) {
	*c, err = ParseColumns(string(text))
	return err
}

// rowsKeys is the long form of [Rows].
type rowsKeys struct {
	Min   *float64 `key:"min" min:"0" doc:"least; default the ideal"`
	Ideal *float64 `key:"ideal" min:"0" doc:"what it should be; default the middle"`
	Max   *float64 `key:"max" min:"0" doc:"most; default the ideal"`
	Free  bool     `key:"free" doc:"grows at no price as far as the boxes beside it reach"`
	Fill  bool     `key:"fill" doc:"grows as far as the page reaches, at no price or at cost for every half row"`
	Cost  int      `key:"cost" min:"0" doc:"weight of the deviation; default the brand's"`
}

// UnmarshalSource reads 2, 1-3, 1+, fill or {min: 20, ideal: 24, max: 30, cost: 100}.
func (r *Rows) UnmarshalSource(d *source.Decoder, n *source.Node) {
	if n.Kind() != source.Mapping {
		if d.Expect(n, source.Scalar) {
			var err error
			if *r, err = ParseRows(n.Text()); err != nil {
				d.Errorf(n, "bad-value", "write 2, 1-3, 1+, fill or {min: 20, ideal: 24, max: 30}", "%v", err)
			}
		}
		return
	}
	var k rowsKeys
	d.Decode(n, &k)
	out, err := k.rows()
	if err != nil {
		d.Errorf(n, "bad-value", "", "%v", err)
		return
	}
	*r = out
}

func (k rowsKeys) rows() (Rows, error) {
	r := Rows{Free: k.Free || k.Fill, Fill: k.Fill, Cost: k.Cost, Set: true}
	k.Free = r.Free
	first := func(values ...*float64) float64 {
		for _, v := range values {
			if v != nil {
				return *v
			}
		}
		return 0
	}
	if k.Min == nil && k.Ideal == nil && k.Max == nil {
		return r, fmt.Errorf("rows without min, ideal or max")
	}
	r.Min = first(k.Min, k.Ideal, k.Max)
	r.Max = first(k.Max, k.Ideal, k.Min)
	if k.Free && k.Max == nil {
		r.Max = Unbounded
	}
	switch {
	case k.Ideal != nil:
		r.Ideal = *k.Ideal
	case k.Free:
		r.Ideal = r.Min
	default:
		r.Ideal = middle(r.Min, r.Max)
	}
	if r.Min > r.Ideal || r.Ideal > r.Max {
		return r, fmt.Errorf("rows from %v to %v with the ideal %v", r.Min, r.Max, r.Ideal)
	}
	return r, nil
}

// SchemaSource refers to the long form of rows.
func (Rows) SchemaSource() map[string]any {
	return map[string]any{"anyOf": []any{
		map[string]any{"type": []string{"string", "number"}, "pattern": `^\s*(fill|[0-9.]+\s*(\+|[-–]\s*[0-9.]+)?)\s*$`}, refer[rowsKeys](),
	}}
}

// refer points to the keys of a type among the definitions of the schema.
func refer[T any]() map[string]any {
	name := strings.TrimPrefix(fmt.Sprintf("%T", *new(T)), "brand.")
	return map[string]any{"$ref": "#/$defs/" + name}
}
