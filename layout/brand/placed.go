package brand

import (
	"masthead/layout/geom"
	"masthead/layout/source"
)

// Placed is an item at a fixed place: furniture of the page or a layer of a box.
// Places are anchors with an offset: trim-left, margin-right, c8 (left edge of
// column 8), c7r (right edge of column 7), top, bottom, r27 (row 27), foot;
// "c8 + 13", "r27 - 12pt". In layers, top, bottom, left and right are the
// box's own.
type Placed struct {
	At source.Marks

	X        string      `key:"x" is:"x" doc:"left edge; default left"`
	Right    string      `key:"right" is:"x" doc:"right edge; default right"`
	Y        string      `key:"y" is:"y" doc:"top edge; of text: the first baseline"`
	Bottom   string      `key:"bottom" is:"y" doc:"bottom edge; of text: the last baseline; text with both stands in the middle"`
	Bleed    Names       `key:"bleed" is:"side" doc:"sides on which it runs off the page"`
	On       string      `key:"on" enum:"all|even|odd" doc:"pages it stands on; default all"`
	Mirror   bool        `key:"mirror" doc:"change sides on odd pages"`
	If       Names       `key:"if" is:"condition" doc:"conditions, all of which must hold"`
	Role     string      `key:"role" is:"role" doc:"role in the reading order; default none: an artifact"`
	Indent   geom.Length `key:"indent" doc:"text on a fill begins so far inside it"`
	Baseline string      `key:"baseline" is:"y" doc:"first baseline of text on a fill"`
	Grow     int         `key:"grow" min:"0" max:"24" doc:"a fill around text widens in whole columns up to this many"`

	Fill   string `key:"fill" is:"colour" doc:"colour of a rectangle"`
	Text   string `key:"text" is:"text" doc:"words with {fields}"`
	Style  string `key:"style" is:"style" doc:"of the text"`
	Align  string `key:"align" enum:"left|centred|right" doc:"replaces the style's; of a logo or emblem: where it stands in its place"`
	Photo  string `key:"photo" enum:"cover|lead" doc:"the issue's cover picture, or the lead picture of the page's first story"`
	Scrim  []Stop `key:"scrim" doc:"gradient over the photo"`
	Ink    string `key:"colour" is:"colour" doc:"colour of scrim or emblem border"`
	Emblem bool   `key:"emblem" doc:"the funding emblem, whole: as large as its place allows"`
	Logo   string `key:"logo" is:"picture" doc:"a picture file of the brand, set whole: as large as its place allows"`
	Tree   *Node  `key:"box" doc:"a box of the template language"`
}

// Stop is a station of a scrim.
type Stop struct {
	Y       geom.Length `key:"y,required" doc:"distance from the trim"`
	Opacity float64     `key:"opacity" min:"0" max:"1" doc:"0 to 1"`
	At      source.Marks
}
