package photo

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
)

// version is part of every key. Raise it whenever the same input would give
// other bytes.
const version = 7

// digest hashes a tag and values by their Go syntax, which for the plain structs
// of this package is complete and stable.
func digest(tag string, values ...any) [32]byte {
	return sha256.Sum256(fmt.Appendf(nil, "%d %s %#v", version, tag, values))
}

// pictureKey is the identity of a finished picture but for its quality.
func pictureKey(source [32]byte, s Spec, t Target, bare [32]byte) [32]byte {
	var output [32]byte
	if t.Output != nil {
		output, bare = t.Output.Sum, [32]byte{}
	}
	w, h := s.Size.W, s.Size.H
	return digest("picture", source, wholeCrop(s.Crop), int64(w), int64(h), s.PPI, s.Scrims,
		t.Space, output, t.InkLimit, t.PPI, t.Above, t.Paper, t.PaperCMYK, t.Sharpen, bare)
}

func encodedKey(picture [32]byte, quality int) [32]byte { return digest("encoded", picture, quality) }

// pack joins a picture's description and data; unpack undoes it.
func pack(e Encoded) []byte {
	data := e.Data
	e.Data = nil
	head, err := json.Marshal(e)
	if err != nil {
		panic(err) // a plain struct
	}
	out := binary.BigEndian.AppendUint32(nil, uint32(len(head)))
	return append(append(out, head...), data...)
}

func unpack(b []byte) (e Encoded, ok bool) {
	if len(b) < 4 {
		return e, false
	}
	n := int(binary.BigEndian.Uint32(b))
	if n > len(b)-4 || json.Unmarshal(b[4:4+n], &e) != nil {
		return e, false
	}
	e.Data = b[4+n:]
	return e, true
}
