package text

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
	"sync"
	"unicode/utf16"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
)

// Face is one font file. It is parsed on first use and safe for concurrent use.
// A face whose file turns out to be broken has no characters; [Face.Err] says
// why.
type Face struct {
	file string
	read func() ([]byte, error)

	once    sync.Once
	err     error
	tables  map[string][]byte
	outline outlines
	font    *font.Font
	metrics Metrics
	name    string
}

// File returns the name under which the face was opened.
func (f *Face) File() string { return f.file }

// Err parses the face if that has not happened and returns what is wrong with
// it: broken tables, or a licence that forbids embedding (OS/2 fsType).
func (f *Face) Err() error {
	f.load()
	return f.err
}

func (f *Face) load() {
	f.once.Do(func() {
		if err := f.parse(); err != nil {
			f.font, f.metrics = nil, Metrics{UnitsPerEm: 1000, Ascent: 800, Descent: -200, CapHeight: 700, XHeight: 500}
			f.err = fmt.Errorf("font %q: %w", f.file, err)
		}
	})
}

// parse reads the file. The shaping library's parser is not ours, and fonts
// come from users: a panic in it is an error of the font.
func (f *Face) parse() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the font is broken: %v", r)
		}
	}()
	data, err := f.read()
	if err != nil {
		return err
	}
	if f.tables, err = readTables(data); err != nil {
		return err
	}
	if f.outline, err = newOutlines(f.tables); err != nil {
		return err
	}
	if err := mayEmbed(f.tables["OS/2"]); err != nil {
		return err
	}
	if len(f.tables["GPOS"]) > 0 && f.tables["fvar"] == nil {
		hideUnused(data)
	}
	loader, err := ot.NewLoader(bytes.NewReader(data))
	if err != nil {
		return err
	}
	if f.font, err = font.NewFont(loader); err != nil {
		return err
	}
	if f.font.Upem() == 0 {
		return errors.New("zero units per em")
	}
	f.name = postScriptName(f.tables["name"], f.file)
	f.metrics = readMetrics(f)
	return nil
}

// hideUnused renames tables in the directory of a font file, so that the shaping
// library does not read them: outlines, two thirds of its time for a Han face, and
// names of glyphs and of the face. It asks outlines only where to put marks in faces
// without GPOS, and how wide the glyphs of variable faces are.
func hideUnused(data []byte) {
	for i := range u16(data[4:]) {
		switch rec := data[12+16*i:]; string(rec[:4]) {
		case "loca", "glyf", "post", "name":
			copy(rec[2:], "--")
		}
	}
}

// mayEmbed reads OS/2 fsType (ISO/IEC 14496-22, 5.2.8): bit 1 alone forbids
// embedding, bit 8 forbids subsetting, bit 9 allows bitmaps only.
func mayEmbed(os2 []byte) error {
	if len(os2) < 10 {
		return nil
	}
	switch t := u16(os2[8:]); {
	case t&0x000E == 0x0002:
		return errors.New("its licence bits (OS/2 fsType) forbid embedding")
	case t&0x0100 != 0:
		return errors.New("its licence bits (OS/2 fsType) forbid subsetting")
	case t&0x0200 != 0:
		return errors.New("its licence bits (OS/2 fsType) forbid embedding outlines")
	}
	return nil
}

// PostScriptName returns the name of the face in the PDF, without subset tag:
// name record 6, or made from the file name.
func (f *Face) PostScriptName() string {
	f.load()
	if f.name == "" {
		return cleanName(baseName(f.file))
	}
	return f.name
}

// Metrics returns the face's measures.
func (f *Face) Metrics() Metrics {
	f.load()
	return f.metrics
}

// Has reports whether the face has a glyph for r itself, stand-ins not counted.
func (f *Face) Has(r rune) bool {
	_, ok := f.glyph(r)
	return ok
}

func (f *Face) glyph(r rune) (uint16, bool) {
	f.load()
	if f.font == nil {
		return 0, false
	}
	g, ok := f.font.NominalGlyph(r)
	return uint16(g), ok && g != 0 && int(g) < f.outline.glyphs
}

// Ink returns the extents of a glyph's outline about its origin, in font units,
// y upwards; all zero for one that shows nothing. Offsets of g are not counted.
func Ink(f *Face, g Glyph) (xmin, ymin, xmax, ymax int) {
	f.load()
	if f.font == nil {
		return 0, 0, 0, 0
	}
	return f.outline.ink(int(g.ID))
}

// postScriptName finds name record 6 (ISO/IEC 14496-22, 5.2.7).
func postScriptName(table []byte, file string) string {
	if len(table) >= 6 {
		n, strs := u16(table[2:]), u16(table[4:])
		for i := 0; i < n && len(table) >= 18+12*i; i++ {
			rec := table[6+12*i:]
			from, size := strs+u16(rec[10:]), u16(rec[8:])
			if u16(rec[6:]) != 6 || from+size > len(table) {
				continue
			}
			raw := table[from : from+size]
			name := string(raw)
			if u16(rec) != 1 { // not Macintosh: UTF-16
				units := make([]uint16, len(raw)/2)
				for k := range units {
					units[k] = uint16(u16(raw[2*k:]))
				}
				name = string(utf16.Decode(units))
			}
			if name = cleanName(name); name != "Font" {
				return name
			}
		}
	}
	return cleanName(baseName(file))
}

func baseName(file string) string {
	return strings.TrimSuffix(path.Base(file), path.Ext(file))
}

// cleanName keeps what may stand in a PostScript name.
func cleanName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%#+", r) {
			return -1
		}
		return r
	}, s)
	if s == "" {
		return "Font"
	}
	return s[:min(len(s), 63)]
}
