package flow_test

import (
	"io/fs"
	"os"
	"sync"
	"testing"
	"time"

	"masthead/assets"
	"masthead/fonts"
	"masthead/layout/brand"
	"masthead/layout/diag"
	"masthead/layout/flow"
	"masthead/layout/hyphen"
	"masthead/layout/issue"
	"masthead/layout/locale"
	"masthead/layout/text"
)

// stage holds what many issues share: the default brand and its typefaces.
type stage struct {
	brand   *brand.Brand
	spoken  map[string]*brand.Brand // by language, where it differs
	library *text.Library
	hyphen  map[string]*hyphen.Patterns
}

func folder(t testing.TB, name string) fs.FS {
	t.Helper()
	sub, err := fs.Sub(assets.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	return sub
}

func newStage(t testing.TB, name string) *stage {
	t.Helper()
	var diags diag.List
	dirs := []fs.FS{os.DirFS("../brand/testdata/brands"), folder(t, "brands")}
	b := brand.Load(name, dirs, &diags, fonts.FS)
	quiet(t, &diags)
	if b == nil {
		t.Fatalf("no brand %s", name)
	}
	s := &stage{brand: b, library: text.NewLibrary(b.Files...), hyphen: map[string]*hyphen.Patterns{}, spoken: map[string]*brand.Brand{}}
	for _, lang := range b.Languages.Keys() {
		s.spoken[lang] = brand.LoadFor(lang, name, dirs, &diags, fonts.FS)
	}
	quiet(t, &diags)
	for _, lang := range []string{"en-GB", "de", "fr", "pl"} {
		p, err := hyphen.Load(folder(t, "hyphen"), lang)
		if err != nil {
			t.Fatal(err)
		}
		s.hyphen[lang] = p
	}
	return s
}

// oneStage makes a stage once for all tests of a run; a stage is not changed by
// composing.
var oneStage = sync.OnceValue(func() func(testing.TB) *stage {
	var s *stage
	var mu sync.Mutex
	return func(t testing.TB) *stage {
		t.Helper()
		mu.Lock()
		defer mu.Unlock()
		if s == nil {
			s = newStage(t, "default")
		}
		return s
	}
})

// quiet fails the test if there are messages.
func quiet(t testing.TB, diags *diag.List) {
	t.Helper()
	for _, d := range diags.All {
		t.Errorf("%v\n  hint: %s", d, d.Hint)
	}
}

// input reads a drawn issue.
func (s *stage) input(t testing.TB, d *drawn) *flow.Input {
	t.Helper()
	var diags diag.List
	is := issue.Load(d.files(), "issue.yaml", "drawn", &diags)
	if is == nil || diags.Failed() {
		quiet(t, &diags)
		t.Fatalf("seed %d cannot be read", d.seed)
	}
	b := s.spoken[d.lang]
	if b == nil {
		b = s.brand
	}
	return &flow.Input{
		Issue: is, Brand: b, Library: s.library, Hyphen: s.hyphen[d.lang], Locale: locale.For(d.lang),
		Photos: d.photos, Producer: "test", Created: time.Unix(1_687_824_000, 0).UTC(),
	}
}

// compose lays a drawn issue out. A panic is an error like others, so that a
// survey goes on.
func (s *stage) compose(t testing.TB, d *drawn) (in *flow.Input, res *flow.Result, diags *diag.List) {
	t.Helper()
	in, diags = s.input(t, d), &diag.List{}
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("seed %d (%s, %s): panic: %v", d.seed, d.shape, d.lang, r)
			diags.Errorf(diag.Pos{File: "issue.yaml", Line: 1}, "panic", "see the trace", "%v", r)
			res = nil
		}
	}()
	return in, flow.Compose(in, diags), diags
}
