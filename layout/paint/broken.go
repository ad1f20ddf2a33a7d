package paint

import (
	"strings"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// A word that the end of a line breaks is one word to whoever listens or
// searches. Readers differ in what makes them see that, so it is said three times:
//
//	… in the frame-   P  ├ "… in the "
//	work of the …        ├ Span /ActualText (framework)  "frame" "work"
//	                     └ " of the …"
//
//   - the parts of the word are an element of their own, which says the word;
//   - the hyphen is no part of it: it is an artifact of the line (ISO 32000-1,
//     14.8.2.2.3). A sequence within another would hold it as well, were it not
//     that poppler loses the rest of the outer one;
//   - on the page it stands for U+00AD (14.9.4), while its code says "-" (which
//     finish sees to): viewers that know nothing of replacement text join what "-"
//     and the end of a line part.

const softHyphen = "\u00ad"

// stretch is a part of a run: of a broken word, its hyphen, or neither.
type stretch struct {
	from, to int // glyphs
	word     int // of Ledger.Words, from 1
	hyphen   bool
}

// stretches cuts a run at the hyphens of broken words, and in the tagged file
// around these words.
func (p *painter) stretches(it *display.Text) (out []stretch) {
	codes := p.doc.Fonts[it.Font].Codes
	said := func(i int) string { return codes[it.Glyphs[i].Code-1].Text }
	add := func(s stretch) {
		if s.from < s.to {
			out = append(out, s)
		}
	}
	at, n := 0, len(it.Glyphs)
	for at < n {
		end := at
		for end < n && said(end) != softHyphen {
			end++
		}
		from, open := at, p.broken[it.Mark]
		if open > 0 { // the word goes on up to a space
			for from < end && !spaced(said(from)) {
				from++
			}
			p.part(it, stretch{from: at, to: from, word: open}, add)
			if from < end || end == n {
				delete(p.broken, it.Mark)
				open = 0
			}
		}
		if end < n && p.owners[it.Mark] != nil && open == 0 {
			begin := end
			for begin > from && !spaced(said(begin-1)) {
				begin--
			}
			add(stretch{from: from, to: begin})
			p.ledger.Words = append(p.ledger.Words, "")
			p.broken[it.Mark] = len(p.ledger.Words)
			p.part(it, stretch{from: begin, to: end, word: len(p.ledger.Words)}, add)
		} else {
			add(stretch{from: from, to: end})
		}
		add(stretch{from: end, to: min(end+1, n), hyphen: true})
		at = end + 1
	}
	return out
}

// part books a part of a broken word.
func (p *painter) part(it *display.Text, s stretch, add func(stretch)) {
	for _, g := range it.Glyphs[s.from:s.to] {
		p.ledger.Words[s.word-1] += p.doc.Fonts[it.Font].Codes[g.Code-1].Text
	}
	add(s)
}

func spaced(s string) bool { return s != "" && strings.TrimSpace(s) == "" }

// run paints a run of glyphs, whole or in its stretches. Its ink is chosen once.
func (p *painter) run(it *display.Text, box geom.Rect) error {
	for _, s := range p.stretches(it) {
		part := *it
		part.Glyphs = make([]display.Glyph, s.to-s.from)
		start := it.Glyphs[s.from].X
		for i := range part.Glyphs {
			part.Glyphs[i] = it.Glyphs[s.from+i]
			part.Glyphs[i].X -= start
		}
		part.X += start
		if s.hyphen {
			if err := p.hyphen(&part, box); err != nil {
				return err
			}
			continue
		}
		own, err := p.extent(&part)
		if err != nil {
			return err
		}
		if err := p.marked(owned{it.Mark, s.word}, own, func() error { return p.text(&part, box) }); err != nil {
			return err
		}
	}
	return nil
}

// hyphen paints the hyphen at the end of a line.
func (p *painter) hyphen(it *display.Text, box geom.Rect) error {
	p.close()
	tagged := p.opt.Profile == display.Email
	if tagged {
		p.op("/Artifact BMC")
	}
	p.op("/Span <</ActualText <FEFF00AD>>> BDC")
	if err := p.text(it, box); err != nil {
		return err
	}
	p.op("EMC")
	if tagged {
		p.op("EMC")
	}
	return nil
}
