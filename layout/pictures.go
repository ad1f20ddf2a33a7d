package layout

import (
	"errors"
	"io/fs"
	"runtime"
	"sync"

	"masthead/layout/diag"
	"masthead/layout/issue"
	"masthead/layout/photo"
)

// readPhotos reads every photo file of the issue while the brand is read, which
// says what they may be.
func (j *job) readPhotos(*diag.List) {
	j.photoFiles()
	j.each(len(j.named), func(i int) { j.album.Look(j.src.Root, j.named[i]) })
}

// lookAtPhotos takes the header of every photo file of the issue, and begins to
// look at the pictures. What is wrong is reported where the issue names the file.
func (j *job) lookAtPhotos() {
	files := j.named
	infos := make([]photo.Info, len(files))
	lists := make([]diag.List, len(files))
	limits := j.limits()
	j.each(len(files), func(i int) {
		at := j.places[files[i]]
		j.guard("looking at a photo", at, &lists[i], func() {
			var err error
			if infos[i], err = j.album.Probe(j.src.Root, files[i], limits); err != nil {
				photoError(&lists[i], at, err)
			} else if p := infos[i].Problem; p != nil {
				lists[i].Warnf(at, p.Code, p.Hint, "%s", p.Message)
			}
		})
	})
	j.photos = map[string]photo.Info{}
	var sound []string
	for i, file := range files {
		j.diags.All = append(j.diags.All, lists[i].All...)
		if lists[i].Failed() {
			continue
		}
		j.photos[file] = infos[i]
		if j.croppable[file] {
			sound = append(sound, file)
		}
	}
	j.views = j.view(sound)
	j.lookAtLogos(limits)
}

// views are the subjects of the photos, looked for while the pages are composed:
// where a crop is placed does not bear on what a page costs.
type views struct {
	done  chan struct{} // closed when the rest may be read
	found map[string]*photo.Subject
	diags diag.List
}

// view looks for the subjects of photos.
func (j *job) view(files []string) *views {
	v := &views{done: make(chan struct{}), found: map[string]*photo.Subject{}}
	go func() {
		defer close(v.done)
		j.guard("looking for the subjects of photos", j.place(), &v.diags, func() {
			opt := photo.Options{Workers: j.opt.Workers, Album: &j.album, Cache: j.opt.Cache, Limits: j.limits()}
			var err error
			if opt.Faces, err = j.asset(faceFinder); err != nil {
				v.diags.Errorf(j.place(), "missing-asset", "", "what finds faces cannot be read: %v", err)
				return
			}
			subjects, errs := photo.Subjects(j.ctx, j.src.Root, files, opt)
			for i, err := range errs {
				if err != nil {
					photoError(&v.diags, j.places[files[i]], err)
				} else {
					v.found[files[i]] = subjects[i]
				}
			}
		})
	}()
	return v
}

// subject waits for what there is to see in a photo; nil where nobody looked.
func (j *job) subject(file string) *photo.Subject {
	if j.views == nil {
		return nil
	}
	<-j.views.done
	return j.views.found[file]
}

// viewed waits for all photos to be looked at, and tells what is wrong with them.
func (j *job) viewed() {
	if j.views != nil {
		<-j.views.done
		j.diags.All = append(j.diags.All, j.views.diags.All...)
	}
}

// lookAtLogos reads the headers of the brand's own pictures.
func (j *job) lookAtLogos(limits photo.Limits) {
	j.logos = map[string]photo.Info{}
	if j.brand == nil {
		return
	}
	files, at := j.brand.Logos()
	for i, file := range files {
		j.guard("looking at a logo", at[i], &j.diags, func() {
			info, err := j.album.Probe(j.brandFolder(file), file, limits)
			if err != nil {
				photoError(&j.diags, at[i], err)
				return
			}
			j.logos[file] = info
		})
	}
}

// photoFiles lists the photo files that exist, where they are named, and which may
// be cropped.
func (j *job) photoFiles() {
	j.places, j.croppable = map[string]diag.Pos{}, map[string]bool{}
	each := func(p *issue.Photo) {
		if p == nil || p.File == "" {
			return
		}
		if _, seen := j.places[p.File]; !seen {
			j.places[p.File] = p.At.Of("file")
			if _, err := fs.Stat(j.src.Root, p.File); err == nil { // else it was reported
				j.named = append(j.named, p.File)
			}
		}
		j.croppable[p.File] = true
	}
	each(j.issue.Cover)
	for i := range j.issue.Sections {
		for _, a := range j.issue.Sections[i].Articles {
			for _, p := range a.Photos {
				each(p)
			}
		}
	}
	if f := j.issue.Funding; f != nil && f.IsFile() {
		shown := j.croppable[f.Emblem]
		each(&issue.Photo{File: f.Emblem, At: f.At})
		j.croppable[f.Emblem] = shown
		if j.places[f.Emblem] == f.At.Pos {
			j.places[f.Emblem] = f.At.Of("emblem")
		}
	}
}

// limits bound what a photo may cost, as the brand says.
func (j *job) limits() photo.Limits {
	if j.brand == nil {
		return photo.Limits{}
	}
	return photo.Limits{
		MaxBytes:  int64(j.brand.Photos.MaxMegabyte) * 1_000_000,
		MaxPixels: int64(j.brand.Photos.MaxPixels) * 1_000_000,
	}
}

// each calls do for 0 to n-1 on the workers and waits.
func (j *job) each(n int, do func(i int)) {
	workers := j.opt.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	next := make(chan int)
	var wait sync.WaitGroup
	for range min(workers, n) {
		wait.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
}

// photoError reports what is wrong with a photo.
func photoError(diags *diag.List, at diag.Pos, err error) {
	var e *photo.Error
	if errors.As(err, &e) {
		diags.Errorf(at, e.Code, e.Hint, "%s", e.Message)
		return
	}
	diags.Errorf(at, photo.CodeUnreadable, "", "%v", err)
}
