package issue

import (
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout/diag"
)

// TestAltIsAText: a description is words, not the name of a file.
func TestAltIsAText(t *testing.T) {
	for alt, want := range map[string]string{
		"IMG_0042.JPG":                  "alt-is-file-name",
		"photos/other/beach.jpeg":       "alt-is-file-name",
		"…":                             "empty-text",
		"Figure 4":                      "",
		"The sign reads: see beach.jpg": "",
		"海滩":                            "",
	} {
		fsys := folder11()
		fsys["issue.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(sound, "alt: A beach", "alt: '"+alt+"'", 1))}
		var diags diag.List
		Load(fsys, "issue.yaml", "x", &diags)
		got := ""
		for _, d := range diags.All {
			if d.Severity == diag.Error {
				got += d.Code
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", alt, got, want)
		}
	}
}
