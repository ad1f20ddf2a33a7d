package brand

import (
	"masthead/layout/geom"
	"masthead/layout/source"
)

// Body is text in columns. Lines stand on the grid; columns end level.
type Body struct {
	Columns int         `key:"columns" min:"1" max:"12" doc:"text columns; default 1"`
	Style   string      `key:"style" is:"style" doc:"default body"`
	Gutter  geom.Length `key:"gutter" min:"0" doc:"space between the columns; default the grid's"`
	Rule    *Rule       `key:"rule,bare" doc:"column rules, in the middle of the gutter"`
	Insets  []Inset     `key:"insets" doc:"boxes that stand in the columns, the text around them"`
	See     *bool       `key:"see" doc:"the cross-links follow the text; default true"`
	Lead    *bool       `key:"lead" doc:"the lead is set as a piece of its own elsewhere; default true if the template has one"`
	At      source.Marks
}

// Inset is a box inside text columns. It is a [Node] besides: what stands in it
// is said by one kind key.
type Inset struct {
	Columns Columns `key:"columns,required" doc:"text columns that it spans, counted from 1"`
	At      string  `key:"at" enum:"head|foot|middle" doc:"where in the columns; default foot"`
	Before  float64 `key:"space-before" is:"rows" min:"0" doc:"least rows between text and the box below it"`
	After   float64 `key:"space-after" is:"rows" min:"0" doc:"least rows between the box and text below it"`
	Node    `key:",inline"`
	Mark    source.Marks // the same as Node.At
}

// Items is a list set as pairs of columns read across.
type Items struct {
	Columns int    `key:"columns" min:"1" max:"6" doc:"items side by side; default 2"`
	Style   string `key:"style" is:"style" doc:"default body"`
	Rule    *Rule  `key:"rule,bare" doc:"rule above each item"`
	Gap     Rows   `key:"gap" doc:"rows from an item's last baseline to the next pair's first; default 3"`
	At      source.Marks
}

// Pour is text of several stories in columns, one after the other.
type Pour struct {
	Columns int         `key:"columns" min:"1" max:"12" doc:"text columns; default 1"`
	Gutter  geom.Length `key:"gutter" min:"0" doc:"space between the columns; default the grid's"`
	Rule    *Rule       `key:"rule,bare" doc:"column rules, in the middle of the gutter"`
	Stack   []Node      `key:"stack,required" doc:"the boxes of one story, a body among them: what is above it keeps three lines, what is below it stays with its end"`
	Gap     []Node      `key:"between" doc:"boxes between two stories; none where a story begins a column"`
	Floats  []Node      `key:"floats" doc:"boxes that stand where they fit best, between paragraphs, at the head or the foot of a column: the pictures of a gallery one by one, quote, facts"`
	Air     Rows        `key:"air" doc:"white between text and a float; default 1-2"`
	At      source.Marks
}

// Each repeats a stack for the stories of a page.
type Each struct {
	Stack []Node `key:"stack,required" doc:"the boxes of one story"`
	Gap   []Node `key:"between" doc:"boxes between two stories"`
	At    source.Marks
}
