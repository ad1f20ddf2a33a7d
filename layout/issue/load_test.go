package issue

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout/diag"
)

// In a real folder a link may not lead out, and one inside is followed.
func TestLinksInFolder(t *testing.T) {
	base := t.TempDir()
	for _, dir := range []string{"issue/photos", "other"} {
		if err := os.MkdirAll(filepath.Join(base, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range map[string]string{"issue/photos/hainan.jpg": "x", "other/secret.jpg": "x"} {
		if err := os.WriteFile(filepath.Join(base, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{
		"issue/photos/earth.jpg": "hainan.jpg",
		"issue/photos/out.jpg":   "../../other/secret.jpg",
		"issue/photos/abs.jpg":   filepath.Join(base, "issue/photos/hainan.jpg"),
	} {
		if err := os.Symlink(target, filepath.Join(base, link)); err != nil {
			t.Skip("this system has no links")
		}
	}
	for file, want := range map[string]string{
		"photos/hainan.jpg":   "",
		"./photos/hainan.jpg": "",
		"photos//hainan.jpg":  "",
		"photos/out.jpg":      "leads out of the issue's folder [unsafe-path]",
		"photos/abs.jpg":      "leads out of the issue's folder [unsafe-path]",
		"../other/secret.jpg": "the path leads out of the folder [unsafe-path]",
	} {
		text := strings.Replace(sound, "photos/hainan.jpg", file, 1)
		if err := os.WriteFile(filepath.Join(base, "issue/issue.yaml"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		root, err := os.OpenRoot(filepath.Join(base, "issue"))
		if err != nil {
			t.Fatal(err)
		}
		var l diag.List
		Load(root.FS(), "issue.yaml", "issue", &l)
		root.Close()
		switch {
		case want == "" && len(l.All) > 0:
			t.Errorf("%s: %v", file, l.All)
		case want != "" && (len(l.All) != 1 || !strings.HasSuffix(l.All[0].String(), want)):
			t.Errorf("%s: %v, want one message that ends %q", file, l.All, want)
		}
	}
}

func TestUnreadable(t *testing.T) {
	for name, c := range map[string]struct {
		root fstest.MapFS
		want string
	}{
		"missing": {fstest.MapFS{}, "issue.yaml: error: there is no such file [no-issue]"},
		"folder":  {fstest.MapFS{"issue.yaml/x": {}}, "issue.yaml: error: it is a folder [no-issue]"},
		"empty":   {fstest.MapFS{"issue.yaml": {}}, "issue.yaml:1:1: error: there is nothing in the file [empty-file]"},
		"list":    {fstest.MapFS{"issue.yaml": {Data: []byte("- a")}}, "issue.yaml:1:1: error: an issue must be a mapping, not a list [wrong-type]"},
		"text":    {fstest.MapFS{"issue.yaml": {Data: []byte("# x\nhello")}}, "issue.yaml:2:1: error: an issue must be a mapping, not text [wrong-type]"},
		"huge":    {fstest.MapFS{"issue.yaml": {Data: make([]byte, 17<<20)}}, "issue.yaml: error: the file is 17825792 bytes long, more than 16777216 [too-large]"},
	} {
		var l diag.List
		if is := Load(c.root, "issue.yaml", "x", &l); is != nil {
			t.Errorf("%s: an issue all the same", name)
		}
		if len(l.All) != 1 || l.All[0].String() != c.want {
			t.Errorf("%s: %v, want %s", name, l.All, c.want)
		}
	}
}

// The least that an issue needs.
func TestLeast(t *testing.T) {
	for _, text := range []string{
		"{title: T, name: N, date: 2023-06, language: und, infobites: {articles: [{title: A, text: b}]}}",
		"\uFEFFtitle: T\r\nname: N\r\ndate: 2023-06-27\r\nlanguage: zh-Hans\r\nevents:\r\n  calendar:\r\n    - {date: 2023-07, title: A}\r\n",
	} {
		is, said := load(text)
		if said != "" || is == nil || len(is.Sections) != 1 {
			t.Errorf("%q: %v\n%s", text, is, said)
		}
	}
	_, said := load("{title: T, name: N, date: 2023-06, language: en}")
	if want := ":1:1: error: the issue has no section [no-section] | add highlights: with articles:"; said != want {
		t.Errorf("without a section: %s", said)
	}
}

// All faults of a broken issue come at once, and each at its own place.
func TestAllAtOnce(t *testing.T) {
	text := sound
	for _, c := range faults() {
		switch c.name {
		case "unknown key in an article", "number is a word", "date in words", "missing photo", "unknown story", "bad e-mail",
			"HTML inline", "bad link of an event", "language is a word", "empty text":
			text = strings.Replace(text, c.old, c.new, 1)
		}
	}
	_, said := load(text)
	for _, code := range []string{
		"[unknown-key]", "[wrong-type]", "[bad-date]", "[missing-file]", "[unknown-story]", "[bad-email]", "[markdown]", "[bad-link]",
		"[bad-language]", "[empty-text]",
	} {
		if strings.Count(said, code) != 1 {
			t.Errorf("%s is not said once:\n%s", code, said)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(sound))
	if text, err := os.ReadFile("testdata/full.yaml"); err == nil {
		f.Add(text)
	}
	f.Add([]byte(withText("a\n\n- b\n  - c\n\n> d *e* https://example.org/(x) a@b.cd &amp; \\* 中\n文")))
	f.Fuzz(func(t *testing.T, data []byte) {
		root := folder11()
		root["issue.yaml"] = &fstest.MapFile{Data: data}
		var l diag.List
		is := Load(root, "issue.yaml", "x", &l)
		if is == nil && !l.Failed() {
			t.Fatal("no issue and no error")
		}
		lines := strings.Count(string(data), "\n") + strings.Count(string(data), "\r") + 1
		for _, d := range l.All {
			if d.Pos.File != "issue.yaml" || d.Pos.Line < 0 || d.Pos.Line > lines || d.Pos.Line > 0 && d.Pos.Column < 1 || d.Message == "" || d.Code == "" {
				t.Fatalf("a message without a place: %+v", d)
			}
		}
		if is != nil && !l.Failed() {
			walkSpans(is, func(s Span) {
				if s.Text == "" || strings.ContainsAny(s.Text, "\n\r\u2028") || s.Pos.Line < 1 || s.At(len(s.Text)).Line < s.Pos.Line {
					t.Fatalf("a bad span: %+v", s)
				}
			})
		}
	})
}

func walkSpans(is *Issue, visit func(Span)) {
	var walk func([]Block)
	walk = func(blocks []Block) {
		for _, b := range blocks {
			for _, s := range b.Spans {
				visit(s)
			}
			for _, i := range b.Items {
				walk(i.Blocks)
			}
			walk(b.Blocks)
		}
	}
	if is.Foreword != nil {
		walk(is.Foreword.Blocks)
	}
	for _, s := range is.Sections {
		for _, a := range s.Articles {
			walk(a.Blocks)
			for _, s := range a.Lead {
				visit(s)
			}
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	var articles strings.Builder
	for range 200 {
		articles.WriteString("    - title: One " + strings.Repeat("x", articles.Len()%97) + strings.Repeat("y", articles.Len()%89) + "\n      text: |\n")
		for range 20 {
			articles.WriteString("        Some words of a *paragraph* that fills a line, with https://example.org/ in it.\n\n")
		}
	}
	text := []byte("title: T\nname: N\ndate: 2023-06\nlanguage: en\nhighlights:\n  articles:\n" + articles.String())
	root := fstest.MapFS{"issue.yaml": {Data: text}}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		var l diag.List
		if Load(root, "issue.yaml", "x", &l) == nil {
			b.Fatal(l.All)
		}
	}
}
