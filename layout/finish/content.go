package finish

import (
	"fmt"
	"strings"
)

// contentReader reads the text of a page by marked-content id, through its
// fonts' ToUnicode maps.
type contentReader struct {
	*File
	fonts map[Ref]cmap
}

// cmap leads from codes to text; wide codes have two bytes.
type cmap struct {
	text map[uint16]string
	wide bool
}

// maxOperands bounds what may stand before an operator.
const maxOperands = 1 << 16

// marked returns the text of every marked sequence of a page.
func (c *contentReader) marked(page Dict) (map[int]string, error) {
	data, err := c.pageContent(page)
	if err != nil {
		return nil, err
	}
	resources, err := c.inherited(page, "Resources")
	if err != nil {
		return nil, err
	}
	res, err := c.Dict(resources)
	if err != nil {
		res = Dict{}
	}
	v := voice{contentReader: c, res: res, texts: map[int]*strings.Builder{}}
	if err := operators(data, v.operator); err != nil {
		return nil, err
	}
	out := map[int]string{}
	for id, b := range v.texts {
		out[id] = b.String()
	}
	return out, nil
}

// operators calls do for every operator of a content stream with what stands
// before it. The arguments are good until do returns.
func operators(data []byte, do func(op keyword, args []Object) error) error {
	var args []Object
	for s := (scanner{b: data}); ; {
		if s.skip(); s.at >= len(data) {
			return nil
		}
		o, err := s.object()
		if err != nil {
			return err
		}
		op, ok := o.(keyword)
		if !ok {
			if args = append(args, o); len(args) > maxOperands {
				return syntax(s.at, "operands without end")
			}
			continue
		}
		if err := do(op, args); err != nil {
			return err
		}
		args = args[:0]
	}
}

// voice follows the operators that mark and show text.
type voice struct {
	*contentReader
	res   Dict
	open  []int // the ids of the open sequences, -1 for one without
	font  cmap
	texts map[int]*strings.Builder
}

func (v *voice) operator(op keyword, args []Object) (err error) {
	var last Object
	if len(args) > 0 {
		last = args[len(args)-1]
	}
	switch op {
	case "BMC":
		v.open = append(v.open, -1)
	case "BDC":
		v.open = append(v.open, v.contentID(v.res, last))
	case "EMC":
		if len(v.open) > 0 {
			v.open = v.open[:len(v.open)-1]
		}
	case "Tf":
		if len(args) > 1 {
			v.font, err = v.pageFont(v.res, args[len(args)-2])
		}
	case "Tj", "'", "\"":
		v.show(last)
	case "TJ":
		list, _ := last.(Array)
		for _, e := range list {
			v.show(e)
		}
	}
	return err
}

// show adds a string to the innermost open sequence that has an id.
func (v *voice) show(o Object) {
	s, ok := o.(String)
	if !ok {
		return
	}
	for i := len(v.open) - 1; i >= 0; i-- {
		if id := v.open[i]; id >= 0 {
			if v.texts[id] == nil {
				v.texts[id] = &strings.Builder{}
			}
			v.font.decode(v.texts[id], s)
			return
		}
	}
}

// contentID returns the id in a property list, which stands in the content or
// under a name in the resources.
func (c *contentReader) contentID(res Dict, o Object) int {
	if name, ok := o.(Name); ok {
		lists, err := c.Dict(res["Properties"])
		if err != nil {
			return -1
		}
		o = lists[name]
	}
	d, err := c.Dict(o)
	if err != nil {
		return -1
	}
	if id, ok := d["MCID"].(int64); ok && id >= 0 && id <= maxObject {
		return int(id)
	}
	return -1
}

// pageContent returns the operators of a page, its streams joined.
func (c *contentReader) pageContent(page Dict) ([]byte, error) {
	streams, err := c.list(page["Contents"])
	if err != nil {
		return nil, err
	}
	var data []byte
	for _, o := range streams {
		st, ok := o.(*Stream)
		if !ok {
			return nil, fmt.Errorf("%w: %T for page content", errSyntax, o)
		}
		part, err := c.Decode(st)
		if err != nil {
			return nil, err
		}
		data = append(append(data, part...), '\n')
	}
	return data, nil
}

// inherited returns an attribute of a page or of the nodes above it.
func (f *File) inherited(page Dict, key Name) (Object, error) {
	for range maxDepth {
		if v, ok := page[key]; ok {
			return v, nil
		}
		if page["Parent"] == nil {
			return nil, nil
		}
		var err error
		if page, err = f.Dict(page["Parent"]); err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("%w: page tree too deep", errSyntax)
}
