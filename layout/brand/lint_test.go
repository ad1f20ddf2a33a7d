package brand

import (
	"strings"
	"testing"
)

// extras are definitions that some of the cases need.
func extras() []string {
	return []string{
		"style: white", "boxes:\n", "  white: {based-on: body, colour: white}\nboxes:\n",
		"colour: moss", "  jade-tint:", "  moss: {rgb: '#17695b', cmyk: [80, 0, 52, 50]}\n  jade-tint:",
	}
}

func TestLint(t *testing.T) {
	const foot = "templates:\n"
	for _, c := range []struct{ name, old, with, want string }{
		{"pale text", "leading: 12pt, colour: ink", "leading: 12pt, colour: jade-tint", `12:45 error: style "body": the colour "jade-tint" on "jade-tint" has a contrast of 1.0, less than 4.5`},
		{"pale section", `"#0B6457", cmyk`, `"#2FBFA9", cmyk`, `13:76 error: style "kicker": the colour "jade" on "paper" has a contrast of`},
		{"large type may be paler", "colour: section, fit", "colour: mid, fit", `there is no colour "mid"`},
		{"text of a box", "{fill: section-tint, padding: 6", "{fill: jade, text: white, padding: 6", ``},
		{"no text of a box", "{fill: section-tint, padding: 6", "{fill: jade, padding: 6", `12:45 error: style "body": the colour "ink" on "jade" has a contrast of 2.5, less than 4.5`},
		{"on a tab", foot, "running: [{fill: jade, text: '{page}', style: white, y: r2}]\n" + foot, ``},
		{"on a fill beneath", foot, "running: [{fill: jade, y: top, bottom: r3}, {text: '{page}', style: white, y: r2}]\n" + foot, ``},
		{"beside the fill", foot, "running: [{fill: jade, y: top, bottom: r3}, {text: '{page}', style: white, y: r5}]\n" + foot, `style "white": the colour "white" on "paper"`},
		{"alike", "tint: jade-tint}]", "tint: jade-tint}, {colour: jade, tint: jade-tint}]", `6:61 warning: sections 1 and 2 have the same colour`},
		{"close", "tint: jade-tint}]\n", "tint: jade-tint}, {colour: moss}]\n", `the section colours "jade" and "moss" are only ΔE`},
		{"no fallback", "fallback: [wide]\n", "", `11:3 warning: style "body": no family stands in for characters that "serif" lacks`},
		{"only itself", "fallback: [wide]\n", "fallback: [serif]\n", `12:3 warning: style "body": no family stands in`},
		{"ink", "[80, 0, 52, 58]", "[90, 80, 80, 58]", `4:32 warning: the colour "jade" takes 308 % of ink, more than 300 %`},
		{"spot ink", "cmyk: [80, 0, 52, 58]", "spot: Green, cmyk: [90, 80, 80, 58]", ``},
		{"unused colour", "  jade-tint:", "  rose: {rgb: '#aa3355', cmyk: [0, 0, 0, 0]}\n  jade-tint:", `warning: the colour "rose" is not used`},
		{"unused style", "boxes:\n", "  lost: {based-on: body}\nboxes:\n", `warning: the style "lost" is not used`},
		{"unused box", "boxes:\n", "boxes:\n  lost: {fill: ink}\n", `warning: the box "lost" is not used`},
		{"unused family", "fallback:", "  lost: {regular: a.ttf}\nfallback:", `warning: the family "lost" is not used`},
		{"rows off the grid", "      - text: title\n", "      - text: title\n      - space: 1.3\n", `warning: 1.3 rows are off the grid`},
		{"style off the grid", "indent: 12}", "indent: 12, space-before: 0.7}", `12:76 warning: 0.7 rows are off the grid`},
		{"leading off the grid", "size: 10pt, leading: 12pt", "size: 10pt, leading: 12.5pt", `12:31 warning: the leading 12.5pt of running text leaves the baseline grid`},
		{"fill off the columns", foot, "running: [{fill: jade, x: c1 + 7}]\n" + foot, `17:27 warning: the edge at c1 + 7 (63.693pt) is off the grid`},
		{"fill off the rows", foot, "running: [{fill: jade, y: r3 + 4pt}]\n" + foot, `17:27 warning: the edge at r3 + 4pt (40pt) is off the grid`},
		{"hairlines may", foot, "running: [{fill: jade, y: r3 + 4pt, bottom: r3 + 5pt}]\n" + foot, ``},
		{"no title", "      - text: title\n", "", `18:3 warning: the template "page" does not print the title of its stories`},
		{"title in furniture", "    stack:\n      - text: kicker\n      - text: title\n", "    above: [{text: '{story}', style: title, y: r3}]\n    stack:\n      - text: kicker\n", ``},
		{"no text", "      - {body: , box: panel}\n", "      - {space: 2, box: panel}\n", `does not print the body of its stories`},
		{"no caption", "      - text: title\n", "      - text: title\n      - figure: 1\n", `23:17 warning: the caption of picture 1 of story 1 is not printed`},
	} {
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
