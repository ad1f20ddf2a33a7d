package golden

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// Files are where pictures and profiles lie: those of the issue, and those of
// the brand. Their bytes are summed, so that a picture that was replaced under
// its name is noticed; nil leaves the sums out.
type Files struct{ Issue, Brand fs.FS }

// Take makes the golden of a placed issue. The document says what is painted
// and read, the record what it is for.
func Take(doc *display.Document, lay *display.Layout, files Files) *Golden {
	t := &taker{doc: doc, lay: lay, files: files, sums: map[sourced]string{}, inks: map[string]Ink{}}
	t.read = readingOf(doc.Root)
	t.sections = sectionsOf(doc.Root)
	g := &Golden{
		Brand: lay.Brand, Language: doc.Meta.Language, Title: doc.Meta.Title, Author: doc.Meta.Author, Grid: cents(lay.Grid),
	}
	g.Press = Press{Marks: lay.Press.Marks, Condition: lay.Press.Condition, Profile: lay.Press.Profile}
	if g.Press.Profile != "" {
		g.Press.Sum = t.sum(sourced{true, g.Press.Profile})
	}
	if len(doc.Pages) > 0 {
		g.Bleed = cents(doc.Pages[0].Bleed)
	}
	t.firsts, t.begun = map[string]bool{}, map[string]bool{}
	for i := range lay.Pages {
		g.Pages = append(g.Pages, t.page(i))
	}
	for _, k := range t.inks {
		g.Inks = append(g.Inks, k)
	}
	slices.SortFunc(g.Inks, func(a, b Ink) int { return cmp.Compare(a.Name, b.Name) })
	g.Styles = usual(g.Pages)
	return g
}

// sourced is a file of the issue or of the brand.
type sourced struct {
	brand bool
	file  string
}

// taker makes a golden. Its maps are never walked in their own order but to
// sort.
type taker struct {
	doc      *display.Document
	lay      *display.Layout
	files    Files
	sums     map[sourced]string
	inks     map[string]Ink
	read     *reading
	sections map[string]*Section // by the story that begins it
	firsts   map[string]bool     // stories whose first block is made
	begun    map[string]bool     // paragraphs whose first line is made
}

func cents(l geom.Length) Length { return Length(l.Hundredths()) }

func rectOf(r geom.Rect) Rect { return Rect{cents(r.X), cents(r.Y), cents(r.W), cents(r.H)} }

func (t *taker) page(i int) Page {
	rec := &t.lay.Pages[i]
	p := Page{Number: rec.Number, Template: rec.Template, W: cents(rec.Size.W), H: cents(rec.Size.H), Live: rectOf(rec.Live)}
	s := &sheet{taker: t, rec: rec, page: i, blocks: map[string]*ranked{}}
	s.texts()
	s.figures()
	s.drawings()
	p.Blocks = s.order()
	for j := range p.Blocks {
		k := &p.Blocks[j]
		for _, f := range t.lay.Bill {
			if f.Page == rec.Number && f.Story == k.Story {
				k.Bill = append(k.Bill, Flexed{f.Change, f.Unit, hundredfold(f.From), hundredfold(f.To)})
			}
		}
		if k.Story != "" && !t.firsts[k.Story] {
			t.firsts[k.Story] = true
			k.Section = t.sections[k.Story]
			k.Index = t.entry(k.Story)
			for _, u := range t.lay.Unset {
				if u.Story == k.Story {
					k.Unset = append(k.Unset, Unset{u.Role, u.Text})
				}
			}
			if k.Section != nil {
				k.Section.Pages = t.pagesOf(k.Story)
			}
		}
	}
	return p
}

// hundredfold rounds in two steps, so that noise in the last bits of a float
// never decides.
func hundredfold(f float64) Length {
	return Length(math.Floor(math.Round(f*1e8)/1e6 + 0.5))
}

func (t *taker) entry(story string) *Entry {
	for _, s := range t.lay.Index {
		for _, e := range s.Entries {
			if e.Story == story {
				return &Entry{e.Page, e.Title}
			}
		}
	}
	return nil
}

// pagesOf returns the page range that the index gives to the section of a
// story.
func (t *taker) pagesOf(story string) string {
	for _, s := range t.lay.Index {
		for _, e := range s.Entries {
			if e.Story == story {
				return s.Pages
			}
		}
	}
	return ""
}

// ink notes the colour of a fill, or of what comes as one, and returns its name.
// Drawings may use colours that the brand does not name; they are called by
// what they are.
func (t *taker) ink(f *display.Fill) string {
	k := f.Ink
	out := Ink{
		Name: k.Name, RGB: k.RGB.String(), Spot: k.Spot,
		CMYK: strings.Join([]string{percent(k.CMYK.C), percent(k.CMYK.M), percent(k.CMYK.Y), percent(k.CMYK.K)}, "/"),
	}
	if out.Name == "" {
		return out.RGB
	}
	t.inks[out.Name] = out
	return out.Name
}

func percent(f float64) string {
	return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64)
}

// sum returns the first half of a file's SHA-256, "" where it cannot be read.
func (t *taker) sum(of sourced) string {
	from := t.files.Issue
	if of.brand {
		from = t.files.Brand
	}
	if from == nil {
		return ""
	}
	if s, ok := t.sums[of]; ok {
		return s
	}
	s := ""
	if data, err := fs.ReadFile(from, of.file); err == nil {
		h := sha256.Sum256(data)
		s = hex.EncodeToString(h[:6])
	}
	t.sums[of] = s
	return s
}

// usual returns for each role what most of its texts are set in; where two are
// as frequent, the one that comes first. Texts are counted rather than lines, so
// that a longer headline does not turn the balance.
func usual(pages []Page) []Style {
	type tally struct {
		style        Style
		texts, order int
	}
	var all []tally
	for i := range pages {
		for j := range pages[i].Blocks {
			for _, it := range pages[i].Blocks[j].Items {
				if it.Text == nil {
					continue
				}
				s := Style{it.Role, it.Text.Type}
				at := slices.IndexFunc(all, func(t tally) bool { return t.style == s })
				if at < 0 {
					at = len(all)
					all = append(all, tally{style: s, order: at})
				}
				all[at].texts++
			}
		}
	}
	slices.SortStableFunc(all, func(a, b tally) int {
		return cmp.Or(cmp.Compare(a.style.Role, b.style.Role), cmp.Compare(b.texts, a.texts), cmp.Compare(a.order, b.order))
	})
	var out []Style
	for _, t := range all {
		if n := len(out); n == 0 || out[n-1].Role != t.style.Role {
			out = append(out, t.style)
		}
	}
	return out
}

// scrim says a gradient over a photo: its ink, then stops as distance:opacity.
func (t *taker) scrim(s display.Scrim) string {
	parts := []string{t.ink(&display.Fill{Ink: s.Ink})}
	for _, stop := range s.Stops {
		parts = append(parts, fmt.Sprintf("%d:%s", cents(stop.At), percent(stop.Alpha*100)))
	}
	return strings.Join(parts, " ")
}
