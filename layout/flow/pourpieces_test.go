package flow

import (
	"slices"
	"strings"
	"testing"

	"masthead/layout/brand"
	"masthead/layout/color"
	"masthead/layout/display"
)

// pouringOn is a template that pours, and what stands below.
func pouringOn(name, boxes, below string) string {
	return "  " + name + `:
    serves: {kind: any, stories: 1+, part: any, sections: many}
    stack:
      - pour: {stack: [` + boxes + `{text: title}, body: {}]}
` + below
}

// TestColoursOfItsOwnSection: boxes and rules of a story that begins below one of
// another section are in the colours of its own.
func TestColoursOfItsOwnSection(t *testing.T) {
	r := newRig(t, pouringOn("plain", "{rule: {weight: 2pt, colour: section}}, space: 1, ", ""))
	r.brand.Sections = append(r.brand.Sections, brand.SectionColour{Colour: "ink", Tint: "ink"})
	res := r.compose(t, events(article("a", words(40)))+"infobites:\n  title: More\n  articles:\n"+article("b", words(40)))
	var inks []color.RGB
	for _, it := range res.Document.Pages[1].Items {
		if f, ok := it.(*display.Fill); ok && f.Rect.H == pts(2) {
			inks = append(inks, f.Ink.RGB)
		}
	}
	want := []color.RGB{r.brand.Ink("jade", 0).RGB, r.brand.Ink("ink", 0).RGB}
	if !slices.Equal(inks, want) {
		t.Errorf("rules in %v, not %v", inks, want)
	}
}

// TestPourKnowsWordsOnOneLine: a section's name that leads in a kicker above a pour is
// not repeated in it.
func TestPourKnowsWordsOnOneLine(t *testing.T) {
	r := newRig(t, `  led:
    serves: {stories: 1+, part: any}
    stack:
      - {text: kicker, lead-in: {text: section, style: kicker}}
      - pour: {stack: [{text: section, style: kicker, if: section-opener}, text: title, body: {}]}
`)
	res := r.compose(t, events(article("a", words(40), "kicker: Report")))
	n := 0
	for _, l := range res.Layout.Pages[1].Lines {
		if strings.Contains(l.Text, "Events") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("the section is named %d times", n)
	}
}
