package text

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Shaper shapes words and remembers them by style and text. It is not safe for
// concurrent use: have one in every goroutine; faces are shared.
type Shaper struct {
	fonts  map[*Face]*harfbuzz.Font
	buffer *harfbuzz.Buffer
	seen   map[*Style]*prepared
	styles map[string]*prepared // by content
	last   *Style               // the style of the call before, and what was made of it
	now    *prepared
	work   work
}

// prepared is a style as the shaper needs it, with the words shaped in it.
type prepared struct {
	Style
	faces       []*Face
	features    []harfbuzz.Feature
	lang        language.Language
	script      language.Script // for text without a script of its own
	han         int             // see hanFace; 0 = not looked for, else the index + 2
	hanText     bool
	rightToLeft bool
	words       map[string]Word
}

// The shaper forgets what it knows rather than grow beyond these.
const (
	maxWords  = 1 << 16 // of a style
	maxStyles = 1 << 12
)

// NewShaper returns a shaper that knows no words.
func NewShaper() *Shaper {
	return &Shaper{
		fonts: map[*Face]*harfbuzz.Font{}, buffer: harfbuzz.NewBuffer(),
		seen: map[*Style]*prepared{}, styles: map[string]*prepared{},
	}
}

// Shape sets a word, or any stretch of text without line break. See the package
// comment for the choice of faces and for what becomes of soft hyphens and of
// characters that no face has. Malformed UTF-8 reads as U+FFFD.
func (s *Shaper) Shape(st *Style, txt string) Word {
	if st != s.last {
		s.last, s.now = st, s.prepare(st)
	}
	if w, ok := s.now.words[txt]; ok {
		return w
	}
	w := s.shape(s.now, txt)
	if len(s.now.words) >= maxWords {
		clear(s.now.words)
	}
	s.now.words[txt] = w
	return w
}

// prepare finds or makes what is known of a style. Two styles of equal content
// share their words.
func (s *Shaper) prepare(st *Style) *prepared {
	if p := s.seen[st]; p != nil {
		return p
	}
	var key strings.Builder
	for i, f := range st.Faces {
		fmt.Fprintf(&key, "%p:%d ", f, st.size(i))
	}
	fmt.Fprintf(&key, "|%d|%d|%s|%q", st.Size, st.Tracking, st.Language, st.Features)
	p := s.styles[key.String()]
	if p == nil {
		p = newPrepared(st)
		if len(s.styles) >= maxStyles {
			clear(s.styles)
		}
		s.styles[key.String()] = p
	}
	if len(s.seen) >= maxStyles {
		clear(s.seen)
	}
	s.seen[st] = p
	return p
}

func newPrepared(st *Style) *prepared {
	p := &prepared{
		Style: *st, words: map[string]Word{}, lang: language.NewLanguage(st.Language),
		script: scriptOfLanguage(st.Language), hanText: hanText(st.Language), rightToLeft: rightToLeft(st.Language),
	}
	p.Scale, p.Features = slices.Clone(st.Scale), nil
	p.faces = slices.Clone(st.Faces)
	for _, tag := range st.Features {
		if f, err := harfbuzz.ParseFeature(tag); err == nil {
			p.features = append(p.features, f)
		}
	}
	return p
}

// scriptOfLanguage is the script that figures and signs alone are shaped in.
func scriptOfLanguage(tag string) language.Script {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch primary {
	case "zh", "ja", "yue":
		return language.Han
	case "el":
		return language.Greek
	case "bg", "ru", "uk", "mk", "be", "sr":
		return language.Cyrillic
	case "ar", "fa", "ur":
		return language.Arabic
	case "he", "iw", "yi":
		return language.Hebrew
	case "ko":
		return language.Hangul
	}
	return language.Latin
}

func (s *Shaper) shape(p *prepared, txt string) Word {
	w := &s.work
	w.style = p
	w.decode(txt)
	w.choose()
	w.settle()
	w.levels()
	w.itemize()
	visual(w.items)
	out := Word{Text: txt, Missing: w.missing}
	for _, it := range w.items {
		s.shapeItem(&out, it)
	}
	for i := range out.Runs {
		out.Runs[i].Width = out.Runs[i].width()
		out.Width += out.Runs[i].Width
	}
	return out
}

// shapeItem shapes one item and adds its glyphs to the word, to the run before
// if that has the same face.
func (s *Shaper) shapeItem(out *Word, it item) {
	p, face := s.work.style, s.work.style.faces[it.face]
	b := s.buffer
	b.Clear()
	b.ClusterLevel = harfbuzz.MonotoneCharacters
	b.Flags = harfbuzz.RemoveDefaultIgnorables
	if it.start == 0 {
		b.Flags |= harfbuzz.Bot
	}
	if it.end == len(s.work.out) {
		b.Flags |= harfbuzz.Eot
	}
	b.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: it.script, Language: p.lang}
	if it.level%2 == 1 {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.AddRunes(s.work.out, it.start, it.end-it.start)
	b.Shape(s.font(face), p.features)
	if len(b.Info) == 0 {
		return
	}
	size := p.size(it.face)
	tracking := p.tracking(it.face)
	if n := len(out.Runs); n == 0 || out.Runs[n-1].Face != face || out.Runs[n-1].Size != size {
		out.Runs = append(out.Runs, Run{Face: face, Size: size, Tracking: tracking})
	}
	run := &out.Runs[len(out.Runs)-1]
	run.Glyphs = slices.Grow(run.Glyphs, len(b.Info))
	s.addGlyphs(run, it)
}

// addGlyphs reads the shaped buffer. The clusters of its glyphs are places in
// work.out; a cluster runs to the next one, in logical order.
func (s *Shaper) addGlyphs(run *Run, it item) {
	b, p := s.buffer, s.work.style
	back := p.Tracking * run.Face.metrics.UnitsPerEm / 1000 // what tracking has moved a mark by
	end := it.end
	rtl := it.level%2 == 1
	for i := 0; i < len(b.Info); {
		k, at := i, b.Info[i].Cluster
		for k < len(b.Info) && b.Info[k].Cluster == at {
			k++
		}
		to := end
		if rtl {
			end = at
		} else if k < len(b.Info) {
			to = b.Info[k].Cluster
		}
		src := s.work.source(at, to)
		mark := i > 0 && b.Pos[i].XAdvance == 0 && isMark(src)
		for ; i < k; i++ {
			pos := b.Pos[i]
			g := Glyph{
				ID: uint16(b.Info[i].Glyph), Text: src,
				Advance: int(pos.XAdvance), XOffset: int(pos.XOffset), YOffset: int(pos.YOffset),
			}
			if back != 0 && g.Advance == 0 && (mark || src == "") {
				g.XOffset -= back
				g.Advance -= back
			}
			run.Glyphs = append(run.Glyphs, g)
			src = ""
		}
	}
}

func isMark(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.M, r)
}

// source returns the source of the runes from..to of out.
func (w *work) source(from, to int) string {
	if to-from == 1 {
		return w.text[from]
	}
	return strings.Join(w.text[from:to], "")
}

// font returns the shaper's own view of a face: the library's is not safe for
// concurrent use. Its scale is units per em, so that advances are exact.
func (s *Shaper) font(f *Face) *harfbuzz.Font {
	h := s.fonts[f]
	if h == nil {
		h = harfbuzz.NewFont(font.NewFace(f.font))
		s.fonts[f] = h
	}
	return h
}
