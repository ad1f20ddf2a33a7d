package flow

import (
	"slices"
	"strings"
	"testing"

	"masthead/layout/display"
)

const contact = "contacts: {phone: '1', email: a@example.org}\n"

// TestContactsCloseTheIssue: the last page is one with the contacts, whatever page
// would else be cheaper.
func TestContactsCloseTheIssue(t *testing.T) {
	r := newRig(t, pouringOn("plain", "", "")+pouringOn("closing", "", "      - {if: last, stack: [space: 1, contacts: {style: body, lines: true}]}\n    cost: 900\n"))
	res := r.compose(t, events(article("a", words(400)), article("b", words(100)))+contact)
	last := res.Layout.Pages[len(res.Layout.Pages)-1]
	if last.Template != "closing" || !slices.ContainsFunc(last.Lines, func(l display.Line) bool { return strings.Contains(l.Text, "example.org") }) {
		t.Errorf("pages of the templates %s", templatesOf(res))
	}
}

// TestContactsHaveAPageToThemselves: a story that fills its page leaves no room for
// them.
func TestContactsHaveAPageToThemselves(t *testing.T) {
	r := newRig(t, `  whole:
    serves: {kind: any, sections: many}
    stack:
      - {text: title, style: title}
      - {body: {}, rows: 28}
      - {if: last, stack: [space: 1, contacts: {style: body, lines: true}]}
      - {if: last, space: fill}
`)
	res := r.compose(t, events(article("a", words(300)))+contact)
	if got := templatesOf(res); got != "cover-plain whole whole" {
		t.Fatal(got)
	}
	for _, l := range res.Layout.Pages[2].Lines {
		if l.Role != "contacts" && l.Role != "folio" {
			t.Errorf("%q stands below the contacts", l.Text)
		}
	}
	if n := len(res.Layout.Pages[1].Lines); n < 29 {
		t.Errorf("the story has %d lines", n)
	}
}

// TestContactsInABox: a heading in larger type does not run into the lines below, and
// what stands in the columns of a box keeps the box's padding.
func TestContactsInABox(t *testing.T) {
	r := newRig(t, pouringOn("plain", "", `      - if: last
        box: panel
        split:
          - {columns: 1-2, contacts: {heading: title, style: body, label: kicker, lines: true}}
          - {columns: 3-4, contacts: {style: body}}
`))
	res := r.compose(t, events(article("a", words(40)))+contact)
	p := res.Layout.Pages[1]
	var lines []display.Line
	for _, l := range p.Lines {
		if l.Role == "contacts" && l.X < p.Boxes[0].Rect.X+p.Boxes[0].Rect.W/2 {
			lines = append(lines, l)
		}
	}
	if len(lines) != 3 {
		t.Fatalf("%d lines", len(lines))
	}
	for i, l := range lines {
		if l.X != p.Boxes[0].Rect.X+pts(5) {
			t.Errorf("line %q begins at %v, its box at %v", l.Text, l.X, p.Boxes[0].Rect.X)
		}
		if i > 0 && l.Baseline-lines[i-1].Baseline != pts(10) {
			t.Errorf("line %q stands %v below the line before", l.Text, l.Baseline-lines[i-1].Baseline)
		}
	}
}

// TestStuckAfterTheCover: where a cover serves, it is not to blame.
func TestStuckAfterTheCover(t *testing.T) {
	r := newRig(t, `  plain:
    serves: {stories: 1+}
    stack:
      - each: {stack: [text: title, {body: {}}]}
      - {if: last, rows: 40, contacts: {style: body}}
      - space: fill
`)
	diags := r.refuse(t, events(article("a", words(20)), article("b", words(20)))+contact)
	if n := len(diags.All); n != 1 || !strings.Contains(diags.All[0].Message, "events/b finds no place") {
		t.Errorf("%v", diags.All)
	}
}
