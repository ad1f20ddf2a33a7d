package issue

import (
	"strings"
	"testing"
)

func TestDate(t *testing.T) {
	for in, want := range map[string]Date{
		"2023-06": {2023, 6, 0}, "2023-06-27": {2023, 6, 27}, "'2024-02-29'": {2024, 2, 29}, "\"2023-12\"": {2023, 12, 0},
		"2023-02-29": {}, "2023-6": {}, "23-06": {}, "0999-01": {}, "2023": {}, "2023-00": {}, "2023-06-27T10:00:00Z": {}, "[2023]": {}, "2023-06-": {},
	} {
		is, said := load(strings.Replace(sound, "date: 2023-06\n", "date: "+in+"\n", 1))
		if is.Date != want || (said == "") == want.IsZero() {
			t.Errorf("%s is %v, %s", in, is.Date, said)
		}
		if plain := strings.Trim(in, `'"`); said == "" && is.Date.String() != plain {
			t.Errorf("%s is printed %s", in, is.Date)
		}
	}
	order := []Date{{2022, 12, 31}, {2023, 1, 0}, {2023, 1, 1}, {2023, 1, 2}, {2023, 2, 0}, {2024, 1, 0}}
	for i, a := range order {
		for j, b := range order {
			if a.Before(b) != (i < j) {
				t.Errorf("%v before %v: %v", a, b, a.Before(b))
			}
		}
	}
}

func TestBudget(t *testing.T) {
	for in, want := range map[string]Budget{
		"6": {Exact: 6}, "{max: 8}": {Max: 8}, "{multiple-of: 4}": {MultipleOf: 4}, "{max: 8, multiple-of: 4}": {0, 8, 4},
	} {
		is, said := load(strings.Replace(sound, "pages: 6", "pages: "+in, 1))
		if said != "" || is.Pages != want {
			t.Errorf("%s: %+v, %s", in, is.Pages, said)
		}
	}
	for _, in := range []string{"0", "'6'", "six", "", "{}", "{max: 0}", "10001", "[1]", "{exact: 3}"} {
		if _, said := load(strings.Replace(sound, "pages: 6", "pages: "+in, 1)); said == "" || !strings.HasPrefix(said, ":6:") {
			t.Errorf("%q: %q, want an error in line 6", in, said)
		}
	}
}

func TestLanguage(t *testing.T) {
	for in, want := range map[string]string{
		"en-GB": "en-GB", "EN-gb": "en-GB", "en_GB": "en-GB", "de": "de", "zh-Hans": "zh-Hans", "zh-hans-cn": "zh-Hans-CN", "und": "und",
		"sr-Latn": "sr-Latn", "fr-CH": "fr-CH",
	} {
		if is, said := load(strings.Replace(sound, "language: en-GB", "language: "+in, 1)); said != "" || is.Language != want {
			t.Errorf("%s is %s, %s", in, is.Language, said)
		}
	}
	for _, in := range []string{"english", "xx", "e", "'en GB'", "12"} {
		if _, said := load(strings.Replace(sound, "language: en-GB", "language: "+in, 1)); !strings.Contains(said, ":5:11: error") {
			t.Errorf("%q: %q", in, said)
		}
	}
}

// Each line: a link and what becomes of it; nothing where it is refused.
func TestCheckLink(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org":                     "https://example.org",
		"HTTP://Example.org/A":                    "HTTP://Example.org/A",
		"https://example.org:8080/a?b=ü#c":        "https://example.org:8080/a?b=%C3%BC#c",
		"https://example.org/a%20b":               "https://example.org/a%20b",
		"https://example.org/a|b":                 "https://example.org/a%7Cb",
		"https://[2001:db8::1]/":                  "https://[2001:db8::1]/",
		"mailto:a.b@example.org?subject=Hello%21": "mailto:a.b@example.org?subject=Hello%21",
		"tel:+86-10-59799695":                     "tel:+86-10-59799695",
		"":                                        "",
		"   ":                                     "",
		"example.org":                             "",
		"//example.org":                           "",
		"https:example.org":                       "",
		"https:/example.org":                      "",
		"https://":                                "",
		"https://a b.org":                         "",
		"https://exa\u0000mple.org":               "",
		"https://example..org":                    "",
		"mailto:":                                 "",
		"mailto:nobody":                           "",
		"tel:call":                                "",
		"tel:":                                    "",
		"file:///etc/passwd":                      "",
		"javascript:alert(1)":                     "",
		"data:text/html,x":                        "",
		"a@example.org":                           "",
		"photos/a.jpg":                            "",
	} {
		got, problem, hint := checkLink(in)
		if got != want || (problem == "") != (want != "") || (hint == "") != (want != "") {
			t.Errorf("%q becomes %q, %q, %q; want %q", in, got, problem, hint, want)
		}
	}
}

// The nearest of what is said about a photo counts: the photo, its folder from
// the deepest up, all photos.
func TestPhotoDefaults(t *testing.T) {
	for _, c := range []struct{ defaults, want string }{
		{"photo-defaults: {credit: all}", "all"},
		{"photo-folders: {photos: {credit: folder}}", "folder"},
		{"photo-defaults: {credit: all}\nphoto-folders: {photos: {credit: folder}}", "folder"},
		{"photo-folders: {photos: {credit: folder}, photos/old: {credit: deeper}}", "deeper"},
		{"photo-folders: {photos/old: {credit: deeper}, photos: {credit: folder}}", "deeper"},
		{"photo-folders: {photos/old: {size: wide}, photos: {credit: folder}}", "folder"},
		{"photo-folders: {photos/old/: {credit: deeper}}", "deeper"},
	} {
		text := strings.Replace(sound, "pages: 6", c.defaults, 1)
		text = strings.Replace(text, "photos/hainan.jpg", "photos/old/pier.jpg", 1)
		text = strings.Replace(text, "          credit: Someone\n", "", 1)
		is, said := load(text)
		if got := is.Sections[0].Articles[0].Photos[0].Credit; got != c.want || said != "" {
			t.Errorf("%s: credit %q, want %q; %s", c.defaults, got, c.want, said)
		}
		if got := is.Cover.Credit; got != "NASA" {
			t.Errorf("%s: the cover's own credit is %q", c.defaults, got)
		}
	}
	waived := strings.Replace(sound, "          credit: Someone\n", "          waive: {missing-credit: our own picture}\n", 1)
	if _, said := load(waived); said != "" {
		t.Errorf("waived: %s", said)
	}
}
