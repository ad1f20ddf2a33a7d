package flow

import (
	"math"

	"masthead/layout/geom"
)

// A page on which a story goes on has one best form, but what comes after it may
// fare better with more of the text on it, or less: the pictures on it are made
// smaller or larger, or others are shown. So the page is asked for some amounts.

// amountRows are the rows across the page by which the text is less at every step.
const amountRows = 4

// Steps of text that are tried on a page: so many less, and more.
const (
	stepsLess = 3
	stepsMore = 2
)

// An amount bounds the text of an unfinished story on a page, as the length of its
// lines. The zero amount is any.
type amount struct{ least, most geom.Length }

// amountOf is how much text a page may hold that is to hold some steps less than
// suits it best, or more.
func (c *composer) amountOf(a ask) amount {
	best := a
	best.less = 0
	n := c.answer(best).text - geom.Length(amountRows*a.less)*c.brand.Live().W
	if a.less < 0 {
		return amount{least: n}
	}
	return amount{most: max(1, n)}
}

// rows is the amount in rows of a text.
func (a amount) rows(b *bodySet) (least, most int) {
	if b.part.finish {
		return 0, math.MaxInt32
	}
	if most = math.MaxInt32; a.most > 0 {
		most = max(1, a.most.FloorDiv(b.width))
	}
	return a.least.CeilDiv(b.width), most
}

// gives reports whether a page may hold more of the text or less: there are pictures
// on it, or pieces that may be left out.
func (c *composer) gives(a ask) bool {
	for i, s := range c.storiesOf(a) {
		photos, begun := len(s.figures), false
		if i == 0 {
			photos, begun = photos-a.start.photos, a.start != position{}
		}
		if photos > 0 || !begun && (s.quote != nil || len(s.facts) > 0) {
			return true
		}
	}
	return a.number == 1 && c.in.Issue.Cover != nil
}

// flexes reports whether there are templates that take more or less text of a story
// that goes on; poured ones always give what suits what comes after.
func (c *composer) flexes() bool {
	for i := range c.brand.Template.Entries {
		if c.brand.Template.Entries[i].Value.Serves.Part != "whole" && !c.traits(i).pours {
			return true
		}
	}
	return false
}

// unfinished offers pages with a story that goes on overleaf.
func (c *composer) unfinished(s *step, a ask, f *front) {
	offer := func(less int) bool {
		a.less = less
		got := c.answer(a)
		if got.price < c.most {
			f.finish(c, c.step(s, a, got))
		}
		return got.price < c.most
	}
	if c.traits(a.template).pours {
		for less := range 3 {
			offer(less)
		}
		return
	}
	if !offer(0) || !c.amounts || !c.gives(a) {
		return
	}
	for n := 1; n <= stepsLess && n*a.count <= stepsLess && offer(n); n++ {
	}
	for n := 1; n <= stepsMore && offer(-n); n++ {
	}
}
