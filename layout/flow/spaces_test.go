package flow_test

import "testing"

// TestWordSpaces composes drawn issues in the brand of four justified columns and
// measures the white between their words as it is painted. German prose of the drawn
// issues is full of compounds, of which a line holds two or three.
func TestWordSpaces(t *testing.T) {
	most := map[string]float64{"en-GB": 0.26, "fr": 0.22, "pl": 0.25, "de": 0.42}
	st := newStage(t, "dispatch")
	sums := spacings{}
	for seed := range uint64(9) {
		d := drawShape(t, seed+1, "newsletter")
		in, res, diags := st.compose(t, d)
		if res == nil {
			continue // no such number of pages
		}
		sums.add(d.lang, res.Layout, res.Document)
		e := examine(in, res, diags)
		for _, f := range append(e.of("loose"), e.of("river")...) {
			t.Errorf("seed %d (%s): %v", seed+1, d.lang, f)
		}
	}
	for lang, limit := range most {
		s := sums[lang]
		if s == nil || len(s.stretch) < 100 {
			t.Errorf("%s: too few lines to tell", lang)
			continue
		}
		t.Logf("%s: %d lines, mean %.3f, over 1 %d, hyphens %d", lang, len(s.stretch), s.mean(), s.wide, s.hyphens)
		if s.mean() > limit || 2*s.hyphens > len(s.stretch) {
			t.Errorf("%s: word spaces are off by %.3f, at most %.2f is wanted; %d of %d lines end in hyphens", lang, s.mean(), limit, s.hyphens, len(s.stretch))
		}
	}
}
