package flow

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"masthead/layout/brand"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/issue"
	"masthead/layout/para"
)

// An initial is the first letter of a story, set over several lines. Its cap
// height reaches from the capitals of the first line to the baseline of the last;
// the lines beside it are narrower by its width.
//
//	 ##  NGZHOU, CHINA, was
//	#  # the setting for a
//	 ##  Seminar on Migrant
//	Integration on 9–10 May
type initial struct {
	block *block // the letter
	line  para.Line
	lines int
	room  geom.Length // its width and the gap
	word  string      // that it begins
	rest  display.Mark
}

// dropped sets a story's first paragraph with an initial; nil where the style has
// none, or where the words do not begin with a plain letter.
func (t *typesetter) dropped(p *paragraph, style string, measure geom.Length) *block {
	st := t.brand.Style(style)
	if st.DropCap == nil || p.piece == nil || len(p.spans) == 0 {
		return nil
	}
	words := 0
	if o := st.DropCap.Opening; o != nil {
		words = o.Words
	}
	var best *block
	loosest := 0.0
	for n := words; n >= min(words, 1); n-- {
		b := t.initialOf(p.piece, style, n)
		if b == nil {
			return nil
		}
		lines := b.par.Measure(b.widths(measure, 0), 0, nil)
		if len(lines) < b.drop.lines {
			break
		}
		ratio := 0.0
		for i := range lines[:b.drop.lines] {
			ratio = max(ratio, lines[i].Ratio)
		}
		if best == nil || ratio < loosest {
			best, loosest = b, ratio
		}
		if ratio <= 1 {
			break // fewer words in capitals only where these leave gaps
		}
	}
	return best
}

// initialOf sets a piece with an initial and so many words in the look of its
// opening, once.
func (t *typesetter) initialOf(p *piece, style string, words int) *block {
	key := style + "\x00initial" + strconv.Itoa(words)
	b := p.find(key, 0, false)
	if b == nil {
		if b = t.withInitial(p, t.brand.Style(style), words); b == nil {
			return nil
		}
		p.made = append(p.made, madeBlock{key, 0, false, b})
	}
	return b
}

func (t *typesetter) withInitial(p *piece, st *brand.Style, words int) *block {
	first := p.spans[0]
	letter, n := utf8.DecodeRuneInString(first.Text)
	if first.Link != "" || !unicode.IsLetter(letter) || len(first.Text) == n {
		return nil
	}
	d := st.DropCap
	head := *p
	head.spans = []issue.Span{{Text: capitals(first.Text[:n]), Pos: first.Pos}}
	head.marks, head.made = nil, nil
	look := t.initialStyle(st)
	body := t.face(st, brand.Inline{}, st.Size).CapHeight()
	height := st.Leading*geom.Length(d.Lines-1) + body
	const trial = 100 * geom.Point
	capital := t.face(look, brand.Inline{}, trial).CapHeight()
	if capital <= 0 {
		return nil
	}
	in := &initial{block: t.prepare(&head, look, trial.MulDiv(int64(height), int64(capital)), 0), lines: d.Lines, word: firstWord(first.Text)}
	lines := in.block.par.Break(para.Widths{Rest: 10 * st.Leading * geom.Length(d.Lines)})
	if len(lines) != 1 {
		return nil
	}
	in.line = lines[0]
	in.room = in.line.Width + d.Gap
	for n < len(first.Text) && first.Text[n] == ' ' {
		n++ // a word of one letter, which is said with its space
	}
	in.word = first.Text[:max(n, len(in.word))]
	b := t.opened(p, st, n, openingOf{look: d.Opening, words: words, word: len(in.word) - n})
	b.drop = in
	return b
}

// initialStyle is the style of the letter.
func (t *typesetter) initialStyle(st *brand.Style) *brand.Style {
	d := st.DropCap
	if s := t.shadows[d]; s != nil {
		return s
	}
	s := &brand.Style{
		Family: orElse(d.Family, st.Family), Weight: d.Weight, Size: st.Size, Leading: st.Leading,
		Colour: orElse(d.Colour, st.Colour), Align: "left", Case: "none", Features: st.Features,
		Breaking: brand.Breaking{ProtrudeNone: true},
	}
	if s.Weight == "" {
		s.Weight = "regular"
		if d.Family == "" {
			s.Weight = st.Weight
		}
	}
	t.shadow(d, s)
	return s
}

// shadow remembers a style made of another's parts.
func (t *typesetter) shadow(of any, s *brand.Style) {
	if t.shadows == nil {
		t.shadows = map[any]*brand.Style{}
	}
	t.shadows[of] = s
}

// firstWord returns the letters that a text begins with.
func firstWord(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '’' && r != '\'' {
			return s[:i]
		}
	}
	return s
}

// widths are the measures of a block's lines: those beside its initial are
// narrower.
func (b *block) widths(measure, indent geom.Length) para.Widths {
	w := para.Widths{Rest: measure - indent}
	if b.drop == nil {
		return w
	}
	for range b.drop.lines {
		w.First = append(w.First, w.Rest-b.drop.room)
		w.Offsets = append(w.Offsets, b.drop.room)
	}
	return w
}

// initial paints the letter beside the first lines of a paragraph, the first of
// which stands on a baseline.
func (pg *page) initial(b *block, x, baseline geom.Length, f frame) {
	d := b.drop
	if d == nil || pg.dry {
		return
	}
	set := lineSetter{pg: pg, b: d.block, at: lineAt{
		x: x, baseline: baseline + b.style.Leading*geom.Length(d.lines-1), measure: d.room, leading: b.style.Leading, ink: f.ink,
	}}
	for _, p := range d.line.Pieces {
		set.piece(p)
	}
	b.piece.initial = d
}

// initialMark is the mark of the letters after an initial, which make a word with
// it.
func (pg *page) initialMark(d *initial) display.Mark {
	k := &pg.composer.ink
	if d.rest == 0 {
		k.last++
		d.rest = k.last
	}
	return d.rest
}

// initialTags reads an initial and the letters after it as one word.
func (c *composer) initialTags(t *display.Tag, p *piece) {
	d := p.initial
	if d == nil {
		return
	}
	span := t.Add("Span")
	span.Actual = d.word
	span.Content(d.block.marks[0])
	if d.rest != 0 {
		span.Content(d.rest)
	}
}

// capitals sets a text in capitals, letter by letter, where a capital is as many
// bytes long: places in the text stay what they are.
func capitals(s string) string {
	return strings.Map(func(r rune) rune {
		if u := unicode.ToUpper(r); utf8.RuneLen(u) == utf8.RuneLen(r) {
			return u
		}
		return r
	}, s)
}
