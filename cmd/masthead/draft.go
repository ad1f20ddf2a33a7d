package main

import (
	"sync"

	"masthead/layout"
)

// drafts are the files of a build, written beside their places while they are
// still being looked at. They come to nothing if the build fails, and so they do
// where there is no folder yet.
type drafts struct {
	folder, id string
	mu         sync.Mutex
	work       sync.WaitGroup
	files      []*output
}

// take writes a file.
func (d *drafts) take(p layout.Profile, data []byte) {
	if !exists(d.folder) {
		return
	}
	d.work.Go(func() {
		what := "email"
		if p == layout.Print {
			what = "print"
		}
		f := &output{name: fileName(d.folder, d.id, what), data: data}
		if f.write() != nil {
			discard([]*output{f})
			return
		}
		d.mu.Lock()
		defer d.mu.Unlock()
		d.files = append(d.files, f)
	})
}

// settle gives what was written to the files that are to be published, and takes
// the rest away.
func (d *drafts) settle(files []*output) {
	d.work.Wait()
	for _, draft := range d.files {
		for _, f := range files {
			if len(f.data) > 0 && len(draft.data) == len(f.data) && &draft.data[0] == &f.data[0] {
				f.temp, f.same, draft.temp = draft.temp, draft.same, ""
			}
		}
	}
	discard(d.files)
}
