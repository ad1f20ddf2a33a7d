package golden_test

import (
	"slices"
	"strings"

	"masthead/layout/golden"
)

// What switches things off in the brand slip.
var (
	plainly   = []string{"photos: {warn", "typography: false\nphotos: {warn"}
	unlinked  = []string{"](", "] ("}
	ragged    = []string{"align: justified, hyphenate", "hyphenate"}
	undivided = []string{"hyphenate: true, indent", "indent"}
)

// unlevel lets columns end where they will.
var unlevel = []string{"stories: {lead", "stories: {level: 30, lead", "templates:", "costs: {hole: 0, level: 0, space: 0}\ntemplates:"}

func breaking(how string) []string {
	return []string{"align: justified, hyphenate", "align: justified, breaking: {" + how + "}, hyphenate"}
}

func not(f func(*golden.Golden) bool) func(*golden.Golden) bool {
	return func(g *golden.Golden) bool { return !f(g) }
}

func both(f, h func(*golden.Golden) bool) func(*golden.Golden) bool {
	return func(g *golden.Golden) bool { return f(g) && h(g) }
}

func pages(n int) func(*golden.Golden) bool {
	return func(g *golden.Golden) bool { return len(g.Pages) == n }
}

func together(page int, stories ...string) func(*golden.Golden) bool {
	return func(g *golden.Golden) bool { return slices.Equal(onPage(g, page), stories) }
}

var pins = map[string]pin{
	"address-broken-at-strokes":     {prints("example.org/harbours/northport/\n", "tables/2024/march/high-water-and-\n"), []string{"/northport/tables", ".tables"}},
	"american-quotes":               {prints("“the ‘old’ mole”"), plainly},
	"calendar-by-date":              {matches("Lamps.*Regatta"), []string{"2024-05-14, until: 2024-05-15", "2024-07-14, until: 2024-07-15"}},
	"chinese-paragraph":             {noLine(`^。|了$`), []string{"开放了。", "开放啊了。"}},
	"chinese-words-in-english":      {prints("run NotoSansSC-Regular 0 - 北京"), []string{"北京", "Peking"}},
	"code-to-follow":                {both(prints("Follow us"), matches(`box drawing \d+ \d+ 4000 4000 black`)), []string{"follow: {size: 40pt", "follow: {size: 30pt"}},
	"columns-balanced":              {level, unlevel},
	"columns-of-squares":            {level, unlevel},
	"contacts-with-links":           {prints("link tel:+442079460000", "link mailto:office@example.org", "link https://example.org"), []string{"phone: +44 20 7946 0000", "address: +44 20 7946 0000"}},
	"credit-by-default":             {prints("text credit", "Photo: all of us"), []string{"Photo: all of us", "Photo: one of us"}},
	"dash-between-numbers":          {prints("9–12 May", "3–5,", "2024–25"), plainly},
	"dash-in-a-sentence":            {both(prints("quay – three"), noLine(`^–`)), plainly},
	"date-chinese":                  {prints("2024年3月27日", "第3期"), []string{"language: zh", "language: en-GB"}},
	"date-english":                  {prints("3rd issue · March 2024"), []string{"language: en-GB", "language: fr"}},
	"date-english-day":              {prints("27 March 2024"), []string{"2024-03-27", "2024-03"}},
	"date-french":                   {prints("3e numéro · mars 2024"), []string{"language: fr", "language: en-GB"}},
	"date-german":                   {prints("3. Ausgabe · März 2024"), []string{"language: de", "language: en-GB"}},
	"default-brand-sections":        {matches("text section cinnabar\n.*text section bronze\n"), []string{"brand: default", "brand: slip"}},
	"default-brand-small":           {prints("brand default\n", "IBMPlexSansCond", "template cover"), []string{"brand: default", "brand: slip"}},
	"dispatch-brand-sections":       {both(prints("brand Dispatch\n", "sheet 61200 79200"), matches(`TOCI`)), []string{"brand: dispatch", "brand: default"}},
	"dispatch-brand-small":          {prints("brand Dispatch\n", "FrankRuhlLibre-Black", "Newsreader-Regular 910/1100 justified"), []string{"brand: dispatch", "brand: default"}},
	"ellipsis":                      {prints("then … nothing", "waited…"), plainly},
	"emphasis-and-strong":           {prints("run SourceSerif4-It 0 - old", "run SourceSerif4-Bold 0 - closed", "run SourceSerif4-BoldIt 0 - very"), []string{"italic: source-serif-4/SourceSerif4-It.ttf", "italic: source-serif-4/SourceSerif4-Regular.ttf"}},
	"english-quotes":                {prints("“the ‘old’ mole”", "keeper’s"), plainly},
	"facts-box":                     {matches(`At a glance.*Lbl [^\n]*Date\n.*LI [^\n]*3 May\n.*box panel \d+ \d+ \d+ \d+ teal-tint`), []string{"fill: section-tint, top", "top"}},
	"facts-value-of-lines":          {matches(`LI [^\n]*All who have a boat[^\n]*\n  \. `), []string{", and everybody who knows somebody who does, from all of the islands", ""}},
	"flush-left-lines":              {prints("  . 0 1000 10000 and went out at one.\n"), []string{"colour: ink, hyphenate: true, breaking", "colour: ink, align: right, hyphenate: true, breaking"}},
	"foreword-on-the-cover":         {together(1, "foreword"), []string{"kind: foreword}\n    stack:\n      - &head", "kind: any}\n    stack:\n      - &head", "{page: cover, kind: foreword}\n    cost: 50", "{page: cover}\n    cost: 50"}},
	"foreword-with-title":           {prints("From the editors"), []string{"  title: From the editors\n", ""}},
	"french-colon":                  {both(raw("liste\u00a0:", "chaînes\u202f;", "lampes\u202f!", "donc\u202f?", "grand\u00a0:"), noLine(`^[:;!?]`)), plainly},
	"french-guillemets":             {prints("« le vieux port est fermé »"), plainly},
	"german-compounds":              {prints("Donaudampfschifffahrtsge\\-\n", "Binnen\\-\n"), []string{"language: de", "language: en-GB"}},
	"german-quotes":                 {prints("„der alte Hafen“", "‚Hafen‘"), plainly},
	"hard-break":                    {matches(`P [^\n]*Harbour Office\n  \. [^\n]*12 Quay Street\n  \. [^\n]*Northport\n`), []string{"Office\\\n        12", "Office\n        12"}},
	"headline-balanced":             {func(g *golden.Golden) bool { return ends(g, "title") > 75 }, []string{"colour: ink, balanced: true}\n  lead", "colour: ink}\n  lead"}},
	"headline-of-many-lines":        {func(g *golden.Golden) bool { return len(lines(g, "title")[0]) == 6 }, []string{"size: 14, leading: 15", "size: 10, leading: 15"}},
	"headline-without-lone-word":    {func(g *golden.Golden) bool { return ends(g, "title") > 25 }, []string{"colour: ink, balanced: true}\n  lead", "colour: ink}\n  lead"}},
	"hyphen-in-a-long-word":         {prints("inter\\-\n", "governmental"), undivided},
	"hyphen-of-the-text":            {prints("fish-\\-\n", "four-\\-\n"), []string{"fish-and-chip", "fish and chip"}},
	"hyphens-not-three-in-a-row":    {func(g *golden.Golden) bool { return hyphensInARow(g) < 3 }, breaking("hyphens-in-row: 9, hyphen-cost: 0, hyphen-row-cost: 0")},
	"index-of-one-section":          {matches(`TOCI [^\n]*First\n.*TOCI [^\n]* 2\n.*TOCI [^\n]*Second\n`), []string{"index: {}\n", ""}},
	"index-of-sections":             {prints("pages 2\n", "pages 3"), []string{"index: {}\n", ""}},
	"index-other-words":             {prints("index 2 A long title\n"), []string{"      index: A long title\n", ""}},
	"index-range-of-pages":          {prints("Pages 2–4", "pages 2–4\n"), []string{"size: 8, leading: 10, colour: ink, align", "size: 6, leading: 7, colour: ink, align"}},
	"initials-kept-together":        {noLine(`(Mr|Dr|Mrs|\b[A-Z])\.$`), plainly},
	"italian-elision":               {prints("L’acqua dell’oceano"), plainly},
	"justified-lines":               {prints("SourceSerif4-Regular 800/1000 justified hyphenated"), ragged},
	"kicker-above-the-title":        {matches("text kicker teal\n[^\n]*Maps · 1720\nat[^\n]*\ntext title"), []string{"      kicker: Maps · 1720\n", ""}},
	"language-undetermined":         {prints(`"internationalization" - and`, "left ... for the 'old'"), []string{"language: und", "language: en-GB"}},
	"last-line-not-a-syllable":      {func(g *golden.Golden) bool { return ends(g, "body") >= 22 }, breaking("last-line: 0")},
	"lead-given":                    {matches("text title.*text lead ink\n[^\n]*The oldest map shows it already"), []string{"      lead: The oldest map shows it already.\n", ""}},
	"link-in-the-text":              {prints("link https://example.org/tides our pages", "link mailto:office@example.org the office"), unlinked},
	"list-in-a-list":                {prints("LI 900 536 1983 ropes", "LI 1800 1000 2064 hemp"), []string{"          - hemp", "        - hemp"}},
	"list-with-marks":               {both(prints("LI 900 1536"), matches(`box mark 2000 \d+ 472 472`)), []string{"list: {based-on: body", "list: {mark: none, based-on: body"}},
	"list-with-numbers":             {both(matches(`text number teal\n  Lbl 0 536 \d+ 1\.\n.*Lbl 0 \d+ \d+ 3\.`), prints("LI 900 536 5182 Untie the rope.")), []string{"3. Go", "        Go"}},
	"nameplate-fitted":              {matches(`text masthead ink[^\n]*\n  H1 0 \d+ 2[56]\d\d\d The Northern Light`), []string{"fit: {min: 16, max: 44}", "hanging: 0"}},
	"nameplate-short":               {prints("SourceSerif4-Bold 4400/"), []string{"max: 44", "max: 60"}},
	"no-foreword":                   {both(together(1), prints("template cover-plain")), []string{"highlights:", "foreword: {text: Welcome to all., signed: Us}\nhighlights:"}},
	"number-and-unit-kept-together": {noLine(`\d$`), plainly},
	"one-word-story":                {matches(`P 0 536 \d+ Closed\.\nbox mark`), []string{"end-mark: square", "end-mark: none"}},
	"orphan-avoided":                {noOrphan, []string{"stories: {lead", "stories: {widows: 1, orphans: 1, lead"}},
	"overset-remedy":                {prints("bill 200 100 entries facts left out", "unset facts Place: Northport"), []string{" It has failed twice in thirty years, once in a storm and once because a bird had built its nest upon the wheel, which the keeper refused to disturb before the summer.", ""}},
	"page-budget":                   {pages(3), []string{"pages: 3\n", ""}},
	"pages-a-multiple":              {pages(3), []string{"pages: {multiple-of: 3}\n", ""}},
	"photo-around-its-focus":        {func(g *golden.Golden) bool { return crop(g)[1] == 0 }, []string{"0.05]", "0.5]"}},
	"photo-keeps-a-rectangle":       {func(g *golden.Golden) bool { c := crop(g); return c[1] == 0 && c[3] >= 4000 && c[3] < 8500 }, []string{"keep: [0.1, 0, 0.9, 0.4]", "keep: [0.1, 0.6, 0.9, 1]"}},
	"photo-not-read-out":            {both(prints("figure"), not(prints("  alt "))), []string{`alt: ""`, "alt: A boat"}},
	"photo-panorama":                {func(g *golden.Golden) bool { c := crop(g); return c[2]-c[0] < 8500 && c[3]-c[1] == 10000 }, []string{"photos/3000x600", "photos/2400x1600"}},
	"photo-upright":                 {func(g *golden.Golden) bool { c := crop(g); return c[2]-c[0] == 10000 && c[3]-c[1] < 4000 }, []string{"photos/900x1600", "photos/1600x900"}},
	"photo-with-caption":            {matches("figure.*text caption ink\n  Caption [^\n]*A boat.*text credit ink\n  Caption [^\n]*Photo: us"), []string{"caption: A boat., ", ""}},
	"photos-in-a-strip":             {matches(`figure 2000 (\d+) 12500 (\d+) photos/1200x800.jpg.*figure 15500 \d+ 12500`), []string{"across: 2", "across: 1"}},
	"polish-quotes":                 {both(prints("„stary port”"), noLine(` [a-zA-Z]$`)), plainly},
	"quotation-set-off":             {matches(`style blockquote SourceSerif4-It.*BlockQuote 900 \d+`), []string{"> The sea", "The sea"}},
	"quote-hung":                    {matches(`P -\d+ \d+ \d+ “We`), breaking("hang-none: true")},
	"quote-pulled":                  {matches("text pullquote teal\n[^\n]*The name has\n[^\n]*been forgotten.*text byline teal\n[^\n]*A keeper"), []string{", by: A keeper", ""}},
	"quote-without-author":          {both(prints("text pullquote"), not(prints("text byline"))), []string{"forgotten}", "forgotten, by: A keeper}"}},
	"reference-to-a-page":           {prints("The second: page 2\n    link @highlights/second"), []string{"      see: {text: The second, story: highlights/second}\n", ""}},
	"reference-to-two-stories":      {prints("More: pages 2 and 3", "link @highlights/second More: pages 2 and", "link @highlights/third 3"), []string{"[highlights/second, highlights/third]", "[highlights/second]"}},
	"sections-share-a-page":         {matches("page 2.*text kicker teal.*section events Events.*text kicker rust"), []string{"{colour: rust, tint", "{colour: teal, tint"}},
	"spanish-quotes":                {prints("«el puerto viejo»", "¿Por\n"), plainly},
	"story-ends-with-mark":          {func(g *golden.Golden) bool { return markBehind(g) }, []string{"end-mark: square", "end-mark: none"}},
	"story-over-four-pages":         {pages(5), []string{"size: 8, leading: 10, colour: ink, align", "size: 6, leading: 7, colour: ink, align"}},
	"story-over-two-pages":          {both(pages(3), func(g *golden.Golden) bool { return strings.Count(g.String(), "text title") == 1 }), []string{"size: 8, leading: 10, colour: ink, align", "size: 6, leading: 7, colour: ink, align"}},
	"subhead-with-its-text":         {keepsSubheads, []string{"space-before: 1, keep: 2}", "space-before: 1, keep: 0}"}},
	"three-stories-on-a-page":       {both(together(2, "highlights/first", "highlights/second", "highlights/third"), matches(`box rule.*box rule`)), []string{"rule: {colour: section}, space: 1", "space: 1"}},
	"two-stories-on-a-page":         {together(2, "highlights/first", "highlights/second"), []string{"stories: 1+", "stories: 1"}},
	"widow-avoided":                 {noWidow, []string{"stories: {lead", "stories: {widows: 1, orphans: 1, lead"}},
}

// keepsSubheads wants no column to end with a subhead.
func keepsSubheads(g *golden.Golden) bool {
	n := 0
	for _, p := range g.Pages {
		for _, k := range p.Blocks {
			for i, it := range k.Items {
				if it.Role != "subhead" {
					continue
				}
				n++
				if i+1 == len(k.Items) || k.Items[i+1].Rect.X != it.Rect.X {
					return false
				}
			}
		}
	}
	return n > 0
}
