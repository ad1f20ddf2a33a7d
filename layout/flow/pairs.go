package flow

// mostPairs bounds the galleys with two variant paragraphs.
const mostPairs = 80

// pairs returns the galleys in which two paragraphs are a line longer or shorter:
// many narrow columns need more choice to end level than one paragraph gives.
func (m *measurer) pairs(b *bodySet) []*galley {
	if b.galley.pairs != nil {
		return b.galley.pairs
	}
	out := []*galley{}
	for _, g := range m.variants(b) {
		for i := g.changed; i < g.text() && len(out) < mostPairs; {
			from := i
			for i++; i < g.text() && g.rows[i].block == g.rows[from].block; i++ {
			}
			if g.rows[from].number > 0 || g.rows[from].block.base > 0 || i-from < 3 {
				continue
			}
			for _, d := range []int{-1, 1} {
				if two := m.variant(g, from, i, d); two != nil {
					out = append(out, two)
				}
			}
		}
	}
	b.galley.pairs = out
	return out
}
