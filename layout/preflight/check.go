package preflight

import (
	"errors"
	"time"

	"masthead/layout/color"
	"masthead/layout/finish"
)

// Options say what a press and a brand ask for. Zero values are what most shops
// ask for.
type Options struct {
	InkLimit   float64 // percent; 0 is 300
	SmallText  float64 // points that coloured text has at least where it is not semi-bold; 0 is 9
	KnockedOut float64 // points that white text on colour has at least; 0 is 7.5
	WarnPPI    int     // 0 is 200
	FailPPI    int     // 0 is 150
	Binding    string  // "saddle", "fold", "loose"; "" is not checked
	Bleed      float64 // points that the bleed has at least; 0 is 3 mm, less than 0 is none
	Safe       float64 // points inside of the trim that only background may reach; 0 is 4 mm

	// Measured returns the most ink of any pixel of a picture, by its data as they
	// stand in the file, where somebody has measured it before.
	Measured func(data []byte) (percent float64, ok bool)
	// Press returns the profile in the data of a stream, plain and read, where that
	// is known.
	Press func(data []byte) (plain []byte, p *color.Profile)

	Thumbnails int  // pixels of the longer side of page thumbnails; 0 for none
	Quick      bool // pictures that nobody has measured are not decoded
}

func (o *Options) complete() {
	fill := func(v *float64, missing float64) {
		if *v == 0 {
			*v = missing
		}
	}
	const mm = 72 / 25.4
	fill(&o.InkLimit, 300)
	fill(&o.SmallText, 9)
	fill(&o.KnockedOut, 7.5)
	fill(&o.Bleed, 3*mm)
	fill(&o.Safe, 4*mm)
	if o.WarnPPI == 0 {
		o.WarnPPI = 200
	}
	if o.FailPPI == 0 {
		o.FailPPI = 150
	}
}

// checker is one file under the lens.
type checker struct {
	*finish.File
	opt    Options
	rules  map[string]*Rule
	report *Report
	told   map[[2]any][]int // findings by rule and page

	catalog finish.Dict
	pages   []finish.Dict
	intent  *intent
	fonts   map[finish.Ref]*face
	fontsIn []*face
	spaces  map[finish.Ref]*space
	images  map[*finish.Stream]*picture
	spots   map[string]*spotInk
	steps   int // operators left to look at
	screen  *color.Profile
	shown   map[color.CMYK]color.RGB
}

// mostSteps bounds the operators of a file that are looked at, forms counted as
// often as they are placed.
const mostSteps = 10_000_000

// Check holds a PDF against the rules. It does not fail: what cannot be read is
// a finding.
func Check(file []byte, opt Options) *Report {
	opt.complete()
	c := &checker{
		opt: opt, rules: map[string]*Rule{}, report: &Report{Created: time.Unix(0, 0).UTC()}, told: map[[2]any][]int{},
		fonts: map[finish.Ref]*face{}, spaces: map[finish.Ref]*space{}, images: map[*finish.Stream]*picture{},
		spots: map[string]*spotInk{}, shown: map[color.CMYK]color.RGB{}, steps: mostSteps,
	}
	for _, r := range Rules() {
		c.rules[r.ID] = &r
	}
	c.report.Rules = len(c.rules)
	f, err := finish.Recover(file)
	switch {
	case errors.Is(err, finish.ErrEncrypted):
		c.find("x4-encrypted", 0, "the file is encrypted; nothing else can be looked at")
		return c.report
	case err != nil:
		c.find("pdf-readable", 0, "the file cannot be read: %v", err)
		return c.report
	}
	c.File = f
	c.open()
	c.settle()
	return c.report
}

// open goes through the whole file.
func (c *checker) open() {
	c.report.Version = c.File.Version
	c.catalog, _ = c.Dict(c.Trailer["Root"])
	refs, err := c.Pages()
	if err != nil {
		refs = c.strayPages()
	}
	if len(refs) == 0 {
		c.find("pdf-readable", 0, "the file has no pages")
		return
	}
	c.report.Opened = true
	for _, ref := range refs {
		d, err := c.Dict(ref)
		if err != nil {
			d = finish.Dict{}
		}
		c.pages = append(c.pages, d)
	}
	c.checkFile()
	c.checkIntents()
	c.checkMetadata()
	c.checkObjects()
	for i, page := range c.pages {
		c.page(i+1, page)
	}
	c.checkSizes()
	c.checkBinding()
	c.listFonts()
	c.listSpots()
}

// strayPages finds the pages of a file whose page tree is broken.
func (c *checker) strayPages() (out []finish.Ref) {
	c.find("pdf-damaged", 0, "the page tree is broken; the pages are taken in the order of their numbers")
	for _, num := range c.Numbers() {
		ref := finish.Ref{Num: num}
		if d, err := c.Dict(ref); err == nil && d["Type"] == finish.Name("Page") {
			out = append(out, ref)
		}
	}
	return out
}

// settle puts the findings in the order of the table, then of pages.
func (c *checker) settle() {
	for _, what := range c.Damage() {
		c.find("pdf-damaged", 0, "%s", what)
	}
	place := map[string]int{}
	for i, r := range Rules() {
		place[r.ID] = i
	}
	c.report.sort(place)
}
