package photo

// span is where a crop may begin along one axis, in millionths.
type span struct{ lo, hi int64 }

// What the places of a crop are weighed by. All is in millionths of the detail
// that there is along the axis.
const (
	pull    = 900_000   // for a way of the crop's size away from its centre; less by the square
	cut     = 4         // for what touches an edge from within, per part of it
	fringe  = 25        // how near that is: a part of the crop
	faceCut = 1_000_000 // for all faces; one has its part by size
	placing = 200       // places that are tried
)

// best returns where, within a span, a crop of the given size shows most: the
// faces whole, much of the detail, edges in quiet parts, and not far from where it
// was meant to be.
func (s *Subject) best(where span, meant, size int64, axis int) int64 {
	if where.hi <= where.lo {
		return meant
	}
	best, most := meant, s.worth(meant, meant, size, axis)
	for i := range int64(placing + 1) {
		at := where.lo + (where.hi-where.lo)*i/placing
		if w := s.worth(at, meant, size, axis); w > most || w == most && abs64(at-meant) < abs64(best-meant) {
			best, most = at, w
		}
	}
	return best
}

// worth weighs one place.
func (s *Subject) worth(at, meant, size int64, axis int) int64 {
	p, end := &s.Columns, at+size
	if axis == 1 {
		p = &s.Rows
	}
	w := before(&p.Detail, end) - before(&p.Detail, at)
	way := abs64(at-meant) * 1000 / size
	w -= pull * way * way / 1_000_000
	strip := size / fringe
	w -= cut * (before(&p.Edges, at+strip) - before(&p.Edges, at) + before(&p.Edges, end) - before(&p.Edges, end-strip))
	var all int64
	for _, f := range s.Faces {
		all += toMicro(f[axis+2]) - toMicro(f[axis])
	}
	for _, f := range s.Faces {
		a, b := toMicro(f[axis]), toMicro(f[axis+2])
		seen := max(0, min(b, end)-max(a, at))
		switch weight := faceCut * (b - a) / max(all, 1); {
		case seen == b-a:
			w += 2 * weight
		case seen > 0:
			w -= weight - weight*seen/(b-a)
		}
	}
	return w
}

// before returns how much lies before a place.
func before(sums *[bands + 1]int64, at int64) int64 {
	const band = micro / bands
	i, f := at/band, at%band
	if i == bands {
		return sums[bands]
	}
	return sums[i] + (sums[i+1]-sums[i])*f/band
}
