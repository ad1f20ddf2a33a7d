package photo

import (
	"context"
	"image"
	"io/fs"

	"masthead/layout/color"
)

// Preview returns a photo upright, in sRGB on white and no larger than long
// pixels either way: for contact sheets and thumbnails. With a warm cache nothing
// is decoded.
func Preview(ctx context.Context, fsys fs.FS, name string, long int, opt Options) (*image.NRGBA, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	sum, err := opt.Album.sum(fsys, name, opt.Limits)
	if err != nil {
		return nil, err
	}
	key := digest("preview", sum, long, opt.inks())
	if opt.Cache != nil {
		if b, ok := opt.Cache.Get(key); ok {
			if r := unpackRaster(b); r != nil {
				return r.nrgba(0), nil
			}
		}
	}
	data, err := reread(fsys, name, opt.Limits, sum)
	if err != nil {
		return nil, err
	}
	h, err := parse(data, name, opt.Limits)
	if err != nil {
		return nil, err
	}
	most := max(h.Width, h.Height, long)
	w, ht := max(1, h.Width*long/most), max(1, h.Height*long/most)
	all := [4]float64{0, 0, 1, 1}
	side := h.side(all, w, ht)
	images, err := decode(data, h, name, excerpt{side: side})
	if err != nil {
		return nil, err
	}
	pic := &picture{header: h, img: images[0], side: side, last: true}
	paper := Target{Space: "srgb", Paper: color.RGB{R: 255, G: 255, B: 255}}
	r, err := finish(pic.cut(all, w, ht, 0), h, Spec{}, paper, &converters{inks: opt.Inks})
	if err != nil {
		return nil, failure(CodeUnsupported, "", "photo %q cannot be converted: %v", name, err)
	}
	if opt.Cache != nil {
		opt.Cache.Put(key, packRaster(r))
	}
	return r.nrgba(0), nil
}
