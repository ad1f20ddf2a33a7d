package flow_test

import (
	"fmt"
	"strings"
	"unicode"

	"masthead/layout/diag"
	"masthead/layout/display"
	"masthead/layout/flow"
	"masthead/layout/geom"
	"masthead/layout/issue"
)

// An exam looks a composed issue over and notes what is wrong with it.
type exam struct {
	in     *flow.Input
	lay    *display.Layout
	doc    *display.Document
	diags  *diag.List
	faults []fault
	kind   string // of the measure that is being taken
	seen   map[fault]int

	holes []float64 // by page: the largest, as a share of the live area
	raw   []float64 // the same with every line only as wide as its words, strips included
}

// A fault is one complaint about a page; page 0 is the issue as a whole.
type fault struct {
	page int
	kind string
	what string
}

func (f fault) String() string { return fmt.Sprintf("page %d: %s: %s", f.page, f.kind, f.what) }

// A measure is one property of a good issue. What breaks a hard one is a defect
// of the engine; the others are what pages are judged by.
type measure struct {
	kind string
	hard bool
	take func(*exam)
}

func measures() []measure {
	return []measure{
		{"words", true, (*exam).words},
		{"reading", true, (*exam).reading},
		{"index", true, (*exam).index},
		{"links", true, (*exam).links},
		{"see", true, (*exam).see},
		{"photos", true, (*exam).photos},
		{"inside", true, (*exam).inside},
		{"frame", true, (*exam).frames},
		{"overfull", true, (*exam).overfull},
		{"overlap", true, (*exam).overlap},
		{"baseline", true, (*exam).baselines},
		{"contrast", true, (*exam).contrast},
		{"bill", true, (*exam).bill},
		{"unbilled", true, (*exam).unbilled},
		{"widow", false, (*exam).widows},
		{"heading", false, (*exam).headings},
		{"runt", false, (*exam).runts},
		{"hyphen", false, (*exam).hyphens},
		{"loose", false, (*exam).loose},
		{"river", false, (*exam).river},
		{"display", false, (*exam).displayLines},
		{"caption", false, (*exam).captions},
		{"level", false, (*exam).level},
		{"hole", false, (*exam).hole},
	}
}

// examine takes all measures of a composed issue.
func examine(in *flow.Input, res *flow.Result, diags *diag.List) *exam {
	e := &exam{in: in, lay: res.Layout, doc: res.Document, diags: diags}
	for _, m := range measures() {
		e.kind = m.kind
		m.take(e)
	}
	return e
}

// enough is how many faults of a kind are listed of one page.
const enough = 3

func (e *exam) fault(page int, format string, args ...any) {
	key := fault{page: page, kind: e.kind}
	if e.seen == nil {
		e.seen = map[fault]int{}
	}
	if e.seen[key]++; e.seen[key] > enough {
		return
	}
	e.faults = append(e.faults, fault{page, e.kind, fmt.Sprintf(format, args...)})
}

// hard returns the faults that no issue may have.
func (e *exam) hard() []fault {
	var out []fault
	for _, f := range e.faults {
		for _, m := range measures() {
			if m.kind == f.kind && m.hard {
				out = append(out, f)
			}
		}
	}
	return out
}

// eachLine visits all lines in the order in which they are set.
func (e *exam) eachLine(visit func(p *display.LayoutPage, l *display.Line)) {
	for i := range e.lay.Pages {
		p := &e.lay.Pages[i]
		for k := range p.Lines {
			visit(p, &p.Lines[k])
		}
	}
}

// eachStory visits the articles.
func (e *exam) eachStory(visit func(a *issue.Article)) {
	for _, s := range e.in.Issue.Sections {
		for _, a := range s.Articles {
			visit(a)
		}
	}
}

// running reports whether a role is that of a story's running text.
func running(role string) bool {
	switch role {
	case "lead", "body", "subhead", "list", "blockquote":
		return true
	}
	return false
}

// inColumns reports whether a line is text in columns: running text but for the
// lead.
func inColumns(l *display.Line) bool { return running(l.Role) && l.Role != "lead" }

// squash takes out all that line breaking may change: white space, soft hyphens,
// joiners, and the case, which a style may raise.
func squash(s string) string {
	return strings.ToUpper(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == 0xAD, r == 0x200B, r == 0x2060:
			return -1
		}
		return r
	}, s))
}

// excerpt shows where two texts part.
func excerpt(got, want string) string {
	g, w := []rune(got), []rune(want)
	i := 0
	for i < len(g) && i < len(w) && g[i] == w[i] {
		i++
	}
	from := max(0, i-12)
	cut := func(r []rune) string { return string(r[min(from, len(r)):min(len(r), i+28)]) }
	return fmt.Sprintf("%d characters, want %d: ...%q, want ...%q", len(g), len(w), cut(g), cut(w))
}

// inkOf is about what the letters of a line cover: from the height of capitals
// to the baseline, or below it where a letter descends.
func inkOf(l *display.Line) geom.Rect {
	r := geom.Rect{X: l.X, Y: l.Baseline - l.Size*7/10, W: min(l.Width, max(l.Measure, geom.Point)), H: l.Size * 7 / 10}
	if strings.ContainsAny(l.Text, "gjpqyQąęç,;()") {
		r.H += l.Size / 5
	}
	return r
}

func pt(l geom.Length) string { return fmt.Sprintf("%.1f", l.Points()) }
