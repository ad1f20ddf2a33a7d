package flow

import "testing"

// TestIdealHasNoBill: what fits as the brand would have it, here a picture whose
// frame has nearly its own shape, is in no line of the bill, and what does not is.
func TestIdealHasNoBill(t *testing.T) {
	picture := func(rows string) string {
		return "  pictured:\n    serves: {stories: 1, photos: 1}\n    stack:\n      - text: title\n      - space: 1\n" +
			"      - {figure: 1, rows: " + rows + "}\n      - body: {columns: 2}\n      - space: 0+\n"
	}
	story := events(article("one", words(60), "photos:", "  - {file: a.jpg, alt: A tower, credit: C}"))
	if bill := newRig(t, picture("{min: 18, ideal: 20, max: 22}")).compose(t, story).Layout.Bill; len(bill) != 0 {
		t.Errorf("an issue that fits ideally has the bill %v", bill)
	}
	// The page is too low for a picture as high as it should be.
	if bill := newRig(t, picture("{min: 8, ideal: 60, max: 80}")).compose(t, story).Layout.Bill; len(bill) != 1 || bill[0].Change != "photo height" {
		t.Errorf("a picture far from its height has the bill %v", bill)
	}
}
