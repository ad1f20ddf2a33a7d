package brand

import (
	"slices"

	"masthead/layout/color"
	"masthead/layout/geom"
	"masthead/layout/source"
)

// The names of colours that stand for the current section's pair.
const (
	SectionInk  = "section"
	SectionTint = "section-tint"
)

// Style returns a type style with what it is based on merged in, the same
// pointer at every call, or nil where there is none.
func (b *Brand) Style(name string) *Style {
	if b.styles != nil {
		return b.styles[name]
	}
	for i := range b.Styles.Entries {
		if b.Styles.Entries[i].Key == name {
			return &b.Styles.Entries[i].Value
		}
	}
	return nil
}

// Ink returns a colour of the palette. The names section and section-tint stand
// for the colours of the section of the given number, from 1; the list of
// section colours wraps, and 0 is the first. The names black (of the black plate
// alone) and white are always there. An unknown name is black.
func (b *Brand) Ink(name string, section int) color.Ink {
	if name == SectionInk || name == SectionTint {
		name = b.sectionInk(name, section)
	}
	if c, ok := b.Palette.Get(name); ok {
		return color.Ink{Name: name, RGB: c.RGB, CMYK: color.CMYK{C: c.CMYK[0], M: c.CMYK[1], Y: c.CMYK[2], K: c.CMYK[3]}, Spot: c.Spot}
	}
	if name == "white" {
		return color.Ink{Name: name, RGB: color.RGB{R: 255, G: 255, B: 255}}
	}
	return color.Ink{Name: "black", CMYK: color.CMYK{K: 100}}
}

func (b *Brand) sectionInk(name string, section int) string {
	if len(b.Sections) == 0 {
		return "black"
	}
	pair := b.Sections[max(section-1, 0)%len(b.Sections)]
	if name == SectionTint && pair.Tint != "" {
		return pair.Tint
	}
	return pair.Colour
}

// Typesets reports whether quotes, dashes and spaces are normalised by language.
func (b *Brand) Typesets() bool { return b.Typeset == nil || *b.Typeset }

// FaceFile returns the font file of a family and a weight, and the size in
// percent at which the family stands in for another. Where the family lacks the
// weight it is the nearest: bold for bold-italic and semibold, else regular,
// else the first by name. An unknown family has the file "".
func (b *Brand) FaceFile(family, weight string) (path string, scale int) {
	f, ok := b.Families.Get(family)
	if !ok {
		return "", 100
	}
	scale = f.Scale
	if scale == 0 {
		scale = 100
	}
	for _, w := range nearest(weight) {
		if p, ok := f.Files[w]; ok {
			return p, scale
		}
	}
	if weights := f.Weights(); len(weights) > 0 {
		path = f.Files[weights[0]]
	}
	return path, scale
}

// nearest lists a weight and those that stand in for it, the best first.
func nearest(weight string) []string {
	switch weight {
	case "", "regular":
		return []string{"regular", "book", "medium"}
	case "bold-italic", "semibold-italic":
		return []string{weight, "bold-italic", "semibold-italic", "bold", "semibold", "italic", "regular"}
	case "bold", "semibold", "black", "heavy", "extrabold":
		return []string{weight, "bold", "semibold", "black", "medium", "regular"}
	}
	return []string{weight, "regular"}
}

// Weights returns the names of the family's weights in alphabetical order.
func (f Family) Weights() []string {
	names := make([]string, 0, len(f.Files))
	for w := range f.Files {
		names = append(names, w)
	}
	slices.Sort(names)
	return names
}

// Kinds returns the keys that say what a box holds, in the order of [Node].
func Kinds() []string {
	return []string{
		"stack", "split", "choose", "layers", "space", "text", "figure", "caption-of", "gallery", "body", "items",
		"facts", "quote", "index", "calendar", "contacts", "follow", "rule", "pour", "each",
	}
}

// Kind returns the key that says what the box holds, empty where none does.
func (n *Node) Kind() string {
	for i, set := range []bool{
		n.Stack != nil, n.Split != nil, n.Choose != nil, n.Layers != nil, n.Space.Set, n.Text != "", n.Figure != 0, n.Caption != 0,
		n.Gallery != nil, n.Body != nil, n.Items != nil, n.Facts != nil, n.Quote != nil, n.Index != nil,
		n.Calendar != nil, n.Contacts != nil, n.Follow != nil, n.Rule != nil, n.Pour != nil, n.Each != nil,
	} {
		if set {
			return Kinds()[i]
		}
	}
	return ""
}

// kindsIn lists the kind keys that a file gives a box.
func kindsIn(at source.Marks) []string {
	var out []string
	for _, k := range Kinds() {
		if at.Has(k) {
			out = append(out, k)
		}
	}
	return out
}

// HasStyle reports whether the brand has a style of that name.
func (b *Brand) HasStyle(name string) bool { return b.Style(name) != nil }

// Box returns a look of a panel, never nil: an unknown name is a box without
// looks.
func (b *Brand) Box(name string) *Box {
	for i := range b.Boxes.Entries {
		if b.Boxes.Entries[i].Key == name {
			return &b.Boxes.Entries[i].Value
		}
	}
	return &Box{}
}

// Insets returns the padding as margins.
func (b *Box) Insets() geom.Insets {
	if len(b.Padding) != 4 {
		return geom.Insets{}
	}
	return geom.Insets{Top: b.Padding[0], Right: b.Padding[1], Bottom: b.Padding[2], Left: b.Padding[3]}
}
