package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"

	"masthead/layout"
)

// stopwatch notes when the stages of a build were done.
type stopwatch struct {
	start time.Time
	at    map[string]time.Duration
}

func newStopwatch(start time.Time) *stopwatch {
	return &stopwatch{start: start, at: map[string]time.Duration{}}
}

func (w *stopwatch) step(s layout.Step) { w.at[s.Stage] = time.Since(w.start) }

// took returns the time from the start to the end of a stage.
func (w *stopwatch) took(stage string) time.Duration { return w.at[stage] }

// patience is how long a build goes on before it says what it does.
const patience = 500 * time.Millisecond

// progress is a line on a terminal that says how far a build is. Elsewhere it is
// nothing.
type progress struct {
	w     io.Writer
	start time.Time
	shown bool
}

func (r *report) progress() *progress {
	f, ok := r.err.(*os.File)
	if !ok || r.quiet || r.json || !term.IsTerminal(int(f.Fd())) {
		return &progress{}
	}
	return &progress{w: f, start: time.Now()}
}

func (p *progress) step(id string, s layout.Step) {
	if p.w == nil || time.Since(p.start) < patience {
		return
	}
	p.shown = true
	what := s.Stage
	if s.Total > 1 {
		what = fmt.Sprintf("%s %d of %d, %s", s.Stage, s.Done, s.Total, s.Item)
	}
	fmt.Fprintf(p.w, "\r\x1b[K%s: %s", id, what)
}

// clear takes the line away.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
