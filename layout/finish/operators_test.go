package finish

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"masthead/layout/display"
)

func TestOperators(t *testing.T) {
	for in, want := range map[string]string{
		"1 0 0 1 5 6 cm q Q":                  "cm[1 0 0 1 5 6] q[] Q[] 0",
		"(a) ) Tj } ET":                       "Tj[a] ET[] 2",
		"BI /W 2 /H 1 ID ab EI q":             "BI[map[H:1 W:2] ab] q[] 0",
		"BI /W 2 ID \x01EI\xFF EI\nQ":         "BI[map[W:2] \x01EI\xFF] Q[] 0",
		"BI /W 2 ID no end":                   "BI[map[W:2] no end] 1",
		"BI 5 6 Q":                            "BI[map[] ] Q[] 1",
		"[1 (x) -2] TJ << /A 1 >> /B BDC":     "TJ[[1 x -2]] BDC[map[A:1] B] 0",
		"% (comment\n1 w":                     "w[1] 0",
		"(" + strings.Repeat("x", 80) + "\nq": "q[] 1",
	} {
		var got []string
		faults, err := Operators([]byte(in), func(op string, args []Object) error {
			got = append(got, fmt.Sprint(op, args))
			return nil
		})
		got = append(got, fmt.Sprint(faults))
		if s := strings.Join(got, " "); err != nil || s != want {
			t.Errorf("%q: %q, want %q, %v", in, s, want, err)
		}
	}
	stop := errors.New("enough")
	if _, err := Operators([]byte("q Q"), func(string, []Object) error { return stop }); !errors.Is(err, stop) {
		t.Error(err)
	}
	if _, err := Operators([]byte(strings.Repeat("1 ", maxOperands+2)), nil); err == nil {
		t.Error("operands without end")
	}
	if _, err := Operators([]byte(strings.Repeat(")", maxFaults+2)), nil); err == nil {
		t.Error("faults without end")
	}
}

// TestTexts: a page's words come back run by run, in both files alike.
func TestTexts(t *testing.T) {
	for _, profile := range []display.Profile{display.Email, display.Print} {
		f := reread(t, full(t).must(profile))
		got, err := f.Texts(f.pages()[0])
		if err != nil || len(got) == 0 || !strings.HasPrefix(strings.Join(got, ""), "A sample Very well set") {
			t.Errorf("profile %d: %q, %v", profile, got, err)
		}
		again, err := f.Texts(f.pages()[0])
		if err != nil || strings.Join(again, "|") != strings.Join(got, "|") {
			t.Error("another answer", err)
		}
	}
}

func TestAttributes(t *testing.T) {
	f := reread(t, full(t).must(display.Print))
	page := f.pages()[0]
	if f.Inherited(page, "Resources") == nil || f.Inherited(page, "Nothing") != nil {
		t.Error("inherited")
	}
	if b := f.Content(page["Contents"]); !strings.Contains(string(b), "BT") {
		t.Errorf("content %.40q", b)
	}
	if f.Content(int64(5)) != nil {
		t.Error("a number has content")
	}
	res := f.dict(page["Resources"])
	for _, o := range f.dict(res["Font"]) {
		m, err := f.ToUnicode(f.dict(o))
		if err != nil || m.Empty() || m.Text(1) == "" {
			t.Error(m, err)
		}
	}
	if m, _ := f.ToUnicode(Dict{}); !m.Empty() {
		t.Error("a font without a map says something")
	}
}
