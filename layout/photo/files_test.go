package photo

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"math"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"masthead/layout/color"
)

const coatedFile = "../../assets/icc/ISOcoated_v2_300_bas.icc"

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func coated(t testing.TB) *color.Profile {
	t.Helper()
	p, err := color.ParseICC(readFile(t, coatedFile))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// folder returns the test files with others added.
func folder(t testing.TB, more map[string][]byte) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	for _, name := range []string{
		"bomb-60000x60000.jpg", "bomb-60000x60000.png", "one-pixel.jpg", "html-named.jpg",
		"palette-transparent.png", "alpha-16bit.png", "progressive.jpg", "baseline-422.jpg", "baseline-444.jpg",
		"grey.jpg", "cmyk.jpg",
	} {
		m[name] = &fstest.MapFile{Data: readFile(t, "testdata/"+name)}
	}
	for name, data := range more {
		m[name] = &fstest.MapFile{Data: data}
	}
	return m
}

// scene is a picture with a smooth ground, hard edges and a bright spot.
func scene(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			fx, fy := float64(x)/float64(w), float64(y)/float64(h)
			p := m.Pix[m.PixOffset(x, y):]
			p[0] = byte(40 + 180*fx)
			p[1] = byte(60 + 120*fy)
			p[2] = byte(128 + 100*math.Sin(9*fx)*math.Cos(7*fy))
			if math.Hypot(fx-0.25, fy-0.3) < 0.1 {
				p[0], p[1], p[2] = 235, 40, 30
			}
			p[3] = 255
		}
	}
	return m
}

func jpegOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 92}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withSegment puts a segment behind a JPEG's first marker.
func withSegment(file []byte, mark byte, body []byte) []byte {
	head := []byte{0xff, markSOI, 0xff, mark, byte((len(body) + 2) >> 8), byte(len(body) + 2)}
	return slices.Concat(head, body, file[2:])
}

// withProfile embeds a profile in a JPEG, in as many segments as it takes.
func withProfile(file, icc []byte) []byte {
	const most = 65000
	n := (len(icc) + most - 1) / most
	for i := n; i > 0; i-- {
		part := icc[(i-1)*most : min(i*most, len(icc))]
		file = withSegment(file, markAPP2, append([]byte("ICC_PROFILE\x00"+string(rune(i))+string(rune(n))), part...))
	}
	return file
}

// withOrientation adds Exif data that holds an orientation, and GPS-like noise.
func withOrientation(file []byte, orientation int, order binary.AppendByteOrder) []byte {
	b := []byte("Exif\x00\x00")
	if order.String() == "LittleEndian" {
		b = append(b, "II*\x00"...)
	} else {
		b = append(b, "MM\x00*"...)
	}
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 2)
	for _, e := range [][2]uint16{{0x010f, 0}, {0x0112, uint16(orientation)}} {
		b = order.AppendUint16(b, e[0])
		b = order.AppendUint16(b, 3)
		b = order.AppendUint32(b, 1)
		b = order.AppendUint16(b, e[1])
		b = order.AppendUint16(b, 0)
	}
	return withSegment(file, markAPP1, append(b, "GPSLatitude 39.9042"...))
}

// withChunk puts a chunk behind a PNG's header.
func withChunk(file []byte, kind string, body []byte) []byte {
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	chunk = append(append(chunk, kind...), body...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return slices.Concat(file[:33], chunk, file[33:])
}

// withoutSegment removes the first segment of a kind from a JPEG.
func withoutSegment(t testing.TB, file []byte, mark byte) []byte {
	t.Helper()
	for pos := 2; file[pos+1] != markSOS; {
		size := 2 + int(binary.BigEndian.Uint16(file[pos+2:]))
		if file[pos+1] == mark {
			return slices.Concat(file[:pos], file[pos+size:])
		}
		pos += size
	}
	t.Fatalf("no segment %x", mark)
	return nil
}

// open decodes a file at full size.
func open(data []byte, name string, lim Limits) (*picture, error) {
	h, err := parse(data, name, lim)
	if err != nil {
		return nil, err
	}
	images, err := decode(data, h, name, wholes(8)...)
	if err != nil {
		return nil, err
	}
	return &picture{header: h, img: images[0]}, nil
}
