package layout

import (
	"bytes"
	"context"
	"image/png"
	"strings"
	"testing"

	"masthead/layout/diag"
)

// crowded is an issue with three photos: one with a focus, one with a rectangle
// to keep, and one for which nobody has said anything.
const crowded = small + `
      photos:
        - {file: photos/boat.jpg, alt: A boat, caption: A boat., credit: us, focus: [0.25, 0.5]}
        - {file: photos/pier.jpg, alt: A pier, caption: A pier., credit: us, keep: [0.2, 0.3, 0.8, 0.7]}
        - {file: photos/gull.jpg, alt: A gull, caption: A gull., credit: us}
`

// only takes the messages of a code.
func only(diags *diag.List, code string) (out []diag.Diagnostic) {
	for _, d := range diags.All {
		if d.Code == code {
			out = append(out, d)
		}
	}
	return out
}

func TestCrops(t *testing.T) {
	src := sourceOf(crowded, "photos/boat.jpg", "photos/pier.jpg", "photos/gull.jpg")
	sheet, diags := Crops(t.Context(), src, options())
	if diags.Failed() || sheet == nil || sheet.Crops != 3 {
		t.Fatalf("%+v, %v", sheet, diags.All)
	}
	m, err := png.Decode(bytes.NewReader(sheet.PNG))
	if err != nil || m.Bounds().Dx() < 1000 || m.Bounds().Dy() < 400 {
		t.Errorf("%v, %v", m.Bounds(), err)
	}
	again, _ := Crops(t.Context(), src, options())
	if !bytes.Equal(again.PNG, sheet.PNG) {
		t.Error("two sheets of one issue differ")
	}
}

// An issue without photos has no sheet, and one that is wrong says why.
func TestCropsOfNothing(t *testing.T) {
	sheet, diags := Crops(t.Context(), sourceOf(small), options())
	wantNone(t, diags)
	if sheet == nil || sheet.Crops != 0 || sheet.PNG != nil {
		t.Errorf("%+v", sheet)
	}
	src := sourceOf(pictured)
	if sheet, diags = Crops(t.Context(), src, options()); sheet != nil || len(only(diags, "missing-file")) != 1 {
		t.Errorf("a missing photo: %+v, %v", sheet, diags.All)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if sheet, _ = Crops(ctx, sourceOf(pictured, "photos/boat.jpg"), options()); sheet != nil {
		t.Error("a sheet of a cancelled build")
	}
}

// A crop that nobody asked for is reported at the photo's line, with the focus
// that would ask for it; one that somebody chose is not.
func TestChosenByContent(t *testing.T) {
	src := sourceOf(crowded, "photos/boat.jpg", "photos/pier.jpg", "photos/gull.jpg")
	_, diags := Compose(t.Context(), src, options())
	got := only(diags, "crop-chosen")
	if len(got) != 1 {
		t.Fatalf("%v", diags.All)
	}
	d := got[0]
	line := strings.Split(crowded, "\n")[d.Pos.Line-1]
	if d.Severity != diag.Info || !strings.Contains(line, "gull.jpg") || !strings.Contains(d.Hint, "focus: [0.") {
		t.Errorf("%v\n  hint: %s\n  line: %s", d, d.Hint, line)
	}
}

// A rectangle that the bleed's strip cuts into is warned of: the whole picture
// cannot be kept in a frame that goes beyond the page.
func TestKeepTrimmed(t *testing.T) {
	text := strings.Replace(small, "index: {}", `cover:
  photo: {file: photos/boat.jpg, alt: A boat, caption: A boat., credit: us, keep: [0, 0.3, 1, 0.6]}
index: {}`, 1)
	res, diags := Compose(t.Context(), sourceOf(text, "photos/boat.jpg"), options())
	if res == nil {
		t.Fatal(diags.All)
	}
	bleeds := false
	for _, f := range res.Layout.Pages[0].Figures {
		bleeds = bleeds || trimmed(res.Document, 0, f) != f.Crop
	}
	if got := only(diags, "keep-trimmed"); (len(got) == 1) != bleeds {
		t.Errorf("bleeds %v: %v", bleeds, diags.All)
	}
}

// What is trimmed lies within what is cropped.
func TestTrimmed(t *testing.T) {
	res, diags := Compose(t.Context(), sourceOf(crowded, "photos/boat.jpg", "photos/pier.jpg", "photos/gull.jpg"), options())
	if res == nil {
		t.Fatal(diags.All)
	}
	seen := 0
	for i := range res.Layout.Pages {
		for _, f := range res.Layout.Pages[i].Figures {
			seen++
			if c := trimmed(res.Document, i, f); !holds(f.Crop, c) || c[0] >= c[2] || c[1] >= c[3] {
				t.Errorf("%s: %v of %v", f.File, c, f.Crop)
			}
		}
	}
	if seen != 3 {
		t.Errorf("%d figures", seen)
	}
}
