package photo

import (
	"image"
	"math/bits"
)

// cropPixels returns the crop of an upright picture as a rectangle of the stored
// one, which was decoded at the given size, in whole pixels, at least one.
func cropPixels(h *header, size image.Point, crop [4]float64) image.Rectangle {
	span := func(a, b float64, n int) (int, int) {
		lo := int(toMicro(a)*int64(n)+micro/2) / micro
		hi := int(toMicro(b)*int64(n)+micro/2) / micro
		lo = min(max(lo, 0), n-1)
		return lo, min(max(hi, lo+1), n)
	}
	upright := size
	if h.Orientation >= 5 {
		upright = image.Pt(size.Y, size.X)
	}
	x0, x1 := span(crop[0], crop[2], upright.X)
	y0, y1 := span(crop[1], crop[3], upright.Y)
	ax, ay := stored(x0, y0, size.X, size.Y, h.Orientation)
	bx, by := stored(x1-1, y1-1, size.X, size.Y, h.Orientation)
	return image.Rect(min(ax, bx), min(ay, by), max(ax, bx)+1, max(ay, by)+1)
}

// factor returns by how much a box filter may shrink a span before imaging takes
// it to its size. What remains is at least one and a half times the target,
// where the box costs no sharpness that can be measured.
func factor(w, h, tw, th int) int {
	return min(max(1, min(2*w/(3*tw), 2*h/(3*th))), 128)
}

// shrink cuts a rectangle out of a decoded picture and averages k by k pixels,
// without a copy of the whole. The remainder at the right and the bottom, less
// than k pixels, is averaged with what there is. Where the rectangle reaches beyond
// the picture there, its edges are repeated.
func shrink(img image.Image, r image.Rectangle, k int, gray bool) *raster {
	w, h := (r.Dx()+k-1)/k, (r.Dy()+k-1)/k
	in := r.Intersect(img.Bounds())
	switch m := img.(type) {
	case *image.Gray:
		out := newRaster((in.Dx()+k-1)/k, (in.Dy()+k-1)/k, 1)
		boxes(m.Pix[m.PixOffset(in.Min.X, in.Min.Y):], m.Stride, in, k, out)
		return out.extend(w, h)
	case *image.CMYK:
		out := newRaster((in.Dx()+k-1)/k, (in.Dy()+k-1)/k, 4)
		boxes(m.Pix[m.PixOffset(in.Min.X, in.Min.Y):], m.Stride, in, k, out)
		return out.extend(w, h)
	}
	return rasterOfNRGBA(shrinkRGB(img, r, k), gray)
}

// shrinkRGB is shrink for *image.YCbCr and *image.NRGBA, into the one kind of
// picture that imaging takes without a copy.
func shrinkRGB(img image.Image, r image.Rectangle, k int) *image.NRGBA {
	all := image.NewNRGBA(image.Rect(0, 0, (r.Dx()+k-1)/k, (r.Dy()+k-1)/k))
	in := r.Intersect(img.Bounds())
	out := all.SubImage(image.Rect(0, 0, (in.Dx()+k-1)/k, (in.Dy()+k-1)/k)).(*image.NRGBA)
	switch m, ok := img.(*image.YCbCr); {
	case ok && k == 1:
		copyYCbCr(m, in, out)
	case ok:
		shrinkYCbCr(m, in, k, out)
	default:
		shrinkNRGBA(img.(*image.NRGBA), in, k, out)
	}
	for y := range all.Rect.Dy() {
		row := all.Pix[y*all.Stride:][:all.Stride]
		if y >= out.Rect.Dy() {
			copy(row, all.Pix[(y-1)*all.Stride:][:all.Stride])
			continue
		}
		repeat(row, 4*out.Rect.Dx(), 4)
	}
	return all
}

// boxes averages interleaved channels.
func boxes(pix []byte, stride int, r image.Rectangle, k int, out *raster) {
	n := out.n
	sums := make([]uint32, out.w*n)
	for y := range out.h {
		clear(sums)
		rows := min(k, r.Dy()-y*k)
		for dy := range rows {
			row := pix[(y*k+dy)*stride:]
			addRow(sums, row[:r.Dx()*n], n, k)
		}
		for x := range out.w {
			count := uint32(rows * min(k, r.Dx()-x*k))
			for c := range n {
				out.pix[(y*out.w+x)*n+c] = byte((sums[x*n+c] + count/2) / count)
			}
		}
	}
}

// addRow adds each run of k pixels of a row to its sum.
func addRow(sums []uint32, row []byte, n, k int) {
	if n == 1 {
		for i := range sums {
			run := row[i*k : min((i+1)*k, len(row))]
			s := uint32(0)
			for _, v := range run {
				s += uint32(v)
			}
			sums[i] += s
		}
		return
	}
	for i, j := 0, 0; i < len(row); j += n {
		end := min(i+k*n, len(row))
		for ; i < end; i += n {
			for c := range n {
				sums[j+c] += uint32(row[i+c])
			}
		}
	}
}

// copyYCbCr converts a rectangle as it is.
func copyYCbCr(m *image.YCbCr, r image.Rectangle, out *image.NRGBA) {
	hs, vs := subsampling(m)
	halvings := uint(bits.TrailingZeros(uint(hs))) // a division for every pixel would be felt
	x0, y0 := r.Min.X-m.Rect.Min.X, r.Min.Y-m.Rect.Min.Y
	for y := range r.Dy() {
		luma := m.Y[(y0+y)*m.YStride+x0:][:r.Dx()]
		cb := m.Cb[(y0+y)/vs*m.CStride:]
		cr := m.Cr[(y0+y)/vs*m.CStride:][:len(cb)]
		row := out.Pix[y*out.Stride:][:4*len(luma)]
		for x, v := range luma {
			c := uint(x0+x) >> halvings
			toRGB(row[:4:4], int32(v)<<8, (int32(cb[c])-128)<<8, (int32(cr[c])-128)<<8)
			row = row[4:]
		}
	}
}

// shrinkYCbCr averages each plane by itself, then converts to RGB.
func shrinkYCbCr(m *image.YCbCr, r image.Rectangle, k int, out *image.NRGBA) {
	w, h := out.Rect.Dx(), out.Rect.Dy()
	hs, vs := subsampling(m)
	ySum, bSum, rSum := make([]uint32, w), make([]uint32, w), make([]uint32, w)
	x0, y0 := r.Min.X-m.Rect.Min.X, r.Min.Y-m.Rect.Min.Y
	// The chroma columns under each output pixel.
	cols := make([][2]int, w)
	for x := range cols {
		a, b := x0+x*k, x0+min((x+1)*k, r.Dx())
		cols[x] = [2]int{a / hs, (b + hs - 1) / hs}
	}
	for y := range h {
		top, bottom := y0+y*k, y0+min((y+1)*k, r.Dy())
		clear(ySum)
		for sy := top; sy < bottom; sy++ {
			at := sy*m.YStride + x0
			addRow(ySum, m.Y[at:at+r.Dx()], 1, k)
		}
		clear(bSum)
		clear(rSum)
		c0, c1 := top/vs, (bottom+vs-1)/vs
		for sy := c0; sy < c1; sy++ {
			cb, cr := m.Cb[sy*m.CStride:], m.Cr[sy*m.CStride:]
			for x, c := range cols {
				for sx := c[0]; sx < c[1]; sx++ {
					bSum[x] += uint32(cb[sx])
					rSum[x] += uint32(cr[sx])
				}
			}
		}
		row := out.Pix[y*out.Stride:]
		for x, c := range cols {
			yn := uint32((bottom - top) * min(k, r.Dx()-x*k))
			cn := uint32((c1 - c0) * (c[1] - c[0]))
			// 8 fractional bits, so that the average is not rounded twice.
			toRGB(row[4*x:4*x+4], int32((ySum[x]<<8)/yn), int32((bSum[x]<<8)/cn)-128<<8, int32((rSum[x]<<8)/cn)-128<<8)
		}
	}
}

// toRGB converts one colour by JFIF 1.02, opaque; all inputs have 8 fractional
// bits, the factors 14.
func toRGB(dst []byte, y, cb, cr int32) {
	yy := y<<14 + 1<<21
	dst[0] = clampByte((yy + 22970*cr) >> 22)
	dst[1] = clampByte((yy - 5638*cb - 11700*cr) >> 22)
	dst[2] = clampByte((yy + 29032*cb) >> 22)
	dst[3] = 255
}

// subsampling returns how many luma samples share a chroma sample, across and down.
func subsampling(m *image.YCbCr) (h, v int) {
	switch m.SubsampleRatio {
	case image.YCbCrSubsampleRatio422:
		return 2, 1
	case image.YCbCrSubsampleRatio420:
		return 2, 2
	case image.YCbCrSubsampleRatio440:
		return 1, 2
	case image.YCbCrSubsampleRatio411:
		return 4, 1
	case image.YCbCrSubsampleRatio410:
		return 4, 2
	}
	return 1, 1
}

// shrinkNRGBA averages colours by their alpha.
func shrinkNRGBA(m *image.NRGBA, r image.Rectangle, k int, out *image.NRGBA) {
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			var c [3]uint32
			var a, count uint32
			for dy := range min(k, r.Dy()-y*k) {
				at := m.PixOffset(r.Min.X+x*k, r.Min.Y+y*k+dy)
				for range min(k, r.Dx()-x*k) {
					p := m.Pix[at : at+4 : at+4]
					w := uint32(p[3])
					c[0], c[1], c[2] = c[0]+w*uint32(p[0]), c[1]+w*uint32(p[1]), c[2]+w*uint32(p[2])
					a += w
					count++
					at += 4
				}
			}
			px := out.Pix[y*out.Stride+4*x:][:4]
			if a > 0 {
				px[0], px[1], px[2] = byte((c[0]+a/2)/a), byte((c[1]+a/2)/a), byte((c[2]+a/2)/a)
			}
			px[3] = byte((a + count/2) / count)
		}
	}
}
