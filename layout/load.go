package layout

import (
	"errors"
	"io/fs"
	"strings"
	"time"

	"masthead/layout/brand"
	"masthead/layout/diag"
	"masthead/layout/hyphen"
	"masthead/layout/issue"
	"masthead/layout/locale"
)

// readIssue reads the issue, and overrides what the options say.
func (j *job) readIssue() {
	j.issue = issue.Load(j.src.Root, j.src.File, j.src.ID, &j.diags)
	if j.issue != nil && j.opt.Pages > 0 {
		j.issue.Pages = issue.Budget{Exact: j.opt.Pages}
	}
}

// readBrand looks the brand up, in the issue's own folder of brands first, and
// makes the locale with its words.
func (j *job) readBrand(diags *diag.List) {
	name, at := j.issue.Brand, j.issue.At.Of("brand")
	if j.opt.Brand != "" {
		name, at = j.opt.Brand, j.place()
	}
	if name == "" {
		name = "default"
	}
	of, found := brandKey{name, j.issue.Language}, diag.List{}
	j.brand = j.loaded(of, &found)
	if j.opt.Lint && j.brand != nil {
		for _, language := range j.brand.Languages.Keys() {
			j.loadBrand(brandKey{name, language}, &found)
		}
	}
	for _, d := range found.All {
		if d.Pos == (diag.Pos{}) {
			d.Pos = at
		}
		diags.Add(d)
	}
	if j.brand == nil {
		return
	}
	if j.opt.Lint {
		brand.Lint(j.brand, diags)
	}
	j.locale = locale.For(j.issue.Language).With(j.words())
}

// brandKey is which brand is loaded, and for which language.
type brandKey struct{ name, language string }

func (j *job) loadBrand(of brandKey, diags *diag.List) *brand.Brand {
	dirs := append([]fs.FS{j.folder(j.src.Root, "brands")}, j.opt.BrandDirs...)
	dirs = append(dirs, j.folder(j.opt.Assets, "brands"))
	return brand.LoadFor(of.language, of.name, dirs, diags, j.opt.Fonts)
}

// earlyBrand is a brand that is loaded while the issue is still being read.
type earlyBrand struct {
	done  chan struct{}
	of    brandKey
	brand *brand.Brand
	diags diag.List
	sound bool
}

// loadEarly begins to load the brand that seems to be named in the issue.
func (j *job) loadEarly() {
	e := &earlyBrand{done: make(chan struct{})}
	j.early = e
	var untold diag.List
	go func() {
		defer close(e.done)
		j.guard("reading the brand", j.place(), &untold, func() {
			e.of = j.likelyBrand()
			e.brand = j.loadBrand(e.of, &e.diags)
			e.sound = true
		})
	}()
}

// loaded returns a brand, which is loaded now if it was not the one to be expected.
func (j *job) loaded(of brandKey, diags *diag.List) *brand.Brand {
	if e := j.early; e != nil {
		if <-e.done; e.sound && e.of == of {
			diags.All = append(diags.All, e.diags.All...)
			return e.brand
		}
	}
	return j.loadBrand(of, diags)
}

// likelyBrand goes by the lines of the issue that begin with the keys brand and
// language.
func (j *job) likelyBrand() brandKey {
	of := brandKey{name: "default"}
	text, _ := fs.ReadFile(j.src.Root, j.src.File) // its error is told by who reads the issue
	for line := range strings.Lines(string(text)) {
		key, value, _ := strings.Cut(line, ":")
		value, _, _ = strings.Cut(value, " #")
		switch value = strings.Trim(value, " \t\r\n\"'"); {
		case value == "":
		case key == "brand":
			of.name = value
		case key == "language":
			of.language = value
		}
	}
	if j.opt.Brand != "" {
		of.name = j.opt.Brand
	}
	return of
}

// folder returns a folder of a file system; one that is not there is empty.
func (j *job) folder(root fs.FS, name string) fs.FS {
	sub, err := fs.Sub(root, name)
	if err != nil {
		panic(err) // the names are ours, and valid
	}
	return sub
}

// words collects what the brand says instead of the language: for "zh-Hans-CN"
// its labels for zh, then zh-Hans, then zh-Hans-CN.
func (j *job) words() map[string]string {
	out := map[string]string{}
	if !j.brand.Typesets() {
		out["typography"] = "off"
	}
	for end := 0; end < len(j.issue.Language); {
		if next := strings.IndexByte(j.issue.Language[end+1:], '-'); next >= 0 {
			end += 1 + next
		} else {
			end = len(j.issue.Language)
		}
		labels, _ := j.brand.Labels.Get(j.issue.Language[:end])
		for key, word := range labels.Words {
			out[key] = word
		}
	}
	return out
}

// readPatterns reads the hyphenation patterns of the issue's language. Without
// them words are broken nowhere but at soft hyphens.
func (j *job) readPatterns(diags *diag.List) {
	patterns, err := hyphen.Load(j.folder(j.opt.Assets, "hyphen"), j.issue.Language)
	if err != nil && !errors.Is(err, hyphen.ErrNoPatterns) {
		diags.Errorf(j.issue.At.Of("language"), "hyphenation", "", "%v", err)
	}
	j.patterns = patterns
}

// clock is the time that the files carry: never the machine's.
func (j *job) clock() time.Time {
	if !j.opt.Epoch.IsZero() {
		return j.opt.Epoch.UTC()
	}
	d := j.issue.Date
	return time.Date(d.Year, time.Month(d.Month), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}
