package finish

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// level is one under zlib's own default: two thirds of its time, a fifth of the
// highest's, for some bytes in a thousand.
const level = 5

// writers are compressors that have done their work and can do more: each is of
// more than a megabyte, so that files that are written at once share them.
var (
	writers sync.Pool
	atOnce  = make(chan struct{}, runtime.NumCPU())
)

// tiny is up to how many bytes a stream is left as it is: it would not become
// shorter than the name of the filter makes it longer.
const tiny = 64

// deflate compresses a stream that has no filter yet.
func deflate(st *Stream) error {
	if len(st.Data) <= tiny {
		return nil
	}
	atOnce <- struct{}{}
	defer func() { <-atOnce }()
	var out bytes.Buffer
	out.Grow(len(st.Data)/3 + 64)
	z, ok := writers.Get().(*zlib.Writer)
	if ok {
		z.Reset(&out)
	} else {
		var err error
		if z, err = zlib.NewWriterLevel(&out, level); err != nil {
			return err
		}
	}
	if _, err := z.Write(st.Data); err != nil {
		return fmt.Errorf("deflate: %w", err)
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("deflate: %w", err)
	}
	writers.Put(z)
	st.Data, st.Dict["Filter"] = out.Bytes(), Name("FlateDecode")
	return nil
}

// deflate compresses the streams among refs, on all processors: every stream
// has its own place, so the order of work does not show. The XMP packet stays
// readable by those who search files for one.
func (t *table) deflate(refs []Ref) error {
	var todo []*Stream
	for _, r := range refs {
		if st, ok := t.get(r).(*Stream); ok && st.Dict["Filter"] == nil && st.Dict["Type"] != Name("Metadata") {
			todo = append(todo, st)
		}
	}
	workers := min(runtime.GOMAXPROCS(0), len(todo))
	var next atomic.Int64
	errs := make([]error, workers)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for errs[w] == nil {
				i := int(next.Add(1)) - 1
				if i >= len(todo) {
					return
				}
				errs[w] = deflate(todo[i])
			}
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
