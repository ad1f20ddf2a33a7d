package finish

import (
	"bytes"
	"runtime"
	"sync"
	"testing"

	"masthead/layout/display"
)

// TestSameBytes builds both files twenty times, on one processor and on eight,
// several at once.
func TestSameBytes(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, profile := range []display.Profile{display.Email, display.Print} {
		s := full(t)
		for i := range s.doc.Fonts { // deflating them is slow under the race detector
			s.doc.Fonts[i].Program = s.doc.Fonts[i].Program[:5000]
		}
		want := s.must(profile)
		for _, procs := range []int{1, 8} {
			runtime.GOMAXPROCS(procs)
			var wait sync.WaitGroup
			for range 10 {
				wait.Go(func() {
					got, err := s.build(profile)
					if err != nil {
						t.Error(err)
					} else if !bytes.Equal(got, want) {
						t.Errorf("profile %d on %d processors: other bytes", profile, procs)
					}
				})
			}
			wait.Wait()
		}
	}
}

// TestSameDocument: and from scratch, the document itself composed anew.
func TestSameDocument(t *testing.T) {
	for _, profile := range []display.Profile{display.Email, display.Print} {
		if !bytes.Equal(full(t).must(profile), full(t).must(profile)) {
			t.Errorf("profile %d: the same document gives other bytes", profile)
		}
	}
}

// TestIdentity: another text is another file, by both of its identifiers.
func TestIdentity(t *testing.T) {
	a := full(t)
	b := full(t)
	b.line(0, "one line more")
	for _, profile := range []display.Profile{display.Email, display.Print} {
		fa, fb := reread(t, a.must(profile)), reread(t, b.must(profile))
		if fa.array(fa.Trailer["ID"])[0] == fb.array(fb.Trailer["ID"])[0] {
			t.Errorf("profile %d: two files of one id", profile)
		}
	}
}
