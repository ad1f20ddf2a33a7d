//go:build judge

package golden_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout"
)

// TestMerge has two people edit different stories on branches of their own, each
// updating the golden, and merges them with git. What comes out is the golden of
// the merged issue.
func TestMerge(t *testing.T) {
	for _, c := range []struct{ name, a, aNew, b, bNew string }{
		{"words", "a blue ribbon", "a red ribbon", "by hand", "by heart"},
		{"words of stories that share a page", "five and later with seven", "four and later with six", "It opens at six", "It opens at eight"},
		{"captions", "The new quay on its first day.", "The quay on its first day.", "Sails in the rain.", "Sails in much rain."},
		{"a facts entry and a kicker", "300 metres of quay", "310 metres of quay", "Sport · June", "Sport · July"},
		{"a quote and a link", "We lifted forty-one wrecks, by", "We lifted forty-six wrecks, by", "https://example.org/lamps", "https://example.org/all"},
		{"words more and words less", "spoke for seven minutes", "spoke for almost seven minutes", "had never\n        sailed", "never\n        sailed"},
		{"a focus and an alternative text", "'Photo: E. West', focus: [0.5, 0.5]", "'Photo: E. West', focus: [0.3, 0.4]", "alt: The new quay", "alt: The quay seen from the sea"},
		{"a signature and a date", "signed: The editors", "signed: The editor", "date: 2024-03", "date: 2024-04"},
		{"a link and emphasis", "the choir of the school", "the [choir](https://example.org/c) of the school", "small boats pay nothing", "*small* boats pay nothing"},
		{"a reference and a credit", "see: {text: The lamps,", "see: {text: Lamps,", "'Photo: D. Night'", "'Photo: D. Day'"},
		{"a code and a caption of the cover", "https://example.org/follow", "https://example.org/us", "caption: The bay at dawn.", "caption: The bay at dusk."},
		{"a label and a number", "label: Length", "label: Quay", "number: 4", "number: 5"},
		{"a section and a story of another", "title: Infobites", "title: Short news", "may watch the auction", "may see the auction"},
		{"contacts and a title", "+44 20 7946 0000", "+44 20 7946 0001", "title: Regatta in the rain", "title: Regatta in rain"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			git := func(args ...string) {
				t.Helper()
				cmd := exec.Command("git", append([]string{"-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false"}, args...)...)
				cmd.Dir = dir
				if out, err := cmd.CombinedOutput(); err != nil {
					t.Fatalf("git %s: %v\n%s", args, err, out)
				}
			}
			write := func(text string) {
				t.Helper()
				files := baseFolder()
				files["issue.yaml"] = &fstest.MapFile{Data: []byte(text)}
				for name, data := range map[string]string{"issue.yaml": text, "layout.txt": compose(t, files, layout.Options{}).String()} {
					if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o666); err != nil {
						t.Fatal(err)
					}
				}
				git("add", "-A")
				git("commit", "-q", "-m", "edit")
			}
			for _, s := range []string{c.a, c.b} {
				if !strings.Contains(base, s) {
					t.Fatalf("the issue does not hold %q", s)
				}
			}
			git("init", "-q", "-b", "main", ".")
			write(base)
			git("checkout", "-q", "-b", "one")
			write(strings.Replace(base, c.a, c.aNew, 1))
			git("checkout", "-q", "main")
			git("checkout", "-q", "-b", "two")
			write(strings.Replace(base, c.b, c.bNew, 1))
			merge := exec.Command("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "merge", "-q", "-m", "both", "one")
			merge.Dir = dir
			if merge.Run() != nil {
				diff := exec.Command("git", "diff")
				diff.Dir = dir
				out, _ := diff.Output()
				t.Fatalf("the goldens do not merge:\n%s", out)
			}
			merged, err := os.ReadFile(filepath.Join(dir, "issue.yaml"))
			if err != nil {
				t.Fatal(err)
			}
			got, err := os.ReadFile(filepath.Join(dir, "layout.txt"))
			if err != nil {
				t.Fatal(err)
			}
			files := baseFolder()
			files["issue.yaml"] = &fstest.MapFile{Data: merged}
			if want := compose(t, files, layout.Options{}).String(); string(got) != want {
				t.Error("the merged golden is not that of the merged issue")
			}
		})
	}
}
