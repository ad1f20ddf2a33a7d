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

func TestFaults(t *testing.T) {
	const stack = "      - text: kicker\n"
	for _, c := range []struct{ name, old, with, want string }{
		{"unknown key", "name: Small", "name: Small\npallete: {}", `2:1 error: unknown key "pallete" | did you mean "palette"?`},
		{"name left out", "name: Small\n", "", `1:1 error: the file has no "name"`},
		{"colour unquoted", `rgb: "#1A1A1A", cmyk: [0, 0, 0, 100]}`, "cmyk: [0, 0, 0, 100], rgb: }", `3:36 error: the colour is empty | put quotes around it`},
		{"colour wrong", `"#1A1A1A"`, `"#1A1A"`, `3:14 error: "#1A1A" is not a colour like #0B6457`},
		{"ink beyond full", "[0, 0, 0, 100]", "[0, 0, 0, 101]", `3:31 error: 101 percent of black | from 0 to 100`},
		{"three plates", "[0, 0, 0, 100]", "[0, 0, 100]", `3:31 error: "cmyk" must be a list of 4 values, not 3`},
		{"unknown colour", "colour: ink", "colour: inc", `12:45 error: there is no colour "inc" | did you mean "ink"?`},
		{"unknown section colour", "{colour: jade,", "{colour: jaed,", `6:28 error: there is no colour "jaed" | did you mean "jade"?`},
		{"section as section colour", "{colour: jade,", "{colour: section,", `6:28 error: there is no colour "section"`},
		{"unknown style", stack, "      - {text: kicker, style: [titel]}\n", `21:31 error: there is no style "titel" | did you mean "title"?`},
		{"unknown base", "based-on: title", "based-on: tilte", `14:22 error: there is no style "tilte" | did you mean "title"?`},
		{"circle of styles", "body: {size", "body: {based-on: kicker, size", `error: the styles are based on each other: body, kicker, title, body`},
		{"unknown family", "fallback: [wide]", "fallback: [wdie]", `10:11 error: there is no family "wdie" | did you mean "wide"?`},
		{"unknown box", "box: panel", "box: pannel", `23:23 error: there is no box "pannel" | did you mean "panel"?`},
		{"unknown weight", "weight: bold", "weight: blod", `13:35 error: the family "serif" has no weight "blod" | did you mean "bold"?`},
		{"no size", "size: 10pt, leading", "leading", `12:3 error: style "body" has no size | add size: 9.5pt`},
		{"bad leading", "leading: 24pt", "leading: 2pt", `error: a leading of 2pt for type of 20pt`},
		{"bad feature", "indent: 12}", "indent: 12, features: [onum, -lig]}", `error: "-lig" is not an OpenType feature`},
		{"fit upside down", "{min: 12, max: 30}", "{min: 32, max: 30}", `error: sizes from 32pt to 30pt`},
		{"balanced and justified", "indent: 12}", "balanced: true, align: justified}", `error: style "body" is balanced and justified`},
		{"word spaces", "indent: 12}", "breaking: {word-space: [1, 0.8, 2]}}", `error: word spaces must rise`},
		{"letter-spacing", "indent: 12}", "breaking: {letter-space: [5, 20]}}", `error: letter-spacing from 5 to 20`},
		{"last line", "indent: 12}", "breaking: {last-line: 22}}", `12:72 error: last-line is 22 | from 0 to 1`},
		{"hang", "indent: 12}", "breaking: {hang: {'-': [0, 3]}}}", `error: characters hang by fractions`},
		{"drop cap weight", "indent: 12}", "drop-cap: {weight: black, opening: {family: wide, weight: bold}}}", `error: the family "serif" has no weight "black"`},
		{"enum", "indent: 12}", "align: justify}", `error: "align" cannot be "justify" | did you mean "justified"?`},
		{"paper", "name: Small", "name: Small\npage: {size: A44}", `2:14 error: "A44" is not a paper size`},
		{"margins", "name: Small", "name: Small\npage: {left: 110mm, right: 110mm}", `2:14 error: the margins of`},
		{"grid too fine", "name: Small", "name: Small\ngrid: {columns: 24, gutter: 40}", `error: 24 columns with gutters of 40pt do not fit`},
		{"rows beyond the page", "name: Small", "name: Small\ngrid: {last-row: 200}", `2:18 error: the grid goes from row 6 to row 200 | the page has 70 rows of 12pt`},
		{"baseline", "name: Small", "name: Small\ngrid: {baseline: 0.5}", `2:18 error: a baseline grid of 0.5pt`},
		{"two kinds", stack, "      - {text: kicker, figure: 1}\n", `21:32 error: a box holds one thing, not text and figure | put them in a stack or a split`},
		{"no kind", stack, "      - {rows: 3}\n", `21:9 error: the box holds nothing`},
		{"columns", stack, "      - {text: kicker, columns: 1-2}\n", `21:33 error: columns 1 to 2 of a grid of 1`},
		{"columns backwards", stack, "      - {text: kicker, columns: 2-1}\n", `21:33 error: "columns": the columns "2-1" end before they begin`},
		{"condition", stack, "      - {text: kicker, if: photos>=two}\n", `21:28 error: "photos>=two" compares with no whole number`},
		{"condition's name", stack, "      - {text: kicker, if: [quote, not fotos]}\n", `21:28 error: there is nothing called "fotos" to ask for | did you mean "photos"?`},
		{"piece", stack, "      - text: kikcer\n", `21:15 error: a story has no piece "kikcer" | did you mean "kicker"?`},
		{"field", stack, "      - {text: '{titel}', style: body}\n", `21:16 error: there is no field {titel} | did you mean "title"?`},
		{"braces", stack, "      - {text: '{title', style: body}\n", `21:16 error: the braces of "{title" do not match`},
		{"bleed", stack, "      - {text: kicker, bleed: [let]}\n", `21:31 error: there is no side "let" | did you mean "left"?`},
		{"rows", stack, "      - {figure: 1, rows: 8-}\n", `21:27 error: "8-" is not a number of rows like 2, 1-3 or 1+`},
		{"rows in long", stack, "      - {figure: 1, rows: {min: 9, max: 8}}\n", `21:27 error: rows from 9 to 8`},
		{"story", "stories: 1+", "stories: 2", ``},
		{"story beyond", "stories: 1+, part: any}\n    stack:\n      - text: kicker", "stories: 1-2}\n    stack:\n      - {text: kicker, story: 3}", `21:31 error: the template takes 1-2 stories, not 3`},
		{"same picture", stack, "      - text: kicker\n      - {caption-of: 1}\n      - {figure: 1}\n      - {stack: [{figure: 1}], if: quote}\n", `24:27 error: picture 1 stands on the page twice | the other is at line 23`},
		{"same picture, but", stack, "      - text: kicker\n      - {caption-of: 1}\n      - {figure: 1, if: not quote}\n      - {stack: [{figure: 1}], if: quote}\n", ``},
		{"picture in the gallery", stack, "      - text: kicker\n      - {caption-of: 3}\n      - {figure: 3}\n      - gallery: yes\n", `24:18 error: picture 3 stands on the page twice`},
		{"drop", stack, "      - {text: kicker, drop: 20}\n", `21:30 error: what the issue's author wrote may not be left out`},
		{"rise", stack, "      - {text: kicker, rise: 2}\n", `21:30 error: only a box in a split rises`},
		{"split without columns", stack, "      - {split: [{text: kicker}, {text: lead, style: body}]}\n", `21:18 error: a box in a split has no columns`},
		{"side by side", "name: Small", "name: Small\ngrid: {columns: 4}", ``},
		{"inset", "{body: , box: panel}", "{body: {columns: 2, insets: [{columns: 2-3, quote: yes}]}, box: panel}", `error: text columns 2 to 3 of 2`},
		{"no defaults", "{body: , box: panel}", "{body: no}", `23:16 error: "body" cannot be "no" | leave the key out where it should not be`},
		{"missing default style", stack, "      - text: kicker\n      - facts:\n", `22:9 error: there is no style "fact-heading"`},
		{"placed without content", "templates:\n", "running: [{x: left}]\ntemplates:\n", `17:11 error: the item shows nothing`},
		{"placed with two", "templates:\n", "running: [{fill: ink, photo: cover}]\ntemplates:\n", `17:30 error: an item shows one thing`},
		{"placed without style", "templates:\n", "running: [{text: '{page}'}]\ntemplates:\n", `17:18 error: the text has no style`},
		{"scrim without photo", "templates:\n", "running: [{fill: ink, scrim: [{y: 0, opacity: 1}]}]\ntemplates:\n", `error: a scrim lies over a photo`},
		{"anchor", "templates:\n", "running: [{fill: ink, x: margin-lef}]\ntemplates:\n", `17:26 error: "margin-lef" is not a place on the page | did you mean "margin-left"?`},
		{"anchor's axis", "templates:\n", "running: [{fill: ink, x: r3, y: c1}]\ntemplates:\n", `17:26 error: "r3" is a place down the page, not across`},
		{"anchor beyond", "templates:\n", "running: [{fill: ink, x: c2, y: r99}]\ntemplates:\n", `17:26 error: "c2" is beyond the grid's 1 columns`},
		{"role", "templates:\n", "running: [{text: '{page}', style: body, role: foliot}]\ntemplates:\n", `error: there is no role "foliot" | did you mean "folio"?`},
		{"padding", "padding: 6", "padding: [1, 2, 3]", `error: 3 lengths for the four sides`},
		{"empty stack", "    stack:\n      - text: kicker\n      - text: title\n      - {body: , box: panel}\n", "    stack: []\n", `20:12 error: the template has no boxes`},
		{"stories for none", "stories: 1+", "stories: 0", `19:23 error: a template for no stories`},
		{"family of lists", "{regular: Wide.ttf, scale: 96}", "{regular: [Wide.ttf]}", `9:19 error: "regular" must be text, not a list`},
	} {
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
