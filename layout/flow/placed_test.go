package flow

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"masthead/layout/brand"
	"masthead/layout/source"
)

// TestWordsTooLong cuts a cover's caption by as much as the message says.
func TestWordsTooLong(t *testing.T) {
	r := newRig(t, `  dark:
    serves: {page: cover}
    above:
      - {text: "{cover}", style: body, x: margin-right - 100, right: margin-right, y: top + 10, bottom: top + 40}
    stack:
      - layers:
          - {photo: cover, x: trim-left, right: trim-right, y: top, bottom: bottom}
        rows: {min: 10, ideal: 12, max: 14}
`+textFirst(2))
	r.brand.Template.Entries = slices.DeleteFunc(r.brand.Template.Entries, func(e source.Named[brand.Template]) bool {
		return strings.HasPrefix(e.Key, "cover")
	})
	cover := func(caption string) string {
		return "cover:\n  photo: {file: a.jpg, alt: A tower, credit: C, caption: \"" + caption + "\"}\n" + events(article("one", words(80)))
	}
	r.compose(t, cover(words(6)))
	caption := words(40)
	said := r.refuse(t, cover(caption)).All
	if len(said) != 1 || said[0].Code != "overset" || said[0].Pos.Line != 6 {
		t.Fatalf("said %v", said)
	}
	n, err := strconv.Atoi(regexp.MustCompile(`\d+`).FindString(said[0].Hint))
	if err != nil || n >= len(caption) {
		t.Fatalf("hint %q", said[0].Hint)
	}
	r.compose(t, cover(strings.TrimSpace(caption[:len(caption)-n])))
}
