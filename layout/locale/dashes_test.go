package locale

import (
	"strings"
	"testing"
)

func TestAscends(t *testing.T) {
	for _, c := range []struct {
		a, b string
		ref  bool
		want bool
	}{
		{"9", "10", false, true},
		{"99", "101", false, true},
		{"10", "9", false, false},
		{"5", "5", false, false},
		{"05", "10", false, false},
		{"5", "010", false, false},
		{"0.5", "0.7", false, true},
		{"3.5", "4,2", false, true},
		{"2016", "2023", false, true},
		{"2023", "2016", false, false},
		{"2016", "23", false, true},
		{"2016", "15", false, false},
		{"2023", "06", false, false}, // a month
		{"2009", "10", false, false}, // perhaps one
		{"1999", "2004", false, true},
		{"737", "800", false, false},
		{"700", "800", false, true},
		{"737", "800", true, true}, // behind "pp."
		{"555", "1234", false, false},
		{"2345", "6789", false, false},
		{"1.000", "2.000", false, true},
		{"10,000", "20,000", false, true},
		{"1.0.0", "2", false, false},
		{"1,00,000", "2,00,000", false, false},
		{"9:00", "17:00", false, true},
		{"23:00", "1:00", false, true}, // over midnight
		{"9:00", "17", false, false},
		{"9:0", "17:00", false, false},
		{"9.5", "12.5.2023", false, true},
		{"1.5.2023", "2.6.2023", false, true},
		{"1.5.23", "2.6.20234", false, false},
		{"123456789012", "223456789012", false, false},
	} {
		if got := ascends(c.a, c.b, c.ref); got != c.want {
			t.Errorf("%s-%s (%v): %v", c.a, c.b, c.ref, got)
		}
	}
}

// TestRangeContext: the same figures are a range or not by what is around them.
func TestRangeContext(t *testing.T) {
	l := For("en")
	for _, in := range []string{
		"9-10", "(9-10)", "“9-10”", "9-10,", "9-10.", "9-10%", "5%-10%", "9-10°", "9-10 km", "9-10km", "$9-10", "$9-$10",
		"9-10:", "≈9-10", "9-10;", "9-10!", "9-10-year", "9 - 10", "age 9-10)", "1990s-2000s", "9-10?", "[9-10]", "9.-10. May",
	} {
		want := strings.Replace(strings.Replace(in, " - ", "-", 1), "-", "–", 1)
		if got := strings.ReplaceAll(l.TypesetString(in), nbsp, " "); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
	for _, in := range []string{
		"A9-10", "9-10A", "x-9-10", "9-10-11", "9/9-10", "9-10/11", "tel. 9-10", "Tel: 9-10", "Phone (9-10)", "call 9-10",
		"+9-10", "+49 9-10", "09-10", "(09) 9-10", "_9-10", "9-10_", "#9-10", "F9-10", "9-10x4", "9.1.2.3-10", "1-800-555-1234",
		"fax: 12 9-10", "10-9", "9-9",
	} {
		if got := l.TypesetString(in); got != in {
			t.Errorf("%s: %s", in, got)
		}
	}
}

func TestTelephoneNumbers(t *testing.T) {
	for _, tag := range official {
		l := For(tag)
		for _, in := range []string{
			"+86-10-59799695", "+32 2 299 11 11", "(02) 299-1111", "010-5979 9695", "00 800 6 7 8 9 10 11", "+49-30-1234-5678", "+352 4301-1",
		} {
			if got := l.TypesetString(in); got != in {
				t.Errorf("%s: %q becomes %q", tag, in, got)
			}
		}
	}
}

func TestSpacedDashes(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a - b - c", "a~– b~– c"},
		{"a -- b --- c", "a~– b~— c"},
		{"a ---- b", "a ---- b"},
		{"a -", "a~–"},
		{"a -b", "a -b"},
		{"short- and long-term", "short- and long-term"},
		{"US - China - Japan", "US–China–Japan"},
		{"EU - Africa, EU - Beijing", "EU–Africa, EU~– Beijing"},
		{"the EU - a union", "the EU~– a union"},
		{"1 - 2 - 3", "1–2–3"},
		{"2016 - 2023", "2016–2023"},
		{"COVID - 19", "COVID~– 19"},
		{"30 April - 2 May", "30~April~– 2~May"},
		{"April-May, April-Ann, May-Britt", "April–May, April-Ann, May-Britt"},
	} {
		if got := shown(For("en").TypesetString(c.in)); got != c.want {
			t.Errorf("%s: %s, want %s", c.in, got, c.want)
		}
	}
}
