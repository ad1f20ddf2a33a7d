package paint

import (
	"fmt"
	"slices"
	"strconv"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// painter holds the page under the brush.
type painter struct {
	doc    *display.Document
	opt    Options
	ledger *display.Ledger
	owners map[display.Mark]*display.Tag // nil in print, which has no tags

	out     []byte // the page's operators
	grounds []ground
	at      *display.Sheet       // the page's entry in the ledger
	broken  map[display.Mark]int // the words that the next line of a mark goes on with, by Ledger.Words from 1
	open    bool                 // a marked sequence is open,
	owned   owned                // and this is what it belongs to
}

// owned says what marked content belongs to: a mark, or a broken word under it.
type owned struct {
	mark display.Mark
	word int
}

// page paints the items of one page into p.out.
//
// In the print file they are clipped to the bleed, and the marks come after
// them, so that nothing can run into the marks.
func (p *painter) page(page *display.Page, sheet *display.Sheet) error {
	p.out, p.at, p.open, p.grounds = append(p.out[:0], display.Preamble...), sheet, false, p.grounds[:0]
	if p.opt.Profile == display.Print {
		p.op("q")
		b := sheet.Bleed
		p.numbers(p.rect(geom.Rect{X: b.X - sheet.Trim.X, Y: b.Y - sheet.Trim.Y, W: b.W, H: b.H}))
		p.op("re W n")
	}
	for i, item := range page.Items {
		if err := p.item(item); err != nil {
			return fmt.Errorf("item %d: %w", i+1, err)
		}
	}
	p.close()
	if p.opt.Profile == display.Print {
		p.op("Q")
		p.marks()
		return p.slug(page)
	}
	return nil
}

func (p *painter) item(item display.Item) error {
	switch it := item.(type) {
	case *display.Text:
		if !it.Only.In(p.opt.Profile) || len(it.Glyphs) == 0 {
			return nil
		}
		box, err := p.extent(it)
		if err != nil {
			return err
		}
		return p.run(it, box)
	case *display.Fill:
		if !it.Only.In(p.opt.Profile) || it.Rect.Empty() {
			return nil
		}
		return p.marked(owned{mark: it.Mark}, it.Rect, func() error { return p.fill(it) })
	case *display.Path:
		box := outline(it.Contours)
		if !it.Only.In(p.opt.Profile) || box.Empty() {
			return nil
		}
		return p.marked(owned{mark: it.Mark}, box, func() error { return p.path(it, box) })
	case *display.Image:
		if !it.Only.In(p.opt.Profile) || it.Rect.Empty() {
			return nil
		}
		return p.marked(owned{mark: it.Mark}, it.Rect, func() error { return p.image(it) })
	case *display.Link:
		return nil // an annotation, not ink
	}
	return fmt.Errorf("an item of type %T", item)
}

// marked paints inside the marked sequence of o, opening one where none of o's
// is open (ISO 32000-1, 14.6 and 14.8.2.2). Sequences number from 0 on each page.
func (p *painter) marked(o owned, box geom.Rect, paint func() error) error {
	if p.opt.Profile == display.Print {
		return paint()
	}
	if !p.open || p.owned != o {
		p.close()
		if o.mark == 0 {
			p.op("/Artifact BMC")
		} else {
			owner := p.owners[o.mark]
			if owner == nil {
				return fmt.Errorf("mark %d belongs to no element", o.mark)
			}
			role := owner.Role
			if o.word > 0 {
				role = "Span"
			}
			p.op("/" + role + " <</MCID " + strconv.Itoa(len(p.at.Sequences)) + ">> BDC")
			p.at.Sequences = append(p.at.Sequences, display.Sequence{Mark: o.mark, Word: o.word})
		}
		p.open, p.owned = true, o
	}
	if o.mark != 0 {
		s := &p.at.Sequences[len(p.at.Sequences)-1]
		s.Box = s.Box.Union(box)
	}
	return paint()
}

func (p *painter) close() {
	if p.open {
		p.op("EMC")
	}
	p.open = false
}

// use books that the page calls i.
func use(list []int, i int) []int {
	at, found := slices.BinarySearch(list, i)
	if found {
		return list
	}
	return slices.Insert(list, at, i)
}
