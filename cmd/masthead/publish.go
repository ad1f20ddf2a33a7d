package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"masthead/layout"
)

// output is a file to be written.
type output struct {
	name  string
	data  []byte
	stage string
	pages int
	temp  string // the new file, before it has its name
	spare string // a second name of the old one; "" where there was none
	same  bool   // the old one has the same bytes, and stays
}

// outputs lists the files of a result.
func outputs(folder, id string, res *layout.Result) []*output {
	var out []*output
	pages := len(res.Document.Pages)
	add := func(what string, data []byte, stage string, pages int) {
		out = append(out, &output{name: fileName(folder, id, what), data: data, stage: stage, pages: pages})
	}
	if res.Email != nil {
		add("email", res.Email, "email", pages)
	}
	if res.Print != nil {
		add("print", res.Print, "print", pages)
	}
	if res.Booklet != nil {
		add("booklet", res.Booklet, "print", (pages+3)/4*2) // two sides of each sheet
	}
	if res.Certificate != nil {
		add("certificate", res.Certificate, "print", 1)
	}
	return out
}

func fileName(folder, id, what string) string { return filepath.Join(folder, id+"-"+what+".pdf") }

// publish puts all files in their places, or leaves everything as it was: each
// is written whole under another name and then renamed, and where a later one
// cannot be, the earlier ones are taken back. A file whose bytes are there already
// only becomes as new.
func publish(folder string, files []*output) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	for _, f := range files {
		if err := f.write(); err != nil {
			discard(files)
			return err
		}
	}
	return replace(files)
}

// replace gives the new files their names, all or none.
func replace(files []*output) error {
	defer discard(files)
	for i, f := range files {
		if f.same {
			continue
		}
		f.keep()
		if err := os.Rename(f.temp, f.name); err != nil {
			for _, g := range files[:i] {
				g.restore()
			}
			return err
		}
		f.temp = ""
	}
	now := time.Now()
	for _, f := range files {
		if f.same {
			_ = os.Chtimes(f.name, time.Time{}, now) // an older time does no harm
		}
	}
	return nil
}

// discard removes what is left of a try, all at once: the blocks of large files
// are given back one by one.
func discard(files []*output) {
	var wait sync.WaitGroup
	for _, f := range files {
		wait.Go(func() {
			remove(f.temp)
			remove(f.spare)
		})
	}
	wait.Wait()
}

// write writes the data beside its place.
func (f *output) write() error {
	info, err := os.Lstat(f.name)
	if err == nil && info.IsDir() {
		return fmt.Errorf("%s is a folder", filepath.ToSlash(f.name))
	}
	if f.temp != "" || f.same { // it was a draft
		return nil
	}
	if err == nil && info.Mode().IsRegular() && info.Size() == int64(len(f.data)) {
		if f.same = f.stands(); f.same {
			return nil
		}
	}
	f.temp = f.hidden("new")
	w, err := os.OpenFile(f.temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		f.temp = ""
		return err
	}
	_, err = w.Write(f.data)
	return errors.Join(err, w.Close())
}

// stands reports whether the old file, which is as long, has the same bytes.
func (f *output) stands() bool {
	old, err := os.Open(f.name)
	if err != nil {
		return false
	}
	defer old.Close()
	buf := make([]byte, min(len(f.data), 1<<18))
	for rest := f.data; len(rest) > 0; {
		n := min(len(rest), len(buf))
		if _, err := io.ReadFull(old, buf[:n]); err != nil || !bytes.Equal(buf[:n], rest[:n]) {
			return false
		}
		rest = rest[n:]
	}
	return true
}

// keep gives the old file a second name, so that it can come back.
func (f *output) keep() {
	spare := f.hidden("old")
	if os.Link(f.name, spare) == nil {
		f.spare = spare
	}
}

// restore undoes a rename.
func (f *output) restore() {
	if f.same {
		return
	}
	if f.spare == "" {
		remove(f.name)
		return
	}
	if os.Rename(f.spare, f.name) == nil {
		f.spare = ""
	}
}

// hidden returns a name in the same folder that nobody else uses.
func (f *output) hidden(what string) string {
	dir, base := filepath.Split(f.name)
	return filepath.Join(dir, fmt.Sprintf(".%s.%s-%s", base, what, rand.Text()[:10]))
}

func remove(name string) {
	if name == "" {
		return
	}
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return // a leftover with a telling name is the lesser evil
	}
}
