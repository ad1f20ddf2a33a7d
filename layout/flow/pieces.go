package flow

import (
	"strings"
	"unicode/utf8"

	"masthead/layout/brand"
	"masthead/layout/geom"
	"masthead/layout/para"
)

// A setting is a block broken at a measure.
type setting struct {
	*block
	lines   []para.Line
	leading geom.Length
	measure geom.Length
}

func (m *measurer) lines(b *block, measure geom.Length) setting {
	return setting{b, b.par.Measure(para.Widths{Rest: measure}, 0, nil), b.style.Leading, measure}
}

// littleWord is how many letters a word has at the most that may not stand alone in
// the second line; below more lines it may have one more.
const littleWord = 3

// ragged reports whether the type is too large for its measure: a word is torn, or the
// last line is one little word.
func (s setting) ragged() bool {
	var widest geom.Length
	for i := range s.lines {
		if s.lines[i].Hyphenated {
			return true
		}
		widest = max(widest, s.lines[i].Width)
	}
	if len(s.lines) < 2 {
		return false
	}
	last, letters := &s.lines[len(s.lines)-1], littleWord
	if len(s.lines) > 2 {
		letters++
	}
	return last.Width < min(5*s.style.Size, widest*4/5)/2 || s.piece != nil && utf8.RuneCountInString(s.plain()[last.From:]) <= letters
}

// height is the distance from the edge above the first line to the last
// baseline.
func (s setting) height() geom.Length { return s.leading * geom.Length(len(s.lines)) }

// text measures a piece of the story or words with fields: one entry for every
// style that may serve. The last baseline stands on the lower edge of the box.
func (m *measurer) text(n *brand.Node, f frame) *box {
	p := m.pieceNamed(n.Text, f)
	styles := stylesOf(n)
	if n.LeadIn != nil {
		return m.withLeadIn(n, f, p, styles)
	}
	if p == nil {
		return nil
	}
	return m.alternatives(f, p, styles)
}

// stylesOf are the styles in which a text may be set.
func stylesOf(n *brand.Node) []string {
	if len(n.Style) == 0 {
		return []string{n.Text}
	}
	return n.Style
}

// alternatives measures a piece in every style that may serve.
func (m *measurer) alternatives(f frame, p *piece, styles []string) *box {
	out := &box{prices: newTable(m.limit), solid: true}
	chosen := map[int]setting{}
	from := m.ideal(p, styles)
	for i, name := range styles {
		s := m.fitted(p, name, f.w)
		if st := s.style; st.MaxLines > 0 && len(s.lines) > st.MaxLines && i < len(styles)-1 {
			continue
		}
		h := m.halves(s.height())
		p := quadratic(m.costs.Style, i-from, 1)
		if len(styles) > 1 && s.ragged() {
			p += price(20 * m.costs.Style)
		}
		if st := s.style; st.MaxLines > 0 && i == len(styles)-1 {
			p += quadratic(m.costs.Style, max(0, len(s.lines)-st.MaxLines), 1)
		}
		if out.prices.offer(h, p) {
			chosen[h] = s
		}
	}
	out.set = func(pg *page, y geom.Length, h int) {
		s := chosen[h]
		pg.setting(s, f, y+m.rows(h)-s.height())
		if i := m.styleIndex(styles, s.style); i != from && len(styles) > 1 {
			pg.flexed(p.story, p.role+" size", "pt", m.brand.Style(styles[from]).Size.Points(), s.style.Size.Points())
		}
	}
	return out
}

func (m *measurer) styleIndex(styles []string, st *brand.Style) int {
	for i, name := range styles {
		if m.brand.Style(name) == st {
			return i
		}
	}
	return 0
}

// ideal returns which of the alternative styles a piece should have by its
// length.
func (m *measurer) ideal(p *piece, styles []string) int {
	n := len([]rune(p.plain()))
	for i, name := range styles {
		if limit := m.brand.Style(name).MaxChars; limit == 0 || n <= limit {
			return i
		}
	}
	return len(styles) - 1
}

// fitted sets a piece at the frame's measure; a style that fits its size to the
// measure is resolved here.
func (m *measurer) fitted(p *piece, style string, w geom.Length) setting {
	st := m.brand.Style(style)
	if st.Fit == nil {
		return m.lines(m.block(p, style), w)
	}
	return m.fit(p, st, w)
}

// fit finds the size at which a piece fills the measure in one line.
func (m *measurer) fit(p *piece, st *brand.Style, w geom.Length) setting {
	const trial = 100 * geom.Point
	natural := m.sized(p, st, trial).par.NaturalWidth()
	size := st.Fit.Max
	if natural > 0 {
		size = min(size, trial.MulDiv(int64(w), int64(natural)))
	}
	if size < st.Fit.Min {
		if st.Fit.Else != "" {
			return m.lines(m.block(p, st.Fit.Else), w)
		}
		size = st.Fit.Min
	}
	b := m.sized(p, st, size)
	s := m.lines(b, 2*max(w, b.par.NaturalWidth())) // one line, whatever rounding does
	s.measure = w
	if st.Follows {
		s.leading = m.brand.Fitted(size)
	}
	return s
}

// pieceNamed returns a piece of the frame's story, or words with fields.
func (m *measurer) pieceNamed(name string, f frame) *piece {
	p := m.part(f)
	if name == "index-title" {
		return m.indexTitle
	}
	if strings.Contains(name, "{") && name != "{section}" {
		var s *story
		if p != nil {
			s = p.story
		}
		label := m.label(name, s, m.number)
		m.reads(label, name)
		if label != nil && name == "{cover}" {
			label.role, label.id = "credit", "cover#credit" // it is read
		}
		return label
	}
	if p == nil {
		return nil
	}
	switch name {
	case "continued-on":
		return m.continuedOn(p)
	case "continued-from":
		return m.continuedFrom(p)
	}
	if p.continued() && name != "signature" && name != "closing" && name != "{section}" {
		return nil // it stands where the story begins
	}
	switch name {
	case "short":
		return p.story.shortTitle
	case "section", "{section}":
		if p.section != nil && p.section.title != nil && p.section.title.set {
			return m.label("{section}", p.story, m.number) // it is read where it first stands
		}
		if p.section != nil {
			return p.section.title
		}
	case "kicker":
		return p.kicker
	case "title":
		return p.title
	case "lead":
		return p.story.opening(p.opening).lead
	case "signature":
		return p.signature
	case "closing":
		return p.closing()
	}
	return nil
}

// caption measures caption and credit of one picture. The credit stands after
// the caption where it fits its last line, else below.
func (m *measurer) caption(n *brand.Node, f frame) *box {
	p := m.part(f)
	if p == nil || n.Caption > len(p.figures) {
		return nil
	}
	c := m.captionOf(p.figures[n.Caption-1], f.w)
	if c == nil {
		return nil
	}
	h := m.halves(m.captionRoom(c))
	return m.fixed(h, 0, func(pg *page, y geom.Length, h int) {
		top := y + max(0, m.baseline-c.lead)
		if foot := y + m.rows(h); foot >= m.foot() {
			top = foot - c.height() // the last line stands on the last row
		}
		pg.caption(c, f, top)
	})
}

// foot is the last row of the template's tree.
func (m *measurer) foot() geom.Length { return m.brand.Row(float64(m.template.To)) }

// A captionSet is a caption with its credit, set.
type captionSet struct {
	caption, credit setting
	beside          bool        // the credit follows on the caption's last line
	lead            geom.Length // leading of the first line
}

// captionGap is the space between a caption and a credit on one line.
const captionGap = 7 * geom.Point

// captionDrop is the least distance of a caption's first baseline from the picture:
// a row of a dense grid.
func (m *measurer) captionDrop() geom.Length { return min(23*geom.Point/2, m.baseline) }

func (m *measurer) captionOf(fig *figure, w geom.Length) *captionSet {
	if fig.caption == nil && fig.credit == nil {
		return nil
	}
	c := &captionSet{}
	if fig.credit != nil {
		c.credit = m.lines(m.block(fig.credit, "credit"), w)
		c.lead = c.credit.leading
	}
	if fig.caption != nil {
		c.caption = m.lines(m.block(fig.caption, "caption"), w)
		c.lead = c.caption.leading
	}
	if k := len(c.caption.lines); k > 0 && len(c.credit.lines) == 1 {
		last, cr := c.caption.lines[k-1], c.credit.lines[0]
		c.beside = last.Width+captionGap+cr.Width <= w
	}
	return c
}

// height is the distance from one line above the first baseline to the last.
func (c *captionSet) height() geom.Length {
	if c.beside {
		return c.caption.height()
	}
	return c.caption.height() + c.credit.height()
}

// room is the least distance from the picture to the last baseline.
func (m *measurer) captionRoom(c *captionSet) geom.Length {
	return m.captionDrop() + c.height() - c.lead
}

// quote measures the pull quote: a bar, the words in the style of the fewest
// deviations, the byline.
func (m *measurer) quote(n *brand.Node, f frame) *box {
	p := m.part(f)
	if p == nil || p.quote == nil || p.continued() {
		return nil
	}
	q := n.Quote
	styles := q.Style
	if len(styles) == 0 {
		styles = []string{"pullquote"}
	}
	out := &box{prices: newTable(m.limit), solid: true}
	type choice struct {
		words, by setting
		height    geom.Length
	}
	chosen := map[int]choice{}
	for i, name := range styles {
		c := choice{words: m.lines(m.block(p.quote, name), f.w)}
		c.height = m.quoteHead(c.words, q) + c.words.leading*geom.Length(len(c.words.lines)-1) + quoteFoot(q)
		if p.byline != nil {
			by := q.Byline
			if by == "" {
				by = "quote-byline"
			}
			c.by = m.lines(m.block(p.byline, by), f.w)
			c.height += m.rows(3) + c.by.leading*geom.Length(len(c.by.lines)-1)
		}
		h := m.halves(c.height)
		if n.Rows.Set {
			h = max(h, int(n.Rows.Min*2))
		}
		if out.prices.offer(h, quadratic(m.costs.Style, i, 1)) {
			chosen[h] = c
		}
	}
	out.set = func(pg *page, y geom.Length, h int) {
		c := chosen[h]
		foot := y + m.rows(h)
		top := foot - c.height
		pg.quoteBars(q, c.words, f, top, foot)
		pg.quoteLines(c.words, f, top+m.quoteHead(c.words, q))
		if c.by.block != nil {
			pg.setting(c.by, f, foot-c.by.height()-quoteFoot(q))
		}
	}
	return out
}

// quoteHead is the distance from the top of a quote's bar to its first baseline.
func (m *measurer) quoteHead(s setting, q *brand.Quote) geom.Length {
	capital := m.capHeight(s.style)
	if q.Bar != nil {
		return q.Bar.Offset + capital
	}
	if len(q.Rules) > 0 {
		return q.Rules[0].Weight + q.Rules[0].Offset + capital
	}
	return max(s.leading, capital)
}

// quoteFoot is the distance from the last baseline of a quote to the lower edge of
// its lower rule.
func quoteFoot(q *brand.Quote) geom.Length {
	if len(q.Rules) < 2 {
		return 0
	}
	return q.Rules[1].Offset + q.Rules[1].Weight
}

// capHeight is the height of capitals in a style.
func (m *measurer) capHeight(st *brand.Style) geom.Length {
	return m.face(st, brand.Inline{}, st.Size).CapHeight()
}

// closing returns the paragraphs after the story's list as one piece; the list
// template sets them at the foot.
func (p *part) closing() *piece {
	paras := p.story.opening(p.opening).paras
	last := -1
	for i := range paras {
		if paras[i].item > 0 {
			last = i
		}
	}
	if last < 0 || last+2 != len(paras) {
		return nil
	}
	return paras[last+1].piece
}

// isList reports whether most of the story is one list, with at most one
// paragraph after it.
func (s *story) isList() bool {
	items, before, after, words := 0, 0, 0, 0
	for i := range s.paras {
		switch p := &s.paras[i]; {
		case p.item > 0 && p.list == 1 && p.indent == 1:
			items++
			words += p.length()
		case p.item > 0 || p.style != "body":
			return false
		case items > 0:
			after++
		default:
			before++
		}
	}
	return items >= 3 && before <= 1 && after <= 1 && words > 0
}
