package para

import (
	"math/rand/v2"
	"strings"
	"testing"

	"masthead/layout/geom"
	"masthead/layout/text"
)

// TestNoGapeWhereThereIsAWay sets short texts at random and tries every way to
// break each: where one keeps all word spaces within twice their width and does not
// end in a runt, the lines that were chosen do so too.
func TestNoGapeWhereThereIsAWay(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	b, st := &Breaker{Shaper: text.NewShaper()}, squareStyle(t, 0)
	p := plain()
	p.MinLastLine, p.LastLineDemerits = 0.6, 9000 // what else costs must not matter
	free, forced := 0, 0
	for range 1000 {
		var words []string
		for range 8 + rnd.IntN(9) {
			words = append(words, strings.Repeat("a", 1+rnd.IntN(8)))
		}
		measure := 10 + rnd.IntN(12)
		src := strings.Join(words, " ")
		lines := b.Prepare([]Span{{Text: src, Style: st}}, p).Break(Uniform(pt(10 * float64(measure))))
		check(t, lines, src)
		gapes := false
		for i := range lines {
			l := &lines[i]
			gapes = gapes || l.Last && i > 0 && runt(l.Width, measure)
			gapes = gapes || !l.Last && l.Measure-l.Width > pt(10*float64(strings.Count(l.Text, " ")))
		}
		switch way := gapless(words, measure, true); {
		case way && gapes:
			t.Errorf("%v at %d: %s", words, measure, texts(lines))
		case way:
			free++
		default:
			forced++
		}
	}
	if free < 100 || forced < 20 {
		t.Errorf("%d texts with a way, %d without: too few of a kind", free, forced)
	}
}

// gapless reports whether words, of letters and spaces as wide as each other,
// can be set in lines whose spaces have half to twice their width, the last of which
// is no runt, unless it is the first.
func gapless(words []string, measure int, first bool) bool {
	width := 0
	for n := range words {
		width += len(words[n])
		if least := float64(width) + 0.5*float64(n); least > float64(measure) {
			return false
		}
		if n+1 == len(words) {
			return first || !runt(pt(10*float64(width+n)), measure)
		}
		if n > 0 && width+2*n >= measure && gapless(words[n+1:], measure, false) {
			return true
		}
	}
	return true
}

// runt reports whether a last line is one where half of MinLastLine is 0.3.
func runt(width geom.Length, measure int) bool { return width < pt(10*float64(measure)).Scale(0.3) }
