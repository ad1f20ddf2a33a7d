package finish

import "fmt"

// bundle is an opened object stream (ISO 32000-1, 7.5.7).
type bundle struct {
	data    []byte
	offsets []int // of the objects in data
	numbers []int
}

// unpack reads an object out of its object stream.
func (f *File) unpack(e entry) (Object, error) {
	pack, ok := f.packed[e.stream]
	if !ok {
		var err error
		if pack, err = f.bundle(e.stream); err != nil {
			return nil, err
		}
		f.packed[e.stream] = pack
	}
	if e.index < 0 || e.index >= len(pack.offsets) {
		return nil, fmt.Errorf("%w: object stream %d has no object %d", errSyntax, e.stream, e.index)
	}
	s := scanner{b: pack.data, at: pack.offsets[e.index]}
	return s.value()
}

func (f *File) bundle(num int) (*bundle, error) {
	if f.entries[num].stream != 0 {
		return nil, fmt.Errorf("%w: object stream %d inside another", errSyntax, num)
	}
	o, err := f.load(num)
	if err != nil {
		return nil, err
	}
	st, ok := o.(*Stream)
	if !ok {
		return nil, fmt.Errorf("%w: object %d is no object stream", errSyntax, num)
	}
	n, ok := st.Dict["N"].(int64)
	first, ok2 := st.Dict["First"].(int64)
	data, err := f.Decode(st)
	if err != nil {
		return nil, err
	}
	if !ok || !ok2 || n < 0 || n > int64(len(data)) || first < 0 || first > int64(len(data)) {
		return nil, fmt.Errorf("%w: object stream %d", errSyntax, num)
	}
	pack := &bundle{data: data}
	s := scanner{b: data}
	for range n {
		num, ok := s.digits()
		at, ok2 := s.digits()
		if !ok || !ok2 || at > len(data)-int(first) {
			return nil, fmt.Errorf("%w: object stream %d", errSyntax, num)
		}
		pack.offsets, pack.numbers = append(pack.offsets, int(first)+at), append(pack.numbers, num)
	}
	return pack, nil
}
