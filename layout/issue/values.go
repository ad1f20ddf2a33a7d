package issue

import (
	"fmt"
	"strconv"
	"time"

	"masthead/layout/diag"
	"masthead/layout/source"
)

// prose is a Markdown field, parsed once the whole document is decoded.
type prose struct{ node *source.Node }

// UnmarshalSource keeps the node of a text.
func (p *prose) UnmarshalSource(d *source.Decoder, n *source.Node) {
	if n.Kind() == source.Null || d.Expect(n, source.Scalar) {
		p.node = n
	}
}

// SchemaSource says that prose is a text.
func (p *prose) SchemaSource() map[string]any { return source.TextSchema() }

// UnmarshalSource reads 2023-06 or 2023-06-27.
func (t *Date) UnmarshalSource(d *source.Decoder, n *source.Node) {
	if !d.Expect(n, source.Scalar) {
		return
	}
	text := n.Text()
	for _, layout := range []string{"2006-01", "2006-01-02"} {
		when, err := time.Parse(layout, text)
		if err != nil || when.Year() < 1000 {
			continue
		}
		*t = Date{when.Year(), int(when.Month()), 0}
		if len(layout) > len("2006-01") {
			t.Day = when.Day()
		}
		return
	}
	hint := "write it as 2023-06-27 or 2023-06"
	if len(text) == len("2006-01-02") && isDigits(text[:4]) {
		if _, err := time.Parse("2006-01", text[:7]); err == nil {
			hint = "there is no such day in the month"
		} else {
			hint = "the month goes from 01 to 12; " + hint
		}
	}
	d.Errorf(n, "bad-date", hint, "%q is not a date", text)
}

func isDigits(s string) bool {
	_, err := strconv.ParseUint(s, 10, 64)
	return err == nil
}

// SchemaSource gives the pattern of a date.
func (t *Date) SchemaSource() map[string]any {
	return map[string]any{"type": "string", "pattern": `^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$`}
}

// maxPages bounds what a budget may ask for.
const maxPages = 10_000

// UnmarshalSource reads a number of pages, or a mapping of max and multiple-of.
func (b *Budget) UnmarshalSource(d *source.Decoder, n *source.Node) {
	const hint = "write 6 or {max: 8, multiple-of: 4}"
	switch n.Kind() {
	case source.Scalar:
		before := len(d.Diags.All)
		d.Decode(n, &b.Exact)
		if len(d.Diags.All) == before && (b.Exact < 1 || b.Exact > maxPages) {
			d.Errorf(n, "out-of-range", fmt.Sprintf("from 1 to %d", maxPages), "%s is out of range: %d", d.Name(), b.Exact)
			b.Exact = 0
		}
	case source.Mapping:
		var w wireBudget
		d.Decode(n, &w)
		b.Max, b.MultipleOf = w.Max, w.MultipleOf
		if b.Max > 0 && b.MultipleOf > b.Max {
			d.Errorf(n.Get("multiple-of"), "out-of-range", "", "no multiple of %d pages fits in %d", b.MultipleOf, b.Max)
		}
		if len(n.Entries()) == 0 {
			d.Errorf(n, "empty-value", hint, "%s is empty", d.Name())
		}
	case source.Null:
		d.Errorf(n, "empty-value", hint, "%s is empty", d.Name())
	default:
		d.Errorf(n, "wrong-type", hint, "%s must be a number or a mapping, not a list", d.Name())
	}
}

type wireBudget struct {
	Max        int `key:"max" min:"1" max:"10000" doc:"At most so many pages."`
	MultipleOf int `key:"multiple-of" min:"1" max:"10000" doc:"The pages come in groups of so many."`
}

// SchemaSource describes both forms.
func (b *Budget) SchemaSource() map[string]any {
	number := func(doc string) map[string]any {
		return map[string]any{"type": "integer", "minimum": 1, "maximum": maxPages, "description": doc}
	}
	return map[string]any{"anyOf": []any{number("Exactly so many pages."), map[string]any{
		"type": "object", "additionalProperties": false, "minProperties": 1,
		"properties": map[string]any{
			"max":         number("At most so many pages."),
			"multiple-of": number("The pages come in groups of so many."),
		},
	}}}
}

// reference is a story id where it is written.
type reference struct {
	id  string
	pos diag.Pos
}

// UnmarshalSource reads a text.
func (r *reference) UnmarshalSource(d *source.Decoder, n *source.Node) {
	if d.Expect(n, source.Scalar) {
		*r = reference{n.Text(), n.Pos()}
	}
}

// SchemaSource says that a story id is a string.
func (r *reference) SchemaSource() map[string]any { return map[string]any{"type": "string"} }
