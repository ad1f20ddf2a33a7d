package flow

import (
	"strings"
	"testing"

	"masthead/layout/display"
	"masthead/layout/geom"
)

func pts(v float64) geom.Length { return geom.Pt(v) }

// TestAnchors: places of furniture, on either axis of an area.
func TestAnchors(t *testing.T) {
	m := newRig(t, "").measurer(30)
	area := geom.Rect{X: pts(50), Y: pts(60), W: pts(100), H: pts(200)}
	for _, c := range []struct {
		anchor string
		want   float64
	}{
		{"left", 50},
		{"right", 150},
		{"top", 60},
		{"bottom", 260},
		{"top + 12pt", 72},
		{"bottom - 12", 248},
		{"trim-left", 0},
		{"trim-right", 320},
		{"margin-left", 20},
		{"margin-right", 300},
		{"c1", 20},
		{"c2", 92.5},
		{"c4r", 300},
		{"r5", 50},
		{"r5.5", 55},
	} {
		fallback := area.X
		if got := m.anchor(c.anchor, area, fallback); got != pts(c.want) {
			t.Errorf("%q is at %v, want %v", c.anchor, got, pts(c.want))
		}
	}
	if got := m.anchor("", area, pts(7)); got != pts(7) {
		t.Errorf("no anchor is at %v", got)
	}
}

// hero is a template with a picture on the outer edge, mirrored on odd pages.
const hero = `  hero:
    serves: {stories: 1, photos: 1}
    mirror: odd
    from: trim
    stack:
      - split:
          - {columns: 1-2, figure: 1, rows: {min: 10, ideal: 10, max: 10}, bleed: [top, left]}
          - {columns: 3-4, text: title}
      - split:
          - {columns: 1-2, caption-of: 1}
      - space: 1
      - body: {columns: 2}
      - space: 0+
`

// TestMirror: on odd pages left and right change sides, bleeds and all; the
// folio stands outside.
func TestMirror(t *testing.T) {
	r := newRig(t, hero)
	photo := "photos: [{file: a.jpg, alt: A, caption: C, credit: P}]"
	res := r.compose(t, events(article("a", words(60), photo), article("b", words(60), strings.ReplaceAll(photo, "a.jpg", "b.jpg"))))
	if got := templatesOf(res); got != "cover-plain hero hero" {
		t.Fatal(got)
	}
	even, odd := res.Layout.Pages[1], res.Layout.Pages[2]
	if f := even.Figures[0].Rect; f.X != 0 || f.Y != 0 || f.Right() != pts(155) {
		t.Errorf("even page: the picture stands at %v", f)
	}
	if f := odd.Figures[0].Rect; f.X != pts(165) || f.Right() != pts(320) {
		t.Errorf("odd page: the picture stands at %v", f)
	}
	for _, it := range res.Document.Pages[1].Items {
		if im, ok := it.(*display.Image); ok && (im.Rect.X != -pts(10) || im.Rect.Y != -pts(10) || im.Rect.Right() != pts(155)) {
			t.Errorf("even page: the picture bleeds to %v", im.Rect)
		}
	}
	for _, it := range res.Document.Pages[2].Items {
		if im, ok := it.(*display.Image); ok && (im.Rect.Right() != pts(330) || im.Rect.X != pts(165)) {
			t.Errorf("odd page: the picture bleeds to %v", im.Rect)
		}
	}
	x := func(p *display.LayoutPage, role string) geom.Length {
		for _, l := range p.Lines {
			if l.Role == role {
				return l.X
			}
		}
		t.Fatalf("page %d has no %s", p.Number, role)
		return 0
	}
	if a, b := x(&even, "title"), x(&odd, "title"); a != pts(165) || b != pts(20) {
		t.Errorf("titles stand at %v and %v", a, b)
	}
	if a, b := x(&even, "caption"), x(&odd, "caption"); a != pts(20) || b != pts(165) {
		t.Errorf("captions stand at %v and %v", a, b)
	}
	if a, b := x(&even, "folio"), x(&odd, "folio"); a != pts(20) || b != pts(295) {
		t.Errorf("folios stand at %v and %v", a, b)
	}
}

// TestInsets: boxes in columns shorten them; with the text the columns end
// level, in every arrangement of one to four columns.
func TestInsets(t *testing.T) {
	for _, c := range []struct{ columns, at, where string }{
		{"2", "2", "foot"}, {"2", "1", "head"}, {"3", "2-3", "foot"}, {"4", "1-2", "foot"}, {"3", "3", "head"},
	} {
		r := newRig(t, `  inset:
    serves: {stories: 1, photos: 1}
    stack:
      - text: title
      - space: 1
      - body:
          columns: `+c.columns+`
          insets:
            - columns: `+c.at+`
              at: `+c.where+`
              space-before: 1
              space-after: 1
              stack: [{figure: 1, rows: {min: 4, ideal: 6, max: 9}}, {caption-of: 1}]
      - space: 0+
`)
		for n := 70; n < 160; n += 13 {
			res := r.compose(t, events(article("a", words(n), "photos: [{file: a.jpg, alt: A, caption: C, credit: P}]")))
			p := &res.Layout.Pages[1]
			f := p.Figures[0].Rect
			for _, l := range p.Lines {
				ink := geom.Rect{X: l.X, Y: l.Baseline - l.Size, W: l.Width, H: l.Size}
				if l.Role == "body" && ink.Overlaps(f) {
					t.Errorf("%v, %d words: %q covers the picture", c, n, l.Text)
				}
			}
			lines, rows := feet(p, "events/a")
			sum := 0
			for _, k := range lines {
				sum += k
			}
			if len(rows) == 0 || sum == 0 {
				t.Errorf("%v, %d words: no columns", c, n)
			}
		}
	}
}

// TestMiddle: words between two places stand in the middle; where they do not fit,
// they grow upwards, for below may be the trim.
func TestMiddle(t *testing.T) {
	for words, last := range map[string]float64{
		"middle": 102, // capitals of four points between 80 and 120
		"one line, and then another of them, and then a third one, and still one more, and a fifth": 120,
	} {
		r := newRig(t, `
  framed:
    serves: {stories: 1}
    above: [{text: "`+words+`", style: body, x: c1, right: c1 + 110, y: r8, bottom: r12, role: caption}]
    stack: [space: 12, {text: title}, body: {}, space: 0+]
`)
		var got []geom.Length
		for _, l := range r.compose(t, events(article("a", "short"))).Layout.Pages[1].Lines {
			if l.Role == "caption" {
				got = append(got, l.Baseline)
			}
		}
		if n := len(got); n != 1 && n != 5 || got[n-1] != pts(last) {
			t.Errorf("%q stands at %v, not at %v", words, got, last)
		}
	}
}
