package source

import (
	"errors"
	"path"
	"strings"
)

// CleanPath checks a path that a document names and returns it in the form that
// fs.FS takes. A path is relative to the root of its document, is written with
// slashes and may not leave the root.
func CleanPath(p string) (string, error) {
	switch {
	case strings.TrimSpace(p) == "":
		return "", errors.New("the path is empty")
	case strings.ContainsRune(p, '\\'):
		return "", errors.New("the path has a backslash; write folders with /")
	case strings.ContainsRune(p, 0):
		return "", errors.New("the path has a zero byte")
	case path.IsAbs(p) || len(p) > 1 && p[1] == ':':
		return "", errors.New("the path is absolute; it must be relative to the folder")
	}
	clean := path.Clean(p)
	if clean == ".." || strings.HasPrefix(clean, "../") {
		return "", errors.New("the path leads out of the folder")
	}
	if clean == "." {
		return "", errors.New("the path is the folder itself")
	}
	return clean, nil
}
