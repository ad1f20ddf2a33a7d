package main

// Everything that a user sees goes through this file. The voice:
//
//	lower case, no full stop, no exclamation, no "please", no "successfully"
//	first where, then what; the remedy on a line of its own that begins with hint:
//	what was done goes to standard output, what is wrong to standard error
//	nothing at all is better than a line that helps nobody
//	numbers with their unit: 6 pages, 1.92 MB, 0.31 s
//	the same words for the same thing as in the documents: issue, brand, story

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"masthead/layout"
	"masthead/layout/diag"
)

// report is where a run speaks.
type report struct {
	out, err io.Writer
	json     bool // messages as JSON lines
	quiet    bool // nothing about what went well
}

// misuse tells that a command was not understood.
func (r *report) misuse(command, format string, args ...any) int {
	fmt.Fprintf(r.err, "%s: %s\n", command, fmt.Sprintf(format, args...))
	if command == "masthead" {
		command = "masthead help"
	} else {
		command += " -h"
	}
	fmt.Fprintf(r.err, "  hint: %s\n", command)
	return misused
}

// failed tells that something outside of the issue went wrong, such as a full
// disk.
func (r *report) failed(what string, err error) int {
	r.message(diag.Diagnostic{Pos: diag.Pos{File: what}, Severity: diag.Error, Code: "cannot-write", Message: err.Error()})
	return wrong
}

// fault tells of a defect that no stage caught.
func (r *report) fault(cause any) {
	r.message(diag.Diagnostic{
		Severity: diag.Fault, Code: "fault", Message: fmt.Sprintf("masthead failed: %v", cause),
		Hint: "this is a defect of masthead; report it with the command and the issue that shows it",
	})
}

// message prints one diagnostic.
func (r *report) message(d diag.Diagnostic) {
	if r.json {
		_ = layout.WriteDiagnosticJSON(r.err, d)
		return
	}
	fmt.Fprintln(r.err, d)
	if d.Hint != "" {
		fmt.Fprintf(r.err, "  hint: %s\n", d.Hint)
	}
}

// messages prints what was found about an issue, with paths as they are seen
// from here, and how it ends where it ends badly. It returns the exit status.
func (r *report) messages(is *place, diags *diag.List) int {
	count := map[diag.Severity]int{}
	for _, d := range diags.All {
		count[d.Severity]++
		if r.quiet && d.Severity == diag.Info {
			continue
		}
		d.Pos.File = is.path(d.Pos.File)
		r.message(d)
	}
	if !r.json && diags.Failed() {
		fmt.Fprintf(r.err, "%s: %s\n", is.id, tally(count))
	}
	switch worst := diags.Worst(); {
	case worst >= diag.Fault:
		return defective
	case worst >= diag.Error:
		return wrong
	}
	return done
}

// tally counts messages: "2 errors, 1 warning".
func tally(count map[diag.Severity]int) string {
	var parts []string
	for s := diag.Fault; s >= diag.Warning; s-- {
		if n := count[s]; n > 0 {
			parts = append(parts, plural(n, s.String()))
		}
	}
	if len(parts) == 0 {
		return "nothing wrong"
	}
	return strings.Join(parts, ", ")
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// made tells of a file that was written.
func (r *report) made(name string, pages, size int, took time.Duration) {
	if r.quiet {
		return
	}
	fmt.Fprintf(r.out, "%s: %s, %s, %s\n", filepath.ToSlash(name), plural(pages, "page"), layout.Bytes(int64(size)), seconds(took))
}

// bill tells what was flexed to make the issue fit.
func (r *report) bill(res *layout.Result) {
	if r.quiet || len(res.Layout.Bill) == 0 {
		return
	}
	fmt.Fprintln(r.out, "flexed:")
	for _, f := range res.Layout.Bill {
		fmt.Fprintf(r.out, "  %s\n", layout.Bill(f))
	}
}

// checked tells that an issue was looked at and stands.
func (r *report) checked(is *place, res *layout.Result, diags *diag.List) {
	if r.quiet {
		return
	}
	count := map[diag.Severity]int{}
	for _, d := range diags.All {
		count[d.Severity]++
	}
	fmt.Fprintf(r.out, "%s: %s, %s\n", is.id, plural(len(res.Layout.Pages), "page"), tally(count))
}

// remark tells of what was not needed.
func (r *report) remark(is *place, text string) {
	if !r.quiet {
		fmt.Fprintf(r.out, "%s: %s\n", is.id, text)
	}
}

// drawn tells of a contact sheet that was written.
func (r *report) drawn(name string, crops, size int) {
	if !r.quiet {
		fmt.Fprintf(r.out, "%s: %s, %s\n", filepath.ToSlash(name), plural(crops, "crop"), layout.Bytes(int64(size)))
	}
}

// flags prints the flags of a command.
func (r *report) flags(set *flag.FlagSet) {
	fmt.Fprintf(r.out, "usage: masthead %s\n", synopsis(set.Name()))
	set.SetOutput(r.out)
	set.PrintDefaults()
}

// synopsis is the line of the usage that shows a command.
func synopsis(command string) string {
	for line := range strings.Lines(usage) {
		if rest, ok := strings.CutPrefix(line, "  masthead "+command); ok {
			shown, _, _ := strings.Cut(rest, "   ")
			return command + strings.TrimRight(shown, "\n")
		}
	}
	return command
}

// seconds says a time: "0.31 s".
func seconds(d time.Duration) string { return fmt.Sprintf("%.2f s", d.Seconds()) }

// place is where an issue lies, as the user named it.
type place struct {
	id, folder, file string
	root             *os.Root
	brands           []string // folders that brands are looked up in
}

// path returns a file's name as it is seen from where the user is. Files of the
// built-in brands have none; they keep the brand's.
func (p *place) path(file string) string {
	if file == "" {
		return filepath.ToSlash(p.folder)
	}
	name := filepath.FromSlash(file)
	for _, dir := range append([]string{p.folder, filepath.Join(p.folder, "brands")}, p.brands...) {
		if full := filepath.Join(dir, name); file == p.file && dir == p.folder || exists(full) {
			return filepath.ToSlash(full)
		}
	}
	return file
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}
