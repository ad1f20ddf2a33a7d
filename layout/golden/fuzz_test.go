package golden_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/assets"
	"masthead/fonts"
	"masthead/layout"
	"masthead/layout/diag"
	"masthead/layout/golden"
)

// FuzzCompose sets whatever text an issue may have. Either something is said
// that the writer can mend, or there are pages whose golden is whole.
func FuzzCompose(f *testing.F) {
	brand, err := os.ReadFile("testdata/brands/slip/brand.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add("One *two* **three** [four](https://example.org).\n\n- a\n- b\n  1. c\n\n> d\n\n## e\n\nf\\\ng", "en-GB")
	f.Add("中文 “quoted” 12 km 9-10 May d'une : l’amie ; https://example.org/a/very/long/address/that/breaks", "fr")
	f.Add(strings.Repeat("Donaudampfschiffahrt ", 200), "de-DE")
	f.Fuzz(func(t *testing.T, text, language string) {
		if len(text) > 20000 || strings.ContainsAny(language, "\n\r:#") {
			return
		}
		doc := "title: T\nname: N\ndate: 2024-01\nlanguage: " + language + "\nbrand: slip\nhighlights:\n  title: H\n  articles:\n    - title: One\n      text: |\n        " +
			strings.ReplaceAll(text, "\n", "\n        ") + "\n"
		root := fstest.MapFS{"issue.yaml": {Data: []byte(doc)}, "brands/slip/brand.yaml": {Data: brand}}
		res, diags := layout.Compose(context.Background(), layout.Source{Root: root, File: "issue.yaml", ID: "x"}, layout.Options{Assets: assets.FS, Fonts: fonts.FS})
		if res == nil && !diags.Failed() {
			t.Fatal("no pages and no error")
		}
		for _, d := range diags.All {
			if d.Severity == diag.Fault {
				t.Fatal(d)
			}
		}
		if res == nil {
			return
		}
		checkWhole(t, golden.Take(res.Document, res.Layout, golden.Files{}))
	})
}
