package golden

import (
	"fmt"
	"slices"
	"strings"
)

// figurePair says which picture of a story became which; -1 is none.
type figurePair struct{ old, new int }

// figurePairs matches the pictures of a story: by file, then those left over in
// their order.
func figurePairs(p pair) []figurePair {
	a, b := p.old.figures, p.new.figures
	taken := make([]bool, len(a))
	out := make([]figurePair, len(b))
	for j := range b {
		out[j] = figurePair{-1, j}
		for i := range a {
			if !taken[i] && a[i].File == b[j].File {
				taken[i], out[j].old = true, i
				break
			}
		}
	}
	var left []int
	for i := range a {
		if !taken[i] {
			left = append(left, i)
		}
	}
	for j := range out {
		if out[j].old < 0 && len(left) > 0 {
			out[j].old, left = left[0], left[1:]
		}
	}
	for _, i := range left {
		out = append(out, figurePair{i, -1})
	}
	return out
}

// photoName says which picture of a story is meant.
func photoName(s *story, i int) string {
	if len(s.figures) == 1 {
		return "the photo"
	}
	return fmt.Sprintf("photo %d", i+1)
}

// photos says which pictures came, went or show something else.
func (c *comparison) photos() {
	for _, p := range c.pairs {
		pairs := figurePairs(p)
		c.photoOrder(p, pairs)
		for _, f := range pairs {
			at := Finding{Kind: "photo", rank: rankPhoto, Story: p.new.id}
			switch {
			case f.old < 0:
				at.Page = p.new.figures[f.new].page
				c.say(at, "%s: photo %s added", p.new.id, p.new.figures[f.new].File)
			case f.new < 0:
				at.Page = p.old.figures[f.old].page
				c.say(at, "%s: photo %s is gone", p.new.id, p.old.figures[f.old].File)
			default:
				at.Page = p.new.figures[f.new].page
				c.photo(at, p, f)
			}
		}
	}
}

// photoOrder says whether pictures changed places.
func (c *comparison) photoOrder(p pair, pairs []figurePair) {
	for _, f := range pairs {
		if f.old < 0 || f.new < 0 || f.old == f.new || !p.old.figures[f.old].Read || !p.new.figures[f.new].Read {
			continue
		}
		back := figurePair{f.new, f.old}
		if f.old < f.new && slices.Contains(pairs, back) && p.old.figures[f.old].File == p.new.figures[f.new].File {
			c.say(Finding{Kind: "photo", rank: rankPhoto, Story: p.new.id, Page: p.new.figures[f.new].page},
				"%s: photos %d and %d changed places", p.new.id, f.old+1, f.new+1)
		}
	}
}

// photo compares one picture.
func (c *comparison) photo(at Finding, p pair, f figurePair) {
	a, b := p.old.figures[f.old], p.new.figures[f.new]
	name := photoName(p.new, f.new)
	if !a.Read || !b.Read {
		name = photoName(p.old, f.old) // what is not read has no number of its own
	}
	if a.File != b.File {
		c.say(at, "%s: %s is %s instead of %s", p.new.id, name, b.File, a.File)
		return
	}
	if a.Sum != b.Sum && a.Sum != "" && b.Sum != "" {
		c.say(at, "%s: %s is another picture under the name %s", p.new.id, name, b.File)
	}
	switch {
	case a.Read && !b.Read:
		c.say(at, "%s: %s is a decoration now and not read out", p.new.id, name)
	case !a.Read && b.Read:
		c.say(at, "%s: %s is read out now: %s", p.new.id, name, quote(clip(b.Alt)))
	case a.Alt != b.Alt:
		c.say(at, "%s: alternative text of %s %s", p.new.id, name, reworded(wordsOf(a.Alt), wordsOf(b.Alt)))
	}
	c.crop(at, p, f)
	if !slices.Equal(a.Scrims, b.Scrims) && !slices.EqualFunc(a.Scrims, b.Scrims, sameInk) {
		c.say(at, "%s: the tint over %s %s -> %s", p.new.id, name, orNone(strings.Join(a.Scrims, ", ")), orNone(strings.Join(b.Scrims, ", ")))
	}
}

// crop says that a picture shows another part, where that does not follow from
// its size alone, or that it is to.
func (c *comparison) crop(at Finding, p pair, f figurePair) {
	a, b := p.old.figures[f.old], p.new.figures[f.new]
	name := photoName(p.new, f.new)
	sized := far(a.rect.W, b.rect.W, c.Tolerance) || far(a.rect.H, b.rect.H, c.Tolerance)
	wish := !slices.Equal(a.Focus, b.Focus) || !slices.Equal(a.Keep, b.Keep)
	if wish {
		at.Details = append(at.Details, "to show: "+a.wish()+" -> "+b.wish())
	}
	if !wish {
		at.rank = rankFurniture // it follows from something else
	}
	switch {
	case a.Crop != b.Crop && a.Sum == b.Sum && (!sized || wish):
		c.say(at, "%s: %s is cropped otherwise: %s%s", p.new.id, name, shifted(a.Crop, b.Crop), b.focused())
	case wish:
		c.say(at, "%s: %s is to show %s instead of %s", p.new.id, name, b.wish(), a.wish())
	}
}

// wish says what every crop of a picture is to show.
func (f *Figure) wish() string {
	percent := func(list []int) string {
		var out []string
		for _, n := range list {
			out = append(out, pt(Length(n))+" %")
		}
		return strings.Join(out, " ")
	}
	var out []string
	if len(f.Focus) > 0 {
		out = append(out, "the point "+percent(f.Focus))
	}
	if len(f.Keep) > 0 {
		out = append(out, "the rectangle "+percent(f.Keep))
	}
	if len(out) == 0 {
		return "no certain part"
	}
	return list(out)
}

// sameInk reports whether two scrims differ in their places only, which follow
// from the picture's height.
func sameInk(a, b string) bool {
	opacity := func(s string) (out []string) {
		for i, f := range strings.Fields(s) {
			if _, o, ok := strings.Cut(f, ":"); ok && i > 0 {
				f = o
			}
			out = append(out, f)
		}
		return out
	}
	return slices.Equal(opacity(a), opacity(b))
}

func wordsOf(s string) (out []token) {
	for _, w := range strings.Fields(s) {
		out = append(out, token{text: w})
	}
	return out
}

// shifted says how a crop moved over its picture, in percent of the picture.
func shifted(a, b [4]int) string {
	var parts []string
	part := func(by int, more, less string) {
		if n := (max(by, -by) + 50) / 100; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %% further %s", n, way(by, more, less)))
		}
	}
	part((b[0]+b[2]-a[0]-a[2])/2, "right", "left")
	part((b[1]+b[3]-a[1]-a[3])/2, "down", "up")
	was, is := (a[2]-a[0])*(a[3]-a[1]), (b[2]-b[0])*(b[3]-b[1])
	if n := (is - was) / 1e6; n >= 1 || n <= -1 {
		parts = append(parts, way(n, "more", "less")+" of the picture")
	}
	if len(parts) == 0 {
		return "a little"
	}
	return strings.Join(parts, ", ")
}

// focused says whether a crop shows what it has to, where that is known.
func (f *Figure) focused() string {
	in := func(p []int) bool {
		return p[0] >= f.Crop[0] && p[0] <= f.Crop[2] && p[1] >= f.Crop[1] && p[1] <= f.Crop[3]
	}
	switch {
	case len(f.Focus) != 2 && len(f.Keep) != 4:
		return ""
	case len(f.Focus) == 2 && !in(f.Focus), len(f.Keep) == 4 && (!in(f.Keep[:2]) || !in(f.Keep[2:])):
		return " (focus outside)"
	}
	return " (focus still inside)"
}
