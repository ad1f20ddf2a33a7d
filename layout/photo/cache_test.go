package photo

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"masthead/layout/color"
	"masthead/layout/geom"
)

func TestDirCache(t *testing.T) {
	root := filepath.Join(t.TempDir(), "not", "yet")
	c := DirCache(root, 0)
	key := digest("a")
	if _, ok := c.Get(key); ok {
		t.Fatal("an empty cache has something")
	}
	c.Put(key, []byte("one"))
	c.Put(key, []byte("two"))
	if b, ok := DirCache(root, 0).Get(key); !ok || string(b) != "two" {
		t.Fatalf("%q %v", b, ok)
	}
	// Every kind of damage heals: the file goes, and can be put again.
	name := c.(*dirCache).path(key)
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)-1] ^= 1
	for what, b := range map[string][]byte{"cut": whole[:len(whole)-1], "empty": nil, "flipped": flipped, "foreign": []byte("hello, I am a file of quite some other program")} {
		if err := os.WriteFile(name, b, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, ok := c.Get(key); ok {
			t.Errorf("%s: taken for whole", what)
		}
		if _, err := os.Stat(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: still there", what)
		}
		c.Put(key, []byte("two"))
		if b, ok := c.Get(key); !ok || string(b) != "two" {
			t.Errorf("%s: not healed", what)
		}
	}
}

// The cache stays within its bound and loses what was not used for longest;
// stale temporary files go, fresh ones stay.
func TestDirCacheBound(t *testing.T) {
	root := t.TempDir()
	c := DirCache(root, 100_000).(*dirCache)
	data := make([]byte, 10_000)
	old := time.Now().Add(-2 * time.Hour)
	kept := digest("kept")
	c.Put(kept, data)
	for i := range 30 {
		key := digest("x", i)
		c.Put(key, data)
		_ = os.Chtimes(c.path(key), old, old.Add(time.Duration(i)*time.Second))
		if _, ok := c.Get(kept); !ok {
			t.Fatalf("after %d more, what is in use is gone", i+1)
		}
	}
	for name, age := range map[string]time.Time{"tmp-stale": old, "tmp-fresh": time.Now()} {
		p := filepath.Join(root, name)
		if err := os.WriteFile(p, data, 0o644); err != nil {
			t.Fatal(err)
		}
		_ = os.Chtimes(p, age, age)
	}
	c.sweep(time.Now())
	var total int64
	_ = filepath.WalkDir(root, func(_ string, d fs.DirEntry, _ error) error {
		if info, err := d.Info(); err == nil && !d.IsDir() && d.Name() != "tmp-fresh" {
			total += info.Size()
		}
		return nil
	})
	if total > 100_000 {
		t.Errorf("%d bytes", total)
	}
	if _, err := os.Stat(filepath.Join(root, "tmp-stale")); err == nil {
		t.Error("a stale temporary file stays")
	}
	if _, err := os.Stat(filepath.Join(root, "tmp-fresh")); err != nil {
		t.Error("another build's temporary file is gone")
	}
}

// An unwritable cache is no cache, not an error.
func TestDirCacheUnusable(t *testing.T) {
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(name, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	c := DirCache(name, 0)
	c.Put(digest("a"), []byte("x"))
	if _, ok := c.Get(digest("a")); ok {
		t.Error("a file is a folder")
	}
}

// A warm run gives the same bytes and decodes nothing, with a budget or without,
// and also where the budget cannot be met.
func TestWarm(t *testing.T) {
	fsys := folder(t, map[string][]byte{"a.jpg": jpegOf(t, scene(450, 300)), "b.jpg": jpegOf(t, scene(250, 350))})
	specs := []Spec{spec(fsys, "a.jpg", 3, 2), spec(fsys, "b.jpg", 5, 7), spec(fsys, "grey.jpg", 16, 9)}
	for _, most := range []int64{0, 12000, 100} {
		all := targets(t)
		all[0].MaxBytes, all[0].MinQuality = most, 30
		opt := Options{Cache: DirCache(t.TempDir(), 0)}
		cold, errs := Make(context.Background(), specs, all, opt)
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
		opt.Progress = func(_, _ int, file string) { t.Errorf("budget %d: %s is decoded again", most, file) }
		warm, errs := Make(context.Background(), specs, all, opt)
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
		for i := range cold {
			for j := range cold[i] {
				c, w := cold[i][j], warm[i][j]
				if !bytes.Equal(c.Data, w.Data) {
					t.Errorf("budget %d: target %d, %s differs", most, i, specs[j].File)
				}
				c.Data, w.Data = nil, nil
				if c.Filter != w.Filter || c.MaxInk != w.MaxInk || c.PPI != w.PPI || c.Quality != w.Quality || c.Space != w.Space || c.Inverted != w.Inverted || c.Width != w.Width || c.Height != w.Height {
					t.Errorf("budget %d: %+v, then %+v", most, c, w)
				}
			}
		}
	}
}

// Everything that changes a picture changes its key.
func TestKeys(t *testing.T) {
	base := Spec{File: "a", Size: geom.Size{W: 1, H: 2}}
	target := targets(t)[1]
	seen := map[[32]byte]string{}
	note := func(what string, key [32]byte) {
		if other, ok := seen[key]; ok {
			t.Errorf("%s and %s share a key", what, other)
		}
		seen[key] = what
	}
	note("base", pictureKey([32]byte{}, base, target, [32]byte{}))
	mailed := targets(t)[0]
	note("mailed", pictureKey([32]byte{}, base, mailed, [32]byte{}))
	note("assumed inks", pictureKey([32]byte{}, base, mailed, [32]byte{1}))
	note("source", pictureKey([32]byte{1}, base, target, [32]byte{}))
	for what, change := range map[string]func(*Spec){
		"crop": func(s *Spec) { s.Crop = [4]float64{0, 0, 0.5, 1} }, "size": func(s *Spec) { s.Size.W = 3 }, "ppi": func(s *Spec) { s.PPI = 7 },
		"scrim": func(s *Spec) { s.Scrims = []Scrim{{Stops: []Stop{{1, 0.5}}}} }, "scrim's alpha": func(s *Spec) { s.Scrims = []Scrim{{Stops: []Stop{{1, 0.25}}}} },
		"scrim's ink": func(s *Spec) { s.Scrims = []Scrim{{CMYK: color.CMYK{K: 3}, Stops: []Stop{{1, 0.5}}}} },
	} {
		s := base
		change(&s)
		note(what, pictureKey([32]byte{}, s, target, [32]byte{}))
	}
	for what, change := range map[string]func(*Target){
		"space": func(x *Target) { x.Space = "srgb" }, "output": func(x *Target) { x.Output = color.SRGB() }, "limit": func(x *Target) { x.InkLimit = 280 },
		"target's ppi": func(x *Target) { x.PPI++ }, "above": func(x *Target) { x.Above = 450 }, "paper": func(x *Target) { x.Paper.R-- },
		"paper's inks": func(x *Target) { x.PaperCMYK.C = 1 }, "sharpening": func(x *Target) { x.Sharpen = 0.7 },
	} {
		x := target
		change(&x)
		note(what, pictureKey([32]byte{}, base, x, [32]byte{}))
	}
	key := pictureKey([32]byte{}, base, target, [32]byte{})
	note("quality 70", encodedKey(key, 70))
	note("quality 71", encodedKey(key, 71))
	renamed := base
	renamed.File, renamed.FS, renamed.Weight = "b", fstest.MapFS{}, 4
	if pictureKey([32]byte{}, renamed, target, [32]byte{}) != key {
		t.Error("a file's name is part of the key")
	}
}

// Two builds on one folder, one of them damaging what it finds.
func TestTwoBuilds(t *testing.T) {
	root := t.TempDir()
	fsys := folder(t, nil)
	specs := []Spec{spec(fsys, "grey.jpg", 16, 9), spec(fsys, "progressive.jpg", 16, 9), spec(fsys, "palette-transparent.png", 3, 2)}
	want, _ := Make(context.Background(), specs, targets(t)[:1], Options{})
	var wait sync.WaitGroup
	for range 4 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for range 4 {
				got, errs := Make(context.Background(), specs, targets(t)[:1], Options{Cache: DirCache(root, 20_000)})
				for i := range specs {
					if errs[i] != nil || !bytes.Equal(got[0][i].Data, want[0][i].Data) {
						t.Errorf("%s: %v", specs[i].File, errs[i])
					}
				}
				_ = filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
					if err == nil && !d.IsDir() {
						_ = os.Truncate(name, 40)
					}
					return nil
				})
			}
		}()
	}
	wait.Wait()
}

// What analysis costs is kept too.
func TestWarmAnalysis(t *testing.T) {
	fsys := folder(t, nil)
	s := spec(fsys, "progressive.jpg", 16, 9)
	opt := Options{Cache: DirCache(t.TempDir(), 0)}
	var dark, light [2]float64
	var point [2]Subject
	for i := range 2 {
		tones, err := NewTones(context.Background(), s, white, opt)
		if err != nil {
			t.Fatal(err)
		}
		dark[i], light[i] = tones.Range(geom.Rect{W: s.Size.W, H: s.Size.H})
		found, errs := Subjects(context.Background(), fsys, []string{"progressive.jpg", "none.jpg"}, opt)
		if errs[0] != nil || errs[1] == nil {
			t.Fatal(errs)
		}
		point[i] = *found[0]
	}
	if dark[0] != dark[1] || light[0] != light[1] || !reflect.DeepEqual(point[0], point[1]) || dark[0] >= light[0] {
		t.Errorf("%v to %v at %v", dark, light, point)
	}
}
