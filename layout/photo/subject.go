package photo

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"image"
	"io/fs"
	"math"
)

// Subject is what there is to see in a photo: what a crop goes by where it is free
// to. The same file gives the same subject on every machine.
type Subject struct {
	Point         [2]float64   // where to look; fractions from the top left
	Faces         [][4]float64 // heads rather: faces with hair and chin; x0, y0, x1, y1
	Columns, Rows Profile      // where its detail lies, across and down
}

// Profile says how much lies left of, or above, the borders of equal bands, in
// millionths: the first is 0, the last all.
type Profile struct {
	Detail [bands + 1]int64
	Edges  [bands + 1]int64 // its root: the tip of a tower counts for more than its part of the row
}

// bands is into how many strips a photo is cut each way to see where its detail
// lies.
const bands = 100

// Subjects looks for the subjects of photos, with the workers, the cache and the
// limits of opt, and for faces if it has the means. Large pictures wait for each
// other, so that they do not stand in memory together. The errors are by file;
// those of photos are of type *[Error].
//
// What draws the eye is scored on a picture of about 128 pixels: colour unlike
// the picture's average (Achanta and others, "Frequency-tuned Salient Region
// Detection", CVPR 2009), edges, and the tones of skin, less towards the borders.
// The point is the centre of gravity of the square, half the short side wide,
// that scores most; where there are faces, their middle.
func Subjects(ctx context.Context, fsys fs.FS, names []string, opt Options) ([]*Subject, []error) {
	out, errs := make([]*Subject, len(names)), make([]error, len(names))
	var finder *cascade
	if len(opt.Faces) > 0 {
		var err error
		if finder, err = parseCascade(opt.Faces); err != nil {
			for i := range errs {
				errs[i] = err
			}
			return out, errs
		}
	}
	v := &viewer{fsys: fsys, opt: opt, finder: finder, mark: sha256.Sum256(opt.Faces), room: newGate(memory)}
	parallel(opt.workers(), len(names), func(i int) {
		if errs[i] = ctx.Err(); errs[i] == nil {
			out[i], errs[i] = v.view(names[i])
		}
	})
	return out, errs
}

// viewer is one run of [Subjects].
type viewer struct {
	fsys   fs.FS
	opt    Options
	finder *cascade // nil finds none
	mark   [32]byte // of the finder
	room   *gate
}

func (v *viewer) view(name string) (s *Subject, err error) {
	defer func() {
		if r := recover(); r != nil {
			s, err = nil, failure(CodeDamaged, renew, "photo %q cannot be worked on (%v)", name, r)
		}
	}()
	sum, err := v.opt.Album.sum(v.fsys, name, v.opt.Limits)
	if err != nil {
		return nil, err
	}
	key := digest("subject", sum, v.mark)
	if v.opt.Cache != nil {
		s = new(Subject)
		if b, ok := v.opt.Cache.Get(key); ok && json.Unmarshal(b, s) == nil {
			return s, nil
		}
	}
	data, err := reread(v.fsys, name, v.opt.Limits, sum)
	if err != nil {
		return nil, err
	}
	small, err := v.reduced(data, name)
	if err != nil {
		return nil, err
	}
	s = v.subject(small)
	if v.opt.Cache != nil {
		b, _ := json.Marshal(s)
		v.opt.Cache.Put(key, b)
	}
	return s, nil
}

// reduced returns an upright picture of at most 640 pixels, large enough for
// faces that a page shows well.
func (v *viewer) reduced(data []byte, name string) (*raster, error) {
	const most, least = 640, 480
	h, err := parse(data, name, v.opt.Limits)
	if err != nil {
		return nil, err
	}
	side := 1
	for side < 8 && max(h.w, h.h)*side/8 < least {
		side *= 2
	}
	cost := h.cost(side)
	v.room.enter(cost)
	defer v.room.leave(cost)
	images, err := decode(data, h, name, excerpt{side: side})
	if err != nil {
		return nil, err
	}
	all := images[0].Bounds()
	k := max(1, (max(all.Dx(), all.Dy())+most-1)/most)
	small := shrink(images[0], all, k, h.Channels == 1).upright(h.Orientation)
	images, data = nil, nil
	collect(int(cost))
	if small.alpha != nil { // what cannot be seen draws no eye
		small.flatten([4]byte{255, 255, 255, 255})
	}
	return small, nil
}

// subject looks at a picture.
func (v *viewer) subject(r *raster) *Subject {
	s := &Subject{}
	if v.finder != nil {
		for _, f := range v.finder.find(r.luma(), r.w, r.h) {
			s.Faces = append(s.Faces, f.head(r.w, r.h))
		}
	}
	cell := max(1, (max(r.w, r.h)+127)/128)
	tiny := r.boxed(cell)
	scores := salience(tiny)
	s.Point = point(tiny, scores)
	s.detail(r, scores, cell)
	if len(s.Faces) > 0 {
		s.Point = middle(s.Faces)
	}
	return s
}

// middle returns the centre of gravity of rectangles, in thousandths.
func middle(faces [][4]float64) [2]float64 {
	var total, mx, my int64
	for _, f := range faces {
		w, h := toMicro(f[2])-toMicro(f[0]), toMicro(f[3])-toMicro(f[1])
		area := w * h / micro
		total, mx, my = total+area, mx+area*(toMicro(f[0])+w/2)/micro, my+area*(toMicro(f[1])+h/2)/micro
	}
	return [2]float64{float64(mx*1000/max(total, 1)) / 1000, float64(my*1000/max(total, 1)) / 1000}
}

// head returns a face with what belongs to it, as fractions in thousandths of a
// picture of w by h pixels.
func (s square) head(w, h int) [4]float64 {
	part := func(at, n int) float64 { return float64(min(max(at*1000/n, 0), 1000)) / 1000 }
	return [4]float64{
		part(s.col-s.side*5/8, w), part(s.row-s.side*6/8, h), part(s.col+s.side*5/8, w), part(s.row+s.side*5/8, h),
	}
}

// boxed averages k by k pixels.
func (r *raster) boxed(k int) *raster {
	out := newRaster((r.w+k-1)/k, (r.h+k-1)/k, r.n)
	boxes(r.pix, r.w*r.n, image.Rect(0, 0, r.w, r.h), k, out)
	return out
}

// luma returns the lightness of a picture.
func (r *raster) luma() []byte {
	if r.n == 1 {
		return r.pix
	}
	out := make([]byte, r.w*r.h)
	for i, v := range opponents(r)[0] {
		out[i] = byte(v)
	}
	return out
}

// detail sums what can be made out, by columns and by rows: edges as fine as the
// picture has them, which tells what is sharp from what is not, and more where
// the colour is unlike the rest.
func (s *Subject) detail(r *raster, scores []int64, cell int) {
	l := r.luma()
	at := func(x, y int) int32 { return int32(l[min(max(y, 0), r.h-1)*r.w+min(max(x, 0), r.w-1)]) }
	columns, rows := make([]int64, r.w), make([]int64, r.h)
	across := (r.w + cell - 1) / cell
	for y := range r.h {
		for x := range r.w {
			v := at(x, y)
			dx, dy := at(x+1, y)-v, at(x, y+1)-v
			edge := int64(min(max(max(dx, -dx)+max(dy, -dy)-10, 0), 80))
			edge *= min(scores[y/cell*across+x/cell], 200)
			columns[x] += edge
			rows[y] += edge
		}
	}
	s.Columns, s.Rows = profile(columns), profile(rows)
}

func profile(sums []int64) Profile {
	p := Profile{Detail: cumulate(sums)}
	for i, n := range sums {
		sums[i] = int64(math.Sqrt(float64(n)))
	}
	p.Edges = cumulate(sums)
	return p
}

// cumulate returns how much of a sum lies before each border of the bands, in
// millionths; where there is nothing, as if it lay everywhere alike.
func cumulate(v []int64) (out [bands + 1]int64) {
	before := make([]int64, len(v)+1)
	for i, n := range v {
		before[i+1] = before[i] + n
	}
	total := before[len(v)]
	for b := range out {
		at := b * len(v) // in hundredths of a column
		i, f := at/bands, int64(at%bands)
		switch {
		case total == 0:
			out[b] = int64(b) * micro / bands
		case i < len(v):
			out[b] = (before[i]*bands + (before[i+1]-before[i])*f) * (micro / bands) / total
		default:
			out[b] = micro
		}
	}
	return out
}

// point returns the point of interest as fractions, in thousandths.
func point(r *raster, scores []int64) [2]float64 {
	score := func(x, y int) int64 { // less towards the borders
		dx, dy := int64(2*x+1-r.w)*64/int64(r.w), int64(2*y+1-r.h)*64/int64(r.h)
		return scores[y*r.w+x] * (64*64*2 + 64*64/2 - dx*dx - dy*dy)
	}
	// Sums over rectangles from the corner.
	sum := make([]int64, (r.w+1)*(r.h+1))
	for y := range r.h {
		line := int64(0)
		for x := range r.w {
			line += score(x, y)
			sum[(y+1)*(r.w+1)+x+1] = sum[y*(r.w+1)+x+1] + line
		}
	}
	side := max(1, min(r.w, r.h)/2)
	best, bx, by := int64(-1), 0, 0
	for y := 0; y+side <= r.h; y++ {
		for x := 0; x+side <= r.w; x++ {
			s := sum[(y+side)*(r.w+1)+x+side] - sum[y*(r.w+1)+x+side] - sum[(y+side)*(r.w+1)+x] + sum[y*(r.w+1)+x]
			if s > best {
				best, bx, by = s, x, y
			}
		}
	}
	var total, mx, my int64
	for y := by; y < by+side; y++ {
		for x := bx; x < bx+side; x++ {
			s := score(x, y)
			total, mx, my = total+s, mx+s*int64(2*x+1), my+s*int64(2*y+1)
		}
	}
	if total == 0 {
		return [2]float64{0.5, 0.5}
	}
	share := func(m int64, n int) float64 { return float64(m*1000/(total*int64(2*n))) / 1000 }
	return [2]float64{share(mx, r.w), share(my, r.h)}
}

// salience scores each pixel, in integers.
func salience(r *raster) []int64 {
	planes := opponents(r)
	var mean [3]int64
	n := int64(r.w * r.h)
	for i := range planes {
		for _, v := range planes[i] {
			mean[i] += int64(v)
		}
		mean[i] /= n
	}
	out := make([]int64, n)
	at := func(p []int32, x, y int) int64 {
		return int64(p[min(max(y, 0), r.h-1)*r.w+min(max(x, 0), r.w-1)])
	}
	for y := range r.h {
		for x := range r.w {
			s := int64(0)
			for i, p := range planes {
				// A little blur keeps single pixels from counting.
				v := (4*at(p, x, y) + 2*(at(p, x-1, y)+at(p, x+1, y)+at(p, x, y-1)+at(p, x, y+1)) +
					at(p, x-1, y-1) + at(p, x+1, y-1) + at(p, x-1, y+1) + at(p, x+1, y+1)) / 16
				d := abs64(v - mean[i])
				if i > 0 {
					d *= 2
				}
				s += d
			}
			l := planes[0]
			edge := abs64(at(l, x+1, y)-at(l, x-1, y)) + abs64(at(l, x, y+1)-at(l, x, y-1))
			s += 2 * min(edge, 96)
			if skin(planes[0][y*r.w+x], planes[1][y*r.w+x], planes[2][y*r.w+x]) {
				s += 48
			}
			out[y*r.w+x] = s
		}
	}
	return out
}

// opponents returns lightness, blue against yellow and red against green, JFIF's
// Y, Cb and Cr.
func opponents(r *raster) [3][]int32 {
	var p [3][]int32
	for i := range p {
		p[i] = make([]int32, r.w*r.h)
	}
	for i := range r.w * r.h {
		px := r.pix[i*r.n:]
		red := int32(px[0])
		green, blue := red, red
		switch r.n {
		case 3:
			green, blue = int32(px[1]), int32(px[2])
		case 4:
			k := 255 - int32(px[3])
			red, green, blue = (255-red)*k/255, (255-int32(px[1]))*k/255, (255-int32(px[2]))*k/255
		}
		p[0][i] = (19595*red + 38470*green + 7471*blue) >> 16
		p[1][i] = (-11059*red - 21709*green + 32768*blue) >> 16
		p[2][i] = (32768*red - 27439*green - 5329*blue) >> 16
	}
	return p
}

// skin reports whether a colour lies in the range of human skin in YCbCr (Chai
// and Ngan, IEEE Transactions on Circuits and Systems for Video Technology 9,
// 1999).
func skin(y, cb, cr int32) bool {
	return y > 40 && cb >= -51 && cb <= -1 && cr >= 5 && cr <= 45
}

func abs64(v int64) int64 { return max(v, -v) }
