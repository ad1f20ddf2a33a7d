package flow

import (
	"slices"
	"strings"
	"testing"

	qrcode "github.com/skip2/go-qrcode"

	"masthead/layout/display"
	"masthead/layout/geom"
)

const noted = `
  noted:
    serves: {stories: 1, part: any}
    stack: [{text: title}, {text: lead}, {body: {columns: 2}}, {facts: {heading: kicker, label: kicker, value: body}}, space: fill]
  listed:
    serves: {stories: 1, list: true}
    stack: [{text: title}, {items: {columns: 2, gap: 1}}, {text: closing, style: body}, space: fill]
`

// noteRig is a brand that prints addresses.
func noteRig(t *testing.T, links string) *rig {
	t.Helper()
	r := newRig(t, noted)
	r.brand.Print.Links = links
	return r
}

// linesOf returns the lines of a story in a role, page by page.
func linesOf(res *Result, story, role string) (out []string) {
	for _, p := range res.Layout.Pages {
		for _, l := range p.Lines {
			if l.Story == story && l.Role == role {
				out = append(out, strings.TrimSpace(l.Text))
			}
		}
	}
	return out
}

// linked is a text with an address twice, one that it shows, one of mail and one
// in the facts.
var linked = strings.Join([]string{
	"The [first](https://example.org/one) and the [same](http://www.example.org/one/), then",
	"https://example.org/shown and [*two* words](https://example.net/two?q=1) and [us](mailto:us@example.org?subject=x).",
	"\n\nFurther " + words(30),
}, " ")

func TestFootnotes(t *testing.T) {
	res := noteRig(t, "footnote").compose(t, events(article("a", linked, "facts: [{label: L, text: '[here](https://example.com)'}]")))
	want := []string{"[1]\u00a0example.org/one", "[2]\u00a0example.net/two?q=1", "[3]\u00a0us@example.org", "[4]\u00a0example.com"}
	if got := linesOf(res, "events/a", "note"); !slices.Equal(got, want) {
		t.Errorf("notes %q", got)
	}
	body := strings.Join(linesOf(res, "events/a", "body"), " ")
	for _, s := range []string{"first\u00a0[1] and the same\u00a0[1], then", "example.org/shown and two words\u00a0[2] and us\u00a0[3]."} {
		if !strings.Contains(body, s) {
			t.Errorf("%q does not say %q", body, s)
		}
	}
	if facts := linesOf(res, "events/a", "facts"); !slices.Contains(facts, "here\u00a0[4]") {
		t.Errorf("facts %q", facts)
	}
	uris := map[string]int{}
	for _, item := range res.Document.Pages[1].Items {
		if l, ok := item.(*display.Link); ok {
			uris[l.URI]++
		}
	}
	if uris["https://example.net/two?q=1"] < 3 || uris["mailto:us@example.org?subject=x"] != 2 {
		t.Errorf("links %v", uris) // of two spans, and the note
	}
}

// TestNoNotes: without the brand's word a text stays as it is.
func TestNoNotes(t *testing.T) {
	res := noteRig(t, "none").compose(t, events(article("a", linked)))
	if got := linesOf(res, "events/a", "note"); got != nil {
		t.Errorf("notes %q", got)
	}
	if body := strings.Join(linesOf(res, "events/a", "body"), " "); strings.Contains(body, "[1]") {
		t.Errorf("%q", body)
	}
}

// TestNotesLast: notes follow the last line of the text and its end mark, after a
// blank row, on the rows of the grid; a page never begins with them alone.
func TestNotesLast(t *testing.T) {
	r := noteRig(t, "footnote")
	r.brand.Story.EndMark = "square"
	for n := 300; n < 420; n += 7 {
		text := words(n) + " [end](https://example.org/1) [end](https://example.org/2)."
		res := r.compose(t, events(article("a", text)))
		last, lastPage := geom.Length(0), 0
		var frame string
		for _, p := range res.Layout.Pages {
			for _, l := range p.Lines {
				if l.Role == "body" && l.Story == "events/a" {
					last, lastPage, frame = l.Baseline, p.Number, l.Frame
				}
			}
		}
		for _, l := range res.Layout.Pages[len(res.Layout.Pages)-1].Lines {
			if l.Role != "note" {
				continue
			}
			if lastPage != len(res.Layout.Pages) {
				t.Errorf("%d words: the text ends on page %d, its notes on another", n, lastPage)
			}
			if l.Frame == frame && l.Baseline < last+20*geom.Point || (l.Baseline-last)%(10*geom.Point) != 0 {
				t.Errorf("%d words: a note at %v, the text ends at %v", n, l.Baseline, last)
			}
		}
		if got := linesOf(res, "events/a", "note"); len(got) != 2 {
			t.Errorf("%d words: notes %q", n, got)
		}
		mark := false
		for _, item := range res.Document.Pages[lastPage-1].Items {
			if p, ok := item.(*display.Path); ok {
				mark = mark || p.Contours[0][2].Y == last
			}
		}
		if !mark {
			t.Errorf("%d words: no end mark on the last line", n)
		}
	}
}

// TestNotesOfList: a list that is set item by item has its notes below.
func TestNotesOfList(t *testing.T) {
	for _, links := range []string{"footnote", "qr"} {
		text := "- [one](https://example.org/1) " + words(9) + "\n- " + words(12) + "\n- [two](https://example.org/2) " + words(5)
		res := noteRig(t, links).compose(t, events(article("a", text)))
		if got := linesOf(res, "events/a", "note"); len(got) != 2 || !strings.HasSuffix(templatesOf(res), "listed") {
			t.Errorf("%s: notes %q on %s", links, got, templatesOf(res))
		}
	}
}

// TestCodes: every address has one code, of modules that can be read, whole in
// its column, with its label below.
func TestCodes(t *testing.T) {
	long := "https://example.org/" + strings.Repeat("a-long-way/", 12)
	text := words(200) + " " + linked + " [far](" + long + ")."
	res := noteRig(t, "qr").compose(t, events(article("a", text)))
	if got := strings.Join(linesOf(res, "events/a", "note"), ""); got != "[1]\u00a0example.org[2]\u00a0example.org[3]\u00a0example.net[4]\u00a0us@example.org[5]\u00a0example.org" {
		t.Fatalf("labels %q", got)
	}
	urls := []string{"https://example.org/one", "https://example.org/shown", "https://example.net/two?q=1", "mailto:us@example.org?subject=x", long}
	var alts []string
	res.Document.Root.Walk(func(tag *display.Tag) {
		if tag.Role == "Figure" {
			alts = append(alts, tag.Alt)
		}
	})
	codes := 0
	for i, p := range res.Layout.Pages {
		for _, item := range res.Document.Pages[i].Items {
			path, ok := item.(*display.Path)
			if !ok || len(path.Contours) < 50 {
				continue
			}
			at := boundsOf(path)
			code, err := qrcode.New(urls[codes], qrcode.Medium)
			if err != nil {
				t.Fatal(err)
			}
			code.DisableBorder = true
			n := len(code.Bitmap())
			if at.W/geom.Length(n) < leastModule || at.W < 42*geom.Point || at.W != at.H {
				t.Errorf("code %d is %v wide, of %d modules", codes+1, at.W, n)
			}
			if !strings.Contains(alts[codes], urls[codes]) {
				t.Errorf("code %d is %q", codes+1, alts[codes])
			}
			below := slices.ContainsFunc(p.Lines, func(l display.Line) bool {
				return l.Role == "note" && l.X >= at.X && l.X < at.Right() && l.Baseline > at.Bottom() && l.Baseline < at.Bottom()+25*geom.Point
			})
			if foot := p.Live.Bottom(); !below || at.Bottom() > foot || at.X < p.Live.X || at.Right() > p.Live.Right() {
				t.Errorf("code %d at %v: label %v", codes+1, at, below)
			}
			codes++
		}
	}
	if codes != 5 {
		t.Errorf("%d codes", codes)
	}
}

func boundsOf(p *display.Path) geom.Rect {
	x0, y0, x1, y1 := p.Contours[0][0].X, p.Contours[0][0].Y, geom.Length(0), geom.Length(0)
	for _, c := range p.Contours {
		for _, at := range c {
			x0, y0, x1, y1 = min(x0, at.X), min(y0, at.Y), max(x1, at.X), max(y1, at.Y)
		}
	}
	return geom.Rect{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}

// TestCalendarAddress: an event's address stands after its place.
func TestCalendarAddress(t *testing.T) {
	r := newRig(t, `
  dates:
    serves: {kind: calendar}
    stack: [{text: title}, {calendar: {width: 30pt, day: body, month: body, title: body, rest: body}}, space: fill]
`+noted)
	yaml := events(article("a", words(40))) + "  calendar:\n    - {date: 2023-09-14, title: Seminar, place: Bonn, url: 'https://example.org/s/'}\n    - {date: 2023-09-15, title: Day, url: 'https://example.org/d'}\n"
	for links, want := range map[string]string{"none": "14 Sept Seminar Bonn 15 Sept Day", "footnote": "14 Sept Seminar Bonn · example.org/s 15 Sept Day example.org/d"} {
		r.brand.Print.Links = links
		got := strings.Join(linesOf(r.compose(t, yaml), "events/calendar", "calendar"), " ")
		if strings.Join(strings.Fields(got), " ") != want {
			t.Errorf("%s: %q", links, got)
		}
	}
}

func TestShows(t *testing.T) {
	for words, link := range map[string]string{
		"https://example.org/a":   "https://example.org/a",
		"www.example.org":         "http://www.example.org/",
		"Example.org":             "https://example.org",
		"us@example.org":          "mailto:us@example.org",
		"+49 30 123":              "tel:+4930123",
		"https://example.org/été": "https://example.org/%C3%A9t%C3%A9",
	} {
		if !shows(words, link) {
			t.Errorf("%q does not show %s", words, link)
		}
		if shows("see "+words, link) || shows(words, link+"x") {
			t.Errorf("%q shows another than %s", words, link)
		}
	}
}
