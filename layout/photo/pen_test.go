package photo

import (
	"image"
	"image/color"
	"testing"
)

var black = color.NRGBA{0, 0, 0, 255}

// paper is a grey ground.
func paper(w, h int) *pen {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = 100
	}
	return &pen{m}
}

// inked lists where a pen has left a colour.
func (p *pen) inked(ink color.NRGBA) (box image.Rectangle, n int) {
	for y := range p.m.Rect.Dy() {
		for x := range p.m.Rect.Dx() {
			if p.m.NRGBAAt(x, y) == ink {
				box = box.Union(image.Rect(x, y, x+1, y+1))
				n++
			}
		}
	}
	return box, n
}

func TestFrame(t *testing.T) {
	p := paper(40, 30)
	r := image.Rect(5, 6, 35, 26)
	p.frame(r, black)
	box, n := p.inked(black)
	if want := 30*20 - 26*16; box != r || n != want {
		t.Errorf("%d pixels in %v, want %d in %v", n, box, want, r)
	}
	if box, n = p.inked(blank); box != r.Inset(2) || n != 2*26+2*14 {
		t.Errorf("the light line has %d pixels in %v", n, box)
	}
}

func TestDashes(t *testing.T) {
	p := paper(40, 30)
	r := image.Rect(5, 6, 35, 26)
	p.dashes(r, black)
	_, dark := p.inked(black)
	_, light := p.inked(blank)
	if border := 2*30 + 2*18; dark+light != border || dark < border/3 || light < border/3 {
		t.Errorf("%d dark and %d light pixels of %d", dark, light, border)
	}
}

func TestTarget(t *testing.T) {
	p := paper(60, 60)
	p.target(image.Pt(30, 20), black)
	box, _ := p.inked(black)
	if want := image.Rect(17, 7, 44, 34); box != want {
		t.Errorf("%v, want %v", box, want)
	}
	for y := -13; y <= 13; y++ { // the same on all sides
		for x := -13; x <= 13; x++ {
			if p.m.NRGBAAt(30+x, 20+y) != p.m.NRGBAAt(30+y, 20-x) {
				t.Fatalf("not symmetric at %d, %d", x, y)
			}
		}
	}
}

// At the edges the pen stays on the sheet.
func TestPenClips(t *testing.T) {
	for _, at := range []image.Point{{0, 0}, {9, 9}, {-50, 3}, {100, 100}} {
		p := paper(10, 10)
		p.target(at, black)
		p.frame(image.Rectangle{at.Sub(image.Pt(3, 3)), at.Add(image.Pt(3, 3))}, black)
		p.dashes(image.Rectangle{at, at.Add(image.Pt(30, 1))}, black)
	}
}

func TestFade(t *testing.T) {
	p := paper(20, 10)
	p.fade(p.m.Rect, image.Rect(4, 2, 8, 6))
	if in, out := p.m.NRGBAAt(5, 3).R, p.m.NRGBAAt(3, 3).R; in != 100 || out <= 200 {
		t.Errorf("%d inside, %d outside", in, out)
	}
}
