package issue

import "unicode/utf8"

// closeUp turns the white space of a paragraph into single spaces, drops it at
// the ends and around hard breaks, and leaves none for a line break between two
// Han characters. It works in place.
func closeUp(in []char) []char {
	out := in[:0]
	for i := 0; i < len(in); {
		if !isBlank(in[i].r) {
			out = append(out, in[i])
			i++
			continue
		}
		from, hard, soft := i, false, false
		for ; i < len(in) && isBlank(in[i].r); i++ {
			hard = hard || in[i].r == hardBreak
			soft = soft || in[i].r == '\n'
		}
		if len(out) == 0 || i == len(in) {
			continue
		}
		c := in[from] // not overwritten yet: out is shorter
		c.r = ' '
		switch {
		case hard:
			c.r = hardBreak
		case soft && hanMeets(out, in[i:]):
			continue
		}
		out = append(out, c)
	}
	return out
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == hardBreak }

// hanMeets reports whether both sides of a line break are Han. A quotation mark
// or dash, which Chinese shares with other scripts, counts as what stands
// beyond it.
func hanMeets(before, after []char) bool {
	i, j := len(before)-1, 0
	for i > 0 && isSharedMark(before[i].r) {
		i--
	}
	for j < len(after)-1 && isSharedMark(after[j].r) {
		j++
	}
	return isHan(before[i].r) && isHan(after[j].r)
}

func isSharedMark(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '—', '…', '·':
		return true
	}
	return false
}

// join gathers characters of one style into spans.
func (r *runner) join() []Span {
	var out []Span
	for i, chars := 0, r.chars; i < len(chars); {
		number := chars[i].style
		st := r.styles[number]
		s := Span{Emph: st.emph, Strong: st.strong, Link: st.link, Pos: r.node.TextPos(int(chars[i].at)), node: r.node}
		var text []byte
		next := int32(-1)
		for ; i < len(chars) && chars[i].style == number && chars[i].r != hardBreak; i++ {
			c := chars[i]
			if c.at != next {
				s.marks = append(s.marks, mark{len(text), int(c.at)})
			}
			text = utf8.AppendRune(text, c.r)
			next = c.at + int32(utf8.RuneLen(c.r))
		}
		s.Text = string(text)
		if i < len(chars) && chars[i].r == hardBreak {
			s.Break = true
			i++
		}
		if s.Text == "" { // a break of another style than what stands before it
			if len(out) > 0 {
				out[len(out)-1].Break = true
			}
			continue
		}
		out = append(out, s)
	}
	return out
}

// oneLine closes up a plain text.
func oneLine(s string) string {
	chars := make([]char, 0, len(s))
	for i, r := range s {
		switch r {
		case '\r', '\u0085', '\u2028', '\u2029':
			r = '\n'
		}
		chars = append(chars, char{r: r, at: int32(i)})
	}
	return runes(closeUp(chars))
}
