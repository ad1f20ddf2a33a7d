package finish

import (
	"fmt"

	"masthead/layout/display"
)

// picture adds an image XObject (ISO 32000-1, 8.9.5). The output intent says
// what its device colours mean; no picture has a profile of its own.
func (b *builder) picture(p *display.Picture) (Ref, error) {
	if p.Width <= 0 || p.Height <= 0 || len(p.Data) == 0 {
		return Ref{}, fmt.Errorf("an empty picture of %d by %d", p.Width, p.Height)
	}
	if p.Filter != "DCTDecode" && p.Filter != "FlateDecode" {
		return Ref{}, fmt.Errorf("a picture in %q", p.Filter)
	}
	space, inks := Name("DeviceGray"), 1
	switch wrong := "rgb"; {
	case p.Space == "gray":
	case p.Space == "rgb" && b.opt.Profile == display.Email:
		space, inks = "DeviceRGB", 3
	case p.Space == "cmyk" && b.opt.Profile == display.Print:
		space, inks = "DeviceCMYK", 4
	default:
		if b.opt.Profile == display.Print {
			wrong = "cmyk"
		}
		return Ref{}, fmt.Errorf("a picture in %q where %s or gray is wanted", p.Space, wrong)
	}
	d := Dict{
		"Type": Name("XObject"), "Subtype": Name("Image"), "Width": p.Width, "Height": p.Height,
		"ColorSpace": space, "BitsPerComponent": 8, "Filter": Name(p.Filter),
	}
	if p.Inverted {
		decode := Array{}
		for range inks {
			decode = append(decode, 1, 0)
		}
		d["Decode"] = decode
	}
	return b.add(&Stream{Dict: d, Data: p.Data}), nil
}
