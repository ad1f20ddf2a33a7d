package para

import "testing"

// TestTail: a last line leaves the room that is asked of it, tightened where that is
// enough, with a word less where it is not; no other line does.
func TestTail(t *testing.T) {
	for _, c := range []struct {
		text  string
		tail  float64
		align Align
		want  string
	}{
		{"abcd abcd abcd abcd", 0, Justified, "abcd abcd|abcd abcd"},
		{"abcd abcd abcd abcd", 2, Justified, "abcd abcd|abcd abcd"}, // tightened
		{"abcd abcd abcd abcd", 30, Justified, "abcd|abcd abcd|abcd"},
		{"abcd abcd abcd abcd", 2, FlushLeft, "abcd|abcd abcd|abcd"}, // never tightened
		{"abcd abcd", 2, FlushLeft, "abcd|abcd"},
		{"abcd abc", 10, FlushLeft, "abcd abc"},
	} {
		p := Params{Align: c.align, Tail: pt(c.tail), Tolerance: 20, WordSpace: WordSpace{Min: 0.7, Ideal: 1, Max: 1.5}}
		lines := set(t, c.text, 9, p)
		if got := texts(lines); got != c.want {
			t.Errorf("%q with %v pt free: %s, want %s", c.text, c.tail, got, c.want)
		}
		last := &lines[len(lines)-1]
		end := last.Pieces[len(last.Pieces)-1]
		if over := end.X + end.Advance() + pt(c.tail) - last.Measure; over > 0 {
			t.Errorf("%q with %v pt free: the last line has %v less", c.text, c.tail, over)
		}
	}
}
