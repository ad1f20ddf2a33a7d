package photo

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"image"
	"image/jpeg"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"masthead/layout/color"
	"masthead/layout/geom"
)

var white = color.RGB{R: 255, G: 255, B: 255}

func targets(t testing.TB) []Target {
	return []Target{
		{Space: "srgb", PPI: 130, Quality: 80, Paper: white, Sharpen: 0.5},
		{Space: "cmyk", Output: coated(t), InkLimit: 300, PPI: 300, Paper: white, Sharpen: 0.5},
	}
}

// spec places a whole file of a shape on 2 inches.
func spec(fsys fstest.MapFS, name string, w, h int) Spec {
	return Spec{FS: fsys, File: name, Size: geom.Size{W: 144 * geom.Point, H: 144 * geom.Point * geom.Length(h) / geom.Length(w)}}
}

// one makes a single picture and expects it to work.
func one(t testing.TB, s Spec, target Target) Encoded {
	t.Helper()
	out, errs := Make(context.Background(), []Spec{s}, []Target{target}, Options{})
	if errs[0] != nil {
		t.Fatal(errs[0])
	}
	return out[0][0]
}

// at returns the colour of a made picture at a fraction of its sides.
func at(t testing.TB, e Encoded, x, y float64) []byte {
	t.Helper()
	r := decoded(t, e.Data)
	px, py := min(int(x*float64(r.w)), r.w-1), min(int(y*float64(r.h)), r.h-1)
	return r.pix[(py*r.w+px)*r.n:][:r.n]
}

// A picture is the same whatever else is made of its file: what a cache holds,
// and which files are wanted, must not show.
func TestMadeAlone(t *testing.T) {
	fsys := folder(t, map[string][]byte{"scene.jpg": jpegOf(t, scene(700, 500))})
	specs := []Spec{spec(fsys, "scene.jpg", 7, 5), spec(fsys, "progressive.jpg", 16, 9)}
	specs = append(specs, specs[0])
	specs[2].Size = geom.Size{W: 60 * geom.Point, H: 40 * geom.Point}
	all := targets(t)
	want, errs := Make(t.Context(), specs, all, Options{})
	for s, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
		for n := range all {
			if got := one(t, specs[s], all[n]); !bytes.Equal(got.Data, want[n][s].Data) {
				t.Errorf("%s for %s: %d bytes alone, %d with others", specs[s].File, all[n].Space, len(got.Data), len(want[n][s].Data))
			}
		}
	}
}

func TestMake(t *testing.T) {
	fsys := folder(t, map[string][]byte{"scene.jpg": jpegOf(t, scene(1200, 800)), "grey.png": pngOf(t, image.NewGray16(image.Rect(0, 0, 9, 9)))})
	specs := []Spec{
		spec(fsys, "scene.jpg", 3, 2), spec(fsys, "grey.jpg", 16, 9), spec(fsys, "cmyk.jpg", 16, 9),
		spec(fsys, "alpha-16bit.png", 8, 5), spec(fsys, "one-pixel.jpg", 1, 1), spec(fsys, "scene.jpg", 3, 2), spec(fsys, "grey.png", 1, 1),
	}
	var files []string
	var mu sync.Mutex
	opt := Options{Progress: func(done, total int, file string) {
		mu.Lock()
		defer mu.Unlock()
		files = append(files, file)
		if total != 6 || done != len(files) {
			t.Errorf("progress %d of %d", done, total)
		}
	}}
	out, errs := Make(context.Background(), specs, targets(t), opt)
	for i, err := range errs {
		if err != nil {
			t.Errorf("%s: %v", specs[i].File, err)
		}
	}
	if slices.Sort(files); strings.Join(files, " ") != "alpha-16bit.png cmyk.jpg grey.jpg grey.png one-pixel.jpg scene.jpg" {
		t.Errorf("decoded %v", files)
	}
	for _, c := range []struct {
		target, spec, w, h, ppi int
		space                   string
	}{
		{0, 0, 260, 174, 130, "rgb"},
		{1, 0, 600, 400, 300, "cmyk"},
		{0, 1, 160, 90, 80, "gray"},
		{1, 1, 160, 90, 80, "gray"},
		{0, 2, 160, 90, 80, "rgb"},
		{1, 2, 160, 90, 80, "cmyk"},
		{1, 3, 400, 250, 200, "cmyk"},
		{0, 4, 1, 1, 0, "rgb"},
		{0, 6, 9, 9, 4, "gray"},
	} {
		e := out[c.target][c.spec]
		if e.Width != c.w || e.Height != c.h || e.Space != c.space || e.PPI != c.ppi || e.Filter != "DCTDecode" || e.Inverted != (c.space == "cmyk") {
			e.Data = nil
			t.Errorf("%s for target %d: %+v", specs[c.spec].File, c.target, e)
		}
		cfg, err := jpeg.DecodeConfig(bytes.NewReader(out[c.target][c.spec].Data))
		if err != nil || cfg.Width != c.w || cfg.Height != c.h {
			t.Errorf("%s: a file of %d x %d, %v", specs[c.spec].File, cfg.Width, cfg.Height, err)
		}
	}
	if !bytes.Equal(out[0][0].Data, out[0][5].Data) {
		t.Error("two equal specs give two pictures")
	}
	for i := range specs {
		if ink := out[1][i].MaxInk; ink <= 0 || ink > 300 {
			t.Errorf("%s: %v%% of ink", specs[i].File, ink)
		}
	}
}

// The same bytes with any number of workers and processors.
func TestMakeIsDeterministic(t *testing.T) {
	fsys := folder(t, map[string][]byte{"a.jpg": jpegOf(t, scene(450, 300)), "b.jpg": jpegOf(t, scene(250, 350))})
	specs := []Spec{spec(fsys, "a.jpg", 3, 2), spec(fsys, "b.jpg", 5, 7), spec(fsys, "cmyk.jpg", 16, 9)}
	all := targets(t)
	all[0].MaxBytes, all[0].MinQuality = 7000, 30
	var first [][]Encoded
	for _, procs := range []int{1, 8} {
		old := runtime.GOMAXPROCS(procs)
		out, errs := Make(context.Background(), specs, all, Options{Workers: procs})
		runtime.GOMAXPROCS(old)
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = out
		}
		for i := range out {
			for j := range out[i] {
				if !bytes.Equal(out[i][j].Data, first[i][j].Data) {
					t.Errorf("target %d, %s: other bytes with %d processors", i, specs[j].File, procs)
				}
			}
		}
	}
}

// A colour given in a wide space shows as the same colour in sRGB, and prints as
// that colour on paper.
func TestProfiles(t *testing.T) {
	flat := func(c ...byte) image.Image {
		m := image.NewNRGBA(image.Rect(0, 0, 64, 64))
		for i := 0; i < len(m.Pix); i += 4 {
			copy(m.Pix[i:], c)
			m.Pix[i+3] = 255
		}
		return m
	}
	iso := coated(t)
	for _, name := range []string{"DisplayP3-compat-own.icc", "compatibleWithAdobeRGB1998.icc"} {
		icc := readFile(t, "../color/testdata/"+name)
		p, err := color.ParseICC(icc)
		if err != nil {
			t.Fatal(err)
		}
		want := p.LabOf(120.0/255, 150.0/255, 90.0/255)
		fsys := fstest.MapFS{
			"x.jpg": {Data: withProfile(jpegOf(t, flat(120, 150, 90)), icc)},
			"x.png": {Data: withChunk(pngOf(t, flat(120, 150, 90)), "iCCP", compressed(icc))},
		}
		for file := range fsys {
			s := spec(fsys, file, 1, 1)
			px := at(t, one(t, s, targets(t)[0]), 0.5, 0.5)
			if got := (color.RGB{R: px[0], G: px[1], B: px[2]}).Lab(); color.DeltaE2000(got, want) > 1 {
				t.Errorf("%s in %s: %v, want %v", file, name, got, want)
			}
			px = at(t, one(t, s, targets(t)[1]), 0.5, 0.5)
			got := iso.LabOf(float64(px[0])/255, float64(px[1])/255, float64(px[2])/255, float64(px[3])/255)
			if color.DeltaE2000(got, want) > 2.5 { // black point compensation lifts it a little
				t.Errorf("%s in %s: prints %v, want %v", file, name, got, want)
			}
		}
	}
}

// Inks of a picture in the press's own profile, or in none, are left as they are.
func TestInksPassThrough(t *testing.T) {
	cmyk := readFile(t, "testdata/cmyk.jpg")
	fsys := fstest.MapFS{
		"tagged.jpg": {Data: withProfile(cmyk, readFile(t, coatedFile))},
		"plain.jpg":  {Data: cmyk},
	}
	target := Target{Space: "cmyk", Output: coated(t), InkLimit: 300, PPI: 300, Quality: 98}
	want := decoded(t, cmyk)
	for file := range fsys {
		if d := psnr(want, decoded(t, one(t, spec(fsys, file, 16, 9), target).Data)); d < 38 {
			t.Errorf("%s: %.1f dB", file, d)
		}
	}
}

// Nothing of a camera's notes survives.
func TestNoMetadata(t *testing.T) {
	data := withOrientation(withSegment(jpegOf(t, scene(300, 200)), markAPP1, []byte("http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta/>")), 1, binary.BigEndian)
	fsys := fstest.MapFS{"x.jpg": {Data: data}}
	for _, target := range targets(t) {
		out := one(t, spec(fsys, "x.jpg", 3, 2), target).Data
		for _, trace := range []string{"Exif", "GPS", "xmpmeta", "ICC_PROFILE"} {
			if bytes.Contains(out, []byte(trace)) {
				t.Errorf("%s: %q survives", target.Space, trace)
			}
		}
	}
}

// Transparent parts show the paper, in the paper's own inks where they are told.
func TestPaper(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	fsys := fstest.MapFS{"clear.png": {Data: pngOf(t, m)}}
	s := spec(fsys, "clear.png", 1, 1)
	paper := color.RGB{R: 243, G: 241, B: 235}
	if px := at(t, one(t, s, Target{Space: "srgb", Paper: paper, Quality: 95}), 0.5, 0.5); !near(px, []byte{243, 241, 235}, 1) {
		t.Errorf("on screen %v", px)
	}
	target := Target{Space: "cmyk", Output: coated(t), Paper: paper, PaperCMYK: color.CMYK{C: 6, M: 5, Y: 9}, Quality: 95}
	if px := at(t, one(t, s, target), 0.5, 0.5); !near(px, []byte{15, 13, 23, 0}, 2) {
		t.Errorf("on press %v", px)
	}
	target.Paper, target.PaperCMYK = white, color.CMYK{}
	if px := at(t, one(t, s, target), 0.5, 0.5); !near(px, []byte{0, 0, 0, 0}, 0) {
		t.Errorf("on white paper %v", px)
	}
}

func near(a, b []byte, by int) bool {
	for i := range b {
		if d := int(a[i]) - int(b[i]); d < -by || d > by {
			return false
		}
	}
	return len(a) == len(b)
}

// A scrim covers wholly where it says so, with the flat inks of the ground, half
// where it says half, and not at all beyond its stops; grey becomes coloured.
func TestScrim(t *testing.T) {
	night := Scrim{
		RGB: color.RGB{R: 7, G: 12, B: 22}, CMYK: color.CMYK{C: 83, M: 76, Y: 50, K: 89},
		Stops: []Stop{{0, 1}, {72 * geom.Point, 1}, {108 * geom.Point, 0}},
	}
	m := image.NewGray(image.Rect(0, 0, 400, 400))
	for i := range m.Pix {
		m.Pix[i] = 230
	}
	fsys := fstest.MapFS{"x.jpg": {Data: jpegOf(t, m)}}
	s := spec(fsys, "x.jpg", 1, 1)
	s.Scrims = []Scrim{night}
	e := one(t, s, targets(t)[0])
	if e.Space != "rgb" {
		t.Fatalf("grey under a blue scrim is %s", e.Space)
	}
	if px := at(t, e, 0.5, 0.2); !near(px, []byte{7, 12, 22}, 1) {
		t.Errorf("covered: %v", px)
	}
	if px := at(t, e, 0.5, 0.625); !near(px, []byte{119, 121, 126}, 4) {
		t.Errorf("half covered: %v", px)
	}
	if px := at(t, e, 0.5, 0.9); !near(px, []byte{230, 230, 230}, 1) {
		t.Errorf("clear: %v", px)
	}
	px := at(t, one(t, s, targets(t)[1]), 0.5, 0.2)
	if want := []byte{212, 194, 128, 227}; !near(px, want, 3) {
		t.Errorf("covered on press: %v, want %v", px, want)
	}
	s.Scrims[0].RGB, s.Scrims[0].CMYK = color.RGB{}, color.CMYK{K: 100}
	if e := one(t, s, targets(t)[1]); e.Space != "gray" {
		t.Errorf("grey under a black scrim is %s", e.Space)
	}
}

// What is wrong with one file is told for its specs and does not stop the others.
func TestMakeErrors(t *testing.T) {
	body := jpegOf(t, scene(300, 200))
	fsys := folder(t, map[string][]byte{
		"cut.jpg": append(body[:len(body)/2:len(body)/2], 0xff, markEOI), "empty.jpg": {},
		"bad.png": slices.Concat(pngOf(t, scene(60, 40))[:200], bytes.Repeat([]byte{7}, 40), []byte("IEND")),
	})
	var specs []Spec
	for _, name := range []string{"grey.jpg", "cut.jpg", "empty.jpg", "none.jpg", "bomb-60000x60000.png", "html-named.jpg", "bad.png"} {
		specs = append(specs, spec(fsys, name, 1, 1))
	}
	out, errs := Make(context.Background(), specs, targets(t), Options{})
	if errs[0] != nil || out[0][0].Data == nil || out[1][0].Data == nil {
		t.Errorf("the good one fails: %v", errs[0])
	}
	for i := range specs[1:] {
		if e, ok := errs[i+1].(*Error); !ok || out[0][i+1].Data != nil || !strings.Contains(e.Message, specs[i+1].File) {
			t.Errorf("%s: %v", specs[i+1].File, errs[i+1])
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, errs := Make(ctx, specs[:1], targets(t), Options{}); !errors.Is(errs[0], context.Canceled) {
		t.Errorf("cancelled: %v", errs[0])
	}
}

func TestBudget(t *testing.T) {
	fsys := fstest.MapFS{}
	var specs []Spec
	for i, name := range []string{"lead.jpg", "b.jpg", "c.jpg"} {
		fsys[name] = &fstest.MapFile{Data: jpegOf(t, scene(450+i, 300))}
		specs = append(specs, spec(fsys, name, 3, 2))
	}
	specs[0].Weight = 10
	target := Target{Space: "srgb", PPI: 300, Quality: 90, MinQuality: 20, Paper: white}
	size := func(max int64) (total int64, out []Encoded) {
		target.MaxBytes = max
		all, errs := Make(context.Background(), specs, []Target{target}, Options{})
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
		for _, e := range all[0] {
			total += int64(len(e.Data))
		}
		return total, all[0]
	}
	free, _ := size(0)
	for _, share := range []int64{90, 70, 50} {
		got, out := size(free * share / 100)
		if got > free*share/100 {
			t.Errorf("%d%%: %d bytes of %d", share, got, free*share/100)
		}
		if got < free*share/100*85/100 {
			t.Errorf("%d%%: only %d bytes of %d are used", share, got, free*share/100)
		}
		if out[0].Quality <= out[1].Quality || out[1].Quality != out[2].Quality {
			t.Errorf("%d%%: qualities %d %d %d", share, out[0].Quality, out[1].Quality, out[2].Quality)
		}
	}
	got, out := size(2000)
	if out[0].Quality != 20 {
		t.Errorf("at its least: quality %d", out[0].Quality)
	}
	shares := Heaviest(out, 2000, 3)
	var give int64
	for _, s := range shares {
		give += s.Give
	}
	if len(shares) != 3 || give < got-2000 || shares[0].Bytes < shares[2].Bytes {
		t.Errorf("over by %d: %+v", got-2000, shares)
	}
	if Heaviest(out, got, 3) != nil {
		t.Error("heaviest pictures of a budget that is met")
	}
}

func TestQualityAt(t *testing.T) {
	for _, weight := range []int{0, 3, 10} {
		last := 91
		for step := range budgetSteps + 1 {
			q := qualityAt(90, 60, step, weight, 10)
			if q > last || q < 60 || q > 90 {
				t.Fatalf("weight %d, step %d: %d after %d", weight, step, q, last)
			}
			last = q
		}
		if last != 60 || qualityAt(90, 60, 0, weight, 10) != 90 {
			t.Errorf("weight %d does not run from best to least", weight)
		}
	}
}

func TestTones(t *testing.T) {
	m := image.NewGray(image.Rect(0, 0, 800, 400))
	for i := range m.Pix {
		m.Pix[i] = 255
		if i%800 < 400 {
			m.Pix[i] = 0
		}
	}
	fsys := fstest.MapFS{"x.png": {Data: pngOf(t, m)}}
	s := Spec{FS: fsys, File: "x.png", Size: geom.Size{W: 200 * geom.Point, H: 100 * geom.Point}}
	s.Scrims = []Scrim{{Stops: []Stop{{0, 0.5}, {50 * geom.Point, 0.5}}}}
	region := func(x, y, w, h int) geom.Rect {
		return geom.Rect{X: geom.Length(x) * geom.Point, Y: geom.Length(y) * geom.Point, W: geom.Length(w) * geom.Point, H: geom.Length(h) * geom.Point}
	}
	half := color.RGB{R: 128, G: 128, B: 128}.Luminance()
	for _, c := range []struct {
		region   geom.Rect
		min, max float64
	}{
		{region(10, 60, 50, 30), 0, 0},
		{region(120, 60, 50, 30), 1, 1},
		{region(90, 60, 20, 30), 0, 1},
		{region(120, 10, 50, 30), half, half},
		{region(-50, -50, 500, 500), 0, 1},
		{region(300, 0, 10, 10), 1, 0},
	} {
		tones, err := NewTones(context.Background(), s, color.RGB{R: 255, G: 255, B: 255}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		lo, hi := tones.Range(c.region)
		if math.Abs(lo-c.min) > 0.01 || math.Abs(hi-c.max) > 0.01 {
			t.Errorf("%v: %.3f to %.3f; want %.3f to %.3f", c.region, lo, hi, c.min, c.max)
		}
	}
}

// BenchmarkMake makes both targets of a 12-megapixel photo for a lead frame.
func BenchmarkMake(b *testing.B) {
	fsys := fstest.MapFS{"x.jpg": {Data: jpegOf(b, scene(4000, 3000))}}
	s := spec(fsys, "x.jpg", 4, 3)
	s.Size = geom.Size{W: 286 * geom.Point, H: 286 * geom.Point * 3 / 4}
	all := targets(b)
	for b.Loop() {
		if _, errs := Make(context.Background(), []Spec{s}, all, Options{Workers: 1}); errs[0] != nil {
			b.Fatal(errs[0])
		}
	}
}
