package finish

import (
	"strings"
	"testing"

	"masthead/layout/color"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/paint"
)

// TestRefused: what no valid file could say is an error, not a file.
func TestRefused(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(s *sample)
		want  string
		print bool
	}{
		"figure without description": {spoil: func(s *sample) {
			s.doc.Root.Walk(func(t *display.Tag) {
				if t.Role == "Figure" {
					t.Alt = ""
				}
			})
		}, want: "has no description"},
		"unknown role":      {spoil: func(s *sample) { s.paragraph(s.doc.Root, "Table", "x") }, want: `no standard role "Table"`},
		"mark without tag":  {spoil: func(s *sample) { s.line(9999, "x") }, want: "mark 9999 belongs to no element"},
		"mark in two tags":  {spoil: func(s *sample) { s.doc.Root.Add("P").Content(1) }, want: "mark 1 belongs to two elements"},
		"link to nowhere":   {spoil: func(s *sample) { s.link(s.doc.Root.Add("P"), "x", "", "gone", "x") }, want: `no destination "gone"`},
		"link to nothing":   {spoil: func(s *sample) { s.link(s.doc.Root.Add("P"), "x", "", "", "x") }, want: "needs one of"},
		"link untagged":     {spoil: func(s *sample) { s.put(&display.Link{URI: "https://example.org"}) }, want: "has no Link element"},
		"link out of tree":  {spoil: func(s *sample) { s.put(&display.Link{URI: "x:y", Tag: &display.Tag{Role: "Link"}}) }, want: "no element of the tree"},
		"bookmark nowhere":  {spoil: func(s *sample) { s.doc.Outline[0].Dest = "gone" }, want: `no destination "gone"`},
		"dest off the end":  {spoil: func(s *sample) { s.doc.Dests[0].Page = 7 }, want: "page 8 of 2"},
		"no title":          {spoil: func(s *sample) { s.doc.Meta.Title = "" }, want: "no title"},
		"no language":       {spoil: func(s *sample) { s.doc.Meta.Language = "" }, want: "no language"},
		"glyph 0":           {spoil: func(s *sample) { s.doc.Fonts[0].Codes[3].Glyph = 0 }, want: "has no glyph for"},
		"code 0":            {spoil: func(s *sample) { s.line(0, "x").Glyphs[0].Code = 0 }, want: "has no code 0"},
		"no such font":      {spoil: func(s *sample) { s.line(0, "x").Font = 9 }, want: "no font 9"},
		"no such photo":     {spoil: func(s *sample) { s.put(&display.Image{Photo: 9, Rect: geom.Rect{W: 1, H: 1}}) }, want: "no picture for photo 9"},
		"nothing to say":    {spoil: func(s *sample) { s.doc.Root.Kids = nil; artifacts(s.doc) }, want: "says nothing"},
		"two alternates":    {spoil: twoAlternates, want: "two alternates", print: true},
		"too much ink":      {spoil: func(s *sample) { s.line(0, "x").Ink.CMYK = color.CMYK{C: 90, M: 90, Y: 90, K: 90} }, want: "360.0 % of ink", print: true},
		"unnamed font":      {spoil: func(s *sample) { s.doc.Fonts[0].PostScriptName = "" }, want: "cannot be embedded"},
		"type of no size":   {spoil: func(s *sample) { s.line(0, "x").Size = 0 }, want: "at 0pt"},
		"unmarked contents": {spoil: func(s *sample) { s.line(-3, "x") }, want: "belongs to no element"},
	} {
		t.Run(name, func(t *testing.T) {
			s := full(t)
			c.spoil(s)
			profile := display.Email
			if c.print {
				profile = display.Print
			}
			_, err := s.build(profile)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}

func artifacts(doc *display.Document) {
	for i := range doc.Pages {
		var items []display.Item
		for _, item := range doc.Pages[i].Items {
			if it, ok := item.(*display.Text); ok {
				it.Mark = 0
				items = append(items, it)
			}
		}
		doc.Pages[i].Items = items
	}
}

func twoAlternates(s *sample) {
	s.line(0, "x").Ink = color.Ink{Spot: "PANTONE 3 C", CMYK: color.CMYK{C: 1}}
}

func TestRefusedOptions(t *testing.T) {
	s := full(t)
	raw, ledger, err := paint.Pages(s.doc, paint.Options{Profile: display.Email, Pictures: pictures(t, display.Email)})
	if err != nil {
		t.Fatal(err)
	}
	good := options(t, display.Email)
	for name, spoil := range map[string]func(*Options){
		"no profile":     func(o *Options) { o.Profile = 0 },
		"the other one":  func(o *Options) { o.Profile = display.Print },
		"no ICC":         func(o *Options) { o.ICC = nil },
		"press ICC":      func(o *Options) { o.ICC = profileFile(t, "ISOcoated_v2_300_bas.icc") },
		"grey ICC":       func(o *Options) { o.ICC = profileFile(t, "Gray.icc") },
		"cmyk in e-mail": func(*Options) { ledger.Pictures = pictures(t, display.Print) },
	} {
		opt := good
		spoil(&opt)
		if _, err := Write(raw, ledger, s.doc, opt); err == nil {
			t.Errorf("%s passed", name)
		}
	}
	opt := options(t, display.Print)
	opt.Condition.Identifier = ""
	raw, ledger, err = paint.Pages(s.doc, paint.Options{Profile: display.Print, Pictures: pictures(t, display.Print)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Write(raw, ledger, s.doc, opt); err == nil {
		t.Error("a press without a condition passed")
	}
	if _, err := Write([]byte("%PDF-1.7"), ledger, s.doc, options(t, display.Print)); err == nil {
		t.Error("a truncated file passed")
	}
}
