package hyphen

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
)

func assets() fs.FS { return os.DirFS("../../assets/hyphen") }

func mustLoad(t testing.TB, lang string) *Patterns {
	t.Helper()
	p, err := Load(assets(), lang)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// broken writes a word with hyphens at its points.
func broken(p *Patterns, word string, o Limits) string {
	var b strings.Builder
	last := 0
	for _, at := range p.Points(word, o) {
		b.WriteString(word[last:at] + "-")
		last = at
	}
	return b.String() + word[last:]
}

// sets maps every set of patterns to a language that uses it.
func sets() map[string]string {
	return map[string]string{
		"bg": "bg", "da": "da-DK", "de-1996": "de", "el-monoton": "el", "en-gb": "en-GB", "en-us": "en-US", "es": "es-419", "et": "et",
		"fi": "fi-FI", "fr": "fr-CA", "hr": "hr", "it": "it", "lt": "lt", "nb": "nb", "nl": "nl-BE", "pl": "pl", "pt": "pt-BR", "sl": "sl", "sv": "sv-SE",
	}
}

// TestRecordedWords compares with what TeX makes of some words of every
// language, the exceptions among them.
func TestRecordedWords(t *testing.T) {
	data, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, line := range strings.Split(string(data), "\n") {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		seen++
		p := mustLoad(t, sets()[f[0]])
		if len(f) < 8 {
			t.Errorf("%s: only %d words", f[0], len(f)-1)
		}
		for _, want := range f[1:] {
			if got := broken(p, strings.ReplaceAll(want, "-", ""), Limits{}); got != want {
				t.Errorf("%s: %s, want %s", f[0], got, want)
			}
		}
	}
	if seen != len(sets()) {
		t.Errorf("%d languages", seen)
	}
}

// TestMins holds mins.txt to the headers that came with the patterns.
func TestMins(t *testing.T) {
	files, _ := filepath.Glob("../../assets/hyphen/hyph-*.pat.txt")
	if len(files) != len(sets()) {
		t.Errorf("%d sets of patterns", len(files))
	}
	mins := regexp.MustCompile(`hyphenmins:\s+(?:generation:\s+left:\s*\d+\s+right:\s*\d+\s+)?(?:typesetting|generation):\s+left:\s*(\d+)\s+right:\s*(\d+)`)
	for name, lang := range sets() {
		p := mustLoad(t, lang)
		head, err := os.ReadFile("../../assets/hyphen/hyph-" + name + ".LICENSE.txt")
		if err != nil {
			t.Fatal(err)
		}
		m := mins.FindSubmatch(head)
		if name == "lt" { // says only how they were made
			m = regexp.MustCompile(`hyphenmins:\s+generation:\s+left:\s*(\d+)\s+right:\s*(\d+)`).FindSubmatch(head)
		}
		if m == nil {
			t.Errorf("%s: no hyphenmins in the header", name)
			continue
		}
		if l, r := p.Mins(); string(m[1]) != fmt.Sprint(l) || string(m[2]) != fmt.Sprint(r) {
			t.Errorf("%s: minima %d %d, the header has %s %s", name, l, r, m[1], m[2])
		}
	}
}

func TestLanguages(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "project=pro-ject", "en-AU": "project=pro-ject", "EN_us": "project=project", "en-US-x-iom": "project=project",
		"de-AT-1996": "Trennung=Tren-nung", "nn": "regjeringa=re-gje-rin-ga", "no": "samarbeid=sam-ar-beid", "pt": "governo=go-verno",
	} {
		word, want, _ := strings.Cut(want, "=")
		if got := broken(mustLoad(t, lang), word, Limits{}); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
	for _, lang := range []string{"", "und", "zh-Hans", "cs", "hu", "eng", "-", "x-de"} {
		if p, err := Load(assets(), lang); !errors.Is(err, ErrNoPatterns) || p != nil {
			t.Errorf("%q: %v", lang, err)
		}
	}
}

func TestLoadErrors(t *testing.T) {
	for name, fsys := range map[string]fstest.MapFS{
		"no table":     {},
		"no patterns":  {"mins.txt": {Data: []byte("xx 2 2 xx")}},
		"short line":   {"mins.txt": {Data: []byte("xx 2 xx")}},
		"bad minimum":  {"mins.txt": {Data: []byte("xx 2 two xx")}},
		"zero minimum": {"mins.txt": {Data: []byte("xx 0 2 xx")}},
	} {
		if p, err := Load(fsys, "xx"); err == nil || errors.Is(err, ErrNoPatterns) || p != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	p, err := Load(fstest.MapFS{"mins.txt": {Data: []byte("xx 1 1 xx")}, "hyph-xx.pat.txt": {Data: []byte("a1b b1c\n\n1d 2 \x00e3\n")}}, "xx")
	if err != nil {
		t.Fatal(err)
	}
	if got := broken(p, "abcdef", Limits{}); got != "a-b-c-de-f" {
		t.Error(got)
	}
}

func TestShapesOfWords(t *testing.T) {
	en, de, fr := mustLoad(t, "en-GB"), mustLoad(t, "de"), mustLoad(t, "fr")
	for _, c := range []struct {
		p          *Patterns
		word, want string
	}{
		{en, "“Administration,”", "“Ad-min-is-tra-tion,”"},
		{en, "children's", "chil-dren's"},
		{en, "children’s", "chil-dren’s"},
		{en, "don't", "don't"},
		{en, "self-administration", "self-ad-min-is-tra-tion"},
		{en, "MIGRATION", "MIGRATION"},
		{en, "Migration2023", "Migration2023"},
		{en, "iombeijingMMSP@iom.int", "iombeijingMMSP@iom.int"},
		{en, "www.administration.org", "www.administration.org"},
		{en, "administration/integration", "administration/integration"},
		{en, "administration:", "ad-min-is-tra-tion:"},
		{en, "", ""},
		{en, "…", "…"},
		{en, "国际移民组织", "国际移民组织"},
		{en, "admin\u00ADistration", "admin-\u00ADistration"},
		{en, "\u00ADab\u00AD\u00ADc\u00AD", "\u00ADab-\u00AD\u00ADc\u00AD"},
		{en, "a\u00ADb", "a-\u00ADb"},
		{en, "\xffadministration", "\xffadministration"},
		{de, "EU-Kommission", "EU-Kom-mis-si-on"},
		{de, "Straße", "Stra-ße"},
		{fr, "l’imagination", "l’ima-gi-na-tion"},
		{fr, "de\u0301veloppement", "de\u0301-ve-lop-pe-ment"},
		{fr, "DÉVELOPPEMENT", "DÉVELOPPEMENT"},
		{mustLoad(t, "el"), "\u0391ΘΗΝΑ", "ΑΘΗΝΑ"},
	} {
		if got := broken(c.p, c.word, Limits{}); got != c.want {
			t.Errorf("%q: %q, want %q", c.word, got, c.want)
		}
	}
	if got := broken(nil, "admin\u00ADistration", Limits{}); got != "admin-\u00ADistration" {
		t.Error("without patterns:", got)
	}
}

func TestLimits(t *testing.T) {
	p := mustLoad(t, "en-GB")
	for _, c := range []struct {
		word string
		o    Limits
		want string
	}{
		{"administration", Limits{Left: 3}, "admin-is-tra-tion"},
		{"administration", Limits{Right: 5}, "ad-min-is-tration"},
		{"administration", Limits{Left: 1, Right: 1}, "ad-min-is-tra-tion"},
		{"administration", Limits{MinLength: 14}, "ad-min-is-tra-tion"},
		{"administration", Limits{MinLength: 15}, "administration"},
		{"MIGRATION", Limits{Capitals: true}, "MI-GRA-TION"},
		{"Administration", Limits{NoNames: true}, "Administration"},
		{"self-administration", Limits{NoCompounds: true}, "self-administration"},
		{"administration", Limits{Left: 99}, "administration"},
	} {
		if got := broken(p, c.word, c.o); got != c.want {
			t.Errorf("%q %+v: %s, want %s", c.word, c.o, got, c.want)
		}
	}
}

// TestTable compares the hash table with the plain reading of Liang's rule on
// every pattern of every language, taken as a word.
func TestTable(t *testing.T) {
	for name, lang := range sets() {
		data, err := os.ReadFile("../../assets/hyphen/hyph-" + name + ".pat.txt")
		if err != nil {
			t.Fatal(err)
		}
		p, plain := mustLoad(t, lang), plainPatterns(string(data))
		if len(plain) == 0 || len(p.table.start)-1 < len(plain) {
			t.Errorf("%s: %d patterns read, %d there", name, len(p.table.start)-1, len(plain))
		}
		words := slices.Sorted(maps.Keys(plain))
		for i := 0; i < len(words); i += 1 + len(words)/500 {
			word := "." + strings.Trim(words[i], ".") + strings.Trim(words[(i*7)%len(words)], ".") + "."
			got := make([]byte, len(word)+1)
			p.table.apply([]byte(word), got)
			if want := plainFigures(plain, word); !slices.Equal(got, want) {
				t.Errorf("%s: %q: %v, want %v", name, word, got, want)
			}
		}
	}
}

// plainPatterns maps the letters of each pattern to its figures by byte.
func plainPatterns(text string) map[string][]byte {
	out := map[string][]byte{}
	for _, pat := range strings.Fields(text) {
		var letters []byte
		figures := []byte{0}
		for _, b := range []byte(pat) {
			if b >= '0' && b <= '9' {
				figures[len(letters)] = b - '0'
			} else {
				letters, figures = append(letters, b), append(figures, 0)
			}
		}
		out[string(letters)] = figures
	}
	return out
}

func plainFigures(patterns map[string][]byte, word string) []byte {
	out := make([]byte, len(word)+1)
	for from := range word {
		for to := from + 1; to <= len(word); to++ {
			for k, f := range patterns[word[from:to]] {
				out[from+k] = max(out[from+k], f)
			}
		}
	}
	return out
}

// FuzzPoints: whatever the word, points rise, lie between letters, keep the
// minima, and come out the same again.
func FuzzPoints(f *testing.F) {
	for _, w := range []string{"administration", "l’imagination", "a\u00ADb", "E\u0301lève", "\xff\xfe", "İstanbul", "x--y", "don't-stop'n'go", "Σίσυφος", "国际"} {
		f.Add(w, 0, 0)
	}
	f.Add("Zusammenarbeit", 3, 4)
	var all []*Patterns
	for _, lang := range []string{"en", "fr", "el", "de"} {
		all = append(all, mustLoad(f, lang))
	}
	f.Fuzz(func(t *testing.T, word string, left, right int) {
		for _, p := range all {
			o := Limits{Left: left, Right: right}
			points := p.Points(word, o)
			if !slices.IsSorted(points) || len(slices.Compact(slices.Clone(points))) != len(points) {
				t.Fatalf("%q: %v", word, points)
			}
			if !slices.Equal(points, p.points(word, o)) && !strings.Contains(word, softHyphen) {
				t.Fatalf("%q: remembered %v", word, points)
			}
			for _, at := range points {
				if at <= 0 || at >= len(word) {
					t.Fatalf("%q: %d", word, at)
				}
				before, after := []rune(word[:at]), []rune(word[at:])
				if after[0] == 0xAD {
					continue
				}
				if !unicode.In(before[len(before)-1], unicode.L, unicode.M) || !unicode.IsLetter(after[0]) ||
					len(before) < left || len(after) < right {
					t.Fatalf("%q: broken at %d", word, at)
				}
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for _, lang := range []string{"en-GB", "de", "nb", "fr"} {
		b.Run(lang, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				mustLoad(b, lang)
			}
		})
	}
}

func BenchmarkPoints(b *testing.B) {
	p := mustLoad(b, "de")
	words := strings.Fields("Silbentrennung Donaudampfschifffahrtsgesellschaft Migrationspolitik Zusammenarbeit und der Bundesregierung")
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			p.points(w, Limits{})
		}
	}
	b.ReportMetric(float64(b.N*len(words))/b.Elapsed().Seconds(), "words/s")
}
