package main

import (
	"context"
	"flag"
	"path/filepath"
	"time"

	"masthead/layout"
	"masthead/layout/diag"
)

// crops writes a contact sheet of every crop, for somebody to sign off.
func (c *command) crops(args []string) int {
	set := flag.NewFlagSet("crops", flag.ContinueOnError)
	o := options{single: true}
	set.StringVar(&o.folder, "o", "out", "write the contact sheet into `DIR`")
	o.shared(set)
	set.BoolVar(&c.json, "json", false, "print messages as JSON lines")
	set.BoolVar(&c.quiet, "q", false, "print nothing but what is wrong")
	return c.issues(set, &o, args, func(is *place) int {
		var sheet *layout.Sheet
		watch := newStopwatch(time.Now())
		_, diags := c.compose(is, &o, watch, func(ctx context.Context, src layout.Source, opt layout.Options) (*layout.Result, *diag.List) {
			var diags *diag.List
			sheet, diags = layout.Crops(ctx, src, opt)
			return nil, diags
		})
		status := c.messages(is, diags)
		switch {
		case sheet == nil:
			return status
		case sheet.Crops == 0:
			c.remark(is, "no photos, so no contact sheet")
			return status
		}
		file := &output{name: filepath.Join(o.folder, is.id+"-crops.png"), data: sheet.PNG}
		if err := publish(o.folder, []*output{file}); err != nil {
			return c.failed(filepath.ToSlash(o.folder), reason(err))
		}
		c.drawn(file.name, sheet.Crops, len(sheet.PNG))
		return status
	})
}
