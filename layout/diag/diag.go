// Package diag holds the messages that the engine gives about an issue, a brand
// or a photo: where, how bad, what, and what to do.
package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity says whether a build can go on.
type Severity int

// An Info is a remark, a Warning lets the build succeed unless it is strict, an
// Error fails the issue, and a Fault is a defect of the program itself.
const (
	Info Severity = iota
	Warning
	Error
	Fault
)

// String returns the word that is printed.
func (s Severity) String() string { return [...]string{"info", "warning", "error", "fault"}[s] }

// Pos is a place in a file. Line and Column count from 1, Column in characters;
// zero means that the message is about the file as a whole.
type Pos struct {
	File         string
	Line, Column int
}

// Diagnostic is one message.
type Diagnostic struct {
	Pos      Pos
	Severity Severity
	Code     string // a stable name for programs: "unknown-key", "low-resolution"
	Message  string // lower case, no full stop
	Hint     string // the remedy; may be empty
}

// String returns the message in the form FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE].
func (d Diagnostic) String() string {
	where := d.Pos.File
	if d.Pos.Line > 0 {
		where += fmt.Sprintf(":%d:%d", d.Pos.Line, d.Pos.Column)
	}
	if where != "" {
		where += ": "
	}
	return fmt.Sprintf("%s%v: %s [%s]", where, d.Severity, d.Message, d.Code)
}

// List collects messages. The zero value is ready. It is not safe for
// concurrent use: workers fill their own and the owner appends them in order.
type List struct{ All []Diagnostic }

// Add appends d.
func (l *List) Add(d Diagnostic) { l.All = append(l.All, d) }

// Errorf adds an error.
func (l *List) Errorf(p Pos, code, hint, format string, args ...any) {
	l.Add(Diagnostic{p, Error, code, fmt.Sprintf(format, args...), hint})
}

// Warnf adds a warning.
func (l *List) Warnf(p Pos, code, hint, format string, args ...any) {
	l.Add(Diagnostic{p, Warning, code, fmt.Sprintf(format, args...), hint})
}

// Infof adds a remark.
func (l *List) Infof(p Pos, code, hint, format string, args ...any) {
	l.Add(Diagnostic{p, Info, code, fmt.Sprintf(format, args...), hint})
}

// Worst returns the highest severity in the list, Info where it is empty.
func (l *List) Worst() Severity {
	worst := Info
	for _, d := range l.All {
		worst = max(worst, d.Severity)
	}
	return worst
}

// Failed reports whether the list holds an error or worse.
func (l *List) Failed() bool { return l.Worst() >= Error }

// Sort orders the messages by file and place, keeps the order of equals, and
// drops repetitions, of two severities the milder.
func (l *List) Sort() {
	slices.SortStableFunc(l.All, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column), cmp.Compare(b.Severity, a.Severity))
	})
	type same struct {
		Pos
		code, message string
	}
	told := map[same]bool{}
	l.All = slices.DeleteFunc(l.All, func(d Diagnostic) bool {
		key := same{d.Pos, d.Code, d.Message}
		again := told[key]
		told[key] = true
		return again
	})
}
