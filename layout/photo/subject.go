package photo

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"io/fs"
)

// Subject guesses where to look in a photo that declares neither focus nor keep:
// a point, never a rectangle. The same file gives the same point on every
// machine. Use [Subjects] for several, and to keep the answers in a cache.
//
// What draws the eye is scored on a picture of about 128 pixels: colour unlike
// the picture's average (Achanta and others, "Frequency-tuned Salient Region
// Detection", CVPR 2009), edges, and the tones of skin, less towards the borders.
// The point is the centre of gravity of the square, half the short side wide,
// that scores most.
func Subject(fsys fs.FS, name string, lim Limits) (Focus, error) {
	return subjectIn(fsys, name, Options{Limits: lim}, newGate(memory))
}

// Subjects is [Subject] for many files at once, with the workers, the cache and
// the limits of opt. Large pictures wait for each other, so that they do not stand
// in memory together. The errors are by file; those of photos are of type *[Error].
func Subjects(ctx context.Context, fsys fs.FS, names []string, opt Options) ([]Focus, []error) {
	out, errs := make([]Focus, len(names)), make([]error, len(names))
	room := newGate(memory)
	parallel(opt.workers(), len(names), func(i int) {
		if errs[i] = ctx.Err(); errs[i] == nil {
			out[i], errs[i] = subjectIn(fsys, names[i], opt, room)
		}
	})
	return out, errs
}

func subjectIn(fsys fs.FS, name string, opt Options, room *gate) (f Focus, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = failure(CodeDamaged, renew, "photo %q cannot be worked on (%v)", name, r)
		}
	}()
	data, err := read(fsys, name, opt.Limits)
	if err != nil {
		return Focus{}, err
	}
	var point [2]float64
	key := digest("subject", sha256.Sum256(data))
	if opt.Cache != nil {
		if b, ok := opt.Cache.Get(key); ok && json.Unmarshal(b, &point) == nil {
			return Focus{Point: point, HasPoint: true}, nil
		}
	}
	h, err := parse(data, name, opt.Limits)
	if err != nil {
		return Focus{}, err
	}
	k := max(1, (max(h.w, h.h)+127)/128)
	scale := h.reduction([4]float64{0, 0, 1, 1}, h.Width/k+1, h.Height/k+1)
	cost := h.cost(scale)
	room.enter(cost)
	defer room.leave(cost)
	img, err := decode(data, h, name, scale)
	if err != nil {
		return Focus{}, err
	}
	all := img.Bounds()
	k = max(1, (max(all.Dx(), all.Dy())+127)/128)
	small := shrink(img, all, min(k, 128), h.Channels == 1).upright(h.Orientation)
	img, data = nil, nil
	collect(int(cost))
	if small.alpha != nil { // what cannot be seen draws no eye
		small.flatten([4]byte{255, 255, 255, 255})
	}
	point = subject(small)
	if opt.Cache != nil {
		b, _ := json.Marshal(point)
		opt.Cache.Put(key, b)
	}
	return Focus{Point: point, HasPoint: true}, nil
}

// subject returns the point of interest as fractions, in thousandths.
func subject(r *raster) [2]float64 {
	scores := salience(r)
	// Sums over rectangles from the corner.
	sum := make([]int64, (r.w+1)*(r.h+1))
	for y := range r.h {
		line := int64(0)
		for x := range r.w {
			line += scores[y*r.w+x]
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
			s := scores[y*r.w+x]
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
			dx, dy := int64(2*x+1-r.w)*64/int64(r.w), int64(2*y+1-r.h)*64/int64(r.h)
			out[y*r.w+x] = s * (64*64*2 + 64*64/2 - dx*dx - dy*dy)
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
