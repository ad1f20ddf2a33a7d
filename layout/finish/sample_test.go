package finish

import (
	"bytes"
	"compress/zlib"
	"image"
	imagecolor "image/color"
	"image/jpeg"
	"os"
	"testing"
	"time"

	"masthead/layout/color"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/paint"
)

// sample composes a small document by hand: every kind of item and every role.
type sample struct {
	t     testing.TB
	doc   *display.Document
	codes []map[string]uint16 // by font: text to code
	mark  display.Mark
	y     geom.Length
}

func ink() color.Ink {
	return color.Ink{Name: "Ink", RGB: color.RGB{R: 27, G: 34, B: 48}, CMYK: color.CMYK{K: 100}}
}

func jade() color.Ink {
	return color.Ink{Name: "Jade", RGB: color.RGB{R: 11, G: 100, B: 87}, CMYK: color.CMYK{C: 80, Y: 52, K: 58}}
}

func newSample(t testing.TB) *sample {
	s := &sample{t: t, doc: &display.Document{
		Meta: display.Meta{
			Title: "A Sample – with “marks” & more", Author: "Brigitte Müller", Subject: "What a file may hold",
			Language: "en-GB", Created: time.Date(2023, 6, 1, 12, 0, 0, 0, time.UTC), Producer: "masthead test",
		},
		Fonts: []display.Font{
			face(t, "ibm-plex-sans-condensed/IBMPlexSansCondensed-Medium.ttf", "IBMPlexSansCond-Medium"),
			face(t, "ibm-plex-sans-condensed/IBMPlexSansCondensed-Bold.ttf", "IBMPlexSansCond-Bold"),
		},
		Root: &display.Tag{Role: "Document"},
	}}
	s.codes = make([]map[string]uint16, len(s.doc.Fonts))
	for i := range s.codes {
		s.codes[i] = map[string]uint16{}
	}
	return s
}

func (s *sample) page(label string) {
	s.doc.Pages = append(s.doc.Pages, display.Page{
		Label: label, Trim: geom.Size{W: geom.Pt(595.276), H: geom.Pt(841.89)}, Bleed: geom.Pt(8.504),
	})
	s.y = geom.Pt(60)
}

func (s *sample) put(items ...display.Item) {
	p := &s.doc.Pages[len(s.doc.Pages)-1]
	p.Items = append(p.Items, items...)
}

func (s *sample) next() display.Mark { s.mark++; return s.mark }

// code returns the code of a text in a font, which is shown as one glyph.
func (s *sample) code(font int, txt string, r rune) uint16 {
	if c, ok := s.codes[font][txt]; ok {
		return c
	}
	f := &s.doc.Fonts[font]
	program := parseTrueType(f.Program)
	glyph := program.glyph(r)
	if glyph == 0 {
		s.t.Fatalf("no glyph for %q", r)
	}
	f.Codes = append(f.Codes, display.Code{Glyph: uint16(glyph), Width: program.width(glyph), Text: txt})
	s.codes[font][txt] = uint16(len(f.Codes))
	return uint16(len(f.Codes))
}

// set makes a run of text: "fi" is one glyph, a soft hyphen is shown as a
// hyphen, V is kerned by -20 to what follows.
func (s *sample) set(m display.Mark, font int, size geom.Length, txt string) *display.Text {
	it := &display.Text{Mark: m, Font: font, Size: size, X: geom.Pt(60), Baseline: s.y, Ink: ink()}
	runes := []rune(txt)
	var x geom.Length
	perEm := int64(s.doc.Fonts[font].UnitsPerEm)
	for i := 0; i < len(runes); i++ {
		stands, shown := string(runes[i]), runes[i]
		switch {
		case shown == 'f' && i+1 < len(runes) && runes[i+1] == 'i':
			stands, shown = "fi", 0xFB01
			i++
		case shown == 0xAD:
			shown = '-'
		}
		code := s.code(font, stands, shown)
		it.Glyphs = append(it.Glyphs, display.Glyph{Code: code, X: x})
		width := s.doc.Fonts[font].Codes[code-1].Width
		if stands == "V" {
			width -= 20
		}
		x += size.MulDiv(int64(width), perEm)
	}
	return it
}

// line puts one line of text and moves down.
func (s *sample) line(m display.Mark, txt string) *display.Text {
	it := s.set(m, 0, geom.Pt(9.5), txt)
	s.put(it)
	s.y += geom.Pt(13)
	return it
}

func (s *sample) head(tag *display.Tag, role, txt string) {
	m := s.next()
	tag.Add(role).Content(m)
	s.y += geom.Pt(13)
	s.put(s.set(m, 1, geom.Pt(20), txt))
	s.y += geom.Pt(20)
}

func (s *sample) paragraph(tag *display.Tag, role string, lines ...string) *display.Tag {
	m := s.next()
	p := tag.Add(role)
	p.Content(m)
	for _, l := range lines {
		s.line(m, l)
	}
	return p
}

// link puts a linked word, of one active area.
func (s *sample) link(tag *display.Tag, txt, uri, dest, contents string) {
	l := tag.Add("Link")
	m := s.next()
	l.Content(m)
	s.put(&display.Link{
		Rect: geom.Rect{X: geom.Pt(60), Y: s.y - geom.Pt(10), W: geom.Pt(80), H: geom.Pt(12)},
		URI:  uri, Dest: dest, Contents: contents, Tag: l,
	})
	s.line(m, txt)
}

// full composes the document of most tests: two pages.
func full(t testing.TB) *sample {
	s := newSample(t)
	root := s.doc.Root
	s.page("1")
	s.put(&display.Fill{Rect: geom.Rect{X: geom.Pt(-8.504), Y: geom.Pt(-8.504), W: geom.Pt(612.284), H: geom.Pt(50)}, Ink: jade()})
	s.head(root, "H1", "A sample Very well set")
	toc := root.Add("TOC")
	for _, e := range []string{"One", "Two"} {
		item := toc.Add("TOCI")
		s.link(item.Add("Reference"), "Story "+e+" 2", "", "story/"+e, "Story "+e+", page 2")
	}
	sect := root.Add("Sect")
	s.head(sect, "H2", "Highlights")
	story := sect.Add("Sect")
	s.head(story, "H3", "Story One of office")
	p := s.paragraph(story, "P", "The first office finds a Very long word that is hy\u00AD", "phenated at the end of its line and ")
	s.link(p, "linked to the web", "https://example.org/ä b?q=%20", "", "example.org")
	list := story.Add("L")
	list.Numbering = "Decimal"
	for _, n := range []string{"1.", "2."} {
		item := list.Add("LI")
		s.paragraph(item, "Lbl", n+" ")
		s.paragraph(item, "LBody", "An item of the list.")
	}
	s.line(0, "folio 1")

	s.page("2")
	p.Content(s.next())
	s.line(s.mark, "continued on the second page.")
	fig := story.Add("Figure")
	fig.Alt = "A grey square beside a coloured one"
	s.doc.Photos = append(s.doc.Photos, display.Photo{}, display.Photo{})
	m := s.next()
	fig.Content(m)
	s.put(
		&display.Image{Mark: m, Rect: geom.Rect{X: geom.Pt(60), Y: s.y, W: geom.Pt(100), H: geom.Pt(60)}, Photo: 0},
		&display.Image{Mark: m, Rect: geom.Rect{X: geom.Pt(500), Y: s.y, W: geom.Pt(104), H: geom.Pt(60)}, Photo: 1},
	)
	s.y += geom.Pt(75)
	s.paragraph(fig.Add("Caption"), "P", "Two squares.")
	quote := s.paragraph(story.Add("BlockQuote"), "P", "A quote, in ")
	word := s.paragraph(quote, "Span", "fine Vers. ")
	word.Lang = "fr"
	s.line(0, "folio 2").Only = display.Email
	m = s.next()
	story.Add("P").Content(m)
	s.line(m, "Printed only: example.org").Only = display.Print
	spot := jade()
	spot.Spot = "PANTONE 3 C"
	s.put(
		&display.Fill{Rect: geom.Rect{X: geom.Pt(60), Y: s.y, W: geom.Pt(200), H: geom.Pt(0.5)}, Ink: ink()},
		&display.Fill{Rect: geom.Rect{X: geom.Pt(60), Y: s.y + geom.Pt(5), W: geom.Pt(200), H: geom.Pt(10)}, Ink: spot},
		&display.Path{Contours: [][]geom.XY{{{X: geom.Pt(300), Y: s.y}, {X: geom.Pt(310), Y: s.y}, {X: geom.Pt(305), Y: s.y + geom.Pt(9)}}}, Ink: jade()},
		&display.Fill{Rect: geom.Rect{X: geom.Pt(60), Y: s.y + geom.Pt(20), W: geom.Pt(200), H: geom.Pt(30)}, Ink: jade()},
	)
	s.y += geom.Pt(40)
	white := s.line(0, "White on jade")
	white.Ink = color.Ink{Name: "White", RGB: color.RGB{R: 255, G: 255, B: 255}}
	s.doc.Dests = []display.Dest{{Name: "story/One", Page: 0, Y: geom.Pt(100)}, {Name: "story/Two", Page: 1}}
	s.doc.Outline = []display.Outline{
		{Title: "Highlights", Dest: "story/One", Kids: []display.Outline{{Title: "Story One", Dest: "story/One"}, {Title: "Story Two – ü", Dest: "story/Two"}}},
		{Title: "The end"},
	}
	return s
}

// pictures makes the two photos of a sample: one grey JPEG, one in colour.
func pictures(t testing.TB, profile display.Profile) []display.Picture {
	gray := image.NewGray(image.Rect(0, 0, 20, 12))
	rgb := image.NewRGBA(image.Rect(0, 0, 20, 12))
	for i := range 240 {
		gray.Pix[i] = uint8(i)
		rgb.Set(i%20, i/20, imagecolor.RGBA{R: uint8(i), G: uint8(255 - i), B: 90, A: 255})
	}
	var a, b bytes.Buffer
	if err := jpeg.Encode(&a, gray, nil); err != nil {
		t.Fatal(err)
	}
	out := []display.Picture{{Data: a.Bytes(), Filter: "DCTDecode", Width: 20, Height: 12, Space: "gray"}}
	if profile == display.Email {
		if err := jpeg.Encode(&b, rgb, nil); err != nil {
			t.Fatal(err)
		}
		return append(out, display.Picture{Data: b.Bytes(), Filter: "DCTDecode", Width: 20, Height: 12, Space: "rgb"})
	}
	return append(out, display.Picture{
		Data: zlibbed(t, bytes.Repeat([]byte{0x20, 0x80, 0x40, 0x00}, 240)), Filter: "FlateDecode", Width: 20, Height: 12, Space: "cmyk",
	})
}

func zlibbed(t testing.TB, b []byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	if _, err := z.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func profileFile(t testing.TB, name string) []byte {
	b, err := os.ReadFile("../../assets/icc/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// options returns what a build hands over for a profile.
func options(t testing.TB, profile display.Profile) Options {
	if profile == display.Email {
		return Options{Profile: profile, ICC: profileFile(t, "sRGB_icc22.icc")}
	}
	return Options{
		Profile: profile, ICC: profileFile(t, "ISOcoated_v2_300_bas.icc.z"), InkLimit: 300,
		Condition: Condition{Identifier: "FOGRA39", Info: "Coated FOGRA39 (ISO 12647-2:2004)"},
	}
}

func (s *sample) build(profile display.Profile) ([]byte, error) {
	opt := paint.Options{Profile: profile, Pictures: pictures(s.t, profile), Marks: paint.Marks{Crop: true, Registration: true}}
	raw, ledger, err := paint.Pages(s.doc, opt)
	if err != nil {
		return nil, err
	}
	return Write(raw, ledger, s.doc, options(s.t, profile))
}

func (s *sample) must(profile display.Profile) []byte {
	s.t.Helper()
	b, err := s.build(profile)
	if err != nil {
		s.t.Fatal(err)
	}
	return b
}
