package brand

import (
	"io/fs"
	"strings"
	"testing"

	"masthead/layout/diag"
	"masthead/layout/geom"
)

func spokenIn(t *testing.T, language, languages string) (*Brand, *diag.List) {
	t.Helper()
	var diags diag.List
	return LoadFor(language, "one", []fs.FS{brands("one", small+languages)}, &diags), &diags
}

// The more exact language goes before its first part, and others say nothing.
func TestLanguages(t *testing.T) {
	const languages = `languages:
  zh: {styles: {body: {leading: 18, align: justified}}}
  zh-Hant: {styles: {body: {leading: 20}}}
  de: {stories: {widows: 3}}
`
	for _, c := range []struct {
		language string
		leading  float64
		align    string
		widows   int
	}{
		{"", 12, "left", 2},
		{"fr", 12, "left", 2},
		{"de-AT", 12, "left", 3},
		{"zhx", 12, "left", 2},
		{"zh", 18, "justified", 2},
		{"zh-Hans-CN", 18, "justified", 2},
		{"ZH-hant-TW", 20, "justified", 2},
	} {
		b, diags := spokenIn(t, c.language, languages)
		quiet(t, diags)
		if b == nil {
			t.Fatal("no brand")
		}
		st := b.Style("body")
		if st.Leading != geom.Pt(c.leading) || st.Align != c.align || b.Story.Widows != c.widows {
			t.Errorf("%q: leading %v, %s, %d lines at the head", c.language, st.Leading, st.Align, b.Story.Widows)
		}
	}
}

func TestLanguageFaults(t *testing.T) {
	for _, c := range []struct{ language, languages, want string }{
		{"en", "languages: {zh: {name: Other}}\n", "name is the same in all languages"},
		{"en", "languages: {chinese: {typography: false}}\n", `"chinese" is no language`},
		{"en", "languages: {zh: bold}\n", "must be a mapping"},
		{"zh", "languages: {zh: {stiles: {}}}\n", "stiles"},
		{"zh", "languages: {zh: {styles: {body: {family: none}}}}\n", `there is no family "none"`},
	} {
		_, diags := spokenIn(t, c.language, c.languages)
		if len(diags.All) != 1 || !strings.Contains(diags.All[0].Message, c.want) || diags.All[0].Pos.Line != strings.Count(small, "\n")+1 {
			t.Errorf("%s: %v, want %q", c.languages, diags.All, c.want)
		}
	}
}
