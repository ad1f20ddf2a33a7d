package flow

import (
	qrcode "github.com/skip2/go-qrcode"

	"masthead/layout/brand"
	"masthead/layout/geom"
	"masthead/layout/para"
)

// A codeStrip is QR codes side by side with their labels below, so many rows of a
// galley, which no column break tears apart:
//
//	▣▣▣▣   ▣▣▣▣   ▣▣▣▣
//	▣▣▣▣   ▣▣▣▣   ▣▣▣▣
//	¹ a.org ² b.org ³ c.org
type codeStrip struct {
	notes  []*note
	labels []setting
	edges  []geom.Length // of the codes, without their quiet zones
	pitch  geom.Length
	tall   geom.Length // from the head of the strip to the line above the labels
	line   para.Line   // stands for each of its rows
}

// leastModule is the least edge of a code's modules that telephones read from
// paper.
const leastModule = geom.Point

// codeRows adds strips of codes to a galley.
func (m *measurer) codeRows(g *galley, notes []*note) {
	widest := geom.Length(0)
	for _, n := range notes {
		widest = max(widest, m.codeEdge(n.url))
	}
	gap := m.brand.Grid.Gutter
	across := max(1, int((g.measure+gap)/(widest+2*quiet(widest)+gap)))
	for len(notes) > 0 {
		n := min(across, len(notes))
		s := &codeStrip{notes: notes[:n], pitch: (g.measure + gap) / geom.Length(across)}
		notes = notes[n:]
		lines := 0
		for _, n := range s.notes {
			edge := m.codeEdge(n.url)
			s.edges = append(s.edges, edge)
			s.tall = max(s.tall, edge+2*quiet(edge))
			label := m.lines(m.noteBlock(n.piece, g.leading), s.pitch-gap)
			s.labels = append(s.labels, label)
			lines = max(lines, len(label.lines))
		}
		rows := int(s.tall.CeilDiv(g.leading))
		s.tall = g.leading * geom.Length(rows)
		for i := range rows + lines {
			g.rows = append(g.rows, row{block: s.labels[0].block, line: &s.line, number: i, last: i == rows+lines-1, codes: s})
		}
	}
}

// codeEdge is the edge of an address's code: the brand's, or more where its
// modules would be too small.
func (m *measurer) codeEdge(url string) geom.Length {
	edge := m.brand.Print.CodeSize
	if code, err := qrcode.New(url, qrcode.Medium); err == nil {
		code.DisableBorder = true
		edge = max(edge, leastModule*geom.Length(len(code.Bitmap())))
	}
	return edge
}

// quiet is the white that a code needs around it: four modules of a short
// address's.
func quiet(edge geom.Length) geom.Length { return edge / 8 }

// codes paints a strip from its head.
func (pg *page) codes(s *codeStrip, f frame, top geom.Length) {
	for i, n := range s.notes {
		edge, zone := s.edges[i], quiet(s.edges[i])
		x := f.x + s.pitch*geom.Length(i)
		at := geom.Rect{X: x - zone, Y: top + s.tall - edge - 2*zone, W: edge + 2*zone, H: edge + 2*zone}
		look := brand.Follow{Size: edge, Quiet: zone}
		if pg.brand.Page.Tint != "" {
			at.X, look.Ground = x, "white" // its ground is seen: that is flush
		}
		pg.qr(followSet{n.piece, n.url, n.code}, look, at)
		g := f
		g.x, g.w = x, s.labels[i].measure
		pg.setting(s.labels[i], g, top+s.tall)
	}
}
