package brand

import (
	"masthead/layout/geom"
	"masthead/layout/source"
)

// Gallery is a strip of equal frames.
type Gallery struct {
	From   int  `key:"from" min:"1" doc:"number of the first picture it takes; default 2, in a pour 1"`
	Across int  `key:"across" min:"1" max:"12" doc:"pictures side by side; default all; in a pour 1, or 2 where that suits the column"`
	Rows   Rows `key:"rows" doc:"height of the frames"`
	At     source.Marks
}

// Facts is the facts box: a heading, then label and value of each entry.
type Facts struct {
	Heading string `key:"heading" is:"style" doc:"style of the heading; default fact-heading"`
	Label   string `key:"label" is:"style" doc:"style of the labels; default fact-label"`
	Value   string `key:"value" is:"style" doc:"style of the values; default fact-value"`
	Rule    *Rule  `key:"rule,bare" doc:"rule above each entry"`
	Fewer   int    `key:"fewer" min:"0" doc:"cost of leaving out the last entry, and each before it; 0: all entries stay"`
	At      source.Marks
}

// Quote is the pull quote with its byline.
type Quote struct {
	Style  Names  `key:"style" is:"style" doc:"one or more in order of preference; default pullquote"`
	Byline string `key:"byline" is:"style" doc:"style of the byline; default quote-byline"`
	Bar    *Rule  `key:"bar,bare" doc:"short bar above; its offset is the distance from its top to the capitals, by default its weight and 6.5"`
	Rules  []Rule `key:"rules" doc:"rules above, and below if there are two; their offset is the distance to the capitals below or from the baseline above, by default 8"`
	At     source.Marks
}

// Index is the automatic index.
type Index struct {
	Heading  string      `key:"heading" is:"style" doc:"style of section names; empty: a flat list"`
	Number   string      `key:"number" is:"style" doc:"style of section numbers; default as the heading"`
	Pages    string      `key:"pages" is:"style" doc:"style of the sections' page ranges; default as the heading"`
	Entry    string      `key:"entry" is:"style" doc:"style of the entries; default index-entry"`
	Page     string      `key:"page" is:"style" doc:"style of the entries' page numbers; default as the entry"`
	Indent   geom.Length `key:"indent" min:"0" doc:"of section names and entries: the room for the numbers; without it no numbers are set"`
	Right    geom.Length `key:"right" min:"0" doc:"room kept at the right for page numbers"`
	Rule     *Rule       `key:"rule,bare" doc:"rule above each section"`
	Hair     *Rule       `key:"hairline,bare" doc:"rule between entries"`
	Gap      Rows        `key:"gap" doc:"rows between entries; default at most 1"`
	Between  Rows        `key:"between" doc:"rows between sections; default 1"`
	Columns  int         `key:"columns" min:"1" max:"6" doc:"index columns side by side; default 1"`
	Short    bool        `key:"short" doc:"use the stories' short titles"`
	Contacts bool        `key:"contacts" doc:"list the contacts too"`
	Parts    bool        `key:"parts" doc:"every page on which a part of a story begins, as in 1, 3"`
	At       source.Marks
}

// Calendar is the list of coming events.
type Calendar struct {
	Day   string      `key:"day" is:"style" doc:"style of the day; default calendar-day"`
	Month string      `key:"month" is:"style" doc:"style of the month; default calendar-month"`
	Title string      `key:"title" is:"style" doc:"style of the titles; default calendar-title"`
	Rest  string      `key:"rest" is:"style" doc:"style of last day and place; default calendar-rest"`
	Width geom.Length `key:"width" min:"0" doc:"of the column that holds day and month"`
	Rule  *Rule       `key:"rule,bare" doc:"rule between entries"`
	Gap   Rows        `key:"gap" doc:"rows between entries; default 0.5-2, ideally 1"`
	// Columns are filled from top to bottom.
	Columns int `key:"columns" min:"1" max:"6" doc:"columns of entries side by side; default 1"`
	At      source.Marks
}

// Contacts is the line or block of contact data.
type Contacts struct {
	Heading string      `key:"heading" is:"style" doc:"style of the title; default style"`
	Style   string      `key:"style" is:"style" doc:"default contacts"`
	Label   string      `key:"label" is:"style" doc:"style of the words Tel., E-mail; default style"`
	Gap     geom.Length `key:"gap" min:"0" doc:"between the entries of a line"`
	Lines   bool        `key:"lines" doc:"one entry a line"`
	Columns int         `key:"columns" min:"0" max:"6" doc:"so many entries side by side, each below its label; default all in lines"`
	At      source.Marks
}

// Follow is a row of QR codes.
type Follow struct {
	Size   geom.Length `key:"size" min:"20" doc:"edge of the code without its quiet zone; default 55"`
	Quiet  geom.Length `key:"quiet" min:"0" doc:"quiet zone; default 5"`
	Colour string      `key:"colour" is:"colour" doc:"of the code; default black"`
	Ground string      `key:"ground" is:"colour" doc:"of the quiet zone; default white"`
	Label  string      `key:"label" is:"style" doc:"style of the label; default follow"`
	Side   string      `key:"side" enum:"left|right|below" doc:"where the label stands: left at the head of the code, right at its foot, or below; default right"`
	At     source.Marks
}

// LeadIn is words on the same line as another text.
type LeadIn struct {
	Text  string      `key:"text,required" is:"piece" doc:"a piece of the story or words with {fields}"`
	Style string      `key:"style,required" is:"style" doc:"their style"`
	Gap   geom.Length `key:"gap" min:"0" doc:"space between them and the text; default 6"`
	Side  string      `key:"side" enum:"left|right" doc:"left: before the text; right: flush right on its last line; default left"`
	At    source.Marks
}

// Rule is a line or bar.
type Rule struct {
	Weight geom.Length `key:"weight" min:"0" doc:"thickness; default 0.5"`
	Colour string      `key:"colour" is:"colour" doc:"default black"`
	Width  geom.Length `key:"width" min:"0" doc:"length; default the measure"`
	Span   int         `key:"span" min:"0" max:"24" doc:"length in grid columns"`
	Offset geom.Length `key:"offset" doc:"distance from the edge or first baseline that it belongs to, downwards"`
	At     source.Marks
}

// Box is the look of a panel.
type Box struct {
	Fill    string  `key:"fill" is:"colour" doc:"a palette colour, section or section-tint"`
	Top     *Rule   `key:"top,bare" doc:"rule on the upper edge"`
	Padding Padding `key:"padding" doc:"top, right, bottom, left; or one for all"`
	Text    string  `key:"text" is:"colour" doc:"colour that replaces the styles' own, on dark grounds"`
	At      source.Marks
}
