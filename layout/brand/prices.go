package brand

import (
	"masthead/layout/geom"
	"masthead/layout/source"
)

// StoryRules say how stories are made up.
type StoryRules struct {
	LeadWords int         `key:"lead-words" min:"0" doc:"a story without lead opens with its first sentences up to so many words; 0: no lead"`
	LeadMin   int         `key:"lead-min-story" min:"0" doc:"no lead in stories of fewer words"`
	EndMark   string      `key:"end-mark" enum:"none|square|lozenge" doc:"mark after the last word; default none"`
	MarkSize  geom.Length `key:"end-mark-size" min:"0" doc:"edge of the mark; default 5"`
	MarkGap   geom.Length `key:"end-mark-gap" min:"0" doc:"space before it; default 4"`
	MarkIn    bool        `key:"end-mark-inside" doc:"the last line leaves room for the mark; otherwise the mark hangs beside a full line, and is left out where it would meet the next column"`
	See       string      `key:"see" is:"style" doc:"style of cross-links; default see"`
	Arrow     bool        `key:"see-arrow" doc:"an arrow before each cross-link"`
	Widows    int         `key:"widows" min:"0" doc:"least lines of a paragraph at the head of a column; default 2"`
	Orphans   int         `key:"orphans" min:"0" doc:"least lines at the foot; default 2"`
	Level     int         `key:"level" min:"0" doc:"rows by which columns may end unlevel; default 1"`
	MinPart   int         `key:"min-part" min:"0" doc:"least rows of a story on a page that it shares with its continuation; default 6"`
	MinRest   int         `key:"min-rest" min:"0" doc:"least lines of a story that go on on another page; default 6"`
	Hole      int         `key:"largest-hole" min:"0" doc:"percent of the live area that one hole may take on any page but the last; a page budget is not met by larger ones; default 6; 100: no limit"`
	At        source.Marks
}

// Costs are the prices of deviations. A flexed height costs its weight times the
// square of its distance from the ideal, in units of its range.
type Costs struct {
	Figure  int `key:"figure" min:"0" doc:"picture height; default 100"`
	Space   int `key:"space" min:"0" doc:"white space; default 40"`
	Hole    int `key:"hole" min:"0" doc:"per half row and column of white that nothing fills; default 60"`
	Level   int `key:"level" min:"0" doc:"columns that end one row apart; default 10"`
	Style   int `key:"style" min:"0" doc:"each step away from the ideal among alternative styles; default 80"`
	Repeat  int `key:"repeat" min:"0" doc:"two pages in succession with the same template; default 300"`
	Parity  int `key:"parity" min:"0" doc:"a template on the wrong side; default 60"`
	Page    int `key:"page" min:"0" doc:"each page; default 500"`
	Runover int `key:"runover" min:"0" doc:"a story that goes on overleaf; default 200"`
	Crop    int `key:"crop" min:"0" doc:"a picture of which half is cut away; default 150"`
	PPI     int `key:"low-resolution" min:"0" doc:"a picture under the warning resolution; default 400"`
	Mixed   int `key:"mixed" min:"0" doc:"a page shared by two sections; default 150"`
	Lead    int `key:"lead" min:"0" doc:"a lead one sentence longer or shorter; default 60"`
	At      source.Marks
}
