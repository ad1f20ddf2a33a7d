//go:build judge

package photo

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"masthead/layout/color"
)

// Whole pictures, from file to file, against LittleCMS's jpgicc with the same
// intent (Debian's liblcms2-utils).
func TestAgainstJpgicc(t *testing.T) {
	iso := coated(t)
	scene := newJPEG(rasterOf(scene(300, 200), 3), false).encode(98)
	p3, adobe := readFile(t, "../color/testdata/DisplayP3-compat-own.icc"), readFile(t, "../color/testdata/compatibleWithAdobeRGB1998.icc")
	inks := withProfile(readFile(t, "testdata/cmyk.jpg"), readFile(t, coatedFile))
	for _, c := range []struct {
		name   string
		data   []byte
		target Target
		flags  string
		to     *color.Profile
	}{
		{"P3 to sRGB", withProfile(scene, p3), Target{Space: "srgb"}, "", color.SRGB()},
		{"Adobe RGB to sRGB", withProfile(scene, adobe), Target{Space: "srgb"}, "", color.SRGB()},
		{"P3 to press", withProfile(scene, p3), Target{Space: "cmyk", Output: iso}, "-o" + coatedFile, iso},
		{"sRGB to press", scene, Target{Space: "cmyk", Output: iso}, "-o" + coatedFile, iso},
		{"press to sRGB", inks, Target{Space: "srgb"}, "", color.SRGB()},
	} {
		h, err := parse(c.data, "x", Limits{})
		if err != nil {
			t.Fatal(err)
		}
		pic := whole(t, c.data)
		ours, err := finish(pic.cut([4]float64{0, 0, 1, 1}, h.w, h.h, 0), pic.header, Spec{}, c.target, &converters{})
		if err != nil {
			t.Fatal(err)
		}
		theirs := jpgicc(t, c.data, c.flags)
		if theirs.n != ours.n || theirs.w != ours.w {
			t.Fatalf("%s: %d channels against %d", c.name, theirs.n, ours.n)
		}
		var all []float64
		sum := 0.0
		for i := 0; i < len(ours.pix); i += ours.n {
			d := color.DeltaE2000(labOf(c.to, ours.pix[i:i+ours.n]), labOf(c.to, theirs.pix[i:i+ours.n]))
			all, sum = append(all, d), sum+d
		}
		slices.Sort(all)
		mean, most := sum/float64(len(all)), all[len(all)*99/100]
		t.Logf("%-18s mean %.2f, 99%% below %.2f, at most %.2f", c.name, mean, most, all[len(all)-1])
		if mean > 0.5 || most > 1.5 { // their file is a JPEG of quality 100
			t.Errorf("%s: mean %.2f, 99%% below %.2f", c.name, mean, most)
		}
	}
}

func labOf(p *color.Profile, px []byte) color.Lab {
	v := make([]float64, len(px))
	for i := range v {
		v[i] = float64(px[i]) / 255
	}
	return p.LabOf(v...)
}

func jpgicc(t *testing.T, data []byte, flags string) *raster {
	in, out := filepath.Join(t.TempDir(), "in.jpg"), filepath.Join(t.TempDir(), "out.jpg")
	if err := os.WriteFile(in, data, 0o644); err != nil {
		t.Fatal(err)
	}
	args := append(strings.Fields("-t1 -b -q100 "+flags), in, out)
	if msg, err := exec.Command("jpgicc", args...).CombinedOutput(); err != nil {
		t.Fatalf("jpgicc of liblcms2-utils is needed: %v\n%s", err, msg)
	}
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	p, err := open(b, "out.jpg", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return p.cut([4]float64{0, 0, 1, 1}, p.Width, p.Height, 0)
}
