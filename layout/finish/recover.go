package finish

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
)

// ErrEncrypted is what [Read] and [Recover] say of an encrypted file.
var ErrEncrypted = fmt.Errorf("%w: encrypted", errSyntax)

// Recover opens any PDF, broken ones too: where the cross-reference is missing
// or wrong it finds the objects by looking for them, a stream of the wrong
// length ends at its endstream, and damaged data gives what is left of it. What
// had to be made up for is in [File.Damage]. The error tells of what holds no
// document at all, or an encrypted one.
//
// It bounds what it unpacks more tightly than [Read], for nothing is known of
// the file.
func Recover(b []byte) (*File, error) {
	f, err := Read(b)
	switch {
	case err == nil:
		f.lenient, f.most = true, mostRecovered
		if _, err := f.Pages(); err == nil {
			return f, nil
		}
		f.harm("the page tree is broken")
	case errors.Is(err, ErrEncrypted):
		return nil, err
	default:
		f = newFile(b)
		f.lenient, f.most = true, mostRecovered
		f.harm("the cross-reference is broken: " + err.Error())
	}
	if err := f.rebuild(); err != nil {
		return nil, err
	}
	return f, nil
}

// mostRecovered bounds what one stream of a strange file may inflate to.
const mostRecovered = 192 << 20

// Damage says what of a recovered file had to be made up for, each once.
func (f *File) Damage() []string { return f.damage }

func (f *File) harm(what string) {
	const most = 20
	if !slices.Contains(f.damage, what) && len(f.damage) < most {
		f.damage = append(f.damage, what)
	}
}

func newFile(b []byte) *File {
	f := &File{
		b: b, Trailer: Dict{},
		entries: map[int]entry{}, cache: map[int]Object{}, packed: map[int]*bundle{}, busy: map[int]bool{},
	}
	if head := bytes.Index(b[:min(len(b), 1024)], []byte("%PDF-")); head >= 0 && len(b) >= head+8 {
		f.b, f.Version = b[head:], string(b[head+5:head+8])
	}
	return f
}

// rebuild makes the table of objects and the trailer from what lies in the file.
func (f *File) rebuild() error {
	f.entries, f.cache, f.packed = map[int]entry{}, map[int]Object{}, map[int]*bundle{}
	f.found = f.objectsIn()
	for num, at := range f.found {
		f.entries[num] = entry{offset: at}
	}
	trailer := Dict{}
	at := len(f.b)
	for range 20 { // the last trailer is the newest
		if at = bytes.LastIndex(f.b[:at], []byte("trailer")); at < 0 {
			break
		}
		s := scanner{b: f.b, at: at + len("trailer")}
		if o, err := s.value(); err == nil {
			if d, ok := o.(Dict); ok {
				merge(trailer, d)
			}
		}
	}
	for _, num := range f.Numbers() {
		d, err := f.Dict(Ref{Num: num})
		if err != nil {
			continue
		}
		switch d["Type"] {
		case Name("XRef"):
			merge(trailer, d)
		case Name("ObjStm"):
			f.unbundle(num)
		}
	}
	if trailer["Encrypt"] != nil {
		return ErrEncrypted
	}
	f.Trailer = trailer
	if root, err := f.Dict(trailer["Root"]); err == nil && root["Pages"] != nil {
		return nil
	}
	for _, num := range f.Numbers() {
		if d, err := f.Dict(Ref{Num: num}); err == nil && d["Type"] == Name("Catalog") && d["Pages"] != nil {
			f.Trailer["Root"] = Ref{Num: num}
			return nil
		}
	}
	return fmt.Errorf("%w: no catalog", errSyntax)
}

func merge(into, from Dict) {
	for k, v := range from {
		if into[k] == nil {
			into[k] = v
		}
	}
}

// unbundle books the objects of an object stream that do not stand elsewhere.
func (f *File) unbundle(num int) {
	pack, err := f.bundle(num)
	if err != nil {
		return
	}
	f.packed[num] = pack
	for i, n := range pack.numbers {
		if _, have := f.entries[n]; !have && n > 0 && n <= maxObject {
			f.entries[n] = entry{stream: num, index: i}
		}
	}
}

// objectsIn looks for "N G obj" in the whole file. Of two with one number the
// later is the newer.
func (f *File) objectsIn() map[int]int {
	out := map[int]int{}
	for at := 0; ; {
		next := bytes.Index(f.b[at:], []byte("obj"))
		if next < 0 {
			return out
		}
		at += next
		if num, start, ok := f.heading(at); ok && num > 0 && num <= maxObject {
			out[num] = start
		}
		at += len("obj")
	}
}

// heading reads the two numbers before an "obj" backwards.
func (f *File) heading(at int) (num, start int, ok bool) {
	back := func(i int) int {
		for i > 0 && isSpace(f.b[i-1]) {
			i--
		}
		return i
	}
	digits := func(i int) int {
		for i > 0 && f.b[i-1] >= '0' && f.b[i-1] <= '9' {
			i--
		}
		return i
	}
	end := back(at)
	gen := digits(end)
	mid := back(gen)
	start = digits(mid)
	if gen == end || mid == gen || start == mid || mid-start > 8 {
		return 0, 0, false
	}
	s := scanner{b: f.b, at: start}
	num, ok = s.digits()
	return num, start, ok
}

// Numbers returns the numbers of all objects, ascending.
func (f *File) Numbers() []int {
	out := make([]int, 0, len(f.entries))
	for num := range f.entries {
		out = append(out, num)
	}
	slices.Sort(out)
	return out
}

// spend counts the bytes that were parsed: a file made to be read over and over
// is given up.
func (f *File) spend(n int) error {
	if !f.lenient {
		return nil
	}
	if f.work += max(n, 0); f.work > 1<<20+20*len(f.b) {
		return fmt.Errorf("%w: it refers to itself beyond all measure", errSyntax)
	}
	return nil
}

// search loads an object of a recovered file whose entry leads nowhere.
func (f *File) search(num int) (Object, bool) {
	if f.found == nil {
		f.found = f.objectsIn()
	}
	at, ok := f.found[num]
	if !ok {
		return nil, false
	}
	got, o, err := f.indirect(at)
	if err != nil || got != num {
		return nil, false
	}
	f.harm("an entry of the cross-reference leads to another object")
	return o, true
}
