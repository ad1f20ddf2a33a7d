package main

import (
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"masthead/assets"
	"masthead/fonts"
	"masthead/layout"
)

// options are the flags that the commands share.
type options struct {
	layout.Options
	folder  string   // for the files
	brands  []string // -brands
	cache   string
	noCache bool
	single  bool // the command takes one issue
}

// shared defines the flags that say how an issue is composed.
func (o *options) shared(set *flag.FlagSet) {
	set.StringVar(&o.Brand, "brand", "", "set the issue in brand `NAME` instead of its own")
	set.Func("brands", "look brands up in `DIR` too; may be repeated", func(dir string) error {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return fmt.Errorf("there is no folder %q", dir)
		}
		o.brands = append(o.brands, dir)
		return nil
	})
	set.Func("pages", "fill exactly `N` pages, whatever the issue says", func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			return fmt.Errorf("%q is not a number of pages", s)
		}
		o.Pages = n
		return nil
	})
	set.StringVar(&o.cache, "cache", "", "keep finished photos in `DIR` (default: the user's cache folder)")
	set.BoolVar(&o.noCache, "no-cache", false, "keep no finished photos and use none")
}

// making defines the flags of the commands that make files.
func (o *options) making(set *flag.FlagSet, r *report) {
	set.Func("profile", "make `email|print|all` (default all)", func(s string) error {
		p, ok := map[string]layout.Profile{"email": layout.Email, "print": layout.Print, "all": 0}[s]
		if !ok {
			return fmt.Errorf("%q is none of email, print, all", s)
		}
		o.Profiles = p
		return nil
	})
	o.printing(set)
	set.Func("max-size", "keep the e-mail PDF within `SIZE`, such as 3.5MB", size(&o.MaxSize))
	set.Func("max-mail", "keep a mail with the e-mail PDF within `SIZE`, such as 5MB", size(&o.MaxMail))
	set.BoolVar(&o.Strict, "strict", false, "take warnings for errors")
	set.BoolVar(&r.json, "json", false, "print messages as JSON lines")
	set.BoolVar(&r.quiet, "q", false, "print nothing but what is wrong")
}

// complete fills in what does not come from flags.
func (o *options) complete() error {
	o.Assets, o.Fonts = assets.FS, fonts.FS
	if o.Profiles == layout.Email && (o.Booklet || o.Certificate || o.Marks != "") {
		return errors.New("-impose, -certificate and -marks are about the print file, which -profile email does not make")
	}
	if o.Creep != 0 && !o.Booklet {
		return errors.New("-creep is of a booklet: add -impose booklet")
	}
	for _, dir := range o.brands {
		root, err := os.OpenRoot(dir)
		if err != nil {
			return fmt.Errorf("the folder %q cannot be opened: %w", dir, reason(err))
		}
		o.BrandDirs = append(o.BrandDirs, root.FS())
	}
	if s := os.Getenv("SOURCE_DATE_EPOCH"); s != "" {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil || n < 0 || n > 253402300799 { // the end of the year 9999
			return fmt.Errorf("SOURCE_DATE_EPOCH is %q, not a number of seconds", s)
		}
		o.Epoch = time.Unix(n, 0).UTC()
	}
	if o.noCache {
		return nil
	}
	if o.cache == "" {
		dir, err := os.UserCacheDir()
		if err != nil {
			return nil // nobody's home: without a cache all works too
		}
		o.cache = filepath.Join(dir, "masthead")
	}
	o.Cache = layout.DirCache(o.cache, 0)
	return nil
}

var units = []struct {
	suffix string
	bytes  float64
}{
	{"KIB", 1 << 10},
	{"MIB", 1 << 20},
	{"GIB", 1 << 30},
	{"KB", 1e3},
	{"MB", 1e6},
	{"GB", 1e9},
	{"K", 1e3},
	{"M", 1e6},
	{"G", 1e9},
	{"B", 1},
}

// size reads a number of bytes with its unit: 3.5MB, 500KB, 2MiB, 100000.
func size(into *int64) func(string) error {
	return func(s string) error {
		number, scale := strings.ToUpper(strings.TrimSpace(s)), 1.0
		for _, u := range units {
			if rest, ok := strings.CutSuffix(number, u.suffix); ok {
				number, scale = strings.TrimSpace(rest), u.bytes
				break
			}
		}
		v, err := strconv.ParseFloat(number, 64)
		if err != nil || math.IsNaN(v) || v*scale < 1 || v*scale > 1e12 {
			return fmt.Errorf("%q is not a size such as 3.5MB", s)
		}
		*into = int64(v * scale)
		return nil
	}
}
