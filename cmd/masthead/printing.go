package main

import (
	"flag"
	"fmt"

	"masthead/layout"
)

// printing defines the flags about the print file.
func (o *options) printing(set *flag.FlagSet) {
	set.Func("marks", "printer's marks: `none|crop|all`, instead of the brand's; none for gang printing", func(s string) error {
		switch s {
		case "none", "crop", "all":
			o.Marks = s
			return nil
		}
		return fmt.Errorf("%q is none of none, crop, all", s)
	})
	set.Func("impose", "lay the print file's pages out in another file: `booklet`, two on a sheet for saddle stitching", func(s string) error {
		if s != "booklet" {
			return fmt.Errorf("%q is not booklet", s)
		}
		o.Booklet = true
		return nil
	})
	set.Func("creep", "how far the innermost sheet of the booklet is pushed out, such as `2mm`", func(s string) (err error) {
		o.Creep, err = layout.ParseCreep(s)
		return err
	})
	set.BoolVar(&o.Certificate, "certificate", false, "write the preflight of the print file on a page, for the printer")
}
