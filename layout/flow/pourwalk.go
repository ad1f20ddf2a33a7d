package flow

// A pourSpot is a place in poured stories: what stands before it is set.
type pourSpot struct {
	story              int16
	begun              bool // its head is set
	passage, way, line int16
	pictures, pieces   int16 // floats that are set
	block              int16 // blocks below the text that are set
}

// A pourStep is a piece in a column, and those above it.
type pourStep struct {
	prev          *pourStep
	story         int
	top           int // rows from the head of the column
	item          int // kind of box; -1: text
	index         int // of the box, or of the passage
	halves, rows  int // height of the box
	way, from, to int // lines of the text
}

const textItem = -1

// isFloat reports whether the piece is a float, which has white below it.
func (s *pourStep) isFloat() bool { return s != nil && s.item != textItem && s.item <= pairItem }

// A pourEnd is a way to end a column.
type pourEnd struct {
	pourSpot
	used  int
	price price
	last  *pourStep
	leave bool // a page may end here
}

// reached is the cheapest way to have set so much of a column.
type reached struct {
	price price
	last  *pourStep
}

// runtCost is the price of a paragraph that ends in a scrap, where it may be set in
// other ways.
const runtCost = 4 * looseCost

// mostFloats is how many pictures stand in one column at the most.
const mostFloats = 3

// keptLines is how many lines of its text stand below the head of a story.
const keptLines = 3

// A pourWalker walks down a column from a spot.
type pourWalker struct {
	q    *pouring
	from pourSpot
	s    *poured // the story at hand
	at   int     // its number
	set  int     // lines of it in the column, or enough
	base [2]int  // floats that stand before the column
	room [2]int  // floats that may be set in it, and one
	now  []reached
	ends []pourEnd
	seen map[pourEndKey]int
}

type pourEndKey struct {
	pourSpot
	used int16
}

// walk finds all ways to fill a column that begins at a spot.
func (q *pouring) walk(from pourSpot) [][]pourEnd {
	if ends, ok := q.columns[from]; ok {
		return ends
	}
	w := &pourWalker{q: q, from: from, seen: map[pourEndKey]int{}}
	start := []reached{{}}
	for w.at = int(from.story); w.at < len(q.stories) && start != nil; w.at++ {
		start = w.story(start)
		for used, r := range start {
			if r.price < never {
				w.end(pourEnd{pourSpot: pourSpot{story: int16(w.at + 1)}, used: used, price: r.price, last: r.last})
			}
		}
	}
	ends := make([][]pourEnd, q.rows+1)
	for _, e := range w.ends {
		ends[e.used] = append(ends[e.used], e)
	}
	q.columns[from] = ends
	return ends
}

// story walks down one story, from what is used of the column above it, and
// returns what is used below it.
func (w *pourWalker) story(start []reached) []reached {
	w.s = w.q.stories[w.at]
	first := pourSpot{story: int16(w.at)}
	if w.at == int(w.from.story) {
		first = w.from
	}
	w.base = [2]int{int(first.pictures), int(first.pieces)}
	w.room = [2]int{
		min(len(w.s.items[pictureItem])-w.base[0], mostFloats*w.s.pair()) + 1,
		len(w.s.items[pieceItem]) - w.base[1] + 1,
	}
	w.now = w.layer()
	copy(w.now, start)
	w.set = keptLines
	if !first.begun {
		w.set = 0
		w.head()
	}
	for i := int(first.passage); ; i++ {
		line, way := 0, -1
		if i == int(first.passage) && first.line > 0 {
			line, way = int(first.line), int(first.way)
		}
		if first.block == 0 && (i == int(first.passage) || w.mayFloat(i)) {
			w.floats(pourSpot{story: int16(w.at), begun: true, passage: int16(i), way: int16(max(way, 0)), line: int16(line)})
		}
		if i >= len(w.s.text) {
			break
		}
		w.passage(i, way, line)
	}
	return w.tail(int(first.block))
}

// layer is room for what is reached: by floats that are set, and rows used.
func (w *pourWalker) layer() []reached {
	out := make([]reached, w.room[0]*w.room[1]*(w.q.rows+1))
	for i := range out {
		out[i].price = never
	}
	return out
}

// slot is the index of what is reached with so many floats.
func (w *pourWalker) slot(pictures, pieces int) int {
	return (pictures*w.room[1] + pieces) * (w.q.rows + 1)
}

func offerReached(to []reached, used int, r reached) {
	if used < len(to) && r.price < to[used].price {
		to[used] = r
	}
}

// head sets the head of a story: at the head of the column, or below another.
func (w *pourWalker) head() {
	next := w.layer()
	for used, r := range w.now[:w.q.rows+1] {
		if r.price >= never {
			continue
		}
		item := belowItem
		if used == 0 {
			item = headItem
		}
		if len(w.s.items[item]) == 0 {
			offerReached(next[:w.q.rows+1], used, r)
			continue
		}
		if r.last.isFloat() {
			used -= int(w.q.spec.Air.Min) // what stands between the stories is white enough
		}
		for _, h := range w.s.items[item][0].heights {
			if used+h.rows > w.q.rows {
				break
			}
			step := &pourStep{prev: r.last, story: w.at, top: used, item: item, halves: h.halves, rows: h.rows}
			offerReached(next[:w.q.rows+1], used+h.rows, reached{r.price + h.price, step})
		}
	}
	w.now = next
}

// mayFloat reports whether a float may stand before a passage.
func (w *pourWalker) mayFloat(i int) bool {
	if i == 0 || i >= len(w.s.text) {
		return true
	}
	above := w.s.text[i-1].ways[0]
	return above.free[len(above.free)-1] && w.s.text[i].from < w.s.galley.text()
}

// floats sets floats at a spot between paragraphs, none, one or several.
func (w *pourWalker) floats(at pourSpot) {
	n := w.q.rows + 1
	for pictures := range w.room[0] {
		for pieces := range w.room[1] {
			slot := w.slot(pictures, pieces)
			have := [2]int{pictures, pieces}
			for used := range n {
				r := w.now[slot+used]
				if r.price >= never {
					continue
				}
				for kind := range 2 {
					w.float(pourFloat{at, r, used, have, kind, kind, 1})
				}
				if w.base[0]+pictures < len(w.s.items[pairItem]) {
					w.float(pourFloat{at, r, used, have, 0, pairItem, 2})
				}
			}
		}
	}
}

// A pourFloat is what may be set below what is used: one or two pictures, a piece.
type pourFloat struct {
	at         pourSpot
	reached    reached
	used       int
	have       [2]int
	kind, item int
	count      int
}

// float sets it, at the foot of the column or with more below it.
func (w *pourWalker) float(f pourFloat) {
	to := f.have
	if to[f.kind] += f.count; to[f.kind] >= w.room[f.kind] {
		return
	}
	r := f.reached
	next := w.now[w.slot(to[0], to[1]):][:w.q.rows+1]
	index := w.base[f.kind] + f.have[f.kind]
	below := int(w.q.spec.Air.Min)
	f.at.pictures, f.at.pieces = int16(w.base[0]+to[0]), int16(w.base[1]+to[1])
	feet := w.set >= keptLines || int(f.at.passage) >= len(w.s.text)
	leave := feet && w.leaves(f.at)
	heights := w.s.items[f.item][index].heights
	airs := w.airs(r, f.used)
	if len(heights) > len(airs) {
		airs = airs[:1] // the box gives enough
	}
	for _, h := range heights {
		if h.rows == 0 { // left out
			offerReached(next, f.used, reached{r.price + h.price, r.last})
			continue
		}
		for _, air := range airs {
			if f.used > 0 && air.rows == 0 { // it stands below another
				air.price = price(w.q.m.costs.Space)
			}
			top := f.used + air.rows
			foot := top + h.rows
			if foot > w.q.rows {
				break
			}
			p := r.price + h.price + air.price
			ends := feet && w.wants(f.at, foot, p)
			goes := foot+below < len(next) && p < next[foot+below].price
			if !ends && !goes {
				continue
			}
			step := &pourStep{prev: r.last, story: w.at, top: top, item: f.item, index: index, halves: h.halves, rows: h.rows}
			if ends {
				w.end(pourEnd{pourSpot: f.at, used: foot, price: p, last: step, leave: leave})
			}
			if goes {
				next[foot+below] = reached{p, step}
			}
		}
	}
}

// airs are the whites above a float: none at the head of a column or below another
// float, which has white below it.
func (w *pourWalker) airs(r reached, used int) []pourHeight {
	if used == 0 || r.last.isFloat() {
		return noWhite[:]
	}
	return w.q.airs
}

// noWhite stands above what begins a column.
var noWhite = [1]pourHeight{}

// leaves reports whether a page may end at a spot: enough of the text is left to go
// on, in columns as wide.
func (w *pourWalker) leaves(at pourSpot) bool {
	if int(at.passage) >= len(w.s.text) || int(at.pieces) < len(w.s.items[pieceItem]) {
		return false
	}
	g := w.s.galley
	if len(g.rows)-w.s.text[at.passage].from-int(at.line) < min(keptLines, w.q.m.brand.Story.MinRest) {
		return false
	}
	if at.line > 0 {
		return w.s.text[at.passage].ways[at.way].free[at.line-1]
	}
	return at.passage > 0 && w.mayFloat(int(at.passage))
}

// passage sets a paragraph, or what is left of it, wholly or to the foot of the
// column.
func (w *pourWalker) passage(i, way, begun int) {
	next := w.layer()
	p := &w.s.text[i]
	ways := make([]int, 0, 3)
	if way >= 0 {
		ways = append(ways, way)
	} else {
		for k := range p.plain {
			ways = append(ways, k)
		}
	}
	n := w.q.rows + 1
	for pictures := range w.room[0] {
		for pieces := range w.room[1] {
			slot := w.slot(pictures, pieces)
			for used, r := range w.now[slot : slot+n] {
				if r.price >= never {
					continue
				}
				for _, k := range ways {
					w.lines(pourLines{i, k, begun, used, [2]int{pictures, pieces}}, r, next[slot:slot+n])
				}
			}
		}
	}
	w.set += len(p.ways[0].rows) - begun
	w.now = next
}

// pourLines are lines of a passage from one on, below what is used.
type pourLines struct {
	passage, way, from int
	used               int
	floats             [2]int
}

// lines sets them.
func (w *pourWalker) lines(l pourLines, r reached, next []reached) {
	p := &w.s.text[l.passage]
	k := p.ways[l.way]
	top := l.used
	if top > 0 {
		top += p.before
	}
	n := len(k.rows)
	if l.from == 0 {
		r.price += k.price
		if k.rows[n-1].line.Runt {
			r.price += runtCost
		}
	}
	for line := l.from + 1; line <= min(n, l.from+w.q.rows-top); line++ {
		if w.q.near[top+line-l.from] {
			w.torn(l, line, top, r)
		}
	}
	if used := top + n - l.from; used <= w.q.rows && r.price < next[used].price {
		next[used] = reached{r.price, w.text(l, n, top, r)}
	}
}

// text is the step that sets lines up to one.
func (w *pourWalker) text(l pourLines, to, top int, r reached) *pourStep {
	return &pourStep{prev: r.last, story: w.at, top: top, item: textItem, index: l.passage, way: l.way, from: l.from, to: to}
}

// torn ends the column after a line.
func (w *pourWalker) torn(l pourLines, line, top int, r reached) {
	p := &w.s.text[l.passage]
	n := len(p.ways[l.way].rows)
	if w.set+line-l.from < keptLines && !(line == n && l.passage == len(w.s.text)-1) {
		return
	}
	if was := l.way; p.ways[was].rows[line-1].line.Hyphenated {
		if l.from > 0 {
			return
		}
		if l.way = w.q.m.cleaned(w.s.galley, p, was, []int{line}); l.way < 0 {
			return
		}
		r.price += p.ways[l.way].price - p.ways[was].price
	}
	way := &p.ways[l.way]
	if !way.free[line-1] || line < n && line-l.from == 1 && way.rows[l.from].number > 0 {
		return // one line out of the middle of a paragraph
	}
	at := pourSpot{story: int16(w.at), begun: true, passage: int16(l.passage), way: int16(l.way), line: int16(line)}
	at.pictures, at.pieces = int16(w.base[0]+l.floats[0]), int16(w.base[1]+l.floats[1])
	if line == n {
		at.passage, at.way, at.line = int16(l.passage+1), 0, 0
		if int(at.passage) == len(w.s.text) && !w.wanting(l.floats) {
			return // see tail
		}
	}
	if used := top + line - l.from; w.wants(at, used, r.price) {
		w.end(pourEnd{pourSpot: at, used: used, price: r.price, last: w.text(l, line, top, r), leave: w.leaves(at)})
	}
}

// wanting reports whether floats are still to be set.
func (w *pourWalker) wanting(have [2]int) bool {
	return w.base[0]+have[0] < len(w.s.items[pictureItem]) || w.base[1]+have[1] < len(w.s.items[pieceItem])
}

// pair is how many pictures may stand side by side.
func (s *poured) pair() int {
	if len(s.items[pairItem]) > 0 {
		return 2
	}
	return 1
}

// tail sets what stands below the text, all floats set, and ends the story.
func (w *pourWalker) tail(from int) []reached {
	have := [2]int{w.room[0] - 1, w.room[1] - 1}
	if w.wanting(have) {
		return nil
	}
	now := w.now[w.slot(have[0], have[1]):][:w.q.rows+1]
	for i := from; i < len(w.s.items[blockItem]); i++ {
		now = w.block(i, now)
	}
	for _, r := range now {
		if r.price < never {
			return now
		}
	}
	return nil
}

// block sets one block, or ends the column before it.
func (w *pourWalker) block(i int, now []reached) []reached {
	b := &w.s.items[blockItem][i]
	next := make([]reached, w.q.rows+1)
	for k := range next {
		next[k].price = never
	}
	for used, r := range now {
		if r.price >= never || used == 0 && b.first == 0 && len(w.s.text) > 0 {
			continue // what belongs to the last line does not begin a column
		}
		if b.first > 0 && used > 0 {
			at := pourSpot{story: int16(w.at), begun: true, passage: int16(len(w.s.text)), block: int16(i)}
			at.pictures, at.pieces = int16(len(w.s.items[pictureItem])), int16(len(w.s.items[pieceItem]))
			w.end(pourEnd{pourSpot: at, used: used, price: r.price, last: r.last, leave: w.at > int(w.from.story) || i > int(w.from.block)})
		}
		if b.first == 0 && r.last.isFloat() && len(w.s.text) > 0 {
			r.price += price(w.q.m.costs.Figure) // it stands apart from the words
		}
		above := b.above
		if used == 0 || above == nil {
			above = noWhite[:]
		}
		for _, air := range above {
			for _, h := range b.heights {
				step := &pourStep{prev: r.last, story: w.at, top: used + air.rows, item: blockItem, index: i, halves: h.halves, rows: h.rows}
				offerReached(next, used+air.rows+h.rows, reached{r.price + air.price + h.price, step})
			}
		}
	}
	return next
}

// wants reports whether a way to end the column is of use, and cheaper than another
// of so many rows.
func (w *pourWalker) wants(at pourSpot, used int, p price) bool {
	if used > w.q.rows || !w.q.near[used] && at.begun && at.block == 0 {
		return false
	}
	i, ok := w.seen[pourEndKey{at, int16(used)}]
	return !ok || p < w.ends[i].price
}

// end notes a way to end the column, the cheapest for so many rows.
func (w *pourWalker) end(e pourEnd) {
	if !w.wants(e.pourSpot, e.used, e.price) {
		return
	}
	key := pourEndKey{e.pourSpot, int16(e.used)}
	if i, ok := w.seen[key]; ok {
		w.ends[i] = e
		return
	}
	w.seen[key] = len(w.ends)
	w.ends = append(w.ends, e)
}
