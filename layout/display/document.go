// Package display is the hand-over between composing and painting: a finished
// issue as plain data, every item at an absolute place, in paint order, with its
// reading order beside it.
//
// Nothing behind this package may ask a question about fit, and nothing before
// it knows of PDF. Both profiles, the goldens, the tag tree, `inspect` and the
// tests read a [Document].
//
// Coordinates count from the top left corner of the trim box, y downwards. A
// fill or an image that bleeds simply reaches beyond the trim; the e-mail
// profile's page ends there.
package display

import (
	"time"

	"masthead/layout/color"
	"masthead/layout/geom"
)

// Document is one placed issue.
type Document struct {
	Meta    Meta
	Fonts   []Font  // by [Text.Font]
	Photos  []Photo // by [Image.Photo]
	Pages   []Page
	Root    *Tag // the structure tree; its role is "Document"
	Dests   []Dest
	Outline []Outline
}

// Meta is what the file says about itself.
type Meta struct {
	Title    string
	Author   string
	Subject  string
	Language string // BCP 47
	Created  time.Time
	Producer string
}

// Page is one page. Items stand in paint order: what comes later covers what
// came before.
type Page struct {
	Label string // as printed: "1", "iv"
	Trim  geom.Size
	Bleed geom.Length
	Items []Item
	Slug  []*Text // the print shop's line outside the bleed, beside the crop marks; its ink is ignored
}

// Mark names a piece of content in the tag tree. Items with the same mark
// belong to the same element; zero marks an artifact, which is not read.
type Mark int32

// Profile says in which file an item appears; zero means in both.
type Profile uint8

// The two files that a build writes.
const (
	Email Profile = 1 << iota
	Print
)

// In reports whether an item that says p appears in file q.
func (p Profile) In(q Profile) bool { return p == 0 || p&q != 0 }

// Item is one thing on a page: [*Text], [*Fill], [*Path], [*Image] or [*Link].
type Item interface{ isItem() }

// Text is one run of glyphs of one font, size and colour on one baseline.
type Text struct {
	Mark     Mark
	Only     Profile
	Font     int // index into Document.Fonts
	Size     geom.Length
	X        geom.Length // of the origin of the first glyph
	Baseline geom.Length
	Ink      color.Ink
	Glyphs   []Glyph
}

// Glyph is one code of a [Font] at its place.
type Glyph struct {
	Code uint16      // 1..len(Font.Codes)
	X    geom.Length // from Text.X
	Rise geom.Length // above the baseline
}

// Fill is a rectangle of one colour. Rules are thin fills.
type Fill struct {
	Mark Mark
	Only Profile
	Rect geom.Rect
	Ink  color.Ink
}

// Path is a filled outline: emblems, QR codes, arrows, end marks. Each contour
// closes itself; the filling rule is nonzero winding.
type Path struct {
	Mark     Mark
	Only     Profile
	Contours [][]geom.XY
	Ink      color.Ink
}

// Image is a photo in its frame. Rect may reach into the bleed.
type Image struct {
	Mark  Mark
	Only  Profile
	Rect  geom.Rect
	Photo int // index into Document.Photos
}

// Link is an active area of the e-mail file. Exactly one of URI and Dest is
// set. Links of one [Tag] that runs over lines stand once per line.
type Link struct {
	Rect     geom.Rect
	URI      string
	Dest     string // the name of a [Dest]
	Contents string // the spoken description
	Tag      *Tag   // the "Link" element that owns it
}

func (*Text) isItem()  {}
func (*Fill) isItem()  {}
func (*Path) isItem()  {}
func (*Image) isItem() {}
func (*Link) isItem()  {}

// Photo is a crop of a picture file at a size: what the photo stage has to
// make. Two frames with equal fields share one entry.
type Photo struct {
	File   string // slash-separated, relative to the root or the brand's (see Brand)
	Brand  bool   // File is the brand's
	Crop   [4]float64
	Size   geom.Size // as placed, bleed included
	Weight int       // importance for the byte budget, larger is more
	Scrims []Scrim
}

// Scrim is a vertical gradient of one colour, laid over a photo by the photo
// stage, so that no file needs transparency. Stops rise in At.
type Scrim struct {
	Ink   color.Ink
	Stops []Stop
}

// Stop is one station of a [Scrim]: At counts from the photo's top edge, Alpha
// runs from 0 to 1. Beyond the first and the last stop nothing is laid.
type Stop struct {
	At    geom.Length
	Alpha float64
}

// Dest is a place that a link may lead to.
type Dest struct {
	Name string
	Page int // index into Document.Pages
	Y    geom.Length
}

// Outline is an entry of the bookmark tree.
type Outline struct {
	Title string
	Dest  string
	Kids  []Outline
}

// Font is a face, cut down to what the document shows of it.
type Font struct {
	PostScriptName string // without subset tag
	Program        []byte // a TrueType file with the used glyphs; glyph 0 is .notdef
	UnitsPerEm     int
	Ascent         int // font units, like all that follow
	Descent        int // negative
	CapHeight      int
	XHeight        int
	BBox           [4]int
	ItalicAngle    float64 // degrees, negative leans right
	StemV          int
	Serif, Fixed   bool
	Codes          []Code // Codes[i] belongs to code i+1
}

// Code is one (glyph, source text) pair of a [Font].
type Code struct {
	Glyph uint16 // in Program
	Width int    // advance in font units, as in the program's hmtx
	Text  string // what it stands for; "" within a cluster after its first glyph
}

// Alpha returns how opaque the scrim is at a distance from the photo's top edge,
// and whether it reaches there.
func (s Scrim) Alpha(at geom.Length) (float64, bool) {
	n := len(s.Stops)
	if n == 0 || at < s.Stops[0].At || at > s.Stops[n-1].At {
		return 0, false
	}
	for i := 1; i < n; i++ {
		a, b := s.Stops[i-1], s.Stops[i]
		if at <= b.At {
			if b.At == a.At {
				return b.Alpha, true
			}
			return a.Alpha + (b.Alpha-a.Alpha)*float64(at-a.At)/float64(b.At-a.At), true
		}
	}
	return s.Stops[n-1].Alpha, true
}
