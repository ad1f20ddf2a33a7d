package issue

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"masthead/layout/diag"
	"masthead/layout/source"
)

// folder holds what is said about all photos of a folder.
type folder struct {
	path string
	wireDefaults
}

// folders checks the keys of photo-folders and puts the deepest first.
func (c *collector) folders(w source.Ordered[wireDefaults]) {
	for _, e := range w.Entries {
		clean, err := source.CleanPath(e.Key)
		if err != nil {
			c.diags.Errorf(e.At, "unsafe-path", "write a folder inside the issue: photos/archive", "the folder %q: %v", e.Key, err)
			continue
		}
		info, err := fs.Stat(c.root, clean)
		if err != nil || !info.IsDir() {
			c.diags.Errorf(e.At, "missing-file", c.nearby(clean), "there is no folder %q", e.Key)
			continue
		}
		c.byFolder = append(c.byFolder, folder{clean, e.Value})
	}
	slices.SortStableFunc(c.byFolder, func(a, b folder) int { return strings.Count(b.path, "/") - strings.Count(a.path, "/") })
}

// defaultsFor returns what is said for a file, the nearest first.
func (c *collector) defaultsFor(file string) []wireDefaults {
	var out []wireDefaults
	for i := range c.byFolder {
		if strings.HasPrefix(file, c.byFolder[i].path+"/") {
			out = append(out, c.byFolder[i].wireDefaults)
		}
	}
	if c.defaults != nil {
		out = append(out, *c.defaults)
	}
	return out
}

// photo reads a photo, fills in the defaults and looks whether the file exists.
func (c *collector) photo(w *wirePhoto) *Photo {
	if w == nil || w.At.Pos.Line == 0 {
		return nil
	}
	out := &Photo{Focus: w.Focus, Keep: w.Keep, Size: w.Size, At: w.At}
	if strings.TrimSpace(w.File) != "" {
		out.File = c.file(w.File, w.At.Of("file"))
	}
	alt, credit, caption := w.Alt, w.Credit, w.Caption
	waive := map[string]string{}
	for _, d := range c.defaultsFor(out.File) {
		alt, credit = first(alt, d.Alt), first(credit, d.Credit)
		if caption.node == nil {
			caption = d.Caption
		}
		if out.Size == "" {
			out.Size = d.Size
		}
		for code, reason := range d.Waive {
			if _, there := waive[code]; !there {
				waive[code] = reason
			}
		}
	}
	for code, reason := range w.Waive {
		if strings.TrimSpace(reason) == "" {
			c.diags.Errorf(w.At.Of("waive"), "empty-text", "say why", "%q is waived without a reason", code)
		}
		waive[code] = reason
	}
	if len(waive) > 0 {
		out.Waive = waive
	}
	if caption.node != nil && strings.TrimSpace(caption.node.Text()) != "" {
		out.Caption = c.spans(caption)
	}
	c.alt(out, w.File, alt)
	if credit != nil {
		out.Credit = oneLine(*credit)
	}
	if _, waived := out.Waive["missing-credit"]; out.Credit == "" && !waived {
		c.diags.Warnf(w.At.Of("file"), "missing-credit", `add credit: "Photo: ...", here, for the folder or for all photos`, "the photo %q has no credit", w.File)
	}
	c.crop(out)
	return out
}

func first(a, b *string) *string {
	if a != nil {
		return a
	}
	return b
}

// alt sets the description, which must be there: an empty one declares a
// decoration.
func (c *collector) alt(p *Photo, file string, alt *string) {
	switch {
	case alt == nil:
		c.diags.Errorf(p.At.Of("file"), "missing-alt", `add alt: what the photo shows; alt: "" declares a decoration`, "the photo %q has no alt text", file)
	case *alt == "":
		p.Decorative = true
	case oneLine(*alt) == "":
		c.diags.Errorf(p.At.Of("alt"), "empty-text", `say what the photo shows; alt: "" declares a decoration`, "the alt text is blank")
	case !strings.ContainsFunc(*alt, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
		c.diags.Errorf(p.At.Of("alt"), "empty-text", `say what the photo shows; alt: "" declares a decoration`, "the alt text has no words")
	default:
		p.Alt = oneLine(*alt)
		if p.Alt == p.File || p.Alt == path.Base(p.File) || namesPicture(p.Alt) {
			c.diags.Errorf(p.At.Of("alt"), "alt-is-file-name", "say what the photo shows", "the alt text is the name of a file")
		}
	}
}

// namesPicture reports whether a text is one word that ends as picture files do.
func namesPicture(s string) bool {
	switch strings.ToLower(path.Ext(s)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".tif", ".tiff":
		return !strings.ContainsFunc(s, unicode.IsSpace)
	}
	return false
}

// crop checks the rectangle that crops keep; the decoder has checked that all
// fractions go from 0 to 1.
func (c *collector) crop(p *Photo) {
	if k := p.Keep; k != nil && (k[0] >= k[2] || k[1] >= k[3]) {
		c.diags.Errorf(p.At.Of("keep"), "out-of-range", "write left, top, right, bottom: x0 < x1 and y0 < y1", "the rectangle to keep is empty or turned over")
		p.Keep = nil
	}
	if f, k := p.Focus, p.Keep; f != nil && k != nil && (f[0] < k[0] || f[0] > k[2] || f[1] < k[1] || f[1] > k[3]) {
		c.diags.Warnf(p.At.Of("focus"), "focus-outside", "move the focus or the rectangle; the rectangle counts", "the focus lies outside the rectangle to keep")
	}
}

// file checks a path and returns its clean form; the file must exist.
func (c *collector) file(p string, at diag.Pos) string {
	clean, err := source.CleanPath(p)
	if err != nil {
		c.diags.Errorf(at, "unsafe-path", "write a path inside the issue's folder: photos/name.jpg", "the file %q: %v", p, err)
		return ""
	}
	info, err := fs.Stat(c.root, clean)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.diags.Errorf(at, "missing-file", c.nearby(clean), "there is no file %q", p)
	case err != nil && strings.Contains(err.Error(), "escapes"):
		c.diags.Errorf(at, "unsafe-path", "copy the file into the issue's folder", "the file %q is a link that leads out of the issue's folder", p)
	case err != nil:
		c.diags.Errorf(at, "missing-file", "", "the file %q cannot be read: %v", p, reason(err))
	case info.IsDir():
		c.diags.Errorf(at, "missing-file", "name a file in it", "%q is a folder", p)
	}
	return clean
}

// reason returns what is wrong without the path, which differs by machine.
func reason(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// nearby guesses which file was meant, by the names in its folder.
func (c *collector) nearby(p string) string {
	entries, err := fs.ReadDir(c.root, path.Dir(p))
	if err != nil {
		if dir, ok := c.nearbyFolder(path.Dir(p)); ok {
			if there := path.Join(dir, path.Base(p)); exists(c.root, there) {
				return `did you mean "` + there + `"?`
			}
		}
		return "paths are relative to the issue's folder"
	}
	var names []string
	for _, e := range entries {
		names = append(names, path.Join(path.Dir(p), e.Name()))
	}
	if o, ok := source.Closest(p, names); ok {
		return `did you mean "` + o + `"?`
	}
	return "paths are relative to the issue's folder"
}

func (c *collector) nearbyFolder(dir string) (string, bool) {
	entries, err := fs.ReadDir(c.root, path.Dir(dir))
	if err != nil {
		return "", false
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, path.Join(path.Dir(dir), e.Name()))
		}
	}
	return source.Closest(dir, names)
}

func exists(root fs.FS, file string) bool {
	_, err := fs.Stat(root, file)
	return err == nil
}
