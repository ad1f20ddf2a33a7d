package photo

import (
	"io/fs"

	"masthead/layout/color"
	"masthead/layout/geom"
)

// Spec is one picture to make: a crop of a file at a size.
type Spec struct {
	FS      fs.FS
	File    string
	Crop    [4]float64 // x0, y0, x1, y1 of the upright picture; all zero is the whole
	Size    geom.Size  // as placed, bleed included
	PPI     int        // overrides the target's where it is set
	Scrims  []Scrim
	Quality int // overrides the target's where it is set
	Weight  int // for the byte budget: larger keeps more
}

// Scrim is a vertical gradient of one colour over a picture. Stops rise in At;
// beyond the first and the last nothing is laid.
type Scrim struct {
	RGB   color.RGB
	CMYK  color.CMYK // for a press; zero converts RGB by the target's profile
	Stops []Stop
}

// Stop is one station of a [Scrim]: At counts from the picture's top edge, Alpha
// is 0 to 1.
type Stop struct {
	At    geom.Length
	Alpha float64
}

// alphaAt returns the scrim's opacity at a height.
func (s Scrim) alphaAt(y geom.Length) float64 {
	if len(s.Stops) == 0 || y < s.Stops[0].At {
		return 0
	}
	for i := 1; i < len(s.Stops); i++ {
		a, b := s.Stops[i-1], s.Stops[i]
		if y <= b.At {
			if b.At == a.At {
				return b.Alpha
			}
			return a.Alpha + (b.Alpha-a.Alpha)*float64(y-a.At)/float64(b.At-a.At)
		}
	}
	return 0
}

// Target is one file that pictures are made for.
type Target struct {
	Space      string         // "srgb" or "cmyk"
	Output     *color.Profile // the press; CMYK pictures without a profile are in its inks
	InkLimit   float64        // percent, 0 for none
	PPI        int            // at placed size; pictures with less stay as they are
	Above      int            // resample only pictures of more than this; 0 is PPI
	Paper      color.RGB      // under transparent parts
	PaperCMYK  color.CMYK     // the same for a press; zero converts Paper
	Quality    int            // the best, 1 to 100; 0 is 82 for a screen and 90 for a press
	MinQuality int            // the least that MaxBytes may force; 0 is Quality
	MaxBytes   int64          // for all pictures together, 0 for none
	Sharpen    float64        // the sigma of the unsharp mask after resizing, in pixels; 0 for none
}

func (t Target) cmyk() bool { return t.Space == "cmyk" }

func (t Target) quality(s Spec) int {
	switch {
	case s.Quality > 0:
		return s.Quality
	case t.Quality > 0:
		return t.Quality
	case t.cmyk():
		return 90
	}
	return 82
}

// floor is the least quality the budget may ask of a picture.
func (t Target) floor(s Spec) int {
	q := t.quality(s)
	if t.MinQuality > 0 {
		return min(q, t.MinQuality)
	}
	return q
}

// Encoded is a finished picture.
type Encoded struct {
	Data          []byte
	Filter        string // "DCTDecode": Data is a JPEG file
	Width, Height int
	Space         string  // "gray", "rgb" or "cmyk"
	Inverted      bool    // 0 is full ink, Adobe's way: the image needs Decode [1 0 1 0 1 0 1 0]
	PPI           int     // of Data at the placed size
	Quality       int     // it was encoded with
	MaxInk        float64 // percent, the largest of any pixel as decoded, for a press; 0 otherwise
}
