package finish

import (
	"errors"
	"fmt"

	"masthead/layout/color"
	"masthead/layout/display"
)

// Options says which file to write.
type Options struct {
	Profile   display.Profile // Email or Print
	ICC       []byte          // the output intent's profile, plain or as a zlib stream: sRGB for e-mail, the press's CMYK for print
	Condition Condition       // the printing condition; for e-mail zero means sRGB
	InkLimit  float64         // total ink of a flat colour in percent, for print; zero means no check
}

// Condition names an output intent (ISO 32000-1, 14.11.5).
type Condition struct {
	Identifier string // in the registry: "FOGRA39"
	Registry   string // its address; "" means http://www.color.org
	Info       string // for people: "Coated FOGRA39 (ISO 12647-2:2004)"
}

// builder is one file in the making.
type builder struct {
	table
	doc     *display.Document
	ledger  *display.Ledger
	opt     Options
	catalog Dict
	pages   []Ref // by page
	dests   map[string]*display.Dest

	registration Ref // the separation All, once a page calls it
}

// Write finishes the pages that the painter made of doc. An error means that
// what was handed over cannot be said in a file of the profile's standards: a
// figure without a description, a link to nowhere, a picture in the wrong
// colour space.
func Write(raw []byte, ledger *display.Ledger, doc *display.Document, opt Options) ([]byte, error) {
	if opt.Profile != display.Email && opt.Profile != display.Print {
		return nil, fmt.Errorf("finish: no profile %d", opt.Profile)
	}
	if ledger.Profile != opt.Profile || len(ledger.Sheets) != len(doc.Pages) {
		return nil, errors.New("finish: the ledger belongs to another file")
	}
	b := &builder{doc: doc, ledger: ledger, opt: opt, catalog: Dict{"Type": Name("Catalog")}, dests: map[string]*display.Dest{}}
	for i := range doc.Dests {
		b.dests[doc.Dests[i].Name] = &doc.Dests[i]
	}
	steps := []func() error{b.inks, func() error { return b.sheets(raw) }, b.resources, b.intents, b.metadata}
	s := shape{version: "1.6"}
	if opt.Profile == display.Email {
		steps = append(steps, b.tags, b.outline, b.opening)
		s = shape{version: "1.7", packed: true}
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, fmt.Errorf("finish: %w", err)
		}
	}
	out, err := b.write(b.add(b.catalog), b.add(b.info()), s)
	if err != nil {
		return nil, fmt.Errorf("finish: %w", err)
	}
	return out, nil
}

// opening says how a viewer opens the file: the first page at its full width,
// the title in the window, pages named as printed.
func (b *builder) opening() error {
	if b.doc.Meta.Language == "" {
		return errors.New("the document says no language")
	}
	b.catalog["Lang"] = text(b.doc.Meta.Language)
	b.catalog["MarkInfo"] = Dict{"Marked": true}
	b.catalog["ViewerPreferences"] = Dict{"DisplayDocTitle": true}
	b.catalog["PageLabels"] = labels(b.doc.Pages)
	if len(b.pages) > 0 {
		b.catalog["OpenAction"] = Array{b.pages[0], Name("FitH"), points(b.ledger.Sheets[0].Media.H)}
	}
	return nil
}

// inks checks the flat colours of the print file against the limit.
func (b *builder) inks() error {
	if b.opt.Profile != display.Print || b.opt.InkLimit <= 0 {
		return nil
	}
	for i := range b.doc.Pages {
		for _, item := range b.doc.Pages[i].Items {
			var ink color.Ink
			switch it := item.(type) {
			case *display.Text:
				ink = it.Ink
			case *display.Fill:
				ink = it.Ink
			case *display.Path:
				ink = it.Ink
			}
			if total := ink.CMYK.Total(); total > b.opt.InkLimit+0.005 {
				return fmt.Errorf("page %d: %q is %.1f %% of ink, the press takes %.0f %%", i+1, ink.Name, total, b.opt.InkLimit)
			}
		}
	}
	return nil
}
