package main

import (
	_ "embed"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"masthead/layout"
)

//go:embed new.yaml
var template string

// create makes the folder of a new issue: a document to fill in, its schema for
// the editor, and a place for photos.
func (c *command) create(args []string) int {
	set := flag.NewFlagSet("new", flag.ContinueOnError)
	rest, status, ok := c.parse(set, args)
	if !ok {
		return status
	}
	if len(rest) != 1 {
		return c.misuse("masthead new", "name the folder to make")
	}
	var o options
	if err := o.complete(); err != nil {
		return c.misuse("masthead new", "%v", err)
	}
	month := o.Epoch
	if month.IsZero() {
		month = time.Now()
	}
	dir := filepath.Clean(rest[0])
	if exists(filepath.Join(dir, "issue.yaml")) {
		return c.misuse("masthead new", "%s has an issue.yaml already", filepath.ToSlash(dir))
	}
	text := strings.Replace(template, "date: 2000-01", "date: "+month.Format("2006-01"), 1)
	if err := os.MkdirAll(filepath.Join(dir, "photos"), 0o777); err != nil {
		return c.failed(filepath.ToSlash(dir), reason(err))
	}
	for _, f := range []struct {
		name string
		data []byte
	}{{"issue.yaml", []byte(text)}, {"issue.schema.json", layout.IssueSchema()}} {
		if err := create(filepath.Join(dir, f.name), f.data); err != nil {
			return c.failed(filepath.ToSlash(dir), reason(err))
		}
	}
	name := filepath.ToSlash(dir)
	fmt.Fprintf(c.out, "%s/issue.yaml is ready to fill in\n  hint: masthead build %s\n", name, name)
	return done
}

// create writes a file that may be there already only in the case of the schema.
func create(name string, data []byte) error {
	if strings.HasSuffix(name, ".json") {
		return os.WriteFile(name, data, 0o666)
	}
	w, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		w.Close()
		return err
	}
	return w.Close()
}
