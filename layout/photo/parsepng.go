package photo

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
)

// maxInflated bounds what a compressed profile may inflate to.
const maxInflated = 8 << 20

// parsePNG walks the chunks before the pixels, ISO/IEC 15948, 11.2 and 11.3.
func parsePNG(data []byte) (*header, error) {
	h := &header{Info: Info{Format: "png", Orientation: 1}}
	pos := len(pngMagic)
	for {
		if pos+8 > len(data) {
			return nil, failure(CodeTruncated, renew, "is cut off in its header")
		}
		size, kind := uint64(binary.BigEndian.Uint32(data[pos:])), string(data[pos+4:pos+8])
		if kind == "IDAT" {
			if h.Channels == 0 {
				return nil, failure(CodeDamaged, renew, "holds no header")
			}
			if tail := data[max(pos, len(data)-1<<16):]; !bytes.Contains(tail, []byte("IEND")) && !bytes.Contains(data[pos:], []byte("IEND")) {
				return nil, failure(CodeTruncated, renew, "is cut off: its end is missing")
			}
			return h, nil
		}
		if uint64(pos)+12+size > uint64(len(data)) {
			return nil, failure(CodeTruncated, renew, "is cut off in its header")
		}
		body := data[pos+8 : pos+8+int(size)]
		pos += 12 + int(size)
		switch kind {
		case "IHDR":
			if err := h.pngHeader(body); err != nil {
				return nil, err
			}
		case "tRNS":
			h.Alpha = true
		case "iCCP":
			h.icc = inflateProfile(body)
		case "eXIf":
			h.Orientation = exifOrientation(body)
		case "IEND":
			return nil, failure(CodeDamaged, renew, "holds no picture")
		}
	}
}

func (h *header) pngHeader(body []byte) error {
	if len(body) != 13 {
		return failure(CodeDamaged, renew, "has a damaged header")
	}
	w, ht := binary.BigEndian.Uint32(body), binary.BigEndian.Uint32(body[4:])
	if w > 1<<31-1 || ht > 1<<31-1 {
		return failure(CodeDamaged, renew, "has a damaged header")
	}
	h.w, h.h, h.Depth = int(w), int(ht), int(body[8])
	switch body[9] {
	case 0, 4:
		h.Channels = 1
	case 2, 3, 6:
		h.Channels = 3
	default:
		return failure(CodeDamaged, renew, "has an unknown colour type")
	}
	h.Alpha = body[9] >= 4
	h.planes = 400
	if h.Depth == 16 {
		h.planes = 800
	}
	switch body[9] {
	case 0:
		h.planes = 100 * max(1, h.Depth/8)
	case 3: // as indices, then as colours
		h.planes = 500
	}
	return nil
}

// inflateProfile returns an embedded profile, or bytes that are none.
func inflateProfile(body []byte) []byte {
	name := bytes.IndexByte(body, 0)
	if name < 0 || name+2 > len(body) {
		return []byte{}
	}
	z, err := zlib.NewReader(bytes.NewReader(body[name+2:]))
	if err != nil {
		return []byte{}
	}
	defer z.Close()
	out, err := io.ReadAll(io.LimitReader(z, maxInflated))
	if err != nil {
		return []byte{}
	}
	return out
}
