package layout

import (
	"io/fs"

	"masthead/layout/color"
	"masthead/layout/display"
	"masthead/layout/finish"
	"masthead/layout/geom"
	"masthead/layout/paint"
	"masthead/layout/preflight"
	"masthead/layout/text"
)

// certificate is the page in the making. Lines stand at y, from the left margin.
type certificate struct {
	rep      *Preflight
	name     string
	doc      *display.Document
	page     *display.Page
	pictures []paint.Picture
	y        geom.Length
	mark     display.Mark

	faces  map[bool][]*text.Face // by boldness
	embed  *text.Embedder
	shaper *text.Shaper
}

// line is a line of type: cut off where it is longer than most.
type line struct {
	words string
	size  float64
	bold  bool
	ink   color.RGB // black, unless said
	x     geom.Length
	most  geom.Length // 0 is to the right margin
	right bool        // flush right
}

func newCertificate(rep *Preflight, name string, files fs.FS) (*certificate, error) {
	c := &certificate{rep: rep, name: name, embed: text.NewEmbedder(), shaper: text.NewShaper(), faces: map[bool][]*text.Face{}}
	lib := text.NewLibrary(files)
	for bold, names := range map[bool][]string{
		false: {"source-sans-3/SourceSans3-Regular.ttf", "noto-sans-sc/NotoSansSC-Regular-GB2312.ttf"},
		true:  {"source-sans-3/SourceSans3-Semibold.ttf", "noto-sans-sc/NotoSansSC-Bold-GB2312.ttf"},
	} {
		for _, n := range names {
			face, err := lib.Face(n)
			if err != nil {
				return nil, err
			}
			c.faces[bold] = append(c.faces[bold], face)
		}
	}
	c.doc = &display.Document{
		Meta:  display.Meta{Title: "Preflight of " + name, Language: "en-GB", Producer: "Masthead " + Version, Created: rep.Created},
		Pages: []display.Page{{Label: "1", Trim: geom.Size{W: 595 * geom.Point, H: certHeight}}},
		Root:  &display.Tag{Role: "Document"},
	}
	c.page = &c.doc.Pages[0]
	return c, nil
}

// line sets a line as content of a tag.
func (c *certificate) line(tag *display.Tag, l line) {
	st := &text.Style{Faces: c.faces[l.bold], Size: geom.Pt(l.size), Language: "en"}
	most := l.most
	if most == 0 {
		most = certWidth - l.x
	}
	w := c.shaper.Shape(st, l.words)
	for r := []rune(l.words); w.Width > most && len(r) > 1; {
		r = r[:len(r)-1-len(r)/40]
		w = c.shaper.Shape(st, string(r)+"…")
	}
	at := geom.XY{X: certLeft + l.x, Y: c.y}
	if l.right {
		at.X = certLeft + certWidth - w.Width
	}
	c.mark++
	for _, it := range set(c.embed, w, at, 0) {
		it.Mark, it.Ink = c.mark, color.Ink{RGB: l.ink}
		c.page.Items = append(c.page.Items, it)
	}
	if len(w.Runs) > 0 {
		tag.Content(c.mark)
	}
}

// rule draws a line across the page, hanging from y.
func (c *certificate) rule(ink color.RGB, thick geom.Length) {
	c.page.Items = append(c.page.Items, &display.Fill{Rect: geom.Rect{X: certLeft, Y: c.y, W: certWidth, H: thick}, Ink: color.Ink{RGB: ink}})
}

// picture places a thumbnail in a hairline frame.
func (c *certificate) picture(box geom.Rect, r *preflight.Raster, alt string) {
	frame := geom.Point / 4
	c.page.Items = append(c.page.Items, &display.Fill{
		Rect: box.Outset(geom.Insets{Top: frame, Right: frame, Bottom: frame, Left: frame}), Ink: color.Ink{RGB: grey()},
	})
	c.mark++
	tag := c.doc.Root.Add("Figure")
	tag.Alt = alt
	tag.Content(c.mark)
	c.doc.Photos = append(c.doc.Photos, display.Photo{Size: geom.Size{W: box.W, H: box.H}})
	c.pictures = append(c.pictures, paint.Picture{Data: r.Flate(), Filter: "FlateDecode", Width: r.W, Height: r.H, Space: "rgb"})
	c.page.Items = append(c.page.Items, &display.Image{Mark: c.mark, Rect: box, Photo: len(c.pictures) - 1})
}

// file writes the page.
func (c *certificate) file(assets fs.FS) ([]byte, error) {
	fonts, err := c.embed.Fonts()
	if err != nil {
		return nil, err
	}
	for _, f := range fonts {
		c.doc.Fonts = append(c.doc.Fonts, inDocument(f))
	}
	icc, err := fs.ReadFile(assets, screenICC)
	if err != nil {
		return nil, err
	}
	raw, ledger, err := paint.Pages(c.doc, paint.Options{Profile: Email, Pictures: c.pictures})
	if err != nil {
		return nil, err
	}
	return finish.Write(raw, ledger, c.doc, finish.Options{Profile: Email, ICC: icc})
}
