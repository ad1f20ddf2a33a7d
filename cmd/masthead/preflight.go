package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"masthead/assets"
	"masthead/fonts"
	"masthead/layout"
	"masthead/layout/diag"
)

// preflight holds PDFs, whoever made them, against the rules of print.
func (c *command) preflight(args []string) int {
	set := flag.NewFlagSet("preflight", flag.ContinueOnError)
	var (
		opt         layout.PreflightOptions
		certificate string
		strict      bool
	)
	set.BoolVar(&c.json, "json", false, "print the report as JSON")
	set.BoolVar(&c.quiet, "q", false, "print nothing; the exit status tells")
	set.BoolVar(&strict, "strict", false, "take warnings for errors")
	set.StringVar(&certificate, "certificate", "", "write the report on a page, with thumbnails, to `FILE`")
	set.Func("ink", "the most ink that the paper takes, in `PERCENT` (default 300)", func(s string) error {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil || !(v >= 100 && v <= 400) {
			return fmt.Errorf("%q is not a number from 100 to 400", s)
		}
		opt.InkLimit = v
		return nil
	})
	set.Func("binding", "how the sheets are bound: `saddle|fold|loose`", func(s string) error {
		if !slices.Contains([]string{"saddle", "fold", "loose"}, s) {
			return fmt.Errorf("%q is none of saddle, fold, loose", s)
		}
		opt.Binding = s
		return nil
	})
	files, status, ok := c.parse(set, args)
	switch {
	case !ok:
		return status
	case len(files) == 0:
		return c.misuse("masthead preflight", "name a PDF file")
	case certificate != "" && len(files) > 1:
		return c.misuse("masthead preflight", "a certificate is of one file")
	}
	if certificate != "" {
		opt.Thumbnails = layout.ThumbnailLong
	}
	for _, name := range files {
		if c.ctx.Err() != nil {
			return max(status, wrong)
		}
		status = max(status, c.checkPDF(name, certificate, strict, opt))
	}
	return status
}

// checkPDF looks at one file.
func (c *command) checkPDF(name, certificate string, strict bool, opt layout.PreflightOptions) int {
	shown := filepath.ToSlash(name)
	data, err := os.ReadFile(name)
	if err != nil {
		c.message(diag.Diagnostic{Pos: diag.Pos{File: shown}, Severity: diag.Error, Code: "cannot-read", Message: reason(err).Error()})
		return wrong
	}
	rep := layout.CheckPDF(data, opt)
	var out bytes.Buffer
	switch {
	case c.json:
		err = rep.JSON(&out, shown)
	case !c.quiet:
		err = rep.Text(&out, shown)
	}
	if err == nil {
		_, err = c.out.Write(out.Bytes())
	}
	if err != nil {
		return c.failed("the report", err)
	}
	if certificate != "" {
		page, err := layout.Certificate(rep, filepath.Base(name), layout.Options{Assets: assets.FS, Fonts: fonts.FS})
		if err != nil {
			c.fault(err)
			return defective
		}
		if err := publish(filepath.Dir(certificate), []*output{{name: certificate, data: page}}); err != nil {
			return c.failed(filepath.ToSlash(certificate), reason(err))
		}
	}
	if rep.Count(diag.Error) > 0 || strict && rep.Count(diag.Warning) > 0 {
		return wrong
	}
	return done
}
