package flow_test

import (
	"testing"
)

// TestLooseColumns: where the best lines leave the columns of a justified story
// two rows apart, other lines are found that do not; and nothing of it is lost.
func TestLooseColumns(t *testing.T) {
	st := newStage(t, "dispatch")
	for _, seed := range []uint64{10, 33, 39} {
		in, res, diags := st.compose(t, drawShape(t, seed, ""))
		if res == nil {
			t.Fatalf("seed %d: not built", seed)
		}
		for _, f := range examine(in, res, diags).faults {
			switch f.kind {
			case "level", "words", "widow", "hyphen", "runt":
				t.Errorf("seed %d page %d: %s: %s", seed, f.page, f.kind, f.what)
			}
		}
	}
}
