package golden_test

import (
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
			said := texts(r)
			if len(said) == 0 || !strings.Contains(said[0], e.want[0]) {
				t.Errorf("the first sentence is not %q:\n  %s", e.want[0], strings.Join(said, "\n  "))
			}
			for _, want := range e.want[1:] {
				if !strings.Contains(strings.Join(said, "\n"), want) {
					t.Errorf("nothing says %q:\n  %s", want, strings.Join(said, "\n  "))
				}
			}
			// One edit to one story is no list: what follows from it, too, is told
			// by the page.
			if len(said) > 16 {
				t.Errorf("%d sentences:\n  %s", len(said), strings.Join(said, "\n  "))
			}
		})
	}
}

func texts(r *golden.Report) []string {
	var said []string
	for _, f := range r.Findings {
		said = append(said, f.Text)
	}
	return said
}

var edits = []editing{
	{name: "a word", edit: []string{"cut a blue ribbon", "cut a red ribbon"}, want: []string{`highlights/harbour-opens: "blue" -> "red", page 2`}},
	{name: "a word more", edit: []string{"spoke for seven minutes", "spoke for almost seven minutes"}, want: []string{`highlights/harbour-opens: "almost" added after "mayor spoke for", page 2`}},
	{name: "a word less", edit: []string{"so many guests", "guests"}, want: []string{`highlights/harbour-opens: "so many" dropped after "Nobody had expected", page 2`}},
	{name: "a sentence dropped", edit: []string{"Two of the posts had to be cast anew in the old moulds, which the\n        museum had kept.", ""}, want: []string{`events/lamps: "Two of the posts had to be cast anew in the old moulds, which the …" dropped after "one by one."`}},
	{name: "a word in italics", edit: []string{"the choir of the school", "*the choir* of the school"}, want: []string{`events/lamps: "the choir" is now italic`}},
	{name: "a paragraph added to the foreword", edit: []string{"  signed: The editors", "\n    We thank all who answered our questions, and the harbour office for its patience.\n  signed: The editors"}, want: []string{`foreword: a paragraph of 14 words added: "We thank all who answered our questions, and the harbour office for …"`, `page 1: `}},
	{name: "a paragraph removed", edit: []string{"\n        Three boats turned over close to the mole. All hands were picked up within minutes by the\n        lifeboat, whose crew had asked the day before for dry weather. The cup was handed over in\n        the fish hall, since the tent had blown away.\n", ""}, want: []string{`events/regatta: a paragraph of 43 words dropped: "Three boats turned over close to the mole. All hands were picked up …"`, `page 3: the body of events/regatta`}},
	{name: "two paragraphs joined", edit: []string{"handcarts and bicycles", "handcarts", "painted over the winter.\n\n        Dogs", "painted over the winter.\n        Dogs"}, want: []string{`infobites/market-moves: "Dogs may come along" no longer begins a paragraph`, `"handcarts and bicycles." -> "handcarts."`}},
	{name: "a photo removed", edit: []string{cranePhoto, ""}, want: []string{`events/lamps: photo photos/crane.jpg is gone`}},
	{name: "a photo swapped", edit: []string{"file: photos/lamps.jpg", "file: photos/mole.jpg"}, files: func(f fstest.MapFS) { f["photos/mole.jpg"] = &fstest.MapFile{Data: picture(2000, 2400, 7)} }, want: []string{`events/lamps: photo 1 is photos/mole.jpg instead of photos/lamps.jpg`}},
	{name: "a photo replaced under its name", files: func(f fstest.MapFS) { f["photos/lamps.jpg"] = &fstest.MapFile{Data: picture(2400, 1800, 7)} }, want: []string{`events/lamps: photo 1 is another picture under the name photos/lamps.jpg`}},
	{name: "two photos in another order", edit: []string{lampsPhoto + cranePhoto, cranePhoto + lampsPhoto}, want: []string{`events/lamps: photos 1 and 2 changed places`}},
	{name: "a photo added", edit: []string{regattaPhoto, regattaPhoto + "        - {file: photos/mole.jpg, alt: The mole, caption: The mole., credit: us, focus: [0.5, 0.5]}\n"}, files: func(f fstest.MapFS) { f["photos/mole.jpg"] = &fstest.MapFile{Data: picture(2000, 2400, 7)} }, want: []string{`events/regatta: photo photos/mole.jpg added`}},
	{name: "a crop moved", edit: []string{"credit: 'Photo: E. West', focus: [0.5, 0.5]", "credit: 'Photo: E. West', focus: [0.2, 0.1]"}, want: []string{`events/regatta: the photo is cropped otherwise: `}},
	{name: "a caption", edit: []string{"caption: Sails in the rain.", "caption: Sails in the pouring rain."}, want: []string{`events/regatta: caption "Sails in the rain." -> "Sails in the pouring rain."`}},
	{name: "a credit", edit: []string{"'Photo: E. West'", "'Photo: E. East'"}, want: []string{`events/regatta: credit "Photo: E. West" -> "Photo: E. East"`}},
	{name: "an alternative text", edit: []string{"alt: Sails in rain", "alt: Sails in heavy rain"}, want: []string{`events/regatta: alternative text of the photo "Sails in rain" -> "Sails in heavy rain"`}},
	{name: "a colour", brand: "palette:\n  jade: {rgb: \"#0B5764\", cmyk: [80, 20, 52, 58]}\n", want: []string{`house style: colour jade #0B6457 -> #0B5764, in print 80/0/52/58 -> 80/20/52/58, on pages 1 and 2`}},
	{name: "the leading", brand: "styles:\n  body: {family: serif, size: 9.5, leading: 12.5, colour: ink, features: [onum, pnum], hyphenate: true, indent: 13pt, hanging: 14pt, mark: square}\n", want: []string{`house style: body leading 13 -> 12.5 pt, on every page`}},
	{name: "the font size", brand: "styles:\n  body: {family: serif, size: 10, leading: 13, colour: ink, features: [onum, pnum], hyphenate: true, indent: 13pt, hanging: 14pt, mark: square}\n", want: []string{`house style: body size 9.5 -> 10 pt, on every page`}},
	{name: "the body face", brand: "styles:\n  body: {family: sans, size: 9.5, leading: 13, colour: ink, features: [onum, pnum], hyphenate: true, indent: 13pt, hanging: 14pt, mark: square}\n", want: []string{`house style: body face SourceSerif4-Regular -> SourceSans3-Regular, on every page`}},
	{name: "a margin", brand: "page: {size: A4, left: 60pt, right: 47.64pt, bleed: 3mm, marks: crop, binding: loose}\n", want: []string{`house style: left margin 47.64 -> 60 pt, on every page`}},
	{name: "the gutter", brand: "grid: {columns: 12, gutter: 16pt, baseline: 13pt, first-row: 5, last-row: 60}\n", want: []string{`house style: body measure `, `gutter 13 -> 16 pt`}},
	{name: "the bleed", brand: "page: {size: A4, left: 47.64pt, right: 47.64pt, bleed: 5mm, marks: crop, binding: loose}\n", want: []string{`house style: bleed 8.5 -> 14.17 pt`}},
	{name: "two stories swapped", files: func(f fstest.MapFS) { swapStories(f) }, want: []string{`events/lamps and events/regatta changed places`}},
	{name: "a longer headline", edit: []string{"title: Regatta in the rain", "title: Regatta in the rain, or how four sisters from the islands beat the harbour pilots"}, want: []string{`events/regatta: title "Regatta in the rain" -> "Regatta in the rain, or how four sisters from the islands beat the …"`}},
	{name: "a title without id", edit: []string{"    - id: tide-tables\n", "    -\n", "title: New tide tables", "title: Better tide tables"}, want: []string{`infobites/tide-tables: title "New tide tables" -> "Better tide tables" (its id infobites/tide-tables -> infobites/better-tide-tables)`}},
	{name: "a new section", edit: []string{"contacts:\n", "sections:\n  - id: people\n    title: People\n    articles:\n      - title: The keeper\n        text: |\n          The keeper of the light has retired after thirty years. He has never missed a night, he\n          says, but for the one on which his daughter was born.\ncontacts:\n"}, want: []string{`new section "People" on page 3, with 1 story`}},
	{name: "a section renamed", edit: []string{"title: Infobites", "title: Short news"}, want: []string{`section "Infobites" is now called "Short news"`}},
	{name: "a section removed", edit: []string{base[strings.Index(base, "infobites:"):strings.Index(base, "contacts:")], ""}, want: []string{`section "Infobites" is gone, with 2 stories (it was on page 3)`}},
	{name: "a story added", edit: []string{"contacts:\n", "    - id: ferry\n      title: Ferry twice a day\n      text: |\n        The ferry calls twice a day from April, at nine and at five. Bicycles travel free.\ncontacts:\n"}, want: []string{`new: infobites/ferry "Ferry twice a day" on page 3`}},
	{name: "a story removed", edit: []string{base[strings.Index(base, "    - id: market-moves"):strings.Index(base, "contacts:")], ""}, want: []string{`gone: infobites/market-moves "The market moves", which was on page 3`}},
	{name: "the quote dropped", edit: []string{"      quote: {text: We lifted forty-one wrecks, by: 'Ann Diver, head of works'}\n", ""}, want: []string{`highlights/harbour-opens: quote "We lifted forty-one wrecks" is gone`}},
	{name: "the quote reworded", edit: []string{"We lifted forty-one wrecks", "We lifted every wreck"}, want: []string{`highlights/harbour-opens: quote "We lifted forty-one wrecks" -> "We lifted every wreck"`}},
	{name: "a facts entry added", edit: []string{"        - {label: Length, text: 300 metres of quay}", "        - {label: Length, text: 300 metres of quay}\n        - {label: Cost, text: 9 million}"}, want: []string{`highlights/harbour-opens: facts entry "Cost: 9 million" added`}},
	{name: "a facts entry changed", edit: []string{"text: 300 metres of quay", "text: 310 metres of quay"}, want: []string{`highlights/harbour-opens: facts entry "Length: 300 metres of quay" -> "Length: 310 metres of quay"`}},
	{name: "the facts removed", edit: []string{base[strings.Index(base, "      facts:"):strings.Index(base, "      quote:")], ""}, want: []string{`highlights/harbour-opens: the facts box is gone`}},
	{name: "the text of the index", edit: []string{"title: Regatta in the rain", "title: Regatta in the rain\n      index: The regatta"}, want: []string{`index: "Regatta in the rain" -> "The regatta"`}},
	{name: "the index removed", edit: []string{"index: {title: Index}\n", ""}, want: []string{`gone: index, which was on page 1`}},
	{name: "the date", edit: []string{"date: 2024-03", "date: 2024-04"}, want: []string{`masthead and folio: "March" -> "April"`}},
	{name: "the number", edit: []string{"number: 4", "number: 5"}, want: []string{`masthead and folio: "4th" -> "5th"`}},
	{name: "the name", edit: []string{"name: Beacon", "name: Lantern"}, want: []string{`masthead and folio: "Beacon" -> "Lantern"`}},
	{name: "the title of the issue", edit: []string{"title: The Harbour Project", "title: The Northport Harbour Project"}, want: []string{`masthead and folio: "The Harbour Project" -> "The Northport Harbour Project"`}},
	{name: "the publisher", edit: []string{"publisher: The Harbour Board", "publisher: The Harbour Council"}, want: []string{`publisher "The Harbour Board" -> "The Harbour Council"`}},
	{name: "the language", edit: []string{"language: en-GB", "language: en-US"}, want: []string{`language en-GB -> en-US`}},
	{name: "a link", edit: []string{"https://example.org/lamps", "https://example.org/all-lamps"}, want: []string{`events/lamps: link https://example.org/lamps -> https://example.org/all-lamps`}},
	{name: "a contact", edit: []string{"phone: +44 20 7946 0000", "phone: +44 20 7946 0001"}, want: []string{`contacts: entry "Tel: +44 20 7946 0000" -> "Tel: +44 20 7946 0001"`}},
	{name: "the code", edit: []string{"https://example.org/follow", "https://example.org/follow-us"}, want: []string{`contacts: link https://example.org/follow -> https://example.org/follow-us`}},
	{name: "a kicker", edit: []string{"kicker: Sport · June", "kicker: Sport · July"}, want: []string{`events/regatta: kicker "Sport · June" -> "Sport · July"`}},
	{name: "the signature", edit: []string{"signed: The editors", "signed: The editor"}, want: []string{`foreword: signature "The editors" -> "The editor"`}},
	{name: "the page count", edit: []string{"handcarts and bicycles.", "handcarts and bicycles." + strings.Repeat("\n\n        All day long the carts of the bakers, the fishmongers and the dealers in rope go to and fro\n        between the shed and the quay, and nobody minds the noise as long as the wind blows from\n        the land and carries it out to sea. It has been so for as long as anybody can say.", 12)}, want: []string{`the issue has 4 pages instead of 3`}},
	{name: "another brand", edit: []string{"brand: house", "brand: default"}, want: []string{`brand house -> default, on every page`}},
	{name: "a cross-reference", edit: []string{"see: {text: The lamps, story: events/lamps}", "see: {text: The regatta, story: events/regatta}"}, want: []string{`highlights/harbour-opens: cross-reference "The lamps: page 3" -> "The regatta: page 3"`}},
	{name: "the funding", edit: []string{"text: Funded by the European Union", "text: Co-funded by the European Union"}, want: []string{`masthead: "Funded" -> "Co-funded"`}},
	{name: "a rectangle to keep", edit: []string{"credit: 'Photo: E. West', focus: [0.5, 0.5]", "credit: 'Photo: E. West', keep: [0, 0, 0.9, 0.5]"}, want: []string{`events/regatta: the photo is `}},
	{name: "a photo not read out", edit: []string{"alt: A row of lamps", "alt: ''"}, want: []string{`events/lamps: photo 1 is a decoration now and not read out`}},
	{name: "words made a link", edit: []string{"the choir of the school", "the [choir of the school](https://example.org/choir)"}, want: []string{`events/lamps: "choir of the school" is a link to https://example.org/choir now`}},
	{name: "a link dropped", edit: []string{"[map of the lamps](https://example.org/lamps)", "map of the lamps"}, want: []string{`events/lamps: "map of the lamps" is no longer a link to https://example.org/lamps`}},
	{name: "a reference to another story of the page", edit: []string{"see: {text: The lamps, story: events/lamps}", "see: {text: The lamps, story: events/regatta}"}, want: []string{`highlights/harbour-opens: link events/lamps -> events/regatta under "The lamps: page 3"`}},
	{name: "a code that leads to the web page", edit: []string{"https://example.org/follow", "https://example.org/beacon"}, want: []string{`contacts: link https://example.org/follow -> https://example.org/beacon of the code "Follow the harbour"`}},
	{name: "no hyphens", brand: strings.Replace(bodyStyle, "hyphenate: true", "hyphenate: false", 1), want: []string{`house style: body no longer hyphenated, on every page`}},
	{name: "justified", brand: strings.Replace(bodyStyle, "hyphenate:", "align: justified, hyphenate:", 1), want: []string{`house style: body justified instead of flush left, on every page`}},
	{name: "the indent", brand: strings.Replace(bodyStyle, "indent: 13pt", "indent: 20pt", 1), want: []string{`house style: body indent 13 -> 20 pt`}},
	{name: "the figures", brand: strings.Replace(bodyStyle, "[onum, pnum]", "[lnum, tnum]", 1), want: []string{`house style: body features onum,pnum -> lnum,tnum, on every page`}},
	{name: "the end mark", brand: "stories:\n  end-mark: lozenge\n", want: []string{`house style: the mark at the end of 5 stories is another`}},
	{name: "no end mark", brand: "stories:\n  end-mark: none\n", want: []string{`house style: 1 mark fewer in each of 5 stories`}},
	{name: "two sections swapped", files: func(f fstest.MapFS) { swapSections(f) }, want: []string{`sections "Events" and "Infobites" changed places`, `section colours follow the order: `}},
	{name: "the caption of the cover", edit: []string{"caption: The bay at dawn.", "caption: The bay at dusk."}, want: []string{`cover: credit "dawn." -> "dusk."`}},
	{name: "the cover photo removed", edit: []string{base[strings.Index(base, "cover:"):strings.Index(base, "foreword:")], ""}, want: []string{`cover: photo photos/cover.jpg is gone`}},
}

// The pictures of the events, as they stand in base.
const (
	lampsPhoto   = "        - {file: photos/lamps.jpg, alt: A row of lamps, caption: Lamps on the front., credit: 'Photo: D. Night', focus: [0.5, 0.4]}\n"
	cranePhoto   = "        - {file: photos/crane.jpg, alt: A crane, caption: One of the cranes., credit: 'Photo: C. Rail', focus: [0.4, 0.5]}\n"
	regattaPhoto = "        - {file: photos/regatta.jpg, alt: Sails in rain, caption: Sails in the rain., credit: 'Photo: E. West', focus: [0.5, 0.5]}\n"
)

// bodyStyle is the default brand's, for edits to change.
const bodyStyle = "styles:\n  body: {family: serif, size: 9.5, leading: 13, colour: ink, features: [onum, pnum], hyphenate: true, indent: 13pt, hanging: 14pt, mark: square}\n"

// swapSections changes the places of the events and the short news.
func swapSections(f fstest.MapFS) {
	text := string(f["issue.yaml"].Data)
	a, b, c := strings.Index(text, "events:"), strings.Index(text, "infobites:"), strings.Index(text, "contacts:")
	f["issue.yaml"] = &fstest.MapFile{Data: []byte(text[:a] + text[b:c] + text[a:b] + text[c:])}
}

// swapStories changes the places of the two events.
func swapStories(f fstest.MapFS) {
	text := string(f["issue.yaml"].Data)
	a, b, c := strings.Index(text, "    - id: lamps"), strings.Index(text, "    - id: regatta"), strings.Index(text, "infobites:")
	f["issue.yaml"] = &fstest.MapFile{Data: []byte(text[:a] + text[b:c] + text[a:b] + text[c:])}
}
