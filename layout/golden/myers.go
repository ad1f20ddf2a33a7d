package golden

// hunk is a stretch that became another: a[a0:a1] turned into b[b0:b1].
type hunk struct{ a0, a1, b0, b1 int }

// patience is how many edits are looked for before two sequences are said to be
// different throughout.
const patience = 1200

// difference returns where two sequences of n and m members differ, by the
// greedy algorithm of Myers ("An O(ND) Difference Algorithm and Its
// Variations", Algorithmica 1, 1986). Where they differ in too much, all between
// the common ends is one hunk.
func difference(n, m int, equal func(i, j int) bool) []hunk {
	head := 0
	for head < n && head < m && equal(head, head) {
		head++
	}
	for n > head && m > head && equal(n-1, m-1) {
		n, m = n-1, m-1
	}
	if n == head && m == head {
		return nil
	}
	if n > head && m > head {
		if last, ok := shortest(n-head, m-head, func(i, j int) bool { return equal(head+i, head+j) }); ok {
			return hunks(last, head)
		}
	}
	return []hunk{{head, n, head, m}}
}

// edit drops a member of the first sequence or takes one of the second. Edits
// are chained from the last to the first.
type edit struct {
	a, b int
	take bool
	prev *edit
}

// reach is how far a diagonal gets in the first sequence, and by which edits.
type reach struct {
	x    int
	last *edit
}

// shortest returns the shortest chain of edits.
//
//	for each number of edits, from none
//	    for each diagonal k = x-y that can be reached with them
//	        come from the neighbour that got further, by one edit
//	        slide along what is equal
//	        at the end of both: done
func shortest(n, m int, equal func(i, j int) bool) (*edit, bool) {
	most := min(n+m, patience)
	v := make([]reach, 2*most+3)
	at := func(k int) *reach { return &v[most+1+k] }
	for d := 0; d <= most; d++ {
		for k := -d; k <= d; k += 2 {
			var r reach
			switch {
			case d == 0:
			case k == -d || k != d && at(k-1).x < at(k+1).x:
				from := at(k + 1)
				r = reach{from.x, &edit{from.x, from.x - k - 1, true, from.last}}
			default:
				from := at(k - 1)
				r = reach{from.x + 1, &edit{from.x, from.x - k + 1, false, from.last}}
			}
			for r.x < n && r.x-k < m && equal(r.x, r.x-k) {
				r.x++
			}
			if r.x >= n && r.x-k >= m {
				return r.last, true
			}
			*at(k) = r
		}
	}
	return nil, false
}

// hunks turns a chain of edits into stretches.
func hunks(last *edit, head int) []hunk {
	var out []hunk // from the last to the first
	for e := last; e != nil; e = e.prev {
		h := hunk{head + e.a, head + e.a + 1, head + e.b, head + e.b}
		if e.take {
			h = hunk{head + e.a, head + e.a, head + e.b, head + e.b + 1}
		}
		if n := len(out); n > 0 && out[n-1].a0 == h.a1 && out[n-1].b0 == h.b1 {
			out[n-1].a0, out[n-1].b0 = h.a0, h.b0
			continue
		}
		out = append(out, h)
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// bridge joins hunks with no more than gap members between them, for a phrase
// that was reworded is told as one; never over a member that stop names.
func bridge(list []hunk, gap int, stop func(i int) bool) []hunk {
	var out []hunk
	for _, h := range list {
		n := len(out)
		if n == 0 || h.a0-out[n-1].a1 > gap || stops(out[n-1].a1, h.a0, stop) {
			out = append(out, h)
			continue
		}
		out[n-1].a1, out[n-1].b1 = h.a1, h.b1
	}
	return out
}

func stops(from, to int, stop func(i int) bool) bool {
	for i := from; i < to; i++ {
		if stop(i) {
			return true
		}
	}
	return false
}
