package main

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"masthead/layout/diag"
)

func TestSize(t *testing.T) {
	for text, want := range map[string]int64{
		"3.5MB": 3_500_000, "500KB": 500_000, "500 kB": 500_000, "2MiB": 2 << 20, "100000": 100_000, "10k": 10_000, "1 GB": 1e9, "12B": 12,
	} {
		var got int64
		if err := size(&got)(text); err != nil || got != want {
			t.Errorf("%q is %d (%v), want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "MB", "-3MB", "0", "NaN", "1e99", "3,5MB", "5 apples"} {
		if err := size(new(int64))(text); err == nil {
			t.Errorf("%q passes for a size", text)
		}
	}
}

func TestParse(t *testing.T) {
	for args, want := range map[string]string{
		"a -v b":     "v=true a b",
		"-v -- a":    "v=true a",
		"a -- -v":    "v=false a -v",
		"-n 3 a b":   "v=false a b",
		"a b -n -- ": "v=false a b", // the value is two dashes
	} {
		c := &command{report: report{out: io.Discard, err: io.Discard}}
		set := flag.NewFlagSet("x", flag.ContinueOnError)
		v := set.Bool("v", false, "")
		set.String("n", "", "")
		rest, _, ok := c.parse(set, strings.Fields(args))
		got := strings.TrimSpace("v=" + map[bool]string{true: "true", false: "false"}[*v] + " " + strings.Join(rest, " "))
		if !ok || got != want {
			t.Errorf("%q is read as %q, want %q", args, got, want)
		}
	}
}

// TestRestore makes the second of two renames fail and wants the first undone.
func TestRestore(t *testing.T) {
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one.pdf"), filepath.Join(dir, "two.pdf")
	if err := os.WriteFile(one, []byte("yesterday"), 0o666); err != nil {
		t.Fatal(err)
	}
	files := []*output{{name: one, data: []byte("today")}, {name: two, data: []byte("today")}}
	for _, f := range files {
		if err := f.write(); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(two, 0o777); err != nil { // it gets in the way after the files are written
		t.Fatal(err)
	}
	if err := replace(files); err == nil {
		t.Fatal("a file took the place of a folder")
	}
	if text, _ := os.ReadFile(one); string(text) != "yesterday" {
		t.Errorf("the first file says %q", text)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if want := []string{"one.pdf", "two.pdf"}; !slices.Equal(names, want) {
		t.Errorf("the folder holds %q, want %q", names, want)
	}
}

// TestSameBytesStay publishes the same bytes again, and then others as long.
func TestSameBytesStay(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "one.pdf")
	if err := os.WriteFile(name, []byte("page 1"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(name, time.Time{}, time.Unix(1e9, 0)); err != nil {
		t.Fatal(err)
	}
	old, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"page 1", "page 2"} {
		if err := publish(dir, []*output{{name: name, data: []byte(text)}}); err != nil {
			t.Fatal(err)
		}
		now, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := os.SameFile(old, now); got != (text == "page 1") {
			t.Errorf("%q: the same file: %v", text, got)
		}
		if !now.ModTime().After(old.ModTime()) {
			t.Errorf("%q: the file is as old as it was", text)
		}
		if data, _ := os.ReadFile(name); string(data) != text {
			t.Errorf("it says %q, want %q", data, text)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v (%v)", entries, err)
	}
}

func TestProgressIsSilentElsewhere(t *testing.T) {
	var out strings.Builder
	r := &report{err: &out}
	p := r.progress()
	p.start = time.Now().Add(-time.Hour)
	p.clear()
	if out.Len() > 0 {
		t.Errorf("progress speaks where there is no terminal: %q", out.String())
	}
}

func TestTally(t *testing.T) {
	for want, count := range map[string]map[diag.Severity]int{
		"nothing wrong":       {diag.Info: 3},
		"1 error":             {diag.Error: 1},
		"2 errors, 1 warning": {diag.Error: 2, diag.Warning: 1},
		"1 fault, 1 error":    {diag.Fault: 1, diag.Error: 1},
	} {
		if got := tally(count); got != want {
			t.Errorf("%v are %q, want %q", count, got, want)
		}
	}
}

// TestFault wants a defect that no stage caught to end with 3 and a line.
func TestFault(t *testing.T) {
	var out strings.Builder
	c := &command{report: report{out: nil, err: &out}} // writing to nothing panics
	if status := c.run([]string{"version"}); status != defective {
		t.Errorf("exit status %d, want %d", status, defective)
	}
	if got := out.String(); !strings.HasPrefix(got, "fault: masthead failed: ") || strings.Contains(got, "goroutine") {
		t.Errorf("the report is %q", got)
	}
}
