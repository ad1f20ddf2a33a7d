package brand

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout/diag"
)

// A mutant is a brand with one thing spoiled, and the message that must be given
// at the line of it.
type mutant struct {
	name, text, code string
	line             int
}

// lintBrand loads and lints a brand of that text.
func lintBrand(text string) []diag.Diagnostic {
	dir := fstest.MapFS{"mine/brand.yaml": {Data: []byte(text)}}
	var diags diag.List
	if b := Load("mine", []fs.FS{dir}, &diags); b != nil {
		Lint(b, &diags)
	}
	return diags.All
}

// lineEdits is a change to every line of a section of a brand file, one at a
// time: it returns the new line, or "" where there is nothing to spoil.
func lineEdits(text, section, code string, edit func(line string) string) []mutant {
	lines := strings.Split(text, "\n")
	in := ""
	var out []mutant
	for i, l := range lines {
		if l != "" && l[0] != ' ' && l[0] != '#' {
			in, _, _ = strings.Cut(l, ":")
		}
		if section != "" && in != section {
			continue
		}
		with := edit(l)
		if with == "" || with == l {
			continue
		}
		changed := append(append([]string{}, lines[:i]...), with)
		changed = append(changed, lines[i+1:]...)
		out = append(out, mutant{strings.TrimSpace(l), strings.Join(changed, "\n"), code, i + 1})
	}
	return out
}

// outer replaces the value of a key on the outermost level of a line's mapping.
func outer(line, key, value string) string {
	depth := 0
	for i, r := range line {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 1 && (r == ' ' || r == '{') && strings.HasPrefix(line[i+1:], key+": ") {
			rest := line[i+1+len(key)+2:]
			return line[:i+1] + key + ": " + value + rest[strings.IndexAny(rest, ",}"):]
		}
	}
	return ""
}

// ghostFor is a colour that cannot be read where a style stands: on paper or a
// tint, or on a dark ground if its own colour is light.
func ghostFor(line string) string {
	for _, light := range []string{"colour: white", "colour: strip-note"} {
		if strings.Contains(line, light) {
			return "dusk"
		}
	}
	return "ghost"
}

// withGhosts adds the two ghosts to a palette.
func withGhosts(text string) string {
	return strings.Replace(text, "palette:\n", `palette:
  ghost: {rgb: "#F0F0F0", cmyk: [0, 0, 0, 4]}
  dusk: {rgb: "#40302A", cmyk: [0, 0, 0, 90]}
`, 1)
}

func mutants(text string) []mutant {
	var out []mutant
	out = append(out, lineEdits(withGhosts(text), "styles", "contrast", func(l string) string { return outer(l, "colour", ghostFor(l)) })...)
	inks := regexp.MustCompile(`cmyk: \[[^\]]*\]`)
	out = append(out, lineEdits(text, "palette", "ink-limit", func(l string) string { return inks.ReplaceAllString(l, "cmyk: [90, 90, 90, 90]") })...)
	section := regexp.MustCompile(`colour: ([a-z-]+)`)
	first := section.FindStringSubmatch(text[strings.Index(text, "section-colours:"):])[1]
	out = append(out, lineEdits(text, "section-colours", "alike", func(l string) string {
		if m := section.FindStringSubmatch(l); m == nil || m[1] == first {
			return ""
		}
		return section.ReplaceAllString(l, "colour: "+first)
	})...)
	rows := regexp.MustCompile(`((?:space|rows|max|rise): )(\d+)([ ,}\]]|$)`)
	out = append(out, lineEdits(text, "templates", "off-grid", func(l string) string {
		done := false
		return rows.ReplaceAllStringFunc(l, func(m string) string {
			if done {
				return m
			}
			done = true
			return rows.ReplaceAllString(m, "${1}${2}.3$3")
		})
	})...)
	for _, add := range []struct{ section, entry string }{
		{"palette", `  lost: {rgb: "#AA3355", cmyk: [0, 80, 40, 10]}`},
		{"styles", "  lost: {size: 9}"},
		{"families", "  lost: {regular: lost.ttf}"},
		{"boxes", "  lost: {fill: white}"},
	} {
		if i := strings.Index(text, "\n"+add.section+":\n"); i >= 0 {
			at := i + len("\n"+add.section+":\n")
			for text[at] == ' ' || text[at] == '\n' || text[at] == '#' {
				at += strings.Index(text[at:], "\n") + 1
			}
			out = append(out, mutant{"unused " + add.section, text[:at] + add.entry + "\n" + text[at:], "unused", strings.Count(text[:at], "\n") + 1})
		}
	}
	return out
}

// TestLintFindsMutants spoils brands in one place after the other: the message
// comes at the line, and the brand as it is has none.
func TestLintFindsMutants(t *testing.T) {
	for file, step := range map[string]int{ // of how many mutants one is tried
		"../../assets/brands/default/brand.yaml": 7, "../../assets/brands/dispatch/brand.yaml": 7,
		"testdata/brands/letter/brand.yaml": 1, "testdata/brands/poster/brand.yaml": 1, "testdata/brands/sheet/brand.yaml": 1,
	} {
		t.Run(file, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text := string(data)
			for _, d := range lintBrand(text) {
				t.Errorf("%v", d)
			}
			seen, found := map[string]int{}, map[string]int{}
			for _, m := range mutants(text) {
				if seen[m.code]++; seen[m.code]%step != 1%step {
					continue
				}
				told := lintBrand(m.text)
				ok := false
				for _, d := range told {
					ok = ok || d.Code == m.code && d.Pos.Line == m.line
				}
				if !ok {
					t.Errorf("%s not found at line %d: %s\n   told: %v", m.code, m.line, m.name, told)
				}
				found[m.code]++
			}
			for _, code := range []string{"contrast", "ink-limit", "off-grid"} {
				if found[code] == 0 {
					t.Errorf("no mutant for %s", code)
				}
			}
		})
	}
}
