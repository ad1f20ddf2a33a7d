package photo

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

// cascade finds faces that look at the camera: some hundred decision trees, each
// node of which compares two pixels of a square. A square that a tree finds too
// unlike a face is dropped at once, which most are after two or three (Markuš and
// others, "Object Detection with Pixel Intensity Comparisons Organized in Decision
// Trees", arXiv:1305.4537, 2014). All of it is integers, and sums of floats in a
// fixed order without a product, so every machine finds the same faces.
type cascade struct {
	depth int
	trees []tree
}

type tree struct {
	nodes     [][4]int8 // row and column of two pixels, in 256ths of the square's side
	leaves    []float32
	threshold float32 // of the sum so far
}

// parseCascade reads the format of the file facefinder of pico and pigo.
func parseCascade(data []byte) (*cascade, error) {
	bad := errors.New("the cascade that finds faces is damaged")
	if len(data) < 16 {
		return nil, bad
	}
	depth, count := binary.LittleEndian.Uint32(data[8:]), binary.LittleEndian.Uint32(data[12:])
	if depth < 1 || depth > 12 || count < 1 || count > 10000 {
		return nil, bad
	}
	c := &cascade{depth: int(depth)}
	data = data[16:]
	number := func() float32 {
		v := math.Float32frombits(binary.LittleEndian.Uint32(data))
		data = data[4:]
		return v
	}
	leaves := 1 << depth
	for range count {
		if len(data) < 4*(2*leaves) {
			return nil, bad
		}
		t := tree{nodes: make([][4]int8, leaves), leaves: make([]float32, leaves)} // node 1 is the root
		for i := 1; i < leaves; i++ {
			t.nodes[i] = [4]int8{int8(data[0]), int8(data[1]), int8(data[2]), int8(data[3])}
			data = data[4:]
		}
		for i := range t.leaves {
			t.leaves[i] = number()
		}
		t.threshold = number()
		c.trees = append(c.trees, t)
	}
	return c, nil
}

// scanner is a cascade made ready for squares of one size in one picture: the
// nodes of all trees, with the way from the square's middle to either pixel.
type scanner struct {
	*cascade
	pix    []byte
	stride int
	pairs  [][2]int32
}

func (s *scanner) resize(side int) {
	s.pairs = s.pairs[:0]
	way := func(row, col int8) int32 {
		return int32(int(row)*side>>8*s.stride + int(col)*side>>8)
	}
	for i := range s.trees {
		for _, n := range s.trees[i].nodes {
			s.pairs = append(s.pairs, [2]int32{way(n[0], n[1]), way(n[2], n[3])})
		}
	}
}

// score says how much the square around a pixel looks like a face: nothing below
// zero does.
func (s *scanner) score(middle int32) float32 {
	sum := float32(0)
	leaves := 1 << s.depth
	for i := range s.trees {
		t := &s.trees[i]
		pairs := s.pairs[i*leaves:][:leaves]
		n := 1
		for range s.depth {
			p := pairs[n]
			n *= 2
			if s.pix[middle+p[0]] <= s.pix[middle+p[1]] {
				n++
			}
		}
		if sum += t.leaves[n-leaves]; sum <= t.threshold {
			return -1
		}
	}
	return sum - s.trees[len(s.trees)-1].threshold
}

// square is where a face may be, in pixels, and how sure that is.
type square struct {
	row, col, side int // of its middle
	score          float32
}

const (
	leastFace = 24 // pixels
	sureFace  = 13 // the score of several squares together that makes a face
)

// find returns the faces in a grey picture, the surest first.
func (c *cascade) find(pix []byte, w, h int) []square {
	var all []square
	s := &scanner{cascade: c, pix: pix, stride: w}
	for side := leastFace; side <= min(w, h); side += max(2, side/8) {
		s.resize(side)
		step, edge := max(1, side/8), side/2+1
		for row := edge; row <= h-edge; row += step {
			for col := edge; col <= w-edge; col += step {
				if score := s.score(int32(row*w + col)); score > 0 {
					all = append(all, square{row, col, side, score})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b square) int { return cmp.Compare(b.score, a.score) })
	return together(all)
}

// together joins squares that overlap and keeps what is sure.
func together(all []square) (faces []square) {
	taken := make([]bool, len(all))
	for i, a := range all {
		if taken[i] {
			continue
		}
		var sum square
		n := 0
		for j, b := range all {
			if !taken[j] && overlap(a, b) {
				taken[j] = true
				sum.row, sum.col, sum.side, sum.score = sum.row+b.row, sum.col+b.col, sum.side+b.side, sum.score+b.score
				n++
			}
		}
		if sum.score >= sureFace {
			faces = append(faces, square{sum.row / n, sum.col / n, sum.side / n, sum.score})
		}
	}
	return faces
}

// overlap reports whether two squares share a fifth of what they cover together.
func overlap(a, b square) bool {
	span := func(p, q int) int { // twice the length that both cover
		return min(2*p+a.side, 2*q+b.side) - max(2*p-a.side, 2*q-b.side)
	}
	x, y := span(a.col, b.col), span(a.row, b.row)
	if x <= 0 || y <= 0 {
		return false
	}
	both := x * y // four times the area
	return 5*both > 4*(a.side*a.side+b.side*b.side)-both
}
