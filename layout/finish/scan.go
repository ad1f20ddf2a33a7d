package finish

import (
	"errors"
	"fmt"
	"strconv"
)

// errSyntax is what every fault of a file's syntax wraps.
var errSyntax = errors.New("not a well-formed PDF")

func syntax(at int, format string, args ...any) error {
	return fmt.Errorf("%w: byte %d: %s", errSyntax, at, fmt.Sprintf(format, args...))
}

// maxDepth bounds the nesting of arrays and dictionaries.
const maxDepth = 200

// keyword is a bare word: obj, R, stream, an operator. It never leaves the
// parser.
type keyword string

// scanner reads objects off bytes (ISO 32000-1, 7.2 and 7.3).
type scanner struct {
	b     []byte
	at    int
	depth int
	words map[string]Object // keywords, see word
	text  []byte            // working memory for strings
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// skip passes over white space and comments.
func (s *scanner) skip() {
	for ; s.at < len(s.b); s.at++ {
		c := s.b[s.at]
		if c == '%' {
			for s.at < len(s.b) && s.b[s.at] != '\n' && s.b[s.at] != '\r' {
				s.at++
			}
			s.at--
		} else if !isSpace(c) {
			return
		}
	}
}

// object reads the next object or keyword. References are put together by
// [scanner.value].
func (s *scanner) object() (Object, error) {
	s.skip()
	if s.at >= len(s.b) {
		return nil, syntax(s.at, "ends in the middle")
	}
	switch c := s.b[s.at]; {
	case c == '/':
		return s.name()
	case c == '(':
		return s.literal()
	case c == '<':
		if s.at+1 < len(s.b) && s.b[s.at+1] == '<' {
			return s.dict()
		}
		return s.hex()
	case c == '[':
		return s.array()
	case isDelimiter(c):
		return nil, syntax(s.at, "stray %q", c)
	}
	start := s.at
	for s.at < len(s.b) && !isSpace(s.b[s.at]) && !isDelimiter(s.b[s.at]) {
		s.at++
	}
	return s.word(s.b[start:s.at]), nil
}

// word makes an object of bare characters. The keywords of a content stream are
// few and come often: each is made once.
func (s *scanner) word(w []byte) Object {
	if c := w[0]; c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' {
		if n := numeral(w); n != nil {
			return n
		}
	}
	switch string(w) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	k, ok := s.words[string(w)]
	if !ok {
		k = keyword(w)
		if s.words == nil {
			s.words = map[string]Object{}
		}
		if len(s.words) < maxWords {
			s.words[string(w)] = k
		}
	}
	return k
}

// maxWords bounds the keywords that are kept.
const maxWords = 200

// numeral reads an integer as int64, else a real as float64, else nil. A real of
// few digits is its digits over a power of ten, both exact.
func numeral(w []byte) Object {
	i, digits, behind, point := 0, int64(0), 0, false
	if w[0] == '+' || w[0] == '-' {
		i++
	}
	first := i
	for ; i < len(w) && i-first < 16; i++ {
		switch c := w[i]; {
		case c >= '0' && c <= '9':
			digits = digits*10 + int64(c-'0')
			if point {
				behind++
			}
			continue
		case c == '.' && !point:
			point = true
			continue
		}
		break
	}
	switch {
	case i < len(w) || i == first || point && i == first+1:
		return strange(w)
	case w[0] == '-':
		digits = -digits
	}
	if !point {
		return digits
	}
	return float64(digits) / tens[behind]
}

var tens = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16}

// strange reads a number that is long or has an exponent, which PDF has not.
func strange(w []byte) Object {
	if n, err := strconv.ParseInt(string(w), 10, 64); err == nil {
		return n
	}
	if f, err := strconv.ParseFloat(string(w), 64); err == nil {
		return f
	}
	return nil
}

// value reads an object, a reference if one stands here, and nothing else.
func (s *scanner) value() (Object, error) {
	o, err := s.object()
	if err != nil {
		return nil, err
	}
	if k, bad := o.(keyword); bad {
		return nil, syntax(s.at, "unexpected %q", string(k))
	}
	num, ok := o.(int64)
	if !ok || num < 0 || num > maxObject {
		return o, nil
	}
	back := s.at
	if gen, ok := s.digits(); ok {
		s.skip()
		if s.at < len(s.b) && s.b[s.at] == 'R' && (s.at+1 == len(s.b) || isSpace(s.b[s.at+1]) || isDelimiter(s.b[s.at+1])) {
			s.at++
			return Ref{int(num), gen}, nil
		}
	}
	s.at = back
	return num, nil
}

// digits reads a small unsigned number if one stands here.
func (s *scanner) digits() (int, bool) {
	s.skip()
	start, n := s.at, 0
	for s.at < len(s.b) && s.b[s.at] >= '0' && s.b[s.at] <= '9' && s.at-start < 9 {
		n = n*10 + int(s.b[s.at]-'0')
		s.at++
	}
	return n, s.at > start
}

func (s *scanner) array() (Object, error) {
	if s.depth++; s.depth > maxDepth {
		return nil, syntax(s.at, "nested too deep")
	}
	defer func() { s.depth-- }()
	s.at++
	out := Array{}
	for {
		s.skip()
		if s.at < len(s.b) && s.b[s.at] == ']' {
			s.at++
			return out, nil
		}
		o, err := s.value()
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
}

func (s *scanner) dict() (Object, error) {
	if s.depth++; s.depth > maxDepth {
		return nil, syntax(s.at, "nested too deep")
	}
	defer func() { s.depth-- }()
	s.at += 2
	out := Dict{}
	for {
		s.skip()
		if s.at+1 < len(s.b) && s.b[s.at] == '>' && s.b[s.at+1] == '>' {
			s.at += 2
			return out, nil
		}
		if s.at >= len(s.b) || s.b[s.at] != '/' {
			return nil, syntax(s.at, "no key where one should stand")
		}
		key, err := s.name()
		if err != nil {
			return nil, err
		}
		v, err := s.value()
		if err != nil {
			return nil, err
		}
		if v != nil {
			out[key.(Name)] = v
		}
	}
}
