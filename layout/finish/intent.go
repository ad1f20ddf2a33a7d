package finish

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"

	"masthead/layout/display"
)

// intents adds the output intent: what the file's device colours mean. The
// print file says it twice, for PDF/X and for PDF/A, over one profile.
func (b *builder) intents() error {
	head, packed, err := profileHead(b.opt.ICC)
	if err != nil {
		return fmt.Errorf("output intent: %w", err)
	}
	kinds, class, space, n := []Name{"GTS_PDFA1"}, "mntr", "RGB ", 3
	if b.opt.Profile == display.Print {
		kinds, class, space, n = []Name{"GTS_PDFA1", "GTS_PDFX"}, "prtr", "CMYK", 4
	}
	if c, s := string(head[12:16]), string(head[16:20]); c != class || s != space {
		return fmt.Errorf("output intent: the profile is %q of %q, not %q of %q", c, s, class, space)
	}
	st := &Stream{Dict: Dict{"N": n}, Data: b.opt.ICC}
	if packed {
		st.Dict["Filter"] = Name("FlateDecode")
	}
	profile := b.add(st)
	c := b.opt.Condition
	if c.Identifier == "" {
		if b.opt.Profile == display.Print {
			return errors.New("output intent: no printing condition")
		}
		c.Identifier, c.Info = "sRGB IEC61966-2.1", "sRGB IEC61966-2.1"
	}
	if c.Registry == "" {
		c.Registry = "http://www.color.org"
	}
	list := Array{}
	for _, kind := range kinds {
		d := Dict{
			"Type": Name("OutputIntent"), "S": kind, "OutputConditionIdentifier": text(c.Identifier),
			"RegistryName": text(c.Registry), "DestOutputProfile": profile,
		}
		if c.Info != "" {
			d["Info"] = text(c.Info)
		}
		list = append(list, b.add(d))
	}
	b.catalog["OutputIntents"] = list
	return nil
}

// profileHead returns the header of an ICC profile (ICC.1, 7.2), and whether
// the profile comes as a zlib stream, which can be embedded as it is.
func profileHead(b []byte) (head []byte, packed bool, err error) {
	const size = 128
	head = b
	if len(b) > 2 && b[0]&0x0F == 8 && (int(b[0])<<8|int(b[1]))%31 == 0 {
		r, err := zlib.NewReader(bytes.NewReader(b))
		if err != nil {
			return nil, false, err
		}
		head, packed = make([]byte, size), true
		if _, err := io.ReadFull(r, head); err != nil {
			return nil, false, err
		}
	}
	if len(head) < size || string(head[36:40]) != "acsp" {
		return nil, false, errors.New("no ICC profile")
	}
	return head[:size], packed, nil
}
