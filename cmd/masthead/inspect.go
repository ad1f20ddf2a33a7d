package main

import (
	"bufio"
	"flag"
	"fmt"
	"time"

	"masthead/layout"
	"masthead/layout/display"
)

// inspect prints the record of the placed pages, or what a screen reader says.
// What is wrong with the issue goes to standard error, and with -json is part of
// the record too.
func (c *command) inspect(args []string) int {
	set := flag.NewFlagSet("inspect", flag.ContinueOnError)
	o := options{single: true}
	o.shared(set)
	asJSON := set.Bool("json", false, "print the record as JSON")
	spoken := set.Bool("spoken", false, "print what a screen reader says of the e-mail PDF")
	return c.issues(set, &o, args, func(is *place) int {
		if *spoken {
			return c.spoken(is, &o)
		}
		res, diags := c.compose(is, &o, newStopwatch(time.Now()), layout.Compose)
		status := c.messages(is, diags)
		record := &display.Layout{Issue: is.id, Diagnostics: diags.All}
		if res != nil {
			record = res.Layout
		}
		var err error
		switch {
		case *asJSON:
			err = layout.WriteJSON(c.out, record)
		case res != nil:
			err = layout.WriteText(c.out, record)
		}
		if err != nil {
			return c.failed("the record", err)
		}
		return status
	})
}

// spoken prints the utterances of the finished e-mail file, page by page.
func (c *command) spoken(is *place, o *options) int {
	o.Profiles = layout.Email
	res, diags := c.compose(is, o, newStopwatch(time.Now()), layout.Build)
	if status := c.messages(is, diags); status != done {
		return status
	}
	said, err := layout.Spoken(res.Email)
	if err != nil {
		c.fault(err)
		return defective
	}
	w := bufio.NewWriter(c.out)
	page := 0
	for _, u := range said {
		if u.Page != page {
			page = u.Page
			fmt.Fprintf(w, "page %d\n", page)
		}
		role := u.Role
		if u.Lang != "" && u.Lang != res.Document.Meta.Language {
			role += " " + u.Lang
		}
		fmt.Fprintf(w, "  %s: %s\n", role, u.Text)
	}
	if err := w.Flush(); err != nil {
		return c.failed("the text", err)
	}
	return done
}
