package preflight

import (
	"bytes"
	"strings"
	"testing"
)

// lean returns a fault in the sample without the weight of its profile and
// picture.
func lean(t testing.TB, s spoil) []byte {
	s.light = true
	s.replace = append([]string{
		"/DestOutputProfile 5 0 R", "", strings.Repeat("\x40\x30\x20\x10", 100*100), strings.Repeat("\x40\x30\x20\x10", 100),
		"/Width 100/Height 100", "/Width 10/Height 10",
	}, s.replace...)
	return s.file(t)
}

// TestBrokenFiles: whatever is done to a file, a report comes of it.
func TestBrokenFiles(t *testing.T) {
	good := lean(t, spoil{})
	check := func(what string, b []byte) {
		t.Helper()
		r := Check(b, Options{Thumbnails: 40})
		if r == nil || r.Rules == 0 {
			t.Fatalf("%s: no report", what)
		}
		if !r.Opened && r.Verdict() != Failed {
			t.Errorf("%s: an unread file passed", what)
		}
	}
	for n := 0; n < len(good); n += 97 {
		check("cut off", good[:n])
		check("beheaded", good[n:])
	}
	for at := 0; at < len(good); at += 29 {
		for _, c := range []byte{0, '(', '<', '/', '9', 0xFF} {
			b := bytes.Clone(good)
			b[at] = c
			check("a byte", b)
		}
	}
	for at := 0; at+40 < len(good); at += 211 {
		check("a hole", append(bytes.Clone(good[:at]), good[at+40:]...))
		check("twice", append(bytes.Clone(good[:at+40]), good[at:]...))
	}
}

// TestRepaired: a file whose table is lost is read all the same, and says so.
func TestRepaired(t *testing.T) {
	good := string(whole(t))
	for what, b := range map[string]string{
		"no startxref":     good[:strings.LastIndex(good, "startxref")],
		"a wrong one":      strings.Replace(good, "startxref\n", "startxref\n9", 1),
		"shifted":          strings.Replace(good, "\n1 0 obj", "\n%shifted by a comment\n1 0 obj", 1),
		"no table at all":  good[:strings.LastIndex(good, "xref\n0 ")] + good[strings.LastIndex(good, "trailer"):],
		"no trailer":       good[:strings.LastIndex(good, "xref\n0 ")],
		"a wrong length":   strings.Replace(good, "/Length 4>>", "/Length 9999999>>", 1),
		"a long length":    strings.Replace(good, "/Subtype/XML/Length ", "/Subtype/XML/Length 9", 1),
		"rubbish in front": "rubbish\n" + good,
	} {
		r := Check([]byte(b), Options{})
		if !r.Opened || len(r.Pages) != 1 || r.Pages[0].Pictures != 1 || r.Standard != "PDF/X-4" {
			t.Errorf("%s: %+v", what, r)
		}
		if !r.Has("pdf-damaged") && what != "rubbish in front" {
			t.Errorf("%s: nothing said", what)
		}
	}
}

// TestBombs: what grows without end is given up.
func TestBombs(t *testing.T) {
	forms := "<</Subtype/Form/BBox[0 0 300 400]/Resources<</XObject<</X1 15 0 R>>>>/Length 0>>\nstream\n" + strings.Repeat("/X1 Do\n", 40) + "\nendstream"
	saved := strings.Repeat("q ", 100_000)
	for what, s := range map[string]spoil{
		"a form of itself": {what: "form", replace: append(shows("/X1 Do"), "/XObject<<", "/XObject<</X1 15 0 R"), add: []string{forms}},
		"states":           {what: "states", replace: shows(saved)},
		"arrays":           {what: "arrays", replace: shows(strings.Repeat("[", 100_000))},
		"numbers":          {what: "numbers", replace: shows(strings.Repeat("1 ", 200_000))},
		"wide pages":       {what: "wide", replace: []string{"[25 25 225 325]", "[0 0 1000000 .01]"}},
		"huge type":        {what: "huge", replace: shows("BT /F1 1e300 Tf 1e300 0 0 1e300 0 0 Tm (x) Tj ET")},
	} {
		if r := Check(lean(t, s), Options{Thumbnails: 50}); r == nil {
			t.Error(what)
		}
	}
}

func FuzzCheck(f *testing.F) {
	f.Add(lean(f, spoil{}))
	for _, s := range spoils() {
		if strings.HasPrefix(s.rule, "x4-intent") || s.rule == "intent-cmyk" || s.rule == "x4-device-cmyk" {
			continue // about the profile
		}
		f.Add(lean(f, s))
	}
	f.Add([]byte("%PDF-1.6\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Type/Page/Contents 4 0 R>>endobj 4 0 obj<<>>stream\nBI /W 1 /H 1 ID x EI BT (x) Tj ET 1 0 0 1 0 0 cm /X Do sh\nendstream trailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if r := Check(b, Options{Thumbnails: 30}); r == nil {
			t.Error("no report")
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	file := whole(b)
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		Check(file, Options{})
	}
}
