package text

import (
	"github.com/go-text/typesetting/harfbuzz"

	"masthead/layout/geom"
)

// Style says how words are set. It must not change once a [Shaper] has seen it.
type Style struct {
	Faces    []*Face     // in order of preference; the first that has a character sets it
	Scale    []int       // per face, its size in percent of Size; missing or 0 = 100
	Size     geom.Length // of type
	Tracking int         // thousandths of an em, after every glyph but marks
	Language string      // BCP 47
	Features []string    // OpenType tags to switch on ("onum", "smcp"), or off with "-" before
}

// ValidFeature reports whether a string can stand in Style.Features: a tag of
// four characters, "-" before it to switch it off, "=2" after it to choose an
// alternate.
func ValidFeature(s string) bool {
	_, err := harfbuzz.ParseFeature(s)
	return err == nil
}

// size returns the size of the i-th face.
func (st *Style) size(i int) geom.Length {
	if i < len(st.Scale) && st.Scale[i] > 0 {
		return st.Size.MulDiv(int64(st.Scale[i]), 100)
	}
	return st.Size
}

// Em returns the em of the style: its size.
func (st *Style) Em() geom.Length { return st.Size }

// Space returns the width of U+0020, tracking included; a quarter of an em if
// no face has it.
func (st *Style) Space() geom.Length {
	for i, f := range st.Faces {
		if g, ok := f.glyph(' '); ok {
			w, _ := f.outline.advance(int(g))
			return st.size(i).MulDiv(int64(w), int64(f.metrics.UnitsPerEm)) + st.tracking(i)
		}
	}
	return st.Size / 4
}

// CapHeight returns the height of capitals of the first face.
func (st *Style) CapHeight() geom.Length {
	return st.measure(func(m Metrics) int { return m.CapHeight }, 700)
}

// XHeight returns the height of the small letters of the first face.
func (st *Style) XHeight() geom.Length {
	return st.measure(func(m Metrics) int { return m.XHeight }, 500)
}

func (st *Style) measure(of func(Metrics) int, fallback int64) geom.Length {
	if len(st.Faces) == 0 {
		return st.Size.MulDiv(fallback, 1000)
	}
	m := st.Faces[0].Metrics()
	return st.size(0).MulDiv(int64(of(m)), int64(m.UnitsPerEm))
}

func (st *Style) tracking(i int) geom.Length {
	return st.size(i).MulDiv(int64(st.Tracking), 1000)
}
