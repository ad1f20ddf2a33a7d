package golden_test

import (
	"testing"

	"masthead/layout/golden"
)

// checkWhole looks for what must hold of every golden: it can be read back, and
// compared with itself it is the same.
func checkWhole(t *testing.T, g *golden.Golden) {
	t.Helper()
	text := g.String()
	back, err := golden.Parse([]byte(text))
	if err != nil {
		t.Fatalf("the golden cannot be read back: %v", err)
	}
	if again := back.String(); again != text {
		t.Errorf("read back and written again the golden differs")
	}
	if r := golden.Compare(back, g, golden.Options{}); !r.Same() {
		t.Errorf("a golden differs from itself: %q", r.Findings[0].Text)
	}
}
