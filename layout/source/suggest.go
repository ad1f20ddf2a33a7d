package source

import (
	"fmt"
	"slices"
	"strings"
)

// Closest returns the option that word was probably meant to be: the nearest by
// Damerau-Levenshtein distance (optimal string alignment), not counting case,
// if no more than a third of its letters differ. Equals go to the first option.
func Closest(word string, options []string) (string, bool) {
	best, least := "", -1
	lower := []rune(strings.ToLower(word))
	if len(lower) > 200 {
		return "", false
	}
	for _, o := range options {
		option := []rune(strings.ToLower(o))
		limit := max(1, max(len(lower), len(option))/3)
		if max(len(lower)-len(option), len(option)-len(lower)) > limit {
			continue
		}
		if d := distance(lower, option); d <= limit && (least < 0 || d < least) {
			best, least = o, d
		}
	}
	return best, least >= 0
}

// DidYouMean returns the hint for a wrong word: the closest option, else the
// options themselves where they are few.
func DidYouMean(word string, options []string) string {
	if o, ok := Closest(word, options); ok {
		return fmt.Sprintf("did you mean %q?", o)
	}
	if len(options) == 0 || len(options) > 24 {
		return ""
	}
	return "possible here: " + strings.Join(options, ", ")
}

// distance counts the insertions, deletions, replacements and swaps of
// neighbours that turn a into b.
func distance(a, b []rune) int {
	before := make([]int, len(b)+1)
	last := make([]int, len(b)+1)
	row := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = slices.Min([]int{last[j] + 1, row[j-1] + 1, last[j-1] + cost})
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
