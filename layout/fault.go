package layout

import (
	"fmt"
	"path"
	"runtime"
	"strings"

	"masthead/layout/diag"
)

// guard calls do. A panic in it, in whichever library, becomes a fault at the
// place of the issue that was being worked on: a writer is told what to do, not
// shown a trace.
func (j *job) guard(what string, at diag.Pos, diags *diag.List, do func()) {
	defer func() {
		if r := recover(); r != nil {
			diags.Add(diag.Diagnostic{
				Pos: at, Severity: diag.Fault, Code: "fault",
				Message: fmt.Sprintf("masthead failed while %s: %v (%s)", what, r, culprit()),
				Hint:    "this is a defect of masthead and not of the issue; please report it with the issue that shows it",
			})
		}
	}()
	do()
}

// culprit names the function that panicked; it is asked in a deferred call.
func culprit() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	panicking := false
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			panicking = true
		case panicking && !strings.HasPrefix(f.Function, "runtime."):
			return fmt.Sprintf("%s, %s:%d", path.Base(f.Function), path.Base(f.File), f.Line)
		}
		if !more {
			return "place unknown"
		}
	}
}
