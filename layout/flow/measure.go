package flow

import (
	"slices"

	"masthead/layout/brand"
	"masthead/layout/geom"
)

// A part is what a page shows of a story: from a start on, to its end or as far
// as the page reaches.
type part struct {
	*story
	start   position
	opening int       // sentences of the lead
	figures []*figure // those that are still to be shown
	finish  bool      // the story must end on this page
	turn    bool      // it goes on on any later page
	rest    bool      // it turned on an earlier page
}

// A position is a place in a story: what is set before it. The zero position is
// its beginning.
type position struct {
	para    int // paragraphs
	offset  int // bytes of the next one
	photos  int
	opening int // sentences of the lead with which the story began
}

// continued reports whether the part does not begin its story.
func (p *part) continued() bool { return p.start != position{} }

// A measurer turns the nodes of one template into boxes, for one set of stories.
type measurer struct {
	*composer
	template  *brand.Template
	parts     []*part
	mirrored  bool
	number    int             // of the page
	last      bool            // no story is left after the page
	less      int             // steps of less text than suits the page best
	amount    amount          // of the text of an unfinished story
	following []*part         // the stories that come next, if they do so in order
	skip      int             // units that stand on earlier pages
	wanted    wanted          // heights of the box at hand
	hidden    map[*part]shown // pieces that a pour leaves out
	dry       bool            // boxes are asked for prices only
	sketch    bool            // text is priced by the room for it only,
	rough     bool            // and some was
	limit     int             // half rows of the page
	live      geom.Rect
	costs     *brand.Costs
	baseline  geom.Length
}

// rows returns the height of n half rows.
func (m *measurer) rows(n int) geom.Length { return m.baseline * geom.Length(n) / 2 }

// halves returns the half rows that cover l.
func (m *measurer) halves(l geom.Length) int { return (l * 2).CeilDiv(m.baseline) }

// A frame is where a node stands across the page.
type frame struct {
	from, to int // grid columns, as drawn (before mirroring)
	x, w     geom.Length
	story    int    // index into the page's parts
	ink      string // colour that replaces those of the styles
	ground   string // colour behind it, for contrast
	plain    bool   // inside text columns, which do not change sides
	beside   bool   // on one side of a split

	left, right geom.Length // padding between it and its outer columns
}

// span narrows a frame to grid columns.
func (m *measurer) span(f frame, c brand.Columns) frame {
	if c.From == 0 {
		return f
	}
	first, last := c.From == f.from, c.To == f.to
	f.from, f.to = c.From, c.To
	from, to := c.From, c.To
	if m.mirrored && !f.plain {
		from, to = m.brand.Grid.Columns+1-c.To, m.brand.Grid.Columns+1-c.From
		first, last = last, first
	}
	if !first {
		f.left = 0
	}
	if !last {
		f.right = 0
	}
	f.x = m.brand.ColumnX(from) + f.left
	f.w = m.brand.ColumnRight(to) - f.right - f.x
	return f
}

// sides returns the sides that bleed, as drawn on this page.
func (m *measurer) sides(names []string) sides {
	var s sides
	for _, n := range names {
		switch n {
		case "top":
			s.top = true
		case "bottom":
			s.bottom = true
		case "left":
			s.left = true
		case "right":
			s.right = true
		}
	}
	if m.mirrored {
		s.left, s.right = s.right, s.left
	}
	return s
}

type sides struct{ top, right, bottom, left bool }

// stretch runs a rectangle off the page on the given sides.
func (m *measurer) stretch(r geom.Rect, s sides) geom.Rect {
	trim, bleed := m.brand.Trim(), m.brand.Page.Bleed
	right, bottom := r.Right(), r.Bottom()
	if s.left {
		r.X = -bleed
	}
	if s.top {
		r.Y = -bleed
	}
	if s.right {
		right = trim.W + bleed
	}
	if s.bottom {
		bottom = trim.H + bleed
	}
	r.W, r.H = right-r.X, bottom-r.Y
	return r
}

// part returns the story that a frame shows; nil where the page has none.
func (m *measurer) part(f frame) *part {
	if f.story < len(m.parts) {
		return m.parts[f.story]
	}
	return nil
}

// node measures one node in a frame. It returns nil where the node is absent:
// its conditions do not hold, or the story has no such piece.
func (m *measurer) node(n *brand.Node, f frame) *box {
	if n.Story > 0 {
		f.story = n.Story - 1
	}
	if !m.holds(n.If, f) {
		return nil
	}
	f = m.span(f, n.Columns)
	b := m.boxed(n, f)
	if b == nil {
		return nil
	}
	if least := int(n.Rows.Min * 2); n.Rows.Set && n.Figure == 0 && n.Layers == nil && n.Gallery == nil && n.Quote == nil {
		b = m.atLeast(b, least)
	}
	if n.Cost > 0 && !n.Space.Set {
		b = b.dearer(price(n.Cost))
	}
	if n.Drop > 0 {
		b = m.orNothing(b, n.Drop)
	}
	return m.coloured(b, f)
}

// coloured sets a box in the colours of its story's section: rules, tints and the
// section's name are its own though the page began with another.
func (m *measurer) coloured(b *box, f frame) *box {
	p := m.part(f)
	if m.dry || b == nil || f.story == 0 || p == nil || p.section == nil {
		return b
	}
	out := *b
	out.set = func(pg *page, y geom.Length, h int) {
		was := pg.section
		pg.section = p.section.number
		b.set(pg, y, h)
		pg.section = was
	}
	return &out
}

// boxed measures a node and draws its box around it.
func (m *measurer) boxed(n *brand.Node, f frame) *box {
	if n.Box == "" {
		return m.kind(n, f)
	}
	look := m.brand.Box(n.Box)
	inner := f
	pad := look.Insets()
	inner.x += pad.Left
	inner.w -= pad.Left + pad.Right
	inner.left, inner.right = f.left+pad.Left, f.right+pad.Right
	if look.Text != "" {
		inner.ink = look.Text
	}
	if look.Fill != "" {
		inner.ground = look.Fill
	}
	was := m.wanted
	if edges := m.halves(pad.Top + pad.Bottom); edges > 0 && len(was) > 0 {
		around := newTable(edges)
		around[edges] = 0
		m.wanted = was.beside(around)
	}
	b := m.kind(n, inner)
	m.wanted = was
	return m.panel(n, f, look, b)
}

// kind measures what a node is.
func (m *measurer) kind(n *brand.Node, f frame) *box {
	switch {
	case m.shownElsewhere(n, f):
		return nil
	case n.Stack != nil:
		return m.stack(m.stacked(n.Stack, f))
	case n.Split != nil:
		return m.divided(m.sideBySide(n.Split, f), n, f)
	case n.Choose != nil:
		return m.choose(m.nodes(n.Choose, f))
	case n.Layers != nil:
		return m.layers(n, f)
	case n.Body != nil:
		return m.body(n, f)
	case n.Pour != nil:
		return m.pour(n, f)
	case n.Each != nil:
		return m.each(n, f)
	}
	p := m.part(f)
	if !m.dry || p == nil || !ofStory(n) {
		return m.leaf(n, f)
	}
	key := leafKey{n, f, p.story, p.start, p.opening, nil, m.limit, m.mirrored}
	if len(p.figures) > 0 {
		key.first = p.figures[0]
	}
	b, ok := m.leaves[key]
	if !ok {
		b = m.leaf(n, f)
		m.leaves[key] = b
	}
	return b
}

// ofStory reports whether a box depends on nothing but its story, and what stands of
// it before the page: it is measured once for all pages.
func ofStory(n *brand.Node) bool {
	switch n.Text {
	case "title", "kicker", "lead", "short":
		return true
	}
	return n.Figure > 0 || n.Caption > 0 || n.Gallery != nil || n.Facts != nil || n.Quote != nil
}

// A leafKey is all that such a box depends on.
type leafKey struct {
	node *brand.Node
	frame
	of       *story
	start    position
	opening  int
	first    *figure // that is still to be shown
	limit    int
	mirrored bool
}

// leaf measures a node that has no others in it.
func (m *measurer) leaf(n *brand.Node, f frame) *box {
	switch {
	case n.Space.Set:
		return m.space(n, f)
	case n.Text != "":
		return m.text(n, f)
	case n.Figure > 0:
		return m.figure(n, f)
	case n.Caption > 0:
		return m.caption(n, f)
	case n.Gallery != nil:
		return m.gallery(n, f)
	case n.Items != nil:
		return m.items(n, f)
	case n.Facts != nil:
		return m.facts(n, f)
	case n.Quote != nil:
		return m.quote(n, f)
	case n.Index != nil:
		return m.index(n, f)
	case n.Calendar != nil:
		return m.calendar(n, f)
	case n.Contacts != nil:
		return m.contacts(n, f)
	case n.Follow != nil:
		return m.follow(n, f)
	case n.Rule != nil:
		return m.ruleBox(n, f)
	}
	return nil
}

func (m *measurer) nodes(ns []brand.Node, f frame) []*box {
	out := make([]*box, 0, len(ns))
	for i := range ns {
		out = append(out, m.node(&ns[i], f))
	}
	return out
}

func (m *measurer) sideBySide(ns []brand.Node, f frame) *box {
	var out []side
	text := false
	// A bare picture and what stands beside it should end together: its caption
	// follows below all sides.
	picture := slices.ContainsFunc(ns, func(n brand.Node) bool { return n.Figure > 0 })
	f.beside = true
	for i := range ns {
		n := &ns[i]
		s := side{box: m.node(n, f), rise: int(n.Rise * 2), share: m.span(f, n.Columns).w}
		s.picture = picture
		text = text || s.box != nil && s.grid
		out = append(out, s)
	}
	for i := range out {
		if text && out[i].box == nil { // nothing stands beside running text: a hole
			out[i].box = m.fixed(0, 0, func(*page, geom.Length, int) {})
		}
	}
	return m.split(out)
}

// each repeats a stack for every story of the page that no other node shows.
func (m *measurer) each(n *brand.Node, f frame) *box {
	var out []*box
	for i := f.story; i < len(m.parts); i++ {
		g := f
		g.story = i
		if i > f.story {
			out = append(out, m.nodes(n.Each.Gap, g)...)
		}
		out = append(out, m.repeated(n, g))
	}
	return m.stack(out)
}

// repeated measures the boxes of one story among several. The same story is asked
// for with many neighbours, so dry answers are remembered.
func (m *measurer) repeated(n *brand.Node, f frame) *box {
	if !m.dry {
		return m.stack(m.nodes(n.Each.Stack, f))
	}
	p := m.part(f)
	key := repeatKey{n, p.story, p.start, p.opening, p.finish, p.turn, p.rest, m.last, m.value("new-section", f), m.mirrored, m.limit, m.less, m.amount, m.version}
	b, ok := m.repeats[key]
	if !ok {
		rough := m.rough
		m.rough = false
		b = m.stack(m.nodes(n.Each.Stack, f))
		if !m.rough {
			m.repeats[key] = b
		}
		m.rough = m.rough || rough
	}
	return b
}

// A repeatKey is all that the boxes of one story among several depend on.
type repeatKey struct {
	node       *brand.Node
	story      *story
	start      position
	opening    int
	finish     bool
	turn, rest bool
	last       bool
	newSection int
	mirrored   bool
	limit      int
	less       int
	amount     amount
	version    int // of the cross-links
}

// space is white that may flex. Where it fills a column or stands beside something,
// it may be a hole all the same.
func (m *measurer) space(n *brand.Node, f frame) *box {
	r, cost := n.Space, n.Cost
	weight := m.costs.Space
	if r.Cost > 0 {
		weight = r.Cost
	}
	if cost > 0 {
		weight = cost
	}
	lo, ideal, hi := int(r.Min*2), int(r.Ideal*2), int(r.Max*2)
	under := 0
	if n := len(m.parts); n > 0 && !m.parts[n-1].finish {
		under = m.costs.Hole / 4 // there is text that could stand here
	}
	span, above := hi-lo, 0
	if !r.Free && !r.Fill {
		above = hi
	}
	if hi = min(hi, m.limit); r.Free {
		hi = m.limit
	}
	b := &box{prices: newTable(max(hi, 0)), above: above, airy: true, set: func(*page, geom.Length, int) {}}
	for h := lo; h <= hi; h++ {
		p := price(0)
		switch {
		case !r.Free:
			p = quadratic(weight, h-ideal, span)
		case r.Fill:
			p = price((r.Cost + under) * (h - lo))
		}
		if r.Fill || r.Free && f.beside {
			p += m.white(h-lo, f.w, 8) - m.hole(h-lo, f.w)
		}
		b.prices.offer(h, p)
	}
	if r.Free && !r.Fill {
		b.firm = newTable(min(lo, m.limit))
		b.firm.offer(lo, 0)
	}
	return b
}

// atLeast makes a box no lower than h half rows; what is added is free.
func (m *measurer) atLeast(b *box, h int) *box {
	out := &box{prices: b.prices.upTo(m.limit), grid: b.grid, solid: b.solid, text: b.text}
	if b.firm != nil {
		out.firm = b.firm.upTo(m.limit)
		for x := 0; x < min(h, len(out.firm)); x++ {
			out.firm.offer(h, out.firm[x])
			out.firm[x] = never
		}
	}
	own := -1
	for x := 0; x < min(h, len(out.prices)); x++ {
		if out.prices[x] < never && out.prices.offer(h, out.prices[x]) {
			own = x
		}
		out.prices[x] = never
	}
	out.set = func(pg *page, y geom.Length, at int) {
		if at == h && own >= 0 {
			at = own
		}
		b.set(pg, y, at)
	}
	return out
}

// holds reports whether all conditions of a node hold for its story.
func (m *measurer) holds(conditions []string, f frame) bool {
	for _, s := range conditions {
		c, err := brand.ParseCondition(s)
		if err != nil || !c.Holds(func(name string) int { return m.value(name, f) }) {
			return false
		}
	}
	return true
}

// value is the number behind the name in a condition.
func (m *measurer) value(name string, f frame) int {
	p := m.part(f)
	has := func(ok bool) int {
		if ok {
			return 1
		}
		return 0
	}
	switch name {
	case "stories":
		return len(m.parts)
	case "cover-photo":
		return has(m.in.Issue.Cover != nil)
	case "funding":
		return has(m.in.Issue.Funding != nil)
	case "follow":
		if m.in.Issue.Contacts == nil {
			return 0
		}
		return len(m.in.Issue.Contacts.Follow)
	case "contacts":
		return has(m.in.Issue.Contacts != nil)
	case "index":
		return has(m.in.Issue.Index != nil)
	case "last":
		return has(m.last)
	}
	if p == nil {
		return 0
	}
	switch name {
	case "photos":
		return len(p.figures)
	case "words":
		return p.words
	case "facts":
		return len(p.story.facts)
	case "quote":
		return has(p.quote != nil)
	case "see":
		return has(len(p.see) > 0)
	case "lead":
		return has(p.story.opening(p.opening).lead != nil)
	case "kicker":
		return has(p.kicker != nil)
	case "list":
		return has(p.isList())
	case "section-opener":
		return has(p.first)
	case "new-section":
		return has(p.first && f.story > 0 && m.parts[f.story-1].section != p.section)
	case "continued":
		return has(p.continued())
	case "goes-on":
		return has(!p.finish && !p.turn)
	case "turns":
		return has(p.turn)
	case "rest":
		return has(p.rest)
	case "short":
		return has(p.story.shortTitle != nil)
	}
	return 0
}
