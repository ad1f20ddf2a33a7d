// Package brand is the design of a newsletter as data: page and grid, palette,
// typefaces and type styles, page templates, and what may flex at which cost.
//
// A brand is a folder with a brand.yaml. The engine knows no brand, style,
// section or template by name: what a name means stands in the brand file, or in
// the short lists of piece names and fields that this package documents.
// [Load] reads one, with what it extends, and checks it.
//
// Vertical measures inside templates are in rows of the baseline grid, in steps
// of half a row; horizontal ones are in columns of the page grid.
package brand

import (
	"io/fs"

	"masthead/layout/color"
	"masthead/layout/geom"
	"masthead/layout/source"
)

// Brand is one brand file, decoded, with everything resolved that it extends.
type Brand struct {
	At source.Marks

	Name      string                  `key:"name,required" doc:"the brand's name, for messages"`
	Extends   string                  `key:"extends" doc:"another brand whose keys apply where this one is silent"`
	Page      Page                    `key:"page" doc:"paper, margins, bleed, printer's marks"`
	Grid      Grid                    `key:"grid" doc:"columns and baseline"`
	Palette   source.Ordered[Colour]  `key:"palette" doc:"colours by name"`
	Sections  []SectionColour         `key:"section-colours" doc:"colours of the sections in order; the list wraps"`
	Families  source.Ordered[Family]  `key:"families" doc:"typefaces: family name, then file by weight"`
	Fallback  Names                   `key:"fallback" is:"family" doc:"families tried for characters that a style's own family lacks"`
	Styles    Styles                  `key:"styles" doc:"type styles by name"`
	Inline    InlineStyles            `key:"inline" doc:"styles of emphasis, strong and links inside a text"`
	Story     StoryRules              `key:"stories" doc:"how a story is made up: lead, end mark, cross-links"`
	Boxes     source.Ordered[Box]     `key:"boxes" doc:"the look of panels and boxes by name"`
	Running   []Placed                `key:"running" doc:"tab, running head and foot of every page but those whose template says running: false"`
	Template  Templates               `key:"templates" doc:"page templates; ties between equal pages go to the earlier one"`
	Costs     Costs                   `key:"costs" doc:"what deviations cost; the composer looks for the cheapest issue"`
	Photos    PhotoRules              `key:"photos" doc:"resolution, sharpening and file limits"`
	Print     PrintRules              `key:"print" doc:"output condition, ink limit, ink rule"`
	Labels    source.Ordered[Labels]  `key:"labels" doc:"words by language that replace the language's own"`
	Languages source.Ordered[Variant] `key:"languages" doc:"what is different in a language: keys of a brand, by language tag"`
	Typeset   *bool                   `key:"typography" doc:"normalise quotes, dashes and spaces by language; default true"`

	// Files are the folders that fonts and pictures are looked up in: the
	// brand's own, those of the brands that it extends, then the shared ones.
	Files  []fs.FS
	styles map[string]*Style
	trim   geom.Size
	named  []ref // see refs
}

// Page is the sheet.
type Page struct {
	Size    string      `key:"size" doc:"A3, A4, A5, Letter, Legal, Tabloid, or width x height as in 210mm x 297mm; default A4"`
	Left    geom.Length `key:"left" doc:"left margin; default 20mm"`
	Right   geom.Length `key:"right" doc:"right margin; default 20mm"`
	Bleed   geom.Length `key:"bleed" doc:"bleed on all sides of the print file; default 3mm"`
	Marks   string      `key:"marks" enum:"crop|all|none" doc:"printer's marks; default crop"`
	Binding string      `key:"binding" enum:"saddle|fold|loose" doc:"how the sheets are bound; the preflight checks the page count against it; default loose"`
	Tint    string      `key:"tint" is:"colour" doc:"colour of the paper, bleeding, in the e-mail file"`
	Printed bool        `key:"tint-prints" doc:"the tint is printed too"`
	At      source.Marks
}

// Grid is the page's raster. Row k is the baseline at k times Baseline.
type Grid struct {
	Columns  int         `key:"columns" min:"1" max:"24" doc:"columns between the margins; default 1"`
	Gutter   geom.Length `key:"gutter" doc:"space between columns; default one row"`
	Baseline geom.Length `key:"baseline" doc:"distance of the baseline grid's rows; default 12"`
	First    int         `key:"first-row" doc:"the first row that may hold a line of text"`
	Last     int         `key:"last-row" doc:"the last row of text: the foot of every column"`
	At       source.Marks
}

// Colour is a colour of the palette.
type Colour struct {
	RGB  color.RGB  // screen colour
	CMYK [4]float64 // press colour in percent: cyan, magenta, yellow, black
	Spot string     // name of a spot ink, of which CMYK is the alternate
	At   source.Marks
}

// SectionColour is the pair that a section may use.
type SectionColour struct {
	Colour string `key:"colour,required" is:"palette" doc:"a palette colour, called section in styles"`
	Tint   string `key:"tint" is:"palette" doc:"a palette colour for boxes, called section-tint in boxes"`
	At     source.Marks
}

// Family maps weight names to font files, looked up in the brand's folder, then
// among the built-in fonts: {regular: source-serif-4/SourceSerif4-Regular.ttf}.
// The weights regular, italic, bold and bold-italic are what inline markup asks
// for; further names are free.
type Family struct {
	Files map[string]string // by weight
	Scale int               // size in percent where the family stands in for another
	At    source.Marks
}

// InlineStyles says how markup inside a text is set.
type InlineStyles struct {
	Emph   Inline `key:"emphasis" doc:"*emphasis*; default the weight italic"`
	Strong Inline `key:"strong" doc:"**strong**; default the weight bold"`
	Both   Inline `key:"strong-emphasis" doc:"***both***; default the weight bold-italic"`
	Link   Inline `key:"link" doc:"[links](https://example.org) and bare addresses"`
}

// Inline changes some properties of the style around it; empty fields keep them.
type Inline struct {
	Family string `key:"family" is:"family" doc:"another family"`
	Weight string `key:"weight" doc:"another weight of the family"`
	Colour string `key:"colour" is:"colour" doc:"another colour"`
	Size   int    `key:"size" doc:"percent of the surrounding size"`
	At     source.Marks
}

// Labels are words by key, as the locale's list names them.
type Labels struct {
	Words map[string]string // by key
	At    source.Marks
}

// PhotoRules bound what pictures may be.
type PhotoRules struct {
	PPIEmail    int     `key:"ppi-email" doc:"resolution in the e-mail file; default 144"`
	PPIPrint    int     `key:"ppi-print" doc:"resolution in the print file; default 300"`
	Warn        int     `key:"warn-ppi" doc:"a warning under this effective resolution; default 200"`
	Fail        int     `key:"fail-ppi" doc:"an error under this one unless waived; default 150"`
	Quality     int     `key:"quality" doc:"best JPEG quality; default 82"`
	MinQuality  int     `key:"min-quality" doc:"worst JPEG quality that a byte budget may force; default 50"`
	Sharpen     float64 `key:"sharpen" doc:"output sharpening, 0 to 1; default 0.3"`
	MaxPixels   int     `key:"max-megapixels" doc:"larger pictures are refused; colour of 16 bits a channel counts 1.6 times; default 100"`
	MaxMegabyte int     `key:"max-megabytes" doc:"larger files are refused; default 60"`
	MinRatio    float64 `key:"min-ratio" doc:"least width over height of a frame; default 0.5"`
	MaxRatio    float64 `key:"max-ratio" doc:"greatest width over height of a frame; default 4"`
	At          source.Marks
}

// PrintRules describe the press.
type PrintRules struct {
	Profile    string      `key:"profile" doc:"ICC file of the output condition; default the built-in ISO Coated v2 300 %"`
	Condition  string      `key:"condition" doc:"its registered name; default FOGRA39"`
	InkLimit   float64     `key:"ink-limit" doc:"total ink in percent; default 300"`
	SmallText  float64     `key:"small-text" doc:"text in colour is at least this size in points or semi-bold; default 9"`
	KnockedOut float64     `key:"knocked-out" doc:"white text on colour is at least this size in points; default 7.5"`
	Links      string      `key:"links" enum:"none|footnote|qr" doc:"notes at the end of a story that print the addresses of its links, each once: none, footnotes, or QR codes; default none"`
	CodeSize   geom.Length `key:"code-size" doc:"edge of such a QR code; a long address takes more; default 15mm"`
	At         source.Marks
}

// Noted reports whether addresses are printed.
func (p *PrintRules) Noted() bool { return p.Links == "footnote" || p.Links == "qr" }
