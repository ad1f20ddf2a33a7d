package issue

import (
	"errors"
	"io/fs"
	"strings"

	"golang.org/x/text/language"

	"masthead/layout/diag"
	"masthead/layout/source"
)

// Load reads and checks the issue in the file of root. The id is the issue's
// own: the folder's name, which the file does not know. Root is what paths are
// relative to; it must not let them out. Everything that is wrong is added to
// diags. Load returns nil where the file could not be read at all, and where
// it added errors an issue that lacks what they are about.
func Load(root fs.FS, file, id string, diags *diag.List) *Issue {
	data, ok := read(root, file, diags)
	if !ok {
		return nil
	}
	doc, ok := source.Parse(file, data, diags)
	if !ok {
		return nil
	}
	if doc.Kind() != source.Mapping {
		diags.Errorf(doc.Pos(), "wrong-type", "begin with title: and go on with a key a line", "an issue must be a mapping, not %s", doc.Kind())
		return nil
	}
	var w wireIssue
	(&source.Decoder{Diags: diags}).Decode(doc, &w)
	c := &collector{root: root, diags: diags, md: newMarkdown(diags), defaults: w.Defaults, stories: map[string]bool{}}
	c.folders(w.Folders)
	out := c.issue(&w)
	out.ID, out.File = id, file
	c.finish()
	return out
}

func read(root fs.FS, file string, diags *diag.List) ([]byte, bool) {
	info, err := fs.Stat(root, file)
	var data []byte
	switch {
	case errors.Is(err, fs.ErrNotExist):
		diags.Errorf(diag.Pos{File: file}, "no-issue", "masthead new makes one", "there is no such file")
	case err == nil && info.IsDir():
		diags.Errorf(diag.Pos{File: file}, "no-issue", "", "it is a folder")
	case err == nil && info.Size() > source.MaxBytes:
		diags.Errorf(diag.Pos{File: file}, "too-large", "", "the file is %d bytes long, more than %d", info.Size(), source.MaxBytes)
	case err == nil:
		if data, err = fs.ReadFile(root, file); err == nil {
			return data, true
		}
		fallthrough
	default:
		diags.Errorf(diag.Pos{File: file}, "no-issue", "", "it cannot be read: %v", err)
	}
	return nil, false
}

// issue turns the document into the model, sections in the order of their keys.
func (c *collector) issue(w *wireIssue) *Issue {
	out := &Issue{
		Title: oneLine(w.Title), Name: oneLine(w.Name), Number: w.Number, Date: w.Date,
		Brand: w.Brand, Publisher: oneLine(w.Publisher), Pages: w.Pages, At: w.At,
	}
	out.Language = c.language(w)
	if w.Brand != "" && (strings.ContainsAny(w.Brand, `/\:`) || w.Brand == "." || w.Brand == "..") {
		c.diags.Errorf(w.At.Of("brand"), "bad-name", "write the name of the brand's folder alone", "%q is not the name of a brand", w.Brand)
		out.Brand = ""
	}
	out.Funding = c.funding(w.Funding)
	if w.Cover != nil && w.Cover.At.Pos.Line > 0 {
		out.Cover = c.photo(w.Cover.Photo)
	}
	if w.Foreword != nil && w.Foreword.At.Pos.Line > 0 {
		out.Foreword = &Foreword{Title: oneLine(w.Foreword.Title), Signed: oneLine(w.Foreword.Signed), At: w.Foreword.At}
		out.Foreword.Blocks = c.blocks(w.Foreword.Text)
	}
	if w.Index != nil {
		out.Index = &Index{Title: oneLine(w.Index.Title), At: w.Index.At}
	}
	for _, key := range w.At.Keys() {
		switch key {
		case "highlights":
			out.Sections = c.named(out.Sections, key, w.Highlights)
		case "events":
			out.Sections = c.named(out.Sections, key, w.Events)
		case "infobites":
			out.Sections = c.named(out.Sections, key, w.Infobites)
		case "sections":
			for i := range w.Sections {
				if w.Sections[i].At.Pos.Line > 0 {
					out.Sections = append(out.Sections, c.further(&w.Sections[i], i))
				}
			}
		case "contacts":
			out.Contacts = c.contacts(w.Contacts, len(out.Sections))
		}
	}
	if len(out.Sections) == 0 && !anySection(w.At) {
		c.diags.Errorf(w.At.Pos, "no-section", "add highlights: with articles:", "the issue has no section")
	}
	c.misspelt(w.At.Keys())
	for _, id := range out.Stories() {
		c.stories[id] = true
	}
	return out
}

// misspelt counts a section as broken whose key was probably meant by an unknown
// one.
func (c *collector) misspelt(keys []string) {
	for _, key := range keys {
		if o, ok := source.Closest(key, sectionKeys()); ok && o != key {
			c.broken = append(c.broken, o)
		}
	}
}

func sectionKeys() []string { return []string{"highlights", "events", "infobites"} }

// anySection reports whether a section was meant, so that its own errors say
// enough.
func anySection(at source.Marks) bool {
	for _, key := range sectionKeys() {
		if at.Has(key) {
			return true
		}
	}
	return false
}

// language returns the canonical tag, "und" where there is none.
func (c *collector) language(w *wireIssue) string {
	written := strings.TrimSpace(w.Language)
	if written == "" {
		return "und"
	}
	tag, err := language.Parse(written)
	if err != nil {
		c.diags.Errorf(w.At.Of("language"), "bad-language", "write a BCP 47 tag: en-GB, de, zh-Hans", "%q is not a language", written)
		return "und"
	}
	return tag.String()
}

func (c *collector) funding(w *wireFunding) *Funding {
	if w == nil || w.At.Pos.Line == 0 {
		return nil
	}
	out := &Funding{Emblem: w.Emblem, Text: oneLine(w.Text), At: w.At}
	if out.IsFile() {
		out.Emblem = c.file(out.Emblem, w.At.Of("emblem"))
	} else if out.Emblem != "" && out.Emblem != builtIn {
		c.diags.Errorf(w.At.Of("emblem"), "unknown-emblem", "write "+builtIn+", or the name of a picture file", "there is no built-in emblem %q", out.Emblem)
	}
	return out
}

// builtIn is the emblem that needs no file: the European flag.
const builtIn = "eu"

// isFileName tells a file from the name of a built-in emblem.
func isFileName(s string) bool { return strings.ContainsAny(s, `./\`) }

func (c *collector) contacts(w *wireContacts, after int) *Contacts {
	if w == nil || w.At.Pos.Line == 0 {
		return nil
	}
	out := &Contacts{
		Title: oneLine(w.Title), Phone: oneLine(w.Phone), Email: strings.TrimSpace(w.Email), Web: strings.TrimSpace(w.Web),
		Address: lines(w.Address), At: w.At, After: after,
	}
	if out.Phone != "" && !strings.ContainsAny(out.Phone, "0123456789") {
		c.diags.Errorf(w.At.Of("phone"), "bad-phone", "write it with the country's code: +86-10-59799695", "%q is not a telephone number", out.Phone)
	}
	if out.Email != "" && !isMail(out.Email) {
		c.diags.Errorf(w.At.Of("email"), "bad-email", "write it as name@example.org", "%q is not an e-mail address", out.Email)
	}
	if out.Web != "" {
		c.link(out.Web, w.At.Of("web"))
	}
	for _, f := range w.Follow {
		if f.At.Pos.Line == 0 {
			continue
		}
		qr := strings.TrimSpace(f.QR)
		if qr != "" && c.link(qr, f.At.Of("qr")) && len(qr) > maxQR {
			c.diags.Errorf(f.At.Of("qr"), "bad-link", "use a shorter address", "the link has %d characters, too many for a QR code that can be scanned (%d)", len(qr), maxQR)
		}
		out.Follow = append(out.Follow, Follow{Label: oneLine(f.Label), QR: qr, At: f.At})
	}
	if len(w.At.Keys()) == 0 {
		c.diags.Errorf(w.At.Pos, "empty-value", "fill it in or delete the key", "%q is empty", "contacts")
	}
	return out
}

// maxQR bounds the bytes of a QR code: about version 15 at level M, 77 modules
// wide, the most that a telephone reads at the size of a column.
const maxQR = 400

// lines closes up every line of a text and drops the empty ones.
func lines(s string) string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = oneLine(line); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

// link reports a bad link and whether it is a good one.
func (c *collector) link(s string, at diag.Pos) bool {
	_, problem, hint := checkLink(s)
	if problem != "" {
		c.diags.Errorf(at, "bad-link", hint, "the link %q %s", s, problem)
	}
	return problem == ""
}
