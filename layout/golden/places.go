package golden

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// places says what stands elsewhere or has another size, a sentence a page.
// Where the house style changed, all pages share one.
func (c *comparison) places() {
	c.edited = map[string]bool{}
	for _, f := range c.out {
		if f.rank <= rankText {
			c.edited[f.Story] = true
		}
	}
	var all []*pageChange
	former := c.formerPages()
	for i := range c.new.Pages {
		q := &c.new.Pages[i]
		p := former[q]
		if p == nil {
			continue
		}
		d := &pageChange{comparison: c, old: p, new: q}
		d.compare()
		if len(d.clauses) > 0 {
			all = append(all, d)
		}
	}
	if c.anew {
		c.together(all, "set anew: %s")
		return
	}
	// What an edit does to its own page is told by itself; what it does to many
	// pages, together.
	var own, others []*pageChange
	for _, d := range all {
		if d.own() {
			own = append(own, d)
		} else {
			others = append(others, d)
		}
	}
	if len(own) == 0 && len(c.out) == 0 {
		c.pageByPage(others, 6, "set otherwise: %s") // there is nothing else to tell
		return
	}
	c.pageByPage(own, 3, "set otherwise: %s")
	c.pageByPage(others, 2, "set otherwise, too: %s")
}

func (c *comparison) pageByPage(list []*pageChange, several int, format string) {
	if len(list) > several {
		c.together(list, format)
		return
	}
	for _, d := range list {
		f := d.finding()
		c.say(f, "%s", f.Text)
	}
}

// own reports whether the page has a story that was written otherwise.
func (d *pageChange) own() bool {
	return slices.ContainsFunc(d.new.Blocks, func(k Block) bool { return k.Story != "" && d.edited[k.Story] })
}

// finding says what the page's things did.
func (d *pageChange) finding() Finding {
	const several = 5
	text := strings.Join(d.clauses, "; ")
	if n := len(d.clauses); n > several {
		text = strings.Join(d.clauses[:several], "; ") + "; and " + count(n-several, "more thing", "more things")
	}
	return Finding{Kind: "place", Page: d.new.Number, Text: fmt.Sprintf("page %d: %s", d.new.Number, text), Details: d.details, rank: rankPlace}
}

// together tells of several pages in one sentence.
func (c *comparison) together(all []*pageChange, format string) {
	if len(all) == 0 {
		return
	}
	f := Finding{Kind: "place", rank: rankPlace}
	var pages []int
	broken, sized := 0, 0
	for _, d := range all {
		f.Details = append(f.Details, d.finding().Text)
		pages = append(pages, d.new.Number)
		broken, sized = broken+d.broken, sized+d.sized
	}
	text := onPages(pages)
	if len(pages) == len(c.new.Pages) {
		text = "every page"
	}
	if broken > 0 {
		text += ", " + count(broken, "line", "lines") + " broken otherwise"
	}
	if sized > 0 {
		text += ", " + count(sized, "photo", "photos") + " of another size"
	}
	c.say(f, format, text)
}

// formerPages returns for each page what it was: the page with the most of its
// stories, of several the one with its number. No two were the same.
func (c *comparison) formerPages() map[*Page]*Page {
	type likeness struct {
		old, new      *Page
		stories, near int
	}
	var all []likeness
	for i := range c.new.Pages {
		q := &c.new.Pages[i]
		was := map[string]bool{}
		for _, k := range q.Blocks {
			if k.Story != "" && c.twin[k.Story] != "" {
				was[c.twin[k.Story]] = true
			}
		}
		for j := range c.old.Pages {
			p := &c.old.Pages[j]
			l := likeness{old: p, new: q, near: -max(p.Number-q.Number, q.Number-p.Number)}
			for _, k := range p.Blocks {
				if was[k.Story] {
					l.stories++
				}
			}
			if l.stories > 0 || l.near == 0 {
				all = append(all, l)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b likeness) int { return cmp.Or(cmp.Compare(b.stories, a.stories), cmp.Compare(b.near, a.near)) })
	out, taken := map[*Page]*Page{}, map[*Page]bool{}
	for _, l := range all {
		if out[l.new] == nil && !taken[l.old] {
			out[l.new], taken[l.old] = l.old, true
		}
	}
	return out
}

// pageChange compares one page with what it was.
type pageChange struct {
	*comparison
	old, new *Page
	several  bool // the page has several stories
	clauses  []string
	details  []string
	shifts   []shift
	broken   int  // lines
	sized    int  // photos
	still    int  // things that stand where they stood
	boxes    int  // that moved or stretched
	fresh    bool // the page has a story that it had not
}

// shift is a way that things moved.
type shift struct {
	dx, dy Length
	what   []string
}

func (d *pageChange) say(format string, args ...any) {
	if text := fmt.Sprintf(format, args...); !slices.Contains(d.clauses, text) {
		d.clauses = append(d.clauses, text)
	}
}

func (d *pageChange) detail(format string, args ...any) {
	d.details = append(d.details, fmt.Sprintf(format, args...))
}

func (d *pageChange) compare() {
	stories := 0
	for _, k := range d.new.Blocks {
		if k.Story != "" {
			stories++
		}
	}
	d.several = stories > 1
	if a, b := d.old.Template, d.new.Template; a != b {
		if d.old.Number != d.new.Number {
			return // the stories moved; that is told
		}
		d.say("set by template %s instead of %s", b, a)
	}
	for _, b := range d.ownFirst() {
		id := b.Story
		if id != "" {
			id = d.twin[id]
		}
		at := slices.IndexFunc(d.old.Blocks, func(k Block) bool { return k.Story == id })
		if at < 0 || b.Story != "" && id == "" {
			d.fresh = true
			continue
		}
		d.block(&d.old.Blocks[at], b)
	}
	d.moved()
}

// ownFirst returns the page's blocks, before the others those of stories that
// were written otherwise: the rest follows from them.
func (d *pageChange) ownFirst() (out []*Block) {
	for _, own := range []bool{true, false} {
		for i := range d.new.Blocks {
			if k := &d.new.Blocks[i]; (k.Story != "" && d.edited[k.Story]) == own {
				out = append(out, k)
			}
		}
	}
	return out
}

// block compares what a story has on the page.
func (d *pageChange) block(a, b *Block) {
	if b.Story == "" && d.old.Number%2 != d.new.Number%2 {
		return // folios change sides
	}
	d.lines(a, b)
	d.pictures(a, b)
	d.pieces(a, b)
	for _, f := range b.Bill {
		if !slices.Contains(a.Bill, f) {
			d.detail("bill: %s %s -> %s %s", f.Change, pt(f.From), pt(f.To), f.Unit)
		}
	}
}

// of adds whose a thing is, where the page has several stories.
func (d *pageChange) of(what string, k *Block) string {
	if !d.several || k.Story == "" || k.Story == what {
		return what
	}
	return what + " of " + k.Story
}

// lines compares the number of lines, and where nothing was written otherwise,
// how they were broken.
func (d *pageChange) lines(a, b *Block) {
	for _, role := range []string{"title", "lead", "body"} {
		x, y := linesOf(a, role), linesOf(b, role)
		switch n := len(y) - len(x); {
		case n > 0 && len(x) > 0:
			d.say("the %s gained %s", d.of(role, b), count(n, "line", "lines"))
		case n < 0 && len(y) > 0:
			d.say("the %s lost %s", d.of(role, b), count(-n, "line", "lines"))
		case n != 0 && role == "lead":
			d.say("%s", d.of(way(n, "the opening is set as a lead", "the lead is set as body"), b))
		case n != 0:
			d.say("the %s has %s here, %d before", d.of(role, b), count(len(y), "line", "lines"), len(x))
		}
		h := difference(len(x), len(y), func(i, j int) bool { return x[i].Text == y[j].Text })
		n, wider := 0, 0
		for _, h := range h {
			n += h.b1 - h.b0
			for i := range max(h.a1-h.a0, h.b1-h.b0) {
				was, is := "", ""
				if h.a0+i < h.a1 {
					was = x[h.a0+i].Text
				}
				if h.b0+i < h.b1 {
					is = y[h.b0+i].Text
				}
				d.detail("%s: %s -> %s", d.of(role, b), quote(was), quote(is))
			}
		}
		d.broken += n
		if len(h) == 0 {
			for i := range x {
				if far(x[i].Width, y[i].Width, d.Tolerance) {
					wider++
				}
			}
		}
		switch {
		case n > 0 && !d.bodies[b.Story] && role != "title" && len(x) > 0 && len(y) > 0:
			d.say("%s of the %s broken otherwise", count(n, "line", "lines"), d.of(role, b))
		case wider > 0 && !d.bodies[b.Story] && role != "title":
			d.say("%s of the %s set wider or narrower", count(wider, "line", "lines"), d.of(role, b))
		}
	}
}

// linesOf returns the lines of a role; the body is all running text but the
// lead.
func linesOf(k *Block, role string) (out []Line) {
	for _, it := range k.Items {
		if it.Text == nil {
			continue
		}
		if it.Role == role || role == "body" && isRunning(it.Role) && it.Role != "lead" {
			out = append(out, it.Text.Lines...)
		}
	}
	return out
}

// pictures compares the size of pictures that are on both pages.
func (d *pageChange) pictures(a, b *Block) {
	at := 0
	for _, it := range b.Items {
		if it.Figure == nil {
			continue
		}
		at++
		old := slices.IndexFunc(a.Items, func(o Item) bool { return o.Figure != nil && o.Figure.File == it.Figure.File })
		if old < 0 {
			continue
		}
		was, is := clipped(a.Items[old].Rect, d.old), clipped(it.Rect, d.new)
		name := d.pictureName(b, at)
		var parts []string
		if dw := is.W - was.W; far(dw, 0, d.Tolerance) {
			parts = append(parts, pt(abs(dw))+" pt "+way(int(dw), "wider", "narrower"))
		}
		if dh := is.H - was.H; far(dh, 0, d.Tolerance) {
			parts = append(parts, pt(abs(dh))+" pt "+way(int(dh), "taller", "shorter"))
		}
		if len(parts) > 0 {
			d.sized++
			d.say("%s is %s%s", name, list(parts), it.Figure.focused())
		}
		d.shift(name, is.X-was.X, is.Y-was.Y, false)
	}
}

// clipped cuts a rectangle at the sheet: how far things bleed is the house's
// matter.
func clipped(r Rect, p *Page) Rect {
	x, y := max(r.X, 0), max(r.Y, 0)
	return Rect{x, y, min(r.Right(), p.W) - x, min(r.Bottom(), p.H) - y}
}

func (d *pageChange) pictureName(b *Block, at int) string {
	s := d.find(b.Story)
	before, page := 0, 0
	if s != nil {
		for _, f := range s.figures {
			if f.page < d.new.Number {
				before++
			}
			page++
		}
	}
	if page == 1 {
		return d.of("the photo", b)
	}
	return d.of(fmt.Sprintf("photo %d", before+at), b)
}

func (c *comparison) find(id string) *story {
	at := slices.IndexFunc(c.new.stories, func(s *story) bool { return s.id == id })
	if at < 0 {
		return nil
	}
	return c.new.stories[at]
}
