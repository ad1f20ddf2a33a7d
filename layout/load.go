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
	dirs := append([]fs.FS{j.folder(j.src.Root, "brands")}, j.opt.BrandDirs...)
	dirs = append(dirs, j.folder(j.opt.Assets, "brands"))
	var found diag.List
	j.brand = brand.LoadFor(j.issue.Language, name, dirs, &found, j.opt.Fonts)
	if j.opt.Lint && j.brand != nil {
		for _, language := range j.brand.Languages.Keys() {
			brand.LoadFor(language, name, dirs, &found, j.opt.Fonts)
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
