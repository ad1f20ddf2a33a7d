package color

import (
	"encoding/binary"
	"math"
	"os"
	"testing"
)

const (
	coated = "../../assets/icc/ISOcoated_v2_300_bas.icc"
	p3     = "testdata/DisplayP3-compat-own.icc"
	adobe  = "testdata/compatibleWithAdobeRGB1998.icc"
	grey   = "../../assets/icc/Gray.icc"
	srgb   = "../../assets/icc/sRGB_icc22.icc"
)

func load(t testing.TB, name string) *Profile {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := ParseICC(b)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return p
}

func TestParseICC(t *testing.T) {
	for name, want := range map[string]Profile{
		coated: {Class: "prtr", Space: "CMYK", PCS: "Lab", Description: "ISO Coated v2 300% (basICColor)", N: 4},
		p3:     {Class: "mntr", Space: "RGB", PCS: "XYZ", Description: "P3 D65 sRGB-TRC (own work, CC0)", N: 3},
		adobe:  {Class: "mntr", Space: "RGB", PCS: "XYZ", Description: "Compatible with Adobe RGB (1998)", N: 3},
		grey:   {Class: "mntr", Space: "GRAY", PCS: "XYZ", Description: "Gray", N: 1},
		srgb:   {Class: "mntr", Space: "RGB", PCS: "XYZ", Description: "sRGB display profile (ICC v2.2)", N: 3},
	} {
		p := load(t, name)
		if p.Class != want.Class || p.Space != want.Space || p.PCS != want.PCS || p.Description != want.Description || p.N != want.N || p.Version != 2 {
			t.Errorf("%s: %s %s %s %q %d v%d", name, p.Class, p.Space, p.PCS, p.Description, p.N, p.Version)
		}
		if p.Sum == ([32]byte{}) {
			t.Errorf("%s: no sum", name)
		}
	}
}

// Every prefix of a profile is refused or read, never a panic, and a profile of
// the wrong kind says so.
func TestParseDamaged(t *testing.T) {
	whole, err := os.ReadFile(coated)
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(whole); n += 1 + n/7 {
		if _, err := ParseICC(whole[:n]); err == nil {
			t.Errorf("%d of %d bytes are a profile", n, len(whole))
		}
	}
	for _, c := range []struct {
		at   int
		tag  string
		want string
	}{
		{12, "link", `colour profile: class "link" cannot be used`},
		{16, "6CLR", `colour profile: colour space "6CLR" cannot be used`},
		{20, "Luv ", `colour profile: connection space "Luv"`},
		{36, "xxxx", "colour profile: not an ICC profile"},
	} {
		b := append([]byte(nil), whole...)
		copy(b[c.at:], c.tag)
		if _, err := ParseICC(b); err == nil || err.Error() != c.want {
			t.Errorf("%q at %d: %v, want %s", c.tag, c.at, err, c.want)
		}
	}
}

func FuzzParseICC(f *testing.F) {
	for _, name := range []string{adobe, grey} {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add(tableProfile("mAB ", "mBA "))
	f.Add(tableProfile("mft1", "mft1"))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := ParseICC(b)
		if err != nil {
			return
		}
		v := make([]float64, p.N)
		for _, x := range []float64{0, 0.3, 1} {
			for i := range v {
				v[i] = x
			}
			p.LabOf(v...)
		}
		for _, i := range []Intent{Perceptual, Photo, Absolute} {
			if tr, err := NewTransform(p, SRGB(), i); err == nil {
				tr.Eval(make([]float64, 3), v)
			}
			if tr, err := NewTransform(SRGB(), p, i); err == nil {
				out := make([]float64, p.N)
				tr.Eval(out, []float64{0.2, 0.9, 0.5})
				for _, x := range out {
					if !(x >= 0 && x <= 1) {
						t.Fatalf("a channel of %v", x)
					}
				}
			}
		}
	})
}

// tableProfile builds an RGB profile with XYZ connection space whose tables are
// those of a device with linear light and the primaries X, Y and Z at half
// strength: XYZ = RGB/2 (and RGB = XYZ·2 the other way), by the given types.
func tableProfile(a2b, b2a string) []byte {
	element := func(kind string, toPCS bool) []byte {
		// In the encoding of XYZ, 1 stands for 1+32767/32768.
		gain := 0.5 * 32768 / 65535
		if !toPCS {
			gain = 1 / gain
		}
		if kind == "mft1" {
			return lut8(gain)
		}
		return lutAB(kind, gain)
	}
	tags := []struct {
		name string
		data []byte
	}{{"A2B0", element(a2b, true)}, {"B2A0", element(b2a, false)}}
	out := make([]byte, 132+12*len(tags))
	out[8] = 4
	copy(out[12:], "prtrRGB XYZ ")
	copy(out[36:], "acsp")
	binary.BigEndian.PutUint32(out[128:], uint32(len(tags)))
	for i, t := range tags {
		e := out[132+12*i:]
		copy(e, t.name)
		binary.BigEndian.PutUint32(e[4:], uint32(len(out)))
		binary.BigEndian.PutUint32(e[8:], uint32(len(t.data)))
		out = append(out, t.data...)
	}
	return out
}

// lut8 multiplies by gain in its output tables, its grid is the identity.
func lut8(gain float64) []byte {
	b := make([]byte, 48)
	copy(b, "mft1")
	b[8], b[9], b[10] = 3, 3, 2
	for i := range 3 {
		binary.BigEndian.PutUint32(b[12+16*i:], 65536)
	}
	for range 3 {
		for v := range 256 {
			b = append(b, byte(v))
		}
	}
	for n := range 8 {
		b = append(b, byte(n>>2&1*255), byte(n>>1&1*255), byte(n&1*255))
	}
	for range 3 {
		for v := range 256 {
			b = append(b, byte(math.Min(255, math.Round(float64(v)*gain))))
		}
	}
	return b
}

// lutAB multiplies by gain in its matrix; M curves are the identity, B curves the
// power 1, and there are no A curves and no grid.
func lutAB(kind string, gain float64) []byte {
	b := make([]byte, 32)
	copy(b, kind)
	b[8], b[9] = 3, 3
	put := func(at, v int) { binary.BigEndian.PutUint32(b[at:], uint32(v)) }
	put(12, len(b))
	for range 3 {
		b = append(b, "para\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00"...)
	}
	put(16, len(b))
	for i := range 12 {
		v := 0
		if i < 9 && i%4 == 0 {
			v = int(math.Round(gain * 65536))
		}
		b = binary.BigEndian.AppendUint32(b, uint32(v))
	}
	put(20, len(b))
	for range 3 {
		b = append(b, "curv\x00\x00\x00\x00\x00\x00\x00\x00"...)
	}
	return b
}

// The three kinds of table say the same of the same device.
func TestTableTypes(t *testing.T) {
	for _, kinds := range [][2]string{{"mft1", "mft1"}, {"mAB ", "mBA "}} {
		p, err := ParseICC(tableProfile(kinds[0], kinds[1]))
		if err != nil {
			t.Fatalf("%v: %v", kinds, err)
		}
		v := vec{1, 0.5, 0.25}
		got := p.toXYZ(&v, Relative)
		if math.Abs(got.X-0.5) > 0.005 || math.Abs(got.Y-0.25) > 0.005 || math.Abs(got.Z-0.125) > 0.005 {
			t.Errorf("%v: %v, want half of the channels", kinds, got)
		}
		p.fromXYZ(got, Relative, &v)
		for i, want := range []float64{1, 0.5, 0.25} {
			if math.Abs(v[i]-want) > 0.01 {
				t.Errorf("%v: back to %v", kinds, v)
				break
			}
		}
	}
}

func TestCurves(t *testing.T) {
	table := make([]float64, 33)
	for i := range table {
		table[i] = math.Pow(float64(i)/32, 1.8)
	}
	falling := []float64{1, 0.7, 0.2, 0}
	for name, c := range map[string]curve{
		"identity": {}, "gamma": gamma(2.2), "table": {table: table}, "falling": {table: falling},
		"srgb":   SRGB().trc[0],
		"form 1": {set: true, form: 1, p: [7]float64{2, 1, 0, 0}},
		"form 2": {set: true, form: 2, p: [7]float64{2, 0.9, 0, 0.1}},
		"form 4": {set: true, form: 4, p: [7]float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045, 0, 0}},
	} {
		for x := 0.05; x < 1; x += 0.05 {
			if got := c.inverse(c.at(x)); math.Abs(got-x) > 1e-6 {
				t.Errorf("%s: %v comes back as %v", name, x, got)
			}
		}
	}
	if c, n, err := parseCurve([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33")); err != nil || n != 14 || c.p[0] != 2+51.0/256 {
		t.Errorf("gamma curve: %v %d %v", c, n, err)
	}
}
