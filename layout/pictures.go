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

// lookAtPhotos reads the header of every photo file of the issue, each once, and
// asks where to look in those for which nobody said it. What is wrong is
// reported where the issue names the file.
func (j *job) lookAtPhotos() {
	files, guess := j.photoFiles()
	infos := make([]photo.Info, len(files))
	lists := make([]diag.List, len(files))
	opt := photo.Options{Workers: j.opt.Workers, Cache: j.opt.Cache, Limits: j.limits()}
	j.each(len(files), func(i int) {
		at := j.places[files[i]]
		j.guard("looking at a photo", at, &lists[i], func() {
			var err error
			if infos[i], err = photo.Probe(j.src.Root, files[i], opt.Limits); err != nil {
				photoError(&lists[i], at, err)
			} else if p := infos[i].Problem; p != nil {
				lists[i].Warnf(at, p.Code, p.Hint, "%s", p.Message)
			}
		})
	})
	var unsaid []string
	var which []int
	for i, file := range files {
		if guess[file] && !lists[i].Failed() {
			unsaid, which = append(unsaid, file), append(which, i)
		}
	}
	focuses, errs := photo.Subjects(j.ctx, j.src.Root, unsaid, opt)
	j.photos, j.subjects = map[string]photo.Info{}, map[string]photo.Focus{}
	for n, err := range errs {
		if err != nil {
			photoError(&lists[which[n]], j.places[unsaid[n]], err)
		} else {
			j.subjects[unsaid[n]] = focuses[n]
		}
	}
	for i, file := range files {
		j.diags.All = append(j.diags.All, lists[i].All...)
		if !lists[i].Failed() {
			j.photos[file] = infos[i]
		}
	}
}

// photoFiles lists the photo files that exist, in the order of the issue, and
// says for which a crop has to be guessed.
func (j *job) photoFiles() (files []string, guess map[string]bool) {
	j.places, guess = map[string]diag.Pos{}, map[string]bool{}
	each := func(p *issue.Photo) {
		if p == nil || p.File == "" {
			return
		}
		if _, seen := j.places[p.File]; !seen {
			j.places[p.File] = p.At.Of("file")
			if _, err := fs.Stat(j.src.Root, p.File); err == nil { // else it was reported
				files = append(files, p.File)
			}
		}
		if p.Focus == nil && p.Keep == nil {
			guess[p.File] = true
		}
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
		each(&issue.Photo{File: f.Emblem, At: f.At, Keep: &[4]float64{0, 0, 1, 1}})
		if j.places[f.Emblem] == f.At.Pos {
			j.places[f.Emblem] = f.At.Of("emblem")
		}
	}
	return files, guess
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
