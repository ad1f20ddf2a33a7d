package locale_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"masthead/layout/locale"
)

func ExampleFor() {
	l := locale.For("de-AT")
	fmt.Println(l.Label("foreword"), "·", l.IssueLabel(11), "·", l.Date(2023, 1, 27))
	// Output: Vorwort · 11. Ausgabe · 27. Jänner 2023
}

func ExampleLocale_Typeset() {
	// "He said *'yes'* - twice", cut where its markup changes.
	set := locale.For("en-GB").Typeset([]string{`He said `, `"yes"`, ` - twice`})
	fmt.Println(strings.ReplaceAll(strings.Join(set, "|"), "\u00a0", "~"))
	// Output: He said |“yes”|~– twice
}

func ExampleLocale_With() {
	l := locale.For("en").With(map[string]string{"contacts": "Write to the editors"})
	fmt.Println(l.Label("contacts"))
	// Output: Write to the editors
}

func ExampleLocale_Pages() {
	l := locale.For("en")
	fmt.Println(l.Pages([]int{2}))
	fmt.Println(l.Pages([]int{4, 5}))
	fmt.Println(l.Pages([]int{3, 4, 5}))
	fmt.Println(l.SeePages([]int{1, 3}))
	// Output:
	// Page 2
	// Pages 4 and 5
	// Pages 3–5
	// pages 1, 3
}

func ExampleLocale_DateRange() {
	for _, tag := range []string{"en-GB", "en-US", "fr", "hu"} {
		fmt.Println(locale.For(tag).DateRange(locale.Day{Y: 2023, M: 9, D: 14}, locale.Day{Y: 2023, M: 9, D: 15}))
	}
	// Output:
	// 14–15 September 2023
	// September 14–15, 2023
	// 14–15 septembre 2023
	// 2023. szeptember 14–15.
}

func ExampleLocale_Fill() {
	fmt.Println(locale.For("fr").Fill("continued-on", "3"))
	// Output: Suite page 3
}

// TestConcurrent: one locale serves many workers (for the race detector).
func TestConcurrent(t *testing.T) {
	l := locale.For("fr")
	want := l.TypesetString(`"a": b!`)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got := l.TypesetString(`"a": b!`); got != want {
					t.Errorf("%q, want %q", got, want)
				}
				_ = l.With(map[string]string{"x": "y"}).IssueLabel(1) + l.Date(2023, 6, 1)
			}
		})
	}
	wg.Wait()
}
