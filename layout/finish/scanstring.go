package finish

// name reads a name and resolves its #xx escapes.
func (s *scanner) name() (Object, error) {
	s.at++
	start, escaped := s.at, false
	for s.at < len(s.b) && !isSpace(s.b[s.at]) && !isDelimiter(s.b[s.at]) {
		escaped = escaped || s.b[s.at] == '#'
		s.at++
	}
	raw := s.b[start:s.at]
	if !escaped {
		return Name(raw), nil
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			hi, lo := nibble(raw[i+1]), nibble(raw[i+2])
			if hi >= 0 && lo >= 0 {
				out = append(out, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		out = append(out, raw[i])
	}
	return Name(out), nil
}

func nibble(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// hex reads a hexadecimal string; a missing last digit is 0.
func (s *scanner) hex() (Object, error) {
	s.at++
	out := s.text[:0]
	high := -1
	for ; s.at < len(s.b); s.at++ {
		c := s.b[s.at]
		if c == '>' {
			s.at++
			if high >= 0 {
				out = append(out, byte(high<<4))
			}
			s.text = out
			return String(out), nil
		}
		n := nibble(c)
		switch {
		case isSpace(c):
		case n < 0:
			return nil, syntax(s.at, "%q in a hexadecimal string", c)
		case high < 0:
			high = n
		default:
			out = append(out, byte(high<<4|n))
			high = -1
		}
	}
	return nil, syntax(s.at, "string without end")
}

// literal reads a string in parentheses (ISO 32000-1, 7.3.4.2).
func (s *scanner) literal() (Object, error) {
	s.at++
	out := s.text[:0]
	for depth := 1; s.at < len(s.b); {
		c := s.b[s.at]
		s.at++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.text = out
				return String(out), nil
			}
		case '\r': // an end of line counts as one line feed, however it is written
			s.past('\n')
			c = '\n'
		case '\\':
			out = s.escape(out)
			continue
		}
		out = append(out, c)
	}
	return nil, syntax(s.at, "string without end")
}

func (s *scanner) past(c byte) {
	if s.at < len(s.b) && s.b[s.at] == c {
		s.at++
	}
}

// escape appends what the escape after a backslash stands for.
func (s *scanner) escape(out []byte) []byte {
	if s.at >= len(s.b) {
		return out
	}
	c := s.b[s.at]
	s.at++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\r':
		s.past('\n')
		return out
	case '\n':
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	v := int(c - '0')
	for i := 0; i < 2 && s.at < len(s.b) && s.b[s.at] >= '0' && s.b[s.at] <= '7'; i++ {
		v = v<<3 | int(s.b[s.at]-'0')
		s.at++
	}
	return append(out, byte(v))
}
