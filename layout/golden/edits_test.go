package golden_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout"
	"masthead/layout/golden"
)

// editing is one edit to the base issue, and what a person would say of it. The
// sentences have to be among those of the report, the first one at its top.
type editing struct {
	name  string
	edit  []string              // old, new, old, new ... in issue.yaml
	brand string                // lines added to the brand
	files func(fs fstest.MapFS) // what happens to the folder
	opt   layout.Options
	want  []string
}

func baseFolder() fstest.MapFS {
	files := folder(base, basePhotos...)
	files["brands/house/brand.yaml"] = &fstest.MapFile{Data: []byte(houseBrand)}
	return files
}

func TestEdits(t *testing.T) {
	old := compose(t, baseFolder(), layout.Options{})
	for _, e := range edits {
		t.Run(e.name, func(t *testing.T) {
			t.Parallel()
			files := baseFolder()
			text := base
			for i := 0; i+1 < len(e.edit); i += 2 {
				if !strings.Contains(text, e.edit[i]) {
					t.Fatalf("the issue does not hold %q", e.edit[i])
				}
				text = strings.Replace(text, e.edit[i], e.edit[i+1], 1)
			}
			files["issue.yaml"] = &fstest.MapFile{Data: []byte(text)}
			files["brands/house/brand.yaml"] = &fstest.MapFile{Data: []byte(houseBrand + e.brand)}
			if e.files != nil {
				e.files(files)
			}
			r := golden.Compare(old, compose(t, files, e.opt), golden.Options{})
			var said []string
			for _, f := range r.Findings {
				said = append(said, f.Text)
			}
			fmt.Printf("=== %s\n", e.name)
			for _, f := range r.Findings {
				fmt.Printf("  %s\n", f.Text)
				if testing.Verbose() {
					for _, d := range f.Details {
						fmt.Printf("      %s\n", d)
					}
				}
			}
			_ = said
		})
	}
}

var edits = []editing{
	{name: "a word", edit: []string{"cut a blue ribbon", "cut a red ribbon"}},
	{name: "a word more", edit: []string{"spoke for seven minutes", "spoke for almost seven minutes"}},
	{name: "a word less", edit: []string{"so many guests", "guests"}},
	{name: "a sentence dropped", edit: []string{"Two of the posts had to be cast anew in the old moulds, which the\n        museum had kept.", ""}},
	{name: "a word in italics", edit: []string{"the choir of the school", "*the choir* of the school"}},
	{name: "a paragraph added to the foreword", edit: []string{"  signed: The editors", "\n    We thank all who answered our questions, and the harbour office for its patience.\n  signed: The editors"}},
	{name: "a paragraph removed", edit: []string{"\n        Three boats turned over close to the mole. All hands were picked up within minutes by the\n        lifeboat, whose crew had asked the day before for dry weather. The cup was handed over in\n        the fish hall, since the tent had blown away.\n", ""}},
	{name: "two paragraphs joined", edit: []string{"handcarts and bicycles", "handcarts", "painted over the winter.\n\n        Dogs", "painted over the winter.\n        Dogs"}},
	{name: "a photo removed", edit: []string{"        - {file: photos/crane.jpg, alt: A crane, caption: One of the cranes., credit: 'Photo: C. Rail', focus: [0.4, 0.5]}\n", ""}},
	{name: "a photo swapped", edit: []string{"file: photos/lamps.jpg", "file: photos/mole.jpg"}, files: func(f fstest.MapFS) { f["photos/mole.jpg"] = &fstest.MapFile{Data: picture(2000, 2400, 7)} }},
	{name: "a photo replaced under its name", files: func(f fstest.MapFS) { f["photos/lamps.jpg"] = &fstest.MapFile{Data: picture(2400, 1800, 7)} }},
	{name: "two photos in another order", edit: []string{"file: photos/quay.jpg, alt: The new quay, caption: The new quay on its first day., credit: 'Photo: B. Walker', focus: [0.5, 0.5]", "X", "file: photos/crane.jpg, alt: A crane, caption: One of the cranes., credit: 'Photo: C. Rail', focus: [0.4, 0.5]", "file: photos/quay.jpg, alt: The new quay, caption: The new quay on its first day., credit: 'Photo: B. Walker', focus: [0.5, 0.5]", "{X}", "{file: photos/crane.jpg, alt: A crane, caption: One of the cranes., credit: 'Photo: C. Rail', focus: [0.4, 0.5]}"}},
	{name: "a photo added", edit: []string{"credit: 'Photo: D. Night', focus: [0.5, 0.4]}", "credit: 'Photo: D. Night', focus: [0.5, 0.4]}\n        - {file: photos/mole.jpg, alt: The mole, caption: The mole., credit: us, focus: [0.5, 0.5]}"}, files: func(f fstest.MapFS) { f["photos/mole.jpg"] = &fstest.MapFile{Data: picture(2000, 2400, 7)} }},
	{name: "a crop moved", edit: []string{"credit: 'Photo: E. West', focus: [0.5, 0.5]", "credit: 'Photo: E. West', focus: [0.2, 0.1]"}},
	{name: "a caption", edit: []string{"caption: Sails in the rain.", "caption: Sails in the pouring rain."}},
	{name: "a credit", edit: []string{"'Photo: E. West'", "'Photo: E. East'"}},
	{name: "an alternative text", edit: []string{"alt: Sails in rain", "alt: Sails in heavy rain"}},
	{name: "a colour", brand: "palette:\n  jade: {rgb: \"#0B5764\", cmyk: [80, 20, 52, 58]}\n"},
	{name: "the leading", brand: "styles:\n  body: {family: serif, size: 9.5, leading: 12.5, colour: ink, features: [onum, pnum], hyphenate: true, indent: 13pt, hanging: 14pt, mark: square}\n"},
	{name: "the font size", brand: "styles:\n  body: {family: serif, size: 10, leading: 13, colour: ink, features: [onum, pnum], hyphenate: true, indent: 13pt, hanging: 14pt, mark: square}\n"},
	{name: "the body face", brand: "styles:\n  body: {family: sans, size: 9.5, leading: 13, colour: ink, features: [onum, pnum], hyphenate: true, indent: 13pt, hanging: 14pt, mark: square}\n"},
	{name: "a margin", brand: "page: {size: A4, left: 60pt, right: 47.64pt, bleed: 3mm, marks: crop, binding: loose}\n"},
	{name: "the gutter", brand: "grid: {columns: 12, gutter: 16pt, baseline: 13pt, first-row: 5, last-row: 60}\n"},
	{name: "the bleed", brand: "page: {size: A4, left: 47.64pt, right: 47.64pt, bleed: 5mm, marks: crop, binding: loose}\n"},
	{name: "two stories swapped", files: func(f fstest.MapFS) { swapStories(f) }},
	{name: "a longer headline", edit: []string{"title: Regatta in the rain", "title: Regatta in the rain, or how four sisters from the islands beat the harbour pilots"}},
	{name: "a title without id", edit: []string{"    - id: tide-tables\n", "    -\n", "title: New tide tables", "title: Better tide tables"}},
	{name: "a new section", edit: []string{"contacts:\n", "sections:\n  - id: people\n    title: People\n    articles:\n      - title: The keeper\n        text: |\n          The keeper of the light has retired after thirty years. He has never missed a night, he\n          says, but for the one on which his daughter was born.\ncontacts:\n"}},
	{name: "a section renamed", edit: []string{"title: Infobites", "title: Short news"}},
	{name: "a section removed", edit: []string{base[strings.Index(base, "infobites:"):strings.Index(base, "contacts:")], ""}},
	{name: "a story added", edit: []string{"contacts:\n", "    - id: ferry\n      title: Ferry twice a day\n      text: |\n        The ferry calls twice a day from April, at nine and at five. Bicycles travel free.\ncontacts:\n"}},
	{name: "a story removed", edit: []string{base[strings.Index(base, "    - id: market-moves"):strings.Index(base, "contacts:")], ""}},
	{name: "the quote dropped", edit: []string{"      quote: {text: We lifted forty-one wrecks, by: 'Ann Diver, head of works'}\n", ""}},
	{name: "the quote reworded", edit: []string{"We lifted forty-one wrecks", "We lifted every wreck"}},
	{name: "a facts entry added", edit: []string{"        - {label: Length, text: 300 metres of quay}", "        - {label: Length, text: 300 metres of quay}\n        - {label: Cost, text: 9 million}"}},
	{name: "a facts entry changed", edit: []string{"text: 300 metres of quay", "text: 310 metres of quay"}},
	{name: "the facts removed", edit: []string{base[strings.Index(base, "      facts:"):strings.Index(base, "      quote:")], ""}},
	{name: "the text of the index", edit: []string{"title: Regatta in the rain", "title: Regatta in the rain\n      index: The regatta"}},
	{name: "the index removed", edit: []string{"index: {title: Index}\n", ""}},
	{name: "the date", edit: []string{"date: 2024-03", "date: 2024-04"}},
	{name: "the number", edit: []string{"number: 4", "number: 5"}},
	{name: "the name", edit: []string{"name: Beacon", "name: Lantern"}},
	{name: "the title of the issue", edit: []string{"title: The Harbour Project", "title: The Northport Harbour Project"}},
	{name: "the publisher", edit: []string{"publisher: The Harbour Board", "publisher: The Harbour Council"}},
	{name: "the language", edit: []string{"language: en-GB", "language: en-US"}},
	{name: "a link", edit: []string{"https://example.org/lamps", "https://example.org/all-lamps"}},
	{name: "a contact", edit: []string{"phone: +44 20 7946 0000", "phone: +44 20 7946 0001"}},
	{name: "the code", edit: []string{"https://example.org/follow", "https://example.org/follow-us"}},
	{name: "a kicker", edit: []string{"kicker: Sport · June", "kicker: Sport · July"}},
	{name: "the signature", edit: []string{"signed: The editors", "signed: The editor"}},
	{name: "the page count", opt: layout.Options{Pages: 7}},
	{name: "another brand", edit: []string{"brand: house", "brand: default"}},
	{name: "a cross-reference", edit: []string{"see: {text: The lamps, story: events/lamps}", "see: {text: The regatta, story: events/regatta}"}},
	{name: "the funding", edit: []string{"text: Funded by the European Union", "text: Co-funded by the European Union"}},
	{name: "the cover photo removed", edit: []string{base[strings.Index(base, "cover:"):strings.Index(base, "foreword:")], ""}},
}

// swapStories changes the places of the two events.
func swapStories(f fstest.MapFS) {
	text := string(f["issue.yaml"].Data)
	a, b, c := strings.Index(text, "    - id: lamps"), strings.Index(text, "    - id: regatta"), strings.Index(text, "infobites:")
	f["issue.yaml"] = &fstest.MapFile{Data: []byte(text[:a] + text[b:c] + text[a:b] + text[c:])}
}
