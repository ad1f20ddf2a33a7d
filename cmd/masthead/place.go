package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"masthead/layout"
)

// find opens the folder of an issue: a folder with issue.yaml, whose name is the
// id, or a lone YAML file, whose name without ending is. Paths cannot leave it.
func find(name string, brands []string) (*place, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("there is no issue %q: %w", filepath.ToSlash(name), reason(err))
	}
	p := &place{folder: filepath.Clean(name), file: "issue.yaml", brands: brands}
	if info.IsDir() {
		full, err := filepath.Abs(name)
		if err != nil {
			return nil, err
		}
		p.id = filepath.Base(full)
	} else {
		p.folder, p.file = filepath.Split(filepath.Clean(name))
		p.folder = filepath.Clean(p.folder)
		ending := filepath.Ext(p.file)
		if low := strings.ToLower(ending); low != ".yaml" && low != ".yml" {
			return nil, fmt.Errorf("the issue %q is neither a folder nor a YAML file", filepath.ToSlash(name))
		}
		p.id = strings.TrimSuffix(p.file, ending)
	}
	if p.id == "" || strings.ContainsAny(p.id, `/\:`) || p.id == "." {
		return nil, fmt.Errorf("the issue %q has no name that its files could bear", filepath.ToSlash(name))
	}
	p.root, err = os.OpenRoot(p.folder)
	if err != nil {
		return nil, fmt.Errorf("the issue %q cannot be opened: %w", filepath.ToSlash(name), reason(err))
	}
	return p, nil
}

// source is the issue as the engine takes it.
func (p *place) source() layout.Source {
	return layout.Source{Root: p.root.FS(), File: p.file, ID: p.id}
}

// reason returns what is wrong without the path, which the message has already.
func reason(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
