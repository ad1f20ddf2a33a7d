package preflight

import (
	"fmt"
	"math"
	"testing"

	"masthead/layout/color"
	"masthead/layout/finish"
)

// bare returns a checker over a file of a few objects, from number 1; the first
// is the catalog.
func bare(t testing.TB, objects ...string) *checker {
	t.Helper()
	text := "%PDF-1.6\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[]>>endobj\n"
	for i, o := range objects {
		text += fmt.Sprintf("%d 0 obj %s endobj\n", i+3, o)
	}
	f, err := finish.Recover([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	c := &checker{
		File: f, rules: map[string]*Rule{}, report: &Report{}, told: map[[2]any][]int{}, fonts: map[finish.Ref]*face{},
		spaces: map[finish.Ref]*space{}, images: map[*finish.Stream]*picture{}, spots: map[string]*spotInk{},
		shown: map[color.CMYK]color.RGB{}, steps: mostSteps,
	}
	for _, r := range Rules() {
		c.rules[r.ID] = &r
	}
	c.opt.complete()
	return c
}

func ref(n int) finish.Ref { return finish.Ref{Num: n} }

func TestInks(t *testing.T) {
	for name, c := range map[string]struct {
		space string
		v     []float64
		want  string // the ink
		total float64
		known bool
	}{
		"process":           {"/DeviceCMYK", []float64{.1, .2, .3, .4}, "C 10 M 20 Y 30 K 40", 100, true},
		"beyond":            {"/DeviceCMYK", []float64{2, -1, 0, 0}, "C 100 M 0 Y 0 K 0", 100, true},
		"too few":           {"/DeviceCMYK", []float64{1}, "C 100 M 0 Y 0 K 0", 100, true},
		"grey":              {"/DeviceGray", []float64{.25}, "C 0 M 0 Y 0 K 75", 75, true},
		"white":             {"/DeviceGray", []float64{1}, "C 0 M 0 Y 0 K 0", 0, true},
		"screen":            {"/DeviceRGB", []float64{1, 0, 0}, "C 0 M 100 Y 100 K 0", 200, false},
		"tagged process":    {"[/ICCBased 4 0 R]", []float64{0, 0, 0, 1}, "C 0 M 0 Y 0 K 100", 100, false},
		"tagged grey":       {"[/ICCBased 5 0 R]", []float64{0}, "C 0 M 0 Y 0 K 100", 100, false},
		"spot":              {"[/Separation/Gold/DeviceCMYK 6 0 R]", []float64{.5}, "Gold at 50 %", 50, true},
		"a process plate":   {"[/Separation/Black/DeviceCMYK 6 0 R]", []float64{.5}, "C 0 M 0 Y 0 K 50", 50, true},
		"nothing":           {"[/Separation/None/DeviceCMYK 6 0 R]", []float64{1}, "C 0 M 0 Y 0 K 0", 0, true},
		"every plate":       {"[/Separation/All/DeviceCMYK 6 0 R]", []float64{1}, "C 100 M 100 Y 100 K 100", 400, true},
		"several":           {"[/DeviceN[/Cyan/Gold/None]/DeviceCMYK 6 0 R]", []float64{.5, 1, 1}, "Gold at 100 %", 150, true},
		"a palette":         {"[/Indexed/DeviceCMYK 1<00000000FF00FF00>]", []float64{1}, "C 100 M 0 Y 100 K 0", 200, true},
		"beyond a palette":  {"[/Indexed/DeviceCMYK 1<00000000FF00FF00>]", []float64{9}, "C 100 M 0 Y 100 K 0", 200, true},
		"palette of itself": {"[/Indexed 3 0 R 1(ab)]", []float64{1}, "C 0 M 0 Y 0 K 0", 0, false},
		"no space":          {"/Nothing", []float64{1}, "C 0 M 0 Y 0 K 0", 0, false},
		"no number":         {"5", nil, "C 0 M 0 Y 0 K 0", 0, false},
	} {
		ck := bare(t, c.space, "<</N 4/Length 0>>stream\nendstream", "<</N 1/Length 0>>stream\nendstream", "<</FunctionType 2/C1[0 .2 .8 0]/N 1>>")
		k := ck.inkOf(ck.spaceOf(ref(3), nil, 0), c.v)
		if got := k.String(); got != c.want || math.Abs(k.total-c.total) > 1e-9 || k.known != c.known {
			t.Errorf("%s: %s, %.0f %%, known %v", name, got, k.total, k.known)
		}
	}
}

func TestBlackAndWhite(t *testing.T) {
	c := bare(t)
	of := func(space string, v ...float64) ink {
		return c.inkOf(c.named(finish.Name(space), nil, 0), v)
	}
	if k := of("DeviceCMYK", 0, 0, 0, .5); !k.blackOnly() || k.white() {
		t.Error("grey is not on the black plate")
	}
	if k := of("DeviceCMYK", 0, 0, 0, 0); k.blackOnly() || !k.white() {
		t.Error("white prints")
	}
	if k := of("DeviceRGB", 0, 0, 0); k.blackOnly() {
		t.Error("the black of a screen is no plate")
	}
	if k := of("DeviceRGB", 1, 1, 1); k.white() {
		t.Error("what a converter makes of a screen's white is not known")
	}
	if !c.neutral(of("DeviceCMYK", .6, .5, .5, .9)) || c.neutral(of("DeviceCMYK", 0, 0, 0, 1)) || c.neutral(of("DeviceCMYK", 1, .6, 0, .5)) {
		t.Error("neutral")
	}
}

// TestDefaultSpaces: a page may say what its device colours are.
func TestDefaultSpaces(t *testing.T) {
	c := bare(t, "[/ICCBased 4 0 R]", "<</N 3/Length 0>>stream\nendstream")
	res := finish.Dict{"ColorSpace": finish.Dict{"DefaultRGB": ref(3), "Own": finish.Name("DeviceCMYK")}}
	for name, want := range map[finish.Name]string{
		"DeviceRGB": "ICCBased", "RGB": "ICCBased", "DeviceCMYK": "DeviceCMYK", "CMYK": "DeviceCMYK", "Own": "DeviceCMYK",
		"Pattern": "Pattern", "Gone": "unknown",
	} {
		if s := c.named(name, res, 0); s.family != want {
			t.Errorf("%s is %s, want %s", name, s.family, want)
		}
	}
}

func TestShownAs(t *testing.T) {
	c := bare(t, "[/Separation/Gold/DeviceCMYK 4 0 R]", "<</FunctionType 2/C1[0 .2 .8 0]/N 1>>", "[/Separation/Odd/Lab 4 0 R]")
	for at, want := range map[int]color.RGB{3: {R: 255, G: 230, B: 153}, 5: {R: 191, G: 191, B: 191}} {
		if got := c.shownAs(c.inkOf(c.spaceOf(ref(at), nil, 0), []float64{.5})); got != want {
			t.Errorf("object %d looks like %v, want %v", at, got, want)
		}
	}
	if got := c.seen(&space{family: "DeviceRGB", n: 3}, []float64{1, .5, 0}); got != (color.RGB{R: 255, G: 128}) {
		t.Error(got)
	}
}

// TestSameSpot: one ink may be defined in two places, if alike.
func TestSameSpot(t *testing.T) {
	const gold, brass = "<</FunctionType 2/C1[0 .2 .8 0]/N 1>>", "<</FunctionType 2/C1[0 .3 .8 0]/N 1>>"
	for name, c := range map[string]struct {
		objects []string
		broken  bool
	}{
		"one function":           {[]string{"[/Separation/Gold/DeviceCMYK 5 0 R]", "[/Separation/Gold/DeviceCMYK 5 0 R]", gold, gold}, false},
		"functions alike":        {[]string{"[/Separation/Gold/DeviceCMYK 5 0 R]", "[/Separation/Gold/DeviceCMYK 6 0 R]", gold, gold}, false},
		"a function as it is":    {[]string{"[/Separation/Gold/DeviceCMYK " + gold + "]", "[/Separation/Gold/DeviceCMYK 6 0 R]", "0", gold}, false},
		"functions that differ":  {[]string{"[/Separation/Gold/DeviceCMYK 5 0 R]", "[/Separation/Gold/DeviceCMYK 6 0 R]", gold, brass}, true},
		"alternates that differ": {[]string{"[/Separation/Gold/DeviceCMYK 5 0 R]", "[/Separation/Gold/DeviceRGB 5 0 R]", gold, gold}, true},
		"two inks":               {[]string{"[/Separation/Gold/DeviceCMYK 5 0 R]", "[/Separation/Brass/DeviceCMYK 6 0 R]", gold, brass}, false},
		"streams that differ":    {[]string{"[/Separation/Gold/DeviceCMYK 5 0 R]", "[/Separation/Gold/DeviceCMYK 6 0 R]", "<</Length 1>>stream\na\nendstream", "<</Length 1>>stream\nb\nendstream"}, true},
	} {
		ck := bare(t, c.objects...)
		ck.spaceOf(ref(3), nil, 0)
		ck.spaceOf(ref(4), nil, 0)
		if got := ck.report.Has("x4-spot-same"); got != c.broken {
			t.Errorf("%s: found %v", name, got)
		}
		ck.listSpots()
		if len(ck.report.Spots) == 0 || process(ck.report.Spots[0]) {
			t.Errorf("%s: spots %v", name, ck.report.Spots)
		}
	}
}
