package issue

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout/diag"
)

// slips are what goes wrong when somebody edits a line of an issue; each takes
// a line and returns it damaged, or as it was where the slip cannot happen.
func slips() map[string]func(line string) string {
	key := regexp.MustCompile(`^(\s*(?:- )?)([a-z-]+):`)
	return map[string]func(string) string{
		"letters swapped in a key": func(line string) string {
			return key.ReplaceAllStringFunc(line, func(k string) string {
				m := key.FindStringSubmatch(k)
				if len(m[2]) < 3 {
					return k
				}
				return m[1] + m[2][:1] + m[2][2:3] + m[2][1:2] + m[2][3:] + ":"
			})
		},
		"no colon": func(line string) string { return key.ReplaceAllString(line, "$1$2") },
		"no space": func(line string) string {
			return regexp.MustCompile(`^(\s*(?:- )?[a-z-]+): (\w)`).ReplaceAllString(line, "$1:$2")
		},
		"a quote too many": func(line string) string {
			return regexp.MustCompile(`^(\s*[a-z-]+): (\w.*)$`).ReplaceAllString(line, `$1: "$2`)
		},
		"a tab":            func(line string) string { return regexp.MustCompile(`^  `).ReplaceAllString(line, "\t") },
		"a space too many": func(line string) string { return regexp.MustCompile(`^(\s*[a-z])`).ReplaceAllString(line, " $1") },
		"a space missing":  func(line string) string { return regexp.MustCompile(`^ (\s*[a-z])`).ReplaceAllString(line, "$1") },
		"a second colon": func(line string) string {
			return regexp.MustCompile(`^(\s*[a-z-]+: \w+)( .*|)$`).ReplaceAllString(line, "$1: more$2")
		},
		"no closing brace": func(line string) string { return regexp.MustCompile(`\}$`).ReplaceAllString(line, "") },
		"a star": func(line string) string {
			return regexp.MustCompile(`^(\s*(?:- )?[a-z-]+): (\w)`).ReplaceAllString(line, "$1: *$2")
		},
	}
}

// A slip in any one line is reported at that line, but for the few where the
// lines around could as well be the wrong ones. (A slip that leaves the issue
// sound, such as a deeper indentation of an only key, is none.)
func TestSlips(t *testing.T) {
	data, err := os.ReadFile("testdata/full.yaml")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	made, missed := 0, 0
	for name, slip := range slips() {
		for i, line := range lines {
			damaged := slip(line)
			if damaged == line {
				continue
			}
			edited := slices.Clone(lines)
			edited[i] = damaged
			root := folder11()
			root["photos/eu.png"] = root["photos/earth.jpg"]
			root["issue.yaml"] = &fstest.MapFile{Data: []byte(strings.Join(edited, "\n"))}
			var l diag.List
			Load(root, "issue.yaml", "x", &l)
			if len(l.All) == 0 {
				continue
			}
			made++
			if !slices.ContainsFunc(l.All, func(d diag.Diagnostic) bool { return d.Pos.Line == i+1 && d.Hint != "" }) {
				missed++
				t.Logf("%s in line %d: %q: %v", name, i+1, damaged, l.All)
			}
		}
	}
	if made < 350 || missed > 6 {
		t.Errorf("%d of %d slips are not reported at their line with a hint", missed, made)
	}
}
