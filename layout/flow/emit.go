package flow

import (
	"masthead/layout/color"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/para"
	"masthead/layout/text"
)

// A lineSetter turns the pieces of a set line into text items: one for every
// change of font, size, colour or mark.
type lineSetter struct {
	pg      *page
	b       *block
	at      lineAt
	ink     color.Ink
	open    *display.Text
	end     geom.Length // where the last glyph ended, from at.x
	origins []geom.Length
	last    struct {
		face *text.Face
		size geom.Length
		span int // of the piece
	}
	link  string
	links []linkArea
}

// linkArea is the stretch of a line that one link covers.
type linkArea struct {
	target string
	span   int
	x0, x1 geom.Length
}

// piece adds one stretch of glyphs.
func (s *lineSetter) piece(p para.Piece) {
	span := s.b.runs[p.Span]
	name := s.b.inks[p.Span]
	if s.at.ink != "" {
		name = s.at.ink
	}
	s.ink = s.pg.brand.Ink(name, s.section())
	mark := s.pg.mark(s.b.piece, span, s.at.artifact)
	o := s.b.open
	first := o != nil && p.Span >= o.first && p.Span < o.first+o.spans
	if first && s.b.drop != nil && p.Span < o.first+o.word {
		mark = s.pg.initialMark(s.b.drop)
	}
	s.origins = p.Origins(s.origins[:0])
	for i, g := range p.Run.Glyphs {
		if p.Hyphen {
			g.Text = "\u00ad"
		} else if first {
			g.Text = o.source1(g.Text)
		}
		font, code := s.pg.embed.Code(p.Run.Face, g)
		x := p.X + s.origins[i]
		s.start(font, p.Run.Size, mark, x)
		s.open.Glyphs = append(s.open.Glyphs, display.Glyph{
			Code: code, X: s.at.x + x - s.open.X, Rise: p.Run.Size.MulDiv(int64(g.YOffset), int64(p.Run.Face.Metrics().UnitsPerEm)),
		})
	}
	s.end = p.X + p.Advance()
	s.last.face, s.last.size, s.last.span = p.Run.Face, p.Run.Size, span
	s.area(s.b.spans[span].Link, span, p.X)
}

// section is whose colours the line wears: its story's, else the page's.
func (s *lineSetter) section() int {
	if st := s.b.story; st != nil && st.section != nil {
		return st.section.number
	}
	if s.b.sectionNumber > 0 {
		return s.b.sectionNumber
	}
	return s.pg.section
}

// start opens a text item unless the open one goes on.
func (s *lineSetter) start(font int, size geom.Length, mark display.Mark, x geom.Length) {
	if t := s.open; t != nil && t.Font == font && t.Size == size && t.Mark == mark && t.Ink == s.ink {
		return
	}
	s.open = &display.Text{Mark: mark, Font: font, Size: size, X: s.at.x + x, Baseline: s.at.baseline, Ink: s.ink}
	s.pg.items = append(s.pg.items, s.open)
}

// area grows or opens the active area of a link.
func (s *lineSetter) area(target string, span int, x geom.Length) {
	if d := s.b.destOf(span); d != "" {
		target = d
	}
	span = s.b.linkOf(span)
	if target == "" {
		s.link = ""
		return
	}
	if n := len(s.links); n > 0 && s.link == target && s.links[n-1].span == span {
		s.links[n-1].x1 = s.end
		return
	}
	s.link = target
	s.links = append(s.links, linkArea{target, span, x, s.end})
}

// spaceMark is the mark of the space that ends a line. Where the words that it
// follows are said beside the page, it would not be said among them, and so it
// begins what comes next.
func (s *lineSetter) spaceMark(l *para.Line) display.Mark {
	p, next := s.b.piece, s.last.span+1
	if s.open.Mark == 0 || next >= len(p.spans) || !rightToLeft(p.langs[s.last.span]) {
		return s.open.Mark
	}
	end := 0
	for _, span := range p.spans[:next] {
		end += len(span.Text)
	}
	if l.From+len(l.Text) < end { // they go on on the next line
		return s.open.Mark
	}
	return s.pg.mark(p, next, s.at.artifact)
}

// close ends the line: a real space where a word ends, so that copied and spoken
// text keeps it apart from what follows, and the link areas.
func (s *lineSetter) close(l *para.Line) {
	if s.open == nil {
		return
	}
	if (l.Gap != "" || l.Last) && s.last.face != nil {
		if w := s.pg.shaper.Shape(&text.Style{Faces: []*text.Face{s.last.face}, Size: s.last.size}, " "); len(w.Runs) == 1 && len(w.Runs[0].Glyphs) == 1 {
			font, code := s.pg.embed.Code(s.last.face, w.Runs[0].Glyphs[0])
			if font == s.open.Font {
				s.start(font, s.last.size, s.spaceMark(l), s.end)
				s.open.Glyphs = append(s.open.Glyphs, display.Glyph{Code: code, X: s.at.x + s.end - s.open.X})
			}
		}
	}
	for _, a := range s.links {
		s.pg.link(s.b.piece, a.span, a.target, geom.Rect{
			X: s.at.x + a.x0, Y: s.at.baseline - s.b.size*4/5, W: a.x1 - a.x0, H: s.b.size * 11 / 10,
		})
	}
}
