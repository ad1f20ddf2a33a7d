package flow

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"masthead/layout/brand"
	"masthead/layout/para"
)

// textFirst is a template of title, lead and text in n columns, for stories
// without pictures that may go on.
func textFirst(n int) string {
	return fmt.Sprintf(`  text:
    serves: {stories: 1, photos: 0, part: any}
    stack:
      - text: title
      - text: lead
      - space: 1
      - body: {columns: %d}
`, n)
}

// galleyOf makes a galley of paragraphs of so many lines; a negative number is a
// heading that keeps three lines.
func galleyOf(paragraphs ...int) *galley {
	g := &galley{leading: 10}
	body, heading := &block{style: &brand.Style{}}, &block{style: &brand.Style{Keep: 3}}
	for _, n := range paragraphs {
		b := body
		if n < 0 {
			b, n = heading, -n
		}
		for k := range n {
			g.rows = append(g.rows, row{block: b, line: &para.Line{}, number: k, last: k == n-1})
		}
	}
	return g
}

// free lists the rows after which a column may end.
func (g *galley) ends() []int {
	var out []int
	for i, ok := range g.free {
		if ok {
			out = append(out, i+1)
		}
	}
	return out
}

func TestWidowsAndOrphans(t *testing.T) {
	for _, c := range []struct {
		name       string
		paragraphs []int
		want       []int
	}{
		{"two lines stay together", []int{2, 2}, []int{2, 4}},
		{"three lines stay together", []int{3, 3}, []int{3, 6}},
		{"four may part in the middle", []int{4}, []int{2, 4}},
		{"six", []int{6}, []int{2, 3, 4, 6}},
		{"a heading keeps three lines", []int{2, -1, 5}, []int{2, 6, 8}},
		{"a heading of four lines is not torn", []int{2, -4, 5}, []int{2, 9, 11}},
		{"or all that follows", []int{2, -1, 2, 2}, []int{2, 5, 7}},
		{"one line alone", []int{1, 1, 1}, []int{1, 2, 3}},
	} {
		g := galleyOf(c.paragraphs...)
		g.index(2, 2)
		if got := g.ends(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v: columns may end after %v, want %v", c.name, c.paragraphs, got, c.want)
		}
	}
}

func TestNoColumnEndsInAHyphen(t *testing.T) {
	g := galleyOf(8)
	g.rows[3].line = &para.Line{Hyphenated: true}
	g.index(2, 2)
	if want := []int{2, 3, 5, 6, 8}; !slices.Equal(g.ends(), want) {
		t.Errorf("columns may end after %v, want %v", g.ends(), want)
	}
}

// TestBlankRows count inside a column and are dropped at its head.
func TestBlankRows(t *testing.T) {
	g := galleyOf(3, 3)
	g.rows[3].before = 2
	g.index(2, 2)
	for _, c := range [][3]int{{0, 3, 3}, {0, 4, 6}, {0, 6, 8}, {3, 6, 3}, {2, 4, 4}, {4, 4, 0}} {
		if got := g.length(c[0], c[1]); got != c[2] {
			t.Errorf("rows %d to %d take %d, want %d", c[0], c[1], got, c[2])
		}
	}
	for _, c := range [][3]int{{0, 3, 3}, {0, 5, 3}, {0, 6, 4}, {0, 99, 6}, {3, 2, 5}, {0, 0, 0}, {0, -1, 0}} {
		if got := g.reach(c[0], c[1]); got != c[2] {
			t.Errorf("from %d %d rows reach %d, want %d", c[0], c[1], got, c[2])
		}
	}
}

// TestDistributeIsLevel: whatever the text, columns that can be level are.
func TestDistributeIsLevel(t *testing.T) {
	m := newRig(t, "").measurer(30)
	for columns := 1; columns <= 4; columns++ {
		for lines := 4 * columns; lines < 80; lines++ {
			g := galleyOf(lines)
			g.index(2, 2)
			height := (lines + columns - 1) / columns
			cols := make([]column, columns)
			for i := range cols {
				cols[i].rows = height
			}
			f, ok := m.distribute(g, cols, 0, true, never)
			if !ok {
				// Such as 5 lines in 3 columns of 2: no room to shift the break.
				if f, ok = m.distribute(g, taller(cols), 0, true, never); !ok {
					t.Errorf("%d lines do not go into %d columns of %d rows", lines, columns, height+1)
					continue
				}
				height++
			}
			from, least := 0, height
			for _, to := range f.ends {
				least = min(least, to-from)
				from = to
			}
			if from != lines || least < height-2 {
				t.Errorf("%d lines end in %d columns after %v", lines, columns, f.ends)
			}
		}
	}
}

func taller(cols []column) []column {
	out := slices.Clone(cols)
	for i := range out {
		out[i].rows++
	}
	return out
}

// TestDistributeKeeps: what distribute finds ends no column where none may end,
// overfills none, and leaves room for what follows the text.
func TestDistributeKeeps(t *testing.T) {
	m := newRig(t, "").measurer(30)
	for n := range 60 {
		g := galleyOf(3+n%5, -1, 4+n%3, 2, 5+n%7, -1, 6)
		for i := range g.rows {
			if g.rows[i].block.style.Keep > 0 {
				g.rows[i].before = 1
			}
		}
		g.index(2, 2)
		all := len(g.rows)
		tail := n % 3
		for height := 6; height < 22; height++ {
			cols := []column{{rows: height}, {rows: height - n%4}, {rows: height}}
			f, ok := m.distribute(g, cols, tail, true, never)
			if !ok {
				continue
			}
			from := 0
			for c, to := range f.ends {
				used := g.length(from, to)
				if c == len(cols)-1 {
					used += tail
				}
				if used > cols[c].rows || to < from {
					t.Errorf("column %d of %d rows holds %d", c, cols[c].rows, used)
				}
				if to < all && to > from && !g.free[to-1] {
					t.Errorf("a column ends after row %d", to)
				}
				from = to
			}
			if from != all {
				t.Errorf("%d of %d rows are set", from, all)
			}
		}
	}
}

// TestDistributeGoesOn: a story that goes on fills its columns and leaves
// something over.
func TestDistributeGoesOn(t *testing.T) {
	m := newRig(t, "").measurer(30)
	g := galleyOf(60)
	g.index(2, 2)
	f, ok := m.distribute(g, []column{{rows: 10}, {rows: 10}}, 0, false, never)
	if !ok || !slices.Equal(f.ends, []int{10, 20}) || f.price != 0 {
		t.Errorf("columns end after %v at %d", f.ends, f.price)
	}
	short := galleyOf(20)
	short.index(2, 2)
	if f, ok = m.distribute(short, []column{{rows: 10}, {rows: 10}}, 0, false, never); ok && f.ends[1] >= 20 {
		t.Error("a story that goes on is finished")
	}
}

// TestGoesOnAfterUnseen: what stands unseen in a text, soft hyphens and spaces of
// no width, does not shift the place where it goes on on the next page.
func TestGoesOnAfterUnseen(t *testing.T) {
	r := newRig(t, middle)
	text := strings.NewReplacer("a ", "\u00ada ", "b ", "b\u200b ", "c ", "c  ").Replace(words(2400))
	res := r.compose(t, events(article("a", text)))
	pages := 0
	for i := range res.Layout.Pages {
		for _, l := range res.Layout.Pages[i].Lines {
			if l.Role == "body" {
				pages++
				break
			}
		}
	}
	if pages < 2 {
		t.Fatal("the story does not go on")
	}
	if got, want := strings.Join(setWords(res, "events/a"), ""), strings.Join(strings.Fields(words(2400)), ""); got != want {
		t.Errorf("set %q\nwant %q", got, want)
	}
}

// TestReach holds the quick way against trying every end.
func TestReach(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		g := galleyOf(1 + rnd.IntN(9))
		for len(g.rows) < 30 {
			g.rows = append(g.rows, galleyOf(1+rnd.IntN(9)).rows...)
			g.rows[len(g.rows)-1].before = rnd.IntN(4) * rnd.IntN(2)
		}
		g.index(2, 2)
		for from := range len(g.rows) {
			for n := -1; n < 50; n++ {
				want := from
				for want < len(g.rows) && g.length(from, want+1) <= n {
					want++
				}
				if got := g.reach(from, n); got != want {
					t.Fatalf("%d rows from %d reach %d, not %d", n, from, got, want)
				}
			}
		}
	}
}
