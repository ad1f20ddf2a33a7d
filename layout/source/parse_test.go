package source

import (
	"slices"
	"strings"
	"testing"

	"masthead/layout/diag"
)

// said returns the diagnostics with their hints, one a line, without severity.
func said(l *diag.List) string {
	var out []string
	for _, d := range l.All {
		s := d.String()
		if d.Hint != "" {
			s += " | " + d.Hint
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func TestSyntaxErrors(t *testing.T) {
	for _, c := range slices.Concat(openEnds(), strayKeys(), badSigns(), badTrees()) {
		var l diag.List
		_, ok := Parse("f.yaml", []byte(c.in), &l)
		if got := said(&l); got != c.want {
			t.Errorf("%s: %v\n got %s\nwant %s", c.name, ok, got, c.want)
		}
	}
}
