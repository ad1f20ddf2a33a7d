package layout

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"masthead/layout/diag"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/issue"
	"masthead/layout/photo"
)

// Sheet is a contact sheet of an issue's crops.
type Sheet struct {
	PNG   []byte
	Crops int // on it; without one there is no PNG
}

// Crops lays an issue out and draws every photo with the crop that its frame
// shows: for somebody to sign off. The sheet is nil where the issue cannot be laid
// out; it may stand beside errors such as a photo of too few pixels.
func Crops(ctx context.Context, src Source, opt Options) (*Sheet, *diag.List) {
	j := newJob(ctx, src, opt)
	res := j.compose()
	var sheet *Sheet
	if res != nil && ctx.Err() == nil {
		j.guard("drawing the contact sheet", j.place(), &j.diags, func() { sheet = j.sheet(res) })
	}
	j.close(res)
	return sheet, &j.diags
}

// sheet draws what was composed.
func (j *job) sheet(res *Result) *Sheet {
	contact := photo.Contact{Title: j.issue.Title, Cells: j.cells(res), Fonts: j.labelFonts()}
	if len(contact.Cells) == 0 {
		return &Sheet{}
	}
	drawn, err := contact.PNG(j.ctx, j.making())
	if err != nil {
		if j.ctx.Err() == nil {
			photoError(&j.diags, j.place(), err)
		}
		return nil
	}
	return &Sheet{PNG: drawn, Crops: len(contact.Cells)}
}

// storyPhoto is a photo of a story.
type storyPhoto struct{ story, file string }

// cells lists the crops by page.
func (j *job) cells(res *Result) []photo.Cell {
	said := map[storyPhoto]*issue.Photo{}
	for story, p := range photosOf(j.issue) {
		said[storyPhoto{story, p.File}] = p
	}
	var out []photo.Cell
	for i := range res.Layout.Pages {
		for _, f := range res.Layout.Pages[i].Figures {
			p := said[storyPhoto{f.Story, f.File}]
			if p == nil {
				continue
			}
			cell := photo.Cell{FS: j.src.Root, File: f.File, Crop: f.Crop, Trim: trimmed(res.Document, i, f)}
			cell.Focus, cell.Guessed = j.focus(p)
			cell.Lines = []string{
				f.File,
				fmt.Sprintf("page %s · %s", res.Document.Pages[i].Label, f.Story),
				fmt.Sprintf("%s × %s · %d ppi", millimetres(f.Rect.W), millimetres(f.Rect.H), f.PPI),
				wentBy(cell),
			}
			out = append(out, cell)
		}
	}
	return out
}

// focus is what the crops of a photo went by, and whether nobody said it.
func (j *job) focus(p *issue.Photo) (f photo.Focus, guessed bool) {
	if p.Focus != nil {
		f.Point, f.HasPoint = *p.Focus, true
	}
	if p.Keep != nil {
		f.Keep, f.HasKeep = *p.Keep, true
	}
	f.Subject = j.subject(p.File)
	if f.HasPoint || f.HasKeep || f.Subject == nil {
		return f, false
	}
	f.Point, f.HasPoint = f.Subject.Point, true
	return f, true
}

// trimmed returns what the cut page shows of a photo, as fractions of it: less
// than the crop where that reaches into the bleed.
func trimmed(doc *display.Document, page int, f display.Figure) [4]float64 {
	trim := geom.Rect{W: doc.Pages[page].Trim.W, H: doc.Pages[page].Trim.H}
	for _, item := range doc.Pages[page].Items {
		image, ok := item.(*display.Image)
		if !ok || doc.Photos[image.Photo].File != f.File || image.Rect.Intersect(trim) != f.Rect {
			continue
		}
		part := func(at, from, size geom.Length, lo, hi float64) float64 {
			return lo + (hi-lo)*float64(at-from)/float64(max(size, 1))
		}
		r, c := image.Rect, f.Crop
		return [4]float64{
			part(f.Rect.X, r.X, r.W, c[0], c[2]), part(f.Rect.Y, r.Y, r.H, c[1], c[3]),
			part(f.Rect.Right(), r.X, r.W, c[0], c[2]), part(f.Rect.Bottom(), r.Y, r.H, c[1], c[3]),
		}
	}
	return f.Crop
}

// wentBy says what a crop went by.
func wentBy(c photo.Cell) string {
	said := declared(c)
	if c.Focus.Subject != nil {
		switch n := len(c.Focus.Subject.Faces); n {
		case 0:
		case 1:
			said += " · a face"
		default:
			said += fmt.Sprintf(" · %d faces", n)
		}
	}
	return said
}

func declared(c photo.Cell) string {
	switch {
	case c.Focus.HasKeep:
		k := c.Focus.Keep
		return fmt.Sprintf("keep %.2f %.2f %.2f %.2f", k[0], k[1], k[2], k[3])
	case c.Guessed:
		return fmt.Sprintf("focus %.2f %.2f, chosen by content", c.Focus.Point[0], c.Focus.Point[1])
	case c.Focus.HasPoint:
		return fmt.Sprintf("focus %.2f %.2f", c.Focus.Point[0], c.Focus.Point[1])
	}
	return "centred"
}

func millimetres(l geom.Length) string { return fmt.Sprintf("%.0f mm", l.Points()*25.4/72) }

// labelFonts returns the faces that labels are drawn with: that of captions, and
// what stands in for it. What the brand cannot read it has complained of.
func (j *job) labelFonts() [][]byte {
	families := []string{}
	if st := j.brand.Style("caption"); st != nil {
		families = append(families, st.Family)
	} else if e := j.brand.Families.Entries; len(e) > 0 {
		families = append(families, e[0].Key)
	}
	var out [][]byte
	for _, family := range append(families, j.brand.Fallback...) {
		file, _ := j.brand.FaceFile(family, "regular")
		if data, err := j.brand.ReadFile(file); err == nil {
			out = append(out, data)
		}
	}
	return out
}

// photosOf goes through the photos of an issue with the stories they belong to.
func photosOf(is *issue.Issue) iter.Seq2[string, *issue.Photo] {
	return func(yield func(string, *issue.Photo) bool) {
		if is.Cover != nil && !yield("cover", is.Cover) {
			return
		}
		for i := range is.Sections {
			for _, a := range is.Sections[i].Articles {
				for _, p := range a.Photos {
					if p != nil && !yield(a.Story(), p) {
						return
					}
				}
			}
		}
	}
}

// chosen reports the crops that nobody asked for, and keeps that do not survive
// the knife: a photo that bleeds loses its outermost strip to it.
func (j *job) chosen(res *Result) {
	places := map[storyPhoto][]figureAt{}
	for i := range res.Layout.Pages {
		for _, f := range res.Layout.Pages[i].Figures {
			key := storyPhoto{f.Story, f.File}
			places[key] = append(places[key], figureAt{i, f})
		}
	}
	for story, p := range photosOf(j.issue) {
		at := places[storyPhoto{story, p.File}]
		focus, guessed := j.focus(p)
		cropped := slices.ContainsFunc(at, func(f figureAt) bool { return f.Crop != [4]float64{0, 0, 1, 1} })
		if guessed && cropped {
			x, y := focus.Point[0], focus.Point[1]
			j.diags.Infof(p.At.Of("file"), "crop-chosen", fmt.Sprintf("masthead crops shows it; to choose: focus: [%.2f, %.2f]", x, y),
				"photo %q says no focus: its crop was chosen by content, around %.2f, %.2f", p.File, x, y)
		}
		for _, f := range at {
			if c := trimmed(res.Document, f.page, f.Figure); focus.HasKeep && holds(f.Crop, focus.Keep) && !holds(c, focus.Keep) {
				j.diags.Warnf(p.At.Of("keep"), "keep-trimmed", "keep a little less of the photo's edges",
					"photo %q bleeds off page %s, and what it must keep reaches into the strip that is cut off", p.File, res.Document.Pages[f.page].Label)
			}
		}
	}
}

type figureAt struct {
	page int
	display.Figure
}

// holds reports whether a rectangle of fractions lies within another.
func holds(outer, inner [4]float64) bool {
	const slack = 2e-6 // crops are rounded to millionths
	return inner[0] >= outer[0]-slack && inner[1] >= outer[1]-slack && inner[2] <= outer[2]+slack && inner[3] <= outer[3]+slack
}
