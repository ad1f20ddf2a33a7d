package flow

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"masthead/layout/brand"
	"masthead/layout/geom"
	"masthead/layout/para"
)

// Setting text for the first time is most of the work of composing, and depends on
// nothing but the words, the style and the measure. So the stories that the search
// comes to next are set by another goroutine, in the styles and at the measures of
// the brand's templates. Whether it was in time bears on nothing but the time.

// aheadUnits is how many stories are set ahead of the search.
const aheadUnits = 12

// A use is a style and a measure in which templates set a piece of a story.
type use struct {
	text    string // title, kicker, lead, caption, credit, fact; body: the running text
	style   string
	measure geom.Length // of the running text; of other pieces their style is enough to guess
}

// ahead sets blocks ahead of the search. Only the composing goroutine calls its
// methods.
type ahead struct {
	c      *composer
	uses   []use
	blocks map[earlyKey]*early
	next   int // unit

	breaker *para.Breaker // of the other goroutine
	turn    sync.Mutex    // for it
	wait    sync.WaitGroup
	stopped atomic.Bool
}

// An early block is one that is set ahead, or by who needs it first.
type early struct {
	once     sync.Once
	block    *block
	spans    []para.Span
	params   para.Params
	measures []para.Widths
}

type earlyKey struct {
	piece  *piece
	style  string
	indent bool
}

// newAhead prepares to set text ahead; nil where there is nobody to do it.
func newAhead(c *composer) *ahead {
	if runtime.GOMAXPROCS(0) < 2 {
		return nil
	}
	a := &ahead{c: c, uses: c.uses(), blocks: map[earlyKey]*early{}, breaker: c.breaker.Twin()}
	a.reach(0)
	return a
}

// uses lists how the brand's templates set the pieces of stories: running text
// first, of which there is most.
func (c *composer) uses() []use {
	var body, rest []use
	for i := range c.brand.Template.Entries {
		m, _ := c.measurer(ask{template: i}, true)
		m.usesOf(m.template.Stack, frame{x: m.live.X, w: m.live.W}, func(u use) {
			list := &rest
			if u.text == "body" {
				list = &body
			}
			if !slices.Contains(*list, u) {
				*list = append(*list, u)
			}
		})
	}
	return append(body, rest...)
}

// usesOf visits the texts of a tree, with their measures.
func (m *measurer) usesOf(nodes []brand.Node, f frame, visit func(use)) {
	for i := range nodes {
		n := &nodes[i]
		g := m.span(f, n.Columns)
		if n.Box != "" {
			pad := m.brand.Box(n.Box).Insets()
			g.w -= pad.Left + pad.Right
		}
		switch {
		case n.Body != nil:
			_, w := m.columnsOf(n.Body, g.w)
			visit(use{"body", textStyle(n.Body), w})
			each([]brand.Node{*n}, func(in *brand.Node) { m.factsOf(in, visit) })
			continue
		case n.Facts != nil:
			m.factsOf(n, visit)
		case n.Caption > 0:
			visit(use{text: "caption", style: "caption"})
			visit(use{text: "credit", style: "credit"})
		case n.Text == "title" || n.Text == "kicker" || n.Text == "lead":
			for _, style := range stylesOf(n) {
				if m.brand.Style(style).Fit == nil {
					visit(use{text: n.Text, style: style})
				}
			}
		}
		if n.Pour != nil {
			g.w = columnWidth(g.w, n.Pour.Gutter, n.Pour.Columns)
		}
		for _, kids := range children(n) {
			m.usesOf(kids, g, visit)
		}
	}
}

// factsOf visits the styles of a facts box, which is seldom wider than a column.
func (m *measurer) factsOf(n *brand.Node, visit func(use)) {
	if n.Facts != nil {
		spec := m.factStyles(n.Facts)
		visit(use{text: "fact", style: spec.Label})
		visit(use{text: "fact", style: spec.Value})
	}
}

// reach sets the stories before a unit and some after it.
func (a *ahead) reach(unit int) {
	if a == nil {
		return
	}
	var batch []*early
	for end := min(unit+aheadUnits, len(a.c.units)); a.next < end; a.next++ {
		batch = a.story(batch, a.c.units[a.next])
	}
	if len(batch) == 0 {
		return
	}
	a.wait.Go(func() {
		a.turn.Lock()
		defer a.turn.Unlock()
		for _, e := range batch {
			if a.stopped.Load() {
				return
			}
			e.ahead(a.breaker)
		}
	})
}

// restart begins anew where the search does, if it has forgotten what was set.
func (a *ahead) restart() {
	if a != nil && len(a.c.units) >= manyUnits {
		clear(a.blocks)
		a.next = 0
	}
}

// stop ends the work.
func (a *ahead) stop() {
	if a != nil {
		a.stopped.Store(true)
		a.wait.Wait()
	}
}

// story adds the blocks of a story.
func (a *ahead) story(batch []*early, s *story) []*early {
	leads := a.c.leads(s)
	for _, n := range leads[:min(2, len(leads))] {
		o := s.opening(n)
		for i := range o.paras {
			p := &o.paras[i]
			for _, u := range a.uses {
				if u.text == "body" {
					batch = a.add(batch, p, u)
				}
			}
		}
		for _, u := range a.uses {
			if u.text == "lead" {
				batch = a.piece(batch, o.lead, u)
			}
		}
	}
	for _, u := range a.uses {
		switch u.text {
		case "title":
			batch = a.piece(batch, s.title, u)
		case "kicker":
			batch = a.piece(batch, s.kicker, u)
		case "fact":
			for _, f := range s.facts {
				batch = a.piece(batch, f.label, u)
				batch = a.piece(batch, f.value, u)
			}
		case "caption", "credit":
			for _, f := range s.figures {
				if u.text == "caption" {
					batch = a.piece(batch, f.caption, u)
				} else {
					batch = a.piece(batch, f.credit, u)
				}
			}
		}
	}
	return batch
}

// add adds a paragraph of running text.
func (a *ahead) add(batch []*early, p *paragraph, u use) []*early {
	name := a.c.bodyStyle(p, u.style)
	st := a.c.brand.Style(name)
	if p.lead && st.DropCap != nil || st.RunIn > 0 && p.indent > 0 {
		return batch // their beginning is set otherwise
	}
	u.style, u.measure = name, u.measure-geom.Length(p.indent)*a.c.listIndent(st)
	return a.block(batch, earlyKey{p.piece, name, indented(p, st)}, u)
}

// piece adds another piece of a story; nil is none.
func (a *ahead) piece(batch []*early, p *piece, u use) []*early {
	if p == nil {
		return batch
	}
	return a.block(batch, earlyKey{p, u.style, false}, u)
}

func (a *ahead) block(batch []*early, key earlyKey, u use) []*early {
	if e := a.blocks[key]; e != nil {
		e.at(u)
		return batch
	}
	st := a.c.brand.Style(key.style)
	if st.Opening != nil || len(key.piece.spans) == 0 || key.piece.find(key.style, 0, key.indent) != nil {
		return batch
	}
	e := &early{block: &block{piece: key.piece, style: st, size: st.Size}}
	e.at(u)
	e.spans = a.c.spansFrom(e.block, st, st.Size, 0)
	indent := geom.Length(0)
	if key.indent {
		indent = st.Indent
	}
	e.params = a.c.paramsOf(key.piece, st, indent)
	a.blocks[key] = e
	return append(batch, e)
}

// at adds the measure of a use at which the block is wanted, if it says one.
func (e *early) at(u use) {
	if u.measure > 0 {
		e.measures = append(e.measures, para.Widths{Rest: u.measure})
	}
}

// take returns a block that is set ahead, or is to be; nil where none is.
func (a *ahead) take(p *piece, style string, indent bool) *block {
	if a == nil {
		return nil
	}
	key := earlyKey{p, style, indent}
	e := a.blocks[key]
	if e == nil {
		return nil
	}
	delete(a.blocks, key)
	e.once.Do(func() {})
	if e.block.par == nil {
		e.block.par = a.c.breaker.Prepare(e.spans, e.params)
	}
	a.c.breaker.Adopt(e.block.par)
	a.c.missing(p, e.block.par)
	return e.block
}

// ahead sets the block, if nobody has. What goes wrong here goes wrong again where
// the block is needed, and is reported there.
func (e *early) ahead(b *para.Breaker) {
	defer func() { _ = recover() }()
	e.once.Do(func() {
		par := b.Prepare(e.spans, e.params)
		for _, w := range e.measures {
			par.Measure(w, 0, nil)
		}
		e.block.par = par
	})
}
