package flow

import (
	"masthead/layout/geom"
	"masthead/layout/para"
)

// A galley is a story's running text broken at one measure, before it is
// distributed over columns. Every row is one line on the baseline grid.
type galley struct {
	rows    []row
	notes   int // rows of the notes that follow the story's own text
	measure geom.Length
	leading geom.Length
	// space[i] is the number of blank rows that stand between row i-1 and row i
	// when both stand in one column, summed up from the start.
	space []int
	free  []bool // free[i]: a column may end after row i
	leave []bool // leave[i]: a page may end after row i, at whatever measure the text goes on

	passages []passage // nil: not worked out yet
	plans    map[planKey]planTable
}

// A row is one line of a galley.
type row struct {
	block  *block
	line   *para.Line
	number int // of the line in its paragraph, from 0
	last   bool
	before int         // blank rows above, dropped at the head of a column
	indent geom.Length // of the whole block, as in lists and quotations
	mark   *paragraph  // the list item whose mark hangs in the indent, on its first line
	codes  *codeStrip  // that the row is a part of
}

// length returns the rows that lines from..to-1 take in one column.
func (g *galley) length(from, to int) int {
	if to <= from {
		return 0
	}
	return to - from + g.space[to-1] - g.space[from]
}

// text is the number of rows of the story's own text.
func (g *galley) text() int { return len(g.rows) - g.notes }

// reach returns the largest end so that rows from..end-1 fit in n rows.
func (g *galley) reach(from, n int) int {
	end := min(len(g.rows), from+max(n, 0))
	if over := g.length(from, end) - n; over > 0 && end > from {
		// So many rows fewer are short enough, or too short by the blank ones.
		end = max(from, end-over)
		for end < len(g.rows) && g.length(from, end+1) <= n {
			end++
		}
	}
	return end
}

// index works out blank rows and legal column ends. Widows and orphans are kept
// off by counts, headings stay whole by their style's keep, with what follows, and no
// column ends in a hyphen.
func (g *galley) index(widows, orphans int) {
	g.space = make([]int, len(g.rows)+1)
	g.free, g.leave = make([]bool, len(g.rows)), make([]bool, len(g.rows))
	for i, r := range g.rows {
		if i > 0 {
			g.space[i] = g.space[i-1] + r.before
		}
	}
	if n := len(g.rows); n > 0 {
		g.space[n] = g.space[n-1]
	}
	lines := make([]int, len(g.rows)) // of the paragraph that row i belongs to
	for i := len(g.rows) - 1; i >= 0; i-- {
		if g.rows[i].last {
			lines[i] = g.rows[i].number + 1
		} else if i+1 < len(g.rows) {
			lines[i] = lines[i+1]
		}
	}
	for i, r := range g.rows {
		above, below := r.number+1, lines[i]-r.number-1
		ok := below == 0 || above >= orphans && below >= widows
		if d := r.block.drop; d != nil && r.number < d.lines-1 {
			ok = false
		}
		if r.codes != nil && !r.last {
			ok = false
		}
		g.free[i] = ok && !r.line.Hyphenated && r.block.style.Keep == 0
	}
	for i, r := range g.rows {
		if keep := r.block.style.Keep; keep > 0 && r.last {
			for k := i; k < min(i+keep, len(g.rows)); k++ {
				whole := k > i && g.rows[k].last && !g.keeps(k) // all that follows the heading is shorter
				if !whole {
					g.free[k] = false
				}
			}
		}
	}
	if n := len(g.rows); n > 0 {
		g.free[n-1] = true
	}
	for i, r := range g.rows {
		// At twice the measure half the lines are left.
		below := lines[i] - r.number - 1
		g.leave[i] = g.free[i] && (below == 0 || below >= 2*widows) && i < g.text()-1 // notes alone do not go on
	}
}

// lone reports whether the rows from..end-1 are one line out of the middle of a
// paragraph.
func (g *galley) lone(from, end int) bool {
	return end-from == 1 && g.rows[from].number > 0 && !g.rows[from].last
}

func (g *galley) keeps(i int) bool { return g.rows[i].block.style.Keep > 0 }
