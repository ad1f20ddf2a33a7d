package finish

import (
	"bytes"
	"fmt"
)

// sections reads the cross-reference section at an offset and those before it.
// What is read first holds: newer sections come first (ISO 32000-1, 7.5.6).
func (f *File) sections(at int, seen map[int]bool) error {
	for {
		if seen[at] {
			return syntax(at, "cross-reference sections in a circle")
		}
		seen[at] = true
		if at < 0 || at >= len(f.b) {
			return syntax(at, "a cross-reference section beyond the file")
		}
		s := scanner{b: f.b, at: at}
		s.skip()
		read := f.stream
		if bytes.HasPrefix(f.b[s.at:], []byte("xref")) {
			read = f.table
		}
		trailer, err := read(s.at)
		if err != nil {
			return err
		}
		for k, v := range trailer {
			if _, have := f.Trailer[k]; !have {
				f.Trailer[k] = v
			}
		}
		if hybrid, ok := trailer["XRefStm"].(int64); ok && !seen[int(hybrid)] {
			seen[int(hybrid)] = true
			if _, err := f.stream(int(hybrid)); err != nil {
				return err
			}
		}
		prev, ok := trailer["Prev"].(int64)
		if !ok {
			return nil
		}
		at = int(prev)
	}
}

// enter books an object unless a newer section did.
func (f *File) enter(num int, e entry) {
	if _, have := f.entries[num]; !have && num > 0 && num <= maxObject {
		f.entries[num] = e
	}
}

// table reads a classic cross-reference table and its trailer (7.5.4, 7.5.5).
func (f *File) table(at int) (Dict, error) {
	s := scanner{b: f.b, at: at + len("xref")}
	for {
		s.skip()
		if bytes.HasPrefix(f.b[s.at:], []byte("trailer")) {
			break
		}
		first, ok := s.digits()
		count, ok2 := s.digits()
		if !ok || !ok2 {
			return nil, syntax(s.at, "a broken cross-reference table")
		}
		for i := range count {
			offset, ok := s.offset()
			_, ok2 := s.digits()
			k, err := s.object()
			if err != nil {
				return nil, err
			}
			switch {
			case !ok || !ok2 || k != keyword("n") && k != keyword("f"):
				return nil, syntax(s.at, "a broken cross-reference entry")
			case k == keyword("n"):
				f.enter(first+i, entry{offset: offset})
			}
		}
	}
	s.at += len("trailer")
	o, err := s.value()
	if err != nil {
		return nil, err
	}
	d, ok := o.(Dict)
	if !ok {
		return nil, syntax(s.at, "a trailer that is no dictionary")
	}
	return d, nil
}

// offset reads the ten digits of an entry's offset.
func (s *scanner) offset() (int, bool) {
	s.skip()
	start, n := s.at, 0
	for s.at < len(s.b) && s.b[s.at] >= '0' && s.b[s.at] <= '9' && s.at-start < 10 {
		n = n*10 + int(s.b[s.at]-'0')
		s.at++
	}
	return n, s.at > start
}

// stream reads a cross-reference stream (7.5.8).
func (f *File) stream(at int) (Dict, error) {
	_, o, err := f.indirect(at)
	if err != nil {
		return nil, err
	}
	st, ok := o.(*Stream)
	if !ok || st.Dict["Type"] != Name("XRef") {
		return nil, syntax(at, "no cross-reference section")
	}
	var w [3]int
	widths, ok := st.Dict["W"].(Array)
	if !ok || len(widths) != 3 {
		return nil, syntax(at, "a cross-reference stream without widths")
	}
	for i, v := range widths {
		n, ok := v.(int64)
		if !ok || n < 0 || n > 8 {
			return nil, syntax(at, "a field of %v bytes", v)
		}
		w[i] = int(n)
	}
	data, err := f.Decode(st)
	if err != nil {
		return nil, err
	}
	index, ok := st.Dict["Index"].(Array)
	if !ok {
		index = Array{int64(0), st.Dict["Size"]}
	}
	row := w[0] + w[1] + w[2]
	for i := 0; i+1 < len(index); i += 2 {
		first, ok := index[i].(int64)
		count, ok2 := index[i+1].(int64)
		if !ok || !ok2 || first < 0 || count < 0 || first > maxObject || row == 0 || count > int64(len(data)/row) {
			return nil, fmt.Errorf("%w: a cross-reference stream with index %v", errSyntax, index)
		}
		for j := range int(count) {
			f.enterRow(int(first)+j, data[j*row:], w)
		}
		data = data[int(count)*row:]
	}
	return st.Dict, nil
}

func (f *File) enterRow(num int, row []byte, w [3]int) {
	field := func(at, n, missing int) int {
		if n == 0 {
			return missing
		}
		v := 0
		for _, c := range row[at : at+n] {
			v = v<<8 | int(c)
		}
		return v
	}
	kind := field(0, w[0], 1)
	a, b := field(w[0], w[1], 0), field(w[0]+w[1], w[2], 0)
	switch kind {
	case 1:
		f.enter(num, entry{offset: a})
	case 2:
		if a > 0 && a <= maxObject {
			f.enter(num, entry{stream: a, index: b})
		}
	}
}
