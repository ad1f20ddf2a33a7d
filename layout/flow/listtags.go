package flow

import "masthead/layout/display"

// A listStack is the lists that a paragraph stands in, the innermost last.
type listStack struct {
	number int // of the list in its story
	open   []openList
}

type openList struct {
	list, body *display.Tag
	indent     int
}

// body returns the element that a paragraph belongs to: the body of its list item,
// opened where the paragraph begins one, or sect.
func (l *listStack) body(c *composer, sect *display.Tag, p *paragraph) *display.Tag {
	if p.list != l.number {
		l.number, l.open = p.list, nil
	}
	for n := len(l.open); n > 1 && l.open[n-1].indent > p.indent; n = len(l.open) {
		l.open = l.open[:n-1]
	}
	if p.list == 0 {
		return sect
	}
	into := sect
	if n := len(l.open); n > 0 {
		into = l.open[n-1].body
	}
	if p.mark == "" && into != sect {
		return into
	}
	if n := len(l.open); n == 0 || l.open[n-1].indent < p.indent {
		list := into.Add("L")
		list.Numbering = p.numbering()
		l.open = append(l.open, openList{list: list, indent: p.indent})
	}
	at := &l.open[len(l.open)-1]
	item := at.list.Add("LI")
	if label := c.paragraph1(item, p.label, "Lbl"); label != nil && !p.ordered {
		label.Actual = p.mark
	}
	at.body = item.Add("LBody")
	return at.body
}

// numbering says how a list counts (ISO 32000-1, table 347).
func (p *paragraph) numbering() string {
	if p.ordered {
		return "Decimal"
	}
	return "Disc"
}
