package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// journal is what a run says, safe to read while it speaks.
type journal struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.b.Write(p)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.b.String()
}

// until waits for something to come true.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	for range 200 {
		if is() {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("waited too long until %s", what)
}

const harbour = `title: The Lighthouse
name: Beacon
date: 2024-03
language: en-GB
highlights:
  title: Highlights
  articles:
    - title: The harbour opens
      text: |
        The harbour opened on Monday.
`

func TestWatch(t *testing.T) {
	dir := t.TempDir()
	issue := filepath.Join(dir, "harbour", "issue.yaml")
	write := func(text string) {
		if err := os.WriteFile(issue, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Dir(issue), 0o777); err != nil {
		t.Fatal(err)
	}
	write(harbour)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var out, wrong journal
	c := &command{ctx: ctx, report: report{out: &out, err: &wrong}}
	ended := make(chan int)
	go func() {
		ended <- c.run([]string{"watch", "-no-cache", "-listen", "127.0.0.1:0", "-o", filepath.Join(dir, "harbour", "out"), filepath.Dir(issue)})
	}()
	var page string
	until(t, "the preview's address is told", func() bool {
		page = regexp.MustCompile(`http://[^\s]+/`).FindString(out.String())
		return page != ""
	})
	until(t, "the first build", func() bool { return look(t, page).Build == 1 })
	if body := get(t, page+"email.pdf"); !strings.HasPrefix(body, "%PDF-1.7") {
		t.Errorf("the e-mail file begins with %.10q", body)
	}
	if body := get(t, page); !strings.Contains(body, "What was flexed") {
		t.Error("the page does not say what was flexed")
	}
	write(strings.Replace(harbour, "title: High", "titel: High", 1))
	until(t, "the second build", func() bool { return look(t, page).Build == 2 })
	if s := look(t, page); len(s.Problems) == 0 || s.Files != 1 || !strings.Contains(s.Problems[0].Text, "titel") {
		t.Errorf("after a broken edit the state is %+v", s)
	}
	if body := get(t, page+"print.pdf"); !strings.HasPrefix(body, "%PDF-1.6") {
		t.Errorf("after a broken edit the print file begins with %.10q", body)
	}
	write(harbour + "\n        The harbour closed on Tuesday.\n")
	until(t, "the third build", func() bool { return look(t, page).Files == 2 })
	stop()
	if status := <-ended; status != done {
		t.Errorf("exit status %d: %s", status, wrong.String())
	}
}

func get(t *testing.T, address string) string {
	t.Helper()
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v", address, r.Status, err)
	}
	return string(body)
}

func look(t *testing.T, page string) (s state) {
	t.Helper()
	if err := json.Unmarshal([]byte(get(t, page+"state")), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestPreviewIsLocal refuses a page whose name somebody pointed at this machine.
func TestPreviewIsLocal(t *testing.T) {
	for host, want := range map[string]int{"localhost:7979": 200, "127.0.0.1:80": 200, "[::1]:9": 200, "evil.example:7979": 403} {
		r, err := http.NewRequest(http.MethodGet, "/state", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host
		w := httptest.NewRecorder()
		newPreview("x").ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%s: status %d, want %d", host, w.Code, want)
		}
	}
}
