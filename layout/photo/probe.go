package photo

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"masthead/layout/color"
)

// Info is what can be told of a photo without decoding it.
type Info struct {
	Width, Height int    // in pixels, upright: after Exif orientation
	Format        string // "jpeg" or "png"
	Orientation   int    // Exif's, 1 to 8; 1 is upright
	Progressive   bool   // a progressive JPEG: needs more memory
	Channels      int    // of colour: 1 grey, 3, or 4 for CMYK
	Alpha         bool
	Depth         int    // bits a channel
	Profile       string // the description of the embedded ICC profile, or ""
	Bytes         int64  // of the file
	Problem       *Error // a profile that cannot be used; the picture still can
}

// header is what the file says of itself, before orientation.
type header struct {
	Info
	w, h    int    // as stored
	icc     []byte // the embedded profile
	profile *color.Profile
	planes  int // samples a pixel times 100, for the estimate of memory
	adobe   bool
}

// Probe reads the header of a photo. Its errors are of type *[Error].
func Probe(fsys fs.FS, name string, lim Limits) (Info, error) {
	return (*Album)(nil).Probe(fsys, name, lim)
}

var (
	jpegMagic = []byte{0xff, 0xd8, 0xff}
	pngMagic  = []byte("\x89PNG\r\n\x1a\n")
)

// parse tells what a file is by its first bytes and reads its header.
func parse(data []byte, name string, lim Limits) (*header, error) {
	var h *header
	var err error
	switch {
	case bytes.HasPrefix(data, jpegMagic):
		h, err = parseJPEG(data)
	case bytes.HasPrefix(data, pngMagic):
		h, err = parsePNG(data)
	default:
		return nil, failure(CodeNotImage, "photos are JPEG or PNG files", "photo %q is not a JPEG or PNG; it looks like %s", name, looksLike(data))
	}
	if e, ok := err.(*Error); ok {
		e.Message = fmt.Sprintf("photo %q %s", name, e.Message)
		return nil, e
	}
	if err != nil {
		return nil, failure(CodeDamaged, "copy the file again from where it came", "photo %q is damaged: %v", name, err)
	}
	h.Bytes = int64(len(data))
	if err := h.within(name, lim); err != nil {
		return nil, err
	}
	h.Width, h.Height = h.w, h.h
	if h.Orientation >= 5 {
		h.Width, h.Height = h.h, h.w
	}
	h.readProfile(name)
	return h, nil
}

// within holds what a header says against the limits.
func (h *header) within(name string, lim Limits) error {
	if px := int64(h.w) * int64(h.h); px > lim.pixels() {
		return failure(CodePixels, "save it smaller, or raise the brand's limit",
			"photo %q claims %d x %d pixels; the limit is %d megapixels", name, h.w, h.h, lim.pixels()/1_000_000)
	}
	if need, most := int64(h.w)*int64(h.h)*int64(h.planes)/100, 5*lim.pixels(); need > most {
		return failure(CodePixels, "save it with 8 bits a channel, or raise the brand's limit",
			"photo %q takes %s as pixels; the limit is %s", name, megabytes(need), megabytes(most))
	}
	if h.w == 0 || h.h == 0 {
		return failure(CodeDamaged, "copy the file again from where it came", "photo %q has no pixels (%d x %d)", name, h.w, h.h)
	}
	return nil
}

// readProfile takes the embedded profile where it can be used and belongs to the
// picture's channels.
func (h *header) readProfile(name string) {
	if h.icc == nil {
		return
	}
	p, err := color.ParseICC(h.icc)
	if err == nil && p.N != h.Channels {
		err = fmt.Errorf("it is for %s, the picture has %d channels", p.Space, h.Channels)
	}
	if err == nil {
		_, err = color.NewTransform(p, color.SRGB(), color.Photo)
	}
	if err != nil {
		fallback := map[int]string{1: "sRGB's grey", 3: "sRGB", 4: "the brand's output profile"}[h.Channels]
		h.Problem = failure(CodeProfile, "convert the photo to sRGB in an image editor",
			"photo %q has a colour profile that cannot be used (%v); it is taken for %s", name,
			strings.TrimPrefix(err.Error(), "colour profile: "), fallback)
		return
	}
	h.profile, h.Profile = p, p.Description
	if h.Profile == "" {
		h.Profile = "unnamed"
	}
}

// looksLike names what the first bytes of a file suggest.
func looksLike(data []byte) string {
	head := data[:min(len(data), 512)]
	has := func(s string) bool { return bytes.HasPrefix(head, []byte(s)) }
	brand := func(names ...string) bool {
		for _, n := range names {
			if len(head) >= 12 && string(head[4:12]) == "ftyp"+n {
				return true
			}
		}
		return false
	}
	switch {
	case has("GIF8"):
		return "a GIF"
	case has("BM"):
		return "a BMP"
	case has("II*\x00"), has("MM\x00*"):
		return "a TIFF or a camera's raw file"
	case has("RIFF") && len(head) >= 12 && string(head[8:12]) == "WEBP":
		return "a WebP"
	case brand("heic", "heix", "mif1", "hevc"):
		return "a HEIC"
	case brand("avif"):
		return "an AVIF"
	case has("%PDF"):
		return "a PDF"
	case has("8BPS"):
		return "a Photoshop file"
	case has("\x00\x00\x00\x0cjP"):
		return "a JPEG 2000"
	case has("\xff\x0a"), has("\x00\x00\x00\x0cJXL"):
		return "a JPEG XL"
	case bytes.Contains(head, []byte("<svg")):
		return "an SVG"
	}
	lower := bytes.ToLower(head)
	switch {
	case has("PK\x03\x04"):
		return "a ZIP archive"
	case bytes.Contains(lower, []byte("<html")), bytes.Contains(lower, []byte("<!doctype html")):
		return "an HTML page"
	case !bytes.ContainsFunc(head, func(r rune) bool { return r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == utf8.RuneError }):
		return "text"
	}
	return "something else"
}
