package finish

import (
	"bytes"
	"strings"
)

// pageFont returns the map of a font by its name on the page. A font that has
// none says nothing.
func (c *contentReader) pageFont(res Dict, name Object) (cmap, error) {
	n, ok := name.(Name)
	if !ok {
		return cmap{}, nil
	}
	fonts, err := c.Dict(res["Font"])
	if err != nil {
		return cmap{}, err
	}
	ref, isRef := fonts[n].(Ref)
	if m, ok := c.fonts[ref]; ok && isRef {
		return m, nil
	}
	d, err := c.Dict(fonts[n])
	if err != nil {
		return cmap{}, err
	}
	m, err := c.toUnicode(d)
	if err != nil {
		return cmap{}, err
	}
	if isRef {
		c.fonts[ref] = m
	}
	return m, nil
}

// toUnicode reads the map of a font.
func (f *File) toUnicode(font Dict) (cmap, error) {
	m := cmap{wide: font["Subtype"] == Name("Type0")}
	o, err := f.Get(font["ToUnicode"])
	if err != nil {
		return cmap{}, err
	}
	if st, ok := o.(*Stream); ok {
		data, err := f.Decode(st)
		if err != nil {
			return cmap{}, err
		}
		m.text = parseToUnicode(data)
	}
	return m, nil
}

func (m cmap) decode(out *strings.Builder, s String) {
	if !m.wide {
		for i := range len(s) {
			out.WriteString(m.text[uint16(s[i])])
		}
		return
	}
	for i := 0; i+1 < len(s); i += 2 {
		out.WriteString(m.text[uint16(s[i])<<8|uint16(s[i+1])])
	}
}

// parseToUnicode reads the bfchar and bfrange sections of a CMap, as far as it
// can be read.
func parseToUnicode(data []byte) map[uint16]string {
	out := map[uint16]string{}
	_ = operators(data, func(op keyword, args []Object) error {
		switch op {
		case "endbfchar":
			for i := 0; i+1 < len(args); i += 2 {
				to, _ := args[i+1].(String)
				out[codeOf(args[i])] = utf16Text(to)
			}
		case "endbfrange":
			for i := 0; i+2 < len(args); i += 3 {
				bfrange(out, codeOf(args[i]), codeOf(args[i+1]), args[i+2])
			}
		}
		return nil
	})
	return out
}

func codeOf(o Object) uint16 {
	var v uint16
	s, _ := o.(String)
	for i := range len(s) {
		v = v<<8 | uint16(s[i])
	}
	return v
}

func utf16Text(s String) string { return Text("\xFE\xFF" + s) }

// bfrange enters a range of codes: from a list, or counting on in the last byte.
func bfrange(out map[uint16]string, first, last uint16, to Object) {
	switch to := to.(type) {
	case Array:
		for i, o := range to {
			if s, ok := o.(String); ok && i <= int(last)-int(first) {
				out[first+uint16(i)] = utf16Text(s)
			}
		}
	case String:
		b := bytes.Clone([]byte(to))
		for code := int(first); code <= int(last) && len(b) > 0; code++ {
			out[uint16(code)] = utf16Text(String(b))
			b[len(b)-1]++
		}
	}
}
