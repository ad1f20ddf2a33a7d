package photo

import (
	"bytes"
	"image/jpeg"
	"math/rand"
	"testing"
)

// What is written by one half of the codec is read by the other.
func TestBitsRoundTrip(t *testing.T) {
	rng := rand.New(rand.NewSource(2))
	type piece struct {
		v uint32
		n uint
	}
	var all []piece
	var w bitWriter
	for range 5000 {
		n := uint(1 + rng.Intn(16))
		p := piece{uint32(rng.Int63()) & (1<<n - 1), n}
		if rng.Intn(3) == 0 {
			p.v = 1<<n - 1 // bytes of ones, which are stuffed
		}
		all = append(all, p)
		w.put(p.v, p.n)
	}
	w.flush()
	r := bitReader{data: w.out}
	for i, p := range all {
		if got := r.plain(p.n); got != int(p.v) {
			t.Fatalf("piece %d of %d bits: %x, want %x", i, p.n, got, p.v)
		}
	}
	if r.overrun > int(r.n) {
		t.Error("more was read than was written")
	}
	r.plain(16)
	r.plain(16)
	r.plain(16)
	r.plain(16)
	r.plain(16)
	if r.overrun <= int(r.n) {
		t.Error("reading beyond the end goes unnoticed")
	}
}

func TestHuffmanRoundTrip(t *testing.T) {
	rng := rand.New(rand.NewSource(4))
	for range 50 {
		var enc huffTable
		var symbols []byte
		for range 3000 {
			s := byte(rng.ExpFloat64() * float64(1+rng.Intn(40)))
			symbols = append(symbols, s)
			enc.freq[s]++
		}
		enc.build()
		var counts [16]byte
		for n := range counts {
			counts[n] = byte(enc.bits[n+1])
		}
		dec := newHuffLookup(counts[:], enc.order)
		if dec == nil {
			t.Fatal("our own table is refused")
		}
		var w bitWriter
		for _, s := range symbols {
			w.put(enc.code[s], uint(enc.size[s]))
		}
		w.flush()
		r := bitReader{data: w.out}
		for i, s := range symbols {
			if got, ok := r.symbol(dec); !ok || got != s {
				t.Fatalf("symbol %d: %d %v, want %d", i, got, ok, s)
			}
		}
	}
}

func TestSignedValues(t *testing.T) {
	// T.81, table F.1: category 2 is -3, -2, 2, 3.
	r := bitReader{data: []byte{0b00_01_10_11, 0b0_1_000000}}
	r.fill()
	for _, want := range []int32{-3, -2, 2, 3} {
		if got := r.value(2); got != want {
			t.Errorf("%d, want %d", got, want)
		}
	}
	if a, b := r.value(1), r.value(1); a != -1 || b != 1 {
		t.Errorf("category 1: %d %d", a, b)
	}
	if r.value(0) != 0 {
		t.Error("category 0 is not 0")
	}
}

func TestBadHuffmanTables(t *testing.T) {
	counts := make([]byte, 16)
	counts[0] = 3 // three codes of one bit
	if newHuffLookup(counts, []byte{1, 2, 3}) != nil {
		t.Error("an overfull table is taken")
	}
	short := make([]byte, 16)
	short[1] = 1
	r := bitReader{data: []byte{0xf0, 0, 0, 0, 0, 0, 0, 0}}
	if _, ok := r.symbol(newHuffLookup(short, []byte{9})); ok {
		t.Error("a code that no symbol has is read")
	}
}

// Pictures with restart markers, and what happens where one is missing.
func TestRestartMarkers(t *testing.T) {
	for _, name := range []string{"restart.jpg", "progressive-restart.jpg"} {
		data := readFile(t, "testdata/"+name)
		images, err := decodeScaled(data, 160, 90, wholes(8)...)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		img := images[0]
		std, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if d := psnr(shrink(std, std.Bounds(), 1, false), shrink(img, img.Bounds(), 1, false)); d < 45 {
			t.Errorf("%s: %.1f dB from the standard library", name, d)
		}
		at := bytes.Index(data, []byte{0xff, markRST0 + 2})
		if at < 0 {
			t.Fatalf("%s has no restart markers", name)
		}
		broken := append(bytes.Clone(data[:at]), data[at+2:]...)
		if _, err := decodeScaled(broken, 160, 90, wholes(8)...); err == nil {
			t.Errorf("%s: a missing marker goes unnoticed", name)
		}
	}
}
