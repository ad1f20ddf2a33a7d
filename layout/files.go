package layout

import (
	"io/fs"
	"slices"

	"masthead/layout/color"
	"masthead/layout/diag"
	"masthead/layout/display"
	"masthead/layout/finish"
	"masthead/layout/paint"
	"masthead/layout/photo"
)

// file is one PDF in the making.
type file struct {
	profile  Profile
	name     string // of the step
	target   photo.Target
	pictures []display.Picture
	inks     []float64 // of the pictures, the most of any pixel in percent
	icc      []byte    // the output profile as it is embedded
	pdf      []byte
}

// files makes the PDFs of a composed issue: the photos of both at once, so that
// each is decoded once, then each file on its own.
func (j *job) files(res *Result) {
	var made []*file
	if j.opt.wants(Email) {
		made = append(made, &file{profile: Email, name: "email", target: j.screen()})
	}
	if j.opt.wants(Print) {
		made = append(made, &file{profile: Print, name: "print", target: j.press()})
		j.guard("looking at the press", j.place(), &j.diags, func() { j.checkPress(res.Document) })
		if !j.standing() {
			return
		}
	}
	j.guard("making the photos", j.place(), &j.diags, func() { j.pictures(res.Document, made) })
	if !j.standing() {
		return
	}
	tasks := make([]task, len(made))
	for i, f := range made {
		tasks[i] = task{"making the " + f.name + " file", func(diags *diag.List) {
			if f.profile == Email {
				if j.mailed(res.Document, f, diags); f.pdf != nil {
					j.prove(res.Document, f, diags)
				}
			} else {
				j.printed(res, f, diags)
			}
			j.tell(Step{Stage: f.name, Done: 1, Total: 1})
		}}
	}
	j.together(tasks...)
	if !j.standing() {
		return
	}
	for _, f := range made {
		if f.profile == Email {
			res.Email = f.pdf
		} else {
			res.Print = f.pdf
		}
	}
}

// write paints and finishes one file. What either refuses is a defect of the
// stages before them.
func (j *job) write(doc *display.Document, f *file, diags *diag.List) {
	fault := func(err error) {
		diags.Add(diag.Diagnostic{
			Pos: j.place(), Severity: diag.Fault, Code: "fault", Message: err.Error(),
			Hint: "this is a defect of masthead and not of the issue; please report it with the issue that shows it",
		})
	}
	opt := finish.Options{Profile: f.profile}
	marks := paint.Marks{}
	if f.profile == Print {
		marks = j.marks()
		opt.InkLimit = j.brand.Print.InkLimit
	}
	var err error
	if opt.ICC, opt.Condition, err = j.intent(f.profile); err != nil {
		diags.Errorf(j.brand.Print.At.Of("profile"), "print-profile", "name an ICC file in the brand's folder", "%v", err)
		return
	}
	f.icc = opt.ICC
	raw, ledger, err := paint.Pages(doc, paint.Options{Profile: f.profile, Pictures: f.pictures, Marks: marks})
	if err != nil {
		fault(err)
		return
	}
	if f.pdf, err = finish.Write(raw, ledger, doc, opt); err != nil {
		fault(err)
		return
	}
	if j.opt.Drafted != nil {
		j.opt.Drafted(f.profile, f.pdf)
	}
}

// What comes with the program, in its assets: two profiles, and what finds faces.
const (
	screenICC  = "icc/sRGB_icc22.icc"
	pressICC   = "icc/ISOcoated_v2_300_bas.icc"
	faceFinder = "faces/facefinder"
	packed     = ".z" // the same as a zlib stream, which need not be deflated again
)

// intent returns the output profile of a file as it is embedded, and the name of
// its printing condition.
func (j *job) intent(p Profile) ([]byte, finish.Condition, error) {
	var c finish.Condition
	if p == Email {
		data, err := j.asset(screenICC)
		return data, c, err
	}
	c.Identifier = j.brand.Print.Condition
	if name := j.brand.Print.Profile; name != "" {
		data, err := j.brand.ReadFile(name)
		return data, c, err
	}
	if c.Identifier == "FOGRA39" {
		c.Info = "Coated FOGRA39 (ISO 12647-2:2004)"
	}
	data, err := j.asset(pressICC)
	return data, c, err
}

// asset reads a file that comes with the program, packed where that is there.
func (j *job) asset(name string) ([]byte, error) {
	if data, err := fs.ReadFile(j.opt.Assets, name+packed); err == nil {
		return data, nil
	}
	return fs.ReadFile(j.opt.Assets, name)
}

// screen says how photos are made for the e-mail file.
func (j *job) screen() photo.Target {
	r := j.brand.Photos
	return photo.Target{
		Space: "srgb", PPI: r.PPIEmail, Quality: r.Quality, MinQuality: r.MinQuality, Sharpen: r.Sharpen,
		Paper: j.paper().RGB,
	}
}

// paper is what lies under a photo's transparent parts.
func (j *job) paper() color.Ink {
	if tint := j.brand.Page.Tint; tint != "" {
		return j.brand.Ink(tint, 0)
	}
	return j.brand.Ink("white", 0)
}

// pictures makes the photos of a document for every file.
func (j *job) pictures(doc *display.Document, files []*file) {
	if len(doc.Photos) == 0 || len(files) == 0 {
		return
	}
	targets := make([]photo.Target, len(files))
	for i, f := range files {
		if f.profile == Print {
			var err error
			if f.target.Output, err = j.output(); err != nil {
				j.badProfile(err)
				return
			}
		}
		targets[i] = f.target
	}
	specs := j.specs(doc)
	made, errs := photo.Make(j.ctx, specs, targets, j.making())
	for i, err := range errs {
		if err != nil && j.ctx.Err() == nil {
			photoError(&j.diags, j.photoPlace(doc.Photos[i]), err)
		}
	}
	for i, f := range files {
		f.pictures = embedded(made[i])
		for _, e := range made[i] {
			f.inks = append(f.inks, e.MaxInk)
		}
	}
}

// bareInks returns the profile of our press where the inks of a photo or a logo
// say not of which press they are: they are taken for that one's.
func (j *job) bareInks() *color.Profile {
	for _, infos := range []map[string]photo.Info{j.photos, j.logos} {
		for _, info := range infos {
			if info.Channels == 4 && info.Profile == "" {
				p, _ := j.output() // its error is told when the files are made
				return p
			}
		}
	}
	return nil
}

func (j *job) making() photo.Options {
	return photo.Options{
		Workers: j.opt.Workers, Album: &j.album, Cache: j.opt.Cache, Limits: j.limits(), Inks: j.bareInks(),
		Progress: func(done, total int, file string) {
			j.tell(Step{Stage: "photos", Done: done, Total: total, Item: file})
		},
	}
}

// specs says what is to be made of the photos.
func (j *job) specs(doc *display.Document) []photo.Spec {
	specs := make([]photo.Spec, len(doc.Photos))
	for i := range doc.Photos {
		specs[i] = j.spec(&doc.Photos[i])
	}
	return specs
}

func (j *job) spec(p *display.Photo) photo.Spec {
	s := photo.Spec{FS: j.src.Root, File: p.File, Crop: p.Crop, Size: p.Size, Weight: p.Weight}
	if p.Brand {
		s.FS = j.brandFolder(p.File)
	}
	for _, scrim := range p.Scrims {
		laid := photo.Scrim{RGB: scrim.Ink.RGB, CMYK: scrim.Ink.CMYK}
		for _, stop := range scrim.Stops {
			laid.Stops = append(laid.Stops, photo.Stop{At: stop.At, Alpha: stop.Alpha})
		}
		s.Scrims = append(s.Scrims, laid)
	}
	return s
}

// tones looks at a placed picture under its scrims. One that cannot be decoded is
// reported when it is made.
func (j *job) tones(p display.Photo) *photo.Tones {
	t, err := photo.NewTones(j.ctx, j.spec(&p), j.paper().RGB, j.making())
	if err != nil {
		return nil
	}
	return t
}

// brandFolder returns the first of the brand's folders that has a file.
func (j *job) brandFolder(file string) fs.FS {
	i := slices.IndexFunc(j.brand.Files, func(dir fs.FS) bool {
		_, err := fs.Stat(dir, file)
		return err == nil
	})
	return j.brand.Files[max(i, 0)]
}

// brandFiles is what the folders of a brand hold, the brand's own before those
// that it extends.
type brandFiles []fs.FS

func (b brandFiles) Open(name string) (fs.File, error) {
	err := error(&fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist})
	for _, dir := range b {
		var f fs.File
		if f, err = dir.Open(name); err == nil {
			return f, nil
		}
	}
	return nil, err
}

// photoPlace is where a message about a photo points.
func (j *job) photoPlace(p display.Photo) diag.Pos {
	if at, ok := j.places[p.File]; ok && !p.Brand {
		return at
	}
	return j.brand.At.Pos
}

func embedded(made []photo.Encoded) []display.Picture {
	out := make([]display.Picture, len(made))
	for i, e := range made {
		out[i] = display.Picture{
			Data: e.Data, Filter: e.Filter, Width: e.Width, Height: e.Height, Space: e.Space, Inverted: e.Inverted,
		}
	}
	return out
}
