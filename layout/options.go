package layout

import (
	"io/fs"
	"time"

	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/photo"
)

// Version is the engine's own. It stands in the files that it writes.
const Version = "0.1.0"

// Source says where an issue lies.
type Source struct {
	Root fs.FS  // what its paths are relative to; it must not let them out
	File string // its document in Root: "issue.yaml"
	ID   string // names the issue and its files: "2023-06"
}

// Options say how an issue is built. Only Assets and Fonts are needed; all other
// zero values are sensible.
type Options struct {
	Assets fs.FS // with the folders brands, hyphen and icc
	Fonts  fs.FS // the typefaces that brands share

	Brand     string  // instead of the issue's own
	BrandDirs []fs.FS // folders of brand folders, looked in before the built-in ones
	Pages     int     // the page budget, instead of the issue's own
	Profiles  Profile // which files to make; 0 is both
	MaxSize   int64   // bytes of the e-mail file; 0 for no limit
	MaxMail   int64   // bytes of a mail that carries the e-mail file; 0 for no limit
	Strict    bool    // warnings are errors
	Lint      bool    // look at the brand's own faults too

	Marks       string      // "none", "crop" or "all" printer's marks, instead of the brand's
	Booklet     bool        // the print file's pages laid out for saddle stitching too
	Creep       geom.Length // how far the innermost sheet of the booklet is pushed out
	Certificate bool        // the preflight of the print file on a page, for the printer

	Epoch   time.Time // the document's clock; zero is the issue's own date
	Workers int       // goroutines that work on photos; 0 is one for each processor
	Cache   Cache     // for finished photos; nil is none

	// Drafted is given each file as soon as it is written, while it is still being
	// looked at: it counts if the result has it in the end. A file may come anew
	// where it was too large. Calls come from any goroutine.
	Drafted func(p Profile, file []byte)

	// Progress is told of every step of a build, one call at a time, from any
	// goroutine.
	Progress func(Step)
}

// Profile says which of the two files is meant; both may be added up.
type Profile = display.Profile

// The two files that a build makes.
const (
	Email = display.Email
	Print = display.Print
)

// Step is a piece of work that is done.
type Step struct {
	Stage       string // "load", "photos", "compose", "email" or "print"
	Done, Total int    // photos, while they are made; else 1 of 1
	Item        string // the photo
}

// Cache keeps finished photos by a hash of everything that went into them.
type Cache = photo.Cache

// DirCache returns a cache in a folder, which may be shared by builds that run
// at once. Its files hold about maxBytes together; 0 is 1 GB.
func DirCache(folder string, maxBytes int64) Cache { return photo.DirCache(folder, maxBytes) }

func (o *Options) wants(p Profile) bool { return p.In(o.Profiles) || o.Profiles == 0 }

// MailLimit returns how many bytes a file may have for a mail that carries it in
// base64 (RFC 2045, 6.8: 57 bytes to a line of 76 characters and its end) to
// keep within most bytes. Some room stays for the mail's own text.
func MailLimit(most int64) int64 {
	const headers = 4096
	return max(0, (most-headers)/78*57)
}
