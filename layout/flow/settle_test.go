package flow

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"

	"masthead/layout/display"
)

// pageOf maps paragraphs to their words and the page of their first line.
func pageOf(res *Result) (text map[string]string, page map[string]int) {
	text, page = map[string]string{}, map[string]int{}
	for i := range res.Layout.Pages {
		for _, l := range res.Layout.Pages[i].Lines {
			text[l.Paragraph] += l.Text
			if page[l.Paragraph] == 0 {
				page[l.Paragraph] = i + 1
			}
		}
	}
	return text, page
}

// TestIndexIsRight: the index and the cross-links print the pages on which the
// titles stand, whatever that does to their own length.
func TestIndexIsRight(t *testing.T) {
	r := newRig(t, textFirst(2))
	for stories := 1; stories <= 12; stories++ {
		var list []string
		for i := range stories {
			see := fmt.Sprintf("see: {story: events/s%d}", (i+1)%stories)
			if stories == 1 {
				see = "short: S"
			}
			list = append(list, article(fmt.Sprintf("s%d", i), words(40+80*i), see))
		}
		res := r.compose(t, "index:\n"+events(list...))
		text, page := pageOf(res)
		for i := range stories {
			id := fmt.Sprintf("events/s%d", i)
			want := strconv.Itoa(page[id+"#title"])
			if got := text[fmt.Sprintf("index#events.%d.page", i+1)]; got != want {
				t.Errorf("%d stories: the index prints %q for %s on page %s", stories, got, id, want)
			}
			if got := res.Layout.Index[0].Entries[i]; strconv.Itoa(got.Page) != want || got.Story != id {
				t.Errorf("the index has %+v for %s on page %s", got, id, want)
			}
			if stories > 1 {
				from := fmt.Sprintf("events/s%d#see1", (i+stories-1)%stories)
				if got := text[from]; !strings.HasSuffix(got, want) {
					t.Errorf("%s says %q, want page %s", from, got, want)
				}
			}
		}
	}
}

// TestDestinations: a link of the index leads to the page of its story, that of a
// section to its first.
func TestDestinations(t *testing.T) {
	res := newRig(t, textFirst(2)).compose(t, "index:\n"+events(article("a", words(600)), article("b", words(90))))
	_, page := pageOf(res)
	at := map[string]int{}
	for _, d := range res.Document.Dests {
		at[d.Name] = d.Page + 1
	}
	links := 0
	for _, it := range res.Document.Pages[0].Items {
		if l, ok := it.(*display.Link); ok {
			links++
			want := page[l.Dest+"#title"]
			if l.Dest == "section#events" {
				want = page["events/a#title"]
			}
			if at[l.Dest] != want || want == 0 {
				t.Errorf("a link leads to %q on page %d, want %d", l.Dest, at[l.Dest], want)
			}
		}
	}
	if links < 2 {
		t.Errorf("%d links on the cover", links)
	}
	if o := res.Document.Outline; len(o) != 1 || len(o[0].Kids) != 2 || o[0].Kids[1].Dest != "events/b" {
		t.Errorf("outline %+v", o)
	}
}

// model is an issue of some variety.
func model() string {
	return "index:\n" + events(
		article("a", words(300)+".\n\n- "+words(20)+"\n- "+words(9)+"\n\n"+words(99), "see: {story: events/b}"),
		article("b", words(90)+". "+words(30)+"."), article("c", words(500)))
}

// TestSameTwice: one input, one result, to the last length.
func TestSameTwice(t *testing.T) {
	r := newRig(t, textFirst(2)+twoWays)
	a, b := r.compose(t, model()), r.compose(t, model())
	if !reflect.DeepEqual(a.Layout, b.Layout) {
		t.Error("two layouts of one issue differ")
	}
	if !reflect.DeepEqual(a.Document, b.Document) {
		t.Error("two documents of one issue differ")
	}
}

// TestTwoAtOnce: issues are composed beside each other with one brand and one
// library; go test -race watches.
func TestTwoAtOnce(t *testing.T) {
	r := newRig(t, textFirst(2)+twoWays)
	want := r.compose(t, model())
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got := r.compose(t, model()); !reflect.DeepEqual(got.Layout, want.Layout) {
				t.Error("a layout made beside others differs")
			}
		})
	}
	wg.Wait()
}
