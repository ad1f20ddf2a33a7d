package brand

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"masthead/layout/diag"
	"masthead/layout/source"
)

// file is the name of the file that makes a folder a brand.
const file = "brand.yaml"

// Load reads the brand of the given name, with the brands that it extends, and
// checks it. Each of dirs is a folder of brand folders; the first that has
// NAME/brand.yaml wins. A brand that extends its own name means the next one of
// that name.
//
// A brand's mappings are laid over those of the brand that it extends key by
// key; lists and plain values replace them. Fonts and pictures are looked up in
// the brand's own folder, in those of the brands that it extends, then in the
// shared folders. Without shared folders font files are not looked for.
//
// Problems are added to diags, all of them, with their places in
// NAME/brand.yaml. Where one is an error, the result is nil.
func Load(name string, dirs []fs.FS, diags *diag.List, shared ...fs.FS) *Brand {
	return LoadFor("", name, dirs, diags, shared...)
}

// LoadFor is Load with what the brand does otherwise in a language, which is a
// BCP 47 tag.
func LoadFor(language, name string, dirs []fs.FS, diags *diag.List, shared ...fs.FS) *Brand {
	var found diag.List
	b := load(language, name, dirs, &found, shared)
	if found.Failed() {
		b = nil
	}
	unique(&found, diags)
	return b
}

func load(language, name string, dirs []fs.FS, diags *diag.List, shared []fs.FS) *Brand {
	c := chain{dirs: dirs, diags: diags}
	root := c.node(name, diag.Pos{}, 0)
	if root == nil || root.Kind() != source.Mapping {
		if root != nil && !diags.Failed() {
			diags.Errorf(root.Pos(), "wrong-type", "write keys: name: ...", "a brand must be a mapping, not %s", root.Kind())
		}
		return nil
	}
	b := fresh()
	b.Files = append(c.files, shared...)
	d := source.Decoder{Diags: diags}
	d.Decode(spoken(root, language), b)
	b.applyDefaults()
	b.check(diags)
	if len(shared) > 0 {
		b.checkFiles(diags)
	}
	return b
}

// chain follows the brands that extend each other, from the one asked for.
type chain struct {
	dirs  []fs.FS
	diags *diag.List
	names []string
	files []fs.FS // folders of the brands
}

// node returns the document of a brand laid over those it extends. The place is
// where the brand is named; dirs before first are not looked in.
func (c *chain) node(name string, named diag.Pos, first int) *source.Node {
	at, data, err := c.find(name, first)
	if err != nil {
		c.diags.Errorf(named, "unknown-brand", c.hint(name), "%v", err)
		return nil
	}
	id := fmt.Sprintf("%s in folder %d", name, at+1)
	if slices.Contains(c.names, id) {
		c.diags.Errorf(named, "circle", "", "the brand %q extends itself", name)
		return nil
	}
	c.names = append(c.names, id)
	folder, err := fs.Sub(c.dirs[at], name)
	if err == nil {
		c.files = append(c.files, folder)
	}
	own, ok := source.Parse(path.Join(name, file), data, c.diags)
	if !ok {
		return nil
	}
	parent := own.Get("extends")
	if parent == nil || parent.Kind() != source.Scalar {
		return own
	}
	next := 0
	if parent.Text() == name {
		next = at + 1
	}
	base := c.node(parent.Text(), parent.Pos(), next)
	if base == nil {
		return nil
	}
	return source.Merge(base, own)
}

// find returns the file of a brand and the number of the folder that has it.
func (c *chain) find(name string, first int) (int, []byte, error) {
	if !fs.ValidPath(name) || strings.ContainsAny(name, `/\`) || name == "." {
		return 0, nil, fmt.Errorf("%q is not the name of a brand", name)
	}
	for i := first; i < len(c.dirs); i++ {
		data, err := fs.ReadFile(c.dirs[i], path.Join(name, file))
		if err == nil {
			return i, data, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return 0, nil, fmt.Errorf("the brand %q cannot be read: %w", name, err)
		}
	}
	return 0, nil, fmt.Errorf("there is no brand %q", name)
}

// hint names the brands that there are.
func (c *chain) hint(name string) string {
	var names []string
	for _, dir := range c.dirs {
		folders, err := fs.Glob(dir, "*/"+file)
		if err != nil {
			continue
		}
		for _, f := range folders {
			if n := path.Dir(f); n != name && !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	slices.Sort(names)
	return source.DidYouMean(name, names)
}

// ReadFile returns a font or picture of the brand, from the first of its folders
// that has it. The path is checked as [source.CleanPath] does.
func (b *Brand) ReadFile(name string) (data []byte, err error) {
	err = b.first(name, func(dir fs.FS, clean string) error {
		data, err = fs.ReadFile(dir, clean)
		return err
	})
	return data, err
}

// look tells whether [Brand.ReadFile] would find a file, without reading it.
func (b *Brand) look(name string) error {
	return b.first(name, func(dir fs.FS, clean string) error {
		f, err := dir.Open(clean)
		if err != nil {
			return err
		}
		defer f.Close()
		if st, err := f.Stat(); err != nil || st.IsDir() {
			return errors.Join(err, fmt.Errorf("%s is no file", name))
		}
		return nil
	})
}

// first calls do for the brand's folders until one has the file.
func (b *Brand) first(name string, do func(dir fs.FS, clean string) error) error {
	clean, err := source.CleanPath(name)
	if err != nil {
		return err
	}
	for _, dir := range b.Files {
		if err := do(dir, clean); err == nil || !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return fmt.Errorf("%s: %w", name, fs.ErrNotExist)
}
