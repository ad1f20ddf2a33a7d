package brand

import "masthead/layout/source"

// The pieces below are written {facts: {rule: ...}} with what differs from the
// defaults, or {facts: yes} or a bare facts: where nothing does. The types
// without methods are what their keys decode into.
type (
	bodyKeys     Body
	itemsKeys    Items
	galleryKeys  Gallery
	factsKeys    Facts
	quoteKeys    Quote
	indexKeys    Index
	calendarKeys Calendar
	contactsKeys Contacts
	followKeys   Follow
	ruleKeys     Rule
)

// orDefaults decodes the keys of a piece, if there are any.
func orDefaults[T any](d *source.Decoder, n *source.Node, keys *T) {
	if n.Kind() == source.Null {
		return
	}
	if n.Kind() == source.Scalar && !n.Quoted() && (n.Text() == "yes" || n.Text() == "true") {
		return
	}
	if n.Kind() == source.Scalar && (n.Text() == "no" || n.Text() == "false") {
		d.Errorf(n, "bad-value", "leave the key out where it should not be", "%s cannot be %q", d.Name(), n.Text())
		return
	}
	d.Decode(n, keys)
}

func orNothing[T any]() map[string]any {
	return map[string]any{"anyOf": []any{refer[T](), map[string]any{"enum": []any{nil, true, "yes"}}}}
}

// UnmarshalSource reads the keys, or nothing for the defaults.
func (b *Body) UnmarshalSource(d *source.Decoder, n *source.Node) { orDefaults(d, n, (*bodyKeys)(b)) }

// SchemaSource refers to the keys.
func (Body) SchemaSource() map[string]any { return orNothing[bodyKeys]() }

// UnmarshalSource reads the keys, or nothing for the defaults.
func (i *Items) UnmarshalSource(d *source.Decoder, n *source.Node) { orDefaults(d, n, (*itemsKeys)(i)) }

// SchemaSource refers to the keys.
func (Items) SchemaSource() map[string]any { return orNothing[itemsKeys]() }

// UnmarshalSource reads the keys, or nothing for the defaults.
func (g *Gallery) UnmarshalSource(d *source.Decoder, n *source.Node) {
	orDefaults(d, n, (*galleryKeys)(g))
}

// SchemaSource refers to the keys.
func (Gallery) SchemaSource() map[string]any { return orNothing[galleryKeys]() }

// UnmarshalSource reads the keys, or nothing for the defaults.
func (f *Facts) UnmarshalSource(d *source.Decoder, n *source.Node) { orDefaults(d, n, (*factsKeys)(f)) }

// SchemaSource refers to the keys.
func (Facts) SchemaSource() map[string]any { return orNothing[factsKeys]() }

// UnmarshalSource reads the keys, or nothing for the defaults.
func (q *Quote) UnmarshalSource(d *source.Decoder, n *source.Node) { orDefaults(d, n, (*quoteKeys)(q)) }

// SchemaSource refers to the keys.
func (Quote) SchemaSource() map[string]any { return orNothing[quoteKeys]() }

// UnmarshalSource reads the keys, or nothing for the defaults.
func (i *Index) UnmarshalSource(d *source.Decoder, n *source.Node) { orDefaults(d, n, (*indexKeys)(i)) }

// SchemaSource refers to the keys.
func (Index) SchemaSource() map[string]any { return orNothing[indexKeys]() }

// UnmarshalSource reads the keys, or nothing for the defaults.
func (c *Calendar) UnmarshalSource(d *source.Decoder, n *source.Node) {
	orDefaults(d, n, (*calendarKeys)(c))
}

// SchemaSource refers to the keys.
func (Calendar) SchemaSource() map[string]any { return orNothing[calendarKeys]() }

// UnmarshalSource reads the keys, or nothing for the defaults.
func (c *Contacts) UnmarshalSource(d *source.Decoder, n *source.Node) {
	orDefaults(d, n, (*contactsKeys)(c))
}

// SchemaSource refers to the keys.
func (Contacts) SchemaSource() map[string]any { return orNothing[contactsKeys]() }

// UnmarshalSource reads the keys, or nothing for the defaults.
func (f *Follow) UnmarshalSource(d *source.Decoder, n *source.Node) {
	orDefaults(d, n, (*followKeys)(f))
}

// SchemaSource refers to the keys.
func (Follow) SchemaSource() map[string]any { return orNothing[followKeys]() }

// UnmarshalSource reads the keys, or nothing for the defaults.
func (r *Rule) UnmarshalSource(d *source.Decoder, n *source.Node) { orDefaults(d, n, (*ruleKeys)(r)) }

// SchemaSource refers to the keys.
func (Rule) SchemaSource() map[string]any { return orNothing[ruleKeys]() }
