package flow

import (
	"slices"
	"strings"
	"testing"

	"masthead/layout/display"
)

// broadsheet is a cover that takes stories, and inside pages that take the rest of
// one that turned.
const broadsheet = `
  sheet-front:
    serves: {page: cover, stories: 1-2, kind: any, turn: begin, later: true, sections: many}
    stack:
      - {text: "{name}", style: title}
      - {text: title}
      - {text: lead}
      - body: {columns: 2}
      - {text: continued-on, style: see}
      - if: [stories>=2]
        story: 2
        stack: [{space: 1}, {text: title}, {text: lead}, {body: {columns: 4}}]
  sheet:
    serves: {stories: 1-2, kind: any, sections: many, part: any}
    stack:
      - each: {stack: [{text: title}, {text: lead}, {body: {columns: 2}}, {text: continued-on, style: see}]}
  sheet-rest:
    serves: {stories: 1-3, kind: any, sections: many, turn: end}
    stack:
      - each: {stack: [{if: [not rest], text: title}, {text: lead}, {if: [rest], text: "{short}", style: kicker, lead-in: {text: continued-from, style: see, side: right}}, {body: {columns: 2}}]}
`

// sectioned is two sections of stories.
func sectioned(first, second []string) string {
	return events(first...) + "infobites:\n  title: Bites\n  articles:\n" + strings.Join(second, "")
}

// setWords are the words of a story in the order in which they are set.
func setWords(res *Result, story string) []string {
	var out []string
	for i := range res.Layout.Pages {
		for _, l := range res.Layout.Pages[i].Lines {
			if l.Story == story && (l.Role == "body" || l.Role == "lead") {
				out = append(out, strings.Fields(l.Text)...)
			}
		}
	}
	return out
}

// TestTurn: a story begins on the first page and goes on later; every word is set
// once and in order, and the turn lines name and reach each other's pages.
func TestTurn(t *testing.T) {
	r := newRig(t, broadsheet)
	long := words(330)
	res := r.compose(t, events(article("a", long), article("b", words(150)), article("c", words(60))))
	if got := strings.Join(setWords(res, "events/a"), ""); got != strings.ReplaceAll(long, " ", "") {
		t.Errorf("the story that turns is not whole:\n%s", got)
	}
	pages := res.Layout.Stories[0].Pages
	if len(pages) != 2 || pages[0] != 1 {
		t.Fatalf("it stands on pages %v of %s", pages, templatesOf(res))
	}
	var dests []string
	for _, d := range res.Document.Dests {
		dests = append(dests, d.Name)
	}
	links := 0
	for i, p := range res.Document.Pages {
		for _, it := range p.Items {
			if l, ok := it.(*display.Link); ok && strings.Contains(l.Contents, "ontinued") {
				links++
				if !slices.Contains(dests, l.Dest) {
					t.Errorf("page %d: %q leads to %q, which is nowhere", i+1, l.Contents, l.Dest)
				}
			}
		}
	}
	if links != 2 {
		t.Errorf("%d turn lines are links, want 2", links)
	}
}

// TestLaterStory: a cover takes a brief of a later section; the tags follow the
// pages, and the story stands once.
func TestLaterStory(t *testing.T) {
	r := newRig(t, broadsheet)
	res := r.compose(t, sectioned(
		[]string{article("a", words(100)), article("b", words(400))},
		[]string{article("x", words(60)), article("y", words(300))},
	))
	for id, n := range map[string]int{"events/a": 100, "events/b": 400, "infobites/x": 60, "infobites/y": 300} {
		if got := setWords(res, id); len(got) != n {
			t.Errorf("%d words of %s are set, want %d", len(got), id, n)
		}
	}
	var order []string
	res.Document.Root.Walk(func(tag *display.Tag) {
		if tag.Story != "" {
			order = append(order, tag.Story)
		}
	})
	if len(order) != 4 {
		t.Fatalf("stories in the tree: %v", order)
	}
	last := 0
	for _, id := range order {
		for _, s := range res.Layout.Stories {
			if s.ID == id {
				if s.Pages[0] < last {
					t.Errorf("%s is read after a story of page %d: %v", id, last, order)
				}
				last = s.Pages[0]
			}
		}
	}
}

// TestOutOfOrder: what is skipped is not taken twice.
func TestOutOfOrder(t *testing.T) {
	r := newRig(t, broadsheet)
	in := r.input(t, sectioned([]string{article("a", words(9)), article("b", words(9))}, []string{article("x", words(9)), article("y", words(9))}))
	c := newComposer(in, nil)
	if got := c.taken(0, 3, 1<<2); !slices.Equal(got, []int{0, 1, 3}) {
		t.Errorf("taken %v", got)
	}
	if got := c.laterUnits(ask{unit: 0, count: 1}); !slices.Equal(got, []int{2, 3}) {
		t.Errorf("later %v", got)
	}
	a := ask{unit: 0, count: 1, later: 4}
	if end, after := c.beyond(a); end != 0 || after != 1 || c.skipAfter(a) != 1<<3 {
		t.Errorf("end %d, after %d, skip %b", end, after, c.skipAfter(a))
	}
	if _, after := c.beyond(ask{unit: 1, count: 2, skip: 1 << 3}); after != 4 {
		t.Errorf("after %d", after)
	}
}
