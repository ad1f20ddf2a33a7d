package photo

import (
	"image"
	"math"
)

// unsharpBits is the precision of a weight: two of them and a sample fill 32 bits.
const unsharpBits = 12

// unsharp adds to an opaque picture what a Gaussian blur of sigma pixels takes from
// it. It is what imaging.Sharpen does, in integers and in a quarter of the time:
// the blur of a row of rows, then of that row.
func unsharp(m *image.NRGBA, sigma float64) *image.NRGBA {
	weights := gaussian(sigma)
	w, h := m.Rect.Dx(), m.Rect.Dy()
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	row := func(y int) []byte { return m.Pix[min(max(y, 0), h-1)*m.Stride:][:4*w] }
	reach := len(weights) - 1
	// One row blurred downwards, with its ends repeated on both sides.
	blurred := make([]uint32, 4*(w+2*reach))
	inner := blurred[4*reach : 4*(reach+w)]
	for y := range h {
		src := row(y)
		up, down := row(y - 1)[:len(src)], row(y + 1)[:len(src)]
		inner = inner[:len(src)]
		for i, v := range src {
			inner[i] = uint32(v)*weights[0] + (uint32(up[i])+uint32(down[i]))*weights[1]
		}
		for k := 2; k <= reach; k++ {
			up, down, weight := row(y - k)[:len(inner)], row(y + k)[:len(inner)], weights[k]
			for i := range inner {
				inner[i] += (uint32(up[i]) + uint32(down[i])) * weight
			}
		}
		for i := range 4 * reach {
			blurred[i] = inner[i%4]
			blurred[4*(reach+w)+i] = inner[4*(w-1)+i%4]
		}
		dst := out.Pix[y*out.Stride:][:4*w]
		left, right := blurred[4*reach-4:][:len(dst)], blurred[4*reach+4:][:len(dst)]
		for i := range dst {
			sum := inner[i]*weights[0] + (left[i]+right[i])*weights[1]
			for k := 2; k <= reach; k++ {
				at := i + 4*reach
				sum += (blurred[at-4*k] + blurred[at+4*k]) * weights[k]
			}
			soft := int32((sum + 1<<(2*unsharpBits-1)) >> (2 * unsharpBits))
			dst[i] = clampByte(2*int32(src[i]) - soft)
		}
	}
	return out
}

// gaussian returns the weights of the middle and of one side of a blur, as far out
// as they count. With the other side they make one.
func gaussian(sigma float64) []uint32 {
	reach := int(math.Ceil(3 * sigma))
	values, sum := make([]float64, reach+1), 0.0
	for k := range values {
		values[k] = math.Exp(-float64(k*k) / (2 * sigma * sigma))
		sum += values[k]
		if k > 0 {
			sum += values[k]
		}
	}
	weights, rest := []uint32{0}, uint32(1<<unsharpBits)
	for _, v := range values[1:] {
		weight := uint32(math.Floor(v/sum*(1<<unsharpBits) + 0.5))
		if weight == 0 && len(weights) > 1 {
			break
		}
		weights = append(weights, weight)
		rest -= 2 * weight
	}
	weights[0] = rest
	return weights
}
