package text

import (
	"errors"
	"fmt"
)

// Embedder collects what a document shows of its faces and makes the subset
// programs. It is not safe for concurrent use. What it gives depends on the
// order of calls alone: the same document gives the same bytes.
type Embedder struct {
	faces []*shown
	index map[*Face]int
}

// shown is what a document shows of one face.
type shown struct {
	face  *Face
	codes []Code
	index map[glyphText]uint16
	full  bool
}

type glyphText struct {
	glyph uint16
	text  string
}

// Embedded is a face cut down to what a document shows of it.
type Embedded struct {
	PostScriptName string
	Program        []byte // TrueType: the used glyphs and their parts; glyph 0 is .notdef
	Metrics        Metrics
	Codes          []Code // Codes[i] belongs to code i+1
}

// Code is one pair of a glyph and the text that it stands for.
type Code struct {
	Glyph uint16 // in Program
	Width int    // advance in font units, as in Program
	Text  string
}

// NewEmbedder returns an embedder that knows no faces.
func NewEmbedder() *Embedder { return &Embedder{index: map[*Face]int{}} }

// Code returns the font, an index into what Fonts returns, and the code of a
// glyph. Fonts and codes count in order of first use, codes from 1: the same
// glyph has a code of its own for every text that it stands for, so that each
// can be mapped back exactly. Past 65,535 codes of a face it returns 0, and
// Fonts an error.
func (e *Embedder) Code(f *Face, g Glyph) (font int, code uint16) {
	i, ok := e.index[f]
	if !ok {
		i = len(e.faces)
		e.index[f] = i
		e.faces = append(e.faces, &shown{face: f, index: map[glyphText]uint16{}})
	}
	s := e.faces[i]
	key := glyphText{g.ID, g.Text}
	code, ok = s.index[key]
	if !ok {
		if len(s.codes) == 0xFFFF {
			s.full = true
			return i, 0
		}
		width, _ := f.outline.advance(int(g.ID))
		s.codes = append(s.codes, Code{Glyph: g.ID, Width: width, Text: g.Text})
		code = uint16(len(s.codes))
		s.index[key] = code
	}
	return i, code
}

// Fonts makes the subset of every face. It may be called again after more codes.
func (e *Embedder) Fonts() ([]Embedded, error) {
	out := make([]Embedded, 0, len(e.faces))
	for _, s := range e.faces {
		font, err := s.embed()
		if err != nil {
			return nil, fmt.Errorf("font %q: %w", s.face.file, err)
		}
		out = append(out, font)
	}
	return out, nil
}

func (s *shown) embed() (Embedded, error) {
	if err := s.face.Err(); err != nil {
		return Embedded{}, err
	}
	if s.full {
		return Embedded{}, errors.New("more than 65,535 different characters in one document")
	}
	used := make([]uint16, len(s.codes))
	for i, c := range s.codes {
		used[i] = c.Glyph
	}
	sub, err := newSubset(s.face, used)
	if err != nil {
		return Embedded{}, err
	}
	program, err := sub.program()
	if err != nil {
		return Embedded{}, err
	}
	out := Embedded{
		PostScriptName: s.face.PostScriptName(), Program: program, Metrics: s.face.Metrics(),
		Codes: make([]Code, len(s.codes)),
	}
	for i, c := range s.codes {
		out.Codes[i] = Code{Glyph: sub.id[c.Glyph], Width: c.Width, Text: c.Text}
	}
	return out, nil
}
