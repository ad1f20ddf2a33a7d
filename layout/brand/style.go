package brand

import (
	"masthead/layout/geom"
	"masthead/layout/source"
)

// Style is one type style.
type Style struct {
	At      source.Marks
	Follows bool // the leading follows the size that fits

	BasedOn  string      `key:"based-on" is:"base" doc:"another style whose keys apply where this one is silent"`
	Family   string      `key:"family" is:"family" doc:"a family of the brand; default the first"`
	Weight   string      `key:"weight" doc:"one of the family's weights; default regular"`
	Size     geom.Length `key:"size" doc:"type size"`
	Leading  geom.Length `key:"leading" doc:"distance of baselines; default as many half rows as hold 1.15 of the size, of type that fits its measure 0.9 of the size that it gets"`
	Tracking int         `key:"tracking" doc:"letter-spacing in 1/1000 em"`
	Case     string      `key:"case" enum:"none|upper|small-caps" doc:"capitals"`
	Features Names       `key:"features" doc:"OpenType features to switch on, or off with a minus sign: onum, pnum, -liga"`
	Colour   string      `key:"colour" is:"colour" doc:"a palette colour, or section for the colour of the section; default black"`
	Align    string      `key:"align" enum:"left|justified|centred|right" doc:"default left"`
	Balanced bool        `key:"balanced" doc:"lines of about equal length, in no more lines than needed"`
	Hyphens  bool        `key:"hyphenate" doc:"hyphenate by the patterns of the language"`
	Indent   geom.Length `key:"indent" doc:"first line of every paragraph but the first"`
	Hanging  geom.Length `key:"hanging" doc:"indent of list text from its mark"`
	Shift    geom.Length `key:"shift" doc:"optical shift to the right; negative moves left"`
	RunIn    geom.Length `key:"run-in" min:"0" doc:"of lists: the mark stands in the first line, which begins so far inside; the others are flush"`
	Above    *Rule       `key:"rule,bare" doc:"of lists: rule in the space before each item; its offset counts from the last baseline above"`
	Before   float64     `key:"space-before" is:"rows" doc:"rows above, in running text whole ones; dropped at the head of a column"`
	After    float64     `key:"space-after" is:"rows" doc:"rows below, in running text whole ones; dropped at the foot of a column"`
	Keep     int         `key:"keep" doc:"lines of what follows that must stand in the same column"`
	MaxChars int         `key:"max-characters" doc:"longest text for which this style is the ideal choice among alternatives"`
	MaxLines int         `key:"max-lines" doc:"more lines than this make the style unusable where there is an alternative, dear where there is none"`
	Fit      *Fit        `key:"fit" doc:"size chosen so that the text fills the measure"`
	Opening  *Opening    `key:"opening" doc:"how the first words are set"`
	DropCap  *DropCap    `key:"drop-cap" doc:"initial of a story's first paragraph"`
	Breaking Breaking    `key:"breaking" doc:"how paragraphs are broken into lines; what is left out has the default of the alignment"`
	Mark     string      `key:"mark" enum:"square|lozenge|disc|dash|none" doc:"the mark of a bulleted list; default square"`
	MarkInk  string      `key:"mark-colour" is:"colour" doc:"colour of list marks; default the section's"`
}

// Fit sizes one line of type to its measure.
type Fit struct {
	Min  geom.Length `key:"min,required" doc:"smallest size; a text still too wide is set in this one"`
	Max  geom.Length `key:"max,required" doc:"largest size"`
	Ink  bool        `key:"ink" doc:"fit the visible width of the letters rather than their advances"`
	Else string      `key:"else" is:"style" doc:"style of a text that min does not fit"`
	At   source.Marks
}

// DropCap is an initial over several lines.
type DropCap struct {
	Lines   int         `key:"lines" min:"2" max:"6" doc:"height in lines; default 3"`
	Family  string      `key:"family" is:"family" doc:"default the text's"`
	Weight  string      `key:"weight" doc:"default the text's, of another family regular"`
	Colour  string      `key:"colour" is:"colour" doc:"default the text's"`
	Gap     geom.Length `key:"gap" doc:"space between initial and text"`
	Opening *Opening    `key:"opening" doc:"how the words after the initial are set, to the end of the first phrase"`
	At      source.Marks
}

// Opening is the style of a story's first words.
type Opening struct {
	Family   string `key:"family" is:"family" doc:"default the text's"`
	Weight   string `key:"weight" doc:"default the text's, of another family regular"`
	Case     string `key:"case" enum:"none|upper|small-caps" doc:"capitals"`
	Tracking int    `key:"tracking" doc:"letter-spacing in 1/1000 em"`
	Words    int    `key:"words" doc:"most words; default 4"`
	Until    string `key:"until" doc:"they end before these characters, as in \" · \"; a text without them is set so wholly"`
	Colour   string `key:"colour" is:"colour" doc:"default the text's"`
	Size     int    `key:"size" doc:"percent of the text's size"`
	At       source.Marks
}

// Breaking are the knobs of the paragraph breaker (see package para). Zero or
// absent means the default.
type Breaking struct {
	MinWord      int                   `key:"min-word" doc:"shortest word that may be hyphenated; default 6, justified 5"`
	Left         int                   `key:"left" doc:"least letters before a hyphen; default 3, justified 2; those of the language go before"`
	Right        int                   `key:"right" doc:"least letters after a hyphen; default 3, justified 2; those of the language go before"`
	Capitals     *bool                 `key:"capitals" doc:"hyphenate capitalised words; default as the language has it; justified text may, at a price"`
	Zone         *geom.Length          `key:"zone" doc:"a line that is short by less takes no hyphen (flush text); default 26"`
	InRow        int                   `key:"hyphens-in-row" doc:"most lines in succession that end in a hyphen; default 2"`
	HyphenCost   *int                  `key:"hyphen-cost" doc:"a line that ends in a hyphen; default 405, justified 180"`
	CompoundCost *int                  `key:"compound-cost" doc:"break after a hyphen of the text's own; default 243, justified 150"`
	RowCost      *int                  `key:"hyphen-row-cost" doc:"second hyphen in a row; default 900, justified 540"`
	LastLine     *float64              `key:"last-line" doc:"least length of a paragraph's last line as a fraction of the measure; default 0.22"`
	MinMeasure   *float64              `key:"min-measure" doc:"balanced text: narrowest measure tried, as a fraction; default 0.6"`
	WordSpace    *[3]float64           `key:"word-space" doc:"least, ideal and most word space as fractions of the face's own; justified default [0.6, 1, 1.5]"`
	LetterSpace  *[2]int               `key:"letter-space" doc:"least and most letter-spacing of a justified line in 1/1000 em; default [-15, 20]"`
	Tolerance    *float64              `key:"tolerance" doc:"greatest stretch of a line's spaces, as a fraction of their width, as long as there is another way; default 1"`
	Protrude     map[string][2]float64 `key:"hang" doc:"characters that hang in the margin: fraction of their width at the left and at the right; justified default: stops, commas, hyphens and quotation marks"`
	ProtrudeNone bool                  `key:"hang-none" doc:"no hanging punctuation"`
	FitnessCost  *int                  `key:"fitness-cost" doc:"justified: tight line beside a loose one; default 300"`
	At           source.Marks
}
