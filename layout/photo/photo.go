// Package photo turns picture files into what a page embeds: it looks at a
// file's header, finds a crop for a frame, and decodes, crops, resizes, converts
// and encodes anew.
//
// Start with [Probe], then [Fit] and [PPI] while composing, [Subjects] to place the
// crops, and [Make] once the frames are settled. Nothing of a source file passes through: no Exif, no XMP,
// no thumbnail, no damaged data.
//
// # Stages
//
//	probe    sniff by content, sizes, orientation, profile; no pixels
//	decode   JPEG and PNG only, with limits, panics caught; a JPEG at as many
//	         eighths of its size as its largest picture needs
//	align    so much more than the crop that its edges fall between pixels
//	shrink   crop, then a box filter by a whole factor on the decoder's own planes
//	resize   imaging, CatmullRom, to the placed size times the target's ppi
//	convert  by the embedded profile, see below
//	lay      alpha onto the paper, scrims over the picture
//	encode   baseline JPEG with its own Huffman tables
//
// # Colour
//
// A picture without a profile is sRGB, sGray, or in the inks of [Options] and of a
// press's [Target]. Colour
// goes to the target relative colorimetrically with black point compensation,
// in one step from the embedded profile. Grey pictures stay one channel: in
// sRGB's tone curve for a screen, in black ink of the same lightness for a press.
// A CMYK picture whose profile is the target's keeps its inks.
//
// # Linear light
//
// Pictures are resized in their own encoding, not in linear light: imaging
// computes in 8 bits, in which linear light leaves too few steps in the shadows.
// The cost is that detail as fine as a pixel comes out darker; the tests
// measure it.
package photo

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// Limits bound what a photo file may cost. Zero fields mean defaults:
// 64 MiB and 100 megapixels. A pixel may take five bytes; with 16 bits a channel it
// takes eight, so fewer are allowed.
type Limits struct {
	MaxBytes  int64
	MaxPixels int64
}

func (l Limits) bytes() int64 {
	if l.MaxBytes > 0 {
		return l.MaxBytes
	}
	return 64 << 20
}

func (l Limits) pixels() int64 {
	if l.MaxPixels > 0 {
		return l.MaxPixels
	}
	return 100_000_000
}

// Error is what is wrong with a photo file, in the terms of a diagnostic.
type Error struct {
	Code    string // stable, one of the Code constants
	Message string // lower case, no full stop
	Hint    string // the remedy; may be empty
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// The codes of an [Error].
const (
	CodeMissing     = "photo-missing"
	CodeEmpty       = "photo-empty"
	CodeNotImage    = "photo-not-image"
	CodeTruncated   = "photo-truncated"
	CodeDamaged     = "photo-damaged"
	CodePixels      = "photo-too-many-pixels"
	CodeBytes       = "photo-too-large"
	CodeUnsupported = "photo-unsupported"
	CodeProfile     = "photo-profile" // a remark: the profile cannot be used
	CodeUnreadable  = "photo-unreadable"
)

func failure(code, hint, format string, args ...any) *Error {
	return &Error{code, fmt.Sprintf(format, args...), hint}
}

// read returns the whole of a photo file, within the limit.
func read(fsys fs.FS, name string, lim Limits) ([]byte, error) {
	return readInto(nil, fsys, name, lim)
}

// readInto does the same with a buffer, if that is large enough.
func readInto(data []byte, fsys fs.FS, name string, lim Limits) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, failure(CodeMissing, "check the path and its capitals", "photo %q is missing", name)
		}
		return nil, failure(CodeUnreadable, "", "photo %q cannot be read: %v", name, reason(err))
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return nil, failure(CodeUnreadable, "", "photo %q cannot be read: %v", name, reason(err))
	}
	switch {
	case st.IsDir():
		return nil, failure(CodeUnreadable, "name a JPEG or PNG file in it", "photo %q is a folder", name)
	case st.Size() > lim.bytes():
		return nil, tooLarge(name, st.Size(), lim)
	}
	if int64(cap(data)) <= st.Size() {
		data = make([]byte, 0, st.Size()+1)
	}
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if int64(len(data)) > lim.bytes() {
			return nil, tooLarge(name, int64(len(data)), lim)
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, failure(CodeUnreadable, "", "photo %q cannot be read: %v", name, reason(err))
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
	if len(data) == 0 {
		return nil, failure(CodeEmpty, "copy the file again from where it came", "photo %q is empty (0 bytes)", name)
	}
	return data, nil
}

func tooLarge(name string, size int64, lim Limits) *Error {
	return failure(CodeBytes, "save it smaller, or raise the brand's limit", "photo %q has %s; the limit is %s",
		path.Base(name), megabytes(size), megabytes(lim.bytes()))
}

func megabytes(n int64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", float64(n)/1e6), ".0") + " MB"
}

// reason strips the path from a file error, which the message has already.
func reason(err error) error {
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
