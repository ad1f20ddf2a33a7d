package brand

// A demand is what a list of conditions asks of each name: a number from least
// to most.
type demand map[string]bounded

type bounded struct{ least, most int }

// demandOf gathers conditions that must hold together. What cannot be read is
// left out; "!=" and its like leave no bound.
func demandOf(conditions ...Names) demand {
	const any = 1 << 30
	d := demand{}
	for _, list := range conditions {
		for _, s := range list {
			c, err := ParseCondition(s)
			if err != nil {
				continue
			}
			b, ok := d[c.Name]
			if !ok {
				b = bounded{0, any}
			}
			least, most := c.bounds(any)
			d[c.Name] = bounded{max(b.least, least), min(b.most, most)}
		}
	}
	return d
}

// bounds returns the numbers for which the condition holds.
func (c Condition) bounds(limit int) (least, most int) {
	op, n := c.Op, c.N
	if op == "" {
		op, n = ">=", 1
	}
	if c.Not {
		op = map[string]string{">=": "<", "<": ">=", ">": "<=", "<=": ">", "=": "!=", "!=": "="}[op]
	}
	switch op {
	case ">=":
		return n, limit
	case ">":
		return n + 1, limit
	case "<=":
		return 0, n
	case "<":
		return 0, n - 1
	case "=":
		return n, n
	}
	return 0, limit
}

// excludes reports whether the two demands can never be met at once.
func (d demand) excludes(other demand) bool {
	for name, a := range d {
		if b, ok := other[name]; ok && max(a.least, b.least) > min(a.most, b.most) {
			return true
		}
	}
	return false
}
