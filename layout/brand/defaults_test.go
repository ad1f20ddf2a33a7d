package brand

import (
	"fmt"
	"io/fs"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"masthead/layout/diag"
	"masthead/layout/geom"
)

var statedDefault = regexp.MustCompile(`default ([0-9.]+(mm)?|[A-Z]+[0-9]*|[a-z-]+)(;|$| \()`)

// What the doc tags call a default is what a brand that says nothing has.
func TestDefaultsAreAsStated(t *testing.T) {
	b, diags := loadOne(t, small)
	quiet(t, diags)
	checked := 0
	for _, v := range []any{b.Page, b.Grid, b.Costs, b.Photos, b.Print, b.Story} {
		rv := reflect.ValueOf(v)
		for i := range rv.NumField() {
			f := rv.Type().Field(i)
			m := statedDefault.FindStringSubmatch(f.Tag.Get("doc"))
			if m == nil {
				continue
			}
			checked++
			got := fmt.Sprint(rv.Field(i).Interface())
			if l, ok := rv.Field(i).Interface().(geom.Length); ok {
				want, err := geom.Parse(m[1])
				if err != nil || l != want {
					t.Errorf("%s.%s is %v, the chapter says %s", rv.Type(), f.Name, l, m[1])
				}
				continue
			}
			if got != m[1] {
				t.Errorf("%s.%s is %s, the chapter says %s", rv.Type(), f.Name, got, m[1])
			}
		}
	}
	if checked < 30 {
		t.Errorf("only %d defaults are stated", checked)
	}
}

// A stated zero is not a default.
func TestZeroStays(t *testing.T) {
	b, diags := loadOne(t, small+"costs: {figure: 0, page: 3}\nstories: {widows: 0, level: 0}\ngrid: {gutter: 0, columns: 2}\nphotos: {sharpen: 0}\n")
	quiet(t, diags)
	if b == nil {
		t.Fatal("no brand")
	}
	if b.Costs.Figure != 0 || b.Costs.Page != 3 || b.Costs.Space != 40 {
		t.Errorf("costs %+v", b.Costs)
	}
	if b.Story.Widows != 0 || b.Story.Orphans != 2 || b.Story.Level != 0 || b.Grid.Gutter != 0 || b.Photos.Sharpen != 0 {
		t.Errorf("%+v %+v %+v", b.Story, b.Grid, b.Photos)
	}
}

// full has every piece with nothing said about it.
const full = `name: Full
families: {serif: {regular: a.ttf}}
styles:
  body: {size: 10, leading: 12}
  pullquote: {size: 20, drop-cap: {opening: {}}}
  fact-heading: {based-on: body}
  fact-label: {based-on: body}
  fact-value: {based-on: body}
  calendar-day: {based-on: body}
  calendar-month: {based-on: body}
  calendar-title: {based-on: body}
  calendar-rest: {based-on: body}
  title: {fit: {min: 20, max: 60}}
  lead: {size: 13}
templates:
  cover:
    serves: {page: cover}
    stack: [text: title, text: lead, layers: [box: {body: }]]
  page:
    stack: [text: title, body: {rule: , insets: [{columns: 1, quote: {bar: , rules: [{}]}}]}, items: {rule: }, gallery: , facts: {rule: },
      index: {heading: title, rule: , hairline: }, calendar: {rule: }, contacts: , follow: , rule: , {each: {stack: [body: ], between: [rule: ]}}]
`

func TestDefaultsInTrees(t *testing.T) {
	b, diags := loadOne(t, full)
	quiet(t, diags)
	if b == nil {
		t.Fatal("no brand")
	}
	page, _ := b.Template.Get("page")
	cover, _ := b.Template.Get("cover")
	if cover.Serves.Stories != (Range{0, 1, true}) || page.Serves.Stories != (Range{1, 1, true}) || page.Serves.Page != "inside" {
		t.Errorf("serves %+v, %+v", cover.Serves, page.Serves)
	}
	at := map[string]*Node{}
	eachNode(page.Stack, func(n *Node) {
		if at[n.Kind()] == nil {
			at[n.Kind()] = n
		}
	})
	hairline := &Rule{Weight: geom.Pt(0.5), Colour: SectionInk}
	for what, r := range map[string]*Rule{
		"body": at["body"].Body.Rule, "items": at["items"].Items.Rule, "facts": at["facts"].Facts.Rule, "quote": at["quote"].Quote.Bar,
		"quote's second": &at["quote"].Quote.Rules[0], "index": at["index"].Index.Rule, "entries": at["index"].Index.Hair,
		"calendar": at["calendar"].Calendar.Rule, "rule": at["rule"].Rule,
	} {
		if r.Weight != hairline.Weight || r.Colour != hairline.Colour {
			t.Errorf("the rule of %s is %+v", what, r)
		}
	}
	if f := at["facts"].Facts; f.Heading != "fact-heading" || f.Label != "fact-label" || f.Value != "fact-value" {
		t.Errorf("facts %+v", f)
	}
	if q := at["quote"].Quote; q.Style[0] != "pullquote" || q.Byline != "quote-byline" || b.Style(q.Byline) != b.Style("body") {
		t.Errorf("quote %+v", q)
	}
	if x := at["index"].Index; x.Entry != "index-entry" || x.Page != "index-entry" || x.Pages != "title" || x.Number != "title" {
		t.Errorf("index %+v", x)
	}
	if f := at["follow"].Follow; f.Size != geom.Pt(55) || f.Quiet != geom.Pt(5) || f.Colour != "black" || f.Ground != "white" || f.Side != "right" {
		t.Errorf("follow %+v", f)
	}
	if i := at["items"].Items; i.Style != "body" || i.Columns != 2 || i.Gap.Ideal != 3 {
		t.Errorf("items %+v", i)
	}
	if at["gallery"].Gallery.From != 2 || at["contacts"].Contacts.Style != "contacts" || at["calendar"].Calendar.Day != "calendar-day" {
		t.Error("gallery, contacts, calendar")
	}
	body := at["body"].Body
	if in := body.Insets[0]; in.At != "foot" || in.Node.At.Pos.Line == 0 || body.Gutter != b.Grid.Gutter || *body.Lead {
		t.Errorf("body %+v", body)
	}
	if inner := cover.Stack[2].Layers[0].Tree.Body; inner.Style != "body" || inner.Columns != 1 {
		t.Errorf("the body in the layers is %+v", inner)
	}
	if s := b.Style("title"); s.Size != geom.Pt(60) || s.Leading != geom.Pt(54) {
		t.Errorf("fitted title %v/%v", s.Size, s.Leading)
	}
	if s := b.Style("lead"); s.Leading != geom.Pt(18) || s.Colour != "black" || s.MarkInk != SectionInk || s.Mark != "square" {
		t.Errorf("lead %+v", s)
	}
	if d := b.Style("pullquote").DropCap; d.Lines != 3 || d.Opening.Words != 4 {
		t.Errorf("initial %+v", d)
	}
}

// The lead stands in the text of templates that do not set it by itself.
func TestLeadInBody(t *testing.T) {
	for _, c := range []struct {
		stack string
		want  bool
	}{
		{"[text: title, text: kicker, body: ]", false},
		{"[text: title, text: kicker, {stack: [{text: lead, style: body}]}, body: ]", true},
		{"[text: title, text: kicker, body: {lead: true}]", true},
		{"[{text: lead, style: body}, body: {lead: false}]", false},
	} {
		b, diags := loadOne(t, strings.Split(small, "templates:")[0]+"templates: {page: {stack: "+c.stack+"}}\n")
		quiet(t, diags)
		if b == nil {
			continue
		}
		eachNode(b.Template.Entries[0].Value.Stack, func(n *Node) {
			if n.Body != nil && *n.Body.Lead != c.want {
				t.Errorf("%s: lead by itself: %v", c.stack, !c.want)
			}
		})
	}
}

// A loaded brand is only read: many builds may share it.
func TestConcurrentUse(t *testing.T) {
	b, diags := loadOne(t, small)
	quiet(t, diags)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			var own diag.List
			for _, e := range b.Styles.Entries {
				b.Ink(b.Style(e.Key).Colour, i)
				b.FaceFile(b.Style(e.Key).Family, b.Style(e.Key).Weight)
			}
			Lint(b, &own)
			quiet(t, &own)
		})
	}
	wg.Wait()
}

// The trees of two brands that were loaded from the same files share nothing.
func TestLoadsAreIndependent(t *testing.T) {
	dirs := []fs.FS{brands("one", full)}
	var diags diag.List
	a, b := Load("one", dirs, &diags), Load("one", dirs, &diags)
	quiet(t, &diags)
	a.Styles.Entries[0].Value.Size = geom.Pt(99)
	a.Template.Entries[1].Value.Stack[1].Body.Columns = 7
	if b.Style("body").Size != geom.Pt(10) || b.Template.Entries[1].Value.Stack[1].Body.Columns != 1 {
		t.Error("one load changes the other")
	}
}

func BenchmarkLoad(b *testing.B) {
	dirs := []fs.FS{brands("one", full)}
	fonts := fstest.MapFS{"a.ttf": {}}
	b.ReportAllocs()
	for b.Loop() {
		var diags diag.List
		if Load("one", dirs, &diags, fonts) == nil {
			b.Fatal(diags.All)
		}
	}
}
