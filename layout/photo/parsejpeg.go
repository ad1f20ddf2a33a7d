package photo

import (
	"bytes"
	"encoding/binary"
)

// JPEG markers, ITU-T T.81, table B.1.
const (
	markSOF0  = 0xc0
	markSOF2  = 0xc2
	markDHT   = 0xc4
	markRST0  = 0xd0
	markSOI   = 0xd8
	markEOI   = 0xd9
	markSOS   = 0xda
	markDQT   = 0xdb
	markAPP0  = 0xe0
	markAPP1  = 0xe1
	markAPP2  = 0xe2
	markAPP14 = 0xee
)

const renew = "copy the file again from where it came"

// parseJPEG walks the segments before the first scan.
func parseJPEG(data []byte) (*header, error) {
	h := &header{Info: Info{Format: "jpeg", Orientation: 1, Depth: 8}}
	var icc iccChunks
	frame := false
	pos := 2
	for {
		for pos < len(data) && data[pos] != 0xff { // stray bytes, as decoders allow
			pos++
		}
		for pos < len(data) && data[pos] == 0xff {
			pos++
		}
		if pos >= len(data) {
			return nil, failure(CodeTruncated, renew, "is cut off before its picture begins")
		}
		mark := data[pos]
		pos++
		if mark == 0 || mark == 1 || mark >= markRST0 && mark <= markSOI {
			continue
		}
		if mark == markEOI {
			return nil, failure(CodeDamaged, renew, "holds no picture")
		}
		if pos+2 > len(data) {
			return nil, failure(CodeTruncated, renew, "is cut off in its header")
		}
		size := int(binary.BigEndian.Uint16(data[pos:]))
		if size < 2 || pos+size > len(data) {
			return nil, failure(CodeTruncated, renew, "is cut off in its header")
		}
		body := data[pos+2 : pos+size]
		pos += size
		switch {
		case mark == markSOS:
			if !frame {
				return nil, failure(CodeDamaged, renew, "holds no frame header")
			}
			if !bytes.Contains(data[max(pos, len(data)-1<<16):], []byte{0xff, markEOI}) &&
				!bytes.Contains(data[pos:], []byte{0xff, markEOI}) {
				return nil, failure(CodeTruncated, renew, "is cut off: its end is missing")
			}
			h.icc = icc.join()
			return h, nil
		case mark >= markSOF0 && mark <= 0xcf && mark != markDHT && mark != 0xc8 && mark != 0xcc:
			if err := h.frame(mark, body); err != nil {
				return nil, err
			}
			frame = true
		case mark == markAPP1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")):
			h.Orientation = exifOrientation(body[6:])
		case mark == markAPP2 && bytes.HasPrefix(body, []byte("ICC_PROFILE\x00")):
			icc.add(body[12:])
		case mark == markAPP14 && bytes.HasPrefix(body, []byte("Adobe")):
			h.adobe = true
		}
	}
}

// frame reads a frame header, T.81, B.2.2.
func (h *header) frame(mark byte, body []byte) error {
	if mark > markSOF2 {
		return failure(CodeUnsupported, "save it as an ordinary JPEG", "is a JPEG of a kind that is not supported (%s)",
			map[bool]string{true: "lossless or hierarchical", false: "arithmetic coding"}[mark < 0xc9])
	}
	if len(body) < 6 || len(body) < 6+3*int(body[5]) {
		return failure(CodeDamaged, renew, "has a damaged frame header")
	}
	h.Progressive = mark == markSOF2
	if h.Depth = int(body[0]); h.Depth != 8 {
		return failure(CodeUnsupported, "save it with 8 bits a channel", "has %d bits a channel", h.Depth)
	}
	h.h, h.w = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	h.Channels = int(body[5])
	if h.Channels != 1 && h.Channels != 3 && h.Channels != 4 {
		return failure(CodeUnsupported, "save it as RGB", "has %d channels", h.Channels)
	}
	most, sum := 1, 0
	for i := range h.Channels {
		hv := int(body[7+3*i]>>4) * int(body[7+3*i]&15)
		most, sum = max(most, hv), sum+hv
	}
	h.planes = 100 * sum / most
	if h.Channels == 1 {
		h.planes = 100
	}
	return nil
}

// iccChunks gathers a profile spread over APP2 segments, ICC.1:2010, B.4.
type iccChunks struct {
	parts [256][]byte
	count int
	bad   bool
}

func (c *iccChunks) add(body []byte) {
	if len(body) < 2 || body[0] == 0 || body[0] > body[1] || c.count != 0 && c.count != int(body[1]) {
		c.bad = true
		return
	}
	c.count = int(body[1])
	c.parts[body[0]] = body[2:]
}

// join returns the profile, bytes that are none where a part is missing, or nil
// where there is no profile.
func (c *iccChunks) join() []byte {
	if c.bad {
		return []byte{}
	}
	var out []byte
	for i := 1; i <= c.count; i++ {
		if c.parts[i] == nil {
			return []byte{}
		}
		out = append(out, c.parts[i]...)
	}
	return out
}

// exifOrientation reads tag 0x0112 of the first directory of a TIFF structure
// (Exif 2.32, 4.6.2 and 4.6.4); whatever is amiss there means upright.
func exifOrientation(b []byte) int {
	if len(b) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	switch string(b[:4]) {
	case "II*\x00":
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return 1
	}
	off := uint64(order.Uint32(b[4:]))
	if off+2 > uint64(len(b)) {
		return 1
	}
	n := int(order.Uint16(b[off:]))
	for i := range n {
		e := off + 2 + 12*uint64(i)
		if e+12 > uint64(len(b)) {
			return 1
		}
		if order.Uint16(b[e:]) == 0x0112 {
			if v := int(order.Uint16(b[e+8:])); v >= 1 && v <= 8 {
				return v
			}
			return 1
		}
	}
	return 1
}
