package locale

import (
	"strings"
	"testing"
)

func TestIsRoman(t *testing.T) {
	for w, want := range map[string][2]bool{ // in company, alone
		"II": {true, true}, "III": {true, true}, "IV": {true, true}, "VIII": {true, true}, "IX": {true, true}, "XIV": {true, true},
		"XXI": {true, true}, "XL": {true, true}, "LXX": {true, true}, "XLII": {true, true},
		"I": {false, true}, "V": {true, true}, "X": {true, true}, "L": {false, true},
		"": {}, "IIII": {}, "IC": {}, "VX": {}, "MIX": {}, "EU": {}, "ii": {}, "XXXX": {}, "LXL": {}, "IXI": {},
	} {
		if got := [2]bool{isRoman(w, false), isRoman(w, true)}; got != want {
			t.Errorf("%q: %v, want %v", w, got, want)
		}
	}
}

func TestIsDay(t *testing.T) {
	for w, want := range map[string]bool{
		"9": true, "09": true, "31": true, "27.": true, "1er": true, "1st": true, "9–10": true, "1.º": true, "1ª": true,
		"0": false, "32": false, "2023": false, "May": false, "": false, "119": false,
	} {
		if isDay(w) != want {
			t.Errorf("%q: %v", w, !want)
		}
	}
}

func TestIsInitial(t *testing.T) {
	for w, want := range map[string]bool{
		"J.": true, "J.K.": true, "É.": true, "z.": true, "Mr.": false, "J": false, "": false, ".": false, "J.K": false, "5.": false,
	} {
		if isInitial(w) != want {
			t.Errorf("%q: %v", w, !want)
		}
	}
}

func TestThousands(t *testing.T) {
	l := For("en")
	for _, c := range []struct{ in, want string }{
		{"10 000", "10^000"},
		{"1 234 567", "1^234^567"},
		{"(10 000)", "(10^000)"},
		{"€10 000", "€10^000"},
		{"10 000 km", "10^000~km"},
		{"10 000.", "10^000."},
		{"10 000-20 000", "10^000–20^000"},
		{"10 000–20 000", "10^000–20^000"},
		{"9 May 300 people", "9~May 300 people"},
		{"in 2023 300 people", "in 2023 300 people"},
		{"on page 5 300 words", "on page 5^300 words"}, // figures alone cannot tell
		{"p. 5 300", "p.~5 300"},
		{"Phase 2 300", "Phase 2 300"},
		{"0 500", "0 500"},
		{"12 345 67", "12 345 67"},
		{"12 3456", "12 3456"},
		{"12 345a", "12 345a"},
		{"x12 345", "x12 345"},
		{"12 345/6", "12 345/6"},
		{"12 345.67", "12 345.67"},
		{"+12 345 678", "+12 345 678"},
		{"fax 12 345 678", "fax 12 345 678"},
	} {
		if got := shown(l.TypesetString(c.in)); got != c.want {
			t.Errorf("%s: %s, want %s", c.in, got, c.want)
		}
	}
}

// TestBinds: which spaces do not break, and which similar ones do.
func TestBinds(t *testing.T) {
	for _, c := range []struct{ tag, bound, free string }{
		{"en", "Mr. Xu|Mr. “Bob” X|H.E. Ms. Li|St. John|Dr Who", "Mr. xu|mr. Xu|Prof said"},
		{"en", "J. Smith|J. K.|e. g.|A. B. C.", "Plan J Smith|km. Then|etc. and"},
		{"en", "No. 5|pp. 3|c. 1865|vol. II|§ 5|EUR 5|€ 5", "No. Then|p. of|no 5"},
		{"en", "Phase II|Phase I|Part V|World War II|Henry VIII|Annex IV", "and I|he II|phase in|Then I|Phase. II"},
		{"en", "5 km|5.5 %|20 °C|5 million|9 a.m.|9 a.m.,|5 € |3 GB!", "5 kilometres|km 5|5, km|five km|A5 sheets"},
		{"en", "9 May|9 May,|1st May|May 9|May 9th|9 Sept.", "32 May|in May|May 2023|may 9|9, May"},
		{"fr", "1er mai|M. X|Mme Y|n° 5|art. 5|10 h|5 euros", "Mai 68|M. le|no. 5"},
		{"es", "9 de mayo|1.º de mayo", "9 de ellos|de mayo|9 de"},
		{"cs", "v Praze|K tomu|a „ne|9. května|č. 5", "ve Praze|x Praze|v"},
		{"pl", "w 2023|W Polsce|5 zł|2023 r.", "we wsi|za nim"},
		{"hu", "május 9.|5 millió", "május 2023"},
	} {
		l := For(c.tag)
		for s := range strings.SplitSeq(c.bound, "|") {
			if got := shown(l.TypesetString(s)); !strings.Contains(got, "~") {
				t.Errorf("%s: %q may break", c.tag, got)
			}
		}
		for s := range strings.SplitSeq(c.free, "|") {
			if got := shown(l.TypesetString(s)); got != s {
				t.Errorf("%s: %q becomes %q", c.tag, s, got)
			}
		}
	}
}

// TestSpacesKept: typed no-break spaces, runs of spaces and line breaks stay.
func TestSpacesKept(t *testing.T) {
	for _, in := range []string{"a" + nbsp + "b", "a  b", " a ", "a\nb", "9\nMay", "a\tb", "Mr.  Xu", "Mr.\nXu"} {
		if got := For("en").TypesetString(in); got != in {
			t.Errorf("%q becomes %q", in, got)
		}
	}
	for in, want := range map[string]string{"a  !": "a^!", "a\n!": "a\n!", "«  a  »": "«~a~»", "a" + nbsp + ";": "a^;", "! a": "! a", " ?": " ?"} {
		if got := shown(For("fr").TypesetString(in)); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
