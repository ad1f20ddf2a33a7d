package photo

import (
	"fmt"
	"image"
	"image/color"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// lettering draws the labels of a contact sheet: letter by letter, without
// kerning or shaping, which is enough for file names and numbers.
type lettering struct {
	fonts []*sfnt.Font
	faces map[letterKey]font.Face
	buf   sfnt.Buffer
}

type letterKey struct {
	font, size int
}

func newLettering(files [][]byte) (*lettering, error) {
	l := &lettering{faces: map[letterKey]font.Face{}}
	for _, data := range files {
		f, err := opentype.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("a font for the contact sheet: %w", err)
		}
		l.fonts = append(l.fonts, f)
	}
	return l, nil
}

// face returns the first face that has a character, or nil.
func (l *lettering) face(r rune, size int) font.Face {
	for i, f := range l.fonts {
		if n, err := f.GlyphIndex(&l.buf, r); err != nil || n == 0 {
			continue
		}
		key := letterKey{i, size}
		if face, ok := l.faces[key]; ok {
			return face
		}
		face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: float64(size), DPI: 72, Hinting: font.HintingFull})
		if err != nil {
			continue
		}
		l.faces[key] = face
		return face
	}
	return nil
}

// width returns how wide a text is in pixels.
func (l *lettering) width(text string, size int) int {
	x := fixed.Int26_6(0)
	for _, r := range text {
		if face := l.face(r, size); face != nil {
			if a, ok := face.GlyphAdvance(r); ok {
				x += a
			}
		}
	}
	return x.Ceil()
}

// fit shortens a text in its middle, where file names differ least, to a width.
func (l *lettering) fit(text string, size, width int) string {
	if l.width(text, size) <= width {
		return text
	}
	head, tail := text[:len(text)/2], text[len(text)/2:]
	for len(tail) > 0 && !utf8.RuneStart(tail[0]) {
		head, tail = head+tail[:1], tail[1:]
	}
	for head != "" && tail != "" && l.width(head+"…"+tail, size) > width {
		_, n := utf8.DecodeLastRuneInString(head)
		head = head[:len(head)-n]
		_, n = utf8.DecodeRuneInString(tail)
		tail = tail[n:]
	}
	return head + "…" + tail
}

// line draws a text from a point on its baseline, no wider than so many pixels,
// and returns where it ends.
func (l *lettering) line(m *image.NRGBA, at image.Point, size, width int, ink color.NRGBA, text string) int {
	d := font.Drawer{Dst: m, Src: image.NewUniform(ink), Dot: fixed.P(at.X, at.Y)}
	for _, r := range l.fit(text, size, width) {
		if d.Face = l.face(r, size); d.Face != nil {
			d.DrawString(string(r))
		}
	}
	return d.Dot.X.Ceil()
}
