package photo

import (
	"crypto/sha256"
	"io/fs"
	"sync"
)

// Album remembers the photo files that were read, their headers and hashes, so
// that the steps of one build read each once. A nil one remembers nothing; the
// zero one is ready. A file that changes while an album remembers it is an error
// of whatever decodes it.
type Album struct {
	mu    sync.Mutex
	pages map[string][]*page // by name; one name may stand in several folders
	spare sync.Pool          // buffers of files that were looked at
}

type page struct {
	fs   fs.FS
	head header // without its profile
	sum  [32]byte
}

// Look reads a file that the album is to know of. What is wrong with it will be
// told by [Album.Probe].
func (a *Album) Look(fsys fs.FS, name string) {
	_, _ = a.known(fsys, name, Limits{})
}

// Probe reads the header of a photo. Its errors are of type *[Error].
func (a *Album) Probe(fsys fs.FS, name string, lim Limits) (Info, error) {
	p, err := a.page(fsys, name, lim)
	if err != nil {
		return Info{}, err
	}
	return p.head.Info, nil
}

// sum returns the hash of a file that is within the limits.
func (a *Album) sum(fsys fs.FS, name string, lim Limits) ([32]byte, error) {
	p, err := a.known(fsys, name, lim)
	if err != nil {
		return [32]byte{}, err
	}
	return p.sum, nil
}

// known returns what there is of a file. Unlike [Album.Probe], which is asked
// where somebody sees to panics, it takes one for an error of the file.
func (a *Album) known(fsys fs.FS, name string, lim Limits) (p *page, err error) {
	defer func() {
		if r := recover(); r != nil {
			p, err = nil, failure(CodeDamaged, renew, "photo %q cannot be worked on (%v)", name, r)
		}
	}()
	return a.page(fsys, name, lim)
}

func (a *Album) page(fsys fs.FS, name string, lim Limits) (*page, error) {
	if p := a.find(fsys, name); p != nil {
		if p.head.Bytes > lim.bytes() {
			return nil, tooLarge(name, p.head.Bytes, lim)
		}
		return p, p.head.within(name, lim)
	}
	data, err := readInto(a.buffer(), fsys, name, lim)
	if err != nil {
		return nil, err
	}
	defer a.keep(data)
	h, err := parse(data, name, lim)
	if err != nil {
		return nil, err
	}
	p := &page{fs: fsys, head: *h, sum: sha256.Sum256(data)}
	p.head.icc, p.head.profile = nil, nil
	a.add(name, p)
	return p, nil
}

func (a *Album) add(name string, p *page) {
	if a == nil {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.pages == nil {
		a.pages = map[string][]*page{}
	}
	a.pages[name] = append(a.pages[name], p)
}

func (a *Album) find(fsys fs.FS, name string) *page {
	if a == nil {
		return nil
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, p := range a.pages[name] {
		if sameFS(p.fs, fsys) {
			return p
		}
	}
	return nil
}

// buffer returns an empty buffer, keep puts one by.
func (a *Album) buffer() []byte {
	if a != nil {
		if b, ok := a.spare.Get().(*[]byte); ok {
			return (*b)[:0]
		}
	}
	return nil
}

func (a *Album) keep(b []byte) {
	if a != nil {
		a.spare.Put(&b)
	}
}

// reread returns the whole of a file whose hash is known.
func reread(fsys fs.FS, name string, lim Limits, sum [32]byte) ([]byte, error) {
	data, err := read(fsys, name, lim)
	if err == nil && sha256.Sum256(data) != sum {
		err = failure(CodeUnreadable, "build again", "photo %q changed while it was being worked on", name)
	}
	return data, err
}
