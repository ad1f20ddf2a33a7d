package display

import (
	"masthead/layout/diag"
	"masthead/layout/geom"
)

// Layout is the record of a placed issue that people and programs inspect: where
// every line, box and picture stands, and what was flexed. It carries no ink.
type Layout struct {
	Issue, Language, Brand string
	Grid                   geom.Length
	Pages                  []LayoutPage
	Stories                []Story
	Index                  []IndexSection
	Bill                   []Flexed
	Unset                  []Unset // words that are on no page
	Press                  Press
	Diagnostics            []diag.Diagnostic
	// Dropped is how many ways to go on the search for the pages did not follow to
	// their end, for there were too many: 0 where it stopped nowhere early.
	Dropped int
}

// Unset is a text of a story that stands on no page: an optional piece that the
// bill leaves out, or a name for which the brand has no use. Role "entry" is what
// the index would call the story.
type Unset struct {
	Story, Role, Text string
}

// Press is what the print file has beside its pages.
type Press struct {
	Marks     string // "none", "crop" or "all"
	Condition string // the registered name of the output condition
	Profile   string // its ICC file among the brand's, "" is the built-in one
}

// LayoutPage is one page of a [Layout].
type LayoutPage struct {
	Number   int
	Template string
	Size     geom.Size
	Live     geom.Rect // what text columns fill
	Frames   []Frame
	Lines    []Line
	Boxes    []Box
	Figures  []Figure
}

// Frame is an area that text was set in: one column, one piece.
type Frame struct {
	ID, Story, Role string
	Rect            geom.Rect
}

// Line is one set line.
type Line struct {
	Frame, Story, Role, Paragraph string
	X, Baseline, Width, Measure   geom.Length
	Size, Leading                 geom.Length
	Ratio                         float64 // Knuth-Plass adjustment ratio
	Stretch                       float64 // of a justified line's word spaces, as a share of the natural one
	Justified, Hyphenated         bool
	Forced                        bool    // the spaces are too wide, but no way to break the paragraph has none so wide
	Contrast                      float64 // WCAG ratio, the worst of the line
	Text                          string
	Setting                       *Setting // nil where a brand's style had no part in it
}

// Setting is how a style has lines set, beside face, size and leading. Lines of a
// style share it.
type Setting struct {
	Align      string      // left, justified, centred or right
	Hyphenated bool        // words may be broken
	Indent     geom.Length // of a paragraph's first line
	Tracking   int         // in 1/1000 em
	Case       string      // none, upper or small-caps
	Features   []string    // of OpenType, as the brand names them
}

// Box is a tint, panel or rule.
type Box struct {
	Story, Role string
	Rect        geom.Rect
}

// Figure is a placed picture.
type Figure struct {
	Story, File string
	Rect        geom.Rect // within the trim
	PPI         int       // of the source's crop as placed
	Crop        [4]float64
	Caption     string // the paragraph id of the caption, or empty
	// What the writer wants every crop to show: a point, a rectangle, or nothing.
	// Fractions from the picture's top left.
	Focus *[2]float64
	Keep  *[4]float64
}

// Story says on which pages a story stands.
type Story struct {
	ID, Title string
	Pages     []int
	Words     int
}

// IndexSection is one section of the index.
type IndexSection struct {
	Title, Pages string
	Entries      []IndexEntry
}

// IndexEntry is one story of the index.
type IndexEntry struct {
	Title, Story string
	Page         int
}

// Flexed is one line of the bill: a piece that is not as the brand would have it.
type Flexed struct {
	Page                int
	Story, Change, Unit string
	From, To            float64
}

// Digits cuts a phrase such as "Pages 3–5" down to its numbers: "3–5".
func Digits(s string) string {
	first, last := -1, 0
	for i, r := range s {
		if r >= '0' && r <= '9' {
			if first < 0 {
				first = i
			}
			last = i + 1
		}
	}
	if first < 0 {
		return ""
	}
	return s[first:last]
}
