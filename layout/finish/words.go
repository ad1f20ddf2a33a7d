package finish

import "strings"

// Texts returns what a page shows, one string for each of its text objects (BT
// to ET) in the order of painting, read through the fonts' ToUnicode maps.
func (f *File) Texts(page Dict) ([]string, error) {
	c := f.texts
	if c == nil {
		c = &contentReader{File: f, fonts: map[Ref]cmap{}}
		f.texts = c
	}
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
	var (
		out  []string
		font cmap
		text strings.Builder
		open bool
	)
	show := func(o Object) {
		if s, ok := o.(String); ok && open {
			font.decode(&text, s)
		}
	}
	err = operators(data, func(op keyword, args []Object) (err error) {
		var last Object
		if len(args) > 0 {
			last = args[len(args)-1]
		}
		switch op {
		case "BT":
			open = true
		case "ET":
			out = append(out, text.String())
			text.Reset()
			open = false
		case "Tf":
			if len(args) > 1 {
				font, err = c.pageFont(res, args[len(args)-2])
			}
		case "Tj", "'", "\"":
			show(last)
		case "TJ":
			list, _ := last.(Array)
			for _, e := range list {
				show(e)
			}
		}
		return err
	})
	return out, err
}
