package layout

import (
	"fmt"
	"io/fs"

	"masthead/layout/color"
	"masthead/layout/display"
	"masthead/layout/photo"
)

// press says how photos are made for the print file. Its quality has a floor of
// its own, for there bytes are cheap.
func (j *job) press() photo.Target {
	r := j.brand.Photos
	t := photo.Target{
		Space: "cmyk", PPI: r.PPIPrint, Quality: max(90, r.Quality), Sharpen: r.Sharpen,
		InkLimit: j.brand.Print.InkLimit, Paper: color.RGB{R: 255, G: 255, B: 255},
	}
	if j.brand.Page.Printed {
		t.Paper, t.PaperCMYK = j.paper().RGB, j.paper().CMYK
	}
	return t
}

// checkPress looks whether the press can print what the brand asks for, at the
// brand's lines: behind this only the program can be at fault.
func (j *job) checkPress(doc *display.Document) {
	p := j.brand.Print
	if p.Profile != "" {
		if _, err := j.output(); err != nil {
			j.badProfile(err)
		}
	}
	used := map[string]bool{}
	for i := range doc.Pages {
		for _, item := range doc.Pages[i].Items {
			switch it := item.(type) {
			case *display.Text:
				used[it.Ink.Name] = true
			case *display.Fill:
				used[it.Ink.Name] = true
			case *display.Path:
				used[it.Ink.Name] = true
			}
		}
	}
	spots := map[string]color.CMYK{}
	for _, e := range j.brand.Palette.Entries {
		ink := j.brand.Ink(e.Key, 0)
		if total := ink.CMYK.Total(); used[e.Key] && p.InkLimit > 0 && total > p.InkLimit {
			j.diags.Errorf(e.Value.At.Of("cmyk"), "ink-limit", "take away from cyan, magenta and yellow, and add black",
				"the colour %q takes %.0f %% of ink, more than %.0f %%", e.Key, total, p.InkLimit)
		}
		if other, twice := spots[ink.Spot]; ink.Spot != "" && twice && other != ink.CMYK {
			j.diags.Errorf(e.Value.At.Of("cmyk"), "spot-alternate", "give one spot ink one alternate",
				"the spot ink %q has another alternate than before", ink.Spot)
		}
		spots[ink.Spot] = ink.CMYK
	}
}

func (j *job) badProfile(err error) {
	j.diags.Errorf(j.brand.Print.At.Of("profile"), "print-profile", "name an ICC file of a press in the brand's folder", "%v", err)
}

// output returns the profile that photos are separated with, which it reads once.
func (j *job) output() (*color.Profile, error) {
	s := &j.separation
	s.once.Do(func() {
		name := j.brand.Print.Profile
		if name != "" {
			s.data, s.err = j.brand.ReadFile(name)
		} else {
			s.data, s.err = fs.ReadFile(j.opt.Assets, pressICC)
		}
		if s.err != nil {
			return
		}
		s.profile, s.err = color.ParseICC(s.data)
		if p := s.profile; s.err == nil && (p.Class != "prtr" || p.N != 4) {
			s.err = fmt.Errorf("%s is a profile of %s, not of a press of four inks", name, p.Space)
		}
	})
	return s.profile, s.err
}
