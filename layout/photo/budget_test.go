package photo

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/fstest"
)

// crowd is a number of pictures of different sizes and weights, the first being
// the one that counts.
func crowd(t testing.TB, n int) []Spec {
	fsys := fstest.MapFS{}
	var specs []Spec
	for i := range n {
		name := fmt.Sprintf("%d.jpg", i)
		fsys[name] = &fstest.MapFile{Data: jpegOf(t, scene(300+40*i, 200+10*i))}
		specs = append(specs, spec(fsys, name, 3, 2))
	}
	specs[0].Weight = 20
	return specs
}

func bytesOf(made []Encoded) (n int64) {
	for _, e := range made {
		n += int64(len(e.Data))
	}
	return n
}

// made makes specs within a budget and expects no picture to fail.
func made(t testing.TB, specs []Spec, target Target, opt Options) []Encoded {
	t.Helper()
	out, errs := Make(context.Background(), specs, []Target{target}, opt)
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	return out[0]
}

// At any budget between the least and the most the pictures keep it to the byte,
// never fall below their floor, and get better as it grows.
func TestBudgetSweep(t *testing.T) {
	specs := crowd(t, 4)
	target := Target{Space: "srgb", PPI: 110, Quality: 85, MinQuality: 25, Paper: white}
	opt := Options{Cache: DirCache(t.TempDir(), 0)}
	most := bytesOf(made(t, specs, target, opt))
	least := target
	least.Quality = 25
	floor := bytesOf(made(t, specs, least, opt))
	last := 0
	for step := range 9 {
		target.MaxBytes = floor + (most-floor)*int64(step)/8
		out := made(t, specs, target, opt)
		if got := bytesOf(out); got > target.MaxBytes {
			t.Errorf("%d bytes of %d", got, target.MaxBytes)
		}
		sum := 0
		for i, e := range out {
			if e.Quality < 25 || e.Quality > 85 {
				t.Errorf("picture %d of quality %d", i, e.Quality)
			}
			if e.Quality > out[0].Quality {
				t.Errorf("picture %d is better than the one that counts: %d over %d", i, e.Quality, out[0].Quality)
			}
			sum += e.Quality
		}
		if sum < last {
			t.Errorf("more bytes, worse pictures: %d after %d", sum, last)
		}
		last = sum
	}
	if last != 4*85 {
		t.Errorf("with room for all the qualities make %d", last)
	}
}

// The same budget gives the same bytes, with a cache and without, at any number
// of workers.
func TestBudgetIsDeterministic(t *testing.T) {
	specs := crowd(t, 3)
	target := Target{Space: "srgb", PPI: 110, Quality: 85, MinQuality: 25, Paper: white}
	target.MaxBytes = bytesOf(made(t, specs, target, Options{})) * 7 / 10
	cache := DirCache(t.TempDir(), 0)
	var first []Encoded
	for _, opt := range []Options{{}, {Workers: 1}, {Workers: 5}, {Cache: cache}, {Cache: cache}, {Cache: cache, Workers: 1}} {
		out := made(t, specs, target, opt)
		if first == nil {
			first = out
		}
		for i := range out {
			if string(out[i].Data) != string(first[i].Data) {
				t.Errorf("picture %d differs with %+v", i, opt)
			}
		}
	}
}

// What the heaviest are asked to give is enough, and none gives more than it has
// unless all of them together are not enough.
func TestHeaviest(t *testing.T) {
	sized := func(sizes ...int) (out []Encoded) {
		for _, n := range sizes {
			out = append(out, Encoded{Data: make([]byte, n)})
		}
		return out
	}
	for _, c := range []struct {
		sizes []int
		most  int64
		n     int
	}{
		{[]int{100, 500, 300, 200}, 1000, 3},
		{[]int{100, 500, 300, 200}, 1099, 3},
		{[]int{100, 500, 300, 200}, 200, 3},
		{[]int{7}, 3, 3},
		{[]int{5, 5, 5}, 14, 2},
	} {
		all := sized(c.sizes...)
		over := bytesOf(all) - c.most
		shares := Heaviest(all, c.most, c.n)
		if len(shares) != min(c.n, len(c.sizes)) {
			t.Fatalf("%v: %d shares", c, len(shares))
		}
		var give, have int64
		for i, s := range shares {
			if s.Give > s.Bytes || s.Bytes != int64(c.sizes[s.Spec]) || i > 0 && s.Bytes > shares[i-1].Bytes {
				t.Errorf("%v: %+v", c, shares)
			}
			give, have = give+s.Give, have+s.Bytes
		}
		if give < min(over, have) {
			t.Errorf("%v: they give %d of %d", c, give, over)
		}
	}
	if Heaviest(sized(3, 4), 7, 3) != nil || Heaviest(nil, 0, 3) != nil {
		t.Error("shares of a budget that is met")
	}
}

// A cancelled build leaves no plan behind that a later one would follow.
func TestBudgetCancelled(t *testing.T) {
	specs := crowd(t, 2)
	target := Target{Space: "srgb", PPI: 110, Quality: 85, MinQuality: 25, Paper: white, MaxBytes: 3000}
	cache := DirCache(t.TempDir(), 0)
	ctx, cancel := context.WithCancel(context.Background())
	opt := Options{Cache: cache, Progress: func(done, total int, _ string) {
		if done == total {
			cancel()
		}
	}}
	Make(ctx, specs, []Target{target}, opt)
	want := made(t, specs, target, Options{})
	for i, e := range made(t, specs, target, Options{Cache: cache}) {
		if e.Quality != want[i].Quality {
			t.Errorf("picture %d has quality %d, want %d", i, e.Quality, want[i].Quality)
		}
	}
}
