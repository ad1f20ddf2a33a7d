package brand

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

const (
	maxColumns = 24
	// Unbounded is the Max of rows that grow freely: more than any page holds.
	Unbounded = 2000
)

// Range is a pair of bounds; Max is negative where there is none.
type Range struct {
	Min, Max int
	Set      bool
}

// Holds reports whether n lies in r; an unset range holds everything.
func (r Range) Holds(n int) bool { return !r.Set || n >= r.Min && (r.Max < 0 || n <= r.Max) }

// Rows is a height or gap that may flex, in rows: 2, 1-3, 1+ (grows freely), fill
// (takes what is left), or {min: 20, ideal: 24, max: 30, cost: 100}.
type Rows struct {
	Min, Ideal, Max float64
	Free            bool // growth above Min costs nothing, up to the height of what stands beside
	Fill            bool // growth costs nothing at all
	Cost            int  // weight of the deviation; 0 is the brand's default
	Set             bool
}

// Columns is a span of grid columns, 1-5; the zero value inherits the parent's.
type Columns struct{ From, To int }

// bounds splits "2", "1-3", "1–3" and "2+". Without upper bound, open is true.
func bounds(s string) (lower, upper string, open bool) {
	s = strings.TrimSpace(strings.ReplaceAll(s, "–", "-"))
	if l, ok := strings.CutSuffix(s, "+"); ok {
		return strings.TrimSpace(l), "", true
	}
	lower, upper, ok := strings.Cut(s, "-")
	if !ok {
		return s, s, false
	}
	return strings.TrimSpace(lower), strings.TrimSpace(upper), false
}

// ParseRange reads "2", "1-3" or "2+".
func ParseRange(s string) (Range, error) {
	bad := fmt.Errorf("%q is not a range like 2, 1-3 or 2+", s)
	lower, upper, open := bounds(s)
	from, err := count(lower)
	if err != nil {
		return Range{}, bad
	}
	if open {
		return Range{Min: from, Max: -1, Set: true}, nil
	}
	to, err := count(upper)
	if err != nil {
		return Range{}, bad
	}
	if to < from {
		return Range{}, fmt.Errorf("the range %q ends before it begins", s)
	}
	return Range{Min: from, Max: to, Set: true}, nil
}

// ParseColumns reads a span of grid columns: "3" or "1-5".
func ParseColumns(s string) (Columns, error) {
	bad := fmt.Errorf("%q is not a span of columns like 3 or 1-5", s)
	lower, upper, open := bounds(s)
	from, err := count(lower)
	if err != nil || open || from < 1 {
		return Columns{}, bad
	}
	to, err := count(upper)
	if err != nil || to > maxColumns {
		return Columns{}, bad
	}
	if to < from {
		return Columns{}, fmt.Errorf("the columns %q end before they begin", s)
	}
	return Columns{From: from, To: to}, nil
}

// ParseRows reads "2", "1-3" (the ideal is in the middle), "1+" or "fill".
func ParseRows(s string) (Rows, error) {
	if s == "fill" {
		return Rows{Max: Unbounded, Free: true, Fill: true, Set: true}, nil
	}
	bad := fmt.Errorf("%q is not a number of rows like 2, 1-3 or 1+, nor fill", s)
	lower, upper, open := bounds(s)
	from, err := parseRows(lower)
	if err != nil {
		return Rows{}, bad
	}
	if open {
		return Rows{Min: from, Ideal: from, Max: Unbounded, Free: true, Set: true}, nil
	}
	to, err := parseRows(upper)
	if err != nil {
		return Rows{}, bad
	}
	if to < from {
		return Rows{}, fmt.Errorf("the rows %q end before they begin", s)
	}
	return Rows{Min: from, Ideal: middle(from, to), Max: to, Set: true}, nil
}

// middle returns the half row in the middle of a span, or the one below it.
func middle(from, to float64) float64 { return max(from, math.Floor(from+to)/2) }

// count reads a whole number from 0.
func count(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 1_000_000 || s[0] == '+' {
		return 0, fmt.Errorf("%q is not a number", s)
	}
	return n, nil
}

// parseRows reads a number of rows, from 0, with decimals.
func parseRows(s string) (float64, error) {
	if s == "" || strings.Trim(s, "0123456789.") != "" {
		return 0, fmt.Errorf("%q is not a number of rows", s)
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v > Unbounded {
		return 0, fmt.Errorf("%q is not a number of rows", s)
	}
	return v, nil
}

// String returns the range as it is written.
func (r Range) String() string {
	switch {
	case !r.Set:
		return "any"
	case r.Max < 0:
		return fmt.Sprintf("%d+", r.Min)
	case r.Min == r.Max:
		return strconv.Itoa(r.Min)
	}
	return fmt.Sprintf("%d-%d", r.Min, r.Max)
}
