package brand

import (
	"fmt"
	"strconv"
	"strings"
)

// A Condition says when a box appears: "photos>=2", "quote", "not facts".
type Condition struct {
	Not  bool
	Name string
	Op   string // "", ">=", "<=", ">", "<", "=", "!="; empty: more than nothing
	N    int
}

// Conditions returns the names that a condition may ask for: numbers of the
// box's story (its photos, words and facts) and of the page (its stories), then
// what the story has or is, then what the issue has.
func Conditions() []string {
	return []string{
		"photos", "words", "facts", "stories",
		"quote", "see", "lead", "kicker", "list", "section-opener", "new-section", "goes-on", "continued", "turns", "rest", "short", "last",
		"cover-photo", "funding", "follow", "contacts", "index",
	}
}

// ParseCondition reads one condition. The name is not checked against
// [Conditions].
func ParseCondition(s string) (Condition, error) {
	var c Condition
	rest := strings.TrimSpace(s)
	if after, ok := strings.CutPrefix(rest, "not "); ok {
		c.Not, rest = true, strings.TrimSpace(after)
	}
	name := rest
	if i := strings.IndexAny(rest, "<>=!"); i >= 0 {
		name, rest = strings.TrimSpace(rest[:i]), rest[i:]
		for _, op := range []string{">=", "<=", "!=", ">", "<", "="} {
			num, ok := strings.CutPrefix(rest, op)
			if !ok {
				continue
			}
			n, err := strconv.Atoi(strings.TrimSpace(num))
			if err != nil || n < 0 {
				return c, fmt.Errorf("%q compares with no whole number", s)
			}
			c.Op, c.N = op, n
			break
		}
		if c.Op == "" {
			return c, fmt.Errorf("%q is not a condition", s)
		}
	}
	if name == "" || strings.ContainsAny(name, " \t") {
		return c, fmt.Errorf("%q is not a condition", s)
	}
	c.Name = name
	return c, nil
}

// Holds reports whether the condition is met, where value gives the number
// behind a name (1 and 0 for yes and no).
func (c Condition) Holds(value func(name string) int) bool {
	v := value(c.Name)
	ok := v > 0
	switch c.Op {
	case ">=":
		ok = v >= c.N
	case "<=":
		ok = v <= c.N
	case ">":
		ok = v > c.N
	case "<":
		ok = v < c.N
	case "=":
		ok = v == c.N
	case "!=":
		ok = v != c.N
	}
	return ok != c.Not
}
