package flow

import (
	"strings"
	"unicode"

	"masthead/layout/brand"
	"masthead/layout/diag"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/issue"
	"masthead/layout/locale"
	"masthead/layout/para"
	"masthead/layout/text"
)

// A piece is a stretch of an issue's words that is set as one paragraph: a
// title, a caption, a paragraph of the text.
type piece struct {
	role  string // by the contract: "title", "body" ...
	id    string // "events/hainan#3"
	story *story
	spans []issue.Span
	pos   diag.Pos
	dest  string   // all of it links to this destination
	dests []string // or each span to its own
	entry *piece   // whose link it is part of: the entry of a page number

	sectionNumber int // whose colours it wears, where it has no story

	marks  []display.Mark // by span, given out when the piece is first set
	langs  []string       // by span, where it is not the issue's
	set    bool
	silent bool // it is seen and not read
	read   bool // it is read although it is furniture

	ends    bool        // its story: an end mark follows
	made    []madeBlock // of the piece so far
	initial *initial    // with which it was set
}

// A madeBlock is a block that a piece was made into.
type madeBlock struct {
	style  string
	offset int
	indent bool
	block  *block
}

// find returns a block that was made before.
func (p *piece) find(style string, offset int, indent bool) *block {
	for i := range p.made {
		if m := &p.made[i]; m.offset == offset && m.indent == indent && m.style == style {
			return m.block
		}
	}
	return nil
}

// running reports whether the piece is text to be read on, in which links are
// set off; labels and contacts keep their own style.
func (p *piece) running() bool {
	switch p.role {
	case "body", "list", "blockquote", "lead", "facts", "caption", "pullquote":
		return true
	}
	return false
}

// length is that of the words of the piece, in bytes.
func (p *piece) length() int {
	n := 0
	for i := range p.spans {
		n += len(p.spans[i].Text)
	}
	return n
}

// plain returns the words of the piece.
func (p *piece) plain() string { return issue.PlainText(p.spans) }

// A block is a piece in a type style, shaped and ready to be broken at any
// measure.
type block struct {
	*piece
	style *brand.Style
	par   *para.Paragraph
	inks  []string // palette names by span
	runs  []int    // para span -> issue span
	size  geom.Length
	base  int // bytes of the piece that are set elsewhere, before
	drop  *initial
	open  *opened
}

// typesetter turns pieces into blocks and remembers them.
type typesetter struct {
	brand   *brand.Brand
	library *text.Library
	breaker *para.Breaker
	locale  *locale.Locale
	lang    string
	diags   *diag.List
	ahead   *ahead

	faces   map[faceKey]*text.Style
	shadows map[any]*brand.Style // styles made of parts of others
	warned  map[string]bool

	settings map[*brand.Style]*display.Setting // for the record
}

type faceKey struct {
	style          *brand.Style
	family, weight string
	size           geom.Length
	tracking       int
	smallCaps      bool
}

// block sets a piece in a style of the brand.
func (t *typesetter) block(p *piece, style string) *block {
	if b := p.find(style, 0, false); b != nil {
		return b
	}
	b := t.ahead.take(p, style, false)
	if b == nil {
		st := t.brand.Style(style)
		b = t.sized(p, st, st.Size)
	}
	p.made = append(p.made, madeBlock{style, 0, false, b})
	return b
}

// sized sets a piece in a style at another size, as fitted type needs.
func (t *typesetter) sized(p *piece, st *brand.Style, size geom.Length) *block {
	return t.prepare(p, st, size, 0)
}

func (t *typesetter) prepare(p *piece, st *brand.Style, size, indent geom.Length) *block {
	return t.prepareFrom(p, st, size, indent, 0)
}

// prepareFrom sets a piece from a byte of its text on.
func (t *typesetter) prepareFrom(p *piece, st *brand.Style, size, indent geom.Length, offset int) *block {
	if st.Opening != nil && offset == 0 && size == st.Size && len(p.spans) > 0 {
		return t.opened(p, st, 0, openingOf{look: st.Opening, words: st.Opening.Words})
	}
	b := &block{piece: p, style: st, size: size, base: offset}
	b.par = t.breaker.Prepare(t.spansFrom(b, st, size, offset), t.paramsOf(p, st, indent))
	t.missing(p, b.par)
	return b
}

// spansFrom dresses the spans of a block's piece from a byte of its text on.
func (t *typesetter) spansFrom(b *block, st *brand.Style, size geom.Length, offset int) []para.Span {
	p := b.piece
	var spans []para.Span
	for i, s := range p.spans {
		if cut := min(offset, len(s.Text)); cut > 0 {
			offset -= cut
			if s.Text = s.Text[cut:]; s.Text == "" {
				continue
			}
		}
		in := t.inline(s, p.running())
		ink := st.Colour
		if in.Colour != "" {
			ink = in.Colour
		}
		words := s.Text
		if st.Case == "upper" {
			words = b.capitals(words)
		}
		b.inks = append(b.inks, ink)
		b.runs = append(b.runs, i)
		spans = append(spans, para.Span{
			Text: words, Style: t.face(st, in, size), Index: len(b.runs) - 1, Break: s.Break,
			NoHyphen: s.Link != "" && st.Align != "justified", NoBreak: strings.HasPrefix(s.Link, "tel:"),
		})
	}
	return spans
}

// inline returns what markup changes.
func (t *typesetter) inline(s issue.Span, running bool) brand.Inline {
	in := brand.Inline{}
	switch {
	case s.Emph && s.Strong:
		in = t.brand.Inline.Both
		if in.Weight == "" {
			in.Weight = "bold-italic"
		}
	case s.Emph:
		in = t.brand.Inline.Emph
		if in.Weight == "" {
			in.Weight = "italic"
		}
	case s.Strong:
		in = t.brand.Inline.Strong
		if in.Weight == "" {
			in.Weight = "bold"
		}
	}
	if s.Link != "" && running {
		link := t.brand.Inline.Link
		if link.Family != "" {
			in.Family = link.Family
		}
		if link.Weight != "" && in.Weight == "" {
			in.Weight = link.Weight
		}
		if link.Colour != "" {
			in.Colour = link.Colour
		}
		if link.Size != 0 {
			in.Size = link.Size
		}
	}
	return in
}

// face returns the text style of a brand style with inline changes.
func (t *typesetter) face(st *brand.Style, in brand.Inline, size geom.Length) *text.Style {
	key := faceKey{st, st.Family, st.Weight, size, st.Tracking, st.Case == "small-caps"}
	if in.Family != "" {
		key.family = in.Family
		key.weight = ""
	}
	if in.Weight != "" {
		key.weight = in.Weight
	}
	if in.Size != 0 {
		key.size = key.size.MulDiv(int64(in.Size), 100)
	}
	if f, ok := t.faces[key]; ok {
		return f
	}
	f := &text.Style{Size: key.size, Tracking: key.tracking, Language: t.lang, Features: st.Features}
	if key.smallCaps {
		f.Features = append(append([]string(nil), st.Features...), "smcp")
	}
	add := func(family string, stand bool) {
		file, scale := t.brand.FaceFile(family, key.weight)
		face, err := t.library.Face(file)
		if err != nil {
			if !t.warned[file] {
				t.warned[file] = true
				t.diags.Errorf(t.brand.At.Pos, "font", "check the families of the brand", "font %s: %v", file, err)
			}
			return
		}
		if !stand {
			scale = 100
		}
		f.Faces = append(f.Faces, face)
		f.Scale = append(f.Scale, scale)
	}
	add(key.family, false)
	for _, family := range t.brand.Fallback {
		add(family, true)
	}
	t.faces[key] = f
	return f
}

// paramsOf are those of a piece in a style.
func (t *typesetter) paramsOf(p *piece, st *brand.Style, indent geom.Length) para.Params {
	out := t.params(st, indent)
	if rules := &t.brand.Story; p.ends && rules.MarkIn && rules.EndMark != "none" {
		size, gap := markSize(rules, st.Size)
		out.Tail = gap + size
	}
	return out
}

// params turns a style's knobs into the breaker's.
func (t *typesetter) params(st *brand.Style, indent geom.Length) para.Params {
	aligns := map[string]para.Align{"justified": para.Justified, "centred": para.Centered, "right": para.FlushRight}
	out := para.Defaults(aligns[st.Align], t.lang)
	out.Balanced, out.Indent = st.Balanced, indent
	out.Hyphenate = st.Hyphens && t.breaker.Hyphen != nil
	b := st.Breaking
	set(&out.MinWord, b.MinWord)
	set(&out.HyphenLeft, b.Left)
	set(&out.HyphenRight, b.Right)
	set(&out.MaxHyphensInRow, b.InRow)
	over(&out.HyphenateCapitals, b.Capitals)
	over(&out.Zone, b.Zone)
	over(&out.HyphenPenalty, b.HyphenCost)
	over(&out.CompoundPenalty, b.CompoundCost)
	over(&out.DoubleHyphenDemerits, b.RowCost)
	over(&out.FitnessDemerits, b.FitnessCost)
	over(&out.MinLastLine, b.LastLine)
	over(&out.MinMeasure, b.MinMeasure)
	over(&out.Tolerance, b.Tolerance)
	if w := b.WordSpace; w != nil {
		out.WordSpace = para.WordSpace{Min: w[0], Ideal: w[1], Max: w[2]}
	}
	if l := b.LetterSpace; l != nil {
		out.LetterSpace.Min, out.LetterSpace.Max = l[0], l[1]
	}
	if b.ProtrudeNone {
		out.Protrude = nil
	} else if b.Protrude != nil {
		out.Protrude = hanging(b.Protrude)
	}
	return out
}

func set(dst *int, v int) {
	if v != 0 {
		*dst = v
	}
}

func over[T any](dst, v *T) {
	if v != nil {
		*dst = *v
	}
}

// hanging reads a brand's table, whose keys may hold several characters.
func hanging(in map[string][2]float64) map[rune][2]float64 {
	out := map[rune][2]float64{}
	for chars, v := range in {
		for _, r := range chars {
			out[r] = v
		}
	}
	return out
}

// missing reports characters that no face of the style has, once each and story.
func (t *typesetter) missing(p *piece, par *para.Paragraph) {
	for _, m := range par.Missing() {
		key := p.id + string(m.Rune)
		if t.warned[key] || unicode.IsControl(m.Rune) {
			continue
		}
		t.warned[key] = true
		t.diags.Warnf(p.pos, "missing-character", "write it otherwise, or give the brand a fallback family that has it",
			"no typeface of the brand has the character %q (U+%04X)", m.Rune, m.Rune)
	}
}
