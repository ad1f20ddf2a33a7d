package para

import (
	"strings"

	"masthead/layout/geom"
)

// weakDemerits is what a balanced line costs that ends with a little word which
// belongs to the next: as much as one short by five spaces.
const weakDemerits = 100

// balance breaks a title or a lead: it finds the fewest lines at the full
// measure, the narrowest measure that holds the text in as many, and there the
// most even lines. ok is false if the setting does not apply.
//
// A display line does not end in a hyphen of the text's own, unless that saves a
// line.
func (p *Paragraph) balance(breaks []breakpoint, lw *lineWidths) (last int32, ok bool) {
	lines, whole := countLines(breaks, lw, 0, true), true
	if n := countLines(breaks, lw, 0, false); lines == 0 || n < lines {
		lines, whole = n, false
	}
	if lines == 0 || p.params.MaxLines > 0 && lines > p.params.MaxLines {
		return -1, false
	}
	if lines == 1 {
		return p.find(breaks, mode{pass: 4, measures: lw, whole: whole}), true
	}
	// Bisect what can be taken off every measure: low fits, high does not.
	_, full := lw.slot(lw.special)
	low, high := geom.Length(0), full-full.Scale(p.params.MinMeasure)+1
	for high-low > geom.Point/64 {
		mid := (low + high) / 2
		if n := countLines(breaks, lw, mid, whole); n > 0 && n <= lines {
			low = mid
		} else {
			high = mid
		}
	}
	over := min(low, (full-low)/24)
	m := mode{pass: 2, measures: lw, count: true, spread: 1 << 20, most: int32(lines), even: true, narrow: low, over: over, whole: whole}
	if p.find(breaks, m) < 0 {
		return -1, false
	}
	return p.search.nearest(int32(lines)), true
}

// countLines returns how many lines first fit needs, which is the fewest there
// are, with every measure narrowed; 0 if a word sticks out. Whole keeps compound
// words together.
func countLines(breaks []breakpoint, lw *lineWidths, narrow geom.Length, whole bool) int {
	lines, from, i := 0, 0, 1
	for i < len(breaks) {
		_, measure := lw.slot(int32(lines))
		measure -= narrow
		fits := -1
		for ; i < len(breaks); i++ {
			if breaks[i].end.least-breaks[from].start.least > measure && breaks[i].floor-breaks[from].start.least > measure {
				break
			}
			if breaks[i].end.least-breaks[from].start.least <= measure && !(whole && breaks[i].kind == breakCompound) {
				fits = i
			}
			if breaks[i].kind == breakHard {
				break
			}
		}
		if fits < 0 {
			return 0
		}
		lines++
		from, i = fits, fits+1
	}
	return lines
}

// nearest returns the cheapest of the last nodes whose line count is nearest to
// want.
func (s *search) nearest(want int32) int32 {
	win := int32(-1)
	for _, g := range s.groups {
		for i := g.first; i < g.last; i++ {
			if win >= 0 {
				d, e := distance(s.nodes[i].line, want), distance(s.nodes[win].line, want)
				if d > e || d == e && s.nodes[i].cost >= s.nodes[win].cost {
					continue
				}
			}
			win = i
		}
	}
	return win
}

func distance(a, b int32) int32 { return max(a-b, b-a) }

// weakWords are articles, prepositions and conjunctions that belong to the word
// after them, by language.
func weakWords(lang string) string {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch base {
	case "en":
		return " a an the of to in on at by for from with and or as into "
	case "de":
		return " der die das den dem des ein eine einer eines einem einen und oder von vom zu zur zum in im mit für auf bei an am "
	case "fr":
		return " le la les un une des de du à au aux et ou en par pour sur avec dans "
	case "es":
		return " el la los las un una de del a al y e o u en por para con "
	case "it":
		return " il lo la i gli le un una di del della dei a al alla e o in con per su da "
	case "pt":
		return " o a os as um uma de do da dos das e ou em no na por para com "
	case "nl":
		return " de het een van en of in op aan te voor met bij "
	}
	return ""
}

// markWeak finds the breaks after weak words.
func (p *Paragraph) markWeak(breaks []breakpoint) {
	words := weakWords(p.params.Language)
	if words == "" {
		return
	}
	for i := range breaks {
		b := &breaks[i]
		if b.kind != breakSpace || b.endElem == 0 {
			continue
		}
		e := &p.elems[b.endElem-1]
		if e.kind == boxElement && len(e.text) <= 8 && strings.Contains(words, " "+strings.ToLower(e.text)+" ") {
			b.weak = true
		}
	}
}
