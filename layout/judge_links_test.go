//go:build judge

package layout

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"masthead/layout/display"
	"masthead/layout/issue"
)

// object is a PDF object as qpdf says it in JSON: "u:" before a text, "4 0 R"
// for a reference.
type object = map[string]any

// opened is a PDF as qpdf says it.
type opened struct {
	Pages []struct {
		Object string
	}
	Outlines []bookmark
	QPDF     []json.RawMessage // what it says of the file, and the objects by name

	objects map[string]struct{ Value any }
}

type bookmark struct {
	Title       string
	DestPage    int `json:"destpageposfrom1"`
	Destination any `json:"dest"`
	Kids        []bookmark
}

// open has qpdf read a file.
func open(t *testing.T, file string) *opened {
	t.Helper()
	var f opened
	if err := json.Unmarshal([]byte(foreign(t, "qpdf", "--json=2", file)), &f); err != nil {
		t.Fatal(err)
	}
	if len(f.QPDF) != 2 {
		t.Fatalf("qpdf has an unknown form of JSON with %d parts", len(f.QPDF))
	}
	if err := json.Unmarshal(f.QPDF[1], &f.objects); err != nil {
		t.Fatal(err)
	}
	return &f
}

// page returns the number of the page that is an object, or 0.
func (f *opened) page(ref any) int {
	for i, p := range f.Pages {
		if p.Object == ref {
			return i + 1
		}
	}
	return 0
}

// active is a link annotation.
type active struct {
	page     int // that it stands on
	area     [4]float64
	contents string
	uri      string
	to       int // the page it leads to, or 0
	top      float64
}

// actives lists the links of a file.
func (f *opened) actives(t *testing.T) []active {
	t.Helper()
	var out []active
	for name, o := range f.objects {
		dict, _ := o.Value.(object)
		if dict["/Subtype"] != "/Link" {
			continue
		}
		l := active{page: f.page(dict["/P"])}
		l.contents, _ = dict["/Contents"].(string)
		l.contents = strings.ReplaceAll(strings.TrimPrefix(l.contents, "u:"), "\u00A0", " ")
		rect, _ := dict["/Rect"].([]any)
		for i, v := range rect {
			l.area[i], _ = v.(float64)
		}
		if dest, ok := dict["/Dest"].([]any); ok && len(dest) == 5 {
			l.to = f.page(dest[0])
			l.top, _ = dest[3].(float64)
		}
		if action, ok := dict["/A"].(object); ok {
			l.uri, _ = action["/URI"].(string)
			l.uri = strings.TrimPrefix(l.uri, "u:")
		}
		if l.page == 0 || len(rect) != 4 || (l.to == 0) == (l.uri == "") {
			t.Errorf("%s is no link that leads somewhere: %v", name, dict)
		}
		out = append(out, l)
	}
	return out
}

// stands looks for a headline below a destination, and says whether it is there.
func stands(t *testing.T, file string, to active, title string) bool {
	t.Helper()
	box := pageBoxes(t, file, to.to)["Media"]
	const reach = 200 // points: a kicker, a section's band, and four lines of the largest head
	y := math.Max(0, box[3]-to.top-2)
	text := textIn(t, file, to.to, patch{0, y, box[2], math.Min(reach, box[3]-y)})
	_, _, ok := find(read(text), 0, split(title), false)
	return ok
}

// index: every entry is printed with the page on which the story's title stands,
// and leads to that place.
func (s *shipped) index(t *testing.T) {
	f := open(t, s.email)
	links := f.actives(t)
	titles := map[string]string{}
	printed := map[string]string{}
	for _, sec := range s.issue.Sections {
		titles[sec.Title] = sec.Title
		for _, a := range sec.Articles {
			titles[a.Story()] = a.Title
			printed[a.Story()] = a.Title
			if a.IndexTitle != "" {
				printed[a.Story()] = a.IndexTitle
			}
		}
	}
	for _, sec := range s.layout.Layout.Index {
		first, last := 0, 0
		for _, e := range sec.Entries {
			if strings.ReplaceAll(e.Title, "\u00A0", " ") != printed[e.Story] {
				t.Errorf("%s stands in the index as %q", e.Story, e.Title)
			}
			to := s.entry(t, links, printed[e.Story])
			if to.to != e.Page || !stands(t, s.email, to, titles[e.Story]) {
				t.Errorf("%q, page %d, leads to page %d, where its title is not", e.Title, e.Page, to.to)
			}
			if first == 0 {
				first = to.to
			}
			last = to.to
		}
		head := s.entry(t, links, sec.Title)
		if head.to != first {
			t.Errorf("section %q leads to page %d", sec.Title, head.to)
		}
		if want := pageRange(first, last); display.Digits(sec.Pages) != want {
			t.Errorf("section %q stands on pages %s, the index says %q", sec.Title, want, sec.Pages)
		}
	}
}

func pageRange(first, last int) string {
	return strings.TrimSuffix(strings.Join(slices.Compact([]string{strconv.Itoa(first), strconv.Itoa(last)}), "–"), "–")
}

// entry returns the link of an index entry: all its lines lead to one place, and
// show its words.
func (s *shipped) entry(t *testing.T, links []active, title string) active {
	t.Helper()
	var one *active
	var shown []string
	slices.SortFunc(links, func(a, b active) int { return int(math.Copysign(1, b.area[3]-a.area[3])) })
	for _, l := range links {
		if l.contents != strings.ReplaceAll(title, "\u00A0", " ") || l.to == 0 || l.page != 1 {
			continue
		}
		if one != nil && (one.to != l.to || one.top != l.top) {
			t.Errorf("%q leads to several places", title)
		}
		one = &l
		top := pageBoxes(t, s.email, l.page)["Media"][3]
		shown = append(shown, split(textIn(t, s.email, l.page, patch{
			l.area[0] - 1, top - l.area[3], l.area[2] - l.area[0] + 2, l.area[3] - l.area[1],
		}))...)
	}
	if one == nil {
		t.Fatalf("the index has no link for %q", title)
	}
	if !slices.Equal(shown, split(title)) {
		t.Errorf("the link for %q lies on the words %q", title, shown)
	}
	return *one
}

// outline: sections and stories in order, on the pages of their titles.
func (s *shipped) outline(t *testing.T) {
	var got []string
	var walk func([]bookmark)
	f := open(t, s.email)
	walk = func(list []bookmark) {
		for _, b := range list {
			page := b.DestPage
			if dest, ok := b.Destination.([]any); ok && page == 0 {
				page = f.page(dest[0])
			}
			got = append(got, strconv.Itoa(page)+" "+strings.ReplaceAll(b.Title, "\u00A0", " "))
			walk(b.Kids)
		}
	}
	walk(f.Outlines)
	pages := map[string]int{}
	for _, st := range s.layout.Layout.Stories {
		pages[st.ID] = st.Pages[0]
	}
	var want []string
	if s.issue.Foreword != nil {
		want = append(want, strconv.Itoa(pages["foreword"])+" "+s.issue.Foreword.Title)
	}
	for _, sec := range s.issue.Sections {
		want = append(want, strconv.Itoa(pages[sec.Articles[0].Story()])+" "+sec.Title)
		for _, a := range sec.Articles {
			want = append(want, strconv.Itoa(pages[a.Story()])+" "+a.Title)
		}
	}
	for _, w := range want {
		if !slices.Contains(got, strings.ReplaceAll(w, "\u00A0", " ")) {
			t.Errorf("the outline has no %q: %q", w, got)
		}
	}
	pos := -1
	for _, w := range want {
		if i := slices.Index(got, w); i >= 0 && i <= pos {
			t.Errorf("the outline is out of order at %q", w)
		} else if i >= 0 {
			pos = i
		}
	}
}

// addresses: web, mail and telephone are live in the e-mail file, and nothing is
// in print.
func (s *shipped) addresses(t *testing.T) {
	found := map[string]bool{}
	for _, l := range open(t, s.email).actives(t) {
		found[l.uri] = true
	}
	for _, want := range s.uris() {
		if !found[want] {
			t.Errorf("there is no link to %s", want)
		}
	}
	press := open(t, s.print)
	for name, o := range press.objects {
		if dict, ok := o.Value.(object); ok && (dict["/Annots"] != nil || dict["/Type"] == "/Annot" || dict["/S"] == "/URI") {
			t.Errorf("the print file has %s: %v", name, dict)
		}
	}
}

// uris lists the addresses that the issue names.
func (s *shipped) uris() []string {
	var out []string
	if c := s.issue.Contacts; c != nil {
		for scheme, rest := range map[string]string{"tel:": strings.ReplaceAll(c.Phone, " ", ""), "mailto:": c.Email, "": c.Web} {
			if rest != "" {
				out = append(out, scheme+rest)
			}
		}
		for _, f := range c.Follow {
			out = append(out, f.QR)
		}
	}
	var walk func([]issue.Block)
	walk = func(blocks []issue.Block) {
		for _, b := range blocks {
			for _, span := range b.Spans {
				if span.Link != "" {
					out = append(out, span.Link)
				}
			}
			for _, item := range b.Items {
				walk(item.Blocks)
			}
			walk(b.Blocks)
		}
	}
	for _, sec := range s.issue.Sections {
		for _, a := range sec.Articles {
			walk(a.Blocks)
		}
	}
	return out
}
