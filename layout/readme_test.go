package layout

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// readme reads the document that a newcomer sees first.
func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// fenced returns the blocks of a language, without their fences.
func fenced(text, language string) []string {
	var out []string
	for _, m := range regexp.MustCompile("(?ms)^```"+language+"\n(.*?)^```$").FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	return out
}

// TestReadmeExample builds the issue that the document shows, in the brand that
// it shows.
func TestReadmeExample(t *testing.T) {
	blocks := fenced(readme(t), "yaml")
	if len(blocks) != 2 {
		t.Fatalf("%d examples", len(blocks))
	}
	src := sourceOf(blocks[0], "photos/boat.jpg")
	res, diags := Build(t.Context(), src, options())
	wantNone(t, diags)
	if len(res.Email) == 0 || len(res.Print) == 0 {
		t.Error("the example has no files")
	}
	src.Root.(fstest.MapFS)["brands/harbour/brand.yaml"] = &fstest.MapFile{Data: []byte(blocks[1])}
	opt := options()
	opt.Brand = "harbour"
	res, diags = Compose(t.Context(), src, opt)
	wantNone(t, diags)
	if res.Layout.Brand != "Harbour" {
		t.Errorf("set in %q", res.Layout.Brand)
	}
}

// TestReadmeNamesEveryKey compares the document's tables with the schema.
func TestReadmeNamesEveryKey(t *testing.T) {
	var schema any
	if err := json.Unmarshal(IssueSchema(), &schema); err != nil {
		t.Fatal(err)
	}
	text := readme(t)
	for _, key := range schemaKeys(schema) {
		if !strings.Contains(text, "`"+key+"`") {
			t.Errorf("README.md does not explain the key %q", key)
		}
	}
}

// schemaKeys lists the names of all properties within a schema.
func schemaKeys(node any) []string {
	var out []string
	switch n := node.(type) {
	case map[string]any:
		for name, sub := range n {
			if properties, ok := sub.(map[string]any); ok && name == "properties" {
				for key := range properties {
					out = append(out, key)
				}
			}
			out = append(out, schemaKeys(sub)...)
		}
	case []any:
		for _, sub := range n {
			out = append(out, schemaKeys(sub)...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
