package brand

import (
	"masthead/layout/source"
)

// Template is a page: a tree of boxes that fill the page from top to foot.
type Template struct {
	At source.Marks

	Serves  Serves   `key:"serves" doc:"for which pages and stories the template may be used"`
	Mirror  string   `key:"mirror" enum:"none|odd|even" doc:"pages on which left and right change sides"`
	From    string   `key:"from" enum:"live|trim" doc:"where the tree begins: at the first row's upper edge (live, default) or at the upper trim"`
	To      int      `key:"to" doc:"last row of the tree, if not the grid's"`
	Running *bool    `key:"running" doc:"the brand's running furniture appears; default true"`
	Below   []Placed `key:"below" doc:"furniture painted under the tree"`
	Above   []Placed `key:"above" doc:"furniture painted over the tree"`
	Stack   []Node   `key:"stack,required" doc:"the page's boxes from top to foot"`
	Cost    int      `key:"cost" min:"0" doc:"price of using this template at all"`
}

// Serves are the conditions of a template. Ranges are written 2, 1-3 or 2+.
type Serves struct {
	Page     string `key:"page" enum:"cover|inside|last" doc:"cover: the first page; last: only the issue's last; default inside"`
	Stories  Range  `key:"stories" doc:"how many stories it takes; default 1"`
	Part     string `key:"part" enum:"whole|begin|continue|any" doc:"whole: stories that end here (default); begin: the story may go on overleaf; continue: further pages of a story; any: all of these"`
	Kind     string `key:"kind" enum:"article|foreword|index|calendar|any" doc:"what it takes; any: all but the index; default article"`
	Photos   Range  `key:"photos" doc:"photos of each story; default any number"`
	Words    Range  `key:"words" doc:"words of each story"`
	List     *bool  `key:"list" doc:"the last story is mostly a list (or is not)"`
	Sections string `key:"sections" enum:"one|many" doc:"whether its stories may be of several sections; default one"`
	Later    bool   `key:"later" doc:"its last story (but the rest of one that turned) may come from a later section"`
	Turn     string `key:"turn" enum:"none|begin|end|any" doc:"begin: its first story may turn, that is, go on on any later page; end: its last story is the rest of one that turned; any: it may be; default none"`
	Opener   int    `key:"opener-cost" min:"0" doc:"price on a page that opens no section"`
	Parity   string `key:"parity" enum:"any|even|odd" doc:"pages it is made for; others cost parity of the brand's costs"`
	At       source.Marks
}

// Node is one box of a template's tree. Exactly one of the kind keys (from
// Stack to Calendar) is set.
type Node struct {
	At source.Marks

	Columns Columns `key:"columns" doc:"grid columns that the box spans, as in 1-5; default its parent's"`
	Bleed   Names   `key:"bleed" is:"side" doc:"sides on which it runs off the page: top, right, bottom, left"`
	Story   int     `key:"story" min:"1" doc:"which of the page's stories it shows; default its parent's, at first 1"`
	If      Names   `key:"if" is:"condition" doc:"conditions, all of which must hold: photos>=2, quote, facts, see, lead, kicker, list, section-opener, or not ..."`
	Drop    int     `key:"drop" min:"0" doc:"the composer may leave the box out at this cost (optional pieces only)"`
	Rows    Rows    `key:"rows" doc:"height of a figure, type opener or layers; least height of others"`
	Rise    float64 `key:"rise" is:"rows" min:"0" doc:"in a split: rows by which the box begins above its neighbours"`
	Style   Names   `key:"style" is:"style" doc:"type style, or alternatives in order of preference"`
	Cap     string  `key:"cap" is:"cap" doc:"style of the text that stands beside: a figure or box begins at its cap height; edge: begins at the row itself"`
	Box     string  `key:"box" is:"box" doc:"a look of the brand's boxes drawn around it"`
	Cost    int     `key:"cost" min:"0" doc:"price of using this box, as of one in a choice; of white space, the weight of its deviations"`
	Divider *Rule   `key:"divider,bare" doc:"of a split: rule in the gutters between its boxes"`
	LeadIn  *LeadIn `key:"lead-in" doc:"of a text: words before it on its first line, or after it on its last"`

	Stack    []Node    `key:"stack" doc:"boxes from top to bottom"`
	Split    []Node    `key:"split" doc:"boxes side by side, all as high as the highest"`
	Choose   []Node    `key:"choose" doc:"alternatives: the composer takes the one that suits the page best, the earlier of equals"`
	Layers   []Placed  `key:"layers" doc:"items at fixed places in a box whose height is rows"`
	Space    Rows      `key:"space" doc:"white space in rows"`
	Text     string    `key:"text" is:"piece" doc:"a piece of the story: section, kicker, title, lead, signature, closing, index-title, short, continued-on, continued-from; or any words with {fields}"`
	Figure   int       `key:"figure" min:"1" doc:"the story's picture of this number"`
	Caption  int       `key:"caption-of" min:"1" doc:"caption and credit of the picture of this number"`
	Gallery  *Gallery  `key:"gallery,bare" doc:"all further pictures as a strip"`
	Body     *Body     `key:"body,bare" doc:"the story's text in columns"`
	Items    *Items    `key:"items,bare" doc:"the items of the story's list, side by side"`
	Facts    *Facts    `key:"facts,bare" doc:"the facts box"`
	Quote    *Quote    `key:"quote,bare" doc:"the pull quote"`
	Index    *Index    `key:"index,bare" doc:"the index"`
	Calendar *Calendar `key:"calendar,bare" doc:"the coming events"`
	Contacts *Contacts `key:"contacts,bare" doc:"the contact lines"`
	Follow   *Follow   `key:"follow,bare" doc:"QR codes with their labels"`
	Rule     *Rule     `key:"rule,bare" doc:"a rule across the box"`
	Pour     *Pour     `key:"pour" doc:"the page's stories in columns, one after the other, as far as the page reaches"`
	Each     *Each     `key:"each" doc:"one box for each of the page's stories, from top to foot"`
}
