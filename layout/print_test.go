package layout

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout/diag"
	"masthead/layout/display"
	"masthead/layout/finish"
	"masthead/layout/geom"
	"masthead/layout/preflight"
)

// withBrand adds a brand to an issue: the default with a few keys of its own.
func withBrand(src Source, keys string) Source {
	files := src.Root.(fstest.MapFS)
	files["brands/own/brand.yaml"] = &fstest.MapFile{Data: []byte("name: own\nextends: default\n" + keys)}
	return src
}

// pagesOf reads the pages of a finished file.
func pagesOf(t *testing.T, pdf []byte) (*finish.File, []finish.Dict) {
	t.Helper()
	f, err := finish.Read(pdf)
	if err != nil {
		t.Fatal(err)
	}
	refs, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	var out []finish.Dict
	for _, ref := range refs {
		d, err := f.Dict(ref)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return f, out
}

// TestSlug: with marks, every page says which it is, below the bleed; the e-mail
// file and the composed document know nothing of it.
func TestSlug(t *testing.T) {
	res, diags := Build(t.Context(), sourceOf(small), options())
	wantNone(t, diags)
	f, pages := pagesOf(t, res.Print)
	for i, page := range pages {
		texts, err := f.Texts(page)
		if err != nil {
			t.Fatal(err)
		}
		last := texts[len(texts)-1]
		if want := strings.NewReplacer("N", string(rune('1'+i))).Replace("test · page N of 2 · 2024-03-01 · FOGRA39"); last != want {
			t.Errorf("page %d ends with %q", i+1, last)
		}
	}
	f, pages = pagesOf(t, res.Email)
	for _, page := range pages {
		texts, err := f.Texts(page)
		if err != nil || strings.Contains(strings.Join(texts, ""), "FOGRA39") {
			t.Error("the slug line is in the e-mail file", err)
		}
	}
	for _, p := range res.Document.Pages {
		if p.Slug != nil {
			t.Error("the composed document was changed")
		}
	}
}

// TestMarks: the option goes before the brand's word, and what has no marks has
// neither room for them nor a slug line.
func TestMarks(t *testing.T) {
	for _, c := range []struct {
		brand, option string
		room          float64 // of the media beyond the trim
		circles, slug bool
	}{
		{"crop", "", 23.504, false, true},
		{"all", "", 23.504, true, true},
		{"none", "", 8.504, false, false},
		{"crop", "none", 8.504, false, false},
		{"none", "all", 23.504, true, true},
	} {
		src := withBrand(sourceOf(strings.Replace(small, "name: Beacon", "name: Beacon\nbrand: own", 1)), "page: {marks: "+c.brand+"}\n")
		opt := options()
		opt.Marks, opt.Profiles = c.option, Print
		res, diags := Build(t.Context(), src, opt)
		wantNone(t, diags)
		f, pages := pagesOf(t, res.Print)
		trim, err := f.Array(pages[0]["TrimBox"])
		if err != nil || trim[0] != c.room {
			t.Errorf("%s %s: trim %v, %v", c.brand, c.option, trim, err)
		}
		content := string(f.Content(pages[0]["Contents"]))
		_, after, _ := strings.Cut(content, "/All CS")
		if got := strings.Contains(after, " c\n"); got != c.circles {
			t.Errorf("%s %s: targets %v", c.brand, c.option, got)
		}
		if got := strings.Contains(content, "/All cs"); got != c.slug {
			t.Errorf("%s %s: slug %v", c.brand, c.option, got)
		}
	}
}

// TestBinding: pages that cannot be stitched are a warning with the way out, at
// the budget where it has one.
func TestBinding(t *testing.T) {
	src := withBrand(sourceOf(strings.Replace(small, "name: Beacon", "name: Beacon\nbrand: own", 1)), "page: {binding: saddle}\n")
	res, diags := Build(t.Context(), src, options())
	if len(diags.All) != 1 {
		t.Fatalf("%v", diags.All)
	}
	d := diags.All[0]
	if d.Code != "binding" || d.Severity != diag.Warning || d.Message != "2 pages cannot be saddle-stitched; 4 can" || d.Hint == "" || res.Print == nil {
		t.Errorf("%v: %s", d, d.Hint)
	}
	opt := options()
	opt.Strict = true
	if res, diags := Build(t.Context(), src, opt); !diags.Failed() || res.Print != nil {
		t.Error("a strict build went on")
	}
}

// TestPreflightOfBuild: a build's own print file passes, and its report is there.
func TestPreflightOfBuild(t *testing.T) {
	opt := options()
	opt.Booklet, opt.Certificate = true, true
	res, diags := Build(t.Context(), sourceOf(pictured, "photos/boat.jpg"), opt)
	wantNone(t, diags)
	r := res.Preflight
	if r == nil || r.Verdict().String() != "passed" || r.Standard != "PDF/X-4" || len(r.Pages) != len(res.Document.Pages) {
		t.Fatalf("%+v", r)
	}
	for _, f := range r.Findings {
		t.Error(f)
	}
	if again := CheckPDF(res.Print, PreflightOptions{}); again.Verdict().String() != "passed" {
		t.Errorf("from outside: %v", again.Findings)
	}
	if _, pages := pagesOf(t, res.Booklet); len(pages) != 2 {
		t.Errorf("%d sides of a booklet", len(pages))
	}
	f, pages := pagesOf(t, res.Certificate)
	texts, err := f.Texts(pages[0])
	if err != nil || len(pages) != 1 || !strings.HasPrefix(strings.Join(texts, "|"), "Preflight|passed|test-print.pdf|") {
		t.Errorf("%d pages, %q, %v", len(pages), texts, err)
	}
	again, _ := Build(t.Context(), sourceOf(pictured, "photos/boat.jpg"), opt)
	if !bytes.Equal(again.Certificate, res.Certificate) || !bytes.Equal(again.Booklet, res.Booklet) {
		t.Error("other bytes")
	}
}

// TestCertificates: whatever the report, it is one page.
func TestCertificates(t *testing.T) {
	bad := &Preflight{Opened: true, Title: strings.Repeat("A very long title ", 30), Rules: 60}
	for i := range 200 {
		bad.Pages = append(bad.Pages, blankPage(i+1))
		bad.Findings = append(bad.Findings, finding(i+1))
	}
	for name, rep := range map[string]*Preflight{
		"many pages": bad, "unreadable": CheckPDF([]byte("no PDF"), PreflightOptions{}), "習近平.pdf": {},
	} {
		b, err := Certificate(rep, name, options())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		f, pages := pagesOf(t, b)
		if texts, err := f.Texts(pages[0]); err != nil || len(pages) != 1 || !strings.Contains(strings.Join(texts, ""), name) {
			t.Errorf("%s: %d pages, %v", name, len(pages), err)
		}
	}
}

// TestParity spoils what the files say, one way at a time.
func TestParity(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(doc *display.Document)
		want  string
	}{
		"whole":        {func(*display.Document) {}, ""},
		"another word": {func(d *display.Document) { d.Fonts[first(d).Font].Codes[first(d).Glyphs[0].Code-1].Text = "Q" }, "where the layout has"},
		"a page less":  {func(d *display.Document) { d.Pages = d.Pages[:1] }, "it has 2 pages and not 1"},
		"a run less":   {func(d *display.Document) { d.Pages[1].Items = d.Pages[1].Items[:1] }, "where the layout has \"\""},
		"in one only":  {func(d *display.Document) { first(d).Only = Print }, "stands in one of the files only"},
	} {
		j := newJob(t.Context(), sourceOf(small), options())
		res := j.compose()
		f := &file{profile: Print, name: "print"}
		if j.write(res.Document, f, &j.diags); f.pdf == nil {
			t.Fatal(j.diags.All)
		}
		c.spoil(res.Document)
		var diags diag.List
		j.prove(res.Document, f, &diags)
		if c.want == "" {
			wantNone(t, &diags)
		} else if len(diags.All) != 1 || diags.All[0].Severity != diag.Fault || diags.All[0].Code != "parity" || !strings.Contains(diags.All[0].Message, c.want) {
			t.Errorf("%s: %v", name, diags.All)
		}
	}
}

// first returns the first run of a story.
func first(doc *display.Document) *display.Text {
	for _, item := range doc.Pages[1].Items {
		if it, ok := item.(*display.Text); ok && it.Mark != 0 {
			return it
		}
	}
	panic("a page without text")
}

func TestParseCreep(t *testing.T) {
	if v, err := ParseCreep("2mm"); err != nil || v != geom.MM(2) {
		t.Error(v, err)
	}
	for _, s := range []string{"-1mm", "3cm", "wide"} {
		if _, err := ParseCreep(s); err == nil {
			t.Errorf("%q passed", s)
		}
	}
}

func blankPage(n int) preflight.Page {
	r := preflight.NewRaster(21, 30)
	return preflight.Page{Number: n, Trim: preflight.Box{X1: 210, Y1: 300}, Bleed: preflight.Box{X1: 210, Y1: 300}, Thumbnail: r}
}

func finding(page int) preflight.Finding {
	return preflight.Finding{Rule: "hairline", Severity: diag.Warning, Page: page, Message: strings.Repeat("a very thin line ", page%20), More: page % 3}
}
