package finish

import (
	"bytes"
	"fmt"
)

// maxObject bounds object numbers, and so the table that a hostile file can make
// us allocate.
const maxObject = 1 << 23

// File is a PDF as read: its trailer, and its objects behind [File.Get].
type File struct {
	Trailer Dict
	Version string // of the header, "1.7"

	b       []byte
	entries map[int]entry
	cache   map[int]Object
	packed  map[int]*bundle // object streams, by number
	busy    map[int]bool    // being read, against circles

	lenient bool        // broken parts are made up for, see Recover
	most    int         // bytes that a stream may unpack to; 0 is maxInflated
	damage  []string    // what was made up for
	found   map[int]int // offsets of objects that were looked for
	work    int         // bytes parsed so far

	texts *contentReader // of Texts, which keeps the maps of fonts
}

// entry is where an object lies: at an offset, or as the index-th in an object
// stream.
type entry struct {
	offset int
	stream int // 0 for an object of its own
	index  int
}

// Read opens a PDF. It follows cross-reference tables and streams, hybrid ones
// and those of incremental updates; a file whose table is broken is not
// repaired, which is for [Recover]. Encrypted files are refused.
func Read(b []byte) (*File, error) {
	f := newFile(b)
	if f.Version == "" {
		return nil, syntax(0, "no header")
	}
	tail := f.b[max(0, len(f.b)-2048):]
	mark := bytes.LastIndex(tail, []byte("startxref"))
	if mark < 0 {
		return nil, syntax(len(b), "no startxref")
	}
	s := scanner{b: tail, at: mark + len("startxref")}
	start, err := s.object()
	if err != nil {
		return nil, err
	}
	at, ok := start.(int64)
	if !ok {
		return nil, syntax(mark, "startxref without a number")
	}
	seen := map[int]bool{}
	if err := f.sections(int(at), seen); err != nil {
		return nil, err
	}
	if f.Trailer["Encrypt"] != nil {
		return nil, ErrEncrypted
	}
	if _, err := f.Dict(f.Trailer["Root"]); err != nil {
		return nil, err
	}
	return f, nil
}

// Get returns what o stands for: the object behind a reference, any other as it
// is. A reference to nothing is null.
func (f *File) Get(o Object) (Object, error) {
	for range 32 {
		ref, ok := o.(Ref)
		if !ok {
			return o, nil
		}
		var err error
		if o, err = f.load(ref.Num); err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("%w: references in a circle", errSyntax)
}

func (f *File) load(num int) (Object, error) {
	if o, ok := f.cache[num]; ok {
		return o, nil
	}
	e, ok := f.entries[num]
	if !ok {
		return nil, nil
	}
	if f.busy[num] {
		return nil, fmt.Errorf("%w: object %d needs itself", errSyntax, num)
	}
	f.busy[num] = true
	defer delete(f.busy, num)
	var o Object
	var err error
	if e.stream != 0 {
		o, err = f.unpack(e)
	} else {
		var got int
		got, o, err = f.indirect(e.offset)
		if f.lenient && (err != nil || got != num) {
			if other, ok := f.search(num); ok {
				o, err = other, nil
			}
		}
	}
	if err != nil && f.lenient {
		f.harm("an object cannot be read")
		o, err = nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("object %d: %w", num, err)
	}
	f.cache[num] = o
	return o, nil
}

// indirect reads "N G obj ... endobj" at an offset.
func (f *File) indirect(at int) (num int, o Object, err error) {
	if at < 0 || at >= len(f.b) {
		return 0, nil, syntax(at, "offset beyond the file")
	}
	s := scanner{b: f.b, at: at}
	num, ok := s.digits()
	_, ok2 := s.digits()
	k, err := s.object()
	if err != nil {
		return 0, nil, err
	}
	if !ok || !ok2 || k != keyword("obj") {
		return 0, nil, syntax(at, "no object here")
	}
	o, err = s.value()
	if spent := f.spend(s.at - at); spent != nil {
		return 0, nil, spent
	}
	if err != nil {
		return 0, nil, err
	}
	d, ok := o.(Dict)
	if !ok {
		return num, o, nil
	}
	s.skip()
	if !bytes.HasPrefix(f.b[s.at:], []byte("stream")) {
		return num, o, nil
	}
	s.at += len("stream")
	s.past('\r')
	s.past('\n')
	data, err := f.extent(d, s.at)
	return num, &Stream{Dict: d, Data: data}, err
}

// extent returns the bytes of a stream that begins at an offset.
func (f *File) extent(d Dict, at int) ([]byte, error) {
	data, err := f.stated(d, at)
	if err == nil || !f.lenient {
		return data, err
	}
	f.harm("a stream has another length than it says")
	end := bytes.Index(f.b[at:], []byte("endstream"))
	if end < 0 {
		end = len(f.b) - at
	}
	if err := f.spend(end); err != nil {
		return nil, err
	}
	data = f.b[at : at+end : at+end]
	return bytes.TrimSuffix(bytes.TrimSuffix(data, []byte("\n")), []byte("\r")), nil
}

// stated returns the bytes of a stream by the length that it states.
func (f *File) stated(d Dict, at int) ([]byte, error) {
	length, err := f.Get(d["Length"])
	if err != nil {
		return nil, err
	}
	n, ok := length.(int64)
	if !ok || n < 0 || n > int64(len(f.b)-at) {
		return nil, syntax(at, "a stream of length %v", length)
	}
	end := at + int(n)
	s := scanner{b: f.b, at: end}
	s.skip()
	if !bytes.HasPrefix(f.b[s.at:], []byte("endstream")) {
		return nil, syntax(end, "the stream does not end here")
	}
	return f.b[at:end:end], nil
}

// Dict returns the dictionary that o stands for, that of a stream too.
func (f *File) Dict(o Object) (Dict, error) {
	v, err := f.Get(o)
	if err != nil {
		return nil, err
	}
	switch v := v.(type) {
	case Dict:
		return v, nil
	case *Stream:
		return v.Dict, nil
	}
	return nil, fmt.Errorf("%w: %T where a dictionary should stand", errSyntax, v)
}

// Array returns the array that o stands for; null is an empty one.
func (f *File) Array(o Object) (Array, error) {
	v, err := f.Get(o)
	if err != nil {
		return nil, err
	}
	switch v := v.(type) {
	case nil:
		return nil, nil
	case Array:
		return v, nil
	}
	return nil, fmt.Errorf("%w: %T where an array should stand", errSyntax, v)
}
