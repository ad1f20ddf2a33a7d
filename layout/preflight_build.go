package layout

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"masthead/layout/color"
	"masthead/layout/diag"
	"masthead/layout/preflight"
)

// Preflight is the report of a preflight; see package preflight for its fields.
type Preflight = preflight.Report

// PreflightOptions say what a press asks for. Zero values are what most do.
type PreflightOptions = preflight.Options

// CheckPDF holds any PDF against the rules of PDF/X-4 and of print shops. It
// does not fail: what cannot be read is a finding.
func CheckPDF(file []byte, opt PreflightOptions) *Preflight { return preflight.Check(file, opt) }

// ThumbnailLong is the longer side of a page on the certificate, in pixels.
const ThumbnailLong = 360

// preflight looks at the finished print file as the shop will, by the brand's
// own rules, and tells what it found that was not said before.
func (j *job) preflight(f *file, diags *diag.List) *preflight.Report {
	p := j.brand.Print
	opt := preflight.Options{
		InkLimit: p.InkLimit, SmallText: p.SmallText, KnockedOut: p.KnockedOut,
		WarnPPI: j.brand.Photos.Warn, FailPPI: j.brand.Photos.Fail, Binding: j.brand.Page.Binding,
		Bleed: j.brand.Page.Bleed.Points(), Measured: f.measured, Quick: true,
	}
	opt.Press = func(data []byte) ([]byte, *color.Profile) {
		if p.Profile != "" || !bytes.Equal(data, f.icc) { // ours comes packed too
			return nil, nil
		}
		press, err := j.output()
		if err != nil {
			return nil, nil
		}
		return j.separation.data, press
	}
	if opt.Bleed == 0 {
		opt.Bleed = -1
	}
	if j.opt.Certificate {
		opt.Thumbnails = ThumbnailLong
	}
	rep := preflight.Check(f.pdf, opt)
	for _, found := range rep.Groups() {
		j.told(found, diags)
	}
	return rep
}

// measured knows the inks of the pictures that were made for the file.
func (f *file) measured(data []byte) (float64, bool) {
	for i := range f.pictures {
		if bytes.Equal(f.pictures[i].Data, data) {
			return f.inks[i], true
		}
	}
	return 0, false
}

// told turns a finding into a message where the writer or the brand's maker can
// do something about it. A rule of a standard that our own file breaks is a
// defect of the program.
func (j *job) told(f preflight.Group, diags *diag.List) {
	d := diag.Diagnostic{Pos: j.brand.At.Pos, Severity: f.Severity, Code: f.Rule, Message: f.Message, Hint: f.Hint}
	switch {
	case f.Severity == diag.Info || f.Rule == "resolution": // said while composing, unless waived
		return
	case f.Rule == "small-text" && slices.ContainsFunc(diags.All, func(d diag.Diagnostic) bool { return d.Code == f.Rule && d.Pos != j.brand.At.Pos }):
		return // said of the brand's styles
	case f.Rule == "binding":
		d.Pos = j.issue.At.Of("pages")
		d.Hint = "say pages: {multiple-of: 4}, or another binding in the brand"
		if j.brand.Page.Binding == "fold" {
			d.Hint = "say pages: {multiple-of: 2}, or another binding in the brand"
		}
	case f.Rule == "ink-picture" || standard(f.Rule):
		d.Pos, d.Severity = j.place(), diag.Fault
		d.Hint = "this is a defect of masthead and not of the issue; please report it with the issue that shows it"
	case f.Severity == diag.Error:
		d.Severity = diag.Error
	}
	if f.Page > 0 {
		d.Message = fmt.Sprintf("%s of the print file: %s", f.Where(), f.Message)
	}
	if f.More > 0 {
		d.Message += fmt.Sprintf(" (and %d more)", f.More)
	}
	diags.Add(d)
}

// standard reports whether a rule is that of a standard.
func standard(rule string) bool {
	for _, of := range []string{"x4-", "a2-", "pdf-", "font-notdef", "marks-inside", "blend-space", "white-overprint"} {
		if strings.HasPrefix(rule, of) {
			return true
		}
	}
	return false
}
