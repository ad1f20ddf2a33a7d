package layout

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// allowed is the architecture: which of our packages each may import. It changes
// with the design, not to make a build pass. In the manner of go/build's
// deps_test.go.
var allowed = map[string]string{
	"assets": "",
	"fonts":  "",

	"layout/geom":        "",
	"layout/diag":        "",
	"layout/color":       "",
	"layout/locale":      "",
	"layout/hyphen":      "",
	"layout/source":      "diag geom",
	"layout/display":     "geom diag color",
	"layout/issue":       "source diag",
	"layout/brand":       "source diag geom color",
	"layout/text":        "geom",
	"layout/text/square": "", // a font for tests
	"layout/para":        "geom text hyphen",
	"layout/photo":       "geom color",
	"layout/flow":        "geom diag color issue brand locale text hyphen para photo display",
	"layout/paint":       "geom color display",
	"layout/finish":      "geom color display",
	"layout/preflight":   "finish color diag geom",
	"layout/golden":      "geom display",
	"layout":             "geom diag color issue brand locale text hyphen photo flow display paint finish preflight",

	"cmd/masthead": "layout golden diag display assets fonts",
}

// owners says which package alone may import a module of others.
var owners = map[string]string{
	"github.com/go-pdf/fpdf":            "layout/paint",
	"github.com/go-text/typesetting":    "layout/text",
	"github.com/disintegration/imaging": "layout/photo",
	"golang.org/x/image":                "layout/photo",
	"github.com/muesli/smartcrop":       "layout/photo",
	"gopkg.in/yaml.v3":                  "layout/source",
	"github.com/yuin/goldmark":          "layout/issue",
	"github.com/skip2/go-qrcode":        "layout/flow",
	"golang.org/x/term":                 "cmd/masthead",
	"golang.org/x/text":                 "", // Unicode's tables are everybody's
	"golang.org/x/sync":                 "",
}

// testing may be imported by tests alone.
var testing3rd = []string{
	"github.com/google/go-cmp", "github.com/pdfcpu/pdfcpu", "github.com/rogpeppe/go-internal",
	"github.com/klippa-app/go-pdfium",
}

// forbidden is what packages under layout leave to the command.
var forbidden = []string{"log", "log/slog", "os/exec", "net", "net/http", "flag", "math/rand", "math/rand/v2", "unsafe"}

// source is one Go file of the module.
type goFile struct {
	pkg, name string
	test      bool
	imports   []string
	text      string
}

func TestImports(t *testing.T) {
	for _, f := range goFiles(t) {
		rules, known := allowed[f.pkg]
		if !known {
			t.Errorf("%s: package %s is not in the table: give it a place in the architecture", f.name, f.pkg)
			continue
		}
		for _, imp := range f.imports {
			if ours, ok := strings.CutPrefix(imp, "masthead/"); ok {
				if short := strings.TrimPrefix(ours, "layout/"); !f.test && !slices.Contains(strings.Fields(rules), short) {
					t.Errorf("%s: %s may not import %s", f.name, f.pkg, ours)
				}
				continue
			}
			checkForeign(t, &f, imp)
		}
	}
}

func checkForeign(t *testing.T, f *goFile, imp string) {
	if !strings.Contains(strings.Split(imp, "/")[0], ".") { // the standard library
		if strings.HasPrefix(f.pkg, "layout") && !f.test && slices.Contains(forbidden, imp) {
			t.Errorf("%s: %s is for the command alone", f.name, imp)
		}
		return
	}
	within := func(module string) bool { return imp == module || strings.HasPrefix(imp, module+"/") }
	if slices.ContainsFunc(testing3rd, within) {
		if !f.test {
			t.Errorf("%s: %s is for tests", f.name, imp)
		}
		return
	}
	for module, owner := range owners {
		if within(module) {
			if owner != "" && owner != f.pkg && !f.test {
				t.Errorf("%s: %s belongs to %s", f.name, module, owner)
			}
			return
		}
	}
	t.Errorf("%s: %s is not in the table of modules", f.name, imp)
}

// TestPure looks for what would make the output depend on more than the input.
// The photo cache touches files; it is the one package that may use os.
func TestPure(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.test || !strings.HasPrefix(f.pkg, "layout") {
			continue
		}
		for _, word := range []string{"os.Getenv", "os.LookupEnv", "os.Environ", "time.Now", "time.Since", "os.Stdout", "os.Stderr", "os.Exit"} {
			if strings.Contains(f.text, word) {
				t.Errorf("%s: %s is for the command alone", f.name, word)
			}
		}
		if slices.Contains(f.imports, "os") && f.pkg != "layout/photo" {
			t.Errorf("%s: files come as fs.FS; os is for the command and the photo cache", f.name)
		}
	}
}

// TestDocumented wants every package of the architecture to exist, with a
// comment that says what it is for.
func TestDocumented(t *testing.T) {
	said := map[string]bool{}
	for _, f := range goFiles(t) {
		if strings.Contains(f.text, "// Package "+path.Base(f.pkg)+" ") || strings.Contains(f.text, "// Command masthead ") {
			said[f.pkg] = true
		}
	}
	for pkg := range allowed {
		if !said[pkg] {
			t.Errorf("package %s has no comment", pkg)
		}
	}
}

// goFiles reads all Go files of the module's two trees.
func goFiles(t *testing.T) []goFile {
	t.Helper()
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	var out []goFile
	tree := os.DirFS(root)
	for _, top := range []string{"layout", "cmd", "assets", "fonts"} {
		err := fs.WalkDir(tree, top, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "testdata":
				return fs.SkipDir
			case d.IsDir() || path.Ext(name) != ".go":
				return nil
			}
			text, err := fs.ReadFile(tree, name)
			if err != nil {
				return err
			}
			syntax, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
			if err != nil {
				return err
			}
			f := goFile{pkg: path.Dir(name), name: name, test: strings.HasSuffix(name, "_test.go"), text: string(text)}
			for _, imp := range syntax.Imports {
				f.imports = append(f.imports, strings.Trim(imp.Path.Value, `"`))
			}
			out = append(out, f)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}
