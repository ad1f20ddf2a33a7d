package text

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sync"
)

// maxFontBytes bounds what is read of one font file.
const maxFontBytes = 64 << 20

// Library opens faces by file name, each once. It is safe for concurrent use.
type Library struct {
	files []fs.FS
	mu    sync.Mutex
	faces map[string]*Face
}

// NewLibrary returns a library that looks a file up in each file system in
// turn: first the brand's own fonts, then the built-in ones.
func NewLibrary(files ...fs.FS) *Library {
	return &Library{files: files, faces: map[string]*Face{}}
}

// Face returns the face in the named file (slash-separated, relative to the
// roots of the library). It reads the table directory only; the font is parsed
// when it is first used. The error says what is wrong with the file: not there,
// not a font, or outlines of a kind that is not embedded (PostScript outlines,
// collections, WOFF).
func (l *Library) Face(file string) (*Face, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if f := l.faces[file]; f != nil {
		return f, nil
	}
	name := path.Clean(file)
	if !fs.ValidPath(name) {
		return nil, fmt.Errorf("font %q: the path leaves the folders of fonts", file)
	}
	for _, fsys := range l.files {
		err := probe(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("font %q: %w", file, err)
		}
		f := &Face{file: file, read: func() ([]byte, error) { return readAll(fsys, name) }}
		l.faces[file] = f
		return f, nil
	}
	return nil, fmt.Errorf("font %q: no such file", file)
}

// probe reads the table directory of a font file and judges it.
func probe(fsys fs.FS, name string) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	var head [12]byte
	if _, err := io.ReadFull(f, head[:]); err != nil {
		return errors.New("not a font")
	}
	n, err := tableCount(head[:])
	if err != nil {
		return err
	}
	dir := make([]byte, 16*n)
	if _, err := io.ReadFull(f, dir); err != nil {
		return errors.New("the font ends within its table directory")
	}
	return checkDirectory(dir)
}

func readAll(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() <= maxFontBytes {
		data := make([]byte, info.Size())
		_, err := io.ReadFull(f, data)
		return data, err
	}
	data, err := io.ReadAll(io.LimitReader(f, maxFontBytes+1))
	if err == nil && len(data) > maxFontBytes {
		err = errors.New("larger than 64 MB")
	}
	return data, err
}
