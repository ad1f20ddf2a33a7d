package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/term"

	"masthead/layout"
	"masthead/layout/diag"
	"masthead/layout/golden"
)

// different is the exit status of golden where the layout is not as its golden
// has it.
const different = 4

// goldenFile is where an issue keeps its golden. Lone YAML files may share a
// folder; theirs bear their names.
func goldenFile(is *place) string {
	if is.file != "issue.yaml" {
		return "golden/" + is.id + ".txt"
	}
	return "golden/layout.txt"
}

// comparing are the flags of golden.
type comparing struct {
	golden.Options
	update, annotate bool
	html             string
	cases            []golden.Case
}

// golden compares placed issues with their goldens.
func (c *command) golden(args []string) int {
	set := flag.NewFlagSet("golden", flag.ContinueOnError)
	var o options
	var g comparing
	o.shared(set)
	set.BoolVar(&g.update, "update", false, "write the golden instead of comparing")
	set.BoolVar(&c.json, "json", false, "print what differs as JSON, an issue a line, and messages too")
	set.BoolVar(&g.annotate, "annotate", false, "print what differs as annotations of GitHub Actions, too")
	set.StringVar(&g.html, "html", "", "write a report with both versions of the changed pages to `FILE`")
	set.Func("tolerance", "let things move or stretch by `LENGTH`, such as 0.5mm", func(s string) error {
		var err error
		g.Tolerance, err = golden.ParseTolerance(s)
		return err
	})
	status := c.issues(set, &o, args, func(is *place) int { return c.compare(is, &o, &g) })
	if g.html == "" || len(g.cases) == 0 {
		return status
	}
	if err := writeReport(g.html, g.cases); err != nil {
		return max(status, c.failed(filepath.ToSlash(g.html), reason(err)))
	}
	return status
}

// compare compares one issue, or writes its golden.
func (c *command) compare(is *place, o *options, g *comparing) int {
	res, diags := c.compose(is, o, newStopwatch(time.Now()), layout.Compose)
	if status := c.messages(is, diags); status != done {
		return status
	}
	now := golden.Take(res.Document, res.Layout, golden.Files{Issue: is.root.FS(), Brand: res.Logos})
	name := filepath.Join(is.folder, filepath.FromSlash(goldenFile(is)))
	if g.update {
		return c.updateGolden(is, name, now)
	}
	old, err := readGolden(is)
	if err != nil {
		c.goldenMessage(is, filepath.ToSlash(name), err)
		if g.annotate {
			annotate(c.out, filepath.ToSlash(name), []golden.Finding{{Kind: "golden", Text: "there is no golden that could be compared"}})
		}
		g.cases = append(g.cases, golden.Case{Issue: is.id, New: now, Report: &golden.Report{}})
		return different
	}
	r := golden.Compare(old, now, g.Options)
	g.cases = append(g.cases, golden.Case{Issue: is.id, Old: old, New: now, Report: r})
	if c.json {
		if err := r.WriteJSON(c.out, is.id); err != nil {
			return c.failed("the report", err)
		}
	} else {
		c.findings(is, r)
	}
	if g.annotate {
		annotate(c.out, filepath.ToSlash(name), r.Findings)
	}
	if r.Same() {
		return done
	}
	return different
}

// named is how the user may name the issue.
func (p *place) named() string {
	if p.file != "issue.yaml" {
		return filepath.ToSlash(filepath.Join(p.folder, p.file))
	}
	return filepath.ToSlash(p.folder)
}

// readGolden reads the golden of an issue.
func readGolden(is *place) (*golden.Golden, error) {
	data, err := fs.ReadFile(is.root.FS(), goldenFile(is))
	if err != nil {
		return nil, err
	}
	return golden.Parse(data)
}

// goldenMessage tells what is wrong with a golden. That there is none fails,
// too: nothing would be compared otherwise.
func (r *report) goldenMessage(is *place, name string, err error) {
	d := diag.Diagnostic{
		Pos: diag.Pos{File: name}, Severity: diag.Error, Code: "no-golden", Message: "there is no golden to compare with",
		Hint: "masthead golden -update " + is.named(),
	}
	var bad *golden.Error
	switch {
	case errors.As(err, &bad):
		d.Code, d.Message = "bad-golden", bad.Message
		d.Pos.Line, d.Pos.Column = bad.Line, 1
	case !errors.Is(err, fs.ErrNotExist):
		d.Code, d.Message = "bad-golden", reason(err).Error()
	}
	r.message(d)
}

// updateGolden writes a golden, if it is not the same.
func (c *command) updateGolden(is *place, name string, now *golden.Golden) int {
	text := now.String()
	shown := filepath.ToSlash(name)
	if old, err := readGolden(is); err == nil && old.String() == text {
		fmt.Fprintf(c.out, "%s: same\n", shown)
		return done
	}
	if err := publish(filepath.Dir(name), []*output{{name: name, data: []byte(text)}}); err != nil {
		return c.failed(shown, reason(err))
	}
	fmt.Fprintf(c.out, "%s: %s, %s\n", shown, plural(len(now.Pages), "page"), layout.Bytes(int64(len(text))))
	return done
}

// findings prints what became different: a sentence a line, what it rests on
// below.
func (c *command) findings(is *place, r *golden.Report) {
	if r.Same() {
		fmt.Fprintf(c.out, "%s: same\n", is.id)
		return
	}
	bold, dim, plain := "", "", ""
	if f, ok := c.out.(*os.File); ok && term.IsTerminal(int(f.Fd())) && os.Getenv("NO_COLOR") == "" {
		bold, dim, plain = "\x1b[1m", "\x1b[2m", "\x1b[0m"
	}
	fmt.Fprintf(c.out, "%s: %s\n", is.id, plural(len(r.Findings), "difference"))
	for _, f := range r.Findings {
		fmt.Fprintf(c.out, "  %s%s%s\n", bold, f.Text, plain)
	}
	fmt.Fprintf(c.out, "  hint: masthead golden -update %s, if this is as it should be\n", is.named())
	details := false
	for _, f := range r.Findings {
		if len(f.Details) == 0 {
			continue
		}
		if !details {
			fmt.Fprintln(c.out, "details:")
			details = true
		}
		fmt.Fprintf(c.out, "  %s\n", f.Text)
		for _, d := range f.Details {
			fmt.Fprintf(c.out, "    %s%s%s\n", dim, d, plain)
		}
	}
}

// annotate prints findings as workflow commands of GitHub Actions, which shows
// them beside the file.
func annotate(w io.Writer, file string, findings []golden.Finding) {
	escape := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, f := range findings {
		text := f.Text
		for _, d := range f.Details {
			text += "\n" + d
		}
		fmt.Fprintf(w, "::error file=%s,title=%s::%s\n", property.Replace(file), property.Replace("layout: "+f.Kind), escape.Replace(text))
	}
}

// writeReport writes the HTML report.
func writeReport(name string, cases []golden.Case) error {
	w, err := os.Create(name)
	if err != nil {
		return err
	}
	err = golden.WriteHTML(w, cases)
	return errors.Join(err, w.Close())
}
