package finish

import (
	"errors"
	"fmt"

	"masthead/layout/display"
)

// link adds the annotation of an active area (ISO 32000-1, 12.5.6.5), as the
// standards want it: indirect, printable, described, known to the structure
// tree under the key parent.
func (b *builder) link(page, parent int, l *display.Link) (Ref, error) {
	s := &b.ledger.Sheets[page]
	d := Dict{
		"Type": Name("Annot"), "Subtype": Name("Link"), "Rect": box(s, placed(s, l.Rect)),
		"Border": Array{0, 0, 0}, "F": 4, "StructParent": parent, "P": b.pages[page],
	}
	says := l.Contents
	switch {
	case (l.URI == "") == (l.Dest == ""):
		return Ref{}, errors.New("a link needs one of address and destination")
	case l.URI != "":
		d["A"] = Dict{"S": Name("URI"), "URI": String(percent(l.URI))}
		if says == "" {
			says = l.URI
		}
	default:
		to, err := b.target(l.Dest)
		if err != nil {
			return Ref{}, fmt.Errorf("link: %w", err)
		}
		d["Dest"] = to
		if says == "" {
			says = l.Dest
		}
	}
	d["Contents"] = text(says)
	return b.add(d), nil
}

// percent encodes what a URI may not hold (RFC 3986, section 2), and leaves
// what is encoded already.
func percent(uri string) string {
	const digits = "0123456789ABCDEF"
	var out []byte
	for i := range len(uri) {
		c := uri[i]
		keep := c > ' ' && c < 0x7F
		switch c {
		case '"', '<', '>', '\\', '^', '`', '{', '|', '}':
			keep = false
		case '%':
			keep = i+2 < len(uri) && nibble(uri[i+1]) >= 0 && nibble(uri[i+2]) >= 0
		}
		if keep {
			out = append(out, c)
		} else {
			out = append(out, '%', digits[c>>4], digits[c&15])
		}
	}
	return string(out)
}
