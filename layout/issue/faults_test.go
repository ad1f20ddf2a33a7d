package issue

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout/diag"
)

// sound is an issue without a fault; every fault is one edit of it.
const sound = `title: Migration and Mobility
name: Newsletter
number: 11
date: 2023-06
language: en-GB
pages: 6
funding: {emblem: eu, text: Funded by the Union}
cover:
  photo: {file: photos/earth.jpg, alt: Lights, credit: NASA}
foreword:
  text: |
    A first paragraph.

    A second one with [a link](https://example.org/a).
index:
highlights:
  articles:
    - id: hainan
      title: Hainan
      text: |
        One two three.
      facts:
        - {label: Place, text: Sanya}
      quote: {text: Well said, by: Somebody}
      see: {text: More, story: events/border}
      photos:
        - file: photos/hainan.jpg
          alt: A beach
          credit: Someone
events:
  title: Events
  articles:
    - {title: Border, text: Words.}
  calendar:
    - {date: 2023-09-14, until: 2023-09-15, title: Seminar, url: https://example.org}
contacts:
  phone: 86-10
  email: a@example.org
  web: https://example.org
  follow: [{label: Follow, qr: https://example.org/f}]
`

func folder11() fstest.MapFS {
	return fstest.MapFS{
		"photos/earth.jpg":    &fstest.MapFile{Data: []byte("x")},
		"photos/hainan.jpg":   &fstest.MapFile{Data: []byte("x")},
		"photos/old/pier.jpg": &fstest.MapFile{Data: []byte("x")},
	}
}

// load returns the issue that the text makes in a folder with three photos, and
// what was said about it, hints behind a bar.
func load(text string) (*Issue, string) {
	root := folder11()
	root["issue.yaml"] = &fstest.MapFile{Data: []byte(text)}
	var l diag.List
	is := Load(root, "issue.yaml", "2023-06", &l)
	var out []string
	for _, d := range l.All {
		s := strings.TrimPrefix(d.String(), "issue.yaml")
		if d.Hint != "" {
			s += " | " + d.Hint
		}
		out = append(out, s)
	}
	return is, strings.Join(out, "\n")
}

func TestSound(t *testing.T) {
	if _, got := load(sound); got != "" {
		t.Errorf("a sound issue has faults:\n%s", got)
	}
}

func TestFaults(t *testing.T) {
	for _, c := range faults() {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(sound, c.old) {
				t.Fatalf("nothing to edit: %q", c.old)
			}
			if _, got := load(strings.Replace(sound, c.old, c.new, 1)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Line ends of Windows and a byte order mark change nothing of what is said, nor
// does a comment in front but the line numbers.
func TestFaultsInOtherClothes(t *testing.T) {
	number := regexp.MustCompile(`(?m)^:([0-9]+)|(at line )([0-9]+)`)
	for _, c := range faults() {
		text := strings.Replace(sound, c.old, c.new, 1)
		if _, got := load("\uFEFF" + strings.ReplaceAll(text, "\n", "\r\n")); got != c.want {
			t.Errorf("%s, with CR LF: got\n%s\nwant\n%s", c.name, got, c.want)
		}
		moved := number.ReplaceAllStringFunc(c.want, func(s string) string {
			digits := strings.TrimPrefix(strings.TrimPrefix(s, ":"), "at line ")
			n, err := strconv.Atoi(digits)
			if err != nil {
				t.Fatal(err)
			}
			return strings.TrimSuffix(s, digits) + strconv.Itoa(n+3)
		})
		if _, got := load("# one\n\n# two: \"three\n" + text); got != moved {
			t.Errorf("%s, lower down: got\n%s\nwant\n%s", c.name, got, moved)
		}
	}
}

// What is wrong is said with a place, a code of letters and hyphens, and in the
// voice of the program: lower case, no full stop.
func TestVoice(t *testing.T) {
	form := regexp.MustCompile(`^(:\d+:\d+: )?(error|warning|info): .*[^.] \[[a-z-]+\]$`)
	for _, c := range faults() {
		for line := range strings.SplitSeq(c.want, "\n") {
			said, hint, _ := strings.Cut(line, " | ")
			if !form.MatchString(said) {
				t.Errorf("%s: %s", c.name, said)
			}
			if strings.HasSuffix(hint, ".") || hint != strings.TrimSpace(hint) {
				t.Errorf("%s: hint %q", c.name, hint)
			}
		}
	}
}
