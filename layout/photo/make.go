package photo

import (
	"cmp"
	"context"
	"io/fs"
	"reflect"
	"runtime"
	"slices"
	"sync"

	"masthead/layout/color"
)

// Options say how [Make] works. The zero value is ready.
type Options struct {
	Workers  int    // 0 is one for each processor
	Cache    Cache  // nil is none
	Album    *Album // what was read before; nil reads anew
	Limits   Limits
	Inks     *color.Profile                     // of CMYK pictures that have no profile; nil reads them without one
	Faces    []byte                             // for [Subjects]: the cascade that finds faces; nil finds none
	Progress func(done, total int, file string) // after each file decoded; one call at a time
}

// inks is the identity of Inks.
func (o Options) inks() (sum [32]byte) {
	if o.Inks != nil {
		sum = o.Inks.Sum
	}
	return sum
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// memory bounds what the workers' decoded pictures may take together, in bytes,
// by estimate. A picture that alone takes more is decoded by itself.
const memory = 200 << 20

// Make makes every picture for every target, indexed [target][spec]. Each file
// is decoded at most once, and not at all where the cache holds what it gives.
// The second result has an error for each spec that failed, of type *[Error]
// unless ctx was cancelled; its pictures are then empty. Where a target's
// MaxBytes cannot be kept, the pictures are at their least quality and together
// larger: see [Heaviest].
//
//	read and hash every file            nothing to decode yet
//	look up what the cache holds
//	decode each file that is missing, once: cut, convert, encode for each target
//	for each target over its budget:
//	    find the best qualities by encoding; decode what the cache had hidden
func Make(ctx context.Context, specs []Spec, targets []Target, opt Options) ([][]Encoded, []error) {
	m := &maker{
		ctx: ctx, specs: specs, targets: targets, opt: opt,
		errs: make([]error, len(specs)), sums: make([][32]byte, len(specs)),
		room: newGate(memory), colours: converters{inks: opt.Inks},
	}
	for range targets {
		m.out = append(m.out, make([]Encoded, len(specs)))
		m.held = append(m.held, make([]*jpegPicture, len(specs)))
		m.quality = append(m.quality, make([]int, len(specs)))
	}
	for _, t := range targets {
		if t.cmyk() && t.Output == nil {
			panic("photo: a cmyk target without an output profile")
		}
	}
	m.hash()
	for t := range targets {
		m.plan(t)
	}
	m.run(m.missing(), false)
	for t := range targets {
		m.budget(t)
	}
	for s, err := range m.errs {
		if err != nil {
			for t := range targets {
				m.out[t][s] = Encoded{}
			}
		}
	}
	return m.out, m.errs
}

// maker is one run of Make. Workers write to distinct elements of its slices.
type maker struct {
	ctx     context.Context
	specs   []Spec
	targets []Target
	opt     Options

	sums    [][32]byte // SHA-256 of each spec's file
	errs    []error
	out     [][]Encoded
	held    [][]*jpegPicture // for targets with a budget
	quality [][]int
	colours converters
	room    *gate
	mu      sync.Mutex // for Progress
}

// each calls do for 0 to n-1 on the workers and waits.
func (m *maker) each(n int, do func(i int)) { parallel(m.opt.workers(), n, do) }

// parallel calls do for 0 to n-1 on so many goroutines and waits.
func parallel(workers, n int, do func(i int)) {
	next := make(chan int)
	var wait sync.WaitGroup
	for range min(workers, n) {
		wait.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
}

// hash reads each distinct file once.
func (m *maker) hash() {
	if m.opt.Album == nil {
		m.opt.Album = &Album{}
	}
	m.each(len(m.specs), func(i int) {
		if m.errs[i] = m.ctx.Err(); m.errs[i] == nil {
			m.sums[i], m.errs[i] = m.opt.Album.sum(m.specs[i].FS, m.specs[i].File, m.opt.Limits)
		}
	})
}

func sameFS(a, b fs.FS) bool {
	ta, tb := reflect.TypeOf(a), reflect.TypeOf(b)
	if ta != tb {
		return false
	}
	if !ta.Comparable() {
		return ta.Kind() == reflect.Map && reflect.ValueOf(a).Pointer() == reflect.ValueOf(b).Pointer()
	}
	return a == b
}

// piece is one picture to make.
type piece struct{ target, spec int }

// missing looks every picture up and returns those that are to be made.
func (m *maker) missing() []piece {
	var mu sync.Mutex
	absent := make([][]bool, len(m.targets))
	for t := range absent {
		absent[t] = make([]bool, len(m.specs))
	}
	m.each(len(m.targets)*len(m.specs), func(n int) {
		t, s := n/len(m.specs), n%len(m.specs)
		if m.errs[s] != nil {
			return
		}
		e, ok := m.cached(t, s)
		mu.Lock()
		defer mu.Unlock()
		m.out[t][s], absent[t][s] = e, !ok
	})
	var list []piece
	for s := range m.specs {
		for t := range m.targets {
			if absent[t][s] {
				list = append(list, piece{t, s})
			}
		}
	}
	return list
}

func (m *maker) cached(t, s int) (Encoded, bool) {
	if m.opt.Cache == nil {
		return Encoded{}, false
	}
	b, ok := m.opt.Cache.Get(encodedKey(m.key(t, s), m.quality[t][s]))
	if !ok {
		return Encoded{}, false
	}
	return unpack(b)
}

func (m *maker) key(t, s int) [32]byte {
	return pictureKey(m.sums[s], m.specs[s], m.targets[t], m.opt.inks())
}

// run makes pieces, those of one file together. With holdOnly they are kept as
// coefficients and not encoded.
func (m *maker) run(pieces []piece, holdOnly bool) {
	var groups [][]piece
	at := map[[32]byte]int{}
	for _, p := range pieces {
		sum := m.sums[p.spec]
		g, ok := at[sum]
		if !ok {
			g = len(groups)
			at[sum] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], p)
	}
	costs := make([]int64, len(groups))
	m.each(len(groups), func(n int) { costs[n] = m.cost(groups[n]) })
	done := 0
	m.room.each(m.opt.workers(), costs, func(n int) {
		err := m.file(groups[n], costs[n], holdOnly)
		if err != nil {
			for _, p := range groups[n] {
				m.errs[p.spec] = err
			}
		}
		if m.opt.Progress != nil {
			m.mu.Lock()
			done++
			m.opt.Progress(done, len(groups), m.specs[groups[n][0].spec].File)
			m.mu.Unlock()
		}
	})
}

// cost estimates the bytes that making the pieces of one file takes; nothing for
// a file that cannot be read, of which [maker.file] will say so.
func (m *maker) cost(pieces []piece) (cost int64) {
	s := m.specs[pieces[0].spec]
	p, err := m.opt.Album.known(s.FS, s.File, m.opt.Limits)
	if err != nil {
		return 0
	}
	sides, work := m.sides(&p.head, pieces)
	return p.head.cost(distinct(sides)...) + work
}

// sides returns at how many eighths of its size a file is decoded for each of its
// pieces, whatever else is made of it, and what the largest takes beside it.
func (m *maker) sides(h *header, pieces []piece) (sides []int, work int64) {
	for _, p := range pieces {
		crop, w, ht := m.size(h, p)
		side := h.side(crop, w, ht)
		sides = append(sides, side)
		work = max(work, h.working(crop, w, ht, side))
	}
	return sides, work
}

// excerpts returns what is to be decoded for all pieces of a file: at each number
// of eighths all that one of them shows.
func (m *maker) excerpts(h *header, pieces []piece, sides []int) (out []excerpt) {
	for _, side := range distinct(sides) {
		all := excerpt{side: side}
		for i, p := range pieces {
			if sides[i] == side {
				crop, w, ht := m.size(h, p)
				all.area = all.area.Union(h.excerpt(side, crop, w, ht).area)
			}
		}
		out = append(out, all)
	}
	return out
}

func distinct(sides []int) []int {
	return slices.Compact(slices.Sorted(slices.Values(sides)))
}

// file decodes one file and makes its pieces. The source is read again rather
// than kept since it was hashed; memory is dearer.
func (m *maker) file(pieces []piece, cost int64, holdOnly bool) (err error) {
	s := m.specs[pieces[0].spec]
	defer func() {
		if r := recover(); r != nil {
			err = failure(CodeDamaged, renew, "photo %q cannot be worked on (%v)", s.File, r)
		}
	}()
	if err := m.ctx.Err(); err != nil {
		return err
	}
	data, err := reread(s.FS, s.File, m.opt.Limits, m.sums[pieces[0].spec])
	if err != nil {
		return err
	}
	h, err := parse(data, s.File, m.opt.Limits)
	if err != nil {
		return err
	}
	sides, _ := m.sides(h, pieces)
	wanted := m.excerpts(h, pieces, sides)
	images, err := decode(data, h, s.File, wanted...)
	if err != nil {
		return err
	}
	data = nil
	pictures := map[int]*picture{}
	for i, e := range wanted {
		pictures[e.side] = &picture{header: h, img: images[i], side: e.side}
	}
	clear(images)
	for i, p := range pieces {
		if err := m.ctx.Err(); err != nil {
			return err
		}
		pic := pictures[sides[i]]
		pic.last = !slices.Contains(sides[i+1:], sides[i])
		if err := m.piece(pic, p, holdOnly); err != nil {
			return err
		}
	}
	if cost > memory/8 {
		clear(pictures)
		runtime.GC()
	}
	return nil
}

// collect has the garbage of making a large picture of so many bytes taken away,
// which the collector, going by twice of what is alive, would let stand for long.
func collect(size int) {
	if size > memory/16 {
		runtime.GC()
	}
}

// size returns what part of a file a piece shows and how many pixels it gets.
func (m *maker) size(h *header, p piece) (crop [4]float64, w, ht int) {
	s, t := m.specs[p.spec], m.targets[p.target]
	crop = wholeCrop(s.Crop)
	ppi := t.PPI
	if s.PPI > 0 {
		ppi = s.PPI
	}
	w, ht = pixels(h.Info, crop, s.Size, ppi, t.Above)
	return crop, w, ht
}

func (m *maker) piece(pic *picture, p piece, holdOnly bool) error {
	s, t := m.specs[p.spec], m.targets[p.target]
	crop, w, h := m.size(pic.header, p)
	cut := pic.cut(crop, w, h, t.Sharpen)
	collect(len(cut.pix))
	r, err := finish(cut, pic.header, s, t, &m.colours)
	if err != nil {
		return failure(CodeUnsupported, "", "photo %q cannot be converted: %v", s.File, err)
	}
	e := Encoded{
		Filter: "DCTDecode", Width: w, Height: h,
		Space: map[int]string{1: "gray", 3: "rgb", 4: "cmyk"}[r.n], Inverted: r.n == 4,
		PPI: PPI(Info{Width: w, Height: h}, [4]float64{0, 0, 1, 1}, s.Size.W, s.Size.H),
	}
	j := newJPEG(r, !t.cmyk())
	collect(len(r.pix))
	switch {
	case r.n == 4:
		j.inks, j.limit = r, t.InkLimit
	case t.cmyk():
		j.most = 100
	}
	if t.MaxBytes > 0 {
		m.held[p.target][p.spec] = j
	} else {
		j.once = true
	}
	m.out[p.target][p.spec] = e
	if !holdOnly {
		m.encode(p, j)
	}
	return nil
}

// encode writes a picture at its quality and keeps it in the cache.
func (m *maker) encode(p piece, j *jpegPicture) {
	e := &m.out[p.target][p.spec]
	e.Quality = m.quality[p.target][p.spec]
	e.Data = j.encode(e.Quality)
	e.MaxInk = j.most
	if m.opt.Cache != nil {
		m.opt.Cache.Put(encodedKey(m.key(p.target, p.spec), e.Quality), pack(*e))
	}
}

// gate lets work in while its costs together stay within a limit; what costs
// more alone enters alone.
type gate struct {
	mu   sync.Mutex
	wake *sync.Cond
	most int64
	in   int64
}

func newGate(most int64) *gate {
	g := &gate{most: most}
	g.wake = sync.NewCond(&g.mu)
	return g
}

func (g *gate) enter(cost int64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for g.in > 0 && g.in+cost > g.most {
		g.wake.Wait()
	}
	g.in += cost
}

// each calls do for every cost on so many goroutines and waits: the dearest first,
// and where that has to wait for room, the dearest that fits meanwhile.
func (g *gate) each(workers int, costs []int64, do func(i int)) {
	left := make([]int, len(costs))
	for i := range left {
		left[i] = i
	}
	slices.SortStableFunc(left, func(a, b int) int { return cmp.Compare(costs[b], costs[a]) })
	var wait sync.WaitGroup
	for range min(workers, len(costs)) {
		wait.Go(func() {
			for {
				i, ok := g.next(&left, costs)
				if !ok {
					return
				}
				do(i)
				g.leave(costs[i])
			}
		})
	}
	wait.Wait()
}

// next takes the first that fits off the list, and lets it in.
func (g *gate) next(left *[]int, costs []int64) (int, bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for len(*left) > 0 {
		for n, i := range *left {
			if g.in == 0 || g.in+costs[i] <= g.most {
				g.in += costs[i]
				*left = slices.Delete(*left, n, n+1)
				return i, true
			}
		}
		g.wake.Wait()
	}
	g.wake.Broadcast()
	return 0, false
}

func (g *gate) leave(cost int64) {
	g.mu.Lock()
	g.in -= cost
	g.mu.Unlock()
	g.wake.Broadcast()
}
