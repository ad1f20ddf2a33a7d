package layout

import (
	"context"
	"sync"

	"masthead/layout/brand"
	"masthead/layout/color"
	"masthead/layout/diag"
	"masthead/layout/display"
	"masthead/layout/flow"
	"masthead/layout/hyphen"
	"masthead/layout/issue"
	"masthead/layout/locale"
	"masthead/layout/photo"
	"masthead/layout/text"
)

// job is one issue on its way through the stages.
type job struct {
	ctx   context.Context
	src   Source
	opt   *Options
	diags diag.List

	early     *earlyBrand
	issue     *issue.Issue
	brand     *brand.Brand
	patterns  *hyphen.Patterns
	locale    *locale.Locale
	photos    map[string]photo.Info
	logos     map[string]photo.Info // of the brand
	album     photo.Album           // the photo files as they were read
	named     []string              // the photo files of the issue that exist, in its order
	places    map[string]diag.Pos   // where the issue first names a photo file
	croppable map[string]bool
	views     *views

	printing bool // a print file is to come of it

	telling    sync.Mutex // of Options.Progress
	separation struct {   // see output
		once    sync.Once
		data    []byte
		profile *color.Profile
		err     error
	}
}

func newJob(ctx context.Context, src Source, opt Options) *job {
	return &job{ctx: ctx, src: src, opt: &opt}
}

// compose takes the issue as far as its placed pages.
//
//	issue ──┬─► brand, locale ──────────────┬─► flow
//	        ├─► patterns ───────────────────┤    ▲
//	        └─► photos' headers ──► subjects ────┘
func (j *job) compose() *Result {
	j.loadEarly()
	j.guard("reading the issue", j.place(), &j.diags, j.readIssue)
	if j.issue == nil {
		return nil
	}
	j.together(
		task{"reading the brand", j.readBrand},
		task{"reading the hyphenation patterns", j.readPatterns},
		task{"reading the photos", j.readPhotos},
	)
	j.guard("looking at the photos", j.place(), &j.diags, j.lookAtPhotos)
	defer j.viewed()
	if j.brand == nil || !j.standing() {
		return nil
	}
	j.tell(Step{Stage: "load", Done: 1, Total: 1})
	var res *Result
	j.guard("composing the pages", j.place(), &j.diags, func() {
		res = j.flow()
	})
	if res != nil {
		j.chosen(res)
	}
	j.tell(Step{Stage: "compose", Done: 1, Total: 1})
	return res
}

func (j *job) flow() *Result {
	library := text.NewLibrary(j.brand.Files...)
	j.ahead(library)
	in := &flow.Input{
		Issue: j.issue, Brand: j.brand, Library: library, Hyphen: j.patterns,
		Locale: j.locale, Photos: j.photos, Logos: j.logos, Subject: j.subject, Tones: j.tones,
		Producer: "Masthead " + Version, Created: j.clock(),
	}
	out := flow.Compose(in, &j.diags)
	if out == nil {
		return nil
	}
	out.Layout.Unset = j.unset(out.Layout)
	out.Layout.Press = display.Press{Marks: j.brand.Page.Marks, Condition: j.brand.Print.Condition, Profile: j.brand.Print.Profile}
	return &Result{Document: out.Document, Layout: out.Layout, Logos: brandFiles(j.brand.Files)}
}

// task is work that may go on beside other work. It writes to a list of its own.
type task struct {
	what string
	do   func(*diag.List)
}

// together does tasks at once. Their messages keep the order of the tasks.
func (j *job) together(tasks ...task) { j.beside(&j.diags, tasks...) }

// beside does the same for tasks within one that has a list of its own.
func (j *job) beside(diags *diag.List, tasks ...task) {
	lists := make([]diag.List, len(tasks))
	var wait sync.WaitGroup
	for i, t := range tasks {
		wait.Go(func() {
			j.guard(t.what, j.place(), &lists[i], func() { t.do(&lists[i]) })
		})
	}
	wait.Wait()
	for _, l := range lists {
		diags.All = append(diags.All, l.All...)
	}
}

// tell reports a step.
func (j *job) tell(s Step) {
	if j.opt.Progress == nil {
		return
	}
	j.telling.Lock()
	defer j.telling.Unlock()
	j.opt.Progress(s)
}

// place is where a message about the whole issue points.
func (j *job) place() diag.Pos { return diag.Pos{File: j.src.File} }
