package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"masthead": main})
}

// TestScript runs testdata/script: one file for each behaviour, named for it.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_CACHE_HOME", env.WorkDir+"/.cache")
			env.Setenv("HOME", env.WorkDir)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"png": paintPNG, "keys": checkKeys, "lines": countLines, "swap": swap, "pdf": checkPDF, "status": status, "holds": holds, "same": same,
		},
	})
}

// status runs a program that has to end with a status: status PROGRAM N ARG...
func status(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 || neg {
		ts.Fatalf("usage: status PROGRAM N ARG...")
	}
	err := ts.Exec(args[0], args[2:]...)
	got := 0
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(got) != args[1] {
		ts.Fatalf("exit status %d, want %s", got, args[1])
	}
}

// paintPNG makes a picture with a gradient: png FILE WIDTH HEIGHT.
func paintPNG(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: png FILE WIDTH HEIGHT")
	}
	w, err := strconv.Atoi(args[1])
	ts.Check(err)
	h, err := strconv.Atoi(args[2])
	ts.Check(err)
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, color.RGBA{uint8(255 * x / w), uint8(255 * y / h), 90, 255})
		}
	}
	var b bytes.Buffer
	ts.Check(png.Encode(&b, img))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o666))
}

// checkKeys compares the keys of a JSON object, in their order, with the given:
// keys FILE PATH KEY... Path steps are divided by dots; a number takes that
// element of a list, "." is the object itself.
func checkKeys(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 || neg {
		ts.Fatalf("usage: keys FILE PATH KEY...")
	}
	raw := json.RawMessage(ts.ReadFile(args[0]))
	if args[1] != "." {
		for step := range strings.SplitSeq(args[1], ".") {
			if n, err := strconv.Atoi(step); err == nil {
				var list []json.RawMessage
				ts.Check(json.Unmarshal(raw, &list))
				if n >= len(list) {
					ts.Fatalf("%s: the list has %d elements", args[1], len(list))
				}
				raw = list[n]
				continue
			}
			var object map[string]json.RawMessage
			ts.Check(json.Unmarshal(raw, &object))
			raw = object[step]
		}
	}
	if got, want := strings.Join(keysOf(ts, raw), " "), strings.Join(args[2:], " "); got != want {
		ts.Fatalf("%s has the keys\n\t%s\nwant\n\t%s", args[1], got, want)
	}
}

// keysOf lists the keys of an object as they stand.
func keysOf(ts *testscript.TestScript, raw json.RawMessage) (keys []string) {
	d := json.NewDecoder(bytes.NewReader(raw))
	_, err := d.Token()
	ts.Check(err)
	for d.More() {
		key, err := d.Token()
		ts.Check(err)
		keys = append(keys, key.(string))
		var skip json.RawMessage
		ts.Check(d.Decode(&skip))
	}
	return keys
}

// countLines compares the number of lines of a file that hold a text:
// lines FILE TEXT N.
func countLines(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 || neg {
		ts.Fatalf("usage: lines FILE TEXT N")
	}
	n := 0
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if strings.Contains(line, args[1]) {
			n++
		}
	}
	if want, err := strconv.Atoi(args[2]); err != nil || n != want {
		ts.Fatalf("%d lines hold %q, want %s", n, args[1], args[2])
	}
}

// holds looks for a text in a file of any kind: holds FILE TEXT.
func holds(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: holds FILE TEXT")
	}
	if strings.Contains(ts.ReadFile(args[0]), args[1]) == neg {
		ts.Fatalf("%s: holds %q: %v", args[0], args[1], !neg)
	}
}

// same compares files of any kind: same FILE FILE.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: same FILE FILE")
	}
	if (ts.ReadFile(args[0]) == ts.ReadFile(args[1])) == neg {
		ts.Fatalf("%s and %s are the same: %v", args[0], args[1], !neg)
	}
}

// swap replaces a text in a file: swap FILE OLD NEW. It must be there.
func swap(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 || neg {
		ts.Fatalf("usage: swap FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(text, args[1], args[2])), 0o666))
}

// checkPDF looks whether files are whole PDFs: pdf FILE...
func checkPDF(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		text := ts.ReadFile(name)
		whole := strings.HasPrefix(text, "%PDF-1.") && strings.HasSuffix(strings.TrimRight(text, "\n"), "%%EOF")
		if whole == neg {
			ts.Fatalf("%s: whole PDF: %v", name, whole)
		}
	}
}
