package display

import (
	"fmt"
	"strconv"

	"masthead/layout/color"
	"masthead/layout/geom"
)

// Ledger is the painter's account of one profile's file: which page calls what
// by which name, and where the marked content of every element stands. The
// painter writes it, the finishing pass books fonts, pictures and tags by it,
// and so the two never meet.
type Ledger struct {
	Profile  Profile
	Sheets   []Sheet     // by page
	Pictures []Picture   // by index into Document.Photos
	Spots    []color.Ink // spot inks in order of first use; empty in the e-mail file
	Words    []string    // words that the ends of lines break, whole; of the e-mail file
}

// Sheet is one page as painted. Trim and Bleed lie in the media box, whose
// origin is its own top left corner.
type Sheet struct {
	Media       geom.Size
	Trim, Bleed geom.Rect
	Sequences   []Sequence // by marked-content id (MCID)
	Fonts       []int      // what the page calls, ascending: indices into Document.Fonts,
	Photos      []int      // Document.Photos
	Spots       []int      // and Ledger.Spots
	Overprint   bool       // the page calls the two overprint states
	Registered  bool       // the page calls the separation All
}

// Sequence is one run of marked content. Box is what it covers, from the top
// left of the trim box; Word is the broken word that it is a part of, by
// Ledger.Words from 1, or 0.
type Sequence struct {
	Mark Mark
	Word int
	Box  geom.Rect
}

// Picture is a photo as it goes into the file.
type Picture struct {
	Data          []byte
	Filter        string // "DCTDecode", or "FlateDecode" over rows of 8-bit samples
	Width, Height int    // pixels
	Space         string // "gray", "rgb" or "cmyk"
	Inverted      bool   // samples count from full ink down, as Adobe's CMYK JPEG does
}

// Names by which page content calls its resources. KnockOut and Overprint are
// the two graphics states of the print file; Registration is the separation
// that prints on every plate.
const (
	KnockOut     = "GK"
	Overprint    = "GO"
	Registration = "All"
)

// Preamble is a comment that ends what fpdf writes on a page of its own accord,
// grey colours among it. The finishing pass cuts it off.
const Preamble = "%painted\n"

// FontName returns the resource name of Document.Fonts[i].
func FontName(i int) string { return "F" + strconv.Itoa(i+1) }

// PhotoName returns the resource name of Document.Photos[i].
func PhotoName(i int) string { return "P" + strconv.Itoa(i+1) }

// SpotName returns the resource name of Ledger.Spots[i].
func SpotName(i int) string { return "S" + strconv.Itoa(i+1) }

// Advance returns the advance of a code as the file states it, in 1/100,000 em,
// so that painting and the font's widths agree to the last digit.
func (f *Font) Advance(code uint16) int64 {
	return Em(f.Codes[code-1].Width, f.UnitsPerEm)
}

// Em converts font units to 1/100,000 em, rounded half away from zero.
func Em(units, perEm int) int64 {
	return int64(geom.Length(units).MulDiv(100000, int64(perEm)))
}

// Owners returns the element of every mark in the tree. A mark that stands twice
// is an error: its content would be read twice.
func (t *Tag) Owners() (map[Mark]*Tag, error) {
	owners := map[Mark]*Tag{}
	var err error
	t.Walk(func(t *Tag) {
		for _, k := range t.Kids {
			if k.Tag != nil || k.Mark == 0 {
				continue
			}
			if owners[k.Mark] != nil && err == nil {
				err = fmt.Errorf("mark %d belongs to two elements, %s and %s", k.Mark, owners[k.Mark].Role, t.Role)
			}
			owners[k.Mark] = t
		}
	})
	return owners, err
}
