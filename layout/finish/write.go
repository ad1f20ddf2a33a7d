package finish

import (
	"crypto/sha256"
	"fmt"
	"hash/crc32"
	"strconv"
)

// table holds the objects of a file in the making.
type table struct{ objects []Object }

// add books an object and returns the reference to it.
func (t *table) add(o Object) Ref {
	t.objects = append(t.objects, o)
	return Ref{Num: len(t.objects)}
}

func (t *table) get(r Ref) Object    { return t.objects[r.Num-1] }
func (t *table) set(r Ref, o Object) { t.objects[r.Num-1] = o }

// shape says how a file is written.
type shape struct {
	version string // "1.7"
	packed  bool   // object streams and a cross-reference stream, not a table
}

// perBundle is how many objects share an object stream. A reader opens one
// whole stream for each object it wants.
const perBundle = 200

// writer writes objects to their final places.
type writer struct {
	out    []byte
	number map[Ref]int
	places []entry // by final number
	large  []span  // the data of large streams
}

// span is a part of what was written.
type span struct{ from, to int }

// write serialises what root and info reach. Streams are deflated here, once.
func (t *table) write(root, info Ref, s shape) ([]byte, error) {
	order, number := t.order(root, info)
	if err := t.deflate(order); err != nil {
		return nil, err
	}
	bodies, size := t.bodies(order, number)
	w := writer{out: make([]byte, 0, size+slack), number: number, places: make([]entry, len(order)+1)}
	w.out = append(w.out, "%PDF-"+s.version+"\n%\xE2\xE3\xCF\xD3\n"...)
	var loose []int
	for i, ref := range order {
		st, ok := t.get(ref).(*Stream)
		switch {
		case ok:
			w.stream(i+1, bodies[i], st.Data)
		case s.packed:
			loose = append(loose, i+1)
		default:
			w.begin(i + 1)
			w.out = append(append(w.out, bodies[i]...), "\nendobj\n"...)
		}
	}
	trailer := Dict{"Root": root, "Info": info}
	if !s.packed {
		w.table(trailer)
		return w.out, nil
	}
	for len(loose) > 0 {
		n := min(perBundle, len(loose))
		if err := w.bundle(loose[:n], bodies); err != nil {
			return nil, err
		}
		loose = loose[n:]
	}
	return w.out, w.crossReferences(trailer)
}

// bodies are the objects as they are written, of streams the dictionaries. The
// size is that of the objects with what stands around them: a file of many
// megabytes that outgrew its buffer would be copied.
func (t *table) bodies(order []Ref, number map[Ref]int) (bodies [][]byte, size int) {
	var all []byte
	ends := make([]int, len(order))
	for i, ref := range order {
		o := t.get(ref)
		if st, ok := o.(*Stream); ok {
			st.Dict["Length"] = len(st.Data)
			o = st.Dict
			size += len(st.Data)
		}
		all = appendObject(all, o, number)
		ends[i] = len(all)
	}
	start := 0
	for _, end := range ends {
		bodies = append(bodies, all[start:end])
		start = end
	}
	return bodies, size + len(all) + 80*len(order)
}

// slack is what a file has besides its objects: object streams, trailer.
const slack = 64 << 10

// order walks from the roots, nearest first, through sorted keys, and numbers
// what it meets. Orphans get no number.
func (t *table) order(roots ...Ref) ([]Ref, map[Ref]int) {
	var order []Ref
	number := make(map[Ref]int, len(t.objects))
	var meet func(o Object)
	meet = func(o Object) {
		switch v := o.(type) {
		case Ref:
			if number[v] == 0 {
				order = append(order, v)
				number[v] = len(order)
			}
		case Array:
			for _, e := range v {
				meet(e)
			}
		case Dict:
			for _, k := range sortedKeys(v) {
				meet(v[k])
			}
		case *Stream:
			meet(v.Dict)
		}
	}
	for _, r := range roots {
		meet(r)
	}
	for i := 0; i < len(order); i++ {
		meet(t.get(order[i]))
	}
	return order, number
}

func (w *writer) begin(num int) {
	w.places[num] = entry{offset: len(w.out)}
	w.out = append(strconv.AppendInt(w.out, int64(num), 10), " 0 obj\n"...)
}

// stream writes a stream whose dictionary is written out.
func (w *writer) stream(num int, dict, data []byte) {
	w.begin(num)
	w.out = append(append(w.out, dict...), "\nstream\n"...)
	if len(data) > 1<<16 {
		w.large = append(w.large, span{len(w.out), len(w.out) + len(data)})
	}
	w.out = append(append(w.out, data...), "\nendstream\nendobj\n"...)
}

// late writes a stream that the walk did not know of.
func (w *writer) late(num int, st *Stream) error {
	if err := deflate(st); err != nil {
		return err
	}
	st.Dict["Length"] = len(st.Data)
	w.stream(num, appendObject(nil, st.Dict, w.number), st.Data)
	return nil
}

// next gives a number to an object that the walk did not know of.
func (w *writer) next() int {
	w.places = append(w.places, entry{})
	return len(w.places) - 1
}

// bundle writes an object stream (ISO 32000-1, 7.5.7).
func (w *writer) bundle(nums []int, bodies [][]byte) error {
	num := w.next()
	var head, body []byte
	for i, n := range nums {
		head = strconv.AppendInt(head, int64(n), 10)
		head = strconv.AppendInt(append(head, ' '), int64(len(body)), 10)
		head = append(head, ' ')
		body = append(append(body, bodies[n-1]...), '\n')
		w.places[n] = entry{stream: num, index: i}
	}
	return w.late(num, &Stream{
		Dict: Dict{"Type": Name("ObjStm"), "N": len(nums), "First": len(head)},
		Data: append(head, body...),
	})
}

// crossReferences writes the cross-reference stream, which is the trailer too
// (7.5.8).
func (w *writer) crossReferences(trailer Dict) error {
	id := w.id()
	num := w.next()
	at := len(w.out)
	w.places[num] = entry{offset: at}
	rows := []byte{0, 0, 0, 0, 0, 0xFF, 0xFF}
	for _, e := range w.places[1:] {
		kind, a, b := 1, e.offset, 0
		if e.stream != 0 {
			kind, a, b = 2, e.stream, e.index
		}
		rows = append(rows, byte(kind), byte(a>>24), byte(a>>16), byte(a>>8), byte(a), byte(b>>8), byte(b))
	}
	trailer["Type"], trailer["Size"], trailer["W"], trailer["ID"] = Name("XRef"), len(w.places), Array{1, 4, 2}, id
	if err := w.late(num, &Stream{Dict: trailer, Data: rows}); err != nil {
		return err
	}
	w.out = fmt.Appendf(w.out, "startxref\n%d\n%%%%EOF\n", at)
	return nil
}

// table writes the classic cross-reference table and trailer (7.5.4).
func (w *writer) table(trailer Dict) {
	trailer["ID"], trailer["Size"] = w.id(), len(w.places)
	at := len(w.out)
	w.out = fmt.Appendf(w.out, "xref\n0 %d\n0000000000 65535 f \n", len(w.places))
	for _, e := range w.places[1:] {
		w.out = fmt.Appendf(w.out, "%010d 00000 n \n", e.offset)
	}
	w.out = append(appendObject(append(w.out, "trailer\n"...), trailer, w.number), '\n')
	w.out = fmt.Appendf(w.out, "startxref\n%d\n%%%%EOF\n", at)
}

// id returns the file identifier: a hash of all that was written (14.4), in which
// photos stand as checksums, since there nobody forges them.
func (w *writer) id() Array {
	h := sha256.New()
	at := 0
	for _, s := range w.large {
		h.Write(w.out[at:s.from])
		data := w.out[s.from:s.to]
		fmt.Fprintf(h, "%08x%08x", crc32.ChecksumIEEE(data), crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli)))
		at = s.to
	}
	h.Write(w.out[at:])
	sum := h.Sum(nil)
	return Array{String(sum[:16]), String(sum[:16])}
}
