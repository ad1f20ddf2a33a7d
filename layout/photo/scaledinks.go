package photo

import "image"

// inks returns the planes of a four-channel picture at one part of its size as inks, 255 the most. Adobe
// writes them inverted; with a colour transform, cyan, magenta and yellow are what
// luma and chroma give for red, green and blue, which undoes that (Adobe Technical
// Note 5116, 18). Without Adobe's marker they are inks as they stand.
func (d *scaledJPEG) inks(i int, r image.Rectangle) *image.CMYK {
	out := image.NewCMYK(r)
	w, h := r.Dx(), r.Dy()
	y, b, c, k := d.comps[0].planes[i], d.comps[1].planes[i], d.comps[2].planes[i], d.comps[3].planes[i]
	halfX, halfY := 1, 1
	across, down := d.halved(i)
	if across {
		halfX = 2
	}
	if down {
		halfY = 2
	}
	mixed := d.adobe && d.transform != 0
	flip := byte(0)
	if d.adobe {
		flip = 255
	}
	for row := range h {
		luma, black := y.pix[row*y.stride:][:w], k.pix[row*k.stride:][:w]
		c1, c2 := b.pix[row/halfY*b.stride:], c.pix[row/halfY*c.stride:]
		to := out.Pix[row*out.Stride:][:4*w]
		for x, v := range luma {
			px := to[4*x : 4*x+4 : 4*x+4]
			if mixed {
				toRGB(px, int32(v)<<8, (int32(c1[x/halfX])-128)<<8, (int32(c2[x/halfX])-128)<<8)
			} else {
				px[0], px[1], px[2] = v^flip, c1[x/halfX]^flip, c2[x/halfX]^flip
			}
			px[3] = black[x] ^ flip
		}
	}
	return out
}
