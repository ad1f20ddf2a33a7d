package golden

import (
	"fmt"
	"slices"
)

// logo is a picture of the furniture, and the pages that show it.
type logo struct {
	file, sum string
	pages     []int
}

func logosOf(g *Golden) (out []*logo) {
	for i := range g.Pages {
		p := &g.Pages[i]
		for j := range p.Blocks {
			for _, it := range p.Blocks[j].Items {
				if p.Blocks[j].Story != "" || it.Figure == nil {
					continue
				}
				at := slices.IndexFunc(out, func(l *logo) bool { return l.file == it.Figure.File })
				if at < 0 {
					at = len(out)
					out = append(out, &logo{file: it.Figure.File, sum: it.Figure.Sum})
				}
				if l := out[at]; !slices.Contains(l.pages, p.Number) {
					l.pages = append(l.pages, p.Number)
				}
			}
		}
	}
	return out
}

// logos compares the pictures of the furniture: by file, then those left over in
// their order.
func (c *comparison) logos() (out []string) {
	find := func(in []*logo, file string) *logo {
		if at := slices.IndexFunc(in, func(l *logo) bool { return l.file == file }); at >= 0 {
			return in[at]
		}
		return nil
	}
	olds, news := logosOf(c.old.Golden), logosOf(c.new.Golden)
	on := func(l *logo) string { return where(l.pages, len(c.new.Pages)) }
	var gone []*logo
	for _, a := range olds {
		b := find(news, a.file)
		switch {
		case b == nil:
			gone = append(gone, a)
		case a.sum != b.sum && a.sum != "" && b.sum != "":
			out = append(out, fmt.Sprintf("the logo is another picture under the name %s", b.file)+on(b))
		}
	}
	for _, b := range news {
		switch {
		case find(olds, b.file) != nil:
		case len(gone) > 0:
			out = append(out, fmt.Sprintf("the logo is %s instead of %s", b.file, gone[0].file)+on(b))
			gone = gone[1:]
		default:
			out = append(out, fmt.Sprintf("logo %s added", b.file)+on(b))
		}
	}
	for _, a := range gone {
		out = append(out, fmt.Sprintf("logo %s is gone", a.file))
	}
	return out
}
