package golden

import "strconv"

// Length is a distance in hundredths of a PDF point, from the top left of the
// trim box, y down: fine enough to see a change, coarse enough to read.
type Length int64

// Rect is a rectangle by its top left corner and its size.
type Rect struct{ X, Y, W, H Length }

// Right returns the x of r's right edge.
func (r Rect) Right() Length { return r.X + r.W }

// Bottom returns the y of r's bottom edge.
func (r Rect) Bottom() Length { return r.Y + r.H }

// Golden is a placed issue as its golden keeps it.
type Golden struct {
	Brand    string
	Language string // BCP 47
	Title    string // the document's
	Author   string
	Grid     Length
	Bleed    Length
	Press    Press
	Inks     []Ink   // the colours in use, by name
	Styles   []Style // what most texts of a role are set in, by role
	Pages    []Page
}

// Press is what the print file has beside its pages.
type Press struct {
	Marks     string // none, crop or all
	Condition string // the output condition's registered name
	Profile   string // its file; "" is the built-in one
	Sum       string // of the file's bytes
}

// Ink is a colour of the house, on the screen and on the press.
type Ink struct {
	Name string
	RGB  string // #0B6457
	CMYK string // percent: 80/0/52/58
	Spot string
}

// Type is what a line is set in.
type Type struct {
	Face          string // the PostScript name
	Size, Leading Length
	Setting       string // what else its style says: "justified hyphenated indent=900"
}

// Style is the type of most texts of a role.
type Style struct {
	Role string
	Type
}

// Page is one page: its furniture, then its stories in reading order.
type Page struct {
	Number   int
	Template string
	W, H     Length
	Live     Rect // what text columns fill
	Blocks   []Block
}

// Block is what one story has on one page. The page's furniture is a block
// without a story.
type Block struct {
	Section *Section // of the section's first block
	Story   string
	Index   *Entry // of the story's first block, where the issue has an index
	Bill    []Flexed
	Unset   []Unset // of the story's first block
	Items   []Item  // in reading order, then what is not read
}

// Section is the beginning of a section.
type Section struct {
	Key   string // the first part of its stories' ids
	Title string
	Pages string // as the index prints them: "3–5"; "" without index
}

// Entry is a story's line in the index.
type Entry struct {
	Page  int
	Title string
}

// Flexed is a piece that is not as the brand would have it.
type Flexed struct {
	Change, Unit string
	From, To     Length // in hundredths of the unit
}

// Unset is a text of a story that stands on no page: a piece that the bill leaves
// out, a name that is not printed. A change of its words would pass unseen.
type Unset struct {
	Role, Text string
}

// Item is a text, a figure, or a box: a tint, a rule, a drawing.
type Item struct {
	Role   string // of a text or a box
	Rect   Rect   // a text has no height: it follows from its lines
	Ink    string // of a text or a box
	Shape  string // of a drawing: contours/points/percent of its bounds that they enclose
	Only   string // of a box: email or print, if it is in that file alone
	Text   *Text
	Figure *Figure
}

// Text is the part of a story's text that stands in one frame in one role.
type Text struct {
	Type
	Lines []Line
}

// Line is one set line.
type Line struct {
	Tag        string // what a screen reader calls the paragraph; only on its first line, "-" where it is not read
	X          Length // from the frame's left edge
	Step       Length // from the baseline before, or from the frame's top
	Width      Length // as set without stretching
	Text       string // without the hyphen that breaking adds
	Hyphenated bool
	Runs       []Run
	Links      []Link
}

// Link is a part of a line that leads somewhere.
type Link struct {
	To    string // an address, or @ and the story
	Words string // what leads there; "" is the whole line
}

// Run is a stretch of a line that is set in another face, size or ink than the
// text it stands in; what is the same is left empty.
type Run struct {
	Face string
	Size Length
	Ink  string
	Text string
}

// Figure is a placed picture.
type Figure struct {
	File   string // slash-separated
	Sum    string // of the file's bytes, so that another picture under the same name is noticed
	Crop   [4]int // what is shown, in ten-thousandths of the picture's sides: left, top, right, bottom
	Focus  []int  // the point that every crop is to show, in ten-thousandths; nil where nobody said it
	Keep   []int  // the rectangle that every crop is to show
	Alt    string
	Read   bool // by a screen reader; a decoration is not
	Scrims []string
}

// Ink returns the ink of a name.
func (g *Golden) Ink(name string) (Ink, bool) {
	for _, k := range g.Inks {
		if k.Name == name {
			return k, true
		}
	}
	return Ink{}, false
}

// style returns what most texts of a role are set in.
func (g *Golden) style(role string) Type {
	for _, s := range g.Styles {
		if s.Role == role {
			return s.Type
		}
	}
	return Type{}
}

// pt says a length in points: "12.5".
func pt(l Length) string {
	sign := ""
	if l < 0 {
		sign, l = "-", -l
	}
	out := sign + strconv.FormatInt(int64(l/100), 10)
	if rest := l % 100; rest != 0 {
		digits := strconv.FormatInt(int64(100+rest), 10)[1:]
		if digits[1] == '0' {
			digits = digits[:1]
		}
		out += "." + digits
	}
	return out
}
