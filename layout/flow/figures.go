package flow

import (
	"masthead/layout/brand"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/issue"
	"masthead/layout/photo"
)

// figure measures a picture whose height flexes: every height within its rows
// costs its distance from the ideal and what the crop loses. A crop that would
// cut what the issue wants kept is no choice.
func (m *measurer) figure(n *brand.Node, f frame) *box {
	p := m.part(f)
	if p == nil || n.Figure > len(p.figures) {
		return nil
	}
	fig := p.figures[n.Figure-1]
	bleeds := m.sides(n.Bleed)
	top := m.capOffset(n, bleeds)
	weight := m.costs.Figure
	if n.Rows.Cost > 0 {
		weight = n.Rows.Cost
	}
	b := m.picture(n.Rows, weight, func(h int) (price, bool) {
		return m.framePrice(fig.photo, m.stretch(geom.Rect{X: f.x, Y: top, W: f.w, H: m.rows(h) - top}, bleeds))
	})
	b.set = func(pg *page, y geom.Length, h int) {
		r := geom.Rect{X: f.x, Y: y + top, W: f.w, H: m.rows(h) - top}
		pg.picture(p.story, fig, m.stretch(r, bleeds))
		pg.flexed(p.story, "photo height", "pt", (m.baseline * geom.Length(n.Rows.Ideal*2) / 2).Points(), m.rows(h).Points())
	}
	return b
}

// picture prices the heights of a frame: none, where no crop of the picture does.
func (m *measurer) picture(r brand.Rows, weight int, frame func(h int) (price, bool)) *box {
	if !r.Set {
		r = brand.Rows{Min: 8, Ideal: 14, Max: 24, Set: true}
	}
	b := &box{prices: newTable(m.limit), solid: true}
	lo, ideal, hi := int(r.Min*2), int(r.Ideal*2), int(r.Max*2)
	if r.Free {
		hi = m.limit
	}
	for h := lo; h <= min(hi, m.limit); h++ {
		p, ok := frame(h)
		if !ok {
			continue
		}
		if !r.Free {
			p += quadratic(weight, h-ideal, hi-lo)
		}
		b.prices.offer(h, p)
	}
	return b
}

// capOffset is the distance from a row to the top of a figure or box that
// stands beside text: it begins at the cap height of the first line.
func (m *measurer) capOffset(n *brand.Node, s sides) geom.Length {
	if n.Cap == "edge" || s.top {
		return 0
	}
	name := n.Cap
	if name == "" {
		name = "body"
	}
	if !m.brand.HasStyle(name) {
		return 0
	}
	st := m.brand.Style(name)
	return max(0, st.Leading-m.capHeight(st))
}

// framePrice prices a frame for a photo: what the crop loses, and resolution.
func (m *measurer) framePrice(ph *issue.Photo, r geom.Rect) (price, bool) {
	if r.H <= 0 {
		return 0, false
	}
	info, ok := m.in.Photos[ph.File]
	if !ok {
		return 0, true // its error is reported elsewhere
	}
	ratio := float64(r.W) / float64(r.H)
	if rules := m.brand.Photos; ratio < rules.MinRatio || ratio > rules.MaxRatio {
		return 0, false
	}
	crop, ok := photo.Fit(info, r.W, r.H, m.focus(ph))
	if !ok {
		return 0, false
	}
	lost := 1 - float64((crop[2]-crop[0])*(crop[3]-crop[1])) // rounded alike on every processor
	p := price(float64(m.costs.Crop) * lost * lost * 4)
	_, waived := ph.Waive["low-resolution"]
	switch ppi := photo.PPI(info, crop, r.W, r.H); {
	case ppi < m.brand.Photos.Fail && !waived:
		p += gross // the page cannot be printed so
	case ppi < m.brand.Photos.Fail:
		p += price(3 * m.costs.PPI)
	case ppi < m.brand.Photos.Warn:
		p += price(m.costs.PPI)
	}
	return p, true
}

// focus is what the crops of a photo keep, as declared: enough for a crop's size.
func (c *composer) focus(ph *issue.Photo) photo.Focus {
	var f photo.Focus
	if ph.Focus != nil {
		f.Point, f.HasPoint = *ph.Focus, true
	}
	if ph.Keep != nil {
		f.Keep, f.HasKeep = *ph.Keep, true
	}
	return f
}

// crop places the crop of a photo in its frame.
func (c *composer) crop(ph *issue.Photo, r geom.Rect) (crop [4]float64, ok bool) {
	f := c.focus(ph)
	if c.in.Subject != nil {
		f.Subject = c.in.Subject(ph.File)
	}
	return photo.Fit(c.in.Photos[ph.File], r.W, r.H, f)
}

// picture paints a photo in its frame.
func (pg *page) picture(s *story, fig *figure, r geom.Rect) {
	id := "cover"
	if s != nil {
		id = s.id
		pg.shown[s]++
	}
	caption := ""
	switch {
	case fig.caption != nil:
		caption = fig.caption.id
	case fig.credit != nil:
		caption = fig.credit.id
	}
	pg.photo(photoAt{photo: fig.photo, rect: r, story: id, caption: caption})
}

// photoAt is a photo in a frame, with what lies over it.
type photoAt struct {
	photo   *issue.Photo
	rect    geom.Rect
	story   string
	caption string
	scrims  []display.Scrim
}

func (pg *page) photo(p photoAt) {
	if pg.dry {
		return
	}
	info := pg.in.Photos[p.photo.File]
	crop, ok := pg.crop(p.photo, p.rect)
	if !ok {
		pg.diags.Errorf(p.photo.At.Of("keep"), "keep-cut", "make the rectangle smaller", "no crop of %s shows all that it must keep", p.photo.File)
	}
	weight := int(int64(p.rect.W/geom.Point) * int64(p.rect.H/geom.Point) / 100)
	i := pg.addPhoto(display.Photo{File: p.photo.File, Crop: crop, Size: geom.Size{W: p.rect.W, H: p.rect.H}, Weight: weight, Scrims: p.scrims})
	pg.items = append(pg.items, &display.Image{Mark: pg.figureMark(p.photo), Rect: p.rect, Photo: i})
	pg.grounds = append(pg.grounds, ground{rect: p.rect, photo: true, index: i})
	trim := pg.brand.Trim()
	pg.record.Figures = append(pg.record.Figures, display.Figure{
		Story: p.story, File: p.photo.File, Rect: p.rect.Intersect(geom.Rect{W: trim.W, H: trim.H}),
		PPI: photo.PPI(info, crop, p.rect.W, p.rect.H), Crop: crop, Caption: p.caption,
		Focus: p.photo.Focus, Keep: p.photo.Keep,
	})
	pg.resolution(p.photo, pg.record.Figures[len(pg.record.Figures)-1].PPI)
}

// resolution complains of a photo with too few pixels for its frame.
func (pg *page) resolution(ph *issue.Photo, ppi int) {
	rules := pg.brand.Photos
	if _, ok := pg.in.Photos[ph.File]; !ok {
		return
	}
	const hint = "use a larger original or a smaller frame, or waive it with a reason: waive: {low-resolution: ...}"
	reason, waived := ph.Waive["low-resolution"]
	switch {
	case waived && ppi < rules.Warn:
		pg.diags.Infof(ph.At.Of("file"), "low-resolution", "", "photo %q prints at %d ppi, waived: %s", ph.File, ppi, reason)
	case ppi < rules.Fail:
		pg.diags.Errorf(ph.At.Of("file"), "low-resolution", hint, "photo %q prints at %d ppi, under %d", ph.File, ppi, rules.Fail)
	case ppi < rules.Warn:
		pg.diags.Warnf(ph.At.Of("file"), "low-resolution", hint, "photo %q prints at %d ppi", ph.File, ppi)
	}
}

// gallery measures a strip of equal frames for the remaining pictures, captions
// below.
func (m *measurer) gallery(n *brand.Node, f frame) *box {
	p := m.part(f)
	from := max(n.Gallery.From, 1)
	if p == nil || len(p.figures) < from {
		return nil
	}
	figs := p.figures[from-1:]
	across := n.Gallery.Across
	if across == 0 || across > len(figs) {
		across = len(figs)
	}
	gutter := m.brand.Grid.Gutter
	var strips []*box
	for _, k := range strip(len(figs), across) {
		w := columnWidth(f.w, gutter, k)
		strips = append(strips, m.strip(n, f, figs[:k], w), m.captions(f, figs[:k], w))
		figs = figs[k:]
	}
	return m.stack(strips)
}

// strip shares n pictures out over rows of about so many, the longer rows first;
// no picture stands alone in a row where others share one.
func strip(n, across int) []int {
	rows := (n + across - 1) / across
	if n%across == 1 && rows > 1 {
		rows--
	}
	out := make([]int, rows)
	for i := range out {
		out[i] = n / rows
		if i < n%rows {
			out[i]++
		}
	}
	return out
}

// strip is one row of frames of one height.
func (m *measurer) strip(n *brand.Node, f frame, figs []*figure, w geom.Length) *box {
	top := m.capOffset(n, sides{})
	p := m.part(f)
	b := m.picture(n.Gallery.Rows, m.costs.Figure, func(h int) (price, bool) {
		var sum price
		for _, fig := range figs {
			one, ok := m.framePrice(fig.photo, geom.Rect{W: w, H: m.rows(h) - top})
			if !ok {
				return 0, false
			}
			sum += one
		}
		return sum, true
	})
	b.set = func(pg *page, y geom.Length, h int) {
		for i, fig := range figs {
			x := f.x + (w+m.brand.Grid.Gutter)*geom.Length(i)
			pg.picture(p.story, fig, geom.Rect{X: x, Y: y + top, W: w, H: m.rows(h) - top})
		}
	}
	return b
}

// captions sets the captions under a strip.
func (m *measurer) captions(f frame, figs []*figure, w geom.Length) *box {
	sets := make([]*captionSet, len(figs))
	h := 0
	for i, fig := range figs {
		if sets[i] = m.captionOf(fig, w); sets[i] != nil {
			h = max(h, m.halves(m.captionRoom(sets[i])))
		}
	}
	if h == 0 {
		return nil
	}
	return m.fixed(h, 0, func(pg *page, y geom.Length, _ int) {
		for i, c := range sets {
			if c == nil {
				continue
			}
			g := f
			g.x, g.w = f.x+(w+m.brand.Grid.Gutter)*geom.Length(i), w
			pg.caption(c, g, y+m.captionDrop()-c.lead)
		}
	})
}
