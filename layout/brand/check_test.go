package brand

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout/diag"
)

// faulty puts one thing in the place of another in the small brand and returns
// what is said: place, severity, code and hint of each message.
//
// The extras come in threes: where the first is in the new text, the second is
// replaced by the third besides.
func faulty(t *testing.T, old, with string, extras ...string) []string {
	t.Helper()
	if strings.Count(small, old) == 0 {
		t.Fatalf("%q is not in the small brand", old)
	}
	text := strings.Replace(small, old, with, 1)
	for i := 0; i+2 < len(extras); i += 3 {
		if strings.Contains(with, extras[i]) {
			text = strings.Replace(text, extras[i+1], extras[i+2], 1)
		}
	}
	b, diags := loadOne(t, text)
	if b != nil {
		Lint(b, diags)
	}
	var out []string
	for _, d := range diags.All {
		out = append(out, fmt.Sprintf("%d:%d %v: %s | %s", d.Pos.Line, d.Pos.Column, d.Severity, d.Message, d.Hint))
	}
	return out
}

// A fault is one change to the small brand, and what is to be said of it: the
// empty text if nothing is.
type fault struct{ name, old, with, want string }

// stack is a place for a box.
const stack = "      - text: kicker\n"

var faults = []fault{
	{
		name: "unknown key",
		old:  "name: Small",
		with: "name: Small\npallete: {}",
		want: `2:1 error: unknown key "pallete" | did you mean "palette"?`,
	},
	{
		name: "name left out",
		old:  "name: Small\n",
		with: "",
		want: `1:1 error: the file has no "name"`,
	},
	{
		name: "colour unquoted",
		old:  `rgb: "#1A1A1A", cmyk: [0, 0, 0, 100]}`,
		with: "cmyk: [0, 0, 0, 100], rgb: }",
		want: `3:36 error: the colour is empty | put quotes around it`,
	},
	{
		name: "colour wrong",
		old:  `"#1A1A1A"`,
		with: `"#1A1A"`,
		want: `3:14 error: "#1A1A" is not a colour like #0B6457`,
	},
	{
		name: "ink beyond full",
		old:  "[0, 0, 0, 100]",
		with: "[0, 0, 0, 101]",
		want: `3:31 error: 101 percent of black | from 0 to 100`,
	},
	{
		name: "three plates",
		old:  "[0, 0, 0, 100]",
		with: "[0, 0, 100]",
		want: `3:31 error: "cmyk" must be a list of 4 values, not 3`,
	},
	{
		name: "unknown colour",
		old:  "colour: ink",
		with: "colour: inc",
		want: `12:45 error: there is no colour "inc" | did you mean "ink"?`,
	},
	{
		name: "unknown section colour",
		old:  "{colour: jade,",
		with: "{colour: jaed,",
		want: `6:28 error: there is no colour "jaed" | did you mean "jade"?`,
	},
	{
		name: "section as section colour",
		old:  "{colour: jade,",
		with: "{colour: section,",
		want: `6:28 error: there is no colour "section"`,
	},
	{
		name: "unknown style",
		old:  stack,
		with: "      - {text: kicker, style: [titel]}\n",
		want: `21:31 error: there is no style "titel" | did you mean "title"?`,
	},
	{
		name: "unknown base",
		old:  "based-on: title",
		with: "based-on: tilte",
		want: `14:22 error: there is no style "tilte" | did you mean "title"?`,
	},
	{
		name: "circle of styles",
		old:  "body: {size",
		with: "body: {based-on: kicker, size",
		want: `error: the styles are based on each other: body, kicker, title, body`,
	},
	{
		name: "unknown family",
		old:  "fallback: [wide]",
		with: "fallback: [wdie]",
		want: `10:11 error: there is no family "wdie" | did you mean "wide"?`,
	},
	{
		name: "unknown box",
		old:  "box: panel",
		with: "box: pannel",
		want: `23:23 error: there is no box "pannel" | did you mean "panel"?`,
	},
	{
		name: "unknown weight",
		old:  "weight: bold",
		with: "weight: blod",
		want: `13:35 error: the family "serif" has no weight "blod" | did you mean "bold"?`,
	},
	{
		name: "no size",
		old:  "size: 10pt, leading",
		with: "leading",
		want: `12:3 error: style "body" has no size | add size: 9.5pt`,
	},
	{
		name: "bad leading",
		old:  "leading: 24pt",
		with: "leading: 2pt",
		want: `error: a leading of 2pt for type of 20pt`,
	},
	{
		name: "bad feature",
		old:  "indent: 12}",
		with: "indent: 12, features: [onum, -lig]}",
		want: `error: "-lig" is not an OpenType feature`,
	},
	{
		name: "fit upside down",
		old:  "{min: 12, max: 30}",
		with: "{min: 32, max: 30}",
		want: `error: sizes from 32pt to 30pt`,
	},
	{
		name: "balanced and justified",
		old:  "indent: 12}",
		with: "balanced: true, align: justified}",
		want: `error: style "body" is balanced and justified`,
	},
	{
		name: "word spaces",
		old:  "indent: 12}",
		with: "breaking: {word-space: [1, 0.8, 2]}}",
		want: `error: word spaces must rise`,
	},
	{
		name: "letter-spacing",
		old:  "indent: 12}",
		with: "breaking: {letter-space: [5, 20]}}",
		want: `error: letter-spacing from 5 to 20`,
	},
	{
		name: "last line",
		old:  "indent: 12}",
		with: "breaking: {last-line: 22}}",
		want: `12:72 error: last-line is 22 | from 0 to 1`,
	},
	{
		name: "hang",
		old:  "indent: 12}",
		with: "breaking: {hang: {'-': [0, 3]}}}",
		want: `error: characters hang by fractions`,
	},
	{
		name: "drop cap weight",
		old:  "indent: 12}",
		with: "drop-cap: {weight: black, opening: {family: wide, weight: bold}}}",
		want: `error: the family "serif" has no weight "black"`,
	},
	{
		name: "enum",
		old:  "indent: 12}",
		with: "align: justify}",
		want: `error: "align" cannot be "justify" | did you mean "justified"?`,
	},
	{
		name: "paper",
		old:  "name: Small",
		with: "name: Small\npage: {size: A44}",
		want: `2:14 error: "A44" is not a paper size`,
	},
	{
		name: "margins",
		old:  "name: Small",
		with: "name: Small\npage: {left: 110mm, right: 110mm}",
		want: `2:14 error: the margins of`,
	},
	{
		name: "grid too fine",
		old:  "name: Small",
		with: "name: Small\ngrid: {columns: 24, gutter: 40}",
		want: `error: 24 columns with gutters of 40pt do not fit`,
	},
	{
		name: "rows beyond the page",
		old:  "name: Small",
		with: "name: Small\ngrid: {last-row: 200}",
		want: `2:18 error: the grid goes from row 6 to row 200 | the page has 70 rows of 12pt`,
	},
	{
		name: "baseline",
		old:  "name: Small",
		with: "name: Small\ngrid: {baseline: 0.5}",
		want: `2:18 error: a baseline grid of 0.5pt`,
	},
	{
		name: "two kinds",
		old:  stack,
		with: "      - {text: kicker, figure: 1}\n",
		want: `21:32 error: a box holds one thing, not text and figure | put them in a stack or a split`,
	},
	{
		name: "no kind",
		old:  stack,
		with: "      - {rows: 3}\n",
		want: `21:9 error: the box holds nothing`,
	},
	{
		name: "columns",
		old:  stack,
		with: "      - {text: kicker, columns: 1-2}\n",
		want: `21:33 error: columns 1 to 2 of a grid of 1`,
	},
	{
		name: "columns backwards",
		old:  stack,
		with: "      - {text: kicker, columns: 2-1}\n",
		want: `21:33 error: "columns": the columns "2-1" end before they begin`,
	},
	{
		name: "condition",
		old:  stack,
		with: "      - {text: kicker, if: photos>=two}\n",
		want: `21:28 error: "photos>=two" compares with no whole number`,
	},
	{
		name: "condition's name",
		old:  stack,
		with: "      - {text: kicker, if: [quote, not fotos]}\n",
		want: `21:28 error: there is nothing called "fotos" to ask for | did you mean "photos"?`,
	},
	{
		name: "piece",
		old:  stack,
		with: "      - text: kikcer\n",
		want: `21:15 error: a story has no piece "kikcer" | did you mean "kicker"?`,
	},
	{
		name: "field",
		old:  stack,
		with: "      - {text: '{titel}', style: body}\n",
		want: `21:16 error: there is no field {titel} | did you mean "title"?`,
	},
	{
		name: "braces",
		old:  stack,
		with: "      - {text: '{title', style: body}\n",
		want: `21:16 error: the braces of "{title" do not match`,
	},
	{
		name: "bleed",
		old:  stack,
		with: "      - {text: kicker, bleed: [let]}\n",
		want: `21:31 error: there is no side "let" | did you mean "left"?`,
	},
	{
		name: "rows",
		old:  stack,
		with: "      - {figure: 1, rows: 8-}\n",
		want: `21:27 error: "8-" is not a number of rows like 2, 1-3 or 1+, nor fill`,
	},
	{
		name: "rows in long",
		old:  stack,
		with: "      - {figure: 1, rows: {min: 9, max: 8}}\n",
		want: `21:27 error: rows from 9 to 8`,
	},
	{"story", "stories: 1+", "stories: 2", ``},
	{
		name: "story beyond",
		old:  "stories: 1+, part: any}\n    stack:\n      - text: kicker",
		with: "stories: 1-2}\n    stack:\n      - {text: kicker, story: 3}",
		want: `21:31 error: the template takes 1-2 stories, not 3`,
	},
	{
		name: "same picture",
		old:  stack,
		with: "      - text: kicker\n      - {caption-of: 1}\n      - {figure: 1}\n      - {stack: [{figure: 1}], if: quote}\n",
		want: `24:27 error: picture 1 stands on the page twice | the other is at line 23`,
	},
	{
		name: "same picture, but",
		old:  stack,
		with: "      - text: kicker\n      - {caption-of: 1}\n      - {figure: 1, if: not quote}\n      - {stack: [{figure: 1}], if: quote}\n",
	},
	{
		name: "picture in the gallery",
		old:  stack,
		with: "      - text: kicker\n      - {caption-of: 3}\n      - {figure: 3}\n      - gallery: yes\n",
		want: `24:18 error: picture 3 stands on the page twice`,
	},
	{
		name: "drop",
		old:  stack,
		with: "      - {text: kicker, drop: 20}\n",
		want: `21:30 error: what the issue's author wrote may not be left out`,
	},
	{
		name: "rise",
		old:  stack,
		with: "      - {text: kicker, rise: 2}\n",
		want: `21:30 error: only a box in a split rises`,
	},
	{
		name: "split without columns",
		old:  stack,
		with: "      - {split: [{text: kicker}, {text: lead, style: body}]}\n",
		want: `21:18 error: a box in a split has no columns`,
	},
	{
		name: "side by side",
		old:  "name: Small",
		with: "name: Small\ngrid: {columns: 4}",
	},
	{
		name: "inset",
		old:  "{body: , box: panel}",
		with: "{body: {columns: 2, insets: [{columns: 2-3, quote: yes}]}, box: panel}",
		want: `error: text columns 2 to 3 of 2`,
	},
	{
		name: "no defaults",
		old:  "{body: , box: panel}",
		with: "{body: no}",
		want: `23:16 error: "body" cannot be "no" | leave the key out where it should not be`,
	},
	{
		name: "missing default style",
		old:  stack,
		with: "      - text: kicker\n      - facts:\n",
		want: `22:9 error: there is no style "fact-heading"`,
	},
	{
		name: "placed without content",
		old:  "templates:\n",
		with: "running: [{x: left}]\ntemplates:\n",
		want: `17:11 error: the item shows nothing`,
	},
	{
		name: "placed with two",
		old:  "templates:\n",
		with: "running: [{fill: ink, photo: cover}]\ntemplates:\n",
		want: `17:30 error: an item shows one thing`,
	},
	{
		name: "placed without style",
		old:  "templates:\n",
		with: "running: [{text: '{page}'}]\ntemplates:\n",
		want: `17:18 error: the text has no style`,
	},
	{
		name: "scrim without photo",
		old:  "templates:\n",
		with: "running: [{fill: ink, scrim: [{y: 0, opacity: 1}]}]\ntemplates:\n",
		want: `error: a scrim lies over a photo`,
	},
	{
		name: "anchor",
		old:  "templates:\n",
		with: "running: [{fill: ink, x: margin-lef}]\ntemplates:\n",
		want: `17:26 error: "margin-lef" is not a place on the page | did you mean "margin-left"?`,
	},
	{
		name: "anchor's axis",
		old:  "templates:\n",
		with: "running: [{fill: ink, x: r3, y: c1}]\ntemplates:\n",
		want: `17:26 error: "r3" is a place down the page, not across`,
	},
	{
		name: "anchor beyond",
		old:  "templates:\n",
		with: "running: [{fill: ink, x: c2, y: r99}]\ntemplates:\n",
		want: `17:26 error: "c2" is beyond the grid's 1 columns`,
	},
	{
		name: "role",
		old:  "templates:\n",
		with: "running: [{text: '{page}', style: body, role: foliot}]\ntemplates:\n",
		want: `error: there is no role "foliot" | did you mean "folio"?`,
	},
	{
		name: "padding",
		old:  "padding: 6",
		with: "padding: [1, 2, 3]",
		want: `error: 3 lengths for the four sides`,
	},
	{
		name: "empty stack",
		old:  "    stack:\n      - text: kicker\n      - text: title\n      - {body: , box: panel}\n",
		with: "    stack: []\n",
		want: `20:12 error: the template has no boxes`,
	},
	{
		name: "stories for none",
		old:  "stories: 1+",
		with: "stories: 0",
		want: `19:23 error: a template for no stories`,
	},
	{
		name: "family of lists",
		old:  "{regular: Wide.ttf, scale: 96}",
		with: "{regular: [Wide.ttf]}",
		want: `9:19 error: "regular" must be text, not a list`,
	},
}

func TestFaults(t *testing.T) {
	for _, c := range faults {
		t.Run(c.name, func(t *testing.T) {
			got := faulty(t, c.old, c.with)
			if c.want == "" {
				if len(got) > 0 {
					t.Errorf("unexpected:\n%s", strings.Join(got, "\n"))
				}
				return
			}
			for _, g := range got {
				if strings.Contains(g, c.want) {
					return
				}
			}
			t.Errorf("want %s\n got %s", c.want, strings.Join(got, "\n     "))
		})
	}
}

func TestAllAtOnce(t *testing.T) {
	text := strings.NewReplacer("colour: ink", "colour: inc", "box: panel", "box: pannel", "text: title", "text: titel", "fallback: [wide]", "fallback: wdie").Replace(small)
	_, diags := loadOne(t, text)
	if len(diags.All) != 4 {
		t.Errorf("%d messages, want 4 (the styles based on body repeat none): %v", len(diags.All), diags.All)
	}
}

func TestMissingFont(t *testing.T) {
	var diags diag.List
	b := Load("small", []fs.FS{brands("small", small)}, &diags, fstest.MapFS{"Serif.ttf": {}, "Wide.ttf": {}})
	if b != nil || len(diags.All) != 1 || diags.All[0].Pos.Line != 8 || !strings.Contains(diags.All[0].Message, "Serif-Bold.ttf") {
		t.Errorf("%v", diags.All)
	}
}
