package para

import (
	"testing"

	"masthead/layout/geom"
)

func testRater(change func(*Params)) rater {
	p := Defaults(Justified, "en-GB").normal()
	p.LetterSpace = LetterSpace{Min: -10, Max: 20, Share: 0.5}
	p.WordSpace = WordSpace{0.5, 1, 1.5}
	p.SpaceDemerits, p.LetterDemerits, p.ExtraLoose = 1000, 100, 50
	if change != nil {
		change(&p)
	}
	return newRater(&p, pt(10))
}

// tenSpaces is a line with ten spaces of 10 pt that may lose 5 each, and letter
// gaps that come to 1,000 pt: 20 pt of room to stretch and 10 to shrink.
func tenSpaces() *sums {
	return &sums{width: pt(500), stretch: pt(100), shrink: pt(50), letters: pt(1000)}
}

func TestSplit(t *testing.T) {
	r := testRater(nil)
	for _, c := range []struct {
		slack, word, letter float64
		ok                  bool
	}{
		{0, 0, 0, true},
		{20, 10, 10, true},         // half and half
		{60, 40, 20, true},         // the letters have had their fill
		{100, 80, 20, true},        // beyond all limits: the spaces take it
		{-10, -5, -5, true},        // half and half
		{-40, -30, -10, true},      // letters at their limit
		{-60, -50, -10, true},      // all there is
		{-60.5, -50.5, -10, false}, // and no more
	} {
		word, letter, ok := r.split(pt(c.slack), tenSpaces())
		if word != pt(c.word) || letter != pt(c.letter) || ok != c.ok {
			t.Errorf("slack %v: words %v letters %v %v, want %v %v %v", c.slack, word, letter, ok, c.word, c.letter, c.ok)
		}
	}
	// With no share letters help once the spaces are at their limit.
	r.share = 0
	for _, c := range [][3]float64{{30, 30, 0}, {60, 50, 10}, {90, 70, 20}, {-30, -30, 0}, {-55, -50, -5}} {
		word, letter, _ := r.split(pt(c[0]), tenSpaces())
		if word != pt(c[1]) || letter != pt(c[2]) {
			t.Errorf("slack %v: words %v letters %v, want %v %v", c[0], word, letter, c[1], c[2])
		}
	}
}

func TestJustifyPrices(t *testing.T) {
	r := testRater(func(p *Params) { p.LetterSpace = LetterSpace{} })
	for _, c := range []struct {
		slack float64
		cost  int64
		fit   int
	}{
		{0, 0, fitDecent},
		{20, 40, fitDecent},       // a fifth wider: 1000/25
		{40, 160, fitLoose},       // more than half of what Max allows
		{100, 1050, fitVeryLoose}, // as wide again, beyond Max
		{-20, 40, fitDecent},
		{-50, 250, fitTight},
	} {
		cost, fit, ok := r.justify(pt(c.slack), tenSpaces())
		if !ok || fit != c.fit || distance(int32((cost+one/2)/one), int32(c.cost)) > 1 {
			t.Errorf("slack %v: cost %.2f fit %d %v, want %d %d", c.slack, float64(cost)/one, fit, ok, c.cost, c.fit)
		}
	}
	if _, _, ok := r.justify(-pt(51), tenSpaces()); ok {
		t.Error("a line shrank beyond its limit")
	}
	if _, _, ok := r.justify(pt(101), tenSpaces()); ok {
		t.Error("a line stretched beyond the tolerance of the pass")
	}
	if _, _, ok := r.justify(pt(1), &sums{width: pt(30)}); ok {
		t.Error("a lone word was justified within the tolerance")
	}
	r.strict = false
	if cost, fit, ok := r.justify(pt(200), tenSpaces()); !ok || fit != fitVeryLoose || cost != (4000+50+looseDemerits)*one {
		t.Errorf("twice as wide in the last pass: %d %v", cost, ok)
	}
	if cost, _, ok := r.justify(pt(1), &sums{width: pt(30)}); !ok || cost < 4000*one {
		t.Errorf("a lone word in the last pass: %d %v", cost, ok)
	}
}

func TestLetterSpacingCosts(t *testing.T) {
	r := testRater(func(p *Params) { p.LetterSpace.Share = 1 })
	for slack, want := range map[float64]int64{0: 0, 10: 25, 20: 100, -5: 25, -10: 100} {
		if cost, _, _ := r.justify(pt(slack), tenSpaces()); (cost+one/2)/one != want {
			t.Errorf("letters alone take %v pt: cost %.2f, want %d", slack, float64(cost)/one, want)
		}
	}
}

func TestPricesDoNotOverflow(t *testing.T) {
	r := testRater(nil)
	long := &sums{width: pt(5000), stretch: 1, shrink: 1, letters: pt(9000)}
	for _, slack := range []geom.Length{pt(1), pt(100), pt(5000)} {
		if cost, _, _ := r.justify(slack, long); cost < 0 {
			t.Errorf("slack %v: cost %d", slack, cost)
		}
		if r.rag(slack) < 0 || r.even(slack) < 0 || r.even(-slack) < 0 {
			t.Errorf("slack %v: a negative price", slack)
		}
	}
}

func TestEvenIsWorseWhenWider(t *testing.T) {
	r := testRater(nil)
	if a, b := r.even(pt(20)), r.even(-pt(20)); a*4 != b || r.even(0) != 0 {
		t.Errorf("short by 20 costs %d, wide by 20 costs %d", a, b)
	}
}

func TestPenalties(t *testing.T) {
	p := Params{HyphenPenalty: 10, CapitalPenalty: 5, CompoundPenalty: 8, AddressPenalty: 7}
	for kind, want := range map[breakKind]int64{
		breakSpace: 0, breakFree: 0, breakHard: 0, breakHyphen: 10, breakName: 15, breakCompound: 8, breakDash: 2,
		breakAddress: 7, breakTorn: tornDemerits, breakTornLetter: anywhereDemerits, breakTornPlain: anywhereDemerits,
	} {
		if got := p.penalty(kind); got != want*one {
			t.Errorf("kind %d: %d, want %d", kind, got/one, want)
		}
	}
}
