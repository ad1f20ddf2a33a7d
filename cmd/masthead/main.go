// Command masthead sets a newsletter: one YAML file and its photos in, two PDFs
// out, one to attach to a mail and one for the press.
//
//	masthead build issues/2023-06
//
// This package is the command line and nothing else: files, flags, the clock, the
// terminal and the words that a user reads. What makes the pages is package
// layout, whose documentation is the place to start reading.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"

	"masthead/layout"
)

// The exit statuses. What is wrong with an issue, a brand or a photo is the
// user's to mend; a fault is ours.
const (
	done      = 0
	wrong     = 1
	misused   = 2
	defective = 3
)

const usage = `masthead sets newsletters: YAML and photos in, PDF out

usage:
  masthead build [flags] ISSUE...     make the PDFs
  masthead check [flags] ISSUE...     everything but writing; print what is wrong
  masthead inspect [flags] ISSUE      print the placed layout
  masthead golden [flags] ISSUE...    compare the layout with its golden; say what moved
  masthead crops [flags] ISSUE        contact sheet of every crop
  masthead watch [flags] ISSUE        rebuild on change, with a preview page
  masthead preflight FILE.pdf...      check any PDF for print
  masthead new DIR                    a new issue to fill in
  masthead schema [-brand]            JSON Schema of issue.yaml or brand.yaml
  masthead version

An ISSUE is a folder with issue.yaml, or a lone YAML file.
masthead COMMAND -h lists the flags of a command.

exit status: 0 done, 1 something is wrong with the issue, the brand or a photo,
2 wrong usage, 3 a fault of masthead itself, 4 (golden) the layout differs
`

func main() {
	tune()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	c := &command{ctx: ctx, report: report{out: os.Stdout, err: os.Stderr}}
	status := c.run(os.Args[1:])
	stop()
	os.Exit(status)
}

// command is one run of the program.
type command struct {
	ctx context.Context
	report
}

// run does what the arguments say and returns the exit status.
func (c *command) run(args []string) (status int) {
	defer func() {
		if r := recover(); r != nil {
			c.fault(r)
			status = defective
		}
	}()
	commands := map[string]func([]string) int{
		"build": c.build, "check": c.check, "inspect": c.inspect, "watch": c.watch,
		"new": c.create, "preflight": c.preflight, "golden": c.golden, "schema": c.schema, "version": c.version, "crops": c.crops,
	}
	if len(args) == 0 {
		fmt.Fprint(c.err, usage)
		return misused
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		fmt.Fprint(c.out, usage)
		return done
	case "-version", "--version":
		args[0] = "version"
	}
	do, ok := commands[args[0]]
	if !ok {
		return c.misuse("masthead", "there is no command %q", args[0])
	}
	return do(args[1:])
}

// parse reads a command's arguments. Flags may stand before and after the
// others, which it returns. It reports whether to go on, and if not, the exit
// status.
func (c *command) parse(set *flag.FlagSet, args []string) (rest []string, status int, ok bool) {
	set.SetOutput(io.Discard)
	for {
		switch err := set.Parse(args); {
		case errors.Is(err, flag.ErrHelp):
			c.flags(set)
			return nil, done, false
		case err != nil:
			return nil, c.misuse("masthead "+set.Name(), "%v", err), false
		}
		left := set.Args()
		ended := len(args) > len(left) && args[len(args)-len(left)-1] == "--"
		if len(left) == 0 || ended {
			return append(rest, left...), done, true
		}
		rest, args = append(rest, left[0]), left[1:]
	}
}

// version prints the version, and the state of the source where it is known.
func (c *command) version(args []string) int {
	set := flag.NewFlagSet("version", flag.ContinueOnError)
	rest, status, ok := c.parse(set, args)
	if !ok {
		return status
	}
	if len(rest) > 0 {
		return c.misuse("masthead version", "it takes no arguments")
	}
	line := "masthead " + layout.Version
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && len(s.Value) >= 12 {
				line += " (" + s.Value[:12] + ")"
			}
		}
		line += " " + info.GoVersion
	}
	fmt.Fprintln(c.out, line)
	return done
}

// schema prints the schema of an issue or of a brand.
func (c *command) schema(args []string) int {
	set := flag.NewFlagSet("schema", flag.ContinueOnError)
	ofBrand := set.Bool("brand", false, "of brand.yaml instead of issue.yaml")
	rest, status, ok := c.parse(set, args)
	if !ok {
		return status
	}
	if len(rest) > 0 {
		return c.misuse("masthead schema", "it takes no arguments")
	}
	text := layout.IssueSchema()
	if *ofBrand {
		text = layout.BrandSchema()
	}
	if _, err := c.out.Write(text); err != nil {
		return c.failed("the schema", err)
	}
	return done
}
