package photo

import (
	"cmp"
	"slices"
)

// A budget of bytes is met by lowering qualities together, lighter pictures
// first, along one scale of steps: at none every picture has its best quality, at
// all of them its least. Sizes on the way are those of real files.
const budgetSteps = 64

// qualityAt returns a picture's quality at a step. A picture of the largest
// weight begins to give when one of no weight has given half of what it can, and
// both end together.
func qualityAt(best, least, step int, weight, heaviest int) int {
	begin := 0
	if heaviest > 0 {
		begin = budgetSteps / 2 * max(weight, 0) / heaviest
	}
	give := max(0, step-begin)
	return best - ((best-least)*give+(budgetSteps-begin)/2)/(budgetSteps-begin)
}

// plan sets each picture's quality to what an earlier build with the same budget
// found, or to its best.
func (m *maker) plan(t int) {
	for s := range m.specs {
		m.quality[t][s] = m.targets[t].quality(m.specs[s])
	}
	if m.targets[t].MaxBytes <= 0 || m.opt.Cache == nil {
		return
	}
	b, ok := m.opt.Cache.Get(m.planKey(t))
	if ok && len(b) == len(m.specs) {
		for s, q := range b {
			if m.errs[s] == nil {
				m.quality[t][s] = int(q)
			}
		}
	}
}

func (m *maker) planKey(t int) [32]byte {
	target := m.targets[t]
	var all []byte
	for s, spec := range m.specs {
		key := m.key(t, s)
		all = append(all, key[:]...)
		all = append(all, byte(target.quality(spec)), byte(target.floor(spec)), byte(spec.Weight), byte(spec.Weight>>8))
	}
	return digest("plan", all, target.MaxBytes)
}

// budget brings a target within its MaxBytes as far as its qualities allow.
func (m *maker) budget(t int) {
	target := m.targets[t]
	if target.MaxBytes <= 0 || m.total(t) <= target.MaxBytes {
		return
	}
	heaviest, atFloor := 0, true
	for s, q := range m.quality[t] {
		atFloor = atFloor && q <= target.floor(m.specs[s])
	}
	if atFloor {
		return
	}
	var hidden []piece
	for s := range m.specs {
		heaviest = max(heaviest, m.specs[s].Weight)
		if m.errs[s] == nil && m.held[t][s] == nil {
			hidden = append(hidden, piece{t, s})
		}
	}
	m.run(hidden, true)

	sizes := make([]map[int]int64, len(m.specs))
	for s := range sizes {
		sizes[s] = map[int]int64{}
	}
	quality := func(s, step int) int {
		best, least := target.quality(m.specs[s]), target.floor(m.specs[s])
		return qualityAt(best, least, step, m.specs[s].Weight, heaviest)
	}
	fits := func(step int) bool {
		if m.ctx.Err() != nil {
			return true
		}
		m.each(len(m.specs), func(s int) {
			if q := quality(s, step); m.held[t][s] != nil && sizes[s][q] == 0 {
				sizes[s][q] = int64(len(m.held[t][s].encode(q)))
			}
		})
		total := int64(0)
		for s := range m.specs {
			total += sizes[s][quality(s, step)]
		}
		return total <= target.MaxBytes
	}
	lo, hi := 0, budgetSteps // the answer is above lo; hi is the last resort
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; fits(mid) {
			hi = mid
		} else {
			lo = mid
		}
	}
	m.each(len(m.specs), func(s int) {
		if m.held[t][s] != nil && m.errs[s] == nil {
			m.quality[t][s] = quality(s, hi)
			m.encode(piece{t, s}, m.held[t][s])
		}
	})
	if m.opt.Cache != nil && m.ctx.Err() == nil {
		found := make([]byte, len(m.specs))
		for s := range found {
			found[s] = byte(m.quality[t][s])
		}
		m.opt.Cache.Put(m.planKey(t), found)
	}
}

func (m *maker) total(t int) (n int64) {
	for _, e := range m.out[t] {
		n += int64(len(e.Data))
	}
	return n
}

// Share is what one picture takes of a budget that was not met, and what it
// would have to give.
type Share struct {
	Spec  int   // index
	Bytes int64 // at its least quality
	Give  int64 // in proportion, for all to fit
}

// Heaviest returns the n largest pictures of a target whose budget was not met,
// the largest first, or nil where it was.
func Heaviest(made []Encoded, most int64, n int) []Share {
	var total int64
	var all []Share
	for i, e := range made {
		total += int64(len(e.Data))
		all = append(all, Share{Spec: i, Bytes: int64(len(e.Data))})
	}
	over := total - most
	if over <= 0 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b Share) int { return cmp.Compare(b.Bytes, a.Bytes) })
	all = all[:min(n, len(all))]
	var theirs int64
	for _, s := range all {
		theirs += s.Bytes
	}
	for i := range all {
		all[i].Give = min(all[i].Bytes, (over*all[i].Bytes+theirs-1)/max(theirs, 1))
	}
	return all
}
