package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"net"
	"net/http"
	"sync"
	"time"

	"masthead/layout"
	"masthead/layout/diag"
)

//go:embed preview.html
var previewPage []byte

// preview shows the last files of an issue that could be built, and what is
// wrong with it now.
type preview struct {
	mu    sync.Mutex
	state state
	files map[string][]byte // by path
}

// state is what the page asks for again and again.
type state struct {
	Issue    string    `json:"issue"`
	Build    int       `json:"build"` // counts builds
	Files    int       `json:"files"` // counts builds that gave files
	Pages    int       `json:"pages"`
	Problems []problem `json:"problems"`
	Bill     []string  `json:"bill"`
}

type problem struct {
	Severity string `json:"severity"`
	Text     string `json:"text"`
	Hint     string `json:"hint"`
}

func newPreview(id string) *preview {
	return &preview{state: state{Issue: id, Problems: []problem{}, Bill: []string{}}, files: map[string][]byte{}}
}

// update takes the outcome of a build.
func (p *preview) update(is *place, res *layout.Result, diags *diag.List) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.state.Build++
	p.state.Problems = []problem{}
	for _, d := range diags.All {
		d.Pos.File = is.path(d.Pos.File)
		p.state.Problems = append(p.state.Problems, problem{d.Severity.String(), d.String(), d.Hint})
	}
	if res == nil || diags.Failed() {
		return
	}
	p.state.Files++
	p.state.Pages = len(res.Document.Pages)
	p.state.Bill = []string{}
	for _, f := range res.Layout.Bill {
		p.state.Bill = append(p.state.Bill, layout.Bill(f))
	}
	p.files["/email.pdf"], p.files["/print.pdf"] = res.Email, res.Print
}

// serve answers on a listener until the returned function is called.
func (p *preview) serve(l net.Listener) (stop func()) {
	server := &http.Server{Handler: p, ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = server.Serve(l) }()
	return func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_ = server.Shutdown(ctx)
	}
}

// ServeHTTP answers the page, its state and the files. A page from elsewhere
// whose name was pointed at this machine is refused.
func (p *preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	host, _, err := net.SplitHostPort(r.Host)
	if err != nil {
		host = r.Host
	}
	if !isLocal(host) {
		http.Error(w, "this page is for its own machine", http.StatusForbidden)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	p.mu.Lock()
	defer p.mu.Unlock()
	switch r.URL.Path {
	case "/":
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(previewPage)
	case "/state":
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(p.state)
	default:
		data := p.files[r.URL.Path]
		if data == nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/pdf")
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
	}
}
