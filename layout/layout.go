package layout

import (
	"context"
	"io/fs"

	"masthead/layout/diag"
	"masthead/layout/display"
)

// Result is a composed issue, and the files that were made of it.
type Result struct {
	Document *display.Document
	Layout   *display.Layout
	Logos    fs.FS  // the brand's own pictures and profiles
	Email    []byte // the PDF to attach to a mail, if it was wanted
	Print    []byte // the PDF for the press, if it was wanted

	Preflight   *Preflight // what was found in Print
	Booklet     []byte     // the pages of Print two on a sheet, if Options.Booklet
	Certificate []byte     // the preflight on a page, if Options.Certificate
}

// Build makes the files of an issue. Every problem that is found is in the list,
// in the order of files and lines, and in the layout's record. Where it holds an
// error the result has no files, and is nil if the issue was not even laid out.
func Build(ctx context.Context, src Source, opt Options) (*Result, *diag.List) {
	j := newJob(ctx, src, opt)
	j.printing = opt.wants(Print)
	res := j.compose()
	if j.standing() {
		j.files(res)
		j.extras(res)
	}
	return j.close(res)
}

// Compose lays an issue out and makes no files. The result is nil where that
// fails; it may stand beside errors that do not keep the pages from being shown,
// such as a photo of too few pixels.
func Compose(ctx context.Context, src Source, opt Options) (*Result, *diag.List) {
	j := newJob(ctx, src, opt)
	return j.close(j.compose())
}

// close settles what the list says and hands both over.
func (j *job) close(res *Result) (*Result, *diag.List) {
	if j.ctx.Err() != nil {
		j.diags.All = nil
		j.diags.Errorf(j.place(), "interrupted", "", "the build was interrupted")
	}
	j.diags.Sort()
	if j.opt.Strict {
		raise(&j.diags)
	}
	if res == nil {
		return nil, &j.diags
	}
	if j.diags.Failed() {
		res.Email, res.Print, res.Booklet, res.Certificate = nil, nil, nil, nil
	}
	res.Layout.Diagnostics = j.diags.All
	return res, &j.diags
}

// standing reports whether there is reason to go on.
func (j *job) standing() bool {
	worst := j.diags.Worst()
	return j.ctx.Err() == nil && worst < diag.Error && (!j.opt.Strict || worst < diag.Warning)
}

// raise turns warnings into errors.
func raise(diags *diag.List) {
	for i := range diags.All {
		if diags.All[i].Severity == diag.Warning {
			diags.All[i].Severity = diag.Error
		}
	}
}
