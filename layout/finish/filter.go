package finish

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
)

// maxInflated bounds what one stream may inflate to.
const maxInflated = 256 << 20

// Decode returns the data of a stream with its filters undone: FlateDecode with
// predictors, ASCIIHexDecode. Others, those of pictures, are an error.
func (f *File) Decode(st *Stream) ([]byte, error) {
	filters, err := f.list(st.Dict["Filter"])
	if err != nil {
		return nil, err
	}
	params, err := f.list(st.Dict["DecodeParms"])
	if err != nil {
		return nil, err
	}
	data := st.Data
	for i, filter := range filters {
		switch filter {
		case Name("FlateDecode"):
			if data, err = inflate(data); err != nil {
				return nil, err
			}
			if i < len(params) && params[i] != nil {
				p, err := f.Dict(params[i])
				if err != nil {
					return nil, err
				}
				if data, err = unpredict(data, p); err != nil {
					return nil, err
				}
			}
		case Name("ASCIIHexDecode"):
			s := scanner{b: append(append([]byte{'<'}, data...), '>')}
			o, err := s.hex()
			if err != nil {
				return nil, err
			}
			data = []byte(o.(String))
		default:
			return nil, fmt.Errorf("no filter %v", filter)
		}
	}
	return data, nil
}

// list returns an object that may stand alone or in an array as a list.
func (f *File) list(o Object) (Array, error) {
	v, err := f.Get(o)
	if err != nil || v == nil {
		return nil, err
	}
	if a, ok := v.(Array); ok {
		out := make(Array, len(a))
		for i := range a {
			if out[i], err = f.Get(a[i]); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	return Array{v}, nil
}

func inflate(data []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errSyntax, err)
	}
	out, err := io.ReadAll(io.LimitReader(r, maxInflated+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errSyntax, err)
	}
	if len(out) > maxInflated {
		return nil, errors.New("a stream inflates beyond all measure")
	}
	return out, nil
}

// unpredict undoes PNG's predictors (ISO 32000-1, 7.4.4.4; RFC 2083, section 6).
func unpredict(data []byte, p Dict) ([]byte, error) {
	number := func(key Name, missing int) int {
		if n, ok := p[key].(int64); ok && n > 0 && n < 1<<20 {
			return int(n)
		}
		return missing
	}
	predictor := number("Predictor", 1)
	if predictor == 1 {
		return data, nil
	}
	if predictor < 10 {
		return nil, fmt.Errorf("no predictor %d", predictor)
	}
	bits := number("Colors", 1) * number("BitsPerComponent", 8)
	pixel := max(1, bits/8)
	row := (bits*number("Columns", 1) + 7) / 8
	out := make([]byte, 0, len(data))
	prior := make([]byte, row)
	for len(data) > row {
		kind, line := data[0], bytes.Clone(data[1:row+1])
		data = data[row+1:]
		for i := range line {
			var a, c byte
			if i >= pixel {
				a, c = line[i-pixel], prior[i-pixel]
			}
			switch b := prior[i]; kind {
			case 1:
				line[i] += a
			case 2:
				line[i] += b
			case 3:
				line[i] += byte((int(a) + int(b)) / 2)
			case 4:
				line[i] += paeth(a, b, c)
			}
		}
		out = append(out, line...)
		prior = line
	}
	return out, nil
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(v int) int {
	if v < 0 {
		return -v
	}
	return v
}
