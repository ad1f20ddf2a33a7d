package color

import (
	"bufio"
	"fmt"
	"math"
	"math/rand"
	"os"
	"strings"
	"testing"
)

// conversions are the pairs that testdata/lcms.txt holds LittleCMS's answers for.
var conversions = []struct {
	name     string
	from, to string // files; "" is the built-in sRGB
	intent   Intent
	flags    string // of transicc
}{
	{"srgb-coated-relative", "", coated, Relative, "-t1"},
	{"srgb-coated-photo", "", coated, Photo, "-t1 -b"},
	{"srgb-coated-perceptual", "", coated, Perceptual, "-t0"},
	{"p3-coated-photo", p3, coated, Photo, "-t1 -b"},
	{"adobe-srgb", adobe, "", Photo, "-t1 -b"},
	{"p3-srgb", p3, "", Photo, "-t1 -b"},
	{"srgbfile-srgb", srgb, "", Photo, "-t1 -b"},
	{"coated-srgb-photo", coated, "", Photo, "-t1 -b"},
	{"coated-srgb-relative", coated, "", Relative, "-t1"},
	{"coated-srgb-absolute", coated, "", Absolute, "-t3"},
	{"grey-srgb", grey, "", Photo, "-t1 -b"},
}

func profile(t testing.TB, name string) *Profile {
	if name == "" {
		return SRGB()
	}
	return load(t, name)
}

// samples of n channels: corners first, then even and dark ones.
func probes(n, count int) []byte {
	rng := rand.New(rand.NewSource(int64(n)))
	out := make([]byte, n*count)
	for i := range out {
		switch px := i / n; {
		case px < 1<<n:
			out[i] = byte(px >> (i % n) & 1 * 255)
		case px%4 == 0:
			out[i] = byte(rng.Intn(48))
		default:
			out[i] = byte(rng.Intn(256))
		}
	}
	return out
}

// Within 0.05 of LittleCMS by Eval, and by Row no further than rounding to bytes
// and the grid between devices go.
func TestAgainstLittleCMS(t *testing.T) {
	answers := readAnswers(t)
	for _, c := range conversions {
		compare(t, c.name, profile(t, c.from), profile(t, c.to), c.intent, answers[c.name])
	}
}

func compare(t *testing.T, name string, from, to *Profile, intent Intent, want []float64) {
	t.Helper()
	tr, err := NewTransform(from, to, intent)
	if err != nil {
		t.Fatal(err)
	}
	count := len(want) / to.N
	if count < 50 {
		t.Fatalf("%s: %d answers", name, count)
	}
	src := probes(from.N, count)
	row := make([]byte, count*to.N)
	tr.Row(row, src)
	var worst, worstRow, sumRow float64
	for i := range count {
		in, exact, bytes := make([]float64, from.N), make([]float64, to.N), make([]float64, to.N)
		for j := range in {
			in[j] = float64(src[i*from.N+j]) / 255
		}
		tr.Eval(exact, in)
		for j := range bytes {
			bytes[j] = float64(row[i*to.N+j]) / 255
		}
		lab := to.LabOf(want[i*to.N : (i+1)*to.N]...)
		worst = max(worst, DeltaE2000(lab, to.LabOf(exact...)))
		d := DeltaE2000(lab, to.LabOf(bytes...))
		worstRow, sumRow = max(worstRow, d), sumRow+d
	}
	t.Logf("%-24s exact at most %.3f; rows mean %.3f, at most %.3f", name, worst, sumRow/float64(count), worstRow)
	if worst > 0.05 {
		t.Errorf("%s: Eval is %.3f from LittleCMS", name, worst)
	}
	limit := 1.0
	if from.N == 4 {
		limit = 2.5 // in places, where a gamut's edge cuts through a cell
	}
	if worstRow > limit || sumRow/float64(count) > 0.35 {
		t.Errorf("%s: Row is %.3f from LittleCMS, %.3f on average", name, worstRow, sumRow/float64(count))
	}
}

// readAnswers reads lines of a name and channels of 0 to 1.
func readAnswers(t *testing.T) map[string][]float64 {
	f, err := os.Open("testdata/lcms.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string][]float64{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		for _, s := range fields[1:] {
			var v float64
			if _, err := fmt.Sscan(s, &v); err != nil {
				t.Fatal(err)
			}
			out[fields[0]] = append(out[fields[0]], v)
		}
	}
	return out
}

func TestIdentity(t *testing.T) {
	tr, err := NewTransform(SRGB(), SRGB(), Photo)
	if err != nil {
		t.Fatal(err)
	}
	src := make([]byte, 3*256)
	for i := range src {
		src[i] = byte(i / 3)
	}
	dst := make([]byte, len(src))
	tr.Row(dst, src)
	if string(dst) != string(src) {
		t.Error("sRGB to sRGB changes greys")
	}
}

// White paper carries no ink, neutral tones stay neutral, and darker is darker.
func TestSeparation(t *testing.T) {
	iso := load(t, coated)
	tr, err := NewTransform(SRGB(), iso, Photo)
	if err != nil {
		t.Fatal(err)
	}
	src := make([]byte, 3*256)
	for i := range src {
		src[i] = byte(i / 3)
	}
	dst := make([]byte, 4*256)
	tr.Row(dst, src)
	if w := dst[4*255:]; w[0]|w[1]|w[2]|w[3] != 0 {
		t.Errorf("white prints %v", w)
	}
	last := -1.0
	for i := range 256 {
		p := dst[4*i : 4*i+4]
		lab := iso.LabOf(float64(p[0])/255, float64(p[1])/255, float64(p[2])/255, float64(p[3])/255)
		if lab.L < last-0.35 {
			t.Errorf("tone %d is darker than %d", i, i-1)
		}
		if math.Hypot(lab.A, lab.B) > 2 {
			t.Errorf("tone %d has a cast: %v", i, lab)
		}
		last = lab.L
	}
}

func TestInkLimit(t *testing.T) {
	iso := load(t, coated)
	plain, err := NewTransform(SRGB(), iso, Photo)
	if err != nil {
		t.Fatal(err)
	}
	for _, limit := range []float64{300, 240, 90} {
		tr := plain.WithInkLimit(limit)
		src := probes(3, 20000)
		dst := make([]byte, len(src)/3*4)
		tr.Row(dst, src)
		if got := MaxInk(dst); got > limit {
			t.Errorf("limit %v: %v", limit, got)
		}
	}
	row := []byte{255, 255, 255, 255, 255, 0, 0, 0, 10, 20, 30, 255, 200, 200, 200, 200}
	LimitInk(row, 300)
	want := []byte{170, 170, 170, 255, 255, 0, 0, 0, 10, 20, 30, 255, 188, 188, 188, 200}
	if string(row) != string(want) {
		t.Errorf("limited to %v, want %v", row, want)
	}
	LimitInk(row, 50)
	if MaxInk(row) > 50 {
		t.Errorf("limit 50: %v", row)
	}
}

// The inks of the default brand's palette look on paper as they are declared for
// the screen; black ink alone cannot be as dark as the screen.
func TestProof(t *testing.T) {
	iso := load(t, coated)
	for rgb, ink := range map[string]CMYK{
		"#0B6457": {80, 0, 52, 58}, "#B2321E": {0, 90, 96, 28}, "#7F550B": {0, 46, 100, 58}, "#F3F1EB": {6, 5, 9, 0},
	} {
		want, _ := ParseRGB(rgb)
		if got := iso.ToRGB(ink); DeltaE2000(got.Lab(), want.Lab()) > 4 {
			t.Errorf("%v looks like %v, want %v", ink, got, want)
		}
	}
	if got := iso.ToRGB(CMYK{}); got != (RGB{255, 255, 255}) {
		t.Errorf("paper is %v", got)
	}
	back, err := iso.FromRGB(RGB{11, 100, 87}, Relative)
	if err != nil || DeltaE2000(iso.LabOfCMYK(back), RGB{11, 100, 87}.Lab()) > 0.5 {
		t.Errorf("jade separates as %v, %v", back, err)
	}
}

func TestBlackRamp(t *testing.T) {
	iso := load(t, coated)
	ramp := iso.BlackRamp(SGray())
	if ramp[0] != 0 || ramp[255] != 255 {
		t.Errorf("black prints %d, white %d", ramp[0], ramp[255])
	}
	for i := 1; i < 256; i++ {
		if ramp[i] < ramp[i-1] {
			t.Fatalf("tone %d is darker than %d", i, i-1)
		}
	}
	// The middle grey of the screen, scaled to what black ink reaches.
	k := 100 - float64(ramp[119])/2.55
	dark, mid := iso.LabOfCMYK(CMYK{K: 100}).XYZ().Y, iso.LabOfCMYK(CMYK{K: k}).XYZ().Y
	want := dark + (1-dark)*RGB{119, 119, 119}.Luminance()
	if math.Abs(mid-want) > 0.004 {
		t.Errorf("middle grey prints %.1f%% black of luminance %.3f, want %.3f", k, mid, want)
	}
}

func BenchmarkRowRGBtoCMYK(b *testing.B)  { benchmarkRow(b, SRGB(), load(b, coated)) }
func BenchmarkRowP3toRGB(b *testing.B)    { benchmarkRow(b, load(b, p3), SRGB()) }
func BenchmarkRowCMYKtoRGB(b *testing.B)  { benchmarkRow(b, load(b, coated), SRGB()) }
func BenchmarkRowCMYKtoCMYK(b *testing.B) { benchmarkRow(b, load(b, coated), load(b, coated)) }

// benchmarkRow converts a million pixels of a smooth picture an operation.
func benchmarkRow(b *testing.B, from, to *Profile) {
	tr, err := NewTransform(from, to, Photo)
	if err != nil {
		b.Fatal(err)
	}
	const pixels = 1 << 20
	src, dst := make([]byte, pixels*from.N), make([]byte, pixels*to.N)
	for i := range src {
		px := i / from.N
		src[i] = byte(128 + 100*math.Sin(float64(px)/float64(37+50*(i%from.N)))*math.Cos(float64(px>>10)/97))
	}
	tr.Row(dst, src)
	b.SetBytes(pixels)
	for b.Loop() {
		tr.Row(dst, src)
	}
}

func BenchmarkPrepareRGBtoCMYK(b *testing.B) {
	iso := load(b, coated)
	for b.Loop() {
		tr, _ := NewTransform(SRGB(), iso, Photo)
		tr.Row(make([]byte, 4), make([]byte, 3))
	}
}
