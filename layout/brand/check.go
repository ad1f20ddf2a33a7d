package brand

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"masthead/layout/diag"
	"masthead/layout/geom"
	"masthead/layout/source"
)

// checker finds what is wrong in a decoded brand.
type checker struct {
	*Brand
	diags *diag.List
}

func (b *Brand) check(diags *diag.List) {
	c := checker{b, diags}
	c.page()
	c.names()
	c.styleRules()
	c.inline()
	c.templates()
	c.languages()
}

func (c *checker) errorf(at diag.Pos, code, hint, format string, args ...any) {
	c.diags.Errorf(at, code, hint, format, args...)
}

// page checks the sheet and the grid on it.
func (c *checker) page() {
	p, g := &c.Page, &c.Grid
	size, err := p.Dimensions()
	if err != nil {
		c.errorf(p.At.Of("size"), "bad-value", "write A4, Letter, or width x height as in 210mm x 297mm", "%v", err)
		return
	}
	if p.Left < 0 || p.Right < 0 || p.Left+p.Right >= size.W {
		c.errorf(p.At.Of("left"), "bad-value", "", "the margins of %v and %v leave nothing of the page's %v", p.Left, p.Right, size.W)
		return
	}
	if p.Bleed < 0 || p.Bleed > geom.MM(20) {
		c.errorf(p.At.Of("bleed"), "out-of-range", "from 0 to 20mm", "a bleed of %v", p.Bleed)
	}
	if g.Baseline < geom.Pt(2) || g.Baseline > geom.Pt(100) {
		c.errorf(g.At.Of("baseline"), "out-of-range", "from 2 to 100 points", "a baseline grid of %v", g.Baseline)
		return
	}
	if g.Gutter < 0 || c.ColumnRight(1)-c.ColumnX(1) < geom.Pt(4) {
		c.errorf(g.At.Of("columns"), "bad-value", "fewer columns, a smaller gutter or smaller margins",
			"%d columns with gutters of %v do not fit between the margins", g.Columns, g.Gutter)
	}
	rows := size.H.FloorDiv(g.Baseline)
	if g.First < 1 || g.Last <= g.First || g.Last > rows {
		c.errorf(g.At.Of("last-row"), "bad-value", fmt.Sprintf("the page has %d rows of %v", rows, g.Baseline),
			"the grid goes from row %d to row %d", g.First, g.Last)
	}
}

// names checks every reference by its kind.
func (c *checker) names() {
	styles := slices.Sorted(maps.Keys(c.styles))
	lists := map[string][]string{
		"style": styles, "colour": append(c.Palette.Keys(), SectionInk, SectionTint, "black", "white"),
		"palette": c.Palette.Keys(), "family": c.Families.Keys(), "box": c.Boxes.Keys(),
		"cap": append(slices.Clone(styles), "edge"), "role": Roles(), "side": {"top", "right", "bottom", "left"},
	}
	nouns := map[string]string{"palette": "colour", "cap": "style"}
	for _, r := range c.refs() {
		switch r.kind {
		case "base", "picture", "rows": // the cascade of styles has seen to it; files and heights come later
		case "x", "y":
			c.anchor(r)
		case "condition":
			c.condition(r)
		case "text", "piece":
			c.text(r)
		default:
			if names := lists[r.kind]; !slices.Contains(names, r.value) {
				noun := r.kind
				if n, ok := nouns[noun]; ok {
					noun = n
				}
				c.errorf(r.at, "unknown-name", source.DidYouMean(r.value, names), "there is no %s %q", noun, r.value)
			}
		}
	}
}

// Roles returns the roles that furniture may have in the reading order.
func Roles() []string {
	return []string{
		"masthead", "section", "kicker", "title", "lead", "body", "subhead", "list", "blockquote", "pullquote", "byline",
		"caption", "credit", "facts", "see", "signature", "index", "calendar", "contacts", "follow", "folio",
	}
}

func (c *checker) anchor(r ref) {
	a, err := ParseAnchor(r.value)
	if err != nil {
		hint := "write c8, c7r, margin-left, r27, foot, or with an offset c8 + 13pt"
		word := r.value[:wordEnd(r.value)]
		if near, ok := source.Closest(word, edgeNames()); ok && near != word {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		c.errorf(r.at, "bad-anchor", hint, "%v", err)
		return
	}
	switch {
	case r.kind == "x" && !a.Horizontal():
		c.errorf(r.at, "bad-anchor", "write a column, margin or trim", "%q is a place down the page, not across", r.value)
	case r.kind == "y" && !a.Vertical():
		c.errorf(r.at, "bad-anchor", "write a row, top, bottom, head or foot", "%q is a place across the page, not down", r.value)
	case (a.Edge == ColumnLeft || a.Edge == ColumnRight) && int(a.N) > c.Grid.Columns:
		c.errorf(r.at, "bad-anchor", "", "%q is beyond the grid's %d columns", r.value, c.Grid.Columns)
	case a.Edge == Row && c.Row(a.N) > c.Trim().H:
		c.errorf(r.at, "bad-anchor", "", "%q is below the page", r.value)
	}
}

func (c *checker) condition(r ref) {
	cond, err := ParseCondition(r.value)
	if err != nil {
		c.errorf(r.at, "bad-condition", "write photos>=2, quote or not quote", "%v", err)
		return
	}
	if !slices.Contains(Conditions(), cond.Name) {
		c.errorf(r.at, "bad-condition", source.DidYouMean(cond.Name, Conditions()), "there is nothing called %q to ask for", cond.Name)
	}
}

// text checks words of the brand and their fields. In the tree they must have a
// field or name a piece of the story; furniture may say anything.
func (c *checker) text(r ref) {
	if !strings.ContainsAny(r.value, "{}") {
		if r.kind == "piece" && !isPiece(r.value) {
			c.errorf(r.at, "unknown-name", source.DidYouMean(r.value, Pieces()), "a story has no piece %q", r.value)
		}
		return
	}
	fields, err := Fields(r.value)
	if err != nil {
		c.errorf(r.at, "bad-field", "write fields as {page}", "%v", err)
	}
	for _, f := range fields {
		if label, ok := strings.CutPrefix(f, "label:"); ok && label != "" {
			continue
		}
		if !slices.Contains(FieldNames(), f) {
			c.errorf(r.at, "bad-field", source.DidYouMean(f, FieldNames()), "there is no field {%s}", f)
		}
	}
}
