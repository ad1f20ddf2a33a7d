package flow

import (
	"strings"
	"testing"

	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/issue"
)

// initials is a brand whose stories begin with an initial over three lines.
const initials = `
  initials:
    serves: {stories: 1, part: any}
    stack: [{text: title}, {text: lead}, {body: {columns: 2, style: dropped}}]
`

func dropRig(t *testing.T) *rig {
	t.Helper()
	r := newRig(t, initials, `  dropped: {based-on: body, drop-cap: {lines: 3, gap: 2pt, opening: {weight: bold, case: upper, words: 3}}}
`)
	return r
}

// TestInitial: the lines beside an initial are narrower by its room, its cap
// height reaches from the capitals of the first line to the last baseline, and the
// words are whole, as written, in the record, in the file and in the tags.
func TestInitial(t *testing.T) {
	r := dropRig(t)
	text := "one two three four " + words(90)
	res := r.compose(t, events(article("a", text)))
	if got := strings.Join(setWords(res, "events/a"), " "); !strings.HasSuffix(got, strings.Join(strings.Fields(text)[20:], " ")) {
		t.Errorf("set %q", got)
	}
	var first []display.Line
	for _, l := range res.Layout.Pages[1].Lines {
		if l.Story == "events/a" && l.Role == "body" && len(first) < 4 {
			first = append(first, l)
		}
	}
	if first[0].Measure != first[2].Measure || first[3].Measure <= first[2].Measure {
		t.Errorf("measures %v %v %v %v", first[0].Measure, first[1].Measure, first[2].Measure, first[3].Measure)
	}
	actual := ""
	res.Document.Root.Walk(func(tag *display.Tag) {
		if tag.Actual != "" {
			actual = tag.Actual
		}
	})
	if actual == "" || !strings.HasPrefix(first[0].Text, actual) {
		t.Errorf("the word %q begins the line %q", actual, first[0].Text)
	}
	var largest *display.Text
	for _, it := range res.Document.Pages[1].Items {
		if x, ok := it.(*display.Text); ok && (largest == nil || x.Size > largest.Size) {
			largest = x
		}
	}
	if largest.Baseline != first[2].Baseline {
		t.Errorf("the initial stands on %v, the third line on %v", largest.Baseline, first[2].Baseline)
	}
}

// TestInitialIsSaid: a word that begins with an initial is said whole, and apart
// from the next also where the initial is all of it.
func TestInitialIsSaid(t *testing.T) {
	for _, first := range []string{"one two ", "A two ", "A-one two "} {
		text := first + words(90)
		res := dropRig(t).compose(t, events(article("a", text)))
		if got := told(res.Document, res.Document.Root); !strings.Contains(got, text) {
			t.Errorf("it says %q", got)
		}
	}
}

// TestNoInitial: a short paragraph, a link or a quotation mark begins without.
func TestNoInitial(t *testing.T) {
	r := dropRig(t)
	m := r.measurer(30)
	for _, spans := range [][]issue.Span{
		{{Text: "two words"}},
		{{Text: "“Quoted " + words(80)}},
		{{Text: words(80), Link: "https://example.org"}},
		{{Text: "x"}},
	} {
		p := &paragraph{piece: &piece{role: "body", spans: spans}, lead: true}
		if b := m.dropped(p, "dropped", 100*geom.Point); b != nil {
			t.Errorf("%.20q has an initial", spans[0].Text)
		}
	}
	one := &paragraph{piece: &piece{role: "body", spans: []issue.Span{{Text: "A " + words(80)}}}, lead: true}
	b := m.dropped(one, "dropped", 100*geom.Point)
	if b == nil || b.base != 2 || b.drop.word != "A " {
		t.Fatalf("a word of one letter: %+v", b)
	}
	if got := b.asWritten(&b.par.Break(b.widths(100*geom.Point, 0))[0]); !strings.HasPrefix(got, "A a") {
		t.Errorf("its line is %q", got)
	}
}

// TestOpeningAgain: a line that repeats words of the opening is read as it is
// written there, without the initial, also after soft hyphens.
func TestOpeningAgain(t *testing.T) {
	m := dropRig(t).measurer(30)
	line := "ne two three four five "
	p := &paragraph{piece: &piece{role: "body", spans: []issue.Span{{Text: "o" + line + "si\u00adx  seven " + strings.Repeat(line+"NE TWO ", 9)}}}, lead: true}
	b := m.dropped(p, "dropped", 300*geom.Point)
	if b == nil {
		t.Fatal("no initial")
	}
	for measure := 60; measure < 300; measure += 5 {
		var got []string
		lines := b.par.Break(b.widths(geom.Length(measure)*geom.Point, 0))
		for i := range lines {
			got = append(got, b.asWritten(&lines[i])+lines[i].Gap)
		}
		want := strings.TrimSpace(strings.NewReplacer("\u00ad", "", "  ", " ").Replace(p.spans[0].Text))
		if s := strings.Join(got, ""); s != want {
			t.Fatalf("at %d pt %q\nwant %q", measure, s, want)
		}
	}
}

// TestOpening: the words before the separator are set in capitals and read as
// written.
func TestOpening(t *testing.T) {
	r := newRig(t, "", `  opened: {based-on: kicker, opening: {case: upper, until: " - "}}
`)
	m := r.measurer(30)
	p := &piece{role: "kicker", spans: []issue.Span{{Text: "Field visit - May"}}}
	line := m.lines(m.block(p, "opened"), 300*geom.Point)
	line.lines[0].Set()
	if got := line.lines[0].Text; got != "FIELD VISIT - May" {
		t.Errorf("set %q", got)
	}
	if got := line.block.asWritten(&line.lines[0]); got != "Field visit - May" {
		t.Errorf("written %q", got)
	}
	if got := capitals("straße ŉ é"); got != "STRASSE" && !strings.HasPrefix(got, "STRA") || len(got) != len("straße ŉ é") {
		t.Errorf("capitals %q", got)
	}
}
