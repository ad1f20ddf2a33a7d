package flow

import (
	"strings"
	"testing"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// TestEndMarkInside: with room left for it every story has its mark, inside the
// measure and behind the last word.
func TestEndMarkInside(t *testing.T) {
	r := newRig(t, textFirst(2))
	r.brand.Story.EndMark, r.brand.Story.MarkIn = "square", true
	for n := range 40 {
		res := r.compose(t, events(article("a", words(50)+" "+strings.Repeat("x ", n/2)+strings.Repeat("y", n%8+1))))
		page := &res.Document.Pages[len(res.Document.Pages)-1]
		var last display.Line
		for _, l := range res.Layout.Pages[len(res.Layout.Pages)-1].Lines {
			if l.Role == "body" {
				last = l
			}
		}
		marks := 0
		for _, item := range page.Items {
			p, ok := item.(*display.Path)
			if !ok {
				continue
			}
			marks++
			left, right := p.Contours[0][0].X, geom.Length(0)
			for _, at := range p.Contours[0] {
				left, right = min(left, at.X), max(right, at.X)
			}
			if right > last.X+last.Measure || left < last.X+min(last.Width, last.Measure-(right-left)-r.brand.Story.MarkGap) {
				t.Errorf("%d words: the mark stands from %v to %v, the line from %v, %v of %v", n, left, right, last.X, last.Width, last.Measure)
			}
		}
		if marks != 1 {
			t.Errorf("%d words: %d end marks", n, marks)
		}
	}
}
