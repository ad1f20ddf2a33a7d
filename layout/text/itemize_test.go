package text

import (
	"slices"
	"strings"
	"testing"

	"masthead/layout/geom"
)

const (
	serifFile = "source-serif-4/SourceSerif4-Regular.ttf"
	sansFile  = "source-sans-3/SourceSans3-Regular.ttf"
	plexFile  = "ibm-plex-sans-condensed/IBMPlexSansCondensed-SemiBold.ttf"
	notoFile  = "noto-sans-sc/NotoSansSC-Regular-GB2312.ttf"
	frankFile = "frank-ruhl-libre/FrankRuhlLibre-Bold.ttf"
	newsFile  = "newsreader/Newsreader-Regular.ttf"
)

func styleOf(t testing.TB, lang string, files ...string) *Style {
	t.Helper()
	lib := shippedFonts()
	st := &Style{Size: geom.Pt(10), Language: lang}
	for _, file := range files {
		st.Faces = append(st.Faces, mustFace(t, lib, file))
	}
	return st
}

// spelled writes a word as "FACE:text FACE:text", a letter for the face.
func spelled(st *Style, w Word) string {
	var out []string
	for _, r := range w.Runs {
		var b strings.Builder
		b.WriteByte("abcd"[slices.Index(st.Faces, r.Face)])
		b.WriteByte(':')
		for _, g := range r.Glyphs {
			b.WriteString(g.Text)
		}
		out = append(out, b.String())
	}
	return strings.Join(out, " ")
}

func TestWhichFaceSets(t *testing.T) {
	en := styleOf(t, "en", serifFile, notoFile)
	zh := styleOf(t, "zh-Hans", sansFile, notoFile)
	plex := styleOf(t, "en", plexFile, serifFile)
	for _, c := range []struct {
		st        *Style
		txt, want string
	}{
		{en, "plain", "a:plain"},
		{en, "the中国word", "a:the b:中国 a:word"},
		{en, "“中国”", "a:“ b:中国 a:”"},
		{en, "中“国”人", "b:中“国”人"},
		{en, "中……人", "b:中……人"},
		{en, "don’t", "a:don’t"},
		{en, "中国,", "b:中国 a:,"},
		{en, "（MMSP）", "b:（ a:MMSP b:）"},
		{zh, "他说“你好”。", "b:他说“你好”。"},
		{zh, "“Hello", "b:“ a:Hello"},
		{zh, "don’t", "a:don’t"},
		{zh, "students’", "a:students’"},
		{zh, "2023年6月", "a:2023 b:年 a:6 b:月"},
		{zh, "约翰·史密斯", "b:约翰·史密斯"},
		{zh, "中——国…", "b:中——国…"},
		{zh, "9–10", "a:9–10"},
		{zh, "a@b.cn", "a:a@b.cn"},
		{plex, "Москва,", "b:Москва,"},
		{plex, "xМосква y", "b:xМосква a: y"},
		{plex, "μετά", "b:μετά"},
		{plex, "中Москва", "a:中 b:Москва"},
		{plex, "(Москва)", "b:(Москва)"},
		{plex, "in Москва, 5", "a:in  b:Москва, a: 5"},
		{plex, "no\u2011break\u202Fx", "a:no\u2011break\u202Fx"},
	} {
		w := NewShaper().Shape(c.st, c.txt)
		if got := spelled(c.st, w); got != c.want {
			t.Errorf("%q in %s: %s, want %s", c.txt, c.st.Language, got, c.want)
		}
		if len(w.Missing) != 0 && string(w.Missing) != "中" {
			t.Errorf("%q: missing %q", c.txt, w.Missing)
		}
	}
}

// TestLargeFaceStaysClosed: a Han face of several megabytes is parsed when a Han
// character asks for it, and not before.
func TestLargeFaceStaysClosed(t *testing.T) {
	lib := shippedFonts()
	noto, err := lib.Face(notoFile)
	if err != nil {
		t.Fatal(err)
	}
	st := &Style{Faces: []*Face{mustFace(t, lib, serifFile), noto}, Size: geom.Point, Language: "en"}
	s := NewShaper()
	for _, txt := range []string{"“Plain” text…", "don’t", "–", "A·B"} {
		s.Shape(st, txt)
	}
	st.Space()
	if noto.font != nil {
		t.Error("the Han face was parsed for Latin text")
	}
	if s.Shape(st, "中"); noto.font == nil {
		t.Error("the Han face was not parsed for Han text")
	}
}

func TestMissing(t *testing.T) {
	st := styleOf(t, "en", plexFile)
	w := NewShaper().Shape(st, "a中b国中")
	if string(w.Missing) != "中国" {
		t.Errorf("missing %q", w.Missing)
	}
	if got := spelled(st, w); got != "a:a中b国中" {
		t.Errorf("text %q", got)
	}
	mark, _ := st.Faces[0].glyph('?')
	for i, g := range w.Runs[0].Glyphs {
		if want := i == 1 || i >= 3; (g.ID == mark) != want || g.ID == 0 {
			t.Errorf("glyph %d is %d", i, g.ID)
		}
	}
	if w := NewShaper().Shape(styleOf(t, "en", sansFile), "中"); w.Runs[0].Glyphs[0].ID == mark || len(w.Missing) != 1 {
		t.Error("Source Sans has a square to show a gap with")
	}
	if w := NewShaper().Shape(&Style{Size: geom.Point}, "ab"); len(w.Runs) != 0 || string(w.Missing) != "ab" || w.Width != 0 {
		t.Errorf("a style without faces sets %+v", w)
	}
}

func TestStandIns(t *testing.T) {
	plex, noto := styleOf(t, "en", plexFile), styleOf(t, "en", notoFile)
	s := NewShaper()
	for _, c := range []struct {
		st       *Style
		txt, has string // what is set has the glyphs of
	}{
		{plex, "\u2011", "-"},
		{plex, "\u2010", "-"},
		{noto, "\u2212", "–"},
		{styleOf(t, "en", frankFile), "\u2011", "-"},

		{plex, "\t", " "},
	} {
		got, want := s.Shape(c.st, c.txt), s.Shape(c.st, c.has)
		if len(got.Missing) > 0 {
			t.Errorf("%+q is missing", c.txt)
			continue
		}
		if got.Runs[0].Glyphs[0].ID != want.Runs[0].Glyphs[0].ID || got.Runs[0].Glyphs[0].Text != c.txt {
			t.Errorf("%+q sets %+v, want the glyph of %q", c.txt, got.Runs[0].Glyphs, c.has)
		}
	}
	// Spaces of other widths come from U+0020 at their own width.
	if w := s.Shape(plex, "\u2009"); w.Width != geom.Pt(2) {
		t.Errorf("a thin space is %v of a 10 pt em", w.Width)
	}
	// A face that has the parts of a letter has the letter.
	if w := s.Shape(plex, "e\u0301"); len(w.Missing) != 0 || len(w.Runs[0].Glyphs) != 1 {
		t.Errorf("%+v", w)
	}
}

func TestSoftHyphen(t *testing.T) {
	st, s := styleOf(t, "en", serifFile), NewShaper()
	if w := s.Shape(st, "of\u00ADfice"); w.Width != s.Shape(st, "office").Width || spelled(st, w) != "a:office" {
		t.Error("a soft hyphen within a word shows")
	}
	w := s.Shape(st, "of\u00AD")
	g := w.Runs[0].Glyphs[len(w.Runs[0].Glyphs)-1]
	if hyphen := s.Shape(st, "-").Runs[0].Glyphs[0]; g.Text != "\u00AD" || g.ID != hyphen.ID {
		t.Errorf("a soft hyphen at the end is %+v", g)
	}
	if x0, _, x1, _ := Ink(st.Faces[0], g); x0 == x1 {
		t.Error("a soft hyphen at the end has no ink")
	}
	if w := s.Shape(st, "\u200B\u2060\uFEFF"); len(w.Runs) != 0 || len(w.Missing) != 0 {
		t.Errorf("%+v", w)
	}
}

func TestRightToLeft(t *testing.T) {
	st, s := styleOf(t, "en", frankFile), NewShaper()
	for txt, want := range map[string]string{
		"שלום":        "םולש",
		"abc שלום":    "abc םולש",
		"שלום abc":    "םולש abc",
		"שלום 123 ab": "123 םולש ab",
		"123":         "123",
	} {
		if got := strings.TrimPrefix(spelled(st, s.Shape(st, txt)), "a:"); got != want {
			t.Errorf("%q stands as %q, want %q", txt, got, want)
		}
	}
	he := styleOf(t, "he", frankFile)
	if got := spelled(he, s.Shape(he, "שלום abc")); got != "a:abc םולש" {
		t.Errorf("in Hebrew: %q", got)
	}
}

func TestVisualOrder(t *testing.T) {
	order := func(levels ...int8) (out []int) {
		var items []item
		for i, l := range levels {
			items = append(items, item{start: i, level: l})
		}
		visual(items)
		for _, it := range items {
			out = append(out, it.start)
		}
		return out
	}
	if got := order(0, 1, 2, 1, 0); !slices.Equal(got, []int{0, 3, 2, 1, 4}) {
		t.Error(got)
	}
	if got := order(1, 2, 2, 1); !slices.Equal(got, []int{3, 1, 2, 0}) {
		t.Error(got)
	}
}
