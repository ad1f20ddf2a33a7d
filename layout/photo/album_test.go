package photo

import (
	"errors"
	"io/fs"
	"sync"
	"testing"
	"testing/fstest"

	"masthead/layout/color"
)

// counted counts how often each file is opened.
type counted struct {
	fstest.MapFS
	mu    *sync.Mutex
	times map[string]int
}

func (c counted) Open(name string) (fs.File, error) {
	c.mu.Lock()
	c.times[name]++
	c.mu.Unlock()
	return c.MapFS.Open(name)
}

// With an album and a warm cache every stage of a build together opens a file once;
// one that changes meanwhile is an error and no picture of something else.
func TestAlbum(t *testing.T) {
	files := counted{fstest.MapFS{"x.jpg": {Data: jpegOf(t, scene(400, 300))}}, new(sync.Mutex), map[string]int{}}
	cache := DirCache(t.TempDir(), 0)
	all := func(album *Album) error {
		opt := Options{Cache: cache, Album: album}
		if _, err := album.Probe(&files, "x.jpg", Limits{}); err != nil {
			return err
		}
		_, seen := Subjects(t.Context(), &files, []string{"x.jpg"}, opt)
		s := spec(files.MapFS, "x.jpg", 4, 3)
		s.FS = &files
		_, err := NewTones(t.Context(), s, color.RGB{R: 255, G: 255, B: 255}, opt)
		_, made := Make(t.Context(), []Spec{s, s}, targets(t), opt)
		return errors.Join(seen[0], err, made[0], made[1])
	}
	if err := all(&Album{}); err != nil {
		t.Fatal(err)
	}
	clear(files.times)
	album := &Album{}
	if err := all(album); err != nil || files.times["x.jpg"] != 1 {
		t.Errorf("opened %d times: %v", files.times["x.jpg"], err)
	}
	files.MapFS["x.jpg"] = &fstest.MapFile{Data: jpegOf(t, scene(300, 400))}
	cache = DirCache(t.TempDir(), 0)
	if err := all(album); errorCode(err) != CodeUnreadable {
		t.Errorf("another picture in its place: %v", err)
	}
}

func errorCode(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}
