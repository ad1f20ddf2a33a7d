package display

// Tag is an element of the structure tree, by the standard roles of ISO 32000-1,
// 14.8.4: Document, Sect, H1..H6, P, L, LI, Lbl, LBody, BlockQuote, Figure,
// Caption, TOC, TOCI, Reference, Link, Span.
type Tag struct {
	Role   string
	Title  string
	Alt    string // of a Figure
	Actual string // replaces what is read
	Lang   string // where it differs from the parent's
	// Numbering says how an L counts, by ISO 32000-1, table 347: Decimal,
	// LowerAlpha, Disc ...; "" where its items bear no labels.
	Numbering string
	Story     string // the story id it belongs to, for inspection
	Kids      []Kid  // in reading order
}

// Kid is a child of a [Tag]: another tag, or the content under a mark.
type Kid struct {
	Tag  *Tag
	Mark Mark
}

// Add appends a new element and returns it.
func (t *Tag) Add(role string) *Tag {
	kid := &Tag{Role: role}
	t.Kids = append(t.Kids, Kid{Tag: kid})
	return kid
}

// Content appends content under the mark m. A mark belongs to one element and
// is added once.
func (t *Tag) Content(m Mark) { t.Kids = append(t.Kids, Kid{Mark: m}) }

// Walk calls visit for t and all that is below it, in reading order.
func (t *Tag) Walk(visit func(*Tag)) {
	visit(t)
	for _, k := range t.Kids {
		if k.Tag != nil {
			k.Tag.Walk(visit)
		}
	}
}
