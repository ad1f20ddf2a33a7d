package brand

import (
	"os"
	"strings"
	"testing"
)

// TestUnfilled spoils a brand that fills its pages in one place after the other: the
// message comes at the line.
func TestUnfilled(t *testing.T) {
	data, err := os.ReadFile("testdata/brands/poster/brand.yaml")
	if err != nil {
		t.Fatal(err)
	}
	good := string(data)
	pour := good[strings.Index(good, "      - pour: &run"):strings.Index(good, "      - &foot")]
	each := `      - &run
        each:
          stack:
            - {text: kicker, lead-in: {text: section, style: kicker}}
            - {text: title, style: [title, title-small]}
            - body: {columns: 3}
            - {text: signature, style: lead-small}
            - calendar: {day: title-small, month: kicker, title: plain, rest: small, width: 60pt}
            - index: {heading: title-small, entry: plain}
`
	unpoured := strings.NewReplacer(pour, each, "pour: *run", "stack: [*run]").Replace(good)
	for _, c := range []struct{ name, text, at, message string }{
		{"long stories", strings.ReplaceAll(good, "part: any", "part: whole"), "  front:", "goes on with a story"},
		{"short stories", strings.ReplaceAll(good, "stories: 1+", "stories: 1"), "  front:", "has its page to itself"},
		{"nothing poured", unpoured, "  front:", "none of 2 templates pours them"},
		{"no gallery", unpoured, "  front:", "no template shows all pictures"},
		{"wide white", strings.Replace(good, "      - space: 1-3\n", "      - space: 5-6\n", 1), "      - space: 5-6", "white of 5 rows"},
		{"an index alone", strings.Replace(good, "            - index: {heading: kicker, entry: plain, indent: 30pt, right: 40pt, gap: 0-1, short: true}\n", "", 1) +
			"  contents: {serves: {kind: index}, stack: [{text: index-title, style: title}, index: {entry: plain}]}\n", "  contents:", "the index has a page to itself"},
		{"an empty cover", strings.Replace(good, "page: cover, kind: any, stories: 1+, part: any", "page: cover, kind: foreword", 1), "  front:", ""},
	} {
		line := 0
		for i, s := range strings.Split(c.text, "\n") {
			if strings.HasPrefix(s, c.at) && line == 0 {
				line = i + 1
			}
		}
		found := c.message == ""
		for _, d := range lintBrand(c.text) {
			if d.Code == "unfilled" && c.message == "" {
				t.Errorf("%s: %v", c.name, d) // it pours
			}
			found = found || d.Code == "unfilled" && d.Pos.Line == line && strings.Contains(d.Message, c.message)
		}
		if !found {
			t.Errorf("%s: nothing said at line %d; told: %v", c.name, line, lintBrand(c.text))
		}
	}
}

// TestBareCover: text that is legible over the cover picture alone is an error where
// the picture may be missing.
func TestBareCover(t *testing.T) {
	data, err := os.ReadFile("testdata/brands/poster/brand.yaml")
	if err != nil {
		t.Fatal(err)
	}
	layers := "{rows: 18-34, layers: [{photo: cover, colour: ink, scrim: [{y: 0, opacity: 0.7}, {y: 900, opacity: 0.7}]}, {text: \"{title}\", style: white, x: left, y: top + 3 rows}]}"
	under := strings.Replace(string(data), "{rows: 18-34, layers: [{photo: cover}]}", layers, 1)
	free := strings.Replace(under, "{if: cover-photo, stack: [space: 1, {rows: 18-34", "{stack: [space: 1, {rows: 18-34", 1)
	for _, d := range lintBrand(under) {
		t.Errorf("with the picture: %v", d)
	}
	found := false
	for _, d := range lintBrand(free) {
		found = found || d.Code == "contrast" && strings.Contains(d.Message, "without a cover picture")
	}
	if !found || free == under {
		t.Errorf("nothing said: %v", lintBrand(free))
	}
}
