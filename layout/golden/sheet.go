package golden

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// A sheet is one page on its way into a golden: the record's lines, figures and
// boxes beside the document's items. The two are matched by place, which both
// have exactly.
type sheet struct {
	*taker
	rec    *display.LayoutPage
	page   int
	blocks map[string]*ranked
	names  []string

	captions map[caption]int // where they are read
}

// caption names a paragraph of a story.
type caption struct{ story, paragraph string }

// ranked is a block whose items wait to be put in reading order.
type ranked struct {
	story string
	items []rankedItem
}

type rankedItem struct {
	rank int
	Item
}

// unread ranks behind all that is read, drawings behind all else.
const (
	unread  = math.MaxInt32
	drawing = math.MaxInt32 + 1
)

func (s *sheet) add(story string, it rankedItem) {
	k := s.blocks[story]
	if k == nil {
		k = &ranked{story: story}
		s.blocks[story] = k
		s.names = append(s.names, story)
	}
	k.items = append(k.items, it)
}

// order returns the furniture and then the stories as they are read.
func (s *sheet) order() []Block {
	var all []*ranked
	for _, name := range s.names {
		k := s.blocks[name]
		slices.SortStableFunc(k.items, func(a, b rankedItem) int {
			if a.rank != drawing || b.rank != drawing {
				return cmp.Compare(a.rank, b.rank)
			}
			return cmp.Or(cmp.Compare(a.Rect.Y, b.Rect.Y), cmp.Compare(a.Rect.X, b.Rect.X), cmp.Compare(a.Role, b.Role))
		})
		all = append(all, k)
	}
	slices.SortStableFunc(all, func(a, b *ranked) int {
		return cmp.Or(cmp.Compare(min(len(a.story), 1), min(len(b.story), 1)), cmp.Compare(a.items[0].rank, b.items[0].rank))
	})
	var out []Block
	for _, k := range all {
		b := Block{Story: k.story}
		for _, it := range k.items {
			b.Items = append(b.Items, it.Item)
		}
		out = append(out, b)
	}
	return out
}

// setLine is a line of the record with what it is painted of.
type setLine struct {
	*display.Line
	texts  []*display.Text
	links  []Link
	linked []geom.Rect // where they lie
	rank   int
	role   string // in the tag tree, "-" where it is not read
}

// texts makes the page's text items.
func (s *sheet) texts() {
	lines := s.lines()
	s.captions = map[caption]int{}
	for _, l := range lines {
		key := caption{l.Story, l.Paragraph}
		if at, ok := s.captions[key]; !ok || l.rank < at {
			s.captions[key] = l.rank
		}
	}
	slices.SortStableFunc(lines, func(a, b *setLine) int { return cmp.Compare(a.rank, b.rank) })
	frames := map[string]geom.Rect{}
	for _, f := range s.rec.Frames {
		frames[f.ID] = f.Rect
	}
	for i := 0; i < len(lines); {
		end := i + 1
		for end < len(lines) && lines[end].Frame == lines[i].Frame && lines[end].Role == lines[i].Role {
			end++
		}
		story := lines[i].Story
		if story == "" && lines[i].Role == "index" {
			story = "index"
		}
		s.add(story, rankedItem{lines[i].rank, s.text(lines[i:end], frames[lines[i].Frame])})
		i = end
	}
}

// lines matches the record's lines with the document's texts and links: a text
// belongs to the line of its baseline that begins last before it.
func (s *sheet) lines() []*setLine {
	at := map[geom.Length][]*setLine{}
	var lines []*setLine
	for i := range s.rec.Lines {
		l := &setLine{Line: &s.rec.Lines[i], rank: unread, role: "-"}
		lines = append(lines, l)
		at[l.Baseline] = append(at[l.Baseline], l)
	}
	for _, row := range at {
		slices.SortStableFunc(row, func(a, b *setLine) int { return cmp.Compare(a.X, b.X) })
	}
	for _, it := range s.doc.Pages[s.page].Items {
		if it, ok := it.(*display.Text); ok {
			if l := lastBefore(at[it.Baseline], it.X); l != nil {
				l.texts = append(l.texts, it)
			}
		}
	}
	for _, l := range lines {
		slices.SortStableFunc(l.texts, func(a, b *display.Text) int { return cmp.Compare(a.X, b.X) })
	}
	s.links(lines)
	for _, l := range lines {
		for _, t := range l.texts {
			if r, ok := s.read.rank[t.Mark]; ok {
				l.rank, l.role = r, s.read.role[t.Mark]
				break
			}
		}
		if l.role == "Lbl" && l.Frame == "" {
			l.numbers(at[l.Baseline])
		}
	}
	return lines
}

// numbers gives the number of a list's entry to the frame of the entry, which
// begins behind it on its line.
func (l *setLine) numbers(row []*setLine) {
	for _, of := range row {
		if of.X > l.X && of.Frame != "" {
			line := *l.Line
			line.Frame, line.Story, line.Role = of.Frame, of.Story, "number"
			l.Line = &line
			return
		}
	}
}

// near is how far a text may stand out to the left of where its line begins:
// hanging punctuation, italics.
const near = geom.Point / 4

func lastBefore(row []*setLine, x geom.Length) *setLine {
	var found *setLine
	for _, l := range row {
		if l.X <= x+near {
			found = l
		}
	}
	return found
}

// links gives the page's links to the lines that they lie over. One that lies
// over none is a box.
func (s *sheet) links(lines []*setLine) {
	for _, it := range s.doc.Pages[s.page].Items {
		it, ok := it.(*display.Link)
		if !ok {
			continue
		}
		at := slices.IndexFunc(lines, func(l *setLine) bool {
			return l.Baseline >= it.Rect.Y && l.Baseline <= it.Rect.Bottom() && l.X < it.Rect.Right() && l.X+l.Width > it.Rect.X
		})
		if at < 0 {
			story := s.owner(&drawn{rect: it.Rect})
			s.add(story, rankedItem{drawing, Item{Role: linkBox, Rect: rectOf(it.Rect), Ink: target(it)}})
			continue
		}
		l := lines[at]
		link := Link{To: target(it)}
		var within, outside strings.Builder
		for _, t := range l.texts {
			b := &outside
			if t.X >= it.Rect.X-near && t.X < it.Rect.Right() {
				b = &within
			}
			b.WriteString(s.written(t))
		}
		if strings.TrimSpace(outside.String()) != "" {
			link.Words = strings.TrimSpace(within.String())
		}
		l.links = append(l.links, link)
		l.linked = append(l.linked, it.Rect)
	}
}

// linkBox is the role of a link that lies over no words; its ink is where it
// leads.
const linkBox = "link"

func target(l *display.Link) string {
	if l.URI != "" {
		return l.URI
	}
	return "@" + l.Dest
}

// text makes one item of lines of one frame.
func (s *sheet) text(lines []*setLine, frame geom.Rect) Item {
	main := mainRun(s, lines)
	first := lines[0]
	out := &Text{Type: Type{Face: main.Face, Size: main.Size, Leading: cents(first.Leading), Setting: settingOf(first.Setting)}}
	if main.Size == 0 {
		out.Size = cents(first.Size)
	}
	last, paragraph := frame.Y, "\n"
	for _, l := range lines {
		line := Line{
			X: cents(l.X - frame.X), Step: cents(l.Baseline - last), Width: cents(l.Width), Text: l.Text, Hyphenated: l.Hyphenated,
			Links: l.links, Runs: s.runs(l, main),
		}
		// A paragraph of a story goes on over frames and pages; one of the
		// furniture is a new one on each.
		key := l.Story + "\n" + l.Paragraph
		if l.Paragraph != paragraph && (l.Story == "" || l.Paragraph == "" || !s.begun[key]) {
			line.Tag = l.role
			s.begun[key] = true
		}
		paragraph, last = l.Paragraph, l.Baseline
		out.Lines = append(out.Lines, line)
	}
	place := rectOf(frame)
	place.H = 0
	return Item{Role: first.Role, Rect: place, Ink: main.Ink, Text: out}
}

// runOf describes a text item.
func (s *sheet) runOf(t *display.Text) Run {
	return Run{Face: s.doc.Fonts[t.Font].PostScriptName, Size: cents(t.Size), Ink: s.ink(&display.Fill{Ink: t.Ink}), Text: s.written(t)}
}

// written returns what a text item says.
func (s *sheet) written(t *display.Text) string {
	f := &s.doc.Fonts[t.Font]
	var b strings.Builder
	for _, g := range t.Glyphs {
		b.WriteString(f.Codes[g.Code-1].Text)
	}
	return strings.ReplaceAll(b.String(), "\u00ad", "")
}

// settingOf writes down how a style sets lines; what is usual is left out.
func settingOf(s *display.Setting) string {
	if s == nil {
		return ""
	}
	var out []string
	if s.Align != "left" && s.Align != "" {
		out = append(out, s.Align)
	}
	if s.Hyphenated {
		out = append(out, "hyphenated")
	}
	if s.Indent != 0 {
		out = append(out, "indent="+num(cents(s.Indent)))
	}
	if s.Tracking != 0 {
		out = append(out, fmt.Sprintf("tracking=%d", s.Tracking))
	}
	if s.Case != "none" && s.Case != "" {
		out = append(out, "case="+s.Case)
	}
	if len(s.Features) > 0 {
		out = append(out, "features="+strings.Join(s.Features, ","))
	}
	return strings.Join(out, " ")
}

// mainRun returns the face, size and ink that most characters of the lines have,
// links left out where there is anything else.
func mainRun(s *sheet, lines []*setLine) Run {
	var kinds []Run
	var count []int
	for _, l := range lines {
		for _, t := range l.texts {
			r := s.runOf(t)
			n := len(strings.TrimSpace(r.Text))
			r.Text = ""
			at := slices.Index(kinds, r)
			if at < 0 {
				at = len(kinds)
				kinds, count = append(kinds, r), append(count, 0)
			}
			if !slices.ContainsFunc(l.linked, func(r geom.Rect) bool { return t.X >= r.X-near && t.X < r.Right() }) {
				n *= 1000
			}
			count[at] += n
		}
	}
	best := -1
	for i := range kinds {
		if best < 0 || count[i] > count[best] {
			best = i
		}
	}
	if best < 0 {
		return Run{}
	}
	return kinds[best]
}

// runs returns the stretches of a line that differ from the main one.
func (s *sheet) runs(l *setLine, main Run) []Run {
	var out []Run
	open := false // the last run goes on
	for _, t := range l.texts {
		r := s.runOf(t)
		if r.Face == main.Face {
			r.Face = ""
		}
		if r.Size == main.Size {
			r.Size = 0
		}
		if r.Ink == main.Ink {
			r.Ink = ""
		}
		if r.Face == "" && r.Size == 0 && r.Ink == "" {
			open = open && strings.TrimSpace(r.Text) == ""
			continue
		}
		if n := len(out); open && out[n-1].Face == r.Face && out[n-1].Size == r.Size && out[n-1].Ink == r.Ink {
			out[n-1].Text += r.Text
			continue
		}
		out, open = append(out, r), true
	}
	for i := range out {
		out[i].Text = strings.TrimSpace(out[i].Text)
	}
	return out
}
