package para

import (
	"math/rand/v2"
	"strings"
	"testing"

	"masthead/layout/geom"
	"masthead/layout/text"
)

// exhaustive returns the cost of the best way to set the paragraph, by trying
// every set of breaks with the same prices.
func (p *Paragraph) exhaustive(breaks []breakpoint, m mode) int64 {
	best := int64(-1)
	var walk func(from int, line32 int32, cost int64, fit, run int)
	walk = func(from int, number int32, cost int64, fit, run int) {
		if from == len(breaks)-1 {
			if best < 0 || cost < best {
				best = cost
			}
			return
		}
		_, measure := m.measures.slot(number)
		for to := from + 1; to < len(breaks); to++ {
			b := &breaks[to]
			if b.end.least-breaks[from].start.least > measure && (m.pass < 4 || to != from+1) {
				if b.kind == breakHard {
					return
				}
				continue
			}
			l := line{from: group{brk: int32(from)}, to: int32(to), measure: measure}
			p.price(breaks, &l, &m)
			if c, class := l.cost, l.fit; l.ok {
				if class < 0 {
					class = fit
				} else if class-fit > 1 || fit-class > 1 {
					c += int64(p.params.FitnessDemerits) * one
				}
				r := 0
				if b.kind.hyphenated() {
					if r = run + 1; r > 1 {
						c += int64(p.params.DoubleHyphenDemerits) * one
					}
				}
				if r <= p.params.MaxHyphensInRow {
					walk(to, number+1, cost+c, class, r)
				}
			}
			if b.kind == breakHard {
				return
			}
		}
	}
	walk(0, 0, 0, fitDecent, 0)
	return best
}

func randomText(r *rand.Rand, words int) string {
	vocabulary := []string{"a", "of", "the", "and", "migration", "cross-border", "partners,", "“global”", "information", "it.", "(well)", "policy", "re\u00adgu\u00adlar", "long—dash", "state"}
	var s []string
	for range words {
		s = append(s, vocabulary[r.IntN(len(vocabulary))])
	}
	return strings.Join(s, " ")
}

func TestNoOtherBreaksAreCheaper(t *testing.T) {
	b := &Breaker{Shaper: text.NewShaper(), Hyphen: british(t)}
	st := squareStyle(t, 0)
	r := rand.New(rand.NewPCG(1, 2))
	found := 0
	for trial := range 150 {
		p := Defaults(Align(trial%2), "en-GB")
		p.HyphenLeft, p.HyphenRight, p.Zone = 2, 2, 0
		p.FitnessDemerits, p.DoubleHyphenDemerits = r.IntN(2000), r.IntN(2000)
		p.HyphenPenalty, p.Indent = r.IntN(500), pt(float64(r.IntN(40)))
		p.WordSpace.Max = 2
		q := b.Prepare([]Span{{Text: randomText(r, 9), Style: st}}, p)
		w := Uniform(pt(140 + float64(r.IntN(120))))
		if trial%3 == 0 {
			w.First = []geom.Length{w.Rest - pt(30), w.Rest - pt(20)}
		}
		m := mode{pass: 2, measures: newLineWidths(w, &q.params)}
		last := q.find(q.breaks, m)
		want := q.exhaustive(q.breaks, m)
		got := int64(-1)
		if last >= 0 {
			got = q.search.nodes[last].cost
			found++
		}
		if got != want {
			t.Errorf("trial %d: cost %d, the best is %d", trial, got, want)
		}
	}
	if found < 100 {
		t.Errorf("only %d of the trials could be set: the test has lost its teeth", found)
	}
}

// FuzzBreak holds random text in random measures against the promises.
func FuzzBreak(f *testing.F) {
	f.Add("The quick “brown” fox—jumps over https://example.org/a/b.html and well-known 北京、上海。", uint16(900), uint8(1), uint8(0))
	f.Add("a\u00ad\u00adb \u200b x\u2028y  z\u00a0z", uint16(200), uint8(0), uint8(3))
	f.Add("«\u00a0oui\u202f!\u00a0» – e\u0301te\u0301 \U0001F468\u200d\U0001F469", uint16(120), uint8(5), uint8(9))
	st := squareStyle(f, 0)
	hyphens := british(f)
	f.Fuzz(func(t *testing.T, src string, measure uint16, setting, indent uint8) {
		if len(src) > 400 {
			return
		}
		src = strings.ToValidUTF8(src, "")
		b := &Breaker{Shaper: text.NewShaper(), Hyphen: hyphens}
		p := Defaults(Align(setting%4), []string{"en-GB", "zh-CN", "de"}[setting/8%3])
		p.Balanced = setting&4 != 0
		p.Indent, p.Hanging = pt(float64(indent%50)), pt(float64(indent/64))
		cut := len(src) / 2
		for cut > 0 && cut < len(src) && src[cut]&0xC0 == 0x80 {
			cut--
		}
		q := b.Prepare([]Span{{Text: src[:cut], Style: st}, {Text: src[cut:], Style: st, Index: 1, NoBreak: setting&64 != 0}}, p)
		w := Widths{First: []geom.Length{pt(float64(measure)) / 20}, Rest: pt(float64(measure)) / 10}
		checkWords(t, q.Break(w), src)
		checkWords(t, setAll(q.Measure(w, 1, nil)), src)
	})
}

// checkWords is check for any text: every character that is not white or unseen
// stands on a line once and in order, and every line begins in src where it says.
func checkWords(tb testing.TB, lines []Line, src string) {
	tb.Helper()
	unseen := func(r rune) rune {
		if isWhite(r) || r == '\u00ad' || r == '\v' || r == '\f' {
			return -1
		}
		return r
	}
	var got strings.Builder
	for i := range lines {
		got.WriteString(lines[i].Text + lines[i].Gap)
		to := len(src)
		if i+1 < len(lines) {
			to = lines[i+1].From
		}
		if g, w := strings.Map(unseen, lines[i].Text), strings.Map(unseen, src[lines[i].From:to]); g != w {
			tb.Errorf("line %d is %q, written %q", i, g, w)
		}
		for j := range lines[i].Pieces {
			if q := &lines[i].Pieces[j]; q.Run.Face == nil {
				tb.Fatal("a piece without a face")
			}
		}
	}
	if g, w := strings.Map(unseen, got.String()), strings.Map(unseen, src); g != w {
		tb.Errorf("set %q\nof  %q", g, w)
	}
}
