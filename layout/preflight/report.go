package preflight

import (
	"fmt"
	"slices"
	"time"

	"masthead/layout/diag"
)

// Report is what a preflight found.
type Report struct {
	Standard string // what the file claims: "PDF/X-4", "" for nothing
	Title    string
	Producer string
	Created  time.Time // as the file says; the beginning of 1970 where it does not
	Version  string    // of PDF: "1.6"
	Intent   string    // the printing condition: "FOGRA39"
	Pages    []Page
	Fonts    []Font
	Spots    []string // names of spot inks, ascending
	Findings []Finding
	Rules    int  // how many were held against the file
	Opened   bool // the file could be read at all
}

// Page is what one page amounts to. Sizes are in points.
type Page struct {
	Number              int
	Trim, Bleed, Media  Box
	Plates              []string // inks that print, process inks first
	MostInk             float64  // percent, the most that one flat colour or pixel lays down
	LeastPPI            int      // of the coarsest picture; 0 where there is none
	Pictures            int
	SmallestType        float64 // points; 0 where there is no text
	Transparent, Layers bool
	Thumbnail           *Raster // where Options.Thumbnails asked for it
}

// Font is a typeface of the file.
type Font struct {
	Name               string
	Kind               string // "TrueType", "Type1", "CFF", "Type3" ...
	Embedded, Unmapped bool
}

// Finding is one fault, or several alike.
type Finding struct {
	Rule     string // its id
	Severity diag.Severity
	Page     int // from 1; 0 for the file as a whole
	Message  string
	Hint     string
	More     int // as many again on the page
}

// Verdict sums a report up.
type Verdict int

// The verdicts: nothing found, remarks and warnings at most, errors.
const (
	Passed Verdict = iota
	Warned
	Failed
)

// String returns the word that is printed.
func (v Verdict) String() string { return [...]string{"passed", "passed with warnings", "failed"}[v] }

// Verdict returns the report's verdict.
func (r *Report) Verdict() Verdict {
	v := Passed
	for _, f := range r.Findings {
		switch {
		case f.Severity >= diag.Error:
			return Failed
		case f.Severity == diag.Warning:
			v = Warned
		}
	}
	return v
}

// Count returns how many findings have a severity; those alike on a page count
// once.
func (r *Report) Count(s diag.Severity) (n int) {
	for _, f := range r.Findings {
		if f.Severity == s {
			n++
		}
	}
	return n
}

// Has reports whether a rule was broken.
func (r *Report) Has(rule string) bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Rule == rule })
}

// alike is how many findings of one rule on one page are told; the rest are
// counted.
const alike = 4

// find adds a finding of a rule. A rule that is not in the table is a fault of
// this package.
func (c *checker) find(rule string, page int, format string, args ...any) {
	r, ok := c.rules[rule]
	if !ok {
		panic("preflight: no rule " + rule)
	}
	c.add(Finding{Rule: rule, Severity: r.Severity, Page: page, Message: fmt.Sprintf(format, args...), Hint: r.Hint})
}

// milder adds a finding one degree below what the rule says.
func (c *checker) milder(rule string, page int, format string, args ...any) {
	r := c.rules[rule]
	c.add(Finding{Rule: rule, Severity: max(diag.Info, r.Severity-1), Page: page, Message: fmt.Sprintf(format, args...), Hint: r.Hint})
}

func (c *checker) add(f Finding) {
	key := [2]any{f.Rule, f.Page}
	told := c.told[key]
	for _, i := range told {
		if g := &c.report.Findings[i]; g.Message == f.Message {
			g.More++
			return
		}
	}
	if len(told) >= alike {
		c.report.Findings[told[len(told)-1]].More++
		return
	}
	c.told[key] = append(told, len(c.report.Findings))
	c.report.Findings = append(c.report.Findings, f)
}
