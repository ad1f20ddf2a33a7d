package flow

import (
	"unicode"

	"masthead/layout/issue"
)

// An opening is one way to begin a story: a lead of so many sentences, and the
// paragraphs that follow it.
type opening struct {
	lead  *piece
	paras []paragraph
}

// leads returns how many sentences of the first paragraph may serve as lead,
// the ideal first: as many as the brand's words allow, then fewer. Zero means
// that there is none.
func (m *typesetter) leads(s *story) []int {
	if s.leadings == nil {
		s.leadings = m.leadsOf(s)
	}
	return s.leadings
}

func (m *typesetter) leadsOf(s *story) []int {
	rules := m.brand.Story
	if s.lead != nil || rules.LeadWords == 0 || s.words < rules.LeadMin || len(s.paras) == 0 || s.paras[0].style != "body" {
		return []int{0}
	}
	ends := sentences(s.paras[0].spans)
	most := 0
	for i, e := range ends {
		if wordsIn(upTo(s.paras[0].spans, e)) > rules.LeadWords {
			break
		}
		most = i + 1
	}
	if most == len(ends) && len(s.paras) == 1 {
		most-- // something must be left to stand in the columns
	}
	var out []int
	for n := most; n > 0; n-- {
		out = append(out, n)
	}
	return append(out, 0)
}

// opening returns the story with a lead of n sentences.
func (s *story) opening(n int) *opening {
	if o, ok := s.openings[n]; ok {
		return o
	}
	o := &opening{lead: s.lead, paras: s.paras}
	if n == plainOpening {
		o.lead = nil
		first := s.lead.with(s.lead.spans)
		first.role = "body"
		o.paras = append([]paragraph{{piece: first, style: "body"}}, s.paras...)
	}
	if n > 0 {
		first := s.paras[0]
		at := sentences(first.spans)[n-1]
		o.lead = first.with(upTo(first.spans, at))
		o.lead.role, o.lead.id, o.lead.ends = "lead", s.id+"#lead", false
		o.paras = nil
		if rest := from(first.spans, at); len(rest) > 0 {
			head := first
			head.piece = first.with(rest)
			o.paras = append(o.paras, head)
		}
		o.paras = append(o.paras, s.paras[1:]...)
	}
	if len(o.paras) > 0 {
		o.paras = append([]paragraph(nil), o.paras...)
		o.paras[0].first = true
		o.paras[0].lead = o.paras[0].style == "body"
	}
	if s.openings == nil {
		s.openings = map[int]*opening{}
	}
	s.openings[n] = o
	return o
}

// place is a spot in spans: before byte off of span i.
type place struct{ span, off int }

// sentences returns where each sentence of a paragraph ends, the last one
// included. The typography of the language has put no-break spaces after
// abbreviations and initials, so a plain space after a full stop ends a
// sentence where what follows is no small letter.
func sentences(spans []issue.Span) []place {
	var ends []place
	var stop, gap bool // just after a full stop (and closing marks), then a space
	var after place
	for i, s := range spans {
		for off, r := range s.Text {
			switch {
			case gap:
				if !unicode.IsLower(r) && !unicode.IsSpace(r) {
					ends = append(ends, after)
				}
				gap, stop = unicode.IsSpace(r), false
			case stop && r == ' ':
				gap, stop = true, false
				after = place{i, off}
			case r == '。' || r == '！' || r == '？':
				ends = append(ends, place{i, off + len(string(r))})
			}
			switch r {
			case '.', '!', '?', '…':
				stop, gap = true, false
			case '”', '’', '»', ')', '“', '"', '¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹':
			default:
				stop = false
			}
		}
		if s.Break {
			gap, stop = false, false
		}
	}
	last := place{len(spans) - 1, len(spans[len(spans)-1].Text)}
	if len(ends) == 0 || ends[len(ends)-1] != last {
		ends = append(ends, last)
	}
	return ends
}

func upTo(spans []issue.Span, at place) []issue.Span {
	out := append([]issue.Span(nil), spans[:at.span]...)
	last := spans[at.span]
	last.Text = last.Text[:at.off]
	return append(out, last)
}

func from(spans []issue.Span, at place) []issue.Span {
	first := spans[at.span]
	first.Text = trimLeft(first.Text[at.off:])
	var out []issue.Span
	if first.Text != "" {
		out = append(out, first)
	}
	for _, s := range spans[at.span+1:] {
		if len(out) == 0 {
			s.Text = trimLeft(s.Text)
		}
		if s.Text != "" {
			out = append(out, s)
		}
	}
	return out
}

func trimLeft(s string) string {
	for len(s) > 0 && s[0] == ' ' {
		s = s[1:]
	}
	return s
}
