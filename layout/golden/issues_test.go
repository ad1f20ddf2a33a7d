package golden_test

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/assets"
	"masthead/fonts"
	"masthead/layout"
	"masthead/layout/golden"
	"masthead/layout/text/square"
)

var update = flag.Bool("update", false, "write the goldens of testdata/issues")

// TestIssues compares small issues with their goldens. Each is named for what it
// pins, and its first line says it. Photos are made as their names ask for:
// photos/1200x900.jpg. After a change of the layout:
//
//	go test ./layout/golden -run Issues -update
func TestIssues(t *testing.T) {
	names, err := filepath.Glob("testdata/issues/*/issue.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) < 60 {
		t.Errorf("%d issues, want at least 60", len(names))
	}
	brands := testBrands(t)
	for _, name := range names {
		dir := filepath.Dir(name)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			now := small(t, dir, brands)
			checkWhole(t, now)
			file := filepath.Join(dir, "golden", "layout.txt")
			if *update {
				if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(now.String()), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatalf("%v\n  hint: go test ./layout/golden -run Issues -update", err)
			}
			old, err := golden.Parse(data)
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			for _, f := range golden.Compare(old, now, golden.Options{}).Findings {
				t.Errorf("%s", strings.Join(append([]string{f.Text}, f.Details...), "\n      "))
			}
		})
	}
}

// testBrands returns the brands of testdata, with the font of squares.
func testBrands(t *testing.T) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{"square/Square.ttf": {Data: square.TTF()}}
	for _, name := range []string{"slip", "square", "loose"} {
		data, err := os.ReadFile(filepath.Join("testdata/brands", name, "brand.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		out[name+"/brand.yaml"] = &fstest.MapFile{Data: data}
	}
	return out
}

// small composes an issue of testdata. Nothing at all may be wrong with it.
func small(t *testing.T, dir string, brands fs.FS) *golden.Golden {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "issue.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return smallOf(t, string(data), brands)
}

// smallOf composes an issue of the text.
func smallOf(t *testing.T, text string, brands fs.FS) *golden.Golden {
	t.Helper()
	files := fstest.MapFS{"issue.yaml": {Data: []byte(text)}}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" {},[]\n", r) }) {
		if !strings.HasPrefix(word, "photos/") {
			continue
		}
		var w, h int
		if _, err := fmt.Sscanf(path.Base(word), "%dx%d.jpg", &w, &h); err != nil {
			t.Fatalf("the photo %s does not say its size", word)
		}
		files[word] = &fstest.MapFile{Data: picture(w, h, 128)}
	}
	opt := layout.Options{Assets: assets.FS, Fonts: fonts.FS, BrandDirs: []fs.FS{brands}}
	res, diags := layout.Compose(context.Background(), layout.Source{Root: files, File: "issue.yaml", ID: "small"}, opt)
	for _, d := range diags.All {
		t.Errorf("%v\n  hint: %s", d, d.Hint)
	}
	if res == nil {
		t.FailNow()
	}
	return golden.Take(res.Document, res.Layout, golden.Files{})
}
