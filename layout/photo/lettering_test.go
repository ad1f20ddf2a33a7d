package photo

import (
	"image"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
)

func letters(t testing.TB) *lettering {
	l, err := newLettering([][]byte{goregular.TTF, gomono.TTF})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestFitText(t *testing.T) {
	l := letters(t)
	long := "photos/" + strings.Repeat("ä long näme – ", 9) + "end.jpg"
	for _, width := range []int{2000, 300, 120, 60, 14} {
		got := l.fit(long, 15, width)
		switch {
		case !utf8.ValidString(got):
			t.Errorf("%d pixels: %q", width, got)
		case width > 1500 && got != long:
			t.Errorf("shortened for nothing: %q", got)
		case width >= 60 && l.width(got, 15) > width:
			t.Errorf("%q is wider than %d", got, width)
		case width == 300 && (!strings.HasPrefix(got, "photos/") || !strings.HasSuffix(got, ".jpg") || !strings.Contains(got, "…")):
			t.Errorf("%q", got)
		}
	}
	if got := l.fit("", 15, 0); got != "" {
		t.Errorf("nothing is %q", got)
	}
}

// A line is as wide as it says, on its baseline; what no font has is passed over.
func TestLine(t *testing.T) {
	l := letters(t)
	p := paper(200, 40)
	end := l.line(p.m, image.Pt(10, 25), 15, 180, black, "photo.jpg 漢")
	if want := 10 + l.width("photo.jpg ", 15); end != want {
		t.Errorf("ends at %d, want %d", end, want)
	}
	top, bottom := 40, 0
	for y := range 40 {
		for x := range 200 {
			if p.m.NRGBAAt(x, y).R != 100 {
				top, bottom = min(top, y), max(bottom, y)
				if x < 9 || x > end {
					t.Fatalf("ink at %d, %d", x, y)
				}
			}
		}
	}
	if top < 10 || top > 18 || bottom < 25 || bottom > 31 {
		t.Errorf("the letters stand from %d to %d", top, bottom)
	}
	if l.face('漢', 15) != nil {
		t.Error("a face for what no font has")
	}
	if l.face('a', 15) != l.face('b', 15) {
		t.Error("two faces of one font and size")
	}
}

func TestLetteringRefuses(t *testing.T) {
	if _, err := newLettering([][]byte{{1, 2, 3}}); err == nil {
		t.Error("no error")
	}
	l, err := newLettering(nil)
	if err != nil || l.width("abc", 12) != 0 {
		t.Errorf("without fonts: %v", err)
	}
}
