package flow

import (
	"fmt"
	"strings"
	"testing"

	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/photo"
)

// placedOn is furniture above a template that takes any story.
func placedOn(items string) string {
	return `  any:
    serves: {kind: any, stories: 1+, part: any, sections: many}
    above:
` + items + `    stack:
      - each: {stack: [text: title, body: {}]}
      - space: fill
`
}

// images lists the pictures of a page with their files.
func images(res *Result, page int) (rects []geom.Rect, files []string) {
	for _, it := range res.Document.Pages[page].Items {
		if im, ok := it.(*display.Image); ok {
			rects, files = append(rects, im.Rect), append(files, res.Document.Photos[im.Photo].File)
		}
	}
	return rects, files
}

// TestEmblemKeepsItsShape: the built-in emblem is 3:2 in whatever place it has,
// an emblem of the issue's own is that picture.
func TestEmblemKeepsItsShape(t *testing.T) {
	r := newRig(t, placedOn(`      - {emblem: true, x: margin-left, right: margin-right, y: r34, bottom: r36, align: right}
`))
	res := r.compose(t, "funding: {emblem: eu, text: Paid}\n"+events(article("a", words(40))))
	var flag geom.Rect
	for _, it := range res.Document.Pages[1].Items {
		if f, ok := it.(*display.Fill); ok && f.Ink.RGB.B == 153 {
			flag = f.Rect
		}
	}
	if flag.W != pts(30) || flag.H != pts(20) || flag.Right() != pts(300) {
		t.Errorf("the flag stands at %v", flag)
	}
	res = r.compose(t, "funding: {emblem: a.jpg, text: Paid}\n"+events(article("a", words(40))))
	rects, files := images(res, 1)
	if len(rects) != 1 || files[0] != "a.jpg" || rects[0].W != pts(30) || rects[0].H != pts(20) {
		t.Errorf("pictures %v at %v", files, rects)
	}
	for _, tag := range res.Document.Root.Kids {
		if tag.Tag != nil && tag.Tag.Role == "Figure" && tag.Tag.Alt != "Paid" {
			t.Errorf("the emblem is called %q", tag.Tag.Alt)
		}
	}
}

// TestIndexIfAny: a cover whose index stands under if: index serves issues with
// and without; where none serves, the message says what is missing.
func TestIndexIfAny(t *testing.T) {
	r := newRig(t, placedOn("")+`  both:
    serves: {page: cover}
    stack:
      - {text: "{name}", style: title}
      - stack: [space: 1, index: {heading: kicker, entry: body, page: body}]
        if: index
      - space: fill
`)
	r.brand.Template.Entries = r.brand.Template.Entries[2:] // without the covers of the square brand
	for _, index := range []string{"", "index: {}\n"} {
		res := r.compose(t, index+events(article("a", words(40))))
		if got := templatesOf(res); got != "both any" {
			t.Errorf("%q: %s", index, got)
		}
		for _, l := range res.Layout.Pages[0].Lines {
			if l.Role == "index" && l.Text == "1" {
				t.Error("the index has section numbers without room for them")
			}
		}
	}
	n := &r.brand.Template.Entries[1].Value.Stack[1]
	n.If = nil
	diags := r.refuse(t, events(article("a", words(40))))
	if len(diags.All) != 1 || !strings.Contains(diags.All[0].Message, "index") || diags.All[0].Code != "no-cover" || diags.All[0].Hint == "" {
		t.Errorf("%v", diags.All)
	}
}

// TestFillUnderAStoryThatGoesOn: where text could stand, white is not free.
func TestFillUnderAStoryThatGoesOn(t *testing.T) {
	r := newRig(t, placedOn(""))
	for n := 400; n < 1500; n += 150 {
		res := r.compose(t, events(article("a", words(n))))
		for _, p := range res.Layout.Pages[1 : len(res.Layout.Pages)-2] { // the last but one leaves enough to the last
			if _, rows := feet(&p, "events/a"); rows[0] < 31 {
				t.Errorf("%d words: page %d ends in row %d of 33", n, p.Number, rows[0])
			}
		}
	}
}

// TestLogo: a picture of the brand stands whole in its place.
func TestLogo(t *testing.T) {
	r := newRig(t, placedOn(`      - {logo: mark.png, x: margin-left, right: margin-left + 90, y: r34, bottom: r36, align: centred}
`))
	in := r.input(t, events(article("a", words(40))))
	in.Logos = map[string]photo.Info{"mark.png": {Width: 100, Height: 200, Format: "png", Orientation: 1, Channels: 3, Depth: 8}}
	res := r.composeInput(t, in)
	rects, files := images(res, 1)
	if len(rects) != 1 || files[0] != "mark.png" || !res.Document.Photos[0].Brand {
		t.Fatalf("pictures %v at %v", files, rects)
	}
	if rects[0].W != pts(10) || rects[0].H != pts(20) || rects[0].X != pts(60) {
		t.Errorf("the logo stands at %v", rects[0])
	}
}

// TestBudgetOfUnfilledPages: a brand may leave white at every foot; so many pages
// as the issue takes without a budget are then a budget that it meets.
func TestBudgetOfUnfilledPages(t *testing.T) {
	r := newRig(t, `  one:
    serves: {stories: 1}
    stack: [text: title, body: {}]
`)
	issue := events(article("a", words(40)), article("b", words(40)))
	natural := len(r.compose(t, issue).Layout.Pages)
	if got := len(r.compose(t, fmt.Sprintf("pages: %d\n", natural)+issue).Layout.Pages); got != natural {
		t.Errorf("%d pages, without a budget %d", got, natural)
	}
	for _, d := range r.refuse(t, fmt.Sprintf("pages: %d\n", natural+1)+issue).All {
		if d.Code != "page-budget" {
			t.Errorf("%v", d)
		}
	}
}
