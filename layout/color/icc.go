package color

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
)

// Profile is an ICC profile, read and ready to convert with. It is immutable
// and may be shared between goroutines.
type Profile struct {
	Class       string // "mntr", "scnr", "prtr", "spac"
	Space       string // "RGB", "GRAY" or "CMYK"
	PCS         string // "XYZ" or "Lab"
	Description string
	N           int      // channels of Space
	Version     int      // major version, 2 or 4
	Sum         [32]byte // SHA-256 of the file, zero for a built-in profile

	white  XYZ
	matrix *[9]float64 // linear RGB to XYZ
	trc    []curve
	a2b    [3]*lut // by intent; nil entries fall back to the first
	b2a    [3]*lut
}

var errShort = errors.New("it ends too early")

func errorf(format string, args ...any) error { return fmt.Errorf(format, args...) }

// maxProfile bounds a profile's size; the largest in the trade are about 4 MB.
const maxProfile = 32 << 20

// ParseICC reads a profile of version 2 or 4, ICC.1:2001-04 and ICC.1:2010:
// display, input, output and colour space profiles of RGB, grey and CMYK, by
// matrix and tone curves or by tables (lut8, lut16, lutAToB, lutBToA). Device
// links, named colours and profiles of five and more inks are refused.
func ParseICC(data []byte) (*Profile, error) {
	p, err := parseICC(data)
	if err != nil {
		return nil, fmt.Errorf("colour profile: %w", err)
	}
	p.Sum = sha256.Sum256(data)
	return p, nil
}

func parseICC(data []byte) (*Profile, error) {
	if len(data) < 132 || len(data) > maxProfile || string(data[36:40]) != "acsp" {
		return nil, errors.New("not an ICC profile")
	}
	p := &Profile{
		Version: int(data[8]),
		Class:   string(data[12:16]),
		Space:   strings.TrimSpace(string(data[16:20])),
		PCS:     strings.TrimSpace(string(data[20:24])),
		white:   d50,
	}
	switch p.Class {
	case "mntr", "scnr", "prtr", "spac":
	default:
		return nil, errorf("class %q cannot be used", p.Class)
	}
	if p.PCS != "XYZ" && p.PCS != "Lab" {
		return nil, errorf("connection space %q", p.PCS)
	}
	p.N = map[string]int{"GRAY": 1, "RGB": 3, "CMYK": 4}[p.Space]
	if p.N == 0 {
		return nil, errorf("colour space %q cannot be used", p.Space)
	}
	tags, err := tagTable(data)
	if err != nil {
		return nil, err
	}
	p.Description = description(tags["desc"])
	if w := tags["wtpt"]; len(w) >= 20 {
		p.white = xyzTag(w)
	}
	if err := p.parseModel(tags); err != nil {
		return nil, err
	}
	return p, nil
}

func tagTable(data []byte) (map[string][]byte, error) {
	n := int(binary.BigEndian.Uint32(data[128:]))
	if n > 256 || len(data) < 132+12*n {
		return nil, errShort
	}
	tags := make(map[string][]byte, n)
	for i := range n {
		e := data[132+12*i:]
		off, size := uint64(binary.BigEndian.Uint32(e[4:])), uint64(binary.BigEndian.Uint32(e[8:]))
		if off+size > uint64(len(data)) {
			return nil, errShort
		}
		tags[string(e[:4])] = data[off : off+size]
	}
	return tags, nil
}

// parseModel reads the tables, or the matrix and curves where there are none.
func (p *Profile) parseModel(tags map[string][]byte) error {
	var err error
	for i, name := range []string{"A2B0", "A2B1", "A2B2"} {
		if b := tags[name]; b != nil {
			if p.a2b[i], err = parseLUT(b, p, true); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	for i, name := range []string{"B2A0", "B2A1", "B2A2"} {
		if b := tags[name]; b != nil {
			if p.b2a[i], err = parseLUT(b, p, false); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	switch p.Space {
	case "GRAY":
		return p.parseCurves(tags, "kTRC")
	case "RGB":
		if tags["rXYZ"] == nil && p.a2b[0] != nil {
			return nil
		}
		var m [9]float64
		for i, name := range []string{"rXYZ", "gXYZ", "bXYZ"} {
			b := tags[name]
			if len(b) < 20 {
				return errorf("it lacks %s", name)
			}
			c := xyzTag(b)
			m[i], m[3+i], m[6+i] = c.X, c.Y, c.Z
		}
		if _, ok := invert(m); !ok {
			return errors.New("its primaries are degenerate")
		}
		p.matrix = &m
		return p.parseCurves(tags, "rTRC", "gTRC", "bTRC")
	}
	if p.a2b[0] == nil {
		return errors.New("it lacks A2B0")
	}
	return nil
}

func (p *Profile) parseCurves(tags map[string][]byte, names ...string) error {
	for _, name := range names {
		b := tags[name]
		if b == nil {
			if p.a2b[0] != nil {
				return nil
			}
			return errorf("it lacks %s", name)
		}
		c, _, err := parseCurve(b)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		p.trc = append(p.trc, c)
	}
	return nil
}

func xyzTag(b []byte) XYZ { return XYZ{s15(b[8:]), s15(b[12:]), s15(b[16:])} }

// description reads a textDescriptionType or the first record of a
// multiLocalizedUnicodeType.
func description(b []byte) string {
	switch {
	case len(b) >= 12 && string(b[:4]) == "desc":
		n := int(binary.BigEndian.Uint32(b[8:]))
		if n > len(b)-12 || n < 0 {
			return ""
		}
		return strings.TrimRight(string(b[12:12+n]), "\x00 ")
	case len(b) >= 28 && string(b[:4]) == "mluc":
		size, off := uint64(binary.BigEndian.Uint32(b[20:])), uint64(binary.BigEndian.Uint32(b[24:]))
		if off+size > uint64(len(b)) {
			return ""
		}
		text := b[off : off+size]
		units := make([]uint16, len(text)/2)
		for i := range units {
			units[i] = binary.BigEndian.Uint16(text[2*i:])
		}
		return strings.TrimRight(string(utf16.Decode(units)), "\x00 ")
	}
	return ""
}

// invert returns the inverse of a row-major 3 by 3 matrix.
func invert(m [9]float64) (out [9]float64, ok bool) {
	c0 := m[4]*m[8] - m[5]*m[7]
	c1 := m[5]*m[6] - m[3]*m[8]
	c2 := m[3]*m[7] - m[4]*m[6]
	det := m[0]*c0 + m[1]*c1 + m[2]*c2
	if !(det > 1e-9 || det < -1e-9) {
		return out, false
	}
	return [9]float64{
		c0 / det, (m[2]*m[7] - m[1]*m[8]) / det, (m[1]*m[5] - m[2]*m[4]) / det,
		c1 / det, (m[0]*m[8] - m[2]*m[6]) / det, (m[2]*m[3] - m[0]*m[5]) / det,
		c2 / det, (m[1]*m[6] - m[0]*m[7]) / det, (m[0]*m[4] - m[1]*m[3]) / det,
	}, true
}
