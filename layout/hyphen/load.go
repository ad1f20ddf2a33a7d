package hyphen

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// ErrNoPatterns says that a language has no patterns. Such text is set without
// hyphens but for its soft ones.
var ErrNoPatterns = errors.New("no hyphenation patterns for this language")

// Load reads the patterns of a language, a BCP 47 tag, from a folder as in the
// package comment. The tag is cut at its hyphens from the right until mins.txt
// has it: "en" and "en-AU" are British, for that is what most of the world
// writes, "en-US" American, "de-CH" the reformed German, "pt-BR" Portuguese,
// "nn" Bokmål. The error is [ErrNoPatterns] where there are none.
func Load(fsys fs.FS, lang string) (*Patterns, error) {
	table, err := fs.ReadFile(fsys, "mins.txt")
	if err != nil {
		return nil, fmt.Errorf("hyphenation: %w", err)
	}
	set, err := findSet(string(table), lang)
	if err != nil {
		return nil, err
	}
	pat, err := fs.ReadFile(fsys, "hyph-"+set.name+".pat.txt")
	if err != nil {
		return nil, fmt.Errorf("hyphenation: %w", err)
	}
	exc, err := fs.ReadFile(fsys, "hyph-"+set.name+".hyp.txt")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("hyphenation: %w", err)
	}
	p := &Patterns{left: set.left, right: set.right, words: map[query][]int{}}
	p.table.read(pat)
	p.exceptions = readExceptions(string(exc))
	return p, nil
}

type set struct {
	name        string
	left, right int
}

// findSet looks a language up in mins.txt.
func findSet(table, lang string) (set, error) {
	lang = strings.ToLower(strings.ReplaceAll(lang, "_", "-"))
	for lang != "" {
		for n, line := range strings.Split(table, "\n") {
			f := strings.Fields(line)
			if len(f) == 0 || strings.HasPrefix(f[0], "#") {
				continue
			}
			if len(f) < 4 {
				return set{}, fmt.Errorf("hyphenation: mins.txt:%d: want a name, two numbers and languages", n+1)
			}
			for _, tag := range f[3:] {
				if strings.ToLower(tag) != lang {
					continue
				}
				left, err1 := strconv.Atoi(f[1])
				right, err2 := strconv.Atoi(f[2])
				if err1 != nil || err2 != nil || left < 1 || right < 1 {
					return set{}, fmt.Errorf("hyphenation: mins.txt:%d: the minima must be numbers from 1", n+1)
				}
				return set{f[0], left, right}, nil
			}
		}
		lang = lang[:max(strings.LastIndexByte(lang, '-'), 0)]
	}
	return set{}, ErrNoPatterns
}

// readExceptions maps words to the places of their hyphens, counted in letters.
func readExceptions(text string) map[string][]int {
	out := map[string][]int{}
	for _, word := range strings.Fields(text) {
		var letters strings.Builder
		at := []int{}
		n := 0
		for _, r := range word {
			if r == '-' {
				at = append(at, n)
				continue
			}
			letters.WriteRune(r)
			n++
		}
		out[letters.String()] = at
	}
	return out
}
