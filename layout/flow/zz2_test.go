package flow_test

import (
	"fmt"
	"testing"
)

func TestZZ2(t *testing.T) {
	st := newStage(t, "dispatch")
	for _, seed := range []uint64{22, 7, 18} {
		d := drawShape(t, seed, "")
		in, res, diags := st.compose(t, d)
		for _, x := range diags.All {
			fmt.Println(x)
		}
		if res == nil {
			continue
		}
		for _, p := range res.Layout.Pages {
			fmt.Println(seed, p.Number, p.Template)
			last := ""
			for _, l := range p.Lines {
				k := l.Story + " " + l.Role
				if k != last {
					fmt.Print("   ", k, ": ", l.Text, "\n")
				}
				last = k
			}
		}
		for _, s := range res.Layout.Stories {
			fmt.Println(s.ID, s.Pages, s.Words)
		}
		for _, f := range examine(in, res, diags).hard() {
			fmt.Println(f)
		}
	}
}
