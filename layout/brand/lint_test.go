package brand

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"masthead/layout/diag"
)

// extras are definitions that some of the cases need.
func extras() []string {
	return []string{
		"style: white", "boxes:\n", "  white: {based-on: body, colour: white}\nboxes:\n",
		"colour: moss", "  jade-tint:", "  moss: {rgb: '#17695b', cmyk: [80, 0, 52, 50]}\n  jade-tint:",
	}
}

// foot is a place for furniture.
const foot = "templates:\n"

var blemishes = []fault{
	{
		name: "pale text",
		old:  "leading: 12pt, colour: ink",
		with: "leading: 12pt, colour: jade-tint",
		want: `12:45 error: style "body": the colour "jade-tint" on "jade-tint" has a contrast of 1.0, less than 4.5`,
	},
	{
		name: "pale section",
		old:  `"#0B6457", cmyk`,
		with: `"#2FBFA9", cmyk`,
		want: `13:76 error: style "kicker": the colour "jade" on "paper" has a contrast of`,
	},
	{
		name: "large type may be paler",
		old:  "colour: section, fit",
		with: "colour: mid, fit",
		want: `there is no colour "mid"`,
	},
	{
		name: "text of a box",
		old:  "{fill: section-tint, padding: 6",
		with: "{fill: jade, text: white, padding: 6",
	},
	{
		name: "no text of a box",
		old:  "{fill: section-tint, padding: 6",
		with: "{fill: jade, padding: 6",
		want: `12:45 error: style "body": the colour "ink" on "jade" has a contrast of 2.5, less than 4.5`,
	},
	{
		name: "on a tab",
		old:  foot,
		with: "running: [{fill: jade, text: '{page}', style: white, y: r2}]\n" + foot,
	},
	{
		name: "on a fill beneath",
		old:  foot,
		with: "running: [{fill: jade, y: top, bottom: r3}, {text: '{page}', style: white, y: r2}]\n" + foot,
	},
	{
		name: "beside the fill",
		old:  foot,
		with: "running: [{fill: jade, y: top, bottom: r3}, {text: '{page}', style: white, y: r5}]\n" + foot,
		want: `style "white": the colour "white" on "paper"`,
	},
	{
		name: "alike",
		old:  "tint: jade-tint}]",
		with: "tint: jade-tint}, {colour: jade, tint: jade-tint}]",
		want: `6:61 warning: sections 1 and 2 have the same colour`,
	},
	{
		name: "close",
		old:  "tint: jade-tint}]\n",
		with: "tint: jade-tint}, {colour: moss}]\n",
		want: `the section colours "jade" and "moss" are only ΔE`,
	},
	{
		name: "no fallback",
		old:  "fallback: [wide]\n",
		with: "",
		want: `11:3 warning: style "body": no family stands in for characters that "serif" lacks`,
	},
	{
		name: "only itself",
		old:  "fallback: [wide]\n",
		with: "fallback: [serif]\n",
		want: `12:3 warning: style "body": no family stands in`,
	},
	{
		name: "ink",
		old:  "[80, 0, 52, 58]",
		with: "[90, 80, 80, 58]",
		want: `4:32 warning: the colour "jade" takes 308 % of ink, more than 300 %`,
	},
	{
		name: "spot ink",
		old:  "cmyk: [80, 0, 52, 58]",
		with: "spot: Green, cmyk: [90, 80, 80, 58]",
	},
	{
		name: "unused colour",
		old:  "  jade-tint:",
		with: "  rose: {rgb: '#aa3355', cmyk: [0, 0, 0, 0]}\n  jade-tint:",
		want: `warning: the colour "rose" is not used`,
	},
	{
		name: "unused style",
		old:  "boxes:\n",
		with: "  lost: {based-on: body}\nboxes:\n",
		want: `warning: the style "lost" is not used`,
	},
	{
		name: "unused box",
		old:  "boxes:\n",
		with: "boxes:\n  lost: {fill: ink}\n",
		want: `warning: the box "lost" is not used`,
	},
	{
		name: "unused family",
		old:  "fallback:",
		with: "  lost: {regular: a.ttf}\nfallback:",
		want: `warning: the family "lost" is not used`,
	},
	{
		name: "rows off the grid",
		old:  "      - text: title\n",
		with: "      - text: title\n      - space: 1.3\n",
		want: `warning: 1.3 rows are off the grid`,
	},
	{
		name: "style off the grid",
		old:  "indent: 12}",
		with: "indent: 12, space-before: 0.7}",
		want: `12:76 warning: 0.7 rows are off the grid`,
	},
	{
		name: "leading off the grid",
		old:  "size: 10pt, leading: 12pt",
		with: "size: 10pt, leading: 12.5pt",
		want: `12:31 warning: the leading 12.5pt of running text leaves the baseline grid`,
	},
	{
		name: "half rows between paragraphs",
		old:  "indent: 12}",
		with: "indent: 12, space-after: 1.5}",
		want: `12:75 warning: space-after of 1.5 rows: running text stands on whole rows, so that it counts as 1`,
	},
	{
		name: "leading of fitted type",
		old:  "size: 20pt, leading: 24pt",
		with: "size: 20pt, leading: 18pt",
		want: `13:90 warning: style "title": type of up to 30pt runs into what stands above its leading of 18pt`,
	},
	{
		name: "fill off the columns",
		old:  foot,
		with: "running: [{fill: jade, x: c1 + 7}]\n" + foot,
		want: `17:27 warning: the edge at c1 + 7 (63.693pt) is off the grid`,
	},
	{
		name: "fill off the rows",
		old:  foot,
		with: "running: [{fill: jade, y: r3 + 4pt}]\n" + foot,
		want: `17:27 warning: the edge at r3 + 4pt (40pt) is off the grid`,
	},
	{
		name: "hairlines may",
		old:  foot,
		with: "running: [{fill: jade, y: r3 + 4pt, bottom: r3 + 5pt}]\n" + foot,
	},
	{
		name: "no title",
		old:  "      - text: title\n",
		with: "",
		want: `18:3 warning: the template "page" does not print the title of its stories`,
	},
	{
		name: "title in furniture",
		old:  "    stack:\n      - text: kicker\n      - text: title\n",
		with: "    above: [{text: '{story}', style: title, y: r3}]\n    stack:\n      - text: kicker\n",
	},
	{
		name: "index without title",
		old:  "      - text: title\n",
		with: "      - text: title\n      - index:\n",
		want: `18:3 warning: the template "page" does not print the title of the index`,
	},
	{
		name: "no signature",
		old:  "part: any}",
		with: "part: any, kind: any}",
		want: `18:3 warning: the template "page" does not print the signature of its stories`,
	},
	{
		name: "no text",
		old:  "      - {body: , box: panel}\n",
		with: "      - {space: 2, box: panel}\n",
		want: `does not print the body of its stories`,
	},
	{
		name: "no caption",
		old:  "      - text: title\n",
		with: "      - text: title\n      - figure: 1\n",
		want: `23:17 warning: the caption of picture 1 of story 1 is not printed`,
	},
}

func TestLint(t *testing.T) {
	for _, c := range blemishes {
		t.Run(c.name, func(t *testing.T) {
			got := faulty(t, c.old, c.with, extras()...)
			if c.want == "" && len(got) > 0 {
				t.Errorf("unexpected:\n%s", strings.Join(got, "\n"))
			}
			if c.want != "" && !strings.Contains(strings.Join(got, "\n"), c.want) {
				t.Errorf("want %s\n got %s", c.want, strings.Join(got, "\n     "))
			}
		})
	}
}

// TestLintOfAnExtension: what a brand spoils in another's design is told at its
// own line.
func TestLintOfAnExtension(t *testing.T) {
	dir := brands("default", small, "mine", "name: Mine\nextends: default\npalette:\n  ink: {rgb: '#CCCCCC', cmyk: [0, 0, 0, 20]}\n")
	var diags diag.List
	b := Load("mine", []fs.FS{dir}, &diags)
	quiet(t, &diags)
	if b == nil {
		return
	}
	Lint(b, &diags)
	if len(diags.All) == 0 {
		t.Error("nothing is said of pale text")
	}
	for _, d := range diags.All {
		if d.Code != "contrast" || d.Pos.File != "mine/brand.yaml" || d.Pos.Line != 4 {
			t.Errorf("%v", d)
		}
	}
}

// TestLintOfTheLetter: what only a whole brand shows.
func TestLintOfTheLetter(t *testing.T) {
	data, err := os.ReadFile("testdata/brands/letter/brand.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, with, want string }{
		{`{text: "{funding}", style: small}, `, "", "no template prints an issue's funding line [lost-piece]"},
		{"weight: bold, size: 8pt", "size: 8pt", `style "small": text in "red" is set at 8pt, less than 9pt, and is not semi-bold [small-text]`},
		{"weight: bold, fit:", "weight: bold, leading: 13pt, fit:", `style "nameplate": type of up to 48pt runs into what stands above its leading of 13pt [leading]`},
	} {
		text := strings.Replace(string(data), c.old, c.with, 1)
		got := lintBrand(text)
		if len(got) != 1 || !strings.HasSuffix(got[0].String(), c.want) || got[0].Hint == "" || got[0].Pos.Line == 0 {
			t.Errorf("want %s\n got %v", c.want, got)
		}
	}
}

// TestContrastOnce: a colour that many styles have from one place is one thing to mend.
func TestContrastOnce(t *testing.T) {
	got := faulty(t, "ink: {rgb: \"#1A1A1A\"", "ink: {rgb: \"#AAAAAA\"")
	n := 0
	for _, d := range got {
		if strings.Contains(d, "contrast") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d complaints: %s", n, strings.Join(got, "\n"))
	}
}
