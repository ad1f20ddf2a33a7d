package locale

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write the table of TYPOGRAPHY.md anew")

// official are the languages that the package promises.
var official = strings.Fields("bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv nb zh")

func isVariety(tag string) bool { return strings.Contains(tag, "-") }

// TestComplete: every language has every label and form, and every variety
// only keys that its language has.
func TestComplete(t *testing.T) {
	for _, tag := range official {
		if !slices.Contains(Languages(), tag) {
			t.Errorf("%s is missing", tag)
		}
	}
	common := map[string]string{}
	readInto(t, "common", common)
	en := map[string]string{}
	readInto(t, "en", en)
	optional := strings.Fields("month-first titles references numbered units elisions partners telephone")
	french := strings.Fields("quote-space space-before-colon space-before-high")
	for _, tag := range Languages() {
		values := map[string]string{}
		readInto(t, tag, values)
		for key, v := range values {
			if strings.TrimSpace(v) == "" && !slices.Contains(french, key) {
				t.Errorf("%s: %s is empty", tag, key)
			}
			if !utf8.ValidString(v) || strings.Contains(v, "  ") {
				t.Errorf("%s: %s = %q", tag, key, v)
			}
		}
		if isVariety(tag) {
			base := map[string]string{}
			readInto(t, tag[:2], base)
			for key := range values {
				if _, ok := base[key]; !ok {
					t.Errorf("%s: %s is not in %s", tag, key, tag[:2])
				}
			}
			continue
		}
		for key, want := range en {
			got, ok := values[key]
			if !ok && !slices.Contains(optional, key) {
				t.Errorf("%s: no %s", tag, key)
			}
			holders := strings.Count(want, "%s")
			if key != "issue" && ok && strings.Count(got, "%s") != holders {
				t.Errorf("%s: %s = %q, want %d times %%s", tag, key, got, holders)
			}
		}
		for _, key := range []string{"months", "months-day", "months-short"} {
			if n := len(strings.Split(values[key], " ")); values[key] != "" && n != 12 {
				t.Errorf("%s: %d %s", tag, n, key)
			}
		}
		if n := len(strings.Fields(values["quotes"])); n != 4 {
			t.Errorf("%s: %d quotes", tag, n)
		}
		for _, key := range []string{"date-month", "date-day"} {
			if p := values[key]; !strings.Contains(p, "%Y") || !strings.Contains(p, "%B") {
				t.Errorf("%s: %s = %q", tag, key, p)
			}
		}
		if !strings.Contains(values["ordinal"], "*:") {
			t.Errorf("%s: ordinal has no rule for every number", tag)
		}
	}
}

func readInto(t *testing.T, name string, values map[string]string) {
	t.Helper()
	text, err := data.ReadFile("data/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		if !strings.HasPrefix(line, "#") && !strings.Contains(line, " =") {
			t.Errorf("%s.txt:%d: %q is no line of data", name, n+1, line)
		}
	}
	parse(string(text), values, true)
}

func TestFor(t *testing.T) {
	for _, c := range []struct {
		tag   string
		known bool
		page  string
	}{
		{"en", true, "Page %s"},
		{"en-GB", true, "Page %s"},
		{"EN_us", true, "Page %s"},
		{"de-AT-1996", true, "Seite %s"},
		{"fr-BE", true, "Page %s"},
		{"no", true, "Side %s"},
		{"nn-NO", true, "Side %s"},
		{"zh-CN", true, "第%s页"},
		{"zh-Hans-CN", true, "第%s页"},
		{"zh-TW", true, "第%s頁"},
		{"zh-hant-hk", true, "第%s頁"},
		{"sr-Cyrl", false, "Page %s"},
		{"de-x-private", true, "Seite %s"},
		{"tlh", false, "Page %s"},
		{"und", true, "Page %s"},
		{"", true, "Page %s"},
		{"-", true, "Page %s"},
	} {
		l := For(c.tag)
		if l.Known() != c.known || l.Label("page") != c.page || l.Tag() != c.tag {
			t.Errorf("%q: known %v, page %q", c.tag, l.Known(), l.Label("page"))
		}
	}
}

func TestOrdinalAndIssue(t *testing.T) {
	for _, c := range []struct {
		tag   string
		n     int
		ord   string
		issue string
	}{
		{"en", 1, "1st", "1st issue"},
		{"en", 2, "2nd", "2nd issue"},
		{"en", 3, "3rd", "3rd issue"},
		{"en", 11, "11th", "11th issue"},
		{"en", 112, "112th", "112th issue"},
		{"en", 121, "121st", "121st issue"},
		{"fr", 1, "1er", "1er numéro"},
		{"fr", 21, "21e", "21e numéro"},
		{"de", 11, "11.", "11. Ausgabe"},
		{"es", 11, "11.º", "11.º número"},
		{"sv", 11, "11:e", "11:e numret"},
		{"sv", 22, "22:a", "22:a numret"},
		{"bg", 12, "12-и", "12-и брой"},
		{"ro", 11, "al" + nbsp + "11-lea", "Numărul 11"},
		{"zh", 11, "第11", "第11期"},
	} {
		l := For(c.tag)
		if got := l.Ordinal(c.n); got != c.ord {
			t.Errorf("%s: ordinal of %d is %q, want %q", c.tag, c.n, got, c.ord)
		}
		if got := l.IssueLabel(c.n); got != c.issue {
			t.Errorf("%s: issue %d is %q, want %q", c.tag, c.n, got, c.issue)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ tag, month, first, day, near, months, years string }{
		{"en", "June 2023", "1 June 2023", "27 June 2023", "14–15 September 2023", "30 June – 2 July 2023", "30 December 2023 – 2 January 2024"},
		{"en-US", "June 2023", "June 1, 2023", "June 27, 2023", "September 14–15, 2023", "June 30 – July 2, 2023", "December 30, 2023 – January 2, 2024"},
		{"fr", "juin 2023", "1er juin 2023", "27 juin 2023", "14–15 septembre 2023", "30 juin – 2 juillet 2023", "30 décembre 2023 – 2 janvier 2024"},
		{"de", "Juni 2023", "1. Juni 2023", "27. Juni 2023", "14.–15. September 2023", "30. Juni – 2. Juli 2023", "30. Dezember 2023 – 2. Januar 2024"},
		{"hu", "2023. június", "2023. június 1.", "2023. június 27.", "2023. szeptember 14–15.", "2023. június 30. – július 2.", "2023. december 30. – 2024. január 2."},
		{"pl", "czerwiec 2023", "1 czerwca 2023", "27 czerwca 2023", "14–15 września 2023", "30 czerwca – 2 lipca 2023", "30 grudnia 2023 – 2 stycznia 2024"},
		{"zh", "2023年6月", "2023年6月1日", "2023年6月27日", "2023年9月14日至15日", "2023年6月30日至7月2日", "2023年12月30日至2024年1月2日"},
	} {
		l := For(c.tag)
		for _, d := range []struct{ got, want string }{
			{l.Date(2023, 6, 0), c.month},
			{l.Date(2023, 6, 1), c.first},
			{l.Date(2023, 6, 27), c.day},
			{l.DateRange(Day{2023, 9, 14}, Day{2023, 9, 15}), c.near},
			{l.DateRange(Day{2023, 6, 30}, Day{2023, 7, 2}), c.months},
			{l.DateRange(Day{2023, 12, 30}, Day{2024, 1, 2}), c.years},
			{l.DateRange(Day{2023, 6, 27}, Day{2023, 6, 27}), c.day},
		} {
			if d.got != d.want {
				t.Errorf("%s: %q, want %q", c.tag, d.got, d.want)
			}
		}
	}
	en := For("en")
	if got := en.MonthShort(9) + en.MonthShort(0) + en.MonthShort(13) + en.Date(2023, 13, 1) + en.Month(2); got != "SeptFebruary" {
		t.Errorf("months: %q", got)
	}
	if got := For("ga").MonthShort(9) + For("ga").Month(9); got != "M.F.Meán"+nbsp+"Fómhair" {
		t.Errorf("ga: %q", got)
	}
}

func TestPages(t *testing.T) {
	for _, c := range []struct {
		tag   string
		pages []int
		want  string
	}{
		{"en", []int{2}, "Page 2|page 2"},
		{"en", []int{4, 5}, "Pages 4 and 5|pages 4 and 5"},
		{"en", []int{3, 4, 5}, "Pages 3–5|pages 3–5"},
		{"en", []int{1, 3}, "Pages 1, 3|pages 1, 3"},
		{"en", []int{1, 3, 4, 5, 8, 9}, "Pages 1, 3–5, 8, 9|pages 1, 3–5, 8, 9"},
		{"en", nil, "Pages |pages "},
		{"de", []int{4, 5}, "Seiten 4 und 5|Seiten 4 und 5"},
		{"hu", []int{4, 5}, "4–5. oldal|4–5. oldal"},
		{"zh", []int{1, 3}, "第1、3页|第1、3页"},
	} {
		l := For(c.tag)
		if got := l.Pages(c.pages) + "|" + l.SeePages(c.pages); got != c.want {
			t.Errorf("%s %v: %q, want %q", c.tag, c.pages, got, c.want)
		}
	}
}

func TestWith(t *testing.T) {
	en := For("en")
	l := en.With(map[string]string{"foreword": "Editorial", "welcome": "Hello, %s", "quotes": "« » ‹ ›", "space-before-high": nnbsp})
	if got := l.Label("foreword") + l.Fill("welcome", "you") + l.TypesetString(`"a"!`); got != "EditorialHello, you«a»"+nnbsp+"!" {
		t.Errorf("got %q", got)
	}
	if en.Label("foreword") != "Foreword" || en.Has("welcome") || !l.Has("welcome") || en.With(nil) != en {
		t.Error("With changed what it was called on")
	}
	if o, c, oi, ci := For("de").Quotes(); o+c+oi+ci != "„“‚‘" {
		t.Errorf("quotes %s %s %s %s", o, c, oi, ci)
	}
	if keys := en.Keys(); !slices.IsSorted(keys) || !slices.Contains(keys, "at-a-glance") {
		t.Errorf("keys %v", keys)
	}
	if l := For("en").With(map[string]string{"quotes": "bad"}); l.TypesetString(`"a"`) != "“a”" {
		t.Error("a bad list of quotes is not passed over")
	}
}

// typographyTable is the table by language of TYPOGRAPHY.md.
func typographyTable() string {
	var b strings.Builder
	b.WriteString("| language | quotation | inside « » | before : | before ; ! ? | range, dash, ellipsis | one-letter words bound |\n")
	b.WriteString("| --- | --- | --- | --- | --- | --- | --- |\n")
	for _, tag := range Languages() {
		l := For(tag)
		space := func(key string) string {
			switch v := l.Label(key); v {
			case nbsp:
				return "no-break"
			case nnbsp:
				return "narrow"
			default:
				return "–" + v
			}
		}
		sample := l.TypesetString(`"a 'b' c"`)
		dashes := l.TypesetString("3-5, a -- b") + l.TypesetString("...")
		bound := strings.Fields(l.Label("clitics"))
		bound = bound[:len(bound)/2] // without the capitals
		fmt.Fprintf(&b, "| %s %s | %s | %s | %s | %s | %s | %s |\n", tag, strings.TrimSpace(l.Label("name")), sample,
			space("quote-space"), space("space-before-colon"), space("space-before-high"), dashes,
			strings.Join(bound, " "))
	}
	return b.String()
}

// TestTypographyTable: the document's table is what the data say.
func TestTypographyTable(t *testing.T) {
	const file, begin, end = "TYPOGRAPHY.md", "<!-- table: go test -run TypographyTable -update -->\n", "<!-- end -->\n"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(text), begin)
	old, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatal("no marks around the table")
	}
	table := typographyTable()
	if *update {
		if err := os.WriteFile(file, []byte(head+begin+table+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if old != table {
		t.Errorf("the table is not that of the data; run with -update. Now:\n%s", table)
	}
}

func FuzzFor(f *testing.F) {
	for _, tag := range []string{"en-GB", "zh-Hant-TW", "de-x", "", "a-b-c-d-eeee-ff"} {
		f.Add(tag, 11)
	}
	f.Fuzz(func(t *testing.T, tag string, n int) {
		l := For(tag)
		if l.Label("page") == "" || l.IssueLabel(n) == "" || l.Date(n, 1+abs(n)%12, abs(n)%32) == "" {
			t.Errorf("%q: nothing for %d", tag, n)
		}
	})
}

func abs(n int) int { return max(n, -(n + 1)) }

func BenchmarkFor(b *testing.B) {
	for _, tag := range []string{"en-GB", "fr-CH", "el"} {
		b.Run(tag, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				For(tag)
			}
		})
	}
}
