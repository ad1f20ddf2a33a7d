package finish

import "bytes"

// Operators calls do for every operator of a content stream with its operands,
// which are good until do returns. It goes on after bytes that are no syntax, and
// returns how many such places there were. A picture within the content comes as
// the operator "BI" with its dictionary, keys as written, and its data as a
// [String] (ISO 32000-1, 8.9.7). The error is that of do, or tells of operands
// without end.
func Operators(data []byte, do func(op string, args []Object) error) (faults int, err error) {
	var args []Object
	for s := (scanner{b: data}); ; {
		if s.skip(); s.at >= len(data) {
			return faults, nil
		}
		at := s.at
		o, err := s.object()
		if err != nil {
			if faults++; faults > maxFaults {
				return faults, syntax(at, "no content")
			}
			s.at, s.depth = max(at+1, resumed(data, at, s.at)), 0
			continue
		}
		op, ok := o.(keyword)
		if !ok {
			if args = append(args, o); len(args) > maxOperands {
				return faults, syntax(s.at, "operands without end")
			}
			continue
		}
		if op == "BI" {
			picture, whole := s.inline()
			if !whole {
				faults++
			}
			args = append(args[:0], picture...)
		}
		if err := do(string(op), args); err != nil {
			return faults, err
		}
		args = args[:0]
	}
}

// maxFaults is where content that is no syntax is given up.
const maxFaults = 1000

// resumed returns where to go on after a fault that was found at end and began
// at start: at the end of the line, lest a string without end be read again from
// each of its bytes.
func resumed(data []byte, start, end int) int {
	if end-start < 64 {
		return start + 1
	}
	if line := bytes.IndexAny(data[start:end], "\r\n"); line > 0 {
		return start + line
	}
	return end
}

// inline reads what follows BI: keys and values, ID, data, EI.
func (s *scanner) inline() (args []Object, whole bool) {
	d := Dict{}
	for {
		o, err := s.object()
		if err != nil {
			return []Object{d, String("")}, false
		}
		if o == keyword("ID") {
			break
		}
		key, ok := o.(Name)
		v, err := s.value()
		if !ok || err != nil {
			return []Object{d, String("")}, false
		}
		d[key] = v
	}
	if s.at < len(s.b) && isSpace(s.b[s.at]) {
		s.at++
	}
	start := s.at
	for at := start; ; {
		next := bytes.Index(s.b[at:], []byte("EI"))
		if next < 0 {
			s.at = len(s.b)
			return []Object{d, String(s.b[start:])}, false
		}
		at += next
		after := at + 2
		if (at == start || isSpace(s.b[at-1])) && (after == len(s.b) || isSpace(s.b[after])) && plain(s.b[after:min(after+12, len(s.b))]) {
			s.at = after
			return []Object{d, String(s.b[start:max(start, at-1)])}, true
		}
		at = after
	}
}

// plain reports whether bytes may be page content rather than a picture's data.
func plain(b []byte) bool {
	for _, c := range b {
		if c > 0x7E || c < ' ' && !isSpace(c) {
			return false
		}
	}
	return true
}

// CMap leads from the codes of a font to text, as far as its ToUnicode entry
// says.
type CMap struct{ m cmap }

// ToUnicode reads the ToUnicode map of a font dictionary. A font without one
// says nothing.
func (f *File) ToUnicode(font Dict) (CMap, error) {
	m, err := f.toUnicode(font)
	return CMap{m}, err
}

// Text returns what a code stands for, "" where the map does not say.
func (c CMap) Text(code uint16) string { return c.m.text[code] }

// Empty reports whether the map says nothing at all.
func (c CMap) Empty() bool { return len(c.m.text) == 0 }

// Content returns the operators of a page or of a form, streams joined. What
// cannot be decoded is left out.
func (f *File) Content(o Object) []byte {
	streams, err := f.list(o)
	if err != nil {
		return nil
	}
	var data []byte
	for _, o := range streams {
		st, ok := o.(*Stream)
		if !ok {
			continue
		}
		part, err := f.Decode(st)
		if err != nil {
			f.harm("page content cannot be decoded: " + err.Error())
			continue
		}
		if data = append(append(data, part...), '\n'); len(data) > f.limit() {
			f.harm("a page has more content than is looked at")
			break
		}
	}
	return data
}

// Inherited returns an attribute of a page or of the nodes above it, null where
// there is none.
func (f *File) Inherited(page Dict, key Name) Object {
	o, err := f.inherited(page, key)
	if err != nil {
		return nil
	}
	v, err := f.Get(o)
	if err != nil {
		return nil
	}
	return v
}
