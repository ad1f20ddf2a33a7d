package brand

import (
	"masthead/layout/geom"
)

// fresh returns a brand in which everything that may be left out and for which
// zero is a value of its own has its default.
func fresh() *Brand {
	b := &Brand{}
	b.Page = Page{Size: "A4", Left: geom.MM(20), Right: geom.MM(20), Bleed: geom.MM(3), Marks: "crop", Binding: "loose"}
	b.Grid = Grid{Columns: 1, Baseline: geom.Pt(12)}
	b.Story = StoryRules{
		EndMark: "none", MarkSize: geom.Pt(5), MarkGap: geom.Pt(4), See: "see",
		Widows: 2, Orphans: 2, Level: 1, MinPart: 6, MinRest: 6, Hole: 6,
	}
	b.Costs = Costs{
		Figure: 100, Space: 40, Hole: 60, Level: 10, Style: 80, Repeat: 300, Parity: 60,
		Page: 500, Runover: 200, Crop: 150, PPI: 400, Mixed: 150, Lead: 60,
	}
	b.Photos = PhotoRules{
		PPIEmail: 144, PPIPrint: 300, Warn: 200, Fail: 150, Quality: 82, MinQuality: 50, Sharpen: 0.3,
		MaxPixels: 100, MaxMegabyte: 60, MinRatio: 0.5, MaxRatio: 4,
	}
	b.Print = PrintRules{Condition: "FOGRA39", InkLimit: 300, SmallText: 9, KnockedOut: 7.5, Links: "none", CodeSize: geom.MM(15)}
	b.Inline = InlineStyles{Emph: Inline{Weight: "italic"}, Strong: Inline{Weight: "bold"}, Both: Inline{Weight: "bold-italic"}}
	return b
}

// applyDefaults fills what the file left out and depends on something else, or
// stands in a list. It makes the index of styles.
func (b *Brand) applyDefaults() {
	if size, err := b.Page.Dimensions(); err == nil {
		b.trim = size
	}
	b.gridDefaults()
	if b.Typeset == nil {
		b.Typeset = yes()
	}
	b.styles = make(map[string]*Style, len(b.Styles.Entries))
	for i := range b.Styles.Entries {
		e := &b.Styles.Entries[i]
		b.styleDefaults(&e.Value)
		b.styles[e.Key] = &e.Value
	}
	b.standIns()
	for i := range b.Families.Entries {
		if f := &b.Families.Entries[i].Value; f.Scale == 0 {
			f.Scale = 100
		}
	}
	for i := range b.Boxes.Entries {
		ruleDefaults(b.Boxes.Entries[i].Value.Top)
	}
	b.placedDefaults(b.Running)
	for i := range b.Template.Entries {
		b.templateDefaults(&b.Template.Entries[i].Value)
	}
}

// standIns lets another style serve for some that a brand may lack, so that a
// small brand names few.
func (b *Brand) standIns() {
	for _, s := range [][2]string{
		{"caption", "body"},
		{"see", "body"},
		{"signature", "body"},
		{"index-entry", "body"},
		{"contacts", "body"},
		{"credit", "caption"},
		{"quote-byline", "caption"},
		{"follow", "caption"},
		{"note", "caption"},
	} {
		if other, ok := b.styles[s[1]]; ok && b.styles[s[0]] == nil {
			b.styles[s[0]] = other
		}
	}
	if body := b.styles["body"]; body != nil && b.styles["subhead"] == nil {
		b.styles["subhead"] = body.asSubhead()
	}
}

// asSubhead is the style of subheads where a brand names none: bold, apart from the
// text above and together with the text below.
func (s *Style) asSubhead() *Style {
	out := *s
	out.Weight, out.Align, out.Hyphens, out.Indent, out.DropCap = "bold", "left", false, 0, nil
	out.Before, out.Keep = 1, 3
	return &out
}

func yes() *bool { v := true; return &v }

func (b *Brand) gridDefaults() {
	g := &b.Grid
	if g.Baseline <= 0 {
		return // an error by then
	}
	if g.Gutter == 0 && !g.At.Has("gutter") {
		g.Gutter = g.Baseline
	}
	if g.First == 0 {
		g.First = geom.MM(20).CeilDiv(g.Baseline) + 1
	}
	if g.Last == 0 {
		g.Last = (b.Trim().H - geom.MM(20)).FloorDiv(g.Baseline)
	}
}

func (b *Brand) styleDefaults(s *Style) {
	if s.Family == "" && len(b.Families.Entries) > 0 {
		s.Family = b.Families.Entries[0].Key
	}
	word(&s.Weight, "regular")
	word(&s.Align, "left")
	word(&s.Case, "none")
	word(&s.Colour, "black")
	word(&s.Mark, "square")
	word(&s.MarkInk, SectionInk)
	if s.Size == 0 && s.Fit != nil {
		s.Size = s.Fit.Max
	}
	if s.Leading == 0 && b.Grid.Baseline > 0 && s.Size > 0 {
		half := b.Grid.Baseline / 2
		s.Leading = half * geom.Length(s.Size.MulDiv(23, 20).CeilDiv(half))
		if s.Follows = s.Fit != nil; s.Follows {
			s.Leading = b.Fitted(s.Fit.Max)
		}
	}
	ruleDefaults(s.Above)
	if o := s.Opening; o != nil && o.Words == 0 && o.Until == "" {
		o.Words = 4
	}
	if d := s.DropCap; d != nil {
		if d.Lines == 0 {
			d.Lines = 3
		}
		if d.Opening != nil && d.Opening.Words == 0 {
			d.Opening.Words = 4
		}
	}
}

// Fitted is the leading of type that was fitted to its measure, of a size.
func (b *Brand) Fitted(size geom.Length) geom.Length {
	half := max(b.Grid.Baseline/2, 1)
	return half * geom.Length(size.MulDiv(9, 10).CeilDiv(half))
}

func word(dst *string, value string) {
	if *dst == "" {
		*dst = value
	}
}

func (b *Brand) templateDefaults(t *Template) {
	word(&t.Mirror, "none")
	word(&t.From, "live")
	if t.Running == nil {
		t.Running = yes()
	}
	if t.To == 0 {
		t.To = b.Grid.Last
	}
	s := &t.Serves
	word(&s.Page, "inside")
	word(&s.Part, "whole")
	word(&s.Kind, "article")
	word(&s.Sections, "one")
	word(&s.Parity, "any")
	word(&s.Turn, "none")
	if !s.Stories.Set {
		s.Stories = Range{Min: 1, Max: 1, Set: true}
		if s.Page == "cover" {
			s.Stories = Range{Min: 0, Max: 1, Set: true}
		}
	}
	b.placedDefaults(t.Below)
	b.placedDefaults(t.Above)
	n := treeDefaults{b: b, lead: setsLead(t.Stack)}
	n.nodes(t.Stack)
}

// setsLead reports whether a tree sets the lead as a piece of its own.
func setsLead(nodes []Node) bool {
	found := false
	eachNode(nodes, func(n *Node) { found = found || n.Text == "lead" })
	return found
}

func (b *Brand) placedDefaults(items []Placed) {
	for i := range items {
		p := &items[i]
		word(&p.On, "all")
		if p.Tree != nil {
			t := treeDefaults{b: b, lead: true}
			t.node(p.Tree)
		}
	}
}

// treeDefaults fills the boxes of a template.
type treeDefaults struct {
	b    *Brand
	lead bool // the template sets the lead
}

func (t *treeDefaults) nodes(nodes []Node) {
	for i := range nodes {
		t.node(&nodes[i])
	}
}

func (t *treeDefaults) node(n *Node) {
	if n.Text != "" && len(n.Style) == 0 && isPiece(n.Text) {
		n.Style = Names{n.Text}
	}
	t.nodes(n.Stack)
	t.nodes(n.Split)
	t.nodes(n.Choose)
	t.b.placedDefaults(n.Layers)
	if n.Pour != nil {
		t.pour(n.Pour)
	}
	if n.Each != nil {
		t.nodes(n.Each.Stack)
		t.nodes(n.Each.Gap)
	}
	if n.Body != nil {
		t.body(n.Body)
	}
	if g := n.Gallery; g != nil && g.From == 0 {
		g.From = 2
	}
	if i := n.Items; i != nil {
		word(&i.Style, "body")
		if i.Columns == 0 {
			i.Columns = 2
		}
		if !i.Gap.Set {
			i.Gap = Rows{Min: 3, Ideal: 3, Max: 3, Set: true}
		}
		ruleDefaults(i.Rule)
	}
	ruleDefaults(n.Rule)
	ruleDefaults(n.Divider)
	if l := n.LeadIn; l != nil {
		word(&l.Side, "left")
		if l.Gap == 0 && !l.At.Has("gap") {
			l.Gap = geom.Pt(6)
		}
	}
	pieceDefaults(n)
}

func (t *treeDefaults) pour(p *Pour) {
	if p.Columns == 0 {
		p.Columns = 1
	}
	if p.Gutter == 0 && !p.At.Has("gutter") {
		p.Gutter = t.b.Grid.Gutter
	}
	if !p.Air.Set {
		p.Air = Rows{Min: 1, Ideal: 1, Max: 2, Set: true}
	}
	ruleDefaults(p.Rule)
	eachNode(p.Floats, func(n *Node) {
		if n.Gallery != nil && n.Gallery.From == 0 {
			n.Gallery.From = 1
		}
	})
	for _, kids := range p.parts() {
		t.nodes(kids)
	}
}

func (t *treeDefaults) body(b *Body) {
	if b.Columns == 0 {
		b.Columns = 1
	}
	word(&b.Style, "body")
	if b.Gutter == 0 && !b.At.Has("gutter") {
		b.Gutter = t.b.Grid.Gutter
	}
	if b.See == nil {
		b.See = yes()
	}
	if b.Lead == nil {
		b.Lead = &t.lead
	}
	ruleDefaults(b.Rule)
	for i := range b.Insets {
		in := &b.Insets[i]
		in.Node.At = in.Mark
		word(&in.At, "foot")
		t.node(&in.Node)
	}
}

// pieceDefaults names the styles that a piece has if its file names none.
func pieceDefaults(n *Node) {
	if f := n.Facts; f != nil {
		word(&f.Heading, "fact-heading")
		word(&f.Label, "fact-label")
		word(&f.Value, "fact-value")
		ruleDefaults(f.Rule)
	}
	if q := n.Quote; q != nil {
		if len(q.Style) == 0 {
			q.Style = Names{"pullquote"}
		}
		word(&q.Byline, "quote-byline")
		if q.Bar != nil && !q.Bar.At.Has("offset") {
			q.Bar.Offset = max(q.Bar.Weight, geom.Point/2) + 13*geom.Point/2
		}
		ruleDefaults(q.Bar)
		for i := range q.Rules {
			ruleDefaults(&q.Rules[i])
			if !q.Rules[i].At.Has("offset") {
				q.Rules[i].Offset = geom.Pt(8)
			}
		}
	}
	if x := n.Index; x != nil {
		word(&x.Entry, "index-entry")
		word(&x.Page, x.Entry)
		word(&x.Pages, x.Heading)
		word(&x.Number, x.Heading)
		ruleDefaults(x.Rule)
		ruleDefaults(x.Hair)
	}
	if c := n.Calendar; c != nil {
		word(&c.Day, "calendar-day")
		word(&c.Month, "calendar-month")
		word(&c.Title, "calendar-title")
		word(&c.Rest, "calendar-rest")
		ruleDefaults(c.Rule)
	}
	if c := n.Contacts; c != nil {
		word(&c.Style, "contacts")
	}
	if f := n.Follow; f != nil {
		if f.Size == 0 {
			f.Size = geom.Pt(55)
		}
		if f.Quiet == 0 && !f.At.Has("quiet") {
			f.Quiet = geom.Pt(5)
		}
		word(&f.Colour, "black")
		word(&f.Ground, "white")
		word(&f.Label, "follow")
		word(&f.Side, "right")
	}
}

func ruleDefaults(r *Rule) {
	if r == nil {
		return
	}
	if r.Weight == 0 && !r.At.Has("weight") {
		r.Weight = geom.Pt(0.5)
	}
	word(&r.Colour, SectionInk)
}
