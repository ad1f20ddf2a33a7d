package finish

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"sync"
)

// maxInflated bounds what one stream may inflate to.
const maxInflated = 256 << 20

// Decode returns the data of a stream with its filters undone. Those of pictures
// are an error, see [File.Unpack].
func (f *File) Decode(st *Stream) ([]byte, error) {
	data, left, _, err := f.Unpack(st)
	if err == nil && left != "" {
		return nil, fmt.Errorf("no filter %v", left)
	}
	return data, err
}

// Unpack undoes the filters of a stream up to one that codes pictures:
// DCTDecode, JPXDecode, CCITTFaxDecode or JBIG2Decode. It returns the name of
// that filter, "" where there is none, and its parameters.
func (f *File) Unpack(st *Stream) (data []byte, left Name, params Dict, err error) {
	filters, err := f.list(first2(st.Dict, "Filter", "F"))
	if err != nil {
		return nil, "", nil, err
	}
	all, err := f.list(first2(st.Dict, "DecodeParms", "DP"))
	if err != nil {
		return nil, "", nil, err
	}
	data = st.Data
	for i, filter := range filters {
		params = nil
		if i < len(all) && all[i] != nil {
			if params, err = f.Dict(all[i]); err != nil {
				return nil, "", nil, err
			}
		}
		name, _ := filter.(Name)
		if long, ok := shortFilters()[name]; ok {
			name = long
		}
		switch name {
		case "DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode":
			return data, name, params, nil
		}
		data, err = undo(name, data, params, f.limit())
		if err != nil && f.lenient && len(data) > 0 {
			f.harm("the data of a stream are damaged")
			err = nil
		}
		if err != nil {
			return nil, "", nil, err
		}
	}
	return data, "", nil, nil
}

// first2 returns the value under the first of two keys that has one: inline
// pictures may have short keys.
func first2(d Dict, long, short Name) Object {
	if v, ok := d[long]; ok {
		return v
	}
	if d["Type"] != nil || d["Length"] != nil { // F is a file specification there
		return nil
	}
	return d[short]
}

// shortFilters are the names that inline pictures may use (ISO 32000-1, table
// 94).
func shortFilters() map[Name]Name {
	return map[Name]Name{
		"AHx": "ASCIIHexDecode", "A85": "ASCII85Decode", "LZW": "LZWDecode", "Fl": "FlateDecode",
		"RL": "RunLengthDecode", "CCF": "CCITTFaxDecode", "DCT": "DCTDecode",
	}
}

// undo undoes one filter. With an error come the data before the damage.
func undo(filter Name, data []byte, params Dict, most int) ([]byte, error) {
	var err error
	switch filter {
	case "FlateDecode":
		data, err = inflate(data, most)
	case "LZWDecode":
		data, err = unlzw(data, params["EarlyChange"] != int64(0), most)
	case "ASCIIHexDecode":
		return unhex(data)
	case "ASCII85Decode":
		return unbase85(data, most)
	case "RunLengthDecode":
		return unrun(data, most)
	default:
		return nil, fmt.Errorf("no filter %v", filter)
	}
	if params == nil || len(data) == 0 {
		return data, err
	}
	plain, failed := unpredict(data, params)
	if failed != nil {
		return nil, failed
	}
	return plain, err
}

// limit returns how many bytes a stream may unpack to.
func (f *File) limit() int {
	if f.most > 0 {
		return f.most
	}
	return maxInflated
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

// readers are decompressors that have done their work, as [writers] are.
var readers sync.Pool

func inflate(data []byte, most int) ([]byte, error) {
	from := bytes.NewReader(data)
	r, ok := readers.Get().(io.ReadCloser)
	var err error
	if ok {
		err = r.(zlib.Resetter).Reset(from, nil)
	} else {
		r, err = zlib.NewReader(from)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errSyntax, err)
	}
	defer readers.Put(r)
	var out bytes.Buffer
	out.Grow(min(4*len(data), most) + bytes.MinRead)
	_, err = out.ReadFrom(io.LimitReader(r, int64(most)+1))
	if out.Len() > most {
		return nil, errTooMuch
	}
	if err != nil {
		return out.Bytes(), fmt.Errorf("%w: %w", errSyntax, err)
	}
	return out.Bytes(), nil
}

// unpredict undoes the predictors of PNG and that of TIFF for 8-bit samples (ISO
// 32000-1, 7.4.4.4; RFC 2083, section 6).
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
	bits := number("Colors", 1) * number("BitsPerComponent", 8)
	pixel := max(1, bits/8)
	row := (bits*number("Columns", 1) + 7) / 8
	if predictor == 2 && number("BitsPerComponent", 8) == 8 {
		out := bytes.Clone(data)
		for at := 0; at < len(out); at += row {
			for i := at + pixel; i < min(at+row, len(out)); i++ {
				out[i] += out[i-pixel]
			}
		}
		return out, nil
	}
	if predictor < 10 {
		return nil, fmt.Errorf("no predictor %d", predictor)
	}
	if row > len(data) { // a line that was cut short
		return nil, errFilter
	}
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
