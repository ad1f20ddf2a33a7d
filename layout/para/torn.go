package para

import (
	"unicode"
	"unicode/utf8"

	"masthead/layout/geom"
	"masthead/layout/hyphen"
	"masthead/layout/text"
)

// torn marks the elements of stretches too wide for the measure.
func (p *Paragraph) torn(narrow geom.Length) []bool {
	torn := make([]bool, len(p.elems))
	for i := 1; i < len(p.breaks); i++ {
		a, b := &p.breaks[i-1], &p.breaks[i]
		if b.end.least-a.start.least <= narrow {
			continue
		}
		for e := a.startElem; e <= b.endElem && int(e) < len(torn); e++ {
			torn[e] = e < b.endElem || b.endAt > 0
		}
	}
	return torn
}

// tear lists all points of a box that is wider than the measure: its own, then
// what the patterns give without regard to the limits, then any letter. Where a
// hyphen would take half of the line, none is added.
func (p *Paragraph) tear(e *element, narrow geom.Length) []point {
	pts := append([]point(nil), p.points[e.first:e.last]...)
	has := make(map[int32]bool, len(e.text))
	for _, pt := range pts {
		has[pt.at] = true
	}
	hyphens := !e.addr && narrow > 2*p.spans[e.span].Style.Size
	if p.b.Hyphen != nil && hyphens {
		letterRuns(e.text, func(from, to int) {
			for _, at := range p.b.Hyphen.Points(e.text[from:to], hyphen.Limits{MinLength: 4, Left: 2, Right: 2}) {
				if pt := (point{int32(from + at), breakTorn}); !has[pt.at] {
					pts = append(pts, pt)
					has[pt.at] = true
				}
			}
		})
	}
	for at, r := range e.text {
		if at == 0 || has[int32(at)] || !startsCluster(&e.word, at, r) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(e.text[:at])
		if bound(before, r) {
			continue
		}
		kind := breakTornPlain
		if hyphens && unicode.IsLetter(before) && unicode.IsLetter(r) {
			kind = breakTornLetter
		}
		pts = append(pts, point{int32(at), kind})
	}
	sortPoints(pts)
	return pts
}

// bound reports whether the white from element i to j stands between characters that
// nothing parts.
func (p *Paragraph) bound(i, j int) bool {
	if i == 0 || j+1 >= len(p.elems) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(p.elems[i-1].text)
	after, _ := utf8.DecodeRuneInString(p.elems[j+1].text)
	return bound(before, after)
}

// bound reports whether a mark of Han text stays with its neighbour: no address
// beside it is so long that a line may begin with a stop.
func bound(a, b rune) bool { return (isHanRune(a) || isHanRune(b)) && !hanBreak(a, b) }

// startsCluster reports whether a word may be torn before byte at: a glyph
// begins there, or a ligature holds it, and no mark or joiner is parted from
// its base.
func startsCluster(w *text.Word, at int, r rune) bool {
	if unicode.IsMark(r) || isJoiner(r) || r >= 0x1F3FB && r <= 0x1F3FF {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(w.Text[:at])
	return !isJoiner(before)
}
