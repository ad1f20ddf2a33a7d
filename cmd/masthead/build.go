package main

import (
	"context"
	"flag"
	"path/filepath"
	"time"

	"masthead/layout"
	"masthead/layout/diag"
)

// build makes the PDFs of every issue that is named. One that is wrong keeps no
// other from being made.
func (c *command) build(args []string) int {
	set := flag.NewFlagSet("build", flag.ContinueOnError)
	var o options
	set.StringVar(&o.folder, "o", "out", "write the PDFs into `DIR`")
	o.shared(set)
	o.making(set, &c.report)
	return c.issues(set, &o, args, func(is *place) int {
		_, _, status := c.make(is, &o)
		return status
	})
}

// make makes the PDFs of one issue and puts them in their places.
func (c *command) make(is *place, o *options) (*layout.Result, *diag.List, int) {
	watch := newStopwatch(time.Now())
	d := &drafts{folder: o.folder, id: is.id}
	defer d.settle(nil)
	drafting := *o
	drafting.Drafted = d.take
	res, diags := c.compose(is, &drafting, watch, layout.Build)
	if status := c.messages(is, diags); status != done {
		return res, diags, status
	}
	files := outputs(o.folder, is.id, res)
	d.settle(files)
	if err := publish(o.folder, files); err != nil {
		return res, diags, c.failed(filepath.ToSlash(o.folder), reason(err))
	}
	for _, f := range files {
		c.made(f.name, f.pages, len(f.data), watch.took(f.stage))
	}
	c.bill(res)
	return res, diags, done
}

// check does all that build does but writing.
func (c *command) check(args []string) int {
	set := flag.NewFlagSet("check", flag.ContinueOnError)
	o := options{Options: layout.Options{Lint: true}}
	o.shared(set)
	o.making(set, &c.report)
	return c.issues(set, &o, args, func(is *place) int {
		res, diags := c.compose(is, &o, newStopwatch(time.Now()), layout.Build)
		status := c.messages(is, diags)
		if status == done {
			c.checked(is, res, diags)
		}
		return status
	})
}

// issues does something for each issue that the arguments name, and returns the
// worst status.
func (c *command) issues(set *flag.FlagSet, o *options, args []string, do func(*place) int) int {
	names, status, ok := c.parse(set, args)
	if !ok {
		return status
	}
	self := "masthead " + set.Name()
	switch {
	case len(names) == 0:
		return c.misuse(self, "name an issue: a folder with issue.yaml, or a YAML file")
	case o.single && len(names) > 1:
		return c.misuse(self, "it takes one issue")
	}
	if err := o.complete(); err != nil {
		return c.misuse(self, "%v", err)
	}
	var places []*place
	named := map[string]string{}
	for _, name := range names {
		is, err := find(name, o.brands)
		if err != nil {
			c.message(diag.Diagnostic{
				Pos: diag.Pos{File: filepath.ToSlash(name)}, Severity: diag.Error, Code: "no-issue", Message: err.Error(),
				Hint: "masthead new makes one",
			})
			status = wrong
			continue
		}
		defer is.root.Close()
		if other, twice := named[is.id]; twice {
			return c.misuse(self, "%s and %s have the same id %q", other, name, is.id)
		}
		named[is.id] = name
		places = append(places, is)
	}
	for _, is := range places {
		if c.ctx.Err() != nil {
			return max(status, wrong)
		}
		status = max(status, do(is))
	}
	return status
}

// stage is layout.Build or layout.Compose.
type stage func(ctx context.Context, src layout.Source, opt layout.Options) (*layout.Result, *diag.List)

// compose runs a stage of the engine on an issue, with progress on a terminal.
func (c *command) compose(is *place, o *options, watch *stopwatch, run stage) (*layout.Result, *diag.List) {
	opt := o.Options
	line := c.progress()
	opt.Progress = func(s layout.Step) {
		watch.step(s)
		line.step(is.id, s)
	}
	defer line.clear()
	return run(c.ctx, is.source(), opt)
}
