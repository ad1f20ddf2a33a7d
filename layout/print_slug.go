package layout

import (
	"fmt"
	"slices"

	"masthead/layout/brand"
	"masthead/layout/display"
	"masthead/layout/geom"
	"masthead/layout/paint"
	"masthead/layout/text"
)

// marks says which printer's marks stand around the bleed: the command's word
// goes before the brand's.
func (j *job) marks() paint.Marks {
	which := j.brand.Page.Marks
	if j.opt.Marks != "" {
		which = j.opt.Marks
	}
	return paint.Marks{Crop: which != "none", Registration: which == "all"}
}

// slugSize is the type size of the slug line; the least is for narrow pages.
const (
	slugSize  = 6 * geom.Point
	slugLeast = 3 * geom.Point
)

// pressed returns the document as it is printed: with a slug line on every page
// where there are marks. What it shares with doc is not changed.
//
//	◜ trim                                   trim ◝
//	  │  2023-06 · page 3 of 6 · 2023-06-01 · FOGRA39        below the bleed, between the crop marks
func (j *job) pressed(doc *display.Document) (*display.Document, error) {
	marks := j.marks()
	if marks.Room() == 0 || len(doc.Pages) == 0 {
		return doc, nil
	}
	style, err := j.slugStyle()
	if err != nil || style == nil {
		return doc, err
	}
	out := *doc
	out.Pages, out.Fonts = slices.Clone(doc.Pages), slices.Clip(doc.Fonts)
	embed, shaper := text.NewEmbedder(), text.NewShaper()
	profile := j.brand.Print.Condition
	for i := range out.Pages {
		p := &out.Pages[i]
		line := fmt.Sprintf("%s · page %d of %d · %s · %s", j.src.ID, i+1, len(out.Pages), doc.Meta.Created.UTC().Format("2006-01-02"), profile)
		st := *style
		st.Size = slugSize
		w := shaper.Shape(&st, line)
		inset := 6 * geom.Point
		if room := p.Trim.W/2 - marks.Room() - 2*inset; w.Width > room { // the target in the middle stays free
			st.Size = max(slugLeast, st.Size.MulDiv(int64(room), int64(w.Width)))
			w = shaper.Shape(&st, line)
			if w.Width > room {
				continue
			}
		}
		at := geom.XY{X: inset, Y: p.Trim.H + p.Bleed + marks.Room() - 5*geom.Point}
		p.Slug = set(embed, w, at, len(doc.Fonts))
	}
	fonts, err := embed.Fonts()
	if err != nil {
		return doc, err
	}
	for _, f := range fonts {
		out.Fonts = append(out.Fonts, inDocument(f))
	}
	return &out, nil
}

// slugStyle takes the brand's fallback families, which are to hold every
// character, then its first one.
func (j *job) slugStyle() (*text.Style, error) {
	lib := text.NewLibrary(j.brand.Files...)
	st := &text.Style{Language: "en"}
	for _, name := range append(slices.Clone(j.brand.Fallback), firstFamily(j.brand)) {
		family, ok := j.brand.Families.Get(name)
		if !ok || family.Files["regular"] == "" {
			continue
		}
		face, err := lib.Face(family.Files["regular"])
		if err != nil {
			return nil, err
		}
		st.Faces = append(st.Faces, face)
	}
	if len(st.Faces) == 0 {
		return nil, nil
	}
	return st, nil
}

func firstFamily(b *brand.Brand) string {
	if len(b.Families.Entries) == 0 {
		return ""
	}
	return b.Families.Entries[0].Key
}

// set turns a shaped word into text items at a place. Fonts count from base.
func set(embed *text.Embedder, w text.Word, at geom.XY, base int) (out []*display.Text) {
	x := at.X
	for _, run := range w.Runs {
		var open *display.Text
		origins := run.Origins(nil)
		for i, g := range run.Glyphs {
			font, code := embed.Code(run.Face, g)
			if open == nil || open.Font != base+font {
				open = &display.Text{Font: base + font, Size: run.Size, X: x + origins[i], Baseline: at.Y}
				out = append(out, open)
			}
			open.Glyphs = append(open.Glyphs, display.Glyph{
				Code: code, X: x + origins[i] - open.X, Rise: run.Size.MulDiv(int64(g.YOffset), int64(run.Face.Metrics().UnitsPerEm)),
			})
		}
		x += run.Width
	}
	return out
}

// inDocument turns a subset into the font of a document.
func inDocument(e text.Embedded) display.Font {
	m := e.Metrics
	f := display.Font{
		PostScriptName: e.PostScriptName, Program: e.Program, UnitsPerEm: m.UnitsPerEm, Ascent: m.Ascent, Descent: m.Descent,
		CapHeight: m.CapHeight, XHeight: m.XHeight, BBox: m.BBox, ItalicAngle: m.ItalicAngle, StemV: m.StemV, Serif: m.Serif, Fixed: m.Fixed,
	}
	for _, c := range e.Codes {
		f.Codes = append(f.Codes, display.Code(c))
	}
	return f
}
