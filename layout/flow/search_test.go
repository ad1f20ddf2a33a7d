package flow

import (
	"strings"
	"testing"
)

// twoWays sets stories one to a page, or up to four on one.
const twoWays = `  alone:
    serves: {stories: 1}
    stack: [{text: title}, {space: 1}, {body: {columns: 1}}, {space: 0+}]
  together:
    serves: {stories: 2-4}
    cost: 50
    stack:
      - each:
          stack: [{text: title}, {space: 1}, {body: {columns: 1}}]
          between: [{space: {min: 1, ideal: 1, max: 3}}]
      - space: 0+
`

// four is an issue of four short stories, with a budget.
func four(budget string) string {
	return budget + events(article("a", words(30)), article("b", words(30)), article("c", words(30)), article("d", words(30)))
}

// TestBudget: an exact, a largest and a multiple number of pages are met.
func TestBudget(t *testing.T) {
	r := newRig(t, twoWays)
	for _, c := range []struct {
		budget string
		want   string
	}{
		{"pages: 2\n", "cover-plain together"},
		{"pages: 3\n", ""},
		{"pages: 4\n", ""},
		{"pages: 5\n", "cover-plain alone alone alone alone"},
		{"pages: {max: 2}\n", "cover-plain together"},
		{"pages: {max: 9}\n", ""},
		{"pages: {multiple-of: 4}\n", ""},
		{"pages: {max: 4, multiple-of: 3}\n", ""},
	} {
		res := r.compose(t, four(c.budget))
		n := len(res.Layout.Pages)
		if got := templatesOf(res); c.want != "" && got != c.want {
			t.Errorf("%s: %s, want %s", c.budget, got, c.want)
		}
		in := r.input(t, four(c.budget)).Issue.Pages
		if in.Exact > 0 && n != in.Exact || in.Max > 0 && n > in.Max || in.MultipleOf > 0 && n%in.MultipleOf != 0 {
			t.Errorf("%s: %d pages", c.budget, n)
		}
	}
}

// TestBudgetThatCannotBe is an error at the key, with a page count that can be.
func TestBudgetThatCannotBe(t *testing.T) {
	r := newRig(t, twoWays)
	for _, budget := range []string{"pages: 9\n", "pages: {max: 1}\n", "pages: {multiple-of: 7}\n"} {
		diags := r.refuse(t, four(budget))
		found := false
		for _, d := range diags.All {
			if d.Code == "page-budget" && d.Pos.Line == 5 && d.Hint != "" {
				found = true
			}
		}
		if !found {
			t.Errorf("%s: %v", budget, diags.All)
		}
	}
}

// TestTie: of two templates that cost the same the earlier serves.
func TestTie(t *testing.T) {
	one := "    serves: {stories: 1}\n    stack: [{text: title}, {space: 1}, {body: {columns: 1}}, {space: 0+}]\n"
	for _, names := range [][2]string{{"zebra", "ant"}, {"ant", "zebra"}} {
		r := newRig(t, "  "+names[0]+":\n"+one+"  "+names[1]+":\n"+one)
		res := r.compose(t, events(article("a", words(40))))
		if got := res.Layout.Pages[1].Template; got != names[0] {
			t.Errorf("%s serves, want %s", got, names[0])
		}
	}
}

// TestNoNeighboursAlike: where another template costs no more than the brand's
// price of a repetition, neighbours differ.
func TestNoNeighboursAlike(t *testing.T) {
	one := "    serves: {stories: 1}\n    stack: [{text: title}, {space: 1}, {body: {columns: 1}}, {space: 0+}]\n"
	r := newRig(t, "  first:\n"+one+"  second:\n    cost: 20\n"+one)
	res := r.compose(t, events(article("a", words(40)), article("b", words(40)), article("c", words(40)), article("d", words(40))))
	pages := res.Layout.Pages[1:]
	for i := 1; i < len(pages); i++ {
		if pages[i].Template == pages[i-1].Template {
			t.Fatalf("neighbours alike: %s", templatesOf(res))
		}
	}
}

// TestServes: conditions of templates are held to.
func TestServes(t *testing.T) {
	r := newRig(t, `  brief:
    serves: {stories: 1, words: 0-30}
    stack: [{text: title}, {body: {columns: 1}}, {space: 0+}]
  full:
    serves: {stories: 1, words: 31+}
    cost: 500
    stack: [{text: title}, {body: {columns: 1}}, {space: 0+}]
  final:
    serves: {stories: 1, page: last}
    stack: [{text: title}, {body: {columns: 2}}, {space: 0+}]
`)
	res := r.compose(t, events(article("a", words(20)), article("b", words(50)), article("c", words(20))))
	if got := templatesOf(res); got != "cover-plain brief full brief" && got != "cover-plain brief full final" {
		t.Errorf("templates %s", got)
	}
}

// TestLongStoryGoesOn over pages, is whole, and breaks where a page may end.
func TestLongStoryGoesOn(t *testing.T) {
	for columns := 1; columns <= 4; columns++ {
		r := newRig(t, textFirst(columns))
		text := strings.Join([]string{words(300), words(411), words(57), words(700)}, "\n\n")
		res := r.compose(t, events(article("a", text)))
		var got []string
		for i := range res.Layout.Pages {
			for _, l := range res.Layout.Pages[i].Lines {
				if l.Role == "body" || l.Role == "lead" {
					got = append(got, strings.Fields(l.Text)...)
				}
			}
		}
		if want := strings.Fields(text); strings.Join(got, "") != strings.Join(want, "") {
			t.Errorf("%d columns: %d words are set, want %d", columns, len(got), len(want))
		}
		last := len(res.Layout.Pages) - 1
		for i := 1; i <= last; i++ {
			lines, rows := feet(&res.Layout.Pages[i], "events/a")
			lo, hi := rows[0], rows[0]
			for k := range rows {
				lo, hi = min(lo, rows[k]), max(hi, rows[k])
			}
			if hi-lo > 1 {
				t.Errorf("%d columns: page %d ends at rows %v", columns, i+1, rows)
			}
			if i < last && hi < 33-slack {
				t.Errorf("%d columns: page %d ends at row %d of 33 with %v lines", columns, i+1, hi, lines)
			}
		}
		if s := res.Layout.Stories[0]; len(s.Pages) != last || s.Words != 1468 {
			t.Errorf("%d columns: the story is said to have %d words on pages %v", columns, s.Words, s.Pages)
		}
	}
}

// TestOverset: a text that no template can take is named, with a remedy.
func TestOverset(t *testing.T) {
	r := newRig(t, "  page:\n    serves: {stories: 1}\n    stack: [{text: title}, {body: {columns: 1}}, {space: 0+}]\n")
	diags := r.refuse(t, events(article("a", words(20)), article("b", words(2000))))
	if len(diags.All) == 0 || !strings.Contains(diags.All[0].Message, "events/b") || diags.All[0].Hint == "" || diags.All[0].Pos.Line < 6 {
		t.Errorf("%v", diags.All)
	}
}

// TestDropped: the record says whether the search stopped early.
func TestDropped(t *testing.T) {
	r := newRig(t, twoWays)
	if got := r.compose(t, four("")).Layout.Dropped; got != 0 {
		t.Errorf("of four stories %d ways were dropped", got)
	}
	var many []string
	for i := range 40 {
		many = append(many, article(string(rune('a'+i/26))+string(rune('a'+i%26)), words(20+i%7*15)))
	}
	if r.compose(t, events(many...)).Layout.Dropped == 0 {
		t.Error("of forty stories no way was dropped")
	}
}
